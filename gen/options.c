/*
 * Options are rows of a table: what each takes and where it goes. The parser's own options
 * (-D, -I, …) are passed on and remembered, because whoever proves the table needs them
 * too.
 */
#include "gen/options.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buffer.h"

enum argument { NO_ARGUMENT, ARGUMENT, JOINED_OR_ARGUMENT };

struct option_row {
    const char *name;
    enum argument argument;
    bool is_compilers; /* a compiler has it, too */
    void (*take)(struct gen_options *options, const struct option_row *row,
                 const char *value);
    size_t slot; /* of an option that can be given once: where its value goes */
};

/* Given twice, one of the two would be lost. */
static void take_single(struct gen_options *options, const struct option_row *row,
                        const char *value)
{
    const char **slot = (void *)((char *)options + row->slot);

    if (*slot)
        options->repeated = row->name;
    *slot = value;
}

static void take_library(struct gen_options *options, const struct option_row *row,
                         const char *value)
{
    (void)row;
    options->libraries[options->n_libraries++] = value;
}

/* With its option in front, so that it is told from a file's name. */
static void take_short_library(struct gen_options *options, const struct option_row *row,
                               const char *value)
{
    struct abx_buffer word = {0};
    const char *copy;

    abx_buffer_printf(&word, "%s%s", row->name, value);
    copy = abx_arena_copy(&options->arena, abx_buffer_text(&word), word.size);
    if (copy && !word.failed)
        options->libraries[options->n_libraries++] = copy;
    else
        options->out_of_memory = true;
    abx_buffer_finish(&word);
}

static void take_package(struct gen_options *options, const struct option_row *row,
                         const char *value)
{
    (void)row;
    options->packages[options->n_packages++] = value;
}

static void take_only(struct gen_options *options, const struct option_row *row,
                      const char *value)
{
    (void)row;
    options->patterns[options->n_patterns++] = (struct gen_pattern){false, value};
}

static void take_skip(struct gen_options *options, const struct option_row *row,
                      const char *value)
{
    (void)row;
    options->patterns[options->n_patterns++] = (struct gen_pattern){true, value};
}

static void take_all(struct gen_options *options, const struct option_row *row,
                     const char *value)
{
    (void)row;
    (void)value;
    options->takes_all = true;
}

static void take_verbose(struct gen_options *options, const struct option_row *row,
                         const char *value)
{
    (void)row;
    (void)value;
    options->is_verbose = true;
}

static void take_help(struct gen_options *options, const struct option_row *row,
                      const char *value)
{
    (void)row;
    (void)value;
    options->wants_help = true;
}

/* Kept as two words, so that none has to be put together. */
static void take_flag(struct gen_options *options, const struct option_row *row,
                      const char *value)
{
    options->flags[options->n_flags++] = row->name;
    options->flags[options->n_flags++] = value;
}

static void take_library_dir(struct gen_options *options, const struct option_row *row,
                             const char *value)
{
    options->library_dirs[options->n_library_dirs++] = value;
    take_flag(options, row, value);
}

#define SLOT(member) offsetof(struct gen_options, member)

static const struct option_row rows[] = {
    {"-o", ARGUMENT, false, take_single, SLOT(output)},
    {"--output", ARGUMENT, false, take_single, SLOT(output)},
    {"--cc", ARGUMENT, false, take_single, SLOT(compiler)},
    {"--target", ARGUMENT, false, take_single, SLOT(target)},
    {"--sysroot", ARGUMENT, false, take_single, SLOT(sysroot)},
    {"--resource-dir", ARGUMENT, false, take_single, SLOT(resource_dir)},
    {"--pkg", ARGUMENT, false, take_package, 0},
    {"--only", ARGUMENT, false, take_only, 0},
    {"--skip", ARGUMENT, false, take_skip, 0},
    {"--all", NO_ARGUMENT, false, take_all, 0},
    {"--library", ARGUMENT, false, take_library, 0},
    {"-l", JOINED_OR_ARGUMENT, true, take_short_library, 0},
    {"-L", JOINED_OR_ARGUMENT, true, take_library_dir, 0},
    {"-D", JOINED_OR_ARGUMENT, true, take_flag, 0},
    {"-U", JOINED_OR_ARGUMENT, true, take_flag, 0},
    {"-I", JOINED_OR_ARGUMENT, true, take_flag, 0},
    {"-isystem", ARGUMENT, true, take_flag, 0},
    {"-v", NO_ARGUMENT, false, take_verbose, 0},
    {"--verbose", NO_ARGUMENT, false, take_verbose, 0},
    {"-h", NO_ARGUMENT, false, take_help, 0},
    {"--help", NO_ARGUMENT, false, take_help, 0},
};

