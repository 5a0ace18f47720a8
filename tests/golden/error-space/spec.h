#include "callee.h"
LIBRARY("golden-callee.so")
FAILS(golden_a, "nonzero result/GOLDEN_", GOLDEN_NO);
CODE_SPACE("GOLDEN_", golden_text)
