/*
 * Making and ending callbacks, and where C enters one. Who ends a callback says nothing of
 * C, which may still have its address. So the code of a callback that C was given to keep
 * stays until its table closes, and says what is wrong when it is called.
 */
#include "runtime/callback.h"

#include <stdlib.h>
#include <string.h>

#include "runtime/call_convention.h"
#include "runtime/callback_handle.h"
#include "runtime/error.h"
#include "runtime/os.h"
#include "runtime/safe_point.h"
#include "runtime/signature.h"
#include "runtime/type.h"
#include "runtime/value.h"

enum { LABEL = 80 };

/* ---- where C enters ---- */

static void raise_message(const struct abx_callback *callback, const char *problem)
{
    struct abx_error err;
    char label[LABEL];

    abx_error_set(&err, ABX_REFUSED, "a callback of type %s %s",
                  abx_type_label(callback->type, label, LABEL), problem);
    abx_callback_raise(callback->table->context, ABX_REFUSED, &err);
}

/* After an error nothing more is run until the call that C is in has returned. */
static void run_here(struct abx_callback *callback, bool is_owner, void **values,
                     void *result)
{
    struct abx_context *context = callback->table->context;
    const struct abx_hooks *hooks = &context->hooks;
    struct abx_error err;
    int status;

    if (hooks->enter != NULL)
        hooks->enter(hooks->user);
    if (is_owner && abx_has_raised(context)) {
        abx_callback_answer(callback, result);
    } else {
        abx_error_clear(&err);
        status = abx_callback_run(callback, values, result, &err);
        if (status != ABX_OK)
            abx_callback_raise(context, status, &err);
    }
    if (hooks->leave != NULL)
        hooks->leave(hooks->user);
}

static void run_elsewhere(struct abx_callback *callback, void **values, void *result)
{
    switch (callback->options.mode) {
    case ABX_CALLBACK_WAIT:
        abx_callback_wait(callback, values, result);
        break;
    case ABX_CALLBACK_COPY:
        abx_callback_copy(callback, values);
        break;
    default:
        abx_callback_answer(callback, result);
        raise_message(callback, "was called on another thread than the one that owns the "
                                "context, which its mode does not allow");
        break;
    }
}

static void run(struct abx_callback *callback, bool is_owner, void **values, void *result)
{
    enum abx_callback_mode mode = callback->options.mode;

    if (mode == ABX_CALLBACK_CONSTANT) {
        abx_callback_answer(callback, result);
    } else if (atomic_load(&callback->is_ended)) {
        abx_callback_answer(callback, result);
        raise_message(callback, "was called after it was destroyed");
    } else if (is_owner || mode == ABX_CALLBACK_ATTACH) {
        run_here(callback, is_owner, values, result);
    } else {
        run_elsewhere(callback, values, result);
    }
}

/* errno and the like are those of the C code around. */
void abx_callback_enter(struct abx_callback *callback, void **values, void *result)
{
    struct abx_context *context = callback->table->context;
    struct abx_codes left;
    unsigned n_here;

    abx_os_save(&left, &context->slots);
    if (abx_context_is_owner(context)) {
        n_here = abx_callback_begin(callback);
        run(callback, true, values, result);
        abx_callback_end(callback, n_here);
    } else {
        atomic_fetch_add(&callback->n_running, 1);
        run(callback, false, values, result);
        atomic_fetch_sub(&callback->n_running, 1);
    }
    abx_os_restore(&left);
}

static void enter_closure(ffi_cif *cif, void *result, void **values, void *data)
{
    (void)cif;
    abx_callback_enter(data, values, result);
}

/* ---- making one ---- */

static int refuse_type(const struct abx_type *type, const char *why, const char *more,
                       struct abx_error *err)
{
    char label[LABEL];

    abx_error_refuse(err, ABX_REASON_KIND, "no callback can be of type %s: %s%s",
                     abx_type_label(type, label, LABEL), why, more);
    return ABX_REFUSED;
}

/* A function's type, or one that points to it. */
static int find_function_type(struct abx_callback *callback, const struct abx_type *type,
                              struct abx_error *err)
{
    const struct abx_type *function = abx_type_strip(type);
    int status = ABX_OK;

    if (function->kind == ABX_TYPE_POINTER)
        status = abx_type_find_target(callback->table, function, &function, err);
    if (status != ABX_OK)
        return status;
    function = abx_type_strip(function);
    if (function->kind != ABX_TYPE_FUNCTION)
        return refuse_type(type, "it is no function", "", err);
    if (function->is_variadic || function->has_no_prototype)
        return refuse_type(type, "its arguments vary", "", err);
    callback->type = function;
    return ABX_OK;
}

static int make_signature(struct abx_callback *callback,
                          struct abx_callback_signature *signature, struct abx_error *err)
{
    const struct abx_type *type = callback->type;
    struct abx_table *table = callback->table;
    const char *why = NULL;
    ffi_abi abi;
    int status = ABX_OK;

