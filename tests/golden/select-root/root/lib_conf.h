#include "lib_more.h"
int golden_b(void);
#define LIB_CONF 1
