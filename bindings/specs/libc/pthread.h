/*
 * <pthread.h>: the result is the error code, and errno says nothing. The codes are those that
 * POSIX or a manual page documents, though glibc finds fewer of the mistakes; none is EINTR.
 */
GROUP(live_thread, ESRCH, "no thread has the id $, or it has ended")
GROUP(joined, EDEADLK, "$ is the calling thread itself, or is waiting to join it")
GROUP(joined, EINVAL, "$ is detached, or another thread is waiting to join it")
GROUP(thread_id, ESRCH, "no thread has the id $")
GROUP(until, ETIMEDOUT, "the time of abstime came before $")
GROUP(one_more, EAGAIN, "the system lacks resources, other than memory, for one more $")
GROUP(one_more, ENOMEM, "there is not enough memory for one more $")
GROUP(pshared, EINVAL, "$ is neither PTHREAD_PROCESS_PRIVATE nor PTHREAD_PROCESS_SHARED")
GROUP(robust, ENOTRECOVERABLE,
      "the owner died and nobody made $ consistent: it is of no use any more")
GROUP(robust, EOWNERDEAD,
      "the owner died holding $: it is locked now, its data may be inconsistent")
GROUP(writer, EDEADLK, "the calling thread holds $ for writing")
GROUP(held, EAGAIN, "$ is held for reading as often as it can count")
GROUP(locked, EAGAIN, "$ is recursive, and locked as often as it can count")
GROUP(locked, EDEADLK, "the calling thread holds $ already")
GROUP(locked, EINVAL, "$ is not initialised, or the thread's priority is above its ceiling")

/* Threads */
FAILS(pthread_create, "nonzero result", EAGAIN, EINVAL, EPERM);
MEANS(pthread_create, EAGAIN,
      "no memory is left for the stack, or a limit on the number of threads is reached");
MEANS(pthread_create, EINVAL,
      "attr asks for a stack without room, an unfit priority or a processor that is not there");
MEANS(pthread_create, EPERM,
      "attr asks for a scheduling policy that the caller has no permission for");
NEVER_FAILS(pthread_exit);
REFUSE(pthread_exit, "leaves frames of the binding that have to end; return from the thread's function");
FAILS(pthread_join, "nonzero result, blocks", joined(th), thread_id(th));
FAILS(pthread_tryjoin_np, "nonzero result", EBUSY, joined(th), thread_id(th));
MEANS(pthread_tryjoin_np, EBUSY, "the thread has not ended yet");
FAILS(pthread_timedjoin_np, "nonzero result, blocks", joined(th), thread_id(th),
      until(the thread ended));
MEANS(pthread_timedjoin_np, EINVAL,
      "abstime is no valid time, or the thread is detached or being joined by another");
LIKE(pthread_clockjoin_np, pthread_timedjoin_np);
MEANS(pthread_clockjoin_np, EINVAL,
      "clockid or abstime is not valid, or the thread is detached or being joined by another");
FAILS(pthread_detach, "nonzero result", EINVAL, thread_id(th));
MEANS(pthread_detach, EINVAL, "the thread is detached already");
NEVER_FAILS(pthread_self);
NEVER_FAILS(pthread_equal);
FAILS(pthread_once, "nonzero result, blocks");
FAILS(pthread_atfork, "nonzero result", ENOMEM);
NEVER_FAILS(pthread_yield);
FAILS(pthread_cancel, "nonzero result", thread_id(th));
FAILS(pthread_setcancelstate, "nonzero result", EINVAL);
MEANS(pthread_setcancelstate, EINVAL,
      "state is neither PTHREAD_CANCEL_ENABLE nor PTHREAD_CANCEL_DISABLE");
FAILS(pthread_setcanceltype, "nonzero result", EINVAL);
MEANS(pthread_setcanceltype, EINVAL,
      "type is neither PTHREAD_CANCEL_DEFERRED nor PTHREAD_CANCEL_ASYNCHRONOUS");
NEVER_FAILS(pthread_testcancel);

