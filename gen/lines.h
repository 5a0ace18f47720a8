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
    bool is_dropped;  /* stands no more; its key stays taken */
    bool is_selected; /* by gen_select */
};

/* Zeroed means empty and ready to use. */
struct gen_lines {
    struct abx_map map; /* key -> struct gen_line */
    struct abx_arena arena;
    struct abx_map
        conflicts; /* "struct X", "name": types that a later unit defines otherwise */
    const char *unwritable; /* a name whose line can't be written; NULL: none */
    bool out_of_memory;     /* something was lost */
};

/*
 * Adds the line "KIND NAME REST". The first line of a key stays. Returns the line that
 * stands under the key now; NULL when out of memory.
 */
struct gen_line *gen_lines_add(struct gen_lines *lines, enum abx_kind kind,
                               const char *name, const char *rest, unsigned unit);

/* Gives a line that was added before another rest. */
void gen_lines_replace(struct gen_lines *lines, struct gen_line *line, const char *rest);

/* NULL if there is none. Borrowed. */
struct gen_line *gen_lines_find(const struct gen_lines *lines, enum abx_kind kind,
                                const char *name);

/* The same by the key of @size bytes: "struct stat". */
struct gen_line *gen_lines_find_key(const struct gen_lines *lines, const char *key,
                                    size_t size);

/*
 * Ends a unit: what it added and what refers to a type that an earlier unit defines
 * otherwise is dropped, with the reason in an `omit` line; the rest of what a later unit
 * added gets a `unit` line.
 */
void gen_lines_end_unit(struct gen_lines *lines, unsigned unit);

/* The lines' texts, sorted, to be freed with free(); NULL when out of memory. */
const char **gen_lines_sorted(const struct gen_lines *lines, size_t *n_linesp);

void gen_lines_finish(struct gen_lines *lines);

#endif
