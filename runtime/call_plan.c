/*
 * Plans: how to call a function, or why that cannot be done. Made when the function is
 * found, so that a call does nothing twice and an obstacle is known before anybody calls.
 */
#include "runtime/call_plan.h"

#include <stdio.h>

#include "runtime/call.h"
#include "runtime/call_convention.h"
#include "runtime/call_scalar.h"
#include "runtime/call_split.h"
#include "runtime/context.h"
#include "runtime/error.h"
#include "runtime/signature.h"
#include "runtime/table.h"

bool abx_call_is_integer(const struct abx_type *type)
{
    return type->kind == ABX_TYPE_BOOL || type->kind == ABX_TYPE_CHAR ||
           type->kind == ABX_TYPE_INT || type->kind == ABX_TYPE_ENUM;
}

static int set_obstacle(struct abx_function *function, size_t parameter, const char *why,
                        struct abx_error *err)
{
    const struct abx_parameter *p = &function->type->parameters[parameter];
    char text[256];
    int size = snprintf(text, sizeof(text), "parameter %zu%s%s%s %s", parameter + 1,
                        p->name != NULL ? " (" : "", p->name != NULL ? p->name : "",
                        p->name != NULL ? ")" : "", why);

    if (size < 0 || (size_t)size >= sizeof(text))
        size = (int)sizeof(text) - 1;
    function->obstacle = abx_arena_copy(&function->table->arena, text, (size_t)size);
    return function->obstacle != NULL ? ABX_OK : abx_error_no_memory(err);
}

static int set_result_obstacle(struct abx_function *function, const char *why,
                               struct abx_error *err)
{
    char text[256];
    int size = snprintf(text, sizeof(text), "its result %s", why);

    function->obstacle = abx_arena_copy(&function->table->arena, text, (size_t)size);
    return function->obstacle != NULL ? ABX_OK : abx_error_no_memory(err);
}

static int set_convention_obstacle(struct abx_function *function, const char *why,
                                   struct abx_error *err)
{
    char text[256];
    int size = snprintf(text, sizeof(text), "its calling convention is %s, %s",
                        abx_convention_word(function->type->convention), why);

    function->obstacle = abx_arena_copy(&function->table->arena, text, (size_t)size);
    return function->obstacle != NULL ? ABX_OK : abx_error_no_memory(err);
}

/* Of another platform's function only what holds everywhere can be told. */
static int prepare_foreign(struct abx_function *function, struct abx_error *err)
{
    const struct abx_type *type = function->type;

    for (size_t i = 0; i < type->n_parameters; i++) {
        if (abx_type_strip(type->parameters[i].type)->kind == ABX_TYPE_VA_LIST)
            return set_obstacle(function, i, "is a va_list, which only C can make", err);
    }
    return ABX_OK;
}

/* Whether the quick way knows too little of the parameter. */
static bool needs_all_rules(const struct abx_function *function, size_t index)
{
    return abx_type_is_transparent(function->type->parameters[index].type) ||
           (function->least != NULL && function->least[index] > 0);
}

/* What the type of a parameter decides; *@is_scalarp becomes false where no image holds
 * it. */
static int plan_argument(struct abx_function *function, struct abx_plan *plan, size_t i,
                         bool *is_scalarp, struct abx_error *err)
{
    const struct abx_type *parameter =
        abx_type_passed(function->type->parameters[i].type);
    struct abx_place *place = &plan->places[i];
    const char *why;

    if (abx_signature_find(function->table, parameter, &plan->types[i], &why) != ABX_OK)
        return abx_error_no_memory(err);
    if (parameter->kind == ABX_TYPE_VOID)
        why = "is void";
    if (why != NULL)
        return set_obstacle(function, i, why, err);
    if (!abx_scalar_describe(parameter, place))
        *is_scalarp = false;
    place->is_nonnull =
        place->scalar == ABX_SCALAR_POINTER && abx_function_is_nonnull(function, i);
    place->has_rules = needs_all_rules(function, i);
    plan->offsets[i] = plan->storage_size;
    plan->storage_size +=
        (parameter->size + ABX_CALL_SLOT - 1) / ABX_CALL_SLOT * ABX_CALL_SLOT;
    return ABX_OK;
}

static int plan_arguments(struct abx_function *function, struct abx_plan *plan,
                          bool *is_scalarp, struct abx_error *err)
{
    int status = ABX_OK;

    for (size_t i = 0;
         status == ABX_OK && i < plan->n_fixed && function->obstacle == NULL; i++)
        status = plan_argument(function, plan, i, is_scalarp, err);
    return status;
}

