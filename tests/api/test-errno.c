/*
 * errno belongs to the caller and the called function; a call through a table must not be
 * noticed there, and must not believe what was left by somebody else.
 */
#include "api.h"

#include <errno.h>

static const char *const lines[] = {
    "fn minus_errno i32(i32 value, i32 code) symbol=answer_i32 fails=-1:errno EINVAL",
    "fn any_clear i32(i32 value, i32 code) symbol=answer_i32 fails=any:errno,clear "
    "EINVAL",
    "fn nonzero_result i32(i32 value, i32 code) symbol=answer_i32 fails=nonzero:result "
    "EPERM",
    "fn no_contract i32(i32 value, i32 code) symbol=answer_i32",
    "fn tell_clear i32() symbol=tell_errno fails=any:errno,clear",
    "fn tell_errno i32()",
    NULL,
};

static int setup(void **state)
{
    return api_setup(state, lines);
}

enum { UNTOUCHED = -1, POLLUTION = 97 };

static const struct {
    const char *function;
    int result;
    int code; /* that the function leaves in errno; UNTOUCHED */
    int status;
    int left; /* errno after the call, which began with POLLUTION */
} cases[] = {
    {"minus_errno", -1, EINVAL, ABX_FAILED, EINVAL},
    {"minus_errno", -1, UNTOUCHED, ABX_FAILED, POLLUTION},
    {"minus_errno", 0, UNTOUCHED, ABX_OK, POLLUTION},
    {"minus_errno", 0, EINVAL, ABX_OK, EINVAL},
    {"minus_errno", 0, 0, ABX_OK, 0},
    {"any_clear", -1, UNTOUCHED, ABX_OK, POLLUTION},
    {"any_clear", -1, EINVAL, ABX_FAILED, EINVAL},
    {"any_clear", 0, EFAULT, ABX_FAILED, EFAULT},
    {"nonzero_result", EPERM, UNTOUCHED, ABX_FAILED, POLLUTION},
    {"nonzero_result", EPERM, EINVAL, ABX_FAILED, EINVAL},
    {"nonzero_result", 0, UNTOUCHED, ABX_OK, POLLUTION},
    {"no_contract", -1, EINVAL, ABX_OK, EINVAL},
    {"no_contract", -1, UNTOUCHED, ABX_OK, POLLUTION},
};

static void errno_is_left_as_the_function_left_it(void **state)
{
    for (size_t i = 0; i < N_ITEMS(cases); i++) {
        struct abx_value args[] = {api_int(cases[i].result), api_int(cases[i].code)};
        struct abx_function *function = api_find(*state, cases[i].function);
        struct abx_error err;
        int status;
        int left;

        errno = POLLUTION;
        status = abx_call(function, args, 2, NULL, &err);
        left = errno;
        assert_int_equal(status, cases[i].status);
        assert_int_equal(left, cases[i].left);
    }
}

static void the_function_sees_the_callers_errno(void **state)
{
    struct abx_function *plain = api_find(*state, "tell_errno");
    struct abx_function *clearing = api_find(*state, "tell_clear");
    struct abx_value result = {0};

    errno = POLLUTION;
    assert_int_equal(abx_call(plain, NULL, 0, &result, NULL), ABX_OK);
    assert_int_equal(result.i, POLLUTION);
    errno = POLLUTION;
    assert_int_equal(abx_call(clearing, NULL, 0, &result, NULL), ABX_OK);
    assert_int_equal(result.i, 0);
}

static void a_refusal_leaves_errno_alone(void **state)
{
    struct abx_value args[] = {api_int(INT64_MAX), api_int(0)};
    struct abx_function *function = api_find(*state, "any_clear");
    struct abx_error err;
    int left;

    errno = POLLUTION;
    assert_int_equal(abx_call(function, args, 2, NULL, &err), ABX_REFUSED);
    left = errno;
    assert_int_equal(left, POLLUTION);
}

/* ---- many threads ---- */

enum { N_THREADS = 4, N_ROUNDS = 500 };

struct worker {
    struct test_thread *thread;
    struct api *api;
    int code;
    int n_wrong;
};

static void *work(void *user)
{
    struct worker *worker = user;

    for (int i = 0; i < N_ROUNDS; i++) {
        struct abx_value args[] = {api_int(-1), api_int(worker->code)};
        struct abx_function *function = NULL;
        struct abx_error err = {0};

        if (abx_table_find_function(worker->api->table, "minus_errno", &function, &err) !=
                ABX_OK ||
            abx_call(function, args, 2, NULL, &err) != ABX_FAILED ||
            err.code != worker->code || errno != worker->code)
            worker->n_wrong++;
    }
    return NULL;
}

static void threads_do_not_meet(void **state)
{
    struct worker workers[N_THREADS] = {0};

    for (int i = 0; i < N_THREADS; i++) {
        workers[i].api = *state;
        workers[i].code = i + 1;
        workers[i].thread = test_thread_start(work, &workers[i]);
    }
    for (int i = 0; i < N_THREADS; i++) {
        test_thread_join(workers[i].thread);
        assert_int_equal(workers[i].n_wrong, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_do_not_meet), /* first, so that they find it at once */
        cmocka_unit_test(errno_is_left_as_the_function_left_it),
        cmocka_unit_test(the_function_sees_the_callers_errno),
        cmocka_unit_test(a_refusal_leaves_errno_alone),
    };

    return cmocka_run_group_tests_name("errno", tests, setup, api_teardown);
}
