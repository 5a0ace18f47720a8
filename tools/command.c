/**
 * What the subcommands share. Options are read here and not by getopt_long because the
 * same array makes the help page, so that the two cannot drift apart, and because `call`
 * has operands such as -1.
 */
#include "tools/command.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"
#include "tools/streams.h"

/* ---- messages */

bool abx_is_colourful(FILE *file)
{
    const char *no_color = getenv("NO_COLOR");

    if (no_color && *no_color)
        return false;
    return streams_show_colours(file);
}

static void put_message(const char *file, long line, const char *format, va_list args)
    ABX_FORMAT(3, 0);

static void put_message(const char *file, long line, const char *format, va_list args)
{
    bool colourful = abx_is_colourful(stderr);

    fflush(stdout);
    fprintf(stderr, "%s:", file);
    if (line > 0)
        fprintf(stderr, "%ld:", line);
    fprintf(stderr, " %serror:%s ", colourful ? "\033[1;31m" : "",
            colourful ? "\033[0m" : "");
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
}

void abx_message(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    put_message("abidex", 0, format, args);
    va_end(args);
}

void abx_message_at(const char *file, long line, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    put_message(file, line, format, args);
    va_end(args);
}

const char *abx_error_reason(const char *file, const struct abx_error *err)
{
    char prefix[300];
    int size =
        snprintf(prefix, sizeof(prefix), "%s:%ld: ", abx_path_file(file), err->line);

    if (size < 0 || strncmp(err->message, prefix, (size_t)size) != 0)
        return err->message;
    return err->message + size;
}

int abx_message_error(const char *file, int status, const struct abx_error *err)
{
    if (status < 0)
        abx_message("out of memory");
    else if (status == ABX_BROKEN)
        abx_message_at(file, err->line, "%s", abx_error_reason(file, err));
    else
        abx_message("%s", err->message);
    return status == ABX_MISSING ? ABX_EXIT_SHORT : ABX_EXIT_UNUSABLE;
}

int abx_output(struct abx_buffer *out, int exit)
{
    size_t size = out->size;

    if (out->failed) {
        abx_message("out of memory");
        exit = ABX_EXIT_UNUSABLE;
    } else if (fwrite(abx_buffer_text(out), 1, size, stdout) != size ||
               fflush(stdout) != 0) {
        abx_message("cannot write the output: %s", strerror(errno));
        exit = ABX_EXIT_UNUSABLE;
    }
    abx_buffer_finish(out);
    return exit;
}

/* ---- options */

static void print_help(const struct abx_usage *usage)
{
    const struct abx_option *option;
    char left[64];

    printf("Usage: abidex %s [OPTION…] %s\n\n%s\n\nOptions:\n", usage->name,
           usage->operands, usage->purpose);
    for (option = usage->options; option->name; option++) {
        snprintf(left, sizeof(left), "--%s%s%s", option->name, option->value ? " " : "",
                 option->value ? option->value : "");
        printf("  %-20s %s\n", left, option->help);
    }
    printf("  %-20s %s\n", "--help, -h", "print this page");
    if (usage->notes)
        printf("\n%s\n", usage->notes);
    printf("\nExamples:\n%s", usage->examples);
}

/* What `abidex SUB` could not be run for, with the way to the help page. */
static bool fail_usage(const struct abx_usage *usage, int *exitp, const char *what,
                       const char *word)
{
    abx_message("%s%s%s%s", what, *word ? " \"" : "", word, *word ? "\"" : "");
    fprintf(stderr, "Usage: abidex %s [OPTION…] %s\n", usage->name, usage->operands);
    *exitp = ABX_EXIT_UNUSABLE;
    return false;
}

static const struct abx_option *find_option(const struct abx_usage *usage,
                                            const char *word, size_t size)
{
    const struct abx_option *option;

    for (option = usage->options; option->name; option++)
        if (strlen(option->name) == size && memcmp(option->name, word, size) == 0)
            return option;
    return NULL;
}

