/**
 * Callbacks, as callback.c makes them, callback_run.c runs them and callback_result.c keeps what they
 * answered.
 */
#ifndef ABX_PYTHON_CALLBACK_H
#define ABX_PYTHON_CALLBACK_H

#include "host.h"

/* What C's call needs. It outlives the Callback where C may still come. */
struct host_code {
    struct host_state *state;
    struct host_callback *callback; /* borrowed, under the lock; NULL: it has ended */
    struct host_type *type;         /* of one that has ended, and that C may still call */
    struct abx_value zero;          /* what C gets where nothing runs */
    struct abx_memory *scratch;     /* an object of the result's type; NULL for void */
    unsigned long long number;      /* no other has it, be it at the same address */
    PyObject
        *keep; /* thread that is in no call → what its last result leads to; or NULL */
};

struct host_callback {
    PyObject_HEAD
    struct host_type *type; /* of a function, or of a pointer to one */
    struct host_type *result;
    long long least; /* of the result, where it is an integer, as far as one goes */
    long long most;
    struct host_type **parameters;
    size_t n_parameters;
    PyObject *callable; /* NULL: closed */
    struct abx_callback *callback;
    struct host_code *code;
    bool is_pinned; /* C may have kept it: the table stays */
    PyObject *weak;
};

extern PyType_Spec host_callback_spec;

/* A C function of the type (of a function, or of a pointer to one) that calls @callable. */
PyObject *host_callback_create(struct host_type *type, PyObject *callable);

/* What the library calls it, which C gets now; borrowed; NULL and ValueError where it was
 * closed. @stays: C may keep it; then the table stays open for good. */
struct abx_callback *host_callback_use(PyObject *callback, bool stays);

/* The library's handler; user is a struct host_code. */
int host_callback_handle(void *user, const struct abx_value *args, size_t n_args,
                         struct abx_value *result, struct abx_error *err);

/* Keeps a list that the result leads to for the thread's call, or where that is in none until
 * its next result of this callback. */
int host_result_keep(struct host_code *code, PyObject *list);

/* What the thread's results lead to and has the address in its bytes; borrowed; or NULL. */
PyObject *host_result_owner(const struct host_state *state, const void *address);

#endif
