/* <sys/epoll.h>, eventfd.h, signalfd.h, timerfd.h, inotify.h, fanotify.h, pidfd.h: descriptors
 * that tell of events. */

/* <sys/epoll.h> */
FAILS(epoll_create, "-1 errno", EINVAL, EMFILE, ENFILE, ENOMEM);
MEANS(epoll_create, EINVAL, "size is not positive");
MEANS(epoll_create, EMFILE,
      "the process has as many open descriptors, or the user as many epoll instances, as it may");
MEANS(epoll_create, ENFILE, "the system has as many open files as it may");
MEANS(epoll_create, ENOMEM, "the kernel has no memory for the epoll instance");
FAILS(epoll_create1, "-1 errno", EINVAL, EMFILE, ENFILE, ENOMEM);
MEANS(epoll_create1, EINVAL, "flags holds a bit other than EPOLL_CLOEXEC");
MEANS(epoll_create1, EMFILE,
      "the process has as many open descriptors, or the user as many epoll instances, as it may");
MEANS(epoll_create1, ENFILE, "the system has as many open files as it may");
MEANS(epoll_create1, ENOMEM, "the kernel has no memory for the epoll instance");
FAILS(epoll_ctl, "-1 errno", EBADF, EEXIST, EINVAL, ELOOP, ENOENT, ENOMEM, ENOSPC, EPERM);
MEANS(epoll_ctl, EBADF, "epfd or fd is not an open descriptor");
MEANS(epoll_ctl, EEXIST,
      "op is EPOLL_CTL_ADD, but fd is registered in this epoll instance already");
MEANS(epoll_ctl, EFAULT, "event lies outside the memory of the process");
MEANS(epoll_ctl, EINVAL,
      "epfd is not an epoll descriptor or is fd itself, op is unknown, or EPOLLEXCLUSIVE is misused");
MEANS(epoll_ctl, ELOOP,
      "fd is an epoll instance, and adding it would close a circle or nest more than 5 deep");
MEANS(epoll_ctl, ENOENT,
      "op is EPOLL_CTL_MOD or EPOLL_CTL_DEL, but fd is not registered in this epoll instance");
MEANS(epoll_ctl, ENOMEM, "the kernel has no memory to carry out op");
MEANS(epoll_ctl, ENOSPC,
      "the user watches as many descriptors as /proc/sys/fs/epoll/max_user_watches allows");
MEANS(epoll_ctl, EPERM, "fd can't be watched: it is a regular file or directory, for instance");
FAILS(epoll_wait, "-1 errno, eintr=timeout:4ms, blocks", EBADF, EFAULT, EINTR, EINVAL);
MEANS(epoll_wait, EBADF, "epfd is not an open descriptor");
MEANS(epoll_wait, EFAULT,
      "events can't be written to: it lies outside the memory of the process");
MEANS(epoll_wait, EINTR, "a signal handler ran before an event came or the timeout ended");
MEANS(epoll_wait, EINVAL, "epfd is not an epoll descriptor, or maxevents is not positive");
FAILS(epoll_pwait, "-1 errno, eintr=timeout:4ms, blocks", EBADF, EFAULT, EINTR, EINVAL);
MEANS(epoll_pwait, EBADF, "epfd is not an open descriptor");
MEANS(epoll_pwait, EFAULT,
      "events can't be written to, or sigmask lies outside the memory of the process");
MEANS(epoll_pwait, EINTR, "a signal handler ran before an event came or the timeout ended");
MEANS(epoll_pwait, EINVAL, "epfd is not an epoll descriptor, or maxevents is not positive");
FAILS(epoll_pwait2, "-1 errno, eintr=timeout:4, blocks", EBADF, EFAULT, EINTR, EINVAL);
MEANS(epoll_pwait2, EBADF, "epfd is not an open descriptor");
MEANS(epoll_pwait2, EFAULT,
      "events can't be written to, or timeout or sigmask lies outside the memory of the process");
MEANS(epoll_pwait2, EINTR, "a signal handler ran before an event came or the timeout ended");
MEANS(epoll_pwait2, EINVAL,
      "epfd is not an epoll descriptor, maxevents is not positive, or timeout is no valid time");

/* <sys/eventfd.h> */
FAILS(eventfd, "-1 errno", EINVAL, EMFILE, ENFILE, ENODEV, ENOMEM);
MEANS(eventfd, EINVAL,
      "flags holds a bit other than EFD_CLOEXEC, EFD_NONBLOCK and EFD_SEMAPHORE");
