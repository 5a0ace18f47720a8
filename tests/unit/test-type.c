/*
 * Types: notation in and out, sizes, lazy pointers, refusals.
 */
#include "fixture.h"

#include <stdio.h>
#include <string.h>

#include "runtime/type.h"

static const char *const lines[] = {
    "alias my_off_t off_t",
    "enum color u32 {RED GREEN}",
    "omit secret gcc_struct, a layout of its own",
    "struct list 16 8 {0 *struct list next; 8 i32 value}",
    "struct opaque incomplete",
    "struct flags 4 4 {0.0:3 u32 low; 0.3:1 bool one; 0.4:28 enum color rest}",
    "struct tail 4 4 {0 u32 size; 4 []u8 data}",
    "struct timespec 16 8 {0 time_t tv_sec; 8 i64 tv_nsec}",
    ("struct nested 32 8 {0 struct timespec at; 16 union 8 8 {0 i64 i; 0 f64 f}; 24 "
     "[2]u32 pair}"),
    "struct sees_secret 8 8 {0 *struct secret s}",
    "typedef FILE struct opaque",
    "typedef aligned_t i32 align=16",
    "typedef handler_t void(i32 sig)",
    "typedef made_t union any transparent_union",
    "typedef off_t i64",
    "typedef time_t off_t",
    "union value 8 8 {0 i64 i; 0 *void p}",
    "union any transparent_union 8 8 {0 u64 p; 0 i64 i}",
    "union empty 0 1 {}",
};

static const char *const notations[] = {
    "void",
    "bool",
    "char",
    "i8",
    "i16",
    "i32",
    "i64",
    "i128",
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "f16",
    "f32",
    "f64",
    "f80",
    "f128",
    "ibm128",
    "va_list",
    "off_t",
    "struct timespec",
    "union value",
    "enum color",
    "*void",
    "**const char",
    "*const volatile char",
    "const *i32",
    "volatile i32",
    "atomic u64",
    "const volatile atomic i32",
    "const struct timespec",
    "complex f64",
    "const complex f32",
    "[4]i32",
    "[0]u8",
    "[2][3]struct timespec",
    "[]u8",
    "[5]*char",
    "*[5]char",
    "*[]char",
    "i32()",
    "void(?)",
    "i32(...)",
    "i32(*const char format, ...)",
    "i64(i32 fd, *void, u64 n)",
    "*char(i32 c)",
    "*(void(i32 sig))",
    "*(void(i32 sig))(i32 sig, *(void(i32)) handler)",
    "[3]*(i32())",
    "const *(i32(?))",
    "struct timespec(struct timespec a, union value)",
    "struct 8 4 {0 i32 a; 4 [4]char b}",
    "struct 4 4 {0.0:3 u32 a; 0.3:29 i32 b}",
    "struct 8 8 {0 struct 4 4 {0 i32 x}; 4 union 4 4 {0 f32 f; 0 i32 i} u}",
    "union 8 8 {0 *(void(i32)) f; 0 *struct opaque p}",
    "struct 0 1 {}",
    "struct 4 4 {0 i32 n; 4 []struct timespec all}",
    "*struct 8 8 {0 *enum i32 {A B} p}",
    "enum u32 {A B C}",
    "enum i8 {}",
    "*enum color",
    "*enum u32 {A}",
    "handler_t",
    "*handler_t",
    "stdcall i32()",
    "ms_abi *char(*const char format, ...)",
    "*(stdcall i32(i32 n))",
    "*(aapcs_vfp f64(*(regparm3 void(?)) f))",
    "fastcall *(thiscall void(i32))()",
    "[2]*(vectorcall void())",
    "struct 8 8 {0 *(sysv_abi i32(i32)) f}",
    "union any",
    "made_t",
    "union transparent_union 8 8 {0 u64 a; 0 i64 b}",
    "*union transparent_union 4 4 {0 u32 a}",
    "i32(union transparent_union 4 4 {0 u32 a} transparent_union)",
};

static void notation_comes_out_as_it_went_in(void **state)
{
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(notations); i++) {
        const struct abx_type *type = fixture_type(&f, notations[i]);
        char text[128];

        memset(text, 'x', sizeof(text));
        assert_int_equal(abx_type_format(type, text, sizeof(text)), strlen(notations[i]));
        assert_string_equal(text, notations[i]);
        assert_int_equal(abx_type_format(type, text, 4), strlen(notations[i]));
        assert_memory_equal(text, notations[i],
                            strlen(notations[i]) < 3 ? strlen(notations[i]) : 3);
        assert_int_equal(text[strlen(notations[i]) < 3 ? strlen(notations[i]) : 3], '\0');
        assert_int_equal(abx_type_format(type, NULL, 0), strlen(notations[i]));
    }
    fixture_close(&f);
}

