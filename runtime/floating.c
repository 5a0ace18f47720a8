/*
 * Floating-point numbers. The notation is read here and not by strtold, which depends on
 * the locale, rounds what does not fit instead of saying so, and knows one format only.
 */
#include "runtime/floating.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "runtime/grammar.h"
#include "runtime/platform.h"
#include "runtime/type.h"

/* The numbers of a format: bits of the mantissa, largest exponent, bytes that count. */
struct format {
    const char *name;
    int precision;
    int max_exponent;
    size_t n_bytes;
};

static const struct format formats[] = {
    {"f16", 11, 15, 2},     {"f32", 24, 127, 4},      {"f64", 53, 1023, 8},
    {"f80", 64, 16383, 10}, {"f128", 113, 16383, 16}, {"ibm128", 106, 1023, 16},
};

static const struct format *find_format(const struct abx_type *type)
{
    const struct format *format = formats;

    while (strcmp(format->name, type->name) != 0)
        format++;
    return format;
}

static bool is_called(const struct abx_type *type, const char *name)
{
    return strcmp(type->name, name) == 0;
}

bool abx_float_is_native(const struct abx_type *type)
{
    return is_called(type, "f32") || is_called(type, "f64") ||
           is_called(type, abx_platform_long_double());
}

/* ---- notation ---- */

/* A number while it is read: mantissa × 2^exponent, and its significant bits. */
struct number {
    bool is_negative;
    long double mantissa; /* exact where the format is native */
    int exponent;         /* of the mantissa's lowest bit */
    int n_bits;           /* from the highest to the lowest one that is set */
    int top;              /* exponent of the highest one */
};

static int trailing_zeros(int digit)
{
    int n = 0;

    while ((digit & 1) == 0) {
        digit >>= 1;
        n++;
    }
    return n;
}

/* .DIGITS, the last of which is not 0. NULL: not well-formed. */
static const char *read_fraction(const char *at, const char *end, struct number *number)
{
    int n = 0;

    if (at == end || *at != '.')
        return at;
    for (at++; at < end && abx_grammar_digit(*at) >= 0; at++) {
        if (++n > 64)
            return NULL;
        number->mantissa = number->mantissa * 16 + (long double)abx_grammar_digit(*at);
    }
    if (n == 0 || at[-1] == '0')
        return NULL;
    number->exponent = -4 * n;
    number->n_bits = 1 + 4 * n - trailing_zeros(abx_grammar_digit(at[-1]));
    return at;
}

/* p+EXPONENT or p-EXPONENT, to the end. */
static bool read_exponent(const char *at, const char *end, struct number *number)
{
    bool is_negative;
    int exponent = 0;

    if (end - at < 3 || end - at > 7 || at[0] != 'p' || (at[1] != '+' && at[1] != '-'))
        return false;
    is_negative = at[1] == '-';
    at += 2;
    if (*at == '0' && (end - at > 1 || is_negative))
        return false;
    for (; at < end; at++) {
        if (*at < '0' || *at > '9')
            return false;
        exponent = exponent * 10 + (*at - '0');
    }
    number->top = is_negative ? -exponent : exponent;
    number->exponent += number->top;
    return true;
}

static bool read_number(const char *at, const char *end, struct number *number)
{
    if (end - at < 4 || memcmp(at, "0x", 2) != 0)
        return false;
    if (at[2] == '0')
        return end - at == 6 && memcmp(at + 3, "p+0", 3) == 0;
    if (at[2] != '1')
        return false;
    number->mantissa = 1;
    number->n_bits = 1;
    at = read_fraction(at + 3, end, number);
    return at != NULL && read_exponent(at, end, number);
}

static bool is_in_range(const struct format *format, const struct number *number)
{
    int lowest = number->top - number->n_bits + 1;

    return number->n_bits <= format->precision && number->top <= format->max_exponent &&
           lowest >= 2 - format->max_exponent - format->precision;
}

