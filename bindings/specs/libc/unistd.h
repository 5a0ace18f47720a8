/* <unistd.h> and <getopt.h>; lockf stands with <fcntl.h>, acct with <sys/acct.h>, and process.h
 * has the groups execargs, execfile and anyprocess. */

/* A path that may be relative to a descriptor: `relative(fd), path(name)`. */
GROUP(relative, EBADF, "$ is neither AT_FDCWD nor an open descriptor, and the path is relative")
GROUP(relative, ENOTDIR, "a name on the way, or $ where the path is relative, is not a directory")
/* A path that the library itself reads: a bad pointer is no EFAULT but the end of the process. */
GROUP(readpath, EACCES, "a directory on the way to $ may not be searched")
GROUP(readpath, ELOOP, "there are too many symbolic links on the way to $")
GROUP(readpath, ENAMETOOLONG, "$, or a name in it, is too long")
GROUP(readpath, ENOENT, "what $ names does not exist, or $ is empty")
GROUP(readpath, ENOTDIR, "a name on the way to $ is not that of a directory")
/* A name that comes or goes: its directory changes, so `path(name)` stands behind. */
GROUP(dirchange, EACCES,
      "the directory of $ may not be written, or one on the way may not be searched")
GROUP(newentry, EEXIST, "there is something with the name $ already")

/* Reading and writing */
GROUP(hasoffsets, ESPIPE, "$ is a pipe, socket or FIFO, which has no offsets")
GROUP(readfrom, EAGAIN, "$ is non-blocking, and nothing can be read from it now")
GROUP(readfrom, EINTR, "a signal handler ran before anything was read")
GROUP(readfrom, EISDIR, "$ is a directory")
GROUP(writeto, EAGAIN, "$ is non-blocking, and nothing can be written to it now")
GROUP(writeto, EDESTADDRREQ, "$ is a datagram socket that is not connected to anybody")
GROUP(writeto, EFBIG,
      "the offset is beyond the limit on a file's size, or writing would go beyond")
GROUP(writeto, EINTR, "a signal handler ran before anything was written")
GROUP(writeto, EIO, "the device failed, now or when an earlier write went to it")
GROUP(writeto, EPERM, "a seal on the file forbids it")
GROUP(writeto, EPIPE, "nobody reads the other end of the pipe or socket")
GROUP(writtenback, EDQUOT,
      "the user's quota is used up: data written to $ before could not be stored")
GROUP(writtenback, EIO,
      "the device failed while data written before, perhaps not to $, was stored")
GROUP(writtenback, ENOSPC, "the device is full: data written to $ before could not be stored")
GROUP(syncable, EINTR, "a signal handler ran before everything was stored")
GROUP(syncable, EINVAL, "$ is a pipe, socket or other file that can't be synchronised")
GROUP(syncable, EROFS, "$ can't be synchronised, and is on a read-only file system")
GROUP(deviceend, ENXIO, "offset is beyond the end of the device")
GROUP(deviceend, EOVERFLOW,
      "fd is memory (/dev/mem), and offset and $ reach beyond its last address")
FAILS(read, "-1 errno, eintr=retry, blocks", EINVAL, EIO, memory(buf), readable(fd),
      readfrom(fd));
MEANS(read, ECANCELED, "fd is a timerfd that watches its clock, and the clock was set by a jump");
MEANS(read, EINVAL,
      "fd can't be read, nbytes is too small for its kind, or O_DIRECT wants another alignment");
MEANS(read, EIO, "the device failed, or a background process read from its terminal");
FAILS(pread, "-1 errno, eintr=retry, blocks", EINVAL, EIO, memory(buf), deviceend(nbytes),
      readable(fd), readfrom(fd), hasoffsets(fd));
MEANS(pread, EINVAL,
      "offset is negative or too great, fd can't be read, or O_DIRECT wants another alignment");
LIKE(pread64, pread);
FAILS(write, "-1 errno, eintr=retry, blocks", EDQUOT, EINVAL, ENOSPC, memory(buf), writable(fd),
      writeto(fd));
MEANS(write, EINVAL,
      "fd can't be written, n does not suit its kind, or O_DIRECT wants another alignment");
FAILS(pwrite, "-1 errno, eintr=retry, blocks", EDQUOT, EINVAL, ENOSPC, memory(buf), deviceend(n),
      hasoffsets(fd), writable(fd), writeto(fd));
