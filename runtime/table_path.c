/*
 * Which file a table's name stands for. Names are looked for the way programs look for
 * libraries: first where the user says, then where this library was installed.
 */
#include "runtime/table.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "runtime/error.h"
#include "runtime/os.h"

static const char suffix[] = ".abx";

/* A program with more rights than its user must not load what the user's environment
 * names. */
static const char *get_search_path(void)
{
#if defined(ABX_HAVE_SECURE_GETENV)
    const char *path = secure_getenv("ABIDEX_PATH");
#else
    const char *path = getenv("ABIDEX_PATH");
#endif

    return path != NULL ? path : "";
}

static bool is_path(const char *name)
{
    size_t size = strlen(name);

    if (strchr(name, '/') != NULL)
        return true;
    return size > strlen(suffix) && strcmp(name + size - strlen(suffix), suffix) == 0;
}

/* Maps the file at @path, which is taken over. */
static int map_file(struct abx_table *table, struct abx_buffer *path,
                    struct abx_error *err)
{
    int code;

    if (path->failed) {
        abx_buffer_finish(path);
        return abx_error_no_memory(err);
    }
    free(table->path);
    table->path = path->data;
    *path = (struct abx_buffer){0};
    code = abx_os_map(table->path, &table->data, &table->size);
    if (code != 0) {
        char text[128];

        abx_os_errno_text(code, text, sizeof(text));
        abx_error_set(err, ABX_SYSTEM, "%s: %s", table->path, text);
        if (err != NULL)
            err->code = code;
        return ABX_SYSTEM;
    }
    return ABX_OK;
}

/* Maps @name in a folder, with or without the platform's name. *foundp: there is such a
 * file. */
static int map_in_folder(struct abx_table *table, const char *folder, size_t size,
                         const char *name, bool *foundp, struct abx_error *err)
{
    struct abx_error reason = {0};
    int status = ABX_SYSTEM;

    for (int with_platform = 1; with_platform >= 0; with_platform--) {
        struct abx_buffer path = {0};

        abx_buffer_put(&path, folder, size);
        if (with_platform)
            abx_buffer_printf(&path, "/%s", abx_platform());
        abx_buffer_printf(&path, "/%s%s", name, suffix);
        status = map_file(table, &path, &reason);
        *foundp =
            status != ABX_SYSTEM || (reason.code != ENOENT && reason.code != ENOTDIR);
        if (*foundp)
            break;
    }
    if (status != ABX_OK && err != NULL)
        *err = reason;
    return status;
}

int abx_table_map(struct abx_table *table, const char *name, struct abx_error *err)
{
    const char *search = get_search_path();
    bool is_found = false;
    int status;

    if (is_path(name)) {
        struct abx_buffer path = {0};

        abx_buffer_puts(&path, name);
        return map_file(table, &path, err);
    }
    for (const char *at = search; *at != '\0';) {
        size_t size = strcspn(at, ":");

        if (size > 0) {
            status = map_in_folder(table, at, size, name, &is_found, err);
            if (is_found)
                return status;
        }
        at += size + (at[size] == ':');
    }
    status =
        map_in_folder(table, ABX_TABLE_DIR, strlen(ABX_TABLE_DIR), name, &is_found, err);
    if (is_found)
        return status;
    abx_error_set(err, ABX_SYSTEM, "no table %s%s in %s%s%s", name, suffix, search,
                  *search != '\0' ? " or " : "", ABX_TABLE_DIR);
    if (err != NULL)
        err->code = ENOENT;
    return ABX_SYSTEM;
}
