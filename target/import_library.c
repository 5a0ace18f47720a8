/*
 * An import is a word of the section .idata$5, called __imp_ and the symbol, which leads to
 * the name in .idata$6. Whose it is the member tells by a symbol that it wants: that of a
 * descriptor, another member's .idata$2, which leads to the DLL's name. So one archive may
 * speak of many DLLs, and the descriptors are collected before the first import is read.
 */
#include "target/import_library.h"

#include <ar.h>
#include <string.h>

static const char import_prefix[] = "__imp_";

enum { N_PREFIX = sizeof(import_prefix) - 1, DLL_NAME_AT = 12, HINT_SIZE = 2 };

static const char out_of_memory[] = "out of memory";
static const char damaged_short[] = "a member of the short form is damaged";
static const char damaged_symbols[] = "the symbols of a member are damaged";

static bool is_equal(struct abx_coff_name name, const char *text)
{
    return name.size == strlen(text) && memcmp(name.text, text, name.size) == 0;
}

/* ---- members */

struct member {
    const unsigned char *data;
    size_t size;
    bool is_index; /* of symbols or long names */
};

/* Its size in the header is decimal digits with spaces behind. */
static bool read_size(const struct ar_hdr *header, size_t *sizep)
{
    size_t size = 0;
    size_t i;

    for (i = 0; i < sizeof(header->ar_size) && header->ar_size[i] >= '0' &&
                header->ar_size[i] <= '9';
         i++)
        size = size * 10 + (size_t)(header->ar_size[i] - '0');
    *sizep = size;
    return i > 0 && (i == sizeof(header->ar_size) || header->ar_size[i] == ' ');
}

/* False at the end, or with a problem. */
static bool next_member(struct abx_import_library *library, struct member *member,
                        const char **problemp)
{
    size_t rest = library->size - library->at;
    struct ar_hdr header;

    if (!rest)
        return false;
    *problemp = "a member is damaged";
    if (rest < sizeof(header))
        return false;
    memcpy(&header, library->data + library->at, sizeof(header));
    rest -= sizeof(header);
    if (memcmp(header.ar_fmag, ARFMAG, sizeof(header.ar_fmag)) != 0 ||
        !read_size(&header, &member->size) || member->size > rest)
        return false;
    *problemp = NULL;
    library->at += sizeof(header);
    member->data = library->data + library->at;
    member->is_index =
        header.ar_name[0] == '/' && (header.ar_name[1] < '0' || header.ar_name[1] > '9');
    library->at += member->size;
    if (member->size & 1 && library->at < library->size)
        library->at++; /* the last one is not always padded */
    return true;
}

/* ---- the short form */

enum { SHORT_HEADER_SIZE = 20, SHORT_MARK = 0xffff };

enum name_form { BY_NUMBER, BY_SYMBOL, WITHOUT_PREFIX, UNDECORATED, OF_ITS_OWN };

static unsigned get_16(const unsigned char *at)
{
    return at[0] | (unsigned)at[1] << 8;
}

/* The forms for more sections, and those of link-time code, begin like it and have higher
 * versions. */
static bool is_short(const struct member *member)
{
    return member->size >= SHORT_HEADER_SIZE && !get_16(member->data) &&
           get_16(member->data + 2) == SHORT_MARK && !get_16(member->data + 4);
}

/* The next terminated text of the rest, which it is taken from. */
static bool take_text(struct abx_coff_name *rest, struct abx_coff_name *textp)
{
    const char *zero = rest->size ? memchr(rest->text, '\0', rest->size) : NULL;

    if (!zero)
        return false;
    *textp = (struct abx_coff_name){rest->text, (size_t)(zero - rest->text)};
    rest->size -= textp->size + 1;
    rest->text = zero + 1;
    return true;
}

static struct abx_coff_name
exported_name(enum name_form form, struct abx_coff_name symbol, struct abx_coff_name own)
{
    const char *at = NULL;

    if (form == BY_NUMBER)
        return (struct abx_coff_name){"", 0};
    if (form == OF_ITS_OWN)
        return own;
    if (form != BY_SYMBOL && symbol.size && strchr("?@_", *symbol.text)) {
        symbol.text++;
        symbol.size--;
    }
    if (form == UNDECORATED && symbol.size)
        at = memchr(symbol.text, '@', symbol.size);
    if (at)
        symbol.size = (size_t)(at - symbol.text);
    return symbol;
}

