/**
 * What else a changed layout affects: all that holds the type by value, be it through
 * other types. The new table is read once for who holds what, which only happens where a
 * layout changed at all.
 */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "tools/diff.h"
#include "tools/kinds.h"

enum { DEPTH_MAX = 64, N_TOLD = 6 };

/* A declaration that holds another by value. */
struct holder {
    const char *name; /* "struct stat" */
    struct holder *next;
};

struct holders {
    struct diff *diff;
    struct abx_map map; /* from what is held to its holders */
    const char *name;   /* whose type is being walked */
};

struct names {
    const char **items;
    size_t n_items;
    size_t capacity;
};

static const char *key_of(struct diff *diff, const struct abx_entry *entry)
{
    return diff_copy(diff, entry->text,
                     (size_t)(entry->name + entry->name_size - entry->text));
}

void diff_add_root(struct diff *diff, const struct diff_pair *pair)
{
    const char *key = key_of(diff, pair->entries[DIFF_BEFORE]);

    if (abx_map_find(&diff->roots, key, strlen(key)))
        return;
    if (abx_map_set(&diff->roots, key, strlen(key), NULL) < 0)
        diff->is_out_of_memory = true;
}

/* ---- who holds what */

static void enter(struct holders *holders, const char *held)
{
    struct abx_map_entry *entry = abx_map_find(&holders->map, held, strlen(held));
    struct holder *holder = abx_arena_alloc(&holders->diff->arena, sizeof(*holder));

    if (!holder) {
        holders->diff->is_out_of_memory = true;
        return;
    }
    holder->name = holders->name;
    holder->next = entry ? entry->value : NULL;
    if (holder->next && holder->next->name == holder->name)
        return;
    if (abx_map_set(&holders->map, held, strlen(held), holder) < 0)
        holders->diff->is_out_of_memory = true;
}

/* The key of the line that a named type stands for; NULL for what has none. */
static const char *find_key(struct diff *diff, const struct abx_type *type)
{
    static const char *const words[ABX_N_TYPE_KINDS] = {
        [ABX_TYPE_STRUCT] = "struct",
        [ABX_TYPE_UNION] = "union",
        [ABX_TYPE_ENUM] = "enum",
        [ABX_TYPE_TYPEDEF] = "typedef",
    };
    const char *word = words[abx_type_kind(type)];
    struct abx_buffer text = {0};
    const char *key;

    if (!word || !abx_type_name(type))
        return NULL;
    abx_buffer_printf(&text, "%s %s", word, abx_type_name(type));
    key = diff_copy(diff, abx_buffer_text(&text), text.size);
    abx_buffer_finish(&text);
    return key;
}

static void walk(struct holders *holders, const struct abx_type *type, unsigned depth);

static void walk_body(struct holders *holders, const struct abx_type *type,
                      unsigned depth)
{
    const struct abx_type *parameter;
    struct abx_member member;
    const char *name;
    size_t i;

    for (i = 0; abx_type_member(type, i, &member) == ABX_OK; i++)
        walk(holders, member.type, depth);
    for (i = 0; abx_type_parameter(type, i, &name, &parameter) == ABX_OK; i++)
        walk(holders, parameter, depth);
    if (abx_type_kind(type) == ABX_TYPE_ARRAY || abx_type_kind(type) == ABX_TYPE_FUNCTION)
        type = diff_target(holders->diff, DIFF_AFTER, type);
    else
        type = NULL;
    if (type)
        walk(holders, type, depth);
}

static void walk(struct holders *holders, const struct abx_type *type, unsigned depth)
{
    const char *key = find_key(holders->diff, type);

    if (key)
        enter(holders, key);
    else if (depth < DEPTH_MAX)
        walk_body(holders, type, depth + 1);
}

static const struct abx_type *find_type(struct diff *diff, const struct abx_entry *entry)
{
    const char *name = diff_copy(diff, entry->name, entry->name_size);
    const char *text = key_of(diff, entry);
    struct abx_function *function;
    const struct abx_type *type;

    if (entry->kind == ABX_KIND_FN)
        return abx_table_find_declaration(diff->tables[DIFF_AFTER], name, &function,
                                          NULL) == ABX_OK
                   ? abx_function_type(function)
                   : NULL;
    if (entry->kind == ABX_KIND_TYPEDEF)
        text = name;
    return abx_table_find_type(diff->tables[DIFF_AFTER], text, &type, NULL) == ABX_OK
               ? type
               : NULL;
}

/* What is new has nobody who was compiled with it. */
static bool is_old(const struct diff *diff, const struct abx_entry *entry,
                   const char *name)
{
    struct abx_entry before;

    return abx_table_find_entry(diff->tables[DIFF_BEFORE], entry->kind, name, &before,
                                NULL) == ABX_OK;
}

