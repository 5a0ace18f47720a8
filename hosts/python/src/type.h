/**
 * Types: how their values convert, and the members that were asked for.
 */
#ifndef ABX_PYTHON_TYPE_H
#define ABX_PYTHON_TYPE_H

#include "host.h"

/* A name and its member, where that is looked for first: both are in the type's dict. */
struct host_recent {
    PyObject *name;
    struct host_member *member;
};
enum { HOST_N_RECENT = 16 };

struct host_type {
    PyObject_HEAD
    struct host_table *table;
    const struct abx_type *type;   /* as it was declared */
    const struct abx_type *bare;   /* behind typedefs */
    const struct abx_type *target; /* of pointers, arrays, enums, complex; or NULL */
    const struct abx_type *bare_target;
    enum host_kind kind;
    enum host_load load;
    bool is_character;                        /* char, wchar_t, char16_t, char32_t */
    bool is_text;                             /* an array of them */
    bool is_flexible;                         /* ends with an array of unknown length */
    bool has_pointers;                        /* is one, or has one in it */
    PyObject *members;                        /* str → Member, as they were asked for */
    struct host_recent recent[HOST_N_RECENT]; /* by the name's address */
};

extern PyType_Spec host_type_spec;

/* The one Type of a type of the table; new reference. */
struct host_type *host_type_get(struct host_table *table, const struct abx_type *type);

/* The Type of what it points to, or of its elements; new reference. */
struct host_type *host_type_target(struct host_type *type);

/* By C's name, or in the notation of the table; new reference; KeyError. */
struct host_type *host_type_find(struct host_table *table, const char *name);

/* The type as C declares it, or with @notation as the table writes it; a str. */
PyObject *host_type_text(const struct host_type *type, bool notation);
PyObject *host_type_declaration(const struct host_type *type, const char *name);

/* Const, or of const elements. */
bool host_type_is_fixed(const struct host_type *type);

/* Of a pointer, or NULL: it leads to what C does not write to. */
bool host_type_leads_to_const(const struct host_type *type);

/* The object as a Type of the table; borrowed; TypeError. @table may be NULL. */
struct host_type *host_type_check(struct host_state *state, PyObject *object,
                                  const struct host_table *table);

#endif
