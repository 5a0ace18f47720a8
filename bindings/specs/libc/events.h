/* <sys/epoll.h>, eventfd.h, signalfd.h, timerfd.h, inotify.h, fanotify.h, pidfd.h: descriptors
 * that tell of events. */
GROUP(limited, EMFILE,
      "the process has as many open descriptors, or the user as many $, as it may")
GROUP(nodeless, ENODEV, "the kernel could not mount the device that $ live on")

/* <sys/epoll.h> */
FAILS(epoll_create, "-1 errno", EINVAL, EMFILE, ENFILE, ENOMEM);
MEANS(epoll_create, EINVAL, "size is not positive");
LIKE(epoll_create1, epoll_create);
MEANS(epoll_create1, EINVAL, "flags holds a bit other than EPOLL_CLOEXEC");
FAILS(epoll_ctl, "-1 errno", EEXIST, EINVAL, ELOOP, ENOENT, ENOMEM, ENOSPC, EPERM,
      fd(epfd or fd));
MEANS(epoll_ctl, EEXIST,
      "op is EPOLL_CTL_ADD, but fd is registered in this epoll instance already");
MEANS(epoll_ctl, EFAULT, "event lies outside the memory of the process");
MEANS(epoll_ctl, EINVAL,
      "epfd is not an epoll descriptor or is fd itself, op is unknown, or EPOLLEXCLUSIVE is misused");
MEANS(epoll_ctl, ELOOP,
      "fd is an epoll instance, and adding it would close a circle or nest more than 5 deep");
MEANS(epoll_ctl, ENOENT,
      "op is EPOLL_CTL_MOD or EPOLL_CTL_DEL, but fd is not registered in this epoll instance");
MEANS(epoll_ctl, ENOSPC,
      "the user watches as many descriptors as /proc/sys/fs/epoll/max_user_watches allows");
MEANS(epoll_ctl, EPERM, "fd can't be watched: it is a regular file or directory, for instance");
GROUP(epoll, EINTR, "a signal handler ran before an event came or the timeout ended")
GROUP(epoll, EINVAL,
      "$ is not an epoll descriptor, or maxevents is not positive or above INT_MAX / sizeof *events")
FAILS(epoll_wait, "-1 errno, eintr=timeout:4ms, blocks", EFAULT, epoll(epfd), fd(epfd));
MEANS(epoll_wait, EFAULT,
      "events can't be written to: it lies outside the memory of the process");
/* With a mask the signal is what ends the wait. */
FAILS(epoll_pwait, "-1 errno, eintr=never, blocks", EFAULT, epoll(epfd), fd(epfd));
MEANS(epoll_pwait, EFAULT,
      "events can't be written to, or ss lies outside the memory of the process");
FAILS(epoll_pwait2, "-1 errno, eintr=never, blocks", EFAULT, EINVAL, epoll(epfd), fd(epfd));
MEANS(epoll_pwait2, EFAULT,
      "events can't be written to, or timeout or ss lies outside the memory of the process");
MEANS(epoll_pwait2, EINVAL,
      "epfd is not an epoll descriptor, maxevents is out of range, or timeout is no valid time");

/* <sys/eventfd.h>; eventfd_read of less than 8 bytes, as from a pipe, is -1 and leaves errno. */
FAILS(eventfd, "-1 errno", EINVAL, EMFILE, ENFILE, ENOMEM, nodeless(eventfds));
MEANS(eventfd, EINVAL,
      "flags holds a bit other than EFD_CLOEXEC, EFD_NONBLOCK and EFD_SEMAPHORE");
FAILS(eventfd_read, "-1 errno, eintr=retry, blocks", EAGAIN, EINTR, EINVAL, memory(value),
      readable(fd));
