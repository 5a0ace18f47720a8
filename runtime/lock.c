/*
 * A mutex and the number of the process that it belongs to. Handlers for forking would
 * have to know every table there is, in a list that is global; a number that does not fit
 * is found by whoever comes first, and costs no more than asking for one's own.
 */
#include "runtime/lock.h"

#include <sched.h>
#include <unistd.h>

static int init_mutex(pthread_mutex_t *mutex)
{
    pthread_mutexattr_t attributes;
    int code = pthread_mutexattr_init(&attributes);

    if (code != 0)
        return code;
    code = pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
    if (code == 0)
        code = pthread_mutex_init(mutex, &attributes);
    pthread_mutexattr_destroy(&attributes);
    return code;
}

int abx_lock_init(struct abx_lock *lock)
{
    atomic_init(&lock->process, (long)getpid());
    return init_mutex(&lock->mutex);
}

void abx_lock_finish(struct abx_lock *lock)
{
    pthread_mutex_destroy(&lock->mutex);
}

/* Makes the lock this process's and takes it. One thread does, the others wait. */
static bool adopt(struct abx_lock *lock, long process)
{
    long owner = atomic_load_explicit(&lock->process, memory_order_acquire);

    while (owner != process) {
        if (owner == -process) {
            sched_yield();
            owner = atomic_load_explicit(&lock->process, memory_order_acquire);
        } else if (atomic_compare_exchange_strong(&lock->process, &owner, -process)) {
            init_mutex(&lock->mutex);
            pthread_mutex_lock(&lock->mutex);
            atomic_store_explicit(&lock->process, process, memory_order_release);
            return true;
        }
    }
    return false;
}

bool abx_lock_acquire(struct abx_lock *lock)
{
    if (adopt(lock, (long)getpid()))
        return true;
    pthread_mutex_lock(&lock->mutex);
    return false;
}

void abx_lock_release(struct abx_lock *lock)
{
    pthread_mutex_unlock(&lock->mutex);
}
