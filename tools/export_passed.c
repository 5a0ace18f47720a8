/**
 * Functions as they are called. A parameter that is a transparent union is passed as its
 * first member is, so that a language which passes no union needs not know that it is
 * one. Where the members are pointers it becomes one to anything: each of them is good.
 */
#include <stdlib.h>

#include "tools/export.h"

static void put_notation(struct export *export, struct abx_buffer *out,
                         const struct abx_type *type)
{
    size_t size = abx_type_format(type, NULL, 0) + 1;
    char *text = malloc(size);

    if (text) {
        abx_type_format(type, text, size);
        abx_buffer_puts(out, text);
    }
    export->is_out_of_memory |= !text;
    free(text);
}

static void put_passed(struct export *export, struct abx_buffer *out,
                       const struct abx_type *type)
{
    const struct abx_type *target;
    struct abx_member first;

    if (!abx_type_is_transparent(type) || abx_type_member(type, 0, &first) != ABX_OK) {
        put_notation(export, out, type);
        return;
    }
    if (abx_type_kind(abx_type_strip(first.type)) != ABX_TYPE_POINTER) {
        put_notation(export, out, first.type);
        return;
    }
    target = export_target(export, abx_type_strip(first.type));
    abx_buffer_puts(out, target && abx_type_is_const(target) ? "*const void" : "*void");
}

static bool has_transparent(const struct abx_type *type)
{
    const struct abx_type *parameter;
    const char *name;
    size_t i;

    for (i = 0; abx_type_parameter(type, i, &name, &parameter) == ABX_OK; i++)
        if (abx_type_is_transparent(parameter))
            return true;
    return false;
}

/* Of a function with parameters, one of them at least. */
static void put_function(struct export *export, struct abx_buffer *out,
                         const struct abx_type *type)
{
    const struct abx_type *part = export_target(export, type);
    const char *convention = abx_type_convention(type);
    const char *name;
    size_t i;

    abx_buffer_printf(out, "%s%s", convention ? convention : "", convention ? " " : "");
    if (part)
        put_notation(export, out, part);
    for (i = 0; abx_type_parameter(type, i, &name, &part) == ABX_OK; i++) {
        abx_buffer_puts(out, i ? ", " : "(");
        put_passed(export, out, part);
        abx_buffer_printf(out, "%s%s", name ? " " : "", name ? name : "");
    }
    abx_buffer_puts(out, abx_type_is_variadic(type) ? ", ...)" : ")");
}

static void replace(struct export *export, struct export_item *item)
{
    struct abx_buffer text = {0};
    const struct abx_type *type;

    put_function(export, &text, item->type);
    if (text.failed)
        export->is_out_of_memory = true;
    else if (abx_table_find_type(export->table, text.data, &type, NULL) == ABX_OK)
        item->type = type;
    abx_buffer_finish(&text);
}

void export_pass(struct export *export)
{
    size_t i;

    for (i = 0; i < export->all.n_items; i++) {
        struct export_item *item = export->all.items[i];

        if (item->kind == ABX_KIND_FN && item->type && has_transparent(item->type))
            replace(export, item);
    }
}
