/**
 * What memory keeps alive since a pointer in it leads there.
 */
#ifndef ABX_PYTHON_KEEP_H
#define ABX_PYTHON_KEEP_H

#include "host.h"

/* What was stored at an offset of the memory; borrowed; NULL without an exception: nothing. */
PyObject *host_keep_find(struct host_memory *memory, size_t offset);

/* In place of what was stored there; @kept: NULL for nothing any more. */
int host_keep_at(struct host_memory *memory, size_t offset, PyObject *kept);

/* @size bytes at the offset became those of @from: with them goes what that keeps for them. */
int host_keep_copy(struct host_memory *memory, size_t offset, size_t size,
                   struct host_memory *from);

/* Which of the object, or of what it refers to or lists, has the address in its bytes;
 * borrowed; NULL, never with an exception. */
PyObject *host_keep_owner(const struct host_state *state, PyObject *object,
                          const void *address);

#endif
