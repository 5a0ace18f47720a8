/* <threads.h>: C's own threads, and <thread_db.h>: a debugger's view of another process's. */

/* <threads.h>: a code space of its own; what pthread tells by other codes is thrd_error. */
EACH_MEANS(thrd_busy, "the mutex is locked by somebody")
EACH_MEANS(thrd_nomem, "no memory is left for it")
EACH_MEANS(thrd_timedout, "the time of time_point came first")

FAILS(thrd_create, "nonzero result/thrd_", thrd_error, thrd_nomem);
MEANS(thrd_create, thrd_error,
      "no memory is left for the stack, or a limit on the number of threads is reached");
NEVER_FAILS(thrd_equal);
NEVER_FAILS(thrd_current);
FAILS(thrd_sleep, "negative none, blocks");
NEVER_FAILS(thrd_exit);
REFUSE(thrd_exit, "leaves frames of the binding that have to end; return from the thread's function");
FAILS(thrd_detach, "nonzero result/thrd_", thrd_error);
MEANS(thrd_detach, thrd_error, "thr is detached already, or is no thread");
FAILS(thrd_join, "nonzero result/thrd_, blocks", thrd_error);
MEANS(thrd_join, thrd_error,
      "thr is the calling thread, is detached, or is being joined by another thread");
NEVER_FAILS(thrd_yield);
FAILS(mtx_init, "nonzero result/thrd_", thrd_error);
MEANS(mtx_init, thrd_error, "type is no kind of mutex, or there are no resources for one more");
FAILS(mtx_lock, "nonzero result/thrd_, blocks", thrd_error);
MEANS(mtx_lock, thrd_error, "mutex is not initialised, or locked as often as it can count");
FAILS(mtx_timedlock, "nonzero result/thrd_, blocks", thrd_error, thrd_timedout);
MEANS(mtx_timedlock, thrd_error, "time_point is no valid time, or mutex is not initialised");
FAILS(mtx_trylock, "nonzero result/thrd_", thrd_busy, thrd_error);
MEANS(mtx_trylock, thrd_error, "mutex is not initialised, or locked as often as it can count");
FAILS(mtx_unlock, "nonzero result/thrd_", thrd_error);
MEANS(mtx_unlock, thrd_error, "mutex is recursive and not locked by the calling thread");
NEVER_FAILS(mtx_destroy);
FAILS(call_once, "never, blocks");
FAILS(cnd_init, "nonzero result/thrd_", thrd_error, thrd_nomem);
MEANS(cnd_init, thrd_error, "there are no resources for one more condition variable");
FAILS(cnd_signal, "nonzero result/thrd_", thrd_error);
MEANS(cnd_signal, thrd_error, "cond is not initialised");
LIKE(cnd_broadcast, cnd_signal);
FAILS(cnd_wait, "nonzero result/thrd_, blocks", thrd_error);
MEANS(cnd_wait, thrd_error,
      "cond or mutex is not initialised, or mutex not locked by the caller");
FAILS(cnd_timedwait, "nonzero result/thrd_, blocks", thrd_error, thrd_timedout);
MEANS(cnd_timedwait, thrd_error,
      "time_point is no valid time, or mutex is not locked by the calling thread");
NEVER_FAILS(cnd_destroy);
FAILS(tss_create, "nonzero result/thrd_", thrd_error);
MEANS(tss_create, thrd_error, "as many keys exist as there may be");
NEVER_FAILS(tss_get);
FAILS(tss_set, "nonzero result/thrd_", thrd_error);
MEANS(tss_set, thrd_error, "tss_id is not a key or was deleted, or no memory is left");
NEVER_FAILS(tss_delete);

/*
 * <thread_db.h>: the target is the process that is looked into, through the ps_ functions of
 * <proc_service.h> that the debugger has to provide. Its symbols, structures and memory are read
 * at each call: that fails in the same ways everywhere.
 */
#ifdef __GLIBC__
GROUP(td_target, TD_DBERR, "what the target's memory holds there makes no sense")
GROUP(td_target, TD_ERR, "the target's memory or registers could not be read or written")
GROUP(td_target, TD_NOAPLIC, "an array in the target has fewer elements than that")
GROUP(td_target, TD_NOCAPAB, "the target's libc lacks a symbol or a member that this needs")
GROUP(td_agent, TD_BADTA, "$ is not what td_ta_new gave, or was deleted")
GROUP(td_events, TD_NOEVENT, "$ holds an event that the target's libc does not know")
EACH_MEANS(TD_NOMSG, "no event is waiting to be told")
EACH_MEANS(TD_NOXREGS, "there are no extra registers to be had: glibc never offers them")

