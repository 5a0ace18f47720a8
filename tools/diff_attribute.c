/**
 * Attributes of functions and variables, as the reader of the tables tells them: which
 * were added, lost or changed. What that means for a caller is a row of the table below; an
 * attribute without a row breaks callers, since nobody said that it does not.
 */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "tools/diff.h"
#include "tools/value_text.h"

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
    {"nonnull", true, false, is_stricter},
    {"static", true, false, wants_more},
    {"callback", false, false, is_always_breaking},
    {"buffer", true, false, is_always_breaking},
    {"array", true, false, is_always_breaking},
    {"frees", true, true, is_always_breaking},
    {"returns_nonnull", false, true, NULL},
    {"noreturn", false, true, NULL},
    {"returns_twice", true, false, NULL},
    {"malloc", false, false, NULL},
    {"dealloc", false, false, lacks_some},
    {"alloc_size", false, false, NULL},
    {"alloc_align", false, false, NULL},
    {"format", false, false, NULL},
    {"format_arg", false, false, NULL},
    {"warn_unused_result", false, false, NULL},
    {"deprecated", false, false, NULL},
    {"refused", true, false, NULL},
    {"untold", false, false, NULL},
};

static const struct rule unknown = {"", true, true, is_always_breaking};

static const struct rule *find_rule(const char *name)
{
    size_t i;

    for (i = 0; i < sizeof(rules) / sizeof(*rules); i++)
        if (strcmp(rules[i].name, name) == 0)
            return &rules[i];
    return &unknown;
}

/* ---- what they are */

static void add(struct diff *diff, struct diff_attributes *attributes,
                struct abx_attribute attribute)
{
    if (ABX_ARRAY_RESERVE(attributes))
        attributes->items[attributes->n_items++] = attribute;
    else
        diff->is_out_of_memory = true;
}

void diff_attributes_of_function(struct diff *diff, struct diff_attributes *attributes,
                                 const struct abx_function *function)
{
    struct abx_attribute attribute;

    *attributes = (struct diff_attributes){.symbol = abx_function_symbol(function),
                                           .library = abx_function_library(function)};
    for (size_t i = 0; abx_function_attribute(function, i, &attribute) == ABX_OK; i++)
        add(diff, attributes, attribute);
}

void diff_attributes_of_variable(struct diff *diff, struct diff_attributes *attributes,
                                 const struct abx_variable *variable)
{
    *attributes = (struct diff_attributes){.symbol = abx_variable_symbol(variable),
                                           .library = abx_variable_library(variable)};
    for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++) {
        const char *value = abx_variable_find_attribute(variable, rules[i].name);

        if (value)
            add(diff, attributes, (struct abx_attribute){rules[i].name, value});
    }
}

void diff_attributes_finish(struct diff_attributes *attributes)
{
    free(attributes->items);
    *attributes = (struct diff_attributes){0};
}

/* ---- what became of them */

static const struct abx_attribute *find(const struct diff_attributes *attributes,
                                        const char *name)
{
    size_t i;

    for (i = 0; i < attributes->n_items; i++)
        if (strcmp(attributes->items[i].name, name) == 0)
            return &attributes->items[i];
    return NULL;
}

static const char *spell(struct diff *diff, const struct abx_attribute *attribute)
{
    struct abx_buffer text = {0};
    const char *copy;

    abx_buffer_printf(&text, "%s%s", attribute->name, *attribute->value ? "=" : "");
    if (*attribute->value && strcmp(attribute->name, "deprecated") == 0)
        abx_text_put_quoted(&text, attribute->value, strlen(attribute->value));
    else
        abx_buffer_puts(&text, attribute->value);
    copy = diff_copy(diff, abx_buffer_text(&text), text.size);
    abx_buffer_finish(&text);
    return copy;
}

static void compare_one(struct diff *diff, const struct diff_pair *pair,
                        const struct abx_attribute *before,
                        const struct abx_attribute *after)
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

/* Another default library is told once, of the header. */
static bool has_default_libraries(struct diff *diff,
                                  const struct diff_attributes sides[2])
{
    int side;

    for (side = 0; side < 2; side++) {
        const char *first = abx_table_property(diff->tables[side], "library", 0);

        if (sides[side].library && (!first || strcmp(sides[side].library, first) != 0))
            return false;
    }
    return true;
}

static void compare_places(struct diff *diff, const struct diff_pair *pair,
                           const struct diff_attributes sides[2])
{
    const char *before = sides[0].library ? sides[0].library : "none";
    const char *after = sides[1].library ? sides[1].library : "none";

    if (strcmp(sides[0].symbol, sides[1].symbol) != 0)
        diff_add(diff, pair, true, "symbol", "symbol %s, was %s", sides[1].symbol,
                 sides[0].symbol);
    if (strcmp(before, after) != 0 && !has_default_libraries(diff, sides))
        diff_add(diff, pair, true, "library", "library %s, was %s", after, before);
}

void diff_attributes(struct diff *diff, const struct diff_pair *pair,
                     const struct diff_attributes sides[2])
{
    size_t i;

    compare_places(diff, pair, sides);
    for (i = 0; i < sides[1].n_items; i++)
        compare_one(diff, pair, find(&sides[0], sides[1].items[i].name),
                    &sides[1].items[i]);
    for (i = 0; i < sides[0].n_items; i++)
        if (!find(&sides[1], sides[0].items[i].name))
            compare_one(diff, pair, &sides[0].items[i], NULL);
}
