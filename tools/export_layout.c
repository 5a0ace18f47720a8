/**
 * How to declare a record so that a language that lays records out itself, by the rules
 * of C, comes to the table's layout. Its rules are followed member by member: holes that
 * they would not leave are filled with bytes, a smaller alignment is reached by packing, a
 * greater one by an empty array of a type that has it. Bit-fields are put into units that
 * are filled to the last bit, because languages agree on what such a unit looks like, and
 * on little else. What cannot be reached becomes bytes, with the reason, or the record is
 * left out.
 */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "tools/export.h"

enum { DEPTH_MAX = 32 };

struct planner {
    struct export *export;
    struct export_record *record;
    const struct abx_type *type;
    size_t at;  /* bytes that are taken */
    size_t end; /* of the longest member of a union */
    size_t n_padding;
    unsigned depth;
    bool has_bytes; /* what does not fit may become bytes */
};

static struct export_record *plan_record(struct export *export,
                                         const struct abx_type *type, size_t shared_pack,
                                         unsigned depth);

static size_t round_up(size_t n, size_t align)
{
    return align > 1 ? (n + align - 1) / align * align : n;
}

static size_t limit(const struct planner *planner, size_t align)
{
    size_t pack = planner->record->pack;

    return pack > 0 && pack < align ? pack : align;
}

static bool is_union(const struct planner *planner)
{
    return abx_type_kind(planner->type) == ABX_TYPE_UNION;
}

/* ---- fields */

/* The items live in the arena like all of the plan; growing leaves the old ones there. */
static void add(struct planner *planner, const struct export_field *field)
{
    struct export_record *record = planner->record;
    struct export_field *items;

    if (record->n_items == record->capacity) {
        record->capacity = record->capacity ? 2 * record->capacity : 8;
        items =
            abx_arena_alloc(&planner->export->arena, record->capacity * sizeof(*items));
        if (!items) {
            planner->export->is_out_of_memory = true;
            record->capacity = record->n_items;
            return;
        }
        if (record->n_items > 0)
            memcpy(items, record->items, record->n_items * sizeof(*items));
        record->items = items;
    }
    record->items[record->n_items++] = *field;
}

static const char *padding_name(struct planner *planner)
{
    return export_print(planner->export, "_abidex_%zu", planner->n_padding++);
}

static void add_padding(struct planner *planner, size_t size)
{
    add(planner, &(struct export_field){.kind = EXPORT_PADDING,
                                        .name = padding_name(planner),
                                        .size = size});
    planner->at += size;
}

/* Goes on to @offset, where something of that alignment follows. False: it can't. */
static bool advance(struct planner *planner, size_t offset, size_t align)
{
    align = limit(planner, align);
    if (is_union(planner))
        planner->at = 0;
    if (offset < planner->at || offset % align != 0)
        return false;
    if (round_up(planner->at, align) != offset)
        add_padding(planner, offset - planner->at);
    planner->at = offset;
    if (align > planner->record->align)
        planner->record->align = align;
    return true;
}

static void take(struct planner *planner, size_t size)
{
    planner->at += size;
    if (planner->at > planner->end)
        planner->end = planner->at;
}

static bool add_bytes(struct planner *planner, const char *name, size_t offset,
                      size_t size, const char *reason)
{
    if (!advance(planner, offset, 1))
        return false;
    add(planner, &(struct export_field){.kind = EXPORT_BYTES,
                                        .name = name ? name : padding_name(planner),
                                        .size = size,
                                        .reason = reason});
    take(planner, size);
    return true;
}

/* The alignment that the language gives to a type: a typedef's own is lost. */
static size_t alignment(struct export *export, const struct abx_type *type)
{
    for (;;) {
        type = abx_type_strip(type);
        if (abx_type_kind(type) != ABX_TYPE_ARRAY && abx_type_kind(type) != ABX_TYPE_ENUM)
            return abx_type_align(type);
        type = export_target(export, type);
        if (!type)
            return 1;
    }
}

static const char *find_reason(struct planner *planner, const struct abx_type *type,
                               const struct export_record **recordp)
{
    const struct abx_type *unnamed = export_unnamed(planner->export, type);

    *recordp = NULL;
    if (!unnamed)
        return planner->export->rules.find_reason(planner->export, type);
    *recordp =
        plan_record(planner->export, unnamed,
                    planner->export->rules.is_pack_shared ? planner->record->pack : 0,
                    planner->depth + 1);
    return *recordp ? (*recordp)->reason : "out of memory";
}

static bool add_member(struct planner *planner, const struct abx_member *member)
{
    const struct export_record *record;
    const char *reason = find_reason(planner, member->type, &record);
    size_t align = record ? record->align : alignment(planner->export, member->type);
    size_t size = abx_type_size(member->type);

    if (!reason && advance(planner, member->offset, align)) {
        add(planner, &(struct export_field){.kind = record ? EXPORT_RECORD : EXPORT_PLAIN,
                                            .name = member->name,
                                            .type = member->type,
                                            .size = size,
                                            .record = record});
        take(planner, size);
        return true;
    }
    /* Another packing may do for what is inside. */
    if ((!reason || export_unnamed(planner->export, member->type)) && !planner->has_bytes)
        return false;
    return add_bytes(planner, member->name, member->offset, size,
                     reason ? reason : "it is not where its alignment would put it");
}

