/*
 * Declarations come in many times (redeclared, read again in another unit): the key
 * decides, and the first one stands.
 */
#include "gen/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "gen/references.h"
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

/* "struct X" for a tag, the name for a typedef: how types refer to what a line defines.
 */
static void put_reference(struct abx_buffer *out, const struct gen_line *line)
{
    if (line->kind != ABX_KIND_TYPEDEF)
        abx_buffer_printf(out, "%s ", abx_kind_word(line->kind));
    abx_buffer_puts(out, line->name);
}

static void add_conflict(struct gen_lines *lines, const struct gen_line *line)
{
    struct abx_buffer name = {0};
    const char *copy;

    put_reference(&name, line);
    copy = abx_arena_copy(&lines->arena, abx_buffer_text(&name), name.size);
    if (!copy || abx_map_set(&lines->conflicts, copy, name.size, (void *)line) < 0)
        lines->out_of_memory = true;
    abx_buffer_finish(&name);
}

static bool is_type_kind(enum abx_kind kind)
{
    return kind == ABX_KIND_STRUCT || kind == ABX_KIND_UNION || kind == ABX_KIND_ENUM ||
           kind == ABX_KIND_TYPEDEF;
}

/*
 * Two definitions of a type are in conflict where size or alignment differ. Kernel and
 * library headers often describe the same bytes in other words, and then the first
 * description serves for both.
 */
static bool is_same_shape(const char *text, const char *other)
{
    size_t size = strcspn(text, "{");

    return size == strcspn(other, "{") && !strncmp(text, other, size) &&
           (text[size] == '{' || !strcmp(text, other));
}

static bool is_incomplete(const char *text)
{
    size_t size = strlen(text), end = strlen(" incomplete");

    return size > end && !strcmp(text + size - end, " incomplete");
}

/* What the table does not say because an earlier unit's line stands has an `omit` line.
 */
static void omit_other(struct gen_lines *lines, const struct gen_line *line,
                       const char *text, unsigned unit)
{
    const char *rest = text + strlen(abx_kind_word(line->kind)) + strlen(line->name) + 2;
    struct abx_buffer reason = {0};

    if (is_type_kind(line->kind))
        abx_buffer_printf(&reason, "is another %s in unit %u", abx_kind_word(line->kind),
                          unit);
    else
        abx_buffer_printf(&reason, "is %s in unit %u", rest, unit);
    gen_lines_add(lines, ABX_KIND_OMIT, line->name, abx_buffer_text(&reason), 1);
    if (reason.failed)
        lines->out_of_memory = true;
    abx_buffer_finish(&reason);
}

/* The same line read twice is no conflict, nor a type that is only incomplete once. */
static void note_conflict(struct gen_lines *lines, struct gen_line *line,
                          const char *text, unsigned unit)
{
    bool is_type = is_type_kind(line->kind);

    if (unit == line->unit || line->kind == ABX_KIND_OMIT || !strcmp(text, line->text) ||
        is_incomplete(text))
        return;
    if (is_type && !is_same_shape(text, line->text))
        add_conflict(lines, line);
    omit_other(lines, line, text, unit);
}

/* A line holds one line of printable text, and its name is one that the grammar allows.
 */
static bool is_writable(enum abx_kind kind, const char *name, const char *text)
{
    const char *at = name;

    while (kind != ABX_KIND_OMIT && kind != ABX_KIND_ERROR && kind != ABX_KIND_UNIT &&
           abx_is_name_char(*at))
        at++;
    if (*at && kind != ABX_KIND_OMIT && kind != ABX_KIND_ERROR && kind != ABX_KIND_UNIT)
        return false;
    while (*text) {
        size_t size = abx_grammar_character_size(text, text + strlen(text));

        if (!size)
            return false;
        text += size;
    }
    return true;
}

