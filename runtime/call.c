/*
 * Calls. What depends on the signature alone is worked out once, in a plan. Nearly all
 * functions take scalars and return one: their arguments go into an image on the stack
 * and an entry point hands it to the function. Others take the way through a frame.
 *
 * No argument reaches the function before all were accepted.
 */
#include "runtime/call.h"

#include <stdatomic.h>
#include <string.h>

#include "runtime/call_around.h"
#include "runtime/call_scalar.h"
#include "runtime/error.h"
#include "runtime/extent.h"
#include "runtime/interrupt.h"
#include "runtime/os.h"
#include "runtime/safe_point.h"
#include "runtime/table.h"

/* ---- around the function ---- */

/* Where the contract has the code: nothing may stand between the function and this. */
static int read_slot(const struct abx_function *function)
{
    return function->verdict.where == ABX_WHERE_LAST_ERROR
               ? abx_os_last_error()
               : abx_os_slot_errno(function->slot);
}

static void write_slot(const struct abx_function *function, int code)
{
    if (function->verdict.where == ABX_WHERE_LAST_ERROR)
        abx_os_set_last_error(code);
    else
        abx_os_set_slot_errno(function->slot, code);
}

/* What the host does there is none of the function's: the codes stay. */
static void tell_host(const struct abx_function *function, void (*hook)(void *user))
{
    const struct abx_context *context = function->table->context;
    struct abx_codes left;

    abx_os_save(&left, &context->slots);
    hook(context->hooks.user);
    abx_os_restore(&left);
}

static void forget(const struct abx_function *function)
{
    struct abx_codes left;

    abx_os_save(&left, &function->table->context->slots);
    abx_contract_forget(function);
    abx_os_restore(&left);
}

void abx_around_prepare(struct abx_around *around, const struct abx_function *function)
{
    const struct abx_hooks *hooks = &function->table->context->hooks;

    around->saved = read_slot(function);
    if ((function->surroundings & ABX_SURROUNDING_HOST) && hooks->before != NULL)
        tell_host(function, hooks->before);
    if (function->contract.clears && !function->verdict.clears)
        forget(function);
    if (function->verdict.clears)
        write_slot(function, 0);
}

void abx_around_finish(const struct abx_around *around,
                       const struct abx_function *function, struct abx_outcome *outcome)
{
    const struct abx_hooks *hooks = &function->table->context->hooks;
    int left = read_slot(function);

    if (function->verdict.where == ABX_WHERE_H_ERRNO)
        outcome->host_slot = abx_os_h_errno();
    if ((function->surroundings & ABX_SURROUNDING_HOST) && hooks->after != NULL)
        tell_host(function, hooks->after);
    if (function->verdict.clears)
        outcome->slot = left;
    write_slot(function, function->verdict.clears && left == 0 ? around->saved : left);
}

/* ---- failures ---- */

/* Where its contract has no answer to an interruption, it is a failure as any other. */
static int judge_failure(const struct abx_function *function, int64_t code, int slot,
                         struct abx_interruption *interruption, struct abx_error *err)
{
    int status;

    if (abx_interrupt_is_one(function, code)) {
        status = abx_interrupt_attend(function, err);
        if (status != ABX_OK)
            return status;
        if (abx_interrupt_has_answer(function))
            return abx_interrupt_answer(interruption, function);
    }
    return abx_contract_report(function, code, slot, err);
}

/* Describing a failure may change the codes, which are the function's answer. */
int abx_call_look(const struct abx_function *function, struct abx_outcome *outcome,
                  struct abx_interruption *interruption, struct abx_error *err)
{
    struct abx_codes left;
    int64_t code;
    int status;

    if (!abx_verdict_is_failure(&function->verdict, outcome))
        return ABX_OK;
    abx_os_save(&left, &function->table->context->slots);
    if (!function->verdict.clears)
        outcome->slot = read_slot(function);
    code = abx_verdict_code(&function->verdict, outcome);
    status = judge_failure(function, code, outcome->slot, interruption, err);
    abx_os_restore(&left);
    return status;
}

