/*
 * Callbacks that the C library calls: on the thread that calls it, and on threads that
 * pthread_create makes, in every mode.
 */
#include "libc.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a handler was called with, and what it answers. */
struct log {
    struct api *api;
    atomic_int n_calls;
    pthread_t thread; /* of the last call */
    void *argument;
    int status; /* what the handler answers */
    void *result;
    int64_t sum;
};

/* The type of a function's parameter, from 0. */
static const struct abx_type *parameter(struct api *api, const char *name, size_t index)
{
    const struct abx_type *type = NULL;
    const char *unused;

    assert_int_equal(
        abx_type_parameter(abx_function_type(api_find(api, name)), index, &unused, &type),
        ABX_OK);
    return type;
}

static struct abx_callback *make(struct api *api, const struct abx_type *type,
                                 enum abx_callback_mode mode,
                                 abx_callback_handler handler, struct log *log)
{
    struct abx_callback_options options = {mode, handler, log, {0}};
    struct abx_callback *callback;

    log->api = api;
    if (abx_callback_create(api->table, type, &options, &callback, &api->err) != ABX_OK)
        fail_msg("%s", api->err.message);
    return callback;
}

static struct abx_value callback_value(struct abx_callback *callback)
{
    struct abx_value value = {.kind = ABX_VALUE_CALLBACK};

    value.callback = callback;
    return value;
}

/* ---- on the same thread ---- */

