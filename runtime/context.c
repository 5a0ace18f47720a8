/*
 * Contexts. A context holds what would be global state in a simpler library, so that two
 * users of this one in the same process never meet.
 */
#include "runtime/context.h"

#include <stdlib.h>

#include "runtime/library.h"

int abx_context_create(struct abx_context **contextp)
{
    struct abx_context *context = calloc(1, sizeof(*context));

    *contextp = NULL;
    if (context == NULL)
        return ABX_NO_MEMORY;
    if (abx_lock_init(&context->lock) != 0) {
        free(context);
        return ABX_NO_MEMORY;
    }
    *contextp = context;
    return ABX_OK;
}

void abx_context_destroy(struct abx_context *context)
{
    if (context == NULL)
        return;
    abx_context_close_libraries(context);
    abx_lock_finish(&context->lock);
    free(context);
}
