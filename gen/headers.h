/**
 * Which header files were read: how many, and a digest of what they say, so that anyone
 * can tell whether the headers installed now are the same.
 */
#ifndef ABX_GEN_HEADERS_H
#define ABX_GEN_HEADERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Zeroed means empty and ready to use. */
struct gen_headers {
    uint64_t *items; /* digest of each file */
    size_t n_items;
    size_t capacity;
    bool out_of_memory;
};

/* Adds the text of a file; the same text counts once. */
void gen_headers_add(struct gen_headers *headers, const char *text, size_t size);

/* The digest of all, which is sorted for it; their number is n_items. */
uint64_t gen_headers_digest(struct gen_headers *headers);

void gen_headers_finish(struct gen_headers *headers);

#endif
