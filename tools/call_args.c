/**
 * The arguments of a call. Each kind of parameter has its own idea of what a word means,
 * so that a string needs no quotes of its own; only variadic arguments, of which no
 * header tells the type, are guessed from their looks.
 */
#include "tools/call_args.h"

#include <errno.h>
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/block.h"
#include "tools/call_object.h"
#include "runtime/cdecl.h"
#include "tools/command.h"
#include "tools/kinds.h"
#include "tools/number.h"

/* Reads the word of an argument by its type, behind typedefs. Returns an exit status. */
typedef int (*read_argument)(struct abx_table *table, struct abx_argument *argument,
                             const struct abx_type *type, struct abx_buffer *why);

/* ---- scalars */

static int read_integer(struct abx_table *table, struct abx_argument *argument,
                        const struct abx_type *type, struct abx_buffer *why)
{
    struct abx_error err = {0};
    int status = abx_integer_read(table, argument->word, strlen(argument->word),
                                  &argument->value, why, &err);

    (void)type;
    argument->value.type = NULL;
    return abx_argument_settle(status, &err, why);
}

static int read_bool(struct abx_table *table, struct abx_argument *argument,
                     const struct abx_type *type, struct abx_buffer *why)
{
    bool is_true = strcmp(argument->word, "true") == 0;

    if (!is_true && strcmp(argument->word, "false") != 0)
        return read_integer(table, argument, type, why);
    argument->value = (struct abx_value){.kind = ABX_VALUE_INT, .i = is_true};
    return ABX_EXIT_DONE;
}

/* A number with a point or an exponent, or whatever else strtold reads to the end. */
static bool parse_float(const char *word, bool is_long, struct abx_value *value)
{
    char *end;
    long double number = strtold(word, &end);

    if (end == word || *end)
        return false;
    if (is_long)
        *value = (struct abx_value){.kind = ABX_VALUE_LONG_DOUBLE, .ld = number};
    else
        *value = (struct abx_value){.kind = ABX_VALUE_FLOAT, .f = strtod(word, NULL)};
    return true;
}

static int read_float(struct abx_table *table, struct abx_argument *argument,
                      const struct abx_type *type, struct abx_buffer *why)
{
    struct abx_value value = {0};

    if (parse_float(argument->word, abx_type_size(type) > 8, &argument->value))
        return ABX_EXIT_DONE;
    if (abx_table_find_constant(table, argument->word, &value, NULL) == ABX_OK &&
        value.kind != ABX_VALUE_STRING && value.kind != ABX_VALUE_MEMORY) {
        argument->value = value;
        argument->value.type = NULL;
        return ABX_EXIT_DONE;
    }
    abx_buffer_printf(why, "\"%s\" is neither a number nor a constant of the table",
                      argument->word);
    return ABX_EXIT_UNUSABLE;
}

/* ---- memory */

static bool has_prefix(const char *word, const char *prefix)
{
    return strncmp(word, prefix, strlen(prefix)) == 0;
}

/* Memory for @size bytes, of the table's type `char`. */
static int create_bytes(struct abx_table *table, struct abx_argument *argument,
                        size_t size, struct abx_buffer *why)
{
    struct abx_error err = {0};
    const struct abx_type *type;
    int status = abx_table_find_type(table, "char", &type, &err);

    if (status != ABX_OK)
        return abx_argument_settle(status, &err, why);
    return abx_argument_create(table, argument, type, size, why);
}

static int read_buffer(struct abx_table *table, struct abx_argument *argument,
                       struct abx_buffer *why)
{
    size_t size;

    if (!abx_argument_parse_count(argument->word, "bytes", &size, why))
        return ABX_EXIT_UNUSABLE;
    argument->is_buffer = true;
    argument->is_out = true;
    return create_bytes(table, argument, size, why);
}

