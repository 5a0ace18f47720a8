/*
 * What a callback or a handler of signals raised, on its way to the call that C is in. Nothing
 * can unwind through C: so it is kept, for each thread, until the call has returned. The
 * interpreter's lock guards the list, and the number of its entries is all that a call without
 * errors looks at.
 */
#include "raised.h"

#include "thread.h"

struct host_raised {
    struct host_raised *next;
    unsigned long thread;
    PyObject *type;
    PyObject *value;
    PyObject *trace;
};

static struct host_raised **find(struct host_threads *threads)
{
    unsigned long thread = PyThread_get_thread_ident();
    struct host_raised **at = &threads->raised;

    while (*at != NULL && (*at)->thread != thread)
        at = &(*at)->next;
    return at;
}

bool host_raised_is_waiting(struct host_state *state)
{
    return state->threads.n_raised > 0 && *find(&state->threads) != NULL;
}

void host_raised_keep(struct host_state *state, PyObject *where)
{
    struct host_threads *threads = &state->threads;
    bool has_place = host_thread.n_calls > 0 && !host_raised_is_waiting(state);
    struct host_raised *raised = has_place ? PyMem_Malloc(sizeof(*raised)) : NULL;

    if (raised == NULL) {
        PyErr_WriteUnraisable(where);
        return;
    }
    PyErr_Fetch(&raised->type, &raised->value, &raised->trace);
    raised->thread = PyThread_get_thread_ident();
    raised->next = threads->raised;
    threads->raised = raised;
    threads->n_raised++;
}

static void unlink_raised(struct host_threads *threads, struct host_raised **at)
{
    struct host_raised *raised = *at;

    *at = raised->next;
    threads->n_raised--;
}

bool host_raised_take(struct host_state *state)
{
    struct host_raised **at = find(&state->threads);
    struct host_raised *raised = *at;

    if (raised == NULL)
        return false;
    unlink_raised(&state->threads, at);
    PyErr_Restore(raised->type, raised->value, raised->trace);
    PyMem_Free(raised);
    return true;
}

/* What ends here may run code of Python's that looks at the list. */
void host_raised_drop_others(struct host_state *state)
{
    struct host_threads *threads = &state->threads;
    unsigned long thread = PyThread_get_thread_ident();
    struct host_raised **at = &threads->raised;

    while (*at != NULL) {
        struct host_raised *raised = *at;

        if (raised->thread == thread) {
            at = &raised->next;
            continue;
        }
        unlink_raised(threads, at);
        Py_XDECREF(raised->type);
        Py_XDECREF(raised->value);
        Py_XDECREF(raised->trace);
        PyMem_Free(raised);
        at = &threads->raised;
    }
}
