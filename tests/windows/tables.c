/*
 * Everything that is called here is looked up in a table of bindings/, and its contract judges
 * whether it failed.
 */
#include "tables.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the tables ---- */

void tables_open(struct api *api, const char *name)
{
    char path[1024];

    assert_non_null(getenv("ABIDEX_TEST_TABLES"));
    snprintf(path, sizeof(path), "%s/%s.abx", getenv("ABIDEX_TEST_TABLES"), name);
    api_open_file(api, path);
}

int tables_setup(void **state)
{
    static struct api api;

    *state = &api;
    tables_open(&api, "win32");
    return 0;
}

struct abx_value tables_constant(struct api *api, const char *name)
{
    struct abx_value value = {0};

    if (abx_table_find_constant(api->table, name, &value, &api->err) != ABX_OK)
        fail_msg("%s: %s", name, api->err.message);
    return value;
}

static int64_t as_number(const struct abx_value *value)
{
    switch (value->kind) {
    case ABX_VALUE_UINT:
        return (int64_t)value->u;
    case ABX_VALUE_POINTER:
        return (intptr_t)value->p;
    default:
        assert_int_equal(value->kind, ABX_VALUE_INT);
        return value->i;
    }
}

int64_t tables_number(struct api *api, const char *name)
{
    struct abx_value value = tables_constant(api, name);

    return as_number(&value);
}

struct abx_value tables_wide(const wchar_t *text)
{
    return api_pointer((void *)(uintptr_t)text);
}

struct abx_value tables_null(void)
{
    return api_pointer(NULL);
}

int64_t tables_member(struct api *api, const struct abx_memory *memory, const char *path)
{
    struct abx_value value = {0};

    if (abx_memory_get(memory, path, &value, &api->err) != ABX_OK)
        fail_msg("%s: %s", path, api->err.message);
    return as_number(&value);
}

void tables_set_member(struct api *api, struct abx_memory *memory, const char *path,
                       struct abx_value value)
{
    if (abx_memory_set(memory, path, &value, &api->err) != ABX_OK)
        fail_msg("%s: %s", path, api->err.message);
}

/* ---- calls ---- */

static int call(struct api *api, const char *name, const struct abx_value *args,
                size_t n_args, struct abx_value *result)
{
    struct abx_function *function = api_find(api, name);

    memset(&api->err, 0, sizeof(api->err));
    SetLastError(POLLUTION);
    return abx_call(function, args, n_args, result, &api->err);
}

struct abx_value tables_done(struct api *api, const char *name,
                             const struct abx_value *args, size_t n_args)
{
    struct abx_value result = {0};

    if (call(api, name, args, n_args, &result) != ABX_OK)
        fail_msg("%s: %s %s", name, api->err.name, api->err.message);
    return result;
}

struct abx_value tables_failed(struct api *api, const char *code, const char *name,
                               const struct abx_value *args, size_t n_args)
{
    struct abx_value result = {0};
    int status = call(api, name, args, n_args, &result);

    if (status != ABX_FAILED || strcmp(api->err.name, code) != 0)
        fail_msg("%s: status %d, %s (%" PRId64 ") and not %s: %s", name, status,
                 api->err.name, api->err.code, code, api->err.message);
    return result;
}

/* ---- callbacks ---- */

static int on_call(void *user, const struct abx_value *args, size_t n_args,
                   struct abx_value *result, struct abx_error *err)
{
    struct tables_log *log = user;

    (void)err;
    log->thread = GetCurrentThreadId();
    log->argument = n_args > 0 ? (uint64_t)as_number(&args[0]) : 0;
    if (result != NULL)
        *result = api_int(log->answer);
    atomic_fetch_add(&log->n_calls, 1);
    if (log->event != NULL)
        SetEvent(log->event);
    return ABX_OK;
}

