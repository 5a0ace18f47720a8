/* <unistd.h> */

/* Reading and writing */
FAILS(read, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EFAULT, EINTR, EINVAL, EIO, EISDIR);
MEANS(read, EAGAIN, "fd is non-blocking, and nothing can be read from it now");
MEANS(read, EBADF, "fd is not an open descriptor, or not open for reading");
MEANS(read, ECANCELED, "fd is a timerfd that watches its clock, and the clock was set by a jump");
MEANS(read, EFAULT, "buf can't be written to: it lies outside the memory of the process");
MEANS(read, EINTR, "a signal handler ran before anything was read");
MEANS(read, EINVAL,
      "fd can't be read, count is too small for its kind, or O_DIRECT wants another alignment");
MEANS(read, EIO, "the device failed, or a background process read from its terminal");
MEANS(read, EISDIR, "fd is a directory");
FAILS(write, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EDESTADDRREQ, EDQUOT, EFAULT, EFBIG,
      EINTR, EINVAL, EIO, ENOSPC, EPERM, EPIPE);
MEANS(write, EAGAIN, "fd is non-blocking, and nothing can be written to it now");
MEANS(write, EBADF, "fd is not an open descriptor, or not open for writing");
MEANS(write, EDESTADDRREQ, "fd is a datagram socket that is not connected to anybody");
MEANS(write, EDQUOT, "the user's quota on the file system is used up");
MEANS(write, EFAULT, "buf lies outside the memory of the process");
MEANS(write, EFBIG,
      "the file would grow beyond the limit on its size, or the offset is beyond it");
MEANS(write, EINTR, "a signal handler ran before anything was written");
MEANS(write, EINVAL,
      "fd can't be written, count does not suit its kind, or O_DIRECT wants another alignment");
MEANS(write, EIO, "the device failed, now or when an earlier write went to it");
MEANS(write, ENOSPC, "the device has no room left");
MEANS(write, EPERM, "a seal on the file forbids it");
MEANS(write, EPIPE, "nobody reads the other end of the pipe or socket");
FAILS(pread, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EFAULT, EINTR, EINVAL, EIO, EISDIR,
      ENXIO, EOVERFLOW, ESPIPE);
MEANS(pread, EAGAIN, "fd is non-blocking, and nothing can be read from it now");
MEANS(pread, EBADF, "fd is not an open descriptor, or not open for reading");
MEANS(pread, EFAULT, "buf can't be written to: it lies outside the memory of the process");
MEANS(pread, EINTR, "a signal handler ran before anything was read");
MEANS(pread, EINVAL, "offset is negative, fd can't be read, or O_DIRECT wants another alignment");
MEANS(pread, EIO, "the device failed");
MEANS(pread, EISDIR, "fd is a directory");
MEANS(pread, ENXIO, "offset is beyond the end of the device");
MEANS(pread, EOVERFLOW, "offset and count reach beyond the greatest offset");
MEANS(pread, ESPIPE, "fd is a pipe, socket or FIFO, which has no offsets");
FAILS(pread64, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EFAULT, EINTR, EINVAL, EIO,
      EISDIR, ENXIO, EOVERFLOW, ESPIPE);
MEANS(pread64, EAGAIN, "fd is non-blocking, and nothing can be read from it now");
MEANS(pread64, EBADF, "fd is not an open descriptor, or not open for reading");
MEANS(pread64, EFAULT, "buf can't be written to: it lies outside the memory of the process");
MEANS(pread64, EINTR, "a signal handler ran before anything was read");
MEANS(pread64, EINVAL,
      "offset is negative, fd can't be read, or O_DIRECT wants another alignment");
MEANS(pread64, EIO, "the device failed");
MEANS(pread64, EISDIR, "fd is a directory");
MEANS(pread64, ENXIO, "offset is beyond the end of the device");
MEANS(pread64, EOVERFLOW, "offset and count reach beyond the greatest offset");
MEANS(pread64, ESPIPE, "fd is a pipe, socket or FIFO, which has no offsets");
FAILS(pwrite, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EDESTADDRREQ, EDQUOT, EFAULT,
      EFBIG, EINTR, EINVAL, EIO, ENOSPC, ENXIO, EOVERFLOW, EPERM, EPIPE, ESPIPE);
