/**
 * What a function's attributes say, from their text to the table's words.
 */
#ifndef ABX_GEN_ATTRIBUTES_H
#define ABX_GEN_ATTRIBUTES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"

/* A bit for each parameter from the first; functions with more than 64 have no such ones.
 */
typedef uint64_t gen_parameters;

/* An item of a list, as the table writes it. */
struct gen_item {
    unsigned long number; /* sorts first */
    const char *text;
    struct gen_item *next;
};

/* Zeroed says nothing. */
struct gen_attributes {
    gen_parameters nonnull;
    gen_parameters alloc_size;
    gen_parameters alloc_align;
    gen_parameters format_arg;
    struct gen_item *least;     /* "2:4": C's [static 4] */
    struct gen_item *callbacks; /* "4:call" */
    struct gen_item *buffers;   /* "2:3", "1:2:3" */
    struct gen_item *arrays;    /* "1:2" */
    struct gen_item *frees;     /* "1", "1:success" */
    gen_parameters sizes;       /* that tell how large buffers and arrays are */
    struct gen_item *deallocators;
    struct gen_item *formats;
    const char *message; /* of deprecated; NULL: none */
    const char *refused; /* why not to be called; NULL: it may be */
    const char *untold;  /* why it has no contract; NULL: not said */
    bool is_nonnull;     /* of all pointers: left to who knows the type */
    bool returns_nonnull;
    bool is_noreturn;
    bool returns_twice;
    bool is_malloc;
    bool wants_check;
    bool is_deprecated;
    bool out_of_memory;
};

/* Adds what @text, in which no macro is left, says; items are kept in @arena. False where
 * it says something for which the table has no word. */
bool gen_attributes_read(struct gen_attributes *attributes, const char *text,
                         struct abx_arena *arena);

/* Adds that parameter @number leads to @count objects. */
void gen_attributes_add_least(struct gen_attributes *attributes, unsigned number,
                              unsigned long long count, struct abx_arena *arena);

/* The last parameter that they speak of; 0: of none. */
unsigned long gen_attributes_highest(const struct gen_attributes *attributes);

/* Writes them as a line has them, each with a space in front. */
void gen_attributes_put(struct abx_buffer *out, const struct gen_attributes *attributes);

/* Whether the compiler takes a function of that name for one that returns twice. */
bool gen_attributes_is_setjmp(const char *name);

/* Behind the brackets or the string at @text, which may be cut off. */
const char *gen_attributes_skip(const char *text);

#endif
