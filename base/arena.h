/**
 * Arena: memory that is given back all at once. For trees whose nodes live and die
 * together.
 */
#ifndef ABX_BASE_ARENA_H
#define ABX_BASE_ARENA_H

#include <stddef.h>

struct abx_arena_block;

/* Zeroed means empty and ready to use. */
struct abx_arena {
    struct abx_arena_block *blocks;
    char *next;
    char *end;
};

/* Zeroed memory, aligned for any object; NULL when out of memory. */
void *abx_arena_alloc(struct abx_arena *arena, size_t size);

/* A terminated copy of @size bytes; NULL when out of memory. */
char *abx_arena_copy(struct abx_arena *arena, const char *text, size_t size);

/* Gives everything back; the arena is empty and ready to use afterwards. */
void abx_arena_finish(struct abx_arena *arena);

#endif
