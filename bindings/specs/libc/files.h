/*
 * Files, directories and devices: <sys/stat.h>, <dirent.h>, <sys/uio.h>, <sys/sendfile.h>,
 * <sys/file.h>, <sys/ioctl.h>, <termios.h>, <sgtty.h>, <pty.h>, <sys/xattr.h>, and file systems:
 * <sys/statfs.h>, <sys/statvfs.h>, <sys/mount.h>, <sys/quota.h>, <sys/acct.h>, <sys/swap.h>.
 */

/* A directory where a relative path begins. */
GROUP(base, EBADF, "$ is neither AT_FDCWD nor an open descriptor, and the path is relative")
GROUP(base, ENOTDIR,
      "the path is relative and $ no directory, or a name on the way is not that of one")

/* <sys/stat.h> */
GROUP(fits, EOVERFLOW, "a number does not fit into $, as it may where offsets have 32 bits")
GROUP(owner, EPERM,
      "the caller does not own $ and lacks CAP_FOWNER, or $ is immutable or append-only")
GROUP(settime, EACCES,
      "the caller neither owns $ nor may write to it, or may not search a directory")
GROUP(settime, EPERM,
      "times sets a time of its own, and the caller does not own $, or $ is immutable")
GROUP(ownmode, ENOTSUP,
      "$ is a symbolic link, which has no mode of its own, or /proc is not mounted")

/* Something that does not exist yet. */
GROUP(new, EACCES, "$ may not be put into its directory, or one on the way may not be searched")
GROUP(new, EEXIST, "$ exists already, perhaps as a symbolic link to nothing")
GROUP(new, ENOENT, "a directory on the way to $ does not exist, or $ is empty")
GROUP(newdir, EINVAL, "the last name in $ is none that the file system allows")
GROUP(newdir, EMLINK, "the directory that $ shall be in has as many links as it may")
GROUP(newdir, EPERM, "the file system has no directories that users make")
GROUP(newnode, EINVAL,
      "mode has a type of file that mknod does not make, or dev needs more than 32 bits")
GROUP(newnode, EPERM,
      "mode asks for a directory, for a device without CAP_MKNOD, or for what $ can't hold")

FAILS(stat, "-1 errno, blocks", ENOMEM, fits(buf), memory(file or buf), path(file));
LIKE(stat64, stat);
LIKE(lstat, stat);
LIKE(lstat64, stat);
FAILS(fstat, "-1 errno, blocks", ENOMEM, fd(fd), fits(buf), memory(buf));
LIKE(fstat64, fstat);
FAILS(fstatat, "-1 errno, blocks", EINVAL, ENOMEM, base(fd), fits(buf), memory(file or buf),
      path(file));
MEANS(fstatat, EINVAL, "flag holds an unknown bit");
LIKE(fstatat64, fstatat);
FAILS(statx, "-1 errno, blocks", EINVAL, ENOMEM, base(dirfd), memory(path or buf), path(path));
MEANS(statx, EINVAL,
      "flags holds a bit that is unknown or excludes another, or mask has STATX__RESERVED");
FAILS(chmod, "-1 errno, blocks", EIO, ENOMEM, EROFS, owner(file), path(file));
FAILS(lchmod, "-1 errno, blocks", EIO, ENOMEM, EROFS, owner(file), ownmode(file), path(file));
FAILS(fchmod, "-1 errno, blocks", EIO, EROFS, fd(fd), owner(the file));
MEANS(fchmod, ENOTSUP, "fd is of the kernel's own making, such as an epoll instance or a pidfd");
FAILS(fchmodat, "-1 errno, blocks", EINVAL, EIO, ENOMEM, EROFS, base(fd), owner(file),
      ownmode(file), path(file));
MEANS(fchmodat, EINVAL, "flag holds a bit other than AT_SYMLINK_NOFOLLOW");
NEVER_FAILS(umask);
FAILS(mkdir, "-1 errno, blocks", EDQUOT, ENOMEM, ENOSPC, EROFS, new(path), newdir(path),
      path(path));
