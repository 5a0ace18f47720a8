/**
 * Leaving out of a table what the compiler denies. libclang and the compiler that built a
 * library do not agree on every corner of the language; what they see differently becomes
 * an `omit` line with both answers, so that nobody uses the wrong one. A record stays as an
 * incomplete one, to which pointers can be passed, and what holds it by value goes with it.
 */
#include "tools/verify.h"

#include <stdlib.h>
#include <string.h>

#include "tools/command.h"
#include "tools/kinds.h"

static bool fail_memory(void)
{
    abx_message("out of memory");
    return false;
}

/* ---- what the compiler denies */

/* A difference of the kind that two compilers have over the same header. A name that it
 * does not know, a symbol or a damaged line is none: then these are other headers. */
static bool is_of_compilers(const struct fact *fact)
{
    return fact->line && !fact->rejection && fact->group != GROUP_NONE &&
           fact->group != GROUP_EXPORTS && fact->group != GROUP_SYMBOLS &&
           fact->group != GROUP_MACRO_SYMBOLS;
}

bool omissions_can_settle(const struct fact_list *facts)
{
    size_t i;

    if (facts->is_incomplete)
        return false;
    for (i = 0; i < facts->n_items; i++)
        if (facts->items[i].state == FACT_WRONG && !is_of_compilers(&facts->items[i]))
            return false;
    return true;
}

/* The part of a fact's subject behind the line's own name: " st_size" in "struct stat
 * st_size". */
static const char *part_of(const struct fact *fact)
{
    static const char *const words[] = {"struct ", "union ", "enum ", "typedef ", "var "};
    const char *at = fact->subject;

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (strncmp(at, words[i], strlen(words[i])) == 0) {
            at += strlen(words[i]);
            break;
        }
    at = strstr(at, fact->name);
    return at ? at + strlen(fact->name) : "";
}

/* "st_size offset 48 here, 56 by gcc 12.2.0" */
static char *reason_of(struct omissions *omissions, const struct fact *fact,
                       const struct compiler *compiler)
{
    const char *part = part_of(fact);
    struct abx_buffer text = {0};
    char *reason;

    part += *part == ' ';
    abx_buffer_printf(&text, "%s%s%s ", part, *part ? " " : "", fact->aspect->name);
    fact->aspect->put(&text, fact, true);
    abx_buffer_puts(&text, " here, ");
    fact->aspect->put(&text, fact, false);
    abx_buffer_printf(&text, " by %s", compiler->version);
    reason = text.failed ? NULL : abx_arena_copy(&omissions->arena, text.data, text.size);
    abx_buffer_finish(&text);
    return reason;
}

static bool add(struct omissions *omissions, const char *key, size_t key_size,
                const char *reason)
{
    const char *copy = abx_arena_copy(&omissions->arena, key, key_size);

    return copy && reason &&
           abx_map_set(&omissions->map, copy, key_size, (void *)reason) == 0;
}

bool omissions_add_wrong(struct omissions *omissions, const struct fact_list *facts,
                         const struct compiler *compiler)
{
    struct abx_buffer key = {0};
    bool is_done = true;
    size_t i;

    for (i = 0; is_done && i < facts->n_items; i++) {
        const struct fact *fact = &facts->items[i];

        if (fact->state != FACT_WRONG)
            continue;
        abx_buffer_truncate(&key, 0);
        abx_buffer_printf(&key, "%s %s", abx_kind_words(fact->kind)->word, fact->name);
        if (key.failed || !abx_map_find(&omissions->map, key.data, key.size))
            is_done = !key.failed && add(omissions, key.data, key.size,
                                         reason_of(omissions, fact, compiler));
    }
    abx_buffer_finish(&key);
    return is_done || fail_memory();
}

/* ---- what holds it by value */

static bool holds_incomplete(struct abx_table *table, const struct abx_type *type);

static bool is_incomplete(struct abx_table *table, const struct abx_type *type)
{
    enum abx_type_kind kind = abx_type_kind(abx_type_strip(type));

    return ((kind == ABX_TYPE_STRUCT || kind == ABX_TYPE_UNION) &&
            !abx_type_is_complete(abx_type_strip(type))) ||
           holds_incomplete(table, type);
}

