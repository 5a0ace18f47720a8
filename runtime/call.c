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

static void frame_finish(struct frame *frame)
{
    abx_memory_destroy(frame->memory);
    free(frame->heap);
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

static int store_fixed(struct frame *frame, size_t index, const struct abx_value *value,
                       struct abx_error *err)
{
    const struct abx_function *function = frame->function;
    const struct abx_type *type = function->type->parameters[index].type;
    void *slot = frame->storage + frame->plan->offsets[index];
    int status = abx_value_store_argument(function->table, type, value, slot, err);

    frame->values[index] = slot;
    if (status == ABX_OK && abx_function_is_nonnull(function, index) &&
        frame->plan->types[index] == &ffi_type_pointer && *(void **)slot == NULL)
        status = abx_error_refuse(err, 0, "may not be NULL");
    return status == ABX_OK ? ABX_OK : blame(function, index, status, err);
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
        status = ffi_prep_cif_var(cif, FFI_DEFAULT_ABI, (unsigned)plan->n_fixed,
                                  (unsigned)frame->n_args, plan->result, frame->types);
    else
        status = ffi_prep_cif(cif, FFI_DEFAULT_ABI, (unsigned)frame->n_args, plan->result,
                              frame->types);
    if (status == FFI_OK)
        return ABX_OK;
    return abx_error_refuse(err, 0, "%s: libffi does not accept these arguments",
                            frame->function->name);
}

/* ---- the call ---- */

static void invoke(struct frame *frame, ffi_cif *cif, void *address)
{
    bool clears = frame->function->verdict.clears;
    int saved = 0;

    if (clears) {
        saved = abx_os_errno();
        abx_os_set_errno(0);
    }
    ffi_call(cif, FFI_FN(address), frame->result, frame->values);
    frame->outcome.slot = abx_os_errno();
    if (clears && frame->outcome.slot == 0)
        abx_os_set_errno(saved);
}

/* libffi gives integers narrower than a register as a whole ffi_arg. */
static void narrow_result(struct frame *frame)
{
    size_t size = frame->plan->result->size;
    ffi_arg wide;
    uint8_t byte;
    uint16_t half;
    uint32_t word;

    memcpy(&wide, frame->result, sizeof(wide));
    byte = (uint8_t)wide;
    half = (uint16_t)wide;
    word = (uint32_t)wide;
    memcpy(frame->result,
           size == 1   ? (void *)&byte
           : size == 2 ? (void *)&half
                       : (void *)&word,
           size);
}

static uint64_t read_bits(const void *from, size_t size)
{
    uint64_t bits = 0;

#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    memcpy((unsigned char *)&bits + sizeof(bits) - size, from, size);
#else
    memcpy(&bits, from, size);
#endif
    return bits;
}

static double read_float(const struct frame *frame)
{
    const ffi_type *type = frame->plan->result;

    if (type == &ffi_type_float)
        return (double)*(const float *)(const void *)frame->result;
    if (type == &ffi_type_double)
        return *(const double *)(const void *)frame->result;
    return (double)*(const long double *)(const void *)frame->result;
}

static void read_outcome(struct frame *frame)
{
    const struct abx_verdict *verdict = &frame->function->verdict;

    if (verdict->result == ABX_RESULT_INTEGER || verdict->result == ABX_RESULT_POINTER)
        frame->outcome.bits = read_bits(frame->result, verdict->result_size);
    else if (verdict->result == ABX_RESULT_FLOAT)
        frame->outcome.number = read_float(frame);
}

/* Memory for the result is found before the call, which cannot be undone. */
static int prepare_result(struct frame *frame, const struct abx_value *result,
                          struct abx_error *err)
{
    const struct abx_function *function = frame->function;

    if (!frame->plan->is_result_memory || result == NULL)
        return ABX_OK;
    return abx_memory_create(function->table, function->type->target, 1, &frame->memory,
                             err);
}

static int write_result(struct frame *frame, struct abx_value *result,
                        struct abx_error *err)
{
    const struct abx_type *type = frame->function->type->target;

    if (result == NULL)
        return ABX_OK;
    memset(result, 0, sizeof(*result));
    if (frame->plan->result == &ffi_type_void) {
        result->type = type;
        return ABX_OK;
    }
    if (frame->memory == NULL)
        return abx_value_load(frame->function->table, type, frame->result, result, err);
    memcpy(abx_memory_data(frame->memory), frame->result, frame->plan->result->size);
    *result = (struct abx_value){.kind = ABX_VALUE_MEMORY, .type = type};
    result->memory = frame->memory;
    frame->memory = NULL;
    return ABX_OK;
}

static int judge(const struct frame *frame, struct abx_error *err)
{
    const struct abx_function *function = frame->function;

    if (!abx_verdict_is_failure(&function->verdict, &frame->outcome))
        return ABX_OK;
    return abx_contract_report(
        function, abx_verdict_code(&function->verdict, &frame->outcome), err);
}

static int run(struct frame *frame, void *address, struct abx_value *result,
               struct abx_error *err)
{
    ffi_cif variable;
    int left;
    int status = ABX_OK;

    if (frame->plan->is_variable)
        status = prepare_variable(frame, &variable, err);
    if (status == ABX_OK)
        status = prepare_result(frame, result, err);
    if (status != ABX_OK)
        return status;
    invoke(frame, frame->plan->is_variable ? &variable : (ffi_cif *)&frame->plan->cif,
           address);
    left = abx_os_errno();
    if (frame->plan->is_result_widened)
        narrow_result(frame);
    read_outcome(frame);
    status = write_result(frame, result, err);
    if (status == ABX_OK)
        status = judge(frame, err);
    abx_os_set_errno(left);
    return status;
}

static int refuse_unresolved(const struct abx_function *function, struct abx_error *err)
{
    abx_error_refuse(err, 0, "%s was not resolved%s%s", function->name,
                     function->obstacle != NULL ? ": " : "",
                     function->obstacle != NULL ? function->obstacle : "");
    if (err != NULL)
        err->function = function->name;
    return ABX_REFUSED;
}

int abx_call(struct abx_function *function, const struct abx_value *args, size_t n_args,
             struct abx_value *result, struct abx_error *err)
{
    void *address = atomic_load_explicit(&function->address, memory_order_acquire);
    struct frame frame;
    int status;

    if (address == NULL || function->plan == NULL)
        return refuse_unresolved(function, err);
    if (n_args < function->plan->n_fixed ||
        (n_args > function->plan->n_fixed && !function->plan->is_variable))
        return refuse_count(function, n_args, err);
    if (args == NULL && n_args > 0)
        return abx_error_refuse(err, 0, "%s: no arguments are given", function->name);
    status = frame_init(&frame, function, n_args, err);
    if (status == ABX_OK)
        status = store_arguments(&frame, args, err);
    if (status == ABX_OK)
        status = run(&frame, address, result, err);
    frame_finish(&frame);
    return status;
}
