/* <stdio.h>, <stdio_ext.h>, <printf.h>, <err.h>, <error.h>. Where a result also stands for the
 * end of the file, errno tells which it was. */

/* What opens the file $ for modes. */
GROUP(fopens, EACCES,
      "$ does not permit what modes asks for, or a directory on the way may not be searched")
GROUP(fopens, EBUSY, "modes has x without w or a, and $ is a block device that is in use")
GROUP(fopens, EEXIST, "modes has x, and $ exists")
GROUP(fopens, EINVAL,
      "modes does not start with r, w or a, has an unknown ccs=, or $ is no valid name")
GROUP(fopens, EISDIR, "$ is a directory, and modes asks to write")
GROUP(fopens, ENODEV, "$ is a special file of a device that is not there")
GROUP(fopens, ENXIO, "$ is a socket, or a special file of a device that is not there")
GROUP(fopens, EOVERFLOW, "$ is too large to be opened: use 64-bit offsets")
GROUP(fopens, EPERM, "$ is immutable, append-only or sealed, which forbids what modes asks for")
GROUP(fopens, ETXTBSY, "$ is being executed, and modes asks to write")

/* What reads from the stream $. */
GROUP(freads, EAGAIN, "the descriptor of $ is non-blocking, and there is nothing to read now")
GROUP(freads, EBADF, "$ is not open for reading, or its descriptor is closed")
GROUP(freads, EIO, "the device failed, or $ is the terminal and the process in the background")
GROUP(freads, EISDIR, "$ is a directory")
GROUP(freads, ENXIO, "the device of $ is gone, or has nothing at this place")
GROUP(freads, EOVERFLOW, "$ is read beyond the greatest offset that it can have")

/* What writes to the stream $; a buffer that could not be written is thrown away. */
GROUP(fwrites, EAGAIN, "the descriptor of $ is non-blocking and took not all: the rest is lost")
GROUP(fwrites, EBADF, "$ is not open for writing, or its descriptor is closed")
GROUP(fwrites, EDESTADDRREQ, "$ is a datagram socket that is not connected")
GROUP(fwrites, EDQUOT, "the user's quota is used up: what was not written is lost")
GROUP(fwrites, EFBIG, "the file would grow beyond the limit on its size: the rest is lost")
GROUP(fwrites, EINTR, "a signal handler ran before all was written: the rest is lost")
GROUP(fwrites, EINVAL, "the file of $ can't be written to, or has O_DIRECT and unaligned data")
GROUP(fwrites, EIO, "the device or the file system failed: what was not written is lost")
GROUP(fwrites, ENOSPC, "the file system has no room left: what was not written is lost")
GROUP(fwrites, ENXIO, "the device of $ is gone, or can't store anything at this place")
GROUP(fwrites, EPERM, "the file of $ is sealed against being written to or growing")
GROUP(fwrites, EPIPE, "nobody reads the other end of the pipe or socket")

/* What needs the position of the stream $. */
GROUP(fseeks, EBADF, "the descriptor of $ is closed")
GROUP(fseeks, EOVERFLOW, "the position does not fit in the offset's type")
GROUP(fseeks, ESPIPE, "$ is a pipe, socket, FIFO or terminal, which has no positions")

/* What formats. */
GROUP(formats, EILSEQ, "a wide character has no form in the locale's encoding")
GROUP(formats, EINVAL, "$ is NULL, or the descriptor can't be written to like this")
GROUP(formats, ENOMEM, "no memory is left for a wide or precise field, or for the text")
GROUP(formats, EOVERFLOW, "the text, or a width or precision in $, would be greater than INT_MAX")

/* Streams; after fclose and a failed freopen the stream is gone, whatever they answer. */
FAILS(fopen, "NULL errno, eintr=retry, blocks", EDQUOT, EINTR, EMFILE, ENFILE, ENOMEM, ENOSPC,
      EROFS, fopens(filename), path(filename));
