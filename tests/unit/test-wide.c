/*
 * Integers of 128 bits: text, ranges, bytes and bits.
 */
#include "tests/test.h"

#include <string.h>

#include "runtime/wide.h"

static const char *const numbers[] = {
    "0",
    "1",
    "-1",
    "127",
    "-128",
    "255",
    "4294967296",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "170141183460469231731687303715884105727",
    "-170141183460469231731687303715884105728",
    "340282366920938463463374607431768211455",
};

static struct abx_wide parse(const char *text)
{
    struct abx_wide wide;

    assert_true(abx_wide_parse(text, text + strlen(text), &wide));
    return wide;
}

static void numbers_are_read_and_written(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEST_N(numbers); i++) {
        char text[ABX_WIDE_TEXT];

        abx_wide_format(parse(numbers[i]), text);
        assert_string_equal(text, numbers[i]);
    }
}

static void wrong_numbers_are_not_read(void **state)
{
    static const char *const cases[] = {
        "",
        "-",
        "-0",
        "00",
        "01",
        "+1",
        "1 ",
        " 1",
        "1x",
        "0x1",
        "--1",
        "340282366920938463463374607431768211456",
        "-170141183460469231731687303715884105729",
        "99999999999999999999999999999999999999999999999999",
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct abx_wide wide;

        assert_false(abx_wide_parse(cases[i], cases[i] + strlen(cases[i]), &wide));
    }
}

static void limits_fit_and_what_lies_beyond_does_not(void **state)
{
    static const struct {
        unsigned width;
        bool is_signed;
        const char *least, *below, *most, *above;
    } cases[] = {
        {1, false, "0", "-1", "1", "2"},
        {1, true, "-1", "-2", "0", "1"},
        {8, true, "-128", "-129", "127", "128"},
        {64, true, "-9223372036854775808", "-9223372036854775809", "9223372036854775807",
         "9223372036854775808"},
        {64, false, "0", "-1", "18446744073709551615", "18446744073709551616"},
        {128, true, "-170141183460469231731687303715884105728", NULL,
         "170141183460469231731687303715884105727",
         "170141183460469231731687303715884105728"},
        {128, false, "0", "-1", "340282366920938463463374607431768211455", NULL},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        unsigned width = cases[i].width;
        bool is_signed = cases[i].is_signed;
        char text[ABX_WIDE_TEXT];

        abx_wide_format(abx_wide_limit(width, is_signed, false), text);
        assert_string_equal(text, cases[i].least);
        abx_wide_format(abx_wide_limit(width, is_signed, true), text);
        assert_string_equal(text, cases[i].most);
        assert_true(abx_wide_fits(parse(cases[i].least), width, is_signed));
        assert_true(abx_wide_fits(parse(cases[i].most), width, is_signed));
        if (cases[i].below != NULL)
            assert_false(abx_wide_fits(parse(cases[i].below), width, is_signed));
        if (cases[i].above != NULL)
            assert_false(abx_wide_fits(parse(cases[i].above), width, is_signed));
    }
}

static void bytes_and_bits_keep_numbers(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEST_N(numbers); i++) {
        for (unsigned width = 1; width <= 128; width++) {
            struct abx_wide wide = parse(numbers[i]);
            unsigned char bytes[20] = {0};
            char text[ABX_WIDE_TEXT];
            bool is_signed = wide.is_negative;
            bool is_big = width % 2;

            if (!abx_wide_fits(wide, width, is_signed))
                continue;
            abx_wide_put_bits(wide, bytes, i % 8, width, is_big);
            abx_wide_format(abx_wide_get_bits(bytes, i % 8, width, is_big, is_signed),
                            text);
            assert_string_equal(text, numbers[i]);
            if (width % 8 != 0)
                continue;
            abx_wide_put(wide, bytes, width / 8, is_big);
            abx_wide_format(abx_wide_get(bytes, width / 8, is_big, is_signed), text);
            assert_string_equal(text, numbers[i]);
        }
    }
}

/* The two examples of bindings/FORMAT.md, and what must not change around them. */
static void bits_stand_where_the_format_says(void **state)
{
    unsigned char little[] = {0xff, 0xff};
    unsigned char big[] = {0, 0};

    (void)state;
    abx_wide_put_bits(parse("1"), big, 3, 1, false);
    assert_int_equal(big[0], 8);
    memset(big, 0, sizeof(big));
    abx_wide_put_bits(parse("16"), big, 3, 5, true);
    assert_int_equal(big[0], 16);
    abx_wide_put_bits(parse("0"), little, 6, 4, false);
    assert_int_equal(little[0], 0x3f);
    assert_int_equal(little[1], 0xfc);
    abx_wide_put_bits(parse("9"), big, 6, 4, true);
    assert_int_equal(big[0], 16 | 2);
    assert_int_equal(big[1], 0x40);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_and_written),
        cmocka_unit_test(wrong_numbers_are_not_read),
        cmocka_unit_test(limits_fit_and_what_lies_beyond_does_not),
        cmocka_unit_test(bytes_and_bits_keep_numbers),
        cmocka_unit_test(bits_stand_where_the_format_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
