#include "below/deep/part.h"
#include "../beside.h"
#include <others.h>
int golden_a(struct part part);