MEANS(pwrite, EAGAIN, "fd is non-blocking, and nothing can be written to it now");
MEANS(pwrite, EBADF, "fd is not an open descriptor, or not open for writing");
MEANS(pwrite, EDESTADDRREQ, "fd is a datagram socket that is not connected to anybody");
MEANS(pwrite, EDQUOT, "the user's quota on the file system is used up");
MEANS(pwrite, EFAULT, "buf lies outside the memory of the process");
MEANS(pwrite, EFBIG, "the file would grow beyond the limit on its size, or offset is beyond it");
MEANS(pwrite, EINTR, "a signal handler ran before anything was written");
MEANS(pwrite, EINVAL,
      "offset is negative, fd can't be written, or O_DIRECT wants another alignment");
MEANS(pwrite, EIO, "the device failed, now or when an earlier write went to it");
MEANS(pwrite, ENOSPC, "the device has no room left");
MEANS(pwrite, ENXIO, "offset is beyond the end of the device");
MEANS(pwrite, EOVERFLOW, "offset and count reach beyond the greatest offset");
MEANS(pwrite, EPERM, "a seal on the file forbids it");
MEANS(pwrite, EPIPE, "nobody reads the other end");
MEANS(pwrite, ESPIPE, "fd is a pipe, socket or FIFO, which has no offsets");
FAILS(pwrite64, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EDESTADDRREQ, EDQUOT, EFAULT,
      EFBIG, EINTR, EINVAL, EIO, ENOSPC, ENXIO, EOVERFLOW, EPERM, EPIPE, ESPIPE);
MEANS(pwrite64, EAGAIN, "fd is non-blocking, and nothing can be written to it now");
MEANS(pwrite64, EBADF, "fd is not an open descriptor, or not open for writing");
MEANS(pwrite64, EDESTADDRREQ, "fd is a datagram socket that is not connected to anybody");
MEANS(pwrite64, EDQUOT, "the user's quota on the file system is used up");
MEANS(pwrite64, EFAULT, "buf lies outside the memory of the process");
MEANS(pwrite64, EFBIG,
      "the file would grow beyond the limit on its size, or offset is beyond it");
MEANS(pwrite64, EINTR, "a signal handler ran before anything was written");
MEANS(pwrite64, EINVAL,
      "offset is negative, fd can't be written, or O_DIRECT wants another alignment");
MEANS(pwrite64, EIO, "the device failed, now or when an earlier write went to it");
MEANS(pwrite64, ENOSPC, "the device has no room left");
MEANS(pwrite64, ENXIO, "offset is beyond the end of the device");
MEANS(pwrite64, EOVERFLOW, "offset and count reach beyond the greatest offset");
MEANS(pwrite64, EPERM, "a seal on the file forbids it");
MEANS(pwrite64, EPIPE, "nobody reads the other end");
MEANS(pwrite64, ESPIPE, "fd is a pipe, socket or FIFO, which has no offsets");
FAILS(lseek, "-1 errno", EBADF, EINVAL, ENXIO, EOVERFLOW, ESPIPE);
MEANS(lseek, EBADF, "fd is not an open descriptor");
MEANS(lseek, EINVAL,
      "whence is not known, or the offset would come out negative or beyond the device's end");
MEANS(lseek, ENXIO, "no data or no hole stands behind offset (SEEK_DATA, SEEK_HOLE)");
MEANS(lseek, EOVERFLOW, "the new offset does not fit in the result");
MEANS(lseek, ESPIPE, "fd is a pipe, socket or FIFO, which has no offsets");
FAILS(lseek64, "-1 errno", EBADF, EINVAL, ENXIO, EOVERFLOW, ESPIPE);
MEANS(lseek64, EBADF, "fd is not an open descriptor");
MEANS(lseek64, EINVAL,
      "whence is not known, or the offset would come out negative or beyond the device's end");
MEANS(lseek64, ENXIO, "no data or no hole stands behind offset (SEEK_DATA, SEEK_HOLE)");
MEANS(lseek64, EOVERFLOW, "the new offset does not fit in the result");
MEANS(lseek64, ESPIPE, "fd is a pipe, socket or FIFO, which has no offsets");
FAILS(copy_file_range, "-1 errno, eintr=retry, blocks", EBADF, EFBIG, EINVAL, EIO, EISDIR,
      ENOMEM, ENOSPC, EOPNOTSUPP, EOVERFLOW, EPERM, ETXTBSY, EXDEV);
