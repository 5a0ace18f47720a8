/*
 * What only Windows has: GetLastError and NTSTATUS, several C libraries in one process,
 * callbacks on threads of the system, its signals, its paths.
 */
#include "api.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <windows.h>

#ifdef __i386__
#define STDCALL "stdcall "
#else
#define STDCALL ""
#endif

/* An exit status that no crash has. */
enum { CONSOLE_PASSED = 42 };

static const char *const lines[] = {
    "const ENOENT i32 2",
    "const ERROR_FILE_NOT_FOUND u32 2",
    "const ERROR_INVALID_HANDLE u32 6",
    "const SIGINT i32 2",
    "const SIGTERM i32 15",
    "const STATUS_INVALID_HANDLE i32 -1073741816",
    "fn CloseHandle " STDCALL
    "i32(*void handle) in=kernel32.dll fails=0:last_error,fresh "
    "ERROR_INVALID_HANDLE",
    "fn CreateThread " STDCALL "*void(*void attributes, " WORD_SIZE
    " stack, thread_start start, *void argument, u32 flags, *u32 id) in=kernel32.dll "
    "fails=NULL:last_error",
    "fn CreateTimerQueueTimer " STDCALL "i32(**void timer, *void queue, timer_callback "
    "callback, *void argument, u32 due, u32 "
    "period, u32 flags) in=kernel32.dll fails=0:last_error",
    "fn GenerateConsoleCtrlEvent " STDCALL
    "i32(u32 event, u32 group) in=kernel32.dll fails=0:last_error",
    "fn GetLastError " STDCALL "u32() in=kernel32.dll",
    "fn NtClose " STDCALL "i32(*void handle) in=ntdll.dll "
    "fails=negative:result/STATUS_ STATUS_INVALID_HANDLE",
    "fn QueueUserAPC " STDCALL "u32(apc call, *void thread, " WORD_SIZE
    " argument) in=kernel32.dll fails=0:last_error",
    "fn SetConsoleCtrlHandler " STDCALL
    "i32(console_handler handler, i32 adds) in=kernel32.dll fails=0:last_error",
    "fn SleepEx " STDCALL "u32(u32 time, i32 alertable) in=kernel32.dll",
    "fn here u32() symbol=GetCurrentThreadId in=../callee.dll",
    "fn open_new i32(*const char path, i32 flags, ...) symbol=_open in=ucrtbase.dll "
    "fails=-1:errno ENOENT",
    "fn open_old i32(*const char path, i32 flags, ...) symbol=_open in=msvcrt.dll "
    "fails=-1:errno ENOENT",
    "fn qsort void(*void base, " WORD_SIZE " n, " WORD_SIZE
    " size, *(i32(*const void, *const void)) compare) in=ucrtbase.dll callback=4:call",
    "fn raise i32(i32 number) in=ucrtbase.dll",
    "fn set_code i32(i32 value, i32 code) symbol=answer_i32 fails=-1:last_error",
    "fn signal *void(i32 number, *void handler) in=ucrtbase.dll",
    "typedef apc *(" STDCALL "void(" WORD_SIZE "))",
    "typedef console_handler *(" STDCALL "i32(u32))",
    "typedef thread_start *(" STDCALL "u32(*void))",
    "typedef timer_callback *(" STDCALL "void(*void, u8))",
    NULL,
};

static int setup(void **state)
{
    return api_setup(state, lines);
}

/* ---- codes ---- */

static void last_error_is_told(void **state)
{
    struct api *api = *state;
    struct abx_value arg = api_pointer((void *)(uintptr_t)0x12345678);
    struct abx_value result = {0};

    SetLastError(77);
    assert_int_equal(api_call(api, "CloseHandle", &arg, 1, &result), ABX_FAILED);
    assert_int_equal(api->err.code, ERROR_INVALID_HANDLE);
    assert_string_equal(api->err.name, "ERROR_INVALID_HANDLE");
    assert_true(api->err.is_documented);
    assert_true(strlen(api->err.message) > 5);
    assert_true(strchr(".\r\n ", api->err.message[strlen(api->err.message) - 1]) == NULL);
    assert_int_equal(GetLastError(), ERROR_INVALID_HANDLE);
    assert_int_equal(api_call(api, "GetLastError", NULL, 0, &result), ABX_OK);
    assert_int_equal(result.u, ERROR_INVALID_HANDLE);
}

