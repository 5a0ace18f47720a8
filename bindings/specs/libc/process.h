/* <sys/prctl.h>, <sys/wait.h>, <sched.h>, <spawn.h>, <sys/resource.h>, <sys/ptrace.h>, <syslog.h>
 * and other headers about processes and the system. */

/* A program that is to be run, what it is given, and who is meant; <unistd.h> needs them, too. */
GROUP(execfile, E2BIG, "arguments and environment together, or one text of them, are too long")
GROUP(execfile, EACCES,
      "$ or its interpreter is no executable file, or a directory on the way may not be searched")
GROUP(execfile, EAGAIN, "the user has more processes than allowed, after a change of user id")
GROUP(execfile, EINVAL, "$ is an ELF file that names more than one interpreter")
GROUP(execfile, EIO, "the device or the file system failed")
GROUP(execfile, EISDIR, "the ELF interpreter of $ is a directory")
GROUP(execfile, ELIBBAD, "the ELF interpreter of $ is not in a format that can be run")
GROUP(execfile, ELOOP,
      "there are too many symbolic links, or interpreters that need interpreters")
GROUP(execfile, EMFILE, "the process has as many open descriptors as it may")
GROUP(execfile, ENAMETOOLONG, "$, or a name in it, is too long")
GROUP(execfile, ENFILE, "the system has as many open files as it may")
GROUP(execfile, ENOENT, "$, or the interpreter that it needs, does not exist")
GROUP(execfile, ENOEXEC, "$ is no program for this system: unknown format or other processor")
GROUP(execfile, ENOMEM, "no memory is left for it")
GROUP(execfile, ENOTDIR, "a name on the way to $ or its interpreter is not that of a directory")
GROUP(execfile, EPERM,
      "$ has set-user-id or capabilities, which a no-suid mount or a tracer forbids")
GROUP(execfile, ETXTBSY, "somebody has $ open for writing")
GROUP(execargs, EFAULT, "$, or what it leads to, lies outside the memory of the process")
GROUP(anyprocess, ESRCH, "no process has the number $")

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

/* <sys/wait.h>; a bad pointer is found when the child is gone. */
GROUP(child, EINTR, "a signal handler ran before a child changed its state")
GROUP(child, ECHILD, "$ means no child that was not waited for")
FAILS(wait, "-1 errno, eintr=retry, blocks", child(wait));
MEANS(wait, ECHILD, "the process has no child that was not waited for");
MEANS(wait, EFAULT, "stat_loc lies outside the memory of the process; the child is gone");
FAILS(wait3, "-1 errno, eintr=retry, blocks", EINVAL, child(wait3));
MEANS(wait3, ECHILD, "the process has no child that was not waited for");
MEANS(wait3, EFAULT,
      "stat_loc or usage lies outside the memory of the process; the child is gone");
MEANS(wait3, EINVAL, "options holds an unknown bit");
FAILS(waitpid, "-1 errno, eintr=retry, blocks", EINVAL, ESRCH, child(pid));
MEANS(waitpid, EFAULT, "stat_loc lies outside the memory of the process; the child is gone");
MEANS(waitpid, EINVAL, "options holds an unknown bit");
MEANS(waitpid, ESRCH, "pid is the least integer, whose group number can't be told");
LIKE(wait4, waitpid);
MEANS(wait4, EFAULT,
      "stat_loc or usage lies outside the memory of the process; the child is gone");
FAILS(waitid, "-1 errno, eintr=retry, blocks", EAGAIN, EINVAL, child(id));
MEANS(waitid, EAGAIN, "id is a non-blocking pidfd, and its process has not ended");
MEANS(waitid, EBADF, "idtype is P_PIDFD, and id is not an open pidfd");
MEANS(waitid, ECHILD, "idtype and id mean no child that was not waited for");
MEANS(waitid, EFAULT, "infop lies outside the memory of the process; the child is gone");
MEANS(waitid, EINVAL,
      "idtype or options is unknown, options asks for no change, or id is 0 (P_PID) or negative");

