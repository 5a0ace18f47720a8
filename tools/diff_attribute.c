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

static bool is_always_breaking(const char *before, const char *after)
{
    (void)before;
    (void)after;
    return true;
}

static const struct rule {
    const char *name;
    bool is_breaking_added;
    bool is_breaking_lost;
    bool (*is_breaking_changed)(const char *before, const char *after); /* NULL: never */
} rules[] = {
    {"nonnull", true, false, is_stricter},  {"static", true, false, is_always_breaking},
    {"noreturn", false, true, NULL},        {"returns_twice", true, false, NULL},
    {"returns_nonnull", false, true, NULL}, {"malloc", false, false, NULL},
    {"dealloc", false, false, NULL},        {"alloc_size", false, false, NULL},
    {"alloc_align", false, false, NULL},    {"format", false, false, NULL},
    {"format_arg", false, false, NULL},     {"warn_unused_result", false, false, NULL},
    {"deprecated", false, false, NULL},
};

static const struct rule unknown = {"", true, true, is_always_breaking};

/* The format has written them with dashes, too. */
static bool is_called(const char *rule, const char *name)
{
    while (*rule && (*rule == *name || (*rule == '_' && *name == '-'))) {
        rule++;
        name++;
    }
    return !*rule && !*name;
}

static const struct rule *find_rule(const char *name)
{
    size_t i;

    for (i = 0; i < sizeof(rules) / sizeof(*rules); i++)
        if (is_called(rules[i].name, name))
            return &rules[i];
    return &unknown;
}

/* What has a comparison of its own. */
static bool is_apart(const char *name)
{
    return strcmp(name, "symbol") == 0 || strcmp(name, "in") == 0;
}

/* Up to the space behind it, or behind a value in quotes. */
static size_t measure(const char *text, size_t name_size)
{
    const char *at = text + name_size;

    if (strncmp(at, "=\"", 2) != 0)
        return name_size + strcspn(at, " ");
    for (at += 2; *at && *at != '"'; at++)
        at += *at == '\\' && at[1];
    return (size_t)(at - text) + (*at == '"');
}

static void split(struct diff *diff, const char *text, struct attributes *attributes)
{
    size_t size;
    size_t name_size;

    for (; *text && attributes->n_items < N_MAX; text += size) {
        text += strspn(text, " ");
        name_size = strcspn(text, " =");
        size = measure(text, name_size);
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
