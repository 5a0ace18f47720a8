/*
 * The header of a table. Everything that can be seen without reading the body is checked
 * here, in time that does not depend on the file's size: it is the gate through which a
 * wrong file does not get.
 */
#include "runtime/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "runtime/error.h"
#include "runtime/grammar.h"
#include "runtime/parser.h"

static const char end_line[] = ABX_END_LINE;
static const char magic[] = "abidex ";

static int refuse(const struct abx_table *table, struct abx_error *err,
                  const char *reason)
{
    return abx_error_set(err, ABX_UNSUITABLE, "%s: %s", table->path, reason);
}

/* The header's pairs while they are read. */
struct pairs {
    const char **items;
    size_t n_items;
    size_t capacity;
};

static int add(struct abx_table *table, struct pairs *pairs, const char *text,
               size_t size)
{
    char *copy = abx_arena_copy(&table->header, text, size);

    if (copy == NULL || !ABX_ARRAY_RESERVE(pairs))
        return ABX_NO_MEMORY;
    pairs->items[pairs->n_items++] = copy;
    return ABX_OK;
}

/* Reads the line at @text as a pair. */
static int read_pair(struct abx_table *table, struct pairs *pairs, const char *text,
                     size_t size, struct abx_error *err)
{
    const char *space = memchr(text, ' ', size);

    if (space == NULL || space == text || space == text + size - 1 ||
        memchr(text, '\0', size) != NULL)
        return abx_error_broken(err, abx_table_line(table, text),
                                "%s: a line of the header is not `key value`",
                                abx_table_file(table));
    if (add(table, pairs, text, (size_t)(space - text)) != ABX_OK ||
        add(table, pairs, space + 1, (size_t)(text + size - space - 1)) != ABX_OK)
        return abx_error_no_memory(err);
    return ABX_OK;
}

/* Reads up to the empty line. */
static int read_pairs(struct abx_table *table, struct pairs *pairs, struct abx_error *err)
{
    size_t size = (size_t)(table->end - table->data);
    const char *limit = table->data + (size < ABX_HEADER_MAX ? size : ABX_HEADER_MAX);
    const char *at = table->data;

    while (at < limit) {
        const char *newline = memchr(at, '\n', (size_t)(limit - at));
        int status;

        if (newline == NULL)
            break;
        if (newline == at) {
            table->body = at + 1;
            return ABX_OK;
        }
        status = read_pair(table, pairs, at, (size_t)(newline - at), err);
        if (status != ABX_OK)
            return status;
        at = newline + 1;
    }
    return refuse(table, err, "not a table: no empty line ends its header");
}

static int keep_pairs(struct abx_table *table, const struct pairs *pairs,
                      struct abx_error *err)
{
    size_t size = (pairs->n_items + 1) * sizeof(*pairs->items);

