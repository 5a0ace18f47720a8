/*
 * A thread's queue of messages: WM_QUIT that another thread posts, timers, and windows that are
 * there for messages alone.
 */
#include "tables.h"

static struct abx_memory *new_message(struct api *api)
{
    return api_memory(api, "MSG", NULL);
}

static int64_t get(struct api *api, struct abx_memory *message)
{
    return DONE(api, "GetMessageW", api_value(message), tables_null(), api_uint(0),
                api_uint(0))
        .i;
}

static bool peek(struct api *api, struct abx_memory *message)
{
    return DONE(api, "PeekMessageW", api_value(message), tables_null(), api_uint(0),
                api_uint(0), tables_constant(api, "PM_REMOVE"))
               .i != 0;
}

/* ---- WM_QUIT ---- */

/* 0 is no failure: GetMessageW fails with -1. */
static void quit_ends_a_queue(void **state)
{
    struct api *api = *state;
    struct abx_memory *message = new_message(api);

    assert_false(peek(api, message)); /* makes the queue */
    DONE(api, "PostThreadMessageW", api_uint(GetCurrentThreadId()),
         tables_constant(api, "WM_QUIT"), api_uint(7), api_int(-8));
    assert_int_equal(get(api, message), 0);
    assert_int_equal(tables_member(api, message, "message"),
                     tables_number(api, "WM_QUIT"));
    assert_int_equal(tables_member(api, message, "wParam"), 7);
    assert_int_equal(tables_member(api, message, "lParam"), -8);
    assert_int_equal(tables_member(api, message, "hwnd"), 0);
    assert_false(peek(api, message));
    FAILS(api, "ERROR_INVALID_WINDOW_HANDLE", "GetMessageW", api_value(message),
          api_pointer((void *)(uintptr_t)0x123456), api_uint(0), api_uint(0));
    FAILS(api, tables_is_wine() ? "ERROR_INVALID_PARAMETER" : "ERROR_INVALID_THREAD_ID",
          "PostThreadMessageW", api_uint(0x7ffffff1), tables_constant(api, "WM_QUIT"),
          api_uint(0), api_int(0));
    abx_memory_destroy(message);
}

static DWORD WINAPI post_quit(void *thread)
{
    Sleep(50);
    return !PostThreadMessageW((DWORD)(uintptr_t)thread, WM_QUIT, 5, 0);
}

static void another_thread_wakes_the_owner(void **state)
{
    struct api *api = *state;
    struct abx_memory *message = new_message(api);
    HANDLE thread;

    peek(api, message);
    thread = CreateThread(NULL, 0, post_quit, (void *)(uintptr_t)GetCurrentThreadId(), 0,
                          NULL);
    assert_int_equal(get(api, message), 0);
    assert_int_equal(tables_member(api, message, "wParam"), 5);
    assert_int_equal(WaitForSingleObject(thread, LONG_ENOUGH), WAIT_OBJECT_0);
    CloseHandle(thread);
    abx_memory_destroy(message);
}

/* ---- WM_TIMER ---- */

static void a_timer_posts_messages(void **state)
{
    struct api *api = *state;
    struct abx_memory *message = new_message(api);
    struct abx_value timer =
        DONE(api, "SetTimer", tables_null(), api_uint(0), api_uint(10), tables_null());

    for (int i = 0; i < 2; i++) {
        assert_int_equal(get(api, message), 1);
        assert_int_equal(tables_member(api, message, "message"),
                         tables_number(api, "WM_TIMER"));
        assert_int_equal(tables_member(api, message, "wParam"), timer.u);
    }
    DONE(api, "KillTimer", tables_null(), timer);
    abx_memory_destroy(message);
}

/* The window, the first argument, is none. */
static void a_timer_calls_back(void **state)
{
    struct api *api = *state;
    struct abx_memory *message = new_message(api);
    struct tables_log log = {.argument = 1};
    struct abx_callback *callback =
        tables_callback(api, "SetTimer", 3, ABX_CALLBACK_OWNER, &log);
    struct abx_value timer = DONE(api, "SetTimer", tables_null(), api_uint(0),
                                  api_uint(10), tables_callback_value(callback));

    assert_int_equal(get(api, message), 1);
    assert_int_equal(log.n_calls, 0);
    DONE(api, "DispatchMessageW", api_value(message));
    assert_int_equal(log.n_calls, 1);
    assert_int_equal(log.argument, 0);
    assert_int_equal(log.thread, GetCurrentThreadId());
    DONE(api, "KillTimer", tables_null(), timer);
    while (peek(api, message))
        ;
    abx_callback_destroy(callback);
    abx_memory_destroy(message);
}

