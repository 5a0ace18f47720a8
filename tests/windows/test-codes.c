/* The code of a failure, from wherever the functions of Windows leave it. */
#include "tables.h"

#include <string.h>

static struct abx_value nonsense(void)
{
    return api_pointer((void *)(uintptr_t)0x12345678);
}

/* ---- GetLastError ---- */

static struct abx_value open_missing(struct api *api, const char *code,
                                     const wchar_t *name)
{
    return FAILS(api, code, "CreateFileW", tables_wide(name),
                 tables_constant(api, "GENERIC_READ"), api_int(0), tables_null(),
                 tables_constant(api, "OPEN_EXISTING"), api_int(0), tables_null());
}

static void a_file_is_missing(void **state)
{
    struct api *api = *state;
    struct abx_value result = open_missing(api, "ERROR_FILE_NOT_FOUND", L"C:\\missing");

    assert_ptr_equal(result.p,
                     (void *)(intptr_t)tables_number(api, "INVALID_HANDLE_VALUE"));
    assert_int_equal(api->err.code, 2);
    assert_true(api->err.is_documented);
    assert_true(api->err.is_specific);
    assert_non_null(strstr(api->err.message, "lpFileName does not exist"));
    assert_int_equal(GetLastError(), ERROR_FILE_NOT_FOUND);
    open_missing(api, "ERROR_PATH_NOT_FOUND", L"C:\\missing\\missing");
    assert_non_null(strstr(api->err.message, "a directory on the way"));
    FAILS(api, "ERROR_FILE_NOT_FOUND", "FindFirstFileW", tables_wide(L"C:\\missing*"),
          api_value(api_memory(api, "WIN32_FIND_DATAW", NULL)));
}

/* What no text of the table tells, the system does. */
static void a_code_without_a_text_gets_that_of_the_system(void **state)
{
    struct api *api = *state;
    struct abx_memory *size = api_memory(api, "DWORD", NULL);

    FAILS(api, "ERROR_INVALID_PARAMETER", "GetComputerNameExW", api_int(99),
          tables_null(), api_value(size));
    assert_true(api->err.is_documented);
    if (api->err.is_specific)
        fail_msg("%s", api->err.message);
    assert_true(strlen(api->err.message) > 5);
    abx_memory_destroy(size);
}

static void a_wait_fails(void **state)
{
    struct api *api = *state;
    struct abx_value result = FAILS(api, "ERROR_INVALID_HANDLE", "WaitForSingleObjectEx",
                                    tables_null(), api_uint(0), api_int(0));

    assert_int_equal(result.u, tables_number(api, "WAIT_FAILED"));
    result = FAILS(api, "ERROR_INVALID_HANDLE", "SuspendThread", tables_null());
    assert_int_equal(result.u, UINT32_MAX);
}

static void a_handle_is_none(void **state)
{
    struct api *api = *state;

    FAILS(api, "ERROR_INVALID_HANDLE", "CloseHandle", nonsense());
    assert_true(api->err.is_specific);
}

/* NULL is what the slot holds, or a failure: the code decides, if it was cleared. */
static void nothing_in_a_slot_is_no_failure(void **state)
{
    struct api *api = *state;
    struct abx_value slot = DONE(api, "TlsAlloc", );
    struct abx_value result = DONE(api, "TlsGetValue", slot);

    assert_null(result.p);
    DONE(api, "TlsSetValue", slot, nonsense());
    result = DONE(api, "TlsGetValue", slot);
    assert_ptr_equal(result.p, nonsense().p);
    DONE(api, "TlsFree", slot);
    FAILS(api, "ERROR_INVALID_PARAMETER", "TlsGetValue", api_uint(0xfffffff0));
}

/* ---- Winsock ---- */

static struct abx_memory *local_address(struct api *api)
{
    struct abx_memory *address = api_memory(api, "struct sockaddr_in", NULL);
    struct abx_value loopback =
        DONE(api, "htonl", tables_constant(api, "INADDR_LOOPBACK"));

