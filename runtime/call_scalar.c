/*
 * The quick way for scalars. Nearly all arguments are integers, pointers and floats that
 * come in a value of just that kind; these are checked and stored here without looking at
 * a type again. What is out of range, needs conversion or is no scalar is left to
 * value.c, which knows all the rules and the messages: this file accepts, and never
 * refuses.
 */
#include "runtime/call_scalar.h"

#include <ffi.h>
#include <float.h>
#include <limits.h>
#include <string.h>

#include "runtime/call_plan.h"

enum { BITS = 64 };

/* ---- arguments ---- */

bool abx_argument_store_none(const struct abx_argument_plan *plan,
                             const struct abx_value *value, void *slot)
{
    (void)plan;
    (void)value;
    (void)slot;
    return false;
}

/* A type tells only whether the integer is wider than i and u. */
static bool is_plain_integer(const struct abx_value *value)
{
    return (value->kind == ABX_VALUE_INT || value->kind == ABX_VALUE_UINT) &&
           (value->type == NULL || value->type->size <= sizeof(value->u));
}

static bool store_integer(const struct abx_argument_plan *plan,
                          const struct abx_value *value, void *slot)
{
    bool is_negative = value->kind == ABX_VALUE_INT && value->i < 0;
    uint64_t bits = value->u;

    if (!is_plain_integer(value) ||
        (is_negative ? value->i < plan->least : bits > plan->most))
        return false;
    bits <<= plan->shift;
    memcpy(slot, &bits, sizeof(bits));
    return true;
}

static bool store_pointer(const struct abx_argument_plan *plan,
                          const struct abx_value *value, void *slot)
{
    if (value->kind != ABX_VALUE_POINTER || value->type != NULL ||
        (plan->is_nonnull && value->p == NULL))
        return false;
    memcpy(slot, &value->p, sizeof(value->p));
    return true;
}

/* For pointers to constant characters. */
static bool store_text(const struct abx_argument_plan *plan,
                       const struct abx_value *value, void *slot)
{
    const struct abx_string *string = &value->string;

    if (value->kind != ABX_VALUE_STRING)
        return store_pointer(plan, value, slot);
    if (string->data == NULL || memchr(string->data, '\0', string->size) != NULL)
        return false;
    memcpy(slot, &string->data, sizeof(string->data));
    return true;
}

static bool store_float(const struct abx_argument_plan *plan,
                        const struct abx_value *value, void *slot)
{
    float narrow;

    (void)plan;
    if (value->kind != ABX_VALUE_FLOAT || !(value->f >= -FLT_MAX && value->f <= FLT_MAX))
        return false;
    narrow = (float)value->f;
    memcpy(slot, &narrow, sizeof(narrow));
    return true;
}

static bool store_double(const struct abx_argument_plan *plan,
                         const struct abx_value *value, void *slot)
{
    (void)plan;
    if (value->kind != ABX_VALUE_FLOAT)
        return false;
    memcpy(slot, &value->f, sizeof(value->f));
    return true;
}

/* libffi reads an integer of its own size at the beginning of the slot. */
static void init_integer(struct abx_argument_plan *plan, const struct abx_type *type)
{
    unsigned width = type->kind == ABX_TYPE_BOOL ? 1 : (unsigned)type->size * CHAR_BIT;

    plan->store = store_integer;
    plan->most = UINT64_MAX >> (BITS - width);
    if (type->is_signed) {
        plan->most >>= 1;
        plan->least = -(int64_t)plan->most - 1;
    }
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    plan->shift = BITS - (unsigned)type->size * CHAR_BIT;
#endif
}

/* As the table writes it: what a pointer points to is looked up only when needed. */
static bool points_to_text(const struct abx_type *type)
{
    static const char text[] = "const char";

    return type->target_text_size == sizeof(text) - 1 &&
           memcmp(type->target_text, text, sizeof(text) - 1) == 0;
}