LIKE(fopen64, fopen);
FAILS(freopen, "NULL errno, eintr=never, blocks", EBADF, EDQUOT, EINTR, EMFILE, ENFILE, ENOMEM,
      ENOSPC, EROFS, fopens(filename), path(filename));
MEANS(freopen, EBADF, "filename is NULL, and the descriptor of stream is closed");
LIKE(freopen64, freopen);
FAILS(fdopen, "NULL errno", EBADF, EINVAL, ENOMEM, fd(fd));
MEANS(fdopen, EINVAL,
      "modes does not start with r, w or a, or asks for more than fd was opened for");
FAILS(fmemopen, "NULL errno", EINVAL, ENOMEM);
MEANS(fmemopen, EINVAL, "modes does not start with r, w or a");
LIKE(fopencookie, fmemopen);
FAILS(open_memstream, "NULL errno", ENOMEM);
FAILS(tmpfile, "NULL errno, eintr=retry, blocks", EACCES, EEXIST, EINTR, EMFILE, ENFILE, ENOMEM,
      ENOSPC, EROFS);
MEANS(tmpfile, EACCES, "/tmp may not be written to or searched");
MEANS(tmpfile, EEXIST, "every name that was tried in /tmp exists");
MEANS(tmpfile, ENOENT, "/tmp does not exist, or is no directory");
LIKE(tmpfile64, tmpfile);
#ifdef __GLIBC__
FAILS(popen, "NULL errno, blocks", EINVAL, EMFILE, ENFILE, ENOMEM);
MEANS(popen, ENOMEM, "no memory is left, or the shell can't be started, for whatever reason");
#else
FAILS(popen, "NULL errno, blocks", EAGAIN, EINVAL, EMFILE, ENFILE, ENOMEM);
MEANS(popen, EAGAIN, "a limit on processes is reached");
#endif
MEANS(popen, EINVAL, "modes is neither r nor w, with or without e");
FAILS(pclose, "-1 errno, eintr=never, blocks", ECHILD, fwrites(stream));
MEANS(pclose, ECHILD,
      "the command's status is lost: SIGCHLD is ignored, or somebody else waited for it");
FAILS(fclose, "EOF errno, eintr=never, blocks", ENOMEM, fwrites(stream));
MEANS(fclose, EBADF, "the descriptor of stream is closed");
MEANS(fclose, EINTR, "a signal handler ran; the stream is gone all the same");
FAILS(fcloseall, "EOF errno, eintr=never, blocks", ENOMEM, fwrites(a stream));
FAILS(fflush, "EOF errno, eintr=never, blocks", ENOMEM, fwrites(stream));
MEANS(fflush, EBADF, "the descriptor of stream, or of one of all if it is NULL, is closed");
LIKE(fflush_unlocked, fflush);
FAILS(setvbuf, "nonzero none");
NEVER_FAILS(setbuf);
NEVER_FAILS(setbuffer);
NEVER_FAILS(setlinebuf);
FAILS(fileno, "-1 errno", EBADF);
MEANS(fileno, EBADF, "stream has no descriptor: it is in memory, for instance");
LIKE(fileno_unlocked, fileno);
NEVER_FAILS(feof);
LIKE(feof_unlocked, feof);
NEVER_FAILS(ferror);
LIKE(ferror_unlocked, ferror);
NEVER_FAILS(clearerr);
LIKE(clearerr_unlocked, clearerr);
FAILS(flockfile, "never, blocks");
NEVER_FAILS(funlockfile);
FAILS(ftrylockfile, "nonzero none");

/* Position; what is buffered is written first, and lost if that fails. */
FAILS(fseek, "-1 errno, eintr=never, blocks", ENOMEM, fseeks(stream), fwrites(stream));
MEANS(fseek, EINVAL,
      "whence is not known, or the position would be negative or too great for the file");
