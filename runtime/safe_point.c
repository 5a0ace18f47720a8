/*
 * What waits for the owner of a context has one place where it is run.
 */
#include "runtime/safe_point.h"

#include "runtime/os.h"
#include "runtime/signal_state.h"

int abx_safe_point(struct abx_context *context, struct abx_error *err)
{
    int left = abx_os_errno();
    int status = ABX_OK;

    if (abx_needs_attention(context) && abx_context_is_owner(context))
        status = abx_signals_run(context, err);
    abx_os_set_errno(left);
    return status;
}
