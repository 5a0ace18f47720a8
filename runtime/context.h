/**
 * What tables share. The list of opened libraries belongs to library.c, the signals to
 * signal.c.
 */
#ifndef ABX_CONTEXT_H
#define ABX_CONTEXT_H

#include <stdatomic.h>

#include "abidex.h"
#include "base/buffer.h"
#include "runtime/lock.h"
#include "runtime/os.h"

struct abx_callbacks;
struct abx_library;
struct abx_signals;

/* Why more is to be done than calling: for a function, and where the context wants it, too. */
enum abx_surrounding {
    ABX_SURROUNDING_CODES = 1, /* the contract lets errno decide, or has it cleared */
    ABX_SURROUNDING_HOST = 2   /* the function may block: the host is told */
};

struct abx_context {
    atomic_uint attention;     /* enum abx_attention */
    enum abx_engine engine;    /* of functions that are found from now on */
    atomic_uintptr_t owner;    /* abx_os_thread of a thread */
    struct abx_hooks hooks;    /* set before other threads use the context */
    struct abx_buffer folders; /* the same; each is ended by a zero */
    unsigned surroundings;     /* enum abx_surrounding: what any call of it needs */
    _Atomic(struct abx_callbacks *) callbacks; /* NULL until there is one */
    struct abx_slots slots; /* of the libraries below; written under the lock */

    struct abx_lock lock; /* guards what follows */
    /* NULL until a signal is handled. The owner alone writes it, under the lock, and may
     * read it without. */
    struct abx_signals *signals;
    struct abx_library *libraries;
};

#endif
