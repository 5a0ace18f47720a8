/* <pthread.h>: the result is the error code; errno is not touched. */

/* Threads */
FAILS(pthread_create, "nonzero result", EAGAIN, EINVAL, EPERM);
MEANS(pthread_create, EAGAIN,
      "the system has no resources for one more thread, or a limit on threads is reached");
MEANS(pthread_create, EINVAL, "attr holds settings that are not valid");
MEANS(pthread_create, EPERM,
      "attr asks for a scheduling policy that the caller has no permission for");
FAILS(pthread_join, "nonzero result, blocks", EDEADLK, EINVAL, ESRCH);
MEANS(pthread_join, EDEADLK, "the thread would wait for itself, or two threads for each other");
MEANS(pthread_join, EINVAL,
      "the thread is detached, or another thread is waiting for it already");
MEANS(pthread_join, ESRCH, "no thread has this id");
FAILS(pthread_tryjoin_np, "nonzero result", EBUSY, EDEADLK, EINVAL, ESRCH);
MEANS(pthread_tryjoin_np, EBUSY, "the thread has not ended yet");
MEANS(pthread_tryjoin_np, EDEADLK,
      "the thread would wait for itself, or two threads for each other");
MEANS(pthread_tryjoin_np, EINVAL,
      "the thread is detached, or another thread is waiting for it already");
MEANS(pthread_tryjoin_np, ESRCH, "no thread has this id");
FAILS(pthread_timedjoin_np, "nonzero result, blocks", EDEADLK, EINVAL, ESRCH, ETIMEDOUT);
MEANS(pthread_timedjoin_np, EDEADLK,
      "the thread would wait for itself, or two threads for each other");
MEANS(pthread_timedjoin_np, EINVAL,
      "abstime is no valid time, or the thread is detached or being joined by another");
MEANS(pthread_timedjoin_np, ESRCH, "no thread has this id");
MEANS(pthread_timedjoin_np, ETIMEDOUT, "the thread had not ended when abstime came");
FAILS(pthread_clockjoin_np, "nonzero result, blocks", EDEADLK, EINVAL, ESRCH, ETIMEDOUT);
MEANS(pthread_clockjoin_np, EDEADLK,
      "the thread would wait for itself, or two threads for each other");
MEANS(pthread_clockjoin_np, EINVAL,
      "abstime is no valid time, or the thread is detached or being joined by another");
MEANS(pthread_clockjoin_np, ESRCH, "no thread has this id");
MEANS(pthread_clockjoin_np, ETIMEDOUT, "the thread had not ended when abstime came");
FAILS(pthread_detach, "nonzero result", EINVAL, ESRCH);
MEANS(pthread_detach, EINVAL, "the thread is detached already, or being joined");
MEANS(pthread_detach, ESRCH, "no thread has this id");
FAILS(pthread_cancel, "nonzero result", ESRCH);
MEANS(pthread_cancel, ESRCH, "no thread has this id");
FAILS(pthread_setcancelstate, "nonzero result", EINVAL);
MEANS(pthread_setcancelstate, EINVAL,
      "state is neither PTHREAD_CANCEL_ENABLE nor PTHREAD_CANCEL_DISABLE");
FAILS(pthread_setcanceltype, "nonzero result", EINVAL);
MEANS(pthread_setcanceltype, EINVAL,
      "type is neither PTHREAD_CANCEL_DEFERRED nor PTHREAD_CANCEL_ASYNCHRONOUS");
NEVER_FAILS(pthread_equal);
NEVER_FAILS(pthread_exit);
NEVER_FAILS(pthread_self);
NEVER_FAILS(pthread_testcancel);
FAILS(pthread_yield, "nonzero result");
FAILS(pthread_once, "nonzero result, blocks");
FAILS(pthread_atfork, "nonzero result", ENOMEM);
FAILS(pthread_getname_np, "nonzero result", ENOENT, ERANGE);
MEANS(pthread_getname_np, ENOENT,
      "the thread has ended, so that its name can't be read any more");
MEANS(pthread_getname_np, ERANGE,
      "the buffer of len bytes is too small for a name, which takes 16");
