/**
 * What the libraries export: their dynamic symbol tables, as the linker would use them.
 */
#ifndef ABX_GEN_SYMBOLS_H
#define ABX_GEN_SYMBOLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"
#include "gen/message.h"
#include "target/compiler.h"

/* Zeroed means empty and ready to use. */
struct gen_symbols {
    struct abx_map map; /* symbol -> struct gen_export */
    struct abx_arena arena;
    const char **libraries; /* names, in the order in which they were added */
    size_t n_libraries;
    uint16_t machine; /* of import libraries, which decorates labels; 0: there is none */
    bool out_of_memory;
};

/* Who has a symbol. */
struct gen_export {
    const char
        *library;     /* the first that exports it; NULL: it is only linked statically */
    const char *name; /* by which it exports it; empty: by a number alone */
};

/* Where library files are looked for. */
struct gen_library_path {
    const char *const *dirs; /* the caller's, first */
    size_t n_dirs;
    const char *platform; /* "x86_64-linux-gnu": its folder below /lib and /usr/lib */
    const char *sysroot;  /* stands in front of /lib and /usr/lib; NULL: nothing does */
    struct abx_compiler *compiler; /* knows where they are; NULL: look there */
};

/*
 * Reads the library called @name: a file name for the dynamic loader, a path, or "-lz",
 * which then counts under the name that the loader looks for (libz.so.1). A linker script
 * stands for what it names, the import library of a DLL (libkernel32.a for kernel32.dll) for
 * the DLLs of which it tells. -1 if it is not found or can't be read, with a message at
 * @place.
 */
int gen_symbols_add(struct gen_symbols *symbols, const char *name,
                    const struct gen_library_path *path, struct gen_place place,
                    struct gen_messages *messages);

/* Who has @symbol; NULL if nobody does. */
const struct gen_export *gen_symbols_find(const struct gen_symbols *symbols,
                                          const char *symbol);

/* The same of an assembler's label, which is decorated as the linker wants it. */
const struct gen_export *gen_symbols_find_label(const struct gen_symbols *symbols,
                                                const char *label);

void gen_symbols_finish(struct gen_symbols *symbols);

#endif
