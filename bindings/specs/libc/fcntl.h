/* <fcntl.h> */

/* What can happen to the file $ as it is opened, and what the flags $ may have asked for */
GROUP(opened, EACCES,
      "the file forbids this access, or a directory on the way the search or the new entry")
GROUP(opened, EINTR,
      "a signal handler ran while $ was opened, which waits at a FIFO for instance")
GROUP(opened, ENODEV, "$ is a special file without a device behind it")
GROUP(opened, ENOMEM, "the kernel has no memory, or the FIFO's buffer exceeds the user's limit")
GROUP(opened, EOVERFLOW, "the file is too large for an off_t of 32 bits: use O_LARGEFILE")
GROUP(opening, EAGAIN, "$ has O_NONBLOCK, and a lease that somebody holds forbids this access")
GROUP(opening, EBUSY, "$ has O_EXCL, and the block device is in use by the system")
GROUP(opening, EEXIST, "$ has O_CREAT and O_EXCL, and the file exists")
GROUP(opening, EINVAL,
      "$ is not valid, such as O_DIRECT where there is none, or the file's last name is not allowed")
GROUP(opening, EISDIR, "$ asks to write or to create, but the file is a directory")
GROUP(opening, ELOOP, "there are too many symbolic links on the way, or $ has O_NOFOLLOW at one")
GROUP(opening, ENOTDIR,
      "a name on the way is not that of a directory, or $ has O_DIRECTORY and the file is none")
GROUP(opening, ENXIO,
      "the file is a socket, a device that is not there, or a FIFO that nobody reads (O_NONBLOCK in $)")
GROUP(opening, EOPNOTSUPP, "$ has O_TMPFILE, which the file system does not have")
GROUP(opening, EPERM,
      "$ has O_NOATIME and the file is somebody else's, or the file is sealed or append-only")
GROUP(opening, ETXTBSY, "$ asks to write, but the file is being executed or swapped to")
GROUP(lookup, ENOENT,
      "the file does not exist and $ lacks O_CREAT, or a directory on the way does not")

FAILS(open, "-1 errno, eintr=retry, blocks", EDQUOT, EMFILE, ENFILE, ENOSPC, EROFS,
      lookup(oflag), opened(file), opening(oflag), path(file));
LIKE(open64, open);
FAILS(openat, "-1 errno, eintr=retry, blocks", EDQUOT, EMFILE, ENFILE, ENOSPC, EROFS,
      lookup(oflag), opened(file), opening(oflag), at(fd), path(file));
MEANS(openat, ENOTDIR,
      "a name on the way is no directory, file is relative and fd none, or O_DIRECTORY met none");
LIKE(openat64, openat);
FAILS(creat, "-1 errno, eintr=retry, blocks", EDQUOT, EINVAL, EISDIR, EMFILE, ENFILE, ENOSPC,
      ENXIO, EPERM, EROFS, ETXTBSY, opened(file), path(file));
MEANS(creat, EINVAL, "the last name in file is not one that the file system allows");
MEANS(creat, EISDIR, "file is a directory, or ends in a slash");
MEANS(creat, ENOENT, "a directory on the way to file does not exist, or file is empty");
MEANS(creat, ENXIO, "file is a socket, or a device that is not there");
MEANS(creat, EPERM, "the file is sealed, append-only or immutable");
MEANS(creat, ETXTBSY, "the file is being executed or swapped to");
LIKE(creat64, creat);

/* Handles of files */
FAILS(name_to_handle_at, "-1 errno, blocks", EINVAL, ENOMEM, EOPNOTSUPP, EOVERFLOW, at(dfd),
      path(name));
MEANS(name_to_handle_at, EFAULT, "name, handle or mnt_id lies outside the memory of the process");
MEANS(name_to_handle_at, EINVAL,
      "flags holds an unknown bit, or handle_bytes of handle is above MAX_HANDLE_SZ (128)");
MEANS(name_to_handle_at, ENOENT,
      "what name names does not exist, or name is empty and flags lacks AT_EMPTY_PATH");
MEANS(name_to_handle_at, ENOTDIR,
      "a name on the way is not that of a directory, or name is relative and dfd is none");
