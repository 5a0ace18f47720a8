LIBRARY("golden-callee.so")
UNITS(2)
int golden_a(void);
int golden_b(void);
int golden_c(void);
#if ABIDEX_UNIT == 1
NEVER_FAILS(golden_a);
UNTOLD(golden_b, "internal: here");
REFUSE(golden_c, "bites; call golden_a");
#else
FAILS(golden_b, "-1 none");
LIKE(golden_c, golden_a);
REFUSE(golden_a, "too late");
#endif
