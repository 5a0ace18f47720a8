/*
 * Memory: parts and the whole, bounds, views, pointers, and values as arguments.
 */
#include "fixture.h"

#include <string.h>

#include "runtime/value.h"

static const char *const lines[] = {
    "enum color i8 {RED}",
    ("struct all 176 16 {0 i8 i8; 1 u8 u8; 2 i16 i16; 4 i32 i32; 8 i64 i64; 16 u64 u64; "
     "24 bool bool; 25 char char; 26 enum color color; 28 f32 f32; 32 f64 f64; 40 *void "
     "pv; "
     "48 *const char pc; 56 *struct point pp; 64 [8]char text; 72 [2]struct point "
     "points; "
     "88 const i32 fixed; 92 [3]i32 numbers; 112 i128 i128; 128 u128 u128; 144 f16 f16; "
     "152 complex f64 z; 168 u32 size}"),
    "struct point 8 4 {0 i32 x; 4 i32 y}",
    "struct point3 12 4 {0 i32 x; 4 i32 y; 8 i32 z}",
    ("struct bits 8 4 {0.0:3 u32 a; 0.3:5 i32 b; 1.0:16 u32 c; 3.0:1 bool d; 3.1:12 u64 "
     "e; "
     "4.5:27 i32 f}"),
    "struct event 16 4 {0 i32 wd; 4 u32 mask; 8 u32 cookie; 12 u32 len; 16 []char name}",
    "struct fixed 24 8 {0 const struct point p; 8 const struct 8 4 {0 i32 a; 4 i32 b}; "
    "16 "
    "[2]const i32 list}",
    "struct far 16 8 {0 *struct point p; 8 i64 i}",
    "typedef point_t struct point",
    "union either 8 8 {0 u64 u; 0 f64 f; 0 [8]u8 bytes}",
};

/* ---- arrays, strings, records ---- */

static void character_arrays_take_strings(void **state)
{
    static const struct {
        const char *text;
        size_t size;
        int status;
    } cases[] = {{"1234567", 7, ABX_OK},
                 {"ab", 2, ABX_OK},
                 {"", 0, ABX_OK},
                 {"\0abc", 4, ABX_OK},
                 {"12345678", 8, ABX_REFUSED}};
    struct abx_memory *memory;
    struct abx_value value;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    memory = fixture_make(&f, "struct all", 1);
    for (size_t i = 0; i < TEST_N(cases); i++) {
        char expected[8] = {0};

        memset((char *)abx_memory_data(memory) + 64, 'x', 8);
        value = fixture_string(cases[i].text, cases[i].size);
        assert_int_equal(abx_memory_set(memory, "text", &value, &f.err), cases[i].status);
        if (cases[i].status != ABX_OK)
            continue;
        memcpy(expected, cases[i].text, cases[i].size);
        value = fixture_get(&f, memory, "text");
        assert_int_equal(value.kind, ABX_VALUE_MEMORY);
        assert_memory_equal(abx_memory_data(value.memory), expected, 8);
        abx_memory_destroy(value.memory);
    }
    fixture_expect_message(&f, "text has room for 7 characters and a zero, got 8");
    value = fixture_string("1", 1);
    assert_int_equal(abx_memory_set(memory, "numbers", &value, &f.err), ABX_REFUSED);
    abx_memory_destroy(memory);
    fixture_close(&f);
}

