/*
 * Calls that no image holds: variable arguments, records, numbers wider than a register.
 * The arguments are stored one behind the other in a frame on the stack, which the plan
 * laid out, and libffi gets pointers to them.
 */
#include "runtime/call.h"

#include <stdlib.h>
#include <string.h>

#include "base/block.h"
#include "runtime/call_around.h"
#include "runtime/call_scalar.h"
#include "runtime/error.h"
#include "runtime/extent.h"
#include "runtime/interrupt.h"
#include "runtime/os.h"
#include "runtime/safe_point.h"
#include "runtime/table.h"
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
    void **values;    /* one for each argument */
    void **passed;    /* what libffi gets: the same, or one more */
    ffi_type **types; /* written where the arguments vary */
    void *heap;
    struct abx_memory *memory; /* becomes the result */
    struct abx_outcome outcome;
    ffi_cif variable; /* of just these arguments, where they vary */

    _Alignas(ABX_CALL_SLOT) unsigned char stack_storage[STACK_STORAGE];
    _Alignas(ABX_CALL_SLOT) unsigned char stack_result[STACK_RESULT];
    void *stack_values[STACK_ARGUMENTS];
    void *stack_passed[STACK_ARGUMENTS + 1];
    ffi_type *stack_types[STACK_ARGUMENTS + 1];
};

static size_t round_up(size_t size)
{
    return (size + ABX_CALL_SLOT - 1) / ABX_CALL_SLOT * ABX_CALL_SLOT;
}

static int use_heap(struct frame *frame, size_t storage_size, struct abx_error *err)
{
    size_t result_size = round_up(frame->plan->result->size + sizeof(ffi_arg));
    size_t list_size = round_up((frame->n_args + 1) * sizeof(void *));
    unsigned char *heap =
        abx_block_create(ABX_CALL_SLOT, storage_size + result_size + 3 * list_size);

    if (heap == NULL) {
        abx_error_no_memory(err);
        return ABX_NO_MEMORY;
    }
    frame->heap = heap;
    frame->storage = heap;
    frame->result = heap + storage_size;
    frame->values = (void **)(frame->result + result_size);
    frame->types = (ffi_type **)(frame->result + result_size + list_size);
    frame->passed = (void **)(frame->result + result_size + 2 * list_size);
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
    frame->passed = frame->stack_passed;
    return ABX_OK;
}

/* errno is the function's answer: it stays, whatever free does to it. */
static void frame_finish(struct frame *frame)
{
    struct abx_codes left;

    abx_os_save(&left, &frame->function->table->context->slots);
    abx_memory_destroy(frame->memory);
    abx_block_destroy(frame->heap);
    abx_os_restore(&left);
}

/* ---- arguments ---- */

static int store_fixed(struct frame *frame, size_t index, const struct abx_value *value,
                       struct abx_error *err)
{
    void *slot = frame->storage + frame->plan->offsets[index];

    frame->values[index] = slot;
    return abx_call_store_checked(frame->function, index, value, slot, err);
}

static int store_variable(struct frame *frame, size_t index,
                          const struct abx_value *value, struct abx_error *err)
{
    const struct abx_plan *plan = frame->plan;
    void *slot =
        frame->storage + plan->storage_size + (index - plan->n_fixed) * ABX_CALL_SLOT;
    int status;

    frame->values[index] = slot;
    status = abx_call_promote(frame->function->table, value, slot,
                              &frame->types[index + (plan->split > 0)], err);
    return status == ABX_OK ? ABX_OK
                            : abx_call_blame(frame->function, index, status, err);
}

/* One of them in two parts, where libffi needs that (call_split.c). */
static void pass_arguments(struct frame *frame)
{
    size_t at = frame->plan->split;

    if (at == 0) {
        frame->passed = frame->values;
        return;
    }
    memcpy(frame->passed, frame->values, at * sizeof(void *));
    frame->passed[at] = (unsigned char *)frame->values[at - 1] + sizeof(uint64_t);
    memcpy(frame->passed + at + 1, frame->values + at,
           (frame->n_args - at) * sizeof(void *));
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
    if (status == ABX_OK)
        pass_arguments(frame);
    return status;
}

