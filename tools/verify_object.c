/**
 * Reading the compiler's answers from the object that it made: cells from the bytes
 * behind a symbol, addresses from relocations. An ELF file tells its own class and byte
 * order, so the answers of a cross compiler are read without running anything for its
 * target.
 */
#include "tools/verify.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "target/exports.h"
#include "tools/command.h"

struct symbol {
    const char *name;
    size_t section;
    uint64_t value; /* offset in the section */
    uint64_t size;
};

struct object {
    int fd;
    Elf *elf;
    GElf_Ehdr header;
    struct symbol *items; /* sorted by name */
    size_t n_items;
    size_t capacity;
};

static bool report(const char *path, const char *reason)
{
    abx_message("cannot read %s: %s", path, reason);
    return false;
}

/* ---- symbols */

static int compare_symbols(const void *a, const void *b)
{
    return strcmp(((const struct symbol *)a)->name, ((const struct symbol *)b)->name);
}

static bool read_symbols(struct object *object, Elf_Scn *section, const GElf_Shdr *header)
{
    Elf_Data *data = elf_getdata(section, NULL);
    size_t n = header->sh_entsize ? header->sh_size / header->sh_entsize : 0;
    GElf_Sym symbol;
    size_t i;

    for (i = 0; data && i < n && gelf_getsym(data, (int)i, &symbol); i++) {
        const char *name = elf_strptr(object->elf, header->sh_link, symbol.st_name);

        if (!name || symbol.st_shndx == SHN_UNDEF || strncmp(name, "abidex_", 7) != 0)
            continue;
        if (!ABX_ARRAY_RESERVE(object))
            return false;
        object->items[object->n_items++] =
            (struct symbol){name, symbol.st_shndx, symbol.st_value, symbol.st_size};
    }
    return true;
}

static bool read_own_symbols(struct object *object)
{
    Elf_Scn *section = NULL;
    GElf_Shdr header;

    while ((section = elf_nextscn(object->elf, section)) != NULL)
        if (gelf_getshdr(section, &header) && header.sh_type == SHT_SYMTAB &&
            !read_symbols(object, section, &header))
            return false;
    return true;
}

static bool read_exports(struct object *object)
{
    struct abx_elf_symbols symbols;
    const char *name;
    int index = 0;

    if (!abx_elf_find_symbols(&symbols, object->elf))
        return true;
    while (abx_elf_next_export(&symbols, &index, &name)) {
        if (!ABX_ARRAY_RESERVE(object))
            return false;
        object->items[object->n_items++] = (struct symbol){.name = name};
    }
    return true;
}

static bool read_all_symbols(struct object *object, bool is_dynamic)
{
    if (!(is_dynamic ? read_exports(object) : read_own_symbols(object)))
        return false;
    if (object->n_items)
        qsort(object->items, object->n_items, sizeof(*object->items), compare_symbols);
    return true;
}

static const struct symbol *find_symbol(const struct object *object, const char *name)
{
    struct symbol key = {.name = name};

    if (!object->n_items)
        return NULL;
    return bsearch(&key, object->items, object->n_items, sizeof(key), compare_symbols);
}

static bool load(struct object *object, const char *path, bool is_dynamic)
{
    if (elf_version(EV_CURRENT) == EV_NONE)
        return report(path, "libelf is too old");
    object->fd = open(path, O_RDONLY | O_CLOEXEC);
    if (object->fd < 0)
        return report(path, strerror(errno));
    object->elf = elf_begin(object->fd, ELF_C_READ_MMAP, NULL);
    if (!object->elf)
        return report(path, elf_errmsg(-1));
    if (elf_kind(object->elf) != ELF_K_ELF || !gelf_getehdr(object->elf, &object->header))
        return report(path, "it is not in ELF format");
    if (!read_all_symbols(object, is_dynamic))
        return report(path, "out of memory");
    return true;
}

struct object *object_open(const char *path, bool is_dynamic)
{
    struct object *object = calloc(1, sizeof(*object));

    if (!object) {
        abx_message("out of memory");
        return NULL;
    }
    object->fd = -1;
    if (load(object, path, is_dynamic))
        return object;
    object_close(object);
    return NULL;
}

void object_close(struct object *object)
{
    if (!object)
        return;
    elf_end(object->elf);
    if (object->fd >= 0)
        close(object->fd);
    free(object->items);
    free(object);
}

bool object_has(const struct object *object, const char *symbol)
{
    return find_symbol(object, symbol) != NULL;
}

