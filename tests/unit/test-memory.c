/*
 * Memory: members read and written, ranges, bounds, views, and values as arguments.
 */
#include "fixture.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
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
    "struct far 16 8 {0 *struct point p; 8 i64 i}",
    "typedef point_t struct point",
    "union either 8 8 {0 u64 u; 0 f64 f; 0 [8]u8 bytes}",
};

static struct abx_memory *make(struct fixture *f, const char *type, size_t count)
{
    struct abx_memory *memory;

    if (abx_memory_create(f->table, fixture_type(f, type), count, &memory, &f->err) !=
        ABX_OK)
        fail_msg("%s: %s", type, f->err.message);
    return memory;
}

static struct abx_value get(struct fixture *f, const struct abx_memory *memory,
                            const char *path)
{
    struct abx_value value;

    if (abx_memory_get(memory, path, &value, &f->err) != ABX_OK)
        fail_msg("%s: %s", path, f->err.message);
    assert_non_null(value.type);
    return value;
}

static void set(struct fixture *f, struct abx_memory *memory, const char *path,
                struct abx_value value)
{
    if (abx_memory_set(memory, path, &value, &f->err) != ABX_OK)
        fail_msg("%s: %s", path, f->err.message);
}

static struct abx_value int_value(int64_t i)
{
    return (struct abx_value){.kind = ABX_VALUE_INT, .i = i};
}

static struct abx_value uint_value(uint64_t u)
{
    return (struct abx_value){.kind = ABX_VALUE_UINT, .u = u};
}

static struct abx_value float_value(double number)
{
    return (struct abx_value){.kind = ABX_VALUE_FLOAT, .f = number};
}

static struct abx_value string_value(const char *text, size_t size)
{
    return (struct abx_value){.kind = ABX_VALUE_STRING, .string = {text, size}};
}

static struct abx_value memory_value(struct abx_memory *memory)
{
    return (struct abx_value){.kind = ABX_VALUE_MEMORY, .memory = memory};
}

static struct abx_value pointer_value(void *p, const struct abx_type *type)
{
    return (struct abx_value){.kind = ABX_VALUE_POINTER, .p = p, .type = type};
}

/* ---- scalars, on a little-endian and a big-endian platform ---- */

static const struct {
    const char *path;
    int64_t least;
    uint64_t most;
    const char *range;
} integers[] = {
    {"i8", -128, 127, "takes -128 to 127, got "},
    {"u8", 0, 255, "takes 0 to 255, got "},
    {"i16", -32768, 32767, "takes -32768 to 32767, got "},
    {"i32", INT32_MIN, INT32_MAX, "takes -2147483648 to 2147483647, got "},
    {"bool", 0, 1, "takes 0 to 1, got "},
    {"color", -128, 127, "takes -128 to 127, got "},
    {"size", 0, UINT32_MAX, "takes 0 to 4294967295, got "},
    {"i64", INT64_MIN, INT64_MAX,
     "takes -9223372036854775808 to 9223372036854775807, got "},
};

static void check_integers(const char *header)
{
    struct abx_memory *memory;
    struct fixture f;

    fixture_read(&f, header, lines, TEST_N(lines));
    memory = make(&f, "struct all", 1);
    for (size_t i = 0; i < TEST_N(integers); i++) {
        const char *path = integers[i].path;
        struct abx_value above = uint_value(integers[i].most + 1);
        struct abx_value below = int_value((int64_t)((uint64_t)integers[i].least - 1));

        set(&f, memory, path, int_value(integers[i].least));
        assert_true(get(&f, memory, path).i == integers[i].least);
        set(&f, memory, path, uint_value(integers[i].most));
        assert_true(get(&f, memory, path).u == integers[i].most);
        assert_int_equal(abx_memory_set(memory, path, &above, &f.err), ABX_REFUSED);
        fixture_expect_message(&f, path);
        fixture_expect_message(&f, integers[i].range);
        if (integers[i].least != INT64_MIN)
            assert_int_equal(abx_memory_set(memory, path, &below, NULL), ABX_REFUSED);
        assert_true(get(&f, memory, path).u == integers[i].most);
    }
    set(&f, memory, "u64", uint_value(UINT64_MAX));
    assert_true(get(&f, memory, "u64").u == UINT64_MAX);
    abx_memory_destroy(memory);
    fixture_close(&f);
}