MEANS(name_to_handle_at, EOPNOTSUPP, "the file system of name has no handles");
MEANS(name_to_handle_at, EOVERFLOW,
      "handle_bytes of handle is too small for the handle, and tells now how many it needs");
FAILS(open_by_handle_at, "-1 errno, eintr=retry, blocks", EBADF, EMFILE, ENFILE, EROFS, ESTALE,
      opened(handle), opening(flags), memory(handle));
MEANS(open_by_handle_at, EBADF, "mountdirfd is neither AT_FDCWD nor an open descriptor");
MEANS(open_by_handle_at, EINVAL, "handle_bytes of handle is 0 or above MAX_HANDLE_SZ (128)");
MEANS(open_by_handle_at, ELOOP, "handle is that of a symbolic link, and flags lacks O_PATH");
MEANS(open_by_handle_at, ENOTDIR, "flags has O_DIRECTORY, but the file is no directory");
MEANS(open_by_handle_at, EPERM, "the caller lacks CAP_DAC_READ_SEARCH");
MEANS(open_by_handle_at, ESTALE,
      "handle is no handle on the file system of mountdirfd, or its file is gone");

/* Descriptors and locks */
GROUP(locking, EDEADLK,
      "waiting for $ would close a circle of processes that wait for each other")
GROUP(locking, ENOLCK, "there are too many locks, or the remote lock server does not answer")
GROUP(locking, EOVERFLOW, "the end of $ does not fit in an off_t")
FAILS(fcntl, "-1 errno, eintr=retry, blocks", EACCES, EAGAIN, EBADF, EBUSY, EFAULT, EINTR, EINVAL,
      EMFILE, ENOTDIR, EPERM, ESRCH, locking(the lock));
MEANS(fcntl, EACCES,
      "cmd is F_SETLEASE, the file is somebody else's, and the caller lacks CAP_LEASE");
MEANS(fcntl, EAGAIN,
      "somebody holds a lock that conflicts with this one, or has the file open against a lease");
MEANS(fcntl, EBADF,
      "fd is not open, not in the way that the lock needs, or of no pipe and cmd is for pipes");
MEANS(fcntl, EBUSY,
      "the pipe holds more bytes than the new size, or a writable mapping prevents the seal");
MEANS(fcntl, EFAULT, "arg lies outside the memory of the process");
MEANS(fcntl, EINTR, "a signal handler ran before the lock was had");
MEANS(fcntl, EINVAL,
      "cmd is not known, arg is not valid for it, or the file of fd does not have it");
MEANS(fcntl, EMFILE, "cmd is F_DUPFD, and no number from arg up to the process's limit is free");
MEANS(fcntl, ENOTDIR, "cmd is F_NOTIFY, but fd is not of a directory");
MEANS(fcntl, EPERM,
      "the file is append-only, sealed or somebody else's, or the pipe gets beyond the user's limit");
MEANS(fcntl, ESRCH, "cmd is F_SETOWN, but no process or group has the number arg");
LIKE(fcntl64, fcntl);
FAILS(lockf, "-1 errno, eintr=retry, blocks", EACCES, EAGAIN, EBADF, EINTR, EINVAL,
      locking(the section));
MEANS(lockf, EACCES, "cmd is F_TEST, and another process has locked some of the section");
MEANS(lockf, EAGAIN, "cmd is F_TLOCK, and another process has locked some of the section");
MEANS(lockf, EBADF, "fd is not an open descriptor, or cmd locks and fd is not open for writing");
MEANS(lockf, EINTR, "a signal handler ran before the lock was had");
MEANS(lockf, EINVAL,
      "cmd is none of F_LOCK, F_TLOCK, F_ULOCK and F_TEST, or len leads to before the file's start");
LIKE(lockf64, lockf);

/* Space and advice; the posix_ functions answer with the code itself. */
GROUP(reserving, EBADF, "$ is not a descriptor that is open for writing")
GROUP(reserving, EFBIG, "offset plus len is beyond what the file system or RLIMIT_FSIZE allows")
GROUP(reserving, EINTR, "a signal handler ran before all the space was had")
GROUP(reserving, ENODEV, "$ is not of a regular file")
GROUP(reserving, ESPIPE, "$ is a pipe")
FAILS(fallocate, "-1 errno, eintr=never, blocks", EINVAL, EIO, ENOSPC, ENOSYS, EOPNOTSUPP, EPERM,
      ETXTBSY, reserving(fd));
