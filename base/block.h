/**
 * Memory whose address is a multiple of more than malloc's.
 */
#ifndef ABX_BASE_BLOCK_H
#define ABX_BASE_BLOCK_H

#include <stddef.h>

/* @size bytes at a multiple of @align, a power of two of which @size is a multiple. NULL
 * when out of memory. */
void *abx_block_create(size_t align, size_t size);

/* The same for any size, zeroed; much of it takes up memory only once it is used, where the
 * system can do that. */
void *abx_block_create_zeroed(size_t align, size_t size);

/* NULL is accepted. */
void abx_block_destroy(void *block);

#endif
