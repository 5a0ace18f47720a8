#include <others.h>
int golden_a(void);
