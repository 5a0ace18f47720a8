#include <others.h>
int golden_a(void);
int golden_b(void);
#define own_name golden_a
