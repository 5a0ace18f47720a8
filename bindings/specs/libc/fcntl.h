/* <fcntl.h> */

/* Opening: the way to the file first, then the file itself, then the limits */
FAILS(open, "-1 errno, eintr=retry, blocks", EACCES, EAGAIN, EBUSY, EDQUOT, EEXIST, EFAULT,
      EFBIG, EINTR, EINVAL, EISDIR, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENODEV, ENOENT, ENOMEM,
      ENOSPC, ENOTDIR, ENXIO, EOPNOTSUPP, EOVERFLOW, EPERM, EROFS, ETXTBSY);
MEANS(open, EACCES,
      "the file's permissions forbid this access, or a directory on the way forbids the search");
MEANS(open, EAGAIN,
      "flags has O_NONBLOCK, and somebody holds a lease on the file that forbids this access");
MEANS(open, EBUSY, "flags has O_EXCL, and the block device is in use by the system");
MEANS(open, EDQUOT, "the file does not exist, and the user's quota leaves no room for it");
MEANS(open, EEXIST, "flags has O_CREAT and O_EXCL, and the file exists");
MEANS(open, EFAULT, "pathname lies outside the memory of the process");
MEANS(open, EFBIG, "the file is too large to be opened: use O_LARGEFILE or 64-bit offsets");
MEANS(open, EINTR,
      "a signal handler ran while waiting for a slow device, such as the other end of a FIFO");
MEANS(open, EINVAL,
      "flags is not valid, the file's last name is not allowed, or O_DIRECT or O_TMPFILE misused");
MEANS(open, EISDIR, "pathname is a directory, and flags asks to write to it");
MEANS(open, ELOOP, "too many symbolic links on the way, or O_NOFOLLOW met one at the end");
MEANS(open, EMFILE, "the process has as many open descriptors as it may");
MEANS(open, ENAMETOOLONG, "pathname, or a name in it, is too long");
MEANS(open, ENFILE, "the system has as many open files as it may");
MEANS(open, ENODEV, "pathname is a special file without a device behind it");
MEANS(open, ENOENT,
      "the file does not exist and flags lacks O_CREAT, or a directory on the way does not exist");
MEANS(open, ENOMEM, "the kernel has no memory, or the FIFO's buffers exceed the user's limit");
MEANS(open, ENOSPC, "the file does not exist, and the device has no room for it");
MEANS(open, ENOTDIR,
      "a name on the way is not a directory, or O_DIRECTORY is set and pathname is none");
MEANS(open, ENXIO,
      "O_NONBLOCK and O_WRONLY on a FIFO that nobody reads, a socket, or a device that is not there");
MEANS(open, EOPNOTSUPP, "the file system of pathname has no O_TMPFILE");
MEANS(open, EOVERFLOW, "the file is too large to be opened: use O_LARGEFILE or 64-bit offsets");
MEANS(open, EPERM, "O_NOATIME on a file of somebody else, or the file is sealed or append-only");
MEANS(open, EROFS, "the file system is read-only, and flags asks to write");
MEANS(open, ETXTBSY,
      "the file is being executed or is used for swapping, and flags asks to write");
FAILS(open64, "-1 errno, eintr=retry, blocks", EACCES, EAGAIN, EBUSY, EDQUOT, EEXIST, EFAULT,
      EFBIG, EINTR, EINVAL, EISDIR, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENODEV, ENOENT, ENOMEM,
      ENOSPC, ENOTDIR, ENXIO, EOPNOTSUPP, EOVERFLOW, EPERM, EROFS, ETXTBSY);
MEANS(open64, EACCES,
      "the file's permissions forbid this access, or a directory on the way forbids the search");
MEANS(open64, EAGAIN,
      "flags has O_NONBLOCK, and somebody holds a lease on the file that forbids this access");
