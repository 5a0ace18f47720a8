/**
 * A module for LuaJIT. Its ffi library takes attributes, so that a layout which the rules
 * of C do not give is said as it is: packed, every byte accounted for, and aligned.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tools/export.h"
#include "tools/kinds.h"

/* Where another number follows, an integer of 64 bits needs its mark. */
enum { SMALL_MAX = 4 };

static const struct export_rules rules = {
    .language = "LuaJIT",
    .find_reason = export_c_reason,
    .unit_max = 4,
    .is_aligned = true,
    .has_empty = true,
};

static void put_string(struct abx_buffer *out, const char *text)
{
    export_python_put_string(out, text); /* the two agree in all that can stand there */
}

static const char *property(const struct export *export, const char *key)
{
    const char *value = abx_table_property(export->table, key, 0);

    return value ? value : "";
}

/* The C library is told by a function that glibc has and no other. */
static const char *system_head(const struct export *export)
{
    enum export_system system = export_system(export);

    return system != EXPORT_GLIBC && system != EXPORT_MUSL
               ? ""
               : "ffi.cdef(\"const char *gnu_get_libc_version(void);\")\n"
                 "local is_glibc = pcall(function() return "
                 "ffi.C.gnu_get_libc_version end)\n\n";
}

static const char *system_check(const struct export *export)
{
    static const char *const checks[] = {
        [EXPORT_OTHER] = "",
        [EXPORT_GLIBC] = " and\n        ffi.os == \"Linux\" and is_glibc",
        [EXPORT_MUSL] = " and\n        ffi.os == \"Linux\" and not is_glibc",
        [EXPORT_WINDOWS] = " and\n        ffi.os == \"Windows\"",
    };

    return checks[export_system(export)];
}

static void put_head(struct export *export)
{
    bool is_small = strcmp(property(export, "model"), "ILP32") == 0;
    bool is_little = strcmp(property(export, "order"), "little") == 0;
    const char *machine = export_machine(export, true);

    abx_buffer_printf(export->out,
                      "-- A module for LuaJIT, for %s (%s, %s-endian).\n"
                      "-- Made by abidex export from a table: not to be edited.\n"
                      "local ffi = require(\"ffi\")\n\n"
                      "%s"
                      "if not (ffi.abi(\"%s\") and ffi.abi(\"%s\")%s%s%s%s) then\n"
                      "    error(\"this module is for %s\")\n"
                      "end\n\n",
                      property(export, "platform"), property(export, "model"),
                      property(export, "order"), system_head(export),
                      is_small ? "32bit" : "64bit", is_little ? "le" : "be",
                      machine ? " and ffi.arch == \"" : "", machine ? machine : "",
                      machine ? "\"" : "", system_check(export),
                      property(export, "platform"));
}

/* ---- declarations */

static void put_types(struct export *export)
{
    size_t i;

    abx_buffer_puts(export->out, "ffi.cdef[==[\n");
    export_c_put_tags(export);
    for (i = 0; i < export->types.n_items; i++)
        export_c_put_type(export, export->types.items[i], true);
    abx_buffer_puts(export->out, "]==]\n");
}

static void put_symbols(struct export *export)
{
    const struct export_item *item;
    const char *symbol;
    const char *name;
    size_t i;

    abx_buffer_puts(export->out, "\nffi.cdef[==[\n");
    for (i = 0; i < export->all.n_items; i++) {
        item = export_symbol(export, export->all.items[i]);
        if (!item)
            continue;
        name = export->all.items[i]->name;
        export_library(export, item, &symbol);
        abx_buffer_puts(export->out, item->kind == ABX_KIND_VAR ? "extern " : "");
        export_c_put(export, item->type, name);
        if (strcmp(symbol, name) != 0)
            abx_buffer_printf(export->out, " __asm__(\"%s\")", symbol);
        abx_buffer_puts(export->out, ";\n");
    }
    abx_buffer_puts(export->out, "]==]\n");
}

static void put_libraries(struct export *export)
{
    const struct export_item *item;
    const char *library;
    const char *symbol;
    size_t number;
    size_t i;

    abx_buffer_puts(export->out, "\nlocal libraries = {");
    for (i = 0; (library = abx_table_property(export->table, "library", i)); i++) {
        abx_buffer_puts(export->out, i ? ", " : "");
        put_string(export->out, library);
    }
    abx_buffer_puts(export->out, "}\nlocal where = {\n");
    for (i = 0; i < export->all.n_items; i++) {
        item = export_symbol(export, export->all.items[i]);
        number = item ? export_library(export, item, &symbol) : 0;
        if (number == 0)
            continue;
        abx_buffer_puts(export->out, "    [");
        put_string(export->out, export->all.items[i]->name);
        abx_buffer_printf(export->out, "] = %zu,\n", number + 1);
    }
    abx_buffer_puts(export->out, "}\n");
}

/* ---- constants */

static unsigned long hex(const char *digits)
{
    char text[3] = {digits[0], digits[1], '\0'};

    return strtoul(text, NULL, 16);
}

