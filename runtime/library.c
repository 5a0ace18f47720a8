/*
 * Libraries are loaded when the first symbol of them is asked for and stay loaded as long
 * as their context, because addresses of theirs may be in use anywhere.
 *
 * A symbol must be exported by the library that the table names, but the address is the
 * one that the dynamic linker would give to a program: a preloaded allocator must serve
 * malloc as well as the free inside the C library, and a variable that was copied into
 * the executable is found where the library itself looks for it.
 */
#include "runtime/library.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/context.h"
#include "runtime/error.h"
#include "runtime/os.h"
#include "runtime/table.h"

void abx_context_close_libraries(struct abx_context *context)
{
    while (context->libraries != NULL) {
        struct abx_library *library = context->libraries;

        context->libraries = library->next;
        abx_os_library_close(library->handle);
        free(library);
    }
}

static int open_library(struct abx_context *context, const char *name, void **handlep,
                        struct abx_error *err)
{
    struct abx_library *library = calloc(1, sizeof(*library) + strlen(name) + 1);
    char reason[256];

    if (library == NULL)
        return abx_error_no_memory(err);
    library->handle =
        abx_os_library_open(*name != '\0' ? name : NULL, reason, sizeof(reason));
    if (library->handle == NULL) {
        free(library);
        return abx_error_set(err, ABX_SYSTEM, "%s can't be loaded: %s", name, reason);
    }
    memcpy(library->name, name, strlen(name) + 1);
    library->next = context->libraries;
    context->libraries = library;
    *handlep = library->handle;
    return ABX_OK;
}

int abx_context_find_library(struct abx_context *context, const char *name,
                             void **handlep, struct abx_error *err)
{
    struct abx_library *library;
    int status = ABX_OK;

    if (name == NULL)
        name = "";
    pthread_mutex_lock(&context->lock);
    library = context->libraries;
    while (library != NULL && strcmp(library->name, name) != 0)
        library = library->next;
    if (library != NULL)
        *handlep = library->handle;
    else
        status = open_library(context, name, handlep, err);
    pthread_mutex_unlock(&context->lock);
    return status;
}

int abx_table_find_symbol(struct abx_table *table, const char *library,
                          const char *symbol, void **addressp, struct abx_error *err)
{
    void *handle = NULL;
    void *address;
    int status;

    if (!table->is_native)
        return abx_error_set(err, ABX_REFUSED, "%s is for another platform (%s)",
                             abx_table_file(table),
                             abx_table_property(table, "platform", 0));
    status = abx_context_find_library(table->context, library, &handle, err);
    if (status != ABX_OK)
        return status;
    *addressp = abx_os_library_symbol(handle, symbol);
    if (*addressp == NULL)
        return abx_error_set(err, ABX_MISSING, "%s has no symbol %s",
                             library != NULL ? library : "the process", symbol);
    address = abx_os_process_symbol(symbol);
    if (address != NULL)
        *addressp = address;
    return ABX_OK;
}
