/**
 * Memory: objects of C as Python holds, reads and fills them.
 */
#ifndef ABX_PYTHON_MEMORY_H
#define ABX_PYTHON_MEMORY_H

#include "host.h"

struct host_memory {
    PyObject_HEAD
    struct abx_memory *memory;
    struct host_type *type;    /* of one object */
    struct host_type *element; /* of what has an index; NULL until it is asked for */
    size_t count;              /* objects */
    bool is_foreign;           /* not ours: what is const stays as it is */
    bool is_read_only;         /* all of it */
    bool is_open;              /* a pointer of C's led here, which told no count */
    PyObject *owner;  /* whose memory this is a part of, or what holds it; or NULL */
    PyObject *keep;   /* address → what a pointer stored there leads to; or NULL */
    Py_ssize_t shape; /* of the buffer protocol */
    PyObject *weak;
};

extern PyType_Spec host_memory_spec;

/* Takes the memory over, also where it fails. @type: of its objects; or, of a flexible
 * array, their array. @owner may be NULL. */
PyObject *host_memory_wrap(struct host_type *type, struct abx_memory *memory,
                           PyObject *owner, bool is_foreign);

/* Memory of the type, from an initial value or NULL, or from keywords or NULL. */
PyObject *host_memory_create(struct host_type *type, size_t count, PyObject *initial,
                             PyObject *keywords);

/* What is at an address, which nobody holds but perhaps @owner. */
PyObject *host_memory_view(struct host_type *type, void *address, size_t count,
                           PyObject *owner);

/* Stores as Python has it: scalars, strings, sequences, dicts. */
int host_memory_fill(struct host_memory *memory, PyObject *value);

/* Its bytes; NULL and ValueError where they were freed. */
void *host_memory_data(const struct host_memory *memory);
struct host_table *host_memory_table(const struct host_memory *memory);

/* What is at a path, a member, or all of it: a scalar's value, else itself; and storing. */
PyObject *host_memory_get(struct host_memory *memory, PyObject *path);
PyObject *host_memory_get_member(struct host_memory *memory, struct host_member *member);
PyObject *host_memory_value(struct host_memory *memory);
int host_memory_set(struct host_memory *memory, PyObject *path, PyObject *value);
int host_memory_set_member(struct host_memory *memory, struct host_member *member,
                           PyObject *value);
int host_memory_set_value(struct host_memory *memory, PyObject *value);

/* How many can be indexed, and each of them. */
Py_ssize_t host_memory_length(struct host_memory *memory);
PyObject *host_memory_item(struct host_memory *memory, Py_ssize_t index);
int host_memory_set_item(struct host_memory *memory, Py_ssize_t index, PyObject *value);

struct host_type *host_memory_element(struct host_memory *memory); /* borrowed */

/* Of characters, so that str and bytes are compared with its text. */
bool host_memory_is_text(const struct host_memory *memory);

/* The rest of the type's slots. */
PyObject *host_memory_repr(struct host_memory *memory);
PyObject *host_memory_str(struct host_memory *memory);
int host_memory_buffer(PyObject *self, Py_buffer *buffer, int flags);
PyObject *host_memory_subscript(struct host_memory *memory, PyObject *key);
int host_memory_set_subscript(struct host_memory *memory, PyObject *key, PyObject *value);
PyObject *host_memory_iter(struct host_memory *memory);
PyObject *host_memory_checked_item(struct host_memory *memory, Py_ssize_t index);

/* Bytes from its start that may be looked at: more than its own where a pointer of C's led
 * to it, up to the end of what that is a part of, if that is known. */
size_t host_memory_room(const struct host_memory *memory);
PyObject *host_memory_string(struct host_memory *memory, size_t limit);

#endif
