/*
 * A script's functions run on the thread that owns the context. Another thread that C calls
 * them on leaves a request: with its own stack as the place of arguments and result while it
 * waits, or a copy where it does not. What goes wrong there is told to the owner as well.
 */
#include <stdlib.h>
#include <string.h>

#include "base/block.h"
#include "runtime/callback.h"
#include "runtime/error.h"
#include "runtime/safe_point.h"
#include "runtime/signal_state.h"
#include "runtime/type.h"

/* Copies that wait at the most: who never comes to a safe point loses calls, not memory. */
enum { MAX_COPIES = 4096, ALIGN = 16 };

struct abx_request {
    struct abx_request *next;
    uint64_t number; /* in the order of coming */
    struct abx_callback *callback;
    void **values;
    void *result;
    bool is_copy; /* it ends with the request, and nobody waits for a result */
    bool is_done;
    struct abx_condition is_answered; /* of the one thread that waits */
};

/* ---- the context's part ---- */

int abx_callbacks_prepare(struct abx_context *context, struct abx_error *err)
{
    struct abx_callbacks *callbacks;
    struct abx_callbacks *none = NULL;

    if (atomic_load(&context->callbacks) != NULL)
        return ABX_OK;
    callbacks = calloc(1, sizeof(*callbacks));
    if (callbacks == NULL || abx_lock_init(&callbacks->lock) != 0) {
        free(callbacks);
        return abx_error_no_memory(err);
    }
    if (atomic_compare_exchange_strong(&context->callbacks, &none, callbacks))
        return ABX_OK;
    abx_lock_finish(&callbacks->lock);
    free(callbacks);
    return ABX_OK;
}

/* Requests of threads that a child does not have. */
static void drop_requests(struct abx_callbacks *callbacks)
{
    while (callbacks->first != NULL) {
        struct abx_request *request = callbacks->first;

        callbacks->first = request->next;
        if (request->is_copy)
            abx_block_destroy(request);
    }
    callbacks->last = NULL;
    callbacks->n_copies = 0;
}

static void lock(struct abx_callbacks *callbacks)
{
    if (!abx_lock_acquire(&callbacks->lock))
        return;
    drop_requests(callbacks); /* nobody waits here */
}

static void unlock(struct abx_callbacks *callbacks)
{
    abx_lock_release(&callbacks->lock);
}

void abx_callbacks_destroy(struct abx_context *context)
{
    struct abx_callbacks *callbacks = context->callbacks;

    if (callbacks == NULL)
        return;
    lock(callbacks);
    drop_requests(callbacks);
    unlock(callbacks);
    abx_lock_finish(&callbacks->lock);
    free(callbacks);
}

/* ---- errors ---- */

static void attract(struct abx_context *context, unsigned what)
{
    atomic_fetch_or(&context->attention, what);
}

/* Whether it was; it is not any more. */
static bool was_attracted(struct abx_context *context, unsigned what)
{
    return (atomic_fetch_and(&context->attention, ~what) & what) != 0;
}

static void raise_foreign(struct abx_context *context, int status,
                          const struct abx_error *err)
{
    struct abx_callbacks *callbacks = context->callbacks;

    lock(callbacks);
    if (callbacks->foreign_status == ABX_OK) {
        callbacks->foreign_status = status;
        callbacks->foreign = *err;
    }
    unlock(callbacks);
    attract(context, ABX_ATTENTION_FOREIGN);
    abx_signals_wake(context);
}

void abx_callback_raise(struct abx_context *context, int status,
                        const struct abx_error *err)
{
    struct abx_callbacks *callbacks = context->callbacks;

    if (!abx_context_is_owner(context)) {
        raise_foreign(context, status, err);
        return;
    }
    if (callbacks->raised_status == ABX_OK) {
        callbacks->raised_status = status;
        callbacks->raised = *err;
    }
    attract(context, ABX_ATTENTION_RAISED);
}

