/*
 * Much of everything: ten million calls, a hundred thousand tables opened, callbacks made and
 * strings read. What the process keeps in memory is the same at the end as after the first tenth.
 */
#include "api.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { N_CALLS = 10000000, N_OBJECTS = 100000, ALLOWED = 512 * 1024 };

static const char *const lines[] = {
    "fn div struct 8 4 {0 i32 quot; 4 i32 rem}(i32 numer, i32 denom) in=" LIBC,
    "fn getenv *char(*const char name) in=" LIBC " nonnull=1",
    "fn labs " WORD_LONG "(" WORD_LONG " x) in=" LIBC,
    "fn qsort void(*void base, " WORD_SIZE " n, " WORD_SIZE
    " size, *(i32(*const void, *const void)) compar) in=" LIBC
    " callback=4:call buffer=1:2:3",
    NULL,
};

static long resident(void)
{
    FILE *file = fopen("/proc/self/statm", "re");
    long size, pages;

    assert_non_null(file);
    assert_int_equal(fscanf(file, "%ld %ld", &size, &pages), 2);
    fclose(file);
    return pages * sysconf(_SC_PAGESIZE);
}

/* Runs the work @n times, and holds what it keeps against the state after a tenth. */
static void soak(struct api *api, void (*work)(struct api *api, int i), int n)
{
    long first = 0;
    long last;

    for (int i = 0; i < n; i++) {
        if (i == n / 10)
            first = resident();
        work(api, i);
    }
    last = resident();
    print_message("%d times: %ld KB more\n", n, (last - first) / 1024);
    if (last - first > ALLOWED)
        fail_msg("%ld KB at the end, %ld KB after a tenth", last / 1024, first / 1024);
}

static void call_labs(struct api *api, int i)
{
    static struct abx_function *function;
    struct abx_value arg = api_int(-i), result = {0};

    if (function == NULL)
        function = api_find(api, "labs");
    assert_int_equal(abx_call(function, &arg, 1, &result, NULL), ABX_OK);
    assert_int_equal(result.i, i);
}

static void calls(void **state)
{
    soak(*state, call_labs, N_CALLS);
}

static void call_div(struct api *api, int i)
{
    struct abx_value args[] = {api_int(i), api_int(7)}, result = {0}, quot = {0};

    assert_int_equal(api_call(api, "div", args, 2, &result), ABX_OK);
    assert_int_equal(abx_memory_get(result.memory, "quot", &quot, NULL), ABX_OK);
    assert_int_equal(quot.i, i / 7);
    abx_memory_destroy(result.memory);
}

static void records(void **state)
{
    soak(*state, call_div, N_OBJECTS);
}

static void refuse(struct api *api, int i)
{
    struct abx_value arg = api_string("1\0"
                                      "2");
    struct abx_value value = {0};

    (void)i;
    arg.string.size = 3;
    assert_int_equal(api_call(api, "getenv", &arg, 1, &value), ABX_REFUSED);
    assert_int_equal(abx_table_find_constant(api->table, "none", &value, &api->err),
                     ABX_MISSING);
}

static void refusals(void **state)
{
    soak(*state, refuse, N_OBJECTS);
}

static void open_and_close(struct api *api, int i)
{
    struct abx_context *context;
    struct abx_table *table;
    struct abx_function *function;

    assert_int_equal(abx_context_create(&context), ABX_OK);
    assert_int_equal(abx_table_open(context, api->path, &table, NULL), ABX_OK);
    if (i % 10 == 0)
        assert_int_equal(abx_table_find_function(table, "labs", &function, NULL), ABX_OK);
    abx_table_close(table);
    abx_context_destroy(context);
}

static void opens(void **state)
{
    soak(*state, open_and_close, N_OBJECTS);
}

static void call_back(struct api *api, int i)
{
    static const struct abx_type *type;
    struct abx_callback_options options = {.handler = api_compare};
    int numbers[2] = {i + 1, i};
    struct abx_value args[] = {
        api_pointer(numbers), api_uint(2), api_uint(4), {.kind = ABX_VALUE_CALLBACK}};

    if (type == NULL)
        assert_int_equal(abx_table_find_type(
                             api->table, "*(i32(*const void, *const void))", &type, NULL),
                         ABX_OK);
    assert_int_equal(
        abx_callback_create(api->table, type, &options, &args[3].callback, &api->err),
        ABX_OK);
    assert_int_equal(api_call(api, "qsort", args, 4, NULL), ABX_OK);
    assert_int_equal(numbers[0], i);
    abx_callback_destroy(args[3].callback);
}

static void callbacks(void **state)
{
    soak(*state, call_back, N_OBJECTS);
}

static int setup(void **state)
{
    return api_setup(state, lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calls), cmocka_unit_test(records),   cmocka_unit_test(refusals),
        cmocka_unit_test(opens), cmocka_unit_test(callbacks),
    };

    return cmocka_run_group_tests_name("soak", tests, setup, api_teardown);
}
