/*
 * Members and elements without a path: the same values, rules and messages as with one.
 */
#include "fixture.h"

#include <stdio.h>
#include <string.h>

static const char *const lines[] = {
    "member macro points[1].y struct all",
    ("struct all 96 8 {0 i8 i8; 1 u8 u8; 2 i16 i16; 4 i32 i32; 8 i64 i64; 16 u64 u64; 24 "
     "bool bool; 25 char char; 28 f32 f32; 32 f64 f64; 40 *void pv; 48 *struct point pp; "
     "56 [8]char text; 64 [2]struct point points; 80 const i32 fixed; 84.0:3 u32 bits; "
     "84.3:5 i32 more; 88 union 4 4 {0 u32 low; 0 [4]u8 bytes}}"),
    "struct event 8 4 {0 i32 wd; 4 u32 len; 8 []u16 name}",
    "struct fixed 8 4 {0 const struct point p}",
    "struct point 8 4 {0 i32 x; 4 i32 y}",
};

static struct abx_member find(struct fixture *f, const char *type, const char *path)
{
    struct abx_member member;

    if (abx_type_find_member(f->table, fixture_type(f, type), path, &member, &f->err) !=
        ABX_OK)
        fail_msg("%s: %s", path, f->err.message);
    return member;
}

/* What both ways did: status, bytes, and the message where they end in one. */
static void assert_same(const struct fixture *f, const char *what, int status,
                        int expected, const struct abx_error *err)
{
    if (status != expected)
        fail_msg("%s: %d instead of %d", what, status, expected);
    if (status != ABX_OK)
        assert_string_equal(err->message, f->err.message);
}

static void compare_stores(struct fixture *f, const char *path,
                           const struct abx_value *value)
{
    const struct abx_member member = find(f, "struct all", path);
    struct abx_memory *by_path = fixture_make(f, "struct all", 1);
    struct abx_memory *by_member = fixture_make(f, "struct all", 1);
    struct abx_error err = {0};
    int expected = abx_memory_set(by_path, path, value, &f->err);
    struct abx_value got;

    assert_same(f, path, abx_memory_set_member(by_member, &member, value, &err), expected,
                &err);
    assert_memory_equal(abx_memory_data(by_member), abx_memory_data(by_path), 96);
    assert_int_equal(abx_memory_get_member(by_member, &member, &got, &err), ABX_OK);
    assert_ptr_equal(got.type, member.type);
    if (got.kind == ABX_VALUE_MEMORY)
        abx_memory_destroy(got.memory);
    else
        assert_int_equal(got.u, fixture_get(f, by_member, path).u);
    abx_memory_destroy(by_member);
    abx_memory_destroy(by_path);
}

static void members_obey_the_rules_of_paths(void **state)
{
    static const char *const paths[] = {
        "i8", "u8", "i16",  "i32",   "i64",  "u64",  "bool", "char",  "f32",   "f64",
        "pv", "pp", "text", "fixed", "bits", "more", "low",  "bytes", "points"};
    const struct abx_value values[] = {
        fixture_int(0),
        fixture_int(1),
        fixture_int(2),
        fixture_int(-1),
        fixture_int(-16),
        fixture_int(-17),
        fixture_int(127),
        fixture_int(128),
        fixture_int(-128),
        fixture_int(-129),
        fixture_int(255),
        fixture_uint(256),
        fixture_int(INT16_MIN),
        fixture_int(INT16_MAX),
        fixture_uint(32768),
        fixture_int(INT32_MIN),
        fixture_uint(INT32_MAX),
        fixture_uint(UINT32_MAX),
        fixture_int(INT64_MIN),
        fixture_int(INT64_MAX),
        fixture_uint(UINT64_MAX),
        fixture_float(1.5),
        fixture_float(1e300),
        fixture_float(-0.0),
        fixture_pointer(NULL, NULL),
        fixture_string("text", 4),
        fixture_string("too long text", 13),
        {.kind = ABX_VALUE_NONE},
    };
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(paths); i++)
        for (size_t j = 0; j < TEST_N(values); j++)
            compare_stores(&f, paths[i], &values[j]);
    fixture_close(&f);
}