static void integers_keep_to_their_range(void **state)
{
    char *native = fixture_native();

    (void)state;
    check_integers(native);
    check_integers(fixture_s390x);
    free(native);
}

static void the_order_of_bytes_is_the_platforms(void **state)
{
    struct abx_memory *memory;
    unsigned char *bytes;
    struct fixture f;

    (void)state;
    fixture_read(&f, fixture_s390x, lines, TEST_N(lines));
    memory = make(&f, "struct all", 1);
    bytes = abx_memory_data(memory);
    set(&f, memory, "i32", int_value(0x01020304));
    assert_memory_equal(bytes + 4, "\1\2\3\4", 4);
    set(&f, memory, "f32", float_value(1));
    assert_memory_equal(bytes + 28, "\x3f\x80\0\0", 4);
    set(&f, memory, "f64", float_value(-2));
    assert_memory_equal(bytes + 32, "\xc0\0\0\0\0\0\0\0", 8);
    assert_true(get(&f, memory, "f64").f == -2);
    set(&f, memory, "pv", pointer_value((void *)(uintptr_t)0x1234, NULL));
    assert_memory_equal(bytes + 40, "\0\0\0\0\0\0\x12\x34", 8);
    assert_ptr_equal(get(&f, memory, "pv").p, (void *)(uintptr_t)0x1234);
    abx_memory_destroy(memory);
    fixture_close(&f);
}

static void wide_integers_need_their_type(void **state)
{
    struct abx_memory *memory;
    struct abx_value value;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    memory = make(&f, "struct all", 1);
    value = (struct abx_value){.kind = ABX_VALUE_UINT,
                               .type = fixture_type(&f, "u128"),
                               .wide = {1, UINT64_MAX}};
    set(&f, memory, "u128", value);
    assert_true(get(&f, memory, "u128").wide[1] == UINT64_MAX);
    assert_int_equal(abx_memory_set(memory, "i128", &value, &f.err), ABX_REFUSED);
    fixture_expect_message(&f, "got 340282366920938463444927863358058659841");
    set(&f, memory, "i128", int_value(-5));
    assert_true(get(&f, memory, "i128").wide[0] == (uint64_t)-5);
    assert_true(get(&f, memory, "i128").wide[1] == UINT64_MAX);
    value.type = NULL;
    set(&f, memory, "u128", value);
    assert_true(get(&f, memory, "u128").wide[0] == 1);
    assert_true(get(&f, memory, "u128").wide[1] == 0);
    abx_memory_destroy(memory);
    fixture_close(&f);
}

static void floats_are_checked(void **state)
{
    static const struct {
        const char *path;
        struct abx_value value;
        int status;
        double expected;
    } cases[] = {
        {"f32", {.kind = ABX_VALUE_FLOAT, .f = 0.5}, ABX_OK, 0.5},
        {"f32", {.kind = ABX_VALUE_FLOAT, .f = 1e300}, ABX_REFUSED, 0},
        {"f32", {.kind = ABX_VALUE_FLOAT, .f = -1e39}, ABX_REFUSED, 0},
        {"f32",
         {.kind = ABX_VALUE_FLOAT, .f = (double)INFINITY},
         ABX_OK,
         (double)INFINITY},
        {"f32", {.kind = ABX_VALUE_INT, .i = 16777216}, ABX_OK, 16777216},
        {"f32", {.kind = ABX_VALUE_INT, .i = 16777217}, ABX_REFUSED, 0},
        {"f32", {.kind = ABX_VALUE_UINT, .u = UINT64_MAX}, ABX_REFUSED, 0},
        {"f64", {.kind = ABX_VALUE_INT, .i = -9007199254740993}, ABX_REFUSED, 0},
        {"f64", {.kind = ABX_VALUE_INT, .i = INT64_MIN}, ABX_OK, -0x1p63},
        {"f64", {.kind = ABX_VALUE_LONG_DOUBLE, .ld = 0.25L}, ABX_OK, 0.25},
        {"f64", {.kind = ABX_VALUE_STRING}, ABX_REFUSED, 0},
        {"f64", {.kind = ABX_VALUE_POINTER}, ABX_REFUSED, 0},
        {"f16", {.kind = ABX_VALUE_FLOAT, .f = 1}, ABX_REFUSED, 0},
        {"i32", {.kind = ABX_VALUE_FLOAT, .f = 1}, ABX_REFUSED, 0},
        {"i32", {.kind = ABX_VALUE_STRING}, ABX_REFUSED, 0},
        {"i32", {.kind = ABX_VALUE_NONE}, ABX_REFUSED, 0},
    };
    struct abx_memory *memory;
    struct abx_value value;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    memory = make(&f, "struct all", 1);
    for (size_t i = 0; i < TEST_N(cases); i++) {
        assert_int_equal(abx_memory_set(memory, cases[i].path, &cases[i].value, &f.err),
                         cases[i].status);
        if (cases[i].status == ABX_OK)
            assert_true(get(&f, memory, cases[i].path).f == cases[i].expected);
        else
            fixture_expect_message(&f, cases[i].path);
    }
    set(&f, memory, "f32", float_value((double)NAN));
    assert_true(isnan(get(&f, memory, "f32").f));
    assert_int_equal(abx_memory_get(memory, "f16", &value, &f.err), ABX_REFUSED);
    abx_memory_destroy(memory);
    fixture_close(&f);
}

