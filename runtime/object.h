/**
 * Scalar objects in memory, as this platform has them, and tagged values. Nearly all
 * members, elements, arguments of callbacks and their results are integers of up to 64
 * bits, pointers and reals that come in a value of just that kind; these are read and
 * checked here without a call. What is out of range, needs conversion or is no scalar is
 * left to value.c and value_load.c, which know all the rules and the messages: this header
 * accepts, and never refuses.
 */
#ifndef ABX_OBJECT_H
#define ABX_OBJECT_H

#include <float.h>
#include <limits.h>
#include <string.h>

#include "runtime/table.h"
#include "runtime/type.h"

/* Whether objects of the table's platform have the byte order of this one. */
static inline bool abx_object_is_native(const struct abx_table *table)
{
    return table->model.is_big_endian == (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__);
}

static inline bool abx_object_is_integer(const struct abx_type *type)
{
    return type->kind == ABX_TYPE_INT || type->kind == ABX_TYPE_ENUM ||
           type->kind == ABX_TYPE_CHAR || type->kind == ABX_TYPE_BOOL;
}

/* False for sizes that are none of 1, 2, 4 and 8 bytes. */
static inline bool abx_object_load_bits(const void *from, size_t size, uint64_t *bitsp)
{
    uint32_t four;
    uint16_t two;

    switch (size) {
    case 1:
        *bitsp = *(const unsigned char *)from;
        return true;
    case 2:
        memcpy(&two, from, sizeof(two));
        *bitsp = two;
        return true;
    case 4:
        memcpy(&four, from, sizeof(four));
        *bitsp = four;
        return true;
    case 8:
        memcpy(bitsp, from, sizeof(*bitsp));
        return true;
    default:
        return false;
    }
}

static inline bool abx_object_store_bits(void *to, size_t size, uint64_t bits)
{
    uint32_t four = (uint32_t)bits;
    uint16_t two = (uint16_t)bits;

    switch (size) {
    case 1:
        *(unsigned char *)to = (unsigned char)bits;
        return true;
    case 2:
        memcpy(to, &two, sizeof(two));
        return true;
    case 4:
        memcpy(to, &four, sizeof(four));
        return true;
    case 8:
        memcpy(to, &bits, sizeof(bits));
        return true;
    default:
        return false;
    }
}

static inline bool abx_object_load_integer(const struct abx_type *type, const void *from,
                                           struct abx_value *valuep)
{
    uint64_t bits;
    unsigned unused;

    if (!abx_object_load_bits(from, type->size, &bits))
        return false;
    valuep->u = bits;
    valuep->kind = ABX_VALUE_UINT;
    if (type->is_signed) {
        unused = 64 - (unsigned)type->size * CHAR_BIT;
        valuep->i = (int64_t)(bits << unused) >> unused;
        valuep->kind = ABX_VALUE_INT;
    }
    return true;
}

/*
 * Reads the object of @type, which is no typedef; all of *@valuep but its type. False, and
 * nothing done, where that takes more than this header knows.
 */
static inline bool abx_object_load(const struct abx_type *type, const void *from,
                                   struct abx_value *valuep)
{
    float narrow;

    if (abx_object_is_integer(type))
        return abx_object_load_integer(type, from, valuep);
    if (type->kind == ABX_TYPE_POINTER && type->size == sizeof(void *)) {
        memcpy(&valuep->p, from, sizeof(valuep->p));
        valuep->kind = ABX_VALUE_POINTER;
        return true;
    }
    if (type->kind != ABX_TYPE_FLOAT)
        return false;
    if (type->size == sizeof(narrow)) { /* f32 alone has this size, and f64 its own */
        memcpy(&narrow, from, sizeof(narrow));
        valuep->f = (double)narrow;
    } else if (type->size == sizeof(valuep->f)) {
        memcpy(&valuep->f, from, sizeof(valuep->f));
    } else {
        return false;
    }
    valuep->kind = ABX_VALUE_FLOAT;
    return true;
}

/* A type tells only whether the integer is wider than i and u. */
static inline bool abx_value_is_narrow(const struct abx_value *value)
{
    return (value->kind == ABX_VALUE_INT || value->kind == ABX_VALUE_UINT) &&
           (value->type == NULL || value->type->size <= sizeof(value->u));
}

static inline bool abx_object_store_integer(const struct abx_type *type,
                                            const struct abx_value *value, void *to)
{
    bool is_negative = value->kind == ABX_VALUE_INT && value->i < 0;
    unsigned width = type->kind == ABX_TYPE_BOOL ? 1 : (unsigned)type->size * CHAR_BIT;
    uint64_t most;

    if (type->size == 0 || type->size > sizeof(most) || !abx_value_is_narrow(value))
        return false;
    most = UINT64_MAX >> (64 - width);
    if (type->is_signed)
        most >>= 1;
    if (is_negative ? !type->is_signed || value->i < -(int64_t)most - 1 : value->u > most)
        return false;
    return abx_object_store_bits(to, type->size, value->u);
}

/*
 * Stores @value as an object of @type, which is no typedef, by the rules of a member.
 * False, and nothing stored, where that takes more than this header knows or must be
 * refused.
 */
static inline bool abx_object_store(const struct abx_type *type,
                                    const struct abx_value *value, void *to)
{
    float narrow;

    if (abx_object_is_integer(type))
        return abx_object_store_integer(type, value, to);
    if (type->kind == ABX_TYPE_POINTER && type->size == sizeof(void *)) {
        if (value->kind != ABX_VALUE_POINTER || value->type != NULL)
            return false;
        memcpy(to, &value->p, sizeof(value->p));
        return true;
    }
    if (type->kind != ABX_TYPE_FLOAT || value->kind != ABX_VALUE_FLOAT)
        return false;
    if (type->size == sizeof(value->f)) {
        memcpy(to, &value->f, sizeof(value->f));
        return true;
    }
    if (type->size != sizeof(narrow) || !(value->f >= -FLT_MAX && value->f <= FLT_MAX))
        return false;
    narrow = (float)value->f;
    memcpy(to, &narrow, sizeof(narrow));
    return true;
}

#endif