void abx_argument_plan_init(struct abx_argument_plan *plan, const struct abx_type *type,
                            const ffi_type *ffi, bool is_nonnull)
{
    type = abx_type_strip(type);
    *plan =
        (struct abx_argument_plan){.store = abx_argument_store_none,
                                   .is_nonnull = is_nonnull && ffi == &ffi_type_pointer};
    if (abx_call_is_integer(type))
        init_integer(plan, type);
    else if (ffi == &ffi_type_pointer)
        plan->store = points_to_text(type) ? store_text : store_pointer;
    else if (ffi == &ffi_type_float)
        plan->store = store_float;
    else if (ffi == &ffi_type_double)
        plan->store = store_double;
}

/* ---- results ---- */

static void load_nothing(const struct abx_result_plan *plan, const void *from,
                         struct abx_outcome *outcome, struct abx_value *valuep)
{
    (void)from;
    (void)outcome;
    *valuep = (struct abx_value){.type = plan->type};
}

/* Field by field: a value made elsewhere and copied costs more than all the rest. */
static void set_integer(const struct abx_result_plan *plan, uint64_t bits,
                        struct abx_outcome *outcome, struct abx_value *valuep)
{
    bits <<= plan->n_unused;
    outcome->bits = bits >> plan->n_unused;
    valuep->kind = plan->is_signed ? ABX_VALUE_INT : ABX_VALUE_UINT;
    valuep->type = plan->type;
    if (plan->is_signed)
        valuep->i = (int64_t)bits >> plan->n_unused;
    else
        valuep->u = outcome->bits;
}

/* libffi gives integers up to the size of a register as a whole ffi_arg. */
static void load_register(const struct abx_result_plan *plan, const void *from,
                          struct abx_outcome *outcome, struct abx_value *valuep)
{
    ffi_arg bits;

    memcpy(&bits, from, sizeof(bits));
    set_integer(plan, (uint64_t)bits, outcome, valuep);
}

static void load_two_registers(const struct abx_result_plan *plan, const void *from,
                               struct abx_outcome *outcome, struct abx_value *valuep)
{
    uint64_t bits;

    memcpy(&bits, from, sizeof(bits));
    set_integer(plan, bits, outcome, valuep);
}

static void load_pointer(const struct abx_result_plan *plan, const void *from,
                         struct abx_outcome *outcome, struct abx_value *valuep)
{
    void *pointer;

    memcpy(&pointer, from, sizeof(pointer));
    outcome->bits = (uintptr_t)pointer;
    *valuep =
        (struct abx_value){.kind = ABX_VALUE_POINTER, .type = plan->type, .p = pointer};
}

static void set_double(const struct abx_result_plan *plan, double number,
                       struct abx_outcome *outcome, struct abx_value *valuep)
{
    outcome->number = number;
    valuep->kind = ABX_VALUE_FLOAT;
    valuep->type = plan->type;
    valuep->f = number;
}

static void load_float(const struct abx_result_plan *plan, const void *from,
                       struct abx_outcome *outcome, struct abx_value *valuep)
{
    float narrow;

    memcpy(&narrow, from, sizeof(narrow));
    set_double(plan, (double)narrow, outcome, valuep);
}

static void load_double(const struct abx_result_plan *plan, const void *from,
                        struct abx_outcome *outcome, struct abx_value *valuep)
{
    double number;

    memcpy(&number, from, sizeof(number));
    set_double(plan, number, outcome, valuep);
}

void abx_result_plan_init(struct abx_result_plan *plan, const struct abx_type *type,
                          const ffi_type *ffi)
{
    const struct abx_type *behind = abx_type_strip(type);

    *plan = (struct abx_result_plan){.type = type, .is_signed = behind->is_signed};
    if (abx_call_is_integer(behind)) {
        plan->n_unused = BITS - (unsigned)behind->size * CHAR_BIT;
        plan->load = behind->size <= sizeof(ffi_arg) ? load_register : load_two_registers;
    } else if (ffi == &ffi_type_void) {
        plan->load = load_nothing;
    } else if (ffi == &ffi_type_pointer) {
        plan->load = load_pointer;
    } else if (ffi == &ffi_type_float) {
        plan->load = load_float;
    } else if (ffi == &ffi_type_double) {
        plan->load = load_double;
    }
}
