/**
 * Codes in a space of their own, whose names are constants of the table: "SQLITE_BUSY".
 */
#ifndef ABX_CODE_SPACE_H
#define ABX_CODE_SPACE_H

#include "abidex.h"

/* Whether the table's constant @name is the integer @code. */
bool abx_code_is(struct abx_table *table, const char *name, int64_t code);

/*
 * Finds what @code is called in @space, the prefix of its names, and writes that to @name of
 * @size bytes. False where nothing tells which of several constants it is, or there is none.
 */
bool abx_code_find_name(struct abx_table *table, const char *space, int64_t code,
                        char *name, size_t size);

#endif