/* Exact: each step is a power of two, and the result was found to be in range. */
static long double scale(long double number, int exponent)
{
    for (; exponent >= 32; exponent -= 32)
        number *= 0x1p32L;
    for (; exponent > 0; exponent--)
        number *= 2;
    for (; exponent <= -32; exponent += 32)
        number *= 0x1p-32L;
    for (; exponent < 0; exponent++)
        number /= 2;
    return number;
}

static void set_value(const struct abx_type *type, long double number,
                      struct abx_value *valuep)
{
    bool is_double = is_called(type, "f32") || is_called(type, "f64");

    valuep->kind = is_double ? ABX_VALUE_FLOAT : ABX_VALUE_LONG_DOUBLE;
    if (is_double)
        valuep->f = (double)number;
    else
        valuep->ld = number;
}

/* "inf", "-inf" and "nan". */
static bool read_word(const char *text, const char *end, long double *numberp)
{
    static const struct {
        const char *word;
        long double number;
    } words[] = {{"inf", (long double)INFINITY},
                 {"-inf", -(long double)INFINITY},
                 {"nan", (long double)NAN}};

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
        if (strlen(words[i].word) == (size_t)(end - text) &&
            memcmp(words[i].word, text, (size_t)(end - text)) == 0) {
            *numberp = words[i].number;
            return true;
        }
    }
    return false;
}

const char *abx_float_parse(const struct abx_type *type, const char *text,
                            const char *end, struct abx_value *valuep)
{
    struct number number = {.is_negative = text < end && *text == '-'};
    long double result;

    if (!read_word(text, end, &result)) {
        if (!read_number(text + number.is_negative, end, &number))
            return "not a hexadecimal floating-point number in its shortest form";
        if (number.n_bits > 0 && !is_in_range(find_format(type), &number))
            return "the type does not hold the number exactly";
        if (!abx_float_is_native(type))
            return NULL;
        result = scale(number.mantissa, number.exponent);
        if (number.is_negative)
            result = -result;
    }
    if (abx_float_is_native(type))
        set_value(type, result, valuep);
    return NULL;
}

/* ---- bytes ---- */

/* Between the platform's order of bytes and the table's. */
static void copy(void *to, const void *from, size_t size, bool is_swapped)
{
    unsigned char *out = to;
    const unsigned char *in = from;

    for (size_t i = 0; i < size; i++)
        out[i] = in[is_swapped ? size - 1 - i : i];
}

void abx_float_load(const struct abx_type *type, const void *from, bool is_big_endian,
                    struct abx_value *valuep)
{
    bool is_swapped = is_big_endian != abx_platform_is_big_endian();
    long double number = 0;

    if (is_called(type, "f32")) {
        float narrow;

        copy(&narrow, from, sizeof(narrow), is_swapped);
        number = (long double)narrow;
    } else if (is_called(type, "f64")) {
        double middle;

        copy(&middle, from, sizeof(middle), is_swapped);
        number = (long double)middle;
    } else {
        copy(&number, from, find_format(type)->n_bytes, is_swapped);
    }
    set_value(type, number, valuep);
}

/* Beyond the format's largest number C leaves the conversion undefined. */
static bool is_too_large(const struct abx_type *type, long double number)
{
    long double largest = is_called(type, "f32")   ? (long double)FLT_MAX
                          : is_called(type, "f64") ? (long double)DBL_MAX
                                                   : LDBL_MAX;

    return !isnan(number) && !isinf(number) && (number > largest || number < -largest);
}

bool abx_float_store(const struct abx_type *type, long double number, bool is_exact,
                     void *to, bool is_big_endian)
{
    bool is_swapped = is_big_endian != abx_platform_is_big_endian();

    if (is_too_large(type, number))
        return false;
    if (is_called(type, "f32")) {
        float narrow = (float)number;

        if (is_exact && (long double)narrow != number)
            return false;
        copy(to, &narrow, sizeof(narrow), is_swapped);
    } else if (is_called(type, "f64")) {
        double middle = (double)number;

        if (is_exact && (long double)middle != number)
            return false;
        copy(to, &middle, sizeof(middle), is_swapped);
    } else {
        memset(to, 0, type->size);
        copy(to, &number, find_format(type)->n_bytes, is_swapped);
    }
    return true;
}
