/**
 * Integers as a person writes them on a command line.
 */
#ifndef ABX_TOOLS_NUMBER_H
#define ABX_TOOLS_NUMBER_H

#include <stddef.h>

#include "abidex.h"
#include "base/buffer.h"

/*
 * Reads @size bytes of @text: numbers (42, -1, 0x2a, 0o52, 052), characters ('c') and
 * constants of the table, joined with '|'. @valuep: ABX_VALUE_UINT where the value is
 * greater than any int64_t, else ABX_VALUE_INT; type is that of a constant that stands
 * alone, else NULL.
 *
 * Returns ABX_OK; ABX_REFUSED if it is no integer: @why then has the reason; what looking
 * up a constant answers otherwise, @err being filled.
 */
int abx_integer_read(struct abx_table *table, const char *text, size_t size,
                     struct abx_value *valuep, struct abx_buffer *why,
                     struct abx_error *err);

#endif
