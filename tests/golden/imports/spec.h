/* What an import library tells of a DLL. */
#define UNICODE 1
LIBRARY("golden.dll")
#include "things.h"
FAILS(_now64, "-1 last_error/GOLDEN_", GOLDEN_STOPPED);
MEANS(_now64, GOLDEN_STOPPED, "the clock stands");
REFUSE(vanishing, "its memory is gone when it returns; call _now64");