static void parts_are_views_into_the_whole(void **state)
{
    struct abx_memory *memory;
    struct abx_memory *point;
    struct abx_memory *three;
    struct abx_value part;
    struct abx_value value;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    memory = fixture_make(&f, "struct all", 1);
    part = fixture_get(&f, memory, "points[1]");
    assert_int_equal(abx_memory_size(part.memory), 8);
    fixture_set(&f, part.memory, "y", fixture_int(42));
    assert_int_equal(fixture_get(&f, memory, "points[1].y").i, 42);
    point = fixture_make(&f, "point_t", 1);
    three = fixture_make(&f, "struct point3", 1);
    fixture_set(&f, point, "", fixture_memory(part.memory));
    assert_int_equal(fixture_get(&f, point, "y").i, 42);
    fixture_set(&f, memory, "points[0]", fixture_memory(point));
    assert_int_equal(fixture_get(&f, memory, "points[0].y").i, 42);
    value = fixture_memory(three);
    assert_int_equal(abx_memory_set(memory, "points[0]", &value, &f.err), ABX_REFUSED);
    fixture_expect_message(
        &f, "points[0] takes memory of type struct point, got struct point3");
    abx_memory_destroy(part.memory);
    part = fixture_get(&f, memory, "z");
    fixture_set(&f, part.memory, "[1]", fixture_float(2.5));
    assert_true(fixture_get(&f, memory, "z[1]").f == 2.5);
    abx_memory_destroy(part.memory);
    part = fixture_get(&f, memory, "");
    assert_ptr_equal(abx_memory_data(part.memory), abx_memory_data(memory));
    abx_memory_destroy(part.memory);
    abx_memory_destroy(three);
    abx_memory_destroy(point);
    abx_memory_destroy(memory);
    fixture_close(&f);
}

static void arrays_are_indexed(void **state)
{
    struct abx_memory *array;
    struct abx_memory *points;
    struct abx_memory *number;
    struct abx_value value = {.kind = ABX_VALUE_INT};
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    array = fixture_make(&f, "[4]struct point", 1);
    points = fixture_make(&f, "struct point", 4);
    number = fixture_make(&f, "i32", 1);
    assert_int_equal(abx_memory_count(points), 4);
    assert_int_equal(abx_memory_size(points), abx_memory_size(array));
    fixture_set(&f, array, "[3].x", fixture_int(3));
    fixture_set(&f, points, "[3].x", fixture_int(3));
    assert_memory_equal(abx_memory_data(points), abx_memory_data(array), 32);
    assert_int_equal(abx_memory_set(array, "[4].x", &value, &f.err), ABX_REFUSED);
    assert_int_equal(abx_memory_set(points, "[4].x", &value, &f.err), ABX_REFUSED);
    fixture_expect_message(&f, "[4] is none of 4 objects");
    assert_int_equal(abx_memory_set(points, "[0]x", &value, &f.err), ABX_REFUSED);
    assert_int_equal(abx_memory_set(points, "[x]", &value, &f.err), ABX_REFUSED);
    fixture_set(&f, number, "", fixture_int(-1));
    fixture_set(&f, number, "[0]", fixture_int(-2));
    assert_int_equal(fixture_get(&f, number, "").i, -2);
    value = fixture_memory(points);
    fixture_set(&f, array, "", value);
    abx_memory_destroy(number);
    abx_memory_destroy(points);
    abx_memory_destroy(array);
    fixture_close(&f);
}

static void flexible_arrays_end_with_the_memory(void **state)
{
    struct abx_memory *memory;
    struct abx_value value = {.kind = ABX_VALUE_INT, .i = 'x'};
    struct abx_value none;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    memory = fixture_make(&f, "struct event", 4);
    fixture_set(&f, memory, "[0].name[47]", fixture_int('a'));
    assert_int_equal(fixture_get(&f, memory, "[0].name[47]").i, 'a');
    assert_int_equal(abx_memory_set(memory, "[0].name[48]", &value, &f.err), ABX_REFUSED);
    fixture_expect_message(&f, "lies behind the memory's 64 bytes");
    assert_int_equal(abx_memory_set(memory, "[3].name[0]", &value, &f.err), ABX_REFUSED);
    value = fixture_get(&f, memory, "[0].name");
    assert_int_equal(abx_memory_count(value.memory), 48);
    assert_int_equal(fixture_get(&f, value.memory, "[47]").i, 'a');
    abx_memory_destroy(value.memory);
    value = fixture_get(&f, memory, "[3].name");
    assert_int_equal(abx_memory_count(value.memory), 0);
    assert_int_equal(abx_memory_get(value.memory, "[0]", &none, &f.err), ABX_REFUSED);
    abx_memory_destroy(value.memory);
    abx_memory_destroy(memory);
    fixture_close(&f);
}

/* ---- pointers ---- */

