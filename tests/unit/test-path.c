/*
 * Paths of this system.
 */
#include "tests/test.h"

#include "base/path.h"

static const struct {
    const char *path;
    const char *file;
} cases[] = {
    {"", ""},
    {"libc", "libc"},
    {"./libc.abx", "libc.abx"},
    {"/a/b/libc.abx", "libc.abx"},
    {"a/", ""},
#ifdef _WIN32
    {"C:\\x\\foo.abx", "foo.abx"},
    {"C:/x\\y/foo", "foo"},
    {"C:foo", "foo"},
    {"..\\foo", "foo"},
#else
    {"C:\\x\\foo.abx", "C:\\x\\foo.abx"},
#endif
};

static void the_file_is_the_last_part(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++)
        assert_string_equal(abx_path_file(cases[i].path), cases[i].file);
}

static void the_rest_is_folders(void **state)
{
    (void)state;
    assert_false(abx_path_has_folder(""));
    assert_false(abx_path_has_folder("libc.abx"));
    assert_true(abx_path_has_folder("./libc"));
    assert_true(abx_path_has_folder("/libc"));
#ifdef _WIN32
    assert_true(abx_path_has_folder("C:libc"));
    assert_true(abx_path_has_folder(".\\libc"));
#else
    assert_false(abx_path_has_folder("a\\b:c"));
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_file_is_the_last_part),
        cmocka_unit_test(the_rest_is_folders),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
