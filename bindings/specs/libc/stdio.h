/* <stdio.h>. Where a result also stands for the end of the file, errno tells which it was. */

/* Streams; after fclose the stream is gone, whatever it answers. */
FAILS(fopen, "NULL errno, eintr=retry, blocks", EACCES, EEXIST, EFAULT, EINTR, EINVAL, EISDIR,
      ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOMEM, ENOSPC, ENOTDIR, ENXIO, EOVERFLOW,
      EPERM, EROFS, ETXTBSY);
MEANS(fopen, EACCES,
      "the file's permissions forbid this mode, or a directory on the way forbids the search");
MEANS(fopen, EEXIST, "the mode has x, and the file exists");
MEANS(fopen, EFAULT, "pathname lies outside the memory of the process");
MEANS(fopen, EINTR,
      "a signal handler ran while waiting for a slow device, such as the other end of a FIFO");
MEANS(fopen, EINVAL, "the mode does not start with r, w or a");
MEANS(fopen, EISDIR, "pathname is a directory, and the mode asks to write");
MEANS(fopen, ELOOP, "too many symbolic links on the way");
MEANS(fopen, EMFILE, "the process has as many open descriptors as it may");
MEANS(fopen, ENAMETOOLONG, "pathname, or a name in it, is too long");
MEANS(fopen, ENFILE, "the system has as many open files as it may");
MEANS(fopen, ENOENT, "the file or a directory on the way does not exist");
MEANS(fopen, ENOMEM, "there is not enough memory");
MEANS(fopen, ENOSPC, "the file does not exist, and the device has no room for it");
MEANS(fopen, ENOTDIR, "a name on the way is not a directory");
MEANS(fopen, ENXIO, "pathname is a socket, or a device that is not there");
MEANS(fopen, EOVERFLOW, "the file is too large to be opened: use 64-bit offsets");
MEANS(fopen, EPERM, "the file is sealed or append-only");
MEANS(fopen, EROFS, "the file system is read-only, and the mode asks to write");
MEANS(fopen, ETXTBSY, "the file is being executed, and the mode asks to write");
FAILS(fopen64, "NULL errno, eintr=retry, blocks", EACCES, EEXIST, EFAULT, EINTR, EINVAL, EISDIR,
      ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOMEM, ENOSPC, ENOTDIR, ENXIO, EOVERFLOW,
      EPERM, EROFS, ETXTBSY);
MEANS(fopen64, EACCES,
      "the file's permissions forbid this mode, or a directory on the way forbids the search");
MEANS(fopen64, EEXIST, "the mode has x, and the file exists");
MEANS(fopen64, EFAULT, "pathname lies outside the memory of the process");
MEANS(fopen64, EINTR,
      "a signal handler ran while waiting for a slow device, such as the other end of a FIFO");
MEANS(fopen64, EINVAL, "the mode does not start with r, w or a");
MEANS(fopen64, EISDIR, "pathname is a directory, and the mode asks to write");
MEANS(fopen64, ELOOP, "too many symbolic links on the way");
MEANS(fopen64, EMFILE, "the process has as many open descriptors as it may");
MEANS(fopen64, ENAMETOOLONG, "pathname, or a name in it, is too long");
MEANS(fopen64, ENFILE, "the system has as many open files as it may");
MEANS(fopen64, ENOENT, "the file or a directory on the way does not exist");
MEANS(fopen64, ENOMEM, "there is not enough memory");
MEANS(fopen64, ENOSPC, "the file does not exist, and the device has no room for it");
MEANS(fopen64, ENOTDIR, "a name on the way is not a directory");
MEANS(fopen64, ENXIO, "pathname is a socket, or a device that is not there");
MEANS(fopen64, EOVERFLOW, "the file is too large to be opened: use 64-bit offsets");
MEANS(fopen64, EPERM, "the file is sealed or append-only");
MEANS(fopen64, EROFS, "the file system is read-only, and the mode asks to write");
MEANS(fopen64, ETXTBSY, "the file is being executed, and the mode asks to write");
FAILS(freopen, "NULL errno, blocks", EACCES, EBADF, EEXIST, EFAULT, EINTR, EINVAL, EISDIR, ELOOP,
      EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOMEM, ENOSPC, ENOTDIR, ENXIO, EOVERFLOW, EPERM,
      EROFS, ETXTBSY);
