/*
 * The provoked calls. Each is made in a process of its own with descriptors of its own,
 * so that none sees what another did; what the record did in front of a call stands here
 * as its preparation.
 */
#include "provoked.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

/* ---- what the calls are made with ---- */

static const struct {
    const char *type, *member; /* the member has the value, the rest is zero */
    int64_t value;
} memories[N_MEMORIES] = {
    [S] = {"sigset_t", NULL, 0},
    [EV] = {"struct epoll_event", "events", EPOLLIN},
    [B] = {"[128]char", NULL, 0},
    [IT] = {"struct itimerspec", "it_value.tv_nsec", 2000000000},
    [IT_ZERO] = {"struct itimerspec", NULL, 0},
    [V] = {"eventfd_t", NULL, 0},
    [TS] = {"struct timespec", NULL, 0},
    [TS_ONE] = {"struct timespec", "tv_sec", 1},
    [P] = {"[2]i32", NULL, 0},
};

void world_init(struct world *world, struct api *api)
{
    *world = (struct world){.api = api};
    for (size_t i = 0; i < N_MEMORIES; i++) {
        struct abx_value value = api_int(memories[i].value);

        world->memories[i] = api_memory(api, memories[i].type, NULL);
        if (memories[i].member != NULL)
            assert_int_equal(
                abx_memory_set(world->memories[i], memories[i].member, &value, &api->err),
                ABX_OK);
    }
}

void world_finish(struct world *world)
{
    for (size_t i = 0; i < N_MEMORIES; i++)
        abx_memory_destroy(world->memories[i]);
}

/* In a child, where a cmocka assertion would be out of place. */
bool world_open_descriptors(struct world *world)
{
    int *fds = world->descriptors;
    char path[] = "/tmp/abidex-test-XXXXXX";
    sigset_t set;

    sigemptyset(&set);
    if (pipe(&fds[P0]) != 0 || pipe2(&fds[NB0], O_NONBLOCK) != 0)
        return false;
    fds[EP] = epoll_create1(0);
    fds[EP2] = epoll_create1(0);
    fds[EF] = eventfd(0, EFD_NONBLOCK);
    fds[TF] = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
    fds[SF] = signalfd(-1, &set, SFD_NONBLOCK);
    fds[DIRECTORY] = open("/", O_RDONLY | O_DIRECTORY);
    fds[REG] = mkstemp(path);
    unlink(path);
    for (size_t i = 0; i < N_DESCRIPTORS; i++) {
        if (fds[i] < 0)
            return false;
    }
    return true;
}

#define I(n)                                                                             \
    {                                                                                    \
        INTEGER, n                                                                       \
    }
#define U(n)                                                                             \
    {                                                                                    \
        UNSIGNED, (int64_t)(n)                                                           \
    }
#define L(n)                                                                             \
    {                                                                                    \
        LONG, n                                                                          \
    } /* behind "...", where the kernel takes longs */
#define F(d)                                                                             \
    {                                                                                    \
        DESCRIPTOR, d                                                                    \
    }
#define M(m)                                                                             \
    {                                                                                    \
        MEMORY, m                                                                        \
    }
#define BAD                                                                              \
    {                                                                                    \
        ADDRESS, 1                                                                       \
    }
#define NIL                                                                              \
    {                                                                                    \
        ADDRESS, 0                                                                       \
    }

static struct abx_value make_argument(const struct world *world, struct argument argument)
{
    struct abx_value value = api_int(argument.number);

    if (argument.kind == ADDRESS)
        return api_pointer((void *)(intptr_t)argument.number);
    if (argument.kind == DESCRIPTOR)
        return api_int(world->descriptors[argument.number]);
    if (argument.kind == MEMORY)
        return api_value(world->memories[argument.number]);
    if (argument.kind == UNSIGNED)
        return api_uint((uint64_t)argument.number);
    if (argument.kind == LONG)
        abx_table_find_type(world->api->table, WORD_LONG, &value.type, NULL);
    return value;
}

size_t call_arguments(const struct call *call, const struct world *world,
                      struct abx_value args[MAX_ARGUMENTS])
{
    size_t n = 0;

    for (; n < MAX_ARGUMENTS && call->args[n].kind != NONE; n++)
        args[n] = make_argument(world, call->args[n]);
    return n;
}

/* ---- what comes before a call ---- */

static void ring(int signo)
{
    (void)signo;
}

