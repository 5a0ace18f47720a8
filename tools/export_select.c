/**
 * What is exported: lines of the table, with the lines that they need. Types are put into
 * an order in which C can declare them: a typedef before its first use, a record before
 * it is held by value. A pointer to a record needs no order, as its tag is declared in
 * front of all.
 */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "tools/export.h"
#include "tools/kinds.h"

static void visit(struct export *export, struct export_item *item);

/* ---- small things */

void export_finish(struct export *export)
{
    free(export->all.items);
    free(export->types.items);
    abx_map_finish(&export->map);
    abx_map_finish(&export->enumerators);
    abx_arena_finish(&export->arena);
    *export = (struct export){0};
}

const char *export_copy(struct export *export, const char *text, size_t size)
{
    char *copy = abx_arena_copy(&export->arena, text, size);

    export->is_out_of_memory |= !copy;
    return copy ? copy : "";
}

const char *export_print(struct export *export, const char *format, ...)
{
    struct abx_buffer text = {0};
    const char *copy;
    va_list args;

    va_start(args, format);
    abx_buffer_vprintf(&text, format, args);
    va_end(args);
    export->is_out_of_memory |= text.failed;
    copy = export_copy(export, abx_buffer_text(&text), text.size);
    abx_buffer_finish(&text);
    return copy;
}

static void fail(struct export *export, int status, const struct abx_error *err)
{
    if (export->status != ABX_OK)
        return;
    export->status = status;
    export->err = *err;
}

const struct abx_type *export_target(struct export *export, const struct abx_type *type)
{
    const struct abx_type *target = NULL;
    struct abx_error err = {0};
    int status = abx_type_find_target(export->table, type, &target, &err);

    if (status != ABX_OK)
        fail(export, status, &err);
    return target;
}

bool export_is_record(const struct abx_type *type)
{
    return abx_type_kind(type) == ABX_TYPE_STRUCT ||
           abx_type_kind(type) == ABX_TYPE_UNION;
}

const struct abx_type *export_unnamed(struct export *export, const struct abx_type *type)
{
    while (type && abx_type_kind(type) == ABX_TYPE_ARRAY)
        type = export_target(export, type);
    return type && export_is_record(type) && !abx_type_name(type) ? type : NULL;
}

const char *export_rest(struct export *export, const struct export_item *item)
{
    const char *end = item->entry.text + item->entry.text_size;
    const char *rest = item->entry.name + item->entry.name_size;

    rest += rest < end;
    return export_copy(export, rest, (size_t)(end - rest));
}

/* A type has neither quotes nor, at its end, a word that is a value. */
static size_t find_value(const char *rest)
{
    const char *quote = strchr(rest, '"');
    const char *space = strrchr(rest, ' ');

    if (quote)
        return (size_t)(quote - rest);
    return space ? (size_t)(space + 1 - rest) : 0;
}

const char *export_value(struct export *export, const struct export_item *item)
{
    const char *rest = export_rest(export, item);

    return rest + find_value(rest);
}

/* ---- items */

static const char *key_of(struct export *export, enum abx_kind kind, const char *name)
{
    return export_print(export, "%s %s", abx_kind_words(kind)->word, name);
}

struct export_item *export_find(const struct export *export, enum abx_kind kind,
                                const char *name)
{
    struct abx_buffer key = {0};
    struct abx_map_entry *entry;

    abx_buffer_printf(&key, "%s %s", abx_kind_words(kind)->word, name);
    entry = abx_map_find(&export->map, abx_buffer_text(&key), key.size);
    abx_buffer_finish(&key);
    return entry ? entry->value : NULL;
}

static enum abx_kind kind_of(const struct abx_type *type)
{
    static const enum abx_kind kinds[ABX_N_TYPE_KINDS] = {
        [ABX_TYPE_STRUCT] = ABX_KIND_STRUCT,
        [ABX_TYPE_UNION] = ABX_KIND_UNION,
        [ABX_TYPE_ENUM] = ABX_KIND_ENUM,
        [ABX_TYPE_TYPEDEF] = ABX_KIND_TYPEDEF,
    };

    return abx_type_name(type) ? kinds[abx_type_kind(type)] : ABX_KIND_NONE;
}

struct export_item *export_find_type(const struct export *export,
                                     const struct abx_type *type)
{
    enum abx_kind kind = kind_of(type);

    return kind ? export_find(export, kind, abx_type_name(type)) : NULL;
}

static void append(struct export *export, struct export_items *items,
                   struct export_item *item)
{
    if (ABX_ARRAY_RESERVE(items))
        items->items[items->n_items++] = item;
    else
        export->is_out_of_memory = true;
}

static struct export_item *add(struct export *export, const struct abx_entry *entry)
{
    const char *name = export_copy(export, entry->name, entry->name_size);
    const char *key = key_of(export, entry->kind, name);
    struct abx_map_entry *known = abx_map_find(&export->map, key, strlen(key));
    struct export_item *item;

