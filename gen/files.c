/*
 * A library's headers include other people's, so that its own have to be told apart. Its
 * folder tells: what lies beside a header and below belongs to it. But folders such as
 * /usr/include are everybody's. There a header's own are those that it includes with
 * quotes, and a folder that has its name. No list of such folders is needed: each
 * #include in angle brackets shows in which one it was found.
 */
#include "gen/files.h"

#include <fnmatch.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"

/* ---- paths */

static const char *find_directory(struct gen_files *files)
{
    char directory[PATH_MAX];

    if (!files->directory) {
        if (!getcwd(directory, sizeof(directory)))
            directory[0] = '\0';
        files->directory = abx_arena_copy(&files->arena, directory, strlen(directory));
    }
    return files->directory ? files->directory : "";
}

/* Takes the last step off a path. */
static void leave_folder(struct abx_buffer *path)
{
    size_t size = path->size;

    while (size && path->data[size - 1] != '/')
        size--;
    abx_buffer_truncate(path, size ? size - 1 : 0);
}

static void put_steps(struct abx_buffer *out, const char *path)
{
    while (*path) {
        size_t size = strcspn(path, "/");

        if (size == 2 && !strncmp(path, "..", 2)) {
            leave_folder(out);
        } else if (size && (size != 1 || *path != '.')) {
            abx_buffer_putc(out, '/');
            abx_buffer_put(out, path, size);
        }
        path += size + (path[size] == '/');
    }
}

/*
 * The path as it is compared, in the arena; NULL when out of memory. Which of several names
 * the parser tells for one file depends on its version, so links are followed.
 */
static const char *normalize(struct gen_files *files, const char *path)
{
    char *real = realpath(path, NULL);
    struct abx_buffer text = {0};
    const char *copy = NULL;

    if (!real && *path != '/')
        put_steps(&text, find_directory(files));
    put_steps(&text, real ? real : path);
    if (!text.failed)
        copy = abx_arena_copy(&files->arena, abx_buffer_text(&text), text.size);
    if (!copy)
        files->out_of_memory = true;
    abx_buffer_finish(&text);
    free(real);
    return copy;
}

/* How many bytes of a path name the folder that it lies in. */
static size_t folder_size(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? (size_t)(slash - path) : 0;
}

/* ---- the files */

struct gen_file *gen_files_get(struct gen_files *files, const char *path)
{
    const char *key = normalize(files, path);
    struct abx_map_entry *entry =
        key ? abx_map_find(&files->map, key, strlen(key)) : NULL;
    struct gen_file *file;

    if (!key || entry)
        return entry ? entry->value : NULL;
    file = abx_arena_alloc(&files->arena, sizeof(*file));
    if (!file || abx_map_set(&files->map, key, strlen(key), file) < 0) {
        files->out_of_memory = true;
        return NULL;
    }
    file->path = key;
    return file;
}

static void add_root(struct gen_files *files, const char *folder, size_t size)
{
    const char *key;

    if (abx_map_find(&files->roots, folder, size))
        return;
    key = abx_arena_copy(&files->arena, folder, size);
    if (!key || abx_map_set(&files->roots, key, size, (void *)key) < 0)
        files->out_of_memory = true;
}

void gen_files_add_root(struct gen_files *files, const char *folder)
{
    const char *path = normalize(files, folder);

    if (path)
        add_root(files, path, strlen(path));
}

/* The size of the folder in which @name leads to @path; 0 if that is not how it was
 * found. */
static size_t root_size(const char *path, const char *name)
{
    size_t size = strlen(path), name_size = strlen(name);

    if (size <= name_size || path[size - name_size - 1] != '/' ||
        strcmp(path + size - name_size, name) != 0)
        return 0;
    return size - name_size - 1;
}

void gen_files_include(struct gen_files *files, struct gen_file *includer,
                       struct gen_file *file, const char *name,
                       enum gen_include_form form)
{
    struct gen_inclusion *inclusion = abx_arena_alloc(&files->arena, sizeof(*inclusion));
    const char *copy = abx_arena_copy(&files->arena, name, strlen(name));
    size_t size = form == GEN_INCLUDE_ANGLED ? root_size(file->path, name) : 0;

    if (!inclusion || !copy) {
        files->out_of_memory = true;
        return;
    }
    *inclusion = (struct gen_inclusion){includer->inclusions, file, copy, form};
    includer->inclusions = inclusion;
    if (size)
        add_root(files, file->path, size);
}