/* Again and again, so that the call is interrupted even if it begins late. */
static bool interrupt_soon(struct world *world)
{
    const struct itimerval interval = {{0, 50000}, {0, 50000}};
    struct sigaction action = {.sa_handler = ring};

    (void)world;
    return sigaction(SIGALRM, &action, NULL) == 0 &&
           setitimer(ITIMER_REAL, &interval, NULL) == 0;
}

static bool put_byte(struct world *world)
{
    return write(world->descriptors[P1], "x", 1) == 1;
}

static bool watch(struct world *world, enum descriptor fd, uint32_t events)
{
    struct epoll_event event = {.events = events};

    return epoll_ctl(world->descriptors[EP], EPOLL_CTL_ADD, world->descriptors[fd],
                     &event) == 0;
}

static bool watch_pipe(struct world *world)
{
    return watch(world, P0, EPOLLIN);
}

static bool watch_writing(struct world *world)
{
    return watch(world, P1, EPOLLOUT);
}

static bool watch_other(struct world *world)
{
    return watch(world, EP2, EPOLLIN);
}

static bool fill_event(struct world *world)
{
    return eventfd_write(world->descriptors[EF], UINT64_MAX - 1) == 0;
}

static bool drop_privileges(struct world *world)
{
    (void)world;
    return geteuid() != 0 || setuid(65534) == 0;
}