static void codes_are_explained(void **state)
{
    struct api *api = *state;
    const char *text = NULL;
    bool is_documented = false;
    bool is_specific = true;

    assert_int_equal(abx_function_explain(api_find(api, "CloseHandle"),
                                          "ERROR_INVALID_HANDLE", &text, &is_documented,
                                          &is_specific, &api->err),
                     ABX_OK);
    assert_true(is_documented);
    assert_false(is_specific);
    assert_true(strlen(text) > 5);
}

static void a_failure_without_a_code_says_so(void **state)
{
    struct api *api = *state;
    struct abx_value args[] = {api_int(-1), api_int(0)};

    api_find(api, "set_code"); /* which leaves a code itself */
    SetLastError(0);
    assert_int_equal(api_call(api, "set_code", args, 2, NULL), ABX_FAILED);
    assert_int_equal(api->err.code, 0);
    assert_non_null(strstr(api->err.message, "without a code"));
}

static void ntstatus_is_told(void **state)
{
    struct api *api = *state;
    struct abx_value arg = api_pointer((void *)(uintptr_t)0x12345678);

    api_find(api, "NtClose");
    SetLastError(77);
    assert_int_equal(api_call(api, "NtClose", &arg, 1, NULL), ABX_FAILED);
    assert_string_equal(api->err.name, "STATUS_INVALID_HANDLE");
    assert_true(strlen(api->err.message) > 5); /* a text of ntdll, which Wine lacks */
    assert_int_equal(GetLastError(), 77);
}

static void errno_is_the_library_s(void **state)
{
    struct api *api = *state;
    int *(*newer)(void) = (int *(*)(void))(void *)GetProcAddress(
        GetModuleHandleW(L"ucrtbase.dll"), "_errno");
    struct abx_value args[] = {api_string("Z:/nonexistent/x"), api_int(0)};

    assert_non_null(newer);
    errno = 77;
    *newer() = 78;
    assert_int_equal(api_call(api, "open_new", args, 2, NULL), ABX_FAILED);
    assert_int_equal(api->err.code, ENOENT);
    assert_string_equal(api->err.name, "ENOENT");
    assert_int_equal(errno, 77);
    assert_int_equal(*newer(), ENOENT);
    *newer() = 78;
    assert_int_equal(api_call(api, "open_old", args, 2, NULL), ABX_FAILED);
    assert_int_equal(api->err.code, ENOENT);
    assert_int_equal(errno, ENOENT);
    assert_int_equal(*newer(), 78);
}

/* ---- callbacks ---- */

struct log {
    atomic_int n_calls;
    DWORD thread;
    uint64_t argument;
};

static int on_call(void *user, const struct abx_value *args, size_t n_args,
                   struct abx_value *result, struct abx_error *err)
{
    struct log *log = user;

    (void)err;
    log->thread = GetCurrentThreadId();
    log->argument = n_args > 0 && args[0].kind == ABX_VALUE_POINTER ? (uintptr_t)args[0].p
                                                                    : args[0].u;
    if (result != NULL)
        *result = api_uint(5);
    atomic_fetch_add(&log->n_calls, 1);
    SetLastError(1);
    errno = 1;
    return ABX_OK;
}

static struct abx_callback *make(struct api *api, const char *type,
                                 enum abx_callback_mode mode, struct log *log)
{
    const struct abx_callback_options options = {
        .mode = mode, .handler = on_call, .user = log};
    const struct abx_type *found = NULL;
    struct abx_callback *callback = NULL;

    if (abx_table_find_type(api->table, type, &found, &api->err) != ABX_OK ||
        abx_callback_create(api->table, found, &options, &callback, &api->err) != ABX_OK)
        fail_msg("%s: %s", type, api->err.message);
    return callback;
}

static struct abx_value callback_value(struct abx_callback *callback)
{
    struct abx_value value = {.kind = ABX_VALUE_CALLBACK};

    value.callback = callback;
    return value;
}

static HANDLE start_thread(struct api *api, struct abx_callback *callback)
{
    struct abx_value args[] = {
        api_pointer(NULL),      api_uint(0), callback_value(callback),
        api_pointer((void *)7), api_uint(0), api_pointer(NULL)};
    struct abx_value result = {0};

    assert_int_equal(api_call(api, "CreateThread", args, N_ITEMS(args), &result), ABX_OK);
    return result.p;
}

