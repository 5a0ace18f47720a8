/**
 * Attributes of functions and variables, compared as words: which were added, lost or
 * changed. What that means for a caller is a row of the table below; an attribute without
 * a row breaks callers, since nobody said that it does not.
 */
#include <stdlib.h>
#include <string.h>

#include "tools/diff.h"

enum { N_MAX = 64 };

/* NAME or NAME=VALUE; the last may have spaces. */
struct attribute {
    const char *name;
    const char *value;
};

struct attributes {
    struct attribute items[N_MAX];
    size_t n_items;
};

static bool is_subset(const char *part, const char *whole)
{
    size_t size;

    for (; *part; part += size + (part[size] == ',')) {
        const char *at = whole;

        size = strcspn(part, ",");
        while (*at && (strncmp(at, part, size) != 0 || (at[size] && at[size] != ',')))
            at += strcspn(at, ",") + (at[strcspn(at, ",")] == ',');
        if (!*at)
            return false;
    }
    return true;
}

/* More parameters that may not be NULL. */
static bool is_stricter(const char *before, const char *after)
{
    return !is_subset(after, before);
}

/* How many objects "2:4,3:1" wants behind the parameter at @item, "2:"; 0: none. */
static unsigned long count_of(const char *list, const char *item, size_t size)
{
    while (*list && strncmp(list, item, size) != 0)
        list += strcspn(list, ",") + (list[strcspn(list, ",")] == ',');
    return *list ? strtoul(list + size, NULL, 10) : 0;
}

/* Behind one of the parameters more objects have to be. */
static bool wants_more(const char *before, const char *after)
{
    for (; *after; after += strcspn(after, ",") + (after[strcspn(after, ",")] == ',')) {
        size_t size = strcspn(after, ":") + 1;

        if (count_of(after, after, size) > count_of(before, after, size))
            return true;
    }
    return false;
}

/* Who gave something back so far can't any more. */
static bool lacks_some(const char *before, const char *after)
{
    return !is_subset(before, after);
}

static const struct rule {
    const char *name;
    bool is_breaking_added;
    bool is_breaking_lost;
    bool (*is_breaking_changed)(const char *before, const char *after); /* NULL: never */
} rules[] = {
    {"nonnull", true, false, is_stricter},  {"static", true, false, wants_more},
    {"returns_nonnull", false, true, NULL}, {"noreturn", false, true, NULL},
    {"returns_twice", true, false, NULL},   {"malloc", false, false, NULL},
    {"dealloc", false, false, lacks_some},  {"alloc_size", false, false, NULL},
    {"alloc_align", false, false, NULL},    {"format", false, false, NULL},
    {"format_arg", false, false, NULL},     {"warn_unused_result", false, false, NULL},
    {"deprecated", false, false, NULL},
};

static bool is_always_breaking(const char *before, const char *after)
{
    (void)before;
    (void)after;
    return true;
}

static const struct rule unknown = {"", true, true, is_always_breaking};

static const struct rule *find_rule(const char *name)
{
    size_t i;

    for (i = 0; i < sizeof(rules) / sizeof(*rules); i++)
        if (strcmp(rules[i].name, name) == 0)
            return &rules[i];
    return &unknown;
}

/* What has a comparison of its own. */
static bool is_apart(const char *name)
{
    return strcmp(name, "symbol") == 0 || strcmp(name, "in") == 0;
}

/* Up to the next blank that is in no quotes. */
static size_t measure(const char *text)
{
    size_t size = 0;
    bool is_quoted = false;

    for (; text[size] && (is_quoted || text[size] != ' '); size++) {
        if (text[size] == '"')
            is_quoted = !is_quoted;
        else if (is_quoted && text[size] == '\\' && text[size + 1])
            size++;
    }
    return size;
}