LIKE(fseeko, fseek);
LIKE(fseeko64, fseek);
FAILS(fsetpos, "nonzero errno, eintr=never, blocks", ENOMEM, fseeks(stream), fwrites(stream));
MEANS(fsetpos, EINVAL, "pos does not hold a position in this file");
LIKE(fsetpos64, fsetpos);
FAILS(ftell, "-1 errno, blocks", fseeks(stream));
MEANS(ftell, EIO, "the functions of stream (fopencookie) do not tell a position");
LIKE(ftello, ftell);
LIKE(ftello64, ftell);
FAILS(fgetpos, "nonzero errno, blocks", fseeks(stream));
MEANS(fgetpos, EIO, "the functions of stream (fopencookie) do not tell a position");
LIKE(fgetpos64, fgetpos);
FAILS(rewind, "any errno, clear, eintr=never, blocks", ENOMEM, fseeks(stream), fwrites(stream));

/* Reading. What an interrupted call had read is lost, unless it reads single characters. A count
 * of fread's that is too small, but not 0, is no failure: ferror or the next call tells why.
 * glibc's getdelim and getline answer -1 without a code, too, while ferror tells of a failure. */
FAILS(fgetc, "EOF errno, clear, eintr=retry, blocks", EINTR, ENOMEM, freads(stream));
LIKE(fgetc_unlocked, fgetc);
LIKE(getc, fgetc);
LIKE(getc_unlocked, fgetc);
FAILS(getchar, "EOF errno, clear, eintr=retry, blocks", EINTR, ENOMEM, freads(stdin));
LIKE(getchar_unlocked, getchar);
FAILS(getw, "EOF errno, clear, eintr=never, blocks", EINTR, ENOMEM, freads(stream));
FAILS(fread, "0 errno, clear, eintr=never, blocks", EINTR, ENOMEM, freads(stream));
MEANS(fread, EFAULT, "ptr lies outside the memory of the process");
LIKE(fread_unlocked, fread);
FAILS(fgets, "NULL errno, clear, eintr=never, blocks", EINTR, ENOMEM, freads(stream));
LIKE(fgets_unlocked, fgets);
FAILS(getdelim, "-1 errno, clear, eintr=never, blocks", EINTR, EINVAL, ENOMEM, EOVERFLOW,
      freads(stream));
MEANS(getdelim, EINVAL, "lineptr or n is NULL");
MEANS(getdelim, EOVERFLOW, "the line is longer than SSIZE_MAX");
LIKE(__getdelim, getdelim);
LIKE(getline, getdelim);
FAILS(ungetc, "EOF none");

/* EOF without a code: the input ended before anything was converted, or did not fit. */
FAILS(fscanf, "EOF errno, clear, eintr=never, blocks", EILSEQ, EINTR, EINVAL, ENOMEM,
      freads(stream));
MEANS(fscanf, EILSEQ, "the input for a %lc, %ls or %l[ is no character of the locale's");
MEANS(fscanf, EINVAL, "format is NULL");
FAILS(scanf, "EOF errno, clear, eintr=never, blocks", EILSEQ, EINTR, EINVAL, ENOMEM,
      freads(stdin));
MEANS(scanf, EILSEQ, "the input for a %lc, %ls or %l[ is no character of the locale's");
MEANS(scanf, EINVAL, "format is NULL");
FAILS(sscanf, "EOF errno, clear", EILSEQ, EINVAL, ENOMEM);
MEANS(sscanf, EILSEQ, "the part of s for a %lc, %ls or %l[ is no character of the locale's");
MEANS(sscanf, EINVAL, "format is NULL");
TAKES_VA_LIST(vfscanf, fscanf);
TAKES_VA_LIST(vscanf, scanf);
TAKES_VA_LIST(vsscanf, sscanf);

