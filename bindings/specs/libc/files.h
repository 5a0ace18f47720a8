/* <sys/stat.h>, <dirent.h>, <sys/mman.h>, <sys/uio.h>, <sys/xattr.h> and other headers about
 * files, memory and devices. */

/* <sys/stat.h> */
FAILS(stat, "-1 errno", EACCES, EFAULT, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR, EOVERFLOW);
MEANS(stat, EACCES, "a directory on the way forbids the search");
MEANS(stat, EFAULT, "pathname or statbuf lies outside the memory of the process");
MEANS(stat, ELOOP, "too many symbolic links on the way");
MEANS(stat, ENAMETOOLONG, "pathname, or a name in it, is too long");
MEANS(stat, ENOENT, "the file does not exist, or pathname is empty");
MEANS(stat, ENOMEM, "the kernel has no memory for it");
MEANS(stat, ENOTDIR, "a name on the way is not a directory");
MEANS(stat, EOVERFLOW, "the file's size or number does not fit in statbuf: use 64-bit offsets");
FAILS(stat64, "-1 errno", EACCES, EFAULT, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR,
      EOVERFLOW);
MEANS(stat64, EACCES, "a directory on the way forbids the search");
MEANS(stat64, EFAULT, "pathname or statbuf lies outside the memory of the process");
MEANS(stat64, ELOOP, "too many symbolic links on the way");
MEANS(stat64, ENAMETOOLONG, "pathname, or a name in it, is too long");
MEANS(stat64, ENOENT, "the file does not exist, or pathname is empty");
MEANS(stat64, ENOMEM, "the kernel has no memory for it");
MEANS(stat64, ENOTDIR, "a name on the way is not a directory");
MEANS(stat64, EOVERFLOW, "the file's size or number does not fit in statbuf: use 64-bit offsets");
FAILS(lstat, "-1 errno", EACCES, EFAULT, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR, EOVERFLOW);
MEANS(lstat, EACCES, "a directory on the way forbids the search");
MEANS(lstat, EFAULT, "pathname or statbuf lies outside the memory of the process");
MEANS(lstat, ELOOP, "too many symbolic links on the way");
MEANS(lstat, ENAMETOOLONG, "pathname, or a name in it, is too long");
MEANS(lstat, ENOENT, "the file does not exist, or pathname is empty");
MEANS(lstat, ENOMEM, "the kernel has no memory for it");
MEANS(lstat, ENOTDIR, "a name on the way is not a directory");
MEANS(lstat, EOVERFLOW, "the file's size or number does not fit in statbuf: use 64-bit offsets");
FAILS(lstat64, "-1 errno", EACCES, EFAULT, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR,
      EOVERFLOW);
MEANS(lstat64, EACCES, "a directory on the way forbids the search");
MEANS(lstat64, EFAULT, "pathname or statbuf lies outside the memory of the process");
MEANS(lstat64, ELOOP, "too many symbolic links on the way");
MEANS(lstat64, ENAMETOOLONG, "pathname, or a name in it, is too long");
MEANS(lstat64, ENOENT, "the file does not exist, or pathname is empty");
MEANS(lstat64, ENOMEM, "the kernel has no memory for it");
MEANS(lstat64, ENOTDIR, "a name on the way is not a directory");
MEANS(lstat64, EOVERFLOW,
      "the file's size or number does not fit in statbuf: use 64-bit offsets");
FAILS(fstat, "-1 errno", EBADF, EFAULT, ENOMEM, EOVERFLOW);
MEANS(fstat, EBADF, "fd is not an open descriptor");
MEANS(fstat, EFAULT, "statbuf lies outside the memory of the process");
MEANS(fstat, ENOMEM, "the kernel has no memory for it");
MEANS(fstat, EOVERFLOW, "the file's size or number does not fit in statbuf: use 64-bit offsets");
FAILS(fstat64, "-1 errno", EBADF, EFAULT, ENOMEM, EOVERFLOW);
MEANS(fstat64, EBADF, "fd is not an open descriptor");
MEANS(fstat64, EFAULT, "statbuf lies outside the memory of the process");
MEANS(fstat64, ENOMEM, "the kernel has no memory for it");
MEANS(fstat64, EOVERFLOW,
      "the file's size or number does not fit in statbuf: use 64-bit offsets");