static void pointers_are_checked(void **state)
{
    struct abx_memory *memory;
    struct abx_memory *point;
    struct abx_memory *three;
    const struct abx_type *types[3];
    struct abx_value value;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    memory = fixture_make(&f, "struct all", 1);
    point = fixture_make(&f, "[2]point_t", 1);
    three = fixture_make(&f, "struct point3", 1);
    types[0] = fixture_type(&f, "*struct point");
    types[1] = fixture_type(&f, "*const point_t");
    types[2] = fixture_type(&f, "*struct point3");
    fixture_set(&f, memory, "pp", fixture_memory(point));
    assert_ptr_equal(fixture_get(&f, memory, "pp").p, abx_memory_data(point));
    fixture_set(&f, memory, "pv", fixture_memory(three));
    fixture_set(&f, memory, "pp", fixture_pointer(point, NULL));
    fixture_set(&f, memory, "pp", fixture_pointer(point, types[0]));
    fixture_set(&f, memory, "pp", fixture_pointer(point, types[1]));
    fixture_set(&f, memory, "pp", fixture_pointer(NULL, NULL));
    assert_null(fixture_get(&f, memory, "pp").p);
    value = fixture_memory(three);
    assert_int_equal(abx_memory_set(memory, "pp", &value, &f.err), ABX_REFUSED);
    fixture_expect_message(
        &f, "pp takes a pointer to struct point, got one to struct point3");
    value = fixture_pointer(point, types[2]);
    assert_int_equal(abx_memory_set(memory, "pp", &value, &f.err), ABX_REFUSED);
    value = fixture_string("x", 1);
    assert_int_equal(abx_memory_set(memory, "pc", &value, &f.err), ABX_REFUSED);
    fixture_expect_message(&f, "how long the string has to live");
    value = fixture_int(0);
    assert_int_equal(abx_memory_set(memory, "pp", &value, &f.err), ABX_REFUSED);
    fixture_expect_message(&f, "pp takes a pointer, got an integer");
    value = fixture_memory(NULL);
    assert_int_equal(abx_memory_set(memory, "pp", &value, &f.err), ABX_REFUSED);
    assert_int_equal(abx_memory_set(memory, "points[0]", &value, &f.err), ABX_REFUSED);
    abx_memory_destroy(three);
    abx_memory_destroy(point);
    abx_memory_destroy(memory);
    fixture_close(&f);
}

/* A value's type is its own: a pointer to one thing is no pointer to a pointer to it. */
static void the_type_of_a_pointer_is_its_own(void **state)
{
    static const struct {
        const char *type;  /* of the argument */
        const char *given; /* type of the value */
        int status;
    } cases[] = {
        {"*char", "*char", ABX_OK},
        {"**char", "**char", ABX_OK},
        {"**char", "*char", ABX_REFUSED},
        {"*struct point", "**struct point", ABX_REFUSED},
        {"*struct point", "*point_t", ABX_OK},
        {"*struct point", "*void", ABX_OK},
        {"*void", "**char", ABX_OK},
        {"*struct point", "struct point", ABX_REFUSED},
        {"*void", "i64", ABX_REFUSED},
        {"*const char", "*struct point", ABX_REFUSED},
        {"*const char", "*[8]u8", ABX_OK},
        {"*i8", "*struct point", ABX_REFUSED},
        {"*const u8", "*struct point", ABX_OK},
        {"*(void(i32))", "*(void(i32))", ABX_OK},
        {"*(void(i32))", "*(void(u32))", ABX_OK},
        {"*(void(i32))", "*(void(i64))", ABX_REFUSED},
        {"*(void(i32))", "*(i32(i32))", ABX_REFUSED},
        {"*(void(i32))", "*(void(i32, i32))", ABX_REFUSED},
        {"*(void(i32))", "*(void(i32, ...))", ABX_REFUSED},
        {"*(void(i32))", "*(void())", ABX_REFUSED},
        {"*(void(*void))", "*(void(*char))", ABX_OK},
        {"*(void(f32))", "*(void(i32))", ABX_REFUSED},
        {"*(void(?))", "*(void(i32))", ABX_OK},
        {"*(void(i32))", "*void", ABX_OK},
        {"*(ms_abi void(i32))", "*(ms_abi void(i32))", ABX_OK},
        {"*(ms_abi void(i32))", "*(void(i32))", ABX_REFUSED},
        {"*(void(i32))", "*(stdcall void(i32))", ABX_REFUSED},
        {"*(void(union transparent_union 4 4 {0 i32 a}))", "*(void(i32))", ABX_OK},
        {"*(void(union transparent_union 4 4 {0 i32 a}))", "*(void(f32))", ABX_REFUSED},
        {"*(void(union 4 4 {0 i32 a}))", "*(void(i32))", ABX_REFUSED},
        {"*(union transparent_union 4 4 {0 i32 a}())", "*(i32())", ABX_REFUSED},
    };
    char object = 0;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct abx_value value =
            fixture_pointer(&object, fixture_type(&f, cases[i].given));
        void *address = NULL;

        if (abx_value_store_argument(f.table, fixture_type(&f, cases[i].type), &value,
                                     &address, &f.err) != cases[i].status)
            fail_msg("%s given %s: %s", cases[i].type, cases[i].given, f.err.message);
        assert_ptr_equal(address, cases[i].status == ABX_OK ? &object : NULL);
    }
    fixture_close(&f);
}

