/*
 * Signals of a process whose handlers are told at safe points: who may handle what, what
 * arrives, and what is as before when all is over.
 */
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- who may be handled ---- */

static void some_are_refused(void **state)
{
    static const struct {
        int number;
        const char *why;
    } cases[] = {
        {0, "no signal of this number"},
        {-1, "no signal of this number"},
        {NSIG, "no signal of this number"},
        {1000, "no signal of this number"},
        {SIGKILL, "SIGKILL"},
        {SIGSTOP, "SIGSTOP"},
        {32, "the C library keeps it"},
        {33, "the C library keeps it"},
        {SIGSEGV, "the instruction at fault"},
        {SIGBUS, "the instruction at fault"},
        {SIGFPE, "the instruction at fault"},
        {SIGILL, "the instruction at fault"},
        {SIGTRAP, "the instruction at fault"},
        {SIGSYS, "the instruction at fault"},
    };
    struct api *api = *state;
    struct ear ear = {0};

    for (size_t i = 0; i < N_ITEMS(cases); i++) {
        assert_int_equal(
            abx_signal_handle(api->table, cases[i].number, ear_hear, &ear, 0, &api->err),
            ABX_REFUSED);
        if (strstr(api->err.message, cases[i].why) == NULL)
            fail_msg("signal %d: %s", cases[i].number, api->err.message);
    }
    assert_int_equal(abx_signal_handle(api->table, SIGUSR1, NULL, NULL, 0, &api->err),
                     ABX_REFUSED);
    assert_int_equal(
        abx_signal_handle(api->table, SIGUSR1, ear_hear, &ear, 64, &api->err),
        ABX_REFUSED);
    assert_int_equal(abx_signal_restore(api->context, SIGUSR1, &api->err), ABX_MISSING);
}

/* As the system does when a signal comes. */
static void call_handler(int number)
{
    struct sigaction action;
    siginfo_t info = {.si_signo = number};

    assert_int_equal(sigaction(number, NULL, &action), 0);
    action.sa_sigaction(number, &info, NULL);
}

/* An emulator, which needs some for itself, may not have the last ones. */
static void send(struct api *api, int number)
{
    enum { LAST = 3 };
    struct abx_value arg = api_int(number);
    int status = libc_call(api, "raise", &arg, 1, NULL);

    if (status != ABX_FAILED || !signals_are_emulated() || number <= SIGRTMAX - LAST) {
        assert_int_equal(status, ABX_OK);
        return;
    }
    print_message("the emulator does not send signal %d: its handler is called\n",
                  number);
    call_handler(number);
}

/* Every other one works, real-time signals too. */
static void all_others_arrive(void **state)
{
    struct api *api = *state;
    struct ear ear = {0};
    int n_handled = 0;

    for (int number = 1; number <= SIGRTMAX; number++) {
        int status = abx_signal_handle(api->table, number, ear_hear, &ear, 0, &api->err);

        if (status == ABX_REFUSED)
            continue;
        assert_int_equal(status, ABX_OK);
        ear.api = api;
        n_handled++;
        send(api, number);
        assert_int_equal(abx_signal_dispatch(api->context, &api->err), ABX_OK);
        assert_int_equal(ear.n_arrivals[number], 1);
        assert_int_equal(ear.n_infos[number], 1);
        assert_int_equal(abx_signal_restore(api->context, number, &api->err), ABX_OK);
    }
    assert_int_equal(n_handled, 31 - 8 + SIGRTMAX - SIGRTMIN + 1);
}

struct stranger {
    struct api *api;
    int status[4];
    char message[448];
};

static void *act(void *data)
{
    struct stranger *stranger = data;
    struct api *api = stranger->api;
    struct abx_error err = {0};

    stranger->status[0] = abx_signal_handle(api->table, SIGUSR2, ear_hear, NULL, 0, &err);
    memcpy(stranger->message, err.message, sizeof(err.message));
    stranger->status[1] = abx_signal_restore(api->context, SIGUSR1, &err);
    stranger->status[2] = abx_signal_set_wakeup(api->context, -1, &err);
    stranger->status[3] = abx_signal_dispatch(api->context, &err);
    return NULL;
}

