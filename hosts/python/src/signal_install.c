/*
 * Setting and restoring handlers of signals. There are two for each, the library's, which the
 * system calls, and Python's, which that calls in turn; and each is to be as it was in the end.
 */
#include "signal.h"

#include "raised.h"
#include "table.h"

/* ---- Python's handler ---- */

/* ValueError on another thread than the main one. */
static int set_python(const struct host_signals *signals, struct host_signal *entry,
                      int number)
{
    struct sigaction now;

    entry->before = host_signal_call("signal", "(iO)", number, signals->safe_point);
    if (entry->before == NULL)
        return -1;
    memset(&now, 0, sizeof(now));
    sigaction(number, NULL, &now);
    atomic_store(&entry->python, now.sa_handler);
    return 0;
}

/* Whether Python would still call ours; -1. */
static int is_installed(const struct host_signals *signals, int number)
{
    PyObject *now = host_signal_call("getsignal", "(i)", number);

    Py_XDECREF(now);
    return now != NULL ? now == signals->safe_point : -1;
}

/* Unless somebody else has set another handler since. */
static int restore_python(const struct host_signals *signals, struct host_signal *entry,
                          int number)
{
    PyObject *result = NULL;
    bool is_ours = is_installed(signals, number) > 0;

    atomic_store(&entry->python, NULL);
    if (is_ours && entry->before != NULL && entry->before != Py_None)
        result = host_signal_call("signal", "(iO)", number, entry->before);
    else if (is_ours) /* nobody's that Python knows */
        result = host_signal_call("signal", "(ii)", number, 0);
    if (is_ours && result != NULL)
        sigaction(number, &entry->action, NULL);
    Py_XDECREF(result);
    Py_CLEAR(entry->before);
    return PyErr_Occurred() ? -1 : 0;
}

/* ---- both ---- */

static int install(struct host_signal *entry, const struct host_table *table, int number,
                   unsigned flags)
{
    struct abx_error err = {0};

    host_call_begin();
    return host_signals_answer(
        table->state,
        abx_signal_handle(table->table, number, host_signal_tell, entry, flags, &err),
        &err);
}

static int uninstall(const struct host_state *state, int number)
{
    struct abx_error err = {0};

    host_call_begin();
    return host_signals_answer((struct host_state *)state,
                               abx_signal_restore(state->shared->context, number, &err),
                               &err);
}

static void forget(struct host_signal *entry)
{
    Py_CLEAR(entry->handler);
    Py_CLEAR(entry->table);
}

static int undo(const struct host_state *state, struct host_signal *entry, int number)
{
    PyObject *type;
    PyObject *value;
    PyObject *trace;

    PyErr_Fetch(&type, &value, &trace);
    if (restore_python(state->signals, entry, number) < 0)
        PyErr_WriteUnraisable(entry->handler);
    if (uninstall(state, number) < 0)
        PyErr_Clear(); /* it was not handled */
    PyErr_Restore(type, value, trace);
    return -1;
}

/*
 * The library first, which says what can't be handled; then Python, whose handler takes the
 * place of the library's, which is set once more. What comes between the two only Python
 * knows of: it is told when all are there.
 */
static int install_both(struct host_state *state, struct host_signal *entry, int number,
                        unsigned flags)
{
    struct host_signals *signals = state->signals;
    int status;

    sigaction(number, NULL, &entry->action);
    if (install(entry, entry->table, number, flags) < 0)
        return -1;
    entry->is_new = true;
    status = set_python(signals, entry, number);
    if (status == 0)
        status = install(entry, entry->table, number, flags);
    if (status < 0) {
        entry->is_new = false;
        return undo(state, entry, number);
    }
    status = PyErr_CheckSignals();
    entry->is_new = false;
    return status == 0 ? host_signals_dispatch(state) : status;
}

static int handle_first(struct host_table *table, struct host_signal *entry, int number,
                        PyObject *handler, unsigned flags)
{
    int status;

    entry->state = table->state;
    entry->table = (struct host_table *)host_ref(table);
    entry->handler = host_ref(handler);
    status = install_both(table->state, entry, number, flags);
    if (status < 0 && entry->before == NULL)
        forget(entry);
    return status;
}

/* The old handler has had what was pending when the library takes the new one. */
static int handle_again(struct host_table *table, struct host_signal *entry, int number,
                        PyObject *handler, unsigned flags)
{
    if (install(entry, table, number, flags) < 0)
        return -1;
    Py_INCREF(handler);
    Py_XSETREF(entry->handler, handler);
    Py_INCREF(table);
    Py_XSETREF(entry->table, table);
    return 0;
}

int host_signal_handle(struct host_table *table, int number, PyObject *handler,
                       unsigned flags)
{
    struct host_signal *entry = &table->state->signals->entries[number];
    int is_there = entry->handler != NULL;

    if (is_there)
        is_there = is_installed(table->state->signals, number);
    if (is_there > 0)
        return handle_again(table, entry, number, handler, flags);
    if (is_there == 0 && entry->handler != NULL) /* somebody has set another one since */
        is_there = host_signal_restore(table->state, number);
    return is_there == 0 ? handle_first(table, entry, number, handler, flags) : -1;
}

int host_signal_restore(struct host_state *state, int number)
{
    struct host_signals *signals = state->signals;
    struct host_signal *entry = &signals->entries[number];
    int status;

    if (uninstall(state, number) < 0)
        return -1;
    status = restore_python(signals, entry, number);
    forget(entry);
    return status;
}
