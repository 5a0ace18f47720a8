/* Read through the other name first. */
#include "part.h"
#define REAL_CONF 1
