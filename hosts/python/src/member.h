/**
 * Members: where in a record they are, and the quick ways to plain scalars.
 */
#ifndef ABX_PYTHON_MEMBER_H
#define ABX_PYTHON_MEMBER_H

#include "type.h"

struct host_member {
    PyObject_HEAD
    struct host_type *owner; /* the record, or a scalar whose value it is */
    struct host_type *type;
    struct abx_member member;
    PyObject *path; /* str; "" for the value of a scalar */
    enum host_load load;
    bool
        is_const; /* or may be part of what is: storing into foreign memory takes the rules */
};

extern PyType_Spec host_member_spec;

/* A member that was found before; borrowed; NULL: it was not. */
struct host_member *host_member_look_up(struct host_type *type, PyObject *name);

static inline struct host_recent *host_recent(struct host_type *type,
                                              const PyObject *name)
{
    return &type->recent[((uintptr_t)name >> 4) % HOST_N_RECENT];
}

/* The same, where mostly one load tells. */
static inline struct host_member *host_member_known(struct host_type *type,
                                                    PyObject *name)
{
    const struct host_recent *recent = host_recent(type, name);

    return recent->name == name ? recent->member : host_member_look_up(type, name);
}

/* The member at a path, from the cache of the type; new reference. NULL without an exception:
 * there is none, and err says so. */
struct host_member *host_member_find(struct host_type *type, PyObject *path,
                                     struct abx_error *err);
PyObject *host_member_at(struct host_type *type, size_t index);
enum host_load host_load_of(const struct host_type *type);
PyObject *host_load(enum host_load load, const void *at);

/* 1: stored; 0: take the rules (of another class, or out of range); nothing is raised. */
int host_store(enum host_load load, void *at, PyObject *value);

#endif
