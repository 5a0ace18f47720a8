/**
 * All that can be asked of a table.
 */
#ifndef ABX_TEST_FUZZ_WALK_H
#define ABX_TEST_FUZZ_WALK_H

#include "abidex.h"

/* Goes through all lines, damaged or not, and finds what each declares. */
void fuzz_walk(struct abx_table *table);

/* A type that was found: its text is a type again, the same one, and memory of it can be
 * read from end to end. */
void fuzz_walk_type(struct abx_table *table, const struct abx_type *type);

#endif
