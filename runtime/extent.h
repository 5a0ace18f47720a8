/**
 * Extents: how far the memory has to reach that a parameter leads to, where other parameters
 * tell it ("buffer=2:3", "array=1:2"), and whether it is there after the call ("frees=1").
 */
#ifndef ABX_EXTENT_H
#define ABX_EXTENT_H

#include "abidex.h"

struct abx_extent {
    size_t parameter; /* from 0, as the others */
    size_t count;
    size_t size; /* is_product: to be multiplied with it */
    bool is_product;
    bool is_array; /* counts objects, not bytes */
};

/* Reads those of a function whose attributes were parsed. ABX_OK; ABX_NO_MEMORY. */
int abx_extents_set(struct abx_function *function, struct abx_error *err);

/* Before a call: whether all memory and strings among the arguments, which fit their
 * parameters, reach as far. ABX_OK; ABX_REFUSED; ABX_BROKEN; ABX_NO_MEMORY. */
int abx_extents_check(const struct abx_function *function, const struct abx_value *args,
                      struct abx_error *err);

/* Behind one whose answer, but for callbacks, is @status: memory that the function has
 * freed is refused from now on, with its parts. Other views of the same bytes are not. */
void abx_extents_end(const struct abx_function *function, const struct abx_value *args,
                     int status);

/* What is known to be where a value points to, in bytes; false of a plain address. */
bool abx_extent_is_known(const struct abx_value *value, size_t *sizep);

#endif