MEANS(pwrite, EINVAL,
      "offset is negative or too great, fd can't be written, or O_DIRECT wants another alignment");
LIKE(pwrite64, pwrite);
FAILS(lseek, "-1 errno, blocks", EINVAL, ENXIO, EOVERFLOW, fd(fd), hasoffsets(fd));
MEANS(lseek, EINVAL,
      "whence is not known, or the offset would come out negative or greater than fd can have");
MEANS(lseek, ENXIO,
      "offset is not before the end (SEEK_DATA, SEEK_HOLE), or no data follows it (SEEK_DATA)");
MEANS(lseek, EOVERFLOW, "the new offset does not fit in the result");
LIKE(lseek64, lseek);
FAILS(copy_file_range, "-1 errno, eintr=retry, blocks", EBADF, EFBIG, EINVAL, EIO, EISDIR, ENOMEM,
      ENOSPC, EOPNOTSUPP, EOVERFLOW, EPERM, ETXTBSY, EXDEV);
MEANS(copy_file_range, EBADF,
      "infd is not open for reading, or outfd is not open for writing or opened with O_APPEND");
MEANS(copy_file_range, EFAULT, "pinoff or poutoff lies outside the memory of the process");
MEANS(copy_file_range, EFBIG, "outfd would grow beyond the limit on a file's size");
MEANS(copy_file_range, EINVAL,
      "flags is not 0, infd or outfd is not a regular file, or the ranges overlap in one file");
MEANS(copy_file_range, EISDIR, "infd or outfd is a directory");
MEANS(copy_file_range, EOPNOTSUPP, "the file system can't copy ranges");
MEANS(copy_file_range, EOVERFLOW, "an offset and length together are greater than any offset");
MEANS(copy_file_range, EPERM, "outfd is a file that nobody may change (immutable flag)");
MEANS(copy_file_range, ETXTBSY, "infd or outfd is a swap file in use");
MEANS(copy_file_range, EXDEV,
      "infd and outfd are on file systems that can't copy to one another");
FAILS(fsync, "-1 errno, eintr=retry, blocks", fd(fd), writtenback(fd), syncable(fd));
FAILS(fdatasync, "-1 errno, eintr=retry, blocks", fd(fildes), writtenback(fildes),
      syncable(fildes));
FAILS(sync, "never, blocks");
FAILS(syncfs, "-1 errno, blocks", fd(fd), writtenback(fd));
GROUP(newlength, EFBIG, "length is greater than a file may be")
GROUP(newlength, EINTR, "a signal handler ran before it was done")
GROUP(newlength, EINVAL, "length is negative, or $ is not a regular file")
GROUP(newlength, EPERM,
      "the file system can't make a file longer, or a seal or flag forbids the change")
GROUP(newlength, ETXTBSY, "the file is being executed")
FAILS(ftruncate, "-1 errno, eintr=retry, blocks", EIO, EROFS, fd(fd), newlength(fd));
MEANS(ftruncate, EINVAL,
      "length is negative, or fd is not open for writing or not a regular file");
FAILS(truncate, "-1 errno, eintr=retry, blocks", EIO, EISDIR, EROFS, newlength(file), path(file));
MEANS(truncate, EACCES,
      "the file may not be written, or a directory on the way may not be searched");
MEANS(truncate, EISDIR, "file is a directory");
LIKE(ftruncate64, ftruncate);
LIKE(truncate64, truncate);

/* Descriptors; after EINTR what close and dup2 closed is closed, so they are not repeated. */
GROUP(dupto, EBADF, "fd is not an open descriptor, or $ is no number that one may have")
GROUP(dupto, EBUSY, "another thread is opening $ at this moment")
GROUP(dupto, EINTR, "a signal handler ran while $ was closed")
GROUP(aterminal, ENOTTY, "$ is not a terminal")
GROUP(namelesstty, ENODEV,
      "$ is a terminal without a name here: it is of another mount namespace")
GROUP(controlling, ENOTTY, "$ is not the controlling terminal of the process")
GROUP(newpipe, EFAULT, "$ lies outside the memory of the process")
GROUP(newpipe, ENFILE,
      "the system has as many open files, or the user as much pipe memory, as allowed")
