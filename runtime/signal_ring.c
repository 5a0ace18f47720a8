/*
 * The siginfo of signals between handlers, which run at any time on any thread and inside
 * each other, and the one thread that takes it. Why this is right:
 *
 * - A slot goes from free to written by the compare-and-exchange of one producer, so no
 *   two ever have it; from written to complete by the same producer's release store; from
 *   complete to free by the consumer alone. Whoever has a slot is the only one to touch
 *   its plain members, and each change of hands is a release that the next one acquires.
 * - A producer looks at each slot at most once and waits for nobody, neither for the
 *   consumer nor for a producer that was interrupted in the midst of its slot: that
 *   one's slot is passed over by both sides until it is complete. This is why the slots
 *   are no queue, where one unfinished place holds up all behind it. Tickets, taken in
 *   order of arrival, tell the consumer which is the oldest.
 * - What finds no slot is counted and forgotten. Nothing depends on it: that the signal
 *   came is counted elsewhere, in memory of its own for each signal, only after put has
 *   returned. So whoever has seen the count finds at least as many complete slots as were
 *   counted and not dropped.
 * - A slot bears the number of its process. A child inherits slots which the threads of
 *   its parent wrote or were about to write; the consumer sees whose they are and frees
 *   them. No handler for forking is needed. (A child of vfork shares the memory instead:
 *   it must have signals blocked, as posix_spawn and system do, or no handlers.)
 */
#include "runtime/signal_ring.h"

#include <string.h>

_Static_assert(ATOMIC_INT_LOCK_FREE == 2, "handlers must not wait for a lock");
_Static_assert(ATOMIC_LONG_LOCK_FREE == 2, "handlers must not wait for a lock");

static bool claim(struct abx_signal_slot *slot, unsigned process)
{
    unsigned is_free = 0;

    return atomic_load_explicit(&slot->state, memory_order_relaxed) == 0 &&
           atomic_compare_exchange_strong_explicit(&slot->state, &is_free, 2 * process,
                                                   memory_order_acquire,
                                                   memory_order_relaxed);
}

bool abx_signal_ring_put(struct abx_signal_ring *ring, unsigned process, int number,
                         const abx_signal_info *info)
{
    unsigned ticket = atomic_fetch_add_explicit(&ring->ticket, 1, memory_order_relaxed);

    for (unsigned i = 0; i < ABX_SIGNAL_SLOTS; i++) {
        struct abx_signal_slot *slot = &ring->slots[(ticket + i) % ABX_SIGNAL_SLOTS];

        if (!claim(slot, process))
            continue;
        slot->ticket = ticket;
        slot->number = number;
        memcpy(&slot->info, info, sizeof(slot->info));
        atomic_store_explicit(&slot->state, 2 * process + 1, memory_order_release);
        return true;
    }
    atomic_fetch_add_explicit(&ring->n_dropped, 1, memory_order_relaxed);
    return false;
}

/* Whether the slot holds something of this process. */
static bool is_complete(struct abx_signal_slot *slot, unsigned process)
{
    unsigned state = atomic_load_explicit(&slot->state, memory_order_acquire);

    if (state != 0 && state / 2 != process)
        atomic_store_explicit(&slot->state, 0, memory_order_release);
    return state == 2 * process + 1;
}

bool abx_signal_ring_take(struct abx_signal_ring *ring, unsigned process,
                          bool (*is_wanted)(void *user, int number), void *user,
                          abx_signal_info *infop)
{
    struct abx_signal_slot *oldest = NULL;

    for (unsigned i = 0; i < ABX_SIGNAL_SLOTS; i++) {
        struct abx_signal_slot *slot = &ring->slots[i];

        if (is_complete(slot, process) && is_wanted(user, slot->number) &&
            (oldest == NULL || (int)(slot->ticket - oldest->ticket) < 0))
            oldest = slot;
    }
    if (oldest == NULL)
        return false;
    *infop = oldest->info;
    atomic_store_explicit(&oldest->state, 0, memory_order_release);
    return true;
}