static void another_thread_is_refused(void **state)
{
    struct stranger stranger = {.api = *state};
    struct ear ear = {0};
    struct sigaction now;
    pthread_t thread;

    ear_open(&ear, *state, SIGUSR1, 0);
    raise(SIGUSR1);
    assert_int_equal(pthread_create(&thread, NULL, act, &stranger), 0);
    assert_int_equal(pthread_join(thread, NULL), 0);
    for (size_t i = 0; i < N_ITEMS(stranger.status); i++)
        assert_int_equal(stranger.status[i], ABX_REFUSED);
    assert_non_null(strstr(stranger.message, "only on the thread that owns the context"));
    assert_int_equal(ear.n_told[SIGUSR1], 0);
    assert_int_equal(sigaction(SIGUSR2, NULL, &now), 0);
    assert_true(now.sa_handler == SIG_DFL);
    assert_int_equal(abx_signal_restore(stranger.api->context, SIGUSR1, NULL), ABX_OK);
    assert_int_equal(ear.n_told[SIGUSR1], 1);
}

static void another_context_is_refused(void **state)
{
    struct ear ear = {0};
    struct api other;

    ear_open(&ear, *state, SIGUSR1, 0);
    api_open_file(&other, getenv("ABIDEX_TEST_LIBC"));
    assert_int_equal(
        abx_signal_handle(other.table, SIGUSR1, ear_hear, &ear, 0, &other.err),
        ABX_REFUSED);
    assert_non_null(
        strstr(other.err.message, "another context of this process handles SIGUSR1"));
    assert_int_equal(abx_signal_restore(((struct api *)*state)->context, SIGUSR1, NULL),
                     ABX_OK);
    ear_open(&ear, &other, SIGUSR1, 0);
    api_close(&other);
}

/* ---- what arrives ---- */

static void siginfo_arrives_in_order(void **state)
{
    struct api *api = *state;
    struct ear ear = {0};
    union sigval value = {0};
    int first = SIGRTMIN + 1;
    int n_signals = SIGNALS_ARE_JOINED ? 2 : 20;

    ear_open(&ear, api, first, 0);
    ear_open(&ear, api, first + 1, 0);
    for (int i = 0; i < n_signals; i++) {
        value.sival_int = 1000 + i;
        assert_int_equal(sigqueue(getpid(), first + i % 2, value), 0);
    }
    assert_int_equal(ear.n_values, 0); /* none runs before a safe point */
    assert_int_equal(abx_signal_dispatch(api->context, &api->err), ABX_OK);
    assert_int_equal(ear.n_values, n_signals);
    for (int i = 0; i < n_signals; i++)
        assert_int_equal(ear.values[i], 1000 + i);
    assert_int_equal(abx_signal_restore(api->context, first, NULL), ABX_OK);
    assert_int_equal(abx_signal_restore(api->context, first + 1, NULL), ABX_OK);
}

/* Where there is no room for siginfo the number is right all the same. */
static void a_full_ring_is_counted(void **state)
{
    enum { N_SIGNALS = 300, N_SLOTS = 256 };
    struct api *api = *state;
    struct ear ear = {0};
    size_t before = abx_signal_n_dropped(api->context);

    ear_open(&ear, api, SIGUSR1, 0);
    ear_open(&ear, api, SIGUSR2, 0);
    for (int i = 0; i < N_SIGNALS; i++)
        raise(SIGUSR1);
    raise(SIGUSR2);
    assert_int_equal(abx_signal_dispatch(api->context, &api->err), ABX_OK);
    assert_int_equal(ear.n_arrivals[SIGUSR1], N_SIGNALS);
    assert_int_equal(ear.n_infos[SIGUSR1], N_SLOTS);
    assert_int_equal(ear.n_told[SIGUSR1], N_SLOTS + 1);
    assert_int_equal(ear.n_arrivals[SIGUSR2], 1);
    assert_int_equal(ear.n_infos[SIGUSR2], 0);
    assert_int_equal(abx_signal_n_dropped(api->context) - before,
                     N_SIGNALS + 1 - N_SLOTS);
    raise(SIGUSR2);
    assert_int_equal(abx_signal_restore(api->context, SIGUSR2, NULL), ABX_OK);
    assert_int_equal(ear.n_infos[SIGUSR2], 1);
    assert_int_equal(abx_signal_restore(api->context, SIGUSR1, NULL), ABX_OK);
}

