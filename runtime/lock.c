/*
 * A mutex and the number of the process that it belongs to. Handlers for forking would
 * have to know every table there is, in a list that is global; a number that does not fit
 * is found by whoever comes first, and costs no more than asking for one's own. Where there
 * is no fork, it always fits.
 */
#include "runtime/lock.h"

int abx_lock_init(struct abx_lock *lock)
{
    atomic_init(&lock->process, (long)abx_os_process());
    return abx_mutex_init(&lock->mutex);
}

void abx_lock_finish(struct abx_lock *lock)
{
    abx_mutex_finish(&lock->mutex);
}

/* Makes the lock this process's and takes it. One thread does, the others wait. */
static bool adopt(struct abx_lock *lock, long process)
{
    long owner = atomic_load_explicit(&lock->process, memory_order_acquire);

    while (owner != process) {
        if (owner == -process) {
            abx_os_yield();
            owner = atomic_load_explicit(&lock->process, memory_order_acquire);
        } else if (atomic_compare_exchange_strong(&lock->process, &owner, -process)) {
            abx_mutex_init(&lock->mutex);
            abx_mutex_lock(&lock->mutex);
            atomic_store_explicit(&lock->process, process, memory_order_release);
            return true;
        }
    }
    return false;
}

bool abx_lock_acquire(struct abx_lock *lock)
{
    if (adopt(lock, (long)abx_os_process()))
        return true;
    abx_mutex_lock(&lock->mutex);
    return false;
}

void abx_lock_release(struct abx_lock *lock)
{
    abx_mutex_unlock(&lock->mutex);
}
