/**
 * Facts about types: what a compiler can be asked about a type by name, and about each
 * member of a record, however deep. A record without a line of its own has no name in C
 * either; it is asked for as the type of the member, element or target that leads to it.
 */
#include "tools/verify.h"

#include <string.h>

#include "runtime/cdecl.h"

/* So many ambiguous integers are tried in all combinations, 2 to that power. */
enum { READINGS_MAX = 6 };

/* A record, and how C reaches it: by its type @base and the path to a member of that. */
struct place {
    const char *subject;
    const char *base;
    const char *path; /* "" is base itself */
    size_t offset;    /* from the beginning of base */
    const struct abx_type *type;
};

static bool is_record(const struct abx_type *type)
{
    enum abx_type_kind kind = abx_type_kind(type);

    return kind == ABX_TYPE_STRUCT || kind == ABX_TYPE_UNION;
}

static const struct abx_type *target_of(struct collector *collector,
                                        const struct abx_type *type)
{
    const struct abx_type *target;

    if (abx_type_find_target(collector->table, type, &target, NULL) == ABX_OK)
        return target;
    return NULL;
}

/* ---- types */

uint64_t scalar_of(const struct abx_type *type)
{
    static const unsigned classes[ABX_N_TYPE_KINDS] = {
        [ABX_TYPE_BOOL] = SCALAR_BOOL,
        [ABX_TYPE_FLOAT] = SCALAR_FLOAT,
    };
    unsigned class = classes[abx_type_kind(type)];

    if (!class && abx_type_is_signed(type))
        class = SCALAR_SIGNED;
    return (uint64_t)abx_type_size(type) << 8 | class;
}

static bool is_scalar(const struct abx_type *type)
{
    static const bool scalar[ABX_N_TYPE_KINDS] = {
        [ABX_TYPE_BOOL] = true,  [ABX_TYPE_CHAR] = true, [ABX_TYPE_INT] = true,
        [ABX_TYPE_FLOAT] = true, [ABX_TYPE_ENUM] = true,
    };

    return scalar[abx_type_kind(type)];
}

/* Whether C can say the type without defining a new one. */
static bool is_sayable(struct collector *collector, const struct abx_type *type)
{
    enum abx_type_kind kind = abx_type_kind(type);
    const struct abx_type *inner;
    size_t i;

    if (is_record(type) || kind == ABX_TYPE_ENUM)
        return abx_type_name(type) != NULL;
    if (kind != ABX_TYPE_POINTER && kind != ABX_TYPE_ARRAY && kind != ABX_TYPE_FUNCTION)
        return true;
    for (i = 0; i < abx_type_n_parameters(type); i++)
        if (abx_type_parameter(type, i, &(const char *){0}, &inner) == ABX_OK &&
            !is_sayable(collector, inner))
            return false;
    inner = target_of(collector, type);
    return inner && is_sayable(collector, inner);
}

/* Readings of which all integers are alike, for types with too many to try all. */
static const unsigned long uniform_readings[] = {0, ~0UL, ~0UL / 3, ~0UL / 3 * 2};

/* The compatibility of @c_type with @type under any reading of its ambiguous parts. */
static void put_compatible(struct abx_buffer *out, struct collector *collector,
                           const char *c_type, const struct abx_type *type,
                           const char *name)
{
    unsigned n = abx_cdecl_put_reading(NULL, collector->table, type, name, 0);
    bool is_uniform = n > READINGS_MAX;
    size_t n_uniform = sizeof(uniform_readings) / sizeof(*uniform_readings);
    size_t n_readings = is_uniform ? n_uniform : (size_t)1 << n;
    size_t i;

    for (i = 0; i < n_readings; i++) {
        abx_buffer_printf(out, "%s__builtin_types_compatible_p(%s, ", i ? " || " : "",
                          c_type);
        abx_cdecl_put_reading(out, collector->table, type, name,
                              is_uniform ? uniform_readings[i] : i);
        abx_buffer_putc(out, ')');
    }
}