FAILS(freopen64, "NULL errno, blocks", EACCES, EBADF, EEXIST, EFAULT, EINTR, EINVAL, EISDIR,
      ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOMEM, ENOSPC, ENOTDIR, ENXIO, EOVERFLOW,
      EPERM, EROFS, ETXTBSY);
FAILS(fdopen, "NULL errno", EBADF, EINVAL, ENOMEM);
MEANS(fdopen, EBADF, "fd is not an open descriptor");
MEANS(fdopen, EINVAL, "the mode is not valid, or asks for more than fd was opened for");
MEANS(fdopen, ENOMEM, "there is not enough memory");
FAILS(fmemopen, "NULL errno", EINVAL, ENOMEM);
FAILS(open_memstream, "NULL errno", ENOMEM);
FAILS(fopencookie, "NULL errno");
FAILS(tmpfile, "NULL errno", EACCES, EEXIST, EINTR, EMFILE, ENFILE, ENOSPC, EROFS);
FAILS(tmpfile64, "NULL errno", EACCES, EEXIST, EINTR, EMFILE, ENFILE, ENOSPC, EROFS);
FAILS(popen, "NULL errno", EAGAIN, EINVAL, EMFILE, ENFILE, ENOMEM);
MEANS(popen, EAGAIN, "a limit on processes is reached");
MEANS(popen, EINVAL, "type is neither r nor w, with or without e");
MEANS(popen, EMFILE, "the process has as many open descriptors as it may");
MEANS(popen, ENFILE, "the system has as many open files as it may");
MEANS(popen, ENOMEM, "there is not enough memory");
FAILS(pclose, "-1 errno, blocks", ECHILD, EINVAL);
FAILS(fclose, "EOF errno, eintr=never, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EINTR, EIO, ENOSPC,
      EPIPE);
MEANS(fclose, EAGAIN,
      "the descriptor is non-blocking, and what was buffered could not be written now: it is lost");
MEANS(fclose, EBADF, "the descriptor behind the stream is not open");
MEANS(fclose, EDQUOT, "the user's quota is used up: what was buffered is lost");
MEANS(fclose, EFBIG,
      "the file would grow beyond the limit on its size: what was buffered is lost");
MEANS(fclose, EINTR, "a signal handler ran; the stream is gone all the same");
MEANS(fclose, EIO, "the device failed: what was buffered is lost");
MEANS(fclose, ENOSPC, "the device has no room left: what was buffered is lost");
MEANS(fclose, EPIPE, "nobody reads the other end of the pipe or socket");
FAILS(fcloseall, "EOF errno, eintr=never, blocks");
FAILS(fflush, "EOF errno, eintr=retry, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EINTR, EIO, ENOSPC,
      EPIPE);
MEANS(fflush, EAGAIN, "the descriptor is non-blocking, and nothing can be written to it now");
MEANS(fflush, EBADF, "stream is not open, or not open for writing");
MEANS(fflush, EDQUOT, "the user's quota is used up");
MEANS(fflush, EFBIG, "the file would grow beyond the limit on its size");
MEANS(fflush, EINTR, "a signal handler ran before everything was written");
MEANS(fflush, EIO, "the device failed");
MEANS(fflush, ENOSPC, "the device has no room left");
MEANS(fflush, EPIPE, "nobody reads the other end of the pipe or socket");
FAILS(fflush_unlocked, "EOF errno, eintr=retry, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EINTR,
      EIO, ENOSPC, EPIPE);
MEANS(fflush_unlocked, EAGAIN,
      "the descriptor is non-blocking, and nothing can be written to it now");
