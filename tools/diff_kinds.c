/**
 * How the two lines of a declaration differ, by its kind. Whatever a comparison does not
 * know (a word that the format grew) ends in `told_nothing`: lines that differ are never
 * called equal, and never harmless, for lack of an understanding of them.
 */
#include <stdlib.h>
#include <string.h>

#include "tools/diff.h"
#include "tools/kinds.h"

/* A part of a line. */
struct words {
    const char *text;
    size_t size;
};

static struct words rest_of(const struct abx_entry *entry)
{
    const char *end = entry->text + entry->text_size;
    const char *rest = entry->name + entry->name_size;

    rest += rest < end;
    return (struct words){rest, (size_t)(end - rest)};
}

static bool is_equal(struct words a, struct words b)
{
    return a.size == b.size && memcmp(a.text, b.text, a.size) == 0;
}

/* Adds the whole lines as a change. */
static void add_lines(struct diff *diff, const struct diff_pair *pair, bool breaks,
                      const char *aspect, const char *what)
{
    struct words before = rest_of(pair->entries[DIFF_BEFORE]);
    struct words after = rest_of(pair->entries[DIFF_AFTER]);

    diff_add(diff, pair, breaks, aspect, "%s%s%.*s, was %.*s", what, *what ? " " : "",
             (int)after.size, after.text, (int)before.size, before.text);
}

static void told_nothing(struct diff *diff, const struct diff_pair *pair, size_t n_items)
{
    if (diff->n_items == n_items && diff->status == ABX_OK &&
        !is_equal(rest_of(pair->entries[0]), rest_of(pair->entries[1])))
        add_lines(diff, pair, true, "line", "line");
}

/* ---- names */

void diff_compare_alias(struct diff *diff, const struct diff_pair *pair)
{
    add_lines(diff, pair, true, "target", "stands for");
}

void diff_compare_error(struct diff *diff, const struct diff_pair *pair)
{
    struct words after = rest_of(pair->entries[DIFF_AFTER]);

    diff_add(diff, pair, false, "text", "text: %.*s", (int)after.size, after.text);
}

void diff_compare_omit(struct diff *diff, const struct diff_pair *pair)
{
    add_lines(diff, pair, false, "reason", "reason:");
}

/* The member that a macro means in a type; false if there is none. */
static bool find_member(struct diff *diff, int side, struct words type_text,
                        const char *name, struct abx_member *memberp)
{
    const char *notation = diff_copy(diff, type_text.text, type_text.size);
    const struct abx_type *type = NULL;

    /* a type that went is told of at its own line */
    return abx_table_find_type(diff->tables[side], notation, &type, NULL) == ABX_OK &&
           abx_type_find_member(diff->tables[side], type, name, memberp, NULL) == ABX_OK;
}

/* Whether the macro still reaches the same place in each type in which it did. */
static bool is_still_reached(struct diff *diff, const struct diff_pair *pair)
{
    struct words rest = rest_of(pair->entries[DIFF_BEFORE]);
    const char *end = rest.text + rest.size;
    const char *at = memchr(rest.text, ' ', rest.size);
    const char *name = diff_copy(diff, pair->entries[DIFF_BEFORE]->name,
                                 pair->entries[DIFF_BEFORE]->name_size);
    struct abx_member members[2];
    const char *semicolon;
    struct words type;

    while (at && at < end) {
        at++;
        semicolon = memchr(at, ';', (size_t)(end - at));
        type = (struct words){at, (size_t)((semicolon ? semicolon : end) - at)};
        if (!find_member(diff, DIFF_BEFORE, type, name, &members[0]) ||
            !find_member(diff, DIFF_AFTER, type, name, &members[1]) ||
            members[0].offset != members[1].offset ||
            (diff_types(diff, members[0].type, members[1].type, false) &
             ~(unsigned)DIFF_NAMES))
            return false;
        at = semicolon ? semicolon + 1 : NULL;
    }
    return true;
}

void diff_compare_member(struct diff *diff, const struct diff_pair *pair)
{
    add_lines(diff, pair, !is_still_reached(diff, pair), "path", "is");
}

/* ---- constants */

/* A type has neither quotes nor, at its end, a word that is a value. */
static struct words value_of(struct words rest)
{
    const char *quote = memchr(rest.text, '"', rest.size);
    const char *at = quote ? quote : rest.text + rest.size;

    while (!quote && at > rest.text && at[-1] != ' ')
        at--;
    return (struct words){at, (size_t)(rest.text + rest.size - at)};
}

static const struct abx_type *type_before(struct diff *diff, int side, struct words rest,
                                          struct words value)
{
    size_t size = (size_t)(value.text - rest.text);

