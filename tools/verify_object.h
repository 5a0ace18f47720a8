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
    bool is_inside;   /* it does, but that calls what the name says, and nothing else */
};

/* Two functions that are compared, and what either calls. */
struct object_forward {
    const struct object_symbol *own; /* a pointer to it */
    const char *called;
    const struct object_symbol *forward; /* this program's */
    const char *target;
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
    /* Opens the file and fills the object but for the order of its symbols: what @library
     * exports, or without one those of this program's own. False after a message. */
    bool (*load)(struct object *object, const char *path, const char *library);

    void (*close)(struct object *object); /* of an object that is filled in part, too */

    const char *(*architecture)(const struct object *object);
    bool (*is_for)(const struct object *object, const char *platform);

    /* By which name a library exports what programs link as @symbol; NULL: it does not. */
    const char *(*exported_as)(const struct object *object, const char *symbol);

    /* The rest is for objects, not for libraries. */

    /* The bytes of a section, *@sizep of them; NULL with a size: zeros, which stand in no
     * file; NULL without one: there is no such section. */
    const unsigned char *(*bytes)(const struct object *object, size_t section,
                                  uint64_t *sizep);

    /* Calls @take for each address in the section. */
    void (*for_each_reference)(const struct object *object, size_t section,
                               void (*take)(void *context,
                                            const struct object_reference *reference),
                               void *context);

    /* Whether the function that @own leads to has the code of @forward, but for @called in
     * the place of @target. NULL: no object of the format has a reference of is_inside. */
    bool (*is_forwarder)(const struct object *object, const struct object_forward *pair);
};

extern const struct object_format object_elf, object_coff, object_import;

/* What the names of the symbols begin with that this program asks for. */
extern const char object_prefix[];

/* Adds a symbol; false when out of memory. */
bool object_add(struct object *object, struct object_symbol symbol);

/* Says why a file cannot be read. Returns false. */
bool object_fail(const char *path, const char *reason);

/* Whether @platform begins with the object's architecture. */
bool object_is_named(const struct object *object, const char *platform);

/* A file in memory. Zeroed means none. */
struct object_map {
    void *bytes;
    size_t size;
};

/* False after a message. */
bool object_map_file(struct object_map *map, const char *path);
void object_unmap_file(struct object_map *map);

#endif
