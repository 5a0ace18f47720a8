/**
 * The headers of two tables. What says how the platform computes breaks whoever was
 * compiled for the other one; what says where a table comes from breaks nobody. Whether a
 * compiler has proven a table is not part of what it means, and is passed over.
 */
#include <string.h>

#include "tools/diff.h"

static const struct key {
    const char *name;
    bool is_breaking;
} keys[] = {
    {"platform", true},    {"model", true},   {"order", true},   {"char", true},
    {"long-double", true}, {"wchar", true},   {"source", false}, {"flag", false},
    {"units", false},      {"select", false},
};

static bool has_value(const struct diff *diff, int side, const char *key,
                      const char *value)
{
    const char *other;
    size_t i;

    for (i = 0; (other = abx_table_property(diff->tables[side], key, i)) != NULL; i++)
        if (strcmp(other, value) == 0)
            return true;
    return false;
}

/* Values of a key that is repeated. */
static void compare_sets(struct diff *diff, const char *key, const bool breaks[2])
{
    static const char *const words[2] = {"removed", "added"};
    const struct diff_pair nothing = {{0}};
    const char *value;
    int side;
    size_t i;

    for (side = 0; side < 2; side++)
        for (i = 0; (value = abx_table_property(diff->tables[side], key, i)); i++)
            if (!has_value(diff, !side, key, value))
                diff_add(diff, &nothing, breaks[side], key, "%s %s", value, words[side]);
}

static void compare_key(struct diff *diff, const struct key *key)
{
    const struct diff_pair nothing = {{0}};
    const char *before = abx_table_property(diff->tables[0], key->name, 0);
    const char *after = abx_table_property(diff->tables[1], key->name, 0);
    const bool breaks[2] = {key->is_breaking, key->is_breaking};

    if (abx_table_property(diff->tables[0], key->name, 1) ||
        abx_table_property(diff->tables[1], key->name, 1) || !before || !after)
        compare_sets(diff, key->name, breaks);
    else if (strcmp(before, after) != 0)
        diff_add(diff, &nothing, key->is_breaking, key->name, "%s, was %s", after,
                 before);
}

/* The first is where functions are looked for that name none. */
static void compare_libraries(struct diff *diff)
{
    static const bool breaks[2] = {true, false};
    const struct diff_pair nothing = {{0}};
    const char *before = abx_table_property(diff->tables[0], "library", 0);
    const char *after = abx_table_property(diff->tables[1], "library", 0);

    compare_sets(diff, "library", breaks);
    if (before && after && strcmp(before, after) != 0 &&
        has_value(diff, 1, "library", before))
        diff_add(diff, &nothing, true, "library", "%s is the first, was %s", after,
                 before);
}

/* A digest tells that headers are others, and not in what: it is not worth more words. */
static void compare_digests(struct diff *diff)
{
    const struct diff_pair nothing = {{0}};
    const char *before = abx_table_property(diff->tables[0], "headers", 0);
    const char *after = abx_table_property(diff->tables[1], "headers", 0);

    if (before && after && strcmp(before, after) != 0)
        diff_add(diff, &nothing, false, "headers", "the headers have other contents");
}

void diff_compare_headers(struct diff *diff)
{
    size_t i;

    for (i = 0; i < sizeof(keys) / sizeof(*keys); i++)
        /* the same source may have been found elsewhere */
        if (!diff->is_drift || strcmp(keys[i].name, "source") != 0)
            compare_key(diff, &keys[i]);
    compare_libraries(diff);
    compare_digests(diff);
}