FAILS(pthread_setname_np, "nonzero result", ENOENT, ERANGE);
MEANS(pthread_setname_np, ENOENT, "the thread has ended");
MEANS(pthread_setname_np, ERANGE, "name is longer than 15 bytes");
FAILS(pthread_getcpuclockid, "nonzero result", ENOENT, ESRCH);
FAILS(pthread_getaffinity_np, "nonzero result", EFAULT, EINVAL, ESRCH);
FAILS(pthread_setaffinity_np, "nonzero result", EFAULT, EINVAL, ESRCH);
FAILS(pthread_getschedparam, "nonzero result", ESRCH);
FAILS(pthread_setschedparam, "nonzero result", EINVAL, ENOTSUP, EPERM, ESRCH);
FAILS(pthread_setschedprio, "nonzero result", EINVAL, EPERM, ESRCH);
NEVER_FAILS(pthread_getconcurrency);
FAILS(pthread_setconcurrency, "nonzero result", EAGAIN, EINVAL);

/* Thread attributes; without a mask, getsigmask answers PTHREAD_ATTR_NO_SIGMASK_NP. */
FAILS(pthread_attr_init, "nonzero result", ENOMEM);
FAILS(pthread_attr_destroy, "nonzero result");
FAILS(pthread_getattr_np, "nonzero result", ENOMEM);
FAILS(pthread_getattr_default_np, "nonzero result", ENOMEM);
FAILS(pthread_setattr_default_np, "nonzero result", EINVAL, ENOMEM);
FAILS(pthread_attr_getaffinity_np, "nonzero result", EINVAL);
FAILS(pthread_attr_setaffinity_np, "nonzero result", EINVAL, ENOMEM);
FAILS(pthread_attr_getdetachstate, "nonzero result");
FAILS(pthread_attr_setdetachstate, "nonzero result", EINVAL);
MEANS(pthread_attr_setdetachstate, EINVAL,
      "detachstate is neither PTHREAD_CREATE_JOINABLE nor PTHREAD_CREATE_DETACHED");
FAILS(pthread_attr_getguardsize, "nonzero result", EINVAL);
FAILS(pthread_attr_setguardsize, "nonzero result", EINVAL);
FAILS(pthread_attr_getinheritsched, "nonzero result");
FAILS(pthread_attr_setinheritsched, "nonzero result", EINVAL, ENOTSUP);
FAILS(pthread_attr_getschedparam, "nonzero result");
FAILS(pthread_attr_setschedparam, "nonzero result", EINVAL, ENOTSUP);
FAILS(pthread_attr_getschedpolicy, "nonzero result");
FAILS(pthread_attr_setschedpolicy, "nonzero result", EINVAL, ENOTSUP);
FAILS(pthread_attr_getscope, "nonzero result");
FAILS(pthread_attr_setscope, "nonzero result", EINVAL, ENOTSUP);
NEVER_FAILS(pthread_attr_getsigmask_np);
FAILS(pthread_attr_setsigmask_np, "nonzero result", ENOMEM);
FAILS(pthread_attr_getstack, "nonzero result");
FAILS(pthread_attr_setstack, "nonzero result", EACCES, EINVAL);
MEANS(pthread_attr_setstack, EACCES, "the memory of the stack can't be both read and written");
MEANS(pthread_attr_setstack, EINVAL,
      "stacksize is below PTHREAD_STACK_MIN, or the stack is not aligned");
FAILS(pthread_attr_getstackaddr, "nonzero result");
FAILS(pthread_attr_setstackaddr, "nonzero result");
FAILS(pthread_attr_getstacksize, "nonzero result");
FAILS(pthread_attr_setstacksize, "nonzero result", EINVAL);
MEANS(pthread_attr_setstacksize, EINVAL, "stacksize is below PTHREAD_STACK_MIN");

/* Mutexes; EOWNERDEAD means that the mutex is locked now. */
FAILS(pthread_mutex_init, "nonzero result", EAGAIN, EINVAL, ENOMEM, ENOTSUP, EPERM);
MEANS(pthread_mutex_init, EAGAIN,
      "the system lacks resources, other than memory, for one more mutex");
MEANS(pthread_mutex_init, EINVAL, "attr holds settings that are not valid");
MEANS(pthread_mutex_init, ENOMEM, "there is not enough memory for the mutex");
MEANS(pthread_mutex_init, ENOTSUP,
      "attr asks for priority inheritance or robustness that the kernel does not offer");
MEANS(pthread_mutex_init, EPERM, "the caller has no permission for what attr asks for");
FAILS(pthread_mutex_destroy, "nonzero result", EBUSY, EINVAL);
MEANS(pthread_mutex_destroy, EBUSY, "mutex is locked, or a thread waits for it");
MEANS(pthread_mutex_destroy, EINVAL, "mutex is not initialised");
FAILS(pthread_mutex_lock, "nonzero result, blocks", EAGAIN, EDEADLK, EINVAL, ENOTRECOVERABLE,
      EOWNERDEAD);
