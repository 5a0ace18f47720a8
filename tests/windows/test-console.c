/*
 * What a console tells its processes: handlers that run on threads of the system, process groups,
 * and how processes end. The launcher of the tests gives this program a console of its own.
 */
#include "tables.h"

#include <stdio.h>
#include <string.h>

enum { A_WHILE = 200, ARRIVED = 42, TERMINATED = 0x12345 };

static void set_handler(struct api *api, struct abx_callback *callback, bool is_added)
{
    DONE(api, "SetConsoleCtrlHandler",
         callback != NULL ? tables_callback_value(callback) : tables_null(),
         api_int(is_added));
}

static void send_event(struct api *api, const char *event, DWORD group)
{
    DONE(api, "GenerateConsoleCtrlEvent", tables_constant(api, event), api_uint(group));
}

static struct abx_callback *make(struct api *api, enum abx_callback_mode mode,
                                 struct tables_log *log, int64_t answer)
{
    *log = (struct tables_log){.argument = 7, .answer = answer};
    log->event = CreateEventW(NULL, FALSE, FALSE, NULL);
    return tables_callback(api, "SetConsoleCtrlHandler", 0, mode, log);
}

static void destroy(struct api *api, struct abx_callback *callback,
                    const struct tables_log *log)
{
    set_handler(api, callback, false);
    abx_callback_destroy(callback);
    CloseHandle(log->event);
}

static bool has_come(const struct tables_log *log, DWORD time)
{
    return WaitForSingleObject(log->event, time) == WAIT_OBJECT_0;
}

/* ---- handlers ---- */

static void a_handler_attaches(void **state)
{
    struct api *api = *state;
    struct tables_log log;
    struct abx_callback *callback = make(api, ABX_CALLBACK_ATTACH, &log, 1);

    set_handler(api, callback, true);
    for (int i = 1; i <= 3; i++) {
        send_event(api, "CTRL_C_EVENT", 0);
        assert_true(has_come(&log, LONG_ENOUGH));
        assert_int_equal(log.n_calls, i);
        assert_int_equal(log.argument, tables_number(api, "CTRL_C_EVENT"));
        assert_int_not_equal(log.thread, GetCurrentThreadId());
    }
    destroy(api, callback, &log);
}

/* The owner sits in a call, and gets to it after that. */
static void a_handler_waits_for_the_owner(void **state)
{
    struct api *api = *state;
    struct tables_log log;
    struct abx_callback *callback = make(api, ABX_CALLBACK_WAIT, &log, 1);

    set_handler(api, callback, true);
    send_event(api, "CTRL_C_EVENT", 0);
    for (int i = 0; i < LONG_ENOUGH / 10 && log.n_calls == 0; i++)
        DONE(api, "SleepEx", api_uint(10), api_int(0));
    assert_int_equal(log.n_calls, 1);
    assert_int_equal(log.argument, tables_number(api, "CTRL_C_EVENT"));
    assert_int_equal(log.thread, GetCurrentThreadId());
    destroy(api, callback, &log);
}

/* The system gets the answer of the options; the owner learns that nobody was asked. */
static void a_handler_of_the_owner_is_not_run_elsewhere(void **state)
{
    struct api *api = *state;
    struct tables_log log;
    struct abx_callback *callback = make(api, ABX_CALLBACK_OWNER, &log, 1);
    int status = ABX_OK;

    set_handler(api, callback, true);
    send_event(api, "CTRL_C_EVENT", 0);
    for (int i = 0; i < LONG_ENOUGH / 10 && status == ABX_OK; i++) {
        Sleep(10);
        status = abx_context_dispatch(api->context, &api->err);
    }
    assert_int_equal(status, ABX_REFUSED);
    assert_non_null(strstr(api->err.message, "thread"));
    assert_int_equal(log.n_calls, 0);
    destroy(api, callback, &log);
}

/* FALSE leaves the event to the handler that was set before, TRUE keeps it. */
static void a_constant_answers(void **state)
{
    struct api *api = *state;
    struct tables_log log, unused;
    struct abx_callback *first = make(api, ABX_CALLBACK_ATTACH, &log, 1);
    struct abx_callback *leaves = make(api, ABX_CALLBACK_CONSTANT, &unused, 0);
    struct abx_callback *keeps;

    CloseHandle(unused.event);
    keeps = make(api, ABX_CALLBACK_CONSTANT, &unused, 1);
    set_handler(api, first, true);
    set_handler(api, leaves, true);
    send_event(api, "CTRL_C_EVENT", 0);
    assert_true(has_come(&log, LONG_ENOUGH));
    set_handler(api, keeps, true);
    send_event(api, "CTRL_C_EVENT", 0);
    assert_false(has_come(&log, A_WHILE));
    destroy(api, keeps, &unused);
    set_handler(api, leaves, false);
    abx_callback_destroy(leaves);
    destroy(api, first, &log);
}

