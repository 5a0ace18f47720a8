/**
 * What the libraries export: their dynamic symbol tables, as the linker would use them.
 */
#ifndef ABX_GEN_SYMBOLS_H
#define ABX_GEN_SYMBOLS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"
#include "gen/message.h"
#include "target/compiler.h"

/* Zeroed means empty and ready to use. */
struct gen_symbols {
    struct abx_map map; /* symbol -> name of the first library that exports it */
    struct abx_arena arena;
    const char **libraries; /* names, in the order in which they were added */
    size_t n_libraries;
    bool out_of_memory;
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
 * stands for what it names. -1 if it is not found or can't be read, with a message at
 * @place.
 */
int gen_symbols_add(struct gen_symbols *symbols, const char *name,
                    const struct gen_library_path *path, struct gen_place place,
                    struct gen_messages *messages);

/* The library that exports @symbol; NULL if none does. */
const char *gen_symbols_find(const struct gen_symbols *symbols, const char *symbol);

void gen_symbols_finish(struct gen_symbols *symbols);

#endif