/* What the macros pthread_cleanup_push and pthread_cleanup_pop call in C, for a frame of C. */
#ifndef __GLIBC__
UNTOLD(_pthread_cleanup_push, "internal: pthread_cleanup_push calls it");
REFUSE(_pthread_cleanup_push, "keeps a record in its caller's frame; clean up in code of your own");
UNTOLD(_pthread_cleanup_pop, "internal: pthread_cleanup_pop calls it");
REFUSE(_pthread_cleanup_pop, "ends what _pthread_cleanup_push began, which can't be called");
#endif
UNTOLD(__pthread_register_cancel, "internal: pthread_cleanup_push calls it");
REFUSE(__pthread_register_cancel,
        "it keeps a jump into the caller's C frame; no call replaces it");
UNTOLD(__pthread_register_cancel_defer, "internal: pthread_cleanup_push_defer_np calls it");
REFUSE(__pthread_register_cancel_defer,
        "it keeps a jump into the caller's C frame; call pthread_setcanceltype");
UNTOLD(__pthread_unregister_cancel, "internal: pthread_cleanup_pop calls it");
REFUSE(__pthread_unregister_cancel, "it undoes what only C code can do; no call replaces it");
UNTOLD(__pthread_unregister_cancel_restore, "internal: pthread_cleanup_pop_restore_np calls it");
REFUSE(__pthread_unregister_cancel_restore,
        "it undoes what only C code can do; call pthread_setcanceltype");
UNTOLD(__pthread_unwind_next, "internal: a cleanup handler of C ends in it");
REFUSE(__pthread_unwind_next,
        "it goes on with an unwinding that must be going on; call pthread_exit");

/* What a thread is called, where it runs and how it is scheduled */
FAILS(pthread_getname_np, "nonzero result", EMFILE, ENFILE, ENOENT, ERANGE);
MEANS(pthread_getname_np, ENOENT,
      "the thread has ended, or /proc is not mounted, so that its name can't be read");
MEANS(pthread_getname_np, ERANGE, "buflen is less than 16, the room that any name needs");
FAILS(pthread_setname_np, "nonzero result", EMFILE, ENFILE, ENOENT, ERANGE);
MEANS(pthread_setname_np, ENOENT,
      "the thread has ended, or /proc is not mounted, so that its name can't be written");
MEANS(pthread_setname_np, ERANGE, "name is longer than 15 bytes");
FAILS(pthread_getcpuclockid, "nonzero result", ENOENT, live_thread(thread_id));
MEANS(pthread_getcpuclockid, ENOENT,
      "the system has no clocks for the processor time of threads");
FAILS(pthread_getaffinity_np, "nonzero result", EINVAL, memory(cpuset), live_thread(th));
MEANS(pthread_getaffinity_np, EINVAL,
      "cpusetsize is less than the kernel's mask of processors takes, or no multiple of 8");
FAILS(pthread_setaffinity_np, "nonzero result", EINVAL, memory(cpuset), live_thread(th));
MEANS(pthread_setaffinity_np, EINVAL, "cpuset holds no processor that the thread may run on");
FAILS(pthread_getschedparam, "nonzero result", live_thread(target_thread));
FAILS(pthread_setschedparam, "nonzero result", EINVAL, ENOTSUP, EPERM,
      live_thread(target_thread));
MEANS(pthread_setschedparam, EINVAL, "policy is unknown, or has no such priority as param's");
MEANS(pthread_setschedparam, ENOTSUP, "the system does not offer the policy or the priority");
MEANS(pthread_setschedparam, EPERM,
      "the caller has no permission for the policy or the priority");
FAILS(pthread_setschedprio, "nonzero result", EINVAL, ENOTSUP, EPERM, live_thread(target_thread));
MEANS(pthread_setschedprio, EINVAL, "prio is not a priority of the thread's scheduling policy");
MEANS(pthread_setschedprio, ENOTSUP, "the system does not offer the priority prio");
MEANS(pthread_setschedprio, EPERM, "the caller has no permission for the priority prio");
NEVER_FAILS(pthread_getconcurrency);
FAILS(pthread_setconcurrency, "nonzero result", EAGAIN, EINVAL);
MEANS(pthread_setconcurrency, EAGAIN, "level is more than the system has resources for");
MEANS(pthread_setconcurrency, EINVAL, "level is negative");

