/**
 * Scalars between tagged values and images. Nearly all arguments are integers, pointers
 * and reals that come in a value of just that kind; these are checked and stored here
 * without looking at a type again. What is out of range, needs conversion or is no scalar
 * is left to value.c, which knows all the rules and the messages: this header accepts,
 * and never refuses.
 *
 * Inline, since a call that takes five nanoseconds feels every function on its way.
 */
#ifndef ABX_CALL_SCALAR_H
#define ABX_CALL_SCALAR_H

#include <float.h>
#include <string.h>

#include "runtime/call_plan.h"
#include "runtime/object.h"

static inline bool abx_scalar_store_integer(const struct abx_place *place,
                                            const struct abx_value *value, void *words)
{
    bool is_negative = value->kind == ABX_VALUE_INT && value->i < 0;

    if (!abx_value_is_narrow(value) ||
        (is_negative ? value->i < place->least : value->u > place->most))
        return false;
    abx_image_set_integer(place, words, value->u);
    return true;
}

static inline bool abx_scalar_store_pointer(const struct abx_place *place,
                                            const struct abx_value *value, void *words)
{
    const struct abx_string *string = &value->string;
    const void *pointer = value->p;

    if (value->kind == ABX_VALUE_STRING && place->takes_text) {
        pointer = string->data;
        if (pointer == NULL || memchr(pointer, '\0', string->size) != NULL)
            return false;
    } else if (value->kind != ABX_VALUE_POINTER || value->type != NULL ||
               (place->is_nonnull && pointer == NULL)) {
        return false;
    }
    abx_image_set_pointer(place, words, pointer);
    return true;
}

/*
 * Stores an argument at its place. False, and nothing stored, where that takes more than
 * this header knows or must be refused.
 */
static inline bool abx_scalar_store(const struct abx_place *place,
                                    const struct abx_value *value, void *words)
{
    if (place->has_rules)
        return false;
    switch (place->scalar) {
    case ABX_SCALAR_INT:
    case ABX_SCALAR_UINT:
        return abx_scalar_store_integer(place, value, words);
    case ABX_SCALAR_POINTER:
        return abx_scalar_store_pointer(place, value, words);
    case ABX_SCALAR_DOUBLE:
        if (value->kind != ABX_VALUE_FLOAT)
            return false;
        abx_image_set_double(place, words, value->f);
        return true;
    case ABX_SCALAR_FLOAT:
        if (value->kind != ABX_VALUE_FLOAT ||
            !(value->f >= -FLT_MAX && value->f <= FLT_MAX))
            return false;
        abx_image_set_float(place, words, (float)value->f);
        return true;
    default:
        return false;
    }
}

/* Field by field: a value made elsewhere and copied costs more than all the rest. */
static inline void abx_scalar_load_integer(const struct abx_plan *plan, uint64_t bits,
                                           struct abx_outcome *outcome,
                                           struct abx_value *valuep)
{
    bits <<= plan->result_unused;
    outcome->bits = bits >> plan->result_unused;
    valuep->type = plan->result_type;
    if (plan->is_result_signed) {
        valuep->kind = ABX_VALUE_INT;
        valuep->i = (int64_t)bits >> plan->result_unused;
    } else {
        valuep->kind = ABX_VALUE_UINT;
        valuep->u = outcome->bits;
    }
}

static inline void abx_scalar_load_pointer(const struct abx_plan *plan, uint64_t bits,
                                           struct abx_outcome *outcome,
                                           struct abx_value *valuep)
{
    outcome->bits = (uintptr_t)bits;
    valuep->kind = ABX_VALUE_POINTER;
    valuep->type = plan->result_type;
    valuep->p = (void *)(uintptr_t)bits;
}

static inline void abx_scalar_load_real(const struct abx_plan *plan, double number,
                                        struct abx_outcome *outcome,
                                        struct abx_value *valuep)
{
    outcome->number = number;
    valuep->kind = ABX_VALUE_FLOAT;
    valuep->type = plan->result_type;
    valuep->f = number;
}

/* Bytes that abx_image_set_integer writes. */
static inline size_t abx_image_slot_size(const struct abx_place *place)
{
    return sizeof(void *) == sizeof(uint64_t) ? sizeof(uint64_t) : place->size;
}

/* Calls, and takes the result, as contracts look at it and as a value. */
static inline void abx_scalar_enter(const struct abx_plan *plan, const void *words,
                                    struct abx_outcome *outcome, struct abx_value *valuep)
{
    const struct abx_image *image = &plan->image;

    switch (image->result) {
    case ABX_SCALAR_INT:
    case ABX_SCALAR_UINT:
        abx_scalar_load_integer(plan, image->enter.integer(image, words), outcome,
                                valuep);
        break;
    case ABX_SCALAR_POINTER:
        abx_scalar_load_pointer(plan, image->enter.integer(image, words), outcome,
                                valuep);
        break;
    case ABX_SCALAR_FLOAT:
    case ABX_SCALAR_DOUBLE:
        abx_scalar_load_real(plan, image->enter.real(image, words), outcome, valuep);
        break;
    default:
        image->enter.integer(image, words);
        valuep->kind = ABX_VALUE_NONE;
        valuep->type = plan->result_type;
        break;
    }
}

/* Describes the scalar that @type is, which is no typedef; false: it is none. */
bool abx_scalar_describe(const struct abx_type *type, struct abx_place *place);

/* Stores the object of a scalar type at @from at its place. */
void abx_scalar_store_object(const struct abx_place *place, const void *from, size_t size,
                             void *words);

/* Takes a scalar result that libffi left at @from. */
void abx_scalar_load(const struct abx_plan *plan, const void *from,
                     struct abx_outcome *outcome, struct abx_value *valuep);

#endif
