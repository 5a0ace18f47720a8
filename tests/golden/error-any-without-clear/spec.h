LIBRARY("golden-callee.so")
int golden_a(void);
FAILS(golden_a, "any errno");