MEANS(open64, EBUSY, "flags has O_EXCL, and the block device is in use by the system");
MEANS(open64, EDQUOT, "the file does not exist, and the user's quota leaves no room for it");
MEANS(open64, EEXIST, "flags has O_CREAT and O_EXCL, and the file exists");
MEANS(open64, EFAULT, "pathname lies outside the memory of the process");
MEANS(open64, EFBIG, "the file is too large to be opened: use O_LARGEFILE or 64-bit offsets");
MEANS(open64, EINTR,
      "a signal handler ran while waiting for a slow device, such as the other end of a FIFO");
MEANS(open64, EINVAL,
      "flags is not valid, the file's last name is not allowed, or O_DIRECT or O_TMPFILE misused");
MEANS(open64, EISDIR, "pathname is a directory, and flags asks to write to it");
MEANS(open64, ELOOP, "too many symbolic links on the way, or O_NOFOLLOW met one at the end");
MEANS(open64, EMFILE, "the process has as many open descriptors as it may");
MEANS(open64, ENAMETOOLONG, "pathname, or a name in it, is too long");
MEANS(open64, ENFILE, "the system has as many open files as it may");
MEANS(open64, ENODEV, "pathname is a special file without a device behind it");
MEANS(open64, ENOENT,
      "the file does not exist and flags lacks O_CREAT, or a directory on the way does not exist");
MEANS(open64, ENOMEM, "the kernel has no memory, or the FIFO's buffers exceed the user's limit");
MEANS(open64, ENOSPC, "the file does not exist, and the device has no room for it");
MEANS(open64, ENOTDIR,
      "a name on the way is not a directory, or O_DIRECTORY is set and pathname is none");
MEANS(open64, ENXIO,
      "O_NONBLOCK and O_WRONLY on a FIFO that nobody reads, a socket, or a device that is not there");
MEANS(open64, EOPNOTSUPP, "the file system of pathname has no O_TMPFILE");
MEANS(open64, EOVERFLOW, "the file is too large to be opened: use O_LARGEFILE or 64-bit offsets");
MEANS(open64, EPERM,
      "O_NOATIME on a file of somebody else, or the file is sealed or append-only");
MEANS(open64, EROFS, "the file system is read-only, and flags asks to write");
MEANS(open64, ETXTBSY,
      "the file is being executed or is used for swapping, and flags asks to write");
FAILS(openat, "-1 errno, eintr=retry, blocks", EACCES, EAGAIN, EBADF, EBUSY, EDQUOT, EEXIST,
      EFAULT, EFBIG, EINTR, EINVAL, EISDIR, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENODEV, ENOENT,
      ENOMEM, ENOSPC, ENOTDIR, ENXIO, EOPNOTSUPP, EOVERFLOW, EPERM, EROFS, ETXTBSY);
MEANS(openat, EACCES,
      "the file's permissions forbid this access, or a directory on the way forbids the search");
MEANS(openat, EAGAIN,
      "flags has O_NONBLOCK, and somebody holds a lease on the file that forbids this access");
MEANS(openat, EBADF,
      "pathname is relative, and dirfd is neither AT_FDCWD nor an open descriptor");
MEANS(openat, EBUSY, "flags has O_EXCL, and the block device is in use by the system");
MEANS(openat, EDQUOT, "the file does not exist, and the user's quota leaves no room for it");
MEANS(openat, EEXIST, "flags has O_CREAT and O_EXCL, and the file exists");
MEANS(openat, EFAULT, "pathname lies outside the memory of the process");
MEANS(openat, EFBIG, "the file is too large to be opened: use O_LARGEFILE or 64-bit offsets");
MEANS(openat, EINTR,
      "a signal handler ran while waiting for a slow device, such as the other end of a FIFO");
MEANS(openat, EINVAL,
      "flags is not valid, the file's last name is not allowed, or O_DIRECT or O_TMPFILE misused");
