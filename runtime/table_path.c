/*
 * Which file a table's name stands for. Names are looked for the way programs look for
 * libraries: first where the user says, then where the host has tables of its own, then
 * where this library was installed.
 */
#include "runtime/table.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "runtime/context.h"
#include "runtime/error.h"
#include "runtime/os.h"

static const char suffix[] = ".abx";

static bool is_path(const char *name)
{
    size_t size = strlen(name);

    if (abx_os_is_path(name))
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

/* What is looked through for a name. */
struct search {
    const char *name;
    struct abx_buffer tried; /* the folders, for the message */
    bool is_found;           /* or there was no memory to go on */
};

/* The folders of the user's list. */
static int map_in_list(struct abx_table *table, struct search *search,
                       const struct abx_buffer *list, struct abx_error *err)
{
    int status = ABX_OK;

    search->is_found = list->failed;
    if (list->failed)
        return abx_error_no_memory(err);
    for (const char *at = abx_buffer_text(list); *at != '\0' && !search->is_found;) {
        size_t size = strcspn(at, ABX_OS_PATH_SEPARATOR);

        if (size > 0)
            status = map_in_folder(table, at, size, search->name, &search->is_found, err);
        at += size + (at[size] != '\0');
    }
    abx_buffer_puts(&search->tried,
                    list->size > 0 ? abx_buffer_text(list) : "ABIDEX_PATH (not set)");
    return status;
}

static int map_in_one(struct abx_table *table, struct search *search, const char *folder,
                      struct abx_error *err)
{
    abx_buffer_printf(&search->tried, "%s%s", search->tried.size > 0 ? " or " : "",
                      folder);
    return map_in_folder(table, folder, strlen(folder), search->name, &search->is_found,
                         err);
}

/* The folders that the host added. */
static int map_in_added(struct abx_table *table, struct search *search,
                        struct abx_error *err)
{
    const struct abx_buffer *folders = &table->context->folders;
    int status = ABX_OK;

    for (size_t at = 0; at < folders->size && !search->is_found;) {
        const char *folder = folders->data + at;

        status = map_in_one(table, search, folder, err);
        at += strlen(folder) + 1;
    }
    return status;
}

static int map_in_own(struct abx_table *table, struct search *search,
                      struct abx_error *err)
{
    struct abx_buffer folder = {0};
    int status = ABX_OK;

    for (unsigned i = 0; !search->is_found && abx_os_own_folder(i, &folder); i++) {
        search->is_found = folder.failed;
        status = folder.failed ? abx_error_no_memory(err)
                               : map_in_one(table, search, folder.data, err);
        abx_buffer_finish(&folder);
    }
    return status;
}

static int refuse_name(const struct search *search, struct abx_error *err)
{
    if (search->tried.failed)
        return abx_error_no_memory(err);
    abx_error_set(err, ABX_SYSTEM, "no table %s%s in %s", search->name, suffix,
                  abx_buffer_text(&search->tried));
    if (err != NULL)
        err->code = ENOENT;
    return ABX_SYSTEM;
}

static int map_by_name(struct abx_table *table, const char *name, struct abx_error *err)
{
    struct search search = {.name = name};
    struct abx_buffer list = {0};
    int status;

    abx_os_environment("ABIDEX_PATH", &list);
    status = map_in_list(table, &search, &list, err);
    if (!search.is_found)
        status = map_in_added(table, &search, err);
    if (!search.is_found)
        status = map_in_own(table, &search, err);
    if (!search.is_found)
        status = refuse_name(&search, err);
    abx_buffer_finish(&search.tried);
    abx_buffer_finish(&list);
    return status;
}

int abx_table_map(struct abx_table *table, const char *name, struct abx_error *err)
{
    struct abx_buffer path = {0};

    if (!is_path(name))
        return map_by_name(table, name, err);
    abx_buffer_puts(&path, name);
    return map_file(table, &path, err);
}