static void end_thread(HANDLE thread, DWORD expected)
{
    DWORD code = 0;

    assert_int_equal(WaitForSingleObject(thread, 5000), WAIT_OBJECT_0);
    assert_true(GetExitCodeThread(thread, &code));
    assert_int_equal(code, expected);
    CloseHandle(thread);
}

static void a_thread_attaches(void **state)
{
    struct api *api = *state;
    struct log log = {0};
    struct abx_callback *callback = make(api, "thread_start", ABX_CALLBACK_ATTACH, &log);

    end_thread(start_thread(api, callback), 5);
    assert_int_equal(log.n_calls, 1);
    assert_int_equal(log.argument, 7);
    assert_int_not_equal(log.thread, GetCurrentThreadId());
    abx_callback_destroy(callback);
}

/* The owner is woken by an event, and answers on its own thread. */
static void a_thread_waits_for_the_owner(void **state)
{
    struct api *api = *state;
    struct log log = {0};
    struct abx_callback *callback = make(api, "thread_start", ABX_CALLBACK_WAIT, &log);
    HANDLE event = CreateEventW(NULL, FALSE, FALSE, NULL);
    HANDLE thread;

    assert_int_equal(abx_signal_set_wakeup(api->context, (int)(intptr_t)event, &api->err),
                     ABX_OK);
    ResetEvent(event);
    thread = start_thread(api, callback);
    assert_int_equal(WaitForSingleObject(event, 5000), WAIT_OBJECT_0);
    assert_int_equal(log.n_calls, 0);
    assert_int_equal(abx_context_dispatch(api->context, &api->err), ABX_OK);
    end_thread(thread, 5);
    assert_int_equal(log.thread, GetCurrentThreadId());
    assert_int_equal(abx_signal_set_wakeup(api->context, -1, &api->err), ABX_OK);
    CloseHandle(event);
    abx_callback_destroy(callback);
}

static void a_timer_leaves_a_copy(void **state)
{
    struct api *api = *state;
    struct log log = {0};
    struct abx_callback *callback = make(api, "timer_callback", ABX_CALLBACK_COPY, &log);
    HANDLE timer = NULL;
    struct abx_value args[] = {
        api_pointer(&timer),        api_pointer(NULL), callback_value(callback),
        api_pointer((void *)7),     api_uint(1),       api_uint(0),
        api_uint(WT_EXECUTEDEFAULT)};

    assert_int_equal(api_call(api, "CreateTimerQueueTimer", args, N_ITEMS(args), NULL),
                     ABX_OK);
    for (int i = 0; i < 500 && log.n_calls == 0; i++) {
        Sleep(10);
        assert_int_equal(abx_context_dispatch(api->context, &api->err), ABX_OK);
    }
    assert_int_equal(log.n_calls, 1);
    assert_int_equal(log.argument, 7);
    assert_int_equal(log.thread, GetCurrentThreadId());
    assert_true(DeleteTimerQueueTimer(NULL, timer, INVALID_HANDLE_VALUE));
    abx_callback_destroy(callback);
}

static void an_apc_runs_while_its_thread_sleeps(void **state)
{
    struct api *api = *state;
    struct log log = {0};
    struct abx_callback *callback = make(api, "apc", ABX_CALLBACK_OWNER, &log);
    struct abx_value queue[] = {callback_value(callback), api_pointer(GetCurrentThread()),
                                api_uint(7)};
    struct abx_value sleep[] = {api_uint(1000), api_int(1)};
    struct abx_value result = {0};

    assert_int_equal(api_call(api, "QueueUserAPC", queue, 3, NULL), ABX_OK);
    assert_int_equal(api_call(api, "SleepEx", sleep, 2, &result), ABX_OK);
    assert_int_equal(result.u, WAIT_IO_COMPLETION);
    assert_int_equal(log.n_calls, 1);
    assert_int_equal(log.argument, 7);
    abx_callback_destroy(callback);
}

/* ---- signals ---- */

