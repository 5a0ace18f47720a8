/**
 * Safe points: where a script's functions may run, on the thread that owns the context.
 * What waits sets its bit in the context, so that a call with nothing to do pays one load.
 */
#ifndef ABX_SAFE_POINT_H
#define ABX_SAFE_POINT_H

#include <stdatomic.h>

#include "runtime/context.h"

enum abx_attention {
    ABX_ATTENTION_RAISED = 1,  /* an error of a callback on the owner's thread */
    ABX_ATTENTION_FOREIGN = 2, /* one on another thread */
    ABX_ATTENTION_QUEUE = 4,   /* a callback of another thread */
    ABX_ATTENTION_SIGNAL = 8,  /* a signal */
};

static inline bool abx_needs_attention(struct abx_context *context)
{
    return atomic_load_explicit(&context->attention, memory_order_relaxed) != 0;
}

/* Whether the calling thread owns the context. A child's only thread owns what the thread
 * that forked did. */
static inline bool abx_context_is_owner(const struct abx_context *context)
{
    return atomic_load_explicit(&context->owner, memory_order_relaxed) == abx_os_thread();
}

/*
 * Runs what waits; nothing on a thread that does not own the context. errno and the like
 * stay.
 * ABX_OK; what a handler answered.
 */
int abx_safe_point(struct abx_context *context, struct abx_error *err);

/* Behind a call: whether a callback that it made raised an error, which then takes the place of
 * *@statusp and *@err. To be asked where abx_has_raised. */
bool abx_safe_point_after(struct abx_context *context, int *statusp,
                          struct abx_error *err);

static inline bool abx_has_raised(struct abx_context *context)
{
    return (atomic_load_explicit(&context->attention, memory_order_relaxed) &
            ABX_ATTENTION_RAISED) != 0;
}

#endif