/* Writing; fwrite, too, fails with a count of 0 alone: one below n tells of a part written. */
FAILS(fputc, "EOF errno, eintr=never, blocks", ENOMEM, fwrites(stream));
LIKE(fputc_unlocked, fputc);
LIKE(fputs, fputc);
LIKE(fputs_unlocked, fputc);
LIKE(putc, fputc);
LIKE(putc_unlocked, fputc);
LIKE(putw, fputc);
FAILS(putchar, "EOF errno, eintr=never, blocks", ENOMEM, fwrites(stdout));
LIKE(putchar_unlocked, putchar);
LIKE(puts, putchar);
FAILS(fwrite, "0 errno, clear, eintr=never, blocks", ENOMEM, fwrites(s));
FAILS(fwrite_unlocked, "0 errno, clear, eintr=never, blocks", ENOMEM, fwrites(stream));
FAILS(fprintf, "negative errno, eintr=never, blocks", formats(format), fwrites(stream));
FAILS(printf, "negative errno, eintr=never, blocks", formats(format), fwrites(stdout));
FAILS(dprintf, "negative errno, eintr=never, blocks", formats(fmt), writable(fd), fwrites(fd));
FAILS(sprintf, "negative errno", formats(format));
MEANS(sprintf, EINVAL, "format is NULL");
LIKE(snprintf, sprintf);
FAILS(asprintf, "negative errno", formats(fmt));
MEANS(asprintf, EINVAL, "fmt is NULL");
LIKE(__asprintf, asprintf);
LIKE(obstack_printf, sprintf);
TAKES_VA_LIST(vfprintf, fprintf);
TAKES_VA_LIST(vprintf, printf);
TAKES_VA_LIST(vdprintf, dprintf);
TAKES_VA_LIST(vsprintf, sprintf);
TAKES_VA_LIST(vsnprintf, snprintf);
TAKES_VA_LIST(vasprintf, asprintf);
TAKES_VA_LIST(obstack_vprintf, obstack_printf);
FAILS(perror, "never, blocks");
UNTOLD(__uflow, "internal: getc_unlocked calls it where the buffer is empty");
UNTOLD(__overflow, "internal: putc_unlocked calls it where the buffer is full");

/* Files by name */
FAILS(remove, "-1 errno, blocks", EBUSY, EINVAL, EIO, ENOMEM, ENOTEMPTY, EPERM, EROFS,
      path(filename));
MEANS(remove, EACCES,
      "the directory of filename is not writable, or one on the way not searchable");
MEANS(remove, EBUSY, "filename is a mount point, the root directory, or used by the system");
MEANS(remove, EINVAL, "filename is a directory and ends in . as its last name");
MEANS(remove, ENOTEMPTY,
      "filename is a directory that is not empty, or ends in .. as its last name");
MEANS(remove, EPERM,
      "an attribute, the sticky directory of another user or the file system forbids it");

GROUP(renames, EACCES, "the directory of $ can't be written, or one on the way not searched")
GROUP(renames, EBUSY, "$ is a mount point, used by the system, or has . or .. as its last name")
GROUP(renames, EEXIST, "new is a directory that is not empty")
GROUP(renames, EINVAL, "new lies inside old: a directory can't become a part of itself")
GROUP(renames, EISDIR, "new is a directory, but old is none")
GROUP(renames, EMLINK, "old, or the directory of new, has as many links as it may")
GROUP(renames, ENOENT, "old or a directory on the way to new does not exist, or $ is empty")
GROUP(renames, ENOTDIR, "a name on the way is no directory, or old is one and new is none")
GROUP(renames, ENOTEMPTY, "new is a directory that is not empty")
GROUP(renames, EPERM, "an attribute, a sticky directory or the file system forbids it")
GROUP(renames, EXDEV, "old and new are not on the same mounted file system")
FAILS(rename, "-1 errno, blocks", EDQUOT, EIO, ENOMEM, ENOSPC, EROFS, renames(old or new),
      path(old or new));