static void an_answer_ends_the_dispatch(void **state)
{
    struct api *api = *state;
    struct ear ear = {.answer = ABX_FAILED};

    ear_open(&ear, api, SIGUSR1, 0);
    raise(SIGUSR1);
    raise(SIGUSR1);
    assert_int_equal(abx_signal_dispatch(api->context, &api->err), ABX_FAILED);
    assert_string_equal(api->err.message, "SIGUSR1 is not wanted");
    assert_int_equal(api->err.status, ABX_FAILED);
    assert_int_equal(ear.n_told[SIGUSR1], 1);
    assert_int_equal(abx_signal_dispatch(api->context, NULL), ABX_FAILED);
    assert_int_equal(ear.n_told[SIGUSR1], 2);
    assert_int_equal(abx_signal_dispatch(api->context, NULL), ABX_OK);
    raise(SIGUSR1);
    assert_int_equal(abx_signal_restore(api->context, SIGUSR1, &api->err), ABX_FAILED);
    assert_int_equal(ear.n_told[SIGUSR1], 3);
    assert_int_equal(abx_signal_restore(api->context, SIGUSR1, NULL), ABX_OK);
}

static void pass_over(int number)
{
    (void)number;
}

/* What an answer left pending is told when any signal interrupts a call. */
static void what_is_left_is_told_at_a_safe_point(void **state)
{
    struct sigaction alarm = {.sa_handler = pass_over};
    struct api *api = *state;
    struct ear ear = {.answer = ABX_FAILED};

    ear_open(&ear, api, SIGUSR1, 0);
    raise(SIGUSR1);
    raise(SIGUSR1);
    assert_int_equal(abx_signal_dispatch(api->context, NULL), ABX_FAILED);
    ear.answer = ABX_OK;
    assert_int_equal(sigaction(SIGALRM, &alarm, NULL), 0);
    signals_ring(api, 20);
    DONE(api, "pause");
    signals_ring(api, 0);
    assert_int_equal(ear.n_told[SIGUSR1], 2);
    assert_int_equal(abx_signal_restore(api->context, SIGUSR1, NULL), ABX_OK);
    signal(SIGALRM, SIG_DFL);
}

/* What came for the old handler is told to it before there is a new one. */
/* A handler that objects keeps the function from being called. */
static void a_call_is_a_safe_point(void **state)
{
    struct api *api = *state;
    struct abx_value result;
    struct ear ear = {0};

    ear_open(&ear, api, SIGUSR1, 0);
    raise(SIGUSR1);
    assert_int_equal(libc_call(api, "getpid", NULL, 0, &result), ABX_OK);
    assert_int_equal(ear.n_arrivals[SIGUSR1], 1);
    assert_int_equal(result.i, getpid());
    raise(SIGUSR1);
    ear.answer = ABX_REFUSED;
    result.i = 0;
    assert_int_equal(libc_call(api, "getpid", NULL, 0, &result), ABX_REFUSED);
    assert_int_equal(ear.n_arrivals[SIGUSR1], 2);
    assert_int_equal(result.i, 0);
    ear.answer = ABX_OK;
    assert_int_equal(abx_signal_restore(api->context, SIGUSR1, NULL), ABX_OK);
}

