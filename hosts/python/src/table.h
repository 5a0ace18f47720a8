/**
 * Tables: what an open file has of C, and what Python was given of it.
 */
#ifndef ABX_PYTHON_TABLE_H
#define ABX_PYTHON_TABLE_H

#include "host.h"

struct host_table {
    PyObject_HEAD
    struct host_state *state;
    struct host_context *shared;
    struct abx_table *table;
    PyObject *module; /* whose state that is */
    const struct abx_type *byte;
    PyObject *names;     /* str → Function, or a constant's value */
    PyObject *variables; /* str → Memory */
    PyObject *types;     /* address of a struct abx_type → Type */
    PyObject *callbacks; /* identity of callable and type → Callback: what C has kept */
    PyObject *weak;
};

extern PyType_Spec host_table_spec;

/* abidex.open(name) */
PyObject *host_table_open(PyObject *module, PyObject *name);

/* A name of the mapping of that kind; new reference; KeyError. */
PyObject *host_table_find_kind(struct host_table *table, enum abx_kind kind,
                               PyObject *name);

void host_context_leave(struct host_context *shared);

#endif