/* <sched.h> */
GROUP(schedthread, EINVAL, "$ is negative, or param is NULL")
GROUP(schedthread, ESRCH, "no thread has the number $")
GROUP(schedpolicy, EINVAL, "$ is not known")
GROUP(schedrank, EPERM, "the caller lacks the right, such as CAP_SYS_NICE, to set this for $")
NEVER_FAILS(sched_yield);
#ifdef __GLIBC__
FAILS(sched_getscheduler, "-1 errno", schedthread(pid));
MEANS(sched_getscheduler, EINVAL, "pid is negative");
FAILS(sched_getparam, "-1 errno", schedthread(pid));
MEANS(sched_getparam, EFAULT, "param lies outside the memory of the process");
FAILS(sched_setscheduler, "-1 errno", schedrank(pid), schedthread(pid));
MEANS(sched_setscheduler, EFAULT, "param lies outside the memory of the process");
MEANS(sched_setscheduler, EINVAL,
      "policy is unknown or lacks the priority, pid is negative, or param is NULL");
FAILS(sched_setparam, "-1 errno", schedrank(pid), schedthread(pid));
MEANS(sched_setparam, EFAULT, "param lies outside the memory of the process");
MEANS(sched_setparam, EINVAL,
      "the policy has no such priority, pid is negative, or param is NULL");
#else
FAILS(sched_getscheduler, "-1 errno", ENOSYS);
MEANS(sched_getscheduler, ENOSYS, "the library has this in name only: Linux knows threads alone");
LIKE(sched_getparam, sched_getscheduler);
LIKE(sched_setscheduler, sched_getscheduler);
LIKE(sched_setparam, sched_getscheduler);
#endif
FAILS(sched_get_priority_max, "-1 errno", schedpolicy(algorithm));
FAILS(sched_get_priority_min, "-1 errno", schedpolicy(algorithm));
FAILS(sched_rr_get_interval, "-1 errno", ENOSYS, memory(t), schedthread(pid));
MEANS(sched_rr_get_interval, EINVAL, "pid is negative");
FAILS(sched_getaffinity, "-1 errno", memory(cpuset), schedthread(pid));
MEANS(sched_getaffinity, EINVAL, "cpusetsize is too small for the processors of the kernel");
FAILS(sched_setaffinity, "-1 errno", EPERM, memory(cpuset), schedthread(pid));
MEANS(sched_setaffinity, EINVAL, "cpuset has no processor that is there and that pid may use");
MEANS(sched_setaffinity, EPERM, "pid belongs to another user, and the caller lacks CAP_SYS_NICE");
FAILS(sched_getcpu, "-1 errno", ENOSYS);
FAILS(getcpu, "-1 errno", memory(one of the pointers));
NEVER_FAILS(__sched_cpucount);
FAILS(__sched_cpualloc, "NULL errno", ENOMEM);
NEVER_FAILS(__sched_cpufree);
GROUP(namespaces, ENOSPC,
      "there are as many namespaces, or as deep ones, as /proc/sys/user allows")
GROUP(namespaces, EUSERS, "user namespaces would be nested too deep (Linux 3.11 to 4.8)")
FAILS(clone, "-1 errno", EAGAIN, EINVAL, ENOMEM, EPERM, namespaces(flags));
REFUSE(clone, "fn runs where no binding can call it; call posix_spawn, fork or pthread_create");
MEANS(clone, EAGAIN, "a limit on processes or threads is reached");
MEANS(clone, EINVAL,
      "fn or child_stack is NULL, or flags has bits that exclude or need one another");
MEANS(clone, EPERM, "flags asks for a namespace that the caller may not make");
FAILS(unshare, "-1 errno", EINVAL, ENOMEM, EPERM, namespaces(flags));
MEANS(unshare, EINVAL,
      "flags holds an unknown bit, or one that a process with several threads can't do");
MEANS(unshare, EPERM, "flags asks for a namespace that the caller may not make");
FAILS(setns, "-1 errno", EINVAL, ENOMEM, EPERM, ESRCH, fd(fd));
MEANS(setns, EINVAL, "fd is no namespace of the kind nstype, or the caller can't join that one");
MEANS(setns, EPERM, "the caller lacks the capability to join this namespace");
MEANS(setns, ESRCH, "fd is a pidfd whose process has ended");

