/*
 * Values as the table writes them: what C says of each, worked out by hand.
 */
#include "tests/test.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "gen/literal.h"

static const struct gen_platform lp64 = {
    .long_size = 8, .pointer_size = 8, .is_wchar_signed = true, .wchar_size = 4};
static const struct gen_platform ilp32 = {
    .long_size = 4, .pointer_size = 4, .is_wchar_signed = false, .wchar_size = 4};
static const struct gen_platform llp64 = {
    .long_size = 4, .pointer_size = 8, .is_wchar_signed = false, .wchar_size = 2};

/* Compares and empties. */
static void expect(struct abx_buffer *out, const char *text)
{
    assert_string_equal(abx_buffer_text(out), text);
    abx_buffer_finish(out);
}

static void floats_are_the_sum_of_their_parts(void **state)
{
    static const struct {
        double parts[3];
        unsigned n_parts;
        int exponent;
        const char *text;
    } cases[] = {
        {{1.0}, 1, 0, "0x1p+0"},
        {{-1.5}, 1, 0, "-0x1.8p+0"},
        {{0.1}, 1, 0, "0x1.999999999999ap-4"},
        {{0.0}, 1, 0, "0x0p+0"},
        {{-0.0}, 1, 0, "-0x0p+0"},
        {{-0.0, 0.0, 0.0}, 3, -15900, "-0x0p+0"},
        {{INFINITY}, 1, 0, "inf"},
        {{-INFINITY}, 1, 0, "-inf"},
        {{NAN}, 1, 0, "nan"},
        {{0x1.fffffffffffffp+1023}, 1, 0, "0x1.fffffffffffffp+1023"},
        {{0x1p-1074}, 1, 0, "0x1p-1074"},
        {{0x1.8p-1073}, 1, 0, "0x1.8p-1073"},
        {{1.0}, 1, 15900, "0x1p+15900"},
        {{1.0}, 1, -15900, "0x1p-15900"},
        {{1.0, 0x1p-60}, 2, 0, "0x1.000000000000001p+0"},
        {{1.0, -0x1p-54}, 2, 0, "0x1.fffffffffffff8p-1"},
        {{-1.0, 0x1p-54}, 2, 0, "-0x1.fffffffffffff8p-1"},
        {{1.0, 0x1p-60, 0x1p-110}, 3, 0, "0x1.0000000000000010000000000004p+0"},
    };
    struct abx_buffer out = {0};

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        gen_literal_put_float(&out, cases[i].parts, cases[i].n_parts, cases[i].exponent);
        expect(&out, cases[i].text);
    }
}

/* The same number, with the digits that printf shows. */
static void long_doubles_keep_all_digits(void **state)
{
#if __LDBL_MANT_DIG__ == 64
    static const long double numbers[] = {0.1L, 3.14159265358979323846L, -1e300L,
                                          1e-300L};
    struct abx_buffer out = {0};

    (void)state;
    for (size_t i = 0; i < TEST_N(numbers); i++) {
        double high = (double)numbers[i];
        double parts[2] = {high, (double)(numbers[i] - high)};
        char *end;

        gen_literal_put_float(&out, parts, 2, 0);
        assert_true(strtold(abx_buffer_text(&out), &end) == numbers[i]);
        assert_string_equal(end, "");
        abx_buffer_finish(&out);
    }
#else
    (void)state;
    skip();
#endif
}

static void wide_integers_are_decimal(void **state)
{
    static const struct {
        unsigned long long high, low;
        bool is_signed;
        const char *text;
    } cases[] = {
        {0, 0, true, "0"},
        {0, 7, false, "7"},
        {1, 0, false, "18446744073709551616"},
        {~0ull, ~0ull, true, "-1"},
        {~0ull, ~0ull, false, "340282366920938463463374607431768211455"},
        {~0ull >> 1, ~0ull, true, "170141183460469231731687303715884105727"},
        {1ull << 63, 0, true, "-170141183460469231731687303715884105728"},
    };
    struct abx_buffer out = {0};

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        gen_literal_put_wide(&out, cases[i].high, cases[i].low, cases[i].is_signed);
        expect(&out, cases[i].text);
    }
}

