/*
 * Constants: every form of value.
 */
#include "fixture.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const lines[] = {
    "alias ALSO_MINUS MINUS",
    "alias ALSO_ALSO ALSO_MINUS",
    "alias LOOP_A LOOP_B",
    "alias LOOP_B LOOP_A",
    "alias A_FUNCTION read",
    "alias A_HIDDEN SIGRTMIN",
    "const MINUS i32 -1",
    "const MOST u64 18446744073709551615",
    "const LEAST i64 -9223372036854775808",
    "const YES bool 1",
    "const LETTER char 97",
    "const WIDE_MOST u128 340282366920938463463374607431768211455",
    "const WIDE_LEAST i128 -170141183460469231731687303715884105728",
    "const BIT enum bits 4",
    "const TYPED number_t 7",
    "const HALF f64 0x1p-1",
    "const THREE f32 0x1.8p+1",
    "const MINUS_ZERO f64 -0x0p+0",
    "const ZERO f64 0x0p+0",
    "const DBL_MAX f64 0x1.fffffffffffffp+1023",
    "const DBL_TRUE_MIN f64 0x1p-1074",
    "const FLT_TRUE_MIN f32 0x1p-149",
    "const INFINITY f32 inf",
    "const MINUS_INFINITY f64 -inf",
    "const NAN f32 nan",
    "const F16 f16 0x1.8p+3",
    "const F128 f128 0x1.ffffffffffffffffffffffffffffp+16383",
    "const F80 f80 0x1.fffffffffffffffep+16383",
    "const F80_TINY f80 0x1p-16445",
    ("const MAP_FAILED *void " FIXTURE_ADDRESS_MAX),
    "const NOTHING *void 0x0",
    "const TEXT [4]char \"abc\"",
    "const EMPTY [1]const char \"\"",
    "const ODD [7]char \"a\\x00\\\"\\\\\\xff~\"",
    "const BYTES [3]u8 \"hi\"",
    "const SHORTS [3]u16 \"a\\u{20ac}\"",
    "const WIDE [3]i32 \"\\xe4\\u{1f600}\"",
    "enum bits u32 {BIT}",
    "fn read i32()",
    "omit SIGRTMIN calls __libc_current_sigrtmin",
    "typedef number_t i16",
};

static struct abx_value find(struct fixture *f, const char *name)
{
    struct abx_value value = {0};

    if (abx_table_find_constant(f->table, name, &value, &f->err) != ABX_OK)
        fail_msg("%s: %s", name, f->err.message);
    assert_non_null(value.type);
    return value;
}

static void integers_have_their_value(void **state)
{
    static const struct {
        const char *name;
        enum abx_value_kind kind;
        uint64_t value;
    } cases[] = {
        {"MINUS", ABX_VALUE_INT, (uint64_t)-1},
        {"MOST", ABX_VALUE_UINT, UINT64_MAX},
        {"LEAST", ABX_VALUE_INT, 1ull << 63},
        {"YES", ABX_VALUE_UINT, 1},
        {"BIT", ABX_VALUE_UINT, 4},
        {"TYPED", ABX_VALUE_INT, 7},
        {"ALSO_MINUS", ABX_VALUE_INT, (uint64_t)-1},
        {"ALSO_ALSO", ABX_VALUE_INT, (uint64_t)-1},
    };
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(cases); i++) {
        for (int again = 0; again < 2; again++) {
            struct abx_value value = find(&f, cases[i].name);

            assert_int_equal(value.kind, cases[i].kind);
            assert_true(value.u == cases[i].value);
        }
    }
    assert_int_equal(find(&f, "LETTER").i, 97);
    assert_string_equal(abx_type_name(find(&f, "TYPED").type), "number_t");
    assert_true(find(&f, "WIDE_MOST").wide[0] == UINT64_MAX);
    assert_true(find(&f, "WIDE_MOST").wide[1] == UINT64_MAX);
    assert_int_equal(find(&f, "WIDE_MOST").kind, ABX_VALUE_UINT);
    assert_true(find(&f, "WIDE_LEAST").wide[0] == 0);
    assert_true(find(&f, "WIDE_LEAST").wide[1] == 1ull << 63);
    assert_int_equal(find(&f, "WIDE_LEAST").kind, ABX_VALUE_INT);
    fixture_close(&f);
}

static void floats_have_their_value(void **state)
{
    static const struct {
        const char *name;
        double value;
    } cases[] = {
        {"HALF", 0.5},
        {"THREE", 3},
        {"ZERO", 0},
        {"MINUS_ZERO", -0.0},
        {"DBL_MAX", DBL_MAX},
        {"DBL_TRUE_MIN", 0x1p-1074},
        {"FLT_TRUE_MIN", 0x1p-149},
        {"INFINITY", (double)INFINITY},
        {"MINUS_INFINITY", -(double)INFINITY},
    };
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct abx_value value = find(&f, cases[i].name);

        assert_int_equal(value.kind, ABX_VALUE_FLOAT);
        assert_memory_equal(&value.f, &cases[i].value, sizeof(double));
    }
    assert_true(isnan(find(&f, "NAN").f));
#if LDBL_MANT_DIG == 64
    assert_int_equal(find(&f, "F80").kind, ABX_VALUE_LONG_DOUBLE);
    assert_true(find(&f, "F80").ld == LDBL_MAX);
    assert_true(find(&f, "F80_TINY").ld == LDBL_TRUE_MIN);
#endif
    fixture_close(&f);
}

