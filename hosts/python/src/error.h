/**
 * Errors: the library's answers as exceptions, and what no object here does.
 */
#ifndef ABX_PYTHON_ERROR_H
#define ABX_PYTHON_ERROR_H

#include "host.h"

/* Raises what an answer other than ABX_OK says; always NULL. An exception that is set, as
 * host_call_end may leave it, stays. */
PyObject *host_raise(struct host_state *state, int status, const struct abx_error *err);

/* The same, ABX_MISSING being of this class. */
PyObject *host_raise_missing(struct host_state *state, int status,
                             const struct abx_error *err, PyObject *missing);
int host_errors_init(struct host_state *state, PyObject *module);

/* tp_new of what only this module makes: TypeError. */
PyObject *host_no_new(PyTypeObject *type, PyObject *args, PyObject *keywords);

/* __reduce__ of all that lives in this process alone: TypeError. */
PyObject *host_no_pickle(PyObject *self, PyObject *unused);
#define HOST_NO_PICKLE                                                                   \
    {                                                                                    \
        "__reduce__", host_no_pickle, METH_NOARGS, NULL                                  \
    }

#endif
