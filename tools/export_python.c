/**
 * What modules in Python have in common, whether they use cffi or ctypes: the check of the
 * platform, constants, where symbols are, and what is left out.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tools/export.h"
#include "tools/kinds.h"

enum { DEPTH_MAX = 64 };

void export_python_put_string(struct abx_buffer *out, const char *text)
{
    abx_buffer_putc(out, '"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            abx_buffer_putc(out, '\\');
        if ((unsigned char)*text < 0x20)
            abx_buffer_printf(out, "\\x%02x", (unsigned)*text);
        else
            abx_buffer_putc(out, *text);
    }
    abx_buffer_putc(out, '"');
}

/* All that Python's module keyword lists. */
bool export_python_is_keyword(const char *name)
{
    static const char *const keywords[] = {
        "False",  "None",   "True",    "and",      "as",       "assert", "async",
        "await",  "break",  "class",   "continue", "def",      "del",    "elif",
        "else",   "except", "finally", "for",      "from",     "global", "if",
        "import", "in",     "is",      "lambda",   "nonlocal", "not",    "or",
        "pass",   "raise",  "return",  "try",      "while",    "with",   "yield",
    };
    size_t i;

    for (i = 0; i < sizeof(keywords) / sizeof(*keywords); i++)
        if (strcmp(keywords[i], name) == 0)
            return true;
    return false;
}

static const char *property(const struct export *export, const char *key)
{
    const char *value = abx_table_property(export->table, key, 0);

    return value ? value : "";
}

/* What a language calls the architecture that a platform begins with; NULL: not known,
 * or not to be told from what runs on it. */
static const struct machine {
    const char *architecture;
    const char *python;
    const char *lua;
} machines[] = {
    {"x86_64", "x86_64", "x64"},          {"i686", NULL, "x86"},
    {"aarch64", "aarch64", "arm64"},      {"arm", NULL, "arm"},
    {"powerpc64le", "ppc64le", NULL},     {"s390x", "s390x", NULL},
    {"riscv64", "riscv64", NULL},         {"mips64", "mips64", "mips64"},
    {"loongarch64", "loongarch64", NULL},
};

enum export_system export_system(const struct export *export)
{
    const char *system = strstr(property(export, "platform"), "-linux-");
    const char *library = system ? system + strlen("-linux-") : "";

    if (strstr(property(export, "platform"), "-w64-mingw32"))
        return EXPORT_WINDOWS;
    if (strncmp(library, "gnu", 3) == 0)
        return EXPORT_GLIBC;
    return strncmp(library, "musl", 4) == 0 ? EXPORT_MUSL : EXPORT_OTHER;
}

const char *export_machine(const struct export *export, bool is_lua)
{
    const char *platform = property(export, "platform");
    size_t size = strcspn(platform, "-");
    size_t i;

    if (!is_lua && export_system(export) == EXPORT_WINDOWS)
        return NULL; /* Python has other names there; the size of a pointer tells */
    for (i = 0; i < sizeof(machines) / sizeof(*machines); i++)
        if (strlen(machines[i].architecture) == size &&
            strncmp(machines[i].architecture, platform, size) == 0)
            return is_lua ? machines[i].lua : machines[i].python;
    return NULL;
}

/* The C library is told by a function that glibc has and no other. */
static const char *system_check(const struct export *export)
{
    switch (export_system(export)) {
    case EXPORT_GLIBC:
        return " or\n        _sys.platform != \"linux\" or\n"
               "        not hasattr(_c.CDLL(None), \"gnu_get_libc_version\")";
    case EXPORT_MUSL:
        return " or\n        _sys.platform != \"linux\" or\n"
               "        hasattr(_c.CDLL(None), \"gnu_get_libc_version\")";
    case EXPORT_WINDOWS:
        return " or\n        _sys.platform != \"win32\"";
    default:
        return "";
    }
}

/* "A module for @what", for which platform, and that it is there. */
void export_python_put_head(struct export *export, const char *what)
{
    const char *model = property(export, "model");
    const char *machine = export_machine(export, false);

    abx_buffer_printf(
        export->out,
        "\"\"\"%s, for %s (%s, %s-endian).\n\n"
        "Made by abidex export from a table: not to be edited.\n"
        "\"\"\"\n"
        "import ctypes as _c\n"
        "import platform as _platform\n"
        "import struct as _struct\n"
        "import sys as _sys\n\n"
        "if (_sys.byteorder != \"%s\" or _struct.calcsize(\"P\") != %d or\n"
        "        _struct.calcsize(\"l\") != %d%s%s%s%s):\n"
        "    raise ImportError(\"this module is for %s\")\n\n",
        what, property(export, "platform"), model, property(export, "order"),
        property(export, "order"), strcmp(model, "ILP32") == 0 ? 4 : 8,
        strcmp(model, "LP64") == 0 ? 8 : 4,
        machine ? " or\n        _platform.machine() != \"" : "", machine ? machine : "",
        machine ? "\"" : "", system_check(export), property(export, "platform"));
}

void export_python_put_libraries(struct export *export)
{
    const char *library;
    size_t i;

    abx_buffer_puts(export->out, "\nlibraries = [");
    for (i = 0; (library = abx_table_property(export->table, "library", i)); i++) {
        abx_buffer_puts(export->out, i ? ", " : "");
        export_python_put_string(export->out, library);
    }
    abx_buffer_puts(export->out, "]\n");
}