static int plan_result(struct abx_function *function, struct abx_plan *plan,
                       struct abx_error *err)
{
    const struct abx_type *result = abx_type_strip(function->type->target);
    struct abx_place scalar;
    const char *why;
    int status =
        function->type->convention == ABX_CONVENTION_PLATFORM
            ? abx_signature_find_result(function->table, result, &plan->result, &why)
            : abx_signature_find(function->table, result, &plan->result, &why);

    if (status != ABX_OK)
        return abx_error_no_memory(err);
    if (why != NULL)
        return set_result_obstacle(function, why, err);
    plan->is_result_memory = result->kind == ABX_TYPE_STRUCT ||
                             result->kind == ABX_TYPE_UNION ||
                             result->kind == ABX_TYPE_COMPLEX;
    plan->result_type = function->type->target;
    plan->is_result_scalar = abx_scalar_describe(result, &scalar);
    plan->image.result = scalar.scalar;
    plan->is_result_signed = result->is_signed;
    plan->result_unused = scalar.n_unused;
    return ABX_OK;
}

static int plan_create(struct abx_function *function, struct abx_plan **planp)
{
    struct abx_arena *arena = &function->table->arena;
    struct abx_plan *plan = abx_arena_alloc(arena, sizeof(*plan));
    size_t n = function->type->n_parameters;

    if (plan == NULL)
        return ABX_NO_MEMORY;
    plan->n_fixed = n;
    plan->engine = function->table->context->engine;
    plan->is_variable = function->type->is_variadic || function->type->has_no_prototype;
    plan->types = abx_arena_alloc(arena, (n + 1) * sizeof(void *));
    plan->places = abx_arena_alloc(arena, (n + 1) * sizeof(*plan->places));
    plan->offsets = abx_arena_alloc(arena, (n + 1) * sizeof(*plan->offsets));
    plan->image.n_places = n;
    plan->image.places = plan->places;
    *planp = plan;
    return plan->types != NULL && plan->places != NULL && plan->offsets != NULL
               ? ABX_OK
               : ABX_NO_MEMORY;
}

/* libffi's part, which is made for direct calls too: it tells what it does not accept. */
static int plan_entry(struct abx_function *function, struct abx_plan *plan,
                      bool is_scalar, struct abx_error *err)
{
    if (abx_call_split(function->table, plan) != ABX_OK)
        return abx_error_no_memory(err);
    if (plan->storage_size > ABX_CALL_MAX_STORAGE) {
        function->obstacle = "its arguments are too large for the stack";
    } else if (!plan->is_variable &&
               ffi_prep_cif(&plan->cif, plan->abi,
                            (unsigned)plan->n_fixed + (plan->split > 0), plan->result,
                            plan->passed) != FFI_OK) {
        function->obstacle = "libffi does not accept its signature";
    } else {
        if (is_scalar && plan->is_result_scalar && !plan->is_variable)
            abx_call_choose_entry(plan, function->type->convention);
        else
            plan->engine = ABX_ENGINE_LIBFFI;
        function->plan = plan;
    }
    return ABX_OK;
}

static int plan_call(struct abx_function *function, struct abx_error *err)
{
    struct abx_plan *plan;
    bool is_scalar = true;
    const char *why;
    int status;

    if (plan_create(function, &plan) != ABX_OK)
        return abx_error_no_memory(err);
    if (!abx_call_convention_find(function->type, &plan->abi, &why))
        return set_convention_obstacle(function, why, err);
    status = plan_arguments(function, plan, &is_scalar, err);
    if (status == ABX_OK && function->obstacle == NULL)
        status = plan_result(function, plan, err);
    if (status == ABX_OK && function->obstacle == NULL)
        status = plan_entry(function, plan, is_scalar, err);
    return status;
}

int abx_function_prepare(struct abx_function *function, struct abx_error *err)
{
    function->obstacle = function->attributes.values[ABX_ATTRIBUTE_REFUSED];
    if (function->obstacle != NULL)
        return ABX_OK;
    if (function->attributes.values[ABX_ATTRIBUTE_RETURNS_TWICE] != NULL) {
        function->obstacle = "it returns twice, into a frame that is gone by then";
        return ABX_OK;
    }
    if (!function->table->is_native)
        return prepare_foreign(function, err);
    if (function->type->n_parameters > ABX_CALL_MAX) {
        function->obstacle = "it has too many parameters";
        return ABX_OK;
    }
    return plan_call(function, err);
}

void abx_function_set_address(struct abx_function *function, void *address)
{
    struct abx_plan *plan = function->plan;

    if (function->address != NULL)
        return;
    plan->image.address = address;
    abx_call_make_plan(function->table, plan);
    function->address = address;
}
