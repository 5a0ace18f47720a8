/**
 * Where signal handlers put what they know of a signal, and the owner of a context finds
 * it: a set of slots of fixed size.
 */
#ifndef ABX_SIGNAL_RING_H
#define ABX_SIGNAL_RING_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "runtime/signal_info.h"

enum { ABX_SIGNAL_SLOTS = 256 };

struct abx_signal_slot {
    atomic_uint state; /* 0: free; else 2 * process, and 1 once it is complete */
    unsigned ticket;   /* older ones have smaller numbers, modulo 2^32 */
    int number;
    abx_signal_info info;
};

/* Zeroed memory is an empty ring. */
struct abx_signal_ring {
    atomic_uint ticket;
    atomic_size_t n_dropped; /* that found no slot */
    struct abx_signal_slot slots[ABX_SIGNAL_SLOTS];
};

/* Async-signal-safe. False where all slots are taken: counted in n_dropped. */
bool abx_signal_ring_put(struct abx_signal_ring *ring, unsigned process, int number,
                         const abx_signal_info *info);

/*
 * Takes the oldest one of a signal that @is_wanted has set, which is asked with @user; of
 * one thread only. False where there is none.
 */
bool abx_signal_ring_take(struct abx_signal_ring *ring, unsigned process,
                          bool (*is_wanted)(void *user, int number), void *user,
                          abx_signal_info *infop);

#endif
