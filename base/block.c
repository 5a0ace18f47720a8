/*
 * The C libraries of Windows have no aligned_alloc, since their free could not tell what
 * it gave from the rest.
 */
#include "base/block.h"

#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
#include <malloc.h>

/* Not all of these libraries refuse what becomes little once their own is added to it. */
void *abx_block_create(size_t align, size_t size)
{
    return size < SIZE_MAX / 2 && align < SIZE_MAX / 4 ? _aligned_malloc(size, align)
                                                       : NULL;
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
    return aligned_alloc(align, size);
}

void *abx_block_create_zeroed(size_t align, size_t size)
{
    void *block;

    if (align <= alignof(max_align_t))
        return calloc(1, size);
    if (size > SIZE_MAX - align)
        return NULL;
    size = (size + align - 1) / align * align;
    block = aligned_alloc(align, size);
    return block ? memset(block, 0, size) : NULL;
}

void abx_block_destroy(void *block)
{
    free(block);
}

#endif