/* ---- windows ---- */

enum { OURS = WM_APP + 1 };

struct window {
    struct api *api;
    int n_messages; /* of ours */
    int64_t sum;
};

static int on_message(void *user, const struct abx_value *args, size_t n_args,
                      struct abx_value *result, struct abx_error *err)
{
    struct window *window = user;

    (void)err;
    assert_int_equal(n_args, 4);
    if (args[1].u != OURS) {
        *result = tables_done(window->api, "DefWindowProcW", args, n_args);
        return ABX_OK;
    }
    window->n_messages++;
    window->sum += args[3].i;
    *result = api_int((int64_t)args[2].u + args[3].i);
    return ABX_OK;
}

static struct abx_value register_class(struct api *api, struct abx_callback *callback,
                                       const wchar_t *name)
{
    struct abx_memory *class = api_memory(api, "WNDCLASSEXW", NULL);
    struct abx_value module = DONE(api, "GetModuleHandleW", tables_null());

    tables_set_member(api, class, "cbSize", api_uint(abx_memory_size(class)));
    tables_set_member(api, class, "lpfnWndProc", tables_callback_value(callback));
    tables_set_member(api, class, "hInstance", api_pointer(module.p));
    tables_set_member(api, class, "lpszClassName", tables_wide(name));
    DONE(api, "RegisterClassExW", api_value(class));
    abx_memory_destroy(class);
    return module;
}

static struct abx_value create_window(struct api *api, struct abx_value module,
                                      const wchar_t *class)
{
    const struct abx_value nothing = api_int(0);

    return DONE(api, "CreateWindowExW", api_uint(0), tables_wide(class), tables_null(),
                api_uint(0), nothing, nothing, nothing, nothing,
                tables_constant(api, "HWND_MESSAGE"), tables_null(), module,
                tables_null());
}

static void a_window_is_there_for_messages(void **state)
{
    struct api *api = *state;
    struct window seen = {.api = api};
    struct abx_callback *callback = tables_callback_of(api, "WNDPROC", on_message, &seen);
    struct abx_memory *message = new_message(api);
    struct abx_value module = register_class(api, callback, L"abidex");
    struct abx_value window = create_window(api, module, L"abidex");

    assert_int_equal(
        DONE(api, "SendMessageW", window, api_uint(OURS), api_uint(40), api_int(2)).i,
        42);
    assert_int_equal(seen.n_messages, 1);
    DONE(api, "PostMessageW", window, api_uint(OURS), api_uint(0), api_int(-3));
    assert_int_equal(seen.n_messages, 1);
    assert_int_equal(get(api, message), 1);
    assert_int_equal(DONE(api, "DispatchMessageW", api_value(message)).i, -3);
    assert_int_equal(seen.n_messages, 2);
    assert_int_equal(seen.sum, -1);
    DONE(api, "DestroyWindow", window);
    FAILS(api, "ERROR_INVALID_WINDOW_HANDLE", "PostMessageW", window, api_uint(OURS),
          api_uint(0), api_int(0));
    DONE(api, "UnregisterClassW", tables_wide(L"abidex"), module);
    FAILS(api, "ERROR_CLASS_DOES_NOT_EXIST", "UnregisterClassW", tables_wide(L"abidex"),
          module);
    abx_memory_destroy(message);
    abx_callback_destroy(callback);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quit_ends_a_queue),
        cmocka_unit_test(another_thread_wakes_the_owner),
        cmocka_unit_test(a_timer_posts_messages),
        cmocka_unit_test(a_timer_calls_back),
        cmocka_unit_test(a_window_is_there_for_messages),
    };

    return cmocka_run_group_tests_name("messages", tests, tables_setup, api_teardown);
}