/* Thread attributes; without a mask, getsigmask answers PTHREAD_ATTR_NO_SIGMASK_NP. */
FAILS(pthread_attr_init, "nonzero result", ENOMEM);
NEVER_FAILS(pthread_attr_destroy);
FAILS(pthread_getattr_np, "nonzero result", EMFILE, ENFILE, ENOENT, ENOMEM);
MEANS(pthread_getattr_np, ENOENT,
      "th is the main thread, and /proc is not mounted, which tells where its stack is");
FAILS(pthread_getattr_default_np, "nonzero result", ENOMEM);
FAILS(pthread_setattr_default_np, "nonzero result", EINVAL, ENOMEM);
MEANS(pthread_setattr_default_np, EINVAL,
      "attr sets the address of a stack, or its policy, priority or stack size is not valid");
FAILS(pthread_attr_getaffinity_np, "nonzero result", EINVAL);
MEANS(pthread_attr_getaffinity_np, EINVAL,
      "the mask in attr names a processor that has no place in cpusetsize bytes");
FAILS(pthread_attr_setaffinity_np, "nonzero result", EINVAL, ENOMEM);
MEANS(pthread_attr_setaffinity_np, EINVAL, "cpuset names a processor that the kernel can't have");
NEVER_FAILS(pthread_attr_getdetachstate);
FAILS(pthread_attr_setdetachstate, "nonzero result", EINVAL);
MEANS(pthread_attr_setdetachstate, EINVAL,
      "detachstate is neither PTHREAD_CREATE_JOINABLE nor PTHREAD_CREATE_DETACHED");
NEVER_FAILS(pthread_attr_getguardsize);
FAILS(pthread_attr_setguardsize, "nonzero result", EINVAL);
MEANS(pthread_attr_setguardsize, EINVAL, "guardsize is not valid");
NEVER_FAILS(pthread_attr_getinheritsched);
FAILS(pthread_attr_setinheritsched, "nonzero result", EINVAL, ENOTSUP);
MEANS(pthread_attr_setinheritsched, EINVAL,
      "inherit is neither PTHREAD_INHERIT_SCHED nor PTHREAD_EXPLICIT_SCHED");
MEANS(pthread_attr_setinheritsched, ENOTSUP, "the system does not offer this value of inherit");
NEVER_FAILS(pthread_attr_getschedparam);
FAILS(pthread_attr_setschedparam, "nonzero result", EINVAL, ENOTSUP);
MEANS(pthread_attr_setschedparam, EINVAL, "param's priority is none of attr's scheduling policy");
MEANS(pthread_attr_setschedparam, ENOTSUP, "the system does not offer param's priority");
NEVER_FAILS(pthread_attr_getschedpolicy);
FAILS(pthread_attr_setschedpolicy, "nonzero result", EINVAL, ENOTSUP);
MEANS(pthread_attr_setschedpolicy, EINVAL,
      "policy is none of SCHED_OTHER, SCHED_FIFO and SCHED_RR");
MEANS(pthread_attr_setschedpolicy, ENOTSUP, "the system does not offer policy");
NEVER_FAILS(pthread_attr_getscope);
FAILS(pthread_attr_setscope, "nonzero result", EINVAL, ENOTSUP);
MEANS(pthread_attr_setscope, EINVAL,
      "scope is neither PTHREAD_SCOPE_SYSTEM nor PTHREAD_SCOPE_PROCESS");
MEANS(pthread_attr_setscope, ENOTSUP,
      "scope is PTHREAD_SCOPE_PROCESS, which Linux does not offer");
NEVER_FAILS(pthread_attr_getsigmask_np);
FAILS(pthread_attr_setsigmask_np, "nonzero result", ENOMEM);
#ifdef __GLIBC__
NEVER_FAILS(pthread_attr_getstack);
#else
FAILS(pthread_attr_getstack, "nonzero result", EINVAL);
MEANS(pthread_attr_getstack, EINVAL, "attr has no stack of its own");
#endif
FAILS(pthread_attr_setstack, "nonzero result", EACCES, EINVAL);
MEANS(pthread_attr_setstack, EACCES, "the memory of the stack can't be both read and written");
MEANS(pthread_attr_setstack, EINVAL,
      "stacksize is below PTHREAD_STACK_MIN, or the stack is not aligned");
