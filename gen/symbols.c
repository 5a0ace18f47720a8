/*
 * A declaration is worth something only if a library exports its symbol. Read with
 * libelf, so that a foreign platform's libraries are read as well as this one's. A symbol
 * that only exists in an old, hidden version (GLIBC_2.2.5 of something that was removed
 * since) can't be linked any more and counts as not exported.
 */
#include "gen/symbols.h"

#include <ar.h>
#include <errno.h>
#include <fcntl.h>
#include <gelf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "gen/linker_script.h"

enum { VERSION_HIDDEN = 0x8000 };

/* How deep linker scripts may name each other. */
enum { MAX_DEPTH = 8 };

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
        if (!strcmp(symbols->libraries[i], name))
            return true;
    return false;
}

static const char *remember(struct gen_symbols *symbols, const char *name)
{
    size_t n = symbols->n_libraries;
    const char **libraries = realloc(symbols->libraries, (n + 1) * sizeof(*libraries));
    char *copy = NULL;

    if (libraries) {
        symbols->libraries = libraries;
        copy = abx_arena_copy(&symbols->arena, name, strlen(name));
    }
    if (copy)
        libraries[symbols->n_libraries++] = copy;
    else
        symbols->out_of_memory = true;
    return copy;
}

/* A library that was asked for, on the command line, in a spec or in a linker script. */
struct request {
    struct gen_symbols *symbols;
    const struct gen_library_path *path;
    struct gen_place place;
    struct gen_messages *messages;
    const char *name; /* as it was asked for: in messages */
    unsigned depth;   /* of linker scripts */
};

static int fail(const struct request *request, const char *why)
{
    gen_error(request->messages, request->place, "library %s: %s", request->name, why);
    return -1;
}

static bool is_linked(const char *name)
{
    return !strncmp(name, "-l", 2);
}

/* "-lz" is found as the linker does, except that a shared library comes before a static
 * one in any folder. */
static int open_named(const struct request *request, const char *name)
{
    static const char *const ends[] = {".so", ".a"};
    int fd = -1;

    if (!is_linked(name))
        return open_library(name, request->path);
    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends) && fd < 0; i++) {
        struct abx_buffer file = {0};

        abx_buffer_printf(&file, "lib%s%s", name + 2, ends[i]);
        if (!file.failed)
            fd = open_library(file.data, request->path);
        abx_buffer_finish(&file);
    }
    return fd;
}

/* The name under which the loader will look for it; NULL if it does not say. */
static const char *find_soname(Elf *elf)
{
    Elf_Scn *section = NULL;
    GElf_Shdr header;
    GElf_Dyn dynamic;

    while ((section = elf_nextscn(elf, section))) {
        Elf_Data *data;

        if (!gelf_getshdr(section, &header) || header.sh_type != SHT_DYNAMIC)
            continue;
        data = elf_getdata(section, NULL);
        for (int i = 0; data && gelf_getdyn(data, i, &dynamic); i++)
            if (dynamic.d_tag == DT_SONAME)
                return elf_strptr(elf, header.sh_link, dynamic.d_un.d_val);
    }
    return NULL;
}

static int add_shared(const struct request *request, Elf *elf, const char *name)
{
    const char *soname = is_linked(name) || request->depth ? find_soname(elf) : NULL;
    const char *library = file_name(soname ? soname : name);
    struct abx_buffer file = {0};
    int answer = 0;

    if (!soname && is_linked(name)) {
        abx_buffer_printf(&file, "lib%s.so", name + 2);
        library = abx_buffer_text(&file);
    }
    if (!is_known(request->symbols, library)) {
        library = remember(request->symbols, library);
        if (library && read_symbols(request->symbols, elf, library) < 0)
            answer = fail(request, "is no shared library with dynamic symbols");
    }
    abx_buffer_finish(&file);
    return answer;
}

/* The parts of the C library that are empty since it has all in one are there as such. */
static int add_archive(const struct request *request, Elf *elf)
{
    size_t size = 0;

    if (request->depth || (elf_rawfile(elf, &size) && size <= SARMAG))
        return 0;
    return fail(request, "is there as a static library only, which no program can load");
}

static int add_named(const struct request *request, const char *name);

static int add_script(const struct request *request, Elf *elf)
{
    struct gen_linker_script script = {0};
    struct request inner = *request;
    const char *word;
    size_t size = 0;
    int answer = 0;

    if (++inner.depth > MAX_DEPTH)
        return fail(request, "linker scripts that name each other");
    script.at = elf_rawfile(elf, &size);
    script.end = script.at + size;
    while (!answer && (answer = gen_linker_script_next(&script, &word, &size)) > 0) {
        const char *name = abx_arena_copy(&request->symbols->arena, word, size);

        answer = name ? add_named(&inner, name) : -1;
        request->symbols->out_of_memory |= !name;
    }
    if (script.problem)
        gen_error(request->messages, request->place,
                  "library %s: is neither a shared library nor a linker script with a "
                  "list of some: %s",
                  request->name, script.problem);
    return answer;
}

static int add_opened(const struct request *request, const char *name, int fd)
{
    Elf *elf = elf_begin(fd, ELF_C_READ_MMAP, NULL);
    int answer;

    if (elf && elf_kind(elf) == ELF_K_ELF)
        answer = add_shared(request, elf, name);
    else if (elf && elf_kind(elf) == ELF_K_AR)
        answer = add_archive(request, elf);
    else if (elf && elf_rawfile(elf, NULL))
        answer = add_script(request, elf);
    else
        answer = fail(request, "is no shared library with dynamic symbols");
    elf_end(elf);
    return answer;
}

static int add_named(const struct request *request, const char *name)
{
    int fd = open_named(request, name);
    int answer;

    if (fd < 0) {
        gen_error(request->messages, request->place, "library %s: %s%s%s", request->name,
                  request->depth ? name : "", request->depth ? ", which it names: " : "",
                  strerror(errno));
        return -1;
    }
    answer = add_opened(request, name, fd);
    close(fd);
    return answer;
}

int gen_symbols_add(struct gen_symbols *symbols, const char *name,
                    const struct gen_library_path *path, struct gen_place place,
                    struct gen_messages *messages)
{
    const struct request request = {symbols, path, place, messages, name, 0};

    if (is_known(symbols, file_name(name)))
        return 0;
    elf_version(EV_CURRENT);
    return add_named(&request, name);
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