/* Where C may write through the pointer, the string is a copy that it may change. */
static int read_string(struct abx_table *table, struct abx_argument *argument,
                       bool is_const, struct abx_buffer *why)
{
    const char *text = argument->word + (has_prefix(argument->word, "s:") ? 2 : 0);
    size_t size = strlen(text);
    int exit;

    argument->is_string = true;
    argument->word = text;
    if (is_const) {
        argument->value =
            (struct abx_value){.kind = ABX_VALUE_STRING, .string = {text, size}};
        return ABX_EXIT_DONE;
    }
    exit = create_bytes(table, argument, size + 1, why);
    if (exit == ABX_EXIT_DONE)
        memcpy(abx_memory_data(argument->memory), text, size);
    return exit;
}

/* ---- pointers */

/* What the pointee says about the words that are accepted. */
static bool is_text(const struct abx_type *target)
{
    return abx_type_kind(abx_type_strip(target)) == ABX_TYPE_CHAR;
}

static bool is_bytes(const struct abx_type *target)
{
    const struct abx_type *type = abx_type_strip(target);

    return abx_type_kind(type) == ABX_TYPE_VOID || is_text(type) ||
           (abx_type_kind(type) == ABX_TYPE_INT && abx_type_size(type) == 1);
}

static bool is_object(const struct abx_type *target)
{
    return abx_type_kind(abx_type_strip(target)) != ABX_TYPE_VOID &&
           abx_type_kind(abx_type_strip(target)) != ABX_TYPE_FUNCTION &&
           abx_type_is_complete(target);
}

/* A constant that is an address: SIG_IGN, MAP_FAILED. */
static bool read_address(struct abx_table *table, struct abx_argument *argument)
{
    struct abx_value value = {0};

    if (abx_table_find_constant(table, argument->word, &value, NULL) != ABX_OK ||
        value.kind != ABX_VALUE_POINTER)
        return false;
    argument->value = (struct abx_value){.kind = ABX_VALUE_POINTER, .p = value.p};
    return true;
}

static int refuse_pointer(struct abx_table *table, const struct abx_argument *argument,
                          const struct abx_type *target, struct abx_buffer *why)
{
    abx_buffer_printf(why, "\"%s\" is no value for ", argument->word);
    abx_cdecl_put(why, table, argument->type, "");
    abx_buffer_puts(why, ", which takes NULL, a constant that is an address");
    if (is_bytes(target))
        abx_buffer_puts(why, ", s:TEXT, buf:N");
    else if (abx_argument_is_wide(target))
        abx_buffer_puts(why, ", s:TEXT, new, new:N, new=VALUE");
    else if (abx_type_is_transparent(argument->type))
        abx_buffer_puts(why, ", new, new:TYPE, new:TYPE{MEMBER=VALUE,…}");
    else if (is_object(target))
        abx_buffer_puts(why, ", new, new:N, new=VALUE, new{MEMBER=VALUE,…}");
    return ABX_EXIT_UNUSABLE;
}

static int read_pointer(struct abx_table *table, struct abx_argument *argument,
                        const struct abx_type *type, struct abx_buffer *why)
{
    const struct abx_type *target;
    struct abx_error err = {0};
    int status = abx_type_find_target(table, type, &target, &err);

    if (status != ABX_OK)
        return abx_argument_settle(status, &err, why);
    if (strcmp(argument->word, "NULL") == 0) {
        argument->value = (struct abx_value){.kind = ABX_VALUE_POINTER};
        return ABX_EXIT_DONE;
    }
    if (is_bytes(target) && has_prefix(argument->word, "buf:"))
        return read_buffer(table, argument, why);
    if (is_text(target) || (is_bytes(target) && has_prefix(argument->word, "s:")))
        return read_string(table, argument, abx_type_is_const(target), why);
    if (abx_argument_is_wide(target) && has_prefix(argument->word, "s:"))
        return abx_argument_read_wide(table, argument, target, why);
    if (is_object(target) && abx_argument_is_new(argument->word))
        return abx_argument_read_new(table, argument, target, why);
    if (read_address(table, argument))
        return ABX_EXIT_DONE;
    return refuse_pointer(table, argument, target, why);
}

