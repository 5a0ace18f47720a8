/*
 * C functions that end in a Python callable. Whatever thread C calls on, the interpreter's
 * lock is taken there; what the callable raises is kept for the outer call of the thread.
 */
#include "host.h"

struct host_callback {
    PyObject_HEAD struct host_type *type;
    struct abx_callback *callback;
    PyObject *callable;
};

PyObject *host_callback_create(struct host_type *type, PyObject *callable)
{
    return PyErr_Format(PyExc_NotImplementedError, "callbacks of %R: %R", type, callable);
}

struct abx_callback *host_callback_get(const struct host_state *state, PyObject *object)
{
    return Py_TYPE(object) == state->callback_type
               ? ((struct host_callback *)object)->callback
               : NULL;
}

bool host_callback_raise(struct host_state *state)
{
    (void)state;
    return false;
}

int host_threads_init(struct host_state *state)
{
    (void)state;
    return 0;
}

PyMethodDef host_signal_methods[] = {
    {NULL, NULL, 0, NULL},
};

int host_signals_init(struct host_state *state)
{
    (void)state;
    return 0;
}

int host_signals_traverse(struct host_state *state, visitproc visit, void *arg)
{
    (void)state;
    (void)visit;
    (void)arg;
    return 0;
}

void host_signals_clear(struct host_state *state)
{
    (void)state;
}

static PyType_Slot callback_slots[] = {
    {Py_tp_new, host_no_new},
    {0, NULL},
};

PyType_Spec host_callback_spec = {
    .name = "abidex.Callback",
    .basicsize = sizeof(struct host_callback),
    .flags = Py_TPFLAGS_DEFAULT,
    .slots = callback_slots,
};
