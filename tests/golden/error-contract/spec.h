LIBRARY("golden-callee.so")
#define EBADF 9
int golden_a(void);
int golden_b(void);
int golden_c(void);
int golden_d(void);
int golden_e(void);
int golden_f(void);
int golden_g(int);
FAILS(golden_a, "-1");
FAILS(golden_b, "-1 somewhere", EBADF);
FAILS(golden_c, "-1 errno, retry", EBADF);
FAILS(golden_d, "sometimes? errno", EBADF);
FAILS(golden_e, "-1 errno clear", EBADF);
FAILS(golden_f, "");
FAILS(golden_g, "-1 errno, eintr=timeout:0ms", EBADF);
UNITS(x)
NO_HEADER("gone.h", "")
