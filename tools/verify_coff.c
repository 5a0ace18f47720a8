/**
 * Objects in COFF format. Its symbols have no sizes: an object reaches to the next symbol
 * of its section or to the section's end, so what stands behind it is at most the zeros
 * that align the next one. Names are those of C: without what the linker adds to them.
 */
#include "tools/verify_object.h"

#include <stdlib.h>
#include <string.h>

#include "target/coff.h"

struct coff_file {
    struct object_map map;
    struct abx_coff coff;
    const char **names; /* in C, by the symbol's index; NULL: of an auxiliary record */
};

/* ---- symbols */

/* The linker's name of a section is that of a symbol, too; what this file defines for
 * itself may be named by either. */
static const char *name_in_c(struct object *object, const struct abx_coff_symbol *symbol)
{
    const struct coff_file *file = object->file;
    struct abx_coff_name name = abx_coff_undecorate(file->coff.machine, symbol->name);

    if (symbol->class == ABX_COFF_STATIC)
        return "";
    return abx_arena_copy(&object->arena, name.text, name.size);
}

static bool add_symbol(struct object *object, const struct abx_coff_symbol *symbol,
                       const char *name)
{
    const struct coff_file *file = object->file;
    struct abx_coff_section section;

    if (!abx_coff_get_section(&file->coff, symbol->section, &section))
        return true;
    return object_add(
        object,
        (struct object_symbol){
            .name = name,
            .section = symbol->section,
            .offset = symbol->value,
            .size = section.size > symbol->value ? section.size - symbol->value : 0,
        });
}

static bool read_symbols(struct object *object, const char *path)
{
    struct coff_file *file = object->file;
    struct abx_coff_symbol symbol;
    uint32_t index = 0, at = 0;

    file->names = calloc((size_t)file->coff.n_symbols + 1, sizeof(*file->names));
    if (!file->names)
        return object_fail(path, "out of memory");
    while (abx_coff_next_symbol(&file->coff, &index, &symbol)) {
        const char *name = name_in_c(object, &symbol);

        if (!name || (strncmp(name, object_prefix, strlen(object_prefix)) == 0 &&
                      !add_symbol(object, &symbol, name)))
            return object_fail(path, "out of memory");
        file->names[at] = name;
        at = index;
    }
    return index == file->coff.n_symbols || object_fail(path, "its symbols are damaged");
}

static int compare_places(const void *a, const void *b)
{
    const struct object_symbol *x = a, *y = b;

    if (x->section != y->section)
        return x->section < y->section ? -1 : 1;
    return (x->offset > y->offset) - (x->offset < y->offset);
}

static void end_at_next(struct object *object)
{
    struct object_symbol *items = object->items;
    size_t i;

    if (!object->n_items)
        return;
    qsort(items, object->n_items, sizeof(*items), compare_places);
    for (i = 0; i + 1 < object->n_items; i++)
        if (items[i + 1].section == items[i].section && items[i].size)
            items[i].size = items[i + 1].offset - items[i].offset;
}

/* ---- the file */

static bool load(struct object *object, const char *path, const char *library)
{
    struct coff_file *file = calloc(1, sizeof(*file));
    const char *reason;

    if (!file)
        return object_fail(path, "out of memory");
    object->file = file;
    if (!object_map_file(&file->map, path))
        return false;
    reason = abx_coff_init(&file->coff, file->map.bytes, file->map.size);
    if (!reason && library)
        reason = "it is an object, not a library";
    if (reason)
        return object_fail(path, reason);
    object->pointer_size = file->coff.machine == ABX_COFF_AMD64 ? 8 : 4;
    if (!read_symbols(object, path))
        return false;
    end_at_next(object);
    return true;
}

static void close_file(struct object *object)
{
    struct coff_file *file = object->file;

    if (!file)
        return;
    object_unmap_file(&file->map);
    free(file->names);
    free(file);
}

static const char *architecture(const struct object *object)
{
    const struct coff_file *file = object->file;

    return abx_coff_architecture(file->coff.machine);
}

/* ---- sections */

static const unsigned char *bytes(const struct object *object, size_t number,
                                  uint64_t *sizep)
{
    const struct coff_file *file = object->file;
    struct abx_coff_section section = {0};

    if (!abx_coff_get_section(&file->coff, (uint32_t)number, &section))
        section = (struct abx_coff_section){0};
    *sizep = section.size;
    return section.data;
}

static const char *name_at(const struct coff_file *file, uint32_t symbol)
{
    return symbol < file->coff.n_symbols ? file->names[symbol] : NULL;
}

