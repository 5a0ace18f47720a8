/*
 * Annotations are words: the first says what is told, the rest depends on it. What is wrong
 * in one is an error at its line in the spec.
 */
#include "gen/spec.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "gen/spec_contract.h"

struct gen_spec_function *gen_spec_find(const struct gen_spec *spec, const char *function)
{
    const struct abx_map_entry *entry =
        abx_map_find(&spec->functions, function, strlen(function));

    return entry ? entry->value : NULL;
}

/* What is said of @name, from now on something. NULL when out of memory. */
static struct gen_spec_function *get_function(struct gen_spec *spec, const char *name)
{
    struct gen_spec_function *function = gen_spec_find(spec, name);

    if (function)
        return function;
    function = abx_arena_alloc(&spec->arena, sizeof(*function));
    if (function)
        function->name = gen_spec_copy(spec, name, strlen(name));
    if (function && function->name &&
        abx_map_set(&spec->functions, function->name, strlen(name), function) == 0)
        return function;
    spec->out_of_memory = true;
    return NULL;
}

static void add_item(const struct gen_annotation *note, struct gen_spec_items *items)
{
    const char *text = gen_spec_copy(note->spec, note->rest, strlen(note->rest));

    for (size_t i = 0; i < items->n_items; i++)
        if (!strcmp(items->items[i].text, note->rest))
            return; /* read once more, in another unit */
    if (text && ABX_ARRAY_RESERVE(items))
        items->items[items->n_items++] = (struct gen_spec_item){text, note->place};
    else
        note->spec->out_of_memory = true;
}

static void read_library(const struct gen_annotation *note)
{
    add_item(note, &note->spec->libraries);
}

static void read_headers(const struct gen_annotation *note)
{
    add_item(note, &note->spec->headers);
}

static void read_no_header(const struct gen_annotation *note)
{
    const char *colon = strstr(note->rest, ": ");
    const char *name;

    if (!colon || !colon[2]) {
        gen_error(note->messages, note->place, "NO_HEADER wants a name and a reason");
        return;
    }
    name = gen_spec_copy(note->spec, note->rest, (size_t)(colon - note->rest));
    if (name)
        gen_lines_add(note->lines, ABX_KIND_OMIT, name, colon + 2, 1);
}

static void read_units(const struct gen_annotation *note)
{
    char *end;
    unsigned long n = strtoul(note->rest, &end, 10);

    if (*end || n < 1 || n > 9)
        gen_error(note->messages, note->place, "UNITS wants a number from 1 to 9");
    else
        note->spec->n_units = (unsigned)n;
}

static void read_returns_twice(const struct gen_annotation *note)
{
    note->function->returns_twice = true;
}

/* "CODE: text" into @text; false after a message. */
static bool take_text(const struct gen_annotation *note, const char *at, const char *word,
                      struct gen_spec_text *text)
{
    const char *colon = strstr(at, ": ");

    if (!colon || colon == at || !colon[2]) {
        gen_error(note->messages, note->place, "%s wants a code and a text", word);
        return false;
    }
    *text = (struct gen_spec_text){
        .code = gen_spec_copy(note->spec, at, (size_t)(colon - at)),
        .text = gen_spec_copy(note->spec, colon + 2, strlen(colon + 2)),
        .place = note->place,
    };
    return text->code && text->text;
}

static void read_text(const struct gen_annotation *note)
{
    struct gen_spec_text text;

    if (take_text(note, note->rest, "MEANS", &text))
        gen_spec_add_text(note, &note->function->texts, &text);
}

/* What stands under @size bytes of @key, from now on something; NULL when out of memory. */
static void *get_item(struct gen_spec *spec, struct abx_map *map, const char *key,
                      size_t size, size_t item_size)
{
    const struct abx_map_entry *entry = abx_map_find(map, key, size);
    const char *own = entry ? NULL : gen_spec_copy(spec, key, size);
    void *item = entry ? entry->value : abx_arena_alloc(&spec->arena, item_size);

    if (entry || (item && own && abx_map_set(map, own, size, item) == 0))
        return item;
    spec->out_of_memory = true;
    return NULL;
}

static void read_group(const struct gen_annotation *note)
{
    size_t size = strcspn(note->rest, " ");
    struct gen_spec_group *group;
    const struct gen_spec_text *first;
    struct gen_spec_text text;

    if (!take_text(note, note->rest + size + (note->rest[size] == ' '), "GROUP", &text))
        return;
    group = get_item(note->spec, &note->spec->groups, note->rest, size, sizeof(*group));
    first = group ? group->texts : NULL;
    if (!group)
        return;
    gen_spec_add_text(note, &group->texts, &text);
    if (group->is_used && group->texts != first)
        gen_error(note->messages, note->place,
                  "the group %.*s was used already: its lines stand in front of that",
                  (int)size, note->rest);
}

