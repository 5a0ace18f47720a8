/**
 * The members of import libraries: COFF objects, of which no size or offset is believed, and
 * the short form that stands for one. An object's pieces are looked at where they lie.
 */
#ifndef ABX_GEN_COFF_OBJECT_H
#define ABX_GEN_COFF_OBJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A text inside a file; not terminated. */
struct gen_slice {
    const char *text;
    size_t size;
};

enum gen_coff_machine { GEN_COFF_I386 = 0x14c, GEN_COFF_AMD64 = 0x8664 };

enum gen_coff_class {
    GEN_COFF_CLASS_EXTERNAL = 2,
    GEN_COFF_CLASS_WEAK = 105,
};

/* Zeroed means without sections and symbols. */
struct gen_coff_object {
    const unsigned char *data;
    size_t size;
    unsigned machine;
    unsigned n_sections;
    size_t sections; /* offset of their headers */
    unsigned n_symbols;
    size_t symbols; /* offset */
    size_t strings; /* offset of the long names */
};

struct gen_coff_section {
    char name[9];
    size_t offset; /* of the contents, which lie in the file */
    size_t size;
    size_t relocations; /* offset */
    unsigned n_relocations;
};

struct gen_coff_symbol {
    struct gen_slice name;
    uint32_t value;
    int section; /* from 1; 0: defined elsewhere */
    unsigned char class;
    unsigned char n_more; /* entries behind it that are not symbols */
};

/* The short form: what to import, in one piece. */
struct gen_coff_short {
    unsigned machine;
    struct gen_slice symbol;
    struct gen_slice dll;
    struct gen_slice name; /* by which the DLL exports it; empty: by a number alone */
};

/* False if a header, the symbols or their names do not lie in the @size bytes at @data. */
bool gen_coff_object_init(struct gen_coff_object *object, const unsigned char *data,
                          size_t size);

/* Sections count from 1, symbols from 0. False if there is none, or it lies elsewhere. */
bool gen_coff_section_at(const struct gen_coff_object *object, unsigned number,
                         struct gen_coff_section *sectionp);
bool gen_coff_symbol_at(const struct gen_coff_object *object, unsigned index,
                        struct gen_coff_symbol *symbolp);

/* The symbol that the relocation at @offset of a section speaks of. */
bool gen_coff_find_target(const struct gen_coff_object *object,
                          const struct gen_coff_section *section, size_t offset,
                          struct gen_coff_symbol *symbolp);

/* The 32 bits at @offset of a section, to which a relocation adds. */
bool gen_coff_word_at(const struct gen_coff_object *object,
                      const struct gen_coff_section *section, size_t offset,
                      uint32_t *wordp);

/* The terminated text at @offset of a section; empty if there is none. */
struct gen_slice gen_coff_text_at(const struct gen_coff_object *object,
                                  const struct gen_coff_section *section, size_t offset);

/* Whether a member is of the short form, and if it is what it says: 1, 0, or -1 if it is
 * damaged. */
int gen_coff_short_read(struct gen_coff_short *shortp, const unsigned char *data,
                        size_t size);

#endif
