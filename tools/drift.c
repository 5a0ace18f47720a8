/**
 * `abidex verify --drift`: what changed between a table and the headers that are installed
 * now. The table is generated anew, as its header says that it was, into a folder of its
 * own, and the two are compared by meaning. The generator is called as the command line
 * calls it, so that nothing is decided here that it decides otherwise.
 */
#include "tools/drift.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/array.h"
#include "tools/command.h"
#include "tools/diff.h"
#include "tools/generator.h"
#include "tools/verify.h"

#ifdef ABX_HAVE_GEN

/* The generator's command line. Its words are copied: argv may be written to. */
struct arguments {
    char **items;
    size_t n_items;
    size_t capacity;
    struct abx_arena arena;
    bool is_out_of_memory;
};

static void add(struct arguments *arguments, const char *text)
{
    char *copy = text ? abx_arena_copy(&arguments->arena, text, strlen(text)) : NULL;

    if ((text && !copy) || !ABX_ARRAY_RESERVE(arguments)) {
        arguments->is_out_of_memory = true;
        return;
    }
    arguments->items[arguments->n_items++] = copy;
}

static void add_option(struct arguments *arguments, const char *name, const char *value)
{
    add(arguments, name);
    add(arguments, value);
}

static void arguments_finish(struct arguments *arguments)
{
    free(arguments->items);
    abx_arena_finish(&arguments->arena);
    *arguments = (struct arguments){0};
}

/* The table writes an option and its operand as one word, which one option is not. */
static void add_flag(struct arguments *arguments, const char *flag)
{
    static const char system[] = "-isystem";

    if (strncmp(flag, system, sizeof(system) - 1) == 0)
        add_option(arguments, system, flag + sizeof(system) - 1);
    else
        add(arguments, flag);
}

/* "all", "only PATTERN" or "skip PATTERN" */
static bool add_selection(struct arguments *arguments, const char *path,
                          const char *value)
{
    if (strcmp(value, "all") == 0)
        add(arguments, "--all");
    else if (strncmp(value, "only ", 5) == 0)
        add_option(arguments, "--only", value + 5);
    else if (strncmp(value, "skip ", 5) == 0)
        add_option(arguments, "--skip", value + 5);
    else {
        abx_message_at(
            path, 0,
            "its header is damaged: select %s is none of all, only PATTERN and "
            "skip PATTERN",
            value);
        return false;
    }
    return true;
}

static bool add_source(struct arguments *arguments, const char *table, const char *name)
{
    char path[PATH_MAX];

    if (name[0] == '-') {
        abx_message_at(table, 0, "its header is damaged: the source %s is an option",
                       name);
        return false;
    }
    add(arguments, input_locate(table, name, path) ? path : name);
    return true;
}

static bool add_sources(struct arguments *arguments, const struct abx_table *table,
                        const struct drift_options *options)
{
    const char *path = abx_table_path(table);
    const char *name = abx_table_property(table, "source", 0);
    size_t i;

    if (options->source)
        return add_source(arguments, path, options->source);
    if (!name) {
        abx_message_at(path, 0, "its header names no source; give one with --source");
        return false;
    }
    for (i = 0; (name = abx_table_property(table, "source", i)) != NULL; i++)
        if (!add_source(arguments, path, name))
            return false;
    return true;
}

static bool collect(struct arguments *arguments, const struct abx_table *table,
                    const struct drift_options *options, const char *output)
{
    const char *value;
    size_t i;

    add(arguments, "gen");
    for (i = 0; (value = abx_table_property(table, "flag", i)) != NULL; i++) {
        if (!input_is_harmless(abx_table_path(table), value))
            return false;
        add_flag(arguments, value);
    }
    for (i = 0; (value = abx_table_property(table, "select", i)) != NULL; i++)
        if (!add_selection(arguments, abx_table_path(table), value))
            return false;
    for (i = 0; (value = abx_table_property(table, "library", i)) != NULL; i++)
        add_option(arguments, "--library", value);
    if (options->compiler)
        add_option(arguments, "--cc", options->compiler);
    add_option(arguments, "-o", output);
    if (!add_sources(arguments, table, options))
        return false;
    add(arguments, NULL);
    if (arguments->is_out_of_memory)
        abx_message("out of memory");
    return !arguments->is_out_of_memory;
}

static bool generate(const struct abx_table *table, const struct drift_options *options,
                     const char *output)
{
    struct arguments arguments = {0};
    bool is_made = collect(&arguments, table, options, output);

    if (is_made && generator_run(arguments.items) != ABX_EXIT_DONE) {
        abx_message_at(abx_table_path(table), 0, "it cannot be generated anew");
        is_made = false;
    }
    arguments_finish(&arguments);
    return is_made;
}

static int compare(const struct abx_table *table, const char *output,
                   const struct drift_options *options)
{
    const struct diff_report report = {.is_json = options->is_json,
                                       .is_breaking = options->is_quiet,
                                       .is_quiet = options->is_quiet,
                                       .is_drift = true};
    const char *source =
        options->source ? options->source : abx_table_property(table, "source", 0);
    const char *const paths[2] = {abx_table_path(table), output};
    const char *const names[2] = {abx_table_path(table), source};

    return diff_tables(paths, names, &report);
}

static int run(const struct abx_table *table, const struct drift_options *options,
               const char *folder)
{
    char output[PATH_MAX];
    int exit = ABX_EXIT_UNUSABLE;

    if ((size_t)snprintf(output, sizeof(output), "%s/new.abx", folder) >= sizeof(output))
        abx_message("the path of the folder for temporary files is too long");
    else if (generate(table, options, output))
        exit = compare(table, output, options);
    unlink(output);
    return exit;
}

int drift_run(const struct abx_table *table, const struct drift_options *options)
{
    const char *parent = getenv("TMPDIR");
    char folder[PATH_MAX];
    int exit;

    if ((size_t)snprintf(folder, sizeof(folder), "%s/abidex-XXXXXX",
                         parent && *parent ? parent : "/tmp") >= sizeof(folder) ||
        !mkdtemp(folder)) {
        abx_message("cannot make a folder for temporary files in %s",
                    parent && *parent ? parent : "/tmp");
        return ABX_EXIT_UNUSABLE;
    }
    exit = run(table, options, folder);
    rmdir(folder);
    return exit;
}

#else

int drift_run(const struct abx_table *table, const struct drift_options *options)
{
    (void)table;
    (void)options;
    abx_message("this build has no generator (libclang was not found when it was built), "
                "which --drift needs");
    return ABX_EXIT_UNUSABLE;
}

#endif