/* <setjmp.h>, <ucontext.h>: what returns once more, perhaps when its caller is gone */
RETURNS_TWICE(setjmp);
RETURNS_TWICE(_setjmp);
NEVER_FAILS(setjmp);
NEVER_FAILS(_setjmp);
NEVER_FAILS(longjmp);
NEVER_FAILS(_longjmp);
NEVER_FAILS(siglongjmp);
REFUSE(setjmp, "its caller is gone when longjmp comes back to it; write the jump in C");
REFUSE(_setjmp, "its caller is gone when longjmp comes back to it; write the jump in C");
REFUSE(longjmp, "jumps out of frames that have to end, those of the binding; return an error");
REFUSE(_longjmp, "jumps out of frames that have to end, those of the binding; return an error");
REFUSE(siglongjmp,
      "jumps out of frames that have to end, those of the binding; return an error");
#ifdef __GLIBC__
RETURNS_TWICE(__sigsetjmp);
NEVER_FAILS(__sigsetjmp);
REFUSE(__sigsetjmp, "its caller is gone when siglongjmp comes back to it; write the jump in C");
#else
RETURNS_TWICE(sigsetjmp);
NEVER_FAILS(sigsetjmp);
REFUSE(sigsetjmp, "its caller is gone when siglongjmp comes back to it; write the jump in C");
#endif
RETURNS_TWICE(getcontext);
FAILS(getcontext, "-1 errno");
FAILS(setcontext, "-1 errno");
FAILS(swapcontext, "-1 errno", ENOMEM);
MEANS(swapcontext, ENOMEM, "the stack of ucp has too little room left");
NEVER_FAILS(makecontext);
REFUSE(getcontext, "its caller is gone when setcontext comes back to it; use a thread");
REFUSE(setcontext, "leaves frames that have to end, those of the binding; use a thread");
REFUSE(swapcontext, "leaves frames that have to end, those of the binding; use a thread");
REFUSE(makecontext, "func would run on a stack that no binding knows; use a thread");

/* <spawn.h>: 0 promises that the program runs, unless posix_spawnp's file is a bad pointer. */
GROUP(spawnchild, EBADF, "a file action names a descriptor that is not open")
GROUP(spawnchild, ENOSYS,
      "the system can't do this: it has no fork, or not what an attribute asks for")
GROUP(spawnchild, EAGAIN, "a limit on processes or threads is reached")
GROUP(spawnchild, EINVAL,
      "an attribute or the path of a file action is not valid, or $ has two interpreters")
GROUP(spawnchild, ENOTTY,
      "a file action gives the foreground of what is not the controlling terminal")
GROUP(spawnchild, EPERM,
      "an attribute asks for more than is allowed, or $ has set-user-id that is forbidden")
GROUP(spawnchild, ENOENT, "$, its interpreter, or a path of a file action does not exist")
GROUP(spawnaction, ENOMEM, "no memory is left for it")
GROUP(spawnaction, EBADF, "$ is negative, or too great for a descriptor")
FAILS(posix_spawn, "nonzero result, blocks", execargs(path or argv or envp), spawnchild(path),
      execfile(path));
FAILS(posix_spawnp, "nonzero result, blocks", execargs(argv or envp), spawnchild(file),
      execfile(file));
