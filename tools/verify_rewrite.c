/**
 * New texts for a table: that it was proven, or another body. The new file is complete on
 * disk before it takes the place of the old one, so that nothing is lost whatever happens
 * in between.
 */
#include "tools/verify.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
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

static bool write_table(const char *path, const struct abx_buffer *text)
{
    int error = text->failed ? ENOMEM : abx_file_replace(path, text->data, text->size);

    if (error)
        abx_message("cannot write %s: %s", path, strerror(error));
    return !error;
}

/* The text of the table at @path, and where its body begins. False after a message. */
static bool read_table(const char *path, struct abx_buffer *text, const char **bodyp)
{
    const char *end;

    if (!read_all(path, text))
        return false;
    end = strstr(abx_buffer_text(text), "\n\n");
    *bodyp = end ? end + 2 : NULL;
    if (!end)
        abx_message("cannot rewrite %s: its header has no end", path);
    return end != NULL;
}

bool table_rewrite_verified(const char *path, const char *value)
{
    struct abx_buffer old = {0}, new = {0};
    const char *body = NULL;
    char *real = realpath(path, NULL);
    bool is_done = real ? read_table(real, &old, &body) : fail(path, "read");

    if (is_done) {
        put_rewritten(&new, old.data, value);
        abx_buffer_putc(&new, '\n');
        abx_buffer_put(&new, body, old.size - (size_t)(body - old.data));
        is_done = write_table(real, &new);
    }
    abx_buffer_finish(&old);
    abx_buffer_finish(&new);
    free(real);
    return is_done;
}

bool table_rewrite_body(const char *from, const char *to, const struct abx_buffer *body)
{
    struct abx_buffer old = {0}, new = {0};
    const char *old_body;
    bool is_done = read_table(from, &old, &old_body);

    if (is_done) {
        put_rewritten(&new, old.data, NULL);
        abx_buffer_putc(&new, '\n');
        abx_buffer_put(&new, abx_buffer_text(body), body->size);
        is_done = write_table(to, &new);
    }
    abx_buffer_finish(&old);
    abx_buffer_finish(&new);
    return is_done;
}

bool table_copy(const char *from, const char *to)
{
    struct abx_buffer text = {0};
    bool is_done = read_all(from, &text) && write_table(to, &text);

    abx_buffer_finish(&text);
    return is_done;
}