MEANS(eventfd, EMFILE, "the process has as many open descriptors as it may");
MEANS(eventfd, ENFILE, "the system has as many open files as it may");
MEANS(eventfd, ENODEV, "the kernel could not mount the device that such descriptors live on");
MEANS(eventfd, ENOMEM, "the kernel has no memory for the eventfd");
FAILS(eventfd_read, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EFAULT, EINTR, EINVAL);
MEANS(eventfd_read, EAGAIN, "the counter is 0 and fd is non-blocking");
MEANS(eventfd_read, EBADF, "fd is not open for reading");
MEANS(eventfd_read, EFAULT, "value lies outside the memory of the process");
MEANS(eventfd_read, EINTR, "a signal handler ran while the counter was 0");
MEANS(eventfd_read, EINVAL, "fd is a descriptor that can't be read in units of 8 bytes");
FAILS(eventfd_write, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EINTR, EINVAL);
MEANS(eventfd_write, EAGAIN,
      "the counter would go beyond its greatest value, and fd is non-blocking");
MEANS(eventfd_write, EBADF, "fd is not open for writing");
MEANS(eventfd_write, EINTR, "a signal handler ran while there was no room in the counter");
MEANS(eventfd_write, EINVAL,
      "value is all ones (2 to the power of 64, less 1), which no counter holds");

/* <sys/signalfd.h> */
FAILS(signalfd, "-1 errno", EBADF, EINVAL, EMFILE, ENFILE, ENODEV, ENOMEM);
MEANS(signalfd, EBADF, "fd is neither -1 nor an open descriptor");
MEANS(signalfd, EFAULT, "mask lies outside the memory of the process");
MEANS(signalfd, EINVAL,
      "flags holds a bit that signalfd does not know, or fd is not a signalfd descriptor");
MEANS(signalfd, EMFILE, "the process has as many open descriptors as it may");
MEANS(signalfd, ENFILE, "the system has as many open files as it may");
MEANS(signalfd, ENODEV, "the kernel could not mount the device that such descriptors live on");
MEANS(signalfd, ENOMEM, "the kernel has no memory for the signalfd");

/* <sys/timerfd.h> */
FAILS(timerfd_create, "-1 errno", EINVAL, EMFILE, ENFILE, ENODEV, ENOMEM, EPERM);
MEANS(timerfd_create, EINVAL,
      "clockid is no clock that timers run on, or flags holds an unknown bit");
MEANS(timerfd_create, EMFILE, "the process has as many open descriptors as it may");
MEANS(timerfd_create, ENFILE, "the system has as many open files as it may");
MEANS(timerfd_create, ENODEV,
      "the kernel could not mount the device that such descriptors live on");
MEANS(timerfd_create, ENOMEM, "the kernel has no memory for the timer");
MEANS(timerfd_create, EPERM, "clockid is an alarm clock, and the caller lacks CAP_WAKE_ALARM");
FAILS(timerfd_settime, "-1 errno", EBADF, ECANCELED, EFAULT, EINVAL);
MEANS(timerfd_settime, EBADF, "fd is not an open descriptor");
MEANS(timerfd_settime, ECANCELED,
      "the clock was set by a jump since the timer was armed; the new time is in force all the same");
MEANS(timerfd_settime, EFAULT, "new_value or old_value lies outside the memory of the process");
MEANS(timerfd_settime, EINVAL,
      "fd is not a timerfd descriptor, flags holds an unknown bit, or a tv_nsec is not within a second");
FAILS(timerfd_gettime, "-1 errno", EBADF, EFAULT, EINVAL);
MEANS(timerfd_gettime, EBADF, "fd is not an open descriptor");
MEANS(timerfd_gettime, EFAULT, "curr_value lies outside the memory of the process");
MEANS(timerfd_gettime, EINVAL, "fd is not a timerfd descriptor");

/* <sys/inotify.h> */
FAILS(inotify_init, "-1 errno", EMFILE, ENFILE, ENOMEM);
MEANS(inotify_init, EMFILE,
      "the process has as many open descriptors, or the user as many inotify instances, as it may");
MEANS(inotify_init, ENFILE, "the system has as many open files as it may");
MEANS(inotify_init, ENOMEM, "the kernel has no memory for the inotify instance");
FAILS(inotify_init1, "-1 errno", EINVAL, EMFILE, ENFILE, ENOMEM);
MEANS(inotify_init1, EINVAL, "flags holds a bit other than IN_NONBLOCK and IN_CLOEXEC");
MEANS(inotify_init1, EMFILE,
      "the process has as many open descriptors, or the user as many inotify instances, as it may");
MEANS(inotify_init1, ENFILE, "the system has as many open files as it may");
MEANS(inotify_init1, ENOMEM, "the kernel has no memory for the inotify instance");
FAILS(inotify_add_watch, "-1 errno", EACCES, EBADF, EEXIST, EFAULT, EINVAL, ENAMETOOLONG, ENOENT,
      ENOMEM, ENOSPC, ENOTDIR);
