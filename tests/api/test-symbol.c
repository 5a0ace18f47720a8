/*
 * Which symbol is found. This program exports a function and a variable that are named
 * like the library's, as the second version of a library or a host that is linked with
 * -rdynamic does.
 */
#include "api.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "starter.h"

enum { SECONDS = 30 };

/* The address sanitizer would report what this test is about. */
__attribute__((visibility("default"))) const char *__asan_default_options(void);

const char *__asan_default_options(void)
{
    return "detect_odr_violation=0";
}

__attribute__((visibility("default"))) int32_t echo_i32(int32_t value);
__attribute__((visibility("default"))) int32_t numbers[3] = {100, 200, 300};

int32_t echo_i32(int32_t value)
{
    return ~value;
}

static void functions_are_the_library_s_own(void **state)
{
    static const char *const lines[] = {"fn echo_i32 i32(i32 value)", NULL};
    struct abx_value arg = api_int(7);
    struct abx_value result = {0};
    struct api api;

    (void)state;
    api_open(&api, lines);
    assert_int_equal(api_call(&api, "echo_i32", &arg, 1, &result), ABX_OK);
    assert_int_equal(result.i, 7);
    api_close(&api);
}

static void variables_are_the_program_s_copy(void **state)
{
    static const char *const lines[] = {"var numbers [3]i32", NULL};
    struct abx_memory *memory = NULL;
    struct api api;

    (void)state;
    api_open(&api, lines);
    assert_int_equal(abx_table_find_variable(api.table, "numbers", &memory, &api.err),
                     ABX_OK);
    assert_ptr_equal(abx_memory_data(memory), numbers);
    abx_memory_destroy(memory);
    api_close(&api);
}

/* Matters where an allocator was put in front of the C library's: a sanitizer's, say. */
static void memory_may_be_freed_by_anybody(void **state)
{
    static const char *const lines[] = {"fn free void(*void p) in=" LIBC,
                                        "fn malloc *void(u64 size) in=" LIBC, NULL};
    struct abx_value size = api_uint(100);
    struct abx_value arg = api_pointer(NULL);
    struct abx_value result = {0};
    struct api api;

    (void)state;
    api_open(&api, lines);
    assert_int_equal(api_call(&api, "malloc", &size, 1, &result), ABX_OK);
    free(result.p);
    arg.p = malloc(100);
    assert_int_equal(api_call(&api, "free", &arg, 1, &result), ABX_OK);
    api_close(&api);
}

/* ---- libraries that look something up while they are loaded ---- */

static struct api *asked;
static int answer = -1;

void starter_hook(void)
{
    struct abx_function *function = NULL;

    answer = abx_table_find_function(asked->table, "strlen", &function, &asked->err);
}

static void a_constructor_may_look_up(void **state)
{
    char line[600];
    const char *const lines[] = {"fn strlen u64(*const char s) in=" LIBC, line, NULL};
    struct abx_value result = {0};
    struct api api;

    (void)state;
    snprintf(line, sizeof(line), "fn started i32() in=%s", getenv("ABIDEX_TEST_STARTER"));
    alarm(SECONDS);
    api_open(&api, lines);
    asked = &api;
    assert_int_equal(api_call(&api, "started", NULL, 0, &result), ABX_OK);
    assert_int_equal(result.i, 1);
    assert_int_equal(answer, ABX_OK);
    api_close(&api);
    alarm(0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(functions_are_the_library_s_own),
        cmocka_unit_test(variables_are_the_program_s_copy),
        cmocka_unit_test(memory_may_be_freed_by_anybody),
        cmocka_unit_test(a_constructor_may_look_up),
    };

    return cmocka_run_group_tests_name("symbol", tests, NULL, NULL);
}
