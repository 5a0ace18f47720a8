/**
 * Values as the table writes them.
 */
#ifndef ABX_GEN_LITERAL_H
#define ABX_GEN_LITERAL_H

#include <stdbool.h>

#include "base/buffer.h"
#include "gen/platform.h"

/*
 * Writes the sum of @n_parts doubles times 2^@exponent in normalised hexadecimal
 * notation, exact to 128 bits. The first part is the largest.
 */
void gen_literal_put_float(struct abx_buffer *out, const double *parts, unsigned n_parts,
                           int exponent);

/*
 * Writes the integer whose halves are given, in decimal.
 */
void gen_literal_put_wide(struct abx_buffer *out, unsigned long long high,
                          unsigned long long low, bool is_signed);

/*
 * Writes type and value of @text where it is an integer literal with an optional minus
 * and brackets: "(-0x10UL)". False if it is anything else.
 */
bool gen_literal_put_integer(struct abx_buffer *out, const char *text,
                             const struct gen_platform *platform);

/*
 * Writes type and value of a string constant from @literal, C source with its prefix, as
 * libclang prints it: "[5]char \"/dev\"". False if it is no string literal.
 */
bool gen_literal_put_string(struct abx_buffer *out, const char *literal,
                            const struct gen_platform *platform);

#endif
