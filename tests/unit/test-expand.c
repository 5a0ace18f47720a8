/* What the use of a macro becomes: attributes, and names that macros put together. */
#include "tests/test.h"

#include <string.h>

#include "base/buffer.h"
#include "gen/expand.h"

static const struct {
    const char *name;
    const char *text;
    bool takes_arguments;
} macros_of_headers[] = {
    {"AW", "(n) n##W", true},
    {"AW_END", "(n, end) n ## W ## end", true},
    {"U", "(n) AW(n##_)", true},
    {"CreateFile", "AW(CreateFile)", false},
    {"Key", "AW_END(Key, _T)", false},
    {"Nested", "U(Nested)", false},
    {"Loop", "AW(Loop) + AW(Loop)", false},
    {"Call", "AW(Call)()", false},
    {"Sum", "PLUS(1)", false},
    {"PLUS", "(n) n + 1", true},
    {"Plain", "CreateFile", false},
    {"Empty", "", false},
    {"Lone", "(n) ##", true},
    {"Torn", "Lone(a)", false},
    {"Unknown", "NOTHING(a)", false},
};

static void fill(struct gen_macros *macros)
{
    for (size_t i = 0; i < TEST_N(macros_of_headers); i++)
        assert_non_null(gen_macros_set(
            macros, macros_of_headers[i].name, macros_of_headers[i].text,
            strlen(macros_of_headers[i].text), macros_of_headers[i].takes_arguments));
}

static void names_are_put_together(void **state)
{
    static const struct {
        const char *macro;
        const char *name; /* NULL: it is none */
    } cases[] = {
        {"CreateFile", "CreateFileW"},
        {"Key", "KeyW_T"},
        {"Nested", "Nested_W"},
        {"Loop", NULL},
        {"Call", NULL},
        {"Sum", NULL},
        {"Plain", NULL},
        {"Empty", NULL},
        {"AW", NULL},
        {"Torn", NULL},
        {"Unknown", NULL},
    };
    struct gen_macros macros = {0};
    struct abx_arena arena = {0};

    (void)state;
    fill(&macros);
    for (size_t i = 0; i < TEST_N(cases); i++) {
        const char *name =
            gen_expand_name(&macros, gen_macros_find(&macros, cases[i].macro), &arena);

        if (cases[i].name)
            assert_string_equal(name, cases[i].name);
        else
            assert_null(name);
    }
    abx_arena_finish(&arena);
    gen_macros_finish(&macros);
}

static void one_word_is_expanded(void **state)
{
    static const struct {
        const char *text;
        const char *expanded;
    } cases[] = {
        {"AW( a ) b", " aW"},       {"U(a)(b)", "  a_W"}, {"AW_END(a,b)", " aWb"},
        {"PLUS(2)", " 2 + 1"},      {"AW", "AW"},         {"b AW(a)", "b"},
        {"Plain;", " CreateFileW"}, {"AW(a", "AW"},
    };
    struct gen_macros macros = {0};

    (void)state;
    fill(&macros);
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct abx_buffer out = {0};

        gen_expand_word(&macros, cases[i].text, cases[i].text + strlen(cases[i].text),
                        &out);
        assert_string_equal(abx_buffer_text(&out), cases[i].expanded);
        abx_buffer_finish(&out);
    }
    gen_macros_finish(&macros);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_put_together),
        cmocka_unit_test(one_word_is_expanded),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
