/**
 * Types as ctypes has them: expressions of Python. Typedefs are resolved, so that an
 * expression names nothing but classes, whose order alone then matters.
 */
#include <stdlib.h>
#include <string.h>

#include "tools/export.h"
#include "tools/kinds.h"

enum { DEPTH_MAX = 64 };

/* A type is written into @out; the answer is why it can't be, or NULL. */
struct writer {
    struct export *export;
    struct abx_buffer *out;
    unsigned depth;
};

static const char *put_type(struct writer *writer, const struct abx_type *type);

/* ---- names */

/* Words of Python, and names that the module itself has. */
static bool is_taken(const char *name)
{
    static const char *const names[] = {"constants", "left_out", "lib", "libraries",
                                        "types"};
    size_t i;

    for (i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return export_python_is_keyword(name);
}

const char *export_ctypes_class(struct export *export, const struct export_item *item)
{
    const char *word = abx_kind_words(item->kind)->word;
    bool is_tag = abx_kind_words(item->kind)->is_tag;
    struct abx_buffer name = {0};
    const char *copy;
    const char *at;

    abx_buffer_printf(&name, "%s%s", is_tag ? word : "", is_tag ? "_" : "");
    for (at = item->name; *at; at++) /* the one character that Python's names lack */
        abx_buffer_puts(&name, *at == '$' ? "_dollar_" : (const char[]){*at, '\0'});
    abx_buffer_puts(&name, !is_tag && is_taken(item->name) ? "_" : "");
    copy = export_copy(export, abx_buffer_text(&name), name.size);
    export->is_out_of_memory |= name.failed;
    abx_buffer_finish(&name);
    return copy;
}

/* ---- types */

static const char *put_word(struct writer *writer, const char *word)
{
    abx_buffer_printf(writer->out, "%s", word);
    return NULL;
}

static const char *put_void(struct writer *writer, const struct abx_type *type)
{
    (void)type;
    return put_word(writer, "None");
}

static const char *put_bool(struct writer *writer, const struct abx_type *type)
{
    (void)type;
    return put_word(writer, "_c.c_bool");
}

static const char *put_char(struct writer *writer, const struct abx_type *type)
{
    (void)type;
    return put_word(writer, "_c.c_char");
}

static const char *put_int(struct writer *writer, const struct abx_type *type)
{
    if (abx_type_size(type) > 8)
        return "ctypes has no integers of 128 bits";
    abx_buffer_printf(writer->out, "_c.c_%sint%zu", abx_type_is_signed(type) ? "" : "u",
                      abx_type_size(type) * 8);
    return NULL;
}

static const char *put_float(struct writer *writer, const struct abx_type *type)
{
    const char *value = abx_table_property(writer->export->table, "long-double", 0);
    size_t size = value ? strcspn(value, " ") : 0;
    char notation[64];
    const char *word;

    abx_type_format(type, notation, sizeof(notation));
    word = strrchr(notation, ' ') ? strrchr(notation, ' ') + 1 : notation;
    if (strcmp(word, "f32") == 0)
        return put_word(writer, "_c.c_float");
    if (strcmp(word, "f64") == 0)
        return put_word(writer, "_c.c_double");
    if (value && size == strlen(word) && strncmp(value, word, size) == 0)
        return put_word(writer, "_c.c_longdouble");
    return "ctypes has no such floating-point type";
}

static const char *put_complex(struct writer *writer, const struct abx_type *type)
{
    (void)writer;
    (void)type;
    return "ctypes has no complex numbers";
}

static const char *put_va_list(struct writer *writer, const struct abx_type *type)
{
    (void)writer;
    (void)type;
    return "it takes a va_list";
}

/* What a pointer points to, other than characters and nothing. */
static const char *put_pointed(struct writer *writer, const struct abx_type *target)
{
    bool is_function = abx_type_kind(abx_type_strip(target)) == ABX_TYPE_FUNCTION;
    const char *reason;

    if (!is_function)
        abx_buffer_puts(writer->out, "_c.POINTER(");
    reason = put_type(writer, target);
    if (!is_function)
        abx_buffer_putc(writer->out, ')');
    return reason;
}

/* What can't be said is a pointer to void: it is a pointer all the same. */
static const char *put_pointer(struct writer *writer, const struct abx_type *type)
{
    const struct abx_type *target = export_target(writer->export, type);
    const struct abx_type *stripped = target ? abx_type_strip(target) : NULL;
    size_t size = writer->out->size;
    enum abx_type_kind kind;

    if (!stripped)
        return "it can't be read";
    kind = abx_type_kind(stripped);
    if (kind == ABX_TYPE_CHAR &&
        (abx_type_is_const(target) || abx_type_is_const(stripped)))
        return put_word(writer, "_c.c_char_p");
    if (kind == ABX_TYPE_VOID || put_pointed(writer, target) != NULL) {
        abx_buffer_truncate(writer->out, size);
        return put_word(writer, "_c.c_void_p");
    }
    return NULL;
}

static const char *put_array(struct writer *writer, const struct abx_type *type)
{
    const struct abx_type *target = export_target(writer->export, type);
    const char *reason;

    if (!target)
        return "it can't be read";
    abx_buffer_putc(writer->out, '(');
    reason = put_type(writer, target);
    abx_buffer_printf(writer->out, " * %zu)", abx_type_length(type));
    return reason;
}

static const char *put_arguments(struct writer *writer, const struct abx_type *type)
{
    const struct abx_type *parameter;
    const char *reason = NULL;
    const char *name;
    size_t i;

    for (i = 0; !reason && abx_type_parameter(type, i, &name, &parameter) == ABX_OK;
         i++) {
        abx_buffer_puts(writer->out, ", ");
        reason = put_type(writer, parameter);
    }
    return reason;
}

static const char *put_function(struct writer *writer, const struct abx_type *type)
{
    const struct abx_type *result = export_target(writer->export, type);
    const char *reason;

    if (!result)
        return "it can't be read";
    if (abx_type_convention(type))
        return "it has a calling convention of its own";
    abx_buffer_puts(writer->out, "_c.CFUNCTYPE(");
    reason = put_type(writer, result);
    if (!reason)
        reason = put_arguments(writer, type);
    abx_buffer_putc(writer->out, ')');
    return reason;
}

static const char *put_item(struct writer *writer, const struct export_item *item)
{
    if (item->reason)
        return export_print(writer->export, "%s %s is left out",
                            abx_kind_words(item->kind)->word, item->name);
    return put_word(writer, export_ctypes_class(writer->export, item));
}

static const char *put_record(struct writer *writer, const struct abx_type *type)
{
    const struct export_item *item = export_find_type(writer->export, type);

    return item ? put_item(writer, item) : "it has an unnamed type inside";
}

static const char *put_enum(struct writer *writer, const struct abx_type *type)
{
    const struct abx_type *carrier = export_target(writer->export, type);

    return carrier ? put_type(writer, carrier) : "it can't be read";
}

static const char *put_typedef(struct writer *writer, const struct abx_type *type)
{
    const struct export_item *item = export_find_type(writer->export, type);
    const struct abx_type *target;

    if (item && item->body && export_is_record(item->body))
        return put_item(writer, item);
    target = export_target(writer->export, type);
    return target ? put_type(writer, target) : "it can't be read";
}

static const char *(*const puts_by_kind[ABX_N_TYPE_KINDS])(
    struct writer *writer, const struct abx_type *type) = {
    [ABX_TYPE_VOID] = put_void,       [ABX_TYPE_BOOL] = put_bool,
    [ABX_TYPE_CHAR] = put_char,       [ABX_TYPE_INT] = put_int,
    [ABX_TYPE_FLOAT] = put_float,     [ABX_TYPE_COMPLEX] = put_complex,
    [ABX_TYPE_VA_LIST] = put_va_list, [ABX_TYPE_POINTER] = put_pointer,
    [ABX_TYPE_ARRAY] = put_array,     [ABX_TYPE_FUNCTION] = put_function,
    [ABX_TYPE_STRUCT] = put_record,   [ABX_TYPE_UNION] = put_record,
    [ABX_TYPE_ENUM] = put_enum,       [ABX_TYPE_TYPEDEF] = put_typedef,
};

static const char *put_type(struct writer *writer, const struct abx_type *type)
{
    const char *reason;

    if (writer->depth == DEPTH_MAX)
        return "its type is nested too deep";
    writer->depth++;
    reason = puts_by_kind[abx_type_kind(type)](writer, type);
    writer->depth--;
    return reason;
}

const char *export_ctypes_put(struct export *export, struct abx_buffer *out,
                              const struct abx_type *type)
{
    struct writer writer = {.export = export, .out = out};

    return put_type(&writer, type);
}
