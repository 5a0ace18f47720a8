/**
 * Functions: what a call needs to know, the call itself, and what help() shows.
 */
#ifndef ABX_PYTHON_FUNCTION_H
#define ABX_PYTHON_FUNCTION_H

#include "host.h"

struct host_parameter {
    const char *name; /* or NULL */
    bool is_keyword;  /* of Python's: it is given as "from_" */
    struct host_type *type;
    bool is_during_call; /* a function that C forgets when it returns */
    bool is_in_signal;   /* a function that C calls in a handler of signals */
    size_t least; /* objects that a pointer leads to, as its declaration says; or 0 */
};

struct host_function {
    PyObject_HEAD
    vectorcallfunc vectorcall;
    struct host_table *table;
    struct abx_function *function;
    const struct abx_image *image; /* where its arguments have no rules; or NULL */
    struct host_type *type;
    struct host_type *result;
    struct host_parameter *parameters;
    size_t n_parameters;
    bool is_variadic;
    bool is_owned; /* the caller has to free what it returns */
    size_t freed;  /* the argument that it frees, from 1; or 0 */
    bool frees_on_success;
    PyObject *weak;
};

extern PyType_Spec host_function_spec;

PyObject *host_function_create(struct host_table *table, struct abx_function *function);

PyObject *host_function_call(PyObject *self, PyObject *const *args, size_t nargsf,
                             PyObject *names);

/* C's declaration; the text of help(); Python's notation of the parameters. */
PyObject *host_function_declaration(struct host_function *function);
PyObject *host_function_text(struct host_function *function);
PyObject *host_function_signature(struct host_function *function);

#endif