static int compare(void *user, const struct abx_value *args, size_t n_args,
                   struct abx_value *result, struct abx_error *err)
{
    struct log *log = user;

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
    struct log log = {0};
    struct abx_callback *callback =
        make(api, parameter(api, "qsort", 3), ABX_CALLBACK_OWNER, compare, &log);
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
    struct log log = {.status = ABX_SYSTEM};
    struct abx_callback *callback =
        make(api, parameter(api, "qsort", 3), ABX_CALLBACK_OWNER, compare, &log);
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
    struct log *log = user;
    struct log inner = {.status = ABX_SYSTEM};
    struct abx_callback *callback = make(log->api, parameter(log->api, "qsort", 3),
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
    struct log log = {0};
    struct abx_callback *callback =
        make(api, parameter(api, "qsort", 3), ABX_CALLBACK_OWNER, nest, &log);
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
    struct log log = {0};
    struct abx_callback *callback =
        make(api, parameter(api, "pthread_create", 2), ABX_CALLBACK_OWNER, compare, &log);
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
    struct log log = {0};
    struct abx_callback *callback =
        make(api, parameter(api, "qsort", 3), ABX_CALLBACK_OWNER, compare, &log);
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
    struct log log = {.status = ABX_SYSTEM, .n_calls = 4};
    struct abx_callback *callback =
        make(api, parameter(api, "qsort", 3), ABX_CALLBACK_OWNER, compare, &log);
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
    ((struct log *)user)->n_calls++;
    *result = api_string("no number");
    return ABX_OK;
}

static void a_wrong_result_is_an_error(void **state)
{
    struct api *api = *state;
    struct log log = {0};
    struct abx_callback *callback =
        make(api, parameter(api, "qsort", 3), ABX_CALLBACK_OWNER, answer_text, &log);
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

/* ---- on other threads ---- */

static int start(void *user, const struct abx_value *args, size_t n_args,
                 struct abx_value *result, struct abx_error *err)
{
    struct log *log = user;

    assert_int_equal(n_args, 1);
    log->thread = pthread_self();
    log->argument = args[0].p;
    if (log->status != ABX_OK)
        snprintf(err->message, sizeof(err->message), "it does not start");
    if (log->status == ABX_OK && result != NULL)
        *result = api_pointer(log->result);
    atomic_fetch_add(&log->n_calls, 1);
    return log->status;
}

static pthread_t create_thread_of(struct api *api, struct abx_value routine,
                                  void *argument)
{
    struct abx_memory *thread = api_memory(api, "pthread_t", NULL);
    struct abx_value id;

    DONE(api, "pthread_create", api_value(thread), api_pointer(NULL), routine,
         api_pointer(argument));
    assert_int_equal(abx_memory_get(thread, "", &id, NULL), ABX_OK);
    abx_memory_destroy(thread);
    return id.kind == ABX_VALUE_POINTER ? (pthread_t)(uintptr_t)id.p : (pthread_t)id.u;
}

static pthread_t create_thread(struct api *api, struct abx_callback *callback,
                               void *argument)
{
    return create_thread_of(api, callback_value(callback), argument);
}

/* Not through the table: ThreadSanitizer wants to see it. */
static void *join_thread(pthread_t thread)
{
    void *result;

    assert_int_equal(pthread_join(thread, &result), 0);
    return result;
}

/* Runs what waits until the handler was called @n times. */
static void dispatch_until(struct api *api, struct log *log, int n)
{
    while (atomic_load(&log->n_calls) < n) {
        assert_int_equal(abx_context_dispatch(api->context, &api->err), ABX_OK);
        usleep(100);
    }
}

static int word = 1, other_word = 2;

static void a_thread_attaches(void **state)
{
    struct api *api = *state;
    struct log log = {.result = &other_word};
    struct abx_callback *callback =
        make(api, parameter(api, "pthread_create", 2), ABX_CALLBACK_ATTACH, start, &log);
    pthread_t thread = create_thread(api, callback, &word);

    assert_ptr_equal(join_thread(thread), &other_word);
    assert_ptr_equal(log.argument, &word);
    assert_false(pthread_equal(log.thread, pthread_self()));
    abx_callback_destroy(callback);
}

static void a_thread_waits_for_the_owner(void **state)
{
    struct api *api = *state;
    struct log log = {.result = &other_word};
    struct abx_callback *callback =
        make(api, parameter(api, "pthread_create", 2), ABX_CALLBACK_WAIT, start, &log);
    pthread_t thread = create_thread(api, callback, &word);

    dispatch_until(api, &log, 1);
    assert_ptr_equal(join_thread(thread), &other_word);
    assert_ptr_equal(log.argument, &word);
    assert_true(pthread_equal(log.thread, pthread_self()));
    abx_callback_destroy(callback);
}

/* The call that comes next is a safe point as well, and returns what the handler raised. */
static void a_call_is_a_safe_point(void **state)
{
    struct api *api = *state;
    struct log log = {.status = ABX_SYSTEM};
    struct abx_callback *callback =
        make(api, parameter(api, "pthread_create", 2), ABX_CALLBACK_WAIT, start, &log);
    pthread_t thread = create_thread(api, callback, &word);
    struct abx_value result;
    int status = ABX_OK;

    while (status == ABX_OK)
        status = libc_call(api, "getpid", NULL, 0, &result);
    assert_int_equal(status, ABX_SYSTEM);
    assert_string_equal(api->err.message, "it does not start");
    assert_int_equal(log.n_calls, 1);
    assert_null(join_thread(thread));
    abx_callback_destroy(callback);
}

static void a_wrong_thread_is_an_error(void **state)
{
    struct api *api = *state;
    struct log log = {0};
    struct abx_callback *callback =
        make(api, parameter(api, "pthread_create", 2), ABX_CALLBACK_OWNER, start, &log);
    pthread_t thread = create_thread(api, callback, &word);
    struct abx_value result;
    int status = ABX_OK;

    while (status == ABX_OK)
        status = libc_call(api, "getpid", NULL, 0, &result);
    assert_int_equal(status, ABX_REFUSED);
    assert_non_null(strstr(api->err.message, "on another thread than the one that owns"));
    assert_null(join_thread(thread));
    assert_int_equal(log.n_calls, 0);
    abx_callback_destroy(callback);
}

static void a_constant_needs_nobody(void **state)
{
    struct api *api = *state;
    struct abx_callback_options options = {ABX_CALLBACK_CONSTANT, NULL, NULL,
                                           api_pointer(&other_word)};
    struct abx_callback *callback;

    assert_int_equal(abx_callback_create(api->table, parameter(api, "pthread_create", 2),
                                         &options, &callback, &api->err),
                     ABX_OK);
    assert_ptr_equal(join_thread(create_thread(api, callback, &word)), &other_word);
    abx_callback_destroy(callback);
}

/* ---- copies: what a thread's end calls returns nothing ---- */

static void *end_with_value(void *key)
{
    return pthread_setspecific(*(pthread_key_t *)key, &word) == 0 ? NULL : key;
}

static void *address_of(void *(*routine)(void *))
{
    void *address;

    memcpy(&address, &routine, sizeof(address));
    return address;
}

static int end(void *user, const struct abx_value *args, size_t n_args,
               struct abx_value *result, struct abx_error *err)
{
    assert_int_equal(result->kind, ABX_VALUE_NONE);
    return start(user, args, n_args, NULL, err);
}

static void a_copy_is_run_later(void **state)
{
    enum { N_THREADS = 4 };
    struct api *api = *state;
    struct log log = {0};
    struct abx_callback *callback =
        make(api, parameter(api, "pthread_key_create", 1), ABX_CALLBACK_COPY, end, &log);
    struct abx_memory *memory = api_memory(api, "pthread_key_t", NULL);
    pthread_t threads[N_THREADS];
    struct abx_value number;
    pthread_key_t key;

    DONE(api, "pthread_key_create", api_value(memory), callback_value(callback));
    assert_int_equal(abx_memory_get(memory, "", &number, NULL), ABX_OK);
    key = (pthread_key_t)number.u;
    for (int i = 0; i < N_THREADS; i++)
        threads[i] = create_thread_of(api, api_pointer(address_of(end_with_value)), &key);
    for (int i = 0; i < N_THREADS; i++)
        assert_null(join_thread(threads[i]));
    /* Nobody waited; some were run when the next thread was created, a safe point. */
    assert_true(log.n_calls < N_THREADS);
    assert_int_equal(abx_context_dispatch(api->context, &api->err), ABX_OK);
    assert_int_equal(log.n_calls, N_THREADS);
    assert_ptr_equal(log.argument, &word);
    assert_true(pthread_equal(log.thread, pthread_self()));
    DONE(api, "pthread_key_delete", api_uint(key));
    abx_callback_destroy(callback);
    abx_memory_destroy(memory);
}

/* ---- wakeup, ends and forks ---- */

static void an_event_loop_is_woken(void **state)
{
    struct api *api = *state;
    struct log log = {.result = &other_word};
    struct abx_callback *callback =
        make(api, parameter(api, "pthread_create", 2), ABX_CALLBACK_WAIT, start, &log);
    unsigned char byte = 1;
    pthread_t thread;
    int ends[2];

    assert_int_equal(pipe(ends), 0);
    assert_int_equal(fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
    assert_int_equal(abx_signal_set_wakeup(api->context, ends[1], &api->err), ABX_OK);
    thread = create_thread(api, callback, &word);
    assert_int_equal(read(ends[0], &byte, 1), 1);
    assert_int_equal(byte, 0);
    dispatch_until(api, &log, 1);
    assert_ptr_equal(join_thread(thread), &other_word);
    assert_int_equal(abx_signal_set_wakeup(api->context, -1, &api->err), ABX_OK);
    abx_callback_destroy(callback);
    close(ends[0]);
    close(ends[1]);
}

/* Who waits when the callback ends gets the answer that needs no handler. */
static void nobody_waits_for_an_ended_callback(void **state)
{
    struct api *api = *state;
    struct log log = {0};
    struct abx_callback_options options = {ABX_CALLBACK_WAIT, start, &log,
                                           api_pointer(&other_word)};
    struct abx_callback *callback;
    pthread_t thread;

    assert_int_equal(abx_callback_create(api->table, parameter(api, "pthread_create", 2),
                                         &options, &callback, &api->err),
                     ABX_OK);
    thread = create_thread(api, callback, &word);
    usleep(20000);
    abx_callback_destroy(callback);
    assert_ptr_equal(join_thread(thread), &other_word);
    assert_int_equal(log.n_calls, 0);
    abx_context_dispatch(api->context,
                         NULL); /* the thread may have been late: an error */
}

static void a_call_of_an_ended_callback_is_an_error(void **state)
{
    struct api *api = *state;
    struct log log = {0};
    struct abx_callback_options options = {ABX_CALLBACK_OWNER, compare, &log, api_int(0)};
    struct abx_callback *callback;
    struct abx_memory *memory;
    struct abx_value args[] = {numbers(api, &memory), api_uint(8), api_uint(4),
                               api_pointer(NULL)};

    assert_int_equal(abx_callback_create(api->table, parameter(api, "qsort", 3), &options,
                                         &callback, &api->err),
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
        struct log log = {0};
        struct abx_callback *callback =
            make(api, parameter(api, "qsort", 3), ABX_CALLBACK_OWNER, compare, &log);

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
    struct log log = {0};
    struct abx_callback *callback =
        make(api, parameter(api, "signal", 1), ABX_CALLBACK_OWNER, start, &log);
    struct abx_value args[] = {libc_constant(api, "SIGUSR1"), callback_value(callback)};

    assert_int_equal(libc_call(api, "signal", args, 2, NULL), ABX_REFUSED);
    assert_non_null(strstr(api->err.message, "abx_signal_handle"));
    abx_callback_destroy(callback);
}

/* What waited in the parent does not in the child, where the threads are not. */
static void a_child_begins_with_nothing_waiting(void **state)
{
    struct api *api = *state;
    struct log log = {.result = &other_word};
    struct abx_callback *callback =
        make(api, parameter(api, "pthread_create", 2), ABX_CALLBACK_WAIT, start, &log);
    pthread_t thread = create_thread(api, callback, &word);
    int status;
    pid_t child;

    usleep(20000);
    child = fork();
    if (child == 0) {
        alarm(10);
        _exit(abx_context_dispatch(api->context, NULL) == ABX_OK && log.n_calls == 0 ? 0
                                                                                     : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    dispatch_until(api, &log, 1);
    assert_ptr_equal(join_thread(thread), &other_word);
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
    struct abx_hooks hooks = {let_go, take_back, go_in, go_out, &lock};
    struct log log = {0};
    struct abx_callback *callback =
        make(api, parameter(api, "qsort", 3), ABX_CALLBACK_OWNER, compare, &log);
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

/* ---- what cannot be made ---- */

static void some_are_refused(void **state)
{
    static const struct {
        const char *type;
        enum abx_callback_mode mode;
        abx_callback_handler handler;
        const char *why;
    } cases[] = {
        {"i32", ABX_CALLBACK_OWNER, start, "it is no function"},
        {"*void", ABX_CALLBACK_OWNER, start, "it is no function"},
        {"*(i32(*const char s, ...))", ABX_CALLBACK_OWNER, start, "its arguments vary"},
        {"*(i32())", ABX_CALLBACK_COPY, start, "for functions without one"},
        {"*(i32())", ABX_CALLBACK_OWNER, NULL, "needs a handler"},
        {"*(i32())", (enum abx_callback_mode)9, start, "there is no mode 9"},
    };
    struct api *api = *state;

    for (size_t i = 0; i < N_ITEMS(cases); i++) {
        struct abx_callback_options options = {
            cases[i].mode, cases[i].handler, NULL, {0}};
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
        cmocka_unit_test(a_thread_attaches),
        cmocka_unit_test(a_thread_waits_for_the_owner),
        cmocka_unit_test(a_call_is_a_safe_point),
        cmocka_unit_test(a_wrong_thread_is_an_error),
        cmocka_unit_test(a_constant_needs_nobody),
        cmocka_unit_test(a_copy_is_run_later),
        cmocka_unit_test(an_event_loop_is_woken),
        cmocka_unit_test(nobody_waits_for_an_ended_callback),
        cmocka_unit_test(a_call_of_an_ended_callback_is_an_error),
        cmocka_unit_test(memory_is_flat),
        cmocka_unit_test(handlers_of_signals_are_refused),
        cmocka_unit_test(a_child_begins_with_nothing_waiting),
        cmocka_unit_test(hooks_are_called),
        cmocka_unit_test(some_are_refused),
    };

    return cmocka_run_group_tests_name("callbacks", tests, libc_setup, libc_teardown);
}