FAILS(mkdirat, "-1 errno, blocks", EDQUOT, ENOMEM, ENOSPC, EROFS, base(fd), new(path), newdir(path),
      path(path));
FAILS(mknod, "-1 errno, blocks", EDQUOT, ENOMEM, ENOSPC, EROFS, new(path), newnode(the file system),
      path(path));
FAILS(mknodat, "-1 errno, blocks", EDQUOT, ENOMEM, ENOSPC, EROFS, base(fd), new(path),
      newnode(the file system), path(path));
FAILS(mkfifo, "-1 errno, blocks", EDQUOT, ENOSPC, EROFS, new(path), path(path));
MEANS(mkfifo, EINVAL, "mode holds more than permissions: another type of file");
FAILS(mkfifoat, "-1 errno, blocks", EDQUOT, ENOSPC, EROFS, base(fd), new(path), path(path));
MEANS(mkfifoat, EINVAL, "mode holds more than permissions: another type of file");
FAILS(utimensat, "-1 errno, blocks", EINVAL, EROFS, base(fd), memory(path or times), settime(path),
      path(path));
MEANS(utimensat, EINVAL,
      "a tv_nsec is not within a second nor UTIME_NOW or UTIME_OMIT, flags is unknown, or path NULL");
FAILS(futimens, "-1 errno, blocks", EINVAL, EROFS, fd(fd), memory(times), settime(the file));
MEANS(futimens, ENOTSUP, "fd is of the kernel's own making, such as an epoll instance or a pidfd");
MEANS(futimens, EINVAL, "a tv_nsec is neither within a second nor UTIME_NOW or UTIME_OMIT");

/* <dirent.h>; NULL without a code is the end of the directory. */
GROUP(listed, EACCES, "$ may not be read, or a directory on the way to it may not be searched")
GROUP(listed, ELOOP, "there are too many symbolic links on the way to $")
GROUP(listed, ENAMETOOLONG, "$, or a name in it, is too long")
GROUP(listed, ENOENT, "what $ names does not exist, or $ is empty")
GROUP(listed, ENOTDIR, "$, or a name on the way to it, is not that of a directory")
GROUP(stream, EBADF, "the descriptor of $ was closed, or is not open for reading")
GROUP(entries, EBADF, "$ is not a descriptor that is open for reading")
GROUP(entries, EINVAL, "the buffer is too small for the next entry")
GROUP(entries, ENOENT, "the directory was removed")
GROUP(entries, ENOTDIR, "$ is a descriptor, but not of a directory")

FAILS(opendir, "NULL errno, blocks", EMFILE, ENFILE, ENOMEM, listed(name));
#ifndef __GLIBC__ /* glibc reads name itself, where a bad pointer is the end of the process */
MEANS(opendir, EFAULT, "name lies outside the memory of the process");
#endif
FAILS(fdopendir, "NULL errno, blocks", ENOMEM, ENOTDIR, fd(fd));
MEANS(fdopendir, ENOTDIR, "fd is a descriptor, but not of a directory");
FAILS(readdir, "NULL errno, clear, blocks", fits(struct dirent), stream(dirp));
LIKE(readdir64, readdir);
FAILS(readdir_r, "nonzero result, blocks", ENAMETOOLONG, fits(entry), stream(dirp));
MEANS(readdir_r, ENAMETOOLONG, "an entry, left out, had a name that is too long for entry");
LIKE(readdir64_r, readdir_r);
FAILS(closedir, "-1 errno, eintr=never, blocks", stream(dirp));
NEVER_FAILS(dirfd);
NEVER_FAILS(telldir);
NEVER_FAILS(seekdir);
NEVER_FAILS(rewinddir);
FAILS(scandir, "-1 errno, blocks", EMFILE, ENFILE, ENOMEM, fits(struct dirent), listed(dir));
LIKE(scandir64, scandir);
FAILS(scandirat, "-1 errno, blocks", EMFILE, ENFILE, ENOMEM, base(dfd), fits(struct dirent),
      listed(dir));
