/* What is made of pkg-config's answers: programs of the test's own stand for it. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "gen/package.h"

/* Runs gen_packages_read for the package "p" with a script that prints the answers. */
static int read_with(const char *script, struct gen_options *options,
                     struct gen_messages *messages)
{
    char path[] = "/tmp/abidex-package-XXXXXX", command[64];
    char *argv[] = {(char *)"gen", (char *)"a.h", (char *)"--pkg", (char *)"p"};
    int fd = mkstemp(path), answer;

    assert_true(fd >= 0);
    assert_int_equal(write(fd, script, strlen(script)), strlen(script));
    close(fd);
    snprintf(command, sizeof(command), " sh  %s ", path); /* words of its own */
    setenv("PKG_CONFIG", command, 1);
    assert_int_equal(gen_options_init(options, 4, argv, messages), 0);
    answer = gen_packages_read(options, messages);
    unlink(path);
    return answer;
}

static const struct {
    const char *script;
    const char *wanted; /* flags, folders and libraries */
} cases[] = {
    {"", ""},
    {"echo $1 = $2 >&2; test $1 = --libs || echo", NULL},
    {"test $1 = --libs && echo -lz -L/l ' ' -lm; true", "-L /l /l -lz -lm "},
    {"test $1 = --libs || echo -I/i -DX=1 -D Y -isystem /s -UZ",
     "-I /i -D X=1 -D Y -isystem /s -U Z "},
    {"test $1 = --libs || echo '-I/a\\ b -DX=\\\"y\\\" -DZ=\"1 + 2\" -D'\"'\"'A=\"'\"'\"",
     "-I /a b -D X=\"y\" -D Z=1 + 2 -D A=\" "},
    {"test $1 = --libs || echo -pthread -Wall -Werror=x", "-D _REENTRANT "},
    {"test $1 = --libs && echo -Wl,-rpath,/x -rdynamic -lz; true", "-lz "},
    {"test $1 = --libs || echo -msse2", NULL},
    {"test $1 = --libs || echo -Wp,-DX=1", NULL},
    {"test $1 = --libs || echo -D", NULL},
    {"test $1 = --libs || echo /usr/lib/libz.a", NULL},
    {"echo no such thing; exit 1", NULL},
    {"exit 1", NULL},
    {"kill -9 $$", NULL},
};

static void answers_become_options(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct gen_options options;
        struct gen_messages messages = {0};
        struct abx_buffer text = {0};
        int answer = read_with(cases[i].script, &options, &messages);

        if (answer != (cases[i].wanted ? 0 : -1))
            fail_msg("`%s`: answer %d", cases[i].script, answer);
        assert_int_equal(messages.n_errors, cases[i].wanted ? 0 : 1);
        for (size_t k = 0; k < options.n_flags; k++)
            abx_buffer_printf(&text, "%s ", options.flags[k]);
        for (size_t k = 0; k < options.n_library_dirs; k++)
            abx_buffer_printf(&text, "%s ", options.library_dirs[k]);
        for (size_t k = 0; k < options.n_libraries; k++)
            abx_buffer_printf(&text, "%s ", options.libraries[k]);
        if (cases[i].wanted)
            assert_string_equal(abx_buffer_text(&text), cases[i].wanted);
        abx_buffer_finish(&text);
        gen_options_finish(&options);
    }
}

static void a_program_that_is_not_there_is_told(void **state)
{
    char *argv[] = {(char *)"gen", (char *)"a.h", (char *)"--pkg", (char *)"p"};
    struct gen_options options;
    struct gen_messages messages = {0};

    (void)state;
    setenv("PKG_CONFIG", "/nothing/like/pkg-config", 1);
    assert_int_equal(gen_options_init(&options, 4, argv, &messages), 0);
    assert_int_equal(gen_packages_read(&options, &messages), -1);
    assert_int_equal(messages.n_errors, 1);
    gen_options_finish(&options);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_become_options),
        cmocka_unit_test(a_program_that_is_not_there_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