static void formats_without_arithmetic_are_refused(void **state)
{
    struct abx_value value;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    assert_int_equal(abx_table_find_constant(f.table, "F16", &value, &f.err),
                     ABX_REFUSED);
    fixture_expect_message(&f, "f16");
#if LDBL_MANT_DIG == 64
    assert_int_equal(abx_table_find_constant(f.table, "F128", &value, &f.err),
                     ABX_REFUSED);
#endif
    fixture_close(&f);
}

static void addresses_and_strings_have_their_value(void **state)
{
    static const struct {
        const char *name;
        const char *data;
        size_t size;
    } strings[] = {{"TEXT", "abc", 3},
                   {"EMPTY", "", 0},
                   {"ODD", "a\0\"\\\xff~", 6},
                   {"BYTES", "hi", 2}};
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    assert_int_equal(find(&f, "MAP_FAILED").kind, ABX_VALUE_POINTER);
    assert_ptr_equal(find(&f, "MAP_FAILED").p, (void *)UINTPTR_MAX);
    assert_null(find(&f, "NOTHING").p);
    for (size_t i = 0; i < TEST_N(strings); i++) {
        struct abx_value value = find(&f, strings[i].name);

        assert_int_equal(value.kind, ABX_VALUE_STRING);
        assert_int_equal(value.string.size, strings[i].size);
        assert_memory_equal(value.string.data, strings[i].data, strings[i].size + 1);
        assert_ptr_equal(find(&f, strings[i].name).string.data, value.string.data);
    }
    fixture_close(&f);
}

/* Also where the pointers of this platform are narrower. */
static void addresses_of_foreign_platforms_are_whole(void **state)
{
    static const char *const foreign[] = {"const FAR *void 0xfffffffffffffff0"};
    struct abx_value value;
    struct fixture f;

    (void)state;
    fixture_read(&f, fixture_s390x, foreign, TEST_N(foreign));
    value = find(&f, "FAR");
    if (sizeof(void *) == 8) {
        assert_int_equal(value.kind, ABX_VALUE_POINTER);
        assert_int_equal((uintptr_t)value.p, UINT64_MAX - 15);
    } else {
        assert_int_equal(value.kind, ABX_VALUE_UINT);
        assert_true(value.u == UINT64_MAX - 15);
    }
    assert_int_equal(abx_type_kind(value.type), ABX_TYPE_POINTER);
    fixture_close(&f);
}

static void wide_strings_are_memory_of_the_table(void **state)
{
    static const struct {
        const char *name;
        uint64_t units[3];
    } cases[] = {{"SHORTS", {'a', 0x20ac, 0}}, {"WIDE", {0xe4, 0x1f600, 0}}};
    char *native = fixture_native();
    const char *headers[] = {native, fixture_s390x};

    (void)state;
    for (size_t i = 0; i < 2 * TEST_N(cases); i++) {
        struct abx_value value;
        struct abx_value unit;
        struct fixture f;

        fixture_read(&f, headers[i % 2], lines, TEST_N(lines));
        value = find(&f, cases[i / 2].name);
        assert_int_equal(value.kind, ABX_VALUE_MEMORY);
        for (size_t j = 0; j < 3; j++) {
            char path[] = {'[', (char)('0' + j), ']', '\0'};

            assert_int_equal(abx_memory_get(value.memory, path, &unit, &f.err), ABX_OK);
            assert_true(unit.u == cases[i / 2].units[j]);
        }
        unit = (struct abx_value){.kind = ABX_VALUE_UINT, .u = 1};
        assert_int_equal(abx_memory_set(value.memory, "[0]", &unit, &f.err), ABX_REFUSED);
        fixture_expect_message(&f, "[0] is const");
        assert_int_equal(abx_memory_get(value.memory, "", &unit, &f.err), ABX_OK);
        assert_int_equal(abx_memory_set(unit.memory, "", &value, &f.err), ABX_REFUSED);
        abx_memory_destroy(unit.memory);
        abx_memory_destroy(value.memory); /* has no effect: it is the table's */
        assert_ptr_equal(find(&f, cases[i / 2].name).memory, value.memory);
        fixture_close(&f);
    }
    free(native);
}

static void missing_names_are_explained(void **state)
{
    static const struct {
        const char *name;
        int status;
        const char *message;
    } cases[] = {
        {"FOO", ABX_MISSING, ".abx has no constant FOO"},
        {"", ABX_MISSING, "has no constant"},
        {"SIGRTMIN", ABX_MISSING,
         "SIGRTMIN is left out of the table: calls __libc_current_sigrtmin"},
        {"A_HIDDEN", ABX_MISSING, "SIGRTMIN is left out"},
        {"A_FUNCTION", ABX_MISSING, "has no constant read"},
        {"LOOP_A", ABX_BROKEN, "too many"},
    };
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct abx_value value;

        assert_int_equal(abx_table_find_constant(f.table, cases[i].name, &value, &f.err),
                         cases[i].status);
        fixture_expect_message(&f, cases[i].message);
        assert_int_equal(abx_table_find_constant(f.table, cases[i].name, &value, NULL),
                         cases[i].status);
    }
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(integers_have_their_value),
        cmocka_unit_test(floats_have_their_value),
        cmocka_unit_test(formats_without_arithmetic_are_refused),
        cmocka_unit_test(addresses_and_strings_have_their_value),
        cmocka_unit_test(addresses_of_foreign_platforms_are_whole),
        cmocka_unit_test(wide_strings_are_memory_of_the_table),
        cmocka_unit_test(missing_names_are_explained),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
