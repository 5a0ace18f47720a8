/* libclang hands out values in pieces that a double or a long long can hold; here they
 * become one. */
#include "gen/literal.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/grammar.h"

enum { MANTISSA_BITS = 128 };

/* A number as sign, 128 bits of mantissa with the highest bit set, and the weight of that
 * bit. */
struct binary {
    bool is_negative;
    unsigned __int128 mantissa;
    int exponent;
};

/* Adds @part to the sum, whose highest bit weighs 2^weight at least as much as any
 * part's. */
static void add_part(__int128 *sum, double part, int weight)
{
    int exponent;
    double fraction = frexp(part, &exponent);
    __int128 digits = (__int128)ldexp(fraction, 53);
    int shift = exponent - 53 - (weight - (MANTISSA_BITS - 3));

    if (shift >= 0 && shift < MANTISSA_BITS)
        *sum += digits * ((__int128)1 << shift);
}

static struct binary add_parts(const double *parts, unsigned n_parts)
{
    struct binary result = {signbit(parts[0]) != 0, 0, 0};
    __int128 sum = 0;
    int weight;

    frexp(parts[0], &weight);
    for (unsigned i = 0; i < n_parts; i++)
        if (isfinite(parts[i]) && parts[i] != 0)
            add_part(&sum, parts[i], weight);
    result.mantissa = (unsigned __int128)(sum < 0 ? -sum : sum);
    result.exponent = weight + 2;
    while (!(result.mantissa >> (MANTISSA_BITS - 1))) {
        result.mantissa <<= 1;
        result.exponent--;
    }
    return result;
}

void gen_literal_put_float(struct abx_buffer *out, const double *parts, unsigned n_parts,
                           int exponent)
{
    struct binary number;

    if (isnan(parts[0])) {
        abx_buffer_puts(out, "nan");
        return;
    }
    if (isinf(parts[0]) || parts[0] == 0) {
        abx_buffer_puts(out, signbit(parts[0]) ? "-" : "");
        abx_buffer_puts(out, parts[0] == 0 ? "0x0p+0" : "inf");
        return;
    }
    number = add_parts(parts, n_parts);
    abx_buffer_puts(out, number.is_negative ? "-0x1" : "0x1");
    number.mantissa <<= 1;
    if (number.mantissa)
        abx_buffer_putc(out, '.');
    for (; number.mantissa; number.mantissa <<= 4)
        abx_buffer_putc(out, "0123456789abcdef"[(unsigned)(number.mantissa >> 124)]);
    abx_buffer_printf(out, "p%+d", number.exponent + exponent);
}

void gen_literal_put_wide(struct abx_buffer *out, unsigned long long high,
                          unsigned long long low, bool is_signed)
{
    unsigned __int128 value = (unsigned __int128)high << 64 | low;
    char digits[48];
    size_t at = sizeof(digits);

    if (is_signed && high >> 63) {
        abx_buffer_putc(out, '-');
        value = -value;
    }
    do {
        digits[--at] = (char)('0' + (int)(value % 10));
        value /= 10;
    } while (value);
    abx_buffer_put(out, digits + at, sizeof(digits) - at);
}

/* The suffix of an integer literal: how often it says long, and whether it says unsigned.
 */
static bool read_suffix(const char *at, const char *end, int *n_longp, bool *is_unsignedp)
{
    *n_longp = 0;
    *is_unsignedp = false;
    for (; at < end; at++) {
        if ((*at == 'u' || *at == 'U') && !*is_unsignedp)
            *is_unsignedp = true;
        else if ((*at == 'l' || *at == 'L') && !*n_longp)
            *n_longp = at + 1 < end && at[1] == *at ? (at++, 2) : 1;
        else
            return false;
    }
    return true;
}

/*
 * The type that C gives an integer literal: the first of int, long and long long that
 * holds the value, the unsigned ones between them for octal and hexadecimal literals
 * (C17 6.4.4.1).
 */
