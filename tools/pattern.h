/**
 * Patterns of the shell: * ? [a-z] [!a-z] [[:alpha:]] and \ before what stands for itself.
 */
#ifndef ABX_TOOLS_PATTERN_H
#define ABX_TOOLS_PATTERN_H

#include <stdbool.h>

bool abx_pattern_matches(const char *pattern, const char *text);

#endif