static void pointees_come_out_as_they_went_in(void **state)
{
    static const char *const cases[] = {
        "void",
        "const char",
        "*(i32(*const void, *const void))",
        "(i32(*const void a, ...))",
        "[4]struct 8 8 {0 *void p}",
        "enum u32 {A B}",
        "const volatile struct list",
    };
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(cases); i++) {
        const struct abx_type *target;
        char notation[96];
        char text[80];

        snprintf(notation, sizeof(notation), "*%s", cases[i]);
        assert_int_equal(
            abx_type_find_target(f.table, fixture_type(&f, notation), &target, &f.err),
            ABX_OK);
        snprintf(notation, sizeof(notation),
                 target->kind == ABX_TYPE_FUNCTION ? "(%s)" : "%s",
                 (abx_type_format(target, text, sizeof(text)), text));
        assert_string_equal(notation, cases[i]);
    }
    fixture_close(&f);
}

static void sizes_follow_the_platform(void **state)
{
    static const struct {
        const char *name;
        size_t size, align;
    } cases[] = {
        {"i32", 4, 4},           {"off_t", 8, 8},        {"aligned_t", 4, 16},
        {"*void", 8, 8},         {"[3]off_t", 24, 8},    {"struct timespec", 16, 8},
        {"struct tail", 4, 4},   {"enum color", 4, 4},   {"union empty", 0, 1},
        {"void", 0, 1},          {"handler_t", 0, 1},    {"FILE", 0, 1},
        {"i128", 16, 8},         {"f128", 16, 8},        {"f64", 8, 8},
        {"va_list", 32, 8},      {"complex f64", 16, 8}, {"[]u16", 0, 2},
        {"complex f128", 32, 8}, {"bool", 1, 1},
    };
    struct fixture f;

    (void)state;
    fixture_read(&f, fixture_s390x, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(cases); i++) {
        const struct abx_type *type = fixture_type(&f, cases[i].name);

        assert_int_equal(abx_type_size(type), cases[i].size);
        assert_int_equal(abx_type_align(type), cases[i].align);
    }
    fixture_close(&f);
}

static void the_builtin_types_are_those_of_the_compiler(void **state)
{
    struct {
        const char *name;
        size_t size, align;
    } cases[] = {
        {"bool", sizeof(bool), _Alignof(bool)},
        {"i64", sizeof(int64_t),
         offsetof(
             struct {
                 char c;
                 int64_t x;
             },
             x)},
        {"f64", sizeof(double),
         offsetof(
             struct {
                 char c;
                 double x;
             },
             x)},
        {"va_list", sizeof(va_list), _Alignof(va_list)},
        {"*void", sizeof(void *), _Alignof(void *)},
#ifdef __SIZEOF_INT128__
        {"i128", sizeof(__int128), _Alignof(__int128)},
#endif
#if __LDBL_MANT_DIG__ == 64
        {"f80", sizeof(long double), _Alignof(long double)},
#endif
    };
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(cases); i++) {
        const struct abx_type *type = fixture_type(&f, cases[i].name);

        assert_int_equal(abx_type_size(type), cases[i].size);
        assert_int_equal(abx_type_align(type), cases[i].align);
    }
    fixture_close(&f);
}

