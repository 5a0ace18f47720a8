/**
 * Constants: the rest of a `const` line.
 */
#ifndef ABX_CONSTANT_H
#define ABX_CONSTANT_H

#include "abidex.h"

/*
 * Reads a `const` line from end to end. The table's lock is held. ABX_OK; ABX_REFUSED for
 * a floating-point number in a format that this platform does not compute with, its
 * notation being well-formed; ABX_BROKEN; ABX_MISSING; ABX_NO_MEMORY.
 */
int abx_constant_parse(struct abx_table *table, const struct abx_entry *entry,
                       struct abx_value *valuep, struct abx_error *err);

#endif
