/*
 * What many functions have in common: the codes that go with a path, a descriptor or a pointer,
 * and the texts of codes that mean the same wherever they come from. `$` is who is to blame.
 */
EACH_MEANS(EDQUOT, "the user's quota on the file system is used up")
EACH_MEANS(EINTR, "a signal handler ran while the call waited")
EACH_MEANS(EIO, "the device or the file system failed")
EACH_MEANS(EMFILE, "the process has as many open descriptors as it may")
EACH_MEANS(ENFILE, "the system has as many open files as it may")
EACH_MEANS(ENOMEM, "no memory is left for it")
EACH_MEANS(ENOSPC, "the file system has no room left")
EACH_MEANS(ENOSYS, "the kernel was built without it, or is too old to have it")
EACH_MEANS(EROFS, "the file system is mounted read-only")

/* A descriptor: any, or one that is read from or written to. */
GROUP(fd, EBADF, "$ is not an open descriptor")
GROUP(readable, EBADF, "$ is not a descriptor that is open for reading")
GROUP(writable, EBADF, "$ is not a descriptor that is open for writing")
GROUP(at, EBADF, "$ is neither AT_FDCWD nor an open descriptor, and the path is relative")
GROUP(socket, EBADF, "$ is not an open descriptor")
GROUP(socket, ENOTSOCK, "$ is a descriptor, but not of a socket")

/* What a pointer leads to. */
GROUP(memory, EFAULT, "$ lies outside the memory of the process")

/* Something that has to exist at the end of a path. */
GROUP(path, EACCES, "a directory on the way to $ may not be searched")
GROUP(path, EFAULT, "$ lies outside the memory of the process")
GROUP(path, ELOOP, "there are too many symbolic links on the way to $")
GROUP(path, ENAMETOOLONG, "$, or a name in it, is too long")
GROUP(path, ENOENT, "what $ names does not exist, or $ is empty")
GROUP(path, ENOTDIR, "a name on the way to $ is not that of a directory")

/* Fails as the other does, from which a va_list tells it apart. */
#define TAKES_VA_LIST(fn, other)                                                         \
    LIKE(fn, other);                                                                     \
    REFUSE(fn, "takes a va_list, which only C code can make; call " #other)