/* The system waits for an answer, which a copy that runs later can't give. */
static void a_copy_cannot_answer(void **state)
{
    struct api *api = *state;
    const struct abx_callback_options options = {.mode = ABX_CALLBACK_COPY,
                                                 .handler = api_compare};
    const struct abx_type *type = NULL;
    struct abx_callback *callback = NULL;

    assert_int_equal(
        abx_table_find_type(api->table, "PHANDLER_ROUTINE", &type, &api->err), ABX_OK);
    assert_int_equal(
        abx_callback_create(api->table, type, &options, &callback, &api->err),
        ABX_REFUSED);
}

static void a_handler_that_is_not_set_is_not_taken_away(void **state)
{
    struct api *api = *state;
    struct tables_log log;
    struct abx_callback *callback = make(api, ABX_CALLBACK_ATTACH, &log, 1);

    FAILS(api, "ERROR_INVALID_PARAMETER", "SetConsoleCtrlHandler",
          tables_callback_value(callback), api_int(0));
    abx_callback_destroy(callback);
    CloseHandle(log.event);
}

/* Ctrl-C is ignored while NULL is set, and what handles it otherwise stays. */
static void ctrl_c_is_ignored(void **state)
{
    struct api *api = *state;
    struct tables_log log;
    struct abx_callback *callback = make(api, ABX_CALLBACK_ATTACH, &log, 1);

    set_handler(api, callback, true);
    set_handler(api, NULL, true);
    send_event(api, "CTRL_C_EVENT", 0);
    assert_false(has_come(&log, A_WHILE));
    set_handler(api, NULL, false);
    send_event(api, "CTRL_C_EVENT", 0);
    assert_true(has_come(&log, LONG_ENOUGH));
    destroy(api, callback, &log);
}

/* Numbers of signals are no events. */
static void an_event_is_none(void **state)
{
    static const int numbers[] = {2, 15, 100};
    struct api *api = *state;

    for (size_t i = 0; i < N_ITEMS(numbers); i++) {
        FAILS(api, tables_is_wine() ? "" : "ERROR_INVALID_PARAMETER",
              "GenerateConsoleCtrlEvent", api_int(numbers[i]), api_uint(0));
        if (tables_is_wine())
            assert_non_null(strstr(api->err.message, "without a code"));
    }
}

/* ---- processes ---- */

static HANDLE event_of(DWORD process, const char *name)
{
    wchar_t full[64];

    _snwprintf(full, 64, L"abidex-%lx-%hs", (unsigned long)process, name);
    return CreateEventW(NULL, FALSE, FALSE, full);
}

static bool await(DWORD process, const char *name)
{
    HANDLE event = event_of(process, name);
    bool has_come = WaitForSingleObject(event, LONG_ENOUGH) == WAIT_OBJECT_0;

    /* It stays open: the other process may come later than we go. */
    return has_come;
}

static bool is_running(struct api *api, const struct tables_process *process)
{
    struct abx_memory *code = api_memory(api, "DWORD", NULL);
    int64_t number;

    DONE(api, "GetExitCodeProcess", tables_handle(api, process), api_value(code));
    number = tables_member(api, code, "");
    abx_memory_destroy(code);
    return number == tables_number(api, "STILL_ACTIVE");
}

static void terminate(struct api *api, struct tables_process *process)
{
    assert_true(is_running(api, process));
    DONE(api, "TerminateProcess", tables_handle(api, process), api_uint(TERMINATED));
    assert_int_equal(tables_end(api, process), TERMINATED);
}

static bool is_listed(struct api *api, DWORD process)
{
    struct abx_memory *list = api_memory(api, "[64]DWORD", NULL);
    struct abx_value n =
        DONE(api, "GetConsoleProcessList", api_value(list), api_uint(64));
    bool is_found = false;

    assert_in_range(n.u, 1, 64);
    for (uint64_t i = 0; i < n.u; i++)
        is_found |= ((DWORD *)abx_memory_data(list))[i] == process;
    abx_memory_destroy(list);
    return is_found;
}

static void a_console_lists_its_processes(void **state)
{
    struct api *api = *state;
    struct tables_process process;
    DWORD id;

    assert_true(is_listed(api, GetCurrentProcessId()));
    tables_start(api, &process, "wait", NULL);
    id = process.id;
    assert_true(await(id, "ready"));
    assert_true(is_listed(api, id));
    terminate(api, &process);
    assert_false(is_listed(api, id));
}

/* An event that the console does not know is not turned into something else. */
static void a_process_ends_as_it_is_told(void **state)
{
    struct api *api = *state;
    struct tables_process process;

    tables_start(api, &process, "wait", "CREATE_NEW_PROCESS_GROUP");
    assert_true(await(process.id, "ready"));
    FAILS(api, tables_is_wine() ? "" : "ERROR_INVALID_PARAMETER",
          "GenerateConsoleCtrlEvent", api_int(15), api_uint(process.id));
    send_event(api, "CTRL_C_EVENT", process.id); /* which a new group ignores */
    Sleep(A_WHILE);
    terminate(api, &process);
    FAILS(api, "ERROR_INVALID_HANDLE", "TerminateProcess", tables_null(), api_uint(0));
}