FAILS(fstatat, "-1 errno", EACCES, EBADF, EFAULT, EINVAL, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM,
      ENOTDIR, EOVERFLOW);
FAILS(fstatat64, "-1 errno", EACCES, EBADF, EFAULT, EINVAL, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM,
      ENOTDIR, EOVERFLOW);
FAILS(statx, "-1 errno", EACCES, EBADF, EFAULT, EINVAL, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM,
      ENOTDIR);
FAILS(chmod, "-1 errno", EACCES, EFAULT, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR,
      ENOTSUP, EPERM, EROFS);
FAILS(lchmod, "-1 errno", EACCES, EFAULT, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR,
      ENOTSUP, EPERM, EROFS);
FAILS(fchmod, "-1 errno", EBADF, EIO, EPERM, EROFS);
FAILS(fchmodat, "-1 errno", EACCES, EBADF, EFAULT, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT,
      ENOMEM, ENOTDIR, ENOTSUP, EPERM, EROFS);
FAILS(mkdir, "-1 errno", EACCES, EDQUOT, EEXIST, EFAULT, EINVAL, ELOOP, EMLINK, ENAMETOOLONG,
      ENOENT, ENOMEM, ENOSPC, ENOTDIR, EPERM, EROFS);
MEANS(mkdir, EACCES,
      "the parent directory may not be written, or a directory on the way forbids the search");
MEANS(mkdir, EDQUOT, "the user's quota leaves no room for it");
MEANS(mkdir, EEXIST, "something of this name exists already, perhaps a symbolic link");
MEANS(mkdir, EFAULT, "pathname lies outside the memory of the process");
MEANS(mkdir, EINVAL, "the last name is not one that the file system allows");
MEANS(mkdir, ELOOP, "too many symbolic links on the way");
MEANS(mkdir, EMLINK, "the parent directory has as many links as it may");
MEANS(mkdir, ENAMETOOLONG, "pathname, or a name in it, is too long");
MEANS(mkdir, ENOENT, "a directory on the way does not exist");
MEANS(mkdir, ENOMEM, "the kernel has no memory for it");
MEANS(mkdir, ENOSPC, "the device, or the user's quota, has no room for it");
MEANS(mkdir, ENOTDIR, "a name on the way is not a directory");
MEANS(mkdir, EPERM, "the file system has no directories that users make");
MEANS(mkdir, EROFS, "the file system is read-only");
FAILS(mkdirat, "-1 errno", EACCES, EBADF, EDQUOT, EEXIST, EFAULT, EINVAL, ELOOP, EMLINK,
      ENAMETOOLONG, ENOENT, ENOMEM, ENOSPC, ENOTDIR, EPERM, EROFS);
FAILS(mkfifo, "-1 errno", EACCES, EDQUOT, EEXIST, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EROFS);
FAILS(mkfifoat, "-1 errno", EACCES, EBADF, EDQUOT, EEXIST, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR,
      EROFS);
FAILS(mknod, "-1 errno", EACCES, EDQUOT, EEXIST, EFAULT, EINVAL, ELOOP, ENAMETOOLONG, ENOENT,
      ENOMEM, ENOSPC, ENOTDIR, EPERM, EROFS);
FAILS(mknodat, "-1 errno", EACCES, EBADF, EDQUOT, EEXIST, EFAULT, EINVAL, ELOOP, ENAMETOOLONG,
      ENOENT, ENOMEM, ENOSPC, ENOTDIR, EPERM, EROFS);
FAILS(utimensat, "-1 errno", EACCES, EBADF, EFAULT, EINVAL, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR,
      EPERM, EROFS, ESRCH);
