#include "spec.h"

LIBRARY("golden-callee.so")

int golden_a(void);
NEVER_FAILS(golden_a);