/* Writes both limits over bytes of @fill, and last what was there before. */
static void check_bit_field(struct fixture *f, struct abx_memory *memory,
                            const char *path, int64_t least, int64_t most, int fill)
{
    unsigned char *bytes = abx_memory_data(memory);
    struct abx_value before;

    memset(bytes, fill, abx_memory_size(memory));
    before = get(f, memory, path);
    set(f, memory, path, int_value(least));
    assert_int_equal(get(f, memory, path).i, least);
    set(f, memory, path, int_value(most));
    assert_int_equal(get(f, memory, path).i, most);
    set(f, memory, path, before);
    for (size_t i = 0; i < abx_memory_size(memory); i++)
        assert_int_equal(bytes[i], fill);
}

static void bit_fields_leave_their_neighbours_alone(void **state)
{
    static const struct {
        const char *path;
        int64_t least;
        int64_t most;
    } cases[] = {{"a", 0, 7}, {"b", -16, 15}, {"c", 0, 65535},
                 {"d", 0, 1}, {"e", 0, 4095}, {"f", -67108864, 67108863}};
    char *native = fixture_native();
    const char *headers[] = {native, fixture_s390x};

    (void)state;
    for (size_t h = 0; h < TEST_N(headers); h++) {
        struct abx_memory *memory;
        struct fixture f;

        fixture_read(&f, headers[h], lines, TEST_N(lines));
        memory = make(&f, "struct bits", 2);
        for (size_t i = 0; i < TEST_N(cases); i++) {
            struct abx_value above = int_value(cases[i].most + 1);
            struct abx_value below = int_value(cases[i].least - 1);
            char path[8];

            snprintf(path, sizeof(path), "[1].%s", cases[i].path);
            for (int fill = 0; fill < 0x100; fill += 0xff)
                check_bit_field(&f, memory, path, cases[i].least, cases[i].most, fill);
            assert_int_equal(abx_memory_set(memory, path, &above, &f.err), ABX_REFUSED);
            assert_int_equal(abx_memory_set(memory, path, &below, &f.err), ABX_REFUSED);
            fixture_expect_message(&f, path);
        }
        abx_memory_destroy(memory);
        fixture_close(&f);
    }
    free(native);
}

