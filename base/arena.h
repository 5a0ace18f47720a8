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

/* A place in an arena: what it held at some moment. */
struct abx_arena_mark {
    struct abx_arena_block *block;
    char *next;
};

struct abx_arena_mark abx_arena_mark(const struct abx_arena *arena);

/* Gives back all that was taken since the mark, of which the arena is the same. */
void abx_arena_rollback(struct abx_arena *arena, struct abx_arena_mark mark);

/*
 * Takes no more from the last block: where somebody may have been stopped in the middle
 * of abx_arena_alloc.
 */
void abx_arena_seal(struct abx_arena *arena);

/* Gives everything back; the arena is empty and ready to use afterwards. */
void abx_arena_finish(struct abx_arena *arena);

#endif
