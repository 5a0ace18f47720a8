/**
 * Object files in COFF format, as compilers for Windows make them: sections, symbols and
 * relocations, read in place. Nothing in such a file is trusted: what leads beyond its end
 * is answered with false.
 */
#ifndef ABX_TARGET_COFF_H
#define ABX_TARGET_COFF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ABX_COFF_I386 = 0x14c, ABX_COFF_AMD64 = 0x8664 };

/* Of a symbol; others are for debuggers, or not for programs that read objects. */
enum { ABX_COFF_EXTERNAL = 2, ABX_COFF_STATIC = 3, ABX_COFF_WEAK = 105 };

/* Instead of a section: the symbol's value is no offset. No file has so many. */
enum { ABX_COFF_ABSOLUTE = 0x10000 };

struct abx_coff {
    const unsigned char *bytes; /* the caller's */
    size_t size;
    uint16_t machine;
    uint32_t n_sections;
    uint32_t n_symbols; /* with their auxiliary records */
    size_t sections;    /* offsets in bytes */
    size_t symbols;
    size_t strings;
    size_t strings_size; /* with the four bytes that tell it */
};

/* In the file, without a zero at its end. */
struct abx_coff_name {
    const char *text;
    size_t size;
};

struct abx_coff_section {
    struct abx_coff_name name;
    const unsigned char *data; /* NULL: size zeros, which stand in no file */
    uint32_t size;
    uint32_t address;   /* what the offsets of relocations begin with */
    size_t relocations; /* offset of the first */
    uint32_t n_relocations;
};

struct abx_coff_symbol {
    struct abx_coff_name name;
    uint32_t value; /* offset in the section; of a common symbol, its size */
    uint32_t
        section; /* from 1; 0: it stands in none of this file; or ABX_COFF_ABSOLUTE */
    uint16_t type;
    uint8_t class;
};

struct abx_coff_relocation {
    uint32_t offset; /* in the section */
    uint32_t symbol; /* its index */
    uint16_t type;
};

/* NULL, or why @bytes are no such file: @coff is then an empty one. They have to stay while
 * @coff is used. */
const char *abx_coff_init(struct abx_coff *coff, const void *bytes, size_t size)
    __attribute__((nonnull));

/* Section @number, from 1. */
bool abx_coff_get_section(const struct abx_coff *coff, uint32_t number,
                          struct abx_coff_section *sectionp) __attribute__((nonnull));

/* The symbol at @index, which must not be that of an auxiliary record. */
bool abx_coff_get_symbol(const struct abx_coff *coff, uint32_t index,
                         struct abx_coff_symbol *symbolp) __attribute__((nonnull));

/* Goes through the symbols: *@indexp is 0 at the beginning. False behind the last one, and
 * where the file is damaged: *@indexp is then less than n_symbols. */
bool abx_coff_next_symbol(const struct abx_coff *coff, uint32_t *indexp,
                          struct abx_coff_symbol *symbolp) __attribute__((nonnull));

/* Relocation @index, from 0, of @section. */
bool abx_coff_get_relocation(const struct abx_coff *coff,
                             const struct abx_coff_section *section, uint32_t index,
                             struct abx_coff_relocation *relocationp)
    __attribute__((nonnull));

/* The number in the section to which the relocation at @offset adds the symbol's address. */
bool abx_coff_get_addend(const struct abx_coff_section *section, uint32_t offset,
                         uint32_t *addendp) __attribute__((nonnull));

/* The terminated text at @offset of a section; empty if there is none. */
struct abx_coff_name abx_coff_text_at(const struct abx_coff_section *section,
                                      uint64_t offset) __attribute__((nonnull));

/* The name in C of what the linker knows as @name: for the i386 without the underscore
 * and the number of bytes that stdcall, fastcall and vectorcall add. */
struct abx_coff_name abx_coff_undecorate(uint16_t machine, struct abx_coff_name name);

/* The architecture ("x86_64"); "" where this program knows no name for it. */
const char *abx_coff_architecture(uint16_t machine);

#endif
