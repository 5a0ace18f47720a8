/*
 * Declarations come in many times (redeclared, read again in another unit): the key
 * decides, and the first one stands.
 */
#include "gen/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "runtime/grammar.h"

/* "KIND NAME", and the line's text after it, in one string of the arena. */
static char *join(struct gen_lines *lines, enum abx_kind kind, const char *name,
                  const char *rest, size_t *key_sizep)
{
    const char *word = abx_kind_word(kind);
    size_t word_size = strlen(word), name_size = strlen(name), rest_size = strlen(rest);
    char *text = abx_arena_alloc(&lines->arena, word_size + name_size + rest_size + 3);

    if (!text) {
        lines->out_of_memory = true;
        return NULL;
    }
    memcpy(text, word, word_size);
    text[word_size] = ' ';
    memcpy(text + word_size + 1, name, name_size);
    *key_sizep = word_size + 1 + name_size;
    if (rest_size) {
        text[*key_sizep] = ' ';
        memcpy(text + *key_sizep + 1, rest, rest_size);
    }
    return text;
}

struct gen_line *gen_lines_add(struct gen_lines *lines, enum abx_kind kind,
                               const char *name, const char *rest, unsigned unit)
{
    size_t key_size = 0;
    char *text = join(lines, kind, name, rest, &key_size);
    struct abx_map_entry *entry = text ? abx_map_find(&lines->map, text, key_size) : NULL;
    struct gen_line *line;

    if (entry)
        return entry->value;
    line = text ? abx_arena_alloc(&lines->arena, sizeof(*line)) : NULL;
    if (!line || abx_map_set(&lines->map, text, key_size, line) < 0) {
        lines->out_of_memory = true;
        return NULL;
    }
    line->kind = kind;
    line->name = abx_arena_copy(&lines->arena, name, strlen(name));
    line->text = text;
    line->unit = unit;
    if (!line->name)
        lines->out_of_memory = true;
    return line;
}

void gen_lines_set(struct gen_lines *lines, enum abx_kind kind, const char *name,
                   const char *rest, unsigned unit)
{
    struct gen_line *line = gen_lines_add(lines, kind, name, rest, unit);
    size_t key_size = 0;
    char *text = line ? join(lines, kind, name, rest, &key_size) : NULL;

    if (text)
        line->text = text;
}

struct gen_line *gen_lines_find(const struct gen_lines *lines, enum abx_kind kind,
                                const char *name)
{
    struct abx_buffer key = {0};
    struct abx_map_entry *entry;

    abx_buffer_printf(&key, "%s %s", abx_kind_word(kind), name);
    entry = abx_map_find(&lines->map, abx_buffer_text(&key), key.size);
    abx_buffer_finish(&key);
    return entry ? entry->value : NULL;
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char **gen_lines_sorted(const struct gen_lines *lines, size_t *n_linesp)
{
    const char **texts = calloc(lines->map.n_items + 1, sizeof(*texts));

    if (!texts)
        return NULL;
    for (size_t i = 0; i < lines->map.n_items; i++)
        texts[i] = ((struct gen_line *)lines->map.items[i].value)->text;
    qsort(texts, lines->map.n_items, sizeof(*texts), compare_texts);
    *n_linesp = lines->map.n_items;
    return texts;
}

void gen_lines_finish(struct gen_lines *lines)
{
    abx_map_finish(&lines->map);
    abx_arena_finish(&lines->arena);
    *lines = (struct gen_lines){0};
}