static void questions_about_typedefs_and_records_are_answered(void **state)
{
    const struct abx_type *type;
    const struct abx_type *target;
    struct abx_member member;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    type = fixture_type(&f, "time_t");
    assert_int_equal(abx_type_kind(type), ABX_TYPE_TYPEDEF);
    assert_string_equal(abx_type_name(type), "time_t");
    assert_int_equal(abx_type_kind(abx_type_strip(type)), ABX_TYPE_INT);
    assert_null(abx_type_name(abx_type_strip(type)));
    assert_true(abx_type_is_signed(type));
    assert_false(abx_type_is_const(type));
    assert_int_equal(abx_type_find_target(f.table, type, &target, &f.err), ABX_OK);
    assert_string_equal(abx_type_name(target), "off_t");
    assert_ptr_equal(fixture_type(&f, "my_off_t"), target);
    assert_true(abx_type_is_const(fixture_type(&f, "const time_t")));

    type = fixture_type(&f, "struct nested");
    assert_int_equal(abx_type_n_members(type), 3);
    assert_int_equal(abx_type_member(type, 0, &member), ABX_OK);
    assert_string_equal(member.name, "at");
    assert_string_equal(abx_type_name(member.type), "timespec");
    assert_int_equal(abx_type_member(type, 1, &member), ABX_OK);
    assert_null(member.name);
    assert_int_equal(member.offset, 16);
    assert_int_equal(abx_type_member(type, 3, &member), ABX_MISSING);
    assert_int_equal(abx_type_member(fixture_type(&f, "struct flags"), 1, &member),
                     ABX_OK);
    assert_true(member.is_bit_field);
    assert_int_equal(member.bit_offset, 3);
    assert_int_equal(member.bit_width, 1);
    fixture_close(&f);
}

static void questions_about_functions_and_lists_are_answered(void **state)
{
    const struct abx_type *type;
    const struct abx_type *target;
    const char *name;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    type = fixture_type(&f, "i32(*const char format, ...)");
    assert_int_equal(abx_type_n_parameters(type), 1);
    assert_true(abx_type_is_variadic(type));
    assert_true(abx_type_has_prototype(type));
    assert_false(abx_type_is_complete(type));
    assert_int_equal(abx_type_parameter(type, 0, &name, &target), ABX_OK);
    assert_string_equal(name, "format");
    assert_int_equal(abx_type_kind(target), ABX_TYPE_POINTER);
    assert_int_equal(abx_type_parameter(type, 1, &name, &target), ABX_MISSING);
    assert_false(abx_type_has_prototype(fixture_type(&f, "i32(?)")));

    type = fixture_type(&f, "enum color");
    assert_int_equal(abx_type_n_enumerators(type), 2);
    assert_string_equal(abx_type_enumerator(type, 1), "GREEN");
    assert_null(abx_type_enumerator(type, 2));
    assert_false(abx_type_is_signed(type));
    assert_int_equal(abx_type_length(fixture_type(&f, "[7]i8")), 7);
    assert_int_equal(abx_type_length(fixture_type(&f, "[]i8")), 0);
    assert_false(abx_type_is_complete(fixture_type(&f, "FILE")));
    assert_false(abx_type_is_complete(fixture_type(&f, "[]i8")));
    assert_true(abx_type_is_complete(fixture_type(&f, "struct tail")));
    assert_int_equal(
        abx_type_find_target(f.table, fixture_type(&f, "i32"), &target, &f.err),
        ABX_REFUSED);
    fixture_close(&f);
}

static void pointers_are_looked_up_when_asked(void **state)
{
    const struct abx_type *pointer;
    const struct abx_type *target;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    pointer = fixture_type(&f, "*struct nobody");
    assert_int_equal(abx_type_find_target(f.table, pointer, &target, &f.err),
                     ABX_MISSING);
    assert_null(target);
    fixture_expect_message(&f, "has no type struct nobody");
    pointer = abx_type_strip(fixture_type(&f, "struct sees_secret"))->members[0].type;
    assert_int_equal(abx_type_find_target(f.table, pointer, &target, &f.err),
                     ABX_MISSING);
    fixture_expect_message(&f, "gcc_struct");
    pointer = fixture_type(&f, "struct list")->members[0].type;
    assert_int_equal(abx_type_find_target(f.table, pointer, &target, &f.err), ABX_OK);
    assert_ptr_equal(target, fixture_type(&f, "struct list"));
    fixture_close(&f);
}

