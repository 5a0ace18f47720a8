/* The command line of the generator. */
#include "tests/test.h"

#include <stdio.h>
#include <string.h>

#include "gen/options.h"

enum { MAX_WORDS = 12 };

/* Options, sources and so on in one line, so that a case is easy to compare. */
static void describe(const struct gen_options *options, char *text, size_t size)
{
    size_t n = 0;

    text[0] = '\0';
    for (size_t i = 0; i < options->n_sources; i++)
        n += (size_t)snprintf(text + n, size - n, "%s ", options->sources[i]);
    for (size_t i = 0; i < options->n_flags; i++)
        n += (size_t)snprintf(text + n, size - n, "flag:%s ", options->flags[i]);
    for (size_t i = 0; i < options->n_library_dirs; i++)
        n += (size_t)snprintf(text + n, size - n, "dir:%s ", options->library_dirs[i]);
    for (size_t i = 0; i < options->n_libraries; i++)
        n += (size_t)snprintf(text + n, size - n, "library:%s ", options->libraries[i]);
    n += (size_t)snprintf(
        text + n, size - n, "%s%s%s%s%s%s", options->compiler ? "compiler:" : "",
        options->compiler ? options->compiler : "", options->target ? "target:" : "",
        options->target ? options->target : "", options->sysroot ? "sysroot:" : "",
        options->sysroot ? options->sysroot : "");
    snprintf(text + n, size - n, "%s%s%s%s%s%s", options->output ? "output:" : "",
             options->output ? options->output : "",
             options->resource_dir ? "resource:" : "",
             options->resource_dir ? options->resource_dir : "",
             options->is_verbose ? "verbose" : "", options->wants_help ? "help" : "");
}

static void words_go_where_they_belong(void **state)
{
    static const struct {
        const char *words[MAX_WORDS];
        const char *text;
    } cases[] = {
        {{"a.h"}, "a.h "},
        {{"a.h", "b.h"}, "a.h b.h "},
        {{"-"}, "- "},
        {{"a.h", "-o", "x"}, "a.h output:x"},
        {{"--output", "x", "a.h"}, "a.h output:x"},
        {{"-D", "X=1", "-DY", "a.h"}, "a.h flag:-D flag:X=1 flag:-D flag:Y "},
        {{"-UX", "-I", "d", "-Ie", "a.h"},
         "a.h flag:-U flag:X flag:-I flag:d flag:-I flag:e "},
        {{"-isystem", "d", "a.h"}, "a.h flag:-isystem flag:d "},
        {{"-L", "d", "-Le", "--library", "l", "a.h"}, "a.h dir:d dir:e library:l "},
        {{"--resource-dir", "d", "a.h"}, "a.h resource:d"},
        {{"--cc", "gcc -m32", "a.h"}, "a.h compiler:gcc -m32"},
        {{"--target", "t", "--sysroot", "d", "a.h"}, "a.h target:tsysroot:d"},
        {{"--sysroot", "d", "a.h"}, "a.h sysroot:d"},
        {{"-v", "a.h"}, "a.h verbose"},
        {{"--verbose", "a.h"}, "a.h verbose"},
        {{"-h"}, "help"},
        {{"--help"}, "help"},
        {{"a.h", "-o", "-v"}, "a.h output:-v"},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        char *argv[MAX_WORDS + 2] = {(char *)"gen"};
        struct gen_messages messages = {0};
        struct gen_options options;
        char text[256];
        int argc = 1;

        for (; cases[i].words[argc - 1]; argc++)
            argv[argc] = (char *)cases[i].words[argc - 1];
        assert_int_equal(gen_options_init(&options, argc, argv, &messages), 0);
        assert_int_equal(messages.n_errors, 0);
        describe(&options, text, sizeof(text));
        assert_string_equal(text, cases[i].text);
        gen_options_finish(&options);
    }
}

static void wrong_use_is_told(void **state)
{
    static const char *const cases[][MAX_WORDS] = {
        {NULL},
        {"-v"},
        {"a.h", "-o"},
        {"a.h", "--library"},
        {"a.h", "-D"},
        {"a.h", "-L"},
        {"a.h", "-x"},
        {"a.h", "--"},
        {"a.h", "--out"},
        {"a.h", "-ofile"},
        {"a.h", "--library=x"},
        {"a.h", "--cc"},
        {"a.h", "--target", "t"},
        {"a.h", "--cc", "gcc", "--target", "t", "--sysroot", "d"},
        {"a.h", "--cc", "gcc", "--sysroot", "d"},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        char *argv[MAX_WORDS + 2] = {(char *)"gen"};
        struct gen_messages messages = {0};
        struct gen_options options;
        int argc = 1;

        for (; cases[i][argc - 1]; argc++)
            argv[argc] = (char *)cases[i][argc - 1];
        assert_int_equal(gen_options_init(&options, argc, argv, &messages), -1);
        assert_int_equal(messages.n_errors, 1);
        gen_options_finish(&options);
    }
}

static void help_fits_a_screen(void **state)
{
    const char *line = gen_options_help();
    int n_lines = 0;

    (void)state;
    for (const char *end; (end = strchr(line, '\n')); line = end + 1, n_lines++)
        assert_true(end - line <= 90);
    assert_in_range(n_lines, 10, 40);
    assert_string_equal(line, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_go_where_they_belong),
        cmocka_unit_test(wrong_use_is_told),
        cmocka_unit_test(help_fits_a_screen),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