MEANS(pthread_mutex_lock, EAGAIN, "the recursive mutex is locked as often as it can count");
MEANS(pthread_mutex_lock, EDEADLK, "the calling thread holds the mutex already");
MEANS(pthread_mutex_lock, EINVAL,
      "the mutex is not initialised, or the thread's priority is above the mutex's ceiling");
MEANS(pthread_mutex_lock, ENOTRECOVERABLE,
      "the owner died and nobody made the mutex consistent: it is of no use any more");
MEANS(pthread_mutex_lock, EOWNERDEAD,
      "the owner died holding the mutex: it is locked now, its data may be inconsistent");
FAILS(pthread_mutex_trylock, "nonzero result", EAGAIN, EBUSY, EDEADLK, EINVAL, ENOTRECOVERABLE,
      EOWNERDEAD);
MEANS(pthread_mutex_trylock, EAGAIN, "the recursive mutex is locked as often as it can count");
MEANS(pthread_mutex_trylock, EBUSY, "the mutex is locked by somebody");
MEANS(pthread_mutex_trylock, EDEADLK, "the calling thread holds the mutex already");
MEANS(pthread_mutex_trylock, EINVAL,
      "the mutex is not initialised, or the thread's priority is above the mutex's ceiling");
MEANS(pthread_mutex_trylock, ENOTRECOVERABLE,
      "the owner died and nobody made the mutex consistent: it is of no use any more");
MEANS(pthread_mutex_trylock, EOWNERDEAD,
      "the owner died holding the mutex: it is locked now, its data may be inconsistent");
FAILS(pthread_mutex_timedlock, "nonzero result, blocks", EAGAIN, EDEADLK, EINVAL,
      ENOTRECOVERABLE, EOWNERDEAD, ETIMEDOUT);
MEANS(pthread_mutex_timedlock, EAGAIN, "the recursive mutex is locked as often as it can count");
MEANS(pthread_mutex_timedlock, EDEADLK, "the calling thread holds the mutex already");
MEANS(pthread_mutex_timedlock, EINVAL,
      "abstime is no valid time, the clock is unknown, or the mutex is not initialised");
MEANS(pthread_mutex_timedlock, ENOTRECOVERABLE,
      "the owner died and nobody made the mutex consistent: it is of no use any more");
MEANS(pthread_mutex_timedlock, EOWNERDEAD,
      "the owner died holding the mutex: it is locked now, its data may be inconsistent");
MEANS(pthread_mutex_timedlock, ETIMEDOUT, "the mutex was still locked when abstime came");
FAILS(pthread_mutex_clocklock, "nonzero result, blocks", EAGAIN, EDEADLK, EINVAL,
      ENOTRECOVERABLE, EOWNERDEAD, ETIMEDOUT);
MEANS(pthread_mutex_clocklock, EAGAIN, "the recursive mutex is locked as often as it can count");
MEANS(pthread_mutex_clocklock, EDEADLK, "the calling thread holds the mutex already");
MEANS(pthread_mutex_clocklock, EINVAL,
      "abstime is no valid time, the clock is unknown, or the mutex is not initialised");
MEANS(pthread_mutex_clocklock, ENOTRECOVERABLE,
      "the owner died and nobody made the mutex consistent: it is of no use any more");
MEANS(pthread_mutex_clocklock, EOWNERDEAD,
      "the owner died holding the mutex: it is locked now, its data may be inconsistent");
MEANS(pthread_mutex_clocklock, ETIMEDOUT, "the mutex was still locked when abstime came");
FAILS(pthread_mutex_unlock, "nonzero result", EINVAL, EPERM);
MEANS(pthread_mutex_unlock, EINVAL, "the mutex is not initialised");
MEANS(pthread_mutex_unlock, EPERM, "the calling thread does not hold the mutex");
FAILS(pthread_mutex_consistent, "nonzero result", EINVAL);
MEANS(pthread_mutex_consistent, EINVAL,
      "the mutex is not robust, or it is not in an inconsistent state");
FAILS(pthread_mutex_consistent_np, "nonzero result", EINVAL);
MEANS(pthread_mutex_consistent_np, EINVAL,
      "the mutex is not robust, or it is not in an inconsistent state");
FAILS(pthread_mutex_getprioceiling, "nonzero result", EINVAL);
FAILS(pthread_mutex_setprioceiling, "nonzero result, blocks", EAGAIN, EDEADLK, EINVAL,
      ENOTRECOVERABLE, EOWNERDEAD, EPERM);

