#include <others.h>
#include <pack/config.h>
int golden_a(int x[PACK_SIZE]);
