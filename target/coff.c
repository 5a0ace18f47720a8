/*
 * Offsets are added as 64 bits, counts are of 32 and records of a few bytes: no sum can
 * wrap, so that each check is one comparison with the size of the file.
 */
#include "target/coff.h"

#include <string.h>

enum {
    HEADER_SIZE = 20,
    SECTION_SIZE = 40,
    SYMBOL_SIZE = 18,
    RELOCATION_SIZE = 10,
    SHORT_NAME_SIZE = 8,
};

enum { ABSOLUTE_MARK = 0xffff }; /* in the place of a section's number */

/* A section's flags: its bytes are zeros and in no file; its relocations are more than the
 * header's 16 bits can count. */
enum { HOLDS_ZEROS = 0x80, RELOCATIONS_OVERFLOW = 0x01000000, RELOCATIONS_MAX = 0xffff };

static uint16_t get_16(const unsigned char *bytes)
{
    return (uint16_t)(bytes[0] | bytes[1] << 8);
}

static uint32_t get_32(const unsigned char *bytes)
{
    return get_16(bytes) | (uint32_t)get_16(bytes + 2) << 16;
}

/* The @n records of @size bytes at @offset; NULL if they do not lie in the file. */
static const unsigned char *records_at(const struct abx_coff *coff, uint64_t offset,
                                       uint64_t n, uint64_t size)
{
    if (offset > coff->size || n * size > coff->size - offset)
        return NULL;
    return coff->bytes + offset;
}

/* ---- the file */

/* The string table follows the symbols; a file without long names may end there. */
static bool find_strings(struct abx_coff *coff)
{
    uint64_t offset = coff->symbols + (uint64_t)coff->n_symbols * SYMBOL_SIZE;
    const unsigned char *size = records_at(coff, offset, 1, 4);

    if (!coff->n_symbols || !size)
        return true;
    coff->strings = (size_t)offset;
    coff->strings_size = get_32(size);
    return coff->strings_size == 0 ||
           (coff->strings_size >= 4 && records_at(coff, offset, 1, coff->strings_size));
}

static const char *read_header(struct abx_coff *coff)
{
    const unsigned char *header = records_at(coff, 0, 1, HEADER_SIZE);

    if (!header)
        return "it is too short for an object file";
    coff->machine = get_16(header);
    if (!coff->machine && get_16(header + 2) == 0xffff)
        return "it is in one of the forms of COFF for more sections than 65,279";
    if (!*abx_coff_architecture(coff->machine))
        return "it is not in COFF format, or for an unknown machine";
    coff->n_sections = get_16(header + 2);
    coff->symbols = get_32(header + 8);
    coff->n_symbols = coff->symbols ? get_32(header + 12) : 0;
    coff->sections = HEADER_SIZE + get_16(header + 16);
    if (!records_at(coff, coff->sections, coff->n_sections, SECTION_SIZE))
        return "its sections lie beyond its end";
    if (!records_at(coff, coff->symbols, coff->n_symbols, SYMBOL_SIZE))
        return "its symbols lie beyond its end";
    return find_strings(coff) ? NULL : "its names lie beyond its end";
}

const char *abx_coff_init(struct abx_coff *coff, const void *bytes, size_t size)
{
    const char *reason;

    *coff = (struct abx_coff){.bytes = bytes, .size = size};
    reason = read_header(coff);
    if (reason)
        *coff = (struct abx_coff){0};
    return reason;
}

/* ---- names */

static bool get_long_name(const struct abx_coff *coff, uint64_t offset,
                          struct abx_coff_name *namep)
{
    const char *text, *end;

    if (offset < 4 || offset >= coff->strings_size)
        return false;
    text = (const char *)coff->bytes + coff->strings + offset;
    end = memchr(text, '\0', coff->strings_size - (size_t)offset);
    if (!end)
        return false;
    *namep = (struct abx_coff_name){text, (size_t)(end - text)};
    return true;
}

static struct abx_coff_name short_name(const unsigned char *field)
{
    const char *text = (const char *)field;

    return (struct abx_coff_name){text, strnlen(text, SHORT_NAME_SIZE)};
}

/* "/123": at that place among the strings. */
static bool get_section_name(const struct abx_coff *coff, const unsigned char *field,
                             struct abx_coff_name *namep)
{
    uint64_t offset = 0;
    size_t i;

    *namep = short_name(field);
    if (namep->size < 2 || field[0] != '/' || field[1] < '0' || field[1] > '9')
        return true;
    for (i = 1; i < namep->size; i++) {
        if (field[i] < '0' || field[i] > '9')
            return false;
        offset = offset * 10 + (field[i] - '0');
    }
    return get_long_name(coff, offset, namep);
}

/* Whether the name ends in "@NUMBER"; *@sizep is then what is in front of it. */
static bool ends_in_size(struct abx_coff_name name, size_t *sizep)
{
    size_t size = name.size;

    while (size && name.text[size - 1] >= '0' && name.text[size - 1] <= '9')
        size--;
    if (size < 2 || size == name.size || name.text[size - 1] != '@')
        return false;
    *sizep = size - 1;
    return true;
}

/* stdcall: _name@4; fastcall: @name@4; vectorcall: name@@4; others: _name. */
struct abx_coff_name abx_coff_undecorate(uint16_t machine, struct abx_coff_name name)
{
    bool has_size = machine == ABX_COFF_I386 && ends_in_size(name, &name.size);

