/**
 * Import libraries of Windows DLLs: archives of COFF members, each of which tells the linker
 * one name that a DLL exports. They stand for the DLLs, which a cross toolchain does not have.
 */
#ifndef ABX_GEN_IMPORT_LIBRARY_H
#define ABX_GEN_IMPORT_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"
#include "gen/coff_object.h"

/* What a member tells. */
struct gen_import {
    struct gen_slice symbol; /* as C has it: "CreateFileW" for __imp__CreateFileW@28 */
    struct gen_slice dll; /* the DLL that exports it; empty: the code is in the archive */
    struct gen_slice name; /* by which the DLL exports it; empty: it has a number alone */
};

/* A walk over an import library. */
struct gen_import_library {
    const unsigned char *data;
    size_t size;
    size_t at;                     /* of the next member */
    struct gen_coff_object object; /* the member that is read */
    unsigned index;                /* of its next symbol */
    struct gen_slice dll;          /* of its imports */
    bool is_import;
    struct abx_map dlls; /* symbol of a descriptor -> struct gen_slice, its DLL's name */
    struct abx_arena arena;
    unsigned machine;    /* as COFF numbers them; 0: no member tells */
    const char *problem; /* why it can't be read: a constant */
};

/*
 * Begins to read the archive of @size bytes at @data, which are borrowed. 0 done; 1 if no
 * member of it imports anything; -1 with the problem set.
 */
int gen_import_library_init(struct gen_import_library *library, const void *data,
                            size_t size);

/* The next import, or symbol of code that is linked statically. 1 if there is one; 0 at the
 * end; -1 with the problem set. */
int gen_import_library_next(struct gen_import_library *library,
                            struct gen_import *importp);

void gen_import_library_finish(struct gen_import_library *library);

/* The architecture of a machine's number: "x86_64"; NULL if it has no name here. */
const char *gen_import_library_architecture(unsigned machine);

/* The name that C has for a symbol of a linker: "f" for "_f@4" where @machine decorates so. */
struct gen_slice gen_import_undecorate(unsigned machine, struct gen_slice symbol);

#endif
