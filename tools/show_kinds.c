/**
 * How each kind of declaration is shown but for functions: as the C that would declare
 * it, with what C does not say in comments.
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "runtime/cdecl.h"
#include "tools/kinds.h"
#include "tools/layout.h"
#include "tools/show.h"
#include "tools/value_text.h"

const char *abx_entry_rest(const struct abx_entry *entry, size_t *sizep)
{
    const char *end = entry->text + entry->text_size;
    const char *rest = entry->name + entry->name_size;

    if (rest < end)
        rest++;
    *sizep = (size_t)(end - rest);
    return rest;
}

/* Finds a type by its notation of @size bytes. */
static int find_type(struct abx_show *show, const char *notation, size_t size,
                     const struct abx_type **typep)
{
    struct abx_buffer text = {0};
    int status;

    abx_buffer_put(&text, notation, size);
    status = text.failed ? ABX_NO_MEMORY
                         : abx_table_find_type(show->table, abx_buffer_text(&text), typep,
                                               &show->err);
    abx_buffer_finish(&text);
    return status;
}

static void put_json_rest(struct abx_show *show, const char *key,
                          const struct abx_entry *entry)
{
    size_t size;
    const char *rest = abx_entry_rest(entry, &size);

    abx_json_bytes(show->json, key, rest, size);
}

/* ---- names for other names */

int abx_show_alias(struct abx_show *show, const struct abx_entry *entry, const char *name)
{
    size_t size;
    const char *rest = abx_entry_rest(entry, &size);

    if (show->is_json)
        put_json_rest(show, "target", entry);
    else
        abx_buffer_printf(show->out, "#define %s %.*s\n", name, (int)size, rest);
    return ABX_OK;
}

int abx_show_omit(struct abx_show *show, const struct abx_entry *entry, const char *name)
{
    size_t size;
    const char *rest = abx_entry_rest(entry, &size);

    if (show->is_json)
        put_json_rest(show, "reason", entry);
    else
        abx_buffer_printf(show->out, "/* %s is left out: %.*s */\n", name, (int)size,
                          rest);
    return ABX_OK;
}

/* "PATH TYPE{; TYPE}" */
int abx_show_member(struct abx_show *show, const struct abx_entry *entry,
                    const char *name)
{
    size_t size;
    const char *rest = abx_entry_rest(entry, &size);
    const char *space = memchr(rest, ' ', size);
    size_t path_size = space ? (size_t)(space - rest) : size;

    if (show->is_json) {
        abx_json_bytes(show->json, "path", rest, path_size);
        abx_json_bytes(show->json, "of", rest + path_size + (space != NULL),
                       size - path_size - (space != NULL));
        return ABX_OK;
    }
    abx_buffer_printf(show->out, "#define %s %.*s", name, (int)path_size, rest);
    if (space)
        abx_buffer_printf(show->out, " /* member of %.*s */", (int)(size - path_size - 1),
                          space + 1);
    abx_buffer_putc(show->out, '\n');
    return ABX_OK;
}

/* ---- constants and variables */

/* The numbers that C has no decimal literal for. */
static bool put_unusual(struct abx_buffer *out, const struct abx_value *value)
{
    bool is_long = value->kind == ABX_VALUE_LONG_DOUBLE;
    long double number = is_long ? value->ld : (long double)value->f;
    size_t size = abx_type_size(value->type);

    if (value->kind == ABX_VALUE_INT && size <= 8 && value->i == INT64_MIN) {
        abx_buffer_puts(out, "(-9223372036854775807 - 1)");
        return true;
    }
    if (value->kind == ABX_VALUE_INT && size == 4 && value->i == INT32_MIN) {
        abx_buffer_puts(out, "(-2147483647 - 1)");
        return true;
    }
    if ((!is_long && value->kind != ABX_VALUE_FLOAT) || isfinite(number))
        return false;
    if (isnan(number))
        abx_buffer_puts(out, "NAN");
    else
        abx_buffer_puts(out, number < 0 ? "(-INFINITY)" : "INFINITY");
    return true;
}

static void put_address(struct abx_show *show, const struct abx_value *value)
{
    abx_buffer_puts(show->out, "((");
    abx_cdecl_put(show->out, show->table, value->type, "");
    abx_buffer_puts(show->out, ")");
    if (value->kind != ABX_VALUE_POINTER || value->p)
        abx_value_put(show->out, show->table, value, 0);
    else
        abx_buffer_putc(show->out, '0'); /* NULL may be what is defined here */
    abx_buffer_puts(show->out, ")\n");
}