/* What this compiler makes of the same declaration. */
static void bit_fields_are_those_of_the_compiler(void **state)
{
    struct bits {
        unsigned a : 3;
        int b : 5;
        unsigned c : 16;
    } * bits;
    struct abx_memory *memory;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    memory = make(&f, "struct bits", 1);
    bits = abx_memory_data(memory);
    set(&f, memory, "a", int_value(5));
    set(&f, memory, "b", int_value(-7));
    set(&f, memory, "c", int_value(40000));
    assert_int_equal(bits->a, 5);
    assert_int_equal(bits->b, -7);
    assert_int_equal(bits->c, 40000);
    bits->b = 9;
    assert_int_equal(get(&f, memory, "b").i, 9);
    abx_memory_destroy(memory);
    fixture_close(&f);
}

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
    memory = make(&f, "struct all", 1);
    for (size_t i = 0; i < TEST_N(cases); i++) {
        char expected[8] = {0};

        memset((char *)abx_memory_data(memory) + 64, 'x', 8);
        value = string_value(cases[i].text, cases[i].size);
        assert_int_equal(abx_memory_set(memory, "text", &value, &f.err), cases[i].status);
        if (cases[i].status != ABX_OK)
            continue;
        memcpy(expected, cases[i].text, cases[i].size);
        value = get(&f, memory, "text");
        assert_int_equal(value.kind, ABX_VALUE_MEMORY);
        assert_memory_equal(abx_memory_data(value.memory), expected, 8);
        abx_memory_destroy(value.memory);
    }
    fixture_expect_message(&f, "text has room for 7 characters and a zero, got 8");
    value = string_value("1", 1);
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
    memory = make(&f, "struct all", 1);
    part = get(&f, memory, "points[1]");
    assert_int_equal(abx_memory_size(part.memory), 8);
    set(&f, part.memory, "y", int_value(42));
    assert_int_equal(get(&f, memory, "points[1].y").i, 42);
    point = make(&f, "point_t", 1);
    three = make(&f, "struct point3", 1);
    set(&f, point, "", memory_value(part.memory));
    assert_int_equal(get(&f, point, "y").i, 42);
    set(&f, memory, "points[0]", memory_value(point));
    assert_int_equal(get(&f, memory, "points[0].y").i, 42);
    value = memory_value(three);
    assert_int_equal(abx_memory_set(memory, "points[0]", &value, &f.err), ABX_REFUSED);
    fixture_expect_message(
        &f, "points[0] takes memory of type struct point, got struct point3");
    abx_memory_destroy(part.memory);
    part = get(&f, memory, "z");
    set(&f, part.memory, "[1]", float_value(2.5));
    assert_true(get(&f, memory, "z[1]").f == 2.5);
    abx_memory_destroy(part.memory);
    part = get(&f, memory, "");
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
    array = make(&f, "[4]struct point", 1);
    points = make(&f, "struct point", 4);
    number = make(&f, "i32", 1);
    assert_int_equal(abx_memory_count(points), 4);
    assert_int_equal(abx_memory_size(points), abx_memory_size(array));
    set(&f, array, "[3].x", int_value(3));
    set(&f, points, "[3].x", int_value(3));
    assert_memory_equal(abx_memory_data(points), abx_memory_data(array), 32);
    assert_int_equal(abx_memory_set(array, "[4].x", &value, &f.err), ABX_REFUSED);
    assert_int_equal(abx_memory_set(points, "[4].x", &value, &f.err), ABX_REFUSED);
    fixture_expect_message(&f, "[4] is none of 4 objects");
    assert_int_equal(abx_memory_set(points, "[0]x", &value, &f.err), ABX_REFUSED);
    assert_int_equal(abx_memory_set(points, "[x]", &value, &f.err), ABX_REFUSED);
    set(&f, number, "", int_value(-1));
    set(&f, number, "[0]", int_value(-2));
    assert_int_equal(get(&f, number, "").i, -2);
    value = memory_value(points);
    set(&f, array, "", value);
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
    memory = make(&f, "struct event", 4);
    set(&f, memory, "[0].name[47]", int_value('a'));
    assert_int_equal(get(&f, memory, "[0].name[47]").i, 'a');
    assert_int_equal(abx_memory_set(memory, "[0].name[48]", &value, &f.err), ABX_REFUSED);
    fixture_expect_message(&f, "lies behind the memory's 64 bytes");
    assert_int_equal(abx_memory_set(memory, "[3].name[0]", &value, &f.err), ABX_REFUSED);
    value = get(&f, memory, "[0].name");
    assert_int_equal(abx_memory_count(value.memory), 48);
    assert_int_equal(get(&f, value.memory, "[47]").i, 'a');
    abx_memory_destroy(value.memory);
    value = get(&f, memory, "[3].name");
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
    memory = make(&f, "struct all", 1);
    point = make(&f, "[2]point_t", 1);
    three = make(&f, "struct point3", 1);
    types[0] = fixture_type(&f, "struct point");
    types[1] = fixture_type(&f, "*const point_t");
    types[2] = fixture_type(&f, "struct point3");
    set(&f, memory, "pp", memory_value(point));
    assert_ptr_equal(get(&f, memory, "pp").p, abx_memory_data(point));
    set(&f, memory, "pv", memory_value(three));
    set(&f, memory, "pc", memory_value(three));
    set(&f, memory, "pp", pointer_value(point, NULL));
    set(&f, memory, "pp", pointer_value(point, types[0]));
    set(&f, memory, "pp", pointer_value(point, types[1]));
    set(&f, memory, "pp", pointer_value(NULL, NULL));
    assert_null(get(&f, memory, "pp").p);
    value = memory_value(three);
    assert_int_equal(abx_memory_set(memory, "pp", &value, &f.err), ABX_REFUSED);
    fixture_expect_message(
        &f, "pp takes a pointer to struct point, got one to struct point3");
    value = pointer_value(point, types[2]);
    assert_int_equal(abx_memory_set(memory, "pp", &value, &f.err), ABX_REFUSED);
    value = string_value("x", 1);
    assert_int_equal(abx_memory_set(memory, "pc", &value, &f.err), ABX_REFUSED);
    fixture_expect_message(&f, "how long the string has to live");
    value = int_value(0);
    assert_int_equal(abx_memory_set(memory, "pp", &value, &f.err), ABX_REFUSED);
    fixture_expect_message(&f, "pp takes a pointer, got an integer");
    value = memory_value(NULL);
    assert_int_equal(abx_memory_set(memory, "pp", &value, &f.err), ABX_REFUSED);
    assert_int_equal(abx_memory_set(memory, "points[0]", &value, &f.err), ABX_REFUSED);
    abx_memory_destroy(three);
    abx_memory_destroy(point);
    abx_memory_destroy(memory);
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
        struct abx_value value = string_value(cases[i].text, cases[i].size);
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
    far = make(&f, "struct far", 1);
    number = make(&f, "i32", 1);
    value = memory_value(number);
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
    struct abx_value one = int_value(1);
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    assert_int_equal(abx_memory_view(f.table, fixture_type(&f, "union either"), NULL, 1,
                                     &view, &f.err),
                     ABX_REFUSED);
    assert_int_equal(abx_memory_view(f.table, fixture_type(&f, "union either"), &object,
                                     1, &view, &f.err),
                     ABX_OK);
    assert_true(get(&f, view, "f").f == 1);
    set(&f, view, "u", uint_value(7));
    assert_int_equal(object.u, 7);
    assert_ptr_equal(abx_memory_data(view), &object);
    assert_ptr_equal(abx_memory_type(view), fixture_type(&f, "union either"));
    assert_int_equal(abx_memory_view(f.table, fixture_type(&f, "const u64"), &object, 1,
                                     &fixed, &f.err),
                     ABX_OK);
    assert_int_equal(abx_memory_set(fixed, "", &one, &f.err), ABX_REFUSED);
    fixture_expect_message(&f, "the object is const");
    owned = make(&f, "struct all", 1);
    set(&f, owned, "fixed", one);
    assert_int_equal(get(&f, owned, "fixed").i, 1);
    abx_memory_destroy(owned);
    abx_memory_destroy(fixed);
    abx_memory_destroy(view);
    abx_memory_destroy(NULL);
    fixture_close(&f);
}

