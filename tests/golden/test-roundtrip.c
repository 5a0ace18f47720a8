/*
 * What the generator writes, the runtime reads and prints again, byte for byte. The
 * tables are named on the command line, so that the golden ones and those of real
 * libraries go the same way.
 */
#include "tests/test.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "runtime/abidex.h"
#include "runtime/grammar.h"

struct reader {
    struct abx_context *context;
    struct abx_table *table;
    const struct abx_entry *entry;
    struct abx_error err;
    struct abx_buffer text; /* of a type, one after the other */
};

static void fail_at(const struct reader *reader, const char *what, const char *text)
{
    fail_msg("%.*s: %s %s", (int)reader->entry->text_size, reader->entry->text, what,
             text);
}

/* Behind "KIND NAME ". */
static const char *rest_of(const struct abx_entry *entry, size_t *sizep)
{
    const char *rest = entry->name + entry->name_size + 1;

    *sizep = entry->text_size - (size_t)(rest - entry->text);
    return rest;
}

static void format(struct reader *reader, const struct abx_type *type)
{
    static char text[1 << 20];
    size_t size = abx_type_format(type, text, sizeof(text));

    assert_true(size > 0 && size < sizeof(text));
    abx_buffer_truncate(&reader->text, 0);
    abx_buffer_puts(&reader->text, text);
}

/* @type, printed, has to be what the line's rest begins with. */
static void expect_first(struct reader *reader, const struct abx_type *type)
{
    size_t size;
    const char *rest = rest_of(reader->entry, &size);

    format(reader, type);
    if (reader->text.size > size ||
        memcmp(rest, reader->text.data, reader->text.size) != 0 ||
        (reader->text.size < size && rest[reader->text.size] != ' '))
        fail_at(reader, "was read as", reader->text.data);
}

/* The words @begin and @size bytes of @text are a type that comes out as it went in. */
static void expect_same(struct reader *reader, const char *begin, const char *text,
                        size_t size)
{
    struct abx_buffer notation = {0};
    const struct abx_type *type;

    abx_buffer_puts(&notation, begin);
    abx_buffer_put(&notation, text, size);
    if (abx_table_find_type(reader->table, notation.data, &type, &reader->err) != ABX_OK)
        fail_at(reader, "holds no type:", reader->err.message);
    format(reader, type);
    if (strcmp(reader->text.data, notation.data) != 0)
        fail_at(reader, "was read as", reader->text.data);
    abx_buffer_finish(&notation);
}

static size_t find(const char *text, size_t size, const char *word)
{
    size_t n = strlen(word);

    for (size_t i = 0; i + n <= size; i++)
        if (memcmp(text + i, word, n) == 0)
            return i;
    return size;
}

static void put_attribute(struct reader *reader, const struct abx_attribute *attribute)
{
    bool is_quoted = strcmp(attribute->name, "deprecated") == 0 ||
                     strcmp(attribute->name, "refused") == 0 ||
                     strcmp(attribute->name, "untold") == 0;

    abx_buffer_printf(&reader->text, " %s", attribute->name);
    if (!*attribute->value)
        return;
    abx_buffer_puts(&reader->text, is_quoted ? "=\"" : "=");
    for (const char *at = attribute->value; *at; at++) {
        if (is_quoted)
            abx_grammar_put_unit(&reader->text, (unsigned char)*at);
        else
            abx_buffer_putc(&reader->text, *at);
    }
    abx_buffer_puts(&reader->text, is_quoted ? "\"" : "");
}

static void put_symbol(struct reader *reader, const char *symbol, const char *library)
{
    const char *first = abx_table_property(reader->table, "library", 0);
    const struct abx_entry *entry = reader->entry;

    if (strlen(symbol) != entry->name_size ||
        strncmp(symbol, entry->name, entry->name_size) != 0)
        abx_buffer_printf(&reader->text, " symbol=%s", symbol);
    if (library && strcmp(library, first) != 0)
        abx_buffer_printf(&reader->text, " in=%s", library);
}

/* The reader's text has to be all that the line says in front of a contract. */
static void expect_all(struct reader *reader)
{
    size_t size;
    const char *rest = rest_of(reader->entry, &size);
    size_t contract = find(rest, size, " fails=");

    if (reader->text.size != contract || memcmp(rest, reader->text.data, contract) != 0)
        fail_at(reader, "was read as", reader->text.data);
}

