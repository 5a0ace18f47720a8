/* Callbacks that the C library calls on the thread that calls it. */
#include "callbacks.h"

#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

static int compare(void *user, const struct abx_value *args, size_t n_args,
                   struct abx_value *result, struct abx_error *err)
{
    struct callback_log *log = user;

    assert_int_equal(n_args, 2);
    assert_int_equal(args[0].kind, ABX_VALUE_POINTER);
    errno = EDOM; /* the handler's own business */
    if (++log->n_calls == 5 && log->status != ABX_OK) {
        snprintf(err->message, sizeof(err->message), "five are enough");
        return log->status;
    }
    *result = api_int(*(int *)args[0].p - *(int *)args[1].p);
    return ABX_OK;
}

static struct abx_value numbers(struct api *api, struct abx_memory **memoryp)
{
    static const int unsorted[8] = {5, 3, 8, 1, 7, 2, 6, 4};

    *memoryp = api_memory(api, "[8]i32", unsorted);
    return api_value(*memoryp);
}

static void qsort_sorts(void **state)
{
    struct api *api = *state;
    struct callback_log log = {0};
    struct abx_callback *callback = callback_make(
        api, callback_parameter(api, "qsort", 3), ABX_CALLBACK_OWNER, compare, &log);
    struct abx_memory *memory;
    struct abx_value base = numbers(api, &memory), found;
    int key = 7;
    struct abx_memory *wanted;

    errno = ENOENT;
    DONE(api, "qsort", base, api_uint(8), api_uint(4), callback_value(callback));
    assert_int_equal(errno, POLLUTION); /* that of libc_call, not the handler's */
    assert_true(log.n_calls > 7);
    for (int i = 0; i < 8; i++)
        assert_int_equal(((int *)abx_memory_data(memory))[i], i + 1);
    wanted = api_memory(api, "i32", &key);
    found = DONE(api, "bsearch", api_value(wanted), base, api_uint(8), api_uint(4),
                 callback_value(callback));
    assert_ptr_equal(found.p, (int *)abx_memory_data(memory) + 6);
    abx_callback_destroy(callback);
    abx_memory_destroy(wanted);
    abx_memory_destroy(memory);
}

static void an_error_comes_back_when_c_returns(void **state)
{
    struct api *api = *state;
    struct callback_log log = {.status = ABX_SYSTEM};
    struct abx_callback *callback = callback_make(
        api, callback_parameter(api, "qsort", 3), ABX_CALLBACK_OWNER, compare, &log);
    struct abx_memory *memory;
    struct abx_value args[] = {numbers(api, &memory), api_uint(8), api_uint(4),
                               callback_value(callback)};

    assert_int_equal(libc_call(api, "qsort", args, 4, NULL), ABX_SYSTEM);
    assert_string_equal(api->err.message, "five are enough");
    assert_int_equal(log.n_calls, 5); /* C went on without the handler */
    log.status = ABX_OK;
    assert_int_equal(libc_call(api, "qsort", args, 4, NULL), ABX_OK);
    abx_callback_destroy(callback);
    abx_memory_destroy(memory);
}

/* Calls getpid and qsort with itself as a comparison, which raises an error once. */
static int nest(void *user, const struct abx_value *args, size_t n_args,
                struct abx_value *result, struct abx_error *err)
{
    struct callback_log *log = user;
    struct callback_log inner = {.status = ABX_SYSTEM};
    struct abx_callback *callback =
        callback_make(log->api, callback_parameter(log->api, "qsort", 3),
                      ABX_CALLBACK_OWNER, compare, &inner);
    struct abx_memory *memory;
    struct abx_value base = numbers(log->api, &memory);
    struct abx_value values[] = {base, api_uint(8), api_uint(4),
                                 callback_value(callback)};

    (void)n_args;
    (void)err;
    assert_int_equal(libc_call(log->api, "qsort", values, 4, NULL), ABX_SYSTEM);
    abx_callback_destroy(callback);
    abx_memory_destroy(memory);
    log->n_calls++;
    *result = api_int(*(int *)args[0].p - *(int *)args[1].p);
    return ABX_OK;
}

