/*
 * Every symbol of the public interface is there and answers. Each is called, so that one
 * that the export map forgot does not link.
 */
#include "api.h"

#include <string.h>

#include "callee.h"

static const char *const lines[] = {
    "const ANSWER i32 42",
    "fn echo_i32 i32(i32 value) nonnull=1",
    "fn leave void(...) symbol=nothing noreturn",
    "var numbers [3]i32",
    NULL,
};

static int setup(void **state)
{
    return api_setup(state, lines);
}

static void tables(void **state)
{
    struct api *api = *state;
    struct abx_table *table = NULL;
    struct abx_entry entry = {0};
    char text[32];

    assert_non_null(abx_platform());
    assert_int_equal(abx_context_add_folder(api->context, "/nonexistent"), ABX_OK);
    assert_string_equal(abx_table_path(api->table), api->path);
    assert_string_equal(abx_table_property(api->table, "platform", 0), abx_platform());
    assert_int_equal(abx_table_read(api->context, api->path, &table, NULL), ABX_OK);
    assert_int_equal(abx_table_find_entry(table, ABX_KIND_FN, "echo_i32", &entry, NULL),
                     ABX_OK);
    assert_int_equal(abx_table_suggest(api->table, "ech_i32", text, sizeof(text)),
                     strlen("echo_i32"));
    assert_string_equal(text, "echo_i32");
    assert_int_equal(abx_table_suggest(api->table, "numbres", text, 4),
                     strlen("numbers, number"));
    assert_string_equal(text, "num");
    assert_int_equal(abx_table_suggest(api->table, "nothing_like_it", text, 4), 0);
    assert_string_equal(text, "");
    abx_table_suggest(api->table, "echo_i32", text, sizeof(text));
    assert_null(strstr(text, "echo_i32"));
    memset(&entry, 0, sizeof(entry));
    while (abx_table_next_entry(table, &entry, NULL) == ABX_OK)
        assert_int_equal(abx_table_check_entry(table, &entry, NULL), ABX_OK);
    abx_table_close(table);
}

static const struct abx_type *find_type(struct api *api, const char *name)
{
    const struct abx_type *type = NULL;

    assert_int_equal(abx_table_find_type(api->table, name, &type, &api->err), ABX_OK);
    return type;
}

static void types(void **state)
{
    struct api *api = *state;
    const struct abx_type *record = find_type(api, "struct small");
    const struct abx_type *colour = find_type(api, "enum colour");
    const struct abx_type *array = find_type(api, "[3]const i32");
    const struct abx_type *target = NULL;
    struct abx_member member;
    char text[32];

    assert_int_equal(abx_type_kind(record), ABX_TYPE_STRUCT);
    assert_string_equal(abx_type_name(record), "small");
    assert_int_equal(abx_type_size(record), sizeof(struct small));
    assert_int_equal(abx_type_align(record), _Alignof(struct small));
    assert_true(abx_type_is_complete(record));
    assert_int_equal(abx_type_n_members(record), 2);
    assert_int_equal(abx_type_member(record, 1, &member), ABX_OK);
    assert_int_equal(abx_type_find_member(api->table, record, "b", &member, NULL),
                     ABX_OK);
    assert_int_equal(member.offset, offsetof(struct small, b));
    assert_true(abx_type_is_signed(colour));
    assert_int_equal(abx_type_n_enumerators(colour), 3);
    assert_string_equal(abx_type_enumerator(colour, 0), "RED");
    assert_int_equal(abx_type_length(array), 3);
    assert_int_equal(abx_type_find_target(api->table, array, &target, NULL), ABX_OK);
    assert_true(abx_type_is_const(target));
    assert_ptr_equal(abx_type_strip(record), record);
    assert_int_equal(abx_type_format(array, text, sizeof(text)), strlen("[3]const i32"));
    abx_type_declare(api->table, array, "numbers", text, sizeof(text));
    assert_string_equal(text, "const int numbers[3]");
}