FAILS(close, "-1 errno, eintr=never, blocks", EINTR, fd(fd), writtenback(fd));
MEANS(close, EINTR, "a signal handler ran; fd is closed all the same");
#ifndef __GLIBC__
LIKE(posix_close, close);
NEVER_FAILS(issetugid);
#endif
FAILS(close_range, "-1 errno", EINVAL, EMFILE, ENOMEM);
MEANS(close_range, EINVAL,
      "fd is greater than max_fd, or flags has a bit that is no CLOSE_RANGE_ constant");
MEANS(close_range, EMFILE,
      "with CLOSE_RANGE_UNSHARE more descriptors are open than /proc/sys/fs/nr_open allows now");
NEVER_FAILS(closefrom);
FAILS(dup, "-1 errno", EMFILE, fd(fd));
FAILS(dup2, "-1 errno, eintr=never, blocks", EMFILE, dupto(fd2));
FAILS(dup3, "-1 errno, eintr=never, blocks", EINVAL, EMFILE, dupto(fd2));
MEANS(dup3, EINVAL, "fd and fd2 are the same, or flags holds a bit other than O_CLOEXEC");
FAILS(pipe, "-1 errno", EMFILE, newpipe(pipedes));
FAILS(pipe2, "-1 errno", EINVAL, EMFILE, ENOPKG, newpipe(pipedes));
MEANS(pipe2, EINVAL,
      "flags holds a bit other than O_CLOEXEC, O_DIRECT, O_NONBLOCK and O_NOTIFICATION_PIPE");
MEANS(pipe2, ENOPKG,
      "flags has O_NOTIFICATION_PIPE, but the kernel was built without watch queues");
FAILS(isatty, "0 errno", fd(fd), aterminal(fd));
FAILS(ttyname, "NULL errno", fd(fd), namelesstty(fd), aterminal(fd));
FAILS(ttyname_r, "nonzero result", ERANGE, fd(fd), namelesstty(fd), aterminal(fd));
MEANS(ttyname_r, ERANGE, "the name needs more than buflen bytes");
FAILS(tcgetpgrp, "-1 errno", fd(fd), controlling(fd));
FAILS(tcsetpgrp, "-1 errno", EINVAL, EPERM, fd(fd), controlling(fd));
MEANS(tcsetpgrp, EINVAL, "pgrp_id is negative");
MEANS(tcsetpgrp, EPERM, "the process group pgrp_id is in another session");
MEANS(tcsetpgrp, ESRCH, "there is no process group pgrp_id");
FAILS(vhangup, "-1 errno", EPERM);
MEANS(vhangup, EPERM, "the caller lacks CAP_SYS_TTY_CONFIG");

/* Files and directories */
GROUP(accessto, EACCES,
      "the file's permissions forbid it, or a directory on the way may not be searched")
GROUP(accessto, EPERM, "nobody may change the file (immutable flag), and $ asks to write")
GROUP(accessto, EROFS, "the file system is read-only, and $ asks to write")
GROUP(accessto, ETXTBSY, "the file is being executed, and $ asks to write")
GROUP(searchdir, EACCES, "$, or a directory on the way, may not be searched")
GROUP(searchdir, ENOTDIR, "$, or a name on the way, is not a directory")
GROUP(workdir, EACCES, "a directory on the way up can't be read or searched")
GROUP(workdir, ENOENT, "the current directory was removed, or lies outside the root directory")
GROUP(workdir, ENOMEM, "no memory is left for $")
GROUP(newowner, EINVAL, "$ is not valid in this user namespace")
GROUP(newowner, EPERM,
      "the caller may not change the owner or group so, or nobody may (immutable)")
FAILS(access, "-1 errno, blocks", EINVAL, EIO, ENOMEM, accessto(type), path(name));
MEANS(access, EINVAL, "type holds a bit other than R_OK, W_OK and X_OK");
FAILS(faccessat, "-1 errno, blocks", EINVAL, EIO, ENOMEM, relative(fd), accessto(type), path(file));
MEANS(faccessat, EINVAL, "type or flag holds a bit that is not known");
#ifdef __GLIBC__ /* asks stat and judges by itself */
FAILS(euidaccess, "-1 errno, blocks", EIO, ENOMEM, path(name));
MEANS(euidaccess, EACCES,
      "the file's permissions forbid it, or a directory on the way may not be searched");
