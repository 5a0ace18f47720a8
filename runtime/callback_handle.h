/**
 * The way to a callback's handler and back, for whatever made the function that C called.
 * Inline, since the shortest of these ways feels every function on it.
 */
#ifndef ABX_CALLBACK_HANDLE_H
#define ABX_CALLBACK_HANDLE_H

#include "runtime/call_scalar.h"
#include "runtime/callback.h"

/*
 * The owner's thread goes in, and out with what that gave. It counts for itself, without
 * locking the processor's bus twice: who destroys a callback on another thread does so while
 * no function uses it, and needs no order among these stores.
 */
static inline unsigned abx_callback_begin(struct abx_callback *callback)
{
    unsigned n_here = atomic_load_explicit(&callback->n_here, memory_order_relaxed);

    atomic_store_explicit(&callback->n_here, n_here + 1, memory_order_relaxed);
    return n_here;
}

static inline void abx_callback_end(struct abx_callback *callback, unsigned n_here)
{
    atomic_store_explicit(&callback->n_here, n_here, memory_order_relaxed);
}

/* Runs the handler, and writes its answer. ABX_OK; what it returned, or what its answer is
 * refused with: nothing is written then. */
static inline int abx_callback_handle(struct abx_callback *callback,
                                      const struct abx_value *args, void *result,
                                      struct abx_error *err)
{
    const struct abx_callback_options *options = &callback->options;
    const struct abx_callback_signature *signature = callback->signature;
    struct abx_value value = {0};
    int status =
        options->handler(options->user, args, callback->type->n_parameters, &value, err);

    if (status != ABX_OK || signature->is_void)
        return status;
    if (signature->is_result_integral &&
        abx_scalar_store(&signature->place, &value, result))
        return ABX_OK;
    return abx_callback_store(callback, &value, result, err);
}

#endif
