/**
 * Stubs for checkers of Python's types: what a library looks like through the package
 * abidex, whose attributes come from the table and are written down nowhere else.
 */
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "tools/export.h"

/* Names of the module are C's, and may be any: ours begin with an underscore. */
static const char head[] =
    "from typing import Any as _Any, Callable as _Callable, Final as _Final\n"
    "from typing import Mapping as _Mapping, Sequence as _Sequence\n"
    "from typing import SupportsFloat as _SupportsFloat, SupportsIndex as _Int\n"
    "from typing import overload as _overload\n"
    "from _typeshed import ReadableBuffer as _Readable, WriteableBuffer as _Writable\n"
    "from os import PathLike as _PathLike\n"
    "from builtins import str as _str, bytes as _bytes, complex as _complex\n"
    "from abidex import Callback as _Callback, Function as _Function\n"
    "from abidex import Memory as _Memory, Names as _Names, Out as _Out\n"
    "from abidex import Pointer as _Pointer, Type as _Type\n\n"
    "_Float = _SupportsFloat | _Int\n"
    "_Complex = _complex | float\n"
    "_Record = _Memory | _Mapping[_str, _Any] | _Sequence[_Any]\n"
    "_Address = _Memory | _Pointer\n"
    "_Text = _str | _Readable | _Address\n"
    "_Path = _Text | _PathLike[_str] | _PathLike[_bytes]\n"
    "_Const = _Readable | _Record | _Pointer\n"
    "_Data = _Writable | _Address\n"
    "_Code = _Callback | _Function | _Pointer\n";

/* What the table has besides names of C. */
static const char *const mappings[][2] = {
    {"constants", "_Any"},
    {"functions", "_Function"},
    {"types", "_Type"},
    {"variables", "_Memory"},
};

struct writer {
    struct export *export;
    struct abx_map names; /* that the module has by now */
};

/* ---- functions */

/* Whether `out` may stand for some argument: then there are further results. */
static bool has_result(struct export *export, const struct abx_type *type)
{
    const struct abx_type *parameter;
    const char *name;
    size_t i;

    for (i = 0; abx_type_parameter(type, i, &name, &parameter) == ABX_OK; i++)
        if (export_stubs_is_out(export, parameter))
            return true;
    return false;
}

/* Whether arguments can be given by name: each has one, which is none of Python's. */
static bool has_names(const struct abx_type *type)
{
    const struct abx_type *parameter;
    const char *name;
    size_t i;

    for (i = 0; abx_type_parameter(type, i, &name, &parameter) == ABX_OK; i++)
        if (!name || !*name || export_python_is_keyword(name))
            return false;
    return true;
}

static void put_parameters(struct export *export, const struct abx_function *function,
                           bool has_out)
{
    const struct abx_type *type = abx_function_type(function);
    const struct abx_type *parameter;
    const char *name;
    size_t i;

    for (i = 0; abx_type_parameter(type, i, &name, &parameter) == ABX_OK; i++) {
        abx_buffer_puts(export->out, i > 0 ? ", " : "");
        if (name && *name)
            abx_buffer_printf(export->out, "%s%s: ", name,
                              export_python_is_keyword(name) ? "_" : "");
        else
            abx_buffer_printf(export->out, "argument%zu: ", i + 1);
        export_stubs_put_taken(export, parameter, abx_function_is_nonnull(function, i),
                               has_out);
    }
    if (!has_names(type))
        abx_buffer_puts(export->out, ", /");
    if (abx_type_is_variadic(type) || !abx_type_has_prototype(type))
        abx_buffer_printf(export->out, "%s*_arguments: _Any", i > 0 ? ", " : "");
}

/* A result that would be NULL where the function fails is never None: it raises. */
static void put_result(struct export *export, const struct abx_function *function)
{
    const struct abx_type *result = export_target(export, abx_function_type(function));
    const struct abx_contract *contract = abx_function_contract(function);
    const struct abx_type *target = result ? export_stubs_target(export, result) : NULL;
    bool is_owned;

    if (!result)
        return;
    if (!target) {
        export_stubs_put_given(export, result);
        return;
    }
    is_owned = abx_function_find_attribute(function, "malloc") != NULL;
    abx_buffer_puts(export->out, export_stubs_pointer(export, target, is_owned));
    if (!contract->when || strcmp(contract->when, "NULL") != 0 || contract->clears)
        abx_buffer_puts(export->out, " | None");
}