MEANS(scandirat, ENOTDIR, "dir is not a directory, or dfd is none and dir relative");
LIKE(scandirat64, scandirat);
NEVER_FAILS(alphasort);
NEVER_FAILS(alphasort64);
NEVER_FAILS(versionsort);
NEVER_FAILS(versionsort64);
FAILS(getdents64, "-1 errno, blocks", entries(fd), memory(buffer));
FAILS(getdirentries, "-1 errno, blocks", entries(fd), memory(buf));
LIKE(getdirentries64, getdirentries);

/* <sys/uio.h> */
GROUP(vector, EFAULT, "$, or a buffer in it, lies outside the memory of the process")
GROUP(vector, EINVAL, "count is negative or above 1024 (IOV_MAX), or an iov_len is negative")
GROUP(vectorin, EAGAIN, "$ is non-blocking, and there is nothing to read")
GROUP(vectorin, EBADF, "$ is not a descriptor that is open for reading")
GROUP(vectorin, EINTR, "a signal handler ran before anything was read")
GROUP(vectorin, EISDIR, "$ is a directory")
GROUP(vectorout, EAGAIN, "$ is non-blocking, and there is no room for more")
GROUP(vectorout, EBADF, "$ is not a descriptor that is open for writing")
GROUP(vectorout, EDESTADDRREQ, "$ is a datagram socket that is not connected")
GROUP(vectorout, EFBIG,
      "the file would grow beyond RLIMIT_FSIZE or what its file system can hold")
GROUP(vectorout, EINTR, "a signal handler ran before anything was written")
GROUP(vectorout, EPERM, "a seal of $ forbids to write to it")
GROUP(vectorout, EPIPE, "nobody can read any more what is written to $; SIGPIPE was sent as well")
GROUP(offsets, EINVAL,
      "count is not within 0 to 1024, an iov_len is negative, or offset is out of range")
GROUP(offsets, ENXIO, "$ is a device that has nothing at this offset")
GROUP(offsets, EOVERFLOW, "offset and the bytes to move reach beyond the greatest offset")
GROUP(offsets, ESPIPE, "$ is a pipe, a socket or something else that has no offsets")
GROUP(rwf, EOPNOTSUPP,
      "flags holds a bit that is unknown, or that the file system does not support")

FAILS(readv, "-1 errno, eintr=retry, blocks", EIO, vectorin(fd), vector(iovec));
FAILS(preadv, "-1 errno, eintr=retry, blocks", EIO, offsets(fd), vectorin(fd), vector(iovec));
LIKE(preadv64, preadv);
FAILS(preadv2, "-1 errno, eintr=retry, blocks", EIO, offsets(fp), rwf(flags), vectorin(fp),
      vector(iovec));
MEANS(preadv2, EAGAIN,
      "fp is non-blocking or flags has RWF_NOWAIT, and there is nothing to read at once");
LIKE(preadv64v2, preadv2);
FAILS(writev, "-1 errno, eintr=retry, blocks", EDQUOT, EIO, ENOSPC, vectorout(fd), vector(iovec));
FAILS(pwritev, "-1 errno, eintr=retry, blocks", EDQUOT, EIO, ENOSPC, offsets(fd), vectorout(fd),
      vector(iovec));
LIKE(pwritev64, pwritev);
FAILS(pwritev2, "-1 errno, eintr=retry, blocks", EDQUOT, EIO, ENOSPC, offsets(fd), rwf(flags),
      vectorout(fd), vector(iodev));
MEANS(pwritev2, EAGAIN,
      "fd is non-blocking or flags has RWF_NOWAIT, and writing would have to wait");
