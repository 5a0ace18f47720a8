/*
 * The programs that hand-written bindings get wrong, from end to end through the table:
 * signal sets as large as the C library's, a signal that arrives in a descriptor, mutexes
 * of their real size, threads, and errors that are results.
 */
#include "libc.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static struct abx_memory *make(void **state, const char *type, size_t size)
{
    struct abx_memory *memory = api_memory(*state, type, NULL);

    assert_int_equal(abx_memory_size(memory), size);
    return memory;
}

static struct abx_value get(struct api *api, const struct abx_memory *memory,
                            const char *path)
{
    struct abx_value value = {0};

    if (abx_memory_get(memory, path, &value, &api->err) != ABX_OK)
        fail_msg("%s: %s", path, api->err.message);
    return value;
}

/* ---- signals ---- */

static void a_signal_set_has_its_full_size(void **state)
{
    struct abx_memory *set = make(state, "sigset_t", sizeof(sigset_t));
    struct abx_value it = api_value(set);
    struct abx_value sigint = libc_constant(*state, "SIGINT");
    sigset_t *own = abx_memory_data(set);

    assert_int_equal(abx_memory_size(set), 128);
    memset(own, 0xff, sizeof(*own));
    assert_int_equal(DONE(*state, "sigemptyset", it).i, 0);
    assert_int_equal(DONE(*state, "sigismember", it, sigint).i, 0);
    assert_int_equal(DONE(*state, "sigaddset", it, sigint).i, 0);
    assert_int_equal(DONE(*state, "sigismember", it, sigint).i, 1);
    assert_int_equal(sigismember(own, SIGINT), 1);
    assert_int_equal(sigismember(own, SIGTERM), 0);
    abx_memory_destroy(set);
}

/* A descriptor for SIGINT, which is blocked. */
static struct abx_value open_signalfd(void **state, struct abx_value set)
{
    struct abx_value flags =
        api_int(libc_number(*state, "SFD_CLOEXEC") | libc_number(*state, "SFD_NONBLOCK"));
    struct abx_value nobody = api_pointer(NULL);

    DONE(*state, "sigemptyset", set);
    DONE(*state, "sigaddset", set, libc_constant(*state, "SIGINT"));
    DONE(*state, "pthread_sigmask", libc_constant(*state, "SIG_BLOCK"), set, nobody);
    return api_int(DONE(*state, "signalfd", api_int(-1), set, flags).i);
}

static void wait_for(void **state, struct abx_value fd)
{
    struct abx_memory *poll = make(state, "struct pollfd", 8);
    struct abx_value it = api_value(poll);
    struct abx_value events = libc_constant(*state, "POLLIN");
    struct api *api = *state;

    assert_int_equal(abx_memory_set(poll, "fd", &fd, &api->err), ABX_OK);
    assert_int_equal(abx_memory_set(poll, "events", &events, &api->err), ABX_OK);
    assert_int_equal(DONE(api, "poll", it, api_uint(1), api_int(0)).i, 0);
    DONE(api, "raise", libc_constant(api, "SIGINT"));
    assert_int_equal(DONE(api, "poll", it, api_uint(1), api_int(5000)).i, 1);
    assert_int_equal(get(api, poll, "revents").i, events.i);
    abx_memory_destroy(poll);
}

static void a_signal_arrives_in_a_descriptor(void **state)
{
    struct abx_memory *info = make(state, "struct signalfd_siginfo", 128);
    struct abx_memory *set = make(state, "sigset_t", sizeof(sigset_t));
    struct abx_value size = api_uint(abx_memory_size(info));
    struct abx_value fd = open_signalfd(state, api_value(set));

    wait_for(state, fd);
    assert_int_equal(DONE(*state, "read", fd, api_value(info), size).i, 128);
    assert_int_equal(get(*state, info, "ssi_signo").u, SIGINT);
    assert_int_equal(get(*state, info, "ssi_pid").u, getpid());
    assert_int_equal(get(*state, info, "ssi_uid").u, getuid());
    assert_int_equal(get(*state, info, "ssi_code").i, libc_number(*state, "SI_TKILL"));
    FAILED(*state, "EAGAIN", "read", fd, api_value(info), size);
    DONE(*state, "close", fd);
    DONE(*state, "pthread_sigmask", libc_constant(*state, "SIG_UNBLOCK"), api_value(set),
         api_pointer(NULL));
    abx_memory_destroy(set);
    abx_memory_destroy(info);
}

/* ---- threads ---- */

/* The code is the result, and nobody touched errno, which libc_call had polluted. */
static void fails_by_result(struct api *api, int code, const char *code_name,
                            struct abx_value result)
{
    int left = errno;

    assert_int_equal(left, POLLUTION);
    assert_int_equal(result.i, code);
    assert_int_equal(api->err.code, code);
    assert_string_equal(api->err.name, code_name);
    assert_true(api->err.is_documented);
    assert_true(api->err.is_specific);
}

