/*
 * From C's arguments to values, and from the handler's answer to C's result: the same rules
 * as for the calls in the other direction.
 */
#include <stdlib.h>
#include <string.h>

#include "runtime/call_plan.h"
#include "runtime/callback.h"
#include "runtime/error.h"
#include "runtime/type.h"
#include "runtime/value.h"

enum { STACK_ARGUMENTS = 8, STACK_RESULT = 64 };

void abx_callback_answer(const struct abx_callback *callback, void *result)
{
    if (callback->answer_size > 0)
        memcpy(result, callback->answer, callback->answer_size);
}

/* libffi wants integers as wide as its ffi_arg at least. */
void abx_callback_put(const struct abx_callback *callback, const void *object,
                      void *result)
{
    const struct abx_type *type = abx_type_strip(callback->type->target);
    struct abx_value value = {0};
    ffi_arg wide;

    if (type->kind == ABX_TYPE_VOID)
        return;
    if (!abx_call_is_integer(type) || type->size >= sizeof(wide) ||
        abx_value_load(callback->table, type, object, &value, NULL) != ABX_OK) {
        memcpy(result, object, type->size);
        return;
    }
    wide = (ffi_arg)value.u;
    memcpy(result, &wide, sizeof(wide));
}

/* Memory that stands for records was made for this call. */
static void destroy_arguments(struct abx_value *args, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (args[i].kind == ABX_VALUE_MEMORY)
            abx_memory_destroy(args[i].memory);
}

static int load_arguments(struct abx_callback *callback, void **values,
                          struct abx_value *args, struct abx_error *err)
{
    const struct abx_type *type = callback->type;

    for (size_t i = 0; i < type->n_parameters; i++) {
        int status = abx_value_load(callback->table, type->parameters[i].type, values[i],
                                    &args[i], err);

        if (status == ABX_OK)
            continue;
        destroy_arguments(args, i);
        return abx_value_blame(err, status, "an argument of a callback");
    }
    return ABX_OK;
}

/* The result of the handler is checked before any of it reaches C. */
static int store_result(struct abx_callback *callback, const struct abx_value *value,
                        void *result, struct abx_error *err)
{
    const struct abx_type *type = callback->type->target;
    _Alignas(max_align_t) unsigned char stack[STACK_RESULT];
    size_t size = abx_type_strip(type)->size;
    void *object = size > sizeof(stack) ? malloc(size) : stack;
    int status;

    if (object == NULL)
        return abx_error_no_memory(err);
    status = abx_value_store(callback->table, type, value, object, err);
    if (status == ABX_OK)
        abx_callback_put(callback, object, result);
    if (object != stack)
        free(object);
    return abx_value_blame(err, status, "the result of a callback");
}

static int run(struct abx_callback *callback, const struct abx_value *args, void *result,
               struct abx_error *err)
{
    const struct abx_callback_options *options = &callback->options;
    bool is_void = abx_type_strip(callback->type->target)->kind == ABX_TYPE_VOID;
    struct abx_value value = {0};
    int status =
        options->handler(options->user, args, callback->type->n_parameters, &value, err);

    if (status == ABX_OK && !is_void)
        status = store_result(callback, &value, result, err);
    return status;
}

int abx_callback_run(struct abx_callback *callback, void **values, void *result,
                     struct abx_error *err)
{
    size_t n = callback->type->n_parameters;
    struct abx_value stack[STACK_ARGUMENTS];
    struct abx_value *args = n > STACK_ARGUMENTS ? calloc(n, sizeof(*args)) : stack;
    int status;

    if (args == NULL) {
        abx_callback_answer(callback, result);
        return abx_error_no_memory(err);
    }
    status = load_arguments(callback, values, args, err);
    if (status == ABX_OK) {
        status = run(callback, args, result, err);
        destroy_arguments(args, n);
    }
    if (status != ABX_OK)
        abx_callback_answer(callback, result);
    if (args != stack)
        free(args);
    return status;
}
