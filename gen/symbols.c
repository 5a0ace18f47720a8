/*
 * A declaration is worth something only if a library of its own platform exports its
 * symbol. Read with libelf, so that a foreign platform's libraries are read as well as this
 * one's; which symbols count is told in target/exports.c. Of a DLL its import library tells.
 */
#include "gen/symbols.h"

#include <ar.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "gen/linker_script.h"
#include "target/exports.h"
#include "target/import_library.h"
#include "target/platform.h"

/* How deep linker scripts may name each other. */
enum { MAX_DEPTH = 8 };

/* The first library that exports a symbol has it; static code is what none exports. */
static void add_export(struct gen_symbols *symbols, struct abx_coff_name symbol,
                       const char *library, struct abx_coff_name name)
{
    struct abx_map_entry *entry = abx_map_find(&symbols->map, symbol.text, symbol.size);
    const struct gen_export *known = entry ? entry->value : NULL;
    struct gen_export *export;
    const char *key;

    if (known && (known->library || !library))
        return;
    export = abx_arena_alloc(&symbols->arena, sizeof(*export));
    key = abx_arena_copy(&symbols->arena, symbol.text, symbol.size);
    if (export && key && library) {
        export->library = library;
        export->name = symbol.size == name.size && !memcmp(key, name.text, name.size)
                           ? key
                           : abx_arena_copy(&symbols->arena, name.text, name.size);
    }
    if (!export || !key || (library && !export->name) ||
        abx_map_set(&symbols->map, key, symbol.size, export) < 0)
        symbols->out_of_memory = true;
}

static int read_symbols(struct gen_symbols *symbols, Elf *elf, const char *library)
{
    struct abx_elf_symbols exports;
    const char *name;
    int index = 0;

    if (!abx_elf_find_symbols(&exports, elf))
        return -1;
    while (abx_elf_next_export(&exports, &index, &name)) {
        const struct abx_coff_name symbol = {name, strlen(name)};

        add_export(symbols, symbol, library, symbol);
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

static bool is_dll(const char *name)
{
    const char *dot = strrchr(name, '.');

    return dot && !strcmp(dot, ".dll") && !strchr(name, '/');
}

/* "-lz" is found as the linker does, except that a shared library comes before a static
 * one in any folder; for a DLL its import library stands in, libNAME.a. */
static int open_named(const struct request *request, const char *name)
{
    static const char *const ends[] = {".so", ".dll.a", ".a"};
    const char *base = is_linked(name) ? name + 2 : name;
    int fd = -1;

    if (!is_linked(name) && !is_dll(name))
        return open_library(name, request->path);
    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends) && fd < 0; i++) {
        struct abx_buffer file = {0};

        abx_buffer_printf(&file, "lib%.*s%s",
                          is_linked(name) ? (int)strlen(base)
                                          : (int)(strrchr(base, '.') - base),
                          base, ends[i]);
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

static bool is_for_target(const struct request *request, Elf *elf)
{
    const char *platform = request->path->platform;
    GElf_Ehdr header;

    if (!platform || !gelf_getehdr(elf, &header) || abx_elf_is_for(&header, platform))
        return true;
    gen_error(request->messages, request->place, "library %s: is for %s, not for %s",
              request->name, abx_elf_architecture(&header), platform);
    return false;
}

static int add_shared(const struct request *request, Elf *elf, const char *name)
{
    const char *soname = is_linked(name) || request->depth ? find_soname(elf) : NULL;
    const char *library = file_name(soname ? soname : name);
    struct abx_buffer file = {0};
    int answer = 0;

    if (!is_for_target(request, elf))
        return -1;
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

static char small(char c)
{
    if (c >= 'A' && c <= 'Z')
        c = (char)(c - 'A' + 'a');
    return c;
}

/* Windows does not tell the case of file names apart, and archives write it in any way. */
static const char *find_dll(struct gen_symbols *symbols, struct abx_coff_name dll)
{
    char *name = abx_arena_copy(&symbols->arena, dll.text, dll.size);

    for (char *at = name; at && *at; at++)
        *at = small(*at);
    for (size_t i = 0; name && i < symbols->n_libraries; i++)
        if (!strcmp(symbols->libraries[i], name))
            return symbols->libraries[i];
    symbols->out_of_memory |= !name;
    return name ? remember(symbols, name) : NULL;
}

static bool is_of_machine(const struct request *request, uint16_t machine)
{
    const char *architecture = abx_coff_architecture(machine);
    const char *platform = request->path->platform;
    size_t size = strlen(architecture);

    if (size && !strncmp(platform, architecture, size) && platform[size] == '-')
        return true;
    gen_error(request->messages, request->place, "library %s: is for %s, not for %s",
              request->name, size ? architecture : "another machine", platform);
    return false;
}

static int read_imports(const struct request *request, struct abx_import_library *library)
{
    struct gen_symbols *symbols = request->symbols;
    struct abx_import import;
    const char *problem;

    symbols->machine = library->machine;
    while (abx_import_library_next(library, &import, &problem))
        add_export(symbols, import.symbol,
                   import.dll.size ? find_dll(symbols, import.dll) : NULL, import.name);
    return problem ? fail(request, problem) : 0;
}

/* An import library stands for each DLL that it speaks of. */
static int add_imports(const struct request *request, Elf *elf)
{
    struct abx_import_library library;
    size_t size = 0;
    const void *data = elf_rawfile(elf, &size);
    const char *problem = abx_import_library_init(&library, data, size);
    int answer = -1;

    if (problem)
        fail(request, problem);
    else if (is_of_machine(request, library.machine))
        answer = read_imports(request, &library);
    abx_import_library_finish(&library);
    if (!answer && is_dll(request->name) && !is_known(request->symbols, request->name))
        answer = fail(request, "its import library imports nothing from it");
    return answer;
}

/* The parts of the C library that are empty since it has all in one are there as such. */
static int add_archive(const struct request *request, Elf *elf)
{
    const char *platform = request->path->platform;
    size_t size = 0;

    if (platform && abx_target_is_windows(platform))
        return add_imports(request, elf);
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

const struct gen_export *gen_symbols_find(const struct gen_symbols *symbols,
                                          const char *symbol)
{
    struct abx_coff_name name = {symbol, strlen(symbol)};
    struct abx_map_entry *entry = abx_map_find(&symbols->map, name.text, name.size);

    return entry ? entry->value : NULL;
}

const struct gen_export *gen_symbols_find_label(const struct gen_symbols *symbols,
                                                const char *label)
{
    struct abx_coff_name name = abx_coff_undecorate(
        symbols->machine, (struct abx_coff_name){label, strlen(label)});
    struct abx_map_entry *entry = abx_map_find(&symbols->map, name.text, name.size);

    return entry ? entry->value : NULL;
}

void gen_symbols_finish(struct gen_symbols *symbols)
{
    abx_map_finish(&symbols->map);
    abx_arena_finish(&symbols->arena);
    free(symbols->libraries);
    *symbols = (struct gen_symbols){0};
}