struct gen_line *gen_lines_add(struct gen_lines *lines, enum abx_kind kind,
                               const char *name, const char *rest, unsigned unit)
{
    size_t key_size = 0;
    char *text = join(lines, kind, name, rest, &key_size);
    struct abx_map_entry *entry = text ? abx_map_find(&lines->map, text, key_size) : NULL;
    struct gen_line *line;

    if (text && !is_writable(kind, name, text)) {
        lines->unwritable = name ? abx_arena_copy(&lines->arena, name, strlen(name)) : "";
        return NULL;
    }
    if (entry) {
        note_conflict(lines, entry->value, text, unit);
        return entry->value;
    }
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

void gen_lines_replace(struct gen_lines *lines, struct gen_line *line, const char *rest)
{
    size_t key_size = 0;
    const char *text = join(lines, line->kind, line->name, rest, &key_size);

    if (text)
        line->text = text;
}

struct gen_line *gen_lines_find(const struct gen_lines *lines, enum abx_kind kind,
                                const char *name)
{
    struct abx_buffer key = {0};
    struct gen_line *line;

    abx_buffer_printf(&key, "%s %s", abx_kind_word(kind), name);
    line = gen_lines_find_key(lines, abx_buffer_text(&key), key.size);
    abx_buffer_finish(&key);
    return line;
}

struct gen_line *gen_lines_find_key(const struct gen_lines *lines, const char *key,
                                    size_t size)
{
    struct abx_map_entry *entry = abx_map_find(&lines->map, key, size);
    struct gen_line *line = entry ? entry->value : NULL;

    return line && !line->is_dropped ? line : NULL;
}

/* The first type in the text of @line that is in conflict; NULL if there is none. */
static const char *find_conflict(const struct gen_lines *lines,
                                 const struct gen_line *line)
{
    struct gen_references references;
    struct gen_reference reference;

    gen_references_init(&references, line);
    while (gen_references_next(&references, &reference)) {
        struct abx_map_entry *entry = NULL;

        if (reference.kind == GEN_REFERS_TO_TYPE)
            entry = abx_map_find(&lines->conflicts, reference.text, reference.size);
        if (entry)
            return entry->key;
    }
    return NULL;
}

static bool has_type(enum abx_kind kind)
{
    return is_type_kind(kind) || kind == ABX_KIND_FN || kind == ABX_KIND_VAR;
}

static void drop(struct gen_lines *lines, struct gen_line *line, const char *conflict)
{
    struct abx_buffer reason = {0};

    abx_buffer_printf(&reason, "refers to another %s than the rest of the table",
                      conflict);
    line->is_dropped = true;
    if (is_type_kind(line->kind))
        add_conflict(lines, line);
    gen_lines_add(lines, ABX_KIND_OMIT, line->name, abx_buffer_text(&reason), 1);
    if (reason.failed)
        lines->out_of_memory = true;
    abx_buffer_finish(&reason);
}

/* Drops what refers to a type in conflict; true if that made new conflicts. */
static bool drop_once(struct gen_lines *lines, unsigned unit)
{
    bool is_changed = false;

    for (size_t i = 0; i < lines->map.n_items; i++) {
        struct gen_line *line = lines->map.items[i].value;
        const char *conflict = NULL;

        if (line->unit == unit && !line->is_dropped && has_type(line->kind))
            conflict = find_conflict(lines, line);
        if (conflict)
            drop(lines, line, conflict);
        is_changed |= conflict != NULL;
    }
    return is_changed;
}

/* What an earlier unit left out and this one has is not left out. */
static void drop_settled(struct gen_lines *lines)
{
    static const enum abx_kind kinds[] = {ABX_KIND_CONST, ABX_KIND_FN, ABX_KIND_VAR,
                                          ABX_KIND_MEMBER, ABX_KIND_ALIAS};

    for (size_t i = 0; i < lines->map.n_items; i++) {
        struct gen_line *omitted = lines->map.items[i].value;

        for (size_t k = 0;
             omitted->kind == ABX_KIND_OMIT && k < sizeof(kinds) / sizeof(*kinds); k++) {
            const struct gen_line *line = gen_lines_find(lines, kinds[k], omitted->name);

            omitted->is_dropped |= line && line->unit > omitted->unit;
        }
    }
}

void gen_lines_end_unit(struct gen_lines *lines, unsigned unit)
{
    size_t n_items;

    if (unit == 1)
        return;
    while (drop_once(lines, unit))
        ; /* what was dropped may have been referred to */
    drop_settled(lines);
    n_items = lines->map.n_items;
    for (size_t i = 0; i < n_items; i++) {
        const struct gen_line *line = lines->map.items[i].value;
        struct abx_buffer name = {0};

        if (line->unit != unit || line->is_dropped || line->kind == ABX_KIND_OMIT)
            continue;
        abx_buffer_printf(&name, "%u %s %s", unit, abx_kind_word(line->kind), line->name);
        gen_lines_add(lines, ABX_KIND_UNIT, abx_buffer_text(&name), "", 1);
        abx_buffer_finish(&name);
    }
    abx_map_finish(&lines->conflicts);
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
    *n_linesp = 0;
    for (size_t i = 0; i < lines->map.n_items; i++) {
        const struct gen_line *line = lines->map.items[i].value;

        if (!line->is_dropped)
            texts[(*n_linesp)++] = line->text;
    }
    qsort(texts, *n_linesp, sizeof(*texts), compare_texts);
    return texts;
}

void gen_lines_finish(struct gen_lines *lines)
{
    abx_map_finish(&lines->map);
    abx_map_finish(&lines->conflicts);
    abx_arena_finish(&lines->arena);
    *lines = (struct gen_lines){0};
}