    if (known)
        return known->value;
    item = abx_arena_alloc(&export->arena, sizeof(*item));
    if (!item || abx_map_set(&export->map, key, strlen(key), item) < 0) {
        export->is_out_of_memory = true;
        return NULL;
    }
    item->kind = entry->kind;
    item->name = name;
    item->entry = *entry;
    append(export, &export->all, item);
    return item;
}

/* The item of that name, added if need be; NULL if the table has none. */
static struct export_item *need(struct export *export, enum abx_kind kind,
                                const char *name)
{
    struct abx_entry entry;
    struct abx_error err = {0};
    int status = abx_table_find_entry(export->table, kind, name, &entry, &err);

    if (status == ABX_OK)
        return add(export, &entry);
    if (status != ABX_MISSING)
        fail(export, status, &err);
    return NULL;
}

/* ---- what they need */

static void walk(struct export *export, const struct abx_type *type, bool is_held);

static void walk_parts(struct export *export, const struct abx_type *type, bool is_held)
{
    const struct abx_type *parameter;
    struct abx_member member;
    const char *name;
    size_t i;

    for (i = 0; abx_type_member(type, i, &member) == ABX_OK; i++)
        walk(export, member.type, is_held);
    for (i = 0; abx_type_parameter(type, i, &name, &parameter) == ABX_OK; i++)
        walk(export, parameter, false);
    for (i = 0; i < abx_type_n_enumerators(type); i++)
        need(export, ABX_KIND_CONST, abx_type_enumerator(type, i));
}

/* @is_held: by value, so that a record has to be declared before. */
static void walk(struct export *export, const struct abx_type *type, bool is_held)
{
    enum abx_kind kind = kind_of(type);
    struct export_item *item;

    if (export->status != ABX_OK || export->is_out_of_memory)
        return;
    if (kind) {
        item = need(export, kind, abx_type_name(type));
        if (item && (is_held || kind == ABX_KIND_TYPEDEF || kind == ABX_KIND_ENUM))
            visit(export, item);
        return;
    }
    walk_parts(export, type, is_held);
    switch (abx_type_kind(type)) {
    case ABX_TYPE_POINTER:
    case ABX_TYPE_FUNCTION:
        is_held = false;
        break;
    case ABX_TYPE_ARRAY:
        break;
    default:
        return;
    }
    type = export_target(export, type);
    if (type)
        walk(export, type, is_held);
}

static const struct abx_type *find_type(struct export *export, const char *notation)
{
    const struct abx_type *type = NULL;
    struct abx_error err = {0};
    int status = abx_table_find_type(export->table, notation, &type, &err);

    if (status != ABX_OK)
        fail(export, status, &err);
    return type;
}

static void visit_tagged(struct export *export, struct export_item *item)
{
    item->type = find_type(export, key_of(export, item->kind, item->name));
    item->body = item->type;
    if (item->type)
        walk_parts(export, item->type, true);
    append(export, &export->types, item);
}

static void visit_typedef(struct export *export, struct export_item *item)
{
    const struct abx_type *target;

    item->type = find_type(export, item->name);
    target = item->type ? export_target(export, item->type) : NULL;
    if (target) {
        walk(export, target, true);
        if (!abx_type_name(target) &&
            (export_is_record(target) || abx_type_kind(target) == ABX_TYPE_ENUM))
            item->body = target;
    }
    append(export, &export->types, item);
}

static void visit_function(struct export *export, struct export_item *item)
{
    const struct abx_contract *contract;
    struct abx_function *function;
    struct abx_error err = {0};
    int status = abx_table_find_declaration(export->table, item->name, &function, &err);
    size_t i;

    if (status != ABX_OK) {
        fail(export, status, &err);
        return;
    }
    item->function = function;
    item->type = abx_function_type(function);
    walk(export, item->type, false);
    contract = abx_function_contract(function);
    for (i = 0; i < contract->n_codes; i++) {
        need(export, ABX_KIND_CONST, contract->codes[i]);
        need(export, ABX_KIND_ERROR,
             export_print(export, "%s %s", item->name, contract->codes[i]));
    }
}

/* The longest beginning that is a type: what is behind it are attributes. */
static void visit_variable(struct export *export, struct export_item *item)
{
    const char *rest = export_rest(export, item);
    size_t size = strlen(rest);

    while (size > 0 && abx_table_find_type(export->table, export_copy(export, rest, size),
                                           &item->type, NULL) != ABX_OK) {
        size--;
        while (size > 0 && rest[size] != ' ')
            size--;
    }
    if (size == 0)
        item->type = find_type(export, rest);
    if (item->type)
        walk(export, item->type, true);
}

