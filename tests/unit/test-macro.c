/* What the text of a macro tells without a compiler. */
#include "tests/test.h"

#include <string.h>

#include "gen/macro.h"

/* Other macros that the texts use. */
static void define_others(struct gen_macros *macros)
{
    static const struct {
        const char *name, *text;
        bool takes_arguments;
    } others[] = {
        {"ONE", " 1", false},
        {"LINE", " __LINE__", false},
        {"LINE_OF", "(x) __LINE__", true},
        {"DEEP", " LINE_OF(1)", false},
        {"PLUS", "(x) ((x) + 1)", true},
        {"ATTRIBUTE", " __attribute__((pure))", false},
        {"ALIAS", " (ONE)", false},
        {"ALIAS_2", " ALIAS", false},
        {"CIRCLE", " CIRCLE_2", false},
        {"CIRCLE_2", " CIRCLE", false},
        {"SELF", " SELF", false},
    };

    for (size_t i = 0; i < TEST_N(others); i++)
        assert_non_null(gen_macros_set(macros, others[i].name, others[i].text,
                                       strlen(others[i].text),
                                       others[i].takes_arguments));
}

static struct gen_macro *define(struct gen_macros *macros, const char *text)
{
    struct gen_macro *macro = gen_macros_set(macros, "M", text, strlen(text), false);

    assert_non_null(macro);
    return macro;
}

static void texts_are_folded(void **state)
{
    static const struct {
        const char *text, *body;
    } cases[] = {
        {"", ""},
        {"   ", ""},
        {" 1", "1"},
        {"  1  +\t2 ", "1 + 2"},
        {" 1 /* one */", "1"},
        {" 1/* one */+ 2", "1 + 2"},
        {" 1 // one", "1"},
        {" 1 \\\n  + 2", "1 + 2"},
        {" /* all", ""},
        {" \"a  b /* c */\"", "\"a  b /* c */\""},
        {" \"a\\\"  b\"", "\"a\\\"  b\""},
        {" ' '", "' '"},
        {" '\\''  1", "'\\'' 1"},
        {" \"open  ", "\"open  "},
        {" 4 / 2", "4 / 2"},
    };
    struct gen_macros macros = {0};

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++)
        assert_string_equal(define(&macros, cases[i].text)->body, cases[i].body);
    assert_int_equal(macros.map.n_items, 1);
    gen_macros_finish(&macros);
}

static void obstacles_are_seen(void **state)
{
    static const struct {
        const char *text, *obstacle;
    } cases[] = {
        {"1", NULL},
        {"(1)", NULL},
        {"f(a[1])", NULL},
        {"\"(\"", NULL},
        {"'('", NULL},
        {"\"a;b\"", NULL},
        {"format", NULL},
        {"ONE + ALIAS_2", NULL},
        {"PLUS(1)", NULL},
        {"CIRCLE", NULL},
        {"SELF", NULL},
        {"", "is empty"},
        {"(", "has brackets that do not match"},
        {")", "has brackets that do not match"},
        {")(", "has brackets that do not match"},
        {"([)]", "has brackets that do not match"},
        {"}", "has brackets that do not match"},
        {"{1, 2}", "is an initializer"},
        {"1;", "is a statement"},
        {"do", "is a statement"},
        {"1, 2", "is a list"},
        {"(1, 2)", NULL},
        {"<%", "is written in digraphs"},
        {"{", "has brackets that do not match"},
        {"a # b", "is a piece of the preprocessor"},
        {"_Pragma(\"x\")", "is a pragma"},
        {"extern int x", "is part of a declaration"},
        {"__attribute__((x))", "is an attribute"},
        {"ATTRIBUTE", "is an attribute"},
        {"__asm__(\"x\")", "is assembly"},
        {"__COUNTER__", "depends on where it stands"},
        {"LINE", "depends on where it stands"},
        {"(LINE + 1)", "depends on where it stands"},
        {"LINE_OF(1)", "depends on where it stands"},
        {"DEEP", "depends on where it stands"},
    };
    struct gen_macros macros = {0};

    (void)state;
    define_others(&macros);
    for (size_t i = 0; i < TEST_N(cases); i++) {
        const char *obstacle =
            gen_macro_obstacle(&macros, define(&macros, cases[i].text));

        if (!obstacle != !cases[i].obstacle ||
            (obstacle && strcmp(obstacle, cases[i].obstacle) != 0))
            fail_msg("`%s`: %s", cases[i].text, obstacle ? obstacle : "no obstacle");
    }
    assert_string_equal(gen_macro_obstacle(&macros, gen_macros_find(&macros, "PLUS")),
                        "takes arguments");
    gen_macros_finish(&macros);
}

static void deep_brackets_are_an_obstacle(void **state)
{
    struct gen_macros macros = {0};
    char text[601];

    (void)state;
    memset(text, '(', 300);
    memset(text + 300, ')', 300);
    text[600] = '\0';
    assert_string_equal(gen_macro_obstacle(&macros, define(&macros, text)),
                        "is nested too deeply");
    gen_macros_finish(&macros);
}

static void single_names_are_found(void **state)
{
    static const struct {
        const char *text, *name;
    } cases[] = {
        {"name", "name"}, {"(name)", "name"}, {"((name))", "name"}, {"name()", NULL},
        {"1", NULL},      {"a b", NULL},      {"a + b", NULL},      {"", NULL},
        {"\"a\"", NULL},  {"a.b", NULL},
    };
    struct gen_macros macros = {0};
    struct abx_arena arena = {0};

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        const char *name = gen_macro_single_name(define(&macros, cases[i].text), &arena);

        if (cases[i].name)
            assert_string_equal(name, cases[i].name);
        else
            assert_null(name);
    }
    abx_arena_finish(&arena);
    gen_macros_finish(&macros);
}

