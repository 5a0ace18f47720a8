/**
 * What the reader of answers knows of an object file, whatever its format: symbols,
 * bytes of sections, and which symbol the linker would put at a place.
 */
#ifndef ABX_VERIFY_OBJECT_H
#define ABX_VERIFY_OBJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Of this program's own, or of a library's exports. */
struct object_symbol {
    const char *name;
    size_t section;
    uint64_t offset; /* in the section */
    uint64_t size;   /* no object of its name is larger */
};

/* An address that the linker fills in. */
struct object_reference {
    uint64_t offset;  /* in the section */
    const char *name; /* of the symbol in C; "": this file defines it for itself */
};

struct object_format;

struct object {
    const struct object_format *format;
    void *file; /* the format's */
    bool is_big_endian;
    unsigned pointer_size;
    struct object_symbol *items; /* sorted by name */
    size_t n_items;
    size_t capacity;
    struct abx_arena arena; /* of names */
};

struct object_format {
    /* Opens the file and fills the object but for the order of its symbols: those whose
     * names begin with @prefix, or with NULL what a library exports. False after a
     * message. */
    bool (*load)(struct object *object, const char *path, const char *prefix);

    void (*close)(struct object *object); /* of an object that is filled in part, too */

    const char *(*architecture)(const struct object *object);
    bool (*is_for)(const struct object *object, const char *platform);

    /* The bytes of a section, *@sizep of them; NULL with a size: zeros, which stand in no
     * file; NULL without one: there is no such section. */
    const unsigned char *(*bytes)(const struct object *object, size_t section,
                                  uint64_t *sizep);

    /* Calls @take for each address in the section. */
    void (*for_each_reference)(const struct object *object, size_t section,
                               void (*take)(void *context,
                                            const struct object_reference *reference),
                               void *context);
};

extern const struct object_format object_elf, object_coff;

/* Adds a symbol; false when out of memory. */
bool object_add(struct object *object, struct object_symbol symbol);

/* Says why a file cannot be read. Returns false. */
bool object_fail(const char *path, const char *reason);

#endif