/* ---- images ---- */

/* ABX_OK or ABX_FAILED: the result is the function's. */
static inline bool is_answer_of_function(int status)
{
    return (unsigned)status <= ABX_FAILED;
}

static inline __attribute__((always_inline)) int
enter_once(const struct abx_function *function, const void *words,
           struct abx_value *result, struct abx_interruption *interruption,
           struct abx_error *err)
{
    struct abx_outcome outcome = {0};
    struct abx_around around;

    abx_around_begin(&around, function);
    abx_scalar_enter(function->plan, words, &outcome, result);
    abx_around_end(&around, function, &outcome);
    return abx_call_judge(function, &outcome, interruption, err);
}

/* The image is the caller's: what is left of a timeout is written to a copy. */
static int enter_limited(const struct abx_function *function, const void *words,
                         struct abx_value *result, struct abx_error *err)
{
    struct abx_interruption interruption;
    union abx_image_words copy;
    int status;

    memcpy(&copy, words, function->plan->image.size);
    abx_interrupt_begin(&interruption, function, (struct abx_arguments){.words = &copy});
    do
        status = enter_once(function, &copy, result, &interruption, err);
    while (status == ABX_CALL_AGAIN);
    return status;
}

/* Apart, so that the quick way need not save registers for it. */
static __attribute__((noinline)) int enter_slowly(const struct abx_function *function,
                                                  const void *words,
                                                  struct abx_value *result, int status,
                                                  struct abx_error *err)
{
    struct abx_value unused;

    if (result == NULL)
        result = &unused;
    if (function->timeout != NULL)
        status = enter_limited(function, words, result, err);
    while (status == ABX_CALL_AGAIN)
        status = enter_once(function, words, result, NULL, err);
    if (!is_answer_of_function(status))
        *result = (struct abx_value){0};
    return status;
}

/* Nothing is to be done again: nearly always. */
static inline int enter(const struct abx_function *function, const void *words,
                        struct abx_value *result, struct abx_error *err)
{
    int status = ABX_CALL_AGAIN;

    if (result != NULL && function->timeout == NULL)
        status = enter_once(function, words, result, NULL, err);
    return is_answer_of_function(status)
               ? status
               : enter_slowly(function, words, result, status, err);
}

/* A callback may have raised an error meanwhile. */
static inline int leave(const struct abx_function *function, int status,
                        struct abx_value *result, struct abx_error *err)
{
    struct abx_context *context = function->table->context;

    if (abx_has_raised(context) && abx_safe_point_after(context, &status, err) &&
        result != NULL)
        *result = (struct abx_value){0};
    return status;
}

/* By the rules that the quick way leaves out, and from an object of the type. */
static int store_slowly(const struct abx_function *function, size_t index,
                        const struct abx_value *value, void *words, struct abx_error *err)
{
    const struct abx_plan *plan = function->plan;
    _Alignas(ABX_CALL_SLOT) unsigned char slot[ABX_CALL_SLOT];
    int status = abx_call_store_checked(function, index, value, slot, err);

    if (status == ABX_OK)
        abx_scalar_store_object(&plan->places[index], slot, plan->types[index]->size,
                                words);
    return status;
}

static int enter_checked(const struct abx_function *function,
                         const struct abx_value *args, const void *words,
                         struct abx_value *result, struct abx_error *err)
{
    int status = abx_extents_check(function, args, err);

    if (status != ABX_OK)
        return status;
    status = enter(function, words, result, err);
    abx_extents_end(function, args, status);
    return leave(function, status, result, err);
}

/* What waits runs first: it may free what the arguments refer to. */
static int call_image(const struct abx_function *function, const struct abx_value *args,
                      size_t n_args, struct abx_value *result, struct abx_error *err)
{
    struct abx_context *context = function->table->context;
    const struct abx_place *places = function->plan->places;
    union abx_image_words words;
    int status = ABX_OK;

    if (abx_needs_attention(context))
        status = abx_safe_point(context, err);
    for (size_t i = 0; i < n_args && status == ABX_OK; i++) {
        if (!abx_scalar_store(&places[i], &args[i], &words))
            status = store_slowly(function, i, &args[i], &words, err);
    }
    if (status != ABX_OK)
        return status;
    if (function->has_extents)
        return enter_checked(function, args, &words, result, err);
    return leave(function, enter(function, &words, result, err), result, err);
}