/* ---- bit-fields */

static size_t first_bit(const struct abx_member *member)
{
    return member->offset * 8 + member->bit_offset;
}

/* A run of bit-fields, and where the next member begins. */
struct run {
    size_t first;
    size_t end;
    size_t limit; /* bytes */
};

static struct run find_run(const struct planner *planner, size_t first)
{
    struct run run = {first, first, abx_type_size(planner->type)};
    struct abx_member member;

    while (abx_type_member(planner->type, run.end, &member) == ABX_OK) {
        if (!member.is_bit_field) {
            if (!is_union(planner))
                run.limit = member.offset;
            break;
        }
        run.end++;
        if (is_union(planner))
            break;
    }
    return run;
}

/* Bytes of the unit at @start that holds as many of the run as it can; the number of the
 * first that it does not hold in *@nextp. False: one of them would reach out of it. */
static bool fits(const struct planner *planner, const struct run *run, size_t index,
                 size_t end, size_t *nextp)
{
    struct abx_member member;

    for (; index < run->end; index++) {
        if (abx_type_member(planner->type, index, &member) != ABX_OK ||
            first_bit(&member) >= end * 8)
            break;
        if (first_bit(&member) + member.bit_width > end * 8)
            return false;
    }
    *nextp = index;
    return true;
}

static bool choose_unit(const struct planner *planner, const struct run *run,
                        size_t index, size_t *startp, size_t *sizep, size_t *nextp)
{
    struct abx_member member;
    size_t at = is_union(planner) ? 0 : planner->at;
    size_t align;
    size_t size;

    if (abx_type_member(planner->type, index, &member) != ABX_OK)
        return false;
    for (size = 1; size <= planner->export->rules.unit_max; size *= 2) {
        align = limit(planner, size);
        *startp = first_bit(&member) / 8 / align * align;
        *sizep = size;
        if (align <= abx_type_align(planner->type) && *startp >= at &&
            *startp + size <= run->limit &&
            fits(planner, run, index, *startp + size, nextp) && *nextp > index)
            return true;
    }
    return false;
}

static void add_bits(struct planner *planner, const struct abx_member *member,
                     size_t unit_size, unsigned width)
{
    add(planner,
        &(struct export_field){.kind = member ? EXPORT_BITS : EXPORT_PADDING_BITS,
                               .name = member ? member->name : padding_name(planner),
                               .type = member ? member->type : NULL,
                               .unit_size = unit_size,
                               .width = width,
                               .is_signed = member && abx_type_is_signed(member->type)});
}

static bool add_unit(struct planner *planner, size_t index, size_t next, size_t start,
                     size_t size)
{
    const struct export_record *record = planner->record;
    size_t bit = start * 8;
    struct abx_member member;

    if (planner->export->rules.is_unit_open && record->n_items > 0 &&
        record->items[record->n_items - 1].unit_size > 0)
        add_padding(planner, 0);
    if (!is_union(planner) && start > planner->at) /* no unit begins by itself */
        add_padding(planner, start - planner->at);
    if (!advance(planner, start, size))
        return false;
    for (; index < next; index++) {
        abx_type_member(planner->type, index, &member);
        if (first_bit(&member) > bit)
            add_bits(planner, NULL, size, (unsigned)(first_bit(&member) - bit));
        add_bits(planner, &member, size, member.bit_width);
        bit = first_bit(&member) + member.bit_width;
    }
    if (bit < (start + size) * 8 && !is_union(planner))
        add_bits(planner, NULL, size, (unsigned)((start + size) * 8 - bit));
    take(planner, size);
    return true;
}

/* All bytes that the run has bits in. */
static bool add_run_as_bytes(struct planner *planner, const struct run *run, size_t index)
{
    struct abx_member first;
    struct abx_member last;
    size_t begin;

    abx_type_member(planner->type, index, &first);
    abx_type_member(planner->type, run->end - 1, &last);
    begin = first_bit(&first) / 8;
    return add_bytes(
        planner, NULL, begin, (first_bit(&last) + last.bit_width + 7) / 8 - begin,
        export_print(planner->export, "the bit-field %s%s", first.name ? first.name : "",
                     run->end - index > 1 ? " and those behind it" : ""));
}

/* Adds the run of bit-fields that begins at @index; false: it can't be. */
static bool add_run(struct planner *planner, size_t index, size_t *nextp)
{
    struct run run = find_run(planner, index);
    size_t start;
    size_t size;

    *nextp = run.end;
    while (index < run.end) {
        size_t next;

        if (!choose_unit(planner, &run, index, &start, &size, &next))
            return planner->has_bytes && add_run_as_bytes(planner, &run, index);
        if (!add_unit(planner, index, next, start, size))
            return false;
        index = next;
    }
    return true;
}

/* ---- records */

