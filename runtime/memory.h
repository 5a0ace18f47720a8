/**
 * Memory objects, as the rest of the library sees them.
 */
#ifndef ABX_MEMORY_H
#define ABX_MEMORY_H

#include <stdatomic.h>

#include "abidex.h"

struct abx_memory {
    struct abx_table *table;
    const struct abx_type *type;
    unsigned char *data;
    size_t size;
    size_t count;
    struct abx_memory *whole; /* itself, or what it is a part of */
    atomic_uint
        n_users;       /* of the whole: itself, unless it was destroyed, and its parts */
    bool is_freed;     /* of the whole: there are no bytes any more */
    bool is_owned;     /* data ends with this object */
    bool is_foreign;   /* data was never the library's: what is const stays unchanged */
    bool is_read_only; /* all of data is const, and so are its parts */
    bool is_borrowed;  /* object and data live in the table's arena: not destroyed */
};

/* Memory of its own with a copy of the object of @type at @from, the caller's. */
int abx_memory_copy(struct abx_table *table, const struct abx_type *type,
                    const void *from, struct abx_memory **memoryp, struct abx_error *err);

/* ABX_REFUSED where it was freed, or belonged to what was, and where it is NULL. */
int abx_memory_check(const struct abx_memory *memory, struct abx_error *err);

/* C has freed it: from now on it is refused, with its parts. */
void abx_memory_lose(struct abx_memory *memory);

#endif
