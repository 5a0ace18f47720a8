/**
 * Threads: the interpreter's lock around C, and around Python where C calls it.
 */
#ifndef ABX_PYTHON_THREAD_H
#define ABX_PYTHON_THREAD_H

#include "host.h"

struct host_result;

/* What a thread is doing. */
struct host_thread {
    PyThreadState *released; /* its state, while a call has let go of the lock; or NULL */
    unsigned n_calls;        /* calls that it is in */
    struct host_result *results; /* of callbacks, which the outer call is yet to read */
};

#if defined(__GLIBC__)
#define HOST_NEAR __attribute__((tls_model("initial-exec"))) /* no call for each access */
#else
#define HOST_NEAR
#endif
extern _Thread_local struct host_thread host_thread HOST_NEAR;

/* How a thread got the interpreter's lock. */
enum host_way {
    HOST_ENTRY_LOCKED,   /* it had it */
    HOST_ENTRY_RELEASED, /* a call had let go of it */
    HOST_ENTRY_DETACHED, /* something else had */
    HOST_ENTRY_MADE      /* it was not known to Python */
};

struct host_entry {
    enum host_way way;
    PyThreadState *thread;
};

/* Takes the lock for Python code that C calls. False: the interpreter has ended, or there is
 * no memory. */
bool host_thread_enter(struct host_state *state, struct host_entry *entry);
void host_thread_leave(const struct host_entry *entry);

/* Has the calling thread own the context; ValueError where it is not the main one. */
int host_threads_own(struct host_state *state);
int host_threads_init(struct host_state *state, PyObject *module);

#endif
