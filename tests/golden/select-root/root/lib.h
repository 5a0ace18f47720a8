#include "lib_conf.h"
#include <others.h>
#include <lib/stem.h>
int golden_a(void);