static bool add_members(struct planner *planner)
{
    struct abx_member member;
    size_t next;
    size_t i;

    for (i = 0; abx_type_member(planner->type, i, &member) == ABX_OK; i = next) {
        next = i + 1;
        if (member.is_bit_field ? !add_run(planner, i, &next)
                                : !add_member(planner, &member))
            return false;
    }
    return true;
}

/* An empty array in front: nothing has to move for it. */
static bool raise_alignment(struct planner *planner, size_t align)
{
    const struct export_rules *rules = &planner->export->rules;
    struct export_record *record = planner->record;

    record->is_raised = true;
    if (rules->is_aligned) {
        record->align = align;
        return true;
    }
    if (align > rules->align_max || limit(planner, align) < align)
        return false;
    add(planner, &(struct export_field){.kind = EXPORT_ALIGNER,
                                        .name = padding_name(planner),
                                        .size = align});
    if (record->n_items > 0) {
        struct export_field aligner = record->items[record->n_items - 1];

        memmove(record->items + 1, record->items,
                (record->n_items - 1) * sizeof(aligner));
        record->items[0] = aligner;
    }
    record->align = align;
    return true;
}

static bool end_record(struct planner *planner, bool is_inside)
{
    size_t align = abx_type_align(planner->type);
    size_t size = abx_type_size(planner->type);
    struct export_record *record = planner->record;

    if (!is_inside && record->align < align && !raise_alignment(planner, align))
        return false;
    if (!is_inside && record->align > align)
        return false;
    if (is_union(planner))
        planner->at = planner->end;
    if (planner->at > size || size % record->align != 0)
        return false;
    if (round_up(planner->at, record->align) == size)
        return true;
    if (is_union(planner)) {
        planner->at = 0;
        add_padding(planner, size);
    } else {
        add_padding(planner, size - planner->at);
    }
    return true;
}

/* @pack 0: alignments are those of the members. */
static bool attempt(struct planner *planner, size_t pack, bool has_bytes, bool is_inside)
{
    *planner->record =
        (struct export_record){.type = planner->type, .pack = pack, .align = 1};
    planner->at = 0;
    planner->end = 0;
    planner->n_padding = 0;
    planner->has_bytes = has_bytes;
    if (abx_type_size(planner->type) == 0 && !planner->export->rules.has_empty)
        return false;
    return add_members(planner) && end_record(planner, is_inside);
}

static const char *explain(struct export *export, const struct abx_type *type)
{
    if (abx_type_size(type) == 0)
        return "it has no bytes";
    if (abx_type_align(type) > export->rules.align_max && !export->rules.is_aligned)
        return export_print(export, "its alignment of %zu bytes can't be told",
                            abx_type_align(type));
    return "its layout can't be told";
}

static struct export_record *plan_record(struct export *export,
                                         const struct abx_type *type, size_t shared_pack,
                                         unsigned depth)
{
    struct planner planner = {.export = export, .type = type, .depth = depth};
    bool is_shared = depth > 0 && export->rules.is_pack_shared;
    /* Attributes pack to the byte, and then align. */
    size_t pack = export->rules.is_aligned ? 1 : abx_type_align(type);

    planner.record = abx_arena_alloc(&export->arena, sizeof(*planner.record));
    if (!planner.record) {
        export->is_out_of_memory = true;
        return NULL;
    }
    if (depth == DEPTH_MAX) {
        planner.record->reason = "it is nested too deep";
        return planner.record;
    }
    if (is_shared) {
        if (!attempt(&planner, shared_pack, false, shared_pack > 0) &&
            !attempt(&planner, shared_pack, true, shared_pack > 0))
            planner.record->reason = explain(export, type);
        return planner.record;
    }
    if (!attempt(&planner, 0, false, false) && !attempt(&planner, pack, false, false) &&
        !attempt(&planner, 0, true, false) && !attempt(&planner, pack, true, false))
        planner.record->reason = explain(export, type);
    return planner.record;
}

void export_plan(struct export *export, struct export_item *item)
{
    if (item->reason || !item->body || !export_is_record(item->body) ||
        !abx_type_is_complete(item->body))
        return;
    item->record = plan_record(export, item->body, 0, 0);
    if (item->record)
        item->reason = item->record->reason;
}

/* ---- what a language can do */

const struct abx_type *export_aligned_type(struct export *export, size_t align)
{
    const char *long_double = abx_table_property(export->table, "long-double", 0);
    const char *const notations[] = {
        "u8", "u16", "u32", "u64",
        export_copy(export, long_double ? long_double : "f64",
                    strcspn(long_double ? long_double : "f64", " "))};
    const struct abx_type *type;
    size_t i;

    for (i = 0; i < sizeof(notations) / sizeof(*notations); i++)
        if (abx_table_find_type(export->table, notations[i], &type, NULL) == ABX_OK &&
            abx_type_align(type) == align)
            return type;
    return NULL;
}

void export_use(struct export *export, const struct export_rules *rules)
{
    size_t align;

    export->rules = *rules;
    for (align = 1; align <= 16; align *= 2)
        if (export_aligned_type(export, align))
            export->rules.align_max = align;
}