MEANS(openat, EISDIR, "pathname is a directory, and flags asks to write to it");
MEANS(openat, ELOOP, "too many symbolic links on the way, or O_NOFOLLOW met one at the end");
MEANS(openat, EMFILE, "the process has as many open descriptors as it may");
MEANS(openat, ENAMETOOLONG, "pathname, or a name in it, is too long");
MEANS(openat, ENFILE, "the system has as many open files as it may");
MEANS(openat, ENODEV, "pathname is a special file without a device behind it");
MEANS(openat, ENOENT,
      "the file does not exist and flags lacks O_CREAT, or a directory on the way does not exist");
MEANS(openat, ENOMEM, "the kernel has no memory, or the FIFO's buffers exceed the user's limit");
MEANS(openat, ENOSPC, "the file does not exist, and the device has no room for it");
MEANS(openat, ENOTDIR,
      "a name on the way is not a directory, or pathname is relative and dirfd is none");
MEANS(openat, ENXIO,
      "O_NONBLOCK and O_WRONLY on a FIFO that nobody reads, a socket, or a device that is not there");
MEANS(openat, EOPNOTSUPP, "the file system of pathname has no O_TMPFILE");
MEANS(openat, EOVERFLOW, "the file is too large to be opened: use O_LARGEFILE or 64-bit offsets");
MEANS(openat, EPERM,
      "O_NOATIME on a file of somebody else, or the file is sealed or append-only");
MEANS(openat, EROFS, "the file system is read-only, and flags asks to write");
MEANS(openat, ETXTBSY,
      "the file is being executed or is used for swapping, and flags asks to write");
FAILS(openat64, "-1 errno, eintr=retry, blocks", EACCES, EAGAIN, EBADF, EBUSY, EDQUOT, EEXIST,
      EFAULT, EFBIG, EINTR, EINVAL, EISDIR, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENODEV, ENOENT,
      ENOMEM, ENOSPC, ENOTDIR, ENXIO, EOPNOTSUPP, EOVERFLOW, EPERM, EROFS, ETXTBSY);
MEANS(openat64, EACCES,
      "the file's permissions forbid this access, or a directory on the way forbids the search");
MEANS(openat64, EAGAIN,
      "flags has O_NONBLOCK, and somebody holds a lease on the file that forbids this access");
MEANS(openat64, EBADF,
      "pathname is relative, and dirfd is neither AT_FDCWD nor an open descriptor");
MEANS(openat64, EBUSY, "flags has O_EXCL, and the block device is in use by the system");
MEANS(openat64, EDQUOT, "the file does not exist, and the user's quota leaves no room for it");
MEANS(openat64, EEXIST, "flags has O_CREAT and O_EXCL, and the file exists");
MEANS(openat64, EFAULT, "pathname lies outside the memory of the process");
MEANS(openat64, EFBIG, "the file is too large to be opened: use O_LARGEFILE or 64-bit offsets");
MEANS(openat64, EINTR,
      "a signal handler ran while waiting for a slow device, such as the other end of a FIFO");
MEANS(openat64, EINVAL,
      "flags is not valid, the file's last name is not allowed, or O_DIRECT or O_TMPFILE misused");
MEANS(openat64, EISDIR, "pathname is a directory, and flags asks to write to it");
MEANS(openat64, ELOOP, "too many symbolic links on the way, or O_NOFOLLOW met one at the end");
MEANS(openat64, EMFILE, "the process has as many open descriptors as it may");
MEANS(openat64, ENAMETOOLONG, "pathname, or a name in it, is too long");
MEANS(openat64, ENFILE, "the system has as many open files as it may");
MEANS(openat64, ENODEV, "pathname is a special file without a device behind it");
MEANS(openat64, ENOENT,
      "the file does not exist and flags lacks O_CREAT, or a directory on the way does not exist");
MEANS(openat64, ENOMEM,
      "the kernel has no memory, or the FIFO's buffers exceed the user's limit");
MEANS(openat64, ENOSPC, "the file does not exist, and the device has no room for it");
MEANS(openat64, ENOTDIR,
      "a name on the way is not a directory, or pathname is relative and dirfd is none");
