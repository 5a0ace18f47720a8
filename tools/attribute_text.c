/**
 * Attributes as people know them from headers. The table's lists are taken apart here:
 * C says `malloc (free, 1)` once for each function that takes the memory back.
 */
#include "tools/attribute_text.h"

#include <string.h>

#include "tools/value_text.h"

/* How the items of a list become arguments of a C attribute. */
struct c_form {
    const char *name; /* in the table */
    const char *word; /* in C; NULL: it has a sentence of its own */
    bool is_repeated; /* each item is an attribute of its own */
};

static const struct c_form c_forms[] = {
    {"nonnull", NULL, false},         {"static", NULL, false},
    {"callback", "calls_back", true}, {"buffer", "buffer", true},
    {"array", "array", true},         {"noreturn", NULL, false},
    {"returns_twice", NULL, false},   {"dealloc", "malloc", true},
    {"format", "format", true},       {"format_arg", "format_arg", true},
    {"refused", NULL, false},         {"untold", NULL, false},
};

static struct c_form find_form(const char *name)
{
    size_t i;

    for (i = 0; i < sizeof(c_forms) / sizeof(*c_forms); i++)
        if (strcmp(c_forms[i].name, name) == 0)
            return c_forms[i];
    return (struct c_form){name, name, false};
}

/* "free:1" as "free, 1" */
static void put_arguments(struct abx_buffer *out, const char *text, size_t size)
{
    size_t i;

    for (i = 0; i < size; i++) {
        if (text[i] == ':' || text[i] == ',')
            abx_buffer_puts(out, ", ");
        else
            abx_buffer_putc(out, text[i]);
    }
}

static void put_attribute(struct abx_buffer *out, const struct c_form *form,
                          const char *value, const char **separatorp)
{
    do {
        size_t size = form->is_repeated ? strcspn(value, ",") : strlen(value);

        abx_buffer_printf(out, "%s%s", *separatorp, form->word);
        *separatorp = ", ";
        if (strcmp(form->name, "deprecated") == 0 && *value) {
            abx_buffer_puts(out, " (");
            abx_text_put_quoted(out, value, strlen(value));
            abx_buffer_putc(out, ')');
        } else if (*value) {
            abx_buffer_puts(out, " (");
            put_arguments(out, value, size);
            abx_buffer_putc(out, ')');
        }
        value += size;
        value += *value == ',';
    } while (form->is_repeated && *value);
}

void abx_attributes_put_c(struct abx_buffer *out, const struct abx_function *function)
{
    const char *separator = "";
    struct abx_attribute attribute;
    size_t i;

    for (i = 0; abx_function_attribute(function, i, &attribute) == ABX_OK; i++) {
        struct c_form form = find_form(attribute.name);

        if (form.word)
            put_attribute(out, &form, attribute.value, &separator);
    }
}

/* ---- JSON */

void abx_attributes_put_json(struct abx_json *json, const char *key,
                             const struct abx_function *function)
{
    struct abx_attribute attribute;
    size_t i;

    abx_json_begin_object(json, key);
    for (i = 0; abx_function_attribute(function, i, &attribute) == ABX_OK; i++) {
        if (*attribute.value)
            abx_json_bytes(json, attribute.name, attribute.value,
                           strlen(attribute.value));
        else
            abx_json_bool(json, attribute.name, true);
    }
    abx_json_end_object(json);
}