static void pending_ones_are_the_old_handlers(void **state)
{
    struct api *api = *state;
    struct ear old = {0};
    struct ear new = {0};

    ear_open(&old, api, SIGUSR1, 0);
    raise(SIGUSR1);
    ear_open(&new, api, SIGUSR1, ABX_SIGNAL_RESTART);
    assert_int_equal(old.n_arrivals[SIGUSR1], 1);
    raise(SIGUSR1);
    assert_int_equal(abx_signal_restore(api->context, SIGUSR1, NULL), ABX_OK);
    assert_int_equal(old.n_arrivals[SIGUSR1], 1);
    assert_int_equal(new.n_arrivals[SIGUSR1], 1);
}

static int send_again(void *user, const struct abx_signal *signal, struct abx_error *err)
{
    struct ear *ear = user;

    if (ear->n_told[signal->number]++ < 3) {
        raise(signal->number);
        assert_int_equal(abx_signal_dispatch(ear->api->context, err), ABX_OK);
    }
    return ABX_OK;
}

/* Each dispatch tells of what came before it, and no handler runs inside itself. */
static void handlers_do_not_nest(void **state)
{
    struct api *api = *state;
    struct ear ear = {.api = api};

    assert_int_equal(abx_signal_handle(api->table, SIGUSR1, send_again, &ear, 0, NULL),
                     ABX_OK);
    raise(SIGUSR1);
    for (unsigned i = 1; i <= 4; i++) {
        assert_int_equal(abx_signal_dispatch(api->context, NULL), ABX_OK);
        assert_int_equal(ear.n_told[SIGUSR1], i);
    }
    assert_int_equal(abx_signal_dispatch(api->context, NULL), ABX_OK);
    assert_int_equal(ear.n_told[SIGUSR1], 4);
    assert_int_equal(abx_signal_restore(api->context, SIGUSR1, NULL), ABX_OK);
}

static void flags_are_the_systems(void **state)
{
    struct api *api = *state;
    struct ear ear = {0};
    struct sigaction now;

    ear_open(&ear, api, SIGCHLD, 0);
    assert_int_equal(sigaction(SIGCHLD, NULL, &now), 0);
    assert_int_equal(now.sa_flags & (SA_RESTART | SA_NOCLDSTOP), 0);
    ear_open(&ear, api, SIGCHLD, ABX_SIGNAL_RESTART);
    assert_int_equal(sigaction(SIGCHLD, NULL, &now), 0);
    assert_int_equal(now.sa_flags & (SA_RESTART | SA_NOCLDSTOP), SA_RESTART);
    ear_open(&ear, api, SIGCHLD, ABX_SIGNAL_NO_CHILD_STOP);
    assert_int_equal(sigaction(SIGCHLD, NULL, &now), 0);
    assert_int_equal(now.sa_flags & (SA_RESTART | SA_NOCLDSTOP), SA_NOCLDSTOP);
    assert_int_equal(abx_signal_restore(api->context, SIGCHLD, NULL), ABX_OK);
}

/* ---- waking up ---- */

static void wakeup_bytes_are_numbers(void **state)
{
    struct api *api = *state;
    struct ear ear = {0};
    unsigned char bytes[8] = {0};
    int ends[2];

    assert_int_equal(pipe2(ends, O_NONBLOCK | O_CLOEXEC), 0);
    ear_open(&ear, api, SIGUSR1, 0);
    ear_open(&ear, api, SIGUSR2, 0);
    assert_int_equal(abx_signal_set_wakeup(api->context, ends[1], &api->err), ABX_OK);
    errno = 77;
    raise(SIGUSR2);
    raise(SIGUSR1);
    assert_int_equal(errno, 77);
    assert_int_equal(read(ends[0], bytes, sizeof(bytes)), 2);
    assert_int_equal(bytes[0], SIGUSR2);
    assert_int_equal(bytes[1], SIGUSR1);
    assert_int_equal(abx_signal_set_wakeup(api->context, -1, &api->err), ABX_OK);
    raise(SIGUSR1);
    assert_int_equal(read(ends[0], bytes, sizeof(bytes)), -1);
    assert_int_equal(abx_signal_restore(api->context, SIGUSR1, NULL), ABX_OK);
    assert_int_equal(abx_signal_restore(api->context, SIGUSR2, NULL), ABX_OK);
    assert_int_equal(ear.n_arrivals[SIGUSR1], 2);
    close(ends[0]);
    close(ends[1]);
}