static const struct {
    const char *name;
    int status;
} no_types[] = {
    {"", ABX_REFUSED},
    {" ", ABX_REFUSED},
    {"i32 ", ABX_REFUSED},
    {" i32", ABX_REFUSED},
    {"*", ABX_REFUSED},
    {"**", ABX_REFUSED},
    {"[", ABX_REFUSED},
    {"[x]i32", ABX_REFUSED},
    {"[01]i32", ABX_REFUSED},
    {"[4i32", ABX_REFUSED},
    {"[4]", ABX_REFUSED},
    {"[-1]i32", ABX_REFUSED},
    {"[99999999999999999999]i8", ABX_REFUSED},
    {"[999999999999][999999999999]i8", ABX_REFUSED},
    {"[4]void", ABX_REFUSED},
    {"[4]FILE", ABX_REFUSED},
    {"[4][]i8", ABX_REFUSED},
    {"[4](i32())", ABX_REFUSED},
    {"*(i32()", ABX_REFUSED},
    {"*([)]", ABX_REFUSED},
    {"(i32", ABX_REFUSED},
    {"i32)", ABX_REFUSED},
    {"i32(", ABX_REFUSED},
    {"i32(i32", ABX_REFUSED},
    {"i32(i32,i32)", ABX_REFUSED},
    {"i32(i32, )", ABX_REFUSED},
    {"i32(..., i32)", ABX_REFUSED},
    {"i32(i32 1)", ABX_REFUSED},
    {"i32(? )", ABX_REFUSED},
    {"i32(void)", ABX_REFUSED},
    {"i32([4]i32 a)", ABX_REFUSED},
    {"i32(handler_t a)", ABX_REFUSED},
    {"handler_t()", ABX_REFUSED},
    {"[4]i32()", ABX_REFUSED},
    {"i32()()", ABX_REFUSED},
    {"const const i32", ABX_REFUSED},
    {"volatile const i32", ABX_REFUSED},
    {"atomic volatile i32", ABX_REFUSED},
    {"const", ABX_MISSING},
    {"const ", ABX_REFUSED},
    {"complex struct timespec", ABX_REFUSED},
    {"complex *i32", ABX_REFUSED},
    {"struct", ABX_MISSING},
    {"struct ", ABX_REFUSED},
    {"struct 8", ABX_REFUSED},
    {"struct 8 8", ABX_REFUSED},
    {"struct 8 3 {}", ABX_REFUSED},
    {"struct 8 0 {}", ABX_REFUSED},
    {"struct 8 4294967296 {}", ABX_REFUSED},
    {"struct 8 8 {", ABX_REFUSED},
    {"struct 8 8 {}x", ABX_REFUSED},
    {"struct 8 8 {0}", ABX_REFUSED},
    {"struct 8 8 {0 }", ABX_REFUSED},
    {"struct 8 8 {0 i32}", ABX_REFUSED},
    {"struct 8 8 {0 i32 a;4 i32 b}", ABX_REFUSED},
    {"struct 8 8 {0 i32 a; }", ABX_REFUSED},
    {"struct 8 8 {8 i32 a}", ABX_REFUSED},
    {"struct 8 8 {5 i32 a}", ABX_REFUSED},
    {"struct 8 8 {99999999999999999999 i32 a}", ABX_REFUSED},
    {"struct 8 8 {0.8:1 i32 a}", ABX_REFUSED},
    {"struct 8 8 {0.0:0 i32 a}", ABX_REFUSED},
    {"struct 8 8 {0.0:33 i32 a}", ABX_REFUSED},
    {"struct 8 8 {0.0:2 bool a}", ABX_REFUSED},
    {"struct 8 8 {0.0:1 f32 a}", ABX_REFUSED},
    {"struct 8 8 {7.7:2 i32 a}", ABX_REFUSED},
    {"struct 8 8 {0.0 i32 a}", ABX_REFUSED},
    {"struct 8 8 {0 void a}", ABX_REFUSED},
    {"struct 8 8 {0 FILE a}", ABX_REFUSED},
    {"struct 8 8 {0 (i32()) a}", ABX_REFUSED},
    {"struct 8 8 {9 []i8 a}", ABX_REFUSED},
    {"enum i32 {", ABX_REFUSED},
    {"enum i32 {A", ABX_REFUSED},
    {"enum i32 {A  B}", ABX_REFUSED},
    {"enum i32 {1}", ABX_REFUSED},
    {"enum f32 {A}", ABX_REFUSED},
    {"enum struct {A}", ABX_REFUSED},
    {"enum nobody", ABX_MISSING},
    {"struct nobody", ABX_MISSING},
    {"union timespec", ABX_MISSING},
    {"nobody", ABX_MISSING},
    {"secret", ABX_MISSING},
    {"struct secret", ABX_MISSING},
    {"stdcall", ABX_MISSING},
    {"stdcall ", ABX_REFUSED},
    {"stdcall i32", ABX_REFUSED},
    {"stdcall(i32)", ABX_MISSING},
    {"stdcall stdcall i32()", ABX_MISSING},
    {"*stdcall i32()", ABX_REFUSED},
    {"const stdcall i32()", ABX_MISSING},
    {"regparm4 i32()", ABX_MISSING},
    {"regparm(3) i32()", ABX_MISSING},
    {"cdecl i32()", ABX_MISSING},
    {"struct transparent_union 8 8 {0 *i32 a}", ABX_REFUSED},
    {"union transparent_union any", ABX_MISSING},
    {"union transparent_union 8 8 {}", ABX_REFUSED},
    {"union transparent_union 8 8 {0 i32 a}", ABX_REFUSED},
    {"union transparent_union 8 8 {0 *i32 a; 0 i32 b}", ABX_REFUSED},
    {"union transparent_union 4 4 {0.0:32 u32 a}", ABX_REFUSED},
    {"union transparent_union 4 4 {0 struct 4 4 {0 i32 a}}", ABX_REFUSED},
    {"union transparent_union transparent_union 4 4 {0 i32 a}", ABX_MISSING},
    {"i32\n", ABX_REFUSED},
    {"\x7f", ABX_REFUSED},
    {"\xff", ABX_MISSING},
};

