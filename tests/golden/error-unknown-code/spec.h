#include "callee.h"
LIBRARY("golden-callee.so")
FAILS(golden_a, "-1 errno", EBADF, EDOOFUS);
MEANS(golden_a, EBADF, "fd is not open");
MEANS(golden_a, EDOOFUZ, "something went wrong");
#define EPRIVATE 7
FAILS(golden_b, "-1 errno", EPRIVATE);
