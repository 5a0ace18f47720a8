/*
 * Calls. What depends on the signature alone is worked out once, in a plan; a call then
 * stores its arguments one behind the other in a frame on the stack, which the plan laid
 * out, and hands libffi pointers to them. No argument reaches the function before all
 * were accepted.
 *
 * errno belongs to the caller and the called function: what the function left there is
 * there when abx_call returns, whatever was done in between to describe a failure. Only
 * where a contract clears errno first and the function did not touch it, the caller's
 * value comes back. A refused call leaves errno alone.
 */
#include "runtime/call.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/call_plan.h"
#include "runtime/error.h"
#include "runtime/os.h"
#include "runtime/table.h"
#include "runtime/type.h"
#include "runtime/value.h"

/* What fits in a frame on the stack; greater calls use the heap. */
enum { STACK_STORAGE = 384, STACK_ARGUMENTS = 16, STACK_RESULT = 64 };

/* ---- frames ---- */

/* The memory of one call. */
struct frame {
    const struct abx_function *function;
    const struct abx_plan *plan;
    size_t n_args;
    unsigned char *storage;
    unsigned char *result;
    void **values;
    ffi_type **types; /* written where the arguments vary */
    void *heap;
    struct abx_memory *memory; /* becomes the result */
    struct abx_outcome outcome;

    _Alignas(ABX_CALL_SLOT) unsigned char stack_storage[STACK_STORAGE];
    _Alignas(ABX_CALL_SLOT) unsigned char stack_result[STACK_RESULT];
    void *stack_values[STACK_ARGUMENTS];
    ffi_type *stack_types[STACK_ARGUMENTS];
};

static size_t round_up(size_t size)
{
    return (size + ABX_CALL_SLOT - 1) / ABX_CALL_SLOT * ABX_CALL_SLOT;
}

static int use_heap(struct frame *frame, size_t storage_size, struct abx_error *err)
{
    size_t result_size = round_up(frame->plan->result->size + sizeof(ffi_arg));
    size_t list_size = round_up(frame->n_args * sizeof(void *));
    unsigned char *heap =
        aligned_alloc(ABX_CALL_SLOT, storage_size + result_size + 2 * list_size);

    if (heap == NULL) {
        abx_error_no_memory(err);
        return ABX_NO_MEMORY;
    }
    frame->heap = heap;
    frame->storage = heap;
    frame->result = heap + storage_size;
    frame->values = (void **)(frame->result + result_size);
    frame->types = (ffi_type **)(frame->result + result_size + list_size);
    return ABX_OK;
}

/* Field by field: clearing the whole frame would cost more than the call. */
static int frame_init(struct frame *frame, const struct abx_function *function,
                      size_t n_args, struct abx_error *err)
{
    const struct abx_plan *plan = function->plan;
    size_t storage_size = plan->storage_size + (n_args - plan->n_fixed) * ABX_CALL_SLOT;

    frame->function = function;
    frame->plan = plan;
    frame->n_args = n_args;
    frame->heap = NULL;
    frame->memory = NULL;
    frame->outcome = (struct abx_outcome){0};
    if (storage_size > STACK_STORAGE || n_args > STACK_ARGUMENTS ||
        plan->result->size > STACK_RESULT)
        return use_heap(frame, storage_size, err);
    frame->storage = frame->stack_storage;
    frame->result = frame->stack_result;
    frame->values = frame->stack_values;
    frame->types = frame->stack_types;
    return ABX_OK;
}

/* errno is the function's answer: it stays, whatever free does to it. */
static void frame_finish(struct frame *frame)
{
    int left = abx_os_errno();

    abx_memory_destroy(frame->memory);
    free(frame->heap);
    abx_os_set_errno(left);
}

/* ---- arguments ---- */

static int refuse_count(const struct abx_function *function, size_t n_args,
                        struct abx_error *err)
{
    size_t n = function->type->n_parameters;
    const char *at_least = function->plan->is_variable ? "at least " : "";

    abx_error_refuse(err, 0, "%s takes %s%zu argument%s, got %zu", function->name,
                     at_least, n, n == 1 ? "" : "s", n_args);
    if (err != NULL)
        err->function = function->name;
    return ABX_REFUSED;
}

/* Says which argument the answer @status, whose message is in @err, is about. */
static int blame(const struct abx_function *function, size_t index, int status,
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
    size_t size = 0;
    int status;

    if (least == 0 ||
        (value->kind != ABX_VALUE_MEMORY && value->kind != ABX_VALUE_STRING))
        return ABX_OK;
    status = abx_type_find_target(function->table, type, &pointee, err);
    if (status != ABX_OK)
        return status;
    size = value->kind == ABX_VALUE_MEMORY ? abx_memory_size(value->memory)
                                           : value->string.size + 1;
    if (pointee->size == 0 || size / pointee->size >= least)
        return ABX_OK;
    return abx_error_refuse(err, 0, "needs at least %zu elements, got %zu", least,
                            size / pointee->size);
}