    return diff_find_type(diff, side, rest.text, size > 0 ? size - 1 : 0);
}

/* A constant of another width is passed otherwise where a function is variadic, and has
 * another size; one that is only signed otherwise computes to the same in all but odd
 * places. */
static bool is_type_breaking(unsigned answer, const struct abx_type *before,
                             const struct abx_type *after)
{
    bool is_number = abx_type_kind(abx_type_strip(before)) == ABX_TYPE_INT &&
                     abx_type_kind(abx_type_strip(after)) == ABX_TYPE_INT;

    if (!(answer & ~(unsigned)DIFF_NAMES))
        return false;
    return !is_number || abx_type_size(before) != abx_type_size(after);
}

void diff_compare_constant(struct diff *diff, const struct diff_pair *pair)
{
    size_t n_items = diff->n_items;
    struct words rests[2] = {rest_of(pair->entries[0]), rest_of(pair->entries[1])};
    struct words values[2] = {value_of(rests[0]), value_of(rests[1])};
    const struct abx_type *before = type_before(diff, DIFF_BEFORE, rests[0], values[0]);
    const struct abx_type *after = type_before(diff, DIFF_AFTER, rests[1], values[1]);
    unsigned answer;

    if (!before || !after)
        return;
    if (!is_equal(values[0], values[1])) {
        diff_add(diff, pair, true, "value", "%.*s, was %.*s", (int)values[1].size,
                 values[1].text, (int)values[0].size, values[0].text);
        if (abx_type_kind(before) == ABX_TYPE_ARRAY)
            return; /* its length is that of the string */
    }
    answer = diff_types(diff, before, after, false);
    if (answer)
        diff_add(diff, pair, is_type_breaking(answer, before, after), "type",
                 "type %s, was %s", diff_notation(diff, after),
                 diff_notation(diff, before));
    told_nothing(diff, pair, n_items);
}

/* ---- types */

static const struct abx_type *find_tagged(struct diff *diff, int side,
                                          const struct abx_entry *entry)
{
    /* "struct stat": just what the line begins with */
    return diff_find_type(diff, side, entry->text,
                          (size_t)(entry->name + entry->name_size - entry->text));
}

static bool has_enumerator(const struct abx_type *type, const char *name)
{
    size_t i;

    for (i = 0; i < abx_type_n_enumerators(type); i++)
        if (strcmp(abx_type_enumerator(type, i), name) == 0)
            return true;
    return false;
}

/* Their values, and whether they are gone altogether, is told at their own lines. */
static void compare_enumerators(struct diff *diff, const struct diff_pair *pair,
                                const struct abx_type *const types[2])
{
    const char *name;
    size_t i;

    for (i = 0; i < abx_type_n_enumerators(types[1]); i++) {
        name = abx_type_enumerator(types[1], i);
        if (!has_enumerator(types[0], name))
            diff_add(diff, pair, false, "enumerator", "enumerator %s added", name);
    }
    for (i = 0; i < abx_type_n_enumerators(types[0]); i++) {
        name = abx_type_enumerator(types[0], i);
        if (!has_enumerator(types[1], name))
            diff_add(diff, pair, false, "enumerator", "enumerator %s removed", name);
    }
}

void diff_compare_enum(struct diff *diff, const struct diff_pair *pair)
{
    size_t n_items = diff->n_items;
    const struct abx_type *types[2] = {
        find_tagged(diff, DIFF_BEFORE, pair->entries[DIFF_BEFORE]),
        find_tagged(diff, DIFF_AFTER, pair->entries[DIFF_AFTER])};
    const struct abx_type *carriers[2];

    if (!types[0] || !types[1])
        return;
    carriers[0] = diff_target(diff, DIFF_BEFORE, types[0]);
    carriers[1] = diff_target(diff, DIFF_AFTER, types[1]);
    if (carriers[0] && carriers[1] && diff_types(diff, carriers[0], carriers[1], false)) {
        diff_add(diff, pair, true, "type", "type %s, was %s",
                 diff_notation(diff, carriers[1]), diff_notation(diff, carriers[0]));
        diff_add_root(diff, pair);
    }
    compare_enumerators(diff, pair, types);
    if (diff->n_items == n_items)
        diff_add(diff, pair, false, "enumerator", "enumerators in another order");
}

static void compare_completeness(struct diff *diff, const struct diff_pair *pair,
                                 bool is_complete)
{
    diff_add(diff, pair, !is_complete, "completeness",
             is_complete ? "is defined, was only declared"
                         : "is only declared, was defined");
}

