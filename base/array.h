/**
 * Growing array: a macro over three fields (items, n_items, capacity) of any struct, so
 * that the items keep their type.
 */
#ifndef ABX_BASE_ARRAY_H
#define ABX_BASE_ARRAY_H

#include <stddef.h>

/*
 * Makes room for one more item in @array, a pointer to a struct with the three fields.
 * True when there is room at items[n_items]; false when out of memory, the array then
 * being unchanged.
 */
#define ABX_ARRAY_RESERVE(array)                                                         \
    ((array)->n_items < (array)->capacity ||                                             \
     abx_array_grow(&(array)->items, &(array)->capacity, sizeof(*(array)->items)))

/* @itemsp: address of the pointer to the items. Doubles *@capacityp. 1 done, 0 out of
 * memory. */
int abx_array_grow(void *itemsp, size_t *capacityp, size_t item_size);

#endif
