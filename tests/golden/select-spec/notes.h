/* A spec, too: the headers that it includes are named. */
#include <named_by_notes.h>

NEVER_FAILS(golden_d);