FAILS(fsync, "-1 errno, eintr=retry, blocks", EBADF, EDQUOT, EINTR, EINVAL, EIO, ENOSPC, EROFS);
MEANS(fsync, EBADF, "fd is not an open descriptor");
MEANS(fsync, EDQUOT, "the user's quota is used up: data written before could not be stored");
MEANS(fsync, EINTR, "a signal handler ran before everything was stored");
MEANS(fsync, EINVAL, "fd is a pipe, socket or other file that can't be synchronised");
MEANS(fsync, EIO, "the device failed while data was stored, perhaps data that others wrote");
MEANS(fsync, ENOSPC, "the device is full: data written before could not be stored");
MEANS(fsync, EROFS, "fd is a file that can't be synchronised, on a read-only file system");
FAILS(fdatasync, "-1 errno, eintr=retry, blocks", EBADF, EDQUOT, EINTR, EINVAL, EIO, ENOSPC,
      EROFS);
MEANS(fdatasync, EBADF, "fd is not an open descriptor");
MEANS(fdatasync, EDQUOT, "the user's quota is used up: data written before could not be stored");
MEANS(fdatasync, EINTR, "a signal handler ran before everything was stored");
MEANS(fdatasync, EINVAL, "fd is a pipe, socket or other file that can't be synchronised");
MEANS(fdatasync, EIO, "the device failed while data was stored, perhaps data that others wrote");
MEANS(fdatasync, ENOSPC, "the device is full: data written before could not be stored");
MEANS(fdatasync, EROFS, "fd is a file that can't be synchronised, on a read-only file system");
NEVER_FAILS(sync);
FAILS(syncfs, "-1 errno, blocks", EBADF, EDQUOT, EIO, ENOSPC);
FAILS(ftruncate, "-1 errno, eintr=retry", EBADF, EFBIG, EINTR, EINVAL, EIO, EPERM, EROFS,
      ETXTBSY);
MEANS(ftruncate, EBADF, "fd is not an open descriptor");
MEANS(ftruncate, EFBIG, "length is greater than a file may be");
MEANS(ftruncate, EINTR, "a signal handler ran before it was done");
MEANS(ftruncate, EINVAL, "length is negative or too great, or fd is not a file open for writing");
MEANS(ftruncate, EIO, "the device failed");
MEANS(ftruncate, EPERM, "the file system can't make a file longer, or a seal forbids it");
MEANS(ftruncate, EROFS, "the file system is read-only");
MEANS(ftruncate, ETXTBSY, "the file is being executed");
FAILS(ftruncate64, "-1 errno, eintr=retry", EBADF, EFBIG, EINTR, EINVAL, EIO, EPERM, EROFS,
      ETXTBSY);
MEANS(ftruncate64, EBADF, "fd is not an open descriptor");
MEANS(ftruncate64, EFBIG, "length is greater than a file may be");
MEANS(ftruncate64, EINTR, "a signal handler ran before it was done");
MEANS(ftruncate64, EINVAL,
      "length is negative or too great, or fd is not a file open for writing");
MEANS(ftruncate64, EIO, "the device failed");
MEANS(ftruncate64, EPERM, "the file system can't make a file longer, or a seal forbids it");
MEANS(ftruncate64, EROFS, "the file system is read-only");
MEANS(ftruncate64, ETXTBSY, "the file is being executed");
FAILS(truncate, "-1 errno, eintr=retry", EACCES, EFAULT, EFBIG, EINTR, EINVAL, EIO, EISDIR,
      ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR, EPERM, EROFS, ETXTBSY);
FAILS(truncate64, "-1 errno, eintr=retry", EACCES, EFAULT, EFBIG, EINTR, EINVAL, EIO, EISDIR,
      ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR, EPERM, EROFS, ETXTBSY);

/* Descriptors; after EINTR what close and dup2 closed is closed, so they are not repeated. */
FAILS(close, "-1 errno, eintr=never, blocks", EBADF, EDQUOT, EINTR, EIO, ENOSPC);
MEANS(close, EBADF, "fd is not an open descriptor");
MEANS(close, EDQUOT,
      "the user's quota is used up: data written before could not be stored (fd is closed)");
MEANS(close, EINTR, "a signal handler ran; fd is closed all the same");
MEANS(close, EIO, "the device failed while storing data written before (fd is closed)");
MEANS(close, ENOSPC,
      "the device is full: data written before could not be stored (fd is closed)");