static void a_full_pipe_loses_nothing(void **state)
{
    struct api *api = *state;
    struct ear ear = {0};
    int ends[2];

    assert_int_equal(pipe2(ends, O_NONBLOCK | O_CLOEXEC), 0);
    while (write(ends[1], "x", 1) == 1)
        ;
    ear_open(&ear, api, SIGUSR1, 0);
    assert_int_equal(abx_signal_set_wakeup(api->context, ends[1], &api->err), ABX_OK);
    errno = 77;
    raise(SIGUSR1);
    assert_int_equal(errno, 77);
    assert_int_equal(abx_signal_dispatch(api->context, &api->err), ABX_OK);
    assert_int_equal(ear.n_arrivals[SIGUSR1], 1);
    assert_int_equal(abx_signal_set_wakeup(api->context, -1, &api->err), ABX_OK);
    assert_int_equal(abx_signal_restore(api->context, SIGUSR1, NULL), ABX_OK);
    close(ends[0]);
    close(ends[1]);
}

static void other_descriptors_are_refused(void **state)
{
    struct api *api = *state;
    int ends[2];

    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    assert_int_equal(abx_signal_set_wakeup(api->context, ends[1], &api->err),
                     ABX_REFUSED);
    assert_non_null(strstr(api->err.message, "blocks"));
    assert_int_equal(abx_signal_set_wakeup(api->context, ends[0], &api->err),
                     ABX_REFUSED);
    assert_non_null(strstr(api->err.message, "can't be written to"));
    assert_int_equal(abx_signal_set_wakeup(api->context, 9999, &api->err), ABX_REFUSED);
    assert_non_null(strstr(api->err.message, "not open"));
    close(ends[0]);
    close(ends[1]);
}

/* ---- a child ---- */

/* In the child: 0, or which step failed. */
static int be_a_child(struct api *api, struct ear *ear, int wakeup)
{
    char byte;

    if (abx_signal_dispatch(api->context, NULL) != ABX_OK || ear->n_told[SIGUSR1] != 1)
        return 1;
    while (read(wakeup, &byte, 1) == 1)
        ;
    raise(SIGUSR1);
    if (read(wakeup, &byte, 1) == 1)
        return 2;
    if (abx_signal_dispatch(api->context, NULL) != ABX_OK || ear->n_infos[SIGUSR1] != 2 ||
        ear->n_arrivals[SIGUSR1] != 2)
        return 3;
    return 0;
}

static void a_child_begins_with_nothing_pending(void **state)
{
    struct api *api = *state;
    struct ear ear = {0};
    int ends[2];
    int how = 0;
    pid_t child;

    assert_int_equal(pipe2(ends, O_NONBLOCK | O_CLOEXEC), 0);
    ear_open(&ear, api, SIGUSR1, 0);
    assert_int_equal(abx_signal_set_wakeup(api->context, ends[1], NULL), ABX_OK);
    for (int i = 0; i < 300; i++) /* no slot is free */
        raise(SIGUSR1);
    ear.answer = ABX_FAILED; /* the rest is known to the owner already */
    assert_int_equal(abx_signal_dispatch(api->context, NULL), ABX_FAILED);
    assert_int_equal(ear.n_told[SIGUSR1], 1);
    ear.answer = ABX_OK;
    for (int i = 0; i < 2; i++)
        raise(SIGUSR1);
    child = fork();
    if (child == 0)
        _exit(be_a_child(api, &ear, ends[0]));
    assert_int_equal(waitpid(child, &how, 0), child);
    assert_true(WIFEXITED(how));
    assert_int_equal(WEXITSTATUS(how), 0);
    assert_int_equal(abx_signal_set_wakeup(api->context, -1, NULL), ABX_OK);
    assert_int_equal(abx_signal_restore(api->context, SIGUSR1, NULL), ABX_OK);
    assert_int_equal(ear.n_arrivals[SIGUSR1], 302);
    close(ends[0]);
    close(ends[1]);
}

