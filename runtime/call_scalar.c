/*
 * What of scalars need not be quick: which of them a type is, and the ways by memory.
 */
#include "runtime/call_scalar.h"

#include <limits.h>

enum { BITS = 64 };

static bool describe_integer(const struct abx_type *type, struct abx_place *place)
{
    unsigned width = type->kind == ABX_TYPE_BOOL ? 1 : (unsigned)type->size * CHAR_BIT;

    if (type->size > sizeof(uint64_t))
        return false;
    place->scalar = type->is_signed ? ABX_SCALAR_INT : ABX_SCALAR_UINT;
    place->n_unused = BITS - (unsigned)type->size * CHAR_BIT;
    place->most = UINT64_MAX >> (BITS - width);
    if (type->is_signed) {
        place->most >>= 1;
        place->least = -(int64_t)place->most - 1;
    }
    return true;
}

/* As the table writes it: what a pointer points to is looked up only when needed. */
static bool points_to_text(const struct abx_type *type)
{
    static const char text[] = "const char";

    return type->target_text_size == sizeof(text) - 1 &&
           memcmp(type->target_text, text, sizeof(text) - 1) == 0;
}

bool abx_scalar_describe(const struct abx_type *type, struct abx_place *place)
{
    *place = (struct abx_place){.scalar = ABX_SCALAR_VOID};
    if (abx_call_is_integer(type))
        return describe_integer(type, place);
    if (type->kind == ABX_TYPE_VOID)
        return true;
    if (type->kind == ABX_TYPE_POINTER) {
        place->scalar = ABX_SCALAR_POINTER;
        place->takes_text = points_to_text(type);
        return type->size == sizeof(void *);
    }
    if (type->kind != ABX_TYPE_FLOAT || type->name == NULL)
        return false;
    if (strcmp(type->name, "f32") == 0)
        place->scalar = ABX_SCALAR_FLOAT;
    else if (strcmp(type->name, "f64") == 0)
        place->scalar = ABX_SCALAR_DOUBLE;
    return place->scalar != ABX_SCALAR_VOID;
}

static uint64_t read_integer(const void *from, size_t size, bool is_signed)
{
    unsigned unused = BITS - (unsigned)size * CHAR_BIT;
    uint64_t bits = 0;

    abx_object_load_bits(from, size, &bits);
    bits <<= unused;
    return is_signed ? (uint64_t)((int64_t)bits >> unused) : bits >> unused;
}

void abx_scalar_store_object(const struct abx_place *place, const void *from, size_t size,
                             void *words)
{
    bool is_signed = place->scalar == ABX_SCALAR_INT;
    void *pointer;
    double number;
    float narrow;

    switch (place->scalar) {
    case ABX_SCALAR_POINTER:
        memcpy(&pointer, from, sizeof(pointer));
        abx_image_set_pointer(place, words, pointer);
        break;
    case ABX_SCALAR_FLOAT:
        memcpy(&narrow, from, sizeof(narrow));
        abx_image_set_float(place, words, narrow);
        break;
    case ABX_SCALAR_DOUBLE:
        memcpy(&number, from, sizeof(number));
        abx_image_set_double(place, words, number);
        break;
    default:
        abx_image_set_integer(place, words, read_integer(from, size, is_signed));
        break;
    }
}

/* libffi gives integers up to the size of a register as a whole ffi_arg. */
static uint64_t read_result(const struct abx_plan *plan, const void *from)
{
    size_t size = plan->result->size;

    return read_integer(from, size < sizeof(ffi_arg) ? sizeof(ffi_arg) : size, false);
}

void abx_scalar_load(const struct abx_plan *plan, const void *from,
                     struct abx_outcome *outcome, struct abx_value *valuep)
{
    double number;
    float narrow;

    switch (plan->image.result) {
    case ABX_SCALAR_FLOAT:
        memcpy(&narrow, from, sizeof(narrow));
        abx_scalar_load_real(plan, (double)narrow, outcome, valuep);
        break;
    case ABX_SCALAR_DOUBLE:
        memcpy(&number, from, sizeof(number));
        abx_scalar_load_real(plan, number, outcome, valuep);
        break;
    case ABX_SCALAR_POINTER:
        abx_scalar_load_pointer(plan, read_result(plan, from), outcome, valuep);
        break;
    case ABX_SCALAR_VOID:
        *valuep = (struct abx_value){.type = plan->result_type};
        break;
    default:
        abx_scalar_load_integer(plan, read_result(plan, from), outcome, valuep);
        break;
    }
}