MEANS(fflush_unlocked, EBADF, "stream is not open, or not open for writing");
MEANS(fflush_unlocked, EDQUOT, "the user's quota is used up");
MEANS(fflush_unlocked, EFBIG, "the file would grow beyond the limit on its size");
MEANS(fflush_unlocked, EINTR, "a signal handler ran before everything was written");
MEANS(fflush_unlocked, EIO, "the device failed");
MEANS(fflush_unlocked, ENOSPC, "the device has no room left");
MEANS(fflush_unlocked, EPIPE, "nobody reads the other end of the pipe or socket");
FAILS(setvbuf, "nonzero errno");
NEVER_FAILS(setbuf);
NEVER_FAILS(setbuffer);
NEVER_FAILS(setlinebuf);
FAILS(fileno, "-1 errno", EBADF);
MEANS(fileno, EBADF, "the stream has no descriptor: it is in memory, for instance");
FAILS(fileno_unlocked, "-1 errno", EBADF);
MEANS(fileno_unlocked, EBADF, "the stream has no descriptor: it is in memory, for instance");
NEVER_FAILS(feof);
NEVER_FAILS(feof_unlocked);
NEVER_FAILS(ferror);
NEVER_FAILS(ferror_unlocked);
NEVER_FAILS(clearerr);
NEVER_FAILS(clearerr_unlocked);
NEVER_FAILS(flockfile);
NEVER_FAILS(funlockfile);
FAILS(ftrylockfile, "nonzero none");

/* Position */
FAILS(fseek, "-1 errno", EBADF, EINVAL, EOVERFLOW, ESPIPE);
MEANS(fseek, EBADF, "the descriptor behind the stream is not open");
MEANS(fseek, EINVAL, "whence is not known, or the position would be negative");
MEANS(fseek, EOVERFLOW, "the position does not fit in the offset's type");
MEANS(fseek, ESPIPE, "the stream is a pipe, socket or FIFO, which has no positions");
FAILS(fseeko, "-1 errno", EBADF, EINVAL, EOVERFLOW, ESPIPE);
MEANS(fseeko, EBADF, "the descriptor behind the stream is not open");
MEANS(fseeko, EINVAL, "whence is not known, or the position would be negative");
MEANS(fseeko, EOVERFLOW, "the position does not fit in the offset's type");
MEANS(fseeko, ESPIPE, "the stream is a pipe, socket or FIFO, which has no positions");
FAILS(fseeko64, "-1 errno", EBADF, EINVAL, EOVERFLOW, ESPIPE);
MEANS(fseeko64, EBADF, "the descriptor behind the stream is not open");
MEANS(fseeko64, EINVAL, "whence is not known, or the position would be negative");
MEANS(fseeko64, EOVERFLOW, "the position does not fit in the offset's type");
MEANS(fseeko64, ESPIPE, "the stream is a pipe, socket or FIFO, which has no positions");
FAILS(ftell, "-1 errno", EBADF, EOVERFLOW, ESPIPE);
FAILS(ftello, "-1 errno", EBADF, EOVERFLOW, ESPIPE);
FAILS(ftello64, "-1 errno", EBADF, EOVERFLOW, ESPIPE);
FAILS(fgetpos, "nonzero errno", EBADF, EINVAL, ESPIPE);
FAILS(fgetpos64, "nonzero errno", EBADF, EINVAL, ESPIPE);
FAILS(fsetpos, "nonzero errno", EBADF, EINVAL, ESPIPE);
FAILS(fsetpos64, "nonzero errno", EBADF, EINVAL, ESPIPE);
NEVER_FAILS(rewind);

