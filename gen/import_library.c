/*
 * An import is a word of the section .idata$5, called __imp_ and the symbol, which leads to
 * the name in .idata$6. Whose it is the member tells by a symbol that it wants: that of a
 * descriptor, another member's .idata$2, which leads to the DLL's name. So one archive may
 * speak of many DLLs, and the descriptors are collected before the first import is read.
 */
#include "gen/import_library.h"

#include <ar.h>
#include <string.h>

static const char import_prefix[] = "__imp_";

enum { N_PREFIX = sizeof(import_prefix) - 1, DLL_NAME_AT = 12, HINT_SIZE = 2 };

static int fail(struct gen_import_library *library, const char *problem)
{
    library->problem = problem;
    return -1;
}

/* ---- members */

/* Its size in the header is decimal digits with spaces behind. */
static bool read_size(const struct ar_hdr *header, size_t *sizep)
{
    size_t size = 0, i = 0;

    for (; i < sizeof(header->ar_size) && header->ar_size[i] >= '0' &&
           header->ar_size[i] <= '9';
         i++)
        size = size * 10 + (size_t)(header->ar_size[i] - '0');
    *sizep = size;
    return i > 0 && (i == sizeof(header->ar_size) || header->ar_size[i] == ' ');
}

struct member {
    const unsigned char *data;
    size_t size;
    bool is_index; /* of symbols or long names */
};

/* 1 if there is one; 0 at the end; -1 with the problem set. */
static int next_member(struct gen_import_library *library, struct member *member)
{
    size_t rest = library->size - library->at;
    struct ar_hdr header;

    if (!rest)
        return 0;
    if (rest < sizeof(header))
        return fail(library, "it ends inside a member");
    memcpy(&header, library->data + library->at, sizeof(header));
    if (memcmp(header.ar_fmag, ARFMAG, sizeof(header.ar_fmag)) != 0 ||
        !read_size(&header, &member->size))
        return fail(library, "a member has a damaged header");
    rest -= sizeof(header);
    if (member->size > rest)
        return fail(library, "it ends inside a member");
    member->data = library->data + library->at + sizeof(header);
    member->is_index =
        header.ar_name[0] == '/' && (header.ar_name[1] < '0' || header.ar_name[1] > '9');
    rest = member->size + (member->size & 1);
    library->at += sizeof(header) + rest;
    if (library->at > library->size)
        library->at = library->size; /* the last one is not always padded */
    return 1;
}

static bool is_in_section(const struct gen_coff_object *object,
                          const struct gen_coff_symbol *symbol, const char *name)
{
    struct gen_coff_section section;

    return symbol->section > 0 &&
           gen_coff_section_at(object, (unsigned)symbol->section, &section) &&
           !strcmp(section.name, name);
}

static bool is_prefixed(struct gen_slice name)
{
    return name.size > N_PREFIX && !memcmp(name.text, import_prefix, N_PREFIX);
}

static bool is_import(const struct gen_coff_object *object,
                      const struct gen_coff_symbol *symbol)
{
    return symbol->class == GEN_COFF_CLASS_EXTERNAL && is_prefixed(symbol->name) &&
           is_in_section(object, symbol, ".idata$5");
}

/* ---- DLLs */

/* A name that one member gives to what another one has: a DLL's name, or who knows it. */
struct known {
    struct gen_slice dll; /* empty: it is what `symbol` leads to */
    struct gen_slice symbol;
};

static int remember(struct gen_import_library *library, struct gen_slice symbol,
                    struct known known)
{
    struct known *copy = abx_arena_alloc(&library->arena, sizeof(*copy));

    if (!copy || abx_map_set(&library->dlls, symbol.text, symbol.size, copy) < 0)
        return fail(library, "out of memory");
    *copy = known;
    return 0;
}

/* Where the name stands that a descriptor leads to, in this member or in another one. */
static struct known read_descriptor(const struct gen_coff_object *object,
                                    const struct gen_coff_section *section)
{
    struct gen_coff_section texts;
    struct gen_coff_symbol target;
    struct known known = {0};
    uint32_t more = 0;

    if (!gen_coff_find_target(object, section, DLL_NAME_AT, &target))
        return known;
    if (target.section <= 0)
        known.symbol = target.name;
    else if (gen_coff_section_at(object, (unsigned)target.section, &texts) &&
             gen_coff_word_at(object, section, DLL_NAME_AT, &more))
        known.dll = gen_coff_text_at(object, &texts, (size_t)target.value + more);
    return known;
}