    table->properties = abx_arena_alloc(&table->header, size);
    if (table->properties == NULL)
        return abx_error_no_memory(err);
    if (pairs->n_items > 0)
        memcpy(table->properties, pairs->items, pairs->n_items * sizeof(*pairs->items));
    return ABX_OK;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* `abidex 1`. A version of too many digits is a newer one too. */
static int check_version(const struct abx_table *table, struct abx_error *err)
{
    struct abx_parser parser = {.at = table->data, .end = table->data + table->size};
    const char *digits;
    const char *end;
    size_t version = SIZE_MAX;

    if (abx_parser_takes(&parser, "\xef\xbb\xbf"))
        return refuse(table, err, "not a table: it begins with a byte order mark");
    if (!abx_parser_takes(&parser, magic))
        return refuse(table, err, "not a table: the first line is not `abidex 1`");
    digits = parser.at;
    for (end = digits; end < parser.end && is_digit(*end); end++)
        ;
    if (end != parser.end && *end == '\r')
        return refuse(table, err,
                      "not a table: its lines end in CR LF, something converted them");
    if (end == digits || *digits == '0' || end == parser.end || *end != '\n')
        return refuse(table, err, "not a table: the first line is not `abidex 1`");
    if (abx_parser_take_number(&parser, &version) && version <= ABX_FORMAT_VERSION)
        return ABX_OK;
    return abx_error_set(err, ABX_UNSUITABLE,
                         "%s: in version %.*s of the format, this library reads up to %d",
                         table->path, end - digits < 40 ? (int)(end - digits) : 40,
                         digits, ABX_FORMAT_VERSION);
}

/* The first line and the last one. */
static int check_frame(struct abx_table *table, struct abx_error *err)
{
    const size_t n_end = sizeof(end_line) - 1;
    int status;

    if (table->size == 0) /* then nothing is mapped */
        return refuse(table, err, "not a table: the file is empty");
    status = check_version(table, err);
    if (status != ABX_OK)
        return status;
    if (table->size < n_end + 1 || table->data[table->size - n_end - 1] != '\n' ||
        memcmp(table->data + table->size - n_end, end_line, n_end) != 0)
        return refuse(table, err, "truncated: the last line is not ~end");
    table->end = table->data + table->size - n_end;
    return ABX_OK;
}

/* Readers of the values that the runtime itself needs. False: not as the format has it.
 */
static bool read_platform(const char *value, struct abx_data_model *model)
{
    abx_platform_complete(value, model);
    return true;
}

static bool read_model(const char *value, struct abx_data_model *model)
{
    static const struct {
        const char *name;
        unsigned long_size, pointer_size;
    } models[] = {{"LP64", 8, 8}, {"ILP32", 4, 4}, {"LLP64", 4, 8}};

    for (size_t i = 0; i < sizeof(models) / sizeof(*models); i++) {
        if (strcmp(value, models[i].name) != 0)
            continue;
        model->long_size = models[i].long_size;
        model->pointer_size = models[i].pointer_size;
        return true;
    }
    return false;
}

static bool read_order(const char *value, struct abx_data_model *model)
{
    model->is_big_endian = strcmp(value, "big") == 0;
    return model->is_big_endian || strcmp(value, "little") == 0;
}

static bool read_char(const char *value, struct abx_data_model *model)
{
    model->is_char_signed = strcmp(value, "signed") == 0;
    return model->is_char_signed || strcmp(value, "unsigned") == 0;
}

static bool read_long_double(const char *value, struct abx_data_model *model)
{
    const char *end = value + strlen(value);
    const char *space = memchr(value, ' ', (size_t)(end - value));
    struct abx_parser parser = {.at = space, .end = end};
    const struct abx_builtin *builtin;
    size_t size;
    size_t align;

    if (space == NULL)
        return false;
    builtin = abx_builtin_find(value, (size_t)(space - value));
    if (builtin == NULL || builtin->kind != ABX_TYPE_FLOAT ||
        !abx_parser_takes(&parser, " ") || !abx_parser_take_number(&parser, &size) ||
        !abx_parser_takes(&parser, " ") || !abx_parser_take_alignment(&parser, &align) ||
        parser.at != end || size < 8 || size > 16)
        return false;
    model->long_double_size = (unsigned)size;
    model->long_double_align = (unsigned)align;
    return true;
}

static bool read_wchar(const char *value, struct abx_data_model *model)
{
    const struct abx_builtin *builtin = abx_builtin_find(value, strlen(value));

    (void)model;
    return builtin != NULL && builtin->kind == ABX_TYPE_INT;
}

/* The model comes before the platform, whose exceptions are relative to it. */
static const struct {
    const char *key;
    bool (*read)(const char *value, struct abx_data_model *model);
} required[] = {
    {"model", read_model}, {"platform", read_platform}, {"order", read_order},
    {"char", read_char},   {"wchar", read_wchar},       {"long-double", read_long_double},
};

static int read_model_of(struct abx_table *table, struct abx_error *err)
{
    for (size_t i = 0; i < sizeof(required) / sizeof(*required); i++) {
        const char *value = abx_table_property(table, required[i].key, 0);

        if (value == NULL)
            return abx_error_broken(err, 1, "%s: the header has no `%s`",
                                    abx_table_file(table), required[i].key);
        if (abx_table_property(table, required[i].key, 1) != NULL)
            return abx_error_broken(err, 1, "%s: the header has two lines `%s`",
                                    abx_table_file(table), required[i].key);
        if (!required[i].read(value, &table->model))
            return abx_error_broken(err, 1, "%s: the header's `%s` can't be `%s`",
                                    abx_table_file(table), required[i].key, value);
    }
    return ABX_OK;
}

int abx_table_read_header(struct abx_table *table, struct abx_error *err)
{
    struct pairs pairs = {0};
    int status = check_frame(table, err);

    if (status == ABX_OK)
        status = read_pairs(table, &pairs, err);
    if (status == ABX_OK)
        status = keep_pairs(table, &pairs, err);
    free(pairs.items);
    if (status == ABX_OK)
        status = read_model_of(table, err);
    if (status == ABX_OK)
        table->is_native = abx_table_check_native(table, NULL) == ABX_OK;
    return status;
}

int abx_table_check_native(const struct abx_table *table, struct abx_error *err)
{
    char native[64];
    const char *key;

    if (table->is_native) /* found before */
        return ABX_OK;
    for (size_t i = 0; (key = abx_platform_property(i, native, sizeof(native))); i++) {
        const char *value = abx_table_property(table, key, 0);

        if (strcmp(value, native) == 0)
            continue;
        if (i == 0)
            return abx_error_set(err, ABX_UNSUITABLE, "%s is a table for %s, this is %s",
                                 table->path, value, native);
        return abx_error_set(err, ABX_UNSUITABLE,
                             "%s is a table for `%s %s`, this platform is `%s %s`",
                             table->path, key, value, key, native);
    }
    return ABX_OK;
}
