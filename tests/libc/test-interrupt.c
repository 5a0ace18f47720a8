/*
 * Calls that an alarm interrupts again and again: by the function's contract they go on
 * with what is left of their time, or from the beginning, or are done; and the handler
 * runs meanwhile.
 */
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>

/* Milliseconds. What is late may be as late as a busy machine makes it, and of the twelve
 * interruptions of a wait it may bring but one. */
enum {
    WAIT = 300,
    WAIT_US = WAIT * 1000,
    WAIT_NS = WAIT_US * 1000,
    RING = 25,
    LATE = 2000,
    AT_LEAST = 1
};

static int setup(void **state)
{
    static struct ear ear;

    memset(&ear, 0, sizeof(ear));
    if (libc_setup(state) != 0)
        return -1;
    ear_open(&ear, *state, SIGALRM, 0);
    *state = &ear;
    return 0;
}

static int teardown(void **state)
{
    struct ear *ear = *state;

    signals_ring(ear->api, 0);
    *state = ear->api;
    return libc_teardown(state);
}

/* ---- timeouts ---- */

/* What a function waits with: all that one of them needs. */
struct wait {
    struct api *api;
    struct abx_memory *timespec;
    struct abx_memory *timeval;
    struct abx_memory *rest; /* another timespec */
    struct abx_memory *set;  /* of signals */
    struct abx_memory *event;
    int epoll;
};

static void set_number(struct abx_memory *memory, const char *path, int64_t number)
{
    struct abx_value value = api_int(number);

    assert_int_equal(abx_memory_set(memory, path, &value, NULL), ABX_OK);
}

static int64_t get_number(const struct abx_memory *memory, const char *path)
{
    struct abx_value value = {0};

    assert_int_equal(abx_memory_get(memory, path, &value, NULL), ABX_OK);
    return value.i;
}

static void wait_init(struct wait *wait, struct api *api)
{
    wait->api = api;
    wait->timespec = api_memory(api, "struct timespec", NULL);
    wait->timeval = api_memory(api, "struct timeval", NULL);
    wait->rest = api_memory(api, "struct timespec", NULL);
    wait->set = api_memory(api, "sigset_t", NULL);
    wait->event = api_memory(api, "struct epoll_event", NULL);
    set_number(wait->timespec, "tv_nsec", WAIT_NS);
    set_number(wait->timeval, "tv_usec", WAIT_US);
    DONE(api, "sigaddset", api_value(wait->set), api_int(SIGUSR2));
    wait->epoll = (int)DONE(api, "epoll_create1", api_int(0)).i;
}

static void wait_finish(struct wait *wait)
{
    struct abx_memory *memories[] = {wait->timespec, wait->timeval, wait->rest, wait->set,
                                     wait->event};

    for (size_t i = 0; i < N_ITEMS(memories); i++)
        abx_memory_destroy(memories[i]);
    close(wait->epoll);
}

#define NOTHING api_pointer(NULL)

static int64_t wait_poll(struct wait *wait)
{
    return DONE(wait->api, "poll", NOTHING, api_int(0), api_int(WAIT)).i;
}

static int64_t wait_ppoll(struct wait *wait)
{
    return FAILED(wait->api, "EINTR", "ppoll", NOTHING, api_int(0),
                  api_value(wait->timespec), NOTHING)
        .i;
}

static int64_t wait_select(struct wait *wait)
{
    return DONE(wait->api, "select", api_int(0), NOTHING, NOTHING, NOTHING,
                api_value(wait->timeval))
        .i;
}

static int64_t wait_pselect(struct wait *wait)
{
    return FAILED(wait->api, "EINTR", "pselect", api_int(0), NOTHING, NOTHING, NOTHING,
                  api_value(wait->timespec), NOTHING)
        .i;
}

static int64_t wait_epoll(struct wait *wait)
{
    return DONE(wait->api, "epoll_wait", api_int(wait->epoll), api_value(wait->event),
                api_int(1), api_int(WAIT))
        .i;
}

static int64_t wait_epoll_pwait(struct wait *wait)
{
    return FAILED(wait->api, "EINTR", "epoll_pwait", api_int(wait->epoll),
                  api_value(wait->event), api_int(1), api_int(WAIT), NOTHING)
        .i;
}

static int64_t wait_nanosleep(struct wait *wait)
{
    return DONE(wait->api, "nanosleep", api_value(wait->timespec), api_value(wait->rest))
        .i;
}