FAILS(futimens, "-1 errno", EACCES, EBADF, EFAULT, EINVAL, EPERM, EROFS);
FAILS(utime, "-1 errno", EACCES, ENOENT, EPERM, EROFS);
FAILS(utimes, "-1 errno", EACCES, ENOENT, EPERM, EROFS);
FAILS(lutimes, "-1 errno", EACCES, ENOENT, EPERM, EROFS);
FAILS(futimesat, "-1 errno", EACCES, ENOENT, EPERM, EROFS);
FAILS(futimes, "-1 errno", EACCES, EBADF, ENOSYS, EPERM, EROFS);
NEVER_FAILS(umask);
NEVER_FAILS(getumask);

/* <dirent.h>; NULL without a code is the end of the directory. */
FAILS(opendir, "NULL errno", EACCES, EMFILE, ENFILE, ENOENT, ENOMEM, ENOTDIR);
MEANS(opendir, EACCES, "the directory may not be read, or one on the way forbids the search");
MEANS(opendir, EMFILE, "the process has as many open descriptors as it may");
MEANS(opendir, ENFILE, "the system has as many open files as it may");
MEANS(opendir, ENOENT, "the directory does not exist, or name is empty");
MEANS(opendir, ENOMEM, "there is not enough memory");
MEANS(opendir, ENOTDIR, "name is not a directory");
FAILS(fdopendir, "NULL errno", EBADF, ENOMEM, ENOTDIR);
FAILS(readdir, "NULL errno, clear", EBADF, EOVERFLOW);
MEANS(readdir, EBADF, "dirp is not an open directory stream");
MEANS(readdir, EOVERFLOW, "the entry's inode number or offset does not fit into struct dirent");
FAILS(readdir64, "NULL errno, clear", EBADF, EOVERFLOW);
MEANS(readdir64, EBADF, "dirp is not an open directory stream");
MEANS(readdir64, EOVERFLOW, "the entry's inode number or offset does not fit into struct dirent64");
FAILS(readdir_r, "nonzero result", EBADF, ENAMETOOLONG);
FAILS(readdir64_r, "nonzero result", EBADF, ENAMETOOLONG);
FAILS(closedir, "-1 errno, eintr=never", EBADF);
MEANS(closedir, EBADF, "dirp is not an open directory stream");
FAILS(dirfd, "-1 errno", EINVAL, ENOTSUP);
FAILS(telldir, "-1 errno", EBADF);
NEVER_FAILS(seekdir);
NEVER_FAILS(rewinddir);
NEVER_FAILS(alphasort);
NEVER_FAILS(alphasort64);
NEVER_FAILS(versionsort);
NEVER_FAILS(versionsort64);
FAILS(scandir, "-1 errno", ENOENT, ENOMEM, ENOTDIR);
FAILS(scandir64, "-1 errno", ENOENT, ENOMEM, ENOTDIR);
FAILS(scandirat, "-1 errno", EBADF, ENOENT, ENOMEM, ENOTDIR);
FAILS(scandirat64, "-1 errno", EBADF, ENOENT, ENOMEM, ENOTDIR);
FAILS(getdents64, "-1 errno", EBADF, EFAULT, EINVAL, ENOENT, ENOTDIR);
FAILS(getdirentries, "-1 errno", EBADF, EFAULT, EINVAL, ENOENT, ENOTDIR);
FAILS(getdirentries64, "-1 errno", EBADF, EFAULT, EINVAL, ENOENT, ENOTDIR);

/* <sys/mman.h> */
FAILS(mmap, "MAP_FAILED errno", EACCES, EAGAIN, EBADF, EEXIST, EINVAL, ENFILE, ENODEV, ENOMEM,
      EOVERFLOW, EPERM, ETXTBSY);
MEANS(mmap, EACCES,
      "fd is not a regular file, or is not open in the way that prot and flags need");
MEANS(mmap, EAGAIN, "the file is locked, or too much memory is locked already");
MEANS(mmap, EBADF, "fd is not an open descriptor, and flags lacks MAP_ANONYMOUS");
MEANS(mmap, EEXIST, "flags has MAP_FIXED_NOREPLACE, and something is mapped in this range");
MEANS(mmap, EINVAL,
      "length is 0, addr or offset is not on a page boundary, or flags names no kind of sharing");
