/**
 * What the system knows of the arrival of a signal, and of who handled it before.
 */
#ifndef ABX_SIGNAL_INFO_H
#define ABX_SIGNAL_INFO_H

#include <signal.h>

#ifdef _WIN32

typedef struct {
    int si_signo;
} abx_signal_info;

/* A signal belongs to a C library, of which a process may have several. */
typedef void (*abx_signal_function)(int number);
typedef abx_signal_function (*abx_signal_setter)(int number,
                                                 abx_signal_function function);

struct abx_signal_before {
    abx_signal_function function;
    abx_signal_setter set;
};

#else

typedef siginfo_t abx_signal_info;

struct abx_signal_before {
    struct sigaction action;
};

#endif

#endif