    if (!abx_call_convention_find(type, &abi, &why))
        return refuse_type(type, "of its calling convention, ", why, err);
    for (size_t i = 0; status == ABX_OK && why == NULL && i < type->n_parameters; i++)
        status = abx_signature_find(table, abx_type_passed(type->parameters[i].type),
                                    &signature->types[i], &why);
    if (status == ABX_OK && why != NULL)
        return refuse_type(type, "a parameter ", why, err);
    if (status == ABX_OK)
        status = abx_signature_find_result(table, abx_type_strip(type->target),
                                           &signature->result, &why);
    if (status != ABX_OK)
        return abx_error_no_memory(err);
    if (why != NULL)
        return refuse_type(type, "its result ", why, err);
    if (ffi_prep_cif(&signature->cif, abi, (unsigned)type->n_parameters,
                     signature->result, signature->types) != FFI_OK)
        return refuse_type(type, "libffi does not accept it", "", err);
    return ABX_OK;
}

static int find_signature(struct abx_callback *callback, struct abx_error *err)
{
    struct abx_table *table = callback->table;
    size_t n = callback->type->n_parameters;
    struct abx_callback_signature *signature = table->signatures;
    int status;

    while (signature != NULL && signature->type != callback->type)
        signature = signature->next;
    callback->signature = signature;
    if (signature != NULL)
        return ABX_OK;
    signature = abx_arena_alloc(&table->arena, sizeof(*signature));
    if (signature == NULL)
        return abx_error_no_memory(err);
    signature->type = callback->type;
    signature->types = abx_arena_alloc(&table->arena, (n + 1) * sizeof(void *));
    signature->scalars = abx_arena_alloc(&table->arena, (n + 1) * sizeof(void *));
    if (signature->types == NULL || signature->scalars == NULL)
        return abx_error_no_memory(err);
    status = make_signature(callback, signature, err);
    if (status != ABX_OK)
        return status;
    abx_callback_plan(signature);
    signature->next = table->signatures;
    table->signatures = signature;
    table->n_published++;
    callback->signature = signature;
    return ABX_OK;
}

static int check_options(const struct abx_callback_options *options,
                         const struct abx_type *result, struct abx_error *err)
{
    if (options->mode > ABX_CALLBACK_CONSTANT)
        return abx_error_refuse(err, ABX_REASON_VALUE, "there is no mode %u of callbacks",
                                (unsigned)options->mode);
    if (options->handler == NULL && options->mode != ABX_CALLBACK_CONSTANT)
        return abx_error_refuse(err, ABX_REASON_VALUE, "a callback needs a handler");
    if (options->mode == ABX_CALLBACK_COPY && result->kind != ABX_TYPE_VOID)
        return abx_error_refuse(err, ABX_REASON_VALUE,
                                "who leaves a copy of the arguments gets no result: "
                                "that is for functions without one");
    return ABX_OK;
}

/* The answer is checked now, so that giving it can't fail. */
static int prepare_answer(struct abx_callback *callback, struct abx_error *err)
{
    const struct abx_type *result = abx_type_strip(callback->type->target);
    const struct abx_value *answer = &callback->options.answer;
    size_t size = result->kind == ABX_TYPE_VOID ? 0 : result->size;
    unsigned char *object = calloc(1, size + 1);
    int status = ABX_OK;

    callback->answer_size =
        size > 0 && size < sizeof(ffi_arg) && abx_call_is_integer(result)
            ? sizeof(ffi_arg)
            : size;
    callback->answer = calloc(1, callback->answer_size + 1);
    if (object == NULL || callback->answer == NULL)
        status = abx_error_no_memory(err);
    else if (answer->kind != ABX_VALUE_NONE)
        status =
            abx_value_store(callback->table, callback->type->target, answer, object, err);
    if (status == ABX_OK)
        abx_callback_put(callback, object, callback->answer);
    free(object);
    return abx_value_blame(err, status, "the answer of a callback");
}

static int prepare_code(struct abx_callback *callback, struct abx_error *err)
{
    callback->address = abx_trampoline_take(callback);
    if (callback->address != NULL)
        return ABX_OK;
    callback->closure = ffi_closure_alloc(sizeof(*callback->closure), &callback->address);
    if (callback->closure == NULL)
        return abx_error_set(err, ABX_SYSTEM,
                             "the system gives no memory for the code of a callback");
    if (ffi_prep_closure_loc(callback->closure, &callback->signature->cif, enter_closure,
                             callback, callback->address) != FFI_OK)
        return refuse_type(callback->type, "libffi makes none of it", "", err);
    return ABX_OK;
}

static void finish(struct abx_callback *callback)
{
    abx_trampoline_release(callback);
    if (callback->closure != NULL)
        ffi_closure_free(callback->closure);
    free(callback->answer);
    free(callback);
}