static void a_mutex_tells_by_its_result(void **state)
{
    struct abx_memory *attr =
        make(state, "pthread_mutexattr_t", sizeof(pthread_mutexattr_t));
    struct abx_memory *mutex = make(state, "pthread_mutex_t", sizeof(pthread_mutex_t));
    struct abx_value it = api_value(mutex);

    DONE(*state, "pthread_mutexattr_init", api_value(attr));
    DONE(*state, "pthread_mutexattr_settype", api_value(attr),
         libc_constant(*state, "PTHREAD_MUTEX_ERRORCHECK"));
    DONE(*state, "pthread_mutex_init", it, api_value(attr));
    DONE(*state, "pthread_mutex_lock", it);
    fails_by_result(*state, EDEADLK, "EDEADLK",
                    FAILED(*state, "EDEADLK", "pthread_mutex_lock", it));
    fails_by_result(*state, EBUSY, "EBUSY",
                    FAILED(*state, "EBUSY", "pthread_mutex_trylock", it));
    DONE(*state, "pthread_mutex_unlock", it);
    fails_by_result(*state, EPERM, "EPERM",
                    FAILED(*state, "EPERM", "pthread_mutex_unlock", it));
    DONE(*state, "pthread_mutex_destroy", it);
    DONE(*state, "pthread_mutexattr_destroy", api_value(attr));
    abx_memory_destroy(mutex);
    abx_memory_destroy(attr);
}

/* What a thread is given, and what it leaves behind. */
struct job {
    int number;
    bool is_elsewhere;
    pthread_t owner;
};

static void *run(void *user)
{
    struct job *job = user;

    job->is_elsewhere = !pthread_equal(pthread_self(), job->owner);
    return &job->number;
}

static void *start_of(void *(*start)(void *))
{
    void *address;

    memcpy(&address, &start, sizeof(address));
    return address;
}

static void a_thread_runs_and_is_joined(void **state)
{
    struct abx_memory *thread = make(state, "pthread_t", sizeof(pthread_t));
    struct abx_memory *answer = make(state, "*void", sizeof(void *));
    struct job job = {.number = 42, .owner = pthread_self()};
    struct abx_value id;

    DONE(*state, "pthread_create", api_value(thread), api_pointer(NULL),
         api_pointer(start_of(run)), api_pointer(&job));
    id = get(*state, thread, "");
    DONE(*state, "pthread_join", id, api_value(answer));
    assert_ptr_equal(get(*state, answer, "").p, &job.number);
    assert_true(job.is_elsewhere);
    abx_memory_destroy(answer);
    abx_memory_destroy(thread);
}

static void threads_fail_by_result(void **state)
{
    struct abx_memory *attr = make(state, "pthread_attr_t", sizeof(pthread_attr_t));
    struct abx_memory *thread = make(state, "pthread_t", sizeof(pthread_t));
    struct abx_value none = api_pointer(NULL);
    struct abx_value status;
#ifdef __GLIBC__ /* musl does not look, and waits for ever */
    struct abx_value self = libc_done(*state, "pthread_self", NULL, 0);

    fails_by_result(*state, EDEADLK, "EDEADLK",
                    FAILED(*state, "EDEADLK", "pthread_join", self, none));
#endif
    DONE(*state, "pthread_attr_init", api_value(attr));
    status = FAILED(*state, "EINVAL", "pthread_attr_setstacksize", api_value(attr),
                    api_uint(1));
    fails_by_result(*state, EINVAL, "EINVAL", status);
    /* FIFO scheduling with the priority 0 that it does not have. */
    DONE(*state, "pthread_attr_setinheritsched", api_value(attr),
         libc_constant(*state, "PTHREAD_EXPLICIT_SCHED"));
    DONE(*state, "pthread_attr_setschedpolicy", api_value(attr),
         libc_constant(*state, "SCHED_FIFO"));
    status = FAILED(*state, "EINVAL", "pthread_create", api_value(thread),
                    api_value(attr), api_pointer(start_of(run)), none);
    fails_by_result(*state, EINVAL, "EINVAL", status);
    DONE(*state, "pthread_attr_destroy", api_value(attr));
    abx_memory_destroy(thread);
    abx_memory_destroy(attr);
}

#ifdef __GLIBC__ /* whose header says that there has to be one; that of musl does not */

static void a_thread_without_a_routine_is_refused(void **state)
{
    struct abx_memory *thread = make(state, "pthread_t", sizeof(pthread_t));
    struct api *api = *state;
    const struct abx_value args[] = {api_value(thread), api_pointer(NULL),
                                     api_pointer(NULL), api_pointer(NULL)};

    assert_int_equal(libc_call(api, "pthread_create", args, 4, NULL), ABX_REFUSED);
    assert_int_equal(api->err.argument, 3);
    assert_non_null(strstr(api->err.message, "start_routine"));
    abx_memory_destroy(thread);
}

#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_signal_set_has_its_full_size),
        cmocka_unit_test(a_signal_arrives_in_a_descriptor),
        cmocka_unit_test(a_mutex_tells_by_its_result),
        cmocka_unit_test(a_thread_runs_and_is_joined),
        cmocka_unit_test(threads_fail_by_result),
#ifdef __GLIBC__
        cmocka_unit_test(a_thread_without_a_routine_is_refused),
#endif
    };

    return cmocka_run_group_tests_name("walk", tests, libc_setup, libc_teardown);
}
