/**
 * From a table to facts. Each line becomes expressions of C whose values the table claims
 * to know. They are kept as text in the order of the table, with the values that they
 * must have: what the compiler answers is compared later, so that a difference shows both
 * values.
 */
#include "tools/verify.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

/* ---- adding */

ABX_FORMAT(2, 0)
static const char *text_v(struct fact_list *facts, const char *format, va_list args)
{
    struct abx_buffer buffer = {0};
    char *text;

    abx_buffer_vprintf(&buffer, format, args);
    text = abx_arena_copy(&facts->arena, abx_buffer_text(&buffer), buffer.size);
    facts->failed |= buffer.failed || !text;
    abx_buffer_finish(&buffer);
    return text ? text : "";
}

const char *fact_text(struct collector *collector, const char *format, ...)
{
    const char *text;
    va_list args;

    va_start(args, format);
    text = text_v(collector->facts, format, args);
    va_end(args);
    return text;
}

const char *fact_notation(struct collector *collector, const struct abx_type *type)
{
    size_t size = abx_type_format(type, NULL, 0);
    char *text = abx_arena_alloc(&collector->facts->arena, size + 1);

    if (!text) {
        collector->facts->failed = true;
        return "";
    }
    abx_type_format(type, text, size + 1);
    return text;
}

void fact_add(struct collector *collector, struct fact fact, const char *format, ...)
{
    struct fact_list *facts = collector->facts;
    va_list args;

    va_start(args, format);
    fact.expression = text_v(facts, format, args);
    va_end(args);
    fact.unit = collector->unit;
    if (collector->entry) {
        fact.line = collector->entry->line;
        fact.kind = collector->entry->kind;
    }
    fact.name = collector->name;
    if (!ABX_ARRAY_RESERVE(facts)) {
        facts->failed = true;
        return;
    }
    facts->items[facts->n_items++] = fact;
}

void fact_hide(struct collector *collector, const char *name)
{
    struct name_list *hidden = &collector->facts->hidden;

    if (!ABX_ARRAY_RESERVE(hidden)) {
        collector->facts->failed = true;
        return;
    }
    hidden->items[hidden->n_items++] = name;
}

/* The reason in a message of the runtime, behind "FILE:LINE: ". */
static const char *reason_of(struct collector *collector, const char *message)
{
    char place[32];
    const char *at;

    snprintf(place, sizeof(place), ":%ld: ", collector->entry->line);
    at = strstr(message, place);
    return at ? at + strlen(place) : message;
}

void fact_add_damaged(struct collector *collector, const char *message)
{
    const struct abx_entry *entry = collector->entry;
    size_t key = entry->name ? (size_t)(entry->name - entry->text) + entry->name_size : 0;

    fact_add(collector,
             (struct fact){.aspect = &aspect_line,
                           .subject = fact_text(collector, "%.*s", (int)key, entry->text),
                           .state = FACT_WRONG,
                           .expected_text =
                               fact_text(collector, "%s", reason_of(collector, message))},
             "%s", "");
}

/* What the runtime finds in a line that it has checked; a difference between the two is a
 * finding too. */
bool fact_is_found(struct collector *collector, int status)
{
    if (status == ABX_OK)
        return true;
    if (status < 0)
        collector->facts->failed = true;
    else
        fact_add_damaged(collector, collector->err.message);
    return false;
}

const char *fact_last_word(struct collector *collector)
{
    const char *text = collector->entry->text;
    size_t end = collector->entry->text_size;
    size_t begin = end;

    while (begin && text[begin - 1] != ' ')
        begin--;
    return fact_text(collector, "%.*s", (int)(end - begin), text + begin);
}

bool fact_has_entry(struct collector *collector, enum abx_kind kind, const char *name)
{
    struct abx_entry entry;

    return abx_table_find_entry(collector->table, kind, name, &entry, NULL) == ABX_OK;
}

/* ---- types */

void fact_add_size(struct collector *collector, const char *subject, const char *c_type,
                   const struct abx_type *type)
{
    fact_add(collector,
             (struct fact){.group = GROUP_CELLS,
                           .aspect = &aspect_size,
                           .subject = subject,
                           .expected = abx_type_size(type)},
             "sizeof(%s)", c_type);
    fact_add(collector,
             (struct fact){.group = GROUP_CELLS,
                           .aspect = &aspect_alignment,
                           .subject = subject,
                           .expected = abx_type_align(type)},
             "_Alignof(%s)", c_type);
}

/* The type of a line with a tag, named in C as it is in the table. */
static const struct abx_type *find_tagged(struct collector *collector,
                                          const char **c_typep)
{
    const char *text = collector->entry->text;
    const struct abx_type *type;

    *c_typep = fact_text(collector, "%.*s %s", (int)(collector->entry->name - text - 1),
                         text, collector->name);
    if (!fact_is_found(collector, abx_table_find_type(collector->table, *c_typep, &type,
                                                      &collector->err)))
        return NULL;
    fact_hide(collector, collector->name);
    return type;
}

