/**
 * Callbacks: C functions made at run time that end in a handler of the host.
 *
 * callback.c makes and ends them and is where C enters; callback_trampoline.c has what C
 * calls where libffi need not make it; callback_run.c turns C's arguments into values and the
 * answer back; callback_queue.c has what threads leave for the owner of the context;
 * callback_handle.h is the way to the handler and back that all of them share.
 */
#ifndef ABX_CALLBACK_H
#define ABX_CALLBACK_H

#include <ffi.h>
#include <stdatomic.h>

#include "runtime/callback_use.h"
#include "runtime/context.h"
#include "runtime/table.h"

/* How functions of a type are called; in the table's arena, for all callbacks of the type. */
struct abx_callback_signature {
    const struct abx_type *type;
    ffi_cif cif;
    ffi_type **types;
    ffi_type *result;
    const struct abx_type **scalars; /* parameters behind typedefs; NULL: it is none */
    bool has_memory;                 /* not all parameters are scalars */
    bool is_integral; /* parameters and result are all integers and pointers, or void */
    bool is_void;
    bool is_result_scalar;
    bool is_result_integral; /* an integer or a pointer */
    struct abx_place place;  /* of a scalar result, where libffi wants it */
    struct abx_callback_signature *next;
};

struct abx_callback {
    struct abx_table *table;
    const struct abx_type *type; /* of the function */
    struct abx_callback_options options;
    struct abx_callback_signature *signature;
    unsigned trampoline;  /* number of its precompiled function, from 1; 0: it has none */
    ffi_closure *closure; /* else: of libffi */
    void *address;        /* of the function that C calls */
    size_t answer_size;   /* bytes that C gets as a result, as libffi wants them */
    unsigned char *answer; /* options.answer in that form */
    atomic_bool is_ended;
    atomic_bool is_kept; /* by C code, beyond a call */
    atomic_uint
        n_here; /* how often the owner's thread is inside, which alone writes it */
    atomic_uint n_running; /* other threads inside */
    struct abx_callback *next;
};

/* What callbacks and threads leave for the owner; part of a context. */
struct abx_callbacks {
    bool is_running;   /* the owner's: in a handler of what another thread left */
    int raised_status; /* the owner's: an error of a handler for the call that it is in */
    struct abx_error raised;

    struct abx_lock lock; /* guards what follows */
    struct abx_request *first, *last;
    uint64_t n_left; /* requests that came so far */
    size_t n_copies;
    int foreign_status; /* the first error of other threads since the owner looked */
    struct abx_error foreign;
};

/* Makes the context's part, if it has none. The context's lock is held. ABX_OK;
 * ABX_NO_MEMORY. */
int abx_callbacks_prepare(struct abx_context *context, struct abx_error *err);

/* ---- functions for C to call */

/* A precompiled one for @callback; NULL where none serves its type, or all are in use. */
void *abx_trampoline_take(struct abx_callback *callback);

/* Gives it back, if the callback has one; for others to take, if C does not have it. */
void abx_trampoline_release(struct abx_callback *callback);

/* What each of them ends in: C has called @callback. */
void abx_callback_enter(struct abx_callback *callback, void **values, void *result);

/* ---- running */

/* Works out what each call of a function of the type needs. */
void abx_callback_plan(struct abx_callback_signature *signature);

/* Writes the answer that needs no handler. Safe in handlers of signals. */
void abx_callback_answer(const struct abx_callback *callback, void *result);

/* Writes the object of the result's type at @object as libffi wants a result. */
void abx_callback_put(const struct abx_callback *callback, const void *object,
                      void *result);

/*
 * Runs the handler with the arguments that libffi has at @values, and writes its answer to
 * @result; where the answer is not ABX_OK, options.answer.
 */
int abx_callback_run(struct abx_callback *callback, void **values, void *result,
                     struct abx_error *err);

/* What abx_callback_handle leaves out: checks any answer of the handler, and writes it. */
int abx_callback_store(struct abx_callback *callback, const struct abx_value *value,
                       void *result, struct abx_error *err);

/* ---- what waits for the owner */

/* Has an error of a handler returned by the call that the thread is in; one of another
 * thread than the owner's by the next safe point. */
void abx_callback_raise(struct abx_context *context, int status,
                        const struct abx_error *err);

/* Waits until the owner has answered. */
void abx_callback_wait(struct abx_callback *callback, void **values, void *result);

/* Leaves a copy of the arguments. */
void abx_callback_copy(struct abx_callback *callback, void **values);

/* Answers what waits for @callback, which ends. */
void abx_callback_forget(struct abx_callback *callback);

#endif