void fact_add_type(struct collector *collector, const char *subject, const char *c_type,
                   const struct abx_type *type)
{
    const struct abx_type *stripped = abx_type_strip(type);
    struct abx_buffer compatible = {0};

    if (is_scalar(stripped))
        fact_add(collector,
                 (struct fact){.group = GROUP_CELLS,
                               .aspect = &aspect_scalar,
                               .subject = subject,
                               .expected = scalar_of(stripped),
                               .expected_text = fact_notation(collector, type)},
                 "ABIDEX_SCALAR(%s)", c_type);
    if (!is_sayable(collector, type))
        return;
    put_compatible(&compatible, collector, c_type, type, "");
    fact_add(collector,
             (struct fact){.group = GROUP_CELLS,
                           .aspect = &aspect_type,
                           .subject = subject,
                           .base = c_type,
                           .expected = 1,
                           .expected_text = fact_notation(collector, type)},
             "%s", abx_buffer_text(&compatible));
    fact_add_conventions(collector, subject, type, fact_notation(collector, type));
    collector->facts->failed |= compatible.failed;
    abx_buffer_finish(&compatible);
}

void fact_add_unsaid(struct collector *collector, const char *subject, const char *c_type,
                     const struct abx_type *type)
{
    if (is_sayable(collector, type))
        return;
    if (abx_type_size(type) > 0)
        fact_add_size(collector, subject, c_type, type);
    fact_add(collector,
             (struct fact){.group = GROUP_NONE,
                           .subject = subject,
                           .state = FACT_EXCUSED,
                           .expected_text =
                               "its type is not compared, since a part of it "
                               "has no name by which C could say it"},
             "%s", "");
}

void fact_add_prototype(struct collector *collector, const char *subject,
                        const char *c_type, const struct abx_type *type)
{
    const struct abx_type *result = target_of(collector, type);
    struct abx_buffer compatible = {0};

    /* A parameter list that no header has is compatible with `()` alone. */
    if (abx_type_n_parameters(type) || !result || !is_sayable(collector, result))
        return;
    put_compatible(&compatible, collector, c_type, result, "(struct abidex_nothing *)");
    fact_add(collector,
             (struct fact){.group = GROUP_CELLS,
                           .aspect = &aspect_prototype,
                           .subject = subject,
                           .expected = !abx_type_has_prototype(type)},
             "%s", abx_buffer_text(&compatible));
    collector->facts->failed |= compatible.failed;
    abx_buffer_finish(&compatible);
}

/* ---- members */

uint64_t bits_of(const struct abx_member *member, size_t offset)
{
    uint64_t first = (uint64_t)offset * 8 + member->bit_offset;

    return first << 32 | member->bit_width;
}

static void add_record(struct collector *collector, const struct place *place,
                       bool is_anonymous);

static const char *lvalue(struct collector *collector, const struct place *place)
{
    if (*place->path)
        return fact_text(collector, "((%s *)0)->%s", place->base, place->path);
    return fact_text(collector, "(*(%s *)0)", place->base);
}

static void add_size(struct collector *collector, const struct place *place)
{
    fact_add(collector,
             (struct fact){.group = GROUP_CELLS,
                           .aspect = &aspect_size,
                           .subject = place->subject,
                           .expected = abx_type_size(place->type)},
             "sizeof(%s)", lvalue(collector, place));
}

static void add_alignment(struct collector *collector, const struct place *place)
{
    fact_add(collector,
             (struct fact){.group = GROUP_CELLS,
                           .aspect = &aspect_alignment,
                           .subject = place->subject,
                           .expected = abx_type_align(place->type)},
             "_Alignof(__typeof__(%s))", lvalue(collector, place));
}

