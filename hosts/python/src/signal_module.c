/*
 * The module's functions for signals, and what it has of them.
 */
#include "signal.h"

#include "error.h"
#include "thread.h"

static int check_number(int number)
{
    if (number >= 1 && number < NSIG)
        return 0;
    PyErr_Format(PyExc_ValueError, "there is no signal %d", number);
    return -1;
}

static PyObject *handle_signal(PyObject *module, PyObject *args, PyObject *keywords)
{
    static char *names[] = {(char *)"table", (char *)"number", (char *)"handler",
                            (char *)"restart", NULL};
    struct host_state *state = PyModule_GetState(module);
    struct host_table *table;
    PyObject *handler;
    int number;
    int restarts = 0;

    if (!PyArg_ParseTupleAndKeywords(args, keywords, "O!iO|p:handle_signal", names,
                                     state->table_type, &table, &number, &handler,
                                     &restarts))
        return NULL;
    if (!PyCallable_Check(handler))
        return PyErr_Format(PyExc_TypeError,
                            "handle_signal: the handler is called, got %.80s",
                            Py_TYPE(handler)->tp_name);
    if (check_number(number) < 0 || host_threads_own(state) < 0 ||
        PyErr_CheckSignals() < 0)
        return NULL;
    if (host_signal_handle(table, number, handler, restarts ? ABX_SIGNAL_RESTART : 0) < 0)
        return NULL;
    Py_RETURN_NONE;
}

static PyObject *restore_signal(PyObject *module, PyObject *object)
{
    struct host_state *state = PyModule_GetState(module);
    int number;

    if (!PyArg_Parse(object, "i:restore_signal", &number) || check_number(number) < 0 ||
        host_threads_own(state) < 0)
        return NULL;
    return host_signal_restore(state, number) == 0 ? host_ref(Py_None) : NULL;
}

/* ---- dispatch and wakeup ---- */

static PyObject *module_dispatch(PyObject *module, PyObject *unused)
{
    struct host_state *state = PyModule_GetState(module);

    (void)unused;
    if (host_threads_own(state) < 0 || host_signals_dispatch(state) < 0)
        return NULL;
    Py_RETURN_NONE;
}

static PyObject *set_wakeup(PyObject *module, PyObject *object)
{
    struct host_state *state = PyModule_GetState(module);
    struct abx_error err = {0};
    int fd = -1;
    int status;

    if (object != Py_None) {
        fd = PyObject_AsFileDescriptor(object);
        if (fd < 0)
            return NULL;
    }
    if (host_threads_own(state) < 0)
        return NULL;
    status = abx_signal_set_wakeup(state->shared->context, fd, &err);
    return status == ABX_OK ? host_ref(Py_None) : host_raise(state, status, &err);
}

PyMethodDef host_signal_methods[] = {
    {"handle_signal", (PyCFunction)(void (*)(void))handle_signal,
     METH_VARARGS | METH_KEYWORDS,
     "handle_signal($module, table, number, handler, restart=False)\n--\n\n"
     "Call handler(signal) for each arrival of a signal, on the main thread.\n\n"
     "signal has number, name, count (how many arrivals it tells of) and info, the\n"
     "siginfo_t, or None. What the handler raises comes out of what the main thread is\n"
     "doing. restart: calls go on where the system can see to that itself."},
    {"restore_signal", restore_signal, METH_O,
     "restore_signal($module, number, /)\n--\n\n"
     "Give a signal back to whoever had it before handle_signal."},
    {"dispatch", module_dispatch, METH_NOARGS,
     "dispatch($module, /)\n--\n\nCall the handlers of all signals that came until now."},
    {"set_wakeup", set_wakeup, METH_O,
     "set_wakeup($module, fd, /)\n--\n\n"
     "Have one byte, its number, written for each signal that handle_signal handles.\n\n"
     "fd: the non-blocking writing end of a pipe or socket; None: not any more.\n"
     "signal.set_wakeup_fd works for these signals as well."},
    {NULL, NULL, 0, NULL},
};

/* ---- the state ---- */

static PyStructSequence_Field fields[] = {
    {"number", "the signal"},
    {"name", "its name: SIGINT, SIGRTMIN+2"},
    {"count", "how many arrivals this tells of"},
    {"info", "siginfo_t of the arrival, or None"},
    {NULL, NULL},
};

static PyStructSequence_Desc description = {
    "abidex.Signal", "A signal, as its handler sees it.", fields, 4};

int host_signals_init(struct host_state *state, PyObject *module)
{
    struct host_signals *signals = PyMem_Calloc(1, sizeof(*signals));

    if (signals == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    state->signals = signals;
    signals->type = PyStructSequence_NewType(&description);
    signals->safe_point = PyCFunction_New(&host_signal_safe_point, module);
    if (signals->type == NULL || signals->safe_point == NULL)
        return -1;
    return PyObject_SetAttrString(module, "Signal", (PyObject *)signals->type);
}

static int traverse_entry(const struct host_signal *entry, visitproc visit, void *arg)
{
    Py_VISIT(entry->handler);
    Py_VISIT(entry->before);
    Py_VISIT(entry->table);
    return 0;
}

int host_signals_traverse(struct host_state *state, visitproc visit, void *arg)
{
    struct host_signals *signals = state->signals;
    int status = 0;

    if (signals == NULL)
        return 0;
    Py_VISIT(signals->type);
    Py_VISIT(signals->safe_point);
    for (int i = 1; i < NSIG && status == 0; i++)
        status = traverse_entry(&signals->entries[i], visit, arg);
    return status;
}

static void clear_entry(struct host_signal *entry)
{
    Py_CLEAR(entry->handler);
    Py_CLEAR(entry->before);
    Py_CLEAR(entry->table);
}

void host_signals_clear(struct host_state *state)
{
    struct host_signals *signals = state->signals;

    if (signals == NULL)
        return;
    Py_CLEAR(signals->type);
    Py_CLEAR(signals->safe_point);
    for (int i = 1; i < NSIG; i++)
        clear_entry(&signals->entries[i]);
}

/* When the context has ended, and no handler looks here any more. */
void host_signals_free(struct host_state *state)
{
    PyMem_Free(state->signals);
    state->signals = NULL;
}

/* While the interpreter is whole. */
void host_signals_end(struct host_state *state)
{
    struct host_signals *signals = state->signals;

    for (int i = 1; i < NSIG; i++)
        if (signals->entries[i].handler != NULL && host_signal_restore(state, i) < 0)
            PyErr_WriteUnraisable(signals->entries[i].handler);
}
