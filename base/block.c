/*
 * The C libraries of Windows have no aligned_alloc, since their free could not tell what
 * it gave from the rest.
 */
#include "base/block.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
#include <malloc.h>
#endif

/* No object is larger than what two pointers can be apart. Some C libraries of Windows do not refuse
 * what becomes little once their own is added to it. */
static bool can_be(size_t align, size_t size)
{
    return size < SIZE_MAX / 2 && align < SIZE_MAX / 4;
}

#ifdef _WIN32

void *abx_block_create(size_t align, size_t size)
{
    return can_be(align, size) ? _aligned_malloc(size, align) : NULL;
}

void *abx_block_create_zeroed(size_t align, size_t size)
{
    void *block = abx_block_create(align, size);

    return block ? memset(block, 0, size) : NULL;
}

void abx_block_destroy(void *block)
{
    _aligned_free(block);
}

#else

void *abx_block_create(size_t align, size_t size)
{
    return can_be(align, size) ? aligned_alloc(align, size) : NULL;
}

void *abx_block_create_zeroed(size_t align, size_t size)
{
    void *block;

    if (!can_be(align, size))
        return NULL;
    if (align <= alignof(max_align_t))
        return calloc(1, size);
    size = (size + align - 1) / align * align;
    block = aligned_alloc(align, size);
    return block ? memset(block, 0, size) : NULL;
}

void abx_block_destroy(void *block)
{
    free(block);
}

#endif