/* Reads the option at argv[*indexp], and its value behind '=' or in the next word. */
static bool read_option(const struct abx_usage *usage, char **argv, int *indexp,
                        int *exitp)
{
    const char *word = argv[*indexp] + 2;
    size_t size = strcspn(word, "=");
    bool has_value = word[size] == '=';
    const struct abx_option *option = find_option(usage, word, size);

    if (argv[*indexp][1] != '-' || !option)
        return fail_usage(usage, exitp, "unknown option", argv[*indexp]);
    if (!option->value && has_value)
        return fail_usage(usage, exitp, "this option takes no value:", argv[*indexp]);
    if (!option->value) {
        *option->flag = true;
        return true;
    }
    *option->text = has_value ? word + size + 1 : argv[++*indexp];
    if (!*option->text)
        return fail_usage(usage, exitp, "this option needs a value:", word - 2);
    return true;
}

static bool check_operands(const struct abx_usage *usage, int n, char **argv, int *exitp)
{
    if (n < usage->n_min)
        return fail_usage(usage, exitp, "too few arguments", "");
    if (usage->n_max >= 0 && n > usage->n_max)
        return fail_usage(usage, exitp, "unexpected argument", argv[usage->n_max + 1]);
    return true;
}

static bool is_help(const char *word)
{
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

static bool is_option(const struct abx_usage *usage, const char *word)
{
    if (usage->has_numbers && word[0] == '-' && word[1] >= '0' && word[1] <= '9')
        return false;
    return word[0] == '-' && word[1];
}

bool abx_usage_parse(const struct abx_usage *usage, int *argcp, char **argv, int *exitp)
{
    bool is_over = false; /* no more options */
    int n = 0;
    int i;

    for (i = 1; i < *argcp; i++) {
        if (!is_over && strcmp(argv[i], "--") == 0) {
            is_over = true;
        } else if (!is_over && is_help(argv[i])) {
            print_help(usage);
            *exitp = ABX_EXIT_DONE;
            return false;
        } else if (!is_over && is_option(usage, argv[i])) {
            if (!read_option(usage, argv, &i, exitp))
                return false;
        } else {
            argv[++n] = argv[i];
            is_over = is_over || usage->options_first;
        }
    }
    argv[n + 1] = NULL;
    *argcp = n + 1;
    return check_operands(usage, n, argv, exitp);
}

/* ---- tables */

/* How a table comes to be found. */
static void put_ways(const char *name)
{
#ifdef ABX_HAVE_GEN
    static const char specs[] = ABX_DATA_DIR "/specs";

    fprintf(stderr,
            "abidex: note: \"abidex gen SPEC-OR-HEADER -o %s.abx\" makes one (specs are "
            "in %s);\n"
            "abidex: note: then say ./%s.abx, or list its folder in $ABIDEX_PATH\n",
            name, access(specs, R_OK) == 0 ? specs : "the sources' bindings/specs", name);
#else
    fprintf(stderr,
            "abidex: note: say where it is, as in ./%s.abx, or list its folder in "
            "$ABIDEX_PATH\n",
            name);
#endif
}

/* Whoever asks for a table by its name may not know yet where tables come from. */
static void put_hint(const char *name, const struct abx_error *err)
{
    const char *end = strrchr(name, '.');

    if (err->code != ENOENT || abx_path_has_folder(name) ||
        (end && strcmp(end, ".abx") == 0))
        return;
    if (!*name) {
        fputs("abidex: note: the name is empty\n", stderr);
        return;
    }
    if (access(name, F_OK) == 0) {
        fprintf(stderr, "abidex: note: %s is a name; the path is ./%s\n", name, name);
        return;
    }
    put_ways(name);
}

int abx_session_open(struct abx_session *session, const char *name, bool is_native)
{
    struct abx_error err = {0};
    int status;

    *session = (struct abx_session){0};
    status = abx_context_create(&session->context);
    if (status == ABX_OK && is_native)
        status = abx_table_open(session->context, name, &session->table, &err);
    else if (status == ABX_OK)
        status = abx_table_read(session->context, name, &session->table, &err);
    if (status == ABX_OK)
        return ABX_EXIT_DONE;
    abx_message_error(name, status, &err);
    if (status == ABX_SYSTEM)
        put_hint(name, &err);
    return ABX_EXIT_UNUSABLE;
}

void abx_session_close(struct abx_session *session)
{
    abx_table_close(session->table);
    abx_context_destroy(session->context);
    *session = (struct abx_session){0};
}