bool object_is_for(const struct object *object, const char *platform,
                   const char **architecturep)
{
    *architecturep = abx_elf_architecture(&object->header);
    return abx_elf_is_for(&object->header, platform);
}

/* ---- bytes */

/* The @size bytes at @offset of what @symbol names; NULL if there are not so many.
 * Sections without bytes in the file hold zeros. */
static const unsigned char *bytes_of(const struct object *object,
                                     const struct symbol *symbol, uint64_t offset,
                                     uint64_t size)
{
    static const unsigned char zeros[16];
    Elf_Scn *section = elf_getscn(object->elf, symbol->section);
    Elf_Data *data = section ? elf_rawdata(section, NULL) : NULL;

    if (offset > symbol->size || size > symbol->size - offset)
        return NULL;
    if (!data)
        return NULL;
    if (!data->d_buf)
        return size <= sizeof(zeros) ? zeros : NULL;
    if (symbol->value > data->d_size || symbol->size > data->d_size - symbol->value)
        return NULL;
    return (const unsigned char *)data->d_buf + symbol->value + offset;
}

static bool is_big_endian(const struct object *object)
{
    return object->header.e_ident[EI_DATA] == ELFDATA2MSB;
}

static uint64_t number_at(const struct object *object, const unsigned char *bytes,
                          size_t size)
{
    uint64_t number = 0;
    size_t i;

    for (i = 0; i < size; i++)
        number = number << 8 | bytes[is_big_endian(object) ? i : size - 1 - i];
    return number;
}

static bool is_bit_set(const struct object *object, const unsigned char *bytes,
                       uint64_t bit)
{
    unsigned in_byte = (unsigned)(bit % 8);

    return bytes[bit / 8] >> (is_big_endian(object) ? 7 - in_byte : in_byte) & 1;
}

/* ---- answers */

struct answer {
    const struct object *object;
    struct fact_list *facts;
    struct fact *fact;
    const struct symbol *symbol;
};

static bool answer_cell(const struct answer *answer)
{
    const unsigned char *bytes =
        bytes_of(answer->object, answer->symbol, answer->fact->index * 8, 8);

    if (!bytes)
        return false;
    answer->fact->got = number_at(answer->object, bytes, 8);
    return true;
}

static bool answer_double(const struct answer *answer)
{
    bool is_there = answer_cell(answer);

    memcpy(&answer->fact->got_real, &answer->fact->got, sizeof(double));
    return is_there;
}

/* Character units are kept in this machine's byte order, as the table's are. */
static bool answer_string(const struct answer *answer)
{
    struct fact *fact = answer->fact;
    uint64_t size = answer->symbol->size;
    const unsigned char *bytes = bytes_of(answer->object, answer->symbol, 0, size);
    size_t unit = fact->expected ? (size_t)fact->expected : 1;
    char *copy =
        bytes ? abx_arena_copy(&answer->facts->arena, (const char *)bytes, size) : NULL;
    size_t i;

    if (!copy)
        return false;
    for (i = 0; unit > 1 && i + unit <= size; i += unit) {
        uint64_t number = number_at(answer->object, bytes + i, unit);
        uint32_t four = (uint32_t)number;
        uint16_t two = (uint16_t)number;

        memcpy(copy + i, unit == 2 ? (void *)&two : (void *)&four, unit == 2 ? 2 : 4);
    }
    fact->got_text = copy;
    fact->got_size = size;
    return true;
}

/* The first bit that is set, how many are, and whether all between are. */
static bool answer_bits(const struct answer *answer)
{
    uint64_t size = answer->symbol->size;
    const unsigned char *bytes = bytes_of(answer->object, answer->symbol, 0, size);
    uint64_t n = 0;
    uint64_t first = 0;
    uint64_t last = 0;
    uint64_t bit;

    for (bit = 0; bytes && bit < size * 8; bit++) {
        if (!is_bit_set(answer->object, bytes, bit))
            continue;
        first = n++ ? first : bit;
        last = bit;
    }
    if (!n || last - first + 1 != n)
        return false;
    answer->fact->got = first << 32 | n;
    return true;
}

static bool answer_symbol(const struct answer *answer)
{
    (void)answer;
    return true;
}

