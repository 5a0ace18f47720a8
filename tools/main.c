/**
 * The command `abidex`: finds the subcommand and hands over to it. What a build lacks
 * stays in the list with the reason, so that `abidex gen` never looks like a misspelling.
 */
#include <stdio.h>
#include <string.h>

#include "tools/command.h"
#include "tools/generator.h"
#include "tools/streams.h"

struct command {
    const char *name;
    const char *help;
    int (*main)(int argc, char **argv); /* NULL: not in this build */
    const char *lack;
};

#ifdef ABX_HAVE_GEN
#define GEN generator_main, NULL
#elif defined(_WIN32)
#define GEN NULL, "generator: tables for Windows are made where its cross compilers run"
#else
#define GEN NULL, "generator (libclang was not found when it was built)"
#endif

#ifdef ABX_HAVE_VERIFY
#define VERIFY verify_main, NULL
#elif defined(_WIN32)
#define VERIFY                                                                           \
    NULL, "verifier: tables for Windows are proven where its cross compilers run"
#else
#define VERIFY NULL, "verifier (libelf was not found when it was built)"
#endif

static const struct command commands[] = {
    {"gen", "make a table from C headers", GEN},
    {"verify", "have a compiler prove each fact of a table", VERIFY},
    {"list", "print the names in a table, or how many there are", list_main, NULL},
    {"show", "print a function, layout or constant as C", show_main, NULL},
    {"explain", "say how a function fails, and why", explain_main, NULL},
    {"call", "call a function", call_main, NULL},
    {"diff", "compare two tables by meaning", diff_main, NULL},
    {"export", "write cffi, ctypes or LuaJIT declarations, or JSON", export_main, NULL},
    {"check", "check a table against the running system", check_main, NULL},
};

enum { N_COMMANDS = sizeof(commands) / sizeof(*commands) };

static int print_help(void)
{
    size_t i;

    puts("Usage: abidex SUBCOMMAND [OPTION…] ARGUMENT…\n"
         "\n"
         "Makes tables of C libraries from their headers, proves them, and uses them.\n"
         "A TABLE is a path (./libc.abx), or a name (libc) that is looked for in the\n"
         "directories of $ABIDEX_PATH and where abidex is installed.\n"
         "\n"
         "Subcommands:");
    for (i = 0; i < N_COMMANDS; i++)
        printf("  %-10s %s\n", commands[i].name, commands[i].help);
    puts("\n"
         "Options:\n"
         "  --help, -h print this page; after a subcommand, its own\n"
         "  --version  print the version and the platform\n"
         "\n"
         "Exit status: 0 done; 1 it fell short (not found, the function failed, a "
         "finding);\n"
         "2 it could not run, or could not write what it found.\n"
         "\n"
         "Examples:\n"
         "  abidex show libc \"struct epoll_event\"\n"
         "  abidex call libc open /nonexistent O_RDONLY");
    return ABX_EXIT_DONE;
}

static int print_version(void)
{
    printf("abidex %s (%s)\n", ABX_VERSION, abx_platform());
    return ABX_EXIT_DONE;
}

static int run(const struct command *command, int argc, char **argv)
{
    if (command->main)
        return command->main(argc, argv);
    abx_message("this build has no %s", command->lack);
    return ABX_EXIT_UNUSABLE;
}

static int run_named(const char *name, int argc, char **argv)
{
    size_t i;

    for (i = 0; i < N_COMMANDS; i++)
        if (strcmp(name, commands[i].name) == 0)
            return run(&commands[i], argc, argv);
    abx_message("unknown %s \"%s\"; \"abidex --help\" lists what there is",
                name[0] == '-' ? "option" : "subcommand", name);
    return ABX_EXIT_UNUSABLE;
}

/* `abidex help SUBCOMMAND` is `abidex SUBCOMMAND --help`. */
static int help(const char *name)
{
    char option[] = "--help";
    char *argv[] = {option, option, NULL};

    return name ? run_named(name, 2, argv) : print_help();
}

static int dispatch(int argc, char **argv)
{
    if (argc < 2) {
        abx_message("which subcommand? \"abidex --help\" lists them");
        return ABX_EXIT_UNUSABLE;
    }
    if (strcmp(argv[1], "help") == 0)
        return help(argv[2]);
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
        return print_help();
    if (strcmp(argv[1], "--version") == 0)
        return print_version();
    return run_named(argv[1], argc - 1, argv + 1);
}

int main(int argc, char **argv)
{
    streams_begin(&argc, &argv);
    return streams_end(dispatch(argc, argv));
}
