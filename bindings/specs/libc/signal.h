/* <signal.h>; glibc keeps signals 32 and 33 for itself. */
GROUP(any_signal, EINVAL, "$ is no signal")
GROUP(free_signal, EINVAL, "$ is no signal, or one that the C library keeps for itself")
GROUP(own_action, EINVAL,
      "$ is no signal, the C library's, or SIGKILL or SIGSTOP: nobody can change it")
GROUP(sendable, EPERM, "the caller may not send this signal to $")
GROUP(queued, EAGAIN,
      "$ is a real-time signal, and the limit on queued signals (RLIMIT_SIGPENDING) is reached")

/* Sets of signals */
#ifdef __GLIBC__
FAILS(sigemptyset, "-1 errno", EINVAL);
MEANS(sigemptyset, EINVAL, "set is NULL");
LIKE(sigfillset, sigemptyset);
LIKE(sigisemptyset, sigemptyset);
FAILS(sigandset, "-1 errno", EINVAL);
MEANS(sigandset, EINVAL, "set, left or right is NULL");
LIKE(sigorset, sigandset);
FAILS(sigismember, "-1 errno", any_signal(signo));
#else
NEVER_FAILS(sigemptyset);
NEVER_FAILS(sigfillset);
NEVER_FAILS(sigisemptyset);
NEVER_FAILS(sigandset);
NEVER_FAILS(sigorset);
NEVER_FAILS(sigismember);
#endif
FAILS(sigaddset, "-1 errno", free_signal(signo));
LIKE(sigdelset, sigaddset);
NEVER_FAILS(__libc_current_sigrtmin);
NEVER_FAILS(__libc_current_sigrtmax);

/* The mask of blocked signals, and signals that wait behind it; a bad set is a SIGSEGV. */
GROUP(masking, EINVAL, "$ is given, but how is none of SIG_BLOCK, SIG_UNBLOCK and SIG_SETMASK")
FAILS(sigprocmask, "-1 errno", masking(set), memory(oset));
FAILS(pthread_sigmask, "nonzero result", masking(newmask), memory(oldmask));
FAILS(sigpending, "-1 errno", memory(set));
FAILS(sigsuspend, "-1 errno, eintr=done, blocks", EINTR, memory(set));
MEANS(sigsuspend, EINTR, "a signal handler ran: this is how sigsuspend ends");
#ifdef __GLIBC__
FAILS(sigwait, "nonzero result, blocks");
#else
FAILS(sigwait, "-1 errno, blocks");
#endif
MEANS(sigwait, EFAULT, "set lies outside the memory of the process");
FAILS(sigwaitinfo, "-1 errno, eintr=retry, blocks", EINTR);
MEANS(sigwaitinfo, EFAULT, "set or info lies outside the memory of the process");
MEANS(sigwaitinfo, EINTR, "a handler ran for a signal that is not in set");
FAILS(sigtimedwait, "-1 errno, eintr=timeout:3, blocks", EAGAIN, EINTR, EINVAL);
MEANS(sigtimedwait, EAGAIN, "no signal of set came before the timeout ended");
MEANS(sigtimedwait, EFAULT, "set, info or timeout lies outside the memory of the process");
MEANS(sigtimedwait, EINTR, "a handler ran for a signal that is not in set");
MEANS(sigtimedwait, EINVAL, "tv_sec of timeout is negative, or tv_nsec not within a second");
NEVER_FAILS(sigblock);
NEVER_FAILS(sigsetmask);
NEVER_FAILS(siggetmask);
FAILS(sighold, "-1 errno", free_signal(sig));
LIKE(sigrelse, sighold);
FAILS(sigpause, "-1 errno, eintr=done, blocks", EINTR, free_signal(sig));
MEANS(sigpause, EINTR, "a signal handler ran: this is how sigpause ends");

/* What a signal does; sigaction raises SIGSEGV for a bad act or oact. */
FAILS(sigaction, "-1 errno", EINVAL);
MEANS(sigaction, EINVAL,
      "sig is no signal or the C library's, or act is given for SIGKILL or SIGSTOP");
FAILS(signal, "SIG_ERR errno", EINVAL);
MEANS(signal, EINVAL,
      "sig is no signal, the C library's, or SIGKILL or SIGSTOP, or handler is SIG_ERR");
LIKE(ssignal, signal);
LIKE(sysv_signal, signal);
LIKE(__sysv_signal, signal);
FAILS(sigset, "SIG_ERR errno", own_action(sig));
FAILS(sigignore, "-1 errno", own_action(sig));
FAILS(siginterrupt, "-1 errno", own_action(sig));
GROUP(on_stack, EPERM, "the alternate stack is in use, so it can't be replaced now")
FAILS(sigaltstack, "-1 errno", EINVAL, ENOMEM, memory(ss or oss), on_stack(ss));
MEANS(sigaltstack, EINVAL, "ss_flags of ss holds an unknown flag");
MEANS(sigaltstack, ENOMEM, "ss_size of ss is below what a handler needs at least (MINSIGSTKSZ)");
FAILS(sigstack, "-1 errno", ENOMEM, on_stack(ss));
MEANS(sigstack, ENOMEM, "ss_sp of ss is below MINSIGSTKSZ: all the memory below it is the stack");
REFUSE(sigstack, "takes all the memory below ss_sp for the stack; call sigaltstack");
FAILS(sigreturn, "-1 errno", ENOSYS);
MEANS(sigreturn, ENOSYS,
      "glibc has only a stub of it, for the kernel itself ends handlers with it");
REFUSE(sigreturn,
      "is how the kernel leaves a handler, and only a stub here; let the handler return");

/* Sending */
FAILS(kill, "-1 errno", ESRCH, any_signal(sig), sendable(any process that pid means));
MEANS(kill, ESRCH, "no process and no process group has the number pid");
FAILS(killpg, "-1 errno", EINVAL, ESRCH, sendable(any process of the group));
MEANS(killpg, EINVAL, "sig is no signal, or pgrp is negative");
MEANS(killpg, ESRCH, "no process is in the group pgrp");
FAILS(tgkill, "-1 errno", EINVAL, ESRCH, queued(signal), sendable(the thread));
MEANS(tgkill, EINVAL, "tgid or tid is not positive, or signal is no signal");
MEANS(tgkill, ESRCH, "the process tgid has no thread tid");
FAILS(sigqueue, "-1 errno", ESRCH, any_signal(sig), queued(sig), sendable(the process));
MEANS(sigqueue, ESRCH, "no process has the number pid");
FAILS(raise, "nonzero errno", free_signal(sig));
MEANS(raise, EAGAIN,
      "sig is a real-time signal, and the limit on queued signals (RLIMIT_SIGPENDING) is reached");
LIKE(gsignal, raise);
FAILS(pthread_kill, "nonzero result", free_signal(signo));
MEANS(pthread_kill, EAGAIN,
      "signo is a real-time signal, and the limit on queued signals (RLIMIT_SIGPENDING) is reached");
FAILS(pthread_sigqueue, "nonzero result", ESRCH, free_signal(signo), queued(signo));
MEANS(pthread_sigqueue, ESRCH, "the thread has ended");

/* Messages on standard error */
FAILS(psignal, "never, blocks");
LIKE(psiginfo, psignal);

#ifndef __GLIBC__
LIKE(bsd_signal, signal);
#endif