static void members_of_members_are_found_once(void **state)
{
    const struct abx_value seven = fixture_int(7);
    struct abx_member member;
    struct abx_memory *memory;
    struct abx_value got;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    memory = fixture_make(&f, "struct all", 2);
    member = find(&f, "struct all", "macro");
    assert_int_equal(abx_memory_set_member(memory, &member, &seven, &f.err), ABX_OK);
    assert_int_equal(fixture_get(&f, memory, "[0].points[1].y").i, 7);
    member = find(&f, "struct all", "points[1]");
    assert_int_equal(abx_memory_get_member(memory, &member, &got, &f.err), ABX_OK);
    assert_int_equal(fixture_get(&f, got.memory, "y").i, 7);
    abx_memory_destroy(memory);
    assert_int_equal(abx_memory_get(got.memory, "y", &(struct abx_value){0}, &f.err),
                     ABX_REFUSED);
    abx_memory_destroy(got.memory);
    fixture_close(&f);
}

static void elements_are_those_of_paths(void **state)
{
    static const struct {
        const char *type;
        size_t count;
        size_t n; /* elements */
        const char *message;
    } cases[] = {
        {"[4]i32", 1, 4, "[4]i32 has no element [4]"},
        {"[4]i32", 2, 2, "[2] is none of 2 objects"},
        {"i16", 3, 3, "[3] is none of 3 objects"},
        {"f64", 1, 1, "[1] is none of 1 objects"},
        {"complex f32", 1, 2, "complex f32 has no element [2]"},
        {"[3]struct point", 1, 3, "[3]struct point has no element [3]"},
        {"struct point", 2, 2, "[2] is none of 2 objects"},
    };
    struct abx_value value;
    struct abx_value got;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct abx_memory *memory = fixture_make(&f, cases[i].type, cases[i].count);
        size_t n = cases[i].n;
        char path[16];

        snprintf(path, sizeof(path), "[%zu]", n - 1);
        value = fixture_get(&f, memory, path);
        if (value.kind == ABX_VALUE_INT)
            value.i = 9;
        assert_int_equal(abx_memory_set_element(memory, n - 1, &value, &f.err), ABX_OK);
        assert_int_equal(abx_memory_get_element(memory, n - 1, &got, &f.err), ABX_OK);
        assert_int_equal(got.kind, value.kind);
        assert_ptr_equal(got.type, value.type);
        if (got.kind == ABX_VALUE_MEMORY) {
            assert_ptr_equal(abx_memory_data(got.memory), abx_memory_data(value.memory));
            abx_memory_destroy(got.memory);
            abx_memory_destroy(value.memory);
        } else {
            assert_int_equal(got.u, fixture_get(&f, memory, path).u);
        }
        assert_int_equal(abx_memory_set_element(memory, n, &value, &f.err), ABX_REFUSED);
        fixture_expect_message(&f, cases[i].message);
        assert_int_equal(abx_memory_get_element(memory, SIZE_MAX, &got, &f.err),
                         ABX_REFUSED);
        assert_int_equal(got.kind, ABX_VALUE_NONE);
        abx_memory_destroy(memory);
    }
    fixture_close(&f);
}

static void elements_that_do_not_fit_are_named(void **state)
{
    const struct abx_value large = fixture_int(40000);
    struct abx_memory *memory;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    memory = fixture_make(&f, "[4]i16", 1);
    assert_int_equal(abx_memory_set_element(memory, 3, &large, &f.err), ABX_REFUSED);
    fixture_expect_message(&f, "[3] takes -32768 to 32767, got 40000");
    abx_memory_destroy(memory);
    fixture_close(&f);
}