/* No descriptor can be opened from here on. */
static bool use_up_descriptors(struct world *world)
{
    const struct rlimit limit = {3, 3};

    (void)world;
    return setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

/* ---- the calls ---- */

/* The address sanitizer stands in front of some functions and reads their strings. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED "the address sanitizer reads the string before the call"
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define SANITIZED "the address sanitizer reads the string before the call"
#endif
#ifndef SANITIZED
#define SANITIZED NULL
#endif

#define CALL(recorded, name, ...)                                                        \
    .text = recorded, .function = #name, .args = {__VA_ARGS__}

const struct call provoked_calls[] = {
    {CALL("sigemptyset(NULL)", sigemptyset, NIL), .refused = 1},
    {CALL("sigaddset(&s,0)", sigaddset, M(S), I(0))},
    {CALL("sigaddset(&s,32)", sigaddset, M(S), I(32))},
    {CALL("sigdelset(&s,65)", sigdelset, M(S), I(65))},
    {CALL("sigismember(&s,65)", sigismember, M(S), I(65))},
    {CALL("sigprocmask(99,&s,NULL)", sigprocmask, I(99), M(S), NIL)},
    {CALL("sigprocmask(0,BAD,NULL)", sigprocmask, I(0), BAD, NIL)},
    {CALL("sigprocmask(0,NULL,BAD)", sigprocmask, I(0), NIL, BAD)},
    {CALL("sigprocmask(99,NULL,NULL)", sigprocmask, I(99), NIL, NIL)},
    {CALL("pthread_sigmask(99,&s,NULL)", pthread_sigmask, I(99), M(S), NIL)},
    {CALL("pthread_sigmask(0,NULL,BAD)", pthread_sigmask, I(0), NIL, BAD)},
    {CALL("signalfd(9999,&s,0)", signalfd, I(9999), M(S), I(0))},
    {CALL("signalfd(p[0],&s,0)", signalfd, F(P0), M(S), I(0))},
    {CALL("signalfd(-1,&s,0x12345)", signalfd, I(-1), M(S), I(0x12345))},
    {CALL("signalfd(-1,BAD,0)", signalfd, I(-1), BAD, I(0))},
    {CALL("read(sf,b,8)", read, F(SF), M(B), I(8))},
    {CALL("({char c[128];read(sf,c,128);})", read, F(SF), M(B), I(128))},
    {CALL("epoll_create(0)", epoll_create, I(0))},
    {CALL("epoll_create1(1)", epoll_create1, I(1))},
    {CALL("epoll_wait(9999,&ev,1,0)", epoll_wait, I(9999), M(EV), I(1), I(0))},
    {CALL("epoll_wait(p[0],&ev,1,0)", epoll_wait, F(P0), M(EV), I(1), I(0))},
    {CALL("epoll_wait(ep,&ev,0,0)", epoll_wait, F(EP), M(EV), I(0), I(0))},
    {CALL("(epoll_ctl(ep,1,p[1],&(struct "
          "epoll_event){EPOLLOUT}),epoll_wait(ep,BAD,1,100))",
          epoll_wait, F(EP), BAD, I(1), I(100)),
     .before = watch_writing},
    {CALL("(alarm(1),epoll_wait(ep2,&ev,1,5000))", epoll_wait, F(EP2), M(EV), I(1),
          I(500)), /* it goes on after the signal: 5 seconds would only take longer */
     .before = interrupt_soon},
    {CALL("epoll_pwait(ep2,&ev,1,0,BAD)", epoll_pwait, F(EP2), M(EV), I(1), I(0), BAD)},
    {CALL("epoll_ctl(ep,1,9999,&ev)", epoll_ctl, F(EP), I(1), I(9999), M(EV))},
    {CALL("epoll_ctl(9999,1,0,&ev)", epoll_ctl, I(9999), I(1), I(0), M(EV))},
    {CALL("(epoll_ctl(ep,1,p[0],&ev),epoll_ctl(ep,1,p[0],&ev))", epoll_ctl, F(EP), I(1),
          F(P0), M(EV)),
     .before = watch_pipe},
    {CALL("epoll_ctl(ep,1,ep,&ev)", epoll_ctl, F(EP), I(1), F(EP), M(EV))},
    {CALL("epoll_ctl(ep,77,p[0],&ev)", epoll_ctl, F(EP), I(77), F(P0), M(EV))},
    {CALL("epoll_ctl(ep,2,p[0],NULL)", epoll_ctl, F(EP), I(2), F(P0), NIL),
     .before = watch_pipe},
    {CALL("epoll_ctl(ep,1,reg,&ev)", epoll_ctl, F(EP), I(1), F(REG), M(EV))},
    {CALL("epoll_ctl(ep,1,p[0],BAD)", epoll_ctl, F(EP), I(1), F(P0), BAD)},
    {CALL("(epoll_ctl(ep,1,ep2,&ev),epoll_ctl(ep2,1,ep,&ev))", epoll_ctl, F(EP2), I(1),
          F(EP), M(EV)),
     .before = watch_other},
    {CALL("pipe(BAD)", pipe, BAD)},
    {CALL("pipe2(p,0x1)", pipe2, M(P), I(1))},
    {CALL("dup(9999)", dup, I(9999))},
    {CALL("dup2(9999,5)", dup2, I(9999), I(5))},
    {CALL("dup2(1,1<<30)", dup2, I(1), I(1 << 30))},
    {CALL("dup3(1,1,0)", dup3, I(1), I(1), I(0))},
    {CALL("dup3(1,5,0x1)", dup3, I(1), I(5), I(1))},
    {CALL("close(9999)", close, I(9999))},
    {CALL("read(9999,b,8)", read, I(9999), M(B), I(8))},
    {CALL("read(p[1],b,8)", read, F(P1), M(B), I(8))},
    {CALL("(write(p[1],\"x\",1),read(p[0],BAD,8))", read, F(P0), BAD, I(8)),
     .before = put_byte},
    {CALL("read(nb[0],b,8)", read, F(NB0), M(B), I(8))},
    {CALL("read(dir,b,8)", read, F(DIRECTORY), M(B), I(8))},
    {CALL("read(ef,b,4)", read, F(EF), M(B), I(4))},
    {CALL("read(tf,b,4)", read, F(TF), M(B), I(4))},
    /* The byte that could not be read above was still there. */
    {CALL("(alarm(1),read(p[0],b,8))", read, F(P0), M(B), I(8)), .before = put_byte},
    {CALL("prctl(9999,0,0,0,0)", prctl, I(9999), L(0), L(0), L(0), L(0))},
    {CALL("prctl(PR_SET_NAME,BAD,0,0,0)", prctl, I(PR_SET_NAME), BAD, L(0), L(0), L(0)),
     .left_out = SANITIZED},
    {CALL("prctl(PR_SET_PDEATHSIG,999,0,0,0)", prctl, I(PR_SET_PDEATHSIG), L(999), L(0),
          L(0), L(0))},
    {CALL("prctl(PR_SET_DUMPABLE,9,0,0,0)", prctl, I(PR_SET_DUMPABLE), L(9), L(0), L(0),
          L(0))},
    {CALL("prctl(PR_SET_NO_NEW_PRIVS,2,0,0,0)", prctl, I(PR_SET_NO_NEW_PRIVS), L(2), L(0),
          L(0), L(0))},
    /* Recorded without CAP_SYS_RESOURCE; with it, the descriptor is looked at: EBADF. */
    {CALL("prctl(PR_SET_MM,PR_SET_MM_EXE_FILE,9999,0,0)", prctl, I(PR_SET_MM),
          L(PR_SET_MM_EXE_FILE), L(9999), L(0), L(0)),
     .before = drop_privileges},
    {CALL("prctl(PR_SET_MM,0,0,1,1)", prctl, I(PR_SET_MM), L(0), L(0), L(1), L(1))},
    {CALL("timerfd_create(9999,0)", timerfd_create, I(9999), I(0))},
    {CALL("timerfd_create(1,1)", timerfd_create, I(1), I(1))},
    {CALL("timerfd_settime(9999,0,&it,NULL)", timerfd_settime, I(9999), I(0), M(IT),
          NIL)},
    {CALL("timerfd_settime(tf,0,&it,NULL)", timerfd_settime, F(TF), I(0), M(IT), NIL)},
    {CALL("timerfd_settime(tf,0,BAD,NULL)", timerfd_settime, F(TF), I(0), BAD, NIL)},
    {CALL("timerfd_settime(p[0],0,&(struct itimerspec){},NULL)", timerfd_settime, F(P0),
          I(0), M(IT_ZERO), NIL)},
    {CALL("timerfd_gettime(tf,BAD)", timerfd_gettime, F(TF), BAD)},
    {CALL("(alarm(1),pause())", pause, {NONE, 0}), .before = interrupt_soon},
    {CALL("eventfd(0,0x1)", eventfd, I(0), I(1)), .is_opening = true},
    {CALL("eventfd_read(ef,&v)", eventfd_read, F(EF), M(V))},
    {CALL("eventfd_write(ef,UINT64_MAX)", eventfd_write, F(EF), U(UINT64_MAX))},
    {CALL("(eventfd_write(ef,UINT64_MAX-1),eventfd_write(ef,1))", eventfd_write, F(EF),
          I(1)),
     .before = fill_event},
    {CALL("eventfd_read(9999,&v)", eventfd_read, I(9999), M(V))},
    {CALL("clock_getres(9999,&ts)", clock_getres, I(9999), M(TS))},
    {CALL("clock_getres(0,BAD)", clock_getres, I(0), BAD)},
    {CALL("clock_gettime(9999,&ts)", clock_gettime, I(9999), M(TS))},
    {CALL("clock_gettime(CLOCK_MONOTONIC,BAD)", clock_gettime, I(CLOCK_MONOTONIC), BAD)},
    {CALL("clock_gettime(CLOCK_PROCESS_CPUTIME_ID,BAD)", clock_gettime,
          I(CLOCK_PROCESS_CPUTIME_ID), BAD)},
    {CALL("clock_settime(CLOCK_MONOTONIC,&(struct timespec){1,0})", clock_settime,
          I(CLOCK_MONOTONIC), M(TS_ONE))},
    {CALL("(setuid(65534),clock_settime(CLOCK_REALTIME,&(struct timespec){1,0}))",
          clock_settime, I(CLOCK_REALTIME), M(TS_ONE)),
     .before = drop_privileges},
    {CALL("(setuid(65534),prctl(PR_SET_MM,1,0,0,0))", prctl, I(PR_SET_MM), L(1), L(0),
          L(0), L(0)),
     .before = drop_privileges},
    {CALL("(setuid(65534),prctl(PR_CAPBSET_DROP,1,0,0,0))", prctl, I(PR_CAPBSET_DROP),
          L(1), L(0), L(0), L(0)),
     .before = drop_privileges},
    {CALL("(setuid(65534),timerfd_create(CLOCK_REALTIME_ALARM,0))", timerfd_create,
          I(CLOCK_REALTIME_ALARM), I(0)),
     .before = drop_privileges},
    {CALL("signalfd(-1,&s,0)", signalfd, I(-1), M(S), I(0)),
     .before = use_up_descriptors},
    {CALL("epoll_create1(0)", epoll_create1, I(0)), .before = use_up_descriptors},
    {CALL("pipe(p)", pipe, M(P)), .before = use_up_descriptors},
    {CALL("dup(1)", dup, I(1)), .before = use_up_descriptors},
    {CALL("eventfd(0,0)", eventfd, I(0), I(0)), .before = use_up_descriptors},
    {CALL("timerfd_create(1,0)", timerfd_create, I(1), I(0)),
     .before = use_up_descriptors},
    {CALL("dup2(1,5)", dup2, I(1), I(5)), .before = use_up_descriptors},
};

const size_t n_provoked_calls = N_ITEMS(provoked_calls);
