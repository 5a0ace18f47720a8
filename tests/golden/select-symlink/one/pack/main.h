#include "conf.h"
#include "part.h"
int golden_a(void);
