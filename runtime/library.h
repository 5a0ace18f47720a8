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

/*
 * Loads the library called @name, NULL for the process itself, if that was not done yet.
 * Takes the context's lock, but not while the library is loaded. ABX_OK; ABX_SYSTEM;
 * ABX_NO_MEMORY.
 */
int abx_context_find_library(struct abx_context *context, const char *name,
                             void **handlep, struct abx_error *err);

/* abx_os_library_slot of a library that abx_context_find_library found. */
abx_os_slot abx_context_library_slot(struct abx_context *context, const char *name);

/*
 * The address of @symbol, exported by @library, NULL for the process itself: a function,
 * or a variable by @kind. A function is the library's own. What the process defines in
 * front of the library wins for variables, as it does for a linked program, and for the C
 * library's malloc and its family.
 * ABX_OK; ABX_MISSING; ABX_REFUSED if the table is for another platform; ABX_SYSTEM;
 * ABX_NO_MEMORY.
 */
int abx_table_find_symbol(struct abx_table *table, const char *library,
                          enum abx_kind kind, const char *symbol, void **addressp,
                          struct abx_error *err);

#endif
