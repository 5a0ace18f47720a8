/*
 * What headers say through attributes, as an embedder reads it and as calls obey it:
 * transparent unions, arrays of a least length, functions that return twice.
 */
#include "api.h"

#include <stdlib.h>
#include <string.h>

#include "callee.h"

static const char *const lines[] = {
    "fn grow *void(*void p, u64 n, u64 m) symbol=nothing nonnull=1 returns_nonnull "
    "malloc "
    "dealloc=cast:2,free:1 alloc_size=2,3 alloc_align=2 warn_unused_result "
    "deprecated=\"use \\\"more\\\"\\x09of it\" fails=never",
    "fn jump i32(*void env) symbol=nothing returns_twice",
    "fn plain i32() symbol=nothing",
    "fn print i32(*const char format, ...) symbol=nothing format=printf:1:2 "
    "format_arg=1 deprecated",
    "fn sum_four i32(*const i32 numbers) nonnull=1 static=1:4",
    "fn sum_name i32(*const char name) symbol=nothing static=1:4",
    "fn take_named i32(one_of_by_name argument, i32 is_small) symbol=take_one_of "
    "nonnull=1",
    "fn take_one_of i32(union one_of argument, i32 is_small)",
    "fn take_plain i32(union one_of_plain argument, i32 is_small) symbol=nothing",
    "typedef one_of_by_name union one_of_plain transparent_union",
    "var numbers [3]i32 deprecated=\"old\"",
    "var other i32 symbol=numbers in=libc.so.6",
    NULL,
};

static int setup(void **state)
{
    return api_setup(state, lines);
}

static struct abx_function *declare(struct api *api, const char *name)
{
    struct abx_function *function = NULL;

    assert_int_equal(abx_table_find_declaration(api->table, name, &function, &api->err),
                     ABX_OK);
    return function;
}

/* ---- reading ---- */

static const struct abx_attribute of_grow[] = {
    {"nonnull", "1"},
    {"returns_nonnull", ""},
    {"malloc", ""},
    {"dealloc", "cast:2,free:1"},
    {"alloc_size", "2,3"},
    {"alloc_align", "2"},
    {"warn_unused_result", ""},
    {"deprecated", "use \"more\"\tof it"},
};

static void attributes_are_listed_and_found(void **state)
{
    struct abx_function *grow = declare(*state, "grow");
    struct abx_function *plain = declare(*state, "plain");
    struct abx_attribute attribute;

    for (size_t i = 0; i < N_ITEMS(of_grow); i++) {
        assert_int_equal(abx_function_attribute(grow, i, &attribute), ABX_OK);
        assert_string_equal(attribute.name, of_grow[i].name);
        assert_string_equal(attribute.value, of_grow[i].value);
        assert_string_equal(abx_function_find_attribute(grow, of_grow[i].name),
                            of_grow[i].value);
        assert_null(abx_function_find_attribute(plain, of_grow[i].name));
    }
    assert_int_equal(abx_function_attribute(grow, N_ITEMS(of_grow), &attribute),
                     ABX_MISSING);
    assert_null(attribute.name);
    assert_int_equal(abx_function_attribute(plain, 0, &attribute), ABX_MISSING);
    assert_null(abx_function_find_attribute(grow, "symbol"));
    assert_null(abx_function_find_attribute(grow, "fails"));
    assert_null(abx_function_find_attribute(grow, "shiny"));
    assert_string_equal(abx_function_find_attribute(declare(*state, "print"), "format"),
                        "printf:1:2");
    assert_string_equal(
        abx_function_find_attribute(declare(*state, "print"), "deprecated"), "");
}