static void arguments_take_strings(void **state)
{
    static const struct {
        const char *type;
        const char *text;
        size_t size;
        int status;
    } cases[] = {
        {"*const char", "abc", 3, ABX_OK},
        {"*const void", "a\0c", 3, ABX_OK},
        {"*const u8", "a\0c", 3, ABX_OK},
        {"*const char", "a\0c", 3, ABX_REFUSED},
        {"*char", "abc", 3, ABX_REFUSED},
        {"*void", "abc", 3, ABX_REFUSED},
        {"*const struct point", "a", 1, ABX_REFUSED},
        {"*(void())", "a", 1, ABX_REFUSED},
        {"*const char", NULL, 0, ABX_REFUSED},
        {"i32", "a", 1, ABX_REFUSED},
    };
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct abx_value value = fixture_string(cases[i].text, cases[i].size);
        const char *address = NULL;

        if (abx_value_store_argument(f.table, fixture_type(&f, cases[i].type), &value,
                                     &address, &f.err) != cases[i].status)
            fail_msg("%s: %s", cases[i].type, f.err.message);
        assert_ptr_equal(address, cases[i].status == ABX_OK ? cases[i].text : NULL);
    }
    fixture_close(&f);
}

static void small_memory_is_not_enough_for_a_pointer(void **state)
{
    struct abx_memory *far;
    struct abx_memory *number;
    struct abx_value value;
    void *address = NULL;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    far = fixture_make(&f, "struct far", 1);
    number = fixture_make(&f, "i32", 1);
    value = fixture_memory(number);
    assert_int_equal(abx_value_store_argument(f.table, fixture_type(&f, "*[4]i32"),
                                              &value, &address, &f.err),
                     ABX_REFUSED);
    assert_int_equal(abx_value_store_argument(f.table, fixture_type(&f, "*u32"), &value,
                                              &address, &f.err),
                     ABX_OK);
    assert_ptr_equal(address, abx_memory_data(number));
    assert_int_equal(abx_value_store_argument(f.table, fixture_type(&f, "*i64"), &value,
                                              &address, &f.err),
                     ABX_REFUSED);
    abx_memory_destroy(number);
    abx_memory_destroy(far);
    fixture_close(&f);
}

/* ---- what memory can be made ---- */

static void impossible_memory_is_refused(void **state)
{
    static const struct {
        const char *type;
        size_t count;
    } cases[] = {
        {"void", 1}, {"[]i32", 1},      {"i32()", 1},
        {"i32", 0},  {"i32", SIZE_MAX}, {"struct point", SIZE_MAX / 8 + 1},
    };
    int object = 0;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct abx_memory *memory;
        const struct abx_type *type = fixture_type(&f, cases[i].type);

        assert_int_equal(
            abx_memory_create(f.table, type, cases[i].count, &memory, &f.err),
            ABX_REFUSED);
        assert_null(memory);
        assert_int_equal(
            abx_memory_view(f.table, type, &object, cases[i].count, &memory, &f.err),
            ABX_REFUSED);
        assert_null(memory);
    }
    fixture_close(&f);
}

