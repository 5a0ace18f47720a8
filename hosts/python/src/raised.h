/**
 * What callbacks and handlers raise, on its way to the call that C is in.
 */
#ifndef ABX_PYTHON_RAISED_H
#define ABX_PYTHON_RAISED_H

#include "thread.h"

/* Keeps the exception that is set for the call that the thread is in. Where there is none it
 * is told as unraisable, by @where, which may be NULL. */
void host_raised_keep(struct host_state *state, PyObject *where);

/* Whether the thread has such an exception. */
bool host_raised_is_waiting(struct host_state *state);

/* Sets it; false: there is none. */
bool host_raised_take(struct host_state *state);

/* Forgets those of threads that a child does not have. */
void host_raised_drop_others(struct host_state *state);

/* Around each call of the library in which C or a handler may call Python. */
static inline void host_call_begin(void)
{
    host_thread.n_calls++;
}

/* True: an exception is set, whatever the call answered. */
static inline bool host_call_end(struct host_state *state)
{
    host_thread.n_calls--;
    return state->threads.n_raised > 0 && host_raised_take(state);
}

/* ---- results of callbacks ---- */

void host_results_drop(void);

/* When the caller has what the call answered: C can read none of them any more. */
static inline void host_results_end(void)
{
    if (host_thread.results != NULL && host_thread.n_calls == 0)
        host_results_drop();
}

#endif