NEVER_FAILS(td_init);
NEVER_FAILS(td_log);
NEVER_FAILS(td_symbol_list);
FAILS(td_ta_new, "nonzero result/TD_", TD_ERR, TD_MALLOC, TD_NOLIBTHREAD, TD_VERSION);
MEANS(td_ta_new, TD_ERR, "the version of the target's thread library could not be read");
MEANS(td_ta_new, TD_MALLOC, "no memory is left for the agent");
MEANS(td_ta_new, TD_NOLIBTHREAD, "no thread library is to be seen in the target, or not yet");
MEANS(td_ta_new, TD_VERSION, "the target runs another version of glibc than this libthread_db");
FAILS(td_ta_delete, "nonzero result/TD_", td_agent(ta));
FAILS(td_ta_get_ph, "nonzero result/TD_", td_agent(ta));
FAILS(td_ta_map_id2thr, "nonzero result/TD_", td_agent(ta));
FAILS(td_ta_enable_stats, "nonzero result/TD_", td_agent(ta));
FAILS(td_ta_get_stats, "nonzero result/TD_", td_agent(ta));
FAILS(td_ta_reset_stats, "nonzero result/TD_", td_agent(ta));
FAILS(td_ta_setconcurrency, "nonzero result/TD_", TD_NOCAPAB, td_agent(ta));
MEANS(td_ta_setconcurrency, TD_NOCAPAB, "glibc's threads have no level of concurrency to be set");
FAILS(td_ta_get_nthreads, "nonzero result/TD_", td_agent(ta), td_target(ta));
FAILS(td_ta_map_lwp2thr, "nonzero result/TD_", TD_NOTHR, td_agent(ta), td_target(ta));
MEANS(td_ta_map_lwp2thr, TD_ERR,
      "the target has no thread lwpid, or its registers can't be read");
MEANS(td_ta_map_lwp2thr, TD_NOTHR, "the target has no thread with the number lwpid");
FAILS(td_ta_thr_iter, "nonzero result/TD_", td_agent(ta), td_target(ta));
MEANS(td_ta_thr_iter, TD_DBERR,
      "callback ended it by a result other than 0, or the list is damaged");
FAILS(td_ta_tsd_iter, "nonzero result/TD_", td_agent(ta), td_target(ta));
MEANS(td_ta_tsd_iter, TD_DBERR, "ki ended it by a result other than 0, or the keys are damaged");
FAILS(td_ta_event_addr, "nonzero result/TD_", TD_NOEVENT, td_agent(ta), td_target(ta));
MEANS(td_ta_event_addr, TD_NOEVENT, "event is neither TD_CREATE nor TD_DEATH");
FAILS(td_ta_set_event, "nonzero result/TD_", td_agent(ta), td_events(event), td_target(ta));
FAILS(td_ta_clear_event, "nonzero result/TD_", td_agent(ta), td_events(event), td_target(ta));
FAILS(td_ta_event_getmsg, "nonzero result/TD_", TD_NOMSG, td_agent(ta), td_target(ta));

FAILS(td_thr_validate, "nonzero result/TD_", TD_NOTHR, td_target(th));
MEANS(td_thr_validate, TD_NOTHR, "the target has no such thread as th, or has it no longer");
FAILS(td_thr_get_info, "nonzero result/TD_", td_target(th));
FAILS(td_thr_getfpregs, "nonzero result/TD_", td_target(th));
FAILS(td_thr_getgregs, "nonzero result/TD_", td_target(th));
FAILS(td_thr_setfpregs, "nonzero result/TD_", td_target(th));
FAILS(td_thr_setgregs, "nonzero result/TD_", td_target(th));
FAILS(td_thr_getxregs, "nonzero result/TD_", TD_NOXREGS);
FAILS(td_thr_getxregsize, "nonzero result/TD_", TD_NOXREGS);
FAILS(td_thr_setxregs, "nonzero result/TD_", TD_NOXREGS);
FAILS(td_thr_dbsuspend, "nonzero result/TD_", TD_NOCAPAB);
MEANS(td_thr_dbsuspend, TD_NOCAPAB, "glibc can't stop or resume a single thread: use ptrace");
LIKE(td_thr_dbresume, td_thr_dbsuspend);
FAILS(td_thr_tsd, "nonzero result/TD_", TD_BADKEY, TD_NOTSD, td_target(th));
MEANS(td_thr_tsd, TD_BADKEY, "tk is not a key in the target");
MEANS(td_thr_tsd, TD_NOTSD, "the thread has no data of its own for tk");
FAILS(td_thr_tlsbase, "nonzero result/TD_", TD_NOTLS, TD_TLSDEFER, td_target(th));
MEANS(td_thr_tlsbase, TD_ERR, "the target has no module modid, or its memory could not be read");
MEANS(td_thr_tlsbase, TD_NOTLS, "modid is 0, which is no module");
MEANS(td_thr_tlsbase, TD_TLSDEFER, "the thread has not used the module's storage so far");
LIKE(td_thr_tls_get_addr, td_thr_tlsbase);
MEANS(td_thr_tls_get_addr, TD_NOTLS, "the module of map_address has no thread-local storage");
FAILS(td_thr_event_enable, "nonzero result/TD_", td_target(th));
FAILS(td_thr_set_event, "nonzero result/TD_", td_events(event), td_target(th));
FAILS(td_thr_clear_event, "nonzero result/TD_", td_events(event), td_target(th));
FAILS(td_thr_event_getmsg, "nonzero result/TD_", TD_NOMSG, td_target(th));

/* They do nothing, and call that success. */
NEVER_FAILS(td_thr_setprio);
NEVER_FAILS(td_thr_setsigpending);
NEVER_FAILS(td_thr_sigsetmask);
#endif
