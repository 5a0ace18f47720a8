/*
 * The codes that calls leave on Windows: errno of each C library, and GetLastError. Whatever
 * is done around a function, they are the function's.
 */
#include "api.h"

#include <errno.h>
#include <string.h>

#include <windows.h>

#ifdef __i386__
#define STDCALL "stdcall "
#else
#define STDCALL ""
#endif

static const char *const lines[] = {
    "const ENOENT i32 2",
    "const NTE_BAD_UID i32 -2146893823",
    "fn Sleep " STDCALL "void(u32 time) in=kernel32.dll fails=never,blocks",
    "fn old_number i32(*const char text) symbol=atoi in=msvcr100.dll",
    "fn new_number i32(*const char text) symbol=atoi in=ucrtbase.dll",
    "fn no_errno " STDCALL "u32() symbol=GetCurrentThreadId in=kernel32.dll "
    "fails=nonzero:errno ENOENT",
    "fn set_code " STDCALL "i32(u32 code) symbol=SetLastError in=kernel32.dll "
    "fails=any:last_error,clear",
    "typedef compare *(i32(i32))",
    NULL,
};

static int setup(void **state)
{
    return api_setup(state, lines);
}

/* Where a C library has errno; NULL: the process has not loaded it. */
static int *find_errno(const wchar_t *library)
{
    HMODULE module = GetModuleHandleW(library);
    int *(*ask)(void) =
        module != NULL ? (int *(*)(void))(void *)GetProcAddress(module, "_errno") : NULL;

    return ask != NULL ? ask() : NULL;
}

/* Changes all codes. */
static void change(void *user)
{
    int *older = find_errno(L"msvcr100.dll");
    int *newer = find_errno(L"ucrtbase.dll");

    *(int *)user += 1;
    if (older != NULL)
        *older = 1;
    if (newer != NULL)
        *newer = 1;
    errno = 1;
    SetLastError(1);
}

static int on_call(void *user, const struct abx_value *args, size_t n_args,
                   struct abx_value *result, struct abx_error *err)
{
    (void)args;
    (void)n_args;
    (void)err;
    change(user);
    *result = api_int(5);
    return ABX_OK;
}

/* Loads the newer C library, and the older one where the system has it. */
static void load_libraries(struct api *api)
{
    struct abx_function *function = NULL;

    api_find(api, "new_number");
    if (abx_table_find_function(api->table, "old_number", &function, &api->err) != ABX_OK)
        print_message("no other C library: %s\n", api->err.message);
}

static void set_all(int code)
{
    int *older = find_errno(L"msvcr100.dll");
    int *newer = find_errno(L"ucrtbase.dll");

    if (older != NULL)
        *older = code + 3;
    if (newer != NULL)
        *newer = code + 2;
    errno = code + 1;
    SetLastError((DWORD)code);
}

static void check_all(int code)
{
    DWORD last = GetLastError();
    int own = errno;
    int *older = find_errno(L"msvcr100.dll");
    int *newer = find_errno(L"ucrtbase.dll");

    assert_int_equal(last, code);
    assert_int_equal(own, code + 1);
    assert_int_equal(newer != NULL ? *newer : -1, code + 2);
    if (older != NULL)
        assert_int_equal(*older, code + 3);
}

static void hooks_leave_all_codes_alone(void **state)
{
    struct api *api = *state;
    struct abx_value time = api_uint(0);
    int n = 0;
    const struct abx_hooks before = {.before = change, .user = &n};
    const struct abx_hooks after = {.after = change, .user = &n};

    load_libraries(api);
    api_find(api, "Sleep");
    abx_context_set_hooks(api->context, &before);
    set_all(70);
    assert_int_equal(api_call(api, "Sleep", &time, 1, NULL), ABX_OK);
    check_all(70);
    assert_int_equal(n, 1);
    abx_context_set_hooks(api->context, &after);
    set_all(80);
    assert_int_equal(api_call(api, "Sleep", &time, 1, NULL), ABX_OK);
    check_all(80);
    assert_int_equal(n, 2);
    abx_context_set_hooks(api->context, NULL);
}

static void callbacks_leave_all_codes_alone(void **state)
{
    struct api *api = *state;
    int n = 0;
    const struct abx_callback_options options = {
        .mode = ABX_CALLBACK_OWNER, .handler = on_call, .user = &n};
    const struct abx_type *type = NULL;
    struct abx_callback *callback = NULL;
    int (*call)(int);

    load_libraries(api);
    assert_int_equal(abx_table_find_type(api->table, "compare", &type, &api->err),
                     ABX_OK);
    assert_int_equal(
        abx_callback_create(api->table, type, &options, &callback, &api->err), ABX_OK);
    call = (int (*)(int))abx_callback_address(callback);
    set_all(70);
    assert_int_equal(call(3), 5);
    check_all(70);
    assert_int_equal(n, 1);
    abx_callback_destroy(callback);
}

/* Another library's code would be a wrong one. */
static void an_errno_that_is_not_found_has_no_code(void **state)
{
    struct api *api = *state;

    api_find(api, "no_errno");
    errno = ENOENT;
    assert_int_equal(api_call(api, "no_errno", NULL, 0, NULL), ABX_FAILED);
    assert_int_equal(api->err.code, 0);
    assert_non_null(strstr(api->err.message, "without a code"));
    assert_int_equal(errno, ENOENT);
}

/* Where no ERROR_ has that value. */
static void codes_of_com_have_names(void **state)
{
    struct api *api = *state;
    struct abx_value code = api_uint(0x80090001);

    assert_int_equal(api_call(api, "set_code", &code, 1, NULL), ABX_FAILED);
    assert_int_equal(api->err.code, (int32_t)0x80090001);
    assert_string_equal(api->err.name, "NTE_BAD_UID");
    code = api_uint(0xa0001234);
    assert_int_equal(api_call(api, "set_code", &code, 1, NULL), ABX_FAILED);
    assert_string_equal(api->err.name, "");
    assert_non_null(strstr(api->err.message, "code 0xA0001234"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hooks_leave_all_codes_alone),
        cmocka_unit_test(callbacks_leave_all_codes_alone),
        cmocka_unit_test(codes_of_com_have_names),
        cmocka_unit_test(an_errno_that_is_not_found_has_no_code),
    };

    return cmocka_run_group_tests_name("windows codes", tests, setup, api_teardown);
}
