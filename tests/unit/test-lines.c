/* Lines in the making: keys, order, and units that clash. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "gen/lines.h"

static void expect_lines(const struct gen_lines *lines, const char *wanted)
{
    struct abx_buffer text = {0};
    const char **texts;
    size_t n = 0;

    texts = gen_lines_sorted(lines, &n);
    assert_non_null(texts);
    for (size_t i = 0; i < n; i++)
        abx_buffer_printf(&text, "%s\n", texts[i]);
    assert_string_equal(abx_buffer_text(&text), wanted);
    abx_buffer_finish(&text);
    free(texts);
}

static void the_first_line_of_a_key_stays(void **state)
{
    struct gen_lines lines = {0};
    struct gen_line *first = gen_lines_add(&lines, ABX_KIND_CONST, "A", "i32 1", 1);

    (void)state;
    assert_ptr_equal(gen_lines_add(&lines, ABX_KIND_CONST, "A", "i32 2", 1), first);
    assert_ptr_not_equal(gen_lines_add(&lines, ABX_KIND_ALIAS, "A", "B", 1), first);
    assert_ptr_equal(gen_lines_find(&lines, ABX_KIND_CONST, "A"), first);
    assert_null(gen_lines_find(&lines, ABX_KIND_FN, "A"));
    assert_null(gen_lines_find(&lines, ABX_KIND_CONST, "AA"));
    expect_lines(&lines, "alias A B\nconst A i32 1\n");
    gen_lines_replace(&lines, first, "i32 3");
    expect_lines(&lines, "alias A B\nconst A i32 3\n");
    gen_lines_finish(&lines);
}

static void lines_are_sorted_bytewise(void **state)
{
    static const char *const names[] = {"b", "_x", "B", "a_b", "ab", "a", "$", "a0"};
    struct gen_lines lines = {0};

    (void)state;
    for (size_t i = 0; i < TEST_N(names); i++)
        gen_lines_add(&lines, ABX_KIND_ALIAS, names[i], "t", 1);
    expect_lines(&lines, "alias $ t\nalias B t\nalias _x t\nalias a t\nalias a0 t\n"
                         "alias a_b t\nalias ab t\nalias b t\n");
    gen_lines_finish(&lines);
}

struct addition {
    unsigned unit;
    enum abx_kind kind;
    const char *name, *rest;
};

static const struct {
    struct addition additions[6];
    const char *wanted;
} units_cases[] = {
    {{{1, ABX_KIND_CONST, "A", "i32 1"}, {2, ABX_KIND_CONST, "A", "i32 2"}},
     "const A i32 1\nomit A is i32 2 in unit 2\n"},
    {{{1, ABX_KIND_CONST, "A", "i32 1"}, {2, ABX_KIND_CONST, "B", "i32 2"}},
     "const A i32 1\nconst B i32 2\nunit 2 const B\n"},
    {{{2, ABX_KIND_OMIT, "A", "is empty"}}, "omit A is empty\n"},
    {{{1, ABX_KIND_STRUCT, "s", "4 4 {0 i32 a}"},
      {2, ABX_KIND_STRUCT, "s", "4 4 {0 u32 b}"},
      {2, ABX_KIND_FN, "f", "i32(*struct s)"}},
     "fn f i32(*struct s)\nomit s is another struct in unit 2\n"
     "struct s 4 4 {0 i32 a}\nunit 2 fn f\n"},
    {{{1, ABX_KIND_STRUCT, "s", "4 4 {0 i32 a}"},
      {2, ABX_KIND_FN, "f", "i32(i32 s, *const u8 t)"},
      {2, ABX_KIND_STRUCT, "s", "8 4 {0 i32 a}"},
      {1, ABX_KIND_TYPEDEF, "t", "i32"},
      {2, ABX_KIND_TYPEDEF, "t", "i64"}},
     "fn f i32(i32 s, *const u8 t)\nomit s is another struct in unit 2\n"
     "omit t is another typedef in unit 2\n"
     "struct s 4 4 {0 i32 a}\ntypedef t i32\nunit 2 fn f\n"},
    {{{1, ABX_KIND_STRUCT, "s", "4 4 {0 i32 a}"},
      {2, ABX_KIND_STRUCT, "s", "8 4 {0 i32 a}"},
      {2, ABX_KIND_FN, "f", "i32(*struct s)"},
      {2, ABX_KIND_FN, "g", "i32(*struct ss)"},
      {2, ABX_KIND_FN, "h", "i32(*union s)"}},
     "fn g i32(*struct ss)\nfn h i32(*union s)\n"
     "omit f refers to another struct s than the rest of the table\n"
     "omit s is another struct in unit 2\n"
     "struct s 4 4 {0 i32 a}\nunit 2 fn g\nunit 2 fn h\n"},
    {{{1, ABX_KIND_TYPEDEF, "t", "i32"},
      {2, ABX_KIND_TYPEDEF, "t", "i64"},
      {2, ABX_KIND_FN, "f", "void(*struct holds)"},
      {2, ABX_KIND_STRUCT, "holds", "8 8 {0 t a}"},
      {2, ABX_KIND_VAR, "v", "[2]t"}},
     "omit f refers to another struct holds than the rest of the table\n"
     "omit holds refers to another t than the rest of the table\n"
     "omit t is another typedef in unit 2\n"
     "omit v refers to another t than the rest of the table\n"
     "typedef t i32\n"},
    {{{1, ABX_KIND_STRUCT, "s", "4 4 {0 i32 a}"},
      {2, ABX_KIND_STRUCT, "s", "incomplete"},
      {2, ABX_KIND_FN, "f", "i32(*struct s)"}},
     "fn f i32(*struct s)\nstruct s 4 4 {0 i32 a}\nunit 2 fn f\n"},
};

static void units_are_kept_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEST_N(units_cases); i++) {
        struct gen_lines lines = {0};

        for (unsigned unit = 1; unit <= 2; unit++) {
            for (size_t k = 0; k < TEST_N(units_cases[i].additions); k++) {
                const struct addition *add = &units_cases[i].additions[k];

                if (add->unit == unit)
                    gen_lines_add(&lines, add->kind, add->name, add->rest, unit);
            }
            gen_lines_end_unit(&lines, unit);
        }
        expect_lines(&lines, units_cases[i].wanted);
        assert_false(lines.out_of_memory);
        gen_lines_finish(&lines);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_line_of_a_key_stays),
        cmocka_unit_test(lines_are_sorted_bytewise),
        cmocka_unit_test(units_are_kept_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