FAILS(close_range, "-1 errno", EINVAL, EMFILE, ENOMEM);
NEVER_FAILS(closefrom);
FAILS(dup, "-1 errno", EBADF, EMFILE);
MEANS(dup, EBADF, "oldfd is not an open descriptor");
MEANS(dup, EMFILE, "the process has as many open descriptors as it may");
FAILS(dup2, "-1 errno, eintr=never", EBADF, EBUSY, EINTR, EMFILE);
MEANS(dup2, EBADF,
      "oldfd is not an open descriptor, or newfd is no number that a descriptor may have");
MEANS(dup2, EBUSY, "another thread is opening newfd at this moment");
MEANS(dup2, EINTR, "a signal handler ran while newfd was closed");
MEANS(dup2, EMFILE, "the process has as many open descriptors as it may");
FAILS(dup3, "-1 errno, eintr=never", EBADF, EBUSY, EINTR, EINVAL, EMFILE);
MEANS(dup3, EBADF,
      "oldfd is not an open descriptor, or newfd is no number that a descriptor may have");
MEANS(dup3, EBUSY, "another thread is opening newfd at this moment");
MEANS(dup3, EINTR, "a signal handler ran while newfd was closed");
MEANS(dup3, EINVAL, "oldfd and newfd are the same, or flags holds a bit other than O_CLOEXEC");
MEANS(dup3, EMFILE, "the process has as many open descriptors as it may");
FAILS(pipe, "-1 errno", EFAULT, EMFILE, ENFILE);
MEANS(pipe, EFAULT, "pipefd lies outside the memory of the process");
MEANS(pipe, EMFILE, "the process has as many open descriptors as it may");
MEANS(pipe, ENFILE,
      "the system has as many open files, or the user as much pipe memory, as allowed");
FAILS(pipe2, "-1 errno", EFAULT, EINVAL, EMFILE, ENFILE, ENOPKG);
MEANS(pipe2, EFAULT, "pipefd lies outside the memory of the process");
MEANS(pipe2, EINVAL,
      "flags holds a bit other than O_CLOEXEC, O_DIRECT, O_NONBLOCK and O_NOTIFICATION_PIPE");
MEANS(pipe2, EMFILE, "the process has as many open descriptors as it may");
MEANS(pipe2, ENFILE,
      "the system has as many open files, or the user as much pipe memory, as allowed");
MEANS(pipe2, ENOPKG,
      "flags has O_NOTIFICATION_PIPE, but the kernel was built without watch queues");
FAILS(isatty, "0 errno", EBADF, ENOTTY);
MEANS(isatty, EBADF, "fd is not an open descriptor");
MEANS(isatty, ENOTTY, "fd is not a terminal");
FAILS(ttyname, "NULL errno", EBADF, ENODEV, ENOTTY);
FAILS(ttyname_r, "nonzero result", EBADF, ENODEV, ENOTTY, ERANGE);
FAILS(tcgetpgrp, "-1 errno", EBADF, ENOTTY);
FAILS(tcsetpgrp, "-1 errno", EBADF, EINVAL, ENOTTY, EPERM);
FAILS(vhangup, "-1 errno", EPERM);

/* Files and directories */
FAILS(access, "-1 errno", EACCES, EFAULT, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM,
      ENOTDIR, EPERM, EROFS, ETXTBSY);
MEANS(access, EACCES,
      "the file's permissions forbid this access, or a directory on the way forbids the search");
MEANS(access, EFAULT, "pathname lies outside the memory of the process");
MEANS(access, EINVAL, "mode holds a bit other than R_OK, W_OK and X_OK");
MEANS(access, EIO, "the device failed");
MEANS(access, ELOOP, "too many symbolic links on the way");
MEANS(access, ENAMETOOLONG, "pathname, or a name in it, is too long");
MEANS(access, ENOENT, "the file does not exist, or a symbolic link leads nowhere");
MEANS(access, ENOMEM, "the kernel has no memory for it");
MEANS(access, ENOTDIR, "a name on the way is not a directory");
MEANS(access, EPERM,
      "the file can't be changed by anybody (immutable flag), and mode asks to write");
MEANS(access, EROFS, "the file system is read-only, and mode asks to write");
MEANS(access, ETXTBSY, "the file is being executed, and mode asks to write");
FAILS(eaccess, "-1 errno", EACCES, EFAULT, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM,
      ENOTDIR, EPERM, EROFS, ETXTBSY);
FAILS(euidaccess, "-1 errno", EACCES, EFAULT, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM,
      ENOTDIR, EPERM, EROFS, ETXTBSY);
FAILS(faccessat, "-1 errno", EACCES, EBADF, EFAULT, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT,
      ENOMEM, ENOTDIR, EPERM, EROFS, ETXTBSY);
