/* Blocks grow with use, so that a small arena stays small and a large one needs few
 * blocks. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 1024, LARGEST_BLOCK = 256 * 1024 };

struct abx_arena_block {
    struct abx_arena_block *older;
    size_t size;
    alignas(max_align_t) char bytes[];
};

static size_t round_up(size_t size)
{
    size_t align = alignof(max_align_t);

    return (size + align - 1) / align * align;
}

static int grow(struct abx_arena *arena, size_t need)
{
    size_t size = arena->blocks ? arena->blocks->size * 2 : FIRST_BLOCK;
    struct abx_arena_block *block;

    if (size > LARGEST_BLOCK)
        size = LARGEST_BLOCK;
    if (size < need)
        size = need;
    block = malloc(sizeof(*block) + size);
    if (!block)
        return -1;
    block->older = arena->blocks;
    block->size = size;
    /* Whole before it is in the list: a process may fork here, and go on with a copy. */
    atomic_signal_fence(memory_order_release);
    arena->blocks = block;
    arena->next = block->bytes;
    arena->end = block->bytes + size;
    return 0;
}

void *abx_arena_alloc(struct abx_arena *arena, size_t size)
{
    void *memory;

    if (size > SIZE_MAX / 2)
        return NULL;
    size = round_up(size ? size : 1);
    if ((size_t)(arena->end - arena->next) < size && grow(arena, size) < 0)
        return NULL;
    memory = arena->next;
    arena->next += size;
    return memset(memory, 0, size);
}

char *abx_arena_copy(struct abx_arena *arena, const char *text, size_t size)
{
    char *copy = abx_arena_alloc(arena, size + 1);

    if (copy && size)
        memcpy(copy, text, size);
    return copy;
}

struct abx_arena_mark abx_arena_mark(const struct abx_arena *arena)
{
    return (struct abx_arena_mark){arena->blocks, arena->next};
}

void abx_arena_rollback(struct abx_arena *arena, struct abx_arena_mark mark)
{
    while (arena->blocks != mark.block) {
        struct abx_arena_block *block = arena->blocks;

        arena->blocks = block->older;
        /* Out of the list before it is gone: a process may fork here as well. */
        atomic_signal_fence(memory_order_release);
        free(block);
    }
    arena->next = mark.next;
    arena->end = mark.block && mark.next ? mark.block->bytes + mark.block->size : NULL;
}

void abx_arena_seal(struct abx_arena *arena)
{
    arena->next = NULL;
    arena->end = NULL;
}

void abx_arena_finish(struct abx_arena *arena)
{
    struct abx_arena_block *block = arena->blocks;

    while (block) {
        struct abx_arena_block *older = block->older;

        free(block);
        block = older;
    }
    *arena = (struct abx_arena){0};
}