/* Reading; no eintr=retry, since part of the data may be in the caller's buffer already. */
FAILS(fread, "0 errno, clear, blocks", EAGAIN, EBADF, EINTR, EIO, EISDIR);
FAILS(fread_unlocked, "0 errno, clear, blocks", EAGAIN, EBADF, EINTR, EIO, EISDIR);
FAILS(fgets, "NULL errno, clear, blocks", EAGAIN, EBADF, EINTR, EIO, EISDIR);
FAILS(fgets_unlocked, "NULL errno, clear, blocks", EAGAIN, EBADF, EINTR, EIO, EISDIR);
FAILS(fgetc, "EOF errno, clear, blocks", EAGAIN, EBADF, EINTR, EIO, EISDIR);
FAILS(fgetc_unlocked, "EOF errno, clear, blocks", EAGAIN, EBADF, EINTR, EIO, EISDIR);
FAILS(getc, "EOF errno, clear, blocks", EAGAIN, EBADF, EINTR, EIO, EISDIR);
FAILS(getc_unlocked, "EOF errno, clear, blocks", EAGAIN, EBADF, EINTR, EIO, EISDIR);
FAILS(getchar, "EOF errno, clear, blocks", EAGAIN, EBADF, EINTR, EIO, EISDIR);
FAILS(getchar_unlocked, "EOF errno, clear, blocks", EAGAIN, EBADF, EINTR, EIO, EISDIR);
FAILS(getw, "EOF errno, clear, blocks", EAGAIN, EBADF, EINTR, EIO, EISDIR);
FAILS(getline, "-1 errno, clear, blocks", EAGAIN, EBADF, EINTR, EINVAL, EIO, EISDIR, ENOMEM);
FAILS(getdelim, "-1 errno, clear, blocks", EAGAIN, EBADF, EINTR, EINVAL, EIO, EISDIR, ENOMEM);
FAILS(scanf, "EOF errno, clear, blocks", EAGAIN, EBADF, EILSEQ, EINTR, EINVAL, EIO, ENOMEM);
FAILS(fscanf, "EOF errno, clear, blocks", EAGAIN, EBADF, EILSEQ, EINTR, EINVAL, EIO, ENOMEM);
FAILS(vscanf, "EOF errno, clear, blocks", EAGAIN, EBADF, EILSEQ, EINTR, EINVAL, EIO, ENOMEM);
FAILS(vfscanf, "EOF errno, clear, blocks", EAGAIN, EBADF, EILSEQ, EINTR, EINVAL, EIO, ENOMEM);
FAILS(sscanf, "EOF errno, clear", EILSEQ, EINVAL, ENOMEM);
FAILS(vsscanf, "EOF errno, clear", EILSEQ, EINVAL, ENOMEM);
FAILS(ungetc, "EOF none");

