/*
 * The whole table against the running process: every symbol is there, every layout is the
 * one that the calling engine computes.
 */
#include "libc.h"

static void note(void *user, const struct abx_finding *finding)
{
    size_t *n_findings = user;

    print_error("%s: %s\n", finding->name, finding->message);
    ++*n_findings;
}

static void the_table_has_no_findings(void **state)
{
    struct api *api = *state;
    size_t n_findings = 0;
    size_t n_checks = 0;
    int status;

    status = abx_table_self_test(api->table, note, &n_findings, &n_checks, &api->err);
    print_message("%zu facts checked, %zu findings\n", n_checks, n_findings);
    if (status != ABX_OK)
        fail_msg("answer %d, %s", status, api->err.message);
    assert_int_equal(n_findings, 0);
    assert_true(n_checks > 40000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_has_no_findings),
    };

    return cmocka_run_group_tests_name("libc-selftest", tests, libc_setup, libc_teardown);
}
