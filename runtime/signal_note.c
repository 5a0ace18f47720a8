/*
 * Who owns a signal, and what a handler does about it, on every system. A handler gets
 * nothing but a number, so here is the one place of the library with variables that live as
 * long as the process: for each signal, the context that handles it, and how many threads
 * are inside the handler. A signal has one handler in a process, whoever asks; the owner is
 * therefore a property of the process and not of a context, and a second context is
 * refused. Whoever takes an owner away waits until the handlers that may have seen it are
 * gone, and only then frees it.
 *
 * The handler notes, in this order, the siginfo and the signal's own count, then the
 * context's attention, then the byte in the wakeup descriptor, and last tells the host:
 * whoever was woken by a later step finds what the earlier ones wrote. It takes no lock and
 * allocates nothing.
 */
#include "runtime/signal_state.h"

#include <stdint.h>

#include "runtime/os.h"
#include "runtime/os_thread.h"
#include "runtime/safe_point.h"

_Static_assert(ATOMIC_LLONG_LOCK_FREE == 2, "handlers must not wait for a lock");
_Static_assert(ATOMIC_POINTER_LOCK_FREE == 2, "handlers must not wait for a lock");
_Static_assert(NSIG <= ABX_SIGNAL_MAX + 1, "a signal would have no entry");

static struct {
    _Atomic(struct abx_signals *) owner;
    atomic_ullong inside; /* the process, in the upper half, and how many threads */
} slots[NSIG];

/* ---- in the handler ---- */

/*
 * Adds one to a number that bears its process; what a child inherits does not count. A
 * number that is as great as it can be stays.
 */
static void add_one(atomic_ullong *number, unsigned process)
{
    unsigned long long before = atomic_load(number);
    unsigned long long after;

    do {
        if (before >> 32 != process)
            after = (unsigned long long)process << 32 | 1;
        else
            after = (uint32_t)before == UINT32_MAX ? before : before + 1;
    } while (!atomic_compare_exchange_weak(number, &before, after));
}

static void subtract_one(atomic_ullong *number, unsigned process)
{
    unsigned long long before = atomic_load(number);

    while (before >> 32 == process && (uint32_t)before > 0 &&
           !atomic_compare_exchange_weak(number, &before, before - 1))
        ;
}

static void note(struct abx_signals *signals, unsigned process, int number,
                 const abx_signal_info *info)
{
    abx_arrived arrived;

    abx_signal_ring_put(&signals->ring, process, number, info);
    add_one(&signals->entries[number].came, process);
    atomic_fetch_or_explicit(signals->attention, ABX_ATTENTION_SIGNAL,
                             memory_order_release);
    abx_signal_wake(signals, process, number);
    arrived = atomic_load(&signals->arrived);
    if (arrived != NULL)
        arrived(atomic_load(&signals->user), number);
}

unsigned abx_signal_enter(int number)
{
    unsigned process = abx_os_process();

    add_one(&slots[number].inside, process);
    return process;
}

void abx_signal_note(unsigned process, int number, const abx_signal_info *info)
{
    struct abx_signals *signals = atomic_load(&slots[number].owner);

    if (signals != NULL)
        note(signals, process, number, info);
}

void abx_signal_leave(unsigned process, int number)
{
    subtract_one(&slots[number].inside, process);
}

/* ---- owners ---- */

struct abx_signals *abx_signal_claim(struct abx_signals *signals, int number)
{
    struct abx_signals *owner = NULL;

    atomic_compare_exchange_strong(&slots[number].owner, &owner, signals);
    return owner;
}

void abx_signal_disclaim(int number)
{
    atomic_store(&slots[number].owner, NULL);
}

static bool is_inside(int number)
{
    unsigned long long inside = atomic_load(&slots[number].inside);

    return inside >> 32 == abx_os_process() && (uint32_t)inside > 0;
}

/*
 * A handler first says that it is inside and then looks for the owner; whoever calls this
 * has first taken the owner away, or changed something in it, and then looks for handlers.
 * So either the handler saw the change, or it is seen here: all these accesses have one
 * order. The wait has an end, because a
 * thread may have been stopped inside, and one that a signal handler of somebody else left
 * by longjmp is counted for ever.
 */
bool abx_signal_settle(void)
{
    enum { TURNS = 1000, PAUSES = 1000 };

    for (int number = 1; number < NSIG; number++) {
        for (int i = 0; is_inside(number); i++) {
            if (i >= TURNS + PAUSES)
                return false;
            if (i < TURNS)
                abx_os_yield();
            else
                abx_os_pause();
        }
    }
    return true;
}