/* Each unit of a wide string, in a table. */
static void put_units(struct abx_buffer *out, const char *value)
{
    unsigned long unit;

    abx_buffer_putc(out, '{');
    for (value++; *value && value[1]; value++) {
        unit = (unsigned char)*value;
        if (strncmp(value, "\\u{", 3) == 0) {
            unit = strtoul(value + 3, NULL, 16);
            value = strchr(value, '}');
        } else if (strncmp(value, "\\x", 2) == 0) {
            unit = hex(value + 2);
            value += 3;
        } else if (*value == '\\') {
            unit = (unsigned char)*++value;
        }
        abx_buffer_printf(out, "%lu, ", unit);
    }
    abx_buffer_puts(out, "0}");
}

static void put_integer(struct abx_buffer *out, const struct abx_type *type,
                        const char *value)
{
    bool is_least = strcmp(value, "-9223372036854775808") == 0;

    if (abx_type_size(type) <= SMALL_MAX)
        abx_buffer_puts(out, value);
    else if (is_least)
        abx_buffer_puts(out, "-9223372036854775807LL - 1LL");
    else
        abx_buffer_printf(out, "%s%s", value, abx_type_is_signed(type) ? "LL" : "ULL");
}

static void put_float(struct abx_buffer *out, const char *value)
{
    if (strcmp(value, "inf") == 0)
        abx_buffer_puts(out, "math.huge");
    else if (strcmp(value, "-inf") == 0)
        abx_buffer_puts(out, "-math.huge");
    else if (strcmp(value, "nan") == 0)
        abx_buffer_puts(out, "0/0");
    else
        abx_buffer_puts(out, value);
}

static const char *reason_of_constant(const struct abx_type *type, const char *value)
{
    if (abx_type_kind(type) == ABX_TYPE_FLOAT && !export_is_double(value))
        return "no double holds its value";
    if (abx_type_kind(type) != ABX_TYPE_ARRAY && abx_type_kind(type) != ABX_TYPE_FLOAT &&
        abx_type_size(type) > 8)
        return "LuaJIT has no integers of 128 bits";
    return NULL;
}

static void put_value(struct export *export, const struct abx_type *type,
                      const char *value)
{
    const struct abx_type *element;

    switch (abx_type_kind(type)) {
    case ABX_TYPE_FLOAT:
        put_float(export->out, value);
        break;
    case ABX_TYPE_ARRAY:
        element = export_target(export, type);
        if (element && abx_type_size(element) > 1)
            put_units(export->out, value);
        else
            abx_buffer_puts(export->out, value);
        break;
    case ABX_TYPE_POINTER:
        abx_buffer_printf(export->out, "ffi.cast(\"void *\", %sULL)", value);
        break;
    default:
        put_integer(export->out, type, value);
    }
}

static void put_constants(struct export *export)
{
    size_t i;

    abx_buffer_puts(export->out, "\nlocal constants = {\n");
    for (i = 0; i < export->all.n_items; i++) {
        struct export_item *item = export->all.items[i];
        const struct abx_type *type;
        const char *value;

        if (item->kind != ABX_KIND_CONST)
            continue;
        type = abx_type_strip(item->type);
        value = export_value(export, item);
        item->reason = reason_of_constant(type, value);
        if (item->reason)
            continue;
        abx_buffer_puts(export->out, "    [");
        put_string(export->out, item->name);
        abx_buffer_puts(export->out, "] = ");
        put_value(export, type, value);
        abx_buffer_puts(export->out, ",\n");
    }
    abx_buffer_puts(export->out, "}\n");
}

static void put_left_out(struct export *export)
{
    const struct export_item *item;
    size_t i;

    abx_buffer_puts(export->out, "\nlocal left_out = {\n");
    for (i = 0; i < export->all.n_items; i++) {
        item = export->all.items[i];
        if (!item->reason && item->kind != ABX_KIND_OMIT)
            continue;
        abx_buffer_puts(export->out, "    [");
        put_string(
            export->out,
            export_print(export, "%s %s", abx_kind_words(item->kind)->word, item->name));
        abx_buffer_puts(export->out, "] = ");
        put_string(export->out, item->reason ? item->reason : export_rest(export, item));
        abx_buffer_puts(export->out, ",\n");
    }
    abx_buffer_puts(export->out, "}\n");
}

static const char tail[] =
    "\nlocal opened = {}\n\n"
    "local function open(name)\n"
    "    local number = where[name] or 1\n"
    "    if not opened[number] then\n"
    "        opened[number] = libraries[number] and ffi.load(libraries[number]) or "
    "ffi.C\n"
    "    end\n"
    "    return opened[number]\n"
    "end\n\n"
    "local lib = setmetatable({}, {\n"
    "    __index = function(_, name) return open(name)[name] end,\n"
    "    __newindex = function(_, name, value) open(name)[name] = value end,\n"
    "})\n\n"
    "return {ffi = ffi, lib = lib, constants = constants, left_out = left_out}\n";

void export_luajit(struct export *export)
{
    export_use(export, &rules);
    export_pass(export);
    export_c_plan(export);
    put_head(export);
    put_types(export);
    put_symbols(export);
    put_libraries(export);
    put_constants(export);
    put_left_out(export);
    abx_buffer_puts(export->out, tail);
}