static int on_signal(void *user, const struct abx_signal *signal, struct abx_error *err)
{
    int *n = user;

    (void)err;
    assert_true(signal->number == SIGTERM || signal->number == SIGINT);
    assert_string_equal(signal->name, signal->number == SIGINT ? "SIGINT" : "SIGTERM");
    *n += (int)signal->count;
    return ABX_OK;
}

/* Of the C library of the table; the handler stays though that puts back the usual one. */
static void signals_come_more_than_once(void **state)
{
    struct api *api = *state;
    struct abx_value number = api_int(SIGTERM);
    int n = 0;

    assert_int_equal(abx_signal_handle(api->table, SIGTERM, on_signal, &n, 0, &api->err),
                     ABX_OK);
    for (int i = 1; i <= 3; i++) {
        assert_int_equal(api_call(api, "raise", &number, 1, NULL), ABX_OK);
        assert_int_equal(abx_signal_dispatch(api->context, &api->err), ABX_OK);
        assert_int_equal(n, i);
    }
    assert_int_equal(abx_signal_restore(api->context, SIGTERM, &api->err), ABX_OK);
}

static void raise_term(struct api *api)
{
    struct abx_value number = api_int(SIGTERM);

    assert_int_equal(api_call(api, "raise", &number, 1, NULL), ABX_OK);
    assert_int_equal(abx_signal_dispatch(api->context, &api->err), ABX_OK);
}

/* What the table's C library had. */
static void *set_term(struct api *api, void *handler)
{
    struct abx_value args[] = {api_int(SIGTERM), api_pointer(handler)};
    struct abx_value before = {0};

    assert_int_equal(api_call(api, "signal", args, 2, &before), ABX_OK);
    return before.p;
}

static void a_signal_is_handled_again(void **state)
{
    struct api *api = *state;
    int n = 0;

    for (int i = 1; i <= 2; i++) {
        assert_int_equal(
            abx_signal_handle(api->table, SIGTERM, on_signal, &n, 0, &api->err), ABX_OK);
        raise_term(api);
        assert_int_equal(n, i);
        set_term(api, (void *)SIG_IGN);
    }
    assert_int_equal(abx_signal_restore(api->context, SIGTERM, &api->err), ABX_OK);
    assert_ptr_equal(set_term(api, (void *)SIG_DFL), (void *)SIG_IGN); /* set since */
}

/* A signal of two C libraries would be two. */
static void a_signal_is_of_one_library(void **state)
{
    static const char *const older[] = {
        "fn raise i32(i32 number) in=msvcrt.dll",
        "fn signal *void(i32 number, *void handler) in=msvcrt.dll", NULL};
    static const char *const broken[] = {
        "fn signal *void(i32 number, *void handler) in=nonexistent.dll", NULL};
    struct api *api = *state;
    struct api others[2];
    struct abx_table *table = NULL;
    int n = 0;

    api_open(&others[0], older);
    api_open(&others[1], broken);
    assert_int_equal(
        abx_signal_handle(others[1].table, SIGTERM, on_signal, &n, 0, &api->err),
        ABX_SYSTEM);
    assert_non_null(strstr(api->err.message, "nonexistent.dll"));
    assert_int_equal(abx_table_open(api->context, others[0].path, &table, &api->err),
                     ABX_OK);
    assert_int_equal(abx_signal_handle(table, SIGTERM, on_signal, &n, 0, &api->err),
                     ABX_OK);
    assert_int_equal(abx_signal_handle(api->table, SIGTERM, on_signal, &n, 0, &api->err),
                     ABX_REFUSED);
    assert_non_null(strstr(api->err.message, "another C library"));
    assert_int_equal(abx_signal_restore(api->context, SIGTERM, &api->err), ABX_OK);
    assert_int_equal(abx_signal_handle(api->table, SIGTERM, on_signal, &n, 0, &api->err),
                     ABX_OK);
    raise_term(api);
    assert_int_equal(n, 1);
    assert_int_equal(abx_signal_restore(api->context, SIGTERM, &api->err), ABX_OK);
    abx_table_close(table);
    api_close(&others[0]);
    api_close(&others[1]);
}

/* As when it is restored while a handler is about to set itself again. */
static void the_handler_before_comes_back(void **state)
{
    struct api *api = *state;
    int n = 0;

    set_term(api, (void *)SIG_IGN);
    assert_int_equal(abx_signal_handle(api->table, SIGTERM, on_signal, &n, 0, &api->err),
                     ABX_OK);
    set_term(api, (void *)SIG_DFL);
    assert_int_equal(abx_signal_restore(api->context, SIGTERM, &api->err), ABX_OK);
    assert_ptr_equal(set_term(api, (void *)SIG_DFL), (void *)SIG_IGN);
}

