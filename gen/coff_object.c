/*
 * Numbers are put together byte by byte, since a member may begin at any offset, and each
 * place is checked where it is used, by the one function that reads there.
 */
#include "gen/coff_object.h"

#include <string.h>

enum {
    HEADER_SIZE = 20,
    SECTION_SIZE = 40,
    SYMBOL_SIZE = 18,
    RELOCATION_SIZE = 10,
    SHORT_NAME_SIZE = 8,
};

static bool lies_in(size_t size, size_t offset, size_t length)
{
    return offset <= size && length <= size - offset;
}

static uint32_t get16(const unsigned char *at)
{
    return (uint32_t)(at[0] | at[1] << 8);
}

static uint32_t get32(const unsigned char *at)
{
    return get16(at) | get16(at + 2) << 16;
}

/* Up to the first zero; all of it if there is none. */
static struct gen_slice text_of(const unsigned char *at, size_t size)
{
    const unsigned char *zero = memchr(at, '\0', size);

    return (struct gen_slice){(const char *)at, zero ? (size_t)(zero - at) : size};
}

bool gen_coff_object_init(struct gen_coff_object *object, const unsigned char *data,
                          size_t size)
{
    *object = (struct gen_coff_object){.data = data, .size = size};
    if (size < HEADER_SIZE)
        return false;
    object->machine = get16(data);
    object->n_sections = get16(data + 2);
    object->symbols = get32(data + 8);
    object->n_symbols = get32(data + 12);
    object->sections = HEADER_SIZE + get16(data + 16);
    if (!object->n_symbols)
        object->symbols = 0;
    if (object->n_symbols > size / SYMBOL_SIZE)
        return false;
    object->strings = object->symbols + (size_t)object->n_symbols * SYMBOL_SIZE;
    return lies_in(size, object->sections, (size_t)object->n_sections * SECTION_SIZE) &&
           lies_in(size, object->symbols, object->strings - object->symbols);
}

bool gen_coff_section_at(const struct gen_coff_object *object, unsigned number,
                         struct gen_coff_section *sectionp)
{
    const unsigned char *at;

    *sectionp = (struct gen_coff_section){0};
    if (!number || number > object->n_sections)
        return false;
    at = object->data + object->sections + (size_t)(number - 1) * SECTION_SIZE;
    memcpy(sectionp->name, at, SHORT_NAME_SIZE);
    sectionp->size = get32(at + 16);
    sectionp->offset = get32(at + 20);
    sectionp->relocations = get32(at + 24);
    sectionp->n_relocations = get16(at + 32);
    if (!sectionp->offset)
        sectionp->size = 0; /* it has no contents */
    return lies_in(object->size, sectionp->offset, sectionp->size) &&
           lies_in(object->size, sectionp->relocations,
                   (size_t)sectionp->n_relocations * RELOCATION_SIZE);
}

/* A long name stands among the strings: its offset behind four zero bytes. */
static bool read_name(const struct gen_coff_object *object, const unsigned char *at,
                      struct gen_slice *namep)
{
    size_t offset = object->strings + get32(at + 4);

    if (get32(at)) {
        *namep = text_of(at, SHORT_NAME_SIZE);
        return true;
    }
    if (offset >= object->size)
        return false;
    *namep = text_of(object->data + offset, object->size - offset);
    return offset + namep->size < object->size;
}

bool gen_coff_symbol_at(const struct gen_coff_object *object, unsigned index,
                        struct gen_coff_symbol *symbolp)
{
    const unsigned char *at;

    if (index >= object->n_symbols)
        return false;
    at = object->data + object->symbols + (size_t)index * SYMBOL_SIZE;
    symbolp->value = get32(at + 8);
    symbolp->section = (int16_t)get16(at + 12);
    symbolp->class = at[16];
    symbolp->n_more = at[17];
    return read_name(object, at, &symbolp->name);
}

bool gen_coff_find_target(const struct gen_coff_object *object,
                          const struct gen_coff_section *section, size_t offset,
                          struct gen_coff_symbol *symbolp)
{
    const unsigned char *at = object->data + section->relocations;

    for (unsigned i = 0; i < section->n_relocations; i++, at += RELOCATION_SIZE)
        if (get32(at) == offset)
            return gen_coff_symbol_at(object, get32(at + 4), symbolp);
    return false;
}

bool gen_coff_word_at(const struct gen_coff_object *object,
                      const struct gen_coff_section *section, size_t offset,
                      uint32_t *wordp)
{
    if (!lies_in(section->size, offset, 4))
        return false;
    *wordp = get32(object->data + section->offset + offset);
    return true;
}

struct gen_slice gen_coff_text_at(const struct gen_coff_object *object,
                                  const struct gen_coff_section *section, size_t offset)
{
    struct gen_slice text = {"", 0};

    if (offset < section->size)
        text = text_of(object->data + section->offset + offset, section->size - offset);
    return text;
}

/* ---- the short form */

enum { SHORT_HEADER_SIZE = 20, SHORT_MARK = 0xffff };

enum name_form {
    BY_NUMBER,
    BY_SYMBOL,
    WITHOUT_PREFIX,
    UNDECORATED,
    OF_ITS_OWN,
};

/* The next terminated text of the rest, which it is taken from. */
static bool take_text(struct gen_slice *rest, struct gen_slice *textp)
{
    const char *zero = rest->size ? memchr(rest->text, '\0', rest->size) : NULL;

    if (!zero)
        return false;
    *textp = (struct gen_slice){rest->text, (size_t)(zero - rest->text)};
    rest->size -= textp->size + 1;
    rest->text = zero + 1;
    return true;
}

static struct gen_slice exported_name(enum name_form form, struct gen_slice symbol,
                                      struct gen_slice own)
{
    const char *at = NULL;

    if (form == BY_NUMBER)
        return (struct gen_slice){"", 0};
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

int gen_coff_short_read(struct gen_coff_short *shortp, const unsigned char *data,
                        size_t size)
{
    struct gen_slice rest, own = {"", 0};
    unsigned form;

    if (size < SHORT_HEADER_SIZE || get16(data) || get16(data + 2) != SHORT_MARK)
        return 0;
    *shortp = (struct gen_coff_short){.machine = get16(data + 6)};
    form = get16(data + 18) >> 2 & 7;
    rest = (struct gen_slice){(const char *)data + SHORT_HEADER_SIZE, get32(data + 12)};
    if (rest.size > size - SHORT_HEADER_SIZE || form > OF_ITS_OWN ||
        !take_text(&rest, &shortp->symbol) || !take_text(&rest, &shortp->dll) ||
        (form == OF_ITS_OWN && !take_text(&rest, &own)))
        return -1;
    shortp->name = exported_name(form, shortp->symbol, own);
    return 1;
}
