/*
 * Contexts. A context holds what would be global state in a simpler library, so that two
 * users of this one in the same process never meet.
 */
#include "runtime/context.h"

#include <stdlib.h>
#include <string.h>

#include "runtime/callback_use.h"
#include "runtime/direct.h"
#include "runtime/error.h"
#include "runtime/library.h"
#include "runtime/safe_point.h"
#include "runtime/signal_state.h"

/* Sanitizers and whoever looks for a fault in the entry points want libffi. */
static enum abx_engine usual_engine(void)
{
    const char *word = getenv("ABIDEX_ENGINE");

    if (!abx_direct_is_available() || (word != NULL && strcmp(word, "libffi") == 0))
        return ABX_ENGINE_LIBFFI;
    return ABX_ENGINE_DIRECT;
}

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
    context->engine = usual_engine();
    context->surroundings = ABX_SURROUNDING_CODES;
    atomic_init(&context->owner, abx_os_thread());
    *contextp = context;
    return ABX_OK;
}

int abx_context_set_engine(struct abx_context *context, enum abx_engine engine,
                           struct abx_error *err)
{
    if (engine == ABX_ENGINE_DIRECT && !abx_direct_is_available())
        return abx_error_refuse(err, ABX_REASON_VALUE, "this build has no direct calls");
    if (engine != ABX_ENGINE_DIRECT && engine != ABX_ENGINE_LIBFFI)
        return abx_error_refuse(err, ABX_REASON_VALUE, "%d is no engine", (int)engine);
    context->engine = engine;
    return ABX_OK;
}

void abx_context_destroy(struct abx_context *context)
{
    if (context == NULL)
        return;
    abx_signals_destroy(context);
    abx_callbacks_destroy(context);
    abx_context_close_libraries(context);
    abx_buffer_finish(&context->folders);
    abx_lock_finish(&context->lock);
    free(context);
}

int abx_context_add_folder(struct abx_context *context, const char *folder)
{
    if (*folder == '\0')
        return ABX_REFUSED;
    abx_buffer_put(&context->folders, folder, strlen(folder) + 1);
    if (!context->folders.failed)
        return ABX_OK;
    context->folders.failed = false; /* and holds what it held */
    return ABX_NO_MEMORY;
}

void abx_context_adopt(struct abx_context *context)
{
    atomic_store(&context->owner, abx_os_thread());
}

void abx_context_set_hooks(struct abx_context *context, const struct abx_hooks *hooks)
{
    context->hooks = hooks != NULL ? *hooks : (struct abx_hooks){0};
    context->surroundings = ABX_SURROUNDING_CODES;
    if (context->hooks.before != NULL || context->hooks.after != NULL)
        context->surroundings |= ABX_SURROUNDING_HOST;
    abx_signals_set_hook(context);
}

int abx_context_dispatch(struct abx_context *context, struct abx_error *err)
{
    bool was_running;
    int status;

    if (!abx_context_is_owner(context))
        return abx_error_refuse(err, ABX_REASON_VALUE,
                                "what waits is run only on the thread that owns the "
                                "context");
    was_running = abx_callbacks_set_running(context, false);
    status = abx_safe_point(context, err);
    abx_callbacks_set_running(context, was_running);
    return status;
}
