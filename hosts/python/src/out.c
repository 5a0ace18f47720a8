/*
 * abidex.out stands in a call for an object that the call makes: what the parameter points
 * to, or with out[n] as many of them. The objects are the function's affair; this is only
 * the sign.
 */
#include "out.h"

#include "error.h"

PyObject *host_out_create(struct host_state *state, Py_ssize_t count)
{
    struct host_out *out = PyObject_New(struct host_out, state->out_type);

    if (out != NULL)
        out->count = count;
    return (PyObject *)out;
}

static void out_dealloc(PyObject *out)
{
    PyTypeObject *type = Py_TYPE(out);

    PyObject_Free(out);
    Py_DECREF(type);
}

static PyObject *out_subscript(struct host_out *out, PyObject *index)
{
    struct host_state *state = PyType_GetModuleState(Py_TYPE(out));
    Py_ssize_t count = PyNumber_AsSsize_t(index, PyExc_OverflowError);

    if (count == -1 && PyErr_Occurred())
        return NULL;
    if (out->count != 0)
        return PyErr_Format(PyExc_TypeError, "out[n] takes one number");
    if (count < 1)
        return PyErr_Format(PyExc_ValueError, "out[%zd]: at least one object", count);
    return host_out_create(state, count);
}

static PyObject *out_repr(struct host_out *out)
{
    if (out->count == 0)
        return PyUnicode_FromString("abidex.out");
    return PyUnicode_FromFormat("abidex.out[%zd]", out->count);
}

static PyType_Slot out_slots[] = {
    {Py_tp_doc,
     (char *)"In a call, for a pointer: the object is made and becomes a further result; "
             "out[n]: n of them."},
    {Py_tp_new, host_no_new},
    {Py_tp_dealloc, out_dealloc},
    {Py_tp_repr, out_repr},
    {Py_mp_subscript, out_subscript},
    {0, NULL},
};

PyType_Spec host_out_spec = {
    .name = "abidex.Out",
    .basicsize = sizeof(struct host_out),
    .flags = Py_TPFLAGS_DEFAULT,
    .slots = out_slots,
};
