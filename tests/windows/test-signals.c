/*
 * Signals of Windows are the C library's own, and each of the two has its own: the seven in both,
 * how they end a process, and which of them a script can handle.
 *
 * A handler that returns is not called again before it has set itself again. Here it is C code:
 * what a script does runs later, at a safe point.
 */
#include "tables.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

enum { UNHANDLED = 3, HANDLED = 44 };

static const char *const signals[] = {"SIGINT",  "SIGILL",   "SIGFPE", "SIGSEGV",
                                      "SIGTERM", "SIGBREAK", "SIGABRT"};

/* Of the library that is open. */
static struct api *library;

/* The newer library ends the process for an argument that is not valid, unless somebody is
 * told of it. */
static void allow_bad_arguments(const wchar_t *expression, const wchar_t *function,
                                const wchar_t *file, unsigned line, uintptr_t reserved)
{
    (void)expression;
    (void)function;
    (void)file;
    (void)line;
    (void)reserved;
}

static struct abx_value as_function(void (*function)(int))
{
    return api_pointer((void *)(uintptr_t)function);
}

static bool has(struct api *api, const char *name)
{
    struct abx_function *function = NULL;

    return abx_table_find_function(api->table, name, &function, NULL) == ABX_OK;
}

static const char *library_name(void)
{
    const char *name = getenv("ABIDEX_TEST_LIBRARY");

    return name != NULL ? name : "ucrt";
}

static int open_library(void **state)
{
    static struct api api;

    *state = &api;
    library = &api;
    tables_open(&api, library_name());
    if (has(&api, "_set_invalid_parameter_handler"))
        DONE(&api, "_set_invalid_parameter_handler",
             api_pointer((void *)(uintptr_t)allow_bad_arguments));
    return 0;
}

/* ---- signal and raise ---- */

static int n_caught;
static int last_caught;

static void catch (int number)
{
    last_caught = number;
    n_caught++;
}

/* Sets itself again, through the table. */
static void catch_again(int number)
{
    DONE(library, "signal", api_int(number), as_function(catch_again));
    catch (number);
}

static void *set(struct api *api, int64_t number, struct abx_value handler)
{
    return DONE(api, "signal", api_int(number), handler).p;
}

static void handlers_are_called_once(void **state)
{
    struct api *api = *state;
    struct abx_value usual = tables_constant(api, "SIG_DFL");

    for (size_t i = 0; i < N_ITEMS(signals); i++) {
        int64_t number = tables_number(api, signals[i]);

        n_caught = 0;
        assert_null(set(api, number, as_function(catch)));
        DONE(api, "raise", api_int(number));
        assert_int_equal(n_caught, 1);
        assert_int_equal(last_caught, number);
        /* The usual action is back. */
        assert_null(set(api, number, tables_constant(api, "SIG_IGN")));
        DONE(api, "raise", api_int(number));
        assert_int_equal(n_caught, 1);
        assert_ptr_equal(set(api, number, usual), tables_constant(api, "SIG_IGN").p);
    }
}

static void handlers_can_set_themselves_again(void **state)
{
    struct api *api = *state;
    struct abx_value usual = tables_constant(api, "SIG_DFL");

    for (size_t i = 0; i < N_ITEMS(signals); i++) {
        int64_t number = tables_number(api, signals[i]);

        n_caught = 0;
        set(api, number, as_function(catch_again));
        for (int j = 1; j <= 3; j++) {
            DONE(api, "raise", api_int(number));
            assert_int_equal(n_caught, j);
        }
        assert_ptr_equal(set(api, number, usual), as_function(catch_again).p);
    }
}

static void signals_are_of_one_library(void **state)
{
    struct api *api = *state;
    struct api other;
    int64_t number = tables_number(api, "SIGTERM");
    bool is_newer = strcmp(library_name(), "ucrt") == 0;

    tables_open(&other, is_newer ? "msvcrt" : "ucrt");
    set(&other, number, tables_constant(&other, "SIG_IGN"));
    n_caught = 0;
    set(api, number, as_function(catch));
    DONE(&other, "raise", api_int(number));
    assert_int_equal(n_caught, 0);
    DONE(api, "raise", api_int(number));
    assert_int_equal(n_caught, 1);
    set(&other, number, tables_constant(&other, "SIG_DFL"));
    api_close(&other);
}

/* A number of no signal, or one of POSIX. Wine leaves no code. */
static void other_numbers_fail(void **state)
{
    static const int numbers[] = {1, 9, 14, 0, -1, 23, 1000};
    struct api *api = *state;
    const char *code = tables_is_wine() ? "" : "EINVAL";
    struct abx_value result;

    for (size_t i = 0; i < N_ITEMS(numbers); i++) {
        result = FAILS(api, code, "signal", api_int(numbers[i]),
                       tables_constant(api, "SIG_IGN"));
        assert_ptr_equal(result.p, tables_constant(api, "SIG_ERR").p);
        result = FAILS(api, code, "raise", api_int(numbers[i]));
        assert_int_not_equal(result.i, 0);
    }
}