static void some_signals_are_refused(void **state)
{
    static const int numbers[] = {SIGSEGV, SIGFPE, SIGILL, 1, 9, 0, -1, 1000};
    struct api *api = *state;
    int n = 0;

    for (size_t i = 0; i < N_ITEMS(numbers); i++) {
        assert_int_equal(
            abx_signal_handle(api->table, numbers[i], on_signal, &n, 0, &api->err),
            ABX_REFUSED);
    }
    assert_int_equal(abx_signal_set_wakeup(api->context, 0x7ffffff0, &api->err),
                     ABX_REFUSED);
    assert_non_null(strstr(api->err.message, "event"));
}

/* ---- the console ---- */

/* Presses Ctrl-C, and dispatches when the event tells of it. */
static void interrupt(struct api *api, HANDLE event)
{
    struct abx_value args[] = {api_uint(CTRL_C_EVENT), api_uint(0)};

    assert_int_equal(api_call(api, "GenerateConsoleCtrlEvent", args, 2, NULL), ABX_OK);
    assert_int_equal(WaitForSingleObject(event, 5000), WAIT_OBJECT_0);
    assert_int_equal(abx_context_dispatch(api->context, &api->err), ABX_OK);
}

/* It comes on a thread of the system. */
static void an_interrupt_is_a_signal(void **state)
{
    struct api *api = *state;
    HANDLE event = CreateEventW(NULL, FALSE, FALSE, NULL);
    int n = 0;

    assert_int_equal(abx_signal_set_wakeup(api->context, (int)(intptr_t)event, &api->err),
                     ABX_OK);
    ResetEvent(event);
    assert_int_equal(abx_signal_handle(api->table, SIGINT, on_signal, &n, 0, &api->err),
                     ABX_OK);
    for (int i = 1; i <= 3; i++) {
        interrupt(api, event);
        assert_int_equal(n, i);
    }
    assert_int_equal(abx_signal_restore(api->context, SIGINT, &api->err), ABX_OK);
    assert_int_equal(abx_signal_set_wakeup(api->context, -1, &api->err), ABX_OK);
    CloseHandle(event);
}

/* The answer, TRUE, keeps the process alive. */
static void an_interrupt_waits_for_a_handler(void **state)
{
    struct api *api = *state;
    struct log log = {0};
    struct abx_callback *callback = make(api, "console_handler", ABX_CALLBACK_WAIT, &log);
    struct abx_value args[] = {callback_value(callback), api_int(TRUE)};
    HANDLE event = CreateEventW(NULL, FALSE, FALSE, NULL);

    assert_int_equal(abx_signal_set_wakeup(api->context, (int)(intptr_t)event, &api->err),
                     ABX_OK);
    ResetEvent(event);
    assert_int_equal(api_call(api, "SetConsoleCtrlHandler", args, 2, NULL), ABX_OK);
    interrupt(api, event);
    interrupt(api, event);
    assert_int_equal(log.n_calls, 2);
    assert_int_equal(log.argument, CTRL_C_EVENT);
    assert_int_equal(log.thread, GetCurrentThreadId());
    args[1] = api_int(FALSE);
    assert_int_equal(api_call(api, "SetConsoleCtrlHandler", args, 2, NULL), ABX_OK);
    assert_int_equal(abx_signal_set_wakeup(api->context, -1, &api->err), ABX_OK);
    CloseHandle(event);
    abx_callback_destroy(callback);
}

/* Tests of a console need one, which a program gets that is started so. */
static void what_a_console_sends_arrives(void **state)
{
    STARTUPINFOW startup = {.cb = sizeof(startup)};
    PROCESS_INFORMATION process;
    wchar_t program[MAX_PATH];
    wchar_t line[] = L"test console";
    DWORD code = STILL_ACTIVE;

    (void)state;
    assert_true(GetModuleFileNameW(NULL, program, MAX_PATH) < MAX_PATH);
    assert_true(CreateProcessW(program, line, NULL, NULL, FALSE, CREATE_NO_WINDOW, NULL,
                               NULL, &startup, &process));
    assert_int_equal(WaitForSingleObject(process.hProcess, 20000), WAIT_OBJECT_0);
    assert_true(GetExitCodeProcess(process.hProcess, &code));
    assert_int_equal(code, CONSOLE_PASSED);
    CloseHandle(process.hThread);
    CloseHandle(process.hProcess);
}

