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

/* Zeroed means empty and ready to use. */
struct gen_spec {
    struct abx_arena arena;
    struct abx_map contracts;     /* function -> struct gen_contract */
    struct abx_map returns_twice; /* function -> itself */
    struct abx_map
        undeclared;       /* function that no header declares -> struct gen_undeclared */
    struct abx_map texts; /* "FUNCTION CODE" -> struct gen_spec_text */
    struct gen_spec_items libraries;
    struct gen_spec_items
        headers;      /* patterns of those whose declarations are taken, too */
    unsigned n_units; /* at least 1 once something was read; 0 before */
    bool out_of_memory;
};

struct gen_undeclared {
    struct gen_place place;
    unsigned unit; /* the last one that does not declare it */
};

struct gen_contract {
    const char *how;   /* "fails=-1:errno,blocks" */
    const char *codes; /* " EBADF EINTR", sorted */
    struct gen_place place;
};

struct gen_spec_text {
    const char *function;
    const char *code;
    const char *text;
    struct gen_place place;
};

/*
 * Reads one annotation. @function is the function it stands on, NULL for notes on the
 * whole. Headers left out go into @lines. False if it is no annotation of a spec; what is
 * wrong in one is told at @place.
 */
bool gen_spec_read(struct gen_spec *spec, const char *annotation, const char *function,
                   struct gen_place place, struct gen_lines *lines,
                   struct gen_messages *messages);

/* Which parameters the contract of @function names; false: it has none that names any. */
bool gen_spec_find_timeout(const struct gen_spec *spec, const char *function,
                           struct abx_timeout_words *words);

void gen_spec_finish(struct gen_spec *spec);

#endif