static void functions(void **state)
{
    struct api *api = *state;
    struct abx_function *function = NULL;
    const struct abx_type *type = NULL;
    const char *text = NULL;
    const char *name = NULL;
    char help[128];
    struct abx_value arg = api_int(7);
    struct abx_value result = {0};

    assert_int_equal(abx_table_find_declaration(api->table, "leave", &function, NULL),
                     ABX_OK);
    assert_null(abx_function_address(function));
    assert_true(abx_function_is_noreturn(function));
    assert_true(abx_type_is_variadic(abx_function_type(function)));
    assert_int_equal(abx_table_find_function(api->table, "echo_i32", &function, NULL),
                     ABX_OK);
    assert_string_equal(abx_function_name(function), "echo_i32");
    assert_string_equal(abx_function_symbol(function), "echo_i32");
    assert_non_null(abx_function_address(function));
    assert_non_null(abx_function_library(function));
    assert_int_equal(abx_type_n_parameters(abx_function_type(function)), 1);
    assert_true(abx_type_has_prototype(abx_function_type(function)));
    assert_int_equal(abx_type_parameter(abx_function_type(function), 0, &name, &type),
                     ABX_OK);
    assert_string_equal(name, "value");
    assert_null(abx_function_contract(function)->when);
    assert_true(abx_function_is_nonnull(function, 0));
    assert_false(abx_function_is_nonnull(function, 1));
    assert_null(abx_function_obstacle(function));
    assert_int_equal(abx_function_explain(function, "EINVAL", &text, NULL, NULL, NULL),
                     ABX_OK);
    abx_function_describe(function, help, sizeof(help));
    assert_string_equal(help, "int echo_i32(int value)\n"
                              "not NULL: value\n"
                              "The table does not say how echo_i32 fails.\n");
    assert_int_equal(abx_call(function, &arg, 1, &result, NULL), ABX_OK);
    assert_int_equal(result.i, 7);
    assert_int_equal(abx_table_self_test(api->table, NULL, NULL, NULL, NULL), ABX_OK);
}

static void memory(void **state)
{
    struct api *api = *state;
    const struct abx_type *record = find_type(api, "struct small");
    struct abx_memory *owned = NULL;
    struct abx_memory *view = NULL;
    struct abx_value value = api_int(-9);
    struct abx_value number = {0};
    struct abx_member member;

    assert_int_equal(abx_type_find_member(api->table, record, "b", &member, NULL),
                     ABX_OK);
    assert_int_equal(abx_table_find_constant(api->table, "ANSWER", &value, NULL), ABX_OK);
    assert_int_equal(abx_memory_create(api->table, record, 2, &owned, NULL), ABX_OK);
    assert_int_equal(abx_memory_size(owned), 2 * sizeof(struct small));
    assert_int_equal(abx_memory_count(owned), 2);
    assert_ptr_equal(abx_memory_type(owned), record);
    assert_int_equal(abx_memory_set(owned, "[1].b", &value, NULL), ABX_OK);
    assert_int_equal(
        abx_memory_view(api->table, record, abx_memory_data(owned), 2, &view, NULL),
        ABX_OK);
    assert_int_equal(abx_memory_get(view, "[1].b", &value, NULL), ABX_OK);
    assert_int_equal(value.i, 42);
    abx_memory_destroy(view);
    assert_int_equal(abx_memory_get_element(owned, 1, &value, NULL), ABX_OK);
    assert_int_equal(abx_memory_get_member(value.memory, &member, &number, NULL), ABX_OK);
    assert_int_equal(number.i, 42);
    assert_int_equal(abx_memory_set_member(owned, &member, &number, NULL), ABX_OK);
    assert_int_equal(abx_memory_set_element(owned, 1, &value, NULL), ABX_OK);
    abx_memory_destroy(value.memory);
    abx_memory_destroy(owned);
    assert_int_equal(abx_table_find_variable(api->table, "numbers", &view, NULL), ABX_OK);
    abx_memory_destroy(view);
}

static void nothing_is_ended_twice(void **state)
{
    (void)state;
    abx_memory_destroy(NULL);
    abx_table_close(NULL);
    abx_context_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables),
        cmocka_unit_test(types),
        cmocka_unit_test(functions),
        cmocka_unit_test(memory),
        cmocka_unit_test(nothing_is_ended_twice),
    };

    return cmocka_run_group_tests_name("exports", tests, setup, api_teardown);
}