static void read_entry(struct holders *holders, const struct abx_entry *entry)
{
    struct diff *diff = holders->diff;
    const struct abx_type *type;

    if (!is_old(diff, entry, diff_copy(diff, entry->name, entry->name_size)))
        return;
    holders->name = key_of(diff, entry);
    type = find_type(diff, entry);
    if (type && entry->kind == ABX_KIND_TYPEDEF)
        type = diff_target(diff, DIFF_AFTER, type);
    if (!type)
        return;
    if (entry->kind == ABX_KIND_TYPEDEF)
        walk(holders, type, 0);
    else
        walk_body(holders, type, 0);
}

static void read_variable(struct holders *holders, const struct abx_entry *entry)
{
    const struct abx_variable *variable =
        diff_find_variable(holders->diff, DIFF_AFTER, entry);

    holders->name = key_of(holders->diff, entry);
    if (variable && is_old(holders->diff, entry,
                           diff_copy(holders->diff, entry->name, entry->name_size)))
        walk(holders, abx_variable_type(variable), 0);
}

static void read_table(struct holders *holders)
{
    struct abx_entry entry = {0};

    while (abx_table_next_entry(holders->diff->tables[DIFF_AFTER], &entry, NULL) ==
           ABX_OK)
        if (entry.kind == ABX_KIND_FN || entry.kind == ABX_KIND_STRUCT ||
            entry.kind == ABX_KIND_UNION || entry.kind == ABX_KIND_TYPEDEF)
            read_entry(holders, &entry);
        else if (entry.kind == ABX_KIND_VAR)
            read_variable(holders, &entry);
}

/* ---- who holds a root */

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Adds those that hold @held and were not met before. */
static void add_direct(struct holders *holders, const char *held, struct abx_map *seen,
                       struct names *names)
{
    struct abx_map_entry *entry = abx_map_find(&holders->map, held, strlen(held));
    const struct holder *holder = entry ? entry->value : NULL;

    for (; holder; holder = holder->next) {
        if (abx_map_find(seen, holder->name, strlen(holder->name)))
            continue;
        if (!ABX_ARRAY_RESERVE(names) ||
            abx_map_set(seen, holder->name, strlen(holder->name), NULL) < 0) {
            holders->diff->is_out_of_memory = true;
            return;
        }
        names->items[names->n_items++] = holder->name;
    }
}

/* All that holds @root, directly or not, sorted. */
static void find_holders(struct holders *holders, const struct abx_map_entry *root,
                         struct names *names)
{
    struct abx_map seen = {0};
    size_t next = 0;

    if (abx_map_set(&seen, root->key, root->key_size, NULL) < 0)
        holders->diff->is_out_of_memory = true;
    add_direct(holders, root->key, &seen, names);
    while (next < names->n_items && !holders->diff->is_out_of_memory)
        add_direct(holders, names->items[next++], &seen, names);
    abx_map_finish(&seen);
    if (names->n_items > 0)
        qsort(names->items, names->n_items, sizeof(*names->items), compare_names);
}

static void add_holders(struct diff *diff, const char *root, const struct names *names)
{
    const char *name = strchr(root, ' ') + 1;
    enum abx_kind kind = abx_kind_named(diff_copy(diff, root, (size_t)(name - root - 1)));
    const char **copy = abx_arena_alloc(&diff->arena, names->n_items * sizeof(*copy));
    struct abx_entry entries[2];
    struct abx_buffer text = {0};
    size_t i;

    if (!copy || abx_table_find_entry(diff->tables[0], kind, name, &entries[0], NULL) ||
        abx_table_find_entry(diff->tables[1], kind, name, &entries[1], NULL)) {
        diff->is_out_of_memory |= !copy;
        return;
    }
    for (i = 0; i < names->n_items; i++) {
        copy[i] = names->items[i];
        if (i < N_TOLD)
            abx_buffer_printf(&text, "%s%s", i ? ", " : "", copy[i]);
    }
    if (names->n_items > N_TOLD)
        abx_buffer_printf(&text, " and %zu more", names->n_items - N_TOLD);
    entries[1].line = 0;
    for (i = 0; i < diff->n_items; i++)
        if (diff->items[i].kind == kind && strcmp(diff->items[i].name, name) == 0 &&
            diff->items[i].action == DIFF_CHANGED)
            entries[1].line = diff->items[i].line;
    diff_add(diff, &(struct diff_pair){{&entries[0], &entries[1]}}, true, "holders",
             "held by value in %s", abx_buffer_text(&text));
    diff->is_out_of_memory |= text.failed;
    abx_buffer_finish(&text);
    if (diff->is_out_of_memory)
        return;
    diff->items[diff->n_items - 1].holders = copy;
    diff->items[diff->n_items - 1].n_holders = names->n_items;
}

void diff_add_holders(struct diff *diff)
{
    struct holders holders = {.diff = diff};
    struct names names = {0};
    size_t i;

    if (diff->roots.n_items > 0)
        read_table(&holders);
    for (i = 0; i < diff->roots.n_items && !diff->is_out_of_memory; i++) {
        names.n_items = 0;
        find_holders(&holders, &diff->roots.items[i], &names);
        if (names.n_items > 0)
            add_holders(diff, diff->roots.items[i].key, &names);
    }
    free(names.items);
    abx_map_finish(&holders.map);
}