MEANS(eventfd_read, EAGAIN, "the counter is 0 and fd is non-blocking");
MEANS(eventfd_read, EINTR, "a signal handler ran while the counter was 0");
MEANS(eventfd_read, EINVAL, "fd is a descriptor that can't be read in units of 8 bytes");
FAILS(eventfd_write, "-1 errno, eintr=retry, blocks", EAGAIN, EINTR, EINVAL, writable(fd));
MEANS(eventfd_write, EAGAIN,
      "the counter would go beyond its greatest value, and fd is non-blocking");
MEANS(eventfd_write, EINTR, "a signal handler ran while there was no room in the counter");
MEANS(eventfd_write, EINVAL,
      "value is all ones (2 to the power of 64, less 1), which no counter holds");

/* <sys/signalfd.h> */
FAILS(signalfd, "-1 errno", EBADF, EINVAL, EMFILE, ENFILE, ENOMEM, nodeless(signalfds));
MEANS(signalfd, EBADF, "fd is neither -1 nor an open descriptor");
MEANS(signalfd, EFAULT, "mask lies outside the memory of the process");
MEANS(signalfd, EINVAL,
      "flags holds a bit that signalfd does not know, or fd is not a signalfd descriptor");

/* <sys/timerfd.h> */
FAILS(timerfd_create, "-1 errno", EINVAL, EMFILE, ENFILE, ENOMEM, EPERM, nodeless(timerfds));
MEANS(timerfd_create, EINVAL,
      "clock_id is no clock that such timers run on, or flags holds an unknown bit");
MEANS(timerfd_create, EPERM, "clock_id is an alarm clock, and the caller lacks CAP_WAKE_ALARM");
FAILS(timerfd_settime, "-1 errno", ECANCELED, EINVAL, fd(ufd), memory(utmr or otmr));
MEANS(timerfd_settime, ECANCELED,
      "the clock was set by a jump since the timer was armed; the new time is in force all the same");
MEANS(timerfd_settime, EINVAL,
      "ufd is no timerfd descriptor, flags holds an unknown bit, or a time in utmr is not valid");
MEANS(timerfd_settime, EPERM, "ufd runs on an alarm clock, and the caller lacks CAP_WAKE_ALARM");
FAILS(timerfd_gettime, "-1 errno", EINVAL, fd(ufd), memory(otmr));
MEANS(timerfd_gettime, EINVAL, "ufd is not a timerfd descriptor");

/* <sys/inotify.h> */
FAILS(inotify_init, "-1 errno", ENFILE, ENOMEM, limited(inotify instances));
FAILS(inotify_init1, "-1 errno", EINVAL, ENFILE, ENOMEM, limited(inotify instances));
MEANS(inotify_init1, EINVAL, "flags holds a bit other than IN_NONBLOCK and IN_CLOEXEC");
FAILS(inotify_add_watch, "-1 errno, blocks", EACCES, EEXIST, EINVAL, ENOMEM, ENOSPC, ENOTDIR,
      fd(fd), path(name));
MEANS(inotify_add_watch, EACCES,
      "the caller may not read what name names, or not search a directory on the way");
MEANS(inotify_add_watch, EEXIST, "mask has IN_MASK_CREATE, and fd watches this file already");
MEANS(inotify_add_watch, EINVAL,
      "mask has no known bit or both IN_MASK_ADD and IN_MASK_CREATE, or fd is no inotify descriptor");
MEANS(inotify_add_watch, ENOSPC,
      "the user has as many watches as /proc/sys/fs/inotify/max_user_watches allows");
MEANS(inotify_add_watch, ENOTDIR,
      "a name on the way is not that of a directory, or mask has IN_ONLYDIR and name is none");
FAILS(inotify_rm_watch, "-1 errno", EINVAL, fd(fd));
MEANS(inotify_rm_watch, EINVAL, "wd is not a watch of fd, or fd is not an inotify descriptor");

/* <sys/fanotify.h> */
FAILS(fanotify_init, "-1 errno", EINVAL, ENOMEM, ENOSYS, EPERM, limited(fanotify groups));
MEANS(fanotify_init, EINVAL,
      "flags or event_f_flags holds a value that is not known or not allowed together");
