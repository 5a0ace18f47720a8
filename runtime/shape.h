/**
 * What a record holds and where, in the terms in which calling conventions ask for it.
 */
#ifndef ABX_SHAPE_H
#define ABX_SHAPE_H

#include "runtime/type.h"

/* A table may be damaged: however a record nests, no more members than this are looked
 * at. */
enum { ABX_SHAPE_MAX = 4096 };

enum { ABX_EIGHTBYTE = 8, ABX_REGISTERS_SIZE = 16 };
enum { ABX_HOLDS_INTEGER = 1, ABX_HOLDS_FLOAT = 2, ABX_HOLDS_EXTENDED = 4 };

struct abx_shape {
    unsigned held; /* anywhere */
    unsigned held_in[ABX_REGISTERS_SIZE / ABX_EIGHTBYTE];
    size_t float_size; /* of the first floating member */
    uint64_t covered;  /* by members: a bit for every four bytes */
    bool has_other_float;
    bool has_union;
    bool is_misaligned;
    size_t natural_align;
    size_t n_members; /* more than ABX_SHAPE_MAX: the rest was not looked at */
};

void abx_shape_init(struct abx_shape *shape, const struct abx_type *record);

/* Whether members of one floating type cover all of @size bytes. */
bool abx_shape_is_homogeneous(const struct abx_shape *shape, size_t size);

bool abx_shape_is_record(const struct abx_type *type);

/* The innermost element of an array and how many of them it has. */
const struct abx_type *abx_shape_unroll(const struct abx_type *type, size_t *countp);

#endif
