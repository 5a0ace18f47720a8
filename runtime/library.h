/**
 * The libraries that a context's tables name: each loaded once, when it is first needed.
 */
#ifndef ABX_LIBRARY_H
#define ABX_LIBRARY_H

#include <pthread.h>

#include "abidex.h"

struct abx_library {
    struct abx_library *next;
    void *handle;
    char name[]; /* "" for the process itself */
};

/* Part of a context. Zeroed and initialised means empty. */
struct abx_libraries {
    pthread_mutex_t lock;
    struct abx_library *first;
};

/* 0 or an errno value. */
int abx_libraries_init(struct abx_libraries *libraries);

/* Unloads all. */
void abx_libraries_finish(struct abx_libraries *libraries);

/*
 * Loads the library called @name, NULL for the process itself, if that was not done yet.
 * ABX_OK; ABX_SYSTEM; ABX_NO_MEMORY.
 */
int abx_libraries_find(struct abx_libraries *libraries, const char *name, void **handlep,
                       struct abx_error *err);

/*
 * The address of @symbol, exported by @library, NULL for the process itself. What the
 * process defines in front of the library wins, as it does for a linked program.
 * ABX_OK; ABX_MISSING; ABX_SYSTEM; ABX_NO_MEMORY.
 */
int abx_table_find_symbol(struct abx_table *table, const char *library,
                          const char *symbol, void **addressp, struct abx_error *err);

#endif
