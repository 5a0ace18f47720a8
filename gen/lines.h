/**
 * The lines of the table in the making, each known by its key.
 */
#ifndef ABX_GEN_LINES_H
#define ABX_GEN_LINES_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/map.h"
#include "runtime/abidex.h"

struct gen_line {
    enum abx_kind kind;
    const char *name;
    const char *text; /* the whole line without its newline */
    unsigned unit;    /* from 1 */
};

/* Zeroed means empty and ready to use. */
struct gen_lines {
    struct abx_map map; /* key -> struct gen_line */
    struct abx_arena arena;
    bool out_of_memory; /* something was lost */
};

/*
 * Adds the line "KIND NAME REST". The first line of a key stays. Returns the line that
 * stands under the key now; NULL when out of memory.
 */
struct gen_line *gen_lines_add(struct gen_lines *lines, enum abx_kind kind,
                               const char *name, const char *rest, unsigned unit);

/* Replaces or sets the rest of a line. */
void gen_lines_set(struct gen_lines *lines, enum abx_kind kind, const char *name,
                   const char *rest, unsigned unit);

/* NULL if there is none. Borrowed. */
struct gen_line *gen_lines_find(const struct gen_lines *lines, enum abx_kind kind,
                                const char *name);

/* The lines' texts, sorted, to be freed with free(); NULL when out of memory. */
const char **gen_lines_sorted(const struct gen_lines *lines, size_t *n_linesp);

void gen_lines_finish(struct gen_lines *lines);

#endif