/* How a parameter of the type is passed, which its layout does not tell. */
static bool compare_transparency(struct diff *diff, const struct diff_pair *pair,
                                 const struct abx_type *before,
                                 const struct abx_type *after)
{
    bool is_transparent = abx_type_is_transparent(after);

    if (abx_type_is_transparent(before) == is_transparent)
        return false;
    diff_add(diff, pair, true, "transparency",
             is_transparent ? "is a transparent union, was none"
                            : "is no transparent union, was one");
    return true;
}

void diff_compare_record(struct diff *diff, const struct diff_pair *pair)
{
    size_t n_items = diff->n_items;
    const struct abx_type *before =
        find_tagged(diff, DIFF_BEFORE, pair->entries[DIFF_BEFORE]);
    const struct abx_type *after =
        find_tagged(diff, DIFF_AFTER, pair->entries[DIFF_AFTER]);
    size_t n_told;

    if (!before || !after)
        return;
    if (abx_type_is_complete(before) != abx_type_is_complete(after)) {
        compare_completeness(diff, pair, abx_type_is_complete(after));
        return;
    }
    n_told = diff_layouts(diff, pair, before, after);
    if (!compare_transparency(diff, pair, before, after) && n_told == 0)
        told_nothing(diff, pair, n_items);
}

static bool is_unnamed_record(const struct abx_type *type)
{
    return !abx_type_name(type) && (abx_type_kind(type) == ABX_TYPE_STRUCT ||
                                    abx_type_kind(type) == ABX_TYPE_UNION);
}

/* Adds how the typedef's target changed, and returns whether it did. */
static bool compare_typedef_targets(struct diff *diff, const struct diff_pair *pair,
                                    const struct abx_type *before,
                                    const struct abx_type *after)
{
    unsigned answer;
    bool breaks;

    if (is_unnamed_record(before) && is_unnamed_record(after) &&
        abx_type_kind(before) == abx_type_kind(after))
        return diff_layouts(diff, pair, before, after) > 0;
    answer = diff_types(diff, before, after, true);
    breaks = (answer & ~(unsigned)DIFF_NAMES) != 0;
    if (!answer)
        return false;
    diff_add(diff, pair, breaks, breaks ? "type" : "names", "stands for %s, was %s%s",
             diff_notation(diff, after), diff_notation(diff, before),
             breaks ? "" : " (the same by another name)");
    if (breaks && !diff_has_same_layout(diff, before, after))
        diff_add_root(diff, pair);
    return true;
}

void diff_compare_typedef(struct diff *diff, const struct diff_pair *pair)
{
    size_t n_items = diff->n_items;
    const struct abx_type *types[2];
    const struct abx_type *targets[2];
    bool is_told;
    int side;

    for (side = 0; side < 2; side++) {
        types[side] = diff_find_type(diff, side, pair->entries[side]->name,
                                     pair->entries[side]->name_size);
        targets[side] = types[side] ? diff_target(diff, side, types[side]) : NULL;
        if (!targets[side])
            return;
    }
    is_told = compare_typedef_targets(diff, pair, targets[0], targets[1]);
    is_told |= compare_transparency(diff, pair, types[0], types[1]);
    if ((abx_type_align(types[0]) == abx_type_align(targets[0]) &&
         abx_type_align(types[1]) == abx_type_align(targets[1])) ||
        abx_type_align(types[0]) == abx_type_align(types[1])) {
        if (!is_told)
            told_nothing(diff, pair, n_items);
        return;
    }
    diff_add(diff, pair, true, "alignment", "alignment %zu, was %zu",
             abx_type_align(types[1]), abx_type_align(types[0]));
    diff_add_root(diff, pair);
}

/* ---- variables */

void diff_compare_variable(struct diff *diff, const struct diff_pair *pair)
{
    size_t n_items = diff->n_items;
    const struct abx_variable *variables[2];
    const struct abx_type *types[2];
    struct diff_attributes attributes[2];
    unsigned answer;
    int side;

    for (side = 0; side < 2; side++) {
        variables[side] = diff_find_variable(diff, side, pair->entries[side]);
        if (!variables[side])
            return;
        types[side] = abx_variable_type(variables[side]);
    }
    answer = diff_types(diff, types[0], types[1], false);
    if (answer)
        diff_add(diff, pair, (answer & ~(unsigned)DIFF_NAMES) != 0, "type",
                 "type %s, was %s", diff_notation(diff, types[1]),
                 diff_notation(diff, types[0]));
    for (side = 0; side < 2; side++)
        diff_attributes_of_variable(diff, &attributes[side], variables[side]);
    diff_attributes(diff, pair, attributes);
    diff_attributes_finish(&attributes[0]);
    diff_attributes_finish(&attributes[1]);
    told_nothing(diff, pair, n_items);
}