int abx_callback_take_foreign(struct abx_context *context, struct abx_error *err)
{
    struct abx_callbacks *callbacks = context->callbacks;
    int status;

    if (!was_attracted(context, ABX_ATTENTION_FOREIGN))
        return ABX_OK;
    lock(callbacks);
    status = callbacks->foreign_status;
    if (status != ABX_OK && err != NULL)
        *err = callbacks->foreign;
    callbacks->foreign_status = ABX_OK;
    unlock(callbacks);
    return status;
}

int abx_callback_take(struct abx_context *context, struct abx_error *err)
{
    struct abx_callbacks *callbacks = context->callbacks;
    int status;

    if (!was_attracted(context, ABX_ATTENTION_RAISED))
        return ABX_OK;
    status = callbacks->raised_status;
    if (err != NULL)
        *err = callbacks->raised;
    callbacks->raised_status = ABX_OK;
    return status;
}

/* ---- leaving a request ---- */

/* False where the callback has ended meanwhile. The lock is held. */
static bool append(struct abx_callbacks *callbacks, struct abx_request *request)
{
    if (atomic_load(&request->callback->is_ended))
        return false;
    request->number = ++callbacks->n_left;
    if (callbacks->last != NULL)
        callbacks->last->next = request;
    else
        callbacks->first = request;
    callbacks->last = request;
    return true;
}

static void tell_owner(struct abx_context *context)
{
    attract(context, ABX_ATTENTION_QUEUE);
    abx_signals_wake(context);
}

void abx_callback_wait(struct abx_callback *callback, void **values, void *result)
{
    struct abx_context *context = callback->table->context;
    struct abx_callbacks *callbacks = context->callbacks;
    struct abx_request request = {
        .callback = callback, .values = values, .result = result};

    abx_callback_answer(callback, result);
    abx_condition_init(&request.is_answered);
    lock(callbacks);
    if (append(callbacks, &request)) {
        unlock(callbacks);
        tell_owner(context);
        lock(callbacks);
        while (!request.is_done)
            abx_condition_wait(&request.is_answered, &callbacks->lock.mutex);
    }
    unlock(callbacks);
    abx_condition_finish(&request.is_answered);
}

static size_t round_up(size_t size)
{
    return (size + ALIGN - 1) / ALIGN * ALIGN;
}

static struct abx_request *make_copy(struct abx_callback *callback, void **values)
{
    ffi_type **types = callback->signature->types;
    size_t n = callback->type->n_parameters;
    size_t size = round_up(sizeof(struct abx_request)) + round_up(n * sizeof(void *));
    struct abx_request *request;
    unsigned char *at;

    for (size_t i = 0; i < n; i++)
        size += round_up(types[i]->size);
    request = abx_block_create(ALIGN, size);
    if (request == NULL)
        return NULL;
    at = (unsigned char *)request + round_up(sizeof(*request));
    *request = (struct abx_request){
        .callback = callback, .values = (void **)at, .is_copy = true};
    at += round_up(n * sizeof(void *));
    for (size_t i = 0; i < n; i++) {
        request->values[i] = memcpy(at, values[i], types[i]->size);
        at += round_up(types[i]->size);
    }
    return request;
}

void abx_callback_copy(struct abx_callback *callback, void **values)
{
    struct abx_context *context = callback->table->context;
    struct abx_callbacks *callbacks = context->callbacks;
    struct abx_request *request = make_copy(callback, values);
    struct abx_error err;
    bool is_full = false;
    bool is_there = false;

    lock(callbacks);
    is_full = callbacks->n_copies == MAX_COPIES;
    if (request != NULL && !is_full)
        is_there = append(callbacks, request);
    callbacks->n_copies += is_there;
    unlock(callbacks);
    if (is_there) {
        tell_owner(context);
        return;
    }
    if (request == NULL)
        abx_callback_raise(context, abx_error_no_memory(&err), &err);
    else if (is_full)
        abx_callback_raise(
            context,
            abx_error_refuse(&err, ABX_REASON_VALUE,
                             "more than %d calls of other threads wait for "
                             "the owner of the context: one was dropped",
                             MAX_COPIES),
            &err);
    abx_block_destroy(request);
}

