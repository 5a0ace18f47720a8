#include "notes.h"
#include <lib.h>

LIBRARY("golden-callee.so")
HEADERS("root/taken_*.h")
HEADERS("also_taken.h")
NO_HEADER("gone.h", "nobody has it any more")

FAILS(golden_b, "OTHERS_FAILED errno", OTHERS_EBADF);
MEANS(golden_b, OTHERS_UNLISTED, "in no document");
FAILS(golden_c, "nonzero result/OTHERS_EAI_", OTHERS_EAI_AGAIN);