static void an_inner_error_is_the_inner_calls(void **state)
{
    struct api *api = *state;
    struct callback_log log = {0};
    struct abx_callback *callback = callback_make(
        api, callback_parameter(api, "qsort", 3), ABX_CALLBACK_OWNER, nest, &log);
    struct abx_memory *memory;
    struct abx_value base = numbers(api, &memory);

    DONE(api, "qsort", base, api_uint(8), api_uint(4), callback_value(callback));
    assert_true(log.n_calls > 7);
    abx_callback_destroy(callback);
    abx_memory_destroy(memory);
}

static void another_type_is_refused(void **state)
{
    struct api *api = *state;
    struct callback_log log = {0};
    struct abx_callback *callback =
        callback_make(api, callback_parameter(api, "pthread_create", 2),
                      ABX_CALLBACK_OWNER, compare, &log);
    struct abx_memory *memory;
    struct abx_value args[] = {numbers(api, &memory), api_uint(8), api_uint(4),
                               callback_value(callback)};

    assert_int_equal(libc_call(api, "qsort", args, 4, NULL), ABX_REFUSED);
    assert_int_equal(api->err.argument, 4);
    if (strstr(api->err.message, "takes a pointer to") == NULL)
        fail_msg("%s", api->err.message);
    abx_callback_destroy(callback);
    abx_memory_destroy(memory);
}

/* Data is none: not for void *, which would let C read and write and free code. */
static void data_is_no_function(void **state)
{
    struct api *api = *state;
    struct callback_log log = {0};
    struct abx_callback *callback = callback_make(
        api, callback_parameter(api, "qsort", 3), ABX_CALLBACK_OWNER, compare, &log);
    struct abx_value args[] = {callback_value(callback), api_int(0), api_uint(8)};

    assert_int_equal(libc_call(api, "memset", args, 3, NULL), ABX_REFUSED);
    assert_int_equal(api->err.argument, 1);
    assert_non_null(strstr(api->err.message, "takes a pointer to void, got a callback"));
    assert_int_equal(libc_call(api, "free", args, 1, NULL), ABX_REFUSED);
    abx_callback_destroy(callback);
}

/* C may call one when nobody called C: its error comes before the next call, whatever that is. */
static void an_error_without_a_call_waits_for_one(void **state)
{
    struct api *api = *state;
    struct callback_log log = {.status = ABX_SYSTEM, .n_calls = 4};
    struct abx_callback *callback = callback_make(
        api, callback_parameter(api, "qsort", 3), ABX_CALLBACK_OWNER, compare, &log);
    void *address = abx_callback_address(callback);
    struct abx_value args[] = {api_string("no number"), api_int(1)};
    struct abx_value result;
    int (*function)(const void *, const void *);
    int number = 1;

    memset(&result, 0xa5,
           sizeof(result)); /* a call that is refused reads nothing of it */
    memcpy(&function, &address, sizeof(function));
    assert_int_equal(function(&number, &number), 0);
    assert_int_equal(libc_call(api, "div", args, 2, &result), ABX_SYSTEM);
    assert_string_equal(api->err.message, "five are enough");
    assert_int_equal(libc_call(api, "div", args, 2, &result), ABX_REFUSED);
    abx_callback_destroy(callback);
}

static int answer_text(void *user, const struct abx_value *args, size_t n_args,
                       struct abx_value *result, struct abx_error *err)
{
    (void)args;
    (void)n_args;
    (void)err;
    ((struct callback_log *)user)->n_calls++;
    *result = api_string("no number");
    return ABX_OK;
}

static void a_wrong_result_is_an_error(void **state)
{
    struct api *api = *state;
    struct callback_log log = {0};
    struct abx_callback *callback = callback_make(
        api, callback_parameter(api, "qsort", 3), ABX_CALLBACK_OWNER, answer_text, &log);
    struct abx_memory *memory;
    struct abx_value args[] = {numbers(api, &memory), api_uint(8), api_uint(4),
                               callback_value(callback)};

    assert_int_equal(libc_call(api, "qsort", args, 4, NULL), ABX_REFUSED);
    if (strstr(api->err.message, "the result of a callback takes an integer") == NULL)
        fail_msg("%s", api->err.message);
    assert_int_equal(log.n_calls, 1);
    abx_callback_destroy(callback);
    abx_memory_destroy(memory);
}