/* Adds the record without a name that @place is, points to or is an array of. */
static void add_inner(struct collector *collector, const struct place *place)
{
    enum abx_type_kind kind = abx_type_kind(place->type);
    struct place inner = {0};

    if (kind == ABX_TYPE_ENUM && !abx_type_name(place->type))
        fact_add_enumerators(
            collector, place->subject,
            fact_text(collector, "__typeof__(%s)", lvalue(collector, place)),
            place->type);
    if (is_record(place->type) && !abx_type_name(place->type))
        add_record(collector, place, false);
    if (kind != ABX_TYPE_POINTER && kind != ABX_TYPE_ARRAY)
        return;
    inner.type = target_of(collector, place->type);
    if (!inner.type || is_sayable(collector, inner.type))
        return;
    inner.subject = fact_text(collector, "%s%s", place->subject,
                              kind == ABX_TYPE_POINTER ? "->" : "[]");
    inner.base = fact_text(collector, "__typeof__(*%s)", lvalue(collector, place));
    inner.path = "";
    if (is_record(inner.type) && abx_type_is_complete(inner.type)) {
        add_size(collector, &inner);
        add_alignment(collector, &inner);
    }
    add_inner(collector, &inner);
}

static void add_plain(struct collector *collector, const struct place *place)
{
    const struct abx_type *stripped = abx_type_strip(place->type);
    bool is_flexible =
        abx_type_kind(stripped) == ABX_TYPE_ARRAY && !abx_type_is_complete(stripped);

    fact_add(collector,
             (struct fact){.group = GROUP_CELLS,
                           .aspect = &aspect_offset,
                           .subject = place->subject,
                           .expected = place->offset},
             "__builtin_offsetof(%s, %s)", place->base, place->path);
    if (!is_flexible)
        add_size(collector, place);
    fact_add_type(collector, place->subject,
                  fact_text(collector, "__typeof__(%s)", lvalue(collector, place)),
                  place->type);
    if (is_record(place->type) && !abx_type_name(place->type))
        add_alignment(collector, place);
    add_inner(collector, place);
}

static void add_bit_field(struct collector *collector, const struct place *place,
                          const struct abx_member *member)
{
    const struct abx_type *stripped = abx_type_strip(member->type);
    size_t id = collector->facts->n_items;

    fact_add(collector,
             (struct fact){.group = GROUP_BITS,
                           .aspect = &aspect_bits,
                           .subject = place->subject,
                           .base = place->base,
                           .expected = bits_of(member, place->offset)},
             "%s", place->path);
    fact_add(collector,
             (struct fact){.group = GROUP_CELLS,
                           .aspect = &aspect_sign,
                           .subject = place->subject,
                           .expected = abx_type_is_signed(stripped)},
             "ABIDEX_BIT_SIGN(abidex_bits_%zu, %s, %s)", id, place->base, place->path);
}

static void add_member(struct collector *collector, const struct place *record,
                       const struct abx_member *member)
{
    struct place place = {
        .subject = record->subject,
        .base = record->base,
        .path = record->path,
        .offset = record->offset + member->offset,
        .type = member->type,
    };

    if (!member->name) {
        place.type = abx_type_strip(member->type);
        if (is_record(place.type))
            add_record(collector, &place, true);
        return;
    }
    fact_hide(collector, member->name);
    place.subject = fact_text(collector, "%s%s%s", record->subject,
                              *record->path ? "." : " ", member->name);
    place.path = fact_text(collector, "%s%s%s", record->path, *record->path ? "." : "",
                           member->name);
    if (member->is_bit_field)
        add_bit_field(collector, &place, member);
    else
        add_plain(collector, &place);
}

static void add_record(struct collector *collector, const struct place *place,
                       bool is_anonymous)
{
    struct abx_member member;
    size_t i;

    for (i = 0; abx_type_member(place->type, i, &member) == ABX_OK; i++)
        add_member(collector, place, &member);
    if (!is_anonymous)
        fact_add_member_count(collector, place->subject,
                              *place->path ? fact_text(collector, "__typeof__(%s)",
                                                       lvalue(collector, place))
                                           : place->base,
                              place->type);
}

void fact_add_members(struct collector *collector, const char *subject,
                      const char *c_type, const struct abx_type *type)
{
    struct place place = {.subject = subject, .base = c_type, .path = "", .type = type};

    if (is_record(type))
        add_record(collector, &place, false);
    else
        add_inner(collector, &place);
}
