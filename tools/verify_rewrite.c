/**
 * Recording in a table that it was proven. The new file is complete on disk before it
 * takes the place of the old one, so that nothing is lost whatever happens in between.
 */
#include "tools/verify.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tools/command.h"

static bool fail(const char *path, const char *what)
{
    abx_message("cannot %s %s: %s", what, path, strerror(errno));
    return false;
}

static bool read_all(const char *path, struct abx_buffer *out)
{
    FILE *file = fopen(path, "re");
    char block[65536];
    size_t size;
    bool is_read;

    if (!file)
        return fail(path, "read");
    while ((size = fread(block, 1, sizeof(block), file)) > 0)
        abx_buffer_put(out, block, size);
    is_read = !ferror(file);
    fclose(file);
    if (out->failed)
        abx_message("out of memory");
    return (is_read || fail(path, "read")) && !out->failed;
}

/* The header's lines but for `verified`, then the new one if there is one, then the rest
 * of the file. */
static void put_rewritten(struct abx_buffer *out, const char *old, const char *value)
{
    static const char key[] = "verified ";

    while (*old && *old != '\n') {
        size_t size = strcspn(old, "\n");

        size += old[size] == '\n';
        if (strncmp(old, key, strlen(key)) != 0)
            abx_buffer_put(out, old, size);
        old += size;
    }
    if (value)
        abx_buffer_printf(out, "%s%s\n", key, value);
}

static bool write_all(int fd, const char *data, size_t size)
{
    while (size) {
        ssize_t n = write(fd, data, size);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        data += n;
        size -= (size_t)n;
    }
    return true;
}

/* Writes a file next to @path and puts it in its place. */
static bool replace(const char *path, const struct abx_buffer *text)
{
    char temporary[PATH_MAX];
    struct stat status;
    bool is_written;
    int fd;

    if (snprintf(temporary, sizeof(temporary), "%s.XXXXXX", path) >=
        (int)sizeof(temporary)) {
        errno = ENAMETOOLONG;
        return fail(path, "write");
    }
    fd = mkstemp(temporary);
    if (fd < 0)
        return fail(temporary, "write");
    is_written = write_all(fd, abx_buffer_text(text), text->size) &&
                 stat(path, &status) == 0 && fchmod(fd, status.st_mode & 07777) == 0 &&
                 fsync(fd) == 0;
    is_written = close(fd) == 0 && is_written;
    if (is_written && rename(temporary, path) == 0)
        return true;
    fail(path, "write");
    unlink(temporary);
    return false;
}

bool table_rewrite_verified(const char *path, const char *value)
{
    struct abx_buffer old = {0};
    struct abx_buffer new = {0};
    char *real = realpath(path, NULL);
    bool is_done = real ? read_all(real, &old) : fail(path, "read");

    if (is_done) {
        const char *body = strstr(abx_buffer_text(&old), "\n\n");

        put_rewritten(&new, abx_buffer_text(&old), value);
        if (body)
            abx_buffer_put(&new, body + 1, old.size - (size_t)(body + 1 - old.data));
        is_done = body && !new.failed &&replace(real, &new);
        if (!body || new.failed)
            abx_message("cannot rewrite %s: %s", path,
                        body ? "out of memory" : "its header has no end");
    }
    abx_buffer_finish(&old);
    abx_buffer_finish(&new);
    free(real);
    return is_done;
}
