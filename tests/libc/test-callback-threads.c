/*
 * Callbacks that are called on threads which pthread_create makes, in every mode, and what is
 * left of them in a child.
 */
#include "callbacks.h"

#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A callback that a thread can start with. */
static struct abx_callback *make_start(struct api *api, enum abx_callback_mode mode,
                                       struct callback_log *log)
{
    return callback_make(api, callback_parameter(api, "pthread_create", 2), mode,
                         callback_start, log);
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
static void dispatch_until(struct api *api, struct callback_log *log, int n)
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
    struct callback_log log = {.result = &other_word};
    struct abx_callback *callback = make_start(api, ABX_CALLBACK_ATTACH, &log);
    pthread_t thread = create_thread(api, callback, &word);

    assert_ptr_equal(join_thread(thread), &other_word);
    assert_ptr_equal(log.argument, &word);
    assert_false(pthread_equal(log.thread, pthread_self()));
    abx_callback_destroy(callback);
}

static void a_thread_waits_for_the_owner(void **state)
{
    struct api *api = *state;
    struct callback_log log = {.result = &other_word};
    struct abx_callback *callback = make_start(api, ABX_CALLBACK_WAIT, &log);
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
    struct callback_log log = {.status = ABX_SYSTEM};
    struct abx_callback *callback = make_start(api, ABX_CALLBACK_WAIT, &log);
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
    struct callback_log log = {0};
    struct abx_callback *callback = make_start(api, ABX_CALLBACK_OWNER, &log);
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
    struct abx_callback_options options = {.mode = ABX_CALLBACK_CONSTANT,
                                           .answer = api_pointer(&other_word)};
    struct abx_callback *callback;

    assert_int_equal(abx_callback_create(api->table,
                                         callback_parameter(api, "pthread_create", 2),
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
    return callback_start(user, args, n_args, NULL, err);
}

static void a_copy_is_run_later(void **state)
{
    enum { N_THREADS = 4 };
    struct api *api = *state;
    struct callback_log log = {0};
    struct abx_callback *callback =
        callback_make(api, callback_parameter(api, "pthread_key_create", 1),
                      ABX_CALLBACK_COPY, end, &log);
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

static void *call_back(void *address)
{
    void (*call)(void *) = NULL;

    memcpy(&call, &address, sizeof(call));
    call(&word);
    return NULL;
}

static void leave_one(struct callback_log *log)
{
    pthread_t thread;

    assert_int_equal(pthread_create(&thread, NULL, call_back, log->result), 0);
    assert_null(join_thread(thread));
}

/* Leaves the next call before it returns; ten times, so that a loop would end. */
static int leave_another(void *user, const struct abx_value *args, size_t n_args,
                         struct abx_value *result, struct abx_error *err)
{
    struct callback_log *log = user;

    if (atomic_load(&log->n_calls) < 10)
        leave_one(log);
    return end(user, args, n_args, result, err);
}

/* Threads that leave calls faster than the owner can answer do not keep it. */
static void a_safe_point_ends(void **state)
{
    struct api *api = *state;
    struct callback_log log = {0};
    struct abx_callback *callback =
        callback_make(api, callback_parameter(api, "pthread_key_create", 1),
                      ABX_CALLBACK_COPY, leave_another, &log);

    log.result = abx_callback_address(callback);
    leave_one(&log);
    for (int i = 1; i <= 2; i++) {
        assert_int_equal(abx_context_dispatch(api->context, &api->err), ABX_OK);
        assert_int_equal(log.n_calls, i);
    }
    abx_callback_destroy(callback);
}

/* The first call leaves a second one, and has to be alone until it asks for that. */
static int be_alone(void *user, const struct abx_value *args, size_t n_args,
                    struct abx_value *result, struct abx_error *err)
{
    struct callback_log *log = user;

    if (!log->is_first)
        return end(user, args, n_args, result, err);
    log->is_first = false;
    leave_one(log);
    assert_int_equal(libc_call(log->api, "getpid", NULL, 0, result), ABX_OK);
    *result = (struct abx_value){0};
    assert_int_equal(log->n_calls, 0);
    assert_int_equal(abx_context_dispatch(log->api->context, err), ABX_OK);
    assert_int_equal(log->n_calls, 1);
    return end(user, args, n_args, result, err);
}

static void a_handler_is_alone(void **state)
{
    struct api *api = *state;
    struct callback_log log = {.is_first = true};
    struct abx_callback *callback =
        callback_make(api, callback_parameter(api, "pthread_key_create", 1),
                      ABX_CALLBACK_COPY, be_alone, &log);

    log.result = abx_callback_address(callback);
    leave_one(&log);
    assert_int_equal(abx_context_dispatch(api->context, &api->err), ABX_OK);
    assert_int_equal(log.n_calls, 2);
    abx_callback_destroy(callback);
}

/* ---- wakeup, ends and forks ---- */

static void an_event_loop_is_woken(void **state)
{
    struct api *api = *state;
    struct callback_log log = {.result = &other_word};
    struct abx_callback *callback = make_start(api, ABX_CALLBACK_WAIT, &log);
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
    struct callback_log log = {0};
    struct abx_callback_options options = {.mode = ABX_CALLBACK_WAIT,
                                           .handler = callback_start,
                                           .user = &log,
                                           .answer = api_pointer(&other_word)};
    struct abx_callback *callback;
    pthread_t thread;

    assert_int_equal(abx_callback_create(api->table,
                                         callback_parameter(api, "pthread_create", 2),
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

/* What waited in the parent does not in the child, where the threads are not. */
static void a_child_begins_with_nothing_waiting(void **state)
{
    struct api *api = *state;
    struct callback_log log = {.result = &other_word};
    struct abx_callback *callback = make_start(api, ABX_CALLBACK_WAIT, &log);
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

/* ---- another owner ---- */

/* Runs what the log's callback left, as the owner does. */
static void *adopt(void *data)
{
    struct callback_log *log = data;

    abx_context_adopt(log->api->context);
    dispatch_until(log->api, log, 1);
    return NULL;
}

static void a_thread_may_adopt_the_context(void **state)
{
    struct api *api = *state;
    struct callback_log log = {.result = &other_word};
    struct abx_callback *callback = make_start(api, ABX_CALLBACK_WAIT, &log);
    pthread_t thread = create_thread(api, callback, &word);
    pthread_t owner;

    assert_int_equal(pthread_create(&owner, NULL, adopt, &log), 0);
    assert_null(join_thread(owner));
    assert_true(pthread_equal(log.thread, owner));
    assert_ptr_equal(join_thread(thread), &other_word);
    assert_int_equal(abx_context_dispatch(api->context, &api->err), ABX_REFUSED);
    abx_context_adopt(api->context);
    assert_int_equal(abx_context_dispatch(api->context, &api->err), ABX_OK);
    abx_callback_destroy(callback);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_thread_attaches),
        cmocka_unit_test(a_thread_waits_for_the_owner),
        cmocka_unit_test(a_call_is_a_safe_point),
        cmocka_unit_test(a_wrong_thread_is_an_error),
        cmocka_unit_test(a_constant_needs_nobody),
        cmocka_unit_test(a_copy_is_run_later),
        cmocka_unit_test(a_safe_point_ends),
        cmocka_unit_test(a_handler_is_alone),
        cmocka_unit_test(an_event_loop_is_woken),
        cmocka_unit_test(nobody_waits_for_an_ended_callback),
        cmocka_unit_test(a_child_begins_with_nothing_waiting),
        cmocka_unit_test(a_thread_may_adopt_the_context),
    };

    return cmocka_run_group_tests(tests, libc_setup, libc_teardown);
}
