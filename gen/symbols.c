/*
 * A declaration is worth something only if a library of its own platform exports its
 * symbol. Read with libelf, so that a foreign platform's libraries are read as well as this
 * one's; which symbols count is told in target/exports.c.
 */
#include "gen/symbols.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "target/exports.h"

static int read_symbols(struct gen_symbols *symbols, Elf *elf, const char *library)
{
    struct abx_elf_symbols exports;
    const char *name;
    int index = 0;

    if (!abx_elf_find_symbols(&exports, elf))
        return -1;
    while (abx_elf_next_export(&exports, &index, &name)) {
        size_t size = strlen(name);

        if (abx_map_find(&symbols->map, name, size))
            continue;
        name = abx_arena_copy(&symbols->arena, name, size);
        if (!name || abx_map_set(&symbols->map, name, size, (void *)library) < 0)
            symbols->out_of_memory = true;
    }
    return 0;
}

/* Folders of a system, @platform's first. */
static const char *const system_dirs[] = {"/lib", "/usr/lib", "/lib64", "/usr/lib64"};

static int open_in(const char *root, const char *dir, const char *sub, const char *name)
{
    struct abx_buffer path = {0};
    int fd = -1;

    abx_buffer_printf(&path, "%s%s%s%s/%s", root, dir, sub ? "/" : "", sub ? sub : "",
                      name);
    if (!path.failed)
        fd = open(path.data, O_RDONLY | O_CLOEXEC);
    abx_buffer_finish(&path);
    return fd;
}

/* Where the target has it: as its compiler says, or in the folders of its system. */
static int open_of_target(const char *name, const struct gen_library_path *path)
{
    const char *root = path->sysroot ? path->sysroot : "";
    size_t n = sizeof(system_dirs) / sizeof(*system_dirs);
    int fd = -1;

    if (path->compiler) {
        const char *found = abx_compiler_find_library(path->compiler, name);

        errno = ENOENT;
        return found ? open(found, O_RDONLY | O_CLOEXEC) : -1;
    }
    for (size_t i = 0; fd < 0 && i < n; i++)
        fd = open_in(root, system_dirs[i], path->platform, name);
    for (size_t i = 0; fd < 0 && i < n; i++)
        fd = open_in(root, system_dirs[i], NULL, name);
    return fd;
}

static int open_library(const char *name, const struct gen_library_path *path)
{
    int fd = -1;

    if (strchr(name, '/'))
        return open(name, O_RDONLY | O_CLOEXEC);
    for (size_t i = 0; fd < 0 && i < path->n_dirs; i++)
        fd = open_in(path->dirs[i], "", NULL, name);
    return fd < 0 ? open_of_target(name, path) : fd;
}

static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

static bool is_known(const struct gen_symbols *symbols, const char *name)
{
    for (size_t i = 0; i < symbols->n_libraries; i++)
        if (!strcmp(symbols->libraries[i], file_name(name)))
            return true;
    return false;
}

static const char *remember(struct gen_symbols *symbols, const char *name)
{
    size_t n = symbols->n_libraries;
    const char **libraries = realloc(symbols->libraries, (n + 1) * sizeof(*libraries));
    char *copy;

    if (!libraries)
        return NULL;
    symbols->libraries = libraries;
    copy = abx_arena_copy(&symbols->arena, file_name(name), strlen(file_name(name)));
    if (copy)
        libraries[symbols->n_libraries++] = copy;
    return copy;
}

static int read_library(struct gen_symbols *symbols, Elf *elf, const char *name,
                        const struct gen_library_path *path, struct gen_place place,
                        struct gen_messages *messages)
{
    const char *library;
    GElf_Ehdr header;

    if (elf && elf_kind(elf) == ELF_K_ELF && gelf_getehdr(elf, &header)) {
        if (path->platform && !abx_elf_is_for(&header, path->platform)) {
            gen_error(messages, place, "library %s: is for %s, not for %s", name,
                      abx_elf_architecture(&header), path->platform);
            return -1;
        }
        library = remember(symbols, name);
        if (library && read_symbols(symbols, elf, library) == 0)
            return 0;
    }
    gen_error(messages, place, "library %s: is no shared library with dynamic symbols",
              name);
    return -1;
}

int gen_symbols_add(struct gen_symbols *symbols, const char *name,
                    const struct gen_library_path *path, struct gen_place place,
                    struct gen_messages *messages)
{
    Elf *elf = NULL;
    int fd, answer;

    if (is_known(symbols, name))
        return 0;
    fd = open_library(name, path);
    if (fd < 0) {
        gen_error(messages, place, "library %s: %s", name, strerror(errno));
        return -1;
    }
    elf_version(EV_CURRENT);
    elf = elf_begin(fd, ELF_C_READ_MMAP, NULL);
    answer = read_library(symbols, elf, name, path, place, messages);
    elf_end(elf);
    close(fd);
    return answer;
}

const char *gen_symbols_find(const struct gen_symbols *symbols, const char *symbol)
{
    struct abx_map_entry *entry = abx_map_find(&symbols->map, symbol, strlen(symbol));

    return entry ? entry->value : NULL;
}

void gen_symbols_finish(struct gen_symbols *symbols)
{
    abx_map_finish(&symbols->map);
    abx_arena_finish(&symbols->arena);
    free(symbols->libraries);
    *symbols = (struct gen_symbols){0};
}
