/**
 * Pointers: addresses of what has no size that is known.
 */
#ifndef ABX_PYTHON_POINTER_H
#define ABX_PYTHON_POINTER_H

#include "host.h"

struct host_pointer {
    PyObject_HEAD
    struct host_type *type; /* of the pointer */
    void *address;
    bool is_freed;   /* by a function of the table: nothing is there any more */
    PyObject *owner; /* what it leads into, where that is known; or NULL */
};

extern PyType_Spec host_pointer_spec;

PyObject *host_pointer_create(struct host_type *type, void *address, PyObject *owner);

/* Where something is to be looked at: false and ValueError where it was freed. */
bool host_pointer_check(const struct host_pointer *pointer);
PyObject *host_pointer_string(struct host_pointer *pointer, size_t limit);

#endif
