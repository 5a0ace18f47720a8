/**
 * Members by path, for memory, whose size bounds what a type alone leaves open.
 */
#ifndef ABX_MEMBER_H
#define ABX_MEMBER_H

#include "abidex.h"

/* Reads "[INDEX]" at *@pathp and goes behind it. False: it does not stand there. */
bool abx_path_take_index(const char **pathp, size_t *indexp);

#endif
