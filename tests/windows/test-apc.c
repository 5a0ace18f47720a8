/*
 * Asynchronous procedure calls: what the system runs on a thread that waits, and lets it. Whoever
 * queues one is a function of the table, what it runs a callback.
 */
#include "tables.h"

#include <string.h>

static void queue(struct api *api, struct abx_callback *callback, struct abx_value thread,
                  uint64_t argument)
{
    DONE(api, "QueueUserAPC", tables_callback_value(callback), thread,
         api_uint(argument));
}

static struct abx_value this_thread(struct api *api)
{
    return DONE(api, "GetCurrentThread", );
}

static struct abx_value new_event(struct api *api, bool is_set)
{
    return DONE(api, "CreateEventW", tables_null(), api_int(1), api_int(is_set),
                tables_null());
}

/* ---- QueueUserAPC ---- */

static void a_sleep_that_is_not_alertable_goes_on(void **state)
{
    struct api *api = *state;
    struct tables_log log = {0};
    struct abx_callback *callback =
        tables_callback(api, "QueueUserAPC", 0, ABX_CALLBACK_OWNER, &log);

    queue(api, callback, this_thread(api), 1);
    queue(api, callback, this_thread(api), 2);
    assert_int_equal(DONE(api, "SleepEx", api_uint(10), api_int(0)).u, 0);
    assert_int_equal(log.n_calls, 0);
    assert_int_equal(DONE(api, "SleepEx", api_uint(0), api_int(1)).u,
                     tables_number(api, "WAIT_IO_COMPLETION"));
    assert_int_equal(log.n_calls, 2);
    assert_int_equal(log.argument, 2);
    assert_int_equal(log.thread, GetCurrentThreadId());
    abx_callback_destroy(callback);
}

static void a_wait_ends_with_it(void **state)
{
    struct api *api = *state;
    struct tables_log log = {0};
    struct abx_callback *callback =
        tables_callback(api, "QueueUserAPC", 0, ABX_CALLBACK_OWNER, &log);
    struct abx_value event = new_event(api, false);

    queue(api, callback, this_thread(api), UINTPTR_MAX);
    assert_int_equal(
        DONE(api, "WaitForSingleObjectEx", event, api_uint(10), api_int(0)).u,
        tables_number(api, "WAIT_TIMEOUT"));
    assert_int_equal(log.n_calls, 0);
    assert_int_equal(
        DONE(api, "WaitForSingleObjectEx", event, api_uint(LONG_ENOUGH), api_int(1)).u,
        tables_number(api, "WAIT_IO_COMPLETION"));
    assert_int_equal(log.n_calls, 1);
    assert_true(log.argument == UINTPTR_MAX);
    DONE(api, "CloseHandle", event);
    abx_callback_destroy(callback);
}

/* Waits alertably; the event that it is given is set once it does. */
static DWORD WINAPI sleep_alertably(void *event)
{
    SetEvent(event);
    return SleepEx(LONG_ENOUGH, TRUE);
}

static void queue_for_another(struct api *api, struct abx_callback *callback)
{
    HANDLE event = CreateEventW(NULL, TRUE, FALSE, NULL);
    HANDLE thread = CreateThread(NULL, 0, sleep_alertably, event, 0, NULL);
    DWORD code = 0;

    assert_int_equal(WaitForSingleObject(event, LONG_ENOUGH), WAIT_OBJECT_0);
    queue(api, callback, api_pointer(thread), 7);
    assert_int_equal(WaitForSingleObject(thread, LONG_ENOUGH), WAIT_OBJECT_0);
    assert_true(GetExitCodeThread(thread, &code));
    assert_int_equal(code, WAIT_IO_COMPLETION);
    CloseHandle(thread);
    CloseHandle(event);
}

static void another_thread_runs_it(void **state)
{
    struct api *api = *state;
    struct tables_log log = {0};
    struct abx_callback *callback =
        tables_callback(api, "QueueUserAPC", 0, ABX_CALLBACK_ATTACH, &log);

    queue_for_another(api, callback);
    assert_int_equal(log.n_calls, 1);
    assert_int_equal(log.argument, 7);
    assert_int_not_equal(log.thread, GetCurrentThreadId());
    abx_callback_destroy(callback);
}

static void the_owner_gets_a_copy(void **state)
{
    struct api *api = *state;
    struct tables_log log = {0};
    struct abx_callback *callback =
        tables_callback(api, "QueueUserAPC", 0, ABX_CALLBACK_COPY, &log);

    queue_for_another(api, callback);
    assert_int_equal(log.n_calls, 0);
    assert_int_equal(abx_context_dispatch(api->context, &api->err), ABX_OK);
    assert_int_equal(log.n_calls, 1);
    assert_int_equal(log.argument, 7);
    assert_int_equal(log.thread, GetCurrentThreadId());
    abx_callback_destroy(callback);
}

static void a_thread_that_is_none_gets_nothing(void **state)
{
    struct api *api = *state;
    struct tables_log log = {0};
    struct abx_callback *callback =
        tables_callback(api, "QueueUserAPC", 0, ABX_CALLBACK_OWNER, &log);

    FAILS(api, "ERROR_INVALID_HANDLE", "QueueUserAPC", tables_callback_value(callback),
          tables_null(), api_uint(0));
    abx_callback_destroy(callback);
}

/* ---- SignalObjectAndWait ---- */