/* Whether a function, array or record has an incomplete record as a part. */
static bool holds_incomplete(struct abx_table *table, const struct abx_type *type)
{
    const struct abx_type *inner;
    struct abx_member member;
    const char *name;
    enum abx_type_kind kind = abx_type_kind(type);
    size_t i;

    if ((kind == ABX_TYPE_ARRAY || kind == ABX_TYPE_FUNCTION) &&
        abx_type_find_target(table, type, &inner, NULL) == ABX_OK &&
        is_incomplete(table, inner))
        return true;
    for (i = 0; i < abx_type_n_parameters(type); i++)
        if (abx_type_parameter(type, i, &name, &inner) == ABX_OK &&
            is_incomplete(table, inner))
            return true;
    for (i = 0; abx_type_member(type, i, &member) == ABX_OK; i++)
        if (is_incomplete(table, member.type))
            return true;
    return false;
}

/* Whether the line still says what can be used. */
static bool is_usable(struct collector *collector, const struct abx_entry *entry)
{
    struct abx_table *table = collector->table;
    struct abx_function *function = NULL;
    const struct abx_variable *variable = NULL;
    const struct abx_type *type = NULL;
    const char *name;

    if (abx_table_check_entry(table, entry, NULL) != ABX_OK)
        return false;
    collector->entry = entry;
    name = fact_text(collector, "%.*s", (int)entry->name_size, entry->name);
    if (entry->kind == ABX_KIND_FN) {
        if (abx_table_find_declaration(table, name, &function, NULL) == ABX_OK)
            type = abx_function_type(function);
    } else if (entry->kind == ABX_KIND_VAR) {
        return abx_table_find_variable_declaration(table, name, &variable, NULL) ==
                   ABX_OK &&
               !is_incomplete(table, abx_variable_type(variable));
    } else if (entry->kind == ABX_KIND_TYPEDEF) {
        abx_table_find_type(table, name, &type, NULL);
        type = type ? abx_type_strip(type) : NULL;
    } else if (entry->kind == ABX_KIND_STRUCT || entry->kind == ABX_KIND_UNION) {
        name = fact_text(collector, "%s %s", abx_kind_words(entry->kind)->word, name);
        abx_table_find_type(table, name, &type, NULL);
    } else {
        return true;
    }
    return type && !holds_incomplete(table, type);
}

bool omissions_add_dependent(struct omissions *omissions, struct abx_table *table,
                             bool *is_morep)
{
    struct fact_list facts = {0};
    struct collector collector = {.facts = &facts, .table = table};
    struct abx_entry entry = {0};
    bool is_done = true;

    *is_morep = false;
    while (is_done && abx_table_next_entry(table, &entry, NULL) == ABX_OK) {
        size_t size = (size_t)(entry.name - entry.text) + entry.name_size;

        if (entry.kind == ABX_KIND_OMIT || is_usable(&collector, &entry))
            continue;
        is_done = add(omissions, entry.text, size, "has a type that is left out");
        *is_morep = true;
    }
    is_done = is_done && !facts.failed;
    facts_finish(&facts);
    return is_done || fail_memory();
}

/* ---- the new table */

struct rewriting {
    struct omissions *omissions;
    struct name_list lines;
    struct abx_map reasons; /* name -> what its omit line says */
};

static bool add_line(struct rewriting *rewriting, const char *text, size_t size)
{
    struct name_list *lines = &rewriting->lines;
    const char *copy = abx_arena_copy(&rewriting->omissions->arena, text, size);

    if (!copy || !ABX_ARRAY_RESERVE(lines))
        return false;
    lines->items[lines->n_items++] = copy;
    return true;
}

static const char *find_omission(const struct rewriting *rewriting, const char *key,
                                 size_t size)
{
    struct abx_map_entry *entry = abx_map_find(&rewriting->omissions->map, key, size);

    return entry ? entry->value : NULL;
}

/* The key of the line on which @entry depends, be it its own. */
static const char *key_of(const struct abx_entry *entry, size_t *sizep,
                          struct abx_buffer *out)
{
    const char *space = memchr(entry->name, ' ', entry->name_size);

    *sizep = (size_t)(entry->name - entry->text) + entry->name_size;
    if (!space)
        return entry->text;
    if (entry->kind == ABX_KIND_UNIT) {
        *sizep = (size_t)(entry->name + entry->name_size - space - 1);
        return space + 1;
    }
    abx_buffer_truncate(out, 0);
    abx_buffer_printf(out, "fn %.*s", (int)(space - entry->name), entry->name);
    *sizep = out->size;
    return abx_buffer_text(out);
}