static void read_each(const struct gen_annotation *note)
{
    struct gen_spec_text **list;
    struct gen_spec_text text;

    if (!take_text(note, note->rest, "EACH_MEANS", &text))
        return;
    list = get_item(note->spec, &note->spec->each, text.code, strlen(text.code),
                    sizeof(*list));
    if (list)
        gen_spec_add_text(note, list, &text);
}

/* Sets @item to what is said now; something else said before is an error. */
static void set_item(const struct gen_annotation *note, struct gen_spec_item *item,
                     const char *text, const char *what)
{
    if (item->text && strcmp(item->text, text) != 0)
        gen_error(note->messages, note->place, "%s: it is %s already", what, item->text);
    else if (!item->text)
        *item = (struct gen_spec_item){gen_spec_copy(note->spec, text, strlen(text)),
                                       note->place};
}

/* "SQLITE_ sqlite3_errstr". */
static void read_space(const struct gen_annotation *note)
{
    size_t size = strcspn(note->rest, " ");
    struct gen_spec_item *function =
        get_item(note->spec, &note->spec->spaces, note->rest, size, sizeof(*function));

    if (function)
        set_item(note, function, note->rest + size + (note->rest[size] == ' '),
                 "CODE_SPACE");
}

/* A name that is a macro for the other is the other, and nothing is said. */
static void read_like(const struct gen_annotation *note)
{
    struct gen_spec_item *like = &note->function->like;

    if (strcmp(note->rest, note->function->name) != 0 &&
        gen_spec_may_say(note, like->text != NULL))
        set_item(note, like, note->rest, "LIKE");
}

/* Why something is so, in @item. */
static void read_reason(const struct gen_annotation *note, struct gen_spec_item *item,
                        const char *what)
{
    if (!*note->rest)
        gen_error(note->messages, note->place, "%s: the reason is missing",
                  note->function->name);
    else if (gen_spec_may_say(note, item->text != NULL))
        set_item(note, item, note->rest, what);
}

static void read_untold(const struct gen_annotation *note)
{
    read_reason(note, &note->function->untold, "UNTOLD");
}

static void read_refused(const struct gen_annotation *note)
{
    read_reason(note, &note->function->refused, "REFUSE");
}

static const struct {
    const char *word;
    bool is_of_function;
    void (*read)(const struct gen_annotation *note);
} readers[] = {
    {"fails ", true, gen_spec_read_fails},
    {"error ", true, read_text},
    {"like ", true, read_like},
    {"untold ", true, read_untold},
    {"refused ", true, read_refused},
    {"returns-twice", true, read_returns_twice},
    {"group ", false, read_group},
    {"each ", false, read_each},
    {"space ", false, read_space},
    {"library ", false, read_library},
    {"headers ", false, read_headers},
    {"no-header ", false, read_no_header},
    {"units ", false, read_units},
};

bool gen_spec_read(struct gen_spec *spec, const char *annotation, const char *function,
                   struct gen_place place, struct gen_lines *lines,
                   struct gen_messages *messages)
{
    for (size_t i = 0; i < sizeof(readers) / sizeof(*readers); i++) {
        size_t size = strlen(readers[i].word);
        struct gen_annotation note = {.spec = spec,
                                      .rest = annotation + size,
                                      .place = place,
                                      .lines = lines,
                                      .messages = messages};

        if (strncmp(annotation, readers[i].word, size) != 0 ||
            readers[i].is_of_function != (function != NULL))
            continue;
        if (function)
            note.function = get_function(spec, function);
        if (!function || note.function)
            readers[i].read(&note);
        return true;
    }
    return false;
}

bool gen_spec_find_timeout(const struct gen_spec *spec, const char *function,
                           struct abx_timeout_words *words)
{
    static const char flag[] = ",eintr=timeout:";
    const struct gen_spec_function *known = gen_spec_find(spec, function);
    const struct gen_contract *contract = known ? known->contract : NULL;
    const char *at = contract ? strstr(contract->how, flag) : NULL;
    char text[32];
    size_t size;

    if (!at)
        return false;
    at += strlen(flag);
    size = strcspn(at, ",");
    if (size >= sizeof(text))
        return false;
    memcpy(text, at, size);
    text[size] = '\0';
    return abx_contract_read_timeout(text, words);
}

void gen_spec_finish(struct gen_spec *spec)
{
    abx_map_finish(&spec->functions);
    abx_map_finish(&spec->undeclared);
    abx_map_finish(&spec->groups);
    abx_map_finish(&spec->each);
    abx_map_finish(&spec->spaces);
    free(spec->libraries.items);
    free(spec->headers.items);
    abx_arena_finish(&spec->arena);
    *spec = (struct gen_spec){0};
}