FAILS(chdir, "-1 errno", EACCES, EFAULT, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR);
MEANS(chdir, EACCES, "a directory on the way, or path itself, forbids the search");
MEANS(chdir, EFAULT, "path lies outside the memory of the process");
MEANS(chdir, EIO, "the device failed");
MEANS(chdir, ELOOP, "too many symbolic links on the way");
MEANS(chdir, ENAMETOOLONG, "path, or a name in it, is too long");
MEANS(chdir, ENOENT, "the directory does not exist");
MEANS(chdir, ENOMEM, "the kernel has no memory for it");
MEANS(chdir, ENOTDIR, "path, or a name on the way, is not a directory");
FAILS(fchdir, "-1 errno", EACCES, EBADF, ENOTDIR);
MEANS(fchdir, EACCES, "the directory forbids the search");
MEANS(fchdir, EBADF, "fd is not an open descriptor");
MEANS(fchdir, ENOTDIR, "fd is not a directory");
FAILS(chroot, "-1 errno", EACCES, EFAULT, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR,
      EPERM);
FAILS(getcwd, "NULL errno", EACCES, EFAULT, EINVAL, ENAMETOOLONG, ENOENT, ENOMEM, ERANGE);
MEANS(getcwd, EACCES, "a directory on the way up can't be read or searched");
MEANS(getcwd, EFAULT, "buf lies outside the memory of the process");
MEANS(getcwd, EINVAL, "size is 0 and buf is not NULL");
MEANS(getcwd, ENAMETOOLONG, "the path is longer than PATH_MAX");
MEANS(getcwd, ENOENT, "the current directory was removed");
MEANS(getcwd, ENOMEM, "there is not enough memory for the path");
MEANS(getcwd, ERANGE, "the path needs more than size bytes");
FAILS(getwd, "NULL errno", EACCES, EINVAL, ENAMETOOLONG, ENOENT, ENOMEM);
FAILS(get_current_dir_name, "NULL errno", EACCES, ENAMETOOLONG, ENOENT, ENOMEM);
FAILS(chown, "-1 errno", EACCES, EFAULT, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM,
      ENOTDIR, EPERM, EROFS);
FAILS(lchown, "-1 errno", EACCES, EFAULT, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM,
      ENOTDIR, EPERM, EROFS);
FAILS(fchown, "-1 errno", EBADF, EINVAL, EIO, EPERM, EROFS);
FAILS(fchownat, "-1 errno", EACCES, EBADF, EFAULT, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT,
      ENOMEM, ENOTDIR, EPERM, EROFS);
FAILS(link, "-1 errno", EACCES, EDQUOT, EEXIST, EFAULT, EIO, ELOOP, EMLINK, ENAMETOOLONG, ENOENT,
      ENOMEM, ENOSPC, ENOTDIR, EPERM, EROFS, EXDEV);
FAILS(linkat, "-1 errno", EACCES, EBADF, EDQUOT, EEXIST, EFAULT, EINVAL, EIO, ELOOP, EMLINK,
      ENAMETOOLONG, ENOENT, ENOMEM, ENOSPC, ENOTDIR, EPERM, EROFS, EXDEV);
FAILS(symlink, "-1 errno", EACCES, EDQUOT, EEXIST, EFAULT, EIO, ELOOP, ENAMETOOLONG, ENOENT,
      ENOMEM, ENOSPC, ENOTDIR, EPERM, EROFS);
FAILS(symlinkat, "-1 errno", EACCES, EBADF, EDQUOT, EEXIST, EFAULT, EIO, ELOOP, ENAMETOOLONG,
      ENOENT, ENOMEM, ENOSPC, ENOTDIR, EPERM, EROFS);
FAILS(readlink, "-1 errno", EACCES, EFAULT, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM,
      ENOTDIR);
FAILS(readlinkat, "-1 errno", EACCES, EBADF, EFAULT, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT,
      ENOMEM, ENOTDIR);
FAILS(unlink, "-1 errno", EACCES, EBUSY, EFAULT, EIO, EISDIR, ELOOP, ENAMETOOLONG, ENOENT,
      ENOMEM, ENOTDIR, EPERM, EROFS);
MEANS(unlink, EACCES,
      "the directory may not be written, or a directory on the way forbids the search");
