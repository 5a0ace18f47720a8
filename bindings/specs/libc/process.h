/* <sys/prctl.h>, <sys/wait.h>, <sched.h>, <spawn.h>, <threads.h>, <sys/resource.h> and other
 * headers about processes. */

/* <sys/prctl.h> */
FAILS(prctl, "-1 errno", EACCES, EBADF, EBUSY, EFAULT, EINVAL, ENODEV, ENXIO, EOPNOTSUPP, EPERM,
      ERANGE);
MEANS(prctl, EACCES,
      "a seccomp filter without no_new_privs or CAP_SYS_ADMIN, or a PR_SET_MM file not executable");
MEANS(prctl, EBADF, "the descriptor given to PR_SET_MM_EXE_FILE is not open");
MEANS(prctl, EBUSY,
      "for PR_SET_MM_EXE_FILE, the old program's file is still mapped, or was changed already");
MEANS(prctl, EFAULT,
      "an argument that is an address for this option lies outside the memory of the process");
MEANS(prctl, EINVAL,
      "option is not known here, an argument is not valid for it, or an unused one is not 0");
MEANS(prctl, ENODEV, "the kernel or processor does not know this kind of speculation");
MEANS(prctl, ENXIO,
      "this kind of speculation can't be controlled for a process, or the processor lacks MPX");
MEANS(prctl, EOPNOTSUPP, "the processor does not support the floating-point mode in arg2");
MEANS(prctl, EPERM,
      "the caller lacks the capability that this option needs, or a lock on it is set");
MEANS(prctl, ERANGE, "the value for this kind of speculation is not one of the PR_SPEC_ values");

/* <sys/wait.h> */
FAILS(wait, "-1 errno, eintr=retry, blocks", ECHILD, EINTR, EINVAL);
MEANS(wait, ECHILD, "the process has no child that was not waited for");
MEANS(wait, EINTR, "a signal handler ran before a child changed its state");
MEANS(wait, EINVAL, "an option is not known");
FAILS(wait3, "-1 errno, eintr=retry, blocks", ECHILD, EINTR, EINVAL);
MEANS(wait3, ECHILD, "the process has no child that was not waited for");
MEANS(wait3, EINTR, "a signal handler ran before a child changed its state");
MEANS(wait3, EINVAL, "an option is not known");
FAILS(waitpid, "-1 errno, eintr=retry, blocks", ECHILD, EINTR, EINVAL, ESRCH);
MEANS(waitpid, ECHILD,
      "pid is not a child of this process, or there is none that was not waited for");
MEANS(waitpid, EINTR, "a signal handler ran before a child changed its state");
MEANS(waitpid, EINVAL, "options holds an unknown bit");
MEANS(waitpid, ESRCH, "pid is the least integer, whose group number can't be told");
FAILS(wait4, "-1 errno, eintr=retry, blocks", ECHILD, EINTR, EINVAL, ESRCH);
MEANS(wait4, ECHILD,
      "pid is not a child of this process, or there is none that was not waited for");
MEANS(wait4, EINTR, "a signal handler ran before a child changed its state");
MEANS(wait4, EINVAL, "options holds an unknown bit");
MEANS(wait4, ESRCH, "pid is the least integer, whose group number can't be told");
FAILS(waitid, "-1 errno, eintr=retry, blocks", EAGAIN, ECHILD, EINTR, EINVAL);
MEANS(waitid, EAGAIN, "id is a non-blocking pidfd, and its process has not ended");
MEANS(waitid, ECHILD,
      "no child of this process that was not waited for is meant by idtype and id");
MEANS(waitid, EINTR, "a signal handler ran before a child changed its state");
MEANS(waitid, EINVAL, "idtype or options is not known, or options asks for no change at all");

/* <sched.h> */
NEVER_FAILS(sched_yield);
FAILS(sched_getscheduler, "-1 errno", EINVAL, ESRCH);
FAILS(sched_getparam, "-1 errno", EINVAL, ESRCH);
FAILS(sched_setscheduler, "-1 errno", EINVAL, EPERM, ESRCH);
MEANS(sched_setscheduler, EINVAL,
      "the policy is not known, or the priority is not one of the policy's");