/* A symbol of a descriptor, or of a DLL's name that a descriptor in another member leads to. */
static int read_dll(struct gen_import_library *library,
                    const struct gen_coff_object *object,
                    const struct gen_coff_symbol *symbol)
{
    struct gen_coff_section section;
    struct known known = {0};

    if (symbol->section <= 0 ||
        !gen_coff_section_at(object, (unsigned)symbol->section, &section))
        return 0;
    if (!strcmp(section.name, ".idata$2"))
        known = read_descriptor(object, &section);
    else if (!strcmp(section.name, ".idata$7"))
        known.dll = gen_coff_text_at(object, &section, symbol->value);
    return known.dll.size || known.symbol.size ? remember(library, symbol->name, known)
                                               : 0;
}

static int read_dlls(struct gen_import_library *library, const struct member *member)
{
    struct gen_coff_object object;
    struct gen_coff_symbol symbol;
    int answer = 0;

    if (!gen_coff_object_init(&object, member->data, member->size))
        return fail(library, "a member is no object file");
    for (unsigned i = 0; !answer && i < object.n_symbols; i += 1U + symbol.n_more) {
        if (!gen_coff_symbol_at(&object, i, &symbol))
            return fail(library, "a symbol has no name");
        library->is_import |= is_import(&object, &symbol);
        if (symbol.class == GEN_COFF_CLASS_EXTERNAL)
            answer = read_dll(library, &object, &symbol);
    }
    if (!library->machine)
        library->machine = object.machine;
    return answer;
}

static const struct known *find_known(const struct gen_import_library *library,
                                      struct gen_slice symbol)
{
    struct abx_map_entry *entry =
        symbol.size ? abx_map_find(&library->dlls, symbol.text, symbol.size) : NULL;

    return entry ? entry->value : NULL;
}

/* The DLL that the member's imports are of: the descriptor is what it wants of others. */
static struct gen_slice find_dll(const struct gen_import_library *library,
                                 const struct gen_coff_object *object)
{
    struct gen_coff_symbol symbol;

    for (unsigned i = 0; gen_coff_symbol_at(object, i, &symbol);
         i += 1U + symbol.n_more) {
        const struct known *known =
            symbol.section == 0 ? find_known(library, symbol.name) : NULL;

        if (known && !known->dll.size)
            known = find_known(library, known->symbol);
        if (known && known->dll.size)
            return known->dll;
    }
    return (struct gen_slice){"", 0};
}

/* ---- what the DLLs export */

static struct gen_slice without_prefix(struct gen_slice name)
{
    if (is_prefixed(name))
        return (struct gen_slice){name.text + N_PREFIX, name.size - N_PREFIX};
    return name;
}

/* The name in the DLL stands behind a hint; without one a number is in the name's place. */
static struct gen_slice find_name(const struct gen_coff_object *object,
                                  const struct gen_coff_symbol *symbol)
{
    struct gen_coff_section words, names;
    struct gen_coff_symbol target;
    uint32_t more = 0;

    if (!gen_coff_section_at(object, (unsigned)symbol->section, &words) ||
        !gen_coff_find_target(object, &words, symbol->value, &target) ||
        target.section <= 0 ||
        !gen_coff_section_at(object, (unsigned)target.section, &names) ||
        !gen_coff_word_at(object, &words, symbol->value, &more))
        return (struct gen_slice){"", 0};
    return gen_coff_text_at(object, &names, (size_t)target.value + more + HINT_SIZE);
}

static int read_import(struct gen_import_library *library,
                       const struct gen_coff_symbol *symbol, struct gen_import *importp)
{
    if (!library->dll.size)
        return fail(library, "an import tells no DLL");
    importp->dll = library->dll;
    importp->name = find_name(&library->object, symbol);
    return 1;
}

static bool is_defined(const struct gen_coff_symbol *symbol)
{
    return (symbol->class == GEN_COFF_CLASS_EXTERNAL && symbol->section > 0) ||
           symbol->class == GEN_COFF_CLASS_WEAK;
}