FAILS(renameat, "-1 errno, blocks", EDQUOT, EIO, ENOMEM, ENOSPC, EROFS, renames(old or new),
      path(old or new), at(oldfd or newfd));
MEANS(renameat, ENOTDIR,
      "oldfd, newfd or a name on the way is no directory, or old is one and new is none");
FAILS(renameat2, "-1 errno, blocks", EDQUOT, EIO, ENOMEM, ENOSPC, EROFS, renames(old or new),
      path(old or new), at(oldfd or newfd));
MEANS(renameat2, EEXIST,
      "flags has RENAME_NOREPLACE and new exists, or new is a directory that is not empty");
MEANS(renameat2, EINVAL,
      "flags has a bit or pair that is unknown, excluded or unsupported there, or old holds new");
MEANS(renameat2, ENOENT,
      "old, or (RENAME_EXCHANGE) new, or a directory on the way does not exist");
MEANS(renameat2, ENOTDIR,
      "oldfd, newfd or a name on the way is no directory, or old is one and new is none");
MEANS(renameat2, EPERM,
      "flags has RENAME_WHITEOUT without CAP_MKNOD, or an attribute or a directory forbids it");
FAILS(tempnam, "NULL errno, blocks", EEXIST, ENOMEM);
MEANS(tempnam, EACCES, "no directory that it may use can be searched");
MEANS(tempnam, EEXIST, "every name that was tried exists");
MEANS(tempnam, ENOENT, "neither TMPDIR, dir nor /tmp is a directory that can be used");
FAILS(tmpnam, "NULL none, blocks");
FAILS(tmpnam_r, "NULL none, blocks");
NEVER_FAILS(ctermid);
FAILS(cuserid, "NULL none, blocks");
REFUSE(cuserid, "writes a name of any length; call getlogin_r");

/* <stdio_ext.h> */
NEVER_FAILS(__fbufsize);
NEVER_FAILS(__flbf);
NEVER_FAILS(__fpending);
#ifndef __GLIBC__
NEVER_FAILS(__freadahead);
NEVER_FAILS(__freadptr);
NEVER_FAILS(__freadptrinc);
NEVER_FAILS(__fseterr);
LIKE(fgetln, fgets);
#endif
NEVER_FAILS(__fpurge);
NEVER_FAILS(__freadable);
NEVER_FAILS(__freading);
NEVER_FAILS(__fsetlocking);
NEVER_FAILS(__fwritable);
NEVER_FAILS(__fwriting);
FAILS(_flushlbf, "never, blocks");

/* <printf.h> */
FAILS(register_printf_specifier, "-1 errno", EINVAL, ENOMEM);
MEANS(register_printf_specifier, EINVAL, "spec is not a character from 0 to 255");
LIKE(register_printf_function, register_printf_specifier);
FAILS(register_printf_modifier, "-1 errno", EINVAL, ENOMEM, ENOSPC);
MEANS(register_printf_modifier, EINVAL, "str is empty, or has a character beyond 255");
MEANS(register_printf_modifier, ENOSPC, "as many modifiers as there are bits for are registered");
FAILS(register_printf_type, "-1 errno", ENOMEM, ENOSPC);
MEANS(register_printf_type, ENOSPC, "as many types as there are numbers for are registered");
NEVER_FAILS(parse_printf_format);
FAILS(printf_size, "-1 errno, eintr=never, blocks", ENOMEM, fwrites(fp));
NEVER_FAILS(printf_size_info);

/* <err.h>, <error.h>. Those with a status end the process; error and error_at_line unless it is
 * 0. */
FAILS(err, "never, blocks");
LIKE(errx, err);
FAILS(warn, "never, blocks");
LIKE(warnx, warn);
TAKES_VA_LIST(verr, err);
TAKES_VA_LIST(verrx, errx);
TAKES_VA_LIST(vwarn, warn);
TAKES_VA_LIST(vwarnx, warnx);
FAILS(error, "never, blocks");
LIKE(error_at_line, error);