LIKE(pwritev64v2, pwritev2);
FAILS(process_vm_readv, "-1 errno", EFAULT, EINVAL, ENOMEM, EPERM, ESRCH);
MEANS(process_vm_readv, EFAULT,
      "lvec or a buffer in it is not the caller's memory, or one in rvec not that of pid");
MEANS(process_vm_readv, EINVAL,
      "flags is not 0, liovcnt or riovcnt is above 1024, or an iov_len is negative");
MEANS(process_vm_readv, EPERM, "the caller may not look into pid as a debugger may");
MEANS(process_vm_readv, ESRCH,
      "no process has the number pid, or it has no memory, as one that ended");
LIKE(process_vm_writev, process_vm_readv);

/* <sys/sendfile.h> */
FAILS(sendfile, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EFAULT, EINVAL, EIO, ENOMEM,
      EOVERFLOW, ESPIPE);
MEANS(sendfile, EAGAIN,
      "out_fd is non-blocking and has no room, or in_fd is and has nothing to read");
MEANS(sendfile, EBADF, "in_fd is not open for reading, or out_fd not for writing");
MEANS(sendfile, EFAULT, "offset lies outside the memory of the process");
MEANS(sendfile, EINTR, "a signal handler ran before anything was sent");
MEANS(sendfile, EINVAL,
      "in_fd can't be mapped, as a socket, out_fd has O_APPEND, or offset or count is negative");
MEANS(sendfile, EIO, "in_fd could not be read");
MEANS(sendfile, EOVERFLOW, "count is more than in_fd or out_fd can hold");
MEANS(sendfile, ESPIPE, "offset is not NULL, and in_fd has no offsets");
LIKE(sendfile64, sendfile);

/* <sys/file.h>, <sys/ioctl.h>. */
FAILS(flock, "-1 errno, eintr=retry, blocks", EAGAIN, EINTR, EINVAL, ENOLCK, fd(fd));
MEANS(flock, EAGAIN, "operation has LOCK_NB, and somebody else holds a lock on the file");
MEANS(flock, EINTR, "a signal handler ran before the lock was had");
MEANS(flock, EINVAL, "operation is none of LOCK_SH, LOCK_EX and LOCK_UN");
MEANS(flock, ENOLCK, "the kernel has no memory for the lock");
FAILS(ioctl, "-1 errno, blocks", EFAULT, EINVAL, ENOTTY, fd(fd));
MEANS(ioctl, EFAULT, "the argument lies outside the memory of the process");
MEANS(ioctl, EINVAL, "request or its argument is not valid for this device");
MEANS(ioctl, ENOTTY, "fd is not a device that knows this request");

/* <termios.h> */
GROUP(terminal, EBADF, "$ is not an open descriptor")
GROUP(terminal, ENOTTY, "$ is a descriptor, but not of a terminal")
GROUP(ours, EIO, "the process is in the background of $, and its process group is orphaned")
GROUP(speed, EINVAL, "$ is none of the constants B0, B50 and so on")

FAILS(tcgetattr, "-1 errno", terminal(fd));
#ifndef __GLIBC__
LIKE(tcgetwinsize, tcgetattr);
LIKE(tcsetwinsize, tcgetattr);
#endif
FAILS(tcsetattr, "-1 errno, eintr=retry, blocks", EINTR, EINVAL, ours(fd), terminal(fd));
MEANS(tcsetattr, EINTR, "a signal handler ran before all output was sent");
MEANS(tcsetattr, EINVAL, "optional_actions is none of TCSANOW, TCSADRAIN and TCSAFLUSH");
FAILS(tcdrain, "-1 errno, eintr=retry, blocks", EINTR, ours(fd), terminal(fd));
MEANS(tcdrain, EINTR, "a signal handler ran before all output was sent");
FAILS(tcflow, "-1 errno", EINVAL, ours(fd), terminal(fd));
MEANS(tcflow, EINVAL, "action is none of TCOOFF, TCOON, TCIOFF and TCION");
FAILS(tcflush, "-1 errno", EINVAL, ours(fd), terminal(fd));
MEANS(tcflush, EINVAL, "queue_selector is none of TCIFLUSH, TCOFLUSH and TCIOFLUSH");
FAILS(tcsendbreak, "-1 errno, blocks", ours(fd), terminal(fd));
FAILS(tcgetsid, "-1 errno", terminal(fd));
MEANS(tcgetsid, ENOTTY, "fd is not the terminal that controls the process");
FAILS(cfsetispeed, "-1 errno", speed(speed));
FAILS(cfsetospeed, "-1 errno", speed(speed));
FAILS(cfsetspeed, "-1 errno", EINVAL);
MEANS(cfsetspeed, EINVAL,
      "speed is neither one of the constants B0, B50 and so on nor such a number of bauds");