/* C17 6.4.4.1: the first type that holds the value. */
static const struct {
    const char *text;
    const char *on_lp64, *on_ilp32, *on_llp64; /* NULL: left to the compiler */
} integers_cases[] = {
    {"0", "i32 0", "i32 0", "i32 0"},
    {"42", "i32 42", "i32 42", "i32 42"},
    {"-42", "i32 -42", "i32 -42", "i32 -42"},
    {"(-42)", "i32 -42", "i32 -42", "i32 -42"},
    {"((42))", "i32 42", "i32 42", "i32 42"},
    {"2147483647", "i32 2147483647", "i32 2147483647", "i32 2147483647"},
    {"2147483648", "i64 2147483648", "i64 2147483648", "i64 2147483648"},
    {"0x7fffffff", "i32 2147483647", "i32 2147483647", "i32 2147483647"},
    {"0x80000000", "u32 2147483648", "u32 2147483648", "u32 2147483648"},
    {"-0x80000000", "u32 2147483648", "u32 2147483648", "u32 2147483648"},
    {"037777777777", "u32 4294967295", "u32 4294967295", "u32 4294967295"},
    {"0x100000000", "i64 4294967296", "i64 4294967296", "i64 4294967296"},
    {"0x8000000000000000", "u64 9223372036854775808", "u64 9223372036854775808",
     "u64 9223372036854775808"},
    {"9223372036854775807", "i64 9223372036854775807", "i64 9223372036854775807",
     "i64 9223372036854775807"},
    {"-9223372036854775807", "i64 -9223372036854775807", "i64 -9223372036854775807",
     "i64 -9223372036854775807"},
    {"9223372036854775808", NULL, NULL, NULL},
    {"18446744073709551615u", "u64 18446744073709551615", "u64 18446744073709551615",
     "u64 18446744073709551615"},
    {"18446744073709551616", NULL, NULL, NULL},
    {"1u", "u32 1", "u32 1", "u32 1"},
    {"1U", "u32 1", "u32 1", "u32 1"},
    {"-1u", "u32 4294967295", "u32 4294967295", "u32 4294967295"},
    {"4294967296u", "u64 4294967296", "u64 4294967296", "u64 4294967296"},
    {"1l", "i64 1", "i32 1", "i32 1"},
    {"1UL", "u64 1", "u32 1", "u32 1"},
    {"1LU", "u64 1", "u32 1", "u32 1"},
    {"-1ul", "u64 18446744073709551615", "u32 4294967295", "u32 4294967295"},
    {"4294967295L", "i64 4294967295", "i64 4294967295", "i64 4294967295"},
    {"0xffffffffL", "i64 4294967295", "u32 4294967295", "u32 4294967295"},
    {"1ll", "i64 1", "i64 1", "i64 1"},
    {"1LLU", "u64 1", "u64 1", "u64 1"},
    {"1uLL", "u64 1", "u64 1", "u64 1"},
    {"0755", "i32 493", "i32 493", "i32 493"},
    {"08", NULL, NULL, NULL},
    {"1lL", NULL, NULL, NULL},
    {"1uu", NULL, NULL, NULL},
    {"1lul", NULL, NULL, NULL},
    {"1.5", NULL, NULL, NULL},
    {"1e3", NULL, NULL, NULL},
    {"1f", NULL, NULL, NULL},
    {"0x", NULL, NULL, NULL},
    {"0x1p3", NULL, NULL, NULL},
    {"1 + 1", NULL, NULL, NULL},
    {"1,2", NULL, NULL, NULL},
    {"(1)(2)", NULL, NULL, NULL},
    {"((1)", NULL, NULL, NULL},
    {"- 1", NULL, NULL, NULL},
    {"--1", NULL, NULL, NULL},
    {"+1", NULL, NULL, NULL},
    {"'a'", NULL, NULL, NULL},
    {"A", NULL, NULL, NULL},
    {"()", NULL, NULL, NULL},
    {"(", NULL, NULL, NULL},
    {"", NULL, NULL, NULL},
};

static void integers_have_the_type_that_c_gives_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEST_N(integers_cases); i++) {
        const struct gen_platform *platforms[] = {&lp64, &ilp32, &llp64};
        const char *texts[] = {integers_cases[i].on_lp64, integers_cases[i].on_ilp32,
                               integers_cases[i].on_llp64};

        for (size_t k = 0; k < TEST_N(platforms); k++) {
            struct abx_buffer out = {0};

            if (gen_literal_put_integer(&out, integers_cases[i].text, platforms[k]) !=
                (texts[k] != NULL))
                fail_msg("%s: taken as `%s`", integers_cases[i].text,
                         abx_buffer_text(&out));
            expect(&out, texts[k] ? texts[k] : "");
        }
    }
}

static void strings_are_counted_and_escaped(void **state)
{
    static const struct {
        const char *literal;
        const struct gen_platform *platform;
        const char *text; /* NULL: no string */
    } cases[] = {
        {"\"\"", &lp64, "[1]char \"\""},
        {"\"/dev\"", &lp64, "[5]char \"/dev\""},
        {"\"a\\\"b\\\\\"", &lp64, "[5]char \"a\\\"b\\\\\""},
        {"\"\\a\\b\\f\\n\\r\\t\\v\"", &lp64,
         "[8]char \"\\x07\\x08\\x0c\\x0a\\x0d\\x09\\x0b\""},
        {"\"a\\000b\"", &lp64, "[4]char \"a\\x00b\""},
        {"\"\\377\"", &lp64, "[2]char \"\\xff\""},
        {"\"\\0012\"", &lp64, "[3]char \"\\x012\""},
        {"u8\"a\"", &lp64, "[2]char \"a\""},
        {"L\"a\"", &lp64, "[2]i32 \"a\""},
        {"L\"a\"", &ilp32, "[2]u32 \"a\""},
        {"L\"a\"", &llp64, "[2]u16 \"a\""},
        {"L\"\\u20ac\"", &lp64, "[2]i32 \"\\u{20ac}\""},
        {"L\"\\x20ac\"\"1\"", &lp64, "[3]i32 \"\\u{20ac}1\""},
        {"u\"\\u00e9\"", &lp64, "[2]u16 \"\\xe9\""},
        {"u\"\\U0001f600\"", &lp64, "[3]u16 \"\\u{d83d}\\u{de00}\""},
        {"L\"\\U0001f600\"", &llp64, "[3]u16 \"\\u{d83d}\\u{de00}\""},
        {"L\"\\U0001f600\"", &lp64, "[2]i32 \"\\u{1f600}\""},
        {"U\"\\U0001F600\"", &lp64, "[2]u32 \"\\u{1f600}\""},
        {"a", &lp64, NULL},
        {"", &lp64, NULL},
        {"wide\"a\"", &lp64, NULL},
    };
    struct abx_buffer out = {0};

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        bool is_string =
            gen_literal_put_string(&out, cases[i].literal, cases[i].platform);

        assert_int_equal(is_string, cases[i].text != NULL);
        expect(&out, cases[i].text ? cases[i].text : "");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(floats_are_the_sum_of_their_parts),
        cmocka_unit_test(long_doubles_keep_all_digits),
        cmocka_unit_test(wide_integers_are_decimal),
        cmocka_unit_test(integers_have_the_type_that_c_gives_them),
        cmocka_unit_test(strings_are_counted_and_escaped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