/* Where the code or data at @offset of a section ends: at its next symbol. */
static uint32_t find_end(const struct abx_coff *coff, uint32_t number, uint32_t offset,
                         uint32_t size)
{
    struct abx_coff_symbol symbol;
    uint32_t end = size;
    uint32_t index = 0;

    while (abx_coff_next_symbol(coff, &index, &symbol))
        if (symbol.section == number && symbol.value > offset && symbol.value < end)
            end = symbol.value;
    return end;
}

/*
 * A header may define a function for itself that only calls another one: time() as
 * _time64(). The other one is what a program calls in the end; "" if there is none, or
 * there are several.
 */
static const char *find_called(const struct coff_file *file, uint32_t number,
                               uint32_t offset)
{
    struct abx_coff_section section;
    struct abx_coff_relocation relocation;
    const char *called = "";
    uint32_t end, i;

    if (!abx_coff_get_section(&file->coff, number, &section))
        return "";
    end = find_end(&file->coff, number, offset, section.size);
    for (i = 0; abx_coff_get_relocation(&file->coff, &section, i, &relocation); i++) {
        const char *name = name_at(file, relocation.symbol);

        if (relocation.offset < offset || relocation.offset >= end)
            continue;
        if (!name || (*called && strcmp(called, name) != 0))
            return "";
        called = name;
    }
    return called;
}

static struct object_reference reference_of(const struct coff_file *file,
                                            const struct abx_coff_section *section,
                                            const struct abx_coff_relocation *relocation)
{
    struct abx_coff_symbol symbol;
    uint32_t addend;
    struct object_reference reference = {
        .offset = relocation->offset,
        .name = name_at(file, relocation->symbol),
    };

    if (!reference.name || *reference.name ||
        !abx_coff_get_symbol(&file->coff, relocation->symbol, &symbol) ||
        !abx_coff_get_addend(section, relocation->offset, &addend))
        return reference;
    reference.name = find_called(file, symbol.section, symbol.value + addend);
    reference.is_inside = *reference.name;
    return reference;
}

static void for_each_reference(const struct object *object, size_t number,
                               void (*take)(void *, const struct object_reference *),
                               void *context)
{
    const struct coff_file *file = object->file;
    struct abx_coff_relocation relocation;
    struct abx_coff_section section;
    uint32_t i;

    if (!abx_coff_get_section(&file->coff, (uint32_t)number, &section))
        return;
    for (i = 0; abx_coff_get_relocation(&file->coff, &section, i, &relocation); i++) {
        struct object_reference reference = reference_of(file, &section, &relocation);

        if (reference.name)
            take(context, &reference);
    }
}

/* ---- functions that only call another, each in a section of its own */

/* The section of the function that the word at @pointer leads to. */
static uint32_t section_behind(const struct coff_file *file,
                               const struct object_symbol *pointer)
{
    struct abx_coff_relocation relocation;
    struct abx_coff_section section;
    struct abx_coff_symbol symbol;
    uint32_t addend, i;

    if (!abx_coff_get_section(&file->coff, (uint32_t)pointer->section, &section))
        return 0;
    for (i = 0; abx_coff_get_relocation(&file->coff, &section, i, &relocation); i++)
        if (relocation.offset == pointer->offset &&
            abx_coff_get_symbol(&file->coff, relocation.symbol, &symbol) &&
            abx_coff_get_addend(&section, relocation.offset, &addend) &&
            symbol.value + addend == 0)
            return symbol.section;
    return 0;
}

static bool is_named(const struct coff_file *file,
                     const struct abx_coff_relocation *relocation, const char *name)
{
    const char *other = name_at(file, relocation->symbol);

    return other && strcmp(other, name) == 0;
}

static bool is_forwarder(const struct object *object, const struct object_forward *pair)
{
    const struct coff_file *file = object->file;
    const struct abx_coff *coff = &file->coff;
    struct abx_coff_relocation x, y;
    struct abx_coff_section own, forward;
    uint32_t i;

    if (!abx_coff_get_section(coff, section_behind(file, pair->own), &own) ||
        !abx_coff_get_section(coff, (uint32_t)pair->forward->section, &forward) ||
        !own.data || !forward.data || own.size != forward.size ||
        memcmp(own.data, forward.data, own.size) != 0 ||
        own.n_relocations != forward.n_relocations)
        return false;
    for (i = 0; abx_coff_get_relocation(coff, &own, i, &x) &&
                abx_coff_get_relocation(coff, &forward, i, &y);
         i++)
        if (x.offset != y.offset || x.type != y.type ||
            !is_named(file, &x, pair->called) || !is_named(file, &y, pair->target))
            return false;
    return i > 0;
}

const struct object_format object_coff = {
    .load = load,
    .close = close_file,
    .architecture = architecture,
    .is_for = object_is_named,
    .bytes = bytes,
    .for_each_reference = for_each_reference,
    .is_forwarder = is_forwarder,
};
