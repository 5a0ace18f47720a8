/**
 * In which files a name is declared. A line of the table knows its name only, which may
 * stand in any number of headers.
 */
#ifndef ABX_GEN_ORIGINS_H
#define ABX_GEN_ORIGINS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/map.h"
#include "gen/files.h"

/* The name spaces of C in which one name means different things. */
enum gen_space {
    GEN_SPACE_ORDINARY, /* functions, variables, typedefs, enumerators */
    GEN_SPACE_TAG,
    GEN_SPACE_MACRO,
    GEN_N_SPACES
};

struct gen_origin {
    struct gen_origin *next;
    const struct gen_file *file;
};

/* Zeroed means empty and ready to use. */
struct gen_origins {
    struct abx_map maps[GEN_N_SPACES]; /* name -> struct gen_origin */
    struct abx_arena arena;
    bool out_of_memory;
};

/* @file may be NULL: nothing is added then. */
void gen_origins_add(struct gen_origins *origins, enum gen_space space, const char *name,
                     const struct gen_file *file);

/* The files of a name; NULL if none is known. */
const struct gen_origin *gen_origins_find(const struct gen_origins *origins,
                                          enum gen_space space, const char *name);

void gen_origins_finish(struct gen_origins *origins);

#endif