MEANS(mmap, ENFILE, "the system has as many open files as it may");
MEANS(mmap, ENODEV, "the file system of fd can't map files into memory");
MEANS(mmap, ENOMEM,
      "no memory or address space is left, or the process has as many mappings as it may");
MEANS(mmap, EOVERFLOW, "length and offset together reach beyond what the platform can count");
MEANS(mmap, EPERM,
      "a seal or a no-exec mount forbids what prot asks, or MAP_HUGETLB without the permission");
MEANS(mmap, ETXTBSY, "flags has MAP_DENYWRITE, and the file is open for writing");
FAILS(mmap64, "MAP_FAILED errno", EACCES, EAGAIN, EBADF, EEXIST, EINVAL, ENFILE, ENODEV, ENOMEM,
      EOVERFLOW, EPERM, ETXTBSY);
MEANS(mmap64, EACCES,
      "fd is not a regular file, or is not open in the way that prot and flags need");
MEANS(mmap64, EAGAIN, "the file is locked, or too much memory is locked already");
MEANS(mmap64, EBADF, "fd is not an open descriptor, and flags lacks MAP_ANONYMOUS");
MEANS(mmap64, EEXIST, "flags has MAP_FIXED_NOREPLACE, and something is mapped in this range");
MEANS(mmap64, EINVAL,
      "length is 0, addr or offset is not on a page boundary, or flags names no kind of sharing");
MEANS(mmap64, ENFILE, "the system has as many open files as it may");
MEANS(mmap64, ENODEV, "the file system of fd can't map files into memory");
MEANS(mmap64, ENOMEM,
      "no memory or address space is left, or the process has as many mappings as it may");
MEANS(mmap64, EOVERFLOW, "length and offset together reach beyond what the platform can count");
MEANS(mmap64, EPERM,
      "a seal or a no-exec mount forbids what prot asks, or MAP_HUGETLB without the permission");
MEANS(mmap64, ETXTBSY, "flags has MAP_DENYWRITE, and the file is open for writing");
FAILS(mremap, "MAP_FAILED errno", EAGAIN, EFAULT, EINVAL, ENOMEM);
FAILS(munmap, "-1 errno", EINVAL, ENOMEM);
MEANS(munmap, EINVAL, "addr is not on a page boundary, or length is 0");
MEANS(munmap, ENOMEM,
      "a mapping would be cut in two, and the process has as many mappings as it may");
FAILS(mprotect, "-1 errno", EACCES, EINVAL, ENOMEM);
MEANS(mprotect, EACCES, "the file behind the mapping was not opened in the way that prot needs");
MEANS(mprotect, EINVAL, "addr is not on a page boundary, or prot or pkey is not valid");
MEANS(mprotect, ENOMEM, "part of the range is not mapped, or the kernel has no memory for it");
FAILS(pkey_mprotect, "-1 errno", EACCES, EINVAL, ENOMEM);
MEANS(pkey_mprotect, EACCES,
      "the file behind the mapping was not opened in the way that prot needs");
MEANS(pkey_mprotect, EINVAL, "addr is not on a page boundary, or prot or pkey is not valid");
MEANS(pkey_mprotect, ENOMEM,
      "part of the range is not mapped, or the kernel has no memory for it");