/* The next symbol of the member. An import's own is left out: it has the same name as the
 * one that is called. */
static int next_symbol(struct gen_import_library *library, struct gen_import *importp)
{
    const struct gen_coff_object *object = &library->object;
    struct gen_coff_symbol symbol;

    while (library->index < object->n_symbols) {
        bool is_imported;

        if (!gen_coff_symbol_at(object, library->index, &symbol))
            return fail(library, "a symbol has no name");
        library->index += 1U + symbol.n_more;
        is_imported = is_import(object, &symbol);
        if (!is_imported && (library->dll.size || !is_defined(&symbol) ||
                             find_known(library, symbol.name)))
            continue;
        *importp = (struct gen_import){
            .symbol = gen_import_undecorate(object->machine, without_prefix(symbol.name)),
        };
        return is_imported ? read_import(library, &symbol, importp) : 1;
    }
    return 0;
}

static int read_member(struct gen_import_library *library, const struct member *member,
                       struct gen_import *importp)
{
    struct gen_coff_short imported;
    int answer;

    if (member->is_index)
        return 0;
    answer = gen_coff_short_read(&imported, member->data, member->size);
    if (answer > 0)
        *importp =
            (struct gen_import){gen_import_undecorate(imported.machine, imported.symbol),
                                imported.dll, imported.name};
    if (answer)
        return answer > 0 ? 1 : fail(library, "a member of the short form is damaged");
    if (!gen_coff_object_init(&library->object, member->data, member->size))
        return fail(library, "a member is no object file");
    library->index = 0;
    library->dll = find_dll(library, &library->object);
    return next_symbol(library, importp);
}

int gen_import_library_next(struct gen_import_library *library,
                            struct gen_import *importp)
{
    int answer = next_symbol(library, importp);
    struct member member;

    while (!answer && (answer = next_member(library, &member)) > 0)
        answer = read_member(library, &member, importp);
    return answer;
}

/* What a member tells about DLLs, or the short form about its machine. */
static int scan_member(struct gen_import_library *library, const struct member *member)
{
    struct gen_coff_short imported;
    int answer;

    if (member->is_index)
        return 0;
    answer = gen_coff_short_read(&imported, member->data, member->size);
    if (!answer)
        return read_dlls(library, member);
    if (answer < 0)
        return fail(library, "a member of the short form is damaged");
    library->is_import = true;
    library->machine = imported.machine;
    return 0;
}

int gen_import_library_init(struct gen_import_library *library, const void *data,
                            size_t size)
{
    struct member member;
    int answer = 0;

    *library = (struct gen_import_library){.data = data, .size = size, .at = SARMAG};
    if (size < SARMAG || memcmp(data, ARMAG, SARMAG) != 0)
        return fail(library, "it is no archive");
    while (!answer && (answer = next_member(library, &member)) > 0)
        answer = scan_member(library, &member);
    library->at = SARMAG;
    return answer < 0 ? answer : !library->is_import;
}

void gen_import_library_finish(struct gen_import_library *library)
{
    abx_map_finish(&library->dlls);
    abx_arena_finish(&library->arena);
    *library = (struct gen_import_library){0};
}

const char *gen_import_library_architecture(unsigned machine)
{
    static const struct {
        unsigned machine;
        const char *name;
    } architectures[] = {{GEN_COFF_AMD64, "x86_64"}, {GEN_COFF_I386, "i686"}};

    for (size_t i = 0; i < sizeof(architectures) / sizeof(*architectures); i++)
        if (architectures[i].machine == machine)
            return architectures[i].name;
    return NULL;
}

/* C's names begin with "_" on i386, with "@" if they are fastcall; of stdcall and fastcall
 * they tell how many bytes the arguments take. */
struct gen_slice gen_import_undecorate(unsigned machine, struct gen_slice symbol)
{
    size_t digits = symbol.size;

    if (machine != GEN_COFF_I386 || !symbol.size || !strchr("_@", *symbol.text))
        return symbol;
    while (digits > 1 && symbol.text[digits - 1] >= '0' && symbol.text[digits - 1] <= '9')
        digits--;
    if (digits > 1 && digits < symbol.size && symbol.text[digits - 1] == '@')
        symbol.size = digits - 1;
    return (struct gen_slice){symbol.text + 1, symbol.size - 1};
}
