/*
 * A storm: threads send signals to threads through the table, while the owner of the
 * context is told of them. What was sent of a real-time signal must all arrive, of an
 * ordinary one at least one, and no sender may ever wait for the owner.
 */
#include "signals.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

enum { N_THREADS = 4, N_ORDINARY = 4, N_KINDS = 8, SECONDS_TO_LIVE = 120 };

static const int ordinary[N_ORDINARY] = {SIGUSR1, SIGUSR2, SIGHUP, SIGWINCH};

struct storm {
    struct api *api;
    struct abx_function *kill;
    pthread_t owner;
    pthread_t threads[N_THREADS];
    pthread_barrier_t barrier;
    atomic_bool is_over;
    atomic_uint n_done;
    unsigned n_each; /* signals of one thread */
    struct {
        atomic_uint n_sent[N_KINDS];
        atomic_uint n_refused; /* by the system, whose queue was full */
    } tallies[N_THREADS];
};

struct sender {
    struct storm *storm;
    unsigned number;
};

static int kind_number(unsigned kind)
{
    return kind < N_ORDINARY ? ordinary[kind] : SIGRTMIN + (int)(kind - N_ORDINARY);
}

static struct abx_value thread_value(pthread_t thread)
{
#ifdef __GLIBC__
    return api_uint(thread);
#else
    return api_pointer(thread);
#endif
}

/* Through the table, to all threads in turn, this one and the owner among them. */
static void send_one(struct storm *storm, unsigned number, unsigned i)
{
    unsigned kind = i % N_KINDS;
    unsigned to = i / N_KINDS % (N_THREADS + 1);
    pthread_t target = to < N_THREADS ? storm->threads[to] : storm->owner;
    struct abx_value args[2] = {thread_value(target), api_int(kind_number(kind))};
    struct abx_error err;

    if (abx_call(storm->kill, args, 2, NULL, &err) == ABX_OK)
        atomic_fetch_add(&storm->tallies[number].n_sent[kind], 1);
    else if (err.code == EAGAIN)
        atomic_fetch_add(&storm->tallies[number].n_refused, 1);
    else
        abort();
}

static void *send_all(void *data)
{
    struct sender *sender = data;
    struct storm *storm = sender->storm;

    pthread_barrier_wait(&storm->barrier);
    for (unsigned i = 0; i < storm->n_each; i++)
        send_one(storm, sender->number, i);
    atomic_fetch_add(&storm->n_done, 1);
    while (!atomic_load(&storm->is_over)) /* others may still send to this thread */
        usleep(1000);
    return NULL;
}

static unsigned n_sent(struct storm *storm, unsigned kind)
{
    unsigned n = 0;

    for (unsigned i = 0; i < N_THREADS; i++)
        n += atomic_load(&storm->tallies[i].n_sent[kind]);
    return n;
}

static void start(struct storm *storm, struct sender *senders)
{
    assert_int_equal(pthread_barrier_init(&storm->barrier, NULL, N_THREADS + 1), 0);
    for (unsigned i = 0; i < N_THREADS; i++) {
        senders[i] = (struct sender){storm, i};
        assert_int_equal(pthread_create(&storm->threads[i], NULL, send_all, &senders[i]),
                         0);
    }
    pthread_barrier_wait(&storm->barrier);
}

static void stop_sending(struct storm *storm)
{
    atomic_store(&storm->is_over, true);
    for (unsigned i = 0; i < N_THREADS; i++)
        assert_int_equal(pthread_join(storm->threads[i], NULL), 0);
}

/* @is_watched: the owner is told meanwhile, else only when the storm is over. */
static void run_storm(struct api *api, unsigned n_signals, bool is_watched)
{
    struct storm storm = {.api = api, .owner = pthread_self()};
    struct sender senders[N_THREADS];
    struct ear ear = {0};
    size_t n_dropped = abx_signal_n_dropped(api->context);
    size_t n_told = 0;

    storm.kill = api_find(api, "pthread_kill");
    storm.n_each = n_signals / N_THREADS;
    for (unsigned kind = 0; kind < N_KINDS; kind++)
        ear_open(&ear, api, kind_number(kind), 0);
    start(&storm, senders);
    while (atomic_load(&storm.n_done) < N_THREADS) {
        if (is_watched)
            assert_int_equal(abx_signal_dispatch(api->context, &api->err), ABX_OK);
        else
            usleep(1000);
    }
    stop_sending(&storm);
    pthread_barrier_destroy(&storm.barrier);
    assert_int_equal(abx_signal_dispatch(api->context, &api->err), ABX_OK);
    for (unsigned kind = 0; kind < N_KINDS; kind++) {
        int number = kind_number(kind);

        assert_true(ear.n_arrivals[number] > 0);
        n_told += ear.n_arrivals[number] - ear.n_infos[number];
        if (kind < N_ORDINARY || SIGNALS_ARE_JOINED)
            assert_in_range(ear.n_arrivals[number], 1, n_sent(&storm, kind));
        else
            assert_int_equal(ear.n_arrivals[number], n_sent(&storm, kind));
        assert_int_equal(abx_signal_restore(api->context, number, NULL), ABX_OK);
    }
    /* Each that was told without siginfo is one for which there was no room. */
    assert_int_equal(n_told, abx_signal_n_dropped(api->context) - n_dropped);
}