NEVER_FAILS(posix_spawn_file_actions_init);
NEVER_FAILS(posix_spawn_file_actions_destroy);
FAILS(posix_spawn_file_actions_addopen, "nonzero result", spawnaction(fd));
FAILS(posix_spawn_file_actions_addclose, "nonzero result", spawnaction(fd));
FAILS(posix_spawn_file_actions_adddup2, "nonzero result", spawnaction(fd or newfd));
FAILS(posix_spawn_file_actions_addclosefrom_np, "nonzero result", spawnaction(from));
FAILS(posix_spawn_file_actions_addtcsetpgrp_np, "nonzero result", spawnaction(tcfd));
FAILS(posix_spawn_file_actions_addchdir_np, "nonzero result", ENOMEM);
NEVER_FAILS(posix_spawnattr_init);
NEVER_FAILS(posix_spawnattr_destroy);
NEVER_FAILS(posix_spawnattr_getflags);
NEVER_FAILS(posix_spawnattr_getpgroup);
NEVER_FAILS(posix_spawnattr_getsigdefault);
NEVER_FAILS(posix_spawnattr_getsigmask);
NEVER_FAILS(posix_spawnattr_setpgroup);
NEVER_FAILS(posix_spawnattr_setsigdefault);
NEVER_FAILS(posix_spawnattr_setsigmask);
FAILS(posix_spawnattr_setflags, "nonzero result", EINVAL);
MEANS(posix_spawnattr_setflags, EINVAL, "flags holds a bit that is no POSIX_SPAWN_ constant");
#ifdef __GLIBC__
FAILS(posix_spawn_file_actions_addfchdir_np, "nonzero result", ENOMEM);
NEVER_FAILS(posix_spawnattr_getschedparam);
NEVER_FAILS(posix_spawnattr_setschedparam);
NEVER_FAILS(posix_spawnattr_getschedpolicy);
FAILS(posix_spawnattr_setschedpolicy, "nonzero result", EINVAL);
MEANS(posix_spawnattr_setschedpolicy, EINVAL,
      "schedpolicy is none of SCHED_OTHER, SCHED_FIFO and SCHED_RR");
#else
FAILS(posix_spawn_file_actions_addfchdir_np, "nonzero result", spawnaction(fd));
FAILS(posix_spawnattr_getschedparam, "nonzero result", ENOSYS);
MEANS(posix_spawnattr_getschedparam, ENOSYS,
      "the library starts programs with no such attribute");
LIKE(posix_spawnattr_setschedparam, posix_spawnattr_getschedparam);
LIKE(posix_spawnattr_getschedpolicy, posix_spawnattr_getschedparam);
LIKE(posix_spawnattr_setschedpolicy, posix_spawnattr_getschedparam);
#endif

/* <sys/resource.h>, <ulimit.h>; -1 is also a priority. */
GROUP(nicegroup, EINVAL, "which is none of PRIO_PROCESS, PRIO_PGRP and PRIO_USER")
GROUP(nicegroup, ESRCH, "no process is meant by $")
GROUP(getlimit, EINVAL, "$ is not known")
GROUP(setlimit, EINVAL, "$ is not known, or the soft limit is above the hard one")
GROUP(setlimit, EPERM,
      "the caller may not raise the hard limit, or nobody may raise this one so far")
FAILS(getpriority, "-1 errno, clear", nicegroup(which and who));
FAILS(setpriority, "-1 errno", EACCES, EPERM, nicegroup(which and who));
MEANS(setpriority, EACCES, "the caller may not raise a priority");
MEANS(setpriority, EPERM, "the process belongs to another user");
FAILS(getrlimit, "-1 errno", getlimit(resource), memory(rlimits));
FAILS(setrlimit, "-1 errno", memory(rlimits), setlimit(resource));
FAILS(prlimit, "-1 errno", memory(new_limit or old_limit), anyprocess(pid), setlimit(resource));
MEANS(prlimit, EPERM,
      "the process is another user's, or the caller may not raise the hard limit");
LIKE(getrlimit64, getrlimit);
LIKE(setrlimit64, setrlimit);
LIKE(prlimit64, prlimit);
FAILS(getrusage, "-1 errno", getlimit(who), memory(usage));
FAILS(ulimit, "-1 errno", EINVAL, EPERM);
MEANS(ulimit, EINVAL, "cmd is none of UL_GETFSIZE, UL_SETFSIZE and 4");
MEANS(ulimit, EPERM, "the caller may not raise the limit");

/* <sys/ptrace.h>; -1 is also a word that PTRACE_PEEKDATA read. */
FAILS(ptrace, "-1 errno, clear", EBUSY, EFAULT, EINVAL, EIO, EPERM, ESRCH);
MEANS(ptrace, EBUSY, "no debug register could be had or given back (i386)");
MEANS(ptrace, EFAULT, "an address of the tracer or the traced process can't be read or written");
MEANS(ptrace, EINVAL, "an option or length is not valid for this request");
MEANS(ptrace, EIO,
      "request or signal is not known, or an address is not aligned or not accessible");