NEVER_FAILS(pthread_attr_getstackaddr);
NEVER_FAILS(pthread_attr_setstackaddr);
NEVER_FAILS(pthread_attr_getstacksize);
FAILS(pthread_attr_setstacksize, "nonzero result", EINVAL);
MEANS(pthread_attr_setstacksize, EINVAL, "stacksize is below PTHREAD_STACK_MIN");

/* Mutexes; EOWNERDEAD means that the mutex is locked now. */
FAILS(pthread_mutex_init, "nonzero result", EINVAL, ENOTSUP, EPERM, one_more(mutex));
MEANS(pthread_mutex_init, EINVAL, "mutexattr holds settings that are not valid");
MEANS(pthread_mutex_init, ENOTSUP,
      "mutexattr asks for priority inheritance or robustness that the kernel does not offer");
MEANS(pthread_mutex_init, EPERM, "the caller has no permission for what mutexattr asks for");
FAILS(pthread_mutex_destroy, "nonzero result", EBUSY, EINVAL);
MEANS(pthread_mutex_destroy, EBUSY, "mutex is locked, or a thread waits for it");
MEANS(pthread_mutex_destroy, EINVAL, "mutex is not initialised");
FAILS(pthread_mutex_lock, "nonzero result, blocks", locked(mutex), robust(mutex));
FAILS(pthread_mutex_trylock, "nonzero result", EBUSY, locked(mutex), robust(mutex));
MEANS(pthread_mutex_trylock, EBUSY, "mutex is locked by somebody");
FAILS(pthread_mutex_timedlock, "nonzero result, blocks", locked(mutex), robust(mutex),
      until(mutex was unlocked));
MEANS(pthread_mutex_timedlock, EINVAL,
      "abstime or mutex is not valid, or mutex's ceiling is below the thread's priority");
LIKE(pthread_mutex_clocklock, pthread_mutex_timedlock);
MEANS(pthread_mutex_clocklock, EINVAL,
      "clockid is neither CLOCK_REALTIME nor CLOCK_MONOTONIC, or abstime or mutex is not valid");
FAILS(pthread_mutex_unlock, "nonzero result", EINVAL, EPERM);
MEANS(pthread_mutex_unlock, EINVAL, "mutex is not initialised");
MEANS(pthread_mutex_unlock, EPERM, "the calling thread does not hold mutex");
FAILS(pthread_mutex_consistent, "nonzero result", EINVAL);
MEANS(pthread_mutex_consistent, EINVAL, "mutex is not robust, or not in an inconsistent state");
LIKE(pthread_mutex_consistent_np, pthread_mutex_consistent);
FAILS(pthread_mutex_getprioceiling, "nonzero result", EINVAL);
MEANS(pthread_mutex_getprioceiling, EINVAL,
      "mutex has no priority ceiling: its protocol is not PTHREAD_PRIO_PROTECT");
FAILS(pthread_mutex_setprioceiling, "nonzero result, blocks", EPERM, locked(mutex),
      robust(mutex));
MEANS(pthread_mutex_setprioceiling, EINVAL,
      "prioceiling is no priority of SCHED_FIFO, or mutex is not of PTHREAD_PRIO_PROTECT");
MEANS(pthread_mutex_setprioceiling, EPERM, "the caller has no permission to change the ceiling");

/* Mutex attributes */
FAILS(pthread_mutexattr_init, "nonzero result", ENOMEM);
NEVER_FAILS(pthread_mutexattr_destroy);
NEVER_FAILS(pthread_mutexattr_getprioceiling);
FAILS(pthread_mutexattr_setprioceiling, "nonzero result", EINVAL, EPERM);
MEANS(pthread_mutexattr_setprioceiling, EINVAL, "prioceiling is not a priority of SCHED_FIFO");
MEANS(pthread_mutexattr_setprioceiling, EPERM, "the caller has no permission for this ceiling");
NEVER_FAILS(pthread_mutexattr_getprotocol);
FAILS(pthread_mutexattr_setprotocol, "nonzero result", EINVAL, ENOTSUP, EPERM);
MEANS(pthread_mutexattr_setprotocol, EINVAL,
      "protocol is none of PTHREAD_PRIO_NONE, PTHREAD_PRIO_INHERIT and PTHREAD_PRIO_PROTECT");