static void visit_constant(struct export *export, struct export_item *item)
{
    const char *rest = export_rest(export, item);
    size_t size = find_value(rest);

    item->type = find_type(export, export_copy(export, rest, size > 0 ? size - 1 : 0));
    if (item->type)
        walk(export, item->type, false);
}

static void visit_alias(struct export *export, struct export_item *item)
{
    static const enum abx_kind kinds[] = {ABX_KIND_FN, ABX_KIND_VAR, ABX_KIND_TYPEDEF};
    const char *target = export_rest(export, item);
    struct export_item *found;
    size_t i;

    for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
        found = need(export, kinds[i], target);
        if (found)
            visit(export, found);
    }
}

static void (*const visits[ABX_N_KINDS])(struct export *export,
                                         struct export_item *item) = {
    [ABX_KIND_ALIAS] = visit_alias,   [ABX_KIND_CONST] = visit_constant,
    [ABX_KIND_ENUM] = visit_tagged,   [ABX_KIND_FN] = visit_function,
    [ABX_KIND_STRUCT] = visit_tagged, [ABX_KIND_TYPEDEF] = visit_typedef,
    [ABX_KIND_UNION] = visit_tagged,  [ABX_KIND_VAR] = visit_variable,
};

/* Marked before its types are walked, so that a damaged table's circle ends. */
static void visit(struct export *export, struct export_item *item)
{
    struct abx_error err = {0};
    int status;

    if (item->is_visited || export->status != ABX_OK || export->is_out_of_memory)
        return;
    item->is_visited = true;
    status = abx_table_check_entry(export->table, &item->entry, &err);
    if (status != ABX_OK)
        fail(export, status, &err);
    else if (visits[item->kind])
        visits[item->kind](export, item);
}

/* The line that an alias stands for; NULL where it is not exported. */
static struct export_item *find_aliased(struct export *export,
                                        const struct export_item *item)
{
    static const enum abx_kind kinds[] = {ABX_KIND_FN, ABX_KIND_VAR, ABX_KIND_TYPEDEF};
    const char *target = export_rest(export, item);
    struct export_item *found = NULL;
    size_t i;

    for (i = 0; i < sizeof(kinds) / sizeof(*kinds) && !found; i++)
        found = export_find(export, kinds[i], target);
    return found;
}

const struct export_item *export_symbol(struct export *export,
                                        const struct export_item *item)
{
    if (item->kind == ABX_KIND_ALIAS)
        item = find_aliased(export, item);
    if (!item || (item->kind != ABX_KIND_FN && item->kind != ABX_KIND_VAR))
        return NULL;
    return item->reason ? NULL : item;
}

/* ---- names */

static int add_all(struct export *export)
{
    struct abx_entry entry = {0};
    struct abx_error err = {0};
    int status;

    while ((status = abx_table_next_entry(export->table, &entry, &err)) == ABX_OK)
        add(export, &entry);
    if (status != ABX_MISSING)
        fail(export, status, &err);
    return export->status;
}

static int add_named(struct export *export, const char *text)
{
    const char *space = strchr(text, ' ');
    enum abx_kind wanted =
        space ? abx_kind_named(export_copy(export, text, (size_t)(space - text)))
              : ABX_KIND_NONE;
    const char *name = wanted ? space + 1 : text;
    bool is_found = false;
    enum abx_kind kind;

    for (kind = ABX_KIND_NONE + 1; kind < ABX_N_KINDS; kind++)
        if (wanted ? kind == wanted
                   : !abx_kind_words(kind)->is_about || kind == ABX_KIND_OMIT)
            is_found |= need(export, kind, name) != NULL;
    if (export->status != ABX_OK)
        return export->status;
    return is_found ? ABX_OK : ABX_MISSING;
}

int export_select(struct export *export, const char *name)
{
    size_t i = export->all.n_items;
    int status = name ? add_named(export, name) : add_all(export);

    for (; status == ABX_OK && i < export->all.n_items; i++)
        visit(export, export->all.items[i]);
    return export->status != ABX_OK ? export->status : status;
}

size_t export_library(struct export *export, const struct export_item *item,
                      const char **symbolp)
{
    const char *rest = export_rest(export, item);
    const char *symbol = strstr(rest, " symbol=");
    const char *in = strstr(rest, " in=");
    const char *name = NULL;
    const char *library;
    size_t i;

    *symbolp =
        symbol ? export_copy(export, symbol + 8, strcspn(symbol + 8, " ")) : item->name;
    if (item->function) {
        *symbolp = abx_function_symbol(item->function);
        name = abx_function_library(item->function);
    } else if (in) {
        name = export_copy(export, in + 4, strcspn(in + 4, " "));
    }
    for (i = 0; (library = abx_table_property(export->table, "library", i)); i++)
        if (name && strcmp(name, library) == 0)
            return i;
    return 0;
}