FAILS(msync, "-1 errno, blocks", EBUSY, EINVAL, ENOMEM);
FAILS(mlock, "-1 errno", EAGAIN, EINVAL, ENOMEM, EPERM);
FAILS(munlock, "-1 errno", EAGAIN, EINVAL, ENOMEM, EPERM);
FAILS(mlock2, "-1 errno", EAGAIN, EINVAL, ENOMEM, EPERM);
FAILS(mlockall, "-1 errno", EAGAIN, EINVAL, ENOMEM, EPERM);
FAILS(munlockall, "-1 errno", EPERM);
FAILS(madvise, "-1 errno", EACCES, EAGAIN, EBADF, EBUSY, EINVAL, EIO, ENOMEM, EPERM);
FAILS(posix_madvise, "nonzero result", EINVAL, ENOMEM);
FAILS(process_madvise, "-1 errno", EBADF, EFAULT, EINVAL, ENOMEM, EPERM, ESRCH);
FAILS(process_mrelease, "-1 errno", EAGAIN, EBADF, EINVAL, ENOSYS, ESRCH);
FAILS(mincore, "-1 errno", EAGAIN, EFAULT, EINVAL, ENOMEM);
FAILS(remap_file_pages, "-1 errno", EINVAL);
FAILS(memfd_create, "-1 errno", EFAULT, EINVAL, EMFILE, ENFILE, ENOMEM);
MEANS(memfd_create, EFAULT, "name lies outside the memory of the process");
MEANS(memfd_create, EINVAL, "flags holds an unknown bit, or name is longer than 249 bytes");
MEANS(memfd_create, EMFILE, "the process has as many open descriptors as it may");
MEANS(memfd_create, ENFILE, "the system has as many open files as it may");
MEANS(memfd_create, ENOMEM, "the kernel has no memory for the file");
FAILS(shm_open, "-1 errno", EACCES, EEXIST, EINVAL, EMFILE, ENAMETOOLONG, ENFILE, ENOENT);
MEANS(shm_open, EACCES, "the object's permissions forbid this access");
MEANS(shm_open, EEXIST, "oflag has O_CREAT and O_EXCL, and the object exists");
MEANS(shm_open, EINVAL, "name is not valid");
MEANS(shm_open, EMFILE, "the process has as many open descriptors as it may");
MEANS(shm_open, ENAMETOOLONG, "name is longer than 255 bytes");
MEANS(shm_open, ENFILE, "the system has as many open files as it may");
MEANS(shm_open, ENOENT, "no object has this name, and oflag lacks O_CREAT");
FAILS(shm_unlink, "-1 errno", EACCES, ENAMETOOLONG, ENOENT);
FAILS(pkey_alloc, "-1 errno", EINVAL, ENOSPC, ENOSYS);
FAILS(pkey_free, "-1 errno", EINVAL);
FAILS(pkey_get, "-1 errno", EINVAL);
FAILS(pkey_set, "-1 errno", EINVAL);

/* <sys/uio.h>, <sys/sendfile.h> */
FAILS(readv, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EFAULT, EINTR, EINVAL, EIO, EISDIR);
FAILS(writev, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EDESTADDRREQ, EDQUOT, EFAULT,
      EFBIG, EINTR, EINVAL, EIO, ENOSPC, EPERM, EPIPE);
FAILS(preadv, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EFAULT, EINTR, EINVAL, EIO, EISDIR,
      ENXIO, EOVERFLOW, ESPIPE);
FAILS(preadv64, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EFAULT, EINTR, EINVAL, EIO,
      EISDIR, ENXIO, EOVERFLOW, ESPIPE);
FAILS(preadv2, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EFAULT, EINTR, EINVAL, EIO,
      EISDIR, ENXIO, EOPNOTSUPP, EOVERFLOW, ESPIPE);
FAILS(preadv64v2, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EFAULT, EINTR, EINVAL, EIO,
      EISDIR, ENXIO, EOPNOTSUPP, EOVERFLOW, ESPIPE);
FAILS(pwritev, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EDESTADDRREQ, EDQUOT, EFAULT,
      EFBIG, EINTR, EINVAL, EIO, ENOSPC, ENXIO, EOVERFLOW, EPERM, EPIPE, ESPIPE);
FAILS(pwritev64, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EDESTADDRREQ, EDQUOT, EFAULT,
      EFBIG, EINTR, EINVAL, EIO, ENOSPC, ENXIO, EOVERFLOW, EPERM, EPIPE, ESPIPE);
FAILS(pwritev2, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EDESTADDRREQ, EDQUOT, EFAULT,
      EFBIG, EINTR, EINVAL, EIO, ENOSPC, ENXIO, EOPNOTSUPP, EOVERFLOW, EPERM, EPIPE, ESPIPE);