/* C allows that the rest is written over what was asked for. */
static int64_t wait_nanosleep_in_place(struct wait *wait)
{
    int64_t result =
        DONE(wait->api, "nanosleep", api_value(wait->timespec), api_value(wait->timespec))
            .i;

    set_number(wait->timespec, "tv_nsec", WAIT_NS);
    return result;
}

static int64_t wait_clock_nanosleep(struct wait *wait)
{
    return DONE(wait->api, "clock_nanosleep", libc_constant(wait->api, "CLOCK_REALTIME"),
                api_int(0), api_value(wait->timespec), NOTHING)
        .i;
}

/* Until a point in time: nothing is to be shortened. */
static int64_t wait_until(struct wait *wait)
{
    struct abx_memory *until = api_memory(wait->api, "struct timespec", NULL);
    int64_t end = signals_now() + WAIT;
    int64_t result;

    set_number(until, "tv_sec", end / 1000);
    set_number(until, "tv_nsec", end % 1000 * 1000 * 1000 + 999999);
    result =
        DONE(wait->api, "clock_nanosleep", libc_constant(wait->api, "CLOCK_MONOTONIC"),
             libc_constant(wait->api, "TIMER_ABSTIME"), api_value(until), NOTHING)
            .i;
    abx_memory_destroy(until);
    return result;
}

static int64_t wait_usleep(struct wait *wait)
{
    return DONE(wait->api, "usleep", api_uint(WAIT_US)).i;
}

#ifdef __GLIBC__
/* That nothing came is how it ends. */
static int64_t wait_for_signal(struct wait *wait)
{
    FAILED(wait->api, "EAGAIN", "sigtimedwait", api_value(wait->set), NOTHING,
           api_value(wait->timespec));
    return 0;
}
#endif

static const struct {
    const char *name;
    int64_t (*wait)(struct wait *wait);
} waits[] = {
    {"poll", wait_poll},
    {"select", wait_select},
    {"epoll_wait", wait_epoll},
    {"nanosleep", wait_nanosleep},
    {"nanosleep in place", wait_nanosleep_in_place},
    {"clock_nanosleep", wait_clock_nanosleep},
    {"clock_nanosleep until", wait_until},
    {"usleep", wait_usleep},
#ifdef __GLIBC__ /* musl's begins anew by itself, with the whole time: it would never end */
    {"sigtimedwait", wait_for_signal},
#endif
};

static void timeouts_are_what_they_were(void **state)
{
    struct ear *ear = *state;
    struct wait wait;

    wait_init(&wait, ear->api);
    for (size_t i = 0; i < N_ITEMS(waits); i++) {
        unsigned before = ear->n_told[SIGALRM];
        int64_t begin = signals_now();
        int64_t took;

        print_message("%s\n",
                      waits[i].name); /* the last one named is the one that failed */
        signals_ring(ear->api, RING);
        assert_int_equal(waits[i].wait(&wait), 0);
        signals_ring(ear->api, 0);
        took = signals_now() - begin;
        assert_in_range(took, WAIT - 1, WAIT + LATE);
        assert_true(ear->n_told[SIGALRM] - before >= AT_LEAST);
        assert_int_equal(get_number(wait.timespec, "tv_nsec"), WAIT_NS);
        assert_int_equal(get_number(wait.timespec, "tv_sec"), 0);
    }
    /* Linux's select tells what is left, nothing; musl's does not: it is what was left
     * after the last interruption. */
    assert_int_equal(get_number(wait.timeval, "tv_sec"), 0);
#ifdef __GLIBC__
    assert_int_equal(get_number(wait.timeval, "tv_usec"), 0);
#else
    assert_in_range(get_number(wait.timeval, "tv_usec"), 0, WAIT_US / 2);
#endif
    wait_finish(&wait);
}

/* Those with a mask of signals wait for a signal, too: calling again would lose it. */
static void a_mask_lets_a_signal_end_the_wait(void **state)
{
    static int64_t (*const masked[])(struct wait *) = {wait_ppoll, wait_pselect,
                                                       wait_epoll_pwait};
    struct ear *ear = *state;
    struct wait wait;

    wait_init(&wait, ear->api);
    for (size_t i = 0; i < N_ITEMS(masked); i++) {
        unsigned before = ear->n_told[SIGALRM];

        signals_ring(ear->api, RING);
        assert_int_equal(masked[i](&wait), -1);
        signals_ring(ear->api, 0);
        assert_true(ear->n_told[SIGALRM] > before);
        set_number(wait.timespec, "tv_nsec", WAIT_NS);
    }
    wait_finish(&wait);
}