/* ---- answering ---- */

/* The lock is held: the request ends when the thread that waits has it. */
static void answer(struct abx_request *request)
{
    request->is_done = true;
    abx_condition_wake_all(&request->is_answered);
}

static void finish_request(struct abx_callbacks *callbacks, struct abx_request *request)
{
    if (request->is_copy) {
        abx_block_destroy(request);
        return;
    }
    lock(callbacks);
    answer(request);
    unlock(callbacks);
}

static uint64_t count_left(struct abx_callbacks *callbacks)
{
    uint64_t n_left;

    lock(callbacks);
    n_left = callbacks->n_left;
    unlock(callbacks);
    return n_left;
}

/* The first request, unless it came after number @until. */
static struct abx_request *take_request(struct abx_callbacks *callbacks, uint64_t until)
{
    struct abx_request *request;

    lock(callbacks);
    request = callbacks->first;
    if (request != NULL && request->number > until)
        request = NULL;
    if (request != NULL) {
        callbacks->first = request->next;
        callbacks->n_copies -= request->is_copy;
        if (callbacks->first == NULL)
            callbacks->last = NULL;
    }
    unlock(callbacks);
    return request;
}

static int run_request(struct abx_request *request, struct abx_error *err)
{
    struct abx_callback *callback = request->callback;
    const struct abx_hooks *hooks = &callback->table->context->hooks;
    int status;

    atomic_fetch_add(&callback->n_running, 1);
    if (hooks->enter != NULL)
        hooks->enter(hooks->user);
    status = abx_callback_run(callback, request->values, request->result, err);
    if (hooks->leave != NULL)
        hooks->leave(hooks->user);
    atomic_fetch_sub(&callback->n_running, 1);
    return status;
}

bool abx_callbacks_set_running(struct abx_context *context, bool is_running)
{
    struct abx_callbacks *callbacks = context->callbacks;
    bool was_running = callbacks != NULL && callbacks->is_running;

    if (callbacks != NULL)
        callbacks->is_running = is_running;
    return was_running;
}

/* What comes meanwhile attracts anew: threads that leave more than the owner can answer do
 * not keep it for ever. What a handler calls is no safe point for others, which would run
 * between two steps of it. */
int abx_callbacks_run(struct abx_context *context, struct abx_error *err)
{
    struct abx_callbacks *callbacks = context->callbacks;
    struct abx_request *request;
    uint64_t until;
    int status = ABX_OK;

    if (callbacks == NULL || callbacks->is_running ||
        !was_attracted(context, ABX_ATTENTION_QUEUE))
        return ABX_OK;
    callbacks->is_running = true;
    until = count_left(callbacks);
    while (status == ABX_OK && (request = take_request(callbacks, until)) != NULL) {
        status = run_request(request, err);
        finish_request(callbacks, request);
    }
    callbacks->is_running = false;
    if (status != ABX_OK)
        attract(context, ABX_ATTENTION_QUEUE); /* for the rest */
    return status;
}

/* Takes the requests for @callback out of the queue; those that wait have the answer that
 * needs no handler already. */
void abx_callback_forget(struct abx_callback *callback)
{
    struct abx_callbacks *callbacks = callback->table->context->callbacks;
    struct abx_request **at = &callbacks->first;
    struct abx_request *last = NULL;

    lock(callbacks);
    while (*at != NULL) {
        struct abx_request *request = *at;

        if (request->callback != callback) {
            last = request;
            at = &request->next;
            continue;
        }
        *at = request->next;
        callbacks->n_copies -= request->is_copy;
        if (request->is_copy)
            abx_block_destroy(request);
        else
            answer(request);
    }
    callbacks->last = last;
    unlock(callbacks);
}