static void a_call_of_an_ended_callback_is_an_error(void **state)
{
    struct api *api = *state;
    struct callback_log log = {0};
    struct abx_callback_options options = {.handler = compare, .user = &log};
    struct abx_callback *callback;
    struct abx_memory *memory;
    struct abx_value args[] = {numbers(api, &memory), api_uint(8), api_uint(4),
                               api_pointer(NULL)};

    assert_int_equal(abx_callback_create(api->table, callback_parameter(api, "qsort", 3),
                                         &options, &callback, &api->err),
                     ABX_OK);
    args[3] = api_pointer(abx_callback_address(callback));
    abx_callback_destroy(callback);
    assert_int_equal(libc_call(api, "qsort", args, 4, NULL), ABX_REFUSED);
    assert_non_null(strstr(api->err.message, "was called after it was destroyed"));
    assert_int_equal(log.n_calls, 0);
    abx_memory_destroy(memory);
}

/* Of functions that use a callback during the call alone, nothing stays. */
static void memory_is_flat(void **state)
{
    struct api *api = *state;
    struct abx_memory *memory;
    struct abx_value base = numbers(api, &memory);
    void *first = NULL;

    for (int i = 0; i < 100000; i++) {
        struct callback_log log = {0};
        struct abx_callback *callback = callback_make(
            api, callback_parameter(api, "qsort", 3), ABX_CALLBACK_OWNER, compare, &log);

        if (i % 100 == 0)
            DONE(api, "qsort", base, api_uint(2), api_uint(4), callback_value(callback));
        if (i == 1000)
            first = sbrk(0);
        abx_callback_destroy(callback);
    }
    assert_true((char *)sbrk(0) - (char *)first < 1 << 20);
    abx_memory_destroy(memory);
}

static void handlers_of_signals_are_refused(void **state)
{
    struct api *api = *state;
    struct callback_log log = {0};
    struct abx_callback *callback =
        callback_make(api, callback_parameter(api, "signal", 1), ABX_CALLBACK_OWNER,
                      callback_start, &log);
    struct abx_value args[] = {libc_constant(api, "SIGUSR1"), callback_value(callback)};

    assert_int_equal(libc_call(api, "signal", args, 2, NULL), ABX_REFUSED);
    assert_non_null(strstr(api->err.message, "abx_signal_handle"));
    abx_callback_destroy(callback);
}

/* ---- hooks ---- */

struct lock {
    int depth; /* of enter and leave, from the lock that a host has */
    int n_released;
    int n_entered;
};

static void let_go(void *user)
{
    struct lock *lock = user;

    lock->n_released++;
    errno = EDOM;
}

static void take_back(void *user)
{
    errno = EDOM;
    ((struct lock *)user)->depth += 100;
}

static void go_in(void *user)
{
    struct lock *lock = user;

    lock->depth++;
    lock->n_entered++;
}

static void go_out(void *user)
{
    ((struct lock *)user)->depth--;
}

static void hooks_are_called(void **state)
{
    struct api *api = *state;
    struct lock lock = {0};
    struct abx_hooks hooks = {.before = let_go,
                              .after = take_back,
                              .enter = go_in,
                              .leave = go_out,
                              .user = &lock};
    struct callback_log log = {0};
    struct abx_callback *callback = callback_make(
        api, callback_parameter(api, "qsort", 3), ABX_CALLBACK_OWNER, compare, &log);
    struct abx_memory *memory;
    struct abx_value base = numbers(api, &memory);
    int ends[2];

    abx_context_set_hooks(api->context, &hooks);
    DONE(api, "qsort", base, api_uint(8), api_uint(4), callback_value(callback));
    assert_int_equal(lock.n_released, 0); /* qsort waits for nothing */
    assert_int_equal(lock.n_entered, log.n_calls);
    assert_int_equal(lock.depth, 0);
    assert_int_equal(pipe(ends), 0);
    close(ends[1]);
    DONE(api, "read", api_int(ends[0]), base, api_uint(1));
    assert_int_equal(lock.n_released, 1);
    assert_int_equal(lock.depth, 100);
    assert_int_equal(errno, POLLUTION); /* not what a hook left */
    close(ends[0]);
    FAILED(api, "EBADF", "read", api_int(ends[0]), base, api_uint(1));
    assert_int_equal(errno, EBADF);
    abx_context_set_hooks(api->context, NULL);
    abx_callback_destroy(callback);
    abx_memory_destroy(memory);
}

/* ---- the end of what the handler needs ---- */

static void count_release(void *user)
{
    ((struct callback_log *)user)->n_released++;
}

