/**
 * A type of a table as C writes it: `int (*compare)(const void *, const void *)`.
 */
#ifndef ABX_CDECL_H
#define ABX_CDECL_H

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
 * The same without the names of parameters, for a compiler. Tables resolve types to their
 * width, where C may have several: `long` or `long long`, `double` or a `long double` of its size, and `_Complex double` or, where
 * a compiler has them, `_Complex _Float64`. The bits of @reading select among them in the
 * order in which they come, from the lowest: one bit for an integer that is ambiguous so,
 * two for a complex type; 0 is the usual one. Returns how many bits count; @out may be
 * NULL to ask for that alone.
 */
unsigned abx_cdecl_put_reading(struct abx_buffer *out, struct abx_table *table,
                               const struct abx_type *type, const char *name,
                               unsigned long reading);

#endif