static bool read_short(const struct member *member, uint16_t *machinep,
                       struct abx_import *importp)
{
    const unsigned char *data = member->data;
    struct abx_coff_name rest = {(const char *)data + SHORT_HEADER_SIZE,
                                 get_16(data + 12) | (size_t)get_16(data + 14) << 16};
    struct abx_coff_name own = {"", 0};
    unsigned form = get_16(data + 18) >> 2 & 7;

    *machinep = (uint16_t)get_16(data + 6);
    if (rest.size > member->size - SHORT_HEADER_SIZE || form > OF_ITS_OWN ||
        !take_text(&rest, &importp->symbol) || !take_text(&rest, &importp->dll) ||
        (form == OF_ITS_OWN && !take_text(&rest, &own)))
        return false;
    importp->name = exported_name((enum name_form)form, importp->symbol, own);
    importp->symbol = abx_coff_undecorate(*machinep, importp->symbol);
    return true;
}

/* ---- what sections lead to */

/* The text that the word at @offset of a section leads to, @skipped bytes further; empty
 * where it leads out of the member: then *@symbolp is the symbol there. */
static struct abx_coff_name find_text(const struct abx_coff *coff,
                                      const struct abx_coff_section *section,
                                      uint32_t offset, uint32_t skipped,
                                      struct abx_coff_symbol *symbolp)
{
    struct abx_coff_name text = {"", 0};
    struct abx_coff_relocation relocation;
    struct abx_coff_section target;
    uint32_t addend;
    uint32_t i;

    for (i = 0; abx_coff_get_relocation(coff, section, i, &relocation); i++)
        if (relocation.offset == offset)
            break;
    if (i == section->n_relocations ||
        !abx_coff_get_symbol(coff, relocation.symbol, symbolp) ||
        !abx_coff_get_section(coff, symbolp->section, &target) ||
        !abx_coff_get_addend(section, offset, &addend))
        return text;
    return abx_coff_text_at(&target, (uint64_t)symbolp->value + addend + skipped);
}

/* ---- DLLs */

/* What a symbol tells of a DLL: its name, or the symbol of another member that does. */
struct known {
    struct abx_coff_name dll;
    struct abx_coff_name symbol; /* where dll is empty */
};

static const char *read_dll(struct abx_import_library *library,
                            const struct abx_coff *coff,
                            const struct abx_coff_symbol *symbol)
{
    struct abx_coff_section section;
    struct abx_coff_symbol target = {0};
    struct known known = {0}, *copy;

    if (!abx_coff_get_section(coff, symbol->section, &section))
        return NULL;
    if (is_equal(section.name, ".idata$2"))
        known.dll = find_text(coff, &section, DLL_NAME_AT, 0, &target);
    else if (is_equal(section.name, ".idata$7"))
        known.dll = abx_coff_text_at(&section, symbol->value);
    known.symbol = target.name;
    if (!known.dll.size && !known.symbol.size)
        return NULL;
    copy = abx_arena_alloc(&library->arena, sizeof(*copy));
    if (!copy ||
        abx_map_set(&library->dlls, symbol->name.text, symbol->name.size, copy) < 0)
        return out_of_memory;
    *copy = known;
    return NULL;
}

static const struct known *find_known(const struct abx_import_library *library,
                                      struct abx_coff_name symbol)
{
    struct abx_map_entry *entry =
        symbol.size ? abx_map_find(&library->dlls, symbol.text, symbol.size) : NULL;

    return entry ? entry->value : NULL;
}

/* The DLL that the member's imports are of: the descriptor is what it wants of others. */
static struct abx_coff_name find_dll(const struct abx_import_library *library,
                                     const struct abx_coff *coff)
{
    struct abx_coff_symbol symbol;
    uint32_t index = 0;

    while (abx_coff_next_symbol(coff, &index, &symbol)) {
        const struct known *known =
            symbol.section == 0 ? find_known(library, symbol.name) : NULL;

        if (known && !known->dll.size)
            known = find_known(library, known->symbol);
        if (known && known->dll.size)
            return known->dll;
    }
    return (struct abx_coff_name){"", 0};
}

/* ---- what they export */

static bool is_import(const struct abx_coff *coff, const struct abx_coff_symbol *symbol)
{
    struct abx_coff_section section;

    return symbol->class == ABX_COFF_EXTERNAL && symbol->name.size > N_PREFIX &&
           memcmp(symbol->name.text, import_prefix, N_PREFIX) == 0 &&
           abx_coff_get_section(coff, symbol->section, &section) &&
           is_equal(section.name, ".idata$5");
}

