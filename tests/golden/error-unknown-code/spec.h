LIBRARY("golden-callee.so")
#define EBADF 9
int golden_a(void);
FAILS(golden_a, "-1 errno", EBADF, EDOOFUS);
MEANS(golden_a, EBADF, "fd is not open");
MEANS(golden_a, EDOOFUS, "something went wrong");
