int a;
#include "../outside.h"
