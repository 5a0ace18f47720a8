#include <lib.h>

LIBRARY("golden-callee.so")
FAILS(golden_a, "-1 errno", OTHERS_EBADF);
MEANS(golden_a, OTHERS_EBADF, "nothing is open");
FAILS(golden_b, "-1 errno", OTHERS_EBADF);
MEANS(golden_b, OTHERS_EBADF, "not asked for");
