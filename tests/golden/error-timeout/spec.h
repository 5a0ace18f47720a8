LIBRARY("golden-callee.so")
#define EINTR 4
struct time;
typedef const struct time *limit;
int golden_a(int timeout);
int golden_b(int timeout);
int golden_c(limit timeout);
int golden_d(limit timeout);
int golden_e(int clock, limit timeout);
int golden_f(int clock, unsigned flags, limit timeout);
FAILS(golden_a, "-1 errno, eintr=timeout:2ms", EINTR);
FAILS(golden_b, "-1 errno, eintr=timeout:1, blocks", EINTR);
FAILS(golden_c, "-1 errno, eintr=timeout:1us", EINTR);
FAILS(golden_d, "-1 errno, eintr=timeout:1", EINTR);
FAILS(golden_e, "-1 errno, eintr=timeout:2/1/2", EINTR);
FAILS(golden_f, "-1 errno, eintr=timeout:3/1/2", EINTR);
