/*
 * The self-test: silent on a right table, and it names what is wrong in another.
 */
#include "api.h"

#include <stdio.h>
#include <string.h>

#include "callee.h"

static const char *const right[] = {
    "const ANSWER i32 42",         "const TEXT [5]char \"text\"",
    "fn echo_i32 i32(i32 value)",  "fn strlen u64(*const char s) in=" LIBC,
    "struct empty 0 1 {}",         "struct flexible 8 8 {0 i64 n; 8 []i32 items}",
    "struct opaque incomplete",    "struct own_align 16 8 {0 i32 a; 8 i32 b}",
    "struct over 16 16 {0 i32 a}", "struct with_hole 48 8 {0 i64 a; 8 i32 b}",
    "var numbers [3]i32",          NULL,
};

struct findings {
    size_t n;
    enum abx_kind kind;
    char name[64];
    char message[256];
};

static void note(void *user, const struct abx_finding *finding)
{
    struct findings *findings = user;

    findings->n++;
    findings->kind = finding->kind;
    snprintf(findings->name, sizeof(findings->name), "%s", finding->name);
    snprintf(findings->message, sizeof(findings->message), "%s", finding->message);
}

static void a_right_table_has_no_findings(void **state)
{
    struct findings findings = {0};
    size_t n_checks = 0;
    struct api api;
    int status;

    (void)state;
    api_open(&api, right);
    status = abx_table_self_test(api.table, note, &findings, &n_checks, &api.err);
    if (status != ABX_OK)
        fail_msg("%s: %s: %s", api.err.message, findings.name, findings.message);
    assert_int_equal(findings.n, 0);
    assert_true(n_checks > 50);
    assert_int_equal(abx_table_self_test(api.table, NULL, NULL, NULL, NULL), ABX_OK);
    api_close(&api);
}

static const struct {
    const char *line;
    enum abx_kind kind;
    const char *name;
    const char *message;
} wrong[] = {
    {"fn no_such_symbol i32()", ABX_KIND_FN, "no_such_symbol",
     "has no symbol no_such_symbol"},
    {"fn echo_i32 i32(i32 v) symbol=nope", ABX_KIND_FN, "echo_i32", "has no symbol nope"},
    {"var no_such_variable i32", ABX_KIND_VAR, "no_such_variable", "no_such_variable"},
    {"fn f i32() in=libabidex-none.so", ABX_KIND_FN, "f",
     "libabidex-none.so can't be loaded"},
    {"struct shifted 16 4 {0 i16 a; 6 i16 b; 8 i32 c}", ABX_KIND_STRUCT, "shifted",
     "b is at 6, but its type and those in front put it at 2"},
    {"struct overlap 16 8 {0 i64 a; 4.0:3 u32 b; 8 i64 c}", ABX_KIND_STRUCT, "overlap",
     "b begins at 4, inside the member in front of it"},
    {"struct ragged 6 4 {0 i32 a}", ABX_KIND_STRUCT, "ragged",
     "the size 6 is no multiple of the alignment 4"},
    {"union moved 8 4 {0 i32 a; 4 i32 b}", ABX_KIND_UNION, "moved",
     "b does not begin where the union begins"},
};

static void wrong_lines_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ITEMS(wrong); i++) {
        const char *const given[] = {wrong[i].line, NULL};
        struct findings findings = {0};
        struct api api;
        int status;

        api_open(&api, given);
        status = abx_table_self_test(api.table, note, &findings, NULL, &api.err);
        if (status != ABX_DIFFERS || strstr(findings.message, wrong[i].message) == NULL)
            fail_msg("%s: got %d, %s, %s", wrong[i].line, status, api.err.message,
                     findings.message);
        assert_true(findings.n > 0);
        assert_int_equal(findings.kind, wrong[i].kind);
        assert_string_equal(findings.name, wrong[i].name);
        api_close(&api);
    }
}

static void a_damaged_line_is_a_finding(void **state)
{
    const char *const given[] = {"fn f i32() shiny", "konst A i32 1", "const A i32 x",
                                 "var w i32 dull", NULL};
    struct findings findings = {0};
    struct api api;

    (void)state;
    api_open(&api, given);
    assert_int_equal(abx_table_self_test(api.table, note, &findings, NULL, &api.err),
                     ABX_DIFFERS);
    assert_int_equal(findings.n, 4);
    assert_string_equal(findings.name, "w");
    assert_int_equal(abx_table_self_test(api.table, NULL, NULL, NULL, NULL), ABX_DIFFERS);
    api_close(&api);
}

static void foreign_floats_are_left_alone(void **state)
{
    const char *const given[] = {"const A ibm128 0x1p+0", "const B f128 0x1p+0",
                                 "fn nobody i32()", NULL};
    struct findings findings = {0};
    struct api api;

    (void)state;
    api_open(&api, given);
    assert_int_equal(abx_table_self_test(api.table, note, &findings, NULL, &api.err),
                     ABX_DIFFERS);
    assert_int_equal(findings.n, 1);
    assert_string_equal(findings.name, "nobody");
    api_close(&api);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_right_table_has_no_findings),
        cmocka_unit_test(wrong_lines_are_found),
        cmocka_unit_test(a_damaged_line_is_a_finding),
        cmocka_unit_test(foreign_floats_are_left_alone),
    };

    return cmocka_run_group_tests_name("selftest", tests, NULL, NULL);
}