FAILS(pwritev64v2, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EDESTADDRREQ, EDQUOT, EFAULT,
      EFBIG, EINTR, EINVAL, EIO, ENOSPC, ENXIO, EOPNOTSUPP, EOVERFLOW, EPERM, EPIPE, ESPIPE);
FAILS(sendfile, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EFAULT, EINVAL, EIO, ENOMEM,
      EOVERFLOW, ESPIPE);
FAILS(sendfile64, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EFAULT, EINVAL, EIO, ENOMEM,
      EOVERFLOW, ESPIPE);
FAILS(getrandom, "-1 errno, eintr=retry, blocks", EAGAIN, EFAULT, EINTR, EINVAL, ENOSYS);
MEANS(getrandom, EAGAIN,
      "flags has GRND_NONBLOCK, and the kernel has gathered too little randomness so far");
MEANS(getrandom, EFAULT, "buf lies outside the memory of the process");
MEANS(getrandom, EINTR, "a signal handler ran while waiting for randomness");
MEANS(getrandom, EINVAL, "flags holds an unknown bit");
MEANS(getrandom, ENOSYS, "the kernel has no getrandom");

/* <sys/file.h>, <sys/ioctl.h>, <termios.h> */
FAILS(flock, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EINTR, EINVAL, ENOLCK);
MEANS(flock, EAGAIN, "operation has LOCK_NB, and somebody else holds a lock on the file");
MEANS(flock, EBADF, "fd is not an open descriptor");
MEANS(flock, EINTR, "a signal handler ran before the lock was had");
MEANS(flock, EINVAL, "operation is none of LOCK_SH, LOCK_EX and LOCK_UN");
MEANS(flock, ENOLCK, "the kernel has no memory for the lock");
FAILS(ioctl, "-1 errno", EBADF, EFAULT, EINVAL, ENOTTY);
MEANS(ioctl, EBADF, "fd is not an open descriptor");
MEANS(ioctl, EFAULT, "the argument lies outside the memory of the process");
MEANS(ioctl, EINVAL, "the request or its argument is not valid for this device");
MEANS(ioctl, ENOTTY, "fd is not a device that knows this request");
FAILS(tcgetattr, "-1 errno", EBADF, ENOTTY);
FAILS(tcsetattr, "-1 errno, eintr=retry", EBADF, EINTR, EINVAL, ENOTTY);
FAILS(tcdrain, "-1 errno, eintr=retry, blocks", EBADF, EINTR, ENOTTY);
FAILS(tcflow, "-1 errno", EBADF, EINVAL, ENOTTY);
FAILS(tcflush, "-1 errno", EBADF, EINVAL, ENOTTY);
FAILS(tcsendbreak, "-1 errno, blocks", EBADF, ENOTTY);
FAILS(tcgetsid, "-1 errno", EBADF, ENOTTY);
FAILS(cfsetispeed, "-1 errno", EINVAL);
FAILS(cfsetospeed, "-1 errno", EINVAL);
FAILS(cfsetspeed, "-1 errno", EINVAL);
NEVER_FAILS(cfgetispeed);
NEVER_FAILS(cfgetospeed);
NEVER_FAILS(cfmakeraw);
FAILS(openpty, "-1 errno", EAGAIN, ENOENT, ENOMEM);
FAILS(forkpty, "-1 errno", EAGAIN, ENOENT, ENOMEM);

/* <sys/xattr.h> */
FAILS(getxattr, "-1 errno", E2BIG, EACCES, EFAULT, ELOOP, ENAMETOOLONG, ENODATA, ENOENT, ENOTDIR,
      ENOTSUP, ERANGE);
FAILS(lgetxattr, "-1 errno", E2BIG, EACCES, EFAULT, ELOOP, ENAMETOOLONG, ENODATA, ENOENT,
      ENOTDIR, ENOTSUP, ERANGE);
FAILS(fgetxattr, "-1 errno", E2BIG, EBADF, EFAULT, ENODATA, ENOTSUP, ERANGE);
FAILS(setxattr, "-1 errno", EACCES, EDQUOT, EEXIST, EFAULT, ELOOP, ENAMETOOLONG, ENODATA, ENOENT,
      ENOSPC, ENOTDIR, ENOTSUP, EPERM, ERANGE);
