/**
 * What a spec says besides C: libraries, failure contracts, texts, headers left out.
 */
#ifndef ABX_GEN_SPEC_H
#define ABX_GEN_SPEC_H

#include "base/arena.h"
#include "base/map.h"
#include "gen/lines.h"
#include "gen/message.h"
#include "runtime/contract_words.h"

/* A library, or a pattern of headers. */
struct gen_spec_item {
    const char *text;
    struct gen_place place;
};

struct gen_spec_items {
    struct gen_spec_item *items;
    size_t n_items;
    size_t capacity;
};

/* What a code means: of a function, of a group, or wherever it has no other text. */
struct gen_spec_text {
    const char *code;
    const char *text;
    struct gen_place place;
    bool
        is_shared; /* from a group or another function: gives way to the function's own */
    struct gen_spec_text *next;
};

/* Codes and texts that functions share. */
struct gen_spec_group {
    struct gen_spec_text *texts;
    bool is_used; /* from then on it is as it is */
};

struct gen_contract {
    const char *how;   /* "fails=-1:errno,blocks" */
    const char *codes; /* " EBADF EINTR", sorted */
    const char *texts; /* the function that gives the texts of the code space; NULL */
    struct gen_place place;
};

/* What is said of one function. */
struct gen_spec_function {
    const char *name;
    struct gen_contract *contract; /* NULL: none */
    struct gen_spec_text *texts;
    struct gen_spec_item like;    /* the function that it fails like; text NULL: none */
    struct gen_spec_item untold;  /* why it has no contract */
    struct gen_spec_item refused; /* why it must not be called */
    bool returns_twice;
    bool is_settled;
};

/* A function that no header declares. */
struct gen_undeclared {
    struct gen_place place;
    unsigned unit; /* the last one that does not declare it */
};

/* Zeroed means empty and ready to use. */
struct gen_spec {
    struct abx_arena arena;
    struct abx_map functions;  /* name -> struct gen_spec_function */
    struct abx_map undeclared; /* name -> struct gen_undeclared */
    struct abx_map groups;     /* name -> struct gen_spec_group */
    struct abx_map each;       /* code -> struct gen_spec_text */
    struct abx_map spaces;     /* prefix of codes -> struct gen_spec_item, a function */
    struct gen_spec_items libraries;
    struct gen_spec_items
        headers;      /* patterns of those whose declarations are taken, too */
    unsigned n_units; /* at least 1 once something was read; 0 before */
    bool out_of_memory;
};

/*
 * Reads one annotation. @function is the function it stands on, NULL for notes on the
 * whole. Headers left out go into @lines. False if it is no annotation of a spec; what is
 * wrong in one is told at @place.
 */
bool gen_spec_read(struct gen_spec *spec, const char *annotation, const char *function,
                   struct gen_place place, struct gen_lines *lines,
                   struct gen_messages *messages);

/* What is said of @function so far; NULL: nothing. */
struct gen_spec_function *gen_spec_find(const struct gen_spec *spec,
                                        const char *function);

/*
 * Once a unit is read: gives functions what they have in common with another one, codes
 * without a text the one that is for all, and contracts the function that knows the texts
 * of their space.
 */
void gen_spec_settle(struct gen_spec *spec, struct gen_messages *messages);

/* Which parameters the contract of @function names; false: it has none that names any. */
bool gen_spec_find_timeout(const struct gen_spec *spec, const char *function,
                           struct abx_timeout_words *words);

void gen_spec_finish(struct gen_spec *spec);

#endif