static bool (*const answer_group[N_GROUPS])(const struct answer *answer) = {
    [GROUP_MACRO_CELLS] = answer_cell,     [GROUP_MACRO_DOUBLES] = answer_double,
    [GROUP_MACRO_STRINGS] = answer_string, [GROUP_MACRO_SYMBOLS] = answer_symbol,
    [GROUP_MACRO_BITS] = answer_bits,      [GROUP_BITS] = answer_bits,
    [GROUP_CELLS] = answer_cell,           [GROUP_SYMBOLS] = answer_symbol,
};

/* ---- relocations */

/* The facts of one array of addresses, by their place in it. */
struct addresses {
    struct fact_list *facts;
    const struct symbol *array;
    struct fact **items;
    size_t n_items;
    size_t capacity;
};

static const char *relocated_name(const struct object *object, Elf_Scn *table,
                                  size_t index)
{
    GElf_Shdr header;
    GElf_Sym symbol;
    Elf_Data *data = table ? elf_getdata(table, NULL) : NULL;

    if (!data || !gelf_getshdr(table, &header) || !gelf_getsym(data, (int)index, &symbol))
        return NULL;
    if (GELF_ST_TYPE(symbol.st_info) == STT_SECTION)
        return "";
    return elf_strptr(object->elf, header.sh_link, symbol.st_name);
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

static void read_relocations(const struct object *object, Elf_Scn *section,
                             const GElf_Shdr *header, struct addresses *addresses)
{
    unsigned pointer = object->header.e_ident[EI_CLASS] == ELFCLASS64 ? 8 : 4;
    Elf_Data *data = elf_getdata(section, NULL);
    size_t n = header->sh_entsize ? header->sh_size / header->sh_entsize : 0;
    GElf_Rela relocation;
    const char *name;
    size_t i;

    for (i = 0; data && i < n && get_relocation(header, data, i, &relocation); i++) {
        uint64_t offset = relocation.r_offset - addresses->array->value;

        if (relocation.r_offset < addresses->array->value ||
            offset / pointer >= addresses->n_items)
            continue;
        name = relocated_name(object, elf_getscn(object->elf, header->sh_link),
                              (size_t)GELF_R_SYM(relocation.r_info));
        if (!name)
            continue;
        name = abx_arena_copy(&addresses->facts->arena, name, strlen(name));
        addresses->items[offset / pointer]->got_text = name;
    }
}

static bool collect_addresses(struct fact_list *facts, unsigned unit,
                              enum fact_group group, struct addresses *addresses)
{
    size_t i;

    for (i = 0; i < facts->n_items; i++) {
        struct fact *fact = &facts->items[i];

        if (fact->unit != unit || fact->group != group)
            continue;
        if (!ABX_ARRAY_RESERVE(addresses))
            return false;
        addresses->items[addresses->n_items++] = fact;
    }
    return true;
}

static bool answer_addresses(const struct object *object, struct fact_list *facts,
                             unsigned unit, enum fact_group group)
{
    struct addresses addresses = {.facts = facts};
    Elf_Scn *section = NULL;
    GElf_Shdr header;
    char name[64];
    bool is_done = collect_addresses(facts, unit, group, &addresses);

    if (is_done && addresses.n_items) {
        source_symbol(facts, addresses.items[0], name, sizeof(name));
        addresses.array = find_symbol(object, name);
    }
    while (addresses.array && (section = elf_nextscn(object->elf, section)) != NULL) {
        if (gelf_getshdr(section, &header) &&
            (header.sh_type == SHT_RELA || header.sh_type == SHT_REL) &&
            header.sh_info == addresses.array->section)
            read_relocations(object, section, &header, &addresses);
    }
    free(addresses.items);
    return is_done;
}

bool object_answer(const struct object *object, struct fact_list *facts, unsigned unit)
{
    struct answer answer = {.object = object, .facts = facts};
    char name[64];
    size_t i;

    for (i = 0; i < facts->n_items; i++) {
        answer.fact = &facts->items[i];
        if (answer.fact->unit != unit || answer.fact->rejection ||
            !answer_group[answer.fact->group])
            continue;
        source_symbol(facts, answer.fact, name, sizeof(name));
        answer.symbol = find_symbol(object, name);
        if (!answer.symbol || !answer_group[answer.fact->group](&answer))
            answer.fact->rejection = "its object shows no answer";
    }
    if (answer_addresses(object, facts, unit, GROUP_MACRO_SYMBOLS) &&
        answer_addresses(object, facts, unit, GROUP_SYMBOLS))
        return true;
    abx_message("out of memory");
    return false;
}