MEANS(openat64, ENXIO,
      "O_NONBLOCK and O_WRONLY on a FIFO that nobody reads, a socket, or a device that is not there");
MEANS(openat64, EOPNOTSUPP, "the file system of pathname has no O_TMPFILE");
MEANS(openat64, EOVERFLOW,
      "the file is too large to be opened: use O_LARGEFILE or 64-bit offsets");
MEANS(openat64, EPERM,
      "O_NOATIME on a file of somebody else, or the file is sealed or append-only");
MEANS(openat64, EROFS, "the file system is read-only, and flags asks to write");
MEANS(openat64, ETXTBSY,
      "the file is being executed or is used for swapping, and flags asks to write");
FAILS(creat, "-1 errno, eintr=retry, blocks", EACCES, EDQUOT, EFAULT, EFBIG, EINTR, EINVAL,
      EISDIR, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENODEV, ENOENT, ENOMEM, ENOSPC, ENOTDIR,
      ENXIO, EOVERFLOW, EPERM, EROFS, ETXTBSY);
MEANS(creat, EACCES,
      "the file may not be written, or a directory on the way forbids the search or the new entry");
MEANS(creat, EDQUOT, "the file does not exist, and the user's quota leaves no room for it");
MEANS(creat, EFAULT, "pathname lies outside the memory of the process");
MEANS(creat, EFBIG, "the file is too large to be opened: use 64-bit offsets");
MEANS(creat, EINTR,
      "a signal handler ran while waiting for a slow device, such as the other end of a FIFO");
MEANS(creat, EINVAL, "the file's last name is not one that the file system allows");
MEANS(creat, EISDIR, "pathname is a directory");
MEANS(creat, ELOOP, "too many symbolic links on the way");
MEANS(creat, EMFILE, "the process has as many open descriptors as it may");
MEANS(creat, ENAMETOOLONG, "pathname, or a name in it, is too long");
MEANS(creat, ENFILE, "the system has as many open files as it may");
MEANS(creat, ENODEV, "pathname is a special file without a device behind it");
MEANS(creat, ENOENT, "a directory on the way does not exist, or a symbolic link leads nowhere");
MEANS(creat, ENOMEM, "the kernel has no memory for it");
MEANS(creat, ENOSPC, "the file does not exist, and the device has no room for it");
MEANS(creat, ENOTDIR, "a name on the way is not a directory");
MEANS(creat, ENXIO, "pathname is a socket, or a device that is not there");
MEANS(creat, EOVERFLOW, "the file is too large to be opened: use 64-bit offsets");
MEANS(creat, EPERM, "the file is sealed or append-only");
MEANS(creat, EROFS, "the file system is read-only");
MEANS(creat, ETXTBSY, "the file is being executed or is used for swapping");
FAILS(creat64, "-1 errno, eintr=retry, blocks", EACCES, EDQUOT, EFAULT, EFBIG, EINTR, EINVAL,
      EISDIR, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENODEV, ENOENT, ENOMEM, ENOSPC, ENOTDIR,
      ENXIO, EOVERFLOW, EPERM, EROFS, ETXTBSY);
MEANS(creat64, EACCES,
      "the file may not be written, or a directory on the way forbids the search or the new entry");
MEANS(creat64, EDQUOT, "the file does not exist, and the user's quota leaves no room for it");
MEANS(creat64, EFAULT, "pathname lies outside the memory of the process");
MEANS(creat64, EFBIG, "the file is too large to be opened: use 64-bit offsets");
MEANS(creat64, EINTR,
      "a signal handler ran while waiting for a slow device, such as the other end of a FIFO");
