/*
 * Variable arguments. No parameter says what they should be, so the value's own kind
 * does, and C's default promotions are applied to it.
 */
#include <limits.h>
#include <string.h>

#include "runtime/call_plan.h"
#include "runtime/error.h"
#include "runtime/memory.h"
#include "runtime/value.h"

/* Writes one variable argument to @slot and tells libffi's type of it. */
typedef int promote(struct abx_table *table, const struct abx_value *value, void *slot,
                    ffi_type **typep, struct abx_error *err);

static int promote_none(struct abx_table *table, const struct abx_value *value,
                        void *slot, ffi_type **typep, struct abx_error *err)
{
    (void)table;
    (void)value;
    (void)slot;
    (void)typep;
    return abx_error_refuse(err, ABX_REASON_KIND, "has no value");
}

static void put_int(int number, void *slot, ffi_type **typep)
{
    memcpy(slot, &number, sizeof(number));
    *typep = &ffi_type_sint;
}

static int promote_typed(struct abx_table *table, const struct abx_value *value,
                         void *slot, ffi_type **typep, struct abx_error *err)
{
    const struct abx_type *type = abx_type_strip(value->type);
    struct abx_value plain = *value;
    int status;

    if (!abx_call_is_integer(type) || (type->size > sizeof(uint64_t)))
        return abx_error_refuse(err, ABX_REASON_KIND,
                                "is an integer, but its type is none up to 64 bits");
    plain.type = NULL;
    status = abx_value_store(table, type, &plain, slot, err);
    if (status != ABX_OK)
        return status;
    if (type->size < sizeof(int))
        put_int((int)value->i, slot, typep);
    else if (type->size == sizeof(int))
        *typep = abx_type_is_signed(type) ? &ffi_type_sint : &ffi_type_uint;
    else
        *typep = abx_type_is_signed(type) ? &ffi_type_sint64 : &ffi_type_uint64;
    return ABX_OK;
}

/* The first of int, unsigned long and a type of 64 bits that holds it, as C takes a
 * number. */
static int promote_integer(struct abx_table *table, const struct abx_value *value,
                           void *slot, ffi_type **typep, struct abx_error *err)
{
    bool is_signed = value->kind == ABX_VALUE_INT;

    if (value->type != NULL)
        return promote_typed(table, value, slot, typep, err);
    if (is_signed ? value->i >= INT_MIN && value->i <= INT_MAX : value->u <= INT_MAX) {
        put_int((int)value->i, slot, typep);
    } else if (!is_signed && value->u <= ULONG_MAX) {
        unsigned long number = (unsigned long)value->u;

        memcpy(slot, &number, sizeof(number));
        *typep = &ffi_type_ulong;
    } else {
        memcpy(slot, &value->u, sizeof(value->u));
        *typep = is_signed ? &ffi_type_sint64 : &ffi_type_uint64;
    }
    return ABX_OK;
}

static int promote_float(struct abx_table *table, const struct abx_value *value,
                         void *slot, ffi_type **typep, struct abx_error *err)
{
    (void)table;
    (void)err;
    memcpy(slot, &value->f, sizeof(value->f));
    *typep = &ffi_type_double;
    return ABX_OK;
}

static int promote_long_double(struct abx_table *table, const struct abx_value *value,
                               void *slot, ffi_type **typep, struct abx_error *err)
{
    (void)table;
    (void)err;
    memcpy(slot, &value->ld, sizeof(value->ld));
    *typep = &ffi_type_longdouble;
    return ABX_OK;
}

static int promote_pointer(struct abx_table *table, const struct abx_value *value,
                           void *slot, ffi_type **typep, struct abx_error *err)
{
    const void *address = value->p;

    (void)table;
    if (value->kind == ABX_VALUE_STRING) {
        address = value->string.data;
        if (address == NULL)
            return abx_error_refuse(err, ABX_REASON_VALUE, "is a string without data");
        if (memchr(address, '\0', value->string.size) != NULL)
            return abx_error_refuse(err, ABX_REASON_VALUE,
                                    "is a string with a zero inside");
    } else if (value->kind == ABX_VALUE_MEMORY) {
        if (abx_memory_check(value->memory, err) != ABX_OK)
            return ABX_REFUSED;
        address = abx_memory_data(value->memory);
    }
    memcpy(slot, &address, sizeof(address));
    *typep = &ffi_type_pointer;
    return ABX_OK;
}

static promote *const promotions[] = {
    [ABX_VALUE_NONE] = promote_none,
    [ABX_VALUE_INT] = promote_integer,
    [ABX_VALUE_UINT] = promote_integer,
    [ABX_VALUE_FLOAT] = promote_float,
    [ABX_VALUE_LONG_DOUBLE] = promote_long_double,
    [ABX_VALUE_POINTER] = promote_pointer,
    [ABX_VALUE_STRING] = promote_pointer,
    [ABX_VALUE_MEMORY] = promote_pointer,
};

int abx_call_promote(struct abx_table *table, const struct abx_value *value, void *slot,
                     ffi_type **typep, struct abx_error *err)
{
    size_t kind = (size_t)value->kind;

    if (kind >= sizeof(promotions) / sizeof(*promotions))
        kind = ABX_VALUE_NONE;
    return promotions[kind](table, value, slot, typep, err);
}