/* Mutex attributes */
FAILS(pthread_mutexattr_init, "nonzero result", ENOMEM);
FAILS(pthread_mutexattr_destroy, "nonzero result");
FAILS(pthread_mutexattr_getprioceiling, "nonzero result", EINVAL, EPERM);
FAILS(pthread_mutexattr_getprotocol, "nonzero result", EINVAL, EPERM);
FAILS(pthread_mutexattr_getpshared, "nonzero result");
FAILS(pthread_mutexattr_getrobust, "nonzero result");
FAILS(pthread_mutexattr_getrobust_np, "nonzero result");
FAILS(pthread_mutexattr_gettype, "nonzero result");
FAILS(pthread_mutexattr_setprioceiling, "nonzero result", EINVAL, EPERM);
FAILS(pthread_mutexattr_setprotocol, "nonzero result", EINVAL, ENOTSUP, EPERM);
FAILS(pthread_mutexattr_setpshared, "nonzero result", EINVAL, ENOTSUP);
FAILS(pthread_mutexattr_setrobust, "nonzero result", EINVAL);
FAILS(pthread_mutexattr_setrobust_np, "nonzero result", EINVAL);
FAILS(pthread_mutexattr_settype, "nonzero result", EINVAL);
MEANS(pthread_mutexattr_settype, EINVAL,
      "type is no kind of mutex: neither normal, recursive, error-checking nor adaptive");

/* Condition variables */
FAILS(pthread_cond_init, "nonzero result", EAGAIN, ENOMEM);
FAILS(pthread_cond_destroy, "nonzero result");
FAILS(pthread_cond_signal, "nonzero result");
FAILS(pthread_cond_broadcast, "nonzero result");
FAILS(pthread_cond_wait, "nonzero result, blocks", EINVAL, ENOTRECOVERABLE, EOWNERDEAD, EPERM);
MEANS(pthread_cond_wait, EINVAL,
      "cond or mutex is not initialised, or cond is used with another mutex");
MEANS(pthread_cond_wait, ENOTRECOVERABLE, "the robust mutex can't be made consistent any more");
MEANS(pthread_cond_wait, EOWNERDEAD,
      "the mutex's owner died: it is locked now, its data may be inconsistent");
MEANS(pthread_cond_wait, EPERM, "the calling thread does not hold the mutex");
FAILS(pthread_cond_timedwait, "nonzero result, blocks", EINVAL, ENOTRECOVERABLE, EOWNERDEAD,
      EPERM, ETIMEDOUT);
MEANS(pthread_cond_timedwait, EINVAL,
      "abstime is no valid time, the clock is unknown, or cond is used with another mutex");
MEANS(pthread_cond_timedwait, ENOTRECOVERABLE,
      "the robust mutex can't be made consistent any more");
MEANS(pthread_cond_timedwait, EOWNERDEAD,
      "the mutex's owner died: it is locked now, its data may be inconsistent");
MEANS(pthread_cond_timedwait, EPERM, "the calling thread does not hold the mutex");
MEANS(pthread_cond_timedwait, ETIMEDOUT, "nobody signalled cond before abstime came");
FAILS(pthread_cond_clockwait, "nonzero result, blocks", EINVAL, ENOTRECOVERABLE, EOWNERDEAD,
      EPERM, ETIMEDOUT);
MEANS(pthread_cond_clockwait, EINVAL,
      "abstime is no valid time, the clock is unknown, or cond is used with another mutex");
MEANS(pthread_cond_clockwait, ENOTRECOVERABLE,
      "the robust mutex can't be made consistent any more");
MEANS(pthread_cond_clockwait, EOWNERDEAD,
      "the mutex's owner died: it is locked now, its data may be inconsistent");
MEANS(pthread_cond_clockwait, EPERM, "the calling thread does not hold the mutex");
MEANS(pthread_cond_clockwait, ETIMEDOUT, "nobody signalled cond before abstime came");
FAILS(pthread_condattr_init, "nonzero result", ENOMEM);
FAILS(pthread_condattr_destroy, "nonzero result");
FAILS(pthread_condattr_getclock, "nonzero result");
FAILS(pthread_condattr_getpshared, "nonzero result");
FAILS(pthread_condattr_setclock, "nonzero result", EINVAL);
MEANS(pthread_condattr_setclock, EINVAL,
      "clock_id is no clock, or one that measures processor time");
FAILS(pthread_condattr_setpshared, "nonzero result", EINVAL);