MEANS(unlink, EBUSY, "the system or another process uses the file");
MEANS(unlink, EFAULT, "pathname lies outside the memory of the process");
MEANS(unlink, EIO, "the device failed");
MEANS(unlink, EISDIR, "pathname is a directory");
MEANS(unlink, ELOOP, "too many symbolic links on the way");
MEANS(unlink, ENAMETOOLONG, "pathname, or a name in it, is too long");
MEANS(unlink, ENOENT, "the file does not exist");
MEANS(unlink, ENOMEM, "the kernel has no memory for it");
MEANS(unlink, ENOTDIR, "a name on the way is not a directory");
MEANS(unlink, EPERM,
      "the file or its directory (sticky bit, immutable, append-only) lets the caller remove nothing");
MEANS(unlink, EROFS, "the file system is read-only");
FAILS(unlinkat, "-1 errno", EACCES, EBADF, EBUSY, EFAULT, EINVAL, EIO, EISDIR, ELOOP,
      ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR, ENOTEMPTY, EPERM, EROFS);
FAILS(rmdir, "-1 errno", EACCES, EBUSY, EFAULT, EINVAL, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM,
      ENOTDIR, ENOTEMPTY, EPERM, EROFS);
MEANS(rmdir, EACCES,
      "the parent directory may not be written, or a directory on the way forbids the search");
MEANS(rmdir, EBUSY,
      "the system uses the directory: something is mounted there, or it is somebody's root");
MEANS(rmdir, EFAULT, "pathname lies outside the memory of the process");
MEANS(rmdir, EINVAL, "pathname ends in a dot");
MEANS(rmdir, ELOOP, "too many symbolic links on the way");
MEANS(rmdir, ENAMETOOLONG, "pathname, or a name in it, is too long");
MEANS(rmdir, ENOENT, "the directory does not exist");
MEANS(rmdir, ENOMEM, "the kernel has no memory for it");
MEANS(rmdir, ENOTDIR, "pathname, or a name on the way, is not a directory");
MEANS(rmdir, ENOTEMPTY, "the directory still has entries");
MEANS(rmdir, EPERM, "the parent's sticky bit or the file system forbids it");
MEANS(rmdir, EROFS, "the file system is read-only");
FAILS(acct, "-1 errno", EACCES, EFAULT, EIO, EISDIR, ELOOP, ENAMETOOLONG, ENFILE, ENOENT, ENOMEM,
      ENOSYS, ENOTDIR, EPERM, EROFS, EUSERS);
FAILS(revoke, "-1 errno", ENOSYS);

/* Limits; -1 without a code means that there is no limit. */
FAILS(sysconf, "-1 errno, clear", EINVAL);
MEANS(sysconf, EINVAL, "name is not a limit that the library knows");
FAILS(pathconf, "-1 errno, clear", EACCES, EINVAL, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR);
FAILS(fpathconf, "-1 errno, clear", EBADF, EINVAL);
FAILS(confstr, "0 errno, clear", EINVAL);
MEANS(confstr, EINVAL, "name is not a text that the library knows");
NEVER_FAILS(getdtablesize);
NEVER_FAILS(getpagesize);

/* Processes */
FAILS(fork, "-1 errno", EAGAIN, ENOMEM, ENOSYS);
MEANS(fork, EAGAIN,
      "a limit on processes or threads is reached, or a scheduling policy forbids the fork");
MEANS(fork, ENOMEM,
      "the kernel has no memory for the process, or its process namespace has ended");
MEANS(fork, ENOSYS, "the system has no fork: it has no memory management unit");
FAILS(_Fork, "-1 errno", EAGAIN, ENOMEM, ENOSYS);
MEANS(_Fork, EAGAIN,
      "a limit on processes or threads is reached, or a scheduling policy forbids the fork");
MEANS(_Fork, ENOMEM,
      "the kernel has no memory for the process, or its process namespace has ended");
MEANS(_Fork, ENOSYS, "the system has no fork: it has no memory management unit");
FAILS(vfork, "-1 errno", EAGAIN, ENOMEM, ENOSYS);
FAILS(execve, "-1 errno", E2BIG, EACCES, EAGAIN, EFAULT, EINVAL, EIO, EISDIR, ELIBBAD, ELOOP,
      EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOEXEC, ENOMEM, ENOTDIR, EPERM, ETXTBSY);
MEANS(execve, E2BIG, "argv and envp together, or one text of them, are too long");
MEANS(execve, EACCES,
      "the file or its interpreter is not executable, not regular, or a directory forbids the search");