/* A common one has its size for a value, in no section. */
static bool is_defined(const struct abx_coff_symbol *symbol)
{
    return (symbol->class == ABX_COFF_EXTERNAL && (symbol->section || symbol->value)) ||
           symbol->class == ABX_COFF_WEAK;
}

/* The name in the DLL stands behind a hint; without one a number is in the name's place. */
static void take_import(const struct abx_import_library *library,
                        struct abx_coff_symbol *symbol, struct abx_import *import)
{
    const struct abx_coff *coff = &library->coff;
    struct abx_coff_section section;
    struct abx_coff_symbol target;

    symbol->name.text += N_PREFIX;
    symbol->name.size -= N_PREFIX;
    import->dll = library->dll;
    if (abx_coff_get_section(coff, symbol->section, &section))
        import->name = find_text(coff, &section, symbol->value, HINT_SIZE, &target);
}

/* The next symbol of the member. An import's own is left out: it has the same name as the
 * one that is called. */
static bool next_symbol(struct abx_import_library *library, struct abx_import *importp,
                        const char **problemp)
{
    const struct abx_coff *coff = &library->coff;
    struct abx_coff_symbol symbol;

    while (abx_coff_next_symbol(coff, &library->index, &symbol)) {
        bool is_imported = is_import(coff, &symbol);

        if (!is_imported && (library->dll.size || !is_defined(&symbol) ||
                             find_known(library, symbol.name)))
            continue;
        *importp = (struct abx_import){.dll = {"", 0}, .name = {"", 0}};
        if (is_imported)
            take_import(library, &symbol, importp);
        importp->symbol = abx_coff_undecorate(coff->machine, symbol.name);
        if (!is_imported || importp->dll.size)
            return true;
        *problemp = "an import tells no DLL";
        return false;
    }
    if (library->index < coff->n_symbols)
        *problemp = damaged_symbols;
    return false;
}

static bool read_member(struct abx_import_library *library, const struct member *member,
                        struct abx_import *importp, const char **problemp)
{
    uint16_t machine;

    if (member->is_index)
        return false;
    if (is_short(member)) {
        if (!read_short(member, &machine, importp))
            *problemp = damaged_short;
        return !*problemp;
    }
    *problemp = abx_coff_init(&library->coff, member->data, member->size);
    library->index = 0;
    if (*problemp)
        return false;
    library->dll = find_dll(library, &library->coff);
    return next_symbol(library, importp, problemp);
}

bool abx_import_library_next(struct abx_import_library *library,
                             struct abx_import *importp, const char **problemp)
{
    bool is_found;
    struct member member;

    *problemp = NULL;
    is_found = next_symbol(library, importp, problemp);
    while (!is_found && !*problemp && next_member(library, &member, problemp))
        is_found = read_member(library, &member, importp, problemp);
    return is_found;
}

/* ---- the archive */

/* What a member tells about DLLs, and for which machine it is. */
static const char *scan_member(struct abx_import_library *library,
                               const struct member *member)
{
    const char *problem = NULL;
    struct abx_coff_symbol symbol;
    struct abx_import import;
    struct abx_coff coff;
    uint32_t index = 0;

    if (member->is_index)
        return NULL;
    if (is_short(member)) {
        library->is_import = true;
        return read_short(member, &library->machine, &import) ? NULL : damaged_short;
    }
    problem = abx_coff_init(&coff, member->data, member->size);
    while (!problem && abx_coff_next_symbol(&coff, &index, &symbol)) {
        library->is_import |= is_import(&coff, &symbol);
        if (symbol.class == ABX_COFF_EXTERNAL)
            problem = read_dll(library, &coff, &symbol);
    }
    if (!library->machine)
        library->machine = coff.machine;
    if (!problem && index < coff.n_symbols)
        problem = damaged_symbols;
    return problem;
}

const char *abx_import_library_init(struct abx_import_library *library, const void *data,
                                    size_t size)
{
    const char *problem = NULL;
    struct member member;

    *library = (struct abx_import_library){0};
    if (size < SARMAG || memcmp(data, ARMAG, SARMAG) != 0)
        return "it is no archive";
    *library = (struct abx_import_library){.data = data, .size = size, .at = SARMAG};
    while (!problem && next_member(library, &member, &problem))
        problem = scan_member(library, &member);
    library->at = SARMAG;
    if (!problem && !library->is_import)
        problem = "it imports nothing from a DLL: it is a static library";
    return problem;
}

void abx_import_library_finish(struct abx_import_library *library)
{
    abx_map_finish(&library->dlls);
    abx_arena_finish(&library->arena);
    *library = (struct abx_import_library){0};
}
