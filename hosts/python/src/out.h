/**
 * abidex.out: objects that a call makes and answers with.
 */
#ifndef ABX_PYTHON_OUT_H
#define ABX_PYTHON_OUT_H

#include "host.h"

/* abidex.out, and out[n]. */
struct host_out {
    PyObject_HEAD
    Py_ssize_t count; /* 0: out itself, one object */
};

extern PyType_Spec host_out_spec;

PyObject *host_out_create(struct host_state *state, Py_ssize_t count);

/* What an argument stands for, Memory or bytes, and the value that C gets. */
PyObject *host_out_make(struct host_conversion *conversion, struct host_type *type,
                        Py_ssize_t count, struct abx_value *value);

/* The result, taken over, and what the function left behind in each of outs. */
PyObject *host_out_join(const struct host_state *state, PyObject *const *outs,
                        size_t n_outs, PyObject *result);

#endif
