/*
 * Lines of a table: finding one by bisection, as one does in a tags file, and going
 * through all. The search looks at the lines next to each one that it meets and keeps the
 * nearest ones below and above, which costs little and shows a file that is not sorted
 * before it leads the search astray.
 */
#include "runtime/table.h"

#include <string.h>

#include "runtime/error.h"
#include "runtime/grammar.h"

long abx_table_line(const struct abx_table *table, const char *text)
{
    long line = 1;

    if (text < table->data || text >= table->data + table->size)
        return 0;
    for (const char *at = table->data; at < text; at++)
        line += *at == '\n';
    return line;
}

/* ---- splitting a line ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Length of the name at @at, 0 if there is none. */
static size_t name_size(const char *at, const char *end)
{
    const char *begin = at;

    if (at < end && is_digit(*at))
        return 0;
    while (at < end && abx_is_name_char(*at))
        at++;
    return (size_t)(at - begin);
}

/* Each measures the key behind the kind's word; 0: not well-formed. */
static size_t measure_name(const char *at, const char *end)
{
    return name_size(at, end);
}

/* FUNCTION CODE */
static size_t measure_error(const char *at, const char *end)
{
    size_t first = name_size(at, end);
    size_t second;

    if (first == 0 || at + first == end || at[first] != ' ')
        return 0;
    second = name_size(at + first + 1, end);
    return second == 0 ? 0 : first + 1 + second;
}

/* NUMBER KIND NAME */
static size_t measure_unit(const char *at, const char *end)
{
    const char *begin = at;
    const char *word;
    size_t size;

    while (at < end && is_digit(*at))
        at++;
    if (at == begin || *begin == '0' || at == end || *at != ' ')
        return 0;
    word = ++at;
    while (at < end && *at != ' ')
        at++;
    if (at == end || abx_kind_find(word, (size_t)(at - word)) == ABX_KIND_NONE)
        return 0;
    size = name_size(at + 1, end);
    return size == 0 ? 0 : (size_t)(at + 1 + size - begin);
}

/* A name, or a header as #include names it. */
static size_t measure_omitted(const char *at, const char *end)
{
    const char *begin = at;

    while (at<end && * at> ' ' && *at < 0x7f)
        at++;
    return (size_t)(at - begin);
}

static size_t measure_key(enum abx_kind kind, const char *at, const char *end)
{
    static size_t (*const measures[ABX_N_KINDS])(const char *, const char *) = {
        [ABX_KIND_ERROR] = measure_error,
        [ABX_KIND_OMIT] = measure_omitted,
        [ABX_KIND_UNIT] = measure_unit,
    };

    return measures[kind] != NULL ? measures[kind](at, end) : measure_name(at, end);
}

const char *abx_entry_split(const char *text, size_t size, struct abx_entry *entryp)
{
    const char *end = text + size;
    const char *space = memchr(text, ' ', size);
    size_t key;

    *entryp = (struct abx_entry){.text = text, .text_size = size};
    if (space == NULL)
        return "the line does not begin with a kind and a name";
    entryp->kind = abx_kind_find(text, (size_t)(space - text));
    if (entryp->kind == ABX_KIND_NONE)
        return "the line begins with no kind that is known";
    key = measure_key(entryp->kind, space + 1, end);
    if (key == 0)
        return "what follows the kind is no name";
    entryp->name = space + 1;
    entryp->name_size = key;
    if (entryp->kind == ABX_KIND_UNIT)
        return space + 1 + key == end ? NULL : "something follows the name";
    if (end - (space + 1 + key) < 2 || space[1 + key] != ' ')
        return "nothing follows the name";
    return NULL;
}

/* ---- finding a line ---- */

/* A piece of text: a line, or a key to look for. */
struct span {
    const char *text;
    size_t size;
};

static int compare(struct span a, struct span b)
{
    size_t size = a.size < b.size ? a.size : b.size;
    int order = memcmp(a.text, b.text, size);

    if (order != 0)
        return order;
    return a.size < b.size ? -1 : a.size > b.size;
}

/* The line around @at. What lies between @low and @high is whole lines. */
static struct span line_around(const char *low, const char *high, const char *at)
{
    const char *begin = at;
    const char *end = memchr(at, '\n', (size_t)(high - at));

    while (begin > low && begin[-1] != '\n')
        begin--;
    return (struct span){begin, (size_t)(end - begin)};
}

static int report(const struct abx_table *table, const char *text, const char *reason,
                  struct abx_error *err)
{
    long line = err != NULL ? abx_table_line(table, text) : 0;

    return abx_error_broken(err, line, "%s:%ld: %s", abx_table_file(table), line, reason);
}

/* The lines next to @line are looked at too: alone, a line that strayed looks like any
 * other. */
static bool is_between_neighbours(const struct abx_table *table, struct span line)
{
    const char *next = line.text + line.size + 1;

    if (line.text > table->body &&
        compare(line_around(table->body, line.text, line.text - 1), line) >= 0)
        return false;
    return next >= table->end || compare(line, line_around(next, table->end, next)) < 0;
}

/* The nearest lines that a search has met; text is NULL while there is none. */
struct neighbours {
    struct span below;
    struct span above;
};

