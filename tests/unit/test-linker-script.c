/* Linker scripts in the place of libraries. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "gen/linker_script.h"

static const struct {
    const char *text;
    const char *words;
    const char *problem; /* NULL: none */
} cases[] = {
    {"INPUT(libncurses.so.6 -ltinfo)\n", "libncurses.so.6 -ltinfo ", NULL},
    {"/* a\n * b */OUTPUT_FORMAT(elf64-x86-64)\nGROUP ( /lib/libc.so.6 a.a  AS_NEEDED "
     "( /lib64/ld.so ) )",
     "/lib/libc.so.6 a.a /lib64/ld.so ", NULL},
    {"GROUP(AS_NEEDED(a) b)INPUT(c,d);", "a b c d ", NULL},
    {"OUTPUT_FORMAT(a, b, c) INPUT (a/*b*/ c)", "a/*b*/ c ", NULL},
    {"", "", "it names no library"},
    {" \n", "", "it names no library"},
    {"INPUT()", "", "it names no library"},
    {"OUTPUT_FORMAT(elf64)", "", "it names no library"},
    {"libz.so.1", "", "it says something else"},
    {"INPUT libz.so.1", "", "it says something else"},
    {"SEARCH_DIR(/lib) INPUT(a)", "", "it says something else"},
    {"INPUT(a) SECTIONS { }", "a ", "it says something else"},
    {"AS_NEEDED", "", "it says something else"},
    {"INPUT(a", "a ", "it ends inside brackets"},
    {"INPUT(a AS_NEEDED(b)", "a b ", "it ends inside brackets"},
    {"INPUT(a))", "a ", "its brackets do not match"},
    {")", "", "its brackets do not match"},
    {"INPUT((a))", "", "its brackets do not match"},
    {"/* INPUT(a)", "", "a comment has no end"},
    {"/*/", "", "a comment has no end"},
    {"INPUT(INPUT(a))", "INPUT ", "its brackets do not match"},
};

static void every_library_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        size_t size = strlen(cases[i].text);
        char *text = malloc(size + !size); /* nothing may be read behind its end */
        struct gen_linker_script script = {.at = text, .end = text + size};
        struct abx_buffer words = {0};
        const char *word;
        int answer;

        assert_non_null(text);
        memcpy(text, cases[i].text, size);
        while ((answer = gen_linker_script_next(&script, &word, &size)) > 0)
            abx_buffer_printf(&words, "%.*s ", (int)size, word);
        assert_string_equal(abx_buffer_text(&words), cases[i].words);
        assert_int_equal(answer, cases[i].problem ? -1 : 0);
        if (cases[i].problem)
            assert_string_equal(script.problem, cases[i].problem);
        else
            assert_null(script.problem);
        abx_buffer_finish(&words);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_library_is_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
