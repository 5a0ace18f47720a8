/**
 * Facts of which only a complaint of the compiler is the proof, because C has no
 * expression for them: that a record is not defined, that it has no more members, that an
 * enumeration has no other names, that a union is a transparent one. Each is a declaration with as many mistakes as are
 * expected; what counts is how many the compiler finds.
 */
#include "runtime/cdecl.h"
#include "tools/verify.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

void fact_add_incomplete(struct collector *collector, const char *c_type)
{
    /* A definition that the format cannot hold is told in a line of its own. */
    if (fact_has_entry(collector, ABX_KIND_OMIT, collector->name))
        return;
    fact_add(collector,
             (struct fact){.group = GROUP_PROBES,
                           .aspect = &aspect_incomplete,
                           .subject = c_type,
                           .base = "incomplete type",
                           .expected = 1},
             "char abidex_probe_%zu[sizeof(%s)];", collector->facts->n_items, c_type);
}

/*
 * A convention that a compiler does not know it ignores, in the table's type as in the
 * header's, and finds both to be the same. It complains of it, and of nothing else here.
 */
void fact_add_conventions(struct collector *collector, const char *subject,
                          const struct abx_type *type, const char *notation)
{
    const char *name =
        fact_text(collector, "abidex_probe_%zu", collector->facts->n_items);
    struct abx_buffer declaration = {0};

    abx_cdecl_put_reading(&declaration, collector->table, type, name, 0);
    if (strstr(abx_buffer_text(&declaration), "__attribute__"))
        fact_add(collector,
                 (struct fact){.group = GROUP_PROBES,
                               .aspect = &aspect_convention,
                               .subject = subject,
                               .base = "ignored",
                               .expected_text = notation},
                 "extern %s;", abx_buffer_text(&declaration));
    collector->facts->failed |= declaration.failed;
    abx_buffer_finish(&declaration);
}

/* Whether a parameter of the union takes a value of its first member. */
void fact_add_transparent(struct collector *collector, const char *subject,
                          const char *c_type, const struct abx_type *type)
{
    size_t id = collector->facts->n_items;
    struct abx_member first;

    if (abx_type_kind(abx_type_strip(type)) != ABX_TYPE_UNION ||
        abx_type_member(type, 0, &first) != ABX_OK || !first.name)
        return;
    fact_hide(collector, first.name);
    fact_add(collector,
             (struct fact){.group = GROUP_PROBES,
                           .aspect = &aspect_transparent,
                           .subject = subject,
                           .base = "incompatible type",
                           .expected = !abx_type_is_transparent(type)},
             "int abidex_probe_%zu(%s); int abidex_probe_call_%zu(%s *object) { "
             "return abidex_probe_%zu(object->%s); }",
             id, c_type, id, c_type, id, first.name);
}

/* ---- members */

static bool is_aggregate(const struct abx_type *type)
{
    static const bool aggregate[ABX_N_TYPE_KINDS] = {
        [ABX_TYPE_STRUCT] = true,
        [ABX_TYPE_UNION] = true,
        [ABX_TYPE_ARRAY] = true,
    };

    return aggregate[abx_type_kind(abx_type_strip(type))];
}

/* One value for each member of @type, then one too many. Anonymous structures, whose type
 * has no name in C, are counted within their place: @counted is the index of one. */
static void put_values(struct abx_buffer *out, const struct abx_type *type,
                       size_t counted)
{
    struct abx_member member;
    size_t i;

    for (i = 0; abx_type_member(type, i, &member) == ABX_OK; i++) {
        if (i == counted) {
            abx_buffer_putc(out, '{');
            put_values(out, abx_type_strip(member.type), SIZE_MAX);
            abx_buffer_puts(out, "}}");
            return;
        }
        abx_buffer_puts(out, is_aggregate(member.type) ? "{}, " : "0, ");
    }
    abx_buffer_puts(out, counted == SIZE_MAX ? "0" : "0}");
}

static void add_count(struct collector *collector, const char *subject,
                      const char *c_type, const struct abx_type *type, size_t counted)
{
    struct abx_buffer values = {0};

    put_values(&values, type, counted);
    fact_add(collector,
             (struct fact){.group = GROUP_PROBES,
                           .aspect = &aspect_members,
                           .subject = subject,
                           .base = "excess elements in struct",
                           .expected = 1},
             "const %s abidex_probe_%zu = {%s;", c_type, collector->facts->n_items,
             abx_buffer_text(&values));
    collector->facts->failed |= values.failed;
    abx_buffer_finish(&values);
}

void fact_add_member_count(struct collector *collector, const char *subject,
                           const char *c_type, const struct abx_type *type)
{
    struct abx_member member;
    size_t i;

    if (abx_type_kind(type) != ABX_TYPE_STRUCT || !abx_type_is_complete(type))
        return;
    for (i = 0; abx_type_member(type, i, &member) == ABX_OK; i++)
        if (!member.name && abx_type_kind(abx_type_strip(member.type)) == ABX_TYPE_STRUCT)
            add_count(collector, subject, c_type, type, i);
    add_count(collector, subject, c_type, type, i);
}

/* ---- enumerators */

static int compare_values(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

/* The values of the enumeration's names, each once; how many go to *@np. NULL when out of
 * memory. Names without a constant are found when the line is checked. */
static uint64_t *find_values(struct collector *collector, const struct abx_type *type,
                             size_t *np)
{
    uint64_t *values = calloc(abx_type_n_enumerators(type) + 1, sizeof(*values));
    struct abx_value value;
    const char *name;
    size_t n = 0;
    size_t i;

    *np = 0;
    if (!values) {
        collector->facts->failed = true;
        return NULL;
    }
    for (i = 0; (name = abx_type_enumerator(type, i)); i++)
        if (abx_table_find_constant(collector->table, name, &value, NULL) == ABX_OK)
            values[n++] = value.u;
    qsort(values, n, sizeof(*values), compare_values);
    for (i = 0; i < n; i++)
        if (!i || values[i] != values[i - 1])
            values[(*np)++] = values[i];
    return values;
}

/* A name of another enumeration is found where it is assigned; gcc does not look at all
 * initialisers. */
void fact_add_enumerators(struct collector *collector, const char *subject,
                          const char *c_type, const struct abx_type *type)
{
    struct abx_buffer text = {0};
    size_t n;
    uint64_t *values = find_values(collector, type, &n);
    const char *name;
    size_t i;

    for (i = 0; i < n; i++)
        abx_buffer_printf(&text, " case (%s)%" PRId64 ":", c_type, (int64_t)values[i]);
    abx_buffer_printf(&text, "; }");
    for (i = 0; (name = abx_type_enumerator(type, i)); i++) {
        fact_hide(collector, name);
        abx_buffer_printf(&text, " value = %s;", name);
    }
    fact_add(collector,
             (struct fact){.group = GROUP_PROBES,
                           .aspect = &aspect_enumerators,
                           .subject = subject,
                           .expected_text = "all"},
             "void abidex_probe_%zu(%s value) { switch (value) {%s }",
             collector->facts->n_items, c_type, abx_buffer_text(&text));
    collector->facts->failed |= text.failed;
    abx_buffer_finish(&text);
    free(values);
}
