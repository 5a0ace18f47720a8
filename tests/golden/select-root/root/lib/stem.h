#include "quoted_by_stem.h"
int golden_d(void);