static void collect_record(struct collector *collector)
{
    const char *c_type;
    const struct abx_type *type = find_tagged(collector, &c_type);

    if (!type)
        return;
    if (!abx_type_is_complete(type)) {
        fact_add_incomplete(collector, c_type);
        return;
    }
    fact_add_size(collector, c_type, c_type, type);
    fact_add_members(collector, c_type, c_type, type);
    fact_add_transparent(collector, c_type, c_type, type);
}

static void collect_enum(struct collector *collector)
{
    const char *c_type;
    const struct abx_type *type = find_tagged(collector, &c_type);

    if (!type)
        return;
    fact_add_size(collector, c_type, c_type, type);
    fact_add_type(collector, c_type, c_type, type);
    fact_add_enumerators(collector, c_type, c_type, type);
}

static void collect_typedef(struct collector *collector)
{
    const char *name = collector->name;
    const char *subject = fact_text(collector, "typedef %s", name);
    const struct abx_type *type;
    const struct abx_type *target;

    if (!fact_is_found(collector, abx_table_find_type(collector->table, name, &type,
                                                      &collector->err)))
        return;
    fact_hide(collector, name);
    if (abx_type_is_complete(type) && abx_type_size(type))
        fact_add_size(collector, subject, name, type);
    if (abx_type_find_target(collector->table, type, &target, NULL) != ABX_OK)
        return;
    fact_add_type(collector, subject, name, target);
    fact_add_members(collector, subject, name, target);
    fact_add_transparent(collector, subject, name, type);
}

/* ---- the whole table */

static void (*const collect_kind[ABX_N_KINDS])(struct collector *collector) = {
    [ABX_KIND_ALIAS] = collect_alias,     [ABX_KIND_CONST] = collect_const,
    [ABX_KIND_ENUM] = collect_enum,       [ABX_KIND_FN] = collect_fn,
    [ABX_KIND_MEMBER] = collect_member,   [ABX_KIND_STRUCT] = collect_record,
    [ABX_KIND_TYPEDEF] = collect_typedef, [ABX_KIND_UNION] = collect_record,
    [ABX_KIND_VAR] = collect_var,
};

/* The unit in which the line of @key ("fn read") was read. */
static unsigned find_unit(struct collector *collector)
{
    const struct abx_entry *entry = collector->entry;
    size_t size = (size_t)(entry->name + entry->name_size - entry->text);
    unsigned unit;

    for (unit = 2; unit <= collector->facts->n_units; unit++)
        if (fact_has_entry(collector, ABX_KIND_UNIT,
                           fact_text(collector, "%u %.*s", unit, (int)size, entry->text)))
            return unit;
    return 1;
}

static void collect_entry(struct collector *collector, const struct abx_entry *entry)
{
    collector->entry = entry;
    collector->name = fact_text(collector, "%.*s", (int)entry->name_size, entry->name);
    if (!fact_is_found(collector,
                       abx_table_check_entry(collector->table, entry, &collector->err)))
        return;
    if (!collect_kind[entry->kind])
        return;
    collector->unit = find_unit(collector);
    collect_kind[entry->kind](collector);
}

/* Goes through all lines and calls @collect for each; without it, adds those that are
 * none. */
static void for_each_entry(struct collector *collector,
                           void (*collect)(struct collector *collector,
                                           const struct abx_entry *entry))
{
    struct abx_entry entry = {0};
    const char *before;
    int status;

    do {
        before = entry.text;
        collector->entry = &entry;
        collector->name = "";
        collector->unit = 1;
        status = abx_table_next_entry(collector->table, &entry, &collector->err);
        if (status == ABX_OK && collect)
            collect(collector, &entry);
        else if (status == ABX_BROKEN && !collect)
            fact_add_damaged(collector, collector->err.message);
    } while (status == ABX_OK || (status == ABX_BROKEN && entry.text != before));
    if (status < 0)
        collector->facts->failed = true;
}

/* A line out of order leads every look-up astray, so that nothing else could be trusted.
 */
static void collect_entries(struct collector *collector)
{
    size_t n_before = collector->facts->n_items;

    for_each_entry(collector, NULL);
    collector->facts->is_incomplete = collector->facts->n_items > n_before;
    if (!collector->facts->is_incomplete)
        for_each_entry(collector, collect_entry);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort_names(struct name_list *names)
{
    size_t n = 0;
    size_t i;

    if (!names->n_items)
        return;
    qsort(names->items, names->n_items, sizeof(*names->items), compare_names);
    for (i = 0; i < names->n_items; i++)
        if (!n || strcmp(names->items[n - 1], names->items[i]) != 0)
            names->items[n++] = names->items[i];
    names->n_items = n;
}

bool facts_collect(struct fact_list *facts, struct abx_table *table)
{
    struct collector collector = {.facts = facts, .table = table, .unit = 1, .name = ""};
    const char *units = abx_table_property(table, "units", 0);

    facts->n_units = units ? (unsigned)strtoul(units, NULL, 10) : 1;
    collect_header(&collector);
    collect_entries(&collector);
    sort_names(&facts->hidden);
    return !facts->failed;
}

void facts_finish(struct fact_list *facts)
{
    free(facts->items);
    free(facts->hidden.items);
    abx_arena_finish(&facts->arena);
    *facts = (struct fact_list){0};
}