static const struct option_row *find_row(const char *word)
{
    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
        const struct option_row *row = &rows[i];

        if (!strcmp(word, row->name))
            return row;
        if (row->argument == JOINED_OR_ARGUMENT &&
            !strncmp(word, row->name, strlen(row->name)))
            return row;
    }
    return NULL;
}

/* What goes into the table's header must not end its line. */
static bool is_one_line(const char *text)
{
    while ((unsigned char)*text >= 0x20)
        text++;
    return !*text;
}

/* Takes the option at argv[*ip], and moves *ip to its last word. */
static int take_option(struct gen_options *options, char **argv, int *ip,
                       struct gen_messages *messages)
{
    const char *word = argv[*ip];
    const struct option_row *row = find_row(word);
    const char *value = NULL;

    if (!row) {
        gen_error(messages, (struct gen_place){0},
                  "unknown option %s; see abidex gen --help", word);
        return -1;
    }
    if (row->argument != NO_ARGUMENT) {
        value = word + strlen(row->name);
        if (!*value)
            value = argv[++*ip];
        if (!value) {
            gen_error(messages, (struct gen_place){0}, "%s wants an argument", word);
            return -1;
        }
    }
    if (value && !is_one_line(value)) {
        gen_error(messages, (struct gen_place){0}, "the argument of %s is not one line",
                  row->name);
        return -1;
    }
    row->take(options, row, value);
    if (!options->repeated)
        return 0;
    gen_error(messages, (struct gen_place){0}, "%s is given twice", options->repeated);
    return -1;
}

/* @array with room for @n items; NULL when out of memory, the array then being freed. */
static void *grow(void *array, size_t n, size_t item_size)
{
    void *grown = realloc(array, n * item_size);

    if (!grown)
        free(array);
    return grown;
}

/* Makes room for @n_words more, of whatever kind they are. */
static int reserve(struct gen_options *options, size_t n_words)
{
    size_t n = n_words + 1;

    options->sources =
        grow(options->sources, options->n_sources + n, sizeof(*options->sources));
    options->flags =
        grow(options->flags, options->n_flags + 2 * n, sizeof(*options->flags));
    options->library_dirs = grow(options->library_dirs, options->n_library_dirs + n,
                                 sizeof(*options->library_dirs));
    options->libraries =
        grow(options->libraries, options->n_libraries + n, sizeof(*options->libraries));
    options->packages =
        grow(options->packages, options->n_packages + n, sizeof(*options->packages));
    options->patterns =
        grow(options->patterns, options->n_patterns + n, sizeof(*options->patterns));
    return options->sources && options->flags && options->library_dirs &&
                   options->libraries && options->packages && options->patterns
               ? 0
               : -1;
}

int gen_options_add_words(struct gen_options *options, const char *const *words,
                          size_t n_words, const char **wrongp)
{
    if (reserve(options, n_words) < 0)
        return -1;
    for (size_t i = 0; i < n_words; i++) {
        const struct option_row *row = find_row(words[i]);
        const char *value = row ? words[i] + strlen(row->name) : NULL;

        *wrongp = words[i];
        if (row && !*value && i + 1 < n_words)
            value = words[++i];
        if (!row || !row->is_compilers || !*value || !is_one_line(value))
            return 1;
        row->take(options, row, value);
    }
    return options->out_of_memory ? -1 : 0;
}

/* A name that can stand between the quotes of an #include, of a file that can be read more
 * than once. */
static bool is_source(const char *name, struct gen_messages *messages)
{
    struct stat status;
    const char *problem = NULL;

    if (!is_one_line(name) || strchr(name, '"'))
        problem = "no #include can name such a file";
    else if (stat(name, &status) == 0 && S_ISDIR(status.st_mode))
        problem = "it is a folder";
    else if (stat(name, &status) == 0 && !S_ISREG(status.st_mode))
        problem = "it is no regular file";
    if (problem)
        gen_error(messages, (struct gen_place){0}, "%s: %s", name, problem);
    return !problem;
}