static struct abx_callback *make_released(struct api *api, struct callback_log *log)
{
    struct abx_callback_options options = {
        .handler = compare, .user = log, .release = count_release};
    struct abx_callback *callback;

    assert_int_equal(abx_callback_create(api->table, callback_parameter(api, "qsort", 3),
                                         &options, &callback, &api->err),
                     ABX_OK);
    return callback;
}

static void what_the_handler_needs_is_released(void **state)
{
    struct api *first = *state;
    struct api api = {0};
    struct callback_log during = {0};
    struct callback_log kept = {0};
    struct abx_callback *callbacks[2];
    struct abx_memory *memory;
    struct abx_value base;

    api_open_file(&api, abx_table_path(first->table));
    base = numbers(&api, &memory);
    callbacks[0] = make_released(&api, &during);
    callbacks[1] = make_released(&api, &kept);
    DONE(&api, "qsort", base, api_uint(8), api_uint(4), callback_value(callbacks[0]));
    abx_callback_address(callbacks[1]);
    assert_int_equal(during.n_released, 0);
    abx_callback_destroy(callbacks[0]);
    assert_int_equal(during.n_released, 1);
    abx_callback_destroy(callbacks[1]); /* C may have its address */
    assert_int_equal(kept.n_released, 0);
    abx_memory_destroy(memory);
    api_close(&api);
    assert_int_equal(kept.n_released, 1);
    assert_int_equal(during.n_released, 1);
}

/* One that is not made is the caller's as before. */
static void nothing_is_released_of_what_was_refused(void **state)
{
    struct api *api = *state;
    struct callback_log log = {0};
    struct abx_callback_options options = {.user = &log, .release = count_release};
    struct abx_callback *callback;

    assert_int_equal(abx_callback_create(api->table, callback_parameter(api, "qsort", 3),
                                         &options, &callback, &api->err),
                     ABX_REFUSED);
    assert_int_equal(log.n_released, 0);
}

/* ---- what cannot be made ---- */

static void some_are_refused(void **state)
{
    static const struct {
        const char *type;
        enum abx_callback_mode mode;
        abx_callback_handler handler;
        const char *why;
    } cases[] = {
        {"i32", ABX_CALLBACK_OWNER, callback_start, "it is no function"},
        {"*void", ABX_CALLBACK_OWNER, callback_start, "it is no function"},
        {"*(i32(*const char s, ...))", ABX_CALLBACK_OWNER, callback_start,
         "its arguments vary"},
        {"*(i32())", ABX_CALLBACK_COPY, callback_start, "for functions without one"},
        {"*(i32())", ABX_CALLBACK_OWNER, NULL, "needs a handler"},
        {"*(i32())", (enum abx_callback_mode)9, callback_start, "there is no mode 9"},
    };
    struct api *api = *state;

    for (size_t i = 0; i < N_ITEMS(cases); i++) {
        struct abx_callback_options options = {.mode = cases[i].mode,
                                               .handler = cases[i].handler};
        struct abx_callback *callback = (void *)&options;
        const struct abx_type *type;

        assert_int_equal(abx_table_find_type(api->table, cases[i].type, &type, &api->err),
                         ABX_OK);
        assert_int_equal(
            abx_callback_create(api->table, type, &options, &callback, &api->err),
            ABX_REFUSED);
        assert_null(callback);
        if (strstr(api->err.message, cases[i].why) == NULL)
            fail_msg("%s: %s", cases[i].type, api->err.message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(qsort_sorts),
        cmocka_unit_test(an_error_comes_back_when_c_returns),
        cmocka_unit_test(an_inner_error_is_the_inner_calls),
        cmocka_unit_test(another_type_is_refused),
        cmocka_unit_test(data_is_no_function),
        cmocka_unit_test(an_error_without_a_call_waits_for_one),
        cmocka_unit_test(a_wrong_result_is_an_error),
        cmocka_unit_test(a_call_of_an_ended_callback_is_an_error),
        cmocka_unit_test(memory_is_flat),
        cmocka_unit_test(handlers_of_signals_are_refused),
        cmocka_unit_test(hooks_are_called),
        cmocka_unit_test(what_the_handler_needs_is_released),
        cmocka_unit_test(nothing_is_released_of_what_was_refused),
        cmocka_unit_test(some_are_refused),
    };

    return cmocka_run_group_tests_name("callbacks", tests, libc_setup, libc_teardown);
}
