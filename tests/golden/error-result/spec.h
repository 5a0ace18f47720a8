#include "callee.h"
LIBRARY("golden-callee.so")
FAILS(golden_a, "NULL errno", EBADF);
FAILS(golden_b, "-1 errno", EBADF);
FAILS(golden_c, "negative errno", EBADF);
FAILS(golden_d, "nonzero result", EBADF);
FAILS(golden_e, "any none, clear", EBADF);
FAILS(golden_f, "-1 h_errno, clear", EBADF);
FAILS(golden_g, "nonzero result, fresh", EBADF);
FAILS(golden_h, "NULL none, clear, text=golden_h");
FAILS(golden_i, "-1 last_error", EBADF);
