/**
 * The Python host, as its files see each other.
 *
 * Each object of C that Python holds has a type of its own here and a file: Table, Names
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

/* ---- the module ---- */

struct host_conversion;
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

void host_context_leave(struct host_context *shared);

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
    PyObject *code_error;  /* class CodeError(OSError) */
    PyObject *table_error; /* class TableError(Exception) */
    PyObject *tables;      /* a WeakValueDictionary: path → the open Table */
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

/* ---- tables ---- */

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
extern PyType_Spec host_names_spec;

/* abidex.open(name) */
PyObject *host_table_open(PyObject *module, PyObject *name);

/* A name of the mapping of that kind; new reference; KeyError. */
PyObject *host_table_find_kind(struct host_table *table, enum abx_kind kind,
                               PyObject *name);

/* A mapping of the table: ABX_KIND_FN, ABX_KIND_CONST, ABX_KIND_VAR; ABX_KIND_TYPEDEF for
 * all types. */
PyObject *host_names_create(struct host_table *table, enum abx_kind kind);

/* A list of the names of one mapping. */
PyObject *host_names_list(struct host_table *table, enum abx_kind kind);

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

/* ---- members ---- */

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

/* ---- memory ---- */

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

/* Bytes from its start that may be looked at: more than its own where a pointer of C's led
 * to it, up to the end of what that is a part of, if that is known. */
size_t host_memory_room(const struct host_memory *memory);
PyObject *host_memory_string(struct host_memory *memory, size_t limit);

/* ---- pointers ---- */

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

/* ---- out ---- */

/* abidex.out, and out[n]. */
struct host_out {
    PyObject_HEAD
    Py_ssize_t count; /* 0: out itself, one object */
};

extern PyType_Spec host_out_spec;

PyObject *host_out_create(struct host_state *state, Py_ssize_t count);

/* What an argument stands for, Memory or bytes, and the value that C gets. */
PyObject *host_out_make(struct host_conversion *conversion, struct host_type *type,
                        Py_ssize_t count, struct abx_value *value);

/* The result, taken over, and what the function left behind in each of outs. */
PyObject *host_out_join(const struct host_state *state, PyObject *const *outs,
                        size_t n_outs, PyObject *result);

/* ---- functions ---- */

struct host_parameter {
    const char *name; /* or NULL */
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
bool host_is_keyword(const char *name);

/* ---- conversion ---- */

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

/* ---- errors ---- */

/* Raises what an answer other than ABX_OK says; always NULL. An exception that is set, as
 * host_call_end may leave it, stays. */
PyObject *host_raise(struct host_state *state, int status, const struct abx_error *err);

/* The same, ABX_MISSING being of this class. */
PyObject *host_raise_missing(struct host_state *state, int status,
                             const struct abx_error *err, PyObject *missing);
int host_errors_init(struct host_state *state, PyObject *module);

/* tp_new of what only this module makes: TypeError. */
PyObject *host_no_new(PyTypeObject *type, PyObject *args, PyObject *keywords);

/* __reduce__ of all that lives in this process alone: TypeError. */
PyObject *host_no_pickle(PyObject *self, PyObject *unused);
#define HOST_NO_PICKLE                                                                   \
    {                                                                                    \
        "__reduce__", host_no_pickle, METH_NOARGS, NULL                                  \
    }

/* ---- callbacks ---- */

extern PyType_Spec host_callback_spec;

/* A C function of the type (of a function, or of a pointer to one) that calls @callable. */
PyObject *host_callback_create(struct host_type *type, PyObject *callable);

/* What the library calls it, which C gets now; borrowed; NULL and ValueError where it was
 * closed. @stays: C may keep it; then the table stays open for good. */
struct abx_callback *host_callback_use(PyObject *callback, bool stays);

/* ---- threads ---- */

/* What a thread is doing. */
struct host_thread {
    PyThreadState *released; /* its state, while a call has let go of the lock; or NULL */
    unsigned n_calls;        /* calls that it is in */
};

#if defined(__GLIBC__)
#define HOST_NEAR __attribute__((tls_model("initial-exec"))) /* no call for each access */
#else
#define HOST_NEAR
#endif
extern _Thread_local struct host_thread host_thread HOST_NEAR;

/* How a thread got the interpreter's lock. */
enum host_way {
    HOST_ENTRY_LOCKED,   /* it had it */
    HOST_ENTRY_RELEASED, /* a call had let go of it */
    HOST_ENTRY_DETACHED, /* something else had */
    HOST_ENTRY_MADE      /* it was not known to Python */
};

struct host_entry {
    enum host_way way;
    PyThreadState *thread;
};

/* Takes the lock for Python code that C calls. False: the interpreter has ended, or there is
 * no memory. */
bool host_thread_enter(struct host_state *state, struct host_entry *entry);
void host_thread_leave(const struct host_entry *entry);

/* Has the calling thread own the context; ValueError where it is not the main one. */
int host_threads_own(struct host_state *state);
int host_threads_init(struct host_state *state, PyObject *module);

/* ---- what callbacks and handlers raise ---- */

/* Keeps the exception that is set for the call that the thread is in. Where there is none it
 * is told as unraisable, by @where, which may be NULL. */
void host_raised_keep(struct host_state *state, PyObject *where);

/* Whether the thread has such an exception. */
bool host_raised_is_waiting(struct host_state *state);

/* Sets it; false: there is none. */
bool host_raised_take(struct host_state *state);

/* Forgets those of threads that a child does not have. */
void host_raised_drop_others(struct host_state *state);

/* Around each call of the library in which C or a handler may call Python. */
static inline void host_call_begin(void)
{
    host_thread.n_calls++;
}

/* True: an exception is set, whatever the call answered. */
static inline bool host_call_end(struct host_state *state)
{
    host_thread.n_calls--;
    return state->threads.n_raised > 0 && host_raised_take(state);
}

/* ---- signals ---- */

extern PyMethodDef host_signal_methods[];
int host_signals_init(struct host_state *state, PyObject *module);
int host_signals_traverse(struct host_state *state, visitproc visit, void *arg);
void host_signals_clear(struct host_state *state);

/* When the context has ended, and no handler of signals looks here any more. */
void host_signals_free(struct host_state *state);

/* Gives all signals back, while the interpreter is whole. */
void host_signals_end(struct host_state *state);

/* In the system's handler: has Python come to a safe point. user: a struct host_state. */
void host_signals_arrived(void *user, int number);

#endif