MEANS(sched_setscheduler, EPERM, "the caller has no permission to set this policy or priority");
MEANS(sched_setscheduler, ESRCH, "no thread has the number pid");
FAILS(sched_setparam, "-1 errno", EINVAL, EPERM, ESRCH);
MEANS(sched_setparam, EINVAL,
      "the policy is not known, or the priority is not one of the policy's");
MEANS(sched_setparam, EPERM, "the caller has no permission to set this policy or priority");
MEANS(sched_setparam, ESRCH, "no thread has the number pid");
FAILS(sched_get_priority_max, "-1 errno", EINVAL);
MEANS(sched_get_priority_max, EINVAL, "the policy is not known");
FAILS(sched_get_priority_min, "-1 errno", EINVAL);
MEANS(sched_get_priority_min, EINVAL, "the policy is not known");
FAILS(sched_rr_get_interval, "-1 errno", EFAULT, EINVAL, ENOSYS, ESRCH);
FAILS(sched_getaffinity, "-1 errno", EFAULT, EINVAL, ESRCH);
FAILS(sched_setaffinity, "-1 errno", EFAULT, EINVAL, EPERM, ESRCH);
FAILS(sched_getcpu, "-1 errno", ENOSYS);
FAILS(getcpu, "-1 errno", EFAULT);
FAILS(clone, "-1 errno", EACCES, EAGAIN, EBUSY, EEXIST, EINVAL, ENOMEM, ENOSPC, EOPNOTSUPP,
      EPERM, EUSERS);
FAILS(unshare, "-1 errno", EINVAL, ENOMEM, ENOSPC, EPERM, EUSERS);
FAILS(setns, "-1 errno", EBADF, EINVAL, ENOMEM, EPERM, ESRCH);

/* <setjmp.h>, <ucontext.h>: what returns once more when its caller may be gone */
RETURNS_TWICE(setjmp);
RETURNS_TWICE(_setjmp);
#ifdef __GLIBC__
RETURNS_TWICE(__sigsetjmp);
#else
RETURNS_TWICE(sigsetjmp);
#endif
RETURNS_TWICE(vfork);
RETURNS_TWICE(getcontext);
FAILS(getcontext, "-1 errno");
FAILS(setcontext, "-1 errno");
FAILS(swapcontext, "-1 errno", ENOMEM);
NEVER_FAILS(makecontext);

/* <spawn.h>: an answer of 0 does not promise that the child could run the program. */
FAILS(posix_spawn, "nonzero result", E2BIG, EACCES, EAGAIN, EFAULT, EINVAL, EIO, EISDIR, ELIBBAD,
      ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOEXEC, ENOMEM, ENOSYS, ENOTDIR, EPERM,
      ETXTBSY);
FAILS(posix_spawnp, "nonzero result", E2BIG, EACCES, EAGAIN, EFAULT, EINVAL, EIO, EISDIR,
      ELIBBAD, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOEXEC, ENOMEM, ENOSYS, ENOTDIR,
      EPERM, ETXTBSY);
