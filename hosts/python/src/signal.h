/**
 * Signals: what the module does with them, and what the files signal*.c share.
 */
#ifndef ABX_PYTHON_SIGNAL_H
#define ABX_PYTHON_SIGNAL_H

#include "host.h"

#include <signal.h>

typedef void (*handler_of_c)(int number);

struct host_signal {
    _Atomic(handler_of_c) python; /* Python's handler of signals, to be called by ours */
    PyObject *handler;            /* NULL: not handled */
    PyObject *before;             /* what signal.signal had */
    struct sigaction action;      /* of that */
    struct host_table *table;     /* which knows siginfo_t */
    struct host_state *state;
    bool is_new;  /* Python may know of an arrival that the library does not */
    bool is_told; /* since Python came to its safe point */
};

struct host_signals {
    PyTypeObject *type;   /* of what a handler gets */
    PyObject *safe_point; /* on_safe_point, as Python's handler */
    unsigned n_running;   /* handlers */
    bool is_again;        /* something came meanwhile */
    struct host_signal entries[NSIG];
};

/* Tells handlers of all that came; on the main thread. */
int host_signals_dispatch(struct host_state *state);

/* Behind host_call_begin and a call of the library with this answer: 0, or -1. */
int host_signals_answer(struct host_state *state, int status,
                        const struct abx_error *err);

/* The library's handler; user is a struct host_signal. */
int host_signal_tell(void *user, const struct abx_signal *signal, struct abx_error *err);

/* What Python calls for a signal: (number, frame). */
extern PyMethodDef host_signal_safe_point;

/* MODULE.FUNCTION(...) of Python's module signal. */
PyObject *host_signal_call(const char *function, const char *format, ...);

/* Has a handler told of a signal, or another one than so far; on the main thread. */
int host_signal_handle(struct host_table *table, int number, PyObject *handler,
                       unsigned flags);
int host_signal_restore(struct host_state *state, int number);

extern PyMethodDef host_signal_methods[];
int host_signals_init(struct host_state *state, PyObject *module);
int host_signals_traverse(struct host_state *state, visitproc visit, void *arg);
void host_signals_clear(struct host_state *state);

/* When the context has ended, and no handler of signals looks here any more. */
void host_signals_free(struct host_state *state);

/* Gives all signals back, while the interpreter is whole. */
void host_signals_end(struct host_state *state);

/* In the system's handler: has Python come to a safe point. user: a struct host_state. */
void host_signals_arrived(void *user, int number);

#endif