NEVER_FAILS(cfgetispeed);
NEVER_FAILS(cfgetospeed);
NEVER_FAILS(cfmakeraw);

/* <sgtty.h>: only the names are left. */
FAILS(gtty, "-1 errno", ENOSYS);
MEANS(gtty, EINVAL, "params is NULL");
MEANS(gtty, ENOSYS, "Linux has no such terminals: call tcgetattr and tcsetattr");
LIKE(stty, gtty);

/* <pty.h>, <utmp.h> */
FAILS(openpty, "-1 errno", EAGAIN, EMFILE, ENFILE, ENOENT, ENOMEM);
MEANS(openpty, EAGAIN, "the system has as many pseudoterminals as it may");
MEANS(openpty, ENOENT, "the system has no pseudoterminals: /dev/ptmx or /dev/pts is missing");
MEANS(openpty, ENOSPC,
      "there are as many pseudoterminals as /proc/sys/kernel/pty/max or the mount allows");
LIKE(forkpty, openpty);
MEANS(forkpty, EAGAIN,
      "the user has as many processes as RLIMIT_NPROC allows, or the system does");
FAILS(login_tty, "-1 errno", EPERM, terminal(fd));
MEANS(login_tty, EPERM,
      "fd controls another session, or the process has a terminal that it can't leave");

/* <sys/xattr.h> */
GROUP(attribute, ENODATA, "the file has no attribute $ that the caller may see")
GROUP(attribute, ENOTSUP, "the file system has no attributes, or none that begin as $ does")
GROUP(attrget, E2BIG, "the value has more bytes than the 65536 that can be read")
GROUP(attrget, ERANGE, "size is too small for the value, or $ is empty or longer than 255 bytes")
GROUP(attrset, EEXIST, "flags has XATTR_CREATE, and the attribute $ exists")
GROUP(attrset, ENODATA, "flags has XATTR_REPLACE, and the file has no attribute $")
GROUP(attrset, ENOSPC,
      "the file system, or its place for the file's attributes, has no room left")
GROUP(attrchange, EPERM,
      "the file is immutable, append-only or of a kind without $, or the caller may not change $")
GROUP(attrset, ERANGE,
      "$ is empty or longer than 255 bytes, or size is more than the file system allows")
GROUP(attrlist, E2BIG, "the names have more bytes than the 65536 that can be read")
GROUP(attrlist, ENOTSUP, "the file system has no attributes")
GROUP(attrlist, ERANGE, "$ is too small for the names")

FAILS(getxattr, "-1 errno, blocks", ENOMEM, attrget(name), attribute(name),
      memory(path or name or value), path(path));
MEANS(getxattr, EACCES,
      "what path names may not be read, or a directory on the way may not be searched");
LIKE(lgetxattr, getxattr);
FAILS(fgetxattr, "-1 errno, blocks", ENOMEM, attrget(name), attribute(name), fd(fd),
      memory(name or value));
MEANS(fgetxattr, EACCES, "the file may not be read, however fd was opened");
FAILS(setxattr, "-1 errno, blocks", E2BIG, EDQUOT, EINVAL, ENOMEM, EROFS, attrchange(name),
      attrset(name), attribute(name), memory(path or name or value), path(path));
