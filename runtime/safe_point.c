/*
 * What waits for the owner of a context has one place where it is run.
 */
#include "runtime/safe_point.h"

#include "runtime/callback_use.h"
#include "runtime/os.h"
#include "runtime/signal_state.h"

int abx_safe_point(struct abx_context *context, struct abx_error *err)
{
    struct abx_codes left;
    int status = ABX_OK;

    abx_os_save(&left, &context->slots);
    if (abx_needs_attention(context) && abx_context_is_owner(context)) {
        status = abx_callback_take(context, err);
        if (status == ABX_OK)
            status = abx_callback_take_foreign(context, err);
        if (status == ABX_OK)
            status = abx_signals_run(context, err);
        if (status == ABX_OK)
            status = abx_callbacks_run(context, err);
    }
    abx_os_restore(&left);
    return status;
}

bool abx_safe_point_after(struct abx_context *context, int *statusp,
                          struct abx_error *err)
{
    struct abx_codes left;
    struct abx_error raised;
    int answer = ABX_OK;

    abx_os_save(&left, &context->slots);
    if (abx_context_is_owner(context))
        answer = abx_callback_take(context, &raised);
    abx_os_restore(&left);
    if (answer == ABX_OK)
        return false;
    *statusp = answer;
    if (err != NULL)
        *err = raised;
    return true;
}