MEANS(ptrace, EPERM, "the process may not be traced, or somebody traces it already");
MEANS(ptrace, ESRCH,
      "the process does not exist, is not traced by the caller, or is not stopped");

/* The system and what it tells of itself; setfsuid and setfsgid always answer with the old id. */
NEVER_FAILS(setfsuid);
NEVER_FAILS(setfsgid);
NEVER_FAILS(personality);
FAILS(uname, "-1 errno", memory(name));
FAILS(sysinfo, "-1 errno", memory(info));
NEVER_FAILS(get_nprocs);
NEVER_FAILS(get_nprocs_conf);
NEVER_FAILS(get_phys_pages);
NEVER_FAILS(get_avphys_pages);
FAILS(getauxval, "0 errno, clear", ENOENT);
MEANS(getauxval, ENOENT, "the kernel told nothing of this type");
FAILS(reboot, "-1 errno", EFAULT, EINVAL, EPERM);
MEANS(reboot, EFAULT, "the command for the next start lies outside the memory of the process");
MEANS(reboot, EINVAL, "howto is not one of the RB_ constants");
MEANS(reboot, EPERM, "the caller lacks CAP_SYS_BOOT");
FAILS(klogctl, "-1 errno, eintr=retry, blocks", EINVAL, ENOSYS, EPERM);
MEANS(klogctl, EFAULT, "bufp lies outside the memory of the process");
MEANS(klogctl, EINTR, "a signal handler ran before there was a message to read");
MEANS(klogctl, EINVAL, "type is not known, bufp is NULL, or len is negative or no level");
MEANS(klogctl, EPERM, "the caller lacks CAP_SYSLOG");
#ifdef __i386__
FAILS(vm86, "-1 errno", ENOSYS, EPERM, memory(info));
MEANS(vm86, EPERM, "the process is in virtual 8086 mode already");
#endif
FAILS(ioperm, "-1 errno", EINVAL, ENOMEM, EPERM);
MEANS(ioperm, EINVAL, "from and num are not within 0 to 65535");
MEANS(ioperm, ENOSYS, "the kernel was built without access to ports");
MEANS(ioperm, EPERM, "the caller lacks CAP_SYS_RAWIO, or the kernel is locked down");
FAILS(iopl, "-1 errno", EINVAL, ENOSYS, EPERM);
MEANS(iopl, EINVAL, "level is not within 0 to 3");
MEANS(iopl, EPERM,
      "the caller lacks CAP_SYS_RAWIO to raise the level, or the kernel is locked down");
NEVER_FAILS(gnu_dev_major);
NEVER_FAILS(gnu_dev_minor);
NEVER_FAILS(gnu_dev_makedev);
UNTOLD(__x86_get_cpuid_feature_leaf,
      "internal: x86_cpu_present and x86_cpu_active read its result");

/* <sys/profil.h>, <sys/gmon.h> */
FAILS(sprofil, "-1 errno", ENOMEM);
UNTOLD(monstartup, "internal: the start-up code of programs built with gcc -pg calls it");
UNTOLD(__monstartup, "internal: the start-up code of programs built with gcc -pg calls it");
UNTOLD(_mcleanup, "internal: a program built with gcc -pg calls it when it ends");

/* <sys/random.h> */
FAILS(getrandom, "-1 errno, eintr=retry, blocks", EAGAIN, EINTR, EINVAL, ENOSYS, memory(buffer));
MEANS(getrandom, EAGAIN, "flags has GRND_NONBLOCK, and the kernel has not gathered enough yet");
MEANS(getrandom, EINTR, "a signal handler ran while waiting for randomness");
MEANS(getrandom, EINVAL, "flags holds an unknown bit");
FAILS(getentropy, "-1 errno, blocks", EIO, ENOSYS, memory(buffer));
MEANS(getentropy, EIO, "length is greater than 256, or the kernel failed to deliver");

/* <syslog.h>: what can't be sent goes to the console, or nowhere. */
NEVER_FAILS(closelog);
NEVER_FAILS(openlog);
NEVER_FAILS(setlogmask);
FAILS(syslog, "never, blocks");
TAKES_VA_LIST(vsyslog, syslog);
