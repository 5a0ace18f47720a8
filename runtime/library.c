/*
 * Libraries are loaded when the first symbol of them is asked for and stay loaded as long
 * as their context, because addresses of theirs may be in use anywhere.
 *
 * A function is the one of the library that the table names, whatever else in the process
 * has a symbol of that name. A variable that was copied into the executable is found
 * where the library itself looks for it; and a preloaded allocator must serve malloc as
 * well as the free inside the C library.
 */
#include "runtime/library.h"

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

static struct abx_library *find_loaded(const struct abx_context *context,
                                       const char *name)
{
    struct abx_library *library = context->libraries;

    while (library != NULL && strcmp(library->name, name) != 0)
        library = library->next;
    return library;
}

/* Loading runs code of the library, which may look something up itself: no lock is held.
 */
static int load(const char *name, struct abx_library **libraryp, struct abx_error *err)
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
    library->slot = abx_os_library_slot(library->handle);
    memcpy(library->name, name, strlen(name) + 1);
    *libraryp = library;
    return ABX_OK;
}

/* Adds @library, unless another thread was quicker. Returns the one that stays. */
static const struct abx_library *publish(struct abx_context *context,
                                         struct abx_library *library)
{
    struct abx_library *known;

    abx_lock_acquire(&context->lock);
    known = find_loaded(context, library->name);
    if (known == NULL) {
        library->next = context->libraries;
        /* Whole before it is in the list: a process may fork here. */
        atomic_signal_fence(memory_order_release);
        context->libraries = library;
        abx_os_add_slot(&context->slots, library->slot);
    }
    abx_lock_release(&context->lock);
    if (known == NULL)
        return library;
    abx_os_library_close(library->handle);
    free(library);
    return known;
}

static int find_library(struct abx_context *context, const char *name,
                        const struct abx_library **libraryp, struct abx_error *err)
{
    struct abx_library *library = NULL;
    int status = ABX_OK;

    if (name == NULL)
        name = "";
    abx_lock_acquire(&context->lock);
    library = find_loaded(context, name);
    abx_lock_release(&context->lock);
    *libraryp = library;
    if (library != NULL)
        return ABX_OK;
    status = load(name, &library, err);
    if (status == ABX_OK && library != NULL)
        *libraryp = publish(context, library);
    return status;
}

/* Whether a preloaded allocator is to be expected in front of the C library's. */
static bool is_allocation(const char *symbol)
{
    static const char *const symbols[] = {
        "aligned_alloc", "calloc",  "free",           "malloc",  "malloc_usable_size",
        "memalign",      "pvalloc", "posix_memalign", "realloc", "reallocarray",
        "valloc",
    };

    for (size_t i = 0; i < sizeof(symbols) / sizeof(*symbols); i++) {
        if (strcmp(symbols[i], symbol) == 0)
            return true;
    }
    return false;
}

int abx_table_find_symbol(struct abx_table *table, const char *library,
                          enum abx_kind kind, const char *symbol,
                          struct abx_symbol *symbolp, struct abx_error *err)
{
    const struct abx_library *found = NULL;
    void *address = NULL;
    int status;

    if (!table->is_native)
        return abx_error_set(err, ABX_REFUSED, "%s is for another platform (%s)",
                             abx_table_file(table),
                             abx_table_property(table, "platform", 0));
    status = find_library(table->context, library, &found, err);
    if (status != ABX_OK || found == NULL)
        return status;
    symbolp->slot = found->slot;
    symbolp->address = abx_os_library_symbol(found->handle, symbol);
    if (symbolp->address == NULL)
        return abx_error_set(err, ABX_MISSING, "%s has no symbol %s",
                             library != NULL ? library : "the process", symbol);
    if (kind == ABX_KIND_VAR ||
        (is_allocation(symbol) && abx_os_is_c_library(found->handle, symbolp->address)))
        address = abx_os_process_symbol(symbol);
    if (address != NULL)
        symbolp->address = address;
    return ABX_OK;
}