FAILS(lsetxattr, "-1 errno", EACCES, EDQUOT, EEXIST, EFAULT, ELOOP, ENAMETOOLONG, ENODATA,
      ENOENT, ENOSPC, ENOTDIR, ENOTSUP, EPERM, ERANGE);
FAILS(fsetxattr, "-1 errno", EBADF, EDQUOT, EEXIST, EFAULT, ENODATA, ENOSPC, ENOTSUP, EPERM,
      ERANGE);
FAILS(listxattr, "-1 errno", E2BIG, EACCES, EFAULT, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR,
      ENOTSUP, ERANGE);
FAILS(llistxattr, "-1 errno", E2BIG, EACCES, EFAULT, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR,
      ENOTSUP, ERANGE);
FAILS(flistxattr, "-1 errno", E2BIG, EBADF, EFAULT, ENOTSUP, ERANGE);
FAILS(removexattr, "-1 errno", EACCES, EFAULT, ELOOP, ENAMETOOLONG, ENODATA, ENOENT, ENOTDIR,
      ENOTSUP, EPERM);
FAILS(lremovexattr, "-1 errno", EACCES, EFAULT, ELOOP, ENAMETOOLONG, ENODATA, ENOENT, ENOTDIR,
      ENOTSUP, EPERM);
FAILS(fremovexattr, "-1 errno", EBADF, EFAULT, ENODATA, ENOTSUP, EPERM);

/* <sys/statfs.h>, <sys/statvfs.h>, <sys/mount.h>, <sys/quota.h> */
FAILS(statfs, "-1 errno, eintr=retry, blocks", EACCES, EFAULT, EINTR, EIO, ELOOP, ENAMETOOLONG,
      ENOENT, ENOMEM, ENOSYS, ENOTDIR, EOVERFLOW);
FAILS(statfs64, "-1 errno, eintr=retry, blocks", EACCES, EFAULT, EINTR, EIO, ELOOP, ENAMETOOLONG,
      ENOENT, ENOMEM, ENOSYS, ENOTDIR, EOVERFLOW);
FAILS(statvfs, "-1 errno, eintr=retry, blocks", EACCES, EFAULT, EINTR, EIO, ELOOP, ENAMETOOLONG,
      ENOENT, ENOMEM, ENOSYS, ENOTDIR, EOVERFLOW);
FAILS(statvfs64, "-1 errno, eintr=retry, blocks", EACCES, EFAULT, EINTR, EIO, ELOOP,
      ENAMETOOLONG, ENOENT, ENOMEM, ENOSYS, ENOTDIR, EOVERFLOW);
FAILS(fstatfs, "-1 errno, eintr=retry, blocks", EBADF, EFAULT, EINTR, EIO, ENOMEM, ENOSYS,
      EOVERFLOW);
FAILS(fstatfs64, "-1 errno, eintr=retry, blocks", EBADF, EFAULT, EINTR, EIO, ENOMEM, ENOSYS,
      EOVERFLOW);
FAILS(fstatvfs, "-1 errno, eintr=retry, blocks", EBADF, EFAULT, EINTR, EIO, ENOMEM, ENOSYS,
      EOVERFLOW);
FAILS(fstatvfs64, "-1 errno, eintr=retry, blocks", EBADF, EFAULT, EINTR, EIO, ENOMEM, ENOSYS,
      EOVERFLOW);
FAILS(mount, "-1 errno, blocks", EACCES, EBUSY, EFAULT, EINVAL, ELOOP, EMFILE, ENAMETOOLONG,
      ENODEV, ENOENT, ENOMEM, ENOTBLK, ENOTDIR, ENXIO, EPERM, EROFS);
FAILS(umount, "-1 errno, blocks", EAGAIN, EBUSY, EFAULT, EINVAL, ENAMETOOLONG, ENOENT, ENOMEM,
      EPERM);
FAILS(umount2, "-1 errno, blocks", EAGAIN, EBUSY, EFAULT, EINVAL, ENAMETOOLONG, ENOENT, ENOMEM,
      EPERM);
