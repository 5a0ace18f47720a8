/**
 * A type of a table as C writes it: `int (*compare)(const void *, const void *)`.
 */
#ifndef ABX_TOOLS_CDECL_H
#define ABX_TOOLS_CDECL_H

#include "abidex.h"
#include "base/buffer.h"

/*
 * Puts the declaration of @name with @type, without a semicolon; with @name "" the type
 * alone, as a cast or sizeof takes it. Parameters have their names, unnamed records and
 * enumerations are written out. A type whose line is missing or damaged is put as `?`,
 * which no compiler accepts.
 */
void abx_cdecl_put(struct abx_buffer *out, struct abx_table *table,
                   const struct abx_type *type, const char *name);

/*
 * The same without the names of parameters, for a compiler. Tables resolve integers to
 * their width, where C may have two types: bit n of @reading selects, for the n-th
 * integer that is ambiguous so, the rarer type (`long long` under LP64, else `long`).
 * Returns how many there are; @out may be NULL to count them alone.
 */
unsigned abx_cdecl_put_reading(struct abx_buffer *out, struct abx_table *table,
                               const struct abx_type *type, const char *name,
                               unsigned long reading);

#endif