/* What there is to read where a name is shown. */
static void put_declaration(struct export *export, const struct export_item *item)
{
    size_t size = abx_type_declare(export->table, item->type, item->name, NULL, 0) + 1;
    char *text = malloc(size);

    if (text) {
        abx_type_declare(export->table, item->type, item->name, text, size);
        export_python_put_string(export->out, text);
    }
    export->is_out_of_memory |= !text;
    free(text);
    abx_buffer_putc(export->out, '\n');
}

static void put_function(struct export *export, const struct export_item *item,
                         const char *name)
{
    bool has_out = has_result(export, item->type);

    if (has_out)
        abx_buffer_puts(export->out, "@_overload\n");
    abx_buffer_printf(export->out, "def %s(", name);
    put_parameters(export, item->function, false);
    abx_buffer_puts(export->out, ") -> ");
    put_result(export, item->function);
    abx_buffer_puts(export->out, ": ");
    put_declaration(export, item);
    if (!has_out)
        return;
    abx_buffer_printf(export->out, "@_overload\ndef %s(", name);
    put_parameters(export, item->function, true);
    abx_buffer_puts(export->out, ") -> _Any: ...\n");
}

/* ---- constants and variables */

static bool is_text(struct export *export, const struct abx_type *type)
{
    const struct abx_type *element = export_target(export, type);

    return element && abx_type_size(element) == 1;
}

static void put_constant(struct export *export, const struct export_item *item,
                         const char *name)
{
    const struct abx_type *type = abx_type_strip(item->type);
    const char *value = export_value(export, item);

    abx_buffer_printf(export->out, "%s: _Final", name);
    if (abx_type_kind(type) == ABX_TYPE_INT) {
        abx_buffer_printf(export->out, " = %s\n", value);
        return;
    }
    abx_buffer_putc(export->out, '[');
    if (abx_type_kind(type) == ABX_TYPE_POINTER)
        abx_buffer_puts(export->out, strcmp(value, "0x0") == 0 ? "None" : "_Pointer");
    else if (abx_type_kind(type) == ABX_TYPE_ARRAY)
        abx_buffer_puts(export->out, is_text(export, type) ? "_str" : "_Any");
    else
        export_stubs_put_given(export, type);
    abx_buffer_puts(export->out, "]\n");
}

static void put_variable(struct export *export, const struct export_item *item,
                         const char *name)
{
    abx_buffer_printf(export->out, "%s: ", name);
    export_stubs_put_given(export, item->type);
    abx_buffer_putc(export->out, '\n');
}

/* ---- the module */

static void (*const puts_by_kind[ABX_N_KINDS])(struct export *export,
                                               const struct export_item *item,
                                               const char *name) = {
    [ABX_KIND_CONST] = put_constant,
    [ABX_KIND_FN] = put_function,
    [ABX_KIND_VAR] = put_variable,
};

/* A name is what the package finds first: a function, a constant, then a variable. */
static void put_items(struct writer *writer, enum abx_kind kind)
{
    struct export *export = writer->export;
    size_t i;

    for (i = 0; i < export->all.n_items; i++) {
        const char *name = export->all.items[i]->name;
        const struct export_item *item = export->all.items[i];

        if (item->kind == ABX_KIND_ALIAS)
            item = export_symbol(export, item);
        if (!item || item->kind != kind || !item->type ||
            export_python_is_keyword(name) ||
            abx_map_find(&writer->names, name, strlen(name)))
            continue;
        if (abx_map_set(&writer->names, name, strlen(name), export->all.items[i]) < 0)
            export->is_out_of_memory = true;
        puts_by_kind[kind](export, item, name);
    }
}

void export_stubs(struct export *export)
{
    static const enum abx_kind kinds[] = {ABX_KIND_FN, ABX_KIND_CONST, ABX_KIND_VAR};
    struct writer writer = {.export = export};
    const char *platform = abx_table_property(export->table, "platform", 0);
    size_t i;

    abx_buffer_printf(
        export->out,
        "\"\"\"The names of a table, for %s.\n\n"
        "Made by abidex export from a table: not to be edited.\n\"\"\"\n%s\n",
        platform ? platform : "", head);
    for (i = 0; i < sizeof(mappings) / sizeof(*mappings); i++) {
        const char *name = mappings[i][0];

        if (abx_map_set(&writer.names, name, strlen(name), export) < 0)
            export->is_out_of_memory = true;
        abx_buffer_printf(export->out, "%s: _Names[%s]\n", name, mappings[i][1]);
    }
    for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
        put_items(&writer, kinds[i]);
    abx_map_finish(&writer.names);
}
