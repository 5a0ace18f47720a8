/*
 * Words of the format: kinds, builtin types, the units of strings.
 */
#include "tests/test.h"

#include <string.h>

#include "runtime/grammar.h"

static void kinds_are_found_by_their_word(void **state)
{
    (void)state;
    for (int kind = ABX_KIND_NONE + 1; kind < ABX_N_KINDS; kind++) {
        const char *word = abx_kind_word((enum abx_kind)kind);

        assert_non_null(word);
        assert_int_equal(abx_kind_find(word, strlen(word)), kind);
        if (kind > ABX_KIND_NONE + 1)
            assert_true(strcmp(abx_kind_word((enum abx_kind)(kind - 1)), word) < 0);
    }
    assert_null(abx_kind_word(ABX_KIND_NONE));
    assert_null(abx_kind_word(ABX_N_KINDS));
    assert_int_equal(abx_kind_find("f", 1), ABX_KIND_NONE);
    assert_int_equal(abx_kind_find("fnx", 3), ABX_KIND_NONE);
    assert_int_equal(abx_kind_find("", 0), ABX_KIND_NONE);
}

static void conventions_are_found_by_their_word(void **state)
{
    (void)state;
    assert_null(abx_convention_word(ABX_CONVENTION_PLATFORM));
    for (int i = ABX_CONVENTION_PLATFORM + 1; i < ABX_N_CONVENTIONS; i++) {
        const char *word = abx_convention_word((enum abx_convention)i);

        assert_non_null(word);
        assert_int_equal(abx_convention_find(word, strlen(word)), i);
        assert_int_equal(abx_convention_find(word, strlen(word) - 1),
                         ABX_CONVENTION_PLATFORM);
    }
    assert_int_equal(abx_convention_find("cdecl", 5), ABX_CONVENTION_PLATFORM);
    assert_int_equal(abx_convention_find("", 0), ABX_CONVENTION_PLATFORM);
}

static void attributes_have_words(void **state)
{
    (void)state;
    for (int i = 0; i < ABX_N_ATTRIBUTES; i++) {
        const char *word = abx_attribute_word((enum abx_attribute_id)i);

        assert_non_null(word);
        for (int k = 0; k < i; k++)
            assert_string_not_equal(word, abx_attribute_word((enum abx_attribute_id)k));
    }
}

static void builtins_are_found_by_their_name(void **state)
{
    static const struct {
        const char *name;
        enum abx_type_kind kind;
        unsigned size;
        bool is_signed;
    } cases[] = {
        {"void", ABX_TYPE_VOID, 0, false}, {"bool", ABX_TYPE_BOOL, 1, false},
        {"char", ABX_TYPE_CHAR, 1, false}, {"i8", ABX_TYPE_INT, 1, true},
        {"u16", ABX_TYPE_INT, 2, false},   {"i128", ABX_TYPE_INT, 16, true},
        {"f32", ABX_TYPE_FLOAT, 4, true},  {"va_list", ABX_TYPE_VA_LIST, 0, false},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        const struct abx_builtin *builtin =
            abx_builtin_find(cases[i].name, strlen(cases[i].name));

        assert_non_null(builtin);
        assert_int_equal(builtin->kind, cases[i].kind);
        assert_int_equal(builtin->size, cases[i].size);
        assert_int_equal(builtin->is_signed, cases[i].is_signed);
    }
    assert_null(abx_builtin_find("i32x", 4));
    assert_null(abx_builtin_find("int", 3));
}

static void units_are_written_and_read_back(void **state)
{
    static const struct {
        unsigned long unit;
        const char *text;
    } cases[] = {
        {'a', "a"},
        {' ', " "},
        {'~', "~"},
        {'"', "\\\""},
        {'\\', "\\\\"},
        {0, "\\x00"},
        {'\n', "\\x0a"},
        {0x7f, "\\x7f"},
        {0xff, "\\xff"},
        {0x100, "\\u{100}"},
        {0x20ac, "\\u{20ac}"},
        {0x1f600, "\\u{1f600}"},
        {0xffffffff, "\\u{ffffffff}"},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct abx_buffer buffer = {0};
        unsigned long unit = 1;
        size_t size = strlen(cases[i].text);

        abx_grammar_put_unit(&buffer, cases[i].unit);
        assert_string_equal(abx_buffer_text(&buffer), cases[i].text);
        abx_buffer_finish(&buffer);
        assert_int_equal(abx_grammar_get_unit(cases[i].text, cases[i].text + size, &unit),
                         size);
        assert_int_equal(unit, cases[i].unit);
        for (size_t cut = 0; cut < size; cut++)
            assert_int_equal(
                abx_grammar_get_unit(cases[i].text, cases[i].text + cut, &unit), 0);
    }
}

static void wrong_units_are_not_read(void **state)
{
    static const char *const cases[] = {
        "\"",      "\\",        "\\n",      "\\x",     "\\x4",
        "\\x41",   "\\xFF",     "\\x0g",    "\\u",     "\\u{}",
        "\\u{ff}", "\\u{0100}", "\\u{100",  "\\u{1g}", "\\u{123456789}",
        "\x1f",    "\x7f",      "\xc3\xa4", "\n",
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        unsigned long unit;

        assert_int_equal(
            abx_grammar_get_unit(cases[i], cases[i] + strlen(cases[i]), &unit), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_are_found_by_their_word),
        cmocka_unit_test(conventions_are_found_by_their_word),
        cmocka_unit_test(attributes_have_words),
        cmocka_unit_test(builtins_are_found_by_their_name),
        cmocka_unit_test(units_are_written_and_read_back),
        cmocka_unit_test(wrong_units_are_not_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
