/*
 * 128-bit integers in two halves. Not every compiler that builds this library has
 * __int128, and tables have constants of that width; what is needed of them is little
 * enough to write out.
 */
#include "runtime/wide.h"

#include <string.h>

#include "runtime/object.h"
#include "runtime/type.h"

enum { BITS = 64, BYTES = 8 };

static bool is_wide_type(const struct abx_type *type)
{
    if (type == NULL)
        return false;
    type = abx_type_strip(type);
    return type->size > BYTES &&
           (type->kind == ABX_TYPE_INT || type->kind == ABX_TYPE_ENUM);
}

struct abx_wide abx_wide_of_value(const struct abx_value *value)
{
    struct abx_wide wide = {.low = value->u};

    if (is_wide_type(value->type)) {
        wide.high = value->wide[1];
        wide.is_negative = value->kind == ABX_VALUE_INT && wide.high >> (BITS - 1) != 0;
    } else if (value->kind == ABX_VALUE_INT && value->i < 0) {
        wide.high = UINT64_MAX;
        wide.is_negative = true;
    }
    return wide;
}

void abx_wide_to_value(struct abx_wide wide, bool is_signed, struct abx_value *valuep)
{
    valuep->kind = is_signed ? ABX_VALUE_INT : ABX_VALUE_UINT;
    valuep->wide[0] = wide.low;
    valuep->wide[1] = wide.high;
}

/* Keeps what lies above the lowest @n bits, moved down. */
static struct abx_wide shift_right(struct abx_wide wide, unsigned n)
{
    uint64_t fill = wide.is_negative ? UINT64_MAX : 0;

    for (; n >= BITS; n -= BITS) {
        wide.low = wide.high;
        wide.high = fill;
    }
    if (n > 0) {
        wide.low = wide.low >> n | wide.high << (BITS - n);
        wide.high = wide.high >> n | fill << (BITS - n);
    }
    return wide;
}

bool abx_wide_fits(struct abx_wide wide, unsigned width, bool is_signed)
{
    struct abx_wide rest = shift_right(wide, is_signed ? width - 1 : width);

    if (wide.is_negative)
        return is_signed && rest.low == UINT64_MAX && rest.high == UINT64_MAX;
    return rest.low == 0 && rest.high == 0;
}

struct abx_wide abx_wide_limit(unsigned width, bool is_signed, bool is_largest)
{
    struct abx_wide ones = {UINT64_MAX, UINT64_MAX, false};
    struct abx_wide limit = {0};

    if (is_largest || is_signed)
        limit = shift_right(ones, 2 * BITS - (is_signed ? width - 1 : width));
    if (is_largest || !is_signed)
        return limit;
    return (struct abx_wide){~limit.low, ~limit.high, true};
}

static struct abx_wide negate(struct abx_wide wide)
{
    wide.low = ~wide.low + 1;
    wide.high = ~wide.high + (wide.low == 0);
    wide.is_negative = !wide.is_negative;
    return wide;
}

/* Divides by ten; returns the remainder. */
static unsigned divide(struct abx_wide *wide)
{
    uint32_t parts[] = {(uint32_t)(wide->high >> 32), (uint32_t)wide->high,
                        (uint32_t)(wide->low >> 32), (uint32_t)wide->low};
    uint64_t rest = 0;

    for (int i = 0; i < 4; i++) {
        rest = rest << 32 | parts[i];
        parts[i] = (uint32_t)(rest / 10);
        rest %= 10;
    }
    wide->high = (uint64_t)parts[0] << 32 | parts[1];
    wide->low = (uint64_t)parts[2] << 32 | parts[3];
    return (unsigned)rest;
}

void abx_wide_format(struct abx_wide wide, char *text)
{
    char digits[ABX_WIDE_TEXT];
    size_t n = sizeof(digits);

    digits[--n] = '\0';
    if (wide.is_negative) {
        *text++ = '-';
        wide = negate(wide);
    }
    do
        digits[--n] = (char)('0' + divide(&wide));
    while (wide.low != 0 || wide.high != 0);
    memcpy(text, digits + n, sizeof(digits) - n);
}

/* Appends a digit. False: too large. */
static bool append(struct abx_wide *wide, unsigned digit)
{
    uint32_t parts[] = {(uint32_t)wide->low, (uint32_t)(wide->low >> 32),
                        (uint32_t)wide->high, (uint32_t)(wide->high >> 32)};
    uint64_t carry = digit;

    for (int i = 0; i < 4; i++) {
        carry += (uint64_t)parts[i] * 10;
        parts[i] = (uint32_t)carry;
        carry >>= 32;
    }
    wide->low = (uint64_t)parts[1] << 32 | parts[0];
    wide->high = (uint64_t)parts[3] << 32 | parts[2];
    return carry == 0;
}

