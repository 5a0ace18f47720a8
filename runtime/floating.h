/**
 * Floating-point numbers: their notation in a table, and their bytes.
 */
#ifndef ABX_FLOATING_H
#define ABX_FLOATING_H

#include "abidex.h"

/*
 * Whether this platform computes with the format of @type, a floating type: f32, f64, and
 * what is behind its long double.
 */
bool abx_float_is_native(const struct abx_type *type);

/*
 * Reads all of a number as bindings/FORMAT.md has it. NULL, or what is wrong with it. The
 * value is not written where the format is not native.
 */
const char *abx_float_parse(const struct abx_type *type, const char *text,
                            const char *end, struct abx_value *valuep);

/* Reads an object of a native format. */
void abx_float_load(const struct abx_type *type, const void *from, bool is_big_endian,
                    struct abx_value *valuep);

/*
 * Stores @number as an object of a native format. False, and nothing stored, if it is
 * finite and too large; with @is_exact also if the format does not hold it exactly.
 */
bool abx_float_store(const struct abx_type *type, long double number, bool is_exact,
                     void *to, bool is_big_endian);

#endif
