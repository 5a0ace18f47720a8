/**
 * What generator and verifier both have to know of ELF files: whom they are for, and what
 * a library exports.
 */
#ifndef ABX_TARGET_EXPORTS_H
#define ABX_TARGET_EXPORTS_H

#include <gelf.h>
#include <stdbool.h>

/* The architecture ("x86_64"); "" where this program knows no name for it. */
const char *abx_elf_architecture(const GElf_Ehdr *header);

/* Whether a file with @header can be of @platform; true where its architecture has no name. */
bool abx_elf_is_for(const GElf_Ehdr *header, const char *platform);

/* The dynamic symbols of a library. */
struct abx_elf_symbols {
    Elf *elf;
    Elf_Data *symbols;
    Elf_Data *versions; /* NULL: the library has no versions */
    GElf_Shdr header;
};

/* False if the file has none. */
bool abx_elf_find_symbols(struct abx_elf_symbols *symbols, Elf *elf);

/*
 * Goes through them: *@namep is the next name that the library exports, as dlsym() and the
 * linker see it. *@indexp is 0 at the beginning. False behind the last one.
 */
bool abx_elf_next_export(const struct abx_elf_symbols *symbols, int *indexp,
                         const char **namep);

#endif