static void paths_are_recognised(void **state)
{
    static const struct {
        const char *text;
        bool is_path;
    } cases[] = {
        {"a", true},       {"a.b", true},   {"a.b.c", true},  {"a[0]", true},
        {"a[12].b", true}, {"_a._b", true}, {"a.", false},    {".a", false},
        {"a..b", false},   {"a[]", false},  {"a[i]", false},  {"a[1", false},
        {"1", false},      {"a.1", false},  {"(a)", false},   {"a b", false},
        {"a->b", false},   {"", false},     {"a[0]b", false},
    };
    struct gen_macros macros = {0};

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++)
        if (gen_macro_is_path(define(&macros, cases[i].text)) != cases[i].is_path)
            fail_msg("`%s`", cases[i].text);
    gen_macros_finish(&macros);
}

static void chains_are_followed_to_their_end(void **state)
{
    static const struct {
        const char *text, *end;
    } cases[] = {
        {"ALIAS_2", "ONE"}, {"ALIAS", "ONE"}, {"1", "M"}, {"ONE + 1", "M"},
        {"nothing", "M"},   {"SELF", "SELF"}, {"M", "M"},
    };
    struct gen_macros macros = {0};

    (void)state;
    define_others(&macros);
    for (size_t i = 0; i < TEST_N(cases); i++)
        assert_string_equal(
            gen_macro_follow(&macros, define(&macros, cases[i].text))->name,
            cases[i].end);
    assert_non_null(gen_macro_follow(&macros, gen_macros_find(&macros, "CIRCLE")));
    gen_macros_finish(&macros);
}

static void what_is_left_becomes_an_alias_or_is_left_out(void **state)
{
    static const struct {
        const char *text, *line;
    } cases[] = {
        {"call", "alias M call"},
        {"(call)", "alias M call"},
        {"type", "alias M type"},
        {"call(1)", "omit M calls call"},
        {"__builtin_trap()", "omit M calls __builtin_trap"},
        {"unsigned long", "omit M is a type"},
        {"struct s *", "omit M is a type"},
        {"type *", "omit M is a type"},
        {"unknown", "omit M names nothing that is a constant, a member or a declaration"},
        {"unknown + 1", "omit M is no constant expression"},
        {"ATTRIBUTE", "omit M is an attribute"},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct gen_macros macros = {0};
        struct gen_functions functions = {0};
        struct gen_lines lines = {0};
        const struct gen_line *line;

        define_others(&macros);
        define(&macros, cases[i].text);
        assert_non_null(gen_functions_get(&functions, "call"));
        gen_lines_add(&lines, ABX_KIND_FN, "call", "void(i32)", 1);
        gen_lines_add(&lines, ABX_KIND_TYPEDEF, "type", "i32", 1);
        gen_macros_emit(&macros, &functions, &lines, 1);
        line = gen_lines_find(&lines, ABX_KIND_ALIAS, "M");
        line = line ? line : gen_lines_find(&lines, ABX_KIND_OMIT, "M");
        assert_non_null(line);
        assert_string_equal(line->text, cases[i].line);
        gen_lines_finish(&lines);
        gen_functions_finish(&functions);
        gen_macros_finish(&macros);
    }
}

/* What the file that defined "M" says besides, and whether M's text is certain then. */
static void what_may_change_is_not_certain(void **state)
{
    static const struct {
        const char *text; /* of the macro M */
        const char *file;
        const char *certain;
    } cases[] = {
        {" 1", "", "1"},
        {" (ONE)", "", "1"},
        {" ALIAS_2", "#define X", "1"},
        {" MISSING", "", "MISSING"},
        {" CIRCLE", "#undef SELF", "CIRCLE"},
        {" 1", "#undef N\n#undef MM\n", "1"},
        {" 1", "#undef M\n", NULL},
        {" 1", "#undef M", NULL},
        {" 1", "#undef\tM\n", NULL},
        {" 1", "# undef M // again\n", NULL},
        {" 1", "#undef /* an old N */ M\n", NULL},
        {" 1", "#undef \\\n M\n", NULL},
        {" 1", "#pragma pop_macro(\"M\")\n", NULL},
        {" 1", "_Pragma(\"pop_macro(\\\"M\\\")\")\n", NULL},
        {" 1", "#undef /* open", "1"},
        {" 1", "#undef", "1"},
        {" ALIAS_2", "#undef ONE\n", NULL},
        {" ALIAS_2", "#undef ALIAS\n", NULL},
        {" PLUS", "", NULL},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct gen_macros macros = {0};
        struct gen_macro *macro;
        const char *certain;

        define_others(&macros);
        macro = define(&macros, cases[i].text);
        gen_macros_note_undefined(&macros, cases[i].file, strlen(cases[i].file));
        certain = gen_macro_certain_text(&macros, macro);
        if (cases[i].certain)
            assert_string_equal(certain, cases[i].certain);
        else
            assert_null(certain);
        define(&macros, cases[i].text);
        assert_null(gen_macro_certain_text(&macros, macro)); /* one of two definitions */
        gen_macros_finish(&macros);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_folded),
        cmocka_unit_test(obstacles_are_seen),
        cmocka_unit_test(deep_brackets_are_an_obstacle),
        cmocka_unit_test(single_names_are_found),
        cmocka_unit_test(paths_are_recognised),
        cmocka_unit_test(chains_are_followed_to_their_end),
        cmocka_unit_test(what_may_change_is_not_certain),
        cmocka_unit_test(what_is_left_becomes_an_alias_or_is_left_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
