/*
 * The shell's patterns, by the C library's own function.
 */
#include "tools/pattern.h"

#include <fnmatch.h>

bool abx_pattern_matches(const char *pattern, const char *text)
{
    return fnmatch(pattern, text, 0) == 0;
}