MEANS(pthread_mutexattr_setprotocol, ENOTSUP, "the system does not offer this protocol");
MEANS(pthread_mutexattr_setprotocol, EPERM, "the caller has no permission for this protocol");
NEVER_FAILS(pthread_mutexattr_getpshared);
FAILS(pthread_mutexattr_setpshared, "nonzero result", ENOTSUP, pshared(pshared));
MEANS(pthread_mutexattr_setpshared, ENOTSUP, "the system has no mutexes that processes share");
NEVER_FAILS(pthread_mutexattr_getrobust);
LIKE(pthread_mutexattr_getrobust_np, pthread_mutexattr_getrobust);
FAILS(pthread_mutexattr_setrobust, "nonzero result", EINVAL);
MEANS(pthread_mutexattr_setrobust, EINVAL,
      "the second argument is neither PTHREAD_MUTEX_STALLED nor PTHREAD_MUTEX_ROBUST");
LIKE(pthread_mutexattr_setrobust_np, pthread_mutexattr_setrobust);
NEVER_FAILS(pthread_mutexattr_gettype);
FAILS(pthread_mutexattr_settype, "nonzero result", EINVAL);
MEANS(pthread_mutexattr_settype, EINVAL,
      "kind is no kind of mutex: neither normal, recursive, error-checking nor adaptive");

/* Condition variables */
FAILS(pthread_cond_init, "nonzero result", one_more(condition variable));
NEVER_FAILS(pthread_cond_destroy);
NEVER_FAILS(pthread_cond_signal);
NEVER_FAILS(pthread_cond_broadcast);
FAILS(pthread_cond_wait, "nonzero result, blocks", EINVAL, EPERM, robust(mutex));
MEANS(pthread_cond_wait, EINVAL,
      "cond or mutex is not initialised, or cond is used with another mutex");
MEANS(pthread_cond_wait, EPERM, "the calling thread does not hold mutex");
FAILS(pthread_cond_timedwait, "nonzero result, blocks", EINVAL, EPERM, robust(mutex),
      until(cond was signalled));
MEANS(pthread_cond_timedwait, EINVAL,
      "abstime is no valid time, or cond is used with another mutex");
MEANS(pthread_cond_timedwait, EPERM, "the calling thread does not hold mutex");
LIKE(pthread_cond_clockwait, pthread_cond_timedwait);
MEANS(pthread_cond_clockwait, EINVAL,
      "clock_id is neither CLOCK_REALTIME nor CLOCK_MONOTONIC, or abstime is no valid time");
FAILS(pthread_condattr_init, "nonzero result", ENOMEM);
NEVER_FAILS(pthread_condattr_destroy);
NEVER_FAILS(pthread_condattr_getclock);
FAILS(pthread_condattr_setclock, "nonzero result", EINVAL);
#ifdef __GLIBC__
MEANS(pthread_condattr_setclock, EINVAL,
      "clock_id is neither CLOCK_REALTIME nor CLOCK_MONOTONIC");
#else
MEANS(pthread_condattr_setclock, EINVAL,
      "clock_id is no clock, or one that measures processor time");
#endif
NEVER_FAILS(pthread_condattr_getpshared);
FAILS(pthread_condattr_setpshared, "nonzero result", pshared(pshared));

/* Read-write locks; glibc does not see that a caller who waits to write holds one for reading. */
FAILS(pthread_rwlock_init, "nonzero result", EPERM, one_more(read-write lock));
MEANS(pthread_rwlock_init, EPERM, "the caller has no permission for what attr asks for");
NEVER_FAILS(pthread_rwlock_destroy);
FAILS(pthread_rwlock_rdlock, "nonzero result, blocks", writer(rwlock), held(rwlock));
FAILS(pthread_rwlock_tryrdlock, "nonzero result", EBUSY, held(rwlock));
MEANS(pthread_rwlock_tryrdlock, EBUSY, "a writer holds rwlock or waits for it");
FAILS(pthread_rwlock_timedrdlock, "nonzero result, blocks", EINVAL, writer(rwlock), held(rwlock),
      until(rwlock was free to read));