static void variables_tell_what_they_are(void **state)
{
    struct api *api = *state;
    const struct abx_variable *variable = NULL;

    assert_int_equal(
        abx_table_find_variable_declaration(api->table, "numbers", &variable, &api->err),
        ABX_OK);
    assert_int_equal(abx_type_length(abx_variable_type(variable)), 3);
    assert_string_equal(abx_variable_symbol(variable), "numbers");
    assert_string_equal(abx_variable_library(variable),
                        test_library_path(getenv("ABIDEX_TEST_CALLEE")));
    assert_string_equal(abx_variable_find_attribute(variable, "deprecated"), "old");
    assert_int_equal(
        abx_table_find_variable_declaration(api->table, "other", &variable, &api->err),
        ABX_OK);
    assert_string_equal(abx_variable_symbol(variable), "numbers");
    assert_string_equal(abx_variable_library(variable), "libc.so.6");
    assert_null(abx_variable_find_attribute(variable, "deprecated"));
    assert_int_equal(
        abx_table_find_variable_declaration(api->table, "none", &variable, &api->err),
        ABX_MISSING);
    assert_null(variable);
}

static void what_returns_twice_is_refused(void **state)
{
    struct api *api = *state;
    struct abx_function *function = NULL;

    assert_int_equal(abx_table_find_function(api->table, "jump", &function, &api->err),
                     ABX_REFUSED);
    assert_non_null(strstr(api->err.message, "it returns twice"));
    assert_int_equal(abx_call(declare(api, "jump"), NULL, 0, NULL, &api->err),
                     ABX_REFUSED);
}

/* ---- transparent unions ---- */

static int take(struct api *api, const char *name, struct abx_value argument,
                bool is_small, struct abx_value *result)
{
    const struct abx_value args[] = {argument, api_int(is_small)};

    return api_call(api, name, args, 2, result);
}

static void every_member_is_taken(void **state)
{
    static const char *const names[] = {"take_one_of", "take_named"};
    const struct pair pair = {1, 77};
    const struct small small = {1, 66};
    struct api *api = *state;
    struct abx_memory *pairs = api_memory(api, "struct pair", &pair);
    struct abx_memory *smalls = api_memory(api, "struct small", &small);
    struct abx_memory *whole = api_memory(api, "union one_of", NULL);
    struct abx_value typed = api_pointer(abx_memory_data(smalls));
    struct abx_value result = {0};

    *(void **)abx_memory_data(whole) = abx_memory_data(pairs);
    assert_int_equal(abx_table_find_type(api->table, "*struct small", &typed.type, NULL),
                     ABX_OK);
    for (size_t i = 0; i < N_ITEMS(names); i++) {
        assert_int_equal(take(api, names[i], api_value(pairs), false, &result), ABX_OK);
        assert_int_equal(result.i, 77);
        assert_int_equal(take(api, names[i], api_value(smalls), true, &result), ABX_OK);
        assert_int_equal(result.i, 66);
        assert_int_equal(take(api, names[i], typed, true, &result), ABX_OK);
        assert_int_equal(result.i, 66);
        assert_int_equal(
            take(api, names[i], api_pointer(abx_memory_data(pairs)), false, &result),
            ABX_OK);
        assert_int_equal(result.i, 77);
    }
    assert_int_equal(take(api, "take_one_of", api_value(whole), false, &result), ABX_OK);
    assert_int_equal(result.i, 77);
    assert_int_equal(take(api, "take_one_of", api_pointer(NULL), false, &result), ABX_OK);
    assert_int_equal(result.i, -1);
    abx_memory_destroy(whole);
    abx_memory_destroy(smalls);
    abx_memory_destroy(pairs);
}

