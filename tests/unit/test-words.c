/*
 * The words of failure contracts: what the generator lets pass in a spec, the runtime
 * reads in a table, and the other way round.
 */
#include "fixture.h"

#include <stdio.h>
#include <string.h>

#include "runtime/contract_words.h"
#include "runtime/os.h"

static const struct {
    const char *when;
    const char *where;
    const char *flag;
    bool is_right;
} cases[] = {
    {"-1", "errno", "clear", true},
    {"0", "errno", "blocks", true},
    {"7", "-result/EAI_", "eintr=retry", true},
    {"nonzero", "none", "eintr=done", true},
    {"negative", "result/A", "eintr=never", true},
    {"-1", "errno", "eintr=timeout", true},
    {"-1", "errno", "eintr=timeout:1ms", true},
    {"-1", "errno", "eintr=timeout:1us", true},
    {"-1", "errno", "eintr=timeout:1s", true},
    {"-1", "errno", "eintr=timeout:1s/1/1", true},
    {"-1", "errno", "eintr=timeout:", false},
    {"-1", "errno", "eintr=timeout:0ms", false},
    {"-1", "errno", "eintr=timeout:01ms", false},
    {"-1", "errno", "eintr=timeout:1h", false},
    {"-1", "errno", "eintr=timeout:1ms/1", false},
    {"-1", "errno", "eintr=timeout:1ms/1/", false},
    {"-1", "errno", "eintr=timeout:1ms/1/1/", false},
    {"-1", "errno", "eintr=timeout:ms", false},
    {"-1", "errno", "eintr=retry:1", false},
    {"007", "errno", "clear", false},
    {"-0", "errno", "clear", false},
    {"-", "errno", "clear", false},
    {"", "errno", "clear", false},
    {"never", "errno", "clear", false},
    {"1", "errno/EAI_", "clear", false},
    {"1", "none/EAI_", "blocks", false},
    {"1", "result/", "blocks", false},
    {"1", "results", "blocks", false},
    {"1", "errno", "eintr=", false},
    {"1", "errno", "eintr=maybe", false},
    {"1", "errno", "clear=", false},
    {"-1", "errno", "fresh", true},
    {"-1", "h_errno", "blocks", true},
    {"nonzero", "result/EAI_", "errno=A", true},
    {"nonzero", "result/EAI_", "text=a", true},
    {"-1", "h_errno/A", "blocks", false},
    {"-1", "errno", "errno=", false},
    {"-1", "errno", "text=1", false},
    {"-1", "errno", "success=a b", false},
    {"-1", "errno", "fresh=1", false},
};

static void spec_and_table_agree(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        bool is_accepted = abx_contract_is_when(cases[i].when) &&
                           abx_contract_find_when(cases[i].when) != ABX_WHEN_NEVER &&
                           abx_contract_is_where(cases[i].where) &&
                           abx_contract_is_flag(cases[i].flag);
        struct abx_function *function;
        struct fixture f;
        char line[128];
        int status;

        snprintf(line, sizeof(line), "fn abs i32(i32 x) fails=%s:%s,%s", cases[i].when,
                 cases[i].where, cases[i].flag);
        fixture_open(&f, (const char *const[]){line}, 1);
        status = abx_table_find_declaration(f.table, "abs", &function, &f.err);
        if (status != (cases[i].is_right ? ABX_OK : ABX_BROKEN))
            fail_msg("%s gave %d: %s", line, status, f.err.message);
        assert_int_equal(is_accepted, cases[i].is_right);
        fixture_close(&f);
    }
}

/* In a table too it would be a contract that never applies. */
static void only_signed_results_are_negative(void **state)
{
    static const char *const types[] = {"u32", "bool", "*void"};

    (void)state;
    for (size_t i = 0; i < TEST_N(types); i++) {
        struct abx_function *function;
        struct fixture f;
        char line[64];

        snprintf(line, sizeof(line), "fn abs %s() fails=negative:errno", types[i]);
        fixture_open(&f, (const char *const[]){line}, 1);
        assert_int_equal(abx_table_find_declaration(f.table, "abs", &function, &f.err),
                         ABX_BROKEN);
        fixture_expect_message(&f, "cannot be: negative");
        fixture_close(&f);
    }
}

/* What GetLastError answers, is no code of any other system's functions. */
static void the_last_error_is_that_of_windows(void **state)
{
    static const char line[] = "fn abs i32(i32 x) fails=0:last_error/WSA,clear";
    struct abx_function *function;
    struct fixture f;
    int status;

    (void)state;
    assert_true(abx_contract_is_where("last_error"));
    assert_true(abx_contract_is_where("last_error/WSA"));
    assert_false(abx_contract_is_where("last_error/"));
    fixture_open(&f, (const char *const[]){line}, 1);
    status = abx_table_find_declaration(f.table, "abs", &function, &f.err);
    if (abx_os_has_last_error()) {
        assert_int_equal(status, ABX_OK);
    } else {
        assert_int_equal(status, ABX_BROKEN);
        fixture_expect_message(&f, "this system has no such place for codes: last_error");
    }
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spec_and_table_agree),
        cmocka_unit_test(only_signed_results_are_negative),
        cmocka_unit_test(the_last_error_is_that_of_windows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