MEANS(pthread_rwlock_timedrdlock, EINVAL, "abstime's nanoseconds are not within a second");
LIKE(pthread_rwlock_clockrdlock, pthread_rwlock_timedrdlock);
MEANS(pthread_rwlock_clockrdlock, EINVAL,
      "clockid is neither CLOCK_REALTIME nor CLOCK_MONOTONIC, or abstime is no valid time");
FAILS(pthread_rwlock_wrlock, "nonzero result, blocks", writer(rwlock));
FAILS(pthread_rwlock_trywrlock, "nonzero result", EBUSY);
MEANS(pthread_rwlock_trywrlock, EBUSY, "somebody holds rwlock");
FAILS(pthread_rwlock_timedwrlock, "nonzero result, blocks", EINVAL, writer(rwlock),
      until(rwlock was free));
MEANS(pthread_rwlock_timedwrlock, EINVAL, "abstime's nanoseconds are not within a second");
LIKE(pthread_rwlock_clockwrlock, pthread_rwlock_timedwrlock);
MEANS(pthread_rwlock_clockwrlock, EINVAL,
      "clockid is neither CLOCK_REALTIME nor CLOCK_MONOTONIC, or abstime is no valid time");
NEVER_FAILS(pthread_rwlock_unlock);
FAILS(pthread_rwlockattr_init, "nonzero result", ENOMEM);
NEVER_FAILS(pthread_rwlockattr_destroy);
NEVER_FAILS(pthread_rwlockattr_getkind_np);
FAILS(pthread_rwlockattr_setkind_np, "nonzero result", EINVAL);
MEANS(pthread_rwlockattr_setkind_np, EINVAL,
      "pref is none of the PTHREAD_RWLOCK_PREFER_ constants");
NEVER_FAILS(pthread_rwlockattr_getpshared);
FAILS(pthread_rwlockattr_setpshared, "nonzero result", pshared(pshared));

/* Barriers; one of the threads that wait gets -1, PTHREAD_BARRIER_SERIAL_THREAD: no failure. */
FAILS(pthread_barrier_init, "nonzero result", EINVAL, one_more(barrier));
MEANS(pthread_barrier_init, EINVAL, "count is 0, or too great for a barrier to count");
NEVER_FAILS(pthread_barrier_destroy);
FAILS(pthread_barrier_wait, "EINVAL result, blocks", EINVAL);
MEANS(pthread_barrier_wait, EINVAL, "barrier is not initialised");
FAILS(pthread_barrierattr_init, "nonzero result", ENOMEM);
NEVER_FAILS(pthread_barrierattr_destroy);
NEVER_FAILS(pthread_barrierattr_getpshared);
FAILS(pthread_barrierattr_setpshared, "nonzero result", pshared(pshared));

/* Spin locks */
FAILS(pthread_spin_init, "nonzero result", one_more(spin lock));
NEVER_FAILS(pthread_spin_destroy);
FAILS(pthread_spin_lock, "nonzero result, blocks", EDEADLOCK);
MEANS(pthread_spin_lock, EDEADLOCK, "the calling thread holds lock already");
FAILS(pthread_spin_trylock, "nonzero result", EBUSY);
MEANS(pthread_spin_trylock, EBUSY, "lock is locked by somebody");
NEVER_FAILS(pthread_spin_unlock);

/* Data of a thread's own */
FAILS(pthread_key_create, "nonzero result", EAGAIN, ENOMEM);
MEANS(pthread_key_create, EAGAIN, "as many keys exist as there may be (PTHREAD_KEYS_MAX)");
FAILS(pthread_key_delete, "nonzero result", EINVAL);
MEANS(pthread_key_delete, EINVAL, "key is not a key, or was deleted");
NEVER_FAILS(pthread_getspecific);
FAILS(pthread_setspecific, "nonzero result", EINVAL, ENOMEM);
MEANS(pthread_setspecific, EINVAL, "key is not a key, or was deleted");
MEANS(pthread_setspecific, ENOMEM, "there is not enough memory to keep the value");
