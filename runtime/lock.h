/**
 * Locks that a fork does not leave closed: where a thread of the parent held one while
 * the process forked, the child opens it anew.
 */
#ifndef ABX_LOCK_H
#define ABX_LOCK_H

#include <stdatomic.h>
#include <stdbool.h>

#include "runtime/os_thread.h"

/* Recursive. */
struct abx_lock {
    struct abx_mutex mutex;
    atomic_long process; /* whose lock it is; negative: about to become so */
};

/* 0, or an errno value. */
int abx_lock_init(struct abx_lock *lock);
void abx_lock_finish(struct abx_lock *lock);

/*
 * True for the first who takes the lock in a child: a thread that does not exist any more
 * may have been at work on what it guards.
 */
bool abx_lock_acquire(struct abx_lock *lock);
void abx_lock_release(struct abx_lock *lock);

#endif