/* A group gets the event by the id of its first process, and nobody else does. */
static void a_new_group_has_to_allow_ctrl_c(void **state)
{
    struct api *api = *state;
    struct tables_log log;
    struct abx_callback *callback = make(api, ABX_CALLBACK_ATTACH, &log, 1);
    struct tables_process process;

    set_handler(api, callback, true);
    tables_start(api, &process, "group", "CREATE_NEW_PROCESS_GROUP");
    assert_true(await(process.id, "ready"));
    send_event(api, "CTRL_C_EVENT", process.id);
    SetEvent(event_of(process.id, "sent"));
    assert_true(await(process.id, "allowed"));
    send_event(api, "CTRL_C_EVENT", process.id);
    assert_int_equal(tables_end(api, &process), ARRIVED);
    assert_int_equal(log.n_calls, 0);
    destroy(api, callback, &log);
}

/* ---- what Wine lacks ---- */

static int64_t end_after(struct api *api, const char *child, const char *event)
{
    struct tables_process process;

    tables_start(api, &process, child, "CREATE_NEW_PROCESS_GROUP");
    assert_true(await(process.id, "ready"));
    send_event(api, event, process.id);
    return tables_end(api, &process);
}

static void ctrl_break(void **state)
{
    struct api *api = *state;

    if (tables_needs_windows("ctrl_break", "Wine sends no CTRL_BREAK_EVENT"))
        return;
    assert_int_equal(end_after(api, "break", "CTRL_BREAK_EVENT"), ARRIVED);
    assert_int_equal(end_after(api, "wait", "CTRL_BREAK_EVENT"),
                     tables_number(api, "STATUS_CONTROL_C_EXIT"));
}

static void unhandled_ctrl_c(void **state)
{
    struct api *api = *state;

    if (tables_needs_windows("unhandled_ctrl_c",
                             "Wine ends a process that does not handle Ctrl-C with 0"))
        return;
    assert_int_equal(end_after(api, "allow", "CTRL_C_EVENT"),
                     tables_number(api, "STATUS_CONTROL_C_EXIT"));
}

/* ---- children ---- */

static void tell(const char *what)
{
    SetEvent(event_of(GetCurrentProcessId(), what));
}

static int wait_for_the_end(struct api *api)
{
    (void)api;
    tell("ready");
    Sleep(LONG_ENOUGH);
    return 1;
}

static int allow(struct api *api)
{
    set_handler(api, NULL, false);
    return wait_for_the_end(api);
}

static int in_a_group(struct api *api)
{
    struct tables_log log;

    set_handler(api, make(api, ABX_CALLBACK_ATTACH, &log, 1), true);
    tell("ready");
    if (!await(GetCurrentProcessId(), "sent") || has_come(&log, A_WHILE))
        return 1;
    set_handler(api, NULL, false);
    tell("allowed");
    return has_come(&log, LONG_ENOUGH) && log.n_calls == 1 ? ARRIVED : 2;
}

static int on_break(struct api *api)
{
    struct tables_log log;

    set_handler(api, make(api, ABX_CALLBACK_ATTACH, &log, 1), true);
    tell("ready");
    if (!has_come(&log, LONG_ENOUGH))
        return 1;
    return log.argument == CTRL_BREAK_EVENT ? ARRIVED : 2;
}

static int run_child(const char *name)
{
    static const struct {
        const char *name;
        int (*run)(struct api *api);
    } children[] = {{"allow", allow},
                    {"break", on_break},
                    {"group", in_a_group},
                    {"wait", wait_for_the_end}};
    struct api api;

    tables_open(&api, "win32");
    for (size_t i = 0; i < N_ITEMS(children); i++) {
        if (strcmp(children[i].name, name) == 0)
            return children[i].run(&api);
    }
    return 3;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_handler_attaches),
        cmocka_unit_test(a_handler_waits_for_the_owner),
        cmocka_unit_test(a_handler_of_the_owner_is_not_run_elsewhere),
        cmocka_unit_test(a_constant_answers),
        cmocka_unit_test(a_copy_cannot_answer),
        cmocka_unit_test(a_handler_that_is_not_set_is_not_taken_away),
        cmocka_unit_test(ctrl_c_is_ignored),
        cmocka_unit_test(an_event_is_none),
        cmocka_unit_test(a_console_lists_its_processes),
        cmocka_unit_test(a_process_ends_as_it_is_told),
        cmocka_unit_test(a_new_group_has_to_allow_ctrl_c),
        cmocka_unit_test(ctrl_break),
        cmocka_unit_test(unhandled_ctrl_c),
    };

    if (argc > 1)
        return run_child(argv[1]);
    return cmocka_run_group_tests_name("console", tests, tables_setup, api_teardown);
}
