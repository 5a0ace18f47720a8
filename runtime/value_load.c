/*
 * Bytes into values: one function per kind of type. What has no scalar value is copied
 * into memory of its own.
 */
#include "runtime/error.h"
#include "runtime/floating.h"
#include "runtime/memory.h"
#include "runtime/object.h"
#include "runtime/table.h"
#include "runtime/type.h"
#include "runtime/value.h"
#include "runtime/wide.h"

enum { LABEL = 80 };

/* What the loading functions work on. */
struct load {
    struct abx_table *table;
    const struct abx_type *type; /* stripped */
    const void *from;
    struct abx_value *value;
    struct abx_error *err;
};

static int load_integer(struct load *l)
{
    struct abx_wide wide = abx_wide_get(
        l->from, l->type->size, l->table->model.is_big_endian, l->type->is_signed);

    abx_wide_to_value(wide, l->type->is_signed, l->value);
    return ABX_OK;
}

static int load_float(struct load *l)
{
    char label[LABEL];

    if (!abx_float_is_native(l->type))
        return abx_error_refuse(l->err, ABX_REASON_VALUE,
                                "is %s, which this platform does not compute with",
                                abx_type_label(l->type, label, LABEL));
    abx_float_load(l->type, l->from, l->table->model.is_big_endian, l->value);
    return ABX_OK;
}

static int load_pointer(struct load *l)
{
    struct abx_wide wide =
        abx_wide_get(l->from, l->type->size, l->table->model.is_big_endian, false);

    if (wide.low > UINTPTR_MAX)
        return abx_error_refuse(l->err, ABX_REASON_RANGE,
                                "holds an address that this platform has not");
    l->value->kind = ABX_VALUE_POINTER;
    l->value->p = (void *)(uintptr_t)wide.low;
    return ABX_OK;
}

static int load_copy(struct load *l)
{
    int status =
        abx_memory_copy(l->table, l->value->type, l->from, &l->value->memory, l->err);

    if (status == ABX_OK)
        l->value->kind = ABX_VALUE_MEMORY;
    return status;
}

int abx_value_load(struct abx_table *table, const struct abx_type *type, const void *from,
                   struct abx_value *valuep, struct abx_error *err)
{
    static int (*const loads[ABX_N_TYPE_KINDS])(struct load *) = {
        [ABX_TYPE_BOOL] = load_integer,    [ABX_TYPE_CHAR] = load_integer,
        [ABX_TYPE_INT] = load_integer,     [ABX_TYPE_ENUM] = load_integer,
        [ABX_TYPE_FLOAT] = load_float,     [ABX_TYPE_COMPLEX] = load_copy,
        [ABX_TYPE_POINTER] = load_pointer, [ABX_TYPE_ARRAY] = load_copy,
        [ABX_TYPE_STRUCT] = load_copy,     [ABX_TYPE_UNION] = load_copy,
    };
    struct load load = {table, abx_type_strip(type), from, valuep, err};
    char label[LABEL];
    int status;

    if (abx_object_is_native(table) && abx_object_load(load.type, from, valuep)) {
        valuep->type = type;
        return ABX_OK;
    }
    *valuep = (struct abx_value){.type = type};
    if (loads[load.type->kind] == NULL || load.type->is_incomplete)
        status =
            abx_error_refuse(err, ABX_REASON_KIND, "is of type %s, which has no value",
                             abx_type_label(type, label, LABEL));
    else
        status = loads[load.type->kind](&load);
    if (status != ABX_OK)
        *valuep = (struct abx_value){0};
    return status;
}

void abx_value_load_bits(struct abx_table *table, const struct abx_member *member,
                         const void *record, struct abx_value *valuep)
{
    const struct abx_type *type = abx_type_strip(member->type);
    const unsigned char *at = (const unsigned char *)record + member->offset;
    struct abx_wide wide = abx_wide_get_bits(at, member->bit_offset, member->bit_width,
                                             table->model.is_big_endian, type->is_signed);

    *valuep = (struct abx_value){.type = member->type};
    abx_wide_to_value(wide, type->is_signed, valuep);
}