MEANS(setxattr, E2BIG, "size is greater than 65536");
MEANS(setxattr, EACCES,
      "what path names may not be written, or a directory on the way may not be searched");
MEANS(setxattr, EINVAL, "flags holds an unknown bit, or name ends behind its first dot");
LIKE(lsetxattr, setxattr);
FAILS(fsetxattr, "-1 errno, blocks", E2BIG, EDQUOT, EINVAL, ENOMEM, EROFS, attrchange(name),
      attrset(name), attribute(name), fd(fd), memory(name or value));
MEANS(fsetxattr, E2BIG, "size is greater than 65536");
MEANS(fsetxattr, EACCES, "the file may not be written, however fd was opened");
MEANS(fsetxattr, EINVAL, "flags holds an unknown bit, or name ends behind its first dot");
FAILS(listxattr, "-1 errno, blocks", ENOMEM, attrlist(size), memory(path or list), path(path));
LIKE(llistxattr, listxattr);
FAILS(flistxattr, "-1 errno, blocks", ENOMEM, attrlist(size), fd(fd), memory(list));
FAILS(removexattr, "-1 errno, blocks", ENOMEM, attrchange(name), attribute(name),
      memory(path or name), path(path));
MEANS(removexattr, EACCES,
      "what path names may not be written, or a directory on the way may not be searched");
MEANS(removexattr, ERANGE, "name is empty or longer than 255 bytes");
MEANS(removexattr, EROFS, "the file system is mounted read-only");
LIKE(lremovexattr, removexattr);
FAILS(fremovexattr, "-1 errno, blocks", ENOMEM, attrchange(name), attribute(name), fd(fd),
      memory(name));
MEANS(fremovexattr, EACCES, "the file may not be written, however fd was opened");
MEANS(fremovexattr, ERANGE, "name is empty or longer than 255 bytes");
MEANS(fremovexattr, EROFS, "the file system is mounted read-only");

/* <sys/statfs.h>, <sys/statvfs.h> */
GROUP(space, EINTR, "a signal handler ran before the file system had answered")
GROUP(space, ENOSYS, "the file system of $ does not tell of itself")

FAILS(statfs, "-1 errno, eintr=retry, blocks", EIO, ENOMEM, fits(buf), memory(file or buf),
      path(file), space(file));
LIKE(statfs64, statfs);
LIKE(statvfs, statfs);
LIKE(statvfs64, statfs);
FAILS(fstatfs, "-1 errno, eintr=retry, blocks", EIO, ENOMEM, fd(fildes), fits(buf), memory(buf),
      space(fildes));
LIKE(fstatfs64, fstatfs);
LIKE(fstatvfs, fstatfs);
LIKE(fstatvfs64, fstatfs);

/* <sys/mount.h> */
GROUP(admin, EPERM, "the caller lacks CAP_SYS_ADMIN, which it takes to $")
GROUP(inuse, EBUSY, "$ is in use: by an open file, a working directory or another mount")
GROUP(newspace, ENOSPC,
      "$ needs a namespace, and the user has /proc/sys/user/max_mnt_namespaces of them")

FAILS(mount, "-1 errno, blocks", EACCES, EBUSY, EFAULT, EINVAL, ELOOP, EMFILE, ENODEV, ENOMEM,
      ENOTBLK, ENOTDIR, ENXIO, EPERM, EROFS, path(special_file or dir));
MEANS(mount, EACCES,
      "special_file is read-only or on a mount with MS_NODEV, or a directory may not be searched");
MEANS(mount, EBUSY,
      "it is mounted on dir already, or is to be read-only while a file is open for writing");
MEANS(mount, EFAULT, "a pointer leads outside the memory of the process");
MEANS(mount, EINVAL,
      "rwflag or data is not valid, or special_file or dir is not the mount that rwflag needs");
MEANS(mount, ELOOP,
      "there are too many symbolic links on the way, or a mount is moved below itself");