bool abx_wide_parse(const char *text, const char *end, struct abx_wide *widep)
{
    bool is_negative = text < end && *text == '-';
    const char *first = text + is_negative;

    *widep = (struct abx_wide){0};
    if (first == end || (*first == '0' && (is_negative || end - first > 1)))
        return false;
    for (const char *at = first; at < end; at++) {
        if (*at < '0' || *at > '9' || !append(widep, (unsigned)(*at - '0')))
            return false;
    }
    if (!is_negative)
        return true;
    *widep = negate(*widep);
    return widep->high >> (BITS - 1) != 0; /* below the smallest number of 128 bits */
}

/* Byte @i from the low end, of a number of @size bytes. */
static size_t byte_index(size_t i, size_t size, bool is_big_endian)
{
    return is_big_endian ? size - 1 - i : i;
}

static bool is_native(bool is_big_endian)
{
    return is_big_endian == (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__);
}

void abx_wide_put(struct abx_wide wide, void *to, size_t size, bool is_big_endian)
{
    unsigned char *bytes = to;

    if (is_native(is_big_endian) && abx_object_store_bits(to, size, wide.low))
        return;
    for (size_t i = 0; i < size; i++) {
        uint64_t half = i < BYTES ? wide.low : wide.high;

        bytes[byte_index(i, size, is_big_endian)] =
            (unsigned char)(half >> i % BYTES * 8);
    }
}

/* Extends the lowest @width bits over all. */
static struct abx_wide extend(struct abx_wide wide, unsigned width, bool is_signed)
{
    unsigned sign = width - 1;
    uint64_t half = sign < BITS ? wide.low : wide.high;

    if (!is_signed || (half >> sign % BITS & 1) == 0)
        return wide;
    wide.is_negative = true;
    if (width < BITS)
        wide.low |= UINT64_MAX << width;
    if (width <= BITS)
        wide.high = UINT64_MAX;
    else if (width < 2 * BITS)
        wide.high |= UINT64_MAX << (width - BITS);
    return wide;
}

struct abx_wide abx_wide_get(const void *from, size_t size, bool is_big_endian,
                             bool is_signed)
{
    const unsigned char *bytes = from;
    struct abx_wide wide = {0};

    if (is_native(is_big_endian) && abx_object_load_bits(from, size, &wide.low))
        return extend(wide, (unsigned)size * 8, is_signed);
    for (size_t i = 0; i < size; i++) {
        uint64_t *half = i < BYTES ? &wide.low : &wide.high;

        *half |= (uint64_t)bytes[byte_index(i, size, is_big_endian)] << i % BYTES * 8;
    }
    return extend(wide, (unsigned)size * 8, is_signed);
}

/*
 * Bit @i from the low end of a field of @width bits that begins at bit @first: counted
 * from the low end of each byte on little-endian platforms, from the high end on
 * big-endian ones, where a field begins with its highest bit.
 */
static unsigned bit_index(unsigned i, unsigned first, unsigned width, bool is_big_endian)
{
    return is_big_endian ? first + width - 1 - i : first + i;
}

static unsigned bit_mask(unsigned index, bool is_big_endian)
{
    return 1u << (is_big_endian ? 7 - index % 8 : index % 8);
}

void abx_wide_put_bits(struct abx_wide wide, void *to, unsigned bit, unsigned width,
                       bool is_big_endian)
{
    unsigned char *bytes = to;

    for (unsigned i = 0; i < width; i++) {
        unsigned index = bit_index(i, bit, width, is_big_endian);
        unsigned mask = bit_mask(index, is_big_endian);
        uint64_t half = i < BITS ? wide.low : wide.high;

        if (half >> i % BITS & 1)
            bytes[index / 8] = (unsigned char)(bytes[index / 8] | mask);
        else
            bytes[index / 8] = (unsigned char)(bytes[index / 8] & ~mask);
    }
}

struct abx_wide abx_wide_get_bits(const void *from, unsigned bit, unsigned width,
                                  bool is_big_endian, bool is_signed)
{
    const unsigned char *bytes = from;
    struct abx_wide wide = {0};

    for (unsigned i = 0; i < width; i++) {
        unsigned index = bit_index(i, bit, width, is_big_endian);
        uint64_t *half = i < BITS ? &wide.low : &wide.high;

        if (bytes[index / 8] & bit_mask(index, is_big_endian))
            *half |= (uint64_t)1 << i % BITS;
    }
    return extend(wide, width, is_signed);
}