/* A compiler tells all of the target, and a target alone not where its headers are. */
static int check_target(const struct gen_options *options, struct gen_messages *messages)
{
    const char *problem = NULL;

    if (options->compiler && (options->target || options->sysroot))
        problem =
            "--cc goes with neither --target nor --sysroot: the compiler knows both";
    else if (options->target && !options->sysroot)
        problem = "--target wants --sysroot, or --cc in place of both";
    if (!problem)
        return 0;
    gen_error(messages, (struct gen_place){0}, "%s", problem);
    return -1;
}

int gen_options_init(struct gen_options *options, int argc, char **argv,
                     struct gen_messages *messages)
{
    *options = (struct gen_options){0};
    if (reserve(options, (size_t)argc) < 0) {
        gen_error(messages, (struct gen_place){0}, "out of memory");
        return -1;
    }
    for (int i = 1; i < argc; i++) {
        if (argv[i][0] != '-' || !argv[i][1]) {
            if (!is_source(argv[i], messages))
                return -1;
            options->sources[options->n_sources++] = argv[i];
        } else if (take_option(options, argv, &i, messages) < 0)
            return -1;
    }
    if (options->out_of_memory) {
        gen_error(messages, (struct gen_place){0}, "out of memory");
        return -1;
    }
    if (options->output && !strcmp(options->output, "-"))
        options->output = NULL;
    if (options->wants_help)
        return 0;
    if (check_target(options, messages) < 0)
        return -1;
    if (options->n_sources)
        return 0;
    gen_error(messages, (struct gen_place){0},
              "no spec or header given; see abidex gen --help");
    return -1;
}

void gen_options_finish(struct gen_options *options)
{
    free(options->sources);
    free(options->flags);
    free(options->library_dirs);
    free(options->libraries);
    free(options->packages);
    free(options->patterns);
    abx_arena_finish(&options->arena);
    *options = (struct gen_options){0};
}

const char *gen_options_help(void)
{
    return "usage: abidex gen [options] SPEC-OR-HEADER...\n"
           "\n"
           "Reads headers and writes a table of what they declare: functions with their "
           "real\n"
           "symbols, layouts, constants, and how each function fails where a spec tells "
           "it.\n"
           "\n"
           "  -o, --output FILE     the table; written only if all went well (default: "
           "standard\n"
           "                        output)\n"
           "  --pkg NAME            take include folders and libraries from pkg-config "
           "($PKG_CONFIG)\n"
           "  --library FILE        a library whose symbols the headers declare "
           "(libz.so.1), as\n"
           "                        LIBRARY(\"...\") in a spec; the first one is the "
           "default\n"
           "  -l NAME               the same, by the name that the linker takes (z)\n"
           "  -L DIR                look for libraries there first\n"
           "  --cc COMPILER         the target's compiler, with its options: tells the "
           "target, its\n"
           "                        folders of headers and libraries, and its macros "
           "(default: this\n"
           "                        machine)\n"
           "  --target TRIPLE       without such a compiler: the target\n"
           "  --sysroot DIR         and where its usr/include and usr/lib are\n"
           "  -D, -U, -I, -isystem  as for a compiler\n"
           "  --resource-dir DIR    clang's own headers, where they are not beside "
           "libclang\n"
           "  -v, --verbose         tell what a spec names that this platform lacks\n"
           "\n"
           "A table has what the headers named here or included by a spec declare, and "
           "those of their\n"
           "own folders; and the types that these need.\n"
           "  --only PATTERN        of these names only those that match, as a shell "
           "matches files\n"
           "  --skip PATTERN        none that match, whatever --only says\n"
           "  --all                 what every header declares that is read on the way\n"
           "\n"
           "examples:\n"
           "  abidex gen zlib.h --pkg zlib -o zlib.abx\n"
           "  abidex gen curl/curl.h --pkg libcurl --only 'curl_*' -o curl.abx\n"
           "  abidex gen bindings/specs/libc.h -o libc.abx\n"
           "  abidex gen --cc aarch64-linux-gnu-gcc bindings/specs/libc.h -o libc.abx\n"
           "\n"
           "Exit status: 0 written, 2 not written.\n";
}
