/*
 * Names that are like one that was not found. All names of the table are measured: it
 * happens once, and in front of somebody who reads an error message. So this is no part of a
 * look-up that fails, which many programs do on purpose.
 */
#include <stdio.h>
#include <string.h>

#include "runtime/abidex.h"

enum { N_SUGGESTIONS = 3, LONGEST_NAME = 64 };

struct suggestion {
    unsigned distance;
    const char *name;
    size_t name_size;
};

static unsigned min3(unsigned a, unsigned b, unsigned c)
{
    unsigned least = a < b ? a : b;

    return least < c ? least : c;
}

/* How many letters to insert, delete or replace to make @a of @b. */
static unsigned edit_distance(const char *a, size_t a_size, const char *b, size_t b_size)
{
    unsigned row[LONGEST_NAME + 1];
    unsigned corner, above;
    size_t i, j;

    for (j = 0; j <= b_size; j++)
        row[j] = (unsigned)j;
    for (i = 1; i <= a_size; i++) {
        corner = row[0];
        row[0] = (unsigned)i;
        for (j = 1; j <= b_size; j++) {
            above = row[j];
            row[j] = min3(above + 1, row[j - 1] + 1, corner + (a[i - 1] != b[j - 1]));
            corner = above;
        }
    }
    return row[b_size];
}

static bool is_known(const struct suggestion *best, const struct abx_entry *entry)
{
    size_t i;

    for (i = 0; i < N_SUGGESTIONS; i++)
        if (best[i].name && best[i].name_size == entry->name_size &&
            memcmp(best[i].name, entry->name, entry->name_size) == 0)
            return true;
    return false;
}

/* Keeps @best sorted, the nearest name first. The same name is that of another kind, which
 * whoever asks did not want. */
static void consider(struct suggestion *best, const struct abx_entry *entry,
                     const char *name, size_t size, unsigned limit)
{
    size_t i = N_SUGGESTIONS - 1;
    unsigned distance;
    size_t gap =
        entry->name_size > size ? entry->name_size - size : size - entry->name_size;

    if (gap > limit || entry->name_size > LONGEST_NAME)
        return;
    distance = edit_distance(name, size, entry->name, entry->name_size);
    if (distance == 0 || distance > limit ||
        (best[i].name && best[i].distance <= distance) || is_known(best, entry))
        return;
    for (; i > 0 && (!best[i - 1].name || best[i - 1].distance > distance); i--)
        best[i] = best[i - 1];
    best[i] = (struct suggestion){distance, entry->name, entry->name_size};
}

/* A name of its own, not a line that tells something about another one. */
static bool has_name(enum abx_kind kind)
{
    return kind != ABX_KIND_NONE && kind != ABX_KIND_ERROR && kind != ABX_KIND_OMIT &&
           kind != ABX_KIND_UNIT;
}

static void find_best(struct suggestion *best, const struct abx_table *table,
                      const char *name)
{
    struct abx_entry entry = {0};
    size_t size = strlen(name);
    unsigned limit = size < 4 ? 1 : size < 8 ? 2 : 3;

    if (size > LONGEST_NAME)
        return;
    while (abx_table_next_entry(table, &entry, NULL) == ABX_OK)
        if (has_name(entry.kind))
            consider(best, &entry, name, size, limit);
}

size_t abx_table_suggest(const struct abx_table *table, const char *name, char *buffer,
                         size_t size)
{
    struct suggestion best[N_SUGGESTIONS] = {0};
    size_t length = 0;

    if (size > 0)
        buffer[0] = '\0';
    find_best(best, table, name);
    for (size_t i = 0; i < N_SUGGESTIONS && best[i].name != NULL; i++) {
        bool fits = length < size;

        length += (size_t)snprintf(fits ? buffer + length : NULL,
                                   fits ? size - length : 0, "%s%.*s", i == 0 ? "" : ", ",
                                   (int)best[i].name_size, best[i].name);
    }
    return length;
}