/* Read-write locks */
FAILS(pthread_rwlock_init, "nonzero result", EAGAIN, ENOMEM, EPERM);
FAILS(pthread_rwlock_destroy, "nonzero result");
FAILS(pthread_rwlock_rdlock, "nonzero result, blocks", EAGAIN, EDEADLK);
MEANS(pthread_rwlock_rdlock, EAGAIN, "the lock is held for reading as often as it can count");
MEANS(pthread_rwlock_rdlock, EDEADLK, "the calling thread holds the lock for writing");
FAILS(pthread_rwlock_wrlock, "nonzero result, blocks", EDEADLK);
MEANS(pthread_rwlock_wrlock, EDEADLK, "the calling thread holds the lock already");
FAILS(pthread_rwlock_tryrdlock, "nonzero result", EAGAIN, EBUSY);
MEANS(pthread_rwlock_tryrdlock, EAGAIN, "the lock is held for reading as often as it can count");
MEANS(pthread_rwlock_tryrdlock, EBUSY, "a writer holds the lock or waits for it");
FAILS(pthread_rwlock_trywrlock, "nonzero result", EBUSY);
MEANS(pthread_rwlock_trywrlock, EBUSY, "somebody holds the lock");
FAILS(pthread_rwlock_timedrdlock, "nonzero result, blocks", EAGAIN, EDEADLK, EINVAL, ETIMEDOUT);
FAILS(pthread_rwlock_clockrdlock, "nonzero result, blocks", EAGAIN, EDEADLK, EINVAL, ETIMEDOUT);
FAILS(pthread_rwlock_timedwrlock, "nonzero result, blocks", EDEADLK, EINVAL, ETIMEDOUT);
FAILS(pthread_rwlock_clockwrlock, "nonzero result, blocks", EDEADLK, EINVAL, ETIMEDOUT);
FAILS(pthread_rwlock_unlock, "nonzero result");
FAILS(pthread_rwlockattr_init, "nonzero result", ENOMEM);
FAILS(pthread_rwlockattr_destroy, "nonzero result");
FAILS(pthread_rwlockattr_getkind_np, "nonzero result");
FAILS(pthread_rwlockattr_getpshared, "nonzero result");
FAILS(pthread_rwlockattr_setkind_np, "nonzero result", EINVAL);
FAILS(pthread_rwlockattr_setpshared, "nonzero result", EINVAL);

/* Barriers; one of the threads that wait gets -1, PTHREAD_BARRIER_SERIAL_THREAD: no failure. */
FAILS(pthread_barrier_init, "nonzero result", EAGAIN, EINVAL, ENOMEM);
MEANS(pthread_barrier_init, EAGAIN,
      "the system lacks resources, other than memory, for one more barrier");
MEANS(pthread_barrier_init, EINVAL, "count is 0, or attr holds settings that are not valid");
MEANS(pthread_barrier_init, ENOMEM, "there is not enough memory for the barrier");
FAILS(pthread_barrier_destroy, "nonzero result");
FAILS(pthread_barrier_wait, "EINVAL result, blocks", EINVAL);
FAILS(pthread_barrierattr_init, "nonzero result", ENOMEM);
FAILS(pthread_barrierattr_destroy, "nonzero result");
FAILS(pthread_barrierattr_getpshared, "nonzero result");
FAILS(pthread_barrierattr_setpshared, "nonzero result", EINVAL);

/* Spin locks */
FAILS(pthread_spin_init, "nonzero result", EAGAIN, ENOMEM);
FAILS(pthread_spin_destroy, "nonzero result");
FAILS(pthread_spin_lock, "nonzero result", EDEADLOCK);
FAILS(pthread_spin_trylock, "nonzero result", EBUSY, EDEADLOCK);
FAILS(pthread_spin_unlock, "nonzero result");

/* Data of a thread's own */
FAILS(pthread_key_create, "nonzero result", EAGAIN, ENOMEM);
MEANS(pthread_key_create, EAGAIN, "as many keys exist as there may be (PTHREAD_KEYS_MAX)");
MEANS(pthread_key_create, ENOMEM, "there is not enough memory for the key");
FAILS(pthread_key_delete, "nonzero result", EINVAL);
MEANS(pthread_key_delete, EINVAL, "key is not a key, or was deleted");
NEVER_FAILS(pthread_getspecific);
FAILS(pthread_setspecific, "nonzero result", EINVAL, ENOMEM);
MEANS(pthread_setspecific, EINVAL, "key is not a key, or was deleted");
MEANS(pthread_setspecific, ENOMEM, "there is not enough memory to keep the value");
