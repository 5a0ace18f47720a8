/*
 * A declaration is worth something only if a library exports its symbol. Read with
 * libelf, so that a foreign platform's libraries are read as well as this one's. A symbol
 * that only exists in an old, hidden version (GLIBC_2.2.5 of something that was removed
 * since) can't be linked any more and counts as not exported.
 */
#include "gen/symbols.h"

#include <errno.h>
#include <fcntl.h>
#include <gelf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"

enum { VERSION_HIDDEN = 0x8000 };

static const char *const system_dirs[] = {"/lib", "/usr/lib"};

struct dynamic_table {
    Elf_Data *symbols;
    Elf_Data *versions; /* NULL: the library has no versions */
    GElf_Shdr header;
};

static int find_tables(Elf *elf, struct dynamic_table *table)
{
    Elf_Scn *section = NULL;
    GElf_Shdr header;

    while ((section = elf_nextscn(elf, section))) {
        if (!gelf_getshdr(section, &header))
            return -1;
        if (header.sh_type == SHT_GNU_versym)
            table->versions = elf_getdata(section, NULL);
        if (header.sh_type != SHT_DYNSYM)
            continue;
        table->symbols = elf_getdata(section, NULL);
        table->header = header;
    }
    return table->symbols && table->header.sh_entsize ? 0 : -1;
}

static bool is_exported(const struct dynamic_table *table, int index,
                        const GElf_Sym *symbol)
{
    GElf_Versym version;
    int binding = GELF_ST_BIND(symbol->st_info);

    if (symbol->st_shndx == SHN_UNDEF)
        return false;
    if (binding != STB_GLOBAL && binding != STB_WEAK && binding != STB_GNU_UNIQUE)
        return false;
    if (table->versions && gelf_getversym(table->versions, index, &version))
        return !(version & VERSION_HIDDEN);
    return true;
}

static int read_symbols(struct gen_symbols *symbols, Elf *elf, const char *library)
{
    struct dynamic_table table = {0};
    GElf_Sym symbol;

    if (find_tables(elf, &table) < 0)
        return -1;
    for (int i = 0; gelf_getsym(table.symbols, i, &symbol); i++) {
        const char *name = elf_strptr(elf, table.header.sh_link, symbol.st_name);
        size_t size = name ? strlen(name) : 0;

        if (!size || !is_exported(&table, i, &symbol) ||
            abx_map_find(&symbols->map, name, size))
            continue;
        name = abx_arena_copy(&symbols->arena, name, size);
        if (!name || abx_map_set(&symbols->map, name, size, (void *)library) < 0)
            symbols->out_of_memory = true;
    }
    return 0;
}

static int open_in(const char *dir, const char *sub, const char *name)
{
    struct abx_buffer path = {0};
    int fd = -1;

    abx_buffer_printf(&path, "%s%s%s/%s", dir, sub ? "/" : "", sub ? sub : "", name);
    if (!path.failed)
        fd = open(path.data, O_RDONLY | O_CLOEXEC);
    abx_buffer_finish(&path);
    return fd;
}

static int open_library(const char *name, const struct gen_library_path *path)
{
    int fd = -1;

    if (strchr(name, '/'))
        return open(name, O_RDONLY | O_CLOEXEC);
    for (size_t i = 0; fd < 0 && i < path->n_dirs; i++)
        fd = open_in(path->dirs[i], NULL, name);
    for (size_t i = 0; fd < 0 && i < 2; i++)
        fd = open_in(system_dirs[i], path->platform, name);
    for (size_t i = 0; fd < 0 && i < 2; i++)
        fd = open_in(system_dirs[i], NULL, name);
    return fd;
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

int gen_symbols_add(struct gen_symbols *symbols, const char *name,
                    const struct gen_library_path *path, struct gen_place place,
                    struct gen_messages *messages)
{
    const char *library = NULL;
    Elf *elf = NULL;
    int fd = -1;
    int answer = -1;

    if (is_known(symbols, name))
        return 0;
    fd = open_library(name, path);
    if (fd < 0) {
        gen_error(messages, place, "library %s: %s", name, strerror(errno));
        return -1;
    }
    elf_version(EV_CURRENT);
    elf = elf_begin(fd, ELF_C_READ_MMAP, NULL);
    library = elf ? remember(symbols, name) : NULL;
    if (library && elf_kind(elf) == ELF_K_ELF)
        answer = read_symbols(symbols, elf, library);
    if (answer < 0)
        gen_error(messages, place,
                  "library %s: is no shared library with dynamic symbols", name);
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
