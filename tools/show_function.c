/**
 * How a function is shown: its prototype, and in comments what a caller needs besides.
 */
#include "runtime/cdecl.h"
#include "runtime/contract_text.h"
#include "tools/attribute_text.h"
#include "tools/contract_json.h"
#include "tools/layout.h"
#include "tools/show.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* static=2:4 */
static void put_least(struct abx_buffer *out, const struct abx_function *function)
{
    const char *at = abx_function_find_attribute(function, "static");
    char number[24];

    while (at && *at) {
        size_t index = strtoul(at, NULL, 10) - 1;
        size_t size = strcspn(at, ":") + 1;

        abx_buffer_printf(out, "    /* %s: at least %.*s elements */\n",
                          abx_parameter_label(function, index, number, sizeof(number)),
                          (int)strcspn(at + size, ","), at + size);
        at += strcspn(at, ",");
        at += *at == ',';
    }
}

static void put_attributes(struct abx_buffer *out, const struct abx_function *function)
{
    struct abx_buffer list = {0};

    abx_attributes_put_c(&list, function);
    if (list.size)
        abx_buffer_printf(out, "    /* attributes: %s */\n", abx_buffer_text(&list));
    out->failed |= list.failed;
    abx_buffer_finish(&list);
}

static void put_text(struct abx_show *show, const struct abx_function *function)
{
    const struct abx_contract *contract = abx_function_contract(function);
    const char *library = abx_function_library(function);
    const char *obstacle = abx_function_obstacle(function);

    abx_cdecl_put(show->out, show->table, abx_function_type(function),
                  abx_function_name(function));
    abx_buffer_printf(show->out, ";\n    /* symbol %s%s%s */\n",
                      abx_function_symbol(function), library ? " in " : "",
                      library ? library : "");
    if (abx_function_is_noreturn(function))
        abx_buffer_puts(show->out, "    /* never returns */\n");
    if (obstacle)
        abx_buffer_printf(show->out, "    /* cannot be called: %s */\n", obstacle);
    abx_nonnull_put(show->out, function, "    /* not NULL: ", " */\n");
    put_least(show->out, function);
    put_attributes(show->out, function);
    if (!contract->when)
        return;
    abx_buffer_puts(show->out, "    /* fails: ");
    abx_contract_put_line(show->out, contract);
    abx_buffer_puts(show->out, " */\n");
}

static void put_parameters_json(struct abx_json *json,
                                const struct abx_function *function)
{
    const struct abx_type *type = abx_function_type(function);
    const struct abx_type *parameter;
    const char *name;
    size_t i;

    abx_json_begin_array(json, "parameters");
    for (i = 0; abx_type_parameter(type, i, &name, &parameter) == ABX_OK; i++) {
        abx_json_begin_object(json, NULL);
        abx_json_string(json, "name", name);
        abx_type_put_json(json, "type", parameter);
        abx_json_bool(json, "nonnull", abx_function_is_nonnull(function, i));
        abx_json_end_object(json);
    }
    abx_json_end_array(json);
    abx_json_bool(json, "variadic", abx_type_is_variadic(type));
}

static void put_json(struct abx_show *show, const struct abx_function *function)
{
    struct abx_buffer declaration = {0};
    const struct abx_type *result = NULL;

    abx_cdecl_put(&declaration, show->table, abx_function_type(function),
                  abx_function_name(function));
    abx_json_string(show->json, "declaration", abx_buffer_text(&declaration));
    abx_buffer_finish(&declaration);
    if (abx_type_find_target(show->table, abx_function_type(function), &result, NULL) ==
        ABX_OK)
        abx_type_put_json(show->json, "result", result);
    put_parameters_json(show->json, function);
    abx_json_string(show->json, "symbol", abx_function_symbol(function));
    abx_json_string(show->json, "library", abx_function_library(function));
    abx_json_string(show->json, "convention",
                    abx_type_convention(abx_function_type(function)));
    abx_json_bool(show->json, "noreturn", abx_function_is_noreturn(function));
    abx_attributes_put_json(show->json, "attributes", function);
    abx_json_string(show->json, "obstacle", abx_function_obstacle(function));
    abx_contract_put_json(show->json, "contract", abx_function_contract(function));
}

int abx_show_function(struct abx_show *show, const struct abx_entry *entry,
                      const char *name)
{
    struct abx_function *function;
    int status = abx_table_find_declaration(show->table, name, &function, &show->err);

    (void)entry;
    if (status != ABX_OK)
        return status;
    if (show->is_json)
        put_json(show, function);
    else
        put_text(show, function);
    return ABX_OK;
}