static void put_constant(struct abx_show *show, const char *name,
                         const struct abx_value *value)
{
    bool is_wide = abx_type_size(value->type) > 8;
    bool is_int = value->kind == ABX_VALUE_INT;
    bool is_negative = is_int && (is_wide ? (int64_t)value->wide[1] < 0 : value->i < 0);
    bool has_hex = !is_wide && (is_int ? value->i > 9
                                       : value->kind == ABX_VALUE_UINT && value->u > 9);

    abx_buffer_printf(show->out, "#define %s ", name);
    if (abx_value_is_address(value)) {
        put_address(show, value);
        return;
    }
    if (!put_unusual(show->out, value)) {
        abx_buffer_puts(show->out, is_negative ? "(" : "");
        abx_value_put(show->out, show->table, value, 0);
        abx_buffer_puts(show->out, is_negative ? ")" : "");
    }
    abx_buffer_puts(show->out, " /* ");
    abx_cdecl_put(show->out, show->table, value->type, "");
    if (has_hex)
        abx_buffer_printf(show->out, ", 0x%" PRIx64, value->u);
    abx_buffer_puts(show->out, " */\n");
}

int abx_show_constant(struct abx_show *show, const struct abx_entry *entry,
                      const char *name)
{
    struct abx_value value = {0};
    int status = abx_table_find_constant(show->table, name, &value, &show->err);

    (void)entry;
    if (status != ABX_OK)
        return status;
    if (show->is_json) {
        abx_type_put_json(show->json, "type", value.type);
        abx_value_put_json(show->json, "value", show->table, &value);
    } else {
        put_constant(show, name, &value);
    }
    return ABX_OK;
}

static void put_variable(struct abx_show *show, const struct abx_variable *variable,
                         const char *name)
{
    const char *deprecated = abx_variable_find_attribute(variable, "deprecated");
    const char *library = abx_variable_library(variable);

    abx_buffer_puts(show->out, "extern ");
    abx_cdecl_put(show->out, show->table, abx_variable_type(variable), name);
    abx_buffer_printf(show->out, "; /* symbol %s%s%s", abx_variable_symbol(variable),
                      library ? " in " : "", library ? library : "");
    if (deprecated)
        abx_buffer_printf(show->out, "; deprecated%s%s", *deprecated ? ": " : "",
                          deprecated);
    abx_buffer_puts(show->out, " */\n");
}

int abx_show_variable(struct abx_show *show, const struct abx_entry *entry,
                      const char *name)
{
    const struct abx_variable *variable;
    int status =
        abx_table_find_variable_declaration(show->table, name, &variable, &show->err);

    (void)entry;
    if (status != ABX_OK)
        return status;
    if (!show->is_json) {
        put_variable(show, variable, name);
        return ABX_OK;
    }
    abx_type_put_json(show->json, "type", abx_variable_type(variable));
    abx_json_string(show->json, "symbol", abx_variable_symbol(variable));
    abx_json_string(show->json, "library", abx_variable_library(variable));
    abx_json_string(show->json, "deprecated",
                    abx_variable_find_attribute(variable, "deprecated"));
    return ABX_OK;
}

/* ---- types */

static int find_tagged(struct abx_show *show, const struct abx_entry *entry,
                       const char *name, const struct abx_type **typep)
{
    struct abx_buffer tagged = {0};
    int status;

    abx_buffer_printf(&tagged, "%s %s", abx_kind_words(entry->kind)->word, name);
    status = find_type(show, abx_buffer_text(&tagged), tagged.size, typep);
    abx_buffer_finish(&tagged);
    return status;
}

int abx_show_record(struct abx_show *show, const struct abx_entry *entry,
                    const char *name)
{
    const char *word = abx_kind_words(entry->kind)->word;
    struct abx_buffer head = {0};
    const struct abx_type *type;
    int status = find_tagged(show, entry, name, &type);

    if (status != ABX_OK)
        return status;
    if (show->is_json) {
        abx_layout_put_json(show->json, show->table, type);
    } else if (!abx_type_is_complete(type)) {
        abx_buffer_printf(show->out, "%s %s; /* declared, never defined */\n", word,
                          name);
    } else {
        abx_buffer_printf(&head, "%s %s", word, name);
        abx_layout_put(show->out, show->table, type, abx_buffer_text(&head), "");
    }
    abx_buffer_finish(&head);
    return ABX_OK;
}

