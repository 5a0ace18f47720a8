/*
 * The C runtime of Windows, ucrtbase.dll and the older msvcrt.dll: what many functions have in
 * common. `$` is who is to blame.
 *
 * Where a function finds a parameter not valid (NULL, a size of 0, a buffer too small for an _s
 * function), it first calls the invalid parameter handler. That of ucrtbase ends the process;
 * what is told here comes to pass where the program has set one that returns, by
 * _set_invalid_parameter_handler or _set_thread_local_invalid_parameter_handler. A descriptor
 * that is not open is such a parameter, too. There is no EINTR: nothing interrupts a call.
 *
 * Refusals of Windows itself are errno's by a table of the runtime, in which EACCES stands for
 * much (a file in use, a disk that is not there) and EINVAL for all that it does not know;
 * _doserrno has the code of Windows.
 */
EACH_MEANS(ENOMEM, "no memory is left for it")
EACH_MEANS(EMFILE, "the process has as many open files as the C runtime takes")
EACH_MEANS(ENOSPC, "the disk has no room left")

/* A descriptor; the way to something that has to exist, or that is made. */
GROUP(fd, EBADF, "$ is not an open descriptor")
GROUP(path, EINVAL, "$ is NULL, or no name that Windows allows")
GROUP(path, ENOENT, "what $ names, or a directory on the way to it, does not exist")

/* What opens the file $. */
GROUP(opens, EACCES,
      "$ is a directory, read-only, barred to the caller, or in use and not shared")
GROUP(opens, EEXIST, "$ exists, and has to be made anew")
GROUP(opens, EINVAL, "$ is NULL or no name that Windows allows, or what shall be done with it")
GROUP(opens, ENOENT, "$, or a directory on the way to it, does not exist")

/* Characters: those of the locale, and those of UTF-16. */
GROUP(decodes, EILSEQ, "$ holds bytes that are no character in the locale's encoding")
GROUP(encodes, EILSEQ, "$ holds a character that the locale's encoding does not have")

/* A text that is to fit into $. */
GROUP(fills, EINVAL, "$ or another pointer is NULL, or the size of $ is 0")
GROUP(fills, ERANGE, "$ is too small for the text and its zero")
/* The same of a number that is written with a radix. */
GROUP(digits, EINVAL, "$ is NULL or its size 0, or the radix is not from 2 to 36")
GROUP(digits, ERANGE, "$ is too small for the number and its zero")
GROUP(asks, EINVAL, "$ is NULL")

/* Fails as the other does, from which a va_list tells it apart. */
#define TAKES_VA_LIST(fn, other)                                                         \
    LIKE(fn, other);                                                                     \
    REFUSE(fn, "takes a va_list, which only C code can make; call " #other)