static const char *literal_word(unsigned long long value, int n_long, bool is_unsigned,
                                bool is_decimal, const struct gen_platform *platform)
{
    static const char *const words[2][2] = {{"i32", "u32"}, {"i64", "u64"}};
    const unsigned sizes[3] = {4, platform->long_size, 8};

    for (int i = n_long; i < 3; i++) {
        unsigned long long top = 1ull << (sizes[i] * 8 - 1);

        if (!is_unsigned && value < top)
            return words[sizes[i] / 8][0];
        if ((is_unsigned || !is_decimal) && value <= top - 1 + top)
            return words[sizes[i] / 8][1];
    }
    return NULL;
}

bool gen_literal_put_integer(struct abx_buffer *out, const char *text,
                             const struct gen_platform *platform)
{
    const char *end = text + strlen(text);
    bool is_negative, is_unsigned;
    unsigned long long value;
    const char *word;
    char *suffix;
    int n_long;

    while (*text == '(' && end > text && end[-1] == ')') {
        text++;
        end--;
    }
    is_negative = *text == '-';
    text += is_negative;
    if (!isdigit((unsigned char)*text))
        return false;
    errno = 0;
    value = strtoull(text, &suffix, 0);
    if (errno || !read_suffix(suffix, end, &n_long, &is_unsigned))
        return false;
    word = literal_word(value, n_long, is_unsigned, *text != '0', platform);
    if (!word)
        return false;
    if (is_negative)
        value = *word == 'u' && word[1] == '3' ? (unsigned)-value : -value;
    abx_buffer_printf(out, *word == 'u' ? "%s %llu" : "%s %lld", word, value);
    return true;
}

static const char *const simple_escapes = "a\ab\bf\fn\nr\rt\tv\v\\\\\"\"''??";

static unsigned long digit_value(char c)
{
    static const char digits[] = "0123456789abcdef";

    return (unsigned long)(strchr(digits, c | 0x20) -
                           digits); /* lower case; digits stay */
}

/* Reads at most @most digits; *@atp moves behind them. */
static unsigned long read_digits(const char **atp, unsigned base, int most)
{
    unsigned long unit = 0;

    for (; most && isxdigit((unsigned char)**atp) && digit_value(**atp) < base; most--)
        unit = unit * base + digit_value(*(*atp)++);
    return unit;
}

/* Reads one unit behind a backslash; *@atp moves behind it. */
static unsigned long read_escape(const char **atp)
{
    char c = **atp;

    if (c >= '0' && c <= '7')
        return read_digits(atp, 8, 3);
    (*atp)++;
    if (c == 'x' || c == 'u' || c == 'U')
        return read_digits(atp, 16, c == 'u' ? 4 : 8);
    for (const char *row = simple_escapes; *row; row += 2)
        if (row[0] == c)
            return (unsigned char)row[1];
    return 0;
}

static const char *element_word(const char *prefix, size_t size,
                                const struct gen_platform *platform)
{
    static const char *const words[2][3] = {{"u8", "u16", "u32"}, {"i8", "i16", "i32"}};

    if (size == 0 || (size == 2 && !strncmp(prefix, "u8", 2)))
        return "char";
    if (*prefix == 'u')
        return "u16";
    if (*prefix == 'U')
        return "u32";
    return words[platform->is_wchar_signed][platform->wchar_size / 2];
}

bool gen_literal_put_string(struct abx_buffer *out, const char *literal,
                            const struct gen_platform *platform)
{
    size_t prefix_size = strcspn(literal, "\"");
    const char *at = literal + prefix_size;
    struct abx_buffer text = {0};
    size_t n = 0;

    if (!*at || prefix_size > 2)
        return false;
    at++;
    while (*at && (*at != '"' || at[1] == '"')) {
        unsigned long unit;

        if (*at == '"') { /* printed apart, so that \x does not run into the next digit */
            at += 2;
            continue;
        }
        if (*at == '\\') {
            at++;
            unit = read_escape(&at);
        } else {
            unit = (unsigned char)*at++;
        }
        abx_grammar_put_unit(&text, unit);
        n++;
    }
    abx_buffer_printf(out, "[%zu]%s \"%s\"", n + 1,
                      element_word(literal, prefix_size, platform),
                      abx_buffer_text(&text));
    if (text.failed)
        out->failed = true;
    abx_buffer_finish(&text);
    return true;
}