MEANS(execve, EAGAIN, "the user has more processes than allowed, after a change of user id");
MEANS(execve, EFAULT, "pathname, argv or envp points outside the memory of the process");
MEANS(execve, EINVAL, "the ELF file names more than one interpreter");
MEANS(execve, EIO, "the device failed");
MEANS(execve, EISDIR, "the ELF interpreter is a directory");
MEANS(execve, ELIBBAD, "the ELF interpreter is not in a format that can be run");
MEANS(execve, ELOOP,
      "too many symbolic links on the way, or interpreters that need interpreters");
MEANS(execve, EMFILE, "the process has as many open descriptors as it may");
MEANS(execve, ENAMETOOLONG, "pathname, or a name in it, is too long");
MEANS(execve, ENFILE, "the system has as many open files as it may");
MEANS(execve, ENOENT, "the file does not exist, or the interpreter that it names does not");
MEANS(execve, ENOEXEC,
      "the file is no program for this system: unknown format or other processor");
MEANS(execve, ENOMEM, "the kernel has no memory for it");
MEANS(execve, ENOTDIR, "a name on the way is not a directory");
MEANS(execve, EPERM,
      "set-user-id or capabilities of the file are not allowed here: no-suid mount, or traced");
MEANS(execve, ETXTBSY, "somebody has the file open for writing");
FAILS(execl, "-1 errno", E2BIG, EACCES, EAGAIN, EFAULT, EINVAL, EIO, EISDIR, ELIBBAD, ELOOP,
      EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOEXEC, ENOMEM, ENOTDIR, EPERM, ETXTBSY);
FAILS(execle, "-1 errno", E2BIG, EACCES, EAGAIN, EFAULT, EINVAL, EIO, EISDIR, ELIBBAD, ELOOP,
      EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOEXEC, ENOMEM, ENOTDIR, EPERM, ETXTBSY);
FAILS(execlp, "-1 errno", E2BIG, EACCES, EAGAIN, EFAULT, EINVAL, EIO, EISDIR, ELIBBAD, ELOOP,
      EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOEXEC, ENOMEM, ENOTDIR, EPERM, ETXTBSY);
FAILS(execv, "-1 errno", E2BIG, EACCES, EAGAIN, EFAULT, EINVAL, EIO, EISDIR, ELIBBAD, ELOOP,
      EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOEXEC, ENOMEM, ENOTDIR, EPERM, ETXTBSY);
FAILS(execvp, "-1 errno", E2BIG, EACCES, EAGAIN, EFAULT, EINVAL, EIO, EISDIR, ELIBBAD, ELOOP,
      EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOEXEC, ENOMEM, ENOTDIR, EPERM, ETXTBSY);
FAILS(execvpe, "-1 errno", E2BIG, EACCES, EAGAIN, EFAULT, EINVAL, EIO, EISDIR, ELIBBAD, ELOOP,
      EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOEXEC, ENOMEM, ENOTDIR, EPERM, ETXTBSY);
FAILS(execveat, "-1 errno", E2BIG, EACCES, EAGAIN, EBADF, EFAULT, EINVAL, EIO, EISDIR, ELIBBAD,
      ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOEXEC, ENOMEM, ENOTDIR, EPERM, ETXTBSY);
FAILS(fexecve, "-1 errno", E2BIG, EACCES, EAGAIN, EFAULT, EINVAL, EIO, EISDIR, ELIBBAD, EMFILE,
      ENFILE, ENOENT, ENOEXEC, ENOMEM, ENOSYS, EPERM, ETXTBSY);
NEVER_FAILS(_exit);
FAILS(daemon, "-1 errno", EAGAIN, ENODEV, ENOMEM, ENOSYS, EPERM);
FAILS(pause, "-1 errno, eintr=done, blocks", EINTR);
MEANS(pause, EINTR, "a signal handler ran: this is how pause ends");
NEVER_FAILS(alarm);
FAILS(ualarm, "-1 errno", EINTR, EINVAL);
/* What is left of the time is sleep's result; usleep does not tell. */
FAILS(sleep, "nonzero none, blocks");
FAILS(usleep, "-1 errno, eintr=timeout:1us, blocks", EINTR, EINVAL);
FAILS(nice, "-1 errno, clear", EPERM);
MEANS(nice, EPERM, "inc is negative, and the caller may not raise its priority");
FAILS(profil, "-1 errno");
FAILS(syscall, "-1 errno");

/* Memory */
FAILS(brk, "-1 errno", ENOMEM);
FAILS(sbrk, "-1 errno", ENOMEM);

