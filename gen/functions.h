/**
 * Functions and variables in the making: what all their declarations together say. They
 * become lines when everything was read, since a spec may tell about them at any place.
 */
#ifndef ABX_GEN_FUNCTIONS_H
#define ABX_GEN_FUNCTIONS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/map.h"
#include "gen/attributes.h"
#include "gen/lines.h"
#include "gen/message.h"
#include "gen/spec.h"
#include "gen/symbols.h"

struct gen_function {
    const char *name;
    const char *type;    /* in the table's notation */
    const char *problem; /* why it can't be in the table; NULL: it can */
    const char *symbol;  /* NULL: the name */
    unsigned n_told;     /* how much the declaration tells of it */
    struct gen_attributes attributes;
    bool is_variable;
    bool is_static;
    const char
        *called; /* all that the code of a static one does is to call it; NULL: more */
    unsigned unit;
};

/* Zeroed means empty and ready to use. */
struct gen_functions {
    struct abx_map map; /* name -> struct gen_function */
    struct abx_arena arena;
    bool out_of_memory;
};

/* The function called @name, made if there is none; NULL when out of memory. */
struct gen_function *gen_functions_get(struct gen_functions *functions, const char *name);

/*
 * Turns all into lines: `fn` and `var`, with their contracts, for what @symbols exports,
 * and `omit` for the rest. What has a line already keeps it.
 */
void gen_functions_emit(const struct gen_functions *functions,
                        const struct gen_spec *spec, const struct gen_symbols *symbols,
                        struct gen_lines *lines);

/*
 * Adds the texts of the spec, and checks it against what was found: its codes have to be
 * constants, its functions may be missing on this platform.
 */
void gen_check_spec(const struct gen_functions *functions, const struct gen_spec *spec,
                    struct gen_lines *lines, struct gen_messages *messages);

/* Says so where there are functions and no library. */
void gen_note_libraries(const struct gen_functions *functions,
                        const struct gen_symbols *symbols);

void gen_functions_finish(struct gen_functions *functions);

#endif
