/*
 * From C's arguments to values, and from the handler's answer to C's result: the same rules
 * as for the calls in the other direction.
 */
#include <stdlib.h>
#include <string.h>

#include "runtime/callback_handle.h"
#include "runtime/error.h"
#include "runtime/type.h"
#include "runtime/value.h"

enum { STACK_ARGUMENTS = 8, STACK_RESULT = 64 };

/* ---- what the type alone decides */

static bool is_integral(const struct abx_place *place)
{
    return place->scalar == ABX_SCALAR_INT || place->scalar == ABX_SCALAR_UINT ||
           place->scalar == ABX_SCALAR_POINTER;
}

/* The widest place of a result: libffi wants integers up to the size of its ffi_arg as that. */
static void plan_result(struct abx_callback_signature *signature)
{
    const struct abx_type *type = abx_type_strip(signature->type->target);
    struct abx_place *place = &signature->place;

    signature->is_void = type->kind == ABX_TYPE_VOID;
    signature->is_result_scalar =
        !signature->is_void && abx_scalar_describe(type, place) && type->size > 0;
    signature->is_result_integral = signature->is_result_scalar && is_integral(place);
    place->size = type->size > sizeof(ffi_arg) ? (unsigned)type->size : sizeof(ffi_arg);
    place->takes_text = false; /* a string ends, and C keeps what it got */
}

void abx_callback_plan(struct abx_callback_signature *signature)
{
    const struct abx_type *type = signature->type;
    struct abx_place place;

    plan_result(signature);
    signature->is_integral = signature->is_void || signature->is_result_integral;
    for (size_t i = 0; i < type->n_parameters; i++) {
        const struct abx_type *parameter = abx_type_strip(type->parameters[i].type);
        bool is_scalar = abx_scalar_describe(parameter, &place);

        signature->scalars[i] = is_scalar ? parameter : NULL;
        signature->has_memory = signature->has_memory || !is_scalar;
        signature->is_integral =
            signature->is_integral && is_scalar && is_integral(&place);
    }
}

/* ---- answers */

void abx_callback_answer(const struct abx_callback *callback, void *result)
{
    if (callback->answer_size > 0)
        memcpy(result, callback->answer, callback->answer_size);
}

/* Integers are as wide as libffi's ffi_arg at least. */
void abx_callback_put(const struct abx_callback *callback, const void *object,
                      void *result)
{
    const struct abx_callback_signature *signature = callback->signature;
    const struct abx_type *type = abx_type_strip(callback->type->target);
    struct abx_value value;

    if (signature->is_void)
        return;
    if (signature->is_result_scalar && abx_object_is_integer(type) &&
        abx_object_load(type, object, &value))
        abx_image_set_integer(&signature->place, result, value.u);
    else
        memcpy(result, object, type->size);
}

/* ---- arguments */

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
    const struct abx_type **scalars = callback->signature->scalars;

    for (size_t i = 0; i < type->n_parameters; i++) {
        int status;

        args[i].type = type->parameters[i].type;
        if (scalars[i] != NULL && abx_object_load(scalars[i], values[i], &args[i]))
            continue;
        status = abx_value_load(callback->table, type->parameters[i].type, values[i],
                                &args[i], err);
        if (status == ABX_OK)
            continue;
        destroy_arguments(args, i);
        return abx_value_blame(err, status, "an argument of a callback");
    }
    return ABX_OK;
}

/* ---- results */

static bool store_real(const struct abx_callback_signature *signature,
                       const struct abx_value *value, void *result)
{
    return signature->is_result_scalar && !signature->is_result_integral &&
           abx_object_store(abx_type_strip(signature->type->target), value, result);
}

/* The result of the handler is checked before any of it reaches C. */
int abx_callback_store(struct abx_callback *callback, const struct abx_value *value,
                       void *result, struct abx_error *err)
{
    const struct abx_type *type = callback->type->target;
    _Alignas(max_align_t) unsigned char stack[STACK_RESULT];
    size_t size = abx_type_strip(type)->size;
    void *object = stack;
    int status;

    if (store_real(callback->signature, value, result))
        return ABX_OK;
    if (size > sizeof(stack))
        object = malloc(size);
    if (object == NULL)
        return abx_error_no_memory(err);
    status = abx_value_store(callback->table, type, value, object, err);
    if (status == ABX_OK)
        abx_callback_put(callback, object, result);
    if (object != stack)
        free(object);
    return abx_value_blame(err, status, "the result of a callback");
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
        status = abx_callback_handle(callback, args, result, err);
        if (callback->signature->has_memory)
            destroy_arguments(args, n);
    }
    if (status != ABX_OK)
        abx_callback_answer(callback, result);
    if (args != stack)
        free(args);
    return status;
}
