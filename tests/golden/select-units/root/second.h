#include <others.h>
int golden_b(struct others *others);
