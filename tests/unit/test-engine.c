/*
 * libffi's call plans, which the libffi of the build may not have: this program has them
 * under the same names, each a plan of ffi_call, and counts what becomes of them.
 */
#include "fixture.h"

#include <stdlib.h>

#include "runtime/call_plan.h"
#include "runtime/function.h"

struct ffi_call_plan {
    ffi_cif *cif;
};

static struct {
    int n_made;
    int n_calls;
    int n_freed;
    bool refuses; /* as libffi does without memory */
} plans;

struct ffi_call_plan *ffi_call_plan_alloc(ffi_cif *cif);
void ffi_call_plan_invoke(struct ffi_call_plan *plan, void (*address)(void), void *result,
                          void **values);
void ffi_call_plan_free(struct ffi_call_plan *plan);

struct ffi_call_plan *ffi_call_plan_alloc(ffi_cif *cif)
{
    struct ffi_call_plan *plan = plans.refuses ? NULL : malloc(sizeof(*plan));

    if (plan == NULL)
        return NULL;
    plan->cif = cif;
    plans.n_made++;
    return plan;
}

void ffi_call_plan_invoke(struct ffi_call_plan *plan, void (*address)(void), void *result,
                          void **values)
{
    plans.n_calls++;
    ffi_call(plan->cif, address, result, values);
}

void ffi_call_plan_free(struct ffi_call_plan *plan)
{
    plans.n_freed++;
    free(plan);
}

/* ---- the tests ---- */

static const char *const lines[] = {
    "fn abs i32(i32 n)",
    "fn div struct div(i32 n, i32 by)",
#ifdef _WIN32
    "fn snprintf i32(*char s, u64 size, *const char format, ...) symbol=_snprintf",
#else
    "fn snprintf i32(*char s, u64 size, *const char format, ...)",
#endif
    "struct div 8 4 {0 i32 quot; 4 i32 rem}",
};

static void open_with_libffi(struct fixture *f)
{
    plans.n_made = plans.n_calls = plans.n_freed = 0;
    fixture_open(f, lines, TEST_N(lines));
    assert_int_equal(abx_context_set_engine(f->context, ABX_ENGINE_LIBFFI, &f->err),
                     ABX_OK);
}

static struct abx_function *find(struct fixture *f, const char *name)
{
    struct abx_function *function;

    assert_int_equal(abx_table_find_function(f->table, name, &function, &f->err), ABX_OK);
    return function;
}

static int64_t call_abs(struct fixture *f)
{
    const struct abx_value arg = fixture_int(-3);
    struct abx_value result;

    assert_int_equal(abx_call(find(f, "abs"), &arg, 1, &result, &f->err), ABX_OK);
    return result.i;
}

static void a_plan_is_made_once_and_ends_with_the_table(void **state)
{
    struct fixture f;

    (void)state;
    open_with_libffi(&f);
    assert_int_equal(call_abs(&f), 3);
    assert_int_equal(call_abs(&f), 3);
    assert_int_equal(plans.n_made, 1);
    assert_int_equal(plans.n_calls, 2);
    fixture_close(&f);
    assert_int_equal(plans.n_freed, 1);
}

static void records_go_by_plans_and_variable_arguments_do_not(void **state)
{
    const struct abx_value args[] = {fixture_int(7), fixture_int(2)};
    struct abx_value result;
    struct fixture f;

    (void)state;
    open_with_libffi(&f);
    assert_int_equal(abx_call(find(&f, "div"), args, 2, &result, &f.err), ABX_OK);
    assert_int_equal(fixture_get(&f, result.memory, "quot").i, 3);
    assert_int_equal(fixture_get(&f, result.memory, "rem").i, 1);
    abx_memory_destroy(result.memory);
    assert_int_equal(plans.n_calls, 1);
    find(&f, "snprintf");
    assert_int_equal(plans.n_made, 1);
    fixture_close(&f);
    assert_int_equal(plans.n_freed, 1);
}

static void libffi_calls_without_a_plan_too(void **state)
{
    struct fixture f;

    (void)state;
    open_with_libffi(&f);
    plans.refuses = true;
    assert_int_equal(call_abs(&f), 3);
    plans.refuses = false;
    assert_int_equal(plans.n_calls, 0);
    fixture_close(&f);
    assert_int_equal(plans.n_freed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_is_made_once_and_ends_with_the_table),
        cmocka_unit_test(records_go_by_plans_and_variable_arguments_do_not),
        cmocka_unit_test(libffi_calls_without_a_plan_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
