/*
 * Vectored exception handlers: callbacks that the system calls in the midst of RaiseException,
 * on the thread that raises.
 */
#include "tables.h"

#include <string.h>

enum { OURS = 0x60000001 }; /* of a customer, as bit 29 says */

struct exception {
    struct api *api;
    int n_calls;
    int64_t code;
    int64_t n_parameters;
    int64_t parameter;
    const char *answer; /* a constant */
};

static struct abx_memory *view(struct api *api, const char *type, void *address)
{
    const struct abx_type *found = NULL;
    struct abx_memory *memory = NULL;

    assert_int_equal(abx_table_find_type(api->table, type, &found, &api->err), ABX_OK);
    assert_int_equal(abx_memory_view(api->table, found, address, 1, &memory, &api->err),
                     ABX_OK);
    return memory;
}

/* All that it knows of the exception, the table's layouts tell. */
static int on_exception(void *user, const struct abx_value *args, size_t n_args,
                        struct abx_value *result, struct abx_error *err)
{
    struct exception *exception = user;
    struct api *api = exception->api;
    struct abx_memory *pointers;
    struct abx_memory *record;

    (void)err;
    assert_int_equal(n_args, 1);
    pointers = view(api, "struct _EXCEPTION_POINTERS", args[0].p);
    record = view(api, "EXCEPTION_RECORD",
                  (void *)(intptr_t)tables_member(api, pointers, "ExceptionRecord"));
    exception->code = tables_member(api, record, "ExceptionCode");
    exception->n_parameters = tables_member(api, record, "NumberParameters");
    exception->parameter = tables_member(api, record, "ExceptionInformation[1]");
    exception->n_calls++;
    *result = api_int(tables_number(api, exception->answer));
    abx_memory_destroy(record);
    abx_memory_destroy(pointers);
    return ABX_OK;
}

static struct abx_value add(struct api *api, struct abx_callback *callback)
{
    return DONE(api, "AddVectoredExceptionHandler", api_uint(1),
                tables_callback_value(callback));
}

static void raise_with(struct api *api, uintptr_t second)
{
    struct abx_memory *parameters = api_memory(api, "[2]ULONG_PTR", NULL);

    ((uintptr_t *)abx_memory_data(parameters))[1] = second;
    DONE(api, "RaiseException", api_uint(OURS), api_uint(0), api_uint(2),
         api_value(parameters));
    abx_memory_destroy(parameters);
}

static void execution_continues(void **state)
{
    struct api *api = *state;
    struct exception exception = {.api = api, .answer = "EXCEPTION_CONTINUE_EXECUTION"};
    struct abx_callback *callback =
        tables_callback_of(api, "PVECTORED_EXCEPTION_HANDLER", on_exception, &exception);
    struct abx_value handle = add(api, callback);

    for (int i = 1; i <= 3; i++) {
        raise_with(api, UINTPTR_MAX - (unsigned)i);
        assert_int_equal(exception.n_calls, i);
        assert_int_equal(exception.code, OURS);
        assert_int_equal(exception.n_parameters, 2);
        assert_true((uintptr_t)exception.parameter == UINTPTR_MAX - (unsigned)i);
    }
    DONE(api, "RemoveVectoredExceptionHandler", handle);
    FAILS(api, "", "RemoveVectoredExceptionHandler", handle);
    abx_callback_destroy(callback);
}

/* The search goes on, with the next handler. */
static void the_first_leaves_it_to_the_second(void **state)
{
    struct api *api = *state;
    struct exception second = {.api = api, .answer = "EXCEPTION_CONTINUE_EXECUTION"};
    struct exception first = {.api = api, .answer = "EXCEPTION_CONTINUE_SEARCH"};
    struct abx_callback *callbacks[] = {
        tables_callback_of(api, "PVECTORED_EXCEPTION_HANDLER", on_exception, &second),
        tables_callback_of(api, "PVECTORED_EXCEPTION_HANDLER", on_exception, &first)};
    struct abx_value handles[] = {add(api, callbacks[0]), add(api, callbacks[1])};

    raise_with(api, 7);
    assert_int_equal(first.n_calls, 1);
    assert_int_equal(second.n_calls, 1);
    assert_int_equal(second.parameter, 7);
    DONE(api, "RemoveVectoredExceptionHandler", handles[0]);
    DONE(api, "RemoveVectoredExceptionHandler", handles[1]);
    abx_callback_destroy(callbacks[0]);
    abx_callback_destroy(callbacks[1]);
}

/* ---- a child that nobody helps ---- */

static void an_exception_ends_who_does_not_handle_it(void **state)
{
    struct api *api = *state;
    struct tables_process process;

    tables_start(api, &process, "raise", NULL);
    assert_int_equal(tables_end(api, &process), OURS);
}

static int raise_unhandled(void)
{
    struct api api;

    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    tables_open(&api, "win32");
    raise_with(&api, 0);
    return 1;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(execution_continues),
        cmocka_unit_test(the_first_leaves_it_to_the_second),
        cmocka_unit_test(an_exception_ends_who_does_not_handle_it),
    };

    if (argc > 1 && strcmp(argv[1], "raise") == 0)
        return raise_unhandled();
    return cmocka_run_group_tests_name("exceptions", tests, tables_setup, api_teardown);
}