static void views_show_foreign_memory(void **state)
{
    union {
        uint64_t u;
        double f;
    } object = {.f = 1};
    struct abx_memory *view;
    struct abx_memory *fixed;
    struct abx_memory *owned;
    struct abx_value one = fixture_int(1);
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    assert_int_equal(abx_memory_view(f.table, fixture_type(&f, "union either"), NULL, 1,
                                     &view, &f.err),
                     ABX_REFUSED);
    assert_int_equal(abx_memory_view(f.table, fixture_type(&f, "union either"), &object,
                                     1, &view, &f.err),
                     ABX_OK);
    assert_true(fixture_get(&f, view, "f").f == 1);
    fixture_set(&f, view, "u", fixture_uint(7));
    assert_int_equal(object.u, 7);
    assert_ptr_equal(abx_memory_data(view), &object);
    assert_ptr_equal(abx_memory_type(view), fixture_type(&f, "union either"));
    assert_int_equal(abx_memory_view(f.table, fixture_type(&f, "const u64"), &object, 1,
                                     &fixed, &f.err),
                     ABX_OK);
    assert_int_equal(abx_memory_set(fixed, "", &one, &f.err), ABX_REFUSED);
    fixture_expect_message(&f, "the object is const");
    owned = fixture_make(&f, "struct all", 1);
    fixture_set(&f, owned, "fixed", one);
    assert_int_equal(fixture_get(&f, owned, "fixed").i, 1);
    abx_memory_destroy(owned);
    abx_memory_destroy(fixed);
    abx_memory_destroy(view);
    abx_memory_destroy(NULL);
    fixture_close(&f);
}

/* Being const is handed down from the whole to its parts, and to views of them. */
/* Stored to where the library owns it, and refused in a view of foreign memory. */
static void members_of_what_is_const_are_const(void **state)
{
    static const struct {
        const char *type;
        const char *path;
    } cases[] = {
        {"const struct point", "x"},
        {"const struct point", "[0].x"},
        {"const point_t", "y"},
        {"struct fixed", "p.x"},
        {"struct fixed", "a"},
        {"struct fixed", "list[1]"},
        {"[3]const i32", "[2]"},
        {"const [3]i32", "[2]"},
        {"const struct all", "points[0].x"},
        {"const struct bits", "b"},
        {"const union either", "bytes[0]"},
    };
    unsigned char object[256] = {0};
    unsigned char before[256] = {0};
    const struct abx_value one = fixture_int(1);
    struct abx_memory *view;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct abx_memory *owned = fixture_make(&f, cases[i].type, 1);

        fixture_set(&f, owned, cases[i].path, one);
        assert_int_equal(fixture_get(&f, owned, cases[i].path).i, 1);
        abx_memory_destroy(owned);
        assert_int_equal(abx_memory_view(f.table, fixture_type(&f, cases[i].type), object,
                                         1, &view, &f.err),
                         ABX_OK);
        if (abx_memory_set(view, cases[i].path, &one, &f.err) != ABX_REFUSED)
            fail_msg("%s of %s was stored to", cases[i].path, cases[i].type);
        fixture_expect_message(&f, "is const, in memory that belongs to somebody else");
        abx_memory_destroy(view);
    }
    assert_memory_equal(object, before, sizeof(object));
    fixture_close(&f);
}

static void parts_of_what_is_const_are_const(void **state)
{
    static const struct {
        const char *type;
        const char *part;
        const char *path;
    } views[] = {
        {"const struct all", "points", "[1].x"},
        {"const struct all", "points[1]", "x"},
        {"struct fixed", "p", "x"},
        {"struct fixed", "list", "[0]"},
    };
    unsigned char object[256] = {0};
    unsigned char before[256] = {0};
    const struct abx_value one = fixture_int(1);
    struct abx_memory *view;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(views); i++) {
        struct abx_value part;

        assert_int_equal(abx_memory_view(f.table, fixture_type(&f, views[i].type), object,
                                         1, &view, &f.err),
                         ABX_OK);
        part = fixture_get(&f, view, views[i].part);
        assert_int_equal(abx_memory_set(part.memory, views[i].path, &one, &f.err),
                         ABX_REFUSED);
        abx_memory_destroy(part.memory);
        abx_memory_destroy(view);
    }
    assert_memory_equal(object, before, sizeof(object));
    fixture_close(&f);
}