#else
LIKE(euidaccess, access);
#endif
LIKE(eaccess, euidaccess);
FAILS(chdir, "-1 errno, blocks", EIO, ENOMEM, searchdir(path), path(path));
FAILS(fchdir, "-1 errno, blocks", searchdir(fd), fd(fd));
MEANS(fchdir, EACCES, "the directory may not be searched");
MEANS(fchdir, ENOTDIR, "fd is not a directory");
FAILS(chroot, "-1 errno, blocks", EIO, ENOMEM, EPERM, searchdir(path), path(path));
MEANS(chroot, EPERM, "the caller lacks CAP_SYS_CHROOT");
FAILS(getcwd, "NULL errno, blocks", EINVAL, ERANGE, memory(buf), workdir(the path));
MEANS(getcwd, EINVAL, "size is 0 and buf is not NULL");
MEANS(getcwd, ERANGE, "the path needs more than size bytes");
#ifndef __GLIBC__
MEANS(getcwd, ENAMETOOLONG, "the path needs more than PATH_MAX bytes");
#endif
FAILS(getwd, "NULL errno, blocks", EINVAL, ERANGE, workdir(the path));
REFUSE(getwd, "writes a path of any length; call getcwd");
MEANS(getwd, EINVAL, "buf is NULL");
MEANS(getwd, ERANGE, "the path needs more than PATH_MAX bytes");
FAILS(get_current_dir_name, "NULL errno, blocks", workdir(the path));
FAILS(chown, "-1 errno, blocks", EIO, ENOMEM, EROFS, newowner(owner or group), path(file));
LIKE(lchown, chown);
FAILS(fchown, "-1 errno, blocks", EIO, EROFS, fd(fd), newowner(owner or group));
MEANS(fchown, ENOTSUP, "fd is of the kernel's own making, such as an epoll instance or a pidfd");
FAILS(fchownat, "-1 errno, blocks", EIO, ENOMEM, EROFS, relative(fd), newowner(owner or group),
      path(file));
MEANS(fchownat, EINVAL,
      "flag has a bit other than AT_EMPTY_PATH and AT_SYMLINK_NOFOLLOW, or an id is not valid here");
GROUP(hardlink, EMLINK, "what $ names has as many names as the file system allows")
GROUP(hardlink, ENOENT, "what $ names or the directory of to does not exist, or a path is empty")
GROUP(hardlink, EPERM,
      "$ is a directory, may not be linked to, or the file system has no hard links")
GROUP(hardlink, EXDEV, "$ and to are on different mounted file systems")
GROUP(softlink, EFAULT, "$ or to lies outside the memory of the process")
GROUP(softlink, ENAMETOOLONG, "$ or to, or a name in to, is too long")
GROUP(softlink, ENOENT, "the directory of to does not exist, or $ or to is empty")
GROUP(softlink, EPERM, "the file system has no symbolic links")
FAILS(link, "-1 errno, blocks", EDQUOT, EIO, ENOMEM, ENOSPC, EROFS, hardlink(from), dirchange(to),
      newentry(to), path(from or to));
FAILS(linkat, "-1 errno, blocks", EDQUOT, EINVAL, EIO, ENOMEM, ENOSPC, EROFS,
      relative(fromfd or tofd), hardlink(from), dirchange(to), newentry(to), path(from or to));
MEANS(linkat, EINVAL, "flags has a bit other than AT_EMPTY_PATH and AT_SYMLINK_FOLLOW");
MEANS(linkat, ENOENT,
      "what from names or to's directory does not exist, or one is empty and AT_EMPTY_PATH not allowed");
FAILS(symlink, "-1 errno, blocks", EDQUOT, EIO, ENOMEM, ENOSPC, EROFS, dirchange(to), newentry(to),
      softlink(from), path(to));
FAILS(symlinkat, "-1 errno, blocks", EDQUOT, EIO, ENOMEM, ENOSPC, EROFS, relative(tofd),
      dirchange(to), newentry(to), softlink(from), path(to));
FAILS(readlink, "-1 errno, blocks", EINVAL, EIO, ENOMEM, memory(path or buf), path(path));
MEANS(readlink, EINVAL, "path is not a symbolic link, or len is 0 or greater than INT_MAX");
FAILS(readlinkat, "-1 errno, blocks", EINVAL, EIO, ENOMEM, relative(fd), memory(path or buf),
      path(path));
MEANS(readlinkat, EINVAL, "path is not a symbolic link, or len is 0 or greater than INT_MAX");
GROUP(removable, EBUSY, "the system uses $ itself: as a mount point or root, for instance")
GROUP(removable, EPERM,
      "a sticky bit, a flag (immutable, append-only) or the file system forbids it")