/* By all the rules for arguments, with a message where it is refused. */
static int store_checked(const struct abx_function *function, size_t index,
                         const struct abx_value *value, void *slot, struct abx_error *err)
{
    const struct abx_type *type = function->type->parameters[index].type;
    int status = abx_value_store_argument(function->table, type, value, slot, err);

    if (status == ABX_OK && function->plan->arguments[index].is_nonnull &&
        *(void **)slot == NULL)
        status = abx_error_refuse(err, 0, "may not be NULL");
    if (status == ABX_OK && function->least != NULL)
        status = check_least(function, index, value, err);
    return status == ABX_OK ? ABX_OK : blame(function, index, status, err);
}

static int store_fixed(struct frame *frame, size_t index, const struct abx_value *value,
                       struct abx_error *err)
{
    void *slot = frame->storage + frame->plan->arguments[index].offset;

    frame->values[index] = slot;
    return store_checked(frame->function, index, value, slot, err);
}

static int store_variable(struct frame *frame, size_t index,
                          const struct abx_value *value, struct abx_error *err)
{
    const struct abx_plan *plan = frame->plan;
    void *slot =
        frame->storage + plan->storage_size + (index - plan->n_fixed) * ABX_CALL_SLOT;
    int status;

    frame->values[index] = slot;
    status =
        abx_call_promote(frame->function->table, value, slot, &frame->types[index], err);
    return status == ABX_OK ? ABX_OK : blame(frame->function, index, status, err);
}

static int store_arguments(struct frame *frame, const struct abx_value *args,
                           struct abx_error *err)
{
    size_t n_fixed = frame->plan->n_fixed;
    int status = ABX_OK;

    for (size_t i = 0; i < n_fixed && status == ABX_OK; i++)
        status = store_fixed(frame, i, &args[i], err);
    for (size_t i = n_fixed; i < frame->n_args && status == ABX_OK; i++)
        status = store_variable(frame, i, &args[i], err);
    return status;
}

/* The call interface for just these arguments. */
static int prepare_variable(const struct frame *frame, ffi_cif *cif,
                            struct abx_error *err)
{
    const struct abx_plan *plan = frame->plan;
    ffi_status status;

    if (plan->n_fixed > 0)
        memcpy(frame->types, plan->types, plan->n_fixed * sizeof(void *));
    if (frame->function->type->is_variadic)
        status = ffi_prep_cif_var(cif, plan->abi, (unsigned)plan->n_fixed,
                                  (unsigned)frame->n_args, plan->result, frame->types);
    else
        status = ffi_prep_cif(cif, plan->abi, (unsigned)frame->n_args, plan->result,
                              frame->types);
    if (status == FFI_OK)
        return ABX_OK;
    return abx_error_refuse(err, 0, "%s: libffi does not accept these arguments",
                            frame->function->name);
}

/* ---- the call ---- */

/* errno is looked at here only where the contract lets it decide. */
static void invoke(const struct abx_function *function, ffi_cif *cif, void *address,
                   void *result, void **values, struct abx_outcome *outcome)
{
    int saved;

    if (!function->verdict.clears) {
        ffi_call(cif, FFI_FN(address), result, values);
        return;
    }
    saved = abx_os_errno();
    abx_os_set_errno(0);
    ffi_call(cif, FFI_FN(address), result, values);
    outcome->slot = abx_os_errno();
    if (outcome->slot == 0)
        abx_os_set_errno(saved);
}

/* Describing a failure may change errno, which is the function's answer. */
static int report(const struct abx_function *function, struct abx_outcome *outcome,
                  struct abx_error *err)
{
    int left = abx_os_errno();
    int status;

    outcome->slot = left;
    status =
        abx_contract_report(function, abx_verdict_code(&function->verdict, outcome), err);
    abx_os_set_errno(left);
    return status;
}

static int judge(const struct abx_function *function, struct abx_outcome *outcome,
                 struct abx_error *err)
{
    const struct abx_verdict *verdict = &function->verdict;

    if (verdict->when <= ABX_WHEN_NEVER || !abx_verdict_is_failure(verdict, outcome))
        return ABX_OK;
    return report(function, outcome, err);
}

/* ---- small calls ---- */

/*
 * Most functions take a few scalars and return one. It is the same call, without all that
 * such functions have no use for.
 */