static void pointers_to_what_is_const_point_to_const(void **state)
{
    static const struct {
        const char *memory;
        const char *pointer;
        int status;
    } cases[] = {
        {"const struct point", "*struct point", ABX_REFUSED},
        {"const struct point", "*void", ABX_REFUSED},
        {"const struct point", "*const struct point", ABX_OK},
        {"const struct point", "*const void", ABX_OK},
        {"[4]const i32", "*i32", ABX_REFUSED},
        {"[4]const i32", "*const i32", ABX_OK},
        {"[4]const i32", "*[4]const i32", ABX_OK},
        {"[4]i32", "*i32", ABX_OK},
    };
    int32_t object[4] = {0};
    struct abx_memory *view;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(cases); i++) {
        const struct abx_type *pointer = fixture_type(&f, cases[i].pointer);
        struct abx_memory *owned = fixture_make(&f, cases[i].memory, 1);
        struct abx_value value = fixture_memory(owned);
        void *address = NULL;

        assert_int_equal(
            abx_value_store_argument(f.table, pointer, &value, &address, &f.err), ABX_OK);
        assert_int_equal(abx_memory_view(f.table, fixture_type(&f, cases[i].memory),
                                         object, 1, &view, &f.err),
                         ABX_OK);
        value = fixture_memory(view);
        if (abx_value_store_argument(f.table, pointer, &value, &address, &f.err) !=
            cases[i].status)
            fail_msg("%s given %s", cases[i].pointer, cases[i].memory);
        if (cases[i].status != ABX_OK)
            fixture_expect_message(&f, "takes no memory that is const");
        abx_memory_destroy(view);
        abx_memory_destroy(owned);
    }
    fixture_close(&f);
}

static void over_aligned_memory_is_aligned(void **state)
{
    struct abx_memory *memory;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    memory = fixture_make(&f, "struct 4096 4096 {0 i32 a}", 3);
    assert_int_equal((uintptr_t)abx_memory_data(memory) % 4096, 0);
    assert_int_equal(fixture_get(&f, memory, "[2].a").i, 0);
    abx_memory_destroy(memory);
    memory = fixture_make(&f, "struct 0 1 {}", 1);
    assert_int_equal(abx_memory_size(memory), 0);
    abx_memory_destroy(memory);
    fixture_close(&f);
}

static void loading_a_record_copies_it(void **state)
{
    int32_t point[2] = {1, 2};
    struct abx_value value;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    assert_int_equal(
        abx_value_load(f.table, fixture_type(&f, "point_t"), point, &value, &f.err),
        ABX_OK);
    point[1] = 3;
    assert_int_equal(value.kind, ABX_VALUE_MEMORY);
    assert_int_equal(fixture_get(&f, value.memory, "y").i, 2);
    abx_memory_destroy(value.memory);
    assert_int_equal(
        abx_value_load(f.table, fixture_type(&f, "void"), point, &value, &f.err),
        ABX_REFUSED);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(character_arrays_take_strings),
        cmocka_unit_test(parts_are_views_into_the_whole),
        cmocka_unit_test(arrays_are_indexed),
        cmocka_unit_test(flexible_arrays_end_with_the_memory),
        cmocka_unit_test(pointers_are_checked),
        cmocka_unit_test(the_type_of_a_pointer_is_its_own),
        cmocka_unit_test(arguments_take_strings),
        cmocka_unit_test(small_memory_is_not_enough_for_a_pointer),
        cmocka_unit_test(impossible_memory_is_refused),
        cmocka_unit_test(views_show_foreign_memory),
        cmocka_unit_test(members_of_what_is_const_are_const),
        cmocka_unit_test(parts_of_what_is_const_are_const),
        cmocka_unit_test(pointers_to_what_is_const_point_to_const),
        cmocka_unit_test(over_aligned_memory_is_aligned),
        cmocka_unit_test(loading_a_record_copies_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