static int test_console(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_interrupt_is_a_signal),
        cmocka_unit_test(an_interrupt_waits_for_a_handler),
    };
    int n_failed = cmocka_run_group_tests_name("console", tests, setup, api_teardown);

    return n_failed == 0 ? CONSOLE_PASSED : n_failed;
}

/* ---- names ---- */

static void a_relative_path_is_refused(void **state)
{
    struct api *api = *state;
    struct abx_function *function = NULL;

    assert_int_equal(abx_table_find_function(api->table, "here", &function, &api->err),
                     ABX_SYSTEM);
    assert_non_null(strstr(api->err.message, "a relative path"));
}

static void tables_are_found_below_any_name(void **state)
{
    struct api *api = *state;
    struct abx_table *table = NULL;
    wchar_t folder[MAX_PATH];
    wchar_t from[MAX_PATH];
    wchar_t file[MAX_PATH];
    wchar_t list[2 * MAX_PATH];

    GetTempPathW(MAX_PATH - 40, folder);
    wcscat(folder, L"abidex-\x00e4\x4e2d-");
    _snwprintf(folder + wcslen(folder), 10, L"%lx", (unsigned long)GetCurrentProcessId());
    assert_true(CreateDirectoryW(folder, NULL));
    _snwprintf(file, MAX_PATH, L"%ls\\thing.abx", folder);
    _snwprintf(list, 2 * MAX_PATH, L"C:\\nonexistent;;%ls", folder);
    assert_true(MultiByteToWideChar(CP_UTF8, 0, api->path, -1, from, MAX_PATH) > 0);
    assert_true(CopyFileW(from, file, TRUE));
    assert_int_equal(abx_table_open(api->context, "thing", &table, &api->err),
                     ABX_SYSTEM);
    SetEnvironmentVariableW(L"ABIDEX_PATH", list);
    assert_int_equal(abx_table_open(api->context, "thing", &table, &api->err), ABX_OK);
    abx_table_close(table);
    SetEnvironmentVariableW(L"ABIDEX_PATH", NULL);
    assert_true(DeleteFileW(file));
    assert_true(RemoveDirectoryW(folder));
}

static void a_folder_is_no_table(void **state)
{
    struct api *api = *state;
    struct abx_table *table = NULL;

    assert_int_equal(abx_table_open(api->context, "C:\\", &table, &api->err), ABX_SYSTEM);
    assert_int_equal(api->err.code, EISDIR);
    assert_int_equal(abx_table_open(api->context, "C:/no/x.abx", &table, &api->err),
                     ABX_SYSTEM);
    assert_int_equal(api->err.code, ENOENT);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(last_error_is_told),
        cmocka_unit_test(codes_are_explained),
        cmocka_unit_test(a_failure_without_a_code_says_so),
        cmocka_unit_test(ntstatus_is_told),
        cmocka_unit_test(signals_come_more_than_once), /* loads the newer C library */
        cmocka_unit_test(a_signal_is_handled_again),
        cmocka_unit_test(a_signal_is_of_one_library),
        cmocka_unit_test(the_handler_before_comes_back),
        cmocka_unit_test(errno_is_the_library_s),
        cmocka_unit_test(a_thread_attaches),
        cmocka_unit_test(a_thread_waits_for_the_owner),
        cmocka_unit_test(a_timer_leaves_a_copy),
        cmocka_unit_test(an_apc_runs_while_its_thread_sleeps),
        cmocka_unit_test(what_a_console_sends_arrives),
        cmocka_unit_test(some_signals_are_refused),
        cmocka_unit_test(a_relative_path_is_refused),
        cmocka_unit_test(tables_are_found_below_any_name),
        cmocka_unit_test(a_folder_is_no_table),
    };

    if (argc > 1 && strcmp(argv[1], "console") == 0)
        return test_console();
    return cmocka_run_group_tests_name("windows", tests, setup, api_teardown);
}