/* The call interface for just these arguments. */
static int prepare_variable(struct frame *frame, struct abx_error *err)
{
    ffi_cif *cif = &frame->variable;
    const struct abx_plan *plan = frame->plan;
    unsigned more = plan->split > 0;
    ffi_status status;

    if (plan->n_fixed > 0)
        memcpy(frame->types, plan->passed, (plan->n_fixed + more) * sizeof(void *));
    if (frame->function->type->is_variadic)
        status =
            ffi_prep_cif_var(cif, plan->abi, (unsigned)plan->n_fixed + more,
                             (unsigned)frame->n_args + more, plan->result, frame->types);
    else
        status = ffi_prep_cif(cif, plan->abi, (unsigned)frame->n_args + more,
                              plan->result, frame->types);
    if (status == FFI_OK)
        return ABX_OK;
    return abx_error_refuse(err, ABX_REASON_VALUE,
                            "%s: libffi does not accept these arguments",
                            frame->function->name);
}

/* ---- the call ---- */

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
    const struct abx_plan *plan = frame->plan;
    int status;

    if (plan->is_result_memory)
        return write_memory(frame, result);
    if (plan->is_result_scalar) {
        abx_scalar_load(plan, frame->result, &frame->outcome, result);
        return ABX_OK;
    }
    status = abx_value_load(frame->function->table, plan->result_type, frame->result,
                            result, err);
    frame->outcome.number = (double)result->ld;
    return status;
}

static void invoke(struct frame *frame, void *address)
{
    struct abx_around around;

    abx_around_begin(&around, frame->function);
    if (frame->plan->is_variable)
        ffi_call(&frame->variable, FFI_FN(address), frame->result, frame->passed);
    else
        abx_call_ffi(frame->plan, address, frame->result, frame->passed);
    abx_around_end(&around, frame->function, &frame->outcome);
}

/* ABX_CALL_AGAIN, too. */
static int run_once(struct frame *frame, void *address, struct abx_value *result,
                    struct abx_interruption *interruption, struct abx_error *err)
{
    int status;

    invoke(frame, address);
    status = read_result(frame, result, err);
    return status == ABX_OK
               ? abx_call_judge(frame->function, &frame->outcome, interruption, err)
               : status;
}

/* All that may fail before the function is called. */
static int prepare(struct frame *frame, const struct abx_value *result,
                   struct abx_error *err)
{
    const struct abx_plan *plan = frame->plan;
    int status = ABX_OK;

    if (plan->is_variable)
        status = prepare_variable(frame, err);
    if (status == ABX_OK && plan->is_result_memory && result != NULL)
        status = prepare_result(frame, err);
    return status;
}

static int run(struct frame *frame, void *address, struct abx_value *result,
               struct abx_error *err)
{
    struct abx_interruption interruption;
    struct abx_value unused;
    int status;

    if (result == NULL)
        result = &unused;
    *result = (struct abx_value){0};
    if (frame->function->timeout != NULL)
        abx_interrupt_begin(&interruption, frame->function,
                            (struct abx_arguments){.values = frame->values});
    do
        status = run_once(frame, address, result, &interruption, err);
    while (status == ABX_CALL_AGAIN);
    if (status != ABX_OK && status != ABX_FAILED && result->kind != ABX_VALUE_MEMORY)
        *result = (struct abx_value){0};
    return status;
}

/* A callback may have raised an error meanwhile. */
static int leave(struct frame *frame, int status, struct abx_value *result,
                 struct abx_error *err)
{
    struct abx_context *context = frame->function->table->context;

    if (!abx_has_raised(context) || !abx_safe_point_after(context, &status, err) ||
        result == NULL)
        return status;
    if (result->kind == ABX_VALUE_MEMORY && frame->plan->is_result_memory)
        abx_memory_destroy(result->memory);
    *result = (struct abx_value){0};
    return status;
}

int abx_call_framed(const struct abx_function *function, void *address,
                    const struct abx_value *args, size_t n_args, struct abx_value *result,
                    struct abx_error *err)
{
    struct frame frame;
    int status = frame_init(&frame, function, n_args, err);

    if (status == ABX_OK) /* what waits may free what the arguments refer to */
        status = abx_safe_point(function->table->context, err);
    if (status == ABX_OK)
        status = store_arguments(&frame, args, err);
    if (status == ABX_OK && function->has_extents)
        status = abx_extents_check(function, args, err);
    if (status == ABX_OK)
        status = prepare(&frame, result, err);
    if (status == ABX_OK) {
        status = run(&frame, address, result, err);
        if (function->has_extents)
            abx_extents_end(function, args, status);
        status = leave(&frame, status, result, err);
    }
    frame_finish(&frame);
    return status;
}