FAILS(posix_spawn_file_actions_init, "nonzero result", ENOMEM);
FAILS(posix_spawn_file_actions_destroy, "nonzero result", ENOMEM);
FAILS(posix_spawn_file_actions_addopen, "nonzero result", EBADF, ENOMEM);
FAILS(posix_spawn_file_actions_addclose, "nonzero result", EBADF, ENOMEM);
FAILS(posix_spawn_file_actions_adddup2, "nonzero result", EBADF, ENOMEM);
FAILS(posix_spawn_file_actions_addfchdir_np, "nonzero result", EBADF, ENOMEM);
FAILS(posix_spawn_file_actions_addclosefrom_np, "nonzero result", EBADF, ENOMEM);
FAILS(posix_spawn_file_actions_addtcsetpgrp_np, "nonzero result", EBADF, ENOMEM);
FAILS(posix_spawn_file_actions_addchdir_np, "nonzero result", ENOMEM);
FAILS(posix_spawnattr_init, "nonzero result", ENOMEM);
FAILS(posix_spawnattr_destroy, "nonzero result");
FAILS(posix_spawnattr_getflags, "nonzero result");
FAILS(posix_spawnattr_getpgroup, "nonzero result");
FAILS(posix_spawnattr_getschedparam, "nonzero result");
FAILS(posix_spawnattr_getschedpolicy, "nonzero result");
FAILS(posix_spawnattr_getsigdefault, "nonzero result");
FAILS(posix_spawnattr_getsigmask, "nonzero result");
FAILS(posix_spawnattr_setflags, "nonzero result", EINVAL);
FAILS(posix_spawnattr_setschedpolicy, "nonzero result", EINVAL);
FAILS(posix_spawnattr_setpgroup, "nonzero result");
FAILS(posix_spawnattr_setschedparam, "nonzero result");
FAILS(posix_spawnattr_setsigdefault, "nonzero result");
FAILS(posix_spawnattr_setsigmask, "nonzero result");

/* <threads.h>: C's own threads, with a code space of their own */
FAILS(thrd_create, "nonzero result/thrd_", thrd_error, thrd_nomem);
FAILS(thrd_join, "nonzero result/thrd_, blocks", thrd_error);
FAILS(thrd_detach, "nonzero result/thrd_", thrd_error);
FAILS(thrd_sleep, "negative none, blocks");
NEVER_FAILS(thrd_current);
NEVER_FAILS(thrd_equal);
NEVER_FAILS(thrd_exit);
NEVER_FAILS(thrd_yield);
NEVER_FAILS(call_once);
FAILS(mtx_init, "nonzero result/thrd_", thrd_error);
FAILS(mtx_lock, "nonzero result/thrd_, blocks", thrd_error);
FAILS(mtx_timedlock, "nonzero result/thrd_, blocks", thrd_error, thrd_timedout);
FAILS(mtx_trylock, "nonzero result/thrd_", thrd_busy, thrd_error);
FAILS(mtx_unlock, "nonzero result/thrd_", thrd_error);
FAILS(cnd_init, "nonzero result/thrd_", thrd_error, thrd_nomem);
FAILS(cnd_signal, "nonzero result/thrd_", thrd_error);
FAILS(cnd_broadcast, "nonzero result/thrd_", thrd_error);
FAILS(cnd_wait, "nonzero result/thrd_, blocks", thrd_error);
FAILS(cnd_timedwait, "nonzero result/thrd_, blocks", thrd_error, thrd_timedout);
NEVER_FAILS(mtx_destroy);
NEVER_FAILS(cnd_destroy);
FAILS(tss_create, "nonzero result/thrd_", thrd_error);
FAILS(tss_set, "nonzero result/thrd_", thrd_error);
NEVER_FAILS(tss_get);
NEVER_FAILS(tss_delete);

/* <sys/resource.h>; -1 is also a priority. */
FAILS(getpriority, "-1 errno, clear", EINVAL, ESRCH);
MEANS(getpriority, EINVAL, "which is none of PRIO_PROCESS, PRIO_PGRP and PRIO_USER");
MEANS(getpriority, ESRCH, "no process is meant by which and who");
FAILS(setpriority, "-1 errno", EACCES, EINVAL, EPERM, ESRCH);
MEANS(setpriority, EACCES, "the caller may not raise a priority");
MEANS(setpriority, EINVAL, "which is none of PRIO_PROCESS, PRIO_PGRP and PRIO_USER");
MEANS(setpriority, EPERM, "the process belongs to another user");
MEANS(setpriority, ESRCH, "no process is meant by which and who");
FAILS(getrlimit, "-1 errno", EFAULT, EINVAL);
MEANS(getrlimit, EFAULT, "rlim lies outside the memory of the process");
MEANS(getrlimit, EINVAL, "resource is not known");
FAILS(getrlimit64, "-1 errno", EFAULT, EINVAL);
MEANS(getrlimit64, EFAULT, "rlim lies outside the memory of the process");
MEANS(getrlimit64, EINVAL, "resource is not known");
FAILS(setrlimit, "-1 errno", EFAULT, EINVAL, EPERM);
MEANS(setrlimit, EFAULT, "rlim lies outside the memory of the process");
MEANS(setrlimit, EINVAL, "resource is not known, or the soft limit is above the hard one");
MEANS(setrlimit, EPERM,
      "the caller may not raise a hard limit, or raise this one beyond the system's");
