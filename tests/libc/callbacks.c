/* Making callbacks of the parameters of functions in the table. */
#include "callbacks.h"

#include <stdio.h>

const struct abx_type *callback_parameter(struct api *api, const char *name, size_t index)
{
    const struct abx_type *type = NULL;
    const char *unused;

    assert_int_equal(
        abx_type_parameter(abx_function_type(api_find(api, name)), index, &unused, &type),
        ABX_OK);
    return type;
}

struct abx_callback *callback_make(struct api *api, const struct abx_type *type,
                                   enum abx_callback_mode mode,
                                   abx_callback_handler handler, struct callback_log *log)
{
    struct abx_callback_options options = {.mode = mode, .handler = handler, .user = log};
    struct abx_callback *callback;

    log->api = api;
    if (abx_callback_create(api->table, type, &options, &callback, &api->err) != ABX_OK)
        fail_msg("%s", api->err.message);
    return callback;
}

struct abx_value callback_value(struct abx_callback *callback)
{
    struct abx_value value = {.kind = ABX_VALUE_CALLBACK};

    value.callback = callback;
    return value;
}

int callback_start(void *user, const struct abx_value *args, size_t n_args,
                   struct abx_value *result, struct abx_error *err)
{
    struct callback_log *log = user;

    assert_int_equal(n_args, 1);
    log->thread = pthread_self();
    log->argument = args[0].p;
    if (log->status != ABX_OK)
        snprintf(err->message, sizeof(err->message), "it does not start");
    if (log->status == ABX_OK && result != NULL)
        *result = api_pointer(log->result);
    atomic_fetch_add(&log->n_calls, 1);
    return log->status;
}
