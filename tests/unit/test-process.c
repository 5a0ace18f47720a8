/* Running programs: what they write, and how they end. */
#include "tests/test.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/process.h"

static void output_and_status_come_back(void **state)
{
    static const struct {
        const char *script;
        const char *output;
        int status;
    } cases[] = {
        {"", "", 0},
        {"exit 7", "", 7},
        {"echo one; echo two >&2; echo three", "one\ntwo\nthree\n", 0},
        {"cat", "", 0}, /* there is no input */
        {"kill -9 $$", "", -SIGKILL},
        {"echo $LC_ALL:$LANGUAGE:$ABIDEX_TEST:$ABIDEX_TES", "C::kept:\n", 0},
        {"sleep 60 & echo left", "left\n",
         0}, /* who holds the stream is not waited for */
        {"head -c 100000 /dev/zero | tr '\\0' x | wc -c", "100000\n", 0},
    };

    (void)state;
    setenv("LC_ALL", "de_DE.UTF-8", 1);
    setenv("LANGUAGE", "de", 1);
    setenv("ABIDEX_TEST", "kept", 1);
    setenv("ABIDEX_TES", "lost", 1);
    for (size_t i = 0; i < TEST_N(cases); i++) {
        const char *const words[] = {"sh", "-c", cases[i].script, NULL};
        const char *const without[] = {"ABIDEX_TES", NULL};
        struct abx_buffer output = {0};
        int status = 99;

        assert_int_equal(abx_process_run(words, NULL, without, &output, &status), 0);
        assert_string_equal(abx_buffer_text(&output), cases[i].output);
        assert_int_equal(status, cases[i].status);
        abx_buffer_finish(&output);
    }
}

static void what_cannot_run_is_told(void **state)
{
    const char *const words[] = {"/no/such/program", NULL};
    struct abx_buffer output = {0};
    int status = 99;

    (void)state;
    assert_int_equal(abx_process_run(words, NULL, NULL, &output, &status), ENOENT);
    assert_int_equal(output.size, 0);
    setenv("TMPDIR", "/no/such/folder", 1);
    assert_int_equal(abx_process_run(words, NULL, NULL, &output, &status), ENOENT);
    unsetenv("TMPDIR");
    abx_buffer_finish(&output);
}

static void signals_are_blocked_as_asked(void **state)
{
    const char *const words[] = {"sh", "-c", "kill -TERM $$; echo on", NULL};
    struct abx_buffer output = {0};
    int status = 99;
    sigset_t mask;

    (void)state;
    sigemptyset(&mask);
    sigaddset(&mask, SIGTERM);
    assert_int_equal(abx_process_run(words, &mask, NULL, &output, &status), 0);
    assert_string_equal(abx_buffer_text(&output), "on\n");
    assert_int_equal(status, 0);
    abx_buffer_finish(&output);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(output_and_status_come_back),
        cmocka_unit_test(what_cannot_run_is_told),
        cmocka_unit_test(signals_are_blocked_as_asked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
