/*
 * From the text of attributes to the table's words.
 */
#include "tests/test.h"

#include <string.h>

#include "gen/attributes.h"

static const struct {
    const char *text;
    const char *words;
    bool is_unknown; /* besides, it says what the table has no word for */
} cases[] = {
    {"", "", false},
    {"nonnull(1, 3)", " nonnull=1,3", false},
    {"__nonnull__ ((2))", " nonnull=2", false},
    {"__attribute__((nonnull(1))) __attribute((__noreturn__))", " nonnull=1 noreturn",
     false},
    {"returns_nonnull, malloc", " returns_nonnull malloc", false},
    {"malloc(free)", " dealloc=free:1", false},
    {"malloc (fclose, 1), malloc(abort_file, 2), malloc, malloc(fclose, 1)",
     " malloc dealloc=abort_file:2,fclose:1", false},
    {"malloc(__builtin_free, 1)", " dealloc=free:1", false},
    {"malloc(free, 0)", "", false},
    {"malloc()", " malloc", false},
    {"alloc_size(2, 1) alloc_align(3)", " alloc_size=1,2 alloc_align=3", false},
    {"format(printf, 1, 2)", " format=printf:1:2", false},
    {"format(__gnu_printf__, 1 + 1, (1) + 3 - 1)", " format=gnu_printf:2:3", false},
    {"format(scanf, 3, 0), format(printf, 1, 0)", " format=printf:1:0,scanf:3:0", false},
    {"format(printf, nothing, 2), format(printf), format(1, 2, 3)", "", false},
    {"format_arg(1) format_arg(2)", " format_arg=1,2", false},
    {"calls_back(4, call), calls_back(2, kept)", " callback=2:kept,4:call", false},
    {"buffer(5, 6), buffer(1, 2, 3), array(4, 1)", " buffer=1:2:3,5:6 array=4:1", false},
    {"buffer(1), buffer(1, 0), buffer(1, 2, 3, 4), array(x, 1)", "", false},
    {"frees(2)", " frees=2", false},
    {"frees(2, success), frees(0), frees(x), holds(1, 2)", " static=1:2 frees=2:success",
     false},
    {"warn_unused_result", " warn_unused_result", false},
    {"returns_twice", " returns_twice", false},
    {"_Noreturn", " noreturn", false},
    {"deprecated(\"nonnull(1), malloc\")", " deprecated", false},
    {"deprecated(\"a ) \\\" malloc\") noreturn", " noreturn deprecated", false},
    {"section(\"malloc\"), my_nonnull(1), nonnull_", "", true},
    {"diagnose_if(nonnull(1), malloc)", "", true},
    {"nothrow, leaf, noreturn", " noreturn", true},
    {"nonnull(65), nonnull(0), nonnull(99999999999999999999)", "", false},
    {"nonnull((1)", "", false},
    {"deprecated(\"", "", false},
};

static void text_becomes_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct gen_attributes attributes = {0};
        struct abx_arena arena = {0};
        struct abx_buffer out = {0};
        bool is_known = gen_attributes_read(&attributes, cases[i].text, &arena);

        gen_attributes_put(&out, &attributes);
        if (strcmp(abx_buffer_text(&out), cases[i].words) != 0 ||
            is_known == cases[i].is_unknown)
            fail_msg("%s: got%s", cases[i].text, abx_buffer_text(&out));
        assert_false(attributes.out_of_memory);
        abx_buffer_finish(&out);
        abx_arena_finish(&arena);
    }
}

static void all_pointers_are_left_to_the_caller(void **state)
{
    struct gen_attributes attributes = {0};
    struct abx_arena arena = {0};

    (void)state;
    gen_attributes_read(&attributes, "nonnull", &arena);
    assert_true(attributes.is_nonnull);
    assert_int_equal(attributes.nonnull, 0);
    abx_arena_finish(&arena);
}

static void the_last_parameter_is_known(void **state)
{
    static const struct {
        const char *text;
        unsigned long highest;
    } texts[] = {
        {"noreturn", 0},
        {"nonnull(2), alloc_size(1, 3)", 3},
        {"format(printf, 4, 5), nonnull(1)", 4},
        {"nonnull(64)", 64},
        {"alloc_align(2)", 2},
        {"buffer(1, 2, 3)", 3},
        {"array(1, 4), buffer(2, 3)", 4},
        {"frees(2)", 2},
        {"holds(3, 2)", 3},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(texts); i++) {
        struct gen_attributes attributes = {0};
        struct abx_arena arena = {0};

        gen_attributes_read(&attributes, texts[i].text, &arena);
        assert_int_equal(gen_attributes_highest(&attributes), texts[i].highest);
        abx_arena_finish(&arena);
    }
}

static void lengths_are_sorted(void **state)
{
    struct gen_attributes attributes = {0};
    struct abx_arena arena = {0};
    struct abx_buffer out = {0};

    (void)state;
    gen_attributes_add_least(&attributes, 10, 4, &arena);
    gen_attributes_add_least(&attributes, 2, 3, &arena);
    gen_attributes_add_least(&attributes, 10, 4, &arena);
    gen_attributes_put(&out, &attributes);
    assert_string_equal(abx_buffer_text(&out), " static=2:3,10:4");
    abx_buffer_finish(&out);
    abx_arena_finish(&arena);
}

static void some_names_return_twice(void **state)
{
    (void)state;
    assert_true(gen_attributes_is_setjmp("setjmp"));
    assert_true(gen_attributes_is_setjmp("_setjmp"));
    assert_true(gen_attributes_is_setjmp("__sigsetjmp"));
    assert_true(gen_attributes_is_setjmp("vfork"));
    assert_false(gen_attributes_is_setjmp("longjmp"));
    assert_false(gen_attributes_is_setjmp("setjmp_"));
    assert_false(gen_attributes_is_setjmp("my_setjmp"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_becomes_words),
        cmocka_unit_test(all_pointers_are_left_to_the_caller),
        cmocka_unit_test(the_last_parameter_is_known),
        cmocka_unit_test(lengths_are_sorted),
        cmocka_unit_test(some_names_return_twice),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