FAILS(unlink, "-1 errno, blocks", EIO, EISDIR, ENOMEM, EROFS, dirchange(name), removable(name),
      path(name));
MEANS(unlink, EISDIR, "name is a directory");
FAILS(unlinkat, "-1 errno, blocks", EINVAL, EIO, EISDIR, ENOMEM, ENOTEMPTY, EROFS, dirchange(name),
      relative(fd), removable(name), path(name));
MEANS(unlinkat, EINVAL,
      "flag has a bit other than AT_REMOVEDIR, or with that name ends in a dot");
MEANS(unlinkat, EISDIR, "name is a directory, and flag is without AT_REMOVEDIR");
MEANS(unlinkat, ENOTDIR,
      "fd or a name on the way is not a directory, or name is none and flag has AT_REMOVEDIR");
MEANS(unlinkat, ENOTEMPTY, "the directory still has entries");
FAILS(rmdir, "-1 errno, blocks", EINVAL, ENOMEM, ENOTDIR, ENOTEMPTY, EROFS, dirchange(path),
      removable(path), path(path));
MEANS(rmdir, EINVAL, "path ends in a dot");
MEANS(rmdir, ENOTDIR, "path, or a name on the way, is not a directory");
MEANS(rmdir, ENOTEMPTY, "the directory still has entries");
FAILS(revoke, "-1 errno", ENOSYS);
MEANS(revoke, ENOSYS, "the library has revoke in name only: no kernel offers it");

/* Limits; -1 or 0 without a code means that there is no limit or text. */
FAILS(sysconf, "-1 errno, clear", EINVAL);
MEANS(sysconf, EINVAL, "name is not a limit that the library knows");
#ifdef __GLIBC__
FAILS(pathconf, "-1 errno, clear, blocks", EINVAL, readpath(path));
MEANS(pathconf, EINVAL, "name is not a limit that the library knows, or path can't have it");
FAILS(fpathconf, "-1 errno, clear, blocks", EINVAL, fd(fd));
MEANS(fpathconf, EINVAL, "name is not a limit that the library knows, or fd can't have it");
#else /* looks at neither */
LIKE(pathconf, sysconf);
LIKE(fpathconf, sysconf);
#endif
FAILS(confstr, "0 errno, clear", EINVAL);
MEANS(confstr, EINVAL, "name is not a text that the library knows");
NEVER_FAILS(getdtablesize);
NEVER_FAILS(getpagesize);
LIKE(__getpagesize, getpagesize);

/* Processes */
FAILS(fork, "-1 errno", EAGAIN, ENOMEM, ENOSYS);
MEANS(fork, EAGAIN,
      "a limit on processes or threads is reached, or a scheduling policy forbids the fork");
MEANS(fork, ENOMEM,
      "the kernel has no memory for the process, or its process namespace has ended");
MEANS(fork, ENOSYS, "the system has no fork: it has no memory management unit");
LIKE(_Fork, fork);
LIKE(vfork, fork);
RETURNS_TWICE(vfork);
REFUSE(vfork, "the child runs on its parent's stack and ruins it; call posix_spawn or fork");
FAILS(execve, "-1 errno", execargs(path or argv or envp), execfile(path));
FAILS(execv, "-1 errno", execargs(path or argv), execfile(path));
FAILS(execl, "-1 errno", execargs(path or an argument), execfile(path));
FAILS(execle, "-1 errno", execargs(path or an argument), execfile(path));
FAILS(execvp, "-1 errno", execargs(argv), execfile(file));
FAILS(execvpe, "-1 errno", execargs(argv or envp), execfile(file));
FAILS(execlp, "-1 errno", execargs(an argument), execfile(file));
FAILS(execveat, "-1 errno", execargs(path or argv or envp), relative(fd), execfile(path));
MEANS(execveat, EINVAL,
      "flags holds an unknown bit, or path is an ELF file with two interpreters");
MEANS(execveat, ELOOP,
      "too many symbolic links, or path is one and flags has AT_SYMLINK_NOFOLLOW");
MEANS(execveat, ENOENT,
      "path or its interpreter is not there, or a script's fd has close-on-exec");
