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
    for (size_t i = 0; i < options->n_packages; i++)
        n += (size_t)snprintf(text + n, size - n, "package:%s ", options->packages[i]);
    for (size_t i = 0; i < options->n_patterns; i++)
        n += (size_t)snprintf(text + n, size - n, "%s:%s ",
                              options->patterns[i].is_skip ? "skip" : "only",
                              options->patterns[i].text);
    n += (size_t)snprintf(
        text + n, size - n, "%s%s%s%s%s%s", options->compiler ? "compiler:" : "",
        options->compiler ? options->compiler : "", options->target ? "target:" : "",
        options->target ? options->target : "", options->sysroot ? "sysroot:" : "",
        options->sysroot ? options->sysroot : "");
    snprintf(text + n, size - n, "%s%s%s%s%s%s%s", options->takes_all ? "all " : "",
             options->output ? "output:" : "", options->output ? options->output : "",
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
        {{"a.h", "-o", "-"}, "a.h "},
        {{"-D", "X=1", "-DY", "a.h"}, "a.h flag:-D flag:X=1 flag:-D flag:Y "},
        {{"-UX", "-I", "d", "-Ie", "a.h"},
         "a.h flag:-U flag:X flag:-I flag:d flag:-I flag:e "},
        {{"-isystem", "d", "a.h"}, "a.h flag:-isystem flag:d "},
        {{"-L", "d", "-Le", "--library", "l", "a.h"},
         "a.h flag:-L flag:d flag:-L flag:e dir:d dir:e library:l "},
        {{"-l", "z", "--library", "l", "-lm", "a.h"},
         "a.h library:-lz library:l library:-lm "},
        {{"--pkg", "p", "a.h", "--pkg", "q >= 2"}, "a.h package:p package:q >= 2 "},
        {{"--skip", "x*", "a.h", "--only", "*", "--skip", ""},
         "a.h skip:x* only:* skip: "},
        {{"--all", "a.h"}, "a.h all "},
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
        {"a.h", "-o", "x", "--output", "x"},
        {"a.h", "--cc", "x", "--cc", "y"},
        {"."},
        {"a.h", "/dev/null"},
        {"a.h", "--library"},
        {"a.h", "-D"},
        {"a.h", "-L"},
        {"a.h", "-l"},
        {"a.h", "--pkg"},
        {"a.h", "--only"},
        {"a.h", "--skip"},
        {"a.h", "--skip", "two\nlines"},
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

/* Of another program's words only those are taken that a compiler takes, too. */
static void words_of_others_are_added(void **state)
{
    static const struct {
        const char *words[MAX_WORDS];
        const char *wrong; /* NULL: none */
        const char *text;
    } cases[] = {
        {{NULL}, NULL, "a.h flag:-D flag:X library:l "},
        {{"-DY", "-I", "d", "-isystem", "e", "-lz", "-Lf"},
         NULL,
         "a.h flag:-D flag:X flag:-D flag:Y flag:-I flag:d flag:-isystem flag:e flag:-L "
         "flag:f dir:f "
         "library:l library:-lz "},
        {{"-DY", "-fshort-enums"},
         "-fshort-enums",
         "a.h flag:-D flag:X flag:-D flag:Y library:l "},
        {{"-D"}, "-D", "a.h flag:-D flag:X library:l "},
        {{"a.so"}, "a.so", "a.h flag:-D flag:X library:l "},
        {{"-o", "x"}, "-o", "a.h flag:-D flag:X library:l "},
        {{"--all"}, "--all", "a.h flag:-D flag:X library:l "},
        {{"-DX=\n"}, "-DX=\n", "a.h flag:-D flag:X library:l "},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        char *argv[] = {(char *)"gen", (char *)"-DX", (char *)"a.h", (char *)"--library",
                        (char *)"l"};
        const char *words[MAX_WORDS] = {NULL};
        struct gen_messages messages = {0};
        struct gen_options options;
        const char *wrong = NULL;
        char text[256];
        size_t n = 0;

        for (; cases[i].words[n]; n++)
            words[n] = cases[i].words[n];
        assert_int_equal(gen_options_init(&options, 5, argv, &messages), 0);
        assert_int_equal(gen_options_add_words(&options, words, n, &wrong),
                         cases[i].wrong ? 1 : 0);
        if (cases[i].wrong)
            assert_string_equal(wrong, cases[i].wrong);
        describe(&options, text, sizeof(text));
        assert_string_equal(text, cases[i].text);
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
        cmocka_unit_test(words_of_others_are_added),
        cmocka_unit_test(help_fits_a_screen),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