/* As in the other ways: in views of foreign memory, and wherever the constant came from. */
static void what_is_const_stays(void **state)
{
    static const struct {
        const char *type;
        const char *path; /* NULL: element 0 */
    } cases[] = {
        {"struct all", "fixed"}, {"const struct all", "i32"},
        {"struct fixed", "p.x"}, {"const struct all", "bits"},
        {"const [2]i32", NULL},  {"[2]const i32", NULL},
    };
    const struct abx_value one = fixture_int(1);
    unsigned char object[96] = {0};
    unsigned char before[96] = {0};
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(cases); i++) {
        const struct abx_type *type = fixture_type(&f, cases[i].type);
        struct abx_memory *owned = fixture_make(&f, cases[i].type, 1);
        struct abx_memory *view = NULL;
        struct abx_member member = {0};

        assert_int_equal(abx_memory_view(f.table, type, object, 1, &view, &f.err),
                         ABX_OK);
        if (cases[i].path == NULL) {
            assert_int_equal(abx_memory_set_element(owned, 0, &one, &f.err), ABX_OK);
            assert_int_equal(abx_memory_set_element(view, 0, &one, &f.err), ABX_REFUSED);
        } else {
            member = find(&f, cases[i].type, cases[i].path);
            assert_true(member.is_const);
            assert_int_equal(abx_memory_set_member(owned, &member, &one, &f.err), ABX_OK);
            assert_int_equal(abx_memory_set_member(view, &member, &one, &f.err),
                             ABX_REFUSED);
        }
        fixture_expect_message(&f, "is const, in memory that belongs to somebody else");
        abx_memory_destroy(view);
        abx_memory_destroy(owned);
    }
    assert_memory_equal(object, before, sizeof(object));
    fixture_close(&f);
}

static void members_by_index_know_what_is_const(void **state)
{
    struct abx_member member;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    assert_int_equal(abx_type_member(fixture_type(&f, "struct fixed"), 0, &member),
                     ABX_OK);
    assert_true(member.is_const);
    assert_int_equal(abx_type_member(fixture_type(&f, "struct point"), 0, &member),
                     ABX_OK);
    assert_false(member.is_const);
    assert_int_equal(abx_type_member(fixture_type(&f, "const struct point"), 0, &member),
                     ABX_OK);
    assert_true(member.is_const);
    fixture_close(&f);
}

/* A member of another type is no reason to touch what is not the memory's. */
static void bounds_are_held(void **state)
{
    const struct abx_value one = fixture_int(1);
    struct abx_memory *point;
    struct abx_memory *event;
    struct abx_member member;
    struct abx_value got;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    point = fixture_make(&f, "struct point", 1);
    member = find(&f, "struct all", "i64");
    assert_int_equal(abx_memory_get_member(point, &member, &got, &f.err), ABX_REFUSED);
    fixture_expect_message(&f, "i64 lies behind the memory's 8 bytes");
    assert_int_equal(got.kind, ABX_VALUE_NONE);
    assert_int_equal(abx_memory_set_member(point, &member, &one, &f.err), ABX_REFUSED);
    member = find(&f, "struct all", "more");
    assert_int_equal(abx_memory_set_member(point, &member, &one, &f.err), ABX_REFUSED);
    event = fixture_make(&f, "struct event", 3);
    member = find(&f, "struct event", "name");
    assert_int_equal(abx_memory_get_member(event, &member, &got, &f.err), ABX_OK);
    assert_int_equal(abx_memory_count(got.memory), 8);
    assert_int_equal(abx_memory_set_element(got.memory, 7, &one, &f.err), ABX_OK);
    assert_int_equal(abx_memory_set_element(got.memory, 8, &one, &f.err), ABX_REFUSED);
    abx_memory_destroy(event);
    assert_int_equal(abx_memory_set_element(got.memory, 7, &one, &f.err), ABX_REFUSED);
    fixture_expect_message(&f, "[7] is memory that was freed");
    abx_memory_destroy(got.memory);
    abx_memory_destroy(point);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_obey_the_rules_of_paths),
        cmocka_unit_test(members_of_members_are_found_once),
        cmocka_unit_test(elements_are_those_of_paths),
        cmocka_unit_test(elements_that_do_not_fit_are_named),
        cmocka_unit_test(what_is_const_stays),
        cmocka_unit_test(members_by_index_know_what_is_const),
        cmocka_unit_test(bounds_are_held),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