static void split(struct diff *diff, const char *text, struct attributes *attributes)
{
    size_t size;
    size_t name_size;

    for (; *text && attributes->n_items < N_MAX; text += size) {
        text += strspn(text, " ");
        size = measure(text);
        name_size = strcspn(text, " =");
        if (size == 0 || strncmp(text, "fails=", 6) == 0)
            return;
        attributes->items[attributes->n_items++] = (struct attribute){
            diff_copy(diff, text, name_size),
            diff_copy(diff, text + name_size + (name_size < size),
                      size - name_size - (name_size < size)),
        };
    }
}

static const struct attribute *find(const struct attributes *attributes, const char *name)
{
    size_t i;

    for (i = 0; i < attributes->n_items; i++)
        if (strcmp(attributes->items[i].name, name) == 0)
            return &attributes->items[i];
    return NULL;
}

static const char *spell(struct diff *diff, const struct attribute *attribute)
{
    struct abx_buffer text = {0};
    const char *copy;

    abx_buffer_printf(&text, "%s%s%s", attribute->name, *attribute->value ? "=" : "",
                      attribute->value);
    copy = diff_copy(diff, abx_buffer_text(&text), text.size);
    abx_buffer_finish(&text);
    return copy;
}

static void compare_one(struct diff *diff, const struct diff_pair *pair,
                        const struct attribute *before, const struct attribute *after)
{
    const char *name = before ? before->name : after->name;
    const struct rule *rule = find_rule(name);

    if (!before)
        diff_add(diff, pair, rule->is_breaking_added, name, "%s added",
                 spell(diff, after));
    else if (!after)
        diff_add(diff, pair, rule->is_breaking_lost, name, "%s removed",
                 spell(diff, before));
    else if (strcmp(before->value, after->value) != 0)
        diff_add(diff, pair,
                 rule->is_breaking_changed &&
                     rule->is_breaking_changed(before->value, after->value),
                 name, "%s, was %s", spell(diff, after), spell(diff, before));
}

/* The real symbol, which without the attribute is the name. */
static void compare_symbols(struct diff *diff, const struct diff_pair *pair,
                            const struct attributes sides[2])
{
    const char *symbols[2];
    int side;

    for (side = 0; side < 2; side++) {
        const struct attribute *symbol = find(&sides[side], "symbol");

        symbols[side] = symbol ? symbol->value
                               : diff_copy(diff, pair->entries[side]->name,
                                           pair->entries[side]->name_size);
    }
    if (strcmp(symbols[0], symbols[1]) != 0)
        diff_add(diff, pair, true, "symbol", "symbol %s, was %s", symbols[1], symbols[0]);
}

/* Another default library is told once, of the header. */
static void compare_libraries(struct diff *diff, const struct diff_pair *pair,
                              const struct attributes sides[2])
{
    const struct attribute *in[2] = {find(&sides[0], "in"), find(&sides[1], "in")};
    const char *libraries[2];
    int side;

    if (!in[0] && !in[1])
        return;
    for (side = 0; side < 2; side++) {
        libraries[side] = in[side] ? in[side]->value
                                   : abx_table_property(diff->tables[side], "library", 0);
        if (!libraries[side])
            libraries[side] = "none";
    }
    if (strcmp(libraries[0], libraries[1]) != 0)
        diff_add(diff, pair, true, "library", "library %s, was %s", libraries[1],
                 libraries[0]);
}

void diff_attributes(struct diff *diff, const struct diff_pair *pair,
                     const char *const texts[2])
{
    struct attributes sides[2] = {0};
    size_t i;

    split(diff, texts[0], &sides[0]);
    split(diff, texts[1], &sides[1]);
    compare_symbols(diff, pair, sides);
    compare_libraries(diff, pair, sides);
    for (i = 0; i < sides[1].n_items; i++)
        if (!is_apart(sides[1].items[i].name))
            compare_one(diff, pair, find(&sides[0], sides[1].items[i].name),
                        &sides[1].items[i]);
    for (i = 0; i < sides[0].n_items; i++)
        if (!is_apart(sides[0].items[i].name) && !find(&sides[1], sides[0].items[i].name))
            compare_one(diff, pair, &sides[0].items[i], NULL);
}