MEANS(fallocate, EINVAL,
      "offset is negative, len not positive, or mode is not possible at this place of this file");
MEANS(fallocate, EOPNOTSUPP, "mode is not known, or the file system of fd does not have it");
MEANS(fallocate, EPERM,
      "the file is immutable, sealed, or append-only and mode changes what is there");
MEANS(fallocate, ETXTBSY, "mode collapses or inserts a range, but the file is being executed");
LIKE(fallocate64, fallocate);
#ifdef __GLIBC__ /* writes zeros itself where the file system has no fallocate */
FAILS(posix_fallocate, "nonzero result, eintr=retry, blocks", EINVAL, EIO, ENOSPC, reserving(fd));
#else
FAILS(posix_fallocate, "nonzero result, eintr=retry, blocks", EINVAL, EIO, ENOSPC, EOPNOTSUPP,
      reserving(fd));
MEANS(posix_fallocate, EOPNOTSUPP, "the file system of fd can't reserve space");
#endif
MEANS(posix_fallocate, EINVAL, "offset is negative, or len is not positive");
MEANS(posix_fallocate, EPERM, "the file is immutable or sealed");
LIKE(posix_fallocate64, posix_fallocate);
FAILS(posix_fadvise, "nonzero result", EINVAL, ESPIPE, fd(fd));
MEANS(posix_fadvise, EINVAL, "advise is none of the POSIX_FADV_ constants, or len is negative");
MEANS(posix_fadvise, ESPIPE, "fd is a pipe");
LIKE(posix_fadvise64, posix_fadvise);
FAILS(readahead, "-1 errno, blocks", EINVAL, readable(fd));
MEANS(readahead, EINVAL,
      "fd is of neither a regular file nor a block device, or count is too large");
FAILS(sync_file_range, "-1 errno, blocks", EINVAL, EIO, ENOMEM, ENOSPC, ESPIPE, fd(fd));
MEANS(sync_file_range, EINVAL,
      "flags holds an unknown bit, or offset or its sum with count is negative");
MEANS(sync_file_range, ESPIPE, "fd is of neither a regular file, a block device nor a directory");

/* Moving data between descriptors, one of which is a pipe */
GROUP(piping, EAGAIN, "the call would have to wait for $, and must not")
FAILS(splice, "-1 errno, eintr=retry, blocks", EBADF, EINVAL, ENOMEM, ESPIPE,
      piping(fdin or fdout));
MEANS(splice, EBADF, "fdin is not open for reading, or fdout not for writing");
MEANS(splice, EFAULT, "offin or offout lies outside the memory of the process");
MEANS(splice, EINTR, "a signal handler ran while a pipe was empty or full");
MEANS(splice, EINVAL,
      "neither is a pipe, both are the same, fdout has O_APPEND, or a file can't be spliced");
MEANS(splice, EPIPE, "fdout is a pipe or a socket that nobody reads any more");
MEANS(splice, ESPIPE, "offin or offout is given for a pipe");
FAILS(tee, "-1 errno, eintr=retry, blocks", EINVAL, ENOMEM, piping(fdin or fdout));
MEANS(tee, EBADF, "fdin is not open for reading, or fdout not for writing");
MEANS(tee, EINTR, "a signal handler ran while fdin was empty or fdout full");
MEANS(tee, EINVAL,
      "fdin or fdout is not a pipe, both are the same, or flags holds an unknown bit");
MEANS(tee, EPIPE, "nobody reads from fdout any more");
FAILS(vmsplice, "-1 errno, eintr=retry, blocks", EBADF, EINVAL, ENOMEM, piping(fdout));
MEANS(vmsplice, EBADF, "fdout is not an open descriptor of a pipe");
MEANS(vmsplice, EFAULT,
      "iov, or memory that it tells of, lies outside the memory of the process");
MEANS(vmsplice, EINTR,
      "a signal handler ran while the pipe was full, or empty if it is read from");
MEANS(vmsplice, EINVAL,
      "count is above IOV_MAX (1024), a length in iov is too large, or flags holds an unknown bit");
MEANS(vmsplice, EPIPE, "nobody reads from the pipe any more");