/* Identities */
NEVER_FAILS(getpid);
NEVER_FAILS(getppid);
NEVER_FAILS(gettid);
NEVER_FAILS(getpgrp);
FAILS(getpgid, "-1 errno", EPERM, ESRCH);
FAILS(setpgid, "-1 errno", EACCES, EINVAL, EPERM, ESRCH);
MEANS(setpgid, EACCES, "the child pid has executed another program already");
MEANS(setpgid, EINVAL, "pgid is negative");
MEANS(setpgid, EPERM, "pid or pgid is in another session, or pid leads its session");
MEANS(setpgid, ESRCH, "pid is neither the calling process nor one of its children");
FAILS(setpgrp, "-1 errno", EPERM);
FAILS(getsid, "-1 errno", EPERM, ESRCH);
FAILS(setsid, "-1 errno", EPERM);
MEANS(setsid, EPERM, "the caller leads a process group already");
NEVER_FAILS(getuid);
NEVER_FAILS(geteuid);
NEVER_FAILS(getgid);
NEVER_FAILS(getegid);
FAILS(getresuid, "-1 errno", EFAULT);
FAILS(getresgid, "-1 errno", EFAULT);
FAILS(getgroups, "-1 errno", EFAULT, EINVAL);
NEVER_FAILS(group_member);
FAILS(setuid, "-1 errno", EAGAIN, EINVAL, EPERM);
MEANS(setuid, EAGAIN,
      "the kernel has no memory, or the new user has more processes than allowed");
MEANS(setuid, EINVAL, "uid is no user id in this user namespace");
MEANS(setuid, EPERM,
      "the caller lacks CAP_SETUID, and uid is neither its real nor its saved user id");
FAILS(setgid, "-1 errno", EINVAL, EPERM);
MEANS(setgid, EINVAL, "gid is no group id in this user namespace");
MEANS(setgid, EPERM,
      "the caller lacks CAP_SETGID, and gid is neither its real nor its saved group id");
FAILS(seteuid, "-1 errno", EINVAL, EPERM);
FAILS(setegid, "-1 errno", EINVAL, EPERM);
FAILS(setreuid, "-1 errno", EAGAIN, EINVAL, EPERM);
FAILS(setregid, "-1 errno", EAGAIN, EINVAL, EPERM);
FAILS(setresuid, "-1 errno", EAGAIN, EINVAL, EPERM);
FAILS(setresgid, "-1 errno", EAGAIN, EINVAL, EPERM);
FAILS(getlogin, "NULL errno", EMFILE, ENFILE, ENOENT, ENOMEM, ENOTTY, ENXIO);
FAILS(getlogin_r, "nonzero result", EMFILE, ENFILE, ENOENT, ENOMEM, ENOTTY, ENXIO, ERANGE);
FAILS(setlogin, "-1 errno", ENOSYS);
/* NULL ends the list of shells; ttyslot's 0 is "no such terminal". */
NEVER_FAILS(getusershell);
NEVER_FAILS(setusershell);
NEVER_FAILS(endusershell);
FAILS(ttyslot, "0 none");

/* The host */
FAILS(gethostname, "-1 errno", EFAULT, EINVAL, ENAMETOOLONG);
MEANS(gethostname, EFAULT, "name lies outside the memory of the process");
MEANS(gethostname, EINVAL, "len is negative");
MEANS(gethostname, ENAMETOOLONG, "the host's name needs more than len bytes");
FAILS(sethostname, "-1 errno", EFAULT, EINVAL, EPERM);
FAILS(getdomainname, "-1 errno", EFAULT, EINVAL);
FAILS(setdomainname, "-1 errno", EFAULT, EINVAL, EPERM);
NEVER_FAILS(gethostid);
FAILS(sethostid, "-1 errno", EACCES, EPERM);

/* Others; getopt's failure is '?' (63). */
FAILS(getopt, "63 none");
FAILS(getpass, "NULL errno, blocks", ENXIO);
FAILS(getentropy, "-1 errno, blocks", EFAULT, EIO, ENOSYS);
MEANS(getentropy, EFAULT, "buffer lies outside the memory of the process");
MEANS(getentropy, EIO, "length is greater than 256, or the kernel failed to deliver");
MEANS(getentropy, ENOSYS, "the kernel has no getrandom");
/* A failure may answer NULL or a text that is no hash, so errno alone tells. */
FAILS(crypt, "any errno, clear", EINVAL, ENOSYS, EPERM);
NEVER_FAILS(swab);
