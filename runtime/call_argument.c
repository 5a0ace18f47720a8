/*
 * Arguments by all the rules: what the quick way of call_scalar.h does not take, and every
 * refusal, whose message names the argument.
 */
#include <stdio.h>

#include "runtime/call.h"
#include "runtime/callback_use.h"
#include "runtime/error.h"
#include "runtime/extent.h"
#include "runtime/memory.h"
#include "runtime/table.h"
#include "runtime/type.h"
#include "runtime/value.h"

int abx_call_blame(const struct abx_function *function, size_t index, int status,
                   struct abx_error *err)
{
    const char *name = NULL;
    char subject[192];

    if (err == NULL || status != ABX_REFUSED)
        return status;
    if (index < function->type->n_parameters)
        name = function->type->parameters[index].name;
    snprintf(subject, sizeof(subject), "%s: argument %zu%s%s%s", function->name,
             index + 1, name != NULL ? " (" : "", name != NULL ? name : "",
             name != NULL ? ")" : "");
    abx_value_blame(err, status, subject);
    err->argument = (int)(index + 1);
    err->function = function->name;
    return status;
}

/* C's [static N]: as many objects, where the value tells how many it has. */
static int check_least(const struct abx_function *function, size_t index,
                       const struct abx_value *value, struct abx_error *err)
{
    const struct abx_type *type = abx_type_strip(function->type->parameters[index].type);
    const struct abx_type *pointee;
    size_t least = function->least[index];
    size_t size;
    int status;

    if (least == 0 || !abx_extent_is_known(value, &size))
        return ABX_OK;
    status = abx_type_find_target(function->table, type, &pointee, err);
    if (status != ABX_OK)
        return status;
    if (pointee->size == 0 || size / pointee->size >= least)
        return ABX_OK;
    return abx_error_refuse(err, ABX_REASON_VALUE, "needs at least %zu elements, got %zu",
                            least, size / pointee->size);
}

/* What the library gave is not C's to free, nor is the middle of anything. */
static int check_freed(const struct abx_memory *memory, struct abx_error *err)
{
    if (memory->whole->is_owned || memory->is_borrowed)
        return abx_error_refuse(err, ABX_REASON_VALUE,
                                "may be freed: it takes no memory that abidex owns");
    if (memory->data != memory->whole->data)
        return abx_error_refuse(err, ABX_REASON_VALUE,
                                "may be freed: it takes no part of other memory");
    return ABX_OK;
}

static int pass_callback(const struct abx_function *function, size_t index,
                         struct abx_callback *callback, struct abx_error *err)
{
    enum abx_lifetime lifetime = function->lifetimes != NULL
                                     ? (enum abx_lifetime)function->lifetimes[index]
                                     : ABX_LIFETIME_KEPT;

    return abx_callback_pass(callback, lifetime, err);
}

int abx_call_store_checked(const struct abx_function *function, size_t index,
                           const struct abx_value *value, void *slot,
                           struct abx_error *err)
{
    const struct abx_type *type = function->type->parameters[index].type;
    int status = abx_value_store_argument(function->table, type, value, slot, err);

    if (status == ABX_OK && abx_function_is_nonnull(function, index) &&
        *(void **)slot == NULL)
        status = abx_error_refuse(err, ABX_REASON_VALUE, "may not be NULL");
    if (status == ABX_OK && function->least != NULL)
        status = check_least(function, index, value, err);
    if (status == ABX_OK && index + 1 == function->frees &&
        value->kind == ABX_VALUE_MEMORY)
        status = check_freed(value->memory, err);
    if (status == ABX_OK && value->kind == ABX_VALUE_CALLBACK)
        status = pass_callback(function, index, value->callback, err);
    return status == ABX_OK ? ABX_OK : abx_call_blame(function, index, status, err);
}