static void over_aligned_memory_is_aligned(void **state)
{
    struct abx_memory *memory;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    memory = make(&f, "struct 4096 4096 {0 i32 a}", 3);
    assert_int_equal((uintptr_t)abx_memory_data(memory) % 4096, 0);
    assert_int_equal(get(&f, memory, "[2].a").i, 0);
    abx_memory_destroy(memory);
    memory = make(&f, "struct 0 1 {}", 1);
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
    assert_int_equal(get(&f, value.memory, "y").i, 2);
    abx_memory_destroy(value.memory);
    assert_int_equal(
        abx_value_load(f.table, fixture_type(&f, "void"), point, &value, &f.err),
        ABX_REFUSED);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(integers_keep_to_their_range),
        cmocka_unit_test(the_order_of_bytes_is_the_platforms),
        cmocka_unit_test(wide_integers_need_their_type),
        cmocka_unit_test(floats_are_checked),
        cmocka_unit_test(bit_fields_leave_their_neighbours_alone),
        cmocka_unit_test(bit_fields_are_those_of_the_compiler),
        cmocka_unit_test(character_arrays_take_strings),
        cmocka_unit_test(parts_are_views_into_the_whole),
        cmocka_unit_test(arrays_are_indexed),
        cmocka_unit_test(flexible_arrays_end_with_the_memory),
        cmocka_unit_test(pointers_are_checked),
        cmocka_unit_test(arguments_take_strings),
        cmocka_unit_test(small_memory_is_not_enough_for_a_pointer),
        cmocka_unit_test(impossible_memory_is_refused),
        cmocka_unit_test(views_show_foreign_memory),
        cmocka_unit_test(over_aligned_memory_is_aligned),
        cmocka_unit_test(loading_a_record_copies_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