static const char *check_order(const struct abx_table *table,
                               const struct neighbours *near, struct span line)
{
    if (!is_between_neighbours(table, line) ||
        (near->below.text != NULL && compare(near->below, line) >= 0) ||
        (near->above.text != NULL && compare(near->above, line) <= 0))
        return "the lines are not sorted";
    return NULL;
}

/* How @line relates to @key, which ends in the space behind the name unless @is_whole. */
static int compare_key(struct span line, struct span key, bool is_whole)
{
    if (!is_whole && line.size > key.size)
        line.size = key.size;
    return compare(line, key);
}

/*
 * Whether the line may be one of a kind that later versions of this library know: a word
 * of small letters, a space and something more. A search passes over it.
 */
static bool is_of_unknown_kind(struct span line)
{
    size_t n = 0;

    while (n < line.size && line.text[n] >= 'a' && line.text[n] <= 'z')
        n++;
    return n > 0 && n + 1 < line.size && line.text[n] == ' ' && line.text[n + 1] != ' ' &&
           abx_kind_find(line.text, n) == ABX_KIND_NONE;
}

static int search(const struct abx_table *table, struct span key, bool is_whole,
                  struct abx_entry *entryp, struct abx_error *err)
{
    const char *low = table->body;
    const char *high = table->end;
    struct neighbours near = {0};

    while (low < high) {
        struct span line = line_around(low, high, low + (high - low) / 2);
        const char *reason = abx_entry_split(line.text, line.size, entryp);
        int order;

        if (reason == NULL || is_of_unknown_kind(line))
            reason = check_order(table, &near, line);
        if (reason != NULL)
            return report(table, line.text, reason, err);
        order = compare_key(line, key, is_whole);
        if (order == 0)
            return ABX_OK;
        if (order < 0) {
            near.below = line;
            low = line.text + line.size + 1;
        } else {
            near.above = line;
            high = line.text;
        }
    }
    return ABX_MISSING;
}

int abx_table_find_line(const struct abx_table *table, enum abx_kind kind,
                        const char *name, size_t size, struct abx_entry *entryp,
                        struct abx_error *err)
{
    struct abx_buffer key = {0};
    const char *word = abx_kind_word(kind);
    struct abx_entry entry = {0};
    int status;

    if (word == NULL)
        return ABX_MISSING;
    abx_buffer_puts(&key, word);
    abx_buffer_putc(&key, ' ');
    abx_buffer_put(&key, name, size);
    if (kind != ABX_KIND_UNIT)
        abx_buffer_putc(&key, ' ');
    if (key.failed)
        status = abx_error_no_memory(err);
    else
        status = search(table, (struct span){abx_buffer_text(&key), key.size},
                        kind == ABX_KIND_UNIT, &entry, err);
    abx_buffer_finish(&key);
    if (status == ABX_OK && entry.name_size != size)
        return ABX_MISSING;
    if (status == ABX_OK)
        *entryp = entry;
    return status;
}

int abx_table_find_entry(const struct abx_table *table, enum abx_kind kind,
                         const char *name, struct abx_entry *entryp,
                         struct abx_error *err)
{
    int status;

    *entryp = (struct abx_entry){0};
    status = abx_table_find_line(table, kind, name, strlen(name), entryp, err);

    if (status == ABX_MISSING)
        return abx_error_set(
            err, ABX_MISSING, "%s has no line `%s %s`", abx_table_file(table),
            abx_kind_word(kind) != NULL ? abx_kind_word(kind) : "?", name);
    return status;
}

/* ---- going through all ---- */

static const char *check_next(const struct abx_entry *before,
                              const struct abx_entry *entry)
{
    struct span a = {before->text,
                     (size_t)(before->name - before->text) + before->name_size};
    struct span b = {entry->text, (size_t)(entry->name - entry->text) + entry->name_size};

    if (compare(a, b) == 0)
        return "the line before has the same key";
    if (compare((struct span){before->text, before->text_size},
                (struct span){entry->text, entry->text_size}) > 0)
        return "the lines are not sorted";
    return NULL;
}

/*
 * An entry is written for a broken line too, so that the caller can report it and go on
 * behind it: only its text and line count then.
 */
int abx_table_next_entry(const struct abx_table *table, struct abx_entry *entryp,
                         struct abx_error *err)
{
    struct abx_entry before = *entryp;
    const char *text =
        before.text != NULL ? before.text + before.text_size + 1 : table->body;
    const char *newline;
    const char *reason;

    if (text >= table->end)
        return abx_error_set(err, ABX_MISSING, "%s has no more lines",
                             abx_table_file(table));
    newline = memchr(text, '\n', (size_t)(table->end - text));
    reason = abx_entry_split(text, (size_t)(newline - text), entryp);
    entryp->line = before.text != NULL ? before.line + 1 : abx_table_line(table, text);
    if (reason == NULL && before.text != NULL && before.name != NULL)
        reason = check_next(&before, entryp);
    if (reason != NULL)
        return abx_error_broken(err, entryp->line, "%s:%ld: %s", abx_table_file(table),
                                entryp->line, reason);
    return ABX_OK;
}
