/**
 * The platform of a table, as its header tells it.
 */
#ifndef ABX_GEN_PLATFORM_H
#define ABX_GEN_PLATFORM_H

#include <stdbool.h>

struct gen_platform {
    const char *name; /* "x86_64-linux-gnu" */
    unsigned long_size;
    unsigned pointer_size;
    unsigned long_double_size;
    unsigned long_double_align;
    unsigned long_double_digits; /* of the mantissa, in bits */
    bool is_char_signed;
    bool is_big_endian;
    bool is_wchar_signed;
    unsigned wchar_size;
};

/* "LP64", "ILP32" or "LLP64"; NULL if it is none of them. */
const char *gen_platform_model(const struct gen_platform *platform);

/* The word of the table for `long double`: "f80", "f128", …; NULL if there is none. */
const char *gen_platform_long_double(const struct gen_platform *platform);

#endif
