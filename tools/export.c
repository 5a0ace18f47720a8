/**
 * `abidex export`: declarations for programs that have a foreign function interface of
 * their own, and JSON for all others. Each format is a row of the table below; what they
 * share is done before: the closure of the types that the names need, in an order in
 * which they can be declared.
 */
#include "tools/export.h"

#include <string.h>

#include "tools/command.h"
#include "tools/kinds.h"

static const struct format {
    const char *name;
    void (*put)(struct export *export);
} formats[] = {
    {"cffi", export_cffi},     {"ctypes", export_ctypes}, {"json", export_json},
    {"luajit", export_luajit}, {"stubs", export_stubs},
};

enum { N_FORMATS = sizeof(formats) / sizeof(*formats) };

static const struct format *find_format(const char *name)
{
    size_t i;

    for (i = 0; name && i < N_FORMATS; i++)
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    if (name)
        abx_message(
            "unknown format \"%s\": there are cffi, ctypes, json, luajit and stubs",
            name);
    else
        abx_message("which format? --to cffi, ctypes, json, luajit or stubs");
    return NULL;
}

static int put_missing(struct export *export, const char *text)
{
    const char *space = strrchr(text, ' ');
    struct abx_buffer why = {0};

    abx_missing_put(&why, export->table, text, space ? space + 1 : text);
    abx_message("%s", abx_buffer_text(&why));
    abx_buffer_finish(&why);
    return ABX_EXIT_SHORT;
}

/* `struct stat` may be given as two words. */
static int select_names(struct export *export, char **names)
{
    struct abx_buffer tagged = {0};
    int exit = ABX_EXIT_DONE;
    int status;

    if (!*names)
        return export_select(export, NULL) == ABX_OK ? ABX_EXIT_DONE : ABX_EXIT_UNUSABLE;
    for (; *names && exit != ABX_EXIT_UNUSABLE; names++) {
        abx_buffer_truncate(&tagged, 0);
        abx_buffer_puts(&tagged, *names);
        if (abx_kind_words(abx_kind_named(*names))->is_tag && names[1])
            abx_buffer_printf(&tagged, " %s", *++names);
        status = export_select(export, abx_buffer_text(&tagged));
        if (status == ABX_MISSING)
            exit = put_missing(export, abx_buffer_text(&tagged));
        else if (status != ABX_OK)
            exit = ABX_EXIT_UNUSABLE;
    }
    abx_buffer_finish(&tagged);
    return exit;
}

static int report_failure(struct export *export)
{
    abx_message_error(abx_table_path(export->table),
                      export->is_out_of_memory ? ABX_NO_MEMORY : export->status,
                      &export->err);
    return ABX_EXIT_UNUSABLE;
}

/* Nothing is printed unless all of it can be. */
static int run(struct export *export, const struct format *format, char **names)
{
    int exit = select_names(export, names);

    if (exit == ABX_EXIT_DONE)
        format->put(export);
    if (export->is_out_of_memory || export->status != ABX_OK)
        exit = report_failure(export);
    if (exit == ABX_EXIT_DONE)
        return abx_output(export->out, ABX_EXIT_DONE);
    abx_buffer_finish(export->out);
    return exit;
}

int export_main(int argc, char **argv)
{
    struct abx_session session = {0};
    struct abx_buffer out = {0};
    struct export export = {.out = &out};
    const char *name = NULL;
    const struct format *format;
    const struct abx_option options[] = {
        {"to", "FORMAT", "cffi, ctypes, json, luajit or stubs", NULL, &name},
        {0},
    };
    const struct abx_usage usage = {
        .name = "export",
        .operands = "--to FORMAT TABLE [NAME…]",
        .purpose =
            "Writes what a table knows in a form that others read: a module for "
            "Python's\n"
            "cffi (ABI mode) or ctypes, a module for LuaJIT, JSON, or stubs that tell\n"
            "checkers of Python's types what the package abidex makes of it. With NAMEs\n"
            "only those, with the types that they need. Layouts come out exactly as in "
            "the\n"
            "table; what a module cannot say is listed in left_out, with the reason.",
        .notes =
            "The modules have: lib, whose attributes are functions and variables, by\n"
            "their real symbols; constants; left_out. ctypes has types, LuaJIT and cffi\n"
            "have ffi. They refuse to be loaded on another platform than the table's.\n"
            "Exit status: 0 written; 1 no such name; 2 it could not run.",
        .examples = "  abidex export --to ctypes libc getpid struct stat >libc.py\n"
                    "  abidex export --to json ./libc.abx >libc.json\n",
        .options = options,
        .n_min = 1,
        .n_max = -1,
    };
    int exit;

    if (!abx_usage_parse(&usage, &argc, argv, &exit))
        return exit;
    format = find_format(name);
    if (!format)
        return ABX_EXIT_UNUSABLE;
    exit = abx_session_open(&session, argv[1], false);
    export.table = session.table;
    if (exit == ABX_EXIT_DONE)
        exit = run(&export, format, argv + 2);
    export_finish(&export);
    abx_session_close(&session);
    return exit;
}