/* ---- the end ---- */

static volatile sig_atomic_t n_own;

static void own_handler(int number)
{
    (void)number;
    n_own++;
}

static void all_is_put_back(void **state)
{
    struct sigaction own = {.sa_handler = own_handler, .sa_flags = SA_NODEFER};
    struct sigaction later = {.sa_handler = SIG_IGN};
    struct sigaction now;
    struct ear ear = {0};
    struct api api;

    (void)state;
    assert_int_equal(sigaction(SIGUSR1, &own, NULL), 0);
    api_open_file(&api, getenv("ABIDEX_TEST_LIBC"));
    ear_open(&ear, &api, SIGUSR1, 0);
    ear_open(&ear, &api, SIGUSR1, 0); /* what was before is what was before the first */
    ear_open(&ear, &api, SIGUSR2, 0);
    ear_open(&ear, &api, SIGHUP, 0);
    assert_int_equal(sigaction(SIGHUP, &later, NULL), 0);
    raise(SIGUSR1);
    api_close(&api);
    assert_int_equal(ear.n_told[SIGUSR1], 0); /* dropped, as it is described */
    raise(SIGUSR1);
    assert_int_equal(n_own, 1);
    assert_int_equal(sigaction(SIGUSR1, NULL, &now), 0);
    assert_true(now.sa_handler == own_handler);
    assert_true((now.sa_flags & SA_NODEFER) != 0);
    assert_int_equal(sigaction(SIGUSR2, NULL, &now), 0);
    assert_true(now.sa_handler == SIG_DFL);
    assert_int_equal(sigaction(SIGHUP, NULL, &now), 0);
    assert_true(now.sa_handler == SIG_IGN);
    signal(SIGUSR1, SIG_DFL);
    signal(SIGHUP, SIG_DFL);
}

/* A table may go before the context: its siginfo_t is then not told any more. */
static void a_table_may_be_closed(void **state)
{
    struct ear ear = {0};
    struct api api;

    (void)state;
    api_open_file(&api, getenv("ABIDEX_TEST_LIBC"));
    ear_open(&ear, &api, SIGUSR1, 0);
    abx_table_close(api.table);
    api.table = NULL;
    raise(SIGUSR1);
    assert_int_equal(abx_signal_dispatch(api.context, NULL), ABX_OK);
    assert_int_equal(ear.n_arrivals[SIGUSR1], 1);
    assert_int_equal(ear.n_infos[SIGUSR1], 0);
    api_close(&api);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(some_are_refused),
        cmocka_unit_test(all_others_arrive),
        cmocka_unit_test(another_thread_is_refused),
        cmocka_unit_test(another_context_is_refused),
        cmocka_unit_test(siginfo_arrives_in_order),
        cmocka_unit_test(a_full_ring_is_counted),
        cmocka_unit_test(an_answer_ends_the_dispatch),
        cmocka_unit_test(what_is_left_is_told_at_a_safe_point),
        cmocka_unit_test(a_call_is_a_safe_point),
        cmocka_unit_test(pending_ones_are_the_old_handlers),
        cmocka_unit_test(handlers_do_not_nest),
        cmocka_unit_test(flags_are_the_systems),
        cmocka_unit_test(wakeup_bytes_are_numbers),
        cmocka_unit_test(a_full_pipe_loses_nothing),
        cmocka_unit_test(other_descriptors_are_refused),
        cmocka_unit_test(a_child_begins_with_nothing_pending),
        cmocka_unit_test(all_is_put_back),
        cmocka_unit_test(a_table_may_be_closed),
    };

    return cmocka_run_group_tests(tests, libc_setup, libc_teardown);
}
