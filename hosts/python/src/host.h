/**
 * What all files of the Python host share: the module's state, and the kinds of types.
 *
 * Each object of C that Python holds has a type of its own, a header and files: Table, Names
 * (the mappings of a table), Function, Type, Member, Memory, Pointer, Callback, Out. All of
 * them refer to their Table, which ends last and keeps the context alive. What refers to
 * what may be a circle, through the caches of a table and what memory keeps for C, so that
 * the types take part in garbage collection; only the table's caches and memory's keeps
 * are cleared for it, all else is set once and stays.
 *
 * Functions that return objects return NULL with an exception set; those that return int
 * answer 0, or -1 with an exception set.
 */
#ifndef ABX_PYTHON_HOST_H
#define ABX_PYTHON_HOST_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdatomic.h>
#include <structmember.h>

#include "runtime/abidex.h"

/* What the headers of the objects declare. */
struct host_conversion;
struct host_function;
struct host_member;
struct host_memory;
struct host_table;
struct host_type;

/* ---- the module ---- */

struct host_raised;
struct host_signals;

/* What the interpreter's threads share. Other threads read is_ending without the lock. */
struct host_threads {
    PyInterpreterState *interpreter;
    unsigned long owner; /* of the context: the number of a thread */
    atomic_bool is_ending;
    size_t n_raised; /* threads with an exception that waits for C to return */
    struct host_raised *raised;
};

/* The context, which tables keep alive when the module is gone already. Counted under the
 * interpreter's lock. */
struct host_context {
    struct abx_context *context;
    size_t n_users;
};

struct host_state {
    struct host_context *shared;
    PyTypeObject *table_type;
    PyTypeObject *names_type;
    PyTypeObject *function_type;
    PyTypeObject *type_type;
    PyTypeObject *member_type;
    PyTypeObject *memory_type;
    PyTypeObject *pointer_type;
    PyTypeObject *callback_type;
    PyTypeObject *out_type;
    PyObject *code_error;       /* class CodeError(OSError) */
    PyObject *table_error;      /* class TableError(Exception) */
    PyObject *tables;           /* a WeakValueDictionary: path → the open Table */
    PyObject *keywords;         /* a frozenset of str: Python's own words */
    unsigned long long n_codes; /* callbacks that were made */
    struct host_threads threads;
    struct host_signals *signals;
};

extern struct PyModuleDef host_module;

/* Py_NewRef, which CPython 3.9 lacks. */
static inline PyObject *host_ref(void *object)
{
    Py_INCREF((PyObject *)object);
    return object;
}

/* Lets go of it; NULL, for the variable that had it. */
static inline void *host_drop(void *object)
{
    Py_XDECREF((PyObject *)object);
    return NULL;
}

/* ---- types ---- */

/* How values of a type become Python's, and back. */
enum host_kind {
    HOST_VOID,
    HOST_BOOL,
    HOST_INT,   /* up to 64 bits, signed or not; enums and char too */
    HOST_WIDE,  /* integers of 128 bits */
    HOST_FLOAT, /* all real ones */
    HOST_COMPLEX,
    HOST_TEXT,      /* pointer to char: str */
    HOST_WIDE_TEXT, /* pointer to wchar_t, char16_t, char32_t: str */
    HOST_OBJECT,    /* pointer to what has a size: Memory */
    HOST_ADDRESS,   /* pointer to void and to what else has none: Pointer */
    HOST_CODE,      /* pointer to a function: Pointer */
    HOST_RECORD,
    HOST_ARRAY,
    HOST_FUNCTION,
    HOST_OTHER /* va_list: no values */
};

/* What memcpy can read and write without a rule beyond the range. */
enum host_load {
    HOST_LOAD_RULES, /* none of these: the library does it */
    HOST_LOAD_I8,
    HOST_LOAD_U8,
    HOST_LOAD_I16,
    HOST_LOAD_U16,
    HOST_LOAD_I32,
    HOST_LOAD_U32,
    HOST_LOAD_I64,
    HOST_LOAD_U64,
    HOST_LOAD_F32,
    HOST_LOAD_F64
};

#endif
