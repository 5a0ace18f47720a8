#include "callee.h"

LIBRARY("golden-callee.so")
LIBRARY("libc.so.6")
NO_HEADER("gone.h", "nobody has it any more")
NO_HEADER("sys/gone.h", "sys/ too: it went with \"gone.h\"")

FAILS(golden_a, "-1 errno", GOLDEN_EINTR, GOLDEN_EBADF, GOLDEN_EINTR);
FAILS(golden_b, "NULL errno", GOLDEN_EBADF);
FAILS(golden_c, "nonzero result");
FAILS(golden_d, "negative -result", GOLDEN_EBADF);
FAILS(golden_e, "GOLDEN_FAILED errno, clear, blocks", GOLDEN_EBADF);
FAILS(golden_f, "any errno, clear", GOLDEN_EBADF);
FAILS(golden_g, "0 none");
FAILS(golden_h, "nonzero result/GOLDEN_", GOLDEN_EBADF);
FAILS(golden_i, "-1 errno, eintr=retry", GOLDEN_EINTR);
FAILS(golden_j, "-1 errno, eintr=timeout:1ms, blocks", GOLDEN_EINTR);
FAILS(golden_k, "-1 errno, eintr=never, blocks", GOLDEN_EINTR);
FAILS(golden_l, "-1 errno, eintr=done, blocks", GOLDEN_EINTR);
NEVER_FAILS(golden_m);
RETURNS_TWICE(golden_n);
FAILS(golden_o, "-1 errno", GOLDEN_EBADF);

MEANS(golden_a, GOLDEN_EBADF, "fd is not open; say \"hello\" to it, please");
MEANS(golden_a, GOLDEN_EINTR, "a signal came");
MEANS(golden_b, GOLDEN_UNLISTED, "no document lists it");

/* This platform has none of them. */
FAILS(golden_lacking, "-1 errno", GOLDEN_EBADF);
MEANS(golden_lacking, GOLDEN_EBADF, "nobody reads this");
NEVER_FAILS(golden_lacking_too);
RETURNS_TWICE(golden_lacking_three);

/* Declared, but exported by no library. */
FAILS(golden_not_exported, "-1 errno", GOLDEN_EBADF);
MEANS(golden_not_exported, GOLDEN_EBADF, "nobody reads this");