MEANS(creat64, EINVAL, "the file's last name is not one that the file system allows");
MEANS(creat64, EISDIR, "pathname is a directory");
MEANS(creat64, ELOOP, "too many symbolic links on the way");
MEANS(creat64, EMFILE, "the process has as many open descriptors as it may");
MEANS(creat64, ENAMETOOLONG, "pathname, or a name in it, is too long");
MEANS(creat64, ENFILE, "the system has as many open files as it may");
MEANS(creat64, ENODEV, "pathname is a special file without a device behind it");
MEANS(creat64, ENOENT, "a directory on the way does not exist, or a symbolic link leads nowhere");
MEANS(creat64, ENOMEM, "the kernel has no memory for it");
MEANS(creat64, ENOSPC, "the file does not exist, and the device has no room for it");
MEANS(creat64, ENOTDIR, "a name on the way is not a directory");
MEANS(creat64, ENXIO, "pathname is a socket, or a device that is not there");
MEANS(creat64, EOVERFLOW, "the file is too large to be opened: use 64-bit offsets");
MEANS(creat64, EPERM, "the file is sealed or append-only");
MEANS(creat64, EROFS, "the file system is read-only");
MEANS(creat64, ETXTBSY, "the file is being executed or is used for swapping");

/* Descriptors and locks */
FAILS(fcntl, "-1 errno, eintr=retry, blocks", EACCES, EAGAIN, EBADF, EBUSY, EDEADLK, EFAULT,
      EINTR, EINVAL, EMFILE, ENOLCK, ENOTDIR, EPERM);
MEANS(fcntl, EACCES, "somebody else holds a lock that this one would conflict with");
MEANS(fcntl, EAGAIN,
      "somebody else holds a lock that this one would conflict with, or has the file mapped");
MEANS(fcntl, EBADF, "fd is not open, or not open in the way that the lock or command needs");
MEANS(fcntl, EBUSY,
      "the pipe holds more bytes than the new size, or a writable mapping prevents the seal");
MEANS(fcntl, EDEADLK,
      "waiting for this lock would be a circle of processes that wait for each other");
MEANS(fcntl, EFAULT, "arg lies outside the memory of the process");
MEANS(fcntl, EINTR, "a signal handler ran before the lock was had");
MEANS(fcntl, EINVAL, "cmd is not known, or arg is not valid for it");
MEANS(fcntl, EMFILE, "as many descriptors as allowed are open, so that F_DUPFD finds none");
MEANS(fcntl, ENOLCK, "there are too many locks, or the remote lock server does not answer");
MEANS(fcntl, ENOTDIR, "fd is not a directory, which F_NOTIFY needs");
MEANS(fcntl, EPERM,
      "the file forbids it: append-only, sealed, of another user, or beyond the pipe's limit");
FAILS(fcntl64, "-1 errno, eintr=retry, blocks", EACCES, EAGAIN, EBADF, EBUSY, EDEADLK, EFAULT,
      EINTR, EINVAL, EMFILE, ENOLCK, ENOTDIR, EPERM);
MEANS(fcntl64, EACCES, "somebody else holds a lock that this one would conflict with");
MEANS(fcntl64, EAGAIN,
      "somebody else holds a lock that this one would conflict with, or has the file mapped");
MEANS(fcntl64, EBADF, "fd is not open, or not open in the way that the lock or command needs");
MEANS(fcntl64, EBUSY,
      "the pipe holds more bytes than the new size, or a writable mapping prevents the seal");
MEANS(fcntl64, EDEADLK,
      "waiting for this lock would be a circle of processes that wait for each other");
MEANS(fcntl64, EFAULT, "arg lies outside the memory of the process");
MEANS(fcntl64, EINTR, "a signal handler ran before the lock was had");
MEANS(fcntl64, EINVAL, "cmd is not known, or arg is not valid for it");
MEANS(fcntl64, EMFILE, "as many descriptors as allowed are open, so that F_DUPFD finds none");
MEANS(fcntl64, ENOLCK, "there are too many locks, or the remote lock server does not answer");
MEANS(fcntl64, ENOTDIR, "fd is not a directory, which F_NOTIFY needs");
MEANS(fcntl64, EPERM,
      "the file forbids it: append-only, sealed, of another user, or beyond the pipe's limit");
