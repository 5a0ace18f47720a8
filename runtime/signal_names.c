/*
 * Names of signals. Not every C library tells them, so they stand here; which of them a
 * system has, its <signal.h> says.
 */
#include <stdio.h>

#include "runtime/signal_state.h"

#define NAME(name)                                                                       \
    {                                                                                    \
        name, #name                                                                      \
    }

static const struct {
    int number;
    const char *name;
} names[] = {
    NAME(SIGABRT),   NAME(SIGFPE),  NAME(SIGILL),
    NAME(SIGINT),    NAME(SIGSEGV), NAME(SIGTERM),
#ifdef _WIN32
    NAME(SIGBREAK),
#else
    NAME(SIGALRM), NAME(SIGBUS),  NAME(SIGCHLD), NAME(SIGCONT),   NAME(SIGHUP),
    NAME(SIGKILL), NAME(SIGPIPE), NAME(SIGPROF), NAME(SIGQUIT),   NAME(SIGSTOP),
    NAME(SIGSYS),  NAME(SIGTRAP), NAME(SIGTSTP), NAME(SIGTTIN),   NAME(SIGTTOU),
    NAME(SIGURG),  NAME(SIGUSR1), NAME(SIGUSR2), NAME(SIGVTALRM), NAME(SIGXCPU),
    NAME(SIGXFSZ),
#endif
#ifdef SIGEMT
    NAME(SIGEMT),
#endif
#ifdef SIGINFO
    NAME(SIGINFO),
#endif
#ifdef SIGIO
    NAME(SIGIO),
#endif
#ifdef SIGPWR
    NAME(SIGPWR),
#endif
#ifdef SIGSTKFLT
    NAME(SIGSTKFLT),
#endif
#ifdef SIGWINCH
    NAME(SIGWINCH),
#endif
};

void abx_signal_name(int number, char *name)
{
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        if (names[i].number == number) {
            snprintf(name, ABX_SIGNAL_NAME, "%s", names[i].name);
            return;
        }
    }
    snprintf(name, ABX_SIGNAL_NAME, "signal %d", number);
#ifdef SIGRTMIN
    if (number == SIGRTMIN)
        snprintf(name, ABX_SIGNAL_NAME, "SIGRTMIN");
    else if (number > SIGRTMIN && number <= SIGRTMAX)
        snprintf(name, ABX_SIGNAL_NAME, "SIGRTMIN+%d", number - SIGRTMIN);
#endif
}