/* Writing */
FAILS(fwrite, "0 errno, clear, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EINTR, EIO, ENOSPC, EPIPE);
FAILS(fwrite_unlocked, "0 errno, clear, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EINTR, EIO,
      ENOSPC, EPIPE);
FAILS(fputs, "EOF errno, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EINTR, EIO, ENOSPC, EPIPE);
FAILS(fputs_unlocked, "EOF errno, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EINTR, EIO, ENOSPC,
      EPIPE);
FAILS(puts, "EOF errno, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EINTR, EIO, ENOSPC, EPIPE);
FAILS(fputc, "EOF errno, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EINTR, EIO, ENOSPC, EPIPE);
FAILS(fputc_unlocked, "EOF errno, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EINTR, EIO, ENOSPC,
      EPIPE);
FAILS(putc, "EOF errno, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EINTR, EIO, ENOSPC, EPIPE);
FAILS(putc_unlocked, "EOF errno, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EINTR, EIO, ENOSPC,
      EPIPE);
FAILS(putchar, "EOF errno, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EINTR, EIO, ENOSPC, EPIPE);
FAILS(putchar_unlocked, "EOF errno, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EINTR, EIO, ENOSPC,
      EPIPE);
FAILS(putw, "nonzero errno, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EINTR, EIO, ENOSPC, EPIPE);
FAILS(printf, "negative errno, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EILSEQ, EINTR, EIO, ENOMEM,
      ENOSPC, EOVERFLOW, EPIPE);
FAILS(fprintf, "negative errno, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EILSEQ, EINTR, EIO,
      ENOMEM, ENOSPC, EOVERFLOW, EPIPE);
FAILS(dprintf, "negative errno, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EILSEQ, EINTR, EIO,
      ENOMEM, ENOSPC, EOVERFLOW, EPIPE);
FAILS(vprintf, "negative errno, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EILSEQ, EINTR, EIO,
      ENOMEM, ENOSPC, EOVERFLOW, EPIPE);
FAILS(vfprintf, "negative errno, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EILSEQ, EINTR, EIO,
      ENOMEM, ENOSPC, EOVERFLOW, EPIPE);
FAILS(vdprintf, "negative errno, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EILSEQ, EINTR, EIO,
      ENOMEM, ENOSPC, EOVERFLOW, EPIPE);
FAILS(snprintf, "negative errno", EILSEQ, ENOMEM, EOVERFLOW);
FAILS(sprintf, "negative errno", EILSEQ, ENOMEM, EOVERFLOW);
FAILS(vsnprintf, "negative errno", EILSEQ, ENOMEM, EOVERFLOW);
FAILS(vsprintf, "negative errno", EILSEQ, ENOMEM, EOVERFLOW);
FAILS(asprintf, "negative errno", EILSEQ, ENOMEM, EOVERFLOW);
FAILS(vasprintf, "negative errno", EILSEQ, ENOMEM, EOVERFLOW);
NEVER_FAILS(perror);

/* Files by name */
FAILS(remove, "-1 errno", EACCES, EBUSY, EFAULT, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM,
      ENOTDIR, ENOTEMPTY, EPERM, EROFS);
FAILS(rename, "-1 errno", EACCES, EBUSY, EDQUOT, EEXIST, EFAULT, EINVAL, EISDIR, ELOOP, EMLINK,
      ENAMETOOLONG, ENOENT, ENOMEM, ENOSPC, ENOTDIR, ENOTEMPTY, EPERM, EROFS, EXDEV);
MEANS(rename, EACCES,
      "a directory that must be written forbids it, or one on the way forbids the search");
MEANS(rename, EBUSY,
      "the system or a process uses oldpath or newpath: something is mounted there, for instance");
MEANS(rename, EDQUOT, "the user's quota leaves no room for it");
MEANS(rename, EEXIST, "newpath is a directory that is not empty");
MEANS(rename, EFAULT, "oldpath or newpath lies outside the memory of the process");
MEANS(rename, EINVAL, "newpath lies inside oldpath: a directory can't become a part of itself");
MEANS(rename, EISDIR, "newpath is a directory, but oldpath is none");
MEANS(rename, ELOOP, "too many symbolic links on the way");
MEANS(rename, EMLINK, "the file, or the directory that takes it, has as many links as it may");
MEANS(rename, ENAMETOOLONG, "oldpath or newpath, or a name in them, is too long");
MEANS(rename, ENOENT, "oldpath does not exist, or a directory on the way to newpath does not");
MEANS(rename, ENOMEM, "the kernel has no memory for it");
MEANS(rename, ENOSPC, "the device has no room for the new entry");
MEANS(rename, ENOTDIR,
      "a name on the way is not a directory, or oldpath is a directory and newpath is none");
MEANS(rename, ENOTEMPTY, "newpath is a directory that is not empty");
MEANS(rename, EPERM, "a sticky directory or the file system forbids it");
MEANS(rename, EROFS, "the file system is read-only");
MEANS(rename, EXDEV, "oldpath and newpath are not on the same mounted file system");
FAILS(renameat, "-1 errno", EACCES, EBADF, EBUSY, EDQUOT, EEXIST, EFAULT, EINVAL, EISDIR, ELOOP,
      EMLINK, ENAMETOOLONG, ENOENT, ENOMEM, ENOSPC, ENOTDIR, ENOTEMPTY, EPERM, EROFS, EXDEV);
FAILS(renameat2, "-1 errno", EACCES, EBADF, EBUSY, EDQUOT, EEXIST, EFAULT, EINVAL, EISDIR, ELOOP,
      EMLINK, ENAMETOOLONG, ENOENT, ENOMEM, ENOSPC, ENOTDIR, ENOTEMPTY, EPERM, EROFS, EXDEV);
FAILS(tempnam, "NULL errno", EEXIST, ENOMEM);
FAILS(tmpnam, "NULL none");
FAILS(tmpnam_r, "NULL none");
NEVER_FAILS(ctermid);