static void what_is_no_type_is_refused(void **state)
{
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(no_types); i++) {
        const struct abx_type *type = NULL;
        int status = abx_table_find_type(f.table, no_types[i].name, &type, &f.err);

        if (status != no_types[i].status)
            fail_msg("`%s` gave %d: %s", no_types[i].name, status, f.err.message);
        assert_null(type);
        assert_int_equal(f.err.status, status);
        assert_int_equal(f.err.line, 0);
        assert_int_equal(abx_table_find_type(f.table, no_types[i].name, &type, NULL),
                         status);
    }
    fixture_close(&f);
}

/* Neither nesting nor length may take more than memory that is there. */
static void deep_types_are_refused(void **state)
{
    static const struct {
        const char *open, *middle, *close;
    } cases[] = {
        {"[1]", "i8", ""}, {"(", "i8", ")"},        {"const struct 0 1 {0 ", "i8", " a}"},
        {"*(", "i8", ")"}, {"complex ", "f32", ""}, {"i32(*(", "i8", "))"},
    };
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct abx_buffer text = {0};
        const struct abx_type *type;

        for (int n = 0; n < 20000; n++)
            abx_buffer_puts(&text, cases[i].open);
        abx_buffer_puts(&text, cases[i].middle);
        for (int n = 0; n < 20000; n++)
            abx_buffer_puts(&text, cases[i].close);
        assert_int_equal(abx_table_find_type(f.table, text.data, &type, &f.err),
                         ABX_REFUSED);
        fixture_expect_message(&f, "nested too deeply");
        abx_buffer_finish(&text);
    }
    fixture_close(&f);
}

/* ---- threads ---- */

static void *ask(void *user)
{
    struct abx_table *table = user;

    for (int i = 0; i < 200; i++) {
        const struct abx_type *type;
        const struct abx_type *target;
        char text[64];

        if (abx_table_find_type(table, i % 2 ? "*struct list" : "struct nested", &type,
                                NULL) != ABX_OK)
            return table;
        abx_type_format(type, text, sizeof(text));
        if (i % 2 && (abx_type_find_target(table, type, &target, NULL) != ABX_OK ||
                      abx_type_find_target(table, target->members[0].type, &type, NULL) !=
                          ABX_OK ||
                      type != target))
            return table;
    }
    return NULL;
}

static void threads_share_a_table(void **state)
{
    struct test_thread *threads[4];
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(threads); i++)
        threads[i] = test_thread_start(ask, f.table);
    for (size_t i = 0; i < TEST_N(threads); i++)
        assert_null(test_thread_join(threads[i]));
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(notation_comes_out_as_it_went_in),
        cmocka_unit_test(pointees_come_out_as_they_went_in),
        cmocka_unit_test(sizes_follow_the_platform),
        cmocka_unit_test(the_builtin_types_are_those_of_the_compiler),
        cmocka_unit_test(questions_about_typedefs_and_records_are_answered),
        cmocka_unit_test(questions_about_functions_and_lists_are_answered),
        cmocka_unit_test(pointers_are_looked_up_when_asked),
        cmocka_unit_test(what_is_no_type_is_refused),
        cmocka_unit_test(deep_types_are_refused),
        cmocka_unit_test(threads_share_a_table),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