/* A name has one omit line, whatever kinds of line it had. */
static bool add_reason(struct rewriting *rewriting, const char *name, size_t size,
                       const char *reason)
{
    struct abx_map_entry *old = abx_map_find(&rewriting->reasons, name, size);
    struct abx_arena *arena = &rewriting->omissions->arena;
    struct abx_buffer both = {0};
    const char *copy = abx_arena_copy(arena, name, size);

    if (old && strcmp(old->value, reason) != 0)
        abx_buffer_printf(&both, "%s; %s", (const char *)old->value, reason);
    else
        abx_buffer_puts(&both, reason);
    reason = both.failed ? NULL : abx_arena_copy(arena, both.data, both.size);
    abx_buffer_finish(&both);
    return copy && reason &&
           abx_map_set(&rewriting->reasons, copy, size, (void *)reason) == 0;
}

static bool is_record(enum abx_kind kind)
{
    return kind == ABX_KIND_STRUCT || kind == ABX_KIND_UNION;
}

/* The line of a name that is left out: a tag stays, without its layout. */
static bool replace_line(struct rewriting *rewriting, const struct abx_entry *entry,
                         const char *reason)
{
    struct abx_buffer line = {0};
    bool is_done = true;

    if (entry->kind == ABX_KIND_ERROR || entry->kind == ABX_KIND_UNIT)
        return true;
    if (is_record(entry->kind)) {
        abx_buffer_printf(&line, "%s %.*s incomplete", abx_kind_words(entry->kind)->word,
                          (int)entry->name_size, entry->name);
        is_done = !line.failed && add_line(rewriting, line.data, line.size);
        abx_buffer_finish(&line);
    }
    return is_done && add_reason(rewriting, entry->name, entry->name_size, reason);
}

static bool take_line(struct rewriting *rewriting, const struct abx_entry *entry,
                      struct abx_buffer *key_text)
{
    size_t size;
    const char *key = key_of(entry, &size, key_text);
    const char *reason = find_omission(rewriting, key, size);
    const char *text;

    if (entry->kind == ABX_KIND_OMIT) {
        text = entry->name + entry->name_size + 1;
        text = abx_arena_copy(&rewriting->omissions->arena, text,
                              (size_t)(entry->text + entry->text_size - text));
        return text && add_reason(rewriting, entry->name, entry->name_size, text);
    }
    /* The line of a tag stays, and with it its unit. */
    if (!reason || (entry->kind == ABX_KIND_UNIT &&
                    (!strncmp(key, "struct ", 7) || !strncmp(key, "union ", 6))))
        return add_line(rewriting, entry->text, entry->text_size);
    return replace_line(rewriting, entry, reason);
}

static bool add_omit_lines(struct rewriting *rewriting)
{
    struct abx_buffer line = {0};
    bool is_done = true;
    size_t i;

    for (i = 0; is_done && i < rewriting->reasons.n_items; i++) {
        abx_buffer_truncate(&line, 0);
        abx_buffer_printf(&line, "omit %s %s", rewriting->reasons.items[i].key,
                          (const char *)rewriting->reasons.items[i].value);
        is_done = !line.failed && add_line(rewriting, line.data, line.size);
    }
    abx_buffer_finish(&line);
    return is_done;
}

static int compare_lines(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool omissions_put(struct omissions *omissions, struct abx_table *table,
                   struct abx_buffer *out)
{
    struct rewriting rewriting = {.omissions = omissions};
    struct abx_buffer key = {0};
    struct abx_entry entry = {0};
    bool is_done = true;
    size_t i;

    while (is_done && abx_table_next_entry(table, &entry, NULL) == ABX_OK)
        is_done = take_line(&rewriting, &entry, &key);
    is_done = is_done && !key.failed && add_omit_lines(&rewriting);
    if (is_done && rewriting.lines.n_items)
        qsort(rewriting.lines.items, rewriting.lines.n_items,
              sizeof(*rewriting.lines.items), compare_lines);
    for (i = 0; i < rewriting.lines.n_items; i++)
        abx_buffer_printf(out, "%s\n", rewriting.lines.items[i]);
    abx_buffer_puts(out, "~end\n");
    abx_buffer_finish(&key);
    abx_map_finish(&rewriting.reasons);
    free(rewriting.lines.items);
    return (is_done && !out->failed) || fail_memory();
}

void omissions_finish(struct omissions *omissions)
{
    abx_map_finish(&omissions->map);
    abx_arena_finish(&omissions->arena);
    *omissions = (struct omissions){0};
}