static void others_are_refused(void **state)
{
    struct api *api = *state;
    struct abx_memory *point = api_memory(api, "struct point", NULL);
    struct abx_memory *pair = api_memory(api, "struct pair", NULL);
    struct abx_value typed = api_pointer(abx_memory_data(point));
    int n = api_count(api);

    assert_int_equal(abx_table_find_type(api->table, "*struct point", &typed.type, NULL),
                     ABX_OK);
    assert_int_equal(take(api, "take_one_of", api_value(point), false, NULL),
                     ABX_REFUSED);
    assert_string_equal(api->err.message,
                        "take_one_of: argument 1 (argument) takes no memory of type "
                        "struct point, but pointers to struct pair, struct small");
    assert_int_equal(api->err.argument, 1);
    assert_int_equal(take(api, "take_one_of", typed, false, NULL), ABX_REFUSED);
    assert_non_null(strstr(api->err.message, "of type *struct point, but pointers to"));
    assert_int_equal(take(api, "take_one_of", api_int(5), false, NULL), ABX_REFUSED);
    assert_non_null(strstr(api->err.message, "not an integer, but pointers to"));
    assert_int_equal(take(api, "take_one_of", api_string("x"), false, NULL), ABX_REFUSED);
    assert_int_equal(take(api, "take_one_of", (struct abx_value){0}, false, NULL),
                     ABX_REFUSED);
    assert_int_equal(take(api, "take_named", api_pointer(NULL), false, NULL),
                     ABX_REFUSED);
    assert_non_null(strstr(api->err.message, "may not be NULL"));
    assert_int_equal(take(api, "take_plain", api_value(pair), false, NULL), ABX_REFUSED);
    assert_int_equal(api_count(api), n);
    abx_memory_destroy(pair);
    abx_memory_destroy(point);
}

/* What fits by its type is judged by the rules for its member. */
static void the_fitting_member_says_what_is_wrong(void **state)
{
    static const struct small fixed = {1, 2};
    struct api *api = *state;
    const struct abx_type *type = NULL;
    struct abx_memory *view = NULL;
    struct abx_value result = {0};

    assert_int_equal(abx_table_find_type(api->table, "const struct small", &type, NULL),
                     ABX_OK);
    assert_int_equal(
        abx_memory_view(api->table, type, (void *)&fixed, 1, &view, &api->err), ABX_OK);
    assert_int_equal(take(api, "take_one_of", api_value(view), true, &result), ABX_OK);
    assert_int_equal(result.i, 2);
    assert_int_equal(take(api, "take_named", api_value(view), true, NULL), ABX_REFUSED);
    assert_non_null(strstr(api->err.message, "takes no memory that is const"));
    abx_memory_destroy(view);
}

/* ---- [static N] ---- */

static void least_lengths_are_checked(void **state)
{
    const int32_t numbers[4] = {1, 2, 3, 4};
    struct api *api = *state;
    struct abx_memory *four = api_memory(api, "[4]i32", numbers);
    struct abx_memory *three = api_memory(api, "[3]i32", numbers);
    struct abx_value arg = api_value(four);
    struct abx_value result = {0};
    int n;

    assert_int_equal(api_call(api, "sum_four", &arg, 1, &result), ABX_OK);
    assert_int_equal(result.i, 10);
    arg = api_pointer(abx_memory_data(four));
    assert_int_equal(api_call(api, "sum_four", &arg, 1, &result), ABX_OK);
    assert_int_equal(result.i, 10);
    n = api_count(api);
    arg = api_value(three);
    assert_int_equal(api_call(api, "sum_four", &arg, 1, NULL), ABX_REFUSED);
    assert_string_equal(
        api->err.message,
        "sum_four: argument 1 (numbers) needs at least 4 elements, got 3");
    arg = api_pointer(NULL);
    assert_int_equal(api_call(api, "sum_four", &arg, 1, NULL), ABX_REFUSED);
    arg = api_string("ab");
    assert_int_equal(api_call(api, "sum_name", &arg, 1, NULL), ABX_REFUSED);
    assert_int_equal(api_count(api), n);
    arg = api_string("abc"); /* and its zero */
    assert_int_equal(api_call(api, "sum_name", &arg, 1, NULL), ABX_OK);
    abx_memory_destroy(three);
    abx_memory_destroy(four);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attributes_are_listed_and_found),
        cmocka_unit_test(variables_tell_what_they_are),
        cmocka_unit_test(what_returns_twice_is_refused),
        cmocka_unit_test(every_member_is_taken),
        cmocka_unit_test(others_are_refused),
        cmocka_unit_test(the_fitting_member_says_what_is_wrong),
        cmocka_unit_test(least_lengths_are_checked),
    };

    return cmocka_run_group_tests_name("attribute", tests, setup, api_teardown);
}
