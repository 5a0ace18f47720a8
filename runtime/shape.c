/*
 * What a record holds. One walk through its members, nested ones too, answers what any
 * calling convention asks: integers, floating numbers of one kind or of several, unions,
 * members that are not aligned, and bytes that no member has.
 */
#include "runtime/shape.h"

#include <string.h>

enum { GRANULE = 4, MAX_COVERED = 64 * GRANULE };

bool abx_shape_is_record(const struct abx_type *type)
{
    return type->kind == ABX_TYPE_STRUCT || type->kind == ABX_TYPE_UNION;
}

const struct abx_type *abx_shape_unroll(const struct abx_type *type, size_t *countp)
{
    *countp = 1;
    type = abx_type_strip(type);
    while (type->kind == ABX_TYPE_ARRAY) {
        *countp *= type->length;
        type = abx_type_strip(type->target);
    }
    return type;
}

static void hold(struct abx_shape *shape, size_t offset, size_t size, unsigned what)
{
    shape->held |= what;
    for (size_t i = 0; i < ABX_REGISTERS_SIZE / ABX_EIGHTBYTE; i++) {
        if (offset < (i + 1) * ABX_EIGHTBYTE && offset + size > i * ABX_EIGHTBYTE)
            shape->held_in[i] |= what;
    }
}

static void cover(struct abx_shape *shape, size_t offset, size_t size)
{
    for (size_t at = offset; at < offset + size && at < MAX_COVERED; at += GRANULE)
        shape->covered |= UINT64_C(1) << at / GRANULE;
}

static unsigned what_scalar(const struct abx_type *type)
{
    if (type->kind == ABX_TYPE_COMPLEX)
        type = abx_type_strip(type->target);
    if (type->kind != ABX_TYPE_FLOAT)
        return ABX_HOLDS_INTEGER;
    return strcmp(type->name, "f32") == 0 || strcmp(type->name, "f64") == 0
               ? ABX_HOLDS_FLOAT
               : ABX_HOLDS_EXTENDED;
}

static void look_at_scalar(struct abx_shape *shape, const struct abx_type *type,
                           size_t offset)
{
    unsigned what = what_scalar(type);
    size_t align = abx_type_align(type);
    size_t size = abx_type_size(type);

    hold(shape, offset, size, what);
    shape->is_misaligned |= offset % align != 0;
    if (align > shape->natural_align)
        shape->natural_align = align;
    if (what == ABX_HOLDS_INTEGER)
        return;
    if (type->kind == ABX_TYPE_COMPLEX)
        size /= 2;
    if (shape->float_size == 0)
        shape->float_size = size;
    shape->has_other_float |= size != shape->float_size;
}

static void look_at_record(struct abx_shape *shape, const struct abx_type *record,
                           size_t base);

static void look_at_object(struct abx_shape *shape, const struct abx_type *type,
                           size_t offset)
{
    size_t count;
    const struct abx_type *element = abx_shape_unroll(type, &count);
    size_t size = abx_type_size(element);

    if (size == 0)
        return;
    if (!abx_shape_is_record(element))
        cover(shape, offset, count * size);
    /* What stands behind the first bytes is of the same kind and never in registers. */
    for (size_t i = 0; i < count && (i == 0 || offset < ABX_REGISTERS_SIZE); i++) {
        if (abx_shape_is_record(element))
            look_at_record(shape, element, offset);
        else
            look_at_scalar(shape, element, offset);
        offset += size;
    }
}

/* A bit-field may align its record as its declared type does. */
static void look_at_bits(struct abx_shape *shape, const struct abx_member *member,
                         size_t base)
{
    size_t bits = member->bit_offset + member->bit_width;
    size_t align = abx_type_align(member->type);

    hold(shape, base + member->offset + member->bit_offset / 8,
         bits / 8 - member->bit_offset / 8 + (bits % 8 != 0), ABX_HOLDS_INTEGER);
    if (align > shape->natural_align)
        shape->natural_align = align;
}

static void look_at_record(struct abx_shape *shape, const struct abx_type *record,
                           size_t base)
{
    shape->has_union |= record->kind == ABX_TYPE_UNION;
    for (size_t i = 0; i < record->n_members; i++) {
        const struct abx_member *member = &record->members[i];

        if (++shape->n_members > ABX_SHAPE_MAX)
            return;
        if (member->is_bit_field)
            look_at_bits(shape, member, base);
        else
            look_at_object(shape, member->type, base + member->offset);
    }
}

void abx_shape_init(struct abx_shape *shape, const struct abx_type *record)
{
    *shape = (struct abx_shape){.natural_align = 1};
    look_at_record(shape, record, 0);
}

bool abx_shape_is_homogeneous(const struct abx_shape *shape, size_t size)
{
    struct abx_shape full = {0};

    cover(&full, 0, size);
    return shape->held == ABX_HOLDS_FLOAT && !shape->has_other_float &&
           size % shape->float_size == 0 && size <= MAX_COVERED &&
           shape->covered == full.covered;
}
