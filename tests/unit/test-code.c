/*
 * How codes are written.
 */
#include "tests/test.h"

#include "base/code.h"

static const struct {
    int64_t code;
    const char *text;
} cases[] = {
    {0, "0"},
    {6, "6"},
    {-1, "-1"},
    {-65536, "-65536"},
    {-1073741816, "0xC0000008"},
    {INT32_MIN, "0x80000000"},
    {INT32_MAX, "2147483647"},
    {INT32_MIN - (int64_t)1, "-2147483649"},
    {INT64_MIN, "-9223372036854775808"},
};

static void codes_are_written_as_they_are_looked_up(void **state)
{
    char text[ABX_CODE_TEXT];

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        assert_string_equal(abx_code_text(cases[i].code, text), cases[i].text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_written_as_they_are_looked_up),
    };

    return cmocka_run_group_tests_name("code", tests, NULL, NULL);
}
