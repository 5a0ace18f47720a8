/*
 * Types as C writes them: on three data models, and what is none.
 */
#include "fixture.h"

#include <string.h>

static const char *const lines[] = {
    "enum color u32 {RED GREEN}",
    "struct list 16 8 {0 *struct list next; 8 i32 value}",
    "typedef size_t u64",
};

static const char windows[] = "platform x86_64-w64-mingw32\n"
                              "model LLP64\n"
                              "order little\n"
                              "char signed\n"
                              "long-double f80 16 16\n"
                              "wchar u16\n";

static const char arm[] = "platform arm-linux-gnueabihf\n"
                          "model ILP32\n"
                          "order little\n"
                          "char unsigned\n"
                          "long-double f64 8 8\n"
                          "wchar u32\n";

struct spelling {
    const char *c;
    const char *notation;
};

/* On a platform where long has 64 bits. */
static const struct spelling spellings[] = {
    {"int", "i32"},
    {"unsigned", "u32"},
    {"unsigned int", "u32"},
    {"signed", "i32"},
    {"short", "i16"},
    {"short int", "i16"},
    {"unsigned short", "u16"},
    {"long", "i64"},
    {"signed long int", "i64"},
    {"unsigned long", "u64"},
    {"long unsigned int", "u64"},
    {"long long", "i64"},
    {"long long unsigned int", "u64"},
    {"long unsigned long", "u64"},
    {"signed char", "i8"},
    {"char signed", "i8"},
    {"unsigned char", "u8"},
    {"char", "char"},
    {"_Bool", "bool"},
    {"bool *", "*bool"},
    {"__int128", "i128"},
    {"unsigned __int128", "u128"},
    {"float", "f32"},
    {"double", "f64"},
    {"long double", "f128"},
    {"double long", "f128"},
    {"_Float16", "f16"},
    {"__float128", "f128"},
    {"double _Complex", "complex f64"},
    {"_Complex float", "complex f32"},
    {"complex long double", "complex f128"},
    {"wchar_t", "i32"},
    {"const wchar_t *", "*const i32"},
    {"__builtin_va_list *", "*va_list"},
    {"void *", "*void"},
    {"void*", "*void"},
    {"const char *", "*const char"},
    {"char const*", "*const char"},
    {"char *const", "const *char"},
    {"char * const *", "*const *char"},
    {"const char *restrict", "*const char"},
    {"volatile const int", "const volatile i32"},
    {"_Atomic int", "atomic i32"},
    {"int *const volatile", "const volatile *i32"},
    {"struct list *", "*struct list"},
    {"const struct list *", "*const struct list"},
    {"struct   list", "struct list"},
    {"enum color[2]", "[2]enum color"},
    {"struct unknown *", "*struct unknown"},
    {"char[256]", "[256]char"},
    {"char [ 256 ]", "[256]char"},
    {"char[0x100]", "[256]char"},
    {"char[010]", "[8]char"},
    {"char[]", "[]char"},
    {"int[2][3]", "[2][3]i32"},
    {"size_t *[4]", "[4]*size_t"},
    {"size_t (*)[4]", "*[4]size_t"},
    {"int *(*(*)[2])[3]", "*[2]*[3]*i32"},
    {"int ((*))", "*i32"},
    {"unsigned\tint", "u32"},
    {"va_list *", "*va_list"},
};

static void check(struct fixture *f, const struct spelling *spelling)
{
    const struct abx_type *wanted = fixture_type(f, spelling->notation);
    const struct abx_type *type = NULL;
    char text[64];

    memset(&f->err, 0, sizeof(f->err));
    if (abx_table_find_type(f->table, spelling->c, &type, &f->err) != ABX_OK)
        fail_msg("%s: %s", spelling->c, f->err.message);
    assert_string_equal(f->err.message, ""); /* of the notation, which was tried first */
    abx_type_format(type, text, sizeof(text));
    if (strcmp(text, spelling->notation) != 0)
        fail_msg("%s is %s", spelling->c, text);
    assert_int_equal(abx_type_size(type), abx_type_size(wanted));
    assert_ptr_equal(fixture_type(f, spelling->c), type);
}

static void c_is_understood(void **state)
{
    struct fixture f;

    (void)state;
    fixture_read(&f, fixture_s390x, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(spellings); i++)
        check(&f, &spellings[i]);
    fixture_close(&f);
}

static void widths_are_those_of_the_platform(void **state)
{
    static const struct spelling on_windows[] = {
        {"long", "i32"},        {"unsigned long *", "*u32"}, {"long long", "i64"},
        {"long double", "f80"}, {"wchar_t[2]", "[2]u16"},    {"void *", "*void"},
    };
    static const struct spelling on_arm[] = {
        {"unsigned long", "u32"},
        {"long double", "f64"},
        {"char *", "*char"},
        {"long double _Complex", "complex f64"},
    };
    struct fixture f;

    (void)state;
    fixture_read(&f, windows, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(on_windows); i++)
        check(&f, &on_windows[i]);
    fixture_close(&f);
    fixture_read(&f, arm, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(on_arm); i++)
        check(&f, &on_arm[i]);
    assert_int_equal(abx_type_size(fixture_type(&f, "char *[3]")), 12);
    fixture_close(&f);
}