FAILS(setrlimit64, "-1 errno", EFAULT, EINVAL, EPERM);
MEANS(setrlimit64, EFAULT, "rlim lies outside the memory of the process");
MEANS(setrlimit64, EINVAL, "resource is not known, or the soft limit is above the hard one");
MEANS(setrlimit64, EPERM,
      "the caller may not raise a hard limit, or raise this one beyond the system's");
FAILS(prlimit, "-1 errno", EFAULT, EINVAL, EPERM, ESRCH);
FAILS(prlimit64, "-1 errno", EFAULT, EINVAL, EPERM, ESRCH);
FAILS(getrusage, "-1 errno", EFAULT, EINVAL);

/* <sys/time.h>, <sys/times.h>, <sys/timex.h> */
FAILS(gettimeofday, "-1 errno", EFAULT);
FAILS(settimeofday, "-1 errno", EFAULT, EINVAL, EPERM);
FAILS(adjtime, "-1 errno", EINVAL, EPERM);
FAILS(getitimer, "-1 errno", EFAULT, EINVAL);
FAILS(setitimer, "-1 errno", EFAULT, EINVAL);
MEANS(setitimer, EFAULT, "new_value or old_value lies outside the memory of the process");
MEANS(setitimer, EINVAL, "which is no timer, or a tv_usec is not within a second");
FAILS(times, "-1 errno, clear", EFAULT);
FAILS(adjtimex, "-1 errno", EFAULT, EINVAL, EPERM);
FAILS(ntp_adjtime, "-1 errno", EFAULT, EINVAL, EPERM);
FAILS(ntp_gettime, "-1 errno", EFAULT);
FAILS(ntp_gettimex, "-1 errno", EFAULT);

/* Identity, tracing and the system; setfsuid and setfsgid answer with the old id always. */
NEVER_FAILS(setfsuid);
NEVER_FAILS(setfsgid);
FAILS(personality, "-1 errno", EINVAL);
FAILS(ptrace, "-1 errno, clear", EBUSY, EFAULT, EINVAL, EIO, EPERM, ESRCH);
FAILS(uname, "-1 errno", EFAULT);
FAILS(sysinfo, "-1 errno", EFAULT);
NEVER_FAILS(get_nprocs);
NEVER_FAILS(get_nprocs_conf);
FAILS(get_phys_pages, "-1 errno", ENOSYS);
FAILS(get_avphys_pages, "-1 errno", ENOSYS);
FAILS(getauxval, "0 errno, clear", ENOENT);
FAILS(reboot, "-1 errno", EFAULT, EINVAL, EPERM);
FAILS(klogctl, "-1 errno, blocks", EINVAL, ENOSYS, EPERM);
FAILS(swapon, "-1 errno, blocks", EBUSY, EINVAL, ENFILE, ENOENT, ENOMEM, EPERM);
FAILS(swapoff, "-1 errno, blocks", EINVAL, ENOENT, ENOMEM, EPERM);
FAILS(process_vm_readv, "-1 errno", EFAULT, EINVAL, ENOMEM, EPERM, ESRCH);
FAILS(process_vm_writev, "-1 errno", EFAULT, EINVAL, ENOMEM, EPERM, ESRCH);
NEVER_FAILS(closelog);
NEVER_FAILS(openlog);
NEVER_FAILS(setlogmask);
NEVER_FAILS(syslog);
NEVER_FAILS(vsyslog);