MEANS(fanotify_init, EPERM,
      "the caller lacks CAP_SYS_ADMIN, and flags lacks FAN_REPORT_FID or asks for more than that");
FAILS(fanotify_mark, "-1 errno, blocks", EBADF, EEXIST, EINVAL, EISDIR, ENODEV, ENOMEM, ENOSPC,
      ENOSYS, EOPNOTSUPP, EPERM, EXDEV, path(pathname));
MEANS(fanotify_mark, EACCES,
      "the caller may not read what pathname names, or not search a directory on the way");
MEANS(fanotify_mark, EBADF,
      "fanotify_fd is not an open descriptor, or a relative pathname stands with a bad dfd");
MEANS(fanotify_mark, EEXIST,
      "the object has a mark whose kind (evictable, ignore) is not compatible with this one");
MEANS(fanotify_mark, EINVAL,
      "flags or mask is not valid, fanotify_fd is of another kind, or its group can't report that");
MEANS(fanotify_mark, EISDIR,
      "flags has FAN_MARK_IGNORE without FAN_MARK_IGNORED_SURV_MODIFY, but this is a directory");
MEANS(fanotify_mark, ENODEV, "the file system of the object has no identifier (fsid)");
MEANS(fanotify_mark, ENOENT,
      "the object does not exist, or a mark shall be removed that is not there");
MEANS(fanotify_mark, ENOSPC,
      "the user has as many marks as /proc/sys/fs/fanotify/max_user_marks allows");
MEANS(fanotify_mark, ENOTDIR,
      "flags or mask is for directories only, or pathname leads through something else");
MEANS(fanotify_mark, EOPNOTSUPP, "the file system of the object has no file handles");
MEANS(fanotify_mark, EPERM,
      "the caller lacks CAP_SYS_ADMIN, without which mounts and file systems can't be marked");
MEANS(fanotify_mark, EXDEV,
      "the object is in a subvolume whose identifier (fsid) is not that of the root");

/* <sys/pidfd.h> */
FAILS(pidfd_open, "-1 errno", EINVAL, EMFILE, ENFILE, ENOMEM, ESRCH, nodeless(pidfds));
MEANS(pidfd_open, EINVAL,
      "flags holds an unknown bit, or pid is not positive or, to older kernels, that of a thread");
MEANS(pidfd_open, ENOENT, "pid is the number of a thread that does not lead its process");
MEANS(pidfd_open, ESRCH, "no process has the number pid");
FAILS(pidfd_getfd, "-1 errno", EBADF, EINVAL, EMFILE, ENFILE, EPERM, ESRCH);
MEANS(pidfd_getfd, EBADF, "pidfd is not an open pidfd, or targetfd is not open in that process");
MEANS(pidfd_getfd, EINVAL, "flags is not 0");
MEANS(pidfd_getfd, EPERM, "the caller may not look into that process as a debugger may");
MEANS(pidfd_getfd, ESRCH, "the process has ended");
FAILS(pidfd_send_signal, "-1 errno", EBADF, EINVAL, EPERM, ESRCH);
MEANS(pidfd_send_signal, EAGAIN,
      "sig is a real-time signal, and the limit on queued signals (RLIMIT_SIGPENDING) is reached");
MEANS(pidfd_send_signal, EBADF,
      "pidfd is neither an open pidfd nor a process's directory in /proc");
MEANS(pidfd_send_signal, EFAULT, "info lies outside the memory of the process");
MEANS(pidfd_send_signal, EINVAL,
      "sig is no signal, flags is not valid, info is about another signal, or the namespace hides it");
MEANS(pidfd_send_signal, EPERM,
      "the caller may not send this signal to the process, or not with the si_code of info");
MEANS(pidfd_send_signal, ESRCH, "the process has ended and was waited for");