static int read_record(struct abx_table *table, struct abx_argument *argument,
                       const struct abx_type *type, struct abx_buffer *why)
{
    int exit;

    if (strcmp(argument->word, "new") == 0) {
        exit = abx_argument_create(table, argument, type, 1, why);
        argument->is_out = false;
        return exit;
    }
    abx_buffer_printf(why, "\"%s\" is no value for ", argument->word);
    abx_cdecl_put(why, table, argument->type, "");
    abx_buffer_puts(why, ", which takes new, a value that is all zero");
    return ABX_EXIT_UNUSABLE;
}

/* ---- by type */

/* NULL: nothing on a command line is such a value. */
static const read_argument readers[ABX_N_TYPE_KINDS] = {
    [ABX_TYPE_BOOL] = read_bool,     [ABX_TYPE_CHAR] = read_integer,
    [ABX_TYPE_INT] = read_integer,   [ABX_TYPE_ENUM] = read_integer,
    [ABX_TYPE_FLOAT] = read_float,   [ABX_TYPE_POINTER] = read_pointer,
    [ABX_TYPE_STRUCT] = read_record, [ABX_TYPE_UNION] = read_record,
};

static read_argument find_reader(const struct abx_type *type)
{
    return readers[abx_type_kind(type)];
}

/* ---- transparent unions */

/* An object of the type that the caller chooses. */
static int read_object(struct abx_table *table, struct abx_argument *argument,
                       struct abx_buffer *why)
{
    const struct abx_type *first = NULL;
    struct abx_member member;
    int exit = abx_argument_read_new(table, argument, NULL, why);

    argument->is_out = abx_type_member(argument->type, 0, &member) == ABX_OK &&
                       abx_type_find_target(table, member.type, &first, NULL) == ABX_OK &&
                       !abx_type_is_const(first);
    return exit;
}

/* By its first member, unless the word names a type. */
static int read_transparent(struct abx_table *table, struct abx_argument *argument,
                            struct abx_buffer *why)
{
    const struct abx_type *type = argument->type;
    struct abx_member member;
    read_argument reader = NULL;

    if (has_prefix(argument->word, "new:"))
        return read_object(table, argument, why);
    if (abx_type_member(type, 0, &member) == ABX_OK) {
        type = abx_type_strip(member.type);
        reader = find_reader(type);
    }
    if (reader)
        return reader(table, argument, type, why);
    abx_buffer_puts(why, "a command line has no values of type ");
    abx_cdecl_put(why, table, argument->type, "");
    return ABX_EXIT_UNUSABLE;
}

/* ---- any word */

/* "12L", a long; the runtime would pass a small number as an int. */
static bool read_long(struct abx_table *table, struct abx_argument *argument)
{
    size_t size = strlen(argument->word);
    struct abx_buffer why = {0};
    int status = ABX_REFUSED;

    if (size > 1 && argument->word[size - 1] == 'L' &&
        strchr("-0123456789", argument->word[0]))
        status = abx_integer_read(table, argument->word, size - 1, &argument->value, &why,
                                  NULL);
    abx_buffer_finish(&why);
    return status == ABX_OK &&
           abx_table_find_type(table, sizeof(long) == 8 ? "i64" : "i32",
                               &argument->value.type, NULL) == ABX_OK;
}

/* What looks like a number or a constant is one; the rest are strings. */
static int read_variadic(struct abx_table *table, struct abx_argument *argument,
                         struct abx_buffer *why)
{
    const char *word = argument->word;
    struct abx_buffer unused = {0};
    int status;

    if (strcmp(word, "NULL") == 0) {
        argument->value = (struct abx_value){.kind = ABX_VALUE_POINTER};
        return ABX_EXIT_DONE;
    }
    if (has_prefix(word, "buf:"))
        return read_buffer(table, argument, why);
    if (has_prefix(word, "s:"))
        return read_string(table, argument, true, why);
    if (abx_argument_is_new(word)) {
        abx_buffer_printf(why,
                          "\"%s\" has no type among variadic arguments; buf:N is memory, "
                          "s:%s the word",
                          word, word);
        return ABX_EXIT_UNUSABLE;
    }
    if (read_long(table, argument))
        return ABX_EXIT_DONE;
    status = abx_integer_read(table, word, strlen(word), &argument->value, &unused, NULL);
    abx_buffer_finish(&unused);
    if (status == ABX_OK)
        return ABX_EXIT_DONE;
    if (strchr("+-.0123456789", word[0]) && parse_float(word, false, &argument->value))
        return ABX_EXIT_DONE;
    return read_string(table, argument, true, why);
}

