#include "callee.h"
LIBRARY("golden-callee.so")
FAILS(golden_a, "nonzero result/GOLDEN_", GOLDEN_NO);
CODE_SPACE("GOLDEN_", golden_text)
FAILS(golden_b, "nonzero result, success=GOLDEN_ROW, errno=GOLDEN_CAUSE, text=golden_words");
FAILS(golden_c, "-1 errno", 5, any);
