LIBRARY("golden-callee.so")
#include "callee.h"
MEANS(golden_a, EBADF, "");
MEANS(golden_a, EBADF, "text");