static int read_word(struct abx_table *table, struct abx_argument *argument,
                     struct abx_buffer *why)
{
    const struct abx_type *type;
    read_argument reader;

    if (!argument->type)
        return read_variadic(table, argument, why);
    if (abx_type_is_transparent(argument->type))
        return read_transparent(table, argument, why);
    type = abx_type_strip(argument->type);
    reader = find_reader(type);
    if (reader)
        return reader(table, argument, type, why);
    abx_buffer_puts(why, "a command line has no values of type ");
    abx_cdecl_put(why, table, argument->type, "");
    return ABX_EXIT_UNUSABLE;
}

static int read_one(struct abx_arguments *arguments, size_t index)
{
    struct abx_argument *argument = &arguments->items[index];
    struct abx_buffer why = {0};
    int exit = read_word(arguments->table, argument, &why);

    if (exit != ABX_EXIT_DONE)
        abx_buffer_printf(&arguments->why, "argument %zu%s%s%s: %s", index + 1,
                          argument->name ? " (" : "",
                          argument->name ? argument->name : "", argument->name ? ")" : "",
                          abx_buffer_text(&why));
    abx_buffer_finish(&why);
    arguments->values[index] = argument->value;
    return exit;
}

/* Said here because a surplus word has no parameter by which it could be read. */
static int check_count(const struct abx_function *function, size_t n,
                       struct abx_buffer *why)
{
    const struct abx_type *type = abx_function_type(function);
    size_t n_fixed = abx_type_n_parameters(type);
    bool is_open = abx_type_is_variadic(type) || !abx_type_has_prototype(type);

    if (n >= n_fixed && (n == n_fixed || is_open))
        return ABX_EXIT_DONE;
    abx_buffer_printf(why, "%s takes %s%zu argument%s, %zu given",
                      abx_function_name(function), is_open ? "at least " : "", n_fixed,
                      n_fixed == 1 ? "" : "s", n);
    return ABX_EXIT_UNUSABLE;
}

int abx_arguments_init(struct abx_arguments *arguments, struct abx_table *table,
                       const struct abx_function *function, char **words)
{
    const struct abx_type *type = abx_function_type(function);
    int exit;
    size_t i;

    *arguments = (struct abx_arguments){.table = table};
    while (words[arguments->n])
        arguments->n++;
    exit = check_count(function, arguments->n, &arguments->why);
    if (exit != ABX_EXIT_DONE || arguments->n == 0)
        return exit;
    arguments->items = calloc(arguments->n, sizeof(*arguments->items));
    arguments->values = calloc(arguments->n, sizeof(*arguments->values));
    if (!arguments->items || !arguments->values) {
        abx_buffer_puts(&arguments->why, "out of memory");
        return ABX_EXIT_UNUSABLE;
    }
    for (i = 0; i < arguments->n && exit == ABX_EXIT_DONE; i++) {
        arguments->items[i].word = words[i];
        abx_type_parameter(type, i, &arguments->items[i].name, &arguments->items[i].type);
        exit = read_one(arguments, i);
    }
    return exit;
}

void abx_arguments_finish(struct abx_arguments *arguments)
{
    size_t i;

    for (i = 0; arguments->items && i < arguments->n; i++) {
        abx_memory_destroy(arguments->items[i].memory);
        abx_block_destroy(arguments->items[i].block);
    }
    free(arguments->items);
    free(arguments->values);
    abx_buffer_finish(&arguments->why);
    *arguments = (struct abx_arguments){0};
}
