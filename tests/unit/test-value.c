/*
 * Scalars in memory: what is stored comes back, what does not fit is refused.
 */
#include "fixture.h"

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
    ("struct bits 8 4 {0.0:3 u32 a; 0.3:5 i32 b; 1.0:16 u32 c; 3.0:1 bool d; 3.1:12 u64 "
     "e; "
     "4.5:27 i32 f}"),
};

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
    memory = fixture_make(&f, "struct all", 1);
    for (size_t i = 0; i < TEST_N(integers); i++) {
        const char *path = integers[i].path;
        struct abx_value above = fixture_uint(integers[i].most + 1);
        struct abx_value below = fixture_int((int64_t)((uint64_t)integers[i].least - 1));

        fixture_set(&f, memory, path, fixture_int(integers[i].least));
        assert_true(fixture_get(&f, memory, path).i == integers[i].least);
        fixture_set(&f, memory, path, fixture_uint(integers[i].most));
        assert_true(fixture_get(&f, memory, path).u == integers[i].most);
        assert_int_equal(abx_memory_set(memory, path, &above, &f.err), ABX_REFUSED);
        fixture_expect_message(&f, path);
        fixture_expect_message(&f, integers[i].range);
        if (integers[i].least != INT64_MIN)
            assert_int_equal(abx_memory_set(memory, path, &below, NULL), ABX_REFUSED);
        assert_true(fixture_get(&f, memory, path).u == integers[i].most);
    }
    fixture_set(&f, memory, "u64", fixture_uint(UINT64_MAX));
    assert_true(fixture_get(&f, memory, "u64").u == UINT64_MAX);
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
    memory = fixture_make(&f, "struct all", 1);
    bytes = abx_memory_data(memory);
    fixture_set(&f, memory, "i32", fixture_int(0x01020304));
    assert_memory_equal(bytes + 4, "\1\2\3\4", 4);
    fixture_set(&f, memory, "f32", fixture_float(1));
    assert_memory_equal(bytes + 28, "\x3f\x80\0\0", 4);
    fixture_set(&f, memory, "f64", fixture_float(-2));
    assert_memory_equal(bytes + 32, "\xc0\0\0\0\0\0\0\0", 8);
    assert_true(fixture_get(&f, memory, "f64").f == -2);
    fixture_set(&f, memory, "pv", fixture_pointer((void *)(uintptr_t)0x1234, NULL));
    assert_memory_equal(bytes + 40, "\0\0\0\0\0\0\x12\x34", 8);
    assert_ptr_equal(fixture_get(&f, memory, "pv").p, (void *)(uintptr_t)0x1234);
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
    memory = fixture_make(&f, "struct all", 1);
    value = (struct abx_value){.kind = ABX_VALUE_UINT,
                               .type = fixture_type(&f, "u128"),
                               .wide = {1, UINT64_MAX}};
    fixture_set(&f, memory, "u128", value);
    assert_true(fixture_get(&f, memory, "u128").wide[1] == UINT64_MAX);
    assert_int_equal(abx_memory_set(memory, "i128", &value, &f.err), ABX_REFUSED);
    fixture_expect_message(&f, "got 340282366920938463444927863358058659841");
    fixture_set(&f, memory, "i128", fixture_int(-5));
    assert_true(fixture_get(&f, memory, "i128").wide[0] == (uint64_t)-5);
    assert_true(fixture_get(&f, memory, "i128").wide[1] == UINT64_MAX);
    value.type = NULL;
    fixture_set(&f, memory, "u128", value);
    assert_true(fixture_get(&f, memory, "u128").wide[0] == 1);
    assert_true(fixture_get(&f, memory, "u128").wide[1] == 0);
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
    memory = fixture_make(&f, "struct all", 1);
    for (size_t i = 0; i < TEST_N(cases); i++) {
        assert_int_equal(abx_memory_set(memory, cases[i].path, &cases[i].value, &f.err),
                         cases[i].status);
        if (cases[i].status == ABX_OK)
            assert_true(fixture_get(&f, memory, cases[i].path).f == cases[i].expected);
        else
            fixture_expect_message(&f, cases[i].path);
    }
    fixture_set(&f, memory, "f32", fixture_float((double)NAN));
    assert_true(isnan(fixture_get(&f, memory, "f32").f));
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
    before = fixture_get(f, memory, path);
    fixture_set(f, memory, path, fixture_int(least));
    assert_int_equal(fixture_get(f, memory, path).i, least);
    fixture_set(f, memory, path, fixture_int(most));
    assert_int_equal(fixture_get(f, memory, path).i, most);
    fixture_set(f, memory, path, before);
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
        memory = fixture_make(&f, "struct bits", 2);
        for (size_t i = 0; i < TEST_N(cases); i++) {
            struct abx_value above = fixture_int(cases[i].most + 1);
            struct abx_value below = fixture_int(cases[i].least - 1);
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
    memory = fixture_make(&f, "struct bits", 1);
    bits = abx_memory_data(memory);
    fixture_set(&f, memory, "a", fixture_int(5));
    fixture_set(&f, memory, "b", fixture_int(-7));
    fixture_set(&f, memory, "c", fixture_int(40000));
    assert_int_equal(bits->a, 5);
    assert_int_equal(bits->b, -7);
    assert_int_equal(bits->c, 40000);
    bits->b = 9;
    assert_int_equal(fixture_get(&f, memory, "b").i, 9);
    abx_memory_destroy(memory);
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
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