/* ---- callbacks, and handlers at safe points ---- */

static int count(void *user, const struct abx_signal *signal, struct abx_error *err)
{
    (void)err;
    *(int *)user += (int)signal->count;
    return ABX_OK;
}

static int never(void *user, const struct abx_value *args, size_t n_args,
                 struct abx_value *result, struct abx_error *err)
{
    (void)user;
    (void)args;
    (void)n_args;
    (void)result;
    (void)err;
    return ABX_OK;
}

static void no_callback_is_a_handler(void **state)
{
    struct api *api = *state;
    struct abx_callback *callback = tables_callback_of(api, "__p_sig_fn_t", never, NULL);
    struct abx_value args[] = {tables_constant(api, "SIGTERM"),
                               tables_callback_value(callback)};

    assert_int_equal(api_call(api, "signal", args, 2, NULL), ABX_REFUSED);
    assert_int_equal(api->err.argument, 2);
    assert_non_null(strstr(api->err.message, "abx_signal_handle"));
    abx_callback_destroy(callback);
}

/* Those that come from outside, and the one of abort. */
static void a_script_handles_signals_again_and_again(void **state)
{
    static const char *const names[] = {"SIGINT", "SIGTERM", "SIGBREAK", "SIGABRT"};
    struct api *api = *state;

    for (size_t i = 0; i < N_ITEMS(names); i++) {
        int64_t number = tables_number(api, names[i]);
        int n = 0;

        assert_int_equal(
            abx_signal_handle(api->table, (int)number, count, &n, 0, &api->err), ABX_OK);
        for (int j = 0; j < 3; j++)
            DONE(api, "raise", api_int(number));
        assert_int_equal(abx_signal_dispatch(api->context, &api->err), ABX_OK);
        assert_int_equal(n, 3);
        assert_int_equal(abx_signal_restore(api->context, (int)number, &api->err),
                         ABX_OK);
        assert_null(set(api, number, tables_constant(api, "SIG_DFL")));
    }
}

/* It would return to the instruction at fault, and be called for ever. */
static void a_script_handles_no_fault(void **state)
{
    static const char *const names[] = {"SIGSEGV", "SIGFPE", "SIGILL"};
    struct api *api = *state;
    int n = 0;

    for (size_t i = 0; i < N_ITEMS(names); i++) {
        int64_t number = tables_number(api, names[i]);

        assert_int_equal(
            abx_signal_handle(api->table, (int)number, count, &n, 0, &api->err),
            ABX_REFUSED);
        assert_non_null(strstr(api->err.message, "would run again"));
        assert_null(set(api, number, tables_constant(api, "SIG_DFL")));
    }
}

/* ---- how a process ends ---- */

static void leave(int number)
{
    (void)number;
    ExitProcess(HANDLED);
}

/* The child: abort says nothing to the user and reports nothing. */
static int end_by(const char *how)
{
    void *unused;

    open_library(&unused);
    if (has(library, "_set_abort_behavior"))
        DONE(library, "_set_abort_behavior", api_uint(0), api_uint(UINT32_MAX));
    if (strcmp(how, "leave") == 0)
        set(library, tables_number(library, "SIGABRT"), as_function(leave));
    if (strcmp(how, "return") == 0)
        set(library, tables_number(library, "SIGABRT"), as_function(catch));
    if (strcmp(how, "raise") == 0)
        DONE(library, "raise", tables_constant(library, "SIGTERM"));
    DONE(library, "abort", );
    return 0;
}

static void end_of(const char *how, int code)
{
    struct tables_process process;
    struct api api;

    tables_open(&api, "win32");
    tables_start(&api, &process, how, NULL);
    assert_int_equal(tables_end(&api, &process), code);
    api_close(&api);
}

static void abort_ends_with_three(void **state)
{
    (void)state;
    end_of("abort", UNHANDLED);
    end_of("return", UNHANDLED);
    end_of("leave", HANDLED);
}

static void a_signal_that_nobody_handles_does_too(void **state)
{
    (void)state;
    end_of("raise", UNHANDLED);
}

/* With an argument the child that ends in that way. */
int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(handlers_are_called_once),
        cmocka_unit_test(handlers_can_set_themselves_again),
        cmocka_unit_test(signals_are_of_one_library),
        cmocka_unit_test(other_numbers_fail),
        cmocka_unit_test(no_callback_is_a_handler),
        cmocka_unit_test(a_script_handles_signals_again_and_again),
        cmocka_unit_test(a_script_handles_no_fault),
        cmocka_unit_test(abort_ends_with_three),
        cmocka_unit_test(a_signal_that_nobody_handles_does_too),
    };

    if (argc > 1)
        return end_by(argv[1]);
    return cmocka_run_group_tests_name("signals", tests, open_library, api_teardown);
}