FAILS(fexecve, "-1 errno", ENOSYS, execargs(argv or envp), fd(fd), execfile(fd));
MEANS(fexecve, EINVAL, "fd is negative, argv or envp is NULL, or the file has two interpreters");
MEANS(fexecve, ENAMETOOLONG, "the name of the interpreter is too long");
MEANS(fexecve, ENOTDIR, "a name on the way to the interpreter is not that of a directory");
MEANS(fexecve, ENOENT, "fd is a script and has close-on-exec, or the interpreter is not there");
MEANS(fexecve, ENOSYS, "the kernel has no execveat, and /proc is not there either");
NEVER_FAILS(_exit);
/* Ends the caller and goes on in a child, which alone sees what goes wrong behind the fork. */
FAILS(daemon, "-1 errno", EAGAIN, EMFILE, ENFILE, ENODEV, ENOENT, ENOMEM, ENOSYS, EPERM);
MEANS(daemon, EAGAIN, "a limit on processes or threads is reached");
MEANS(daemon, ENODEV, "/dev/null is not the device that it should be");
MEANS(daemon, ENOENT, "there is no /dev/null");
MEANS(daemon, ENOSYS, "the system has no fork: it has no memory management unit");
MEANS(daemon, EPERM, "the child could not begin a session");
FAILS(pause, "-1 errno, eintr=done, blocks", EINTR);
MEANS(pause, EINTR, "a signal handler ran: this is how pause ends");
NEVER_FAILS(alarm);
FAILS(ualarm, "-1 errno", EINVAL);
MEANS(ualarm, EINVAL, "value or interval is not less than 1000000");
/* sleep answers with the whole seconds that were left, and EINTR, though no page tells. */
FAILS(sleep, "nonzero errno, eintr=timeout:1s, blocks", EINTR);
FAILS(usleep, "-1 errno, eintr=timeout:1us, blocks", EINTR);
FAILS(nice, "-1 errno, clear", EPERM);
MEANS(nice, EPERM, "inc is negative, and the caller may not raise its priority");
FAILS(profil, "-1 errno");
FAILS(syscall, "-1 errno, blocks", ENOSYS);
MEANS(syscall, ENOSYS, "sysno is no system call of this kernel");

/* Memory */
FAILS(brk, "-1 errno", ENOMEM);
REFUSE(brk, "moves the end of the memory that malloc hands out; call malloc or mmap");
FAILS(sbrk, "-1 errno", ENOMEM);
REFUSE(sbrk, "moves the end of the memory that malloc hands out; call malloc or mmap");

/* Identities */
NEVER_FAILS(getpid);
NEVER_FAILS(getppid);
NEVER_FAILS(gettid);
NEVER_FAILS(getpgrp);
FAILS(getpgid, "-1 errno", EPERM, anyprocess(pid));
MEANS(getpgid, EPERM, "pid is in another session, and the system tells nothing of it");
LIKE(__getpgid, getpgid);
FAILS(setpgid, "-1 errno", EACCES, EINVAL, EPERM, ESRCH);
MEANS(setpgid, EACCES, "the child pid has executed another program already");
MEANS(setpgid, EINVAL, "pgid is negative");
MEANS(setpgid, EPERM, "pid or pgid is in another session, or pid leads its session");
MEANS(setpgid, ESRCH, "pid is neither the calling process nor one of its children");
FAILS(setpgrp, "-1 errno", EPERM);
MEANS(setpgrp, EPERM, "the caller leads its session");
FAILS(getsid, "-1 errno", EPERM, anyprocess(pid));
MEANS(getsid, EPERM, "pid is in another session, and the system tells nothing of it");
FAILS(setsid, "-1 errno", EPERM);
MEANS(setsid, EPERM, "the caller leads a process group already");
NEVER_FAILS(getuid);
NEVER_FAILS(geteuid);
NEVER_FAILS(getgid);
NEVER_FAILS(getegid);
FAILS(getresuid, "-1 errno", memory(ruid or euid or suid));
FAILS(getresgid, "-1 errno", memory(rgid or egid or sgid));
FAILS(getgroups, "-1 errno", EINVAL, memory(list));
MEANS(getgroups, EINVAL, "size is negative, or not 0 and less than the number of groups");
NEVER_FAILS(group_member);
GROUP(userid, EINVAL, "$ is no user id in this user namespace")
GROUP(userid, EPERM,
      "the caller lacks CAP_SETUID, and $ is none of the user ids that it may take")
