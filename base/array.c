/* The one function behind the macro of array.h. */
#include "base/array.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int abx_array_grow(void *itemsp, size_t *capacityp, size_t item_size)
{
    size_t capacity = *capacityp ? *capacityp * 2 : 16;
    void *items;

    if (capacity > SIZE_MAX / 2 / item_size)
        return 0;
    memcpy(&items, itemsp,
           sizeof(items)); /* its type is the caller's: no access through void ** */
    items = realloc(items, capacity * item_size);
    if (!items)
        return 0;
    memcpy(itemsp, &items, sizeof(items));
    *capacityp = capacity;
    return 1;
}