/* A million where nothing slows it down. */
static unsigned how_many(void)
{
    const char *given = getenv("ABIDEX_TEST_SIGNALS");

    if (given != NULL)
        return (unsigned)strtoul(given, NULL, 10);
    if (signals_are_emulated())
        return 100 * 1000;
    return SIGNALS_ARE_JOINED ? 100 * 1000 : 1000 * 1000;
}

static void a_storm_loses_no_kind(void **state)
{
    int64_t begin = signals_now();
    unsigned n = how_many();

    alarm(SECONDS_TO_LIVE); /* it never waits: whoever does is ended here */
    run_storm(*state, n, true);
    print_message("%u signals in %d ms\n", n, (int)(signals_now() - begin));
}

static void a_storm_that_nobody_watches_loses_no_kind(void **state)
{
    struct api *api = *state;
    size_t before = abx_signal_n_dropped(api->context);

    run_storm(api, how_many() / 10, false);
    assert_true(abx_signal_n_dropped(api->context) > before);
}

/* ---- contexts that come and go ---- */

static void *send_until_over(void *data)
{
    struct storm *storm = data;

    while (!atomic_load(&storm->is_over))
        pthread_kill(pthread_self(), SIGUSR1);
    return NULL;
}

static void pass_over(int number, siginfo_t *info, void *machine)
{
    (void)number;
    (void)info;
    (void)machine;
}

/* A handler on another thread may be at work while what it works on goes away. */
static void a_context_may_end_in_a_storm(void **state)
{
    enum { N_TURNS = 60 };
    struct storm storm = {0};
    struct ear ear = {0};
    struct sigaction before = {.sa_sigaction = pass_over, .sa_flags = SA_SIGINFO};
    struct sigaction now;

    (void)state;
    /* Not SIG_IGN: QEMU crashes where that is set while the signal comes. */
    assert_int_equal(sigaction(SIGUSR1, &before, NULL), 0);
    for (unsigned i = 0; i < N_THREADS; i++)
        assert_int_equal(pthread_create(&storm.threads[i], NULL, send_until_over, &storm),
                         0);
    for (unsigned i = 0; i < N_TURNS; i++) {
        struct abx_context *context;
        struct abx_table *table;

        assert_int_equal(abx_context_create(&context), ABX_OK);
        assert_int_equal(
            abx_table_open(context, getenv("ABIDEX_TEST_LIBC"), &table, NULL), ABX_OK);
        assert_int_equal(abx_signal_handle(table, SIGUSR1, ear_hear, &ear, 0, NULL),
                         ABX_OK);
        sched_yield();
        assert_int_equal(abx_signal_dispatch(context, NULL), ABX_OK);
        abx_table_close(table);
        abx_context_destroy(context);
    }
    stop_sending(&storm);
    assert_true(ear.n_arrivals[SIGUSR1] > 0);
    assert_int_equal(sigaction(SIGUSR1, NULL, &now), 0);
    assert_true(now.sa_sigaction == pass_over);
    signal(SIGUSR1, SIG_DFL);
}

/* The system's queue is one for all processes of a user: where it is full, signals of other
 * programs arrive without their siginfo. */
static int leave_room_for_others(void **state)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_SIGPENDING, &limit) != 0)
        return -1;
    limit.rlim_cur = limit.rlim_cur / 4;
    return setrlimit(RLIMIT_SIGPENDING, &limit) == 0 ? libc_setup(state) : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_storm_loses_no_kind),
        cmocka_unit_test(a_storm_that_nobody_watches_loses_no_kind),
        cmocka_unit_test(a_context_may_end_in_a_storm),
    };

    return cmocka_run_group_tests(tests, leave_room_for_others, libc_teardown);
}