GROUP(realid, EAGAIN, "the kernel has no memory, or the user $ has more processes than allowed")
GROUP(groupid, EINVAL, "$ is no group id in this user namespace")
GROUP(groupid, EPERM,
      "the caller lacks CAP_SETGID, and $ is none of the group ids that it may take")
FAILS(setuid, "-1 errno", realid(uid), userid(uid));
MEANS(setuid, EPERM,
      "the caller lacks CAP_SETUID, and uid is neither its real nor its saved user id");
FAILS(setgid, "-1 errno", groupid(gid));
MEANS(setgid, EPERM,
      "the caller lacks CAP_SETGID, and gid is neither its real nor its saved group id");
FAILS(seteuid, "-1 errno", userid(uid));
FAILS(setegid, "-1 errno", groupid(gid));
FAILS(setreuid, "-1 errno", realid(ruid), userid(ruid or euid));
FAILS(setregid, "-1 errno", groupid(rgid or egid));
FAILS(setresuid, "-1 errno", realid(ruid), userid(ruid or euid or suid));
FAILS(setresgid, "-1 errno", groupid(rgid or egid or sgid));
#ifdef __GLIBC__
GROUP(loggedin, ENOENT, "utmp tells of nobody who is logged in on the terminal")
GROUP(loggedin, ENOTTY, "$ is not a terminal")
GROUP(loggedin, ENXIO, "the process belongs to no login, or has no controlling terminal")
FAILS(getlogin, "NULL errno, blocks", EMFILE, ENFILE, ENOMEM, loggedin(standard input));
FAILS(getlogin_r, "nonzero result, blocks", EMFILE, ENFILE, ENOMEM, ERANGE,
      loggedin(standard input));
#else /* looks at the variable LOGNAME alone */
FAILS(getlogin, "NULL none");
FAILS(getlogin_r, "nonzero result", ENXIO, ERANGE);
MEANS(getlogin_r, ENXIO, "the environment has no variable LOGNAME");
#endif
MEANS(getlogin_r, ERANGE, "the name needs more than name_len bytes");
FAILS(setlogin, "-1 errno", ENOSYS);
MEANS(setlogin, ENOSYS, "the library has setlogin in name only: no kernel offers it");
/* NULL ends the list of shells; ttyslot's 0 is "no such terminal". */
NEVER_FAILS(getusershell);
NEVER_FAILS(setusershell);
NEVER_FAILS(endusershell);
FAILS(ttyslot, "0 none");

/* The host */
#ifdef __GLIBC__
FAILS(gethostname, "-1 errno", ENAMETOOLONG);
MEANS(gethostname, ENAMETOOLONG, "the host's name needs more than len bytes");
NEVER_FAILS(getdomainname); /* cuts the name without a word */
#else
NEVER_FAILS(gethostname);
FAILS(getdomainname, "-1 errno", EINVAL);
MEANS(getdomainname, EINVAL, "the domain's name needs more than len bytes");
#endif
FAILS(sethostname, "-1 errno", EINVAL, EPERM, memory(name));
MEANS(sethostname, EINVAL, "len is greater than 64");
MEANS(sethostname, EPERM, "the caller lacks CAP_SYS_ADMIN");
LIKE(setdomainname, sethostname);
FAILS(gethostid, "never, blocks");
FAILS(sethostid, "-1 errno", EACCES, EPERM);
MEANS(sethostid, EACCES, "/etc/hostid may not be written");
MEANS(sethostid, EPERM, "the program is set-user-id or set-group-id");

/* Others; getopt's failure is '?' (63), of which standard error has the reason. */
FAILS(getopt, "63 none");
LIKE(getopt_long, getopt);
LIKE(getopt_long_only, getopt);
#ifdef __GLIBC__ /* without a terminal it reads standard input */
FAILS(getpass, "NULL errno, blocks", ENOMEM);
#else
FAILS(getpass, "NULL errno, blocks", ENXIO);
MEANS(getpass, ENXIO, "the process has no controlling terminal");
#endif
/* A failure may answer NULL or a text that is no hash, so errno alone tells. */
FAILS(crypt, "any errno, clear", EINVAL, ENOSYS, EPERM);
MEANS(crypt, EINVAL, "salt is not of a form that the library knows");
MEANS(crypt, ENOSYS, "the library has no crypt");
MEANS(crypt, EPERM, "the system forbids methods as weak as that of salt");
NEVER_FAILS(swab);