    tables_set_member(api, address, "sin_family", tables_constant(api, "AF_INET"));
    tables_set_member(api, address, "sin_addr.S_un.S_addr", api_uint(loopback.u));
    return address;
}

static struct abx_value open_socket(struct api *api)
{
    return DONE(api, "socket", tables_constant(api, "AF_INET"),
                tables_constant(api, "SOCK_STREAM"), api_int(0));
}

/* A port that is taken, and where nobody listens. */
static void nobody_listens(void **state)
{
    struct api *api = *state;
    struct abx_memory *address = local_address(api);
    struct abx_memory *size = api_memory(api, "i32", &(int){16});
    struct abx_value taken = open_socket(api);
    struct abx_value socket = open_socket(api);
    struct abx_value pointer = api_pointer(abx_memory_data(address));

    DONE(api, "bind", taken, pointer, api_int(16));
    DONE(api, "getsockname", taken, pointer, api_value(size));
    assert_int_not_equal(tables_member(api, address, "sin_port"), 0);
    FAILS(api, "WSAECONNREFUSED", "connect", socket, pointer, api_int(16));
    assert_string_equal(api->err.space, "WSA");
    assert_non_null(strstr(api->err.message, "nobody listens"));
    DONE(api, "closesocket", socket);
    DONE(api, "closesocket", taken);
    FAILS(api, "WSAENOTSOCK", "closesocket", socket);
    abx_memory_destroy(size);
    abx_memory_destroy(address);
}

static void sockets_begin_and_end(void **state)
{
    struct api *api = *state;
    struct abx_memory *data = api_memory(api, "WSADATA", NULL);

    FAILS(api, "WSANOTINITIALISED", "socket", api_int(2), api_int(1), api_int(0));
    FAILS(api, "WSAVERNOTSUPPORTED", "WSAStartup", api_uint(0), api_value(data));
    assert_int_equal(GetLastError(), POLLUTION); /* the result is the code */
    DONE(api, "WSAStartup", api_uint(0x0202), api_value(data));
    nobody_listens(state);
    DONE(api, "WSACleanup", );
    abx_memory_destroy(data);
}

/* ---- results that are codes ---- */

static void a_key_is_missing(void **state)
{
    struct api *api = *state;
    struct abx_memory *key = api_memory(api, "HKEY", NULL);
    struct abx_value result =
        FAILS(api, "ERROR_FILE_NOT_FOUND", "RegOpenKeyExW",
              tables_constant(api, "HKEY_CURRENT_USER"), tables_wide(L"missing"),
              api_uint(0), tables_constant(api, "KEY_READ"), api_value(key));

    assert_int_equal(result.i, ERROR_FILE_NOT_FOUND);
    assert_non_null(strstr(api->err.message, "there is no key"));
    assert_int_equal(GetLastError(), POLLUTION);
    DONE(api, "RegOpenKeyExW", tables_constant(api, "HKEY_CURRENT_USER"),
         tables_wide(L"Software"), api_uint(0), tables_constant(api, "KEY_READ"),
         api_value(key));
    DONE(api, "RegCloseKey", api_pointer((void *)(intptr_t)tables_member(api, key, "")));
    abx_memory_destroy(key);
}

/* A status that is positive is none of a failure. */
static void a_status_is_negative(void **state)
{
    struct api *api = *state;
    struct abx_memory *now = api_memory(api, "LARGE_INTEGER", NULL);
    struct abx_value event =
        DONE(api, "CreateEventW", tables_null(), api_int(1), api_int(0), tables_null());
    struct abx_value result =
        DONE(api, "NtWaitForSingleObject", event, api_uint(0), api_value(now));

    assert_int_equal(result.i, tables_number(api, "STATUS_TIMEOUT"));
    result = FAILS(api, "STATUS_INVALID_HANDLE", "NtWaitForSingleObject", nonsense(),
                   api_uint(0), api_value(now));
    assert_int_equal((uint32_t)result.i, 0xC0000008);
    assert_int_equal(GetLastError(), POLLUTION);
    DONE(api, "NtClose", event);
    FAILS(api, "STATUS_INVALID_HANDLE", "NtClose", event);
    assert_non_null(strstr(api->err.message, "Handle is no handle of an open object"));
    abx_memory_destroy(now);
}

