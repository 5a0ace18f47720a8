/*
 * Files are known by their texts alone: paths differ from machine to machine, and the order
 * in which headers are read from version to version. FORMAT.md has the definition, so that
 * a script can do the same.
 */
#include "gen/headers.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/array.h"

#define FNV_BASIS UINT64_C(0xcbf29ce484222325)
#define FNV_PRIME UINT64_C(0x100000001b3)

/* FNV-1a. */
static uint64_t add_bytes(uint64_t digest, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        digest = (digest ^ (unsigned char)bytes[i]) * FNV_PRIME;
    return digest;
}

void gen_headers_add(struct gen_headers *headers, const char *text, size_t size)
{
    uint64_t digest = add_bytes(FNV_BASIS, text, size);

    for (size_t i = 0; i < headers->n_items; i++)
        if (headers->items[i] == digest)
            return;
    if (ABX_ARRAY_RESERVE(headers))
        headers->items[headers->n_items++] = digest;
    else
        headers->out_of_memory = true;
}

static int compare(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

uint64_t gen_headers_digest(struct gen_headers *headers)
{
    uint64_t digest = FNV_BASIS;
    char line[32];

    if (headers->n_items)
        qsort(headers->items, headers->n_items, sizeof(*headers->items), compare);
    for (size_t i = 0; i < headers->n_items; i++) {
        int size = snprintf(line, sizeof(line), "%016" PRIx64 "\n", headers->items[i]);

        digest = add_bytes(digest, line, (size_t)size);
    }
    return digest;
}

void gen_headers_finish(struct gen_headers *headers)
{
    free(headers->items);
    *headers = (struct gen_headers){0};
}