/* Enumerators with their values, as lines of C or as an object of JSON. */
static int put_enumerators(struct abx_show *show, const struct abx_type *type)
{
    struct abx_value value;
    const char *name;
    int status;
    size_t i;

    for (i = 0; (name = abx_type_enumerator(type, i)) != NULL; i++) {
        value = (struct abx_value){0};
        status = abx_table_find_constant(show->table, name, &value, &show->err);
        if (status != ABX_OK)
            return status;
        if (show->is_json) {
            abx_value_put_json(show->json, name, show->table, &value);
            continue;
        }
        abx_buffer_printf(show->out, "    %s = ", name);
        abx_value_put(show->out, show->table, &value, 0);
        abx_buffer_puts(show->out, ",\n");
    }
    return ABX_OK;
}

static int put_enum(struct abx_show *show, const struct abx_type *type, const char *head,
                    const char *tail)
{
    const struct abx_type *carrier;
    int status = abx_type_find_target(show->table, type, &carrier, &show->err);

    if (status != ABX_OK)
        return status;
    if (show->is_json) {
        abx_type_put_json(show->json, "type", carrier);
        abx_json_begin_object(show->json, "enumerators");
        status = put_enumerators(show, type);
        abx_json_end_object(show->json);
        return status;
    }
    abx_buffer_printf(show->out, "%s {\n", head);
    status = put_enumerators(show, type);
    abx_buffer_puts(show->out, "\n    /* ");
    abx_cdecl_put(show->out, show->table, carrier, "");
    abx_buffer_printf(show->out, ", size: %zu, align: %zu */\n}%s;\n",
                      abx_type_size(type), abx_type_align(type), tail);
    return status;
}

int abx_show_enum(struct abx_show *show, const struct abx_entry *entry, const char *name)
{
    struct abx_buffer head = {0};
    const struct abx_type *type;
    int status = find_tagged(show, entry, name, &type);

    if (status == ABX_OK) {
        abx_buffer_printf(&head, "enum %s", name);
        status = put_enum(show, type, abx_buffer_text(&head), "");
    }
    abx_buffer_finish(&head);
    return status;
}

static bool is_record(const struct abx_type *type)
{
    return abx_type_kind(type) == ABX_TYPE_STRUCT ||
           abx_type_kind(type) == ABX_TYPE_UNION;
}

static void put_typedef_line(struct abx_show *show, const struct abx_type *type,
                             const struct abx_type *target, const char *name)
{
    abx_buffer_puts(show->out, "typedef ");
    abx_cdecl_put(show->out, show->table, target, name);
    abx_buffer_putc(show->out, ';');
    if (abx_type_is_complete(type) && abx_type_size(type) > 0)
        abx_buffer_printf(show->out, " /* size: %zu, align: %zu%s */",
                          abx_type_size(type), abx_type_align(type),
                          abx_type_is_transparent(type) ? ", transparent union" : "");
    abx_buffer_putc(show->out, '\n');
}

/* The definition of an unnamed type whose name is a typedef. */
static int put_typedef_body(struct abx_show *show, const struct abx_type *target,
                            const char *name)
{
    bool is_enum = abx_type_kind(target) == ABX_TYPE_ENUM;
    struct abx_buffer head = {0};
    struct abx_buffer tail = {0};
    int status = ABX_OK;

    abx_buffer_printf(&head, "typedef %s", is_enum ? "enum" : abx_record_word(target));
    abx_buffer_printf(&tail, " %s", name);
    if (is_enum)
        status = put_enum(show, target, abx_buffer_text(&head), abx_buffer_text(&tail));
    else
        abx_layout_put(show->out, show->table, target, abx_buffer_text(&head),
                       abx_buffer_text(&tail));
    abx_buffer_finish(&head);
    abx_buffer_finish(&tail);
    return status;
}

static void put_typedef_json(struct abx_show *show, const struct abx_type *type,
                             const struct abx_type *target)
{
    abx_type_put_json(show->json, "type", target);
    if (is_record(target) && !abx_type_name(target)) {
        abx_layout_put_json(show->json, show->table, target);
        return;
    }
    abx_json_uint(show->json, "size", abx_type_size(type));
    abx_json_uint(show->json, "align", abx_type_align(type));
    if (abx_type_is_transparent(type))
        abx_json_bool(show->json, "transparent_union", true);
}

int abx_show_typedef(struct abx_show *show, const struct abx_entry *entry,
                     const char *name)
{
    const struct abx_type *type;
    const struct abx_type *target;
    int status = find_type(show, entry->name, entry->name_size, &type);

    if (status == ABX_OK)
        status = abx_type_find_target(show->table, type, &target, &show->err);
    if (status != ABX_OK)
        return status;
    if (show->is_json)
        put_typedef_json(show, type, target);
    else if ((is_record(target) || abx_type_kind(target) == ABX_TYPE_ENUM) &&
             !abx_type_name(target))
        return put_typedef_body(show, target, name);
    else
        put_typedef_line(show, type, target, name);
    return ABX_OK;
}