static void read_function(struct reader *reader)
{
    struct abx_attribute attribute;
    struct abx_function *function;
    char name[256];

    snprintf(name, sizeof(name), "%.*s", (int)reader->entry->name_size,
             reader->entry->name);
    if (abx_table_find_declaration(reader->table, name, &function, &reader->err) !=
        ABX_OK)
        fail_at(reader, "is no function:", reader->err.message);
    expect_first(reader, abx_function_type(function));
    put_symbol(reader, abx_function_symbol(function), abx_function_library(function));
    for (size_t i = 0; abx_function_attribute(function, i, &attribute) == ABX_OK; i++)
        put_attribute(reader, &attribute);
    expect_all(reader);
}

static void read_constant(struct reader *reader)
{
    struct abx_value value = {0};
    char name[256];
    int status;

    snprintf(name, sizeof(name), "%.*s", (int)reader->entry->name_size,
             reader->entry->name);
    status = abx_table_find_constant(reader->table, name, &value, &reader->err);
    if (status == ABX_REFUSED)
        return; /* a number that this platform does not compute with */
    if (status != ABX_OK)
        fail_at(reader, "is no constant:", reader->err.message);
    expect_first(reader, value.type);
}

static void read_record(struct reader *reader)
{
    static const char *const words[ABX_N_KINDS] = {[ABX_KIND_STRUCT] = "struct ",
                                                   [ABX_KIND_UNION] = "union ",
                                                   [ABX_KIND_ENUM] = "enum "};
    size_t size;
    const char *rest = rest_of(reader->entry, &size);

    if (find(rest, size, "incomplete") != 0)
        expect_same(reader, words[reader->entry->kind], rest, size);
}

static void read_typedef(struct reader *reader)
{
    static const char mark[] = " transparent_union";
    size_t size;
    const char *rest = rest_of(reader->entry, &size);

    if (size > strlen(mark) && !memcmp(rest + size - strlen(mark), mark, strlen(mark)))
        size -= strlen(mark);
    expect_same(reader, "", rest, find(rest, size, " align="));
}

static void read_variable(struct reader *reader)
{
    const struct abx_variable *variable;
    struct abx_attribute deprecated = {"deprecated", NULL};
    char name[256];

    snprintf(name, sizeof(name), "%.*s", (int)reader->entry->name_size,
             reader->entry->name);
    if (abx_table_find_variable_declaration(reader->table, name, &variable,
                                            &reader->err) != ABX_OK)
        fail_at(reader, "is no variable:", reader->err.message);
    expect_first(reader, abx_variable_type(variable));
    put_symbol(reader, abx_variable_symbol(variable), abx_variable_library(variable));
    deprecated.value = abx_variable_find_attribute(variable, "deprecated");
    if (deprecated.value)
        put_attribute(reader, &deprecated);
    expect_all(reader);
}

static void read_member(struct reader *reader)
{
    size_t size;
    const char *rest = rest_of(reader->entry, &size);
    const char *end = rest + size;

    for (const char *at = rest + find(rest, size, " ") + 1; at < end; at += size + 2) {
        size = find(at, (size_t)(end - at), "; ");
        expect_same(reader, "", at, size);
    }
}

static void (*const readers[ABX_N_KINDS])(struct reader *reader) = {
    [ABX_KIND_CONST] = read_constant, [ABX_KIND_ENUM] = read_record,
    [ABX_KIND_FN] = read_function,    [ABX_KIND_MEMBER] = read_member,
    [ABX_KIND_STRUCT] = read_record,  [ABX_KIND_TYPEDEF] = read_typedef,
    [ABX_KIND_UNION] = read_record,   [ABX_KIND_VAR] = read_variable,
};

static void tables_come_out_as_they_went_in(void **state)
{
    const char *path = *state;
    struct abx_entry entry = {0};
    struct reader reader = {.entry = &entry};
    size_t n = 0;
    int status;

    assert_int_equal(abx_context_create(&reader.context), ABX_OK);
    if (abx_table_read(reader.context, path, &reader.table, &reader.err) != ABX_OK)
        fail_msg("%s", reader.err.message);
    while ((status = abx_table_next_entry(reader.table, &entry, &reader.err)) == ABX_OK) {
        if (abx_table_check_entry(reader.table, &entry, &reader.err) != ABX_OK)
            fail_at(&reader, "is broken:", reader.err.message);
        if (readers[entry.kind])
            readers[entry.kind](&reader);
        n++;
    }
    assert_int_equal(status, ABX_MISSING);
    assert_true(n > 0);
    abx_buffer_finish(&reader.text);
    abx_table_close(reader.table);
    abx_context_destroy(reader.context);
}

int main(int argc, char **argv)
{
    int n_failed = 0;

    for (int i = 1; i < argc; i++) {
        const struct CMUnitTest tests[] = {
            {argv[i], tables_come_out_as_they_went_in, NULL, NULL, argv[i]},
        };

        n_failed += cmocka_run_group_tests(tests, NULL, NULL);
    }
    return argc < 2 || n_failed;
}
