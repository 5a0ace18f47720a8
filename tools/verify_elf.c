/**
 * Objects in ELF format, by way of libelf, which turns both classes and byte orders into
 * one form: so the answers of a cross compiler are read as those of this machine's.
 */
#include "tools/verify_object.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "target/exports.h"

struct elf_file {
    int fd;
    Elf *elf;
    GElf_Ehdr header;
};

/* ---- symbols */

static bool read_symbols(struct object *object, Elf_Scn *section, const GElf_Shdr *header)
{
    const struct elf_file *file = object->file;
    Elf_Data *data = elf_getdata(section, NULL);
    size_t n = header->sh_entsize ? header->sh_size / header->sh_entsize : 0;
    GElf_Sym symbol;
    size_t i;

    for (i = 0; data && i < n && gelf_getsym(data, (int)i, &symbol); i++) {
        const char *name = elf_strptr(file->elf, header->sh_link, symbol.st_name);

        if (!name || symbol.st_shndx == SHN_UNDEF ||
            strncmp(name, object_prefix, strlen(object_prefix)) != 0)
            continue;
        if (!object_add(object, (struct object_symbol){name, symbol.st_shndx,
                                                       symbol.st_value, symbol.st_size}))
            return false;
    }
    return true;
}

static bool read_own_symbols(struct object *object)
{
    const struct elf_file *file = object->file;
    Elf_Scn *section = NULL;
    GElf_Shdr header;

    while ((section = elf_nextscn(file->elf, section)) != NULL)
        if (gelf_getshdr(section, &header) && header.sh_type == SHT_SYMTAB &&
            !read_symbols(object, section, &header))
            return false;
    return true;
}

static bool read_exports(struct object *object)
{
    const struct elf_file *file = object->file;
    struct abx_elf_symbols symbols;
    const char *name;
    int index = 0;

    if (!abx_elf_find_symbols(&symbols, file->elf))
        return true;
    while (abx_elf_next_export(&symbols, &index, &name))
        if (!object_add(object, (struct object_symbol){.name = name}))
            return false;
    return true;
}

/* ---- the file */

static bool open_file(struct elf_file *file, const char *path)
{
    if (elf_version(EV_CURRENT) == EV_NONE)
        return object_fail(path, "libelf is too old");
    file->fd = open(path, O_RDONLY | O_CLOEXEC);
    if (file->fd < 0)
        return object_fail(path, strerror(errno));
    file->elf = elf_begin(file->fd, ELF_C_READ_MMAP, NULL);
    if (!file->elf)
        return object_fail(path, elf_errmsg(-1));
    if (elf_kind(file->elf) != ELF_K_ELF || !gelf_getehdr(file->elf, &file->header))
        return object_fail(path, "it is not in ELF format");
    return true;
}

static bool load(struct object *object, const char *path, const char *library)
{
    struct elf_file *file = calloc(1, sizeof(*file));

    if (!file)
        return object_fail(path, "out of memory");
    file->fd = -1;
    object->file = file;
    if (!open_file(file, path))
        return false;
    object->is_big_endian = file->header.e_ident[EI_DATA] == ELFDATA2MSB;
    object->pointer_size = file->header.e_ident[EI_CLASS] == ELFCLASS64 ? 8 : 4;
    if (!(library ? read_exports(object) : read_own_symbols(object)))
        return object_fail(path, "out of memory");
    return true;
}

static void close_file(struct object *object)
{
    struct elf_file *file = object->file;

    if (!file)
        return;
    elf_end(file->elf);
    if (file->fd >= 0)
        close(file->fd);
    free(file);
}

static const char *architecture(const struct object *object)
{
    const struct elf_file *file = object->file;

    return abx_elf_architecture(&file->header);
}

static bool is_for(const struct object *object, const char *platform)
{
    const struct elf_file *file = object->file;

    return abx_elf_is_for(&file->header, platform);
}

/* ---- sections */

static const unsigned char *bytes(const struct object *object, size_t section,
                                  uint64_t *sizep)
{
    const struct elf_file *file = object->file;
    Elf_Scn *found = elf_getscn(file->elf, section);
    Elf_Data *data = found ? elf_rawdata(found, NULL) : NULL;

    *sizep = data ? data->d_size : 0;
    return data ? data->d_buf : NULL;
}

static const char *relocated_name(const struct elf_file *file, Elf_Scn *table,
                                  size_t index)
{
    GElf_Shdr header;
    GElf_Sym symbol;
    Elf_Data *data = table ? elf_getdata(table, NULL) : NULL;

    if (!data || !gelf_getshdr(table, &header) || !gelf_getsym(data, (int)index, &symbol))
        return NULL;
    if (GELF_ST_TYPE(symbol.st_info) == STT_SECTION)
        return "";
    return elf_strptr(file->elf, header.sh_link, symbol.st_name);
}

static bool get_relocation(const GElf_Shdr *header, Elf_Data *data, size_t index,
                           GElf_Rela *relocation)
{
    GElf_Rel short_one;

    if (header->sh_type == SHT_RELA)
        return gelf_getrela(data, (int)index, relocation) != NULL;
    if (!gelf_getrel(data, (int)index, &short_one))
        return false;
    *relocation = (GElf_Rela){.r_offset = short_one.r_offset, .r_info = short_one.r_info};
    return true;
}

static void read_relocations(const struct elf_file *file, Elf_Scn *section,
                             void (*take)(void *, const struct object_reference *),
                             void *context)
{
    Elf_Data *data = elf_getdata(section, NULL);
    GElf_Rela relocation;
    GElf_Shdr header;
    size_t n, i;

    if (!data || !gelf_getshdr(section, &header))
        return;
    n = header.sh_entsize ? header.sh_size / header.sh_entsize : 0;
    for (i = 0; i < n && get_relocation(&header, data, i, &relocation); i++) {
        struct object_reference reference = {
            .offset = relocation.r_offset,
            .name = relocated_name(file, elf_getscn(file->elf, header.sh_link),
                                   (size_t)GELF_R_SYM(relocation.r_info)),
        };

        if (reference.name)
            take(context, &reference);
    }
}

static void for_each_reference(const struct object *object, size_t section,
                               void (*take)(void *, const struct object_reference *),
                               void *context)
{
    const struct elf_file *file = object->file;
    Elf_Scn *table = NULL;
    GElf_Shdr header;

    while ((table = elf_nextscn(file->elf, table)) != NULL)
        if (gelf_getshdr(table, &header) &&
            (header.sh_type == SHT_RELA || header.sh_type == SHT_REL) &&
            header.sh_info == section)
            read_relocations(file, table, take, context);
}

const struct object_format object_elf = {
    .load = load,
    .close = close_file,
    .architecture = architecture,
    .is_for = is_for,
    .bytes = bytes,
    .for_each_reference = for_each_reference,
};
