#include "others_conf.h"
int golden_f(void);
#define OTHERS 3
