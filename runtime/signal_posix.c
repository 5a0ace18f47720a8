/*
 * Signals of POSIX systems: the one C function that is the handler of all, and who owns
 * it. A handler gets nothing but a number, so here is the one place of the library with
 * variables that live as long as the process: for each signal, the context that handles
 * it, and how many threads are inside the handler. A signal has one handler in a process,
 * whoever asks; the owner is therefore a property of the process and not of a context,
 * and a second context is refused. Whoever takes an owner away waits until the handlers
 * that may have seen it are gone, and only then frees it.
 *
 * The handler notes, in this order, the siginfo and the signal's own count, then the
 * context's attention, then the byte in the wakeup descriptor: whoever was woken by a later
 * step finds what the earlier ones wrote. It takes no lock, allocates nothing, and keeps
 * errno. All signals are blocked while it runs, so it needs one frame of the stack, or of
 * the thread's alternate one.
 */
#include "runtime/signal_state.h"

#include <errno.h>
#include <sched.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "runtime/safe_point.h"

_Static_assert(ATOMIC_LLONG_LOCK_FREE == 2, "handlers must not wait for a lock");
_Static_assert(ATOMIC_POINTER_LOCK_FREE == 2, "handlers must not wait for a lock");
_Static_assert(NSIG <= ABX_SIGNAL_MAX + 1, "a signal would have no entry");

static struct {
    _Atomic(struct abx_signals *) owner;
    atomic_ullong inside; /* the process, in the upper half, and how many threads */
} slots[NSIG];

unsigned abx_signal_process(void)
{
    return (unsigned)getpid();
}

/* ---- in the handler ---- */

/*
 * Adds one to a number that bears its process; what a child inherits does not count. A
 * number that is as great as it can be stays.
 */
static void add_one(atomic_ullong *number, unsigned process)
{
    unsigned long long before = atomic_load(number);
    unsigned long long after;

    do {
        if (before >> 32 != process)
            after = (unsigned long long)process << 32 | 1;
        else
            after = (uint32_t)before == UINT32_MAX ? before : before + 1;
    } while (!atomic_compare_exchange_weak(number, &before, after));
}

static void subtract_one(atomic_ullong *number, unsigned process)
{
    unsigned long long before = atomic_load(number);

    while (before >> 32 == process && (uint32_t)before > 0 &&
           !atomic_compare_exchange_weak(number, &before, before - 1))
        ;
}

/* A full pipe has bytes enough to wake by. */
void abx_signal_wake(struct abx_signals *signals, unsigned process, int number)
{
    int fd = atomic_load_explicit(&signals->wakeup, memory_order_acquire);
    unsigned char byte = (unsigned char)number;

    if (fd >= 0 &&
        atomic_load_explicit(&signals->wakeup_process, memory_order_relaxed) == process) {
        ssize_t written = write(fd, &byte, 1);

        (void)written;
    }
}

static void note(struct abx_signals *signals, unsigned process, int number,
                 const siginfo_t *info)
{
    abx_signal_ring_put(&signals->ring, process, number, info);
    add_one(&signals->entries[number].came, process);
    atomic_fetch_or_explicit(signals->attention, ABX_ATTENTION_SIGNAL,
                             memory_order_release);
    abx_signal_wake(signals, process, number);
}

static void on_signal(int number, siginfo_t *info, void *machine)
{
    int left = errno;
    unsigned process = abx_signal_process();
    struct abx_signals *signals;

    (void)machine;
    /* Both in the one order of all such accesses: see abx_signal_settle. */
    add_one(&slots[number].inside, process);
    signals = atomic_load(&slots[number].owner);
    if (signals != NULL)
        note(signals, process, number, info);
    subtract_one(&slots[number].inside, process);
    errno = left;
}

/* ---- who may be handled ---- */

static const struct {
    int number;
    const char *why;
} obstacles[] = {
    {SIGKILL, "no process can handle it"},
    {SIGSTOP, "no process can handle it"},
#define FAULT                                                                            \
    "the instruction at fault would run again before a deferred handler could: only a "  \
    "C function that handles it at once can help"
    {SIGSEGV, FAULT},
    {SIGFPE, FAULT},
    {SIGILL, FAULT},
    {SIGBUS, FAULT},
    {SIGTRAP, FAULT},
    {SIGSYS, FAULT},
#ifdef SIGEMT
    {SIGEMT, FAULT},
#endif
#undef FAULT
};

const char *abx_signal_obstacle(int number)
{
    if (number < 1 || number >= NSIG || number > SIGRTMAX)
        return "there is no signal of this number";
    for (size_t i = 0; i < sizeof(obstacles) / sizeof(*obstacles); i++) {
        if (obstacles[i].number == number)
            return obstacles[i].why;
    }
    /* Between the last ordinary one, 31, and the first that programs may have. */
    if (number >= 32 && number < SIGRTMIN)
        return "the C library keeps it for itself";
    return NULL;
}

/* ---- installing ---- */

static int set_action(int number, unsigned flags, struct sigaction *before)
{
    struct sigaction action;

    memset(&action, 0, sizeof(action));
    action.sa_sigaction = on_signal;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    if (flags & ABX_SIGNAL_RESTART)
        action.sa_flags |= SA_RESTART;
    if (flags & ABX_SIGNAL_NO_CHILD_STOP)
        action.sa_flags |= SA_NOCLDSTOP;
    sigfillset(&action.sa_mask);
    return sigaction(number, &action, before) == 0 ? 0 : errno;
}

int abx_signal_install(struct abx_signals *signals, int number, unsigned flags)
{
    struct abx_signals *owner = NULL;
    struct sigaction unused;
    int code;

    if (!atomic_compare_exchange_strong(&slots[number].owner, &owner, signals))
        return owner == signals ? set_action(number, flags, &unused) : EBUSY;
    code = set_action(number, flags, &signals->entries[number].before);
    if (code != 0)
        atomic_store(&slots[number].owner, NULL);
    return code;
}

static bool is_ours(int number)
{
    struct sigaction now;

    return sigaction(number, NULL, &now) == 0 && (now.sa_flags & SA_SIGINFO) != 0 &&
           now.sa_sigaction == on_signal;
}

int abx_signal_uninstall(struct abx_signals *signals, int number)
{
    if (is_ours(number) && sigaction(number, &signals->entries[number].before, NULL) != 0)
        return errno;
    atomic_store(&slots[number].owner, NULL);
    return 0;
}

static bool is_inside(int number)
{
    unsigned long long inside = atomic_load(&slots[number].inside);

    return inside >> 32 == abx_signal_process() && (uint32_t)inside > 0;
}

/*
 * A handler first says that it is inside and then looks for the owner; whoever calls this
 * has first taken the owner away, or changed something in it, and then looks for handlers.
 * So either the handler saw the change, or it is seen here. The wait has an end, because a
 * thread may have been stopped inside, and one that a signal handler of somebody else left
 * by longjmp is counted for ever.
 */
bool abx_signal_settle(void)
{
    const struct timespec pause = {.tv_nsec = 1000000};
    enum { TURNS = 1000, PAUSES = 1000 };

    for (int number = 1; number < NSIG; number++) {
        for (int i = 0; is_inside(number); i++) {
            if (i >= TURNS + PAUSES)
                return false;
            if (i < TURNS)
                sched_yield();
            else
                nanosleep(&pause, NULL);
        }
    }
    return true;
}