static inline const struct abx_image *find_image(const struct abx_function *function)
{
    const struct abx_plan *plan = function->plan;
    void *address = atomic_load_explicit(&function->address, memory_order_acquire);

    return address != NULL && plan->image.size > 0 ? &plan->image : NULL;
}

const struct abx_image *abx_function_image(const struct abx_function *function)
{
    return find_image(function);
}

int abx_call_image(const struct abx_function *function, const void *words,
                   struct abx_value *result, struct abx_error *err)
{
    struct abx_context *context = function->table->context;
    int status = ABX_OK;

    if (find_image(function) == NULL)
        return abx_error_refuse(err, ABX_REASON_VALUE, "%s has no image to be called by",
                                function->name);
    if (abx_needs_attention(context))
        status = abx_safe_point(context, err);
    if (status != ABX_OK)
        return status;
    return leave(function, enter(function, words, result, err), result, err);
}

enum abx_engine abx_function_engine(const struct abx_function *function)
{
    return function->plan != NULL ? function->plan->engine : ABX_ENGINE_LIBFFI;
}

/* ---- the entrance ---- */

static int refuse_count(const struct abx_function *function, size_t n_args,
                        struct abx_error *err)
{
    size_t n = function->type->n_parameters;
    const char *at_least = function->plan->is_variable ? "at least " : "";

    abx_error_refuse(err, ABX_REASON_KIND, "%s takes %s%zu argument%s, got %zu",
                     function->name, at_least, n, n == 1 ? "" : "s", n_args);
    if (err != NULL)
        err->function = function->name;
    return ABX_REFUSED;
}

static int refuse_unresolved(const struct abx_function *function, struct abx_error *err)
{
    abx_error_refuse(err, ABX_REASON_VALUE, "%s was not resolved%s%s", function->name,
                     function->obstacle != NULL ? ": " : "",
                     function->obstacle != NULL ? function->obstacle : "");
    if (err != NULL)
        err->function = function->name;
    return ABX_REFUSED;
}

static int check_arguments(const struct abx_function *function,
                           const struct abx_value *args, size_t n_args,
                           struct abx_error *err)
{
    const struct abx_plan *plan = function->plan;

    if (n_args < plan->n_fixed || (n_args > plan->n_fixed && !plan->is_variable))
        return refuse_count(function, n_args, err);
    if (n_args > ABX_CALL_MAX)
        return abx_error_refuse(err, ABX_REASON_KIND,
                                "%s: %zu arguments are more than %d", function->name,
                                n_args, ABX_CALL_MAX);
    if (args == NULL && n_args > 0)
        return abx_error_refuse(err, ABX_REASON_VALUE, "%s: no arguments are given",
                                function->name);
    return ABX_OK;
}

/* Apart, so that the quick way need not save registers for it. */
static __attribute__((noinline)) int
call_otherwise(const struct abx_function *function, const struct abx_value *args,
               size_t n_args, struct abx_value *result, struct abx_error *err)
{
    void *address = atomic_load_explicit(&function->address, memory_order_acquire);
    int status;

    if (address == NULL)
        return refuse_unresolved(function, err);
    status = check_arguments(function, args, n_args, err);
    if (status != ABX_OK)
        return status;
    return abx_call_framed(function, address, args, n_args, result, err);
}

int abx_call(const struct abx_function *function, const struct abx_value *args,
             size_t n_args, struct abx_value *result, struct abx_error *err)
{
    const struct abx_image *image = find_image(function);

    if (image != NULL && n_args == image->n_places && (args != NULL || n_args == 0))
        return call_image(function, args, n_args, result, err);
    return call_otherwise(function, args, n_args, result, err);
}
