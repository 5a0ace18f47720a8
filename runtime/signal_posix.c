/*
 * Signals of POSIX systems: the one C function that is the handler of all. It keeps errno.
 * All signals are blocked while it runs, so it needs one frame of the stack, or of the
 * thread's alternate one.
 */
#include "runtime/signal_state.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

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

static void on_signal(int number, abx_signal_info *info, void *machine)
{
    int left = errno;
    unsigned process = abx_signal_enter(number);

    (void)machine;
    abx_signal_note(process, number, info);
    abx_signal_leave(process, number);
    errno = left;
}

/* ---- who may be handled ---- */

/* A handler that had to wait for room in a pipe would wait for ever for itself. */
const char *abx_signal_wakeup_obstacle(int fd)
{
    int flags = fcntl(fd, F_GETFL);

    if (flags < 0)
        return "is not open";
    if ((flags & O_ACCMODE) == O_RDONLY)
        return "can't be written to";
    return (flags & O_NONBLOCK) == 0 ? "blocks: a signal handler may not wait" : NULL;
}

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

int abx_signal_install(struct abx_signals *signals, struct abx_table *table, int number,
                       unsigned flags, struct abx_error *err)
{
    struct abx_signals *owner = abx_signal_claim(signals, number);
    struct sigaction unused;
    int code = EBUSY;

    (void)table;
    if (owner == NULL) {
        code = set_action(number, flags, &signals->entries[number].before.action);
        if (code != 0)
            abx_signal_disclaim(number);
    } else if (owner == signals) {
        code = set_action(number, flags, &unused);
    }
    return code == 0 ? ABX_OK : abx_signal_refuse(number, code, err);
}

static bool is_ours(int number)
{
    struct sigaction now;

    return sigaction(number, NULL, &now) == 0 && (now.sa_flags & SA_SIGINFO) != 0 &&
           now.sa_sigaction == on_signal;
}

int abx_signal_uninstall(struct abx_signals *signals, int number)
{
    if (is_ours(number) &&
        sigaction(number, &signals->entries[number].before.action, NULL) != 0)
        return errno;
    abx_signal_disclaim(number);
    return 0;
}
