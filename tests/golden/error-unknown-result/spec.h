LIBRARY("golden-callee.so")
int golden_a(void);
FAILS(golden_a, "NO_SUCH_CONSTANT errno");