    if (has_size && name.text[name.size - 1] == '@')
        return (struct abx_coff_name){name.text, name.size - 1};
    if (machine == ABX_COFF_I386 && name.size &&
        (name.text[0] == '_' || (has_size && name.text[0] == '@')))
        return (struct abx_coff_name){name.text + 1, name.size - 1};
    return name;
}

const char *abx_coff_architecture(uint16_t machine)
{
    static const struct {
        uint16_t machine;
        const char *name;
    } architectures[] = {{ABX_COFF_AMD64, "x86_64"}, {ABX_COFF_I386, "i686"}};

    for (size_t i = 0; i < sizeof(architectures) / sizeof(*architectures); i++)
        if (architectures[i].machine == machine)
            return architectures[i].name;
    return "";
}

/* ---- sections and symbols */

/* The first relocation then holds their number, itself counted too. */
static bool take_overflow(const struct abx_coff *coff, struct abx_coff_section *section)
{
    const unsigned char *first =
        records_at(coff, section->relocations, 1, RELOCATION_SIZE);

    if (!first || !get_32(first))
        return false;
    section->n_relocations = get_32(first) - 1;
    section->relocations += RELOCATION_SIZE;
    return true;
}

bool abx_coff_get_section(const struct abx_coff *coff, uint32_t number,
                          struct abx_coff_section *sectionp)
{
    const unsigned char *header;
    uint32_t offset, flags;

    if (!number || number > coff->n_sections)
        return false;
    header = coff->bytes + coff->sections + (size_t)(number - 1) * SECTION_SIZE;
    offset = get_32(header + 20);
    flags = get_32(header + 36);
    *sectionp = (struct abx_coff_section){
        .address = get_32(header + 12),
        .size = get_32(header + 16),
        .relocations = get_32(header + 24),
        .n_relocations = get_16(header + 32),
    };
    if (offset && !(flags & HOLDS_ZEROS))
        sectionp->data = records_at(coff, offset, 1, sectionp->size);
    if (offset && !(flags & HOLDS_ZEROS) && !sectionp->data)
        return false;
    if (flags & RELOCATIONS_OVERFLOW && sectionp->n_relocations == RELOCATIONS_MAX &&
        !take_overflow(coff, sectionp))
        return false;
    return records_at(coff, sectionp->relocations, sectionp->n_relocations,
                      RELOCATION_SIZE) &&
           get_section_name(coff, header, &sectionp->name);
}

static uint32_t section_of(const struct abx_coff *coff, uint32_t number)
{
    if (number == ABSOLUTE_MARK)
        return ABX_COFF_ABSOLUTE;
    return number <= coff->n_sections ? number : 0;
}

bool abx_coff_get_symbol(const struct abx_coff *coff, uint32_t index,
                         struct abx_coff_symbol *symbolp)
{
    const unsigned char *record;

    if (index >= coff->n_symbols)
        return false;
    record = coff->bytes + coff->symbols + (size_t)index * SYMBOL_SIZE;
    *symbolp = (struct abx_coff_symbol){
        .name = short_name(record),
        .value = get_32(record + 8),
        .section = section_of(coff, get_16(record + 12)),
        .type = get_16(record + 14),
        .class = record[16],
    };
    return get_32(record) || get_long_name(coff, get_32(record + 4), &symbolp->name);
}

bool abx_coff_next_symbol(const struct abx_coff *coff, uint32_t *indexp,
                          struct abx_coff_symbol *symbolp)
{
    const unsigned char *record;
    uint32_t n_auxiliary;

    if (!abx_coff_get_symbol(coff, *indexp, symbolp))
        return false;
    record = coff->bytes + coff->symbols + (size_t)*indexp * SYMBOL_SIZE;
    n_auxiliary = record[17];
    if (n_auxiliary >= coff->n_symbols - *indexp)
        return false;
    *indexp += 1 + n_auxiliary;
    return true;
}

bool abx_coff_get_relocation(const struct abx_coff *coff,
                             const struct abx_coff_section *section, uint32_t index,
                             struct abx_coff_relocation *relocationp)
{
    const unsigned char *record;

    if (index >= section->n_relocations)
        return false;
    record = coff->bytes + section->relocations + (size_t)index * RELOCATION_SIZE;
    *relocationp = (struct abx_coff_relocation){
        .offset = get_32(record) - section->address,
        .symbol = get_32(record + 4),
        .type = get_16(record + 8),
    };
    return true;
}

bool abx_coff_get_addend(const struct abx_coff_section *section, uint32_t offset,
                         uint32_t *addendp)
{
    if (!section->data || section->size < 4 || offset > section->size - 4)
        return false;
    *addendp = get_32(section->data + offset);
    return true;
}

struct abx_coff_name abx_coff_text_at(const struct abx_coff_section *section,
                                      uint64_t offset)
{
    const char *text, *end;

    if (!section->data || offset >= section->size)
        return (struct abx_coff_name){"", 0};
    text = (const char *)section->data + offset;
    end = memchr(text, '\0', section->size - (size_t)offset);
    if (!end)
        return (struct abx_coff_name){"", 0};
    return (struct abx_coff_name){text, (size_t)(end - text)};
}
