/**
 * The libraries that a context's tables name: each loaded once, when it is first needed.
 */
#ifndef ABX_LIBRARY_H
#define ABX_LIBRARY_H

#include "abidex.h"
#include "runtime/os.h"

struct abx_context;

/* One of a context's list. */
struct abx_library {
    struct abx_library *next;
    void *handle;
    abx_os_slot slot; /* abx_os_library_slot */
    char name[];      /* "" for the process itself */
};

/* Unloads all libraries of a context that ends. */
void abx_context_close_libraries(struct abx_context *context);

struct abx_symbol {
    void *address;
    abx_os_slot slot; /* of its library */
};

/*
 * Finds @symbol, exported by @library, NULL for the process itself: a function, or a
 * variable by @kind. The library is loaded, if that was not done yet, without a lock. A
 * function is the library's own. What the process defines in front of the library wins for
 * variables, as it does for a linked program, and for the C library's malloc and its
 * family.
 * ABX_OK; ABX_MISSING; ABX_REFUSED if the table is for another platform; ABX_SYSTEM;
 * ABX_NO_MEMORY.
 */
int abx_table_find_symbol(struct abx_table *table, const char *library,
                          enum abx_kind kind, const char *symbol,
                          struct abx_symbol *symbolp, struct abx_error *err);

#endif
