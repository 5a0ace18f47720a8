LIBRARY("golden-callee.so")
#define EBADF 9
int golden_a(void);
MEANS(golden_a, EBADF, "");
