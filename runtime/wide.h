/**
 * Integers of up to 128 bits, in two halves, for compilers that have none of that width.
 * Made for checking ranges and for moving integers between values and bytes, not for
 * arithmetic.
 */
#ifndef ABX_WIDE_H
#define ABX_WIDE_H

#include "abidex.h"

/* Two's complement; with is_negative the 129th bit, so that i128 and u128 both fit. */
struct abx_wide {
    uint64_t low;
    uint64_t high;
    bool is_negative;
};

enum { ABX_WIDE_TEXT = 48 };

/* The integer in a value of kind ABX_VALUE_INT or ABX_VALUE_UINT. */
struct abx_wide abx_wide_of_value(const struct abx_value *value);

/* A value of kind ABX_VALUE_INT or, for unsigned types, ABX_VALUE_UINT. */
void abx_wide_to_value(struct abx_wide wide, bool is_signed, struct abx_value *valuep);

/* Whether an integer type of @width bits, 1 to 128, holds it. */
bool abx_wide_fits(struct abx_wide wide, unsigned width, bool is_signed);

/* The largest number of a type, or its smallest. */
struct abx_wide abx_wide_limit(unsigned width, bool is_signed, bool is_largest);

/* Writes it in decimal to @text, of ABX_WIDE_TEXT bytes. */
void abx_wide_format(struct abx_wide wide, char *text);

/* Reads all of a decimal number as bindings/FORMAT.md has it. False: it is none, or too
 * large. */
bool abx_wide_parse(const char *text, const char *end, struct abx_wide *widep);

/* @size bytes, 1 to 16. */
void abx_wide_put(struct abx_wide wide, void *to, size_t size, bool is_big_endian);
struct abx_wide abx_wide_get(const void *from, size_t size, bool is_big_endian,
                             bool is_signed);

/* @width bits from bit @bit on, counted as bindings/FORMAT.md counts them. */
void abx_wide_put_bits(struct abx_wide wide, void *to, unsigned bit, unsigned width,
                       bool is_big_endian);
struct abx_wide abx_wide_get_bits(const void *from, unsigned bit, unsigned width,
                                  bool is_big_endian, bool is_signed);

#endif
