/*
 * A reader may have the old file mapped: it must never be cut short or overwritten in
 * place, so the new content goes into a new file that takes the old one's name.
 */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"

static int write_all(int fd, const char *data, size_t size)
{
    while (size) {
        ssize_t n = write(fd, data, size);

        if (n < 0 && errno != EINTR)
            return errno;
        if (n == 0)
            return EIO;
        if (n > 0) {
            data += n;
            size -= (size_t)n;
        }
    }
    return 0;
}

static int write_directly(const char *path, const char *data, size_t size)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    int error;

    if (fd < 0)
        return errno;
    error = write_all(fd, data, size);
    if (close(fd) < 0 && !error)
        error = errno;
    return error;
}

/* What a new file gets from open(2), which mkstemp does not give. */
static mode_t default_mode(void)
{
    mode_t mask = umask(0);

    umask(mask);
    return 0666 & ~mask;
}

static int write_new(char *name, const char *path, mode_t mode, const char *data,
                     size_t size)
{
    int fd = mkostemp(name, O_CLOEXEC);
    int error;

    if (fd < 0)
        return errno;
    error = write_all(fd, data, size);
    if (!error && (fchmod(fd, mode) < 0 || fsync(fd) < 0))
        error = errno;
    if (close(fd) < 0 && !error)
        error = errno;
    if (!error && rename(name, path) < 0)
        error = errno;
    if (error)
        unlink(name);
    return error;
}

/* Follows links, so that the file they lead to is replaced and not the link. */
static int replace(const char *path, mode_t mode, const char *data, size_t size)
{
    char *real = realpath(path, NULL); /* NULL where there is no file yet */
    struct abx_buffer name = {0};
    int error = ENOMEM;

    abx_buffer_printf(&name, "%s.XXXXXX", real ? real : path);
    if (!name.failed)
        error = write_new(name.data, real ? real : path, mode, data, size);
    abx_buffer_finish(&name);
    free(real);
    return error;
}

int abx_file_replace(const char *path, const char *data, size_t size)
{
    struct stat status;

    if (stat(path, &status) < 0)
        return replace(path, default_mode(), data, size);
    if (S_ISDIR(status.st_mode))
        return EISDIR;
    if (!S_ISREG(status.st_mode))
        return write_directly(path, data, size);
    if (access(path, W_OK) < 0)
        return errno;
    return replace(path, status.st_mode & 07777, data, size);
}
