/*
 * dlsym() and the linker take a symbol without a version, or else its default version,
 * whichever version is the newest; a symbol that has only hidden versions, such as one
 * that was removed and is kept for old programs, neither of them finds.
 */
#include "target/exports.h"

#include <string.h>

enum { VERSION_HIDDEN = 0x8000, VERSION_FIRST = 2 };

const char *abx_elf_architecture(const GElf_Ehdr *header)
{
    static const struct {
        unsigned machine;
        unsigned char class;
        unsigned char order;
        const char *name;
    } architectures[] = {
        {EM_X86_64, ELFCLASS64, ELFDATA2LSB, "x86_64"},
        {EM_386, ELFCLASS32, ELFDATA2LSB, "i686"},
        {EM_AARCH64, ELFCLASS64, ELFDATA2LSB, "aarch64"},
        {EM_ARM, ELFCLASS32, ELFDATA2LSB, "arm"},
        {EM_RISCV, ELFCLASS64, ELFDATA2LSB, "riscv64"},
        {EM_S390, ELFCLASS64, ELFDATA2MSB, "s390x"},
        {EM_PPC64, ELFCLASS64, ELFDATA2LSB, "powerpc64le"},
    };

    for (size_t i = 0; i < sizeof(architectures) / sizeof(*architectures); i++)
        if (architectures[i].machine == header->e_machine &&
            architectures[i].class == header->e_ident[EI_CLASS] &&
            architectures[i].order == header->e_ident[EI_DATA])
            return architectures[i].name;
    return "";
}

bool abx_elf_is_for(const GElf_Ehdr *header, const char *platform)
{
    const char *architecture = abx_elf_architecture(header);
    size_t size = strcspn(platform, "-");

    if (!*architecture)
        return true;
    if (!strcmp(architecture, "i686") && size == 4 && platform[0] == 'i' &&
        !strncmp(platform + 2, "86", 2))
        return true;
    if (!strcmp(architecture, "arm") && !strncmp(platform, "arm", 3))
        return true;
    return strlen(architecture) == size && !strncmp(architecture, platform, size);
}

bool abx_elf_find_symbols(struct abx_elf_symbols *symbols, Elf *elf)
{
    Elf_Scn *section = NULL;
    GElf_Shdr header;

    *symbols = (struct abx_elf_symbols){.elf = elf};
    while ((section = elf_nextscn(elf, section))) {
        if (!gelf_getshdr(section, &header))
            return false;
        if (header.sh_type == SHT_GNU_versym)
            symbols->versions = elf_getdata(section, NULL);
        if (header.sh_type != SHT_DYNSYM)
            continue;
        symbols->symbols = elf_getdata(section, NULL);
        symbols->header = header;
    }
    return symbols->symbols && symbols->header.sh_entsize;
}

static bool is_exported(const struct abx_elf_symbols *symbols, int index,
                        const GElf_Sym *symbol)
{
    int binding = GELF_ST_BIND(symbol->st_info);
    GElf_Versym version;

    if (symbol->st_shndx == SHN_UNDEF)
        return false;
    if (binding != STB_GLOBAL && binding != STB_WEAK && binding != STB_GNU_UNIQUE)
        return false;
    if (symbols->versions && gelf_getversym(symbols->versions, index, &version) &&
        (version & ~VERSION_HIDDEN) >= VERSION_FIRST)
        return !(version & VERSION_HIDDEN);
    return true;
}

bool abx_elf_next_export(const struct abx_elf_symbols *symbols, int *indexp,
                         const char **namep)
{
    GElf_Sym symbol;

    while (gelf_getsym(symbols->symbols, *indexp, &symbol)) {
        int index = (*indexp)++;

        *namep = elf_strptr(symbols->elf, symbols->header.sh_link, symbol.st_name);
        if (*namep && **namep && is_exported(symbols, index, &symbol))
            return true;
    }
    return false;
}
