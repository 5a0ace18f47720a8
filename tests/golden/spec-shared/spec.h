#include "callee.h"

LIBRARY("golden-callee.so")

/* What functions have in common is said once and stands with each of them in the table. */
EACH_MEANS(GOLDEN_ENOMEM, "no memory is left")
GROUP(path, GOLDEN_ENOENT, "$ does not exist, or $ is empty")
GROUP(path, GOLDEN_EFAULT, "$ lies outside the memory")
GROUP(memory, GOLDEN_EFAULT, "$ can't be read")

FAILS(golden_a, "-1 errno", GOLDEN_EBADF, GOLDEN_ENOMEM, path(path));
FAILS(golden_b, "-1 errno", path(from or to), memory(to));
MEANS(golden_b, GOLDEN_EBADF, "in no document");

/* Texts of its own stand above those of a group or another function, be it in front. */
MEANS(golden_c, GOLDEN_ENOENT, "nothing is there");
FAILS(golden_c, "-1 errno", path(path));
LIKE(golden_d, golden_c);
MEANS(golden_d, GOLDEN_EFAULT, "golden_d can't see it");
LIKE(golden_e, golden_d);

/* Macros of a spec's own; what the platform lacks is passed over. */
#define BOTH(name)                                                                       \
    NEVER_FAILS(name);                                                                   \
    LIKE(name##_lacking, name)
BOTH(golden_f);

NEVER_FAILS(golden_g);
NEVER_FAILS(golden_h);
CODE_SPACE("GOLDEN_", golden_g)
FAILS(golden_i, "nonzero result/GOLDEN_, errno=GOLDEN_SYSTEM", GOLDEN_EBADF,
      GOLDEN_SYSTEM);
UNTOLD(golden_j, "internal: \"golden\" only");
REFUSE(golden_k, "would not come back; call golden_f");
FAILS(golden_k, "-1 h_errno", GOLDEN_EBADF);
FAILS(golden_l, "NULL none, text=golden_h");