/* Where there is no limit, there is none after an interruption: somebody else ends it. */
static void no_limit_stays_none(void **state)
{
    struct ear *ear = *state;
    struct pollfd ready = {.fd = -1, .events = POLLIN};
    struct abx_memory *fds;
    int ends[2];

    assert_int_equal(pipe(ends), 0);
    ready.fd = ends[0];
    fds = api_memory(ear->api, "struct pollfd", &ready);
    if (fork() == 0) {
        usleep(WAIT_US);
        _exit(write(ends[1], "x", 1) == 1 ? 0 : 1);
    }
    signals_ring(ear->api, RING);
    assert_int_equal(DONE(ear->api, "poll", api_value(fds), api_int(1), api_int(-1)).i,
                     1);
    signals_ring(ear->api, 0);
    assert_true(ear->n_told[SIGALRM] >= AT_LEAST);
    abx_memory_destroy(fds);
    close(ends[0]);
    close(ends[1]);
}

/* ---- the other words ---- */

static void *write_later(void *data)
{
    sigset_t all;

    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, NULL);
    usleep(WAIT_US);
    assert_int_equal(write(*(int *)data, "x", 1), 1);
    return NULL;
}

static void a_read_goes_on(void **state)
{
    struct ear *ear = *state;
    pthread_t writer;
    int ends[2];
    char byte = 0;

    assert_int_equal(pipe(ends), 0);
    assert_int_equal(pthread_create(&writer, NULL, write_later, &ends[1]), 0);
    signals_ring(ear->api, RING);
    assert_int_equal(
        DONE(ear->api, "read", api_int(ends[0]), api_pointer(&byte), api_uint(1)).i, 1);
    signals_ring(ear->api, 0);
    assert_int_equal(byte, 'x');
    assert_true(ear->n_told[SIGALRM] >= AT_LEAST);
    assert_int_equal(pthread_join(writer, NULL), 0);
    close(ends[0]);
    close(ends[1]);
}

static void an_answer_ends_the_call(void **state)
{
    struct ear *ear = *state;
    struct abx_value args[] = {NOTHING, api_int(0), api_int(60000)};
    struct abx_error err = {0};
    int left;

    ear->answer = ABX_MISSING;
    signals_ring(ear->api, RING);
    assert_int_equal(
        abx_call(api_find(ear->api, "poll"), args, N_ITEMS(args), NULL, &err),
        ABX_MISSING);
    left = errno;
    ear->answer = ABX_OK;
    signals_ring(ear->api, 0);
    assert_string_equal(err.message, "SIGALRM is not wanted");
    assert_int_equal(left, EINTR);
}

static void a_handler_may_make_calls(void **state)
{
    struct ear *ear = *state;
    struct wait wait = {.api = ear->api};
    int64_t begin = signals_now();

    ear->calls = true;
    signals_ring(ear->api, RING);
    assert_int_equal(wait_usleep(&wait), 0);
    signals_ring(ear->api, 0);
    ear->calls = false;
    assert_in_range(signals_now() - begin, WAIT - 1, WAIT + LATE);
    assert_true(ear->n_told[SIGALRM] >= AT_LEAST);
}

static void an_interruption_may_be_success(void **state)
{
    struct ear *ear = *state;
    struct abx_memory *none = api_memory(ear->api, "sigset_t", NULL);

    signals_ring(ear->api, RING);
    assert_int_equal(DONE(ear->api, "pause").i, -1);
    assert_int_equal(errno, EINTR);
    assert_true(ear->n_told[SIGALRM] > 0);
    assert_int_equal(DONE(ear->api, "sigsuspend", api_value(none)).i, -1);
    assert_int_equal(errno, EINTR);
    signals_ring(ear->api, 0);
    abx_memory_destroy(none);
}

/* ---- a host with signals of its own ---- */

/* A thread that waits through the table until its host has had enough. */
struct waiter {
    struct api *api;
    pthread_t thread;
    atomic_bool is_waiting; /* in the call, or just before it */
    atomic_int n_looks;     /* of the hook, on the thread that waits */
    atomic_int n_arrived;
    int status;
    struct abx_error err;
};

enum { ENOUGH = 3 };

static void not_alone(int number)
{
    (void)number;
}

static int look(void *user, struct abx_error *err)
{
    struct waiter *waiter = user;

    assert_true(pthread_equal(pthread_self(), waiter->thread));
    if (atomic_fetch_add(&waiter->n_looks, 1) + 1 < ENOUGH)
        return ABX_OK;
    snprintf(err->message, sizeof(err->message), "that is enough");
    return ABX_SYSTEM;
}