/* A table's own wchar_t counts. */
static void typedefs_come_first(void **state)
{
    static const char *const own[] = {"typedef wchar_t u16"};
    const struct spelling spelling = {"wchar_t *", "*wchar_t"};
    struct fixture f;
    const struct abx_type *target;

    (void)state;
    fixture_read(&f, fixture_s390x, own, TEST_N(own));
    check(&f, &spelling);
    assert_int_equal(
        abx_type_find_target(f.table, fixture_type(&f, "wchar_t *"), &target, &f.err),
        ABX_OK);
    assert_int_equal(abx_type_size(target), 2);
    fixture_close(&f);
}

static const struct {
    const char *name;
    int status;
} no_types[] = {
    {"", ABX_REFUSED},
    {"*", ABX_REFUSED},
    {"const", ABX_MISSING},
    {"int x", ABX_REFUSED},
    {"x int", ABX_MISSING},
    {"size_t int", ABX_REFUSED},
    {"unsigned size_t", ABX_REFUSED},
    {"long long long", ABX_REFUSED},
    {"long long long long long", ABX_REFUSED},
    {"short long", ABX_REFUSED},
    {"long char", ABX_REFUSED},
    {"double unsigned", ABX_REFUSED},
    {"short double", ABX_REFUSED},
    {"complex int", ABX_REFUSED},
    {"struct", ABX_MISSING},
    {"struct *", ABX_REFUSED},
    {"struct list list", ABX_REFUSED},
    {"nosuch[2]", ABX_MISSING},
    {"struct nosuch[2]", ABX_MISSING},
    {"int[", ABX_REFUSED},
    {"int[4", ABX_REFUSED},
    {"int[-4]", ABX_REFUSED},
    {"int[4u]", ABX_REFUSED},
    {"int[08]", ABX_REFUSED},
    {"int[99999999999999999999999]", ABX_REFUSED},
    {"int[9223372036854775807]", ABX_REFUSED},
    {"int[2][]", ABX_REFUSED},
    {"void[2]", ABX_REFUSED},
    {"int *x", ABX_REFUSED},
    {"int (*", ABX_REFUSED},
    {"int (*))", ABX_REFUSED},
    {"int (*)x", ABX_REFUSED},
    {"int &", ABX_REFUSED},
    {"int,", ABX_REFUSED},
    {"int()", ABX_REFUSED},
    {"int(void)", ABX_REFUSED},
    {"int (*)(int)", ABX_REFUSED},
    {"void (*[2])(int)", ABX_REFUSED},
    {"u8 *", ABX_REFUSED},
    {"const const i32", ABX_REFUSED},
    {"void (*", ABX_REFUSED},
    {"extern int", ABX_MISSING},
    {"int\n", ABX_REFUSED},
    {" int", ABX_REFUSED},
    {"int ", ABX_REFUSED},
};

static void what_is_no_type_is_refused(void **state)
{
    struct fixture f;

    (void)state;
    fixture_read(&f, fixture_s390x, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(no_types); i++) {
        const struct abx_type *type = NULL;
        int status = abx_table_find_type(f.table, no_types[i].name, &type, &f.err);

        if (status != no_types[i].status)
            fail_msg("`%s` gave %d: %s", no_types[i].name, status, f.err.message);
        assert_null(type);
        assert_int_equal(f.err.status, status);
    }
    fixture_close(&f);
}

static void functions_are_for_the_notation(void **state)
{
    struct fixture f;
    const struct abx_type *type;

    (void)state;
    fixture_read(&f, fixture_s390x, lines, TEST_N(lines));
    assert_int_equal(abx_table_find_type(f.table, "int (*)(const void *)", &type, &f.err),
                     ABX_REFUSED);
    fixture_expect_message(&f, "C's way of writing functions");
    assert_int_equal(abx_table_find_type(f.table, "void (*)(void *)", &type, &f.err),
                     ABX_REFUSED);
    fixture_expect_message(&f, "C's way of writing functions");
    assert_int_equal(abx_table_find_type(f.table, "void(i32", &type, &f.err),
                     ABX_REFUSED);
    fixture_expect_message(&f, "`)` is missing");
    fixture_close(&f);
}

/* As deep as any, and deeper. */
static void nesting_has_an_end(void **state)
{
    char text[2048] = "int ";
    struct fixture f;
    const struct abx_type *type;

    (void)state;
    fixture_read(&f, fixture_s390x, lines, TEST_N(lines));
    memset(text + 4, '*', 60);
    assert_int_equal(abx_type_size(fixture_type(&f, text)), 8);
    memset(text + 4, '*', 1000);
    assert_int_equal(abx_table_find_type(f.table, text, &type, &f.err), ABX_REFUSED);
    memset(text + 4, '(', 1000);
    assert_int_equal(abx_table_find_type(f.table, text, &type, &f.err), ABX_REFUSED);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(c_is_understood),
        cmocka_unit_test(widths_are_those_of_the_platform),
        cmocka_unit_test(typedefs_come_first),
        cmocka_unit_test(what_is_no_type_is_refused),
        cmocka_unit_test(functions_are_for_the_notation),
        cmocka_unit_test(nesting_has_an_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