static void release(struct abx_callback *callback)
{
    if (callback->options.release != NULL)
        callback->options.release(callback->options.user);
    finish(callback);
}

/* The table's lock is held. */
static int prepare(struct abx_callback *callback, const struct abx_type *type,
                   struct abx_error *err)
{
    int status = find_function_type(callback, type, err);

    if (status == ABX_OK)
        status = check_options(&callback->options, abx_type_strip(callback->type->target),
                               err);
    if (status == ABX_OK)
        status = abx_callbacks_prepare(callback->table->context, err);
    if (status == ABX_OK)
        status = find_signature(callback, err);
    if (status == ABX_OK)
        status = prepare_answer(callback, err);
    return status == ABX_OK ? prepare_code(callback, err) : status;
}

int abx_callback_create(struct abx_table *table, const struct abx_type *type,
                        const struct abx_callback_options *options,
                        struct abx_callback **callbackp, struct abx_error *err)
{
    struct abx_callback *callback = calloc(1, sizeof(*callback));
    int status;

    *callbackp = NULL;
    if (callback == NULL)
        return abx_error_no_memory(err);
    callback->table = table;
    callback->options = *options;
    if (!table->is_native) {
        free(callback);
        return abx_error_refuse(err, ABX_REASON_VALUE,
                                "the table is for another platform: nothing here "
                                "can call a callback of it");
    }
    abx_table_lock(table);
    status = prepare(callback, type, err);
    if (status == ABX_OK) {
        callback->next = table->callbacks;
        table->callbacks = callback;
        *callbackp = callback;
    }
    abx_table_unlock(table);
    if (status != ABX_OK)
        finish(callback);
    return status;
}

/* ---- ending it ---- */

static void unlink_callback(struct abx_callback *callback)
{
    struct abx_callback **at = &callback->table->callbacks;

    while (*at != callback)
        at = &(*at)->next;
    *at = callback->next;
}

/* From inside its handler it stays, too: the function that C called may call it again. */
void abx_callback_destroy(struct abx_callback *callback)
{
    struct abx_table *table;
    bool is_free;

    if (callback == NULL || atomic_exchange(&callback->is_ended, true))
        return;
    table = callback->table;
    abx_callback_forget(callback);
    is_free = !atomic_load(&callback->is_kept) && atomic_load(&callback->n_here) == 0 &&
              atomic_load(&callback->n_running) == 0;
    if (!is_free)
        return;
    abx_table_lock(table);
    unlink_callback(callback);
    abx_table_unlock(table);
    release(callback);
}

void abx_callbacks_close_table(struct abx_table *table)
{
    struct abx_callback *next;

    for (struct abx_callback *callback = table->callbacks; callback != NULL;
         callback = next) {
        next = callback->next;
        if (!atomic_exchange(&callback->is_ended, true))
            abx_callback_forget(callback);
        while (callback->options.mode == ABX_CALLBACK_WAIT &&
               atomic_load(&callback->n_running) > 0)
            abx_os_yield(); /* threads that waited have their answer, and leave */
        release(callback);
    }
    table->callbacks = NULL;
}

/* ---- questions ---- */

/* Whoever asks may do anything with it. */
void *abx_callback_address(struct abx_callback *callback)
{
    atomic_store(&callback->is_kept, true);
    return callback->address;
}

const struct abx_type *abx_callback_type(const struct abx_callback *callback)
{
    return callback->type;
}

void *abx_callback_code(const struct abx_callback *callback)
{
    return callback->address;
}

bool abx_lifetime_read(const char *text, size_t size, enum abx_lifetime *lifetimep)
{
    static const char *const words[] = {
        [ABX_LIFETIME_KEPT] = "kept",
        [ABX_LIFETIME_CALL] = "call",
        [ABX_LIFETIME_SIGNAL] = "signal",
    };

    for (unsigned i = 0; i < sizeof(words) / sizeof(*words); i++) {
        *lifetimep = (enum abx_lifetime)i;
        if (strlen(words[i]) == size && memcmp(words[i], text, size) == 0)
            return true;
    }
    return false;
}

int abx_callback_pass(struct abx_callback *callback, enum abx_lifetime lifetime,
                      struct abx_error *err)
{
    if (atomic_load(&callback->is_ended))
        return abx_error_refuse(err, ABX_REASON_VALUE,
                                "is a callback that was destroyed");
    if (lifetime == ABX_LIFETIME_SIGNAL)
        return abx_error_refuse(
            err, ABX_REASON_VALUE,
            "takes no callback: a script cannot run inside a handler of "
            "signals, abx_signal_handle has it run at a safe point");
    if (lifetime == ABX_LIFETIME_KEPT)
        atomic_store(&callback->is_kept, true);
    return ABX_OK;
}