static void note(void *user, int number)
{
    assert_int_equal(number, SIGALRM);
    atomic_fetch_add(&((struct waiter *)user)->n_arrived, 1);
}

static void *wait_for_ever(void *data)
{
    struct waiter *waiter = data;
    struct abx_value args[] = {NOTHING, api_int(0), api_int(-1)};

    atomic_store(&waiter->is_waiting, true);
    waiter->status =
        abx_call(api_find(waiter->api, "poll"), args, N_ITEMS(args), NULL, &waiter->err);
    atomic_store(&waiter->is_waiting, false);
    return NULL;
}

/* Sends until the thread is out of its call. */
static void disturb(struct waiter *waiter, int number)
{
    assert_int_equal(pthread_create(&waiter->thread, NULL, wait_for_ever, waiter), 0);
    while (!atomic_load(&waiter->is_waiting))
        usleep(100);
    while (atomic_load(&waiter->is_waiting)) {
        pthread_kill(waiter->thread, number);
        usleep(1000);
    }
    assert_int_equal(pthread_join(waiter->thread, NULL), 0);
    assert_int_equal(waiter->status, ABX_SYSTEM);
    assert_string_equal(waiter->err.message, "that is enough");
    assert_int_equal(waiter->n_looks, ENOUGH);
}

static void every_thread_looks(void **state)
{
    struct ear *ear = *state;
    struct waiter waiter = {.api = ear->api};
    const struct abx_hooks hooks = {
        .interrupted = look, .arrived = note, .user = &waiter};
    const struct sigaction own = {.sa_handler = not_alone};
    struct sigaction before;

    assert_int_equal(sigaction(SIGUSR2, &own, &before), 0);
    api_find(ear->api, "poll");
    abx_context_set_hooks(ear->api->context, &hooks);
    disturb(&waiter, SIGUSR2);
    assert_int_equal(waiter.n_arrived, 0); /* that one is not the context's */

    /* The context's are noted there and told by its owner, here. */
    atomic_store(&waiter.n_looks, 0);
    disturb(&waiter, SIGALRM);
    assert_true(waiter.n_arrived >= ENOUGH);
    assert_int_equal(ear->n_told[SIGALRM], 0);
    assert_int_equal(abx_context_dispatch(ear->api->context, &ear->api->err), ABX_OK);
    assert_int_equal(ear->n_arrivals[SIGALRM], waiter.n_arrived);
    abx_context_set_hooks(ear->api->context, NULL);
    assert_int_equal(sigaction(SIGUSR2, &before, NULL), 0);
}

/* Most of them can't be interrupted at will: this is what abx_call goes by. */
static void contracts_say_what_is_never_repeated(void **state)
{
    static const struct {
        const char *function, *eintr, *timeout;
    } cases[] = {
        {"close", "never", NULL},
        {"dup2", "never", NULL},
        {"connect", "never", NULL},
        {"fclose", "never", NULL},
        {"pause", "done", NULL},
        {"sigsuspend", "done", NULL},
        {"read", "retry", NULL},
        {"sem_timedwait", "retry", NULL},
        {"mq_timedreceive", "retry", NULL},
        {"poll", "timeout", "3ms"},
        {"select", "timeout", "5"},
        {"clock_nanosleep", "timeout", "3/1/2"},
        {"semtimedop", "timeout", "4"},
        {"recvmmsg", "timeout", "5"},
    };
    struct ear *ear = *state;

    for (size_t i = 0; i < N_ITEMS(cases); i++) {
        const struct abx_contract *contract =
            abx_function_contract(api_find(ear->api, cases[i].function));

        print_message("%s\n", cases[i].function);
        assert_string_equal(contract->eintr, cases[i].eintr);
        if (cases[i].timeout == NULL)
            assert_null(contract->timeout);
        else
            assert_string_equal(contract->timeout, cases[i].timeout);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(timeouts_are_what_they_were, setup, teardown),
        cmocka_unit_test_setup_teardown(a_mask_lets_a_signal_end_the_wait, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(no_limit_stays_none, setup, teardown),
        cmocka_unit_test_setup_teardown(a_read_goes_on, setup, teardown),
        cmocka_unit_test_setup_teardown(an_answer_ends_the_call, setup, teardown),
        cmocka_unit_test_setup_teardown(a_handler_may_make_calls, setup, teardown),
        cmocka_unit_test_setup_teardown(an_interruption_may_be_success, setup, teardown),
        cmocka_unit_test_setup_teardown(every_thread_looks, setup, teardown),
        cmocka_unit_test_setup_teardown(contracts_say_what_is_never_repeated, setup,
                                        teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