static int call_small(const struct abx_function *function, void *address,
                      const struct abx_value *args, struct abx_value *result,
                      struct abx_error *err)
{
    const struct abx_plan *plan = function->plan;
    struct abx_outcome outcome;
    union abx_call_slot slots[ABX_CALL_SMALL];
    union abx_call_slot left;
    void *values[ABX_CALL_SMALL];
    struct abx_value unused;

    for (size_t i = 0; i < plan->n_fixed; i++) {
        const struct abx_argument_plan *argument = &plan->arguments[i];

        values[i] = &slots[i];
        if (!argument->store(argument, &args[i], &slots[i])) {
            int status = store_checked(function, i, &args[i], &slots[i], err);

            if (status != ABX_OK)
                return status;
        }
    }
    invoke(function, (ffi_cif *)&plan->cif, address, &left, values, &outcome);
    plan->result_plan.load(&plan->result_plan, &left, &outcome,
                           result != NULL ? result : &unused);
    return judge(function, &outcome, err);
}

/* ---- all others ---- */

/* Memory for the result is found before the call, which cannot be undone. */
static int prepare_result(struct frame *frame, struct abx_error *err)
{
    const struct abx_function *function = frame->function;

    return abx_memory_create(function->table, function->type->target, 1, &frame->memory,
                             err);
}

static int write_memory(struct frame *frame, struct abx_value *result)
{
    if (frame->memory == NULL)
        return ABX_OK;
    memcpy(abx_memory_data(frame->memory), frame->result, frame->plan->result->size);
    *result = (struct abx_value){.kind = ABX_VALUE_MEMORY,
                                 .type = frame->function->type->target};
    result->memory = frame->memory;
    frame->memory = NULL;
    return ABX_OK;
}

static int read_result(struct frame *frame, struct abx_value *result,
                       struct abx_error *err)
{
    const struct abx_result_plan *plan = &frame->plan->result_plan;
    int status;

    if (frame->plan->is_result_memory)
        return write_memory(frame, result);
    if (plan->load != NULL) {
        plan->load(plan, frame->result, &frame->outcome, result);
        return ABX_OK;
    }
    status =
        abx_value_load(frame->function->table, plan->type, frame->result, result, err);
    frame->outcome.number = (double)result->ld;
    return status;
}

static int run(struct frame *frame, void *address, struct abx_value *result,
               struct abx_error *err)
{
    const struct abx_function *function = frame->function;
    const struct abx_plan *plan = frame->plan;
    struct abx_value unused;
    ffi_cif variable;
    int status = ABX_OK;

    if (plan->is_variable)
        status = prepare_variable(frame, &variable, err);
    if (status == ABX_OK && plan->is_result_memory && result != NULL)
        status = prepare_result(frame, err);
    if (status != ABX_OK)
        return status;
    invoke(function, plan->is_variable ? &variable : (ffi_cif *)&plan->cif, address,
           frame->result, frame->values, &frame->outcome);
    status = read_result(frame, result != NULL ? result : &unused, err);
    return status == ABX_OK ? judge(function, &frame->outcome, err) : status;
}

static int call_framed(const struct abx_function *function, void *address,
                       const struct abx_value *args, size_t n_args,
                       struct abx_value *result, struct abx_error *err)
{
    struct frame frame;
    int status = frame_init(&frame, function, n_args, err);

    if (status == ABX_OK)
        status = store_arguments(&frame, args, err);
    if (status == ABX_OK)
        status = run(&frame, address, result, err);
    frame_finish(&frame);
    return status;
}

/* ---- the entrance ---- */

static int refuse_unresolved(const struct abx_function *function, struct abx_error *err)
{
    abx_error_refuse(err, 0, "%s was not resolved%s%s", function->name,
                     function->obstacle != NULL ? ": " : "",
                     function->obstacle != NULL ? function->obstacle : "");
    if (err != NULL)
        err->function = function->name;
    return ABX_REFUSED;
}

int abx_call(const struct abx_function *function, const struct abx_value *args,
             size_t n_args, struct abx_value *result, struct abx_error *err)
{
    void *address = atomic_load_explicit(&function->address, memory_order_acquire);
    const struct abx_plan *plan = function->plan;

    if (address == NULL || plan == NULL)
        return refuse_unresolved(function, err);
    if (n_args < plan->n_fixed || (n_args > plan->n_fixed && !plan->is_variable))
        return refuse_count(function, n_args, err);
    if (n_args > ABX_CALL_MAX)
        return abx_error_refuse(err, 0, "%s: %zu arguments are more than %d",
                                function->name, n_args, ABX_CALL_MAX);
    if (args == NULL && n_args > 0)
        return abx_error_refuse(err, 0, "%s: no arguments are given", function->name);
    if (plan->is_small)
        return call_small(function, address, args, result, err);
    return call_framed(function, address, args, n_args, result, err);
}