FAILS(quotactl, "-1 errno", EACCES, EBUSY, EFAULT, EINVAL, ENOENT, ENOSYS, ENOTBLK, EPERM,
      ERANGE, ESRCH);

/* Memory, semaphores and messages of System V */
FAILS(shmget, "-1 errno", EACCES, EEXIST, EINVAL, ENFILE, ENOENT, ENOMEM, ENOSPC, EPERM);
FAILS(shmat, "-1 errno", EACCES, EIDRM, EINVAL, ENOMEM);
FAILS(shmdt, "-1 errno", EINVAL);
FAILS(shmctl, "-1 errno", EACCES, EFAULT, EIDRM, EINVAL, ENOMEM, EOVERFLOW, EPERM);
FAILS(semget, "-1 errno", EACCES, EEXIST, EINVAL, ENOENT, ENOMEM, ENOSPC);
FAILS(semop, "-1 errno, eintr=retry, blocks", E2BIG, EACCES, EAGAIN, EFAULT, EFBIG, EIDRM, EINTR,
      EINVAL, ENOMEM, ERANGE);
FAILS(semtimedop, "-1 errno, eintr=timeout:4, blocks", E2BIG, EACCES, EAGAIN, EFAULT, EFBIG, EIDRM,
      EINTR, EINVAL, ENOMEM, ERANGE);
FAILS(semctl, "-1 errno", EACCES, EFAULT, EIDRM, EINVAL, EPERM, ERANGE);
FAILS(msgget, "-1 errno", EACCES, EEXIST, ENOENT, ENOMEM, ENOSPC);
FAILS(msgsnd, "-1 errno, eintr=retry, blocks", EACCES, EAGAIN, EFAULT, EIDRM, EINTR, EINVAL,
      ENOMEM);
FAILS(msgrcv, "-1 errno, eintr=retry, blocks", E2BIG, EACCES, EFAULT, EIDRM, EINTR, EINVAL,
      ENOMSG, ENOSYS);
FAILS(msgctl, "-1 errno", EACCES, EFAULT, EIDRM, EINVAL, EPERM);

/* <mqueue.h>; the times are points on a clock. */
FAILS(mq_open, "-1 errno", EACCES, EEXIST, EINVAL, EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOMEM,
      ENOSPC);
FAILS(mq_close, "-1 errno", EBADF);
FAILS(mq_unlink, "-1 errno", EACCES, ENAMETOOLONG, ENOENT);
FAILS(mq_getattr, "-1 errno", EBADF);
FAILS(mq_setattr, "-1 errno", EBADF, EINVAL);
FAILS(mq_notify, "-1 errno", EBADF, EBUSY, EINVAL, ENOMEM);
FAILS(mq_send, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EINTR, EMSGSIZE);
FAILS(mq_timedsend, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EINTR, EINVAL, EMSGSIZE,
      ETIMEDOUT);
FAILS(mq_receive, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EINTR, EMSGSIZE);
FAILS(mq_timedreceive, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, EINTR, EINVAL, EMSGSIZE,
      ETIMEDOUT);

/* <glob.h>, <ftw.h>, <wordexp.h>, <libgen.h> */
FAILS(glob, "nonzero result/GLOB_", GLOB_ABORTED, GLOB_NOMATCH, GLOB_NOSPACE);
FAILS(glob64, "nonzero result/GLOB_", GLOB_ABORTED, GLOB_NOMATCH, GLOB_NOSPACE);
NEVER_FAILS(globfree);
NEVER_FAILS(globfree64);
FAILS(nftw, "-1 errno");
FAILS(nftw64, "-1 errno");
FAILS(ftw, "-1 errno");
FAILS(ftw64, "-1 errno");
FAILS(wordexp, "nonzero result/WRDE_, blocks", WRDE_BADCHAR, WRDE_BADVAL, WRDE_CMDSUB,
      WRDE_NOSPACE, WRDE_SYNTAX);
NEVER_FAILS(wordfree);
NEVER_FAILS(dirname);
