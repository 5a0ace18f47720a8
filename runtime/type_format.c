/*
 * Types back to their notation. A table that is printed from what was read must be the
 * same text again, which is how the tests hold the reader to the format.
 */
#include "runtime/type.h"

#include <stdio.h>
#include <string.h>

/* What stands where no parameter list may follow: functions need parentheses. */
static void put_prefixed(const struct abx_type *type, struct abx_buffer *buffer)
{
    bool is_function = type->kind == ABX_TYPE_FUNCTION;

    if (is_function)
        abx_buffer_putc(buffer, '(');
    abx_type_put(type, buffer);
    if (is_function)
        abx_buffer_putc(buffer, ')');
}

static void put_name(const struct abx_type *type, struct abx_buffer *buffer)
{
    abx_buffer_puts(buffer, type->name);
}

static void put_complex(const struct abx_type *type, struct abx_buffer *buffer)
{
    abx_buffer_puts(buffer, "complex ");
    put_prefixed(type->target, buffer);
}

/* The text, not the target: it may be looked up by another thread at this very moment. */
static void put_pointer(const struct abx_type *type, struct abx_buffer *buffer)
{
    abx_buffer_putc(buffer, '*');
    abx_buffer_put(buffer, type->target_text, type->target_text_size);
}

static void put_array(const struct abx_type *type, struct abx_buffer *buffer)
{
    if (type->is_flexible)
        abx_buffer_puts(buffer, "[]");
    else
        abx_buffer_printf(buffer, "[%zu]", type->length);
    put_prefixed(type->target, buffer);
}

static void put_parameters(const struct abx_type *type, struct abx_buffer *buffer)
{
    for (size_t i = 0; i < type->n_parameters; i++) {
        const struct abx_parameter *parameter = &type->parameters[i];

        if (i > 0)
            abx_buffer_puts(buffer, ", ");
        abx_type_put(parameter->type, buffer);
        if (parameter->name != NULL)
            abx_buffer_printf(buffer, " %s", parameter->name);
    }
}

static void put_function(const struct abx_type *type, struct abx_buffer *buffer)
{
    if (type->convention != ABX_CONVENTION_PLATFORM)
        abx_buffer_printf(buffer, "%s ", abx_convention_word(type->convention));
    put_prefixed(type->target, buffer);
    abx_buffer_putc(buffer, '(');
    if (type->has_no_prototype)
        abx_buffer_putc(buffer, '?');
    put_parameters(type, buffer);
    if (type->is_variadic)
        abx_buffer_puts(buffer, type->n_parameters > 0 ? ", ..." : "...");
    abx_buffer_putc(buffer, ')');
}

static void put_member(const struct abx_member *member, struct abx_buffer *buffer)
{
    abx_buffer_printf(buffer, "%zu", member->offset);
    if (member->is_bit_field)
        abx_buffer_printf(buffer, ".%u:%u", member->bit_offset, member->bit_width);
    abx_buffer_putc(buffer, ' ');
    abx_type_put(member->type, buffer);
    if (member->name != NULL)
        abx_buffer_printf(buffer, " %s", member->name);
}

static void put_record(const struct abx_type *type, struct abx_buffer *buffer)
{
    abx_buffer_puts(buffer, type->kind == ABX_TYPE_STRUCT ? "struct " : "union ");
    if (type->name != NULL) {
        abx_buffer_puts(buffer, type->name);
        return;
    }
    if (type->is_transparent)
        abx_buffer_puts(buffer, ABX_TRANSPARENT_UNION " ");
    abx_buffer_printf(buffer, "%zu %zu {", type->size, type->align);
    for (size_t i = 0; i < type->n_members; i++) {
        if (i > 0)
            abx_buffer_puts(buffer, "; ");
        put_member(&type->members[i], buffer);
    }
    abx_buffer_putc(buffer, '}');
}

static void put_enum(const struct abx_type *type, struct abx_buffer *buffer)
{
    abx_buffer_puts(buffer, "enum ");
    if (type->name != NULL) {
        abx_buffer_puts(buffer, type->name);
        return;
    }
    put_prefixed(type->target, buffer);
    abx_buffer_puts(buffer, " {");
    for (size_t i = 0; i < type->n_enumerators; i++)
        abx_buffer_printf(buffer, i > 0 ? " %s" : "%s", type->enumerators[i]);
    abx_buffer_putc(buffer, '}');
}

void abx_type_put(const struct abx_type *type, struct abx_buffer *buffer)
{
    static void (*const puts[ABX_N_TYPE_KINDS])(const struct abx_type *,
                                                struct abx_buffer *) = {
        [ABX_TYPE_VOID] = put_name,     [ABX_TYPE_BOOL] = put_name,
        [ABX_TYPE_CHAR] = put_name,     [ABX_TYPE_INT] = put_name,
        [ABX_TYPE_FLOAT] = put_name,    [ABX_TYPE_COMPLEX] = put_complex,
        [ABX_TYPE_VA_LIST] = put_name,  [ABX_TYPE_POINTER] = put_pointer,
        [ABX_TYPE_ARRAY] = put_array,   [ABX_TYPE_FUNCTION] = put_function,
        [ABX_TYPE_STRUCT] = put_record, [ABX_TYPE_UNION] = put_record,
        [ABX_TYPE_ENUM] = put_enum,     [ABX_TYPE_TYPEDEF] = put_name,
    };

    if (type->is_const)
        abx_buffer_puts(buffer, "const ");
    if (type->is_volatile)
        abx_buffer_puts(buffer, "volatile ");
    if (type->is_atomic)
        abx_buffer_puts(buffer, "atomic ");
    puts[type->kind](type, buffer);
}

size_t abx_type_format(const struct abx_type *type, char *buffer, size_t size)
{
    struct abx_buffer text = {0};
    size_t length;

    abx_type_put(type, &text);
    length = text.failed ? 0 : text.size;
    if (size > 0)
        snprintf(buffer, size, "%s", abx_buffer_text(&text));
    abx_buffer_finish(&text);
    return length;
}

const char *abx_type_label(const struct abx_type *type, char *text, size_t size)
{
    if (abx_type_format(type, text, size) >= size && size > 4)
        memcpy(text + size - 4, "...", 4);
    return text;
}