static void initialise_com(struct api *api, const char *mode, int64_t answer)
{
    struct abx_value result =
        DONE(api, "CoInitializeEx", tables_null(), tables_constant(api, mode));

    assert_int_equal(result.i, answer);
}

/* S_FALSE, 1, is a success. */
static void a_result_of_com_is_negative(void **state)
{
    struct api *api = *state;
    struct abx_memory *id = api_memory(api, "CLSID", NULL);
    struct abx_memory *object = api_memory(api, "LPVOID", NULL);

    FAILS(api, "CO_E_CLASSSTRING", "CLSIDFromString", tables_wide(L"{nonsense"),
          api_value(id));
    assert_true(api->err.is_specific);
    FAILS(api, "CO_E_NOTINITIALIZED", "CoCreateInstance", api_value(id), tables_null(),
          tables_constant(api, "CLSCTX_INPROC_SERVER"), api_value(id), api_value(object));
    initialise_com(api, "COINIT_APARTMENTTHREADED", 0);
    initialise_com(api, "COINIT_APARTMENTTHREADED", 1);
    FAILS(api, "RPC_E_CHANGED_MODE", "CoInitializeEx", tables_null(),
          tables_constant(api, "COINIT_MULTITHREADED"));
    FAILS(api, "REGDB_E_CLASSNOTREG", "CoCreateInstance", api_value(id), tables_null(),
          tables_constant(api, "CLSCTX_INPROC_SERVER"), api_value(id), api_value(object));
    DONE(api, "CoUninitialize", );
    DONE(api, "CoUninitialize", );
    abx_memory_destroy(object);
    abx_memory_destroy(id);
}

/* ---- errno ---- */

static int *errno_of(struct api *api)
{
    struct abx_value result = DONE(api, "_errno", );

    return result.p;
}

/* Each C library has its own, beside the last error. */
static void errno_is_of_its_library(void **state)
{
    static const char *const names[] = {"ucrt", "msvcrt"};
    struct api apis[2];

    (void)state;
    for (int i = 0; i < 2; i++)
        tables_open(&apis[i], names[i]);
    assert_ptr_not_equal(errno_of(&apis[0]), errno_of(&apis[1]));
    for (int i = 0; i < 2; i++) {
        *errno_of(&apis[0]) = POLLUTION;
        *errno_of(&apis[1]) = POLLUTION;
        FAILS(&apis[i], "ENOENT", "_access", api_string("C:/missing"), api_int(0));
        assert_string_equal(apis[i].err.space, "errno");
        assert_int_equal(*errno_of(&apis[i]), 2);
        assert_int_equal(*errno_of(&apis[1 - i]), POLLUTION);
        FAILS(&apis[i], "ERANGE", "strtol", api_string("99999999999"), tables_null(),
              api_int(10));
    }
    for (int i = 0; i < 2; i++)
        api_close(&apis[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_missing),
        cmocka_unit_test(a_code_without_a_text_gets_that_of_the_system),
        cmocka_unit_test(a_wait_fails),
        cmocka_unit_test(a_handle_is_none),
        cmocka_unit_test(nothing_in_a_slot_is_no_failure),
        cmocka_unit_test(sockets_begin_and_end),
        cmocka_unit_test(a_key_is_missing),
        cmocka_unit_test(a_status_is_negative),
        cmocka_unit_test(a_result_of_com_is_negative),
        cmocka_unit_test(errno_is_of_its_library),
    };

    return cmocka_run_group_tests_name("codes", tests, tables_setup, api_teardown);
}
