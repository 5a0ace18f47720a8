/* What the triples of compilers are called in tables. */
#include "tests/test.h"

#include "target/platform.h"

static void triples_have_one_name(void **state)
{
    static const struct {
        const char *triple;
        const char *platform;
        bool is_windows;
    } cases[] = {
        {"x86_64-pc-linux-gnu", "x86_64-linux-gnu", false},
        {"i386-linux-gnu", "i686-linux-gnu", false},
        {"armv7l-unknown-linux-gnueabihf", "arm-linux-gnueabihf", false},
        {"x86_64", "x86_64", false},
        {"x86_64-w64-mingw32", "x86_64-w64-mingw32", true},
        {"x86_64-unknown-w64-mingw32", "x86_64-w64-mingw32", true},
        {"x86_64-w64-windows-gnu", "x86_64-w64-mingw32", true},
        {"i586-windows-gnu", "i686-w64-mingw32", true},
        {"i686-pc-windows-msvc", "i686-windows-msvc", false},
        {"i686-mingw32", "i686-mingw32", false},
        {"i686-pc-mingw32", "i686-pc-mingw32", false},
        {"x86_64-w64-mingw32ce", "x86_64-w64-mingw32ce", false},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct abx_buffer out = {0};

        abx_target_put_platform(&out, cases[i].triple);
        assert_string_equal(abx_buffer_text(&out), cases[i].platform);
        assert_int_equal(abx_target_is_windows(cases[i].platform), cases[i].is_windows);
        abx_buffer_finish(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(triples_have_one_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