static int64_t signal_and_wait(struct api *api, struct abx_value waited, uint64_t timeout,
                               bool is_alertable)
{
    struct abx_value signalled = new_event(api, false);
    struct abx_value result = DONE(api, "SignalObjectAndWait", signalled, waited,
                                   api_uint(timeout), api_int(is_alertable));

    assert_int_equal(DONE(api, "WaitForSingleObject", signalled, api_uint(0)).u,
                     tables_number(api, "WAIT_OBJECT_0"));
    DONE(api, "CloseHandle", signalled);
    return (int64_t)result.u;
}

static DWORD WINAPI take(void *mutex)
{
    return WaitForSingleObject(mutex, INFINITE);
}

/* A mutex whose owner ended without giving it back. */
static struct abx_value abandoned_mutex(struct api *api)
{
    struct abx_value mutex =
        DONE(api, "CreateMutexW", tables_null(), api_int(0), tables_null());
    HANDLE thread = CreateThread(NULL, 0, take, mutex.p, 0, NULL);

    assert_int_equal(WaitForSingleObject(thread, LONG_ENOUGH), WAIT_OBJECT_0);
    CloseHandle(thread);
    return mutex;
}

static void a_wait_has_four_answers(void **state)
{
    struct api *api = *state;
    struct tables_log log = {0};
    struct abx_callback *callback =
        tables_callback(api, "QueueUserAPC", 0, ABX_CALLBACK_OWNER, &log);
    struct abx_value set = new_event(api, true);
    struct abx_value unset = new_event(api, false);
    struct abx_value mutex = abandoned_mutex(api);

    assert_int_equal(signal_and_wait(api, set, LONG_ENOUGH, false),
                     tables_number(api, "WAIT_OBJECT_0"));
    assert_int_equal(signal_and_wait(api, mutex, LONG_ENOUGH, false),
                     tables_number(api, "WAIT_ABANDONED"));
    assert_int_equal(signal_and_wait(api, unset, 10, false),
                     tables_number(api, "WAIT_TIMEOUT"));
    queue(api, callback, this_thread(api), 0);
    assert_int_equal(signal_and_wait(api, unset, LONG_ENOUGH, true),
                     tables_number(api, "WAIT_IO_COMPLETION"));
    assert_int_equal(log.n_calls, 1);
    DONE(api, "ReleaseMutex", mutex);
    DONE(api, "CloseHandle", mutex);
    DONE(api, "CloseHandle", unset);
    DONE(api, "CloseHandle", set);
    abx_callback_destroy(callback);
}

static void a_wait_is_refused(void **state)
{
    struct api *api = *state;
    struct abx_value event = new_event(api, true);
    struct abx_value mutex =
        DONE(api, "CreateMutexW", tables_null(), api_int(0), tables_null());
    struct abx_value full = DONE(api, "CreateSemaphoreW", tables_null(), api_int(1),
                                 api_int(1), tables_null());

    FAILS(api, "ERROR_INVALID_HANDLE", "SignalObjectAndWait", tables_null(), event,
          api_uint(0), api_int(0));
    FAILS(api, "ERROR_NOT_OWNER", "SignalObjectAndWait", mutex, event, api_uint(0),
          api_int(0));
    FAILS(api, "ERROR_TOO_MANY_POSTS", "SignalObjectAndWait", full, event, api_uint(0),
          api_int(0));
    assert_non_null(strstr(api->err.message, "maximum"));
    DONE(api, "CloseHandle", full);
    DONE(api, "CloseHandle", mutex);
    DONE(api, "CloseHandle", event);
}

/* ---- SetWaitableTimer ---- */

enum { TICKS = 100 * 10000 }; /* 100 ms */

static void a_timer_queues_a_call(void **state)
{
    struct api *api = *state;
    struct tables_log log = {0};
    struct abx_callback *callback =
        tables_callback(api, "SetWaitableTimer", 3, ABX_CALLBACK_OWNER, &log);
    struct abx_memory *due = api_memory(api, "LARGE_INTEGER", NULL);
    struct abx_value timer =
        DONE(api, "CreateWaitableTimerW", tables_null(), api_int(0), tables_null());

    tables_set_member(api, due, "QuadPart", api_int(-TICKS));
    DONE(api, "SetWaitableTimer", timer, api_value(due), api_int(0),
         tables_callback_value(callback), api_pointer((void *)7), api_int(0));
    assert_int_equal(DONE(api, "SleepEx", api_uint(LONG_ENOUGH), api_int(1)).u,
                     tables_number(api, "WAIT_IO_COMPLETION"));
    assert_int_equal(log.n_calls, 1);
    assert_int_equal(log.argument, 7);
    DONE(api, "SetWaitableTimer", timer, api_value(due), api_int(0),
         tables_callback_value(callback), tables_null(), api_int(0));
    DONE(api, "CancelWaitableTimer", timer);
    assert_int_equal(DONE(api, "SleepEx", api_uint(300), api_int(1)).u, 0);
    assert_int_equal(log.n_calls, 1);
    DONE(api, "CloseHandle", timer);
    abx_memory_destroy(due);
    abx_callback_destroy(callback);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sleep_that_is_not_alertable_goes_on),
        cmocka_unit_test(a_wait_ends_with_it),
        cmocka_unit_test(another_thread_runs_it),
        cmocka_unit_test(the_owner_gets_a_copy),
        cmocka_unit_test(a_thread_that_is_none_gets_nothing),
        cmocka_unit_test(a_wait_has_four_answers),
        cmocka_unit_test(a_wait_is_refused),
        cmocka_unit_test(a_timer_queues_a_call),
    };

    return cmocka_run_group_tests_name("apc", tests, tables_setup, api_teardown);
}
