/**
 * Macros: what their text tells without a compiler, and what became of them.
 */
#ifndef ABX_GEN_MACRO_H
#define ABX_GEN_MACRO_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"
#include "gen/functions.h"

/* How a long double is brought into the range of doubles before it is taken apart. */
enum gen_scale {
    GEN_SCALE_NONE,
    GEN_SCALE_DOWN,
    GEN_SCALE_UP,
    GEN_SCALE_SEARCH,
    GEN_N_SCALES
};

struct gen_macro {
    const char *name;
    const char *body; /* one line, without comments, blanks folded */
    const void *file; /* where it was defined last, as the parser knows it */
    bool takes_arguments;
    bool is_unsure;     /* defined more than once, or undefined somewhere */
    bool is_done;       /* has a line, or needs none */
    bool is_undefined;  /* undefined again at the end */
    bool is_rejected;   /* the compiler does not take it as an expression */
    bool wants_address; /* may be a pointer: ask for its address */
    bool wants_parts;   /* may be a float wider than double */
    enum gen_scale wants_scale;
    bool wants_halves; /* is an integer of 128 bits */
    bool asked_value;
    unsigned n_lost;      /* how often an error elsewhere swallowed the answer */
    const char *obstacle; /* once it was looked for */
    bool is_obstacle_known;
    bool asked_address;
    bool asked_parts;
    enum gen_scale asked_scale;
    bool asked_halves;
};

/* Zeroed means empty and ready to use. */
struct gen_macros {
    struct abx_map map; /* name -> struct gen_macro; the last definition stands */
    struct abx_arena arena;
    bool out_of_memory;
};

/* Adds the macro with the text behind its name, as it stands in the file. */
struct gen_macro *gen_macros_set(struct gen_macros *macros, const char *name,
                                 const char *text, size_t size, bool takes_arguments);

/*
 * Notes which macros a file may undefine, or give an earlier meaning back. All are
 * collected already.
 */
void gen_macros_note_undefined(struct gen_macros *macros, const char *text, size_t size);

struct gen_macro *gen_macros_find(const struct gen_macros *macros, const char *name);

/* The macro whose name is all of @macro's body; @macro itself, if there is none. */
struct gen_macro *gen_macro_follow_once(const struct gen_macros *macros,
                                        struct gen_macro *macro);

/* The macro that @macro stands for through names only (A for B for C): itself, if for
 * none. */
struct gen_macro *gen_macro_follow(const struct gen_macros *macros,
                                   struct gen_macro *macro);

/*
 * The text that @macro certainly stands for at the end of the unit, through names only;
 * NULL where a compiler has to be asked which definition is in force.
 */
const char *gen_macro_certain_text(const struct gen_macros *macros,
                                   struct gen_macro *macro);

/*
 * Why the text can't be an expression, so that it must not be shown to a compiler among
 * others; NULL if it may be one.
 */
const char *gen_macro_obstacle(const struct gen_macros *macros, struct gen_macro *macro);

/* Guesses what has to be asked about the macro: wants_address, wants_parts. */
void gen_macro_guess(const struct gen_macros *macros, struct gen_macro *macro);

/* The single name that the body consists of, brackets aside, in @arena; NULL if it is not
 * one. */
const char *gen_macro_single_name(const struct gen_macro *macro, struct abx_arena *arena);

/*
 * The path of members that the body consists of ("_sifields._kill.si_pid",
 * "h_addr_list[0]"); false if it is no path.
 */
bool gen_macro_is_path(const struct gen_macro *macro);

/* Adds lines for all macros that are not done: aliases of what exists, omissions with
 * reasons. */
void gen_macros_emit(struct gen_macros *macros, const struct gen_functions *functions,
                     struct gen_lines *lines, unsigned unit);

void gen_macros_finish(struct gen_macros *macros);

#endif