MEANS(inotify_add_watch, EACCES, "the caller may not read what pathname names");
MEANS(inotify_add_watch, EBADF, "fd is not an open descriptor");
MEANS(inotify_add_watch, EEXIST, "mask has IN_MASK_CREATE, and fd watches this file already");
MEANS(inotify_add_watch, EFAULT, "pathname lies outside the memory of the process");
MEANS(inotify_add_watch, EINVAL,
      "mask holds no event or both IN_MASK_ADD and IN_MASK_CREATE, or fd is no inotify descriptor");
MEANS(inotify_add_watch, ENAMETOOLONG, "pathname is too long");
MEANS(inotify_add_watch, ENOENT,
      "pathname names nothing that exists, or a symbolic link to nothing");
MEANS(inotify_add_watch, ENOMEM, "the kernel has no memory for the watch");
MEANS(inotify_add_watch, ENOSPC,
      "the user has as many watches as allowed, or the kernel lacks another resource");
MEANS(inotify_add_watch, ENOTDIR, "mask has IN_ONLYDIR, but pathname is not a directory");
FAILS(inotify_rm_watch, "-1 errno", EBADF, EINVAL);
MEANS(inotify_rm_watch, EBADF, "fd is not an open descriptor");
MEANS(inotify_rm_watch, EINVAL, "wd is not a watch of fd, or fd is not an inotify descriptor");

/* <sys/fanotify.h> */
FAILS(fanotify_init, "-1 errno", EINVAL, EMFILE, ENOMEM, ENOSYS, EPERM);
MEANS(fanotify_init, EINVAL,
      "flags or event_f_flags holds a value that is not known or not allowed together");
MEANS(fanotify_init, EMFILE,
      "the process has as many open descriptors, or the user as many fanotify groups, as it may");
MEANS(fanotify_init, ENOMEM, "the kernel has no memory for the notification group");
MEANS(fanotify_init, ENOSYS, "the kernel was built without fanotify");
MEANS(fanotify_init, EPERM, "the caller lacks a capability that this use needs");
FAILS(fanotify_mark, "-1 errno", EBADF, EEXIST, EINVAL, EISDIR, ENODEV, ENOENT, ENOMEM, ENOSPC,
      ENOSYS, ENOTDIR, EOPNOTSUPP, EPERM, EXDEV);
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
MEANS(fanotify_mark, ENOMEM, "the kernel has no memory for the mark");
MEANS(fanotify_mark, ENOSPC, "the user has as many marks as allowed");
MEANS(fanotify_mark, ENOSYS, "the kernel was built without fanotify");
MEANS(fanotify_mark, ENOTDIR,
      "flags or mask is for directories only, but pathname is not a directory");
MEANS(fanotify_mark, EOPNOTSUPP, "the file system of the object has no file handles");
MEANS(fanotify_mark, EPERM, "the caller lacks a capability that this use needs");
MEANS(fanotify_mark, EXDEV,
      "the object is in a subvolume whose identifier (fsid) is not that of the root");

/* <sys/pidfd.h> */
FAILS(pidfd_open, "-1 errno", EINVAL, EMFILE, ENFILE, ENODEV, ENOMEM, ESRCH);
MEANS(pidfd_open, EINVAL, "flags holds an unknown bit, or pid is not positive");
MEANS(pidfd_open, EMFILE, "the process has as many open descriptors as it may");
MEANS(pidfd_open, ENFILE, "the system has as many open files as it may");
MEANS(pidfd_open, ENODEV, "the kernel lacks the device that such descriptors live on");
MEANS(pidfd_open, ENOMEM, "the kernel has no memory for the descriptor");
MEANS(pidfd_open, ESRCH, "no process has the number pid");
FAILS(pidfd_getfd, "-1 errno", EBADF, EINVAL, EMFILE, ENFILE, EPERM, ESRCH);
MEANS(pidfd_getfd, EBADF, "pidfd is not an open pidfd, or targetfd is not open in that process");
MEANS(pidfd_getfd, EINVAL, "flags is not 0");
MEANS(pidfd_getfd, EMFILE, "the process has as many open descriptors as it may");
MEANS(pidfd_getfd, ENFILE, "the system has as many open files as it may");
MEANS(pidfd_getfd, EPERM, "the caller may not look into that process as a debugger may");
MEANS(pidfd_getfd, ESRCH, "the process has ended and was waited for");
FAILS(pidfd_send_signal, "-1 errno", EBADF, EINVAL, EPERM, ESRCH);
MEANS(pidfd_send_signal, EBADF, "pidfd is not an open pidfd");
MEANS(pidfd_send_signal, EINVAL,
      "sig is no signal, flags is not 0, or info does not fit the signal");
MEANS(pidfd_send_signal, EPERM, "the caller may not send this signal to the process");
MEANS(pidfd_send_signal, ESRCH, "the process has ended and was waited for");
