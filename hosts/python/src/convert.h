/**
 * Conversion: from Python's values to C's, and back.
 */
#ifndef ABX_PYTHON_CONVERT_H
#define ABX_PYTHON_CONVERT_H

#include "host.h"

/* Buffers of Python's that a call uses where they are. */
enum { HOST_N_BUFFERS = 4 };

struct host_buffers {
    size_t n;
    struct {
        Py_buffer buffer; /* obj is NULL where nobody lent it */
        struct abx_memory *view;
    } items[HOST_N_BUFFERS];
};

void host_buffers_release(struct host_buffers *buffers);

/* @count objects at @data, for the call; NULL without an exception: there is no more room. */
struct abx_memory *host_buffers_add(struct host_buffers *buffers,
                                    struct host_table *table, const struct abx_type *type,
                                    void *data, size_t count);

/* A value on its way to C: whose it is, for messages, and what has to live as long. */
struct host_conversion {
    struct host_table *table;
    struct host_function *function; /* whose argument it is; or NULL */
    size_t index;                   /* of the argument, from 0 */
    const char *name;               /* of the member; or NULL: an element */
    Py_ssize_t element;             /* its index; -1: all of the memory */
    PyObject *keep; /* a list, or NULL; the caller lets go of it when the value is used */
    struct host_buffers *buffers; /* of a call, which releases them; or NULL */
};

/* @type: what is wanted; NULL: nothing is known (variable arguments). */
int host_to_value(struct host_conversion *conversion, PyObject *object,
                  struct host_type *type, struct abx_value *value);
int host_to_pointer(struct host_conversion *conversion, PyObject *object,
                    struct host_type *type, struct abx_value *value);
int host_to_buffer(struct host_conversion *conversion, PyObject *object,
                   struct host_type *type, struct abx_value *value);
int host_to_integer(struct host_conversion *conversion, PyObject *object,
                    struct host_type *type, struct abx_value *value);
int host_to_text(struct host_conversion *conversion, PyObject *object,
                 struct abx_value *value); /* str or bytes */
int host_keep(struct host_conversion *conversion, PyObject *object);

/* By the size of a character. */
const char *host_wide_encoding(size_t unit);

/* Raises "function: argument 2 (name) ..." or "member ..."; answers -1. */
int host_refuse(const struct host_conversion *conversion, PyObject *exception,
                const char *format, ...);

/* @type: of the value, or NULL: what the value has. Memory is taken over. */
PyObject *host_from_value(struct host_table *table, const struct abx_value *value,
                          struct host_type *type, PyObject *owner);
PyObject *host_from_text(const char *text, size_t size);

/* A name or path as C has it, borrowed; @missing is raised for what can be none. */
const char *host_name(PyObject *name, PyObject *missing);

/* What C left at a pointer or in memory, up to its zero. */
PyObject *host_string(struct host_table *table, const struct abx_value *value,
                      size_t limit);
Py_hash_t host_hash_address(const void *address);

#endif
