LIBRARY("golden-callee.so")
UNITS(2)
#if ABIDEX_UNIT == 1
#include <first.h>
#else
#include <second.h>
#endif
