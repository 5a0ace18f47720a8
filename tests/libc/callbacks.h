/**
 * What the tests of callbacks share: making one of a parameter's type, and a handler that keeps
 * what it was called with.
 */
#ifndef ABX_TEST_CALLBACKS_H
#define ABX_TEST_CALLBACKS_H

#include "libc.h"

#include <pthread.h>
#include <stdatomic.h>

/* What a handler was called with, and what it answers. */
struct callback_log {
    struct api *api;
    atomic_int n_calls;
    pthread_t thread; /* of the last call */
    void *argument;
    int status; /* what the handler answers */
    void *result;
    int64_t sum;
    int n_released;
    bool is_first;
};

/* The type of a function's parameter, from 0. */
const struct abx_type *callback_parameter(struct api *api, const char *name,
                                          size_t index);

struct abx_callback *callback_make(struct api *api, const struct abx_type *type,
                                   enum abx_callback_mode mode,
                                   abx_callback_handler handler,
                                   struct callback_log *log);

struct abx_value callback_value(struct abx_callback *callback);

/* The handler of a function with one pointer. */
int callback_start(void *user, const struct abx_value *args, size_t n_args,
                   struct abx_value *result, struct abx_error *err);

#endif