MEANS(mount, EMFILE, "the kernel has no number left for a file system without a device");
MEANS(mount, ENODEV, "fstype is no file system that the kernel knows");
MEANS(mount, ENOTBLK, "special_file is not a block device, and fstype needs one");
MEANS(mount, ENOTDIR,
      "one of special_file and dir is a directory and the other not, or a name on the way is none");
MEANS(mount, ENXIO, "the device special_file has a number that no driver has");
MEANS(mount, EPERM,
      "the caller lacks CAP_SYS_ADMIN, or rwflag changes what is locked in its namespace");
MEANS(mount, EROFS, "the device can't be written to, and rwflag lacks MS_RDONLY");
FAILS(umount, "-1 errno, blocks", EINVAL, ENOMEM, admin(unmount), inuse(the mount),
      path(special_file));
MEANS(umount, EINVAL, "nothing is mounted at special_file, or the mount is locked");
FAILS(umount2, "-1 errno, blocks", EAGAIN, EINVAL, ENOMEM, admin(unmount), inuse(the mount),
      path(special_file));
MEANS(umount2, EAGAIN,
      "flags has MNT_EXPIRE: the mount is marked, and the next such call will end it");
MEANS(umount2, EINVAL,
      "nothing is mounted at special_file, the mount is locked, or flags is not valid");

/* … its parts, each with a call of its own. */
FAILS(fsopen, "-1 errno", EINVAL, EMFILE, ENFILE, ENODEV, ENOMEM, admin(mount),
      memory(fs_name));
MEANS(fsopen, EINVAL, "flags holds a bit other than FSOPEN_CLOEXEC");
MEANS(fsopen, ENODEV, "fs_name is no file system that the kernel knows");
FAILS(fsconfig, "-1 errno, blocks", EBUSY, EINVAL, ENOMEM, ENOTBLK, ENXIO, EOPNOTSUPP,
      admin(change the file system), fd(fd or aux), memory(key or value), path(value));
MEANS(fsconfig, EACCES,
      "the device is read-only or on a mount with MS_NODEV, or a directory may not be searched");
MEANS(fsconfig, EBUSY, "fd is past the step that cmd belongs to, or a file is open for writing");
MEANS(fsconfig, EINVAL,
      "fd is not of fsopen or fspick, key is unknown, or key, value or aux does not fit cmd");
MEANS(fsconfig, ENOENT, "value, or the source that was set, names nothing that exists");
MEANS(fsconfig, ENOTBLK, "value, or the source that was set, has to be a block device");
MEANS(fsconfig, ENXIO, "the device has a number that no driver has");
MEANS(fsconfig, EOPNOTSUPP, "cmd is unknown");
FAILS(fsmount, "-1 errno, blocks", EBUSY, EINVAL, EMFILE, ENFILE, ENOMEM, admin(mount), fd(fd),
      newspace(the mount));
MEANS(fsmount, EBUSY, "fd was mounted already, or comes from fspick");
MEANS(fsmount, EINVAL,
      "fd is not of fsopen or lacks FSCONFIG_CMD_CREATE, or flags or ms_flags is not valid");
FAILS(fspick, "-1 errno, blocks", EINVAL, EMFILE, ENFILE, ENOMEM, admin(change a mount), base(dfd),
      path(path));
MEANS(fspick, EINVAL, "flags holds an unknown bit, or path is not where something is mounted");
FAILS(open_tree, "-1 errno, blocks", EINVAL, EMFILE, ENFILE, ENOMEM, admin(clone a mount),
      base(dfd), newspace(the clone), path(filename));
MEANS(open_tree, EINVAL,
      "flags holds an unknown bit or AT_RECURSIVE alone, or the mount can't be cloned");
FAILS(move_mount, "-1 errno, blocks", EINVAL, ENOMEM, admin(move a mount), base(from_dfd or to_dfd),
      path(from_pathname or to_pathname));