/* ---- calls */

/* Whether neither ctypes nor cffi passes the type by value. */
static bool is_refused(struct export *export, const struct abx_type *type, unsigned depth)
{
    const struct abx_type *stripped = abx_type_strip(type);
    struct abx_member member;
    size_t i;

    if (depth == DEPTH_MAX || abx_type_kind(stripped) == ABX_TYPE_UNION)
        return true;
    if (abx_type_kind(stripped) == ABX_TYPE_ARRAY) {
        stripped = export_target(export, stripped);
        return !stripped || is_refused(export, stripped, depth + 1);
    }
    for (i = 0; abx_type_member(stripped, i, &member) == ABX_OK; i++)
        if (member.is_bit_field || is_refused(export, member.type, depth + 1))
            return true;
    return false;
}

const char *export_call_reason(struct export *export, const struct abx_type *type)
{
    static const char reason[] = "a union or a bit-field is not passed by value";
    const struct abx_type *part = export_target(export, type);
    const char *name;
    size_t i;

    if (abx_type_convention(type))
        return "it has a calling convention of its own";
    if (part && is_refused(export, part, 0))
        return reason;
    for (i = 0; abx_type_parameter(type, i, &name, &part) == ABX_OK; i++)
        if (is_refused(export, part, 0))
            return reason;
    return NULL;
}

/* ---- constants */

bool export_is_double(const char *value)
{
    const char *point = strchr(value, '.');
    const char *p = strchr(value, 'p');
    long exponent = p ? strtol(p + 1, NULL, 10) : 0;

    if (!p) /* inf, nan */
        return true;
    return (!point || p - point - 1 <= 13) && exponent >= -1022 && exponent <= 1023;
}

static bool is_wide(struct export *export, const struct abx_type *type)
{
    const struct abx_type *element = export_target(export, type);

    return element && abx_type_size(element) > 1;
}

/* "\u{20ac}" is not how Python writes it; all else is. */
static void put_wide(struct abx_buffer *out, const char *value)
{
    for (; *value; value++) {
        if (strncmp(value, "\\u{", 3) == 0) {
            abx_buffer_printf(out, "\\U%08lx", strtoul(value + 3, NULL, 16));
            value = strchr(value, '}');
        } else {
            abx_buffer_putc(out, *value);
            if (*value == '\\')
                abx_buffer_putc(out, *++value);
        }
    }
}

static void put_constant(struct export *export, struct export_item *item)
{
    const struct abx_type *type = abx_type_strip(item->type);
    const char *value = export_value(export, item);
    struct abx_buffer *out = export->out;

    if (abx_type_kind(type) == ABX_TYPE_FLOAT && !export_is_double(value)) {
        item->reason = "no double holds its value";
        return;
    }
    abx_buffer_puts(out, "    ");
    export_python_put_string(out, item->name);
    abx_buffer_puts(out, ": ");
    if (abx_type_kind(type) == ABX_TYPE_FLOAT)
        abx_buffer_printf(out, "float.fromhex(\"%s\")", value);
    else if (abx_type_kind(type) != ABX_TYPE_ARRAY)
        abx_buffer_puts(out, value);
    else if (is_wide(export, type))
        put_wide(out, value);
    else
        abx_buffer_printf(out, "b%s", value);
    abx_buffer_puts(out, ",\n");
}

void export_python_put_constants(struct export *export)
{
    size_t i;

    abx_buffer_puts(export->out, "\nconstants = {\n");
    for (i = 0; i < export->all.n_items; i++)
        if (export->all.items[i]->kind == ABX_KIND_CONST)
            put_constant(export, export->all.items[i]);
    abx_buffer_puts(export->out, "}\n");
}

/* ---- symbols */

void export_python_put_symbols(struct export *export)
{
    const struct export_item *item;
    const char *symbol;
    size_t library;
    size_t i;

    abx_buffer_puts(export->out, "\n_symbols = {\n");
    for (i = 0; i < export->all.n_items; i++) {
        item = export_symbol(export, export->all.items[i]);
        if (!item)
            continue;
        library = export_library(export, item, &symbol);
        if (library == 0 && strcmp(symbol, export->all.items[i]->name) == 0)
            continue;
        abx_buffer_puts(export->out, "    ");
        export_python_put_string(export->out, export->all.items[i]->name);
        abx_buffer_printf(export->out, ": (%zu, ", library);
        export_python_put_string(export->out, symbol);
        abx_buffer_puts(export->out, "),\n");
    }
    abx_buffer_puts(export->out, "}\n");
}

void export_python_put_left_out(struct export *export)
{
    const struct export_item *item;
    size_t i;

    abx_buffer_puts(export->out, "\nleft_out = {\n");
    for (i = 0; i < export->all.n_items; i++) {
        item = export->all.items[i];
        if (!item->reason && item->kind != ABX_KIND_OMIT)
            continue;
        abx_buffer_puts(export->out, "    ");
        export_python_put_string(
            export->out,
            export_print(export, "%s %s", abx_kind_words(item->kind)->word, item->name));
        abx_buffer_puts(export->out, ": ");
        export_python_put_string(export->out,
                                 item->reason ? item->reason : export_rest(export, item));
        abx_buffer_puts(export->out, ",\n");
    }
    abx_buffer_puts(export->out, "}\n");
}