/* ---- what is a header's own */

static bool is_root(const struct gen_files *files, const char *folder, size_t size)
{
    return abx_map_find(&files->roots, folder, size) != NULL;
}

static bool is_inside(const char *path, const char *folder, size_t size)
{
    return !strncmp(path, folder, size) && path[size] == '/';
}

static void take(struct gen_file *file, bool is_quoting)
{
    file->is_own = true;
    if (!is_quoting || file->is_quoting)
        return;
    file->is_quoting = true;
    for (struct gen_inclusion *at = file->inclusions; at; at = at->next)
        if (at->form == GEN_INCLUDE_QUOTED)
            take(at->file, true);
}

static void take_folder(struct gen_files *files, const char *folder, size_t size,
                        bool is_quoting)
{
    for (size_t i = 0; i < files->map.n_items; i++) {
        struct gen_file *file = files->map.items[i].value;

        if (is_inside(file->path, folder, size))
            take(file, is_quoting);
    }
}

/* A library's headers may lie in several roots, those of one platform apart from the
 * rest. */
static void take_in_roots(struct gen_files *files, const char *name, size_t size,
                          bool is_quoting)
{
    for (size_t i = 0; i < files->roots.n_items; i++) {
        struct abx_buffer folder = {0};

        abx_buffer_printf(&folder, "%s/%.*s", files->roots.items[i].key, (int)size, name);
        if (folder.failed)
            files->out_of_memory = true;
        else
            take_folder(files, folder.data, folder.size, is_quoting);
        abx_buffer_finish(&folder);
    }
}

/* The longest root above a folder; 0 if there is none. */
static size_t find_root_above(const struct gen_files *files, const char *folder,
                              size_t size)
{
    while (size-- > 1)
        if (folder[size] == '/' && is_root(files, folder, size))
            return size;
    return 0;
}

static void take_stem(struct gen_files *files, const struct gen_file *header)
{
    const char *base = header->path + folder_size(header->path) + 1;
    const char *dot = strrchr(base, '.');

    if (dot && dot > base)
        take_in_roots(files, base, (size_t)(dot - base), true);
}

/* A header that is named: "openssl/evp.h" in a root has its folder in each root. */
static void take_header(struct gen_files *files, struct gen_file *header,
                        const char *name)
{
    const char *path = header->path;
    size_t size = folder_size(path), above;
    size_t found_in = root_size(path, name);

    if (!is_root(files, path, size)) {
        take(header, false);
        take_folder(files, path, size, false);
        above = find_root_above(files, path, size);
        if (above)
            take_in_roots(files, path + above + 1, size - above - 1, false);
        return;
    }
    take(header, true);
    take_stem(files, header);
    if (found_in && found_in < size && is_root(files, path, found_in))
        take_in_roots(files, path + found_in + 1, size - found_in - 1, false);
}

void gen_files_choose(struct gen_files *files)
{
    for (size_t i = 0; i < files->map.n_items; i++) {
        struct gen_file *file = files->map.items[i].value;

        if (!file->is_spec)
            continue;
        file->is_own = true;
        for (struct gen_inclusion *at = file->inclusions; at; at = at->next)
            if (!at->file->is_spec)
                take_header(files, at->file, at->name);
    }
}

size_t gen_files_choose_matching(struct gen_files *files, const char *pattern)
{
    struct abx_buffer end = {0};
    size_t n = 0;

    abx_buffer_printf(&end, "*/%s", pattern);
    for (size_t i = 0; i < files->map.n_items; i++) {
        struct gen_file *file = files->map.items[i].value;

        if (fnmatch(pattern, file->path, 0) != 0 &&
            fnmatch(abx_buffer_text(&end), file->path, 0) != 0)
            continue;
        file->is_own = true;
        n++;
    }
    if (end.failed)
        files->out_of_memory = true;
    abx_buffer_finish(&end);
    return n;
}

bool gen_files_are_all_own(const struct gen_files *files)
{
    for (size_t i = 0; i < files->map.n_items; i++)
        if (!((const struct gen_file *)files->map.items[i].value)->is_own)
            return false;
    return true;
}

void gen_files_finish(struct gen_files *files)
{
    abx_map_finish(&files->map);
    abx_map_finish(&files->roots);
    abx_arena_finish(&files->arena);
    *files = (struct gen_files){0};
}
