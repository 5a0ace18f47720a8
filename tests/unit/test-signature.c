/*
 * How functions are going to be called: what their plan says, and which records cannot be
 * passed. Damaged records must cost neither time nor memory; an alarm ends a test that
 * does not return.
 */
#include "fixture.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "runtime/call_scalar.h"
#include "runtime/function.h"

enum { SECONDS = 30 };

static struct abx_function *declare(struct fixture *f, const char *name)
{
    struct abx_function *function = NULL;

    if (abx_table_find_declaration(f->table, name, &function, &f->err) != ABX_OK)
        fail_msg("%s: %s", name, f->err.message);
    return function;
}

/* ---- records ---- */

static const struct {
    const char *record;
    const char *obstacle; /* NULL: it is passed */
} records[] = {
    {"struct s 16 16 {0 [2]i64 v}", NULL},
    {"struct s 32 32 {0 [4]i64 v}", "aligned to more than 16 bytes"},
    {"struct s 65536 65536 {0 i64 v}", "aligned to more than 16 bytes"},
    {"union s 64 64 {0 i64 v}", "aligned to more than 16 bytes"},
    {"struct s 65544 8 {0 [8193]i64 v}", "too large"},
    {"struct s 8 8 {0 [99999999]struct 0 1 {} e; 0 f64 x}", NULL},
    {"struct s 8 8 {0 [99999999][99999999]struct 0 1 {} e; 0 f64 x}", NULL},
    {"union s 8 8 {0 [99999999]struct 0 1 {} e; 0 f64 x}", NULL},
};

static void records_are_passed_or_refused(void **state)
{
    (void)state;
    test_limit(SECONDS);
    for (size_t i = 0; i < TEST_N(records); i++) {
        bool is_union = strncmp(records[i].record, "union", 5) == 0;
        const char *const lines[] = {
            records[i].record,
            is_union ? "fn abs i32(union s x)" : "fn abs i32(struct s x)",
            is_union ? "fn labs union s()" : "fn labs struct s()"};
        static const char *const names[] = {"abs", "labs"};
        struct fixture f;

        fixture_open(&f, lines, TEST_N(lines));
        for (size_t n = 0; n < TEST_N(names); n++) {
            const char *obstacle = abx_function_obstacle(declare(&f, names[n]));
            struct abx_function *function;

            if (records[i].obstacle == NULL)
                continue; /* what is passed besides depends on the processor */
            if (obstacle == NULL || strstr(obstacle, records[i].obstacle) == NULL)
                fail_msg("%s: %s", records[i].record, obstacle);
            assert_int_equal(
                abx_table_find_function(f.table, names[n], &function, &f.err),
                ABX_REFUSED);
            fixture_expect_message(&f, records[i].obstacle);
        }
        fixture_close(&f);
    }
    test_limit(0);
}

/* Each record holds two of the one before: to follow all would never end. */
static void nests_are_not_followed_forever(void **state)
{
    enum { DEPTH = 29 };
    struct abx_buffer body = {0};
    struct fixture f;

    (void)state;
    test_limit(SECONDS);
    abx_buffer_puts(&body, "fn abs i32(struct s29 x)\nstruct s00 8 8 {0 i64 a}\n");
    for (int i = 1; i <= DEPTH; i++)
        abx_buffer_printf(&body,
                          "struct s%02d 8 8 {0 struct s%02d a; 0 struct s%02d b}\n", i,
                          i - 1, i - 1);
    fixture_write_body(&f, abx_buffer_text(&body));
    abx_buffer_finish(&body);
    assert_int_equal(abx_table_read(f.context, f.path, &f.table, &f.err), ABX_OK);
    assert_non_null(
        strstr(abx_function_obstacle(declare(&f, "abs")), "too many members"));
    fixture_close(&f);
    test_limit(0);
}

static void calls_have_a_size(void **state)
{
    struct abx_buffer many = {0};
    struct abx_buffer large = {0};
    struct fixture f;

    (void)state;
    abx_buffer_puts(&many, "fn abs i32(i32");
    for (int i = 0; i < ABX_CALL_MAX; i++)
        abx_buffer_puts(&many, ", i32");
    abx_buffer_puts(&many, ")");
    abx_buffer_puts(&large, "fn labs i32(struct s");
    for (int i = 0; i < 31; i++)
        abx_buffer_puts(&large, ", struct s");
    abx_buffer_puts(&large, ")");
    fixture_open(&f,
                 (const char *const[]){abx_buffer_text(&many), abx_buffer_text(&large),
                                       "struct s 16384 4 {0 [4096]i32 v}"},
                 3);
    assert_non_null(strstr(abx_function_obstacle(declare(&f, "abs")), "too many"));
    assert_non_null(strstr(abx_function_obstacle(declare(&f, "labs")), "too large"));
    fixture_close(&f);
    abx_buffer_finish(&many);
    abx_buffer_finish(&large);
}

/* ---- results ---- */

/* A register that a narrow result came back in: its upper bits are anybody's. */
static const struct {
    const char *type;
    int64_t value;
} results[] = {
    {"i8", -2},  {"u8", 254},         {"i16", -2},          {"u16", 65534},
    {"i32", -2}, {"u32", 4294967294}, {"enum i32 {A}", -2},
};

static void narrow_results_need_no_contract(void **state)
{
    static const char *const names[] = {"abs", "labs"};

    (void)state;
    for (size_t i = 0; i < TEST_N(results); i++) {
        char bare[64];
        char judged[64];
        const char *const lines[] = {bare, judged};
        const struct abx_plan *plan;
        struct abx_outcome outcome = {0};
        ffi_arg left = (ffi_arg)-2;
        struct abx_value value = {0};
        struct fixture f;

        snprintf(bare, sizeof(bare), "fn abs %s()", results[i].type);
        snprintf(judged, sizeof(judged), "fn labs %s() fails=nonzero:errno",
                 results[i].type);
        fixture_open(&f, lines, TEST_N(lines));
        for (size_t n = 0; n < TEST_N(names); n++) {
            plan = declare(&f, names[n])->plan;
            abx_scalar_load(plan, &left, &outcome, &value);
            assert_true(value.i == results[i].value);
            abx_scalar_load_integer(plan, (uint64_t)-2, &outcome, &value);
            assert_true(value.i == results[i].value);
        }
        fixture_close(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_are_passed_or_refused),
        cmocka_unit_test(nests_are_not_followed_forever),
        cmocka_unit_test(calls_have_a_size),
        cmocka_unit_test(narrow_results_need_no_contract),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
