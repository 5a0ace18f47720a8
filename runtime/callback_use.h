/**
 * Callbacks as those see them who neither make nor run them.
 */
#ifndef ABX_CALLBACK_USE_H
#define ABX_CALLBACK_USE_H

#include "abidex.h"

/* What a function does with the callback that it is given. */
enum abx_lifetime {
    ABX_LIFETIME_KEPT,  /* may call it later: "kept", or nothing is said */
    ABX_LIFETIME_CALL,  /* calls it before it returns: "call" */
    ABX_LIFETIME_SIGNAL /* makes it a handler of a signal: "signal" */
};

/* The word's lifetime, which stands at @text; false if it is none. */
bool abx_lifetime_read(const char *text, size_t size, enum abx_lifetime *lifetimep);

/* What C calls. Who only looks at it does not keep it. */
void *abx_callback_code(const struct abx_callback *callback);

/* A function gets it. ABX_OK; ABX_REFUSED where no callback can be. */
int abx_callback_pass(struct abx_callback *callback, enum abx_lifetime lifetime,
                      struct abx_error *err);

/* Ends the callbacks of a table that closes. */
void abx_callbacks_close_table(struct abx_table *table);

/* Ends the context's part. */
void abx_callbacks_destroy(struct abx_context *context);

/* The error of a callback that the owner's thread, which is the calling one, was in; or the
 * first of those on other threads. ABX_OK: none. */
int abx_callback_take(struct abx_context *context, struct abx_error *err);
int abx_callback_take_foreign(struct abx_context *context, struct abx_error *err);

/* Runs what other threads left, on the owner's thread. ABX_OK; what a handler answered,
 * the rest then waiting on. */
int abx_callbacks_run(struct abx_context *context, struct abx_error *err);

/* Whether the owner is in a handler that abx_callbacks_run runs, which then runs no other;
 * what was so before. */
bool abx_callbacks_set_running(struct abx_context *context, bool is_running);

#endif