struct abx_callback *tables_callback(struct api *api, const char *function, size_t index,
                                     enum abx_callback_mode mode, struct tables_log *log)
{
    const struct abx_callback_options options = {
        .mode = mode,
        .handler = mode == ABX_CALLBACK_CONSTANT ? NULL : on_call,
        .user = log};
    struct abx_callback_options answering = options;
    const struct abx_type *type = NULL;
    struct abx_callback *callback = NULL;
    const char *unused;

    if (log->answer != 0)
        answering.answer = api_int(log->answer);
    assert_int_equal(abx_type_parameter(abx_function_type(api_find(api, function)), index,
                                        &unused, &type),
                     ABX_OK);
    if (abx_callback_create(api->table, type, &answering, &callback, &api->err) != ABX_OK)
        fail_msg("%s: %s", function, api->err.message);
    return callback;
}

struct abx_callback *tables_callback_of(struct api *api, const char *name,
                                        abx_callback_handler handler, void *user)
{
    const struct abx_callback_options options = {.handler = handler, .user = user};
    const struct abx_type *type = NULL;
    struct abx_callback *callback = NULL;

    if (abx_table_find_type(api->table, name, &type, &api->err) != ABX_OK ||
        abx_callback_create(api->table, type, &options, &callback, &api->err) != ABX_OK)
        fail_msg("%s: %s", name, api->err.message);
    return callback;
}

struct abx_value tables_callback_value(struct abx_callback *callback)
{
    struct abx_value value = {.kind = ABX_VALUE_CALLBACK};

    value.callback = callback;
    return value;
}

/* ---- processes ---- */

void tables_start(struct api *api, struct tables_process *process, const char *argument,
                  const char *flag)
{
    struct abx_memory *startup = api_memory(api, "STARTUPINFOW", NULL);
    wchar_t program[MAX_PATH];
    wchar_t line[MAX_PATH];

    assert_true(GetModuleFileNameW(NULL, program, MAX_PATH) < MAX_PATH);
    _snwprintf(line, MAX_PATH, L"child %hs", argument);
    tables_set_member(api, startup, "cb", api_uint(abx_memory_size(startup)));
    process->information = api_memory(api, "PROCESS_INFORMATION", NULL);
    DONE(api, "CreateProcessW", tables_wide(program), tables_wide(line), tables_null(),
         tables_null(), api_int(0),
         flag != NULL ? tables_constant(api, flag) : api_int(0), tables_null(),
         tables_null(), api_value(startup), api_value(process->information));
    process->id = (DWORD)tables_member(api, process->information, "dwProcessId");
    abx_memory_destroy(startup);
}

struct abx_value tables_handle(struct api *api, const struct tables_process *process)
{
    struct abx_value value = {0};

    assert_int_equal(abx_memory_get(process->information, "hProcess", &value, &api->err),
                     ABX_OK);
    return value;
}

int64_t tables_end(struct api *api, struct tables_process *process)
{
    struct abx_value handle = tables_handle(api, process);
    struct abx_memory *code = api_memory(api, "DWORD", NULL);
    struct abx_value waited =
        DONE(api, "WaitForSingleObject", handle, api_uint(LONG_ENOUGH));
    int64_t number;

    assert_int_equal(waited.u, tables_number(api, "WAIT_OBJECT_0"));
    DONE(api, "GetExitCodeProcess", handle, api_value(code));
    number = tables_member(api, code, "");
    DONE(api, "CloseHandle", handle);
    DONE(api, "CloseHandle",
         api_pointer(
             (void *)(intptr_t)tables_member(api, process->information, "hThread")));
    abx_memory_destroy(code);
    abx_memory_destroy(process->information);
    return number;
}

/* ---- what Wine lacks ---- */

bool tables_is_wine(void)
{
    return GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != NULL;
}

bool tables_needs_windows(const char *test, const char *why)
{
    if (!tables_is_wine())
        return false;
    print_message("# needs Windows itself: %s: %s\n", test, why);
    return true;
}
