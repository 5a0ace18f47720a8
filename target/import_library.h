/**
 * Import libraries of Windows DLLs: archives of COFF objects, each of which tells the
 * linker one name that a DLL exports. They stand for the DLLs, which a cross toolchain
 * does not have.
 */
#ifndef ABX_TARGET_IMPORT_LIBRARY_H
#define ABX_TARGET_IMPORT_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"
#include "target/coff.h"

/* What a member tells. */
struct abx_import {
    struct abx_coff_name
        symbol;                /* as C has it: "CreateFileW" for __imp__CreateFileW@28 */
    struct abx_coff_name dll;  /* that exports it; empty: the code is in the archive */
    struct abx_coff_name name; /* by which it exports it; empty: it has a number alone */
};

/* A walk over an import library. Zeroed means nothing. */
struct abx_import_library {
    const unsigned char *data;
    size_t size;
    size_t at;                /* of the next member */
    struct abx_coff coff;     /* the member that is read */
    uint32_t index;           /* of its next symbol */
    struct abx_coff_name dll; /* of its imports */
    bool is_import;           /* some member is one */
    struct abx_map dlls;      /* symbol -> what it tells of a DLL's name */
    struct abx_arena arena;
    uint16_t machine; /* as COFF numbers them; 0: no member tells */
};

/*
 * Begins to read the archive of @size bytes at @data, which are borrowed. NULL, or why
 * that cannot be done; what imports nothing is no import library. Finish it in both cases.
 */
const char *abx_import_library_init(struct abx_import_library *library, const void *data,
                                    size_t size) __attribute__((nonnull));

/* The next import, or symbol of code that is linked statically. False at the end, and
 * where the archive is damaged: then *@problemp says so. */
bool abx_import_library_next(struct abx_import_library *library,
                             struct abx_import *importp, const char **problemp)
    __attribute__((nonnull));

void abx_import_library_finish(struct abx_import_library *library);

#endif