FAILS(lockf, "-1 errno, eintr=retry, blocks", EACCES, EAGAIN, EBADF, EDEADLK, EINTR, EINVAL,
      ENOLCK);
MEANS(lockf, EACCES, "somebody else holds a lock on this part of the file");
MEANS(lockf, EAGAIN,
      "somebody else holds a lock on this part of the file, or has the file mapped");
MEANS(lockf, EBADF, "fd is not open, or not open for writing");
MEANS(lockf, EDEADLK,
      "waiting for this lock would be a circle of processes that wait for each other");
MEANS(lockf, EINTR, "a signal handler ran before the lock was had");
MEANS(lockf, EINVAL, "cmd is none of F_LOCK, F_TLOCK, F_ULOCK and F_TEST");
MEANS(lockf, ENOLCK, "there are too many locks");
FAILS(lockf64, "-1 errno, eintr=retry, blocks", EACCES, EAGAIN, EBADF, EDEADLK, EINTR, EINVAL,
      ENOLCK);
MEANS(lockf64, EACCES, "somebody else holds a lock on this part of the file");
MEANS(lockf64, EAGAIN,
      "somebody else holds a lock on this part of the file, or has the file mapped");
MEANS(lockf64, EBADF, "fd is not open, or not open for writing");
MEANS(lockf64, EDEADLK,
      "waiting for this lock would be a circle of processes that wait for each other");
MEANS(lockf64, EINTR, "a signal handler ran before the lock was had");
MEANS(lockf64, EINVAL, "cmd is none of F_LOCK, F_TLOCK, F_ULOCK and F_TEST");
MEANS(lockf64, ENOLCK, "there are too many locks");

/* Space and advice; the posix_ functions answer with the code itself. */
FAILS(fallocate, "-1 errno, eintr=retry, blocks", EBADF, EFBIG, EINTR, EINVAL, EIO, ENODEV,
      ENOSPC, ENOSYS, EOPNOTSUPP, EPERM, ESPIPE, ETXTBSY);
FAILS(fallocate64, "-1 errno, eintr=retry, blocks", EBADF, EFBIG, EINTR, EINVAL, EIO, ENODEV,
      ENOSPC, ENOSYS, EOPNOTSUPP, EPERM, ESPIPE, ETXTBSY);
FAILS(posix_fallocate, "nonzero result, eintr=retry, blocks", EBADF, EFBIG, EINTR, EINVAL,
      ENODEV, ENOSPC, EOPNOTSUPP, ESPIPE);
FAILS(posix_fallocate64, "nonzero result, eintr=retry, blocks", EBADF, EFBIG, EINTR, EINVAL,
      ENODEV, ENOSPC, EOPNOTSUPP, ESPIPE);
FAILS(posix_fadvise, "nonzero result", EBADF, EINVAL, ESPIPE);
FAILS(posix_fadvise64, "nonzero result", EBADF, EINVAL, ESPIPE);
FAILS(readahead, "-1 errno, blocks", EBADF, EINVAL);
FAILS(sync_file_range, "-1 errno, blocks", EBADF, EINVAL, EIO, ENOMEM, ENOSPC, ESPIPE);

/* Moving data between descriptors */
FAILS(splice, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EINVAL, ENOMEM, ESPIPE);
FAILS(tee, "-1 errno, eintr=retry, blocks", EAGAIN, EINVAL, ENOMEM);
FAILS(vmsplice, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EINVAL, ENOMEM);

/* File handles */
FAILS(name_to_handle_at, "-1 errno", EBADF, EFAULT, EINVAL, ELOOP, ENOENT, ENOTDIR, EOPNOTSUPP,
      EOVERFLOW);
FAILS(open_by_handle_at, "-1 errno", EBADF, EFAULT, EINVAL, ELOOP, EPERM, ESTALE);
