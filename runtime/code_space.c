/*
 * A prefix says too little: SQLITE_ERROR and SQLITE_ACCESS_READWRITE are both 1. Which of them is
 * a code is known from the contracts, where somebody lists it. All this is searched in the
 * table's lines, and only after a call has failed with a code that its contract does not list.
 */
#include "runtime/code_space.h"

#include <stdio.h>
#include <string.h>

#include "runtime/table.h"

/* Headers of Windows write some codes of NTSTATUS, which is signed, with an unsigned type. */
static bool is_same(const struct abx_value *value, int64_t code)
{
    if (value->kind == ABX_VALUE_UINT && code < 0 && code >= INT32_MIN)
        return value->u == (uint32_t)code;
    return value->i == code;
}

bool abx_code_is(struct abx_table *table, const char *name, int64_t code)
{
    struct abx_value value = {0};

    return abx_table_find_constant(table, name, &value, NULL) == ABX_OK &&
           (value.kind == ABX_VALUE_INT || value.kind == ABX_VALUE_UINT) &&
           is_same(&value, code);
}

/* The first line that is not in front of @key, where lines are compared by its length. */
static const char *lower_bound(const struct abx_table *table, const char *key,
                               size_t size)
{
    const char *low = table->body;
    const char *high = table->end;

    while (low < high) {
        const char *line = low + (high - low) / 2;
        size_t left;

        while (line > low && line[-1] != '\n')
            line--;
        left = (size_t)(table->end - line);
        if (memcmp(line, key, left < size ? left : size) >= 0 && left >= size) {
            high = line;
            continue;
        }
        low = memchr(line, '\n', left);
        low = low != NULL ? low + 1 : high;
    }
    return low;
}

/* A walk over the lines that begin with the same words. */
struct walk {
    const struct abx_table *table;
    const char *key;
    size_t key_size;
    const char *next;
};

static void walk_init(struct walk *walk, const struct abx_table *table, const char *key)
{
    walk->table = table;
    walk->key = key;
    walk->key_size = strlen(key);
    walk->next = lower_bound(table, key, walk->key_size);
}

/* The next line behind the key, up to *@endp; NULL behind the last. */
static const char *walk_next(struct walk *walk, const char **endp)
{
    const char *line = walk->next;
    size_t left = (size_t)(walk->table->end - line);
    const char *end;

    if (left < walk->key_size || memcmp(line, walk->key, walk->key_size) != 0)
        return NULL;
    end = memchr(line, '\n', left);
    *endp = end != NULL ? end : walk->table->end;
    walk->next = end != NULL ? end + 1 : walk->table->end;
    return line + walk->key_size;
}

/* Whether @word stands in the text, with one of @stops, or the text's end, behind it. */
static bool has_word(const char *text, const char *end, const char *word,
                     const char *stops)
{
    size_t size = strlen(word);

    for (; (size_t)(end - text) >= size; text++) {
        if (memcmp(text, word, size) == 0 &&
            (text + size == end || strchr(stops, text[size]) != NULL))
            return true;
    }
    return false;
}

/* Whether a contract with codes in @space lists @name. */
static bool is_listed(const struct abx_table *table, const char *space, const char *name)
{
    char mark[128];
    char word[128];
    struct walk walk;
    const char *end;
    const char *line;

    if ((size_t)snprintf(mark, sizeof(mark), "/%s", space) >= sizeof(mark) ||
        (size_t)snprintf(word, sizeof(word), " %s", name) >= sizeof(word))
        return false;
    walk_init(&walk, table, "fn ");
    while ((line = walk_next(&walk, &end)) != NULL) {
        if (has_word(line, end, word, " ") && has_word(line, end, mark, ", "))
            return true;
    }
    return false;
}

bool abx_code_find_name(struct abx_table *table, const char *space, int64_t code,
                        char *name, size_t size)
{
    char constant[128];
    char key[128];
    size_t n_found = 0;
    struct walk walk;
    const char *end;
    const char *line;

    if ((size_t)snprintf(key, sizeof(key), "const %s", space) >= sizeof(key))
        return false;
    walk_init(&walk, table, key);
    while ((line = walk_next(&walk, &end)) != NULL) {
        const char *blank = memchr(line, ' ', (size_t)(end - line));

        if (blank == NULL ||
            (size_t)snprintf(constant, sizeof(constant), "%s%.*s", space,
                             (int)(blank - line), line) >= size ||
            !abx_code_is(table, constant, code))
            continue;
        if (n_found++ == 0 || is_listed(table, space, constant))
            snprintf(name, size, "%s", constant);
        if (is_listed(table, space, constant))
            return true;
    }
    return n_found == 1;
}
