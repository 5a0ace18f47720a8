int golden_a(const char *format, ...);
int golden_b(int n);
int golden_c(int n);
LIBRARY("golden-callee.so")
HAS_ATTRIBUTE(golden_a, format(printf, 2, 3));
HAS_ATTRIBUTE(golden_b, shiny);
HAS_ATTRIBUTE(golden_c, alloc_size(2));