MEANS(move_mount, EINVAL,
      "from_pathname is no mount that can be moved, or just one of the two is a directory");
MEANS(move_mount, ELOOP,
      "there are too many symbolic links on the way, or a mount is moved below itself");
FAILS(mount_setattr, "-1 errno, blocks", EBADF, EBUSY, EINVAL, ENOMEM, ENOSPC, EPERM, base(dfd),
      path(path));
MEANS(mount_setattr, E2BIG,
      "usize is above a page, or uattr has members that this kernel does not know");
MEANS(mount_setattr, EBADF, "dfd or uattr's userns_fd is not an open descriptor");
MEANS(mount_setattr, EBUSY,
      "the mount shall be read-only or mapped, but a file is open for writing");
MEANS(mount_setattr, EINVAL,
      "path is no mount, or flags, usize or a member of uattr is not valid for it");
MEANS(mount_setattr, ENOSPC, "the kernel has no number left for a group of shared mounts");
MEANS(mount_setattr, EPERM,
      "the caller lacks CAP_SYS_ADMIN, an attribute is locked, or the mount may not be mapped so");

/* <sys/quota.h>, <sys/acct.h>, <sys/swap.h> */
FAILS(quotactl, "-1 errno, blocks", EACCES, EBUSY, EINVAL, ENOENT, ENOSYS, ENOTBLK, EPERM, ERANGE,
      ESRCH, memory(special or addr));
MEANS(quotactl, EACCES, "addr names a quota file that is not a regular file of this file system");
MEANS(quotactl, EBUSY, "cmd is Q_QUOTAON, and quotas are on already");
MEANS(quotactl, EINVAL, "cmd or the type in it is unknown, or the quota file is damaged");
MEANS(quotactl, ENODEV,
      "special is NULL, which only Q_SYNC takes, or a device that is not there");
MEANS(quotactl, ENOENT, "what special or addr names does not exist");
MEANS(quotactl, ENOSYS, "the kernel was built without quotas");
MEANS(quotactl, ENOTBLK, "special is not a block device");
MEANS(quotactl, EPERM, "the caller lacks CAP_SYS_ADMIN and asks for more than quotas of its own");
MEANS(quotactl, ERANGE, "cmd is Q_SETQUOTA, and a limit is more than the quota format can hold");
MEANS(quotactl, ESRCH,
      "quotas are off, their format is unknown, or there is none for id or behind it");
FAILS(acct, "-1 errno, blocks", EACCES, EIO, EISDIR, ENFILE, ENOMEM, ENOSYS, EPERM, EROFS, EUSERS,
      path(name));
MEANS(acct, EACCES,
      "name may not be written or is no regular file, or a directory may not be searched");
MEANS(acct, EISDIR, "name is a directory");
MEANS(acct, ENOSYS, "the kernel was built without accounting");
MEANS(acct, EPERM, "the caller lacks CAP_SYS_PACCT");
MEANS(acct, EUSERS, "the kernel has no room for another open file");
FAILS(swapon, "-1 errno, blocks", EBUSY, EINVAL, ENFILE, ENOMEM, EPERM, path(path));
MEANS(swapon, EBUSY, "path is in use already, as swap space or by a mount");
MEANS(swapon, EINVAL,
      "flags is unknown, or path is no file or device with the signature of mkswap");
MEANS(swapon, EISDIR, "path is a directory");
MEANS(swapon, EPERM,
      "the caller lacks CAP_SYS_ADMIN, or the system has as many swap spaces as it may");
FAILS(swapoff, "-1 errno, blocks", EINVAL, ENFILE, ENOMEM, EPERM, path(path));
MEANS(swapoff, EINVAL, "path is not in use as swap space");
MEANS(swapoff, EISDIR, "path is a directory");
MEANS(swapoff, ENOMEM, "memory has no room for what was swapped out to path");
MEANS(swapoff, EPERM, "the caller lacks CAP_SYS_ADMIN");
