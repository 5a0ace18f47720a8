/* <signal.h> */

/* Sets of signals. The library's own signals (32 and 33 in glibc) count as unknown. */
FAILS(sigemptyset, "-1 errno", EINVAL);
MEANS(sigemptyset, EINVAL, "set is NULL");
FAILS(sigfillset, "-1 errno", EINVAL);
MEANS(sigfillset, EINVAL, "set is NULL");
FAILS(sigaddset, "-1 errno", EINVAL);
MEANS(sigaddset, EINVAL, "signum is no signal, or one that the C library keeps for itself");
FAILS(sigdelset, "-1 errno", EINVAL);
MEANS(sigdelset, EINVAL, "signum is no signal, or one that the C library keeps for itself");
FAILS(sigismember, "-1 errno", EINVAL);
MEANS(sigismember, EINVAL, "signum is no signal");
FAILS(sigandset, "-1 errno", EINVAL);
MEANS(sigandset, EINVAL, "one of the sets is NULL");
FAILS(sigorset, "-1 errno", EINVAL);
MEANS(sigorset, EINVAL, "one of the sets is NULL");
FAILS(sigisemptyset, "-1 errno", EINVAL);
MEANS(sigisemptyset, EINVAL, "set is NULL");
NEVER_FAILS(__libc_current_sigrtmin);
NEVER_FAILS(__libc_current_sigrtmax);

/* The mask of blocked signals, and signals that wait behind it */
FAILS(sigprocmask, "-1 errno", EFAULT, EINVAL);
MEANS(sigprocmask, EFAULT, "set or oldset lies outside the memory of the process");
MEANS(sigprocmask, EINVAL, "how is none of SIG_BLOCK, SIG_UNBLOCK and SIG_SETMASK");
FAILS(pthread_sigmask, "nonzero result", EFAULT, EINVAL);
MEANS(pthread_sigmask, EFAULT, "set or oldset lies outside the memory of the process");
MEANS(pthread_sigmask, EINVAL, "how is none of SIG_BLOCK, SIG_UNBLOCK and SIG_SETMASK");
FAILS(sigpending, "-1 errno", EFAULT);
MEANS(sigpending, EFAULT, "set lies outside the memory of the process");
FAILS(sigsuspend, "-1 errno, eintr=done, blocks", EFAULT, EINTR);
MEANS(sigsuspend, EFAULT, "mask lies outside the memory of the process");
MEANS(sigsuspend, EINTR, "a signal handler ran: this is how sigsuspend ends");
FAILS(sigwait, "nonzero result, blocks", EINVAL);
MEANS(sigwait, EINVAL, "set holds a signal that can't be waited for");
FAILS(sigwaitinfo, "-1 errno, eintr=retry, blocks", EINTR);
MEANS(sigwaitinfo, EINTR, "a handler ran for a signal that is not in set");
FAILS(sigtimedwait, "-1 errno, eintr=timeout:3, blocks", EAGAIN, EINTR, EINVAL);
MEANS(sigtimedwait, EAGAIN, "no signal of set came before the timeout ended");
MEANS(sigtimedwait, EINTR, "a handler ran for a signal that is not in set");
MEANS(sigtimedwait, EINVAL, "timeout is not a valid time");
NEVER_FAILS(sigblock);
NEVER_FAILS(sigsetmask);
NEVER_FAILS(siggetmask);
FAILS(sighold, "-1 errno", EINVAL);
FAILS(sigrelse, "-1 errno", EINVAL);
FAILS(sigignore, "-1 errno", EINVAL);
FAILS(sigpause, "-1 errno, eintr=done, blocks", EINTR, EINVAL);

/* What a signal does */
FAILS(sigaction, "-1 errno", EFAULT, EINVAL);
MEANS(sigaction, EFAULT, "act or oldact lies outside the memory of the process");
MEANS(sigaction, EINVAL,
      "signum is no signal, or act is given for SIGKILL or SIGSTOP, which nobody can change");
FAILS(signal, "SIG_ERR errno", EINVAL);
MEANS(signal, EINVAL, "signum is no signal, or is SIGKILL or SIGSTOP, which nobody can change");
FAILS(ssignal, "SIG_ERR errno", EINVAL);
FAILS(sysv_signal, "SIG_ERR errno", EINVAL);
FAILS(sigset, "SIG_ERR errno", EINVAL);
FAILS(siginterrupt, "-1 errno", EINVAL);
MEANS(siginterrupt, EINVAL, "sig is no signal");
FAILS(sigaltstack, "-1 errno", EFAULT, EINVAL, ENOMEM, EPERM);
MEANS(sigaltstack, EFAULT, "ss or old_ss lies outside the memory of the process");
MEANS(sigaltstack, EINVAL, "ss_flags of ss holds an unknown flag");
MEANS(sigaltstack, ENOMEM, "ss_size is below what a handler needs at least (MINSIGSTKSZ)");
MEANS(sigaltstack, EPERM, "the alternate stack is in use, so it can't be replaced now");
FAILS(sigstack, "-1 errno", EFAULT, EINVAL, ENOMEM, EPERM);
FAILS(sigreturn, "-1 errno", ENOSYS);

/* Sending */
FAILS(kill, "-1 errno", EINVAL, EPERM, ESRCH);
MEANS(kill, EINVAL, "sig is no signal");
MEANS(kill, EPERM, "the caller may not send this signal to any of the processes meant by pid");
MEANS(kill, ESRCH, "no process and no process group has the number pid");
FAILS(killpg, "-1 errno", EINVAL, EPERM, ESRCH);
MEANS(killpg, EINVAL, "sig is no signal");
MEANS(killpg, EPERM, "the caller may not send this signal to any process of the group");
MEANS(killpg, ESRCH, "no process is in the group pgrp");
FAILS(tgkill, "-1 errno", EAGAIN, EINVAL, EPERM, ESRCH);
MEANS(tgkill, EAGAIN, "the limit on queued signals is reached, and sig is a real-time signal");
MEANS(tgkill, EINVAL, "tgid or tid is not a valid number, or sig is no signal");
MEANS(tgkill, EPERM, "the caller may not send this signal to the thread");
MEANS(tgkill, ESRCH, "the process tgid has no thread tid");
FAILS(raise, "nonzero errno", EINVAL);
MEANS(raise, EINVAL, "sig is no signal");
FAILS(gsignal, "nonzero errno", EINVAL);
FAILS(sigqueue, "-1 errno", EAGAIN, EINVAL, EPERM, ESRCH);
MEANS(sigqueue, EAGAIN, "the limit on queued signals is reached");
MEANS(sigqueue, EINVAL, "sig is no signal");
MEANS(sigqueue, EPERM, "the caller may not send this signal to the process");
MEANS(sigqueue, ESRCH, "no process has the number pid");
FAILS(pthread_kill, "nonzero result", EINVAL, ESRCH);
MEANS(pthread_kill, EINVAL, "sig is no signal, or one that the C library keeps for itself");
MEANS(pthread_kill, ESRCH, "the thread has ended");
FAILS(pthread_sigqueue, "nonzero result", EAGAIN, EINVAL, ENOSYS, ESRCH);
MEANS(pthread_sigqueue, EAGAIN, "the limit on queued signals is reached");
MEANS(pthread_sigqueue, EINVAL, "sig is no signal, or one that the C library keeps for itself");
MEANS(pthread_sigqueue, ENOSYS, "the kernel can't queue a signal for a thread");
MEANS(pthread_sigqueue, ESRCH, "no thread has this id");

/* Messages on standard error */
NEVER_FAILS(psignal);
NEVER_FAILS(psiginfo);
