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

#include <ffi.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/error.h"
#include "runtime/memory.h"
#include "runtime/os.h"
#include "runtime/signature.h"
#include "runtime/table.h"
#include "runtime/type.h"
#include "runtime/value.h"

/* What fits in a frame on the stack; greater calls use the heap. */
enum { STACK_STORAGE = 384, STACK_ARGUMENTS = 16, STACK_RESULT = 64, SLOT = 16 };

struct abx_plan {
    ffi_cif cif; /* not used where the arguments vary */
    bool is_variable;
    size_t n_fixed;
    ffi_type **types;
    size_t *offsets; /* of the fixed arguments in a frame's storage */
    size_t storage_size;
    ffi_type *result;
    bool is_result_memory;  /* a record or complex number */
    bool is_result_widened; /* libffi gives a whole ffi_arg */
};

/* ---- plans ---- */

static bool is_integer(const struct abx_type *type)
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

static int plan_arguments(struct abx_function *function, struct abx_plan *plan,
                          struct abx_error *err)
{
    const struct abx_type *type = function->type;

    for (size_t i = 0; i < plan->n_fixed && function->obstacle == NULL; i++) {
        const struct abx_type *parameter = abx_type_strip(type->parameters[i].type);
        const char *why;
        int status =
            abx_signature_find(function->table, parameter, &plan->types[i], &why);

        if (status != ABX_OK)
            return abx_error_no_memory(err);
        if (parameter->kind == ABX_TYPE_VOID)
            why = "is void";
        if (why != NULL)
            return set_obstacle(function, i, why, err);
        plan->offsets[i] = plan->storage_size;
        plan->storage_size += (parameter->size + SLOT - 1) / SLOT * SLOT;
    }
    return ABX_OK;
}

static int plan_result(struct abx_function *function, struct abx_plan *plan,
                       struct abx_error *err)
{
    const struct abx_type *result = abx_type_strip(function->type->target);
    const char *why;
    int status = abx_signature_find_result(function->table, result, &plan->result, &why);

    if (status != ABX_OK)
        return abx_error_no_memory(err);
    if (why != NULL)
        return set_result_obstacle(function, why, err);
    plan->is_result_memory = result->kind == ABX_TYPE_STRUCT ||
                             result->kind == ABX_TYPE_UNION ||
                             result->kind == ABX_TYPE_COMPLEX;
    plan->is_result_widened =
        function->verdict.result == ABX_RESULT_INTEGER && result->size < sizeof(ffi_arg);
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
    plan->is_variable = function->type->is_variadic || function->type->has_no_prototype;
    plan->types = abx_arena_alloc(arena, (n + 1) * sizeof(*plan->types));
    plan->offsets = abx_arena_alloc(arena, (n + 1) * sizeof(*plan->offsets));
    *planp = plan;
    return plan->types != NULL && plan->offsets != NULL ? ABX_OK : ABX_NO_MEMORY;
}

int abx_function_prepare(struct abx_function *function, struct abx_error *err)
{
    struct abx_plan *plan;
    int status;

    if (function->returns_twice) {
        function->obstacle = "it returns twice, into a frame that is gone by then";
        return ABX_OK;
    }
    if (!function->table->is_native)
        return prepare_foreign(function, err);
    if (plan_create(function, &plan) != ABX_OK)
        return abx_error_no_memory(err);
    status = plan_arguments(function, plan, err);
    if (status == ABX_OK && function->obstacle == NULL)
        status = plan_result(function, plan, err);
    if (status != ABX_OK || function->obstacle != NULL)
        return status;
    if (!plan->is_variable &&
        ffi_prep_cif(&plan->cif, FFI_DEFAULT_ABI, (unsigned)plan->n_fixed, plan->result,
                     plan->types) != FFI_OK)
        function->obstacle = "libffi does not accept its signature";
    else
        function->plan = plan;
    return ABX_OK;
}

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

    _Alignas(SLOT) unsigned char stack_storage[STACK_STORAGE];
    _Alignas(SLOT) unsigned char stack_result[STACK_RESULT];
    void *stack_values[STACK_ARGUMENTS];
    ffi_type *stack_types[STACK_ARGUMENTS];
};

static size_t round_up(size_t size)
{
    return (size + SLOT - 1) / SLOT * SLOT;
}

static int use_heap(struct frame *frame, size_t storage_size, struct abx_error *err)
{
    size_t result_size = round_up(frame->plan->result->size + sizeof(ffi_arg));
    size_t list_size = round_up(frame->n_args * sizeof(void *));
    unsigned char *heap = aligned_alloc(SLOT, storage_size + result_size + 2 * list_size);

    if (heap == NULL)
        return abx_error_no_memory(err);
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
    size_t storage_size = plan->storage_size + (n_args - plan->n_fixed) * SLOT;

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

/* ---- variable arguments: the default promotions ---- */

/* Writes one variable argument to @slot and tells libffi's type of it. */
typedef int promote(struct abx_table *table, const struct abx_value *value, void *slot,
                    ffi_type **typep, struct abx_error *err);

static int promote_none(struct abx_table *table, const struct abx_value *value,
                        void *slot, ffi_type **typep, struct abx_error *err)
{
    (void)table;
    (void)value;
    (void)slot;
    (void)typep;
    return abx_error_refuse(err, 0, "has no value");
}

static void put_int(int number, void *slot, ffi_type **typep)
{
    memcpy(slot, &number, sizeof(number));
    *typep = &ffi_type_sint;
}

static int promote_typed(struct abx_table *table, const struct abx_value *value,
                         void *slot, ffi_type **typep, struct abx_error *err)
{
    const struct abx_type *type = abx_type_strip(value->type);
    struct abx_value plain = *value;
    int status;

    if (!is_integer(type) || (type->size > sizeof(uint64_t)))
        return abx_error_refuse(err, 0,
                                "is an integer, but its type is none up to 64 bits");
    plain.type = NULL;
    status = abx_value_store(table, type, &plain, slot, err);
    if (status != ABX_OK)
        return status;
    if (type->size < sizeof(int))
        put_int((int)value->i, slot, typep);
    else if (type->size == sizeof(int))
        *typep = abx_type_is_signed(type) ? &ffi_type_sint : &ffi_type_uint;
    else
        *typep = abx_type_is_signed(type) ? &ffi_type_sint64 : &ffi_type_uint64;
    return ABX_OK;
}

static int promote_integer(struct abx_table *table, const struct abx_value *value,
                           void *slot, ffi_type **typep, struct abx_error *err)
{
    bool is_signed = value->kind == ABX_VALUE_INT;

    if (value->type != NULL)
        return promote_typed(table, value, slot, typep, err);
    if (is_signed ? value->i >= INT_MIN && value->i <= INT_MAX : value->u <= INT_MAX) {
        put_int((int)value->i, slot, typep);
    } else {
        memcpy(slot, &value->u, sizeof(value->u));
        *typep = is_signed ? &ffi_type_sint64 : &ffi_type_uint64;
    }
    return ABX_OK;
}

static int promote_float(struct abx_table *table, const struct abx_value *value,
                         void *slot, ffi_type **typep, struct abx_error *err)
{
    (void)table;
    (void)err;
    memcpy(slot, &value->f, sizeof(value->f));
    *typep = &ffi_type_double;
    return ABX_OK;
}

static int promote_long_double(struct abx_table *table, const struct abx_value *value,
                               void *slot, ffi_type **typep, struct abx_error *err)
{
    (void)table;
    (void)err;
    memcpy(slot, &value->ld, sizeof(value->ld));
    *typep = &ffi_type_longdouble;
    return ABX_OK;
}

static int promote_pointer(struct abx_table *table, const struct abx_value *value,
                           void *slot, ffi_type **typep, struct abx_error *err)
{
    const void *address = value->p;

    (void)table;
    if (value->kind == ABX_VALUE_STRING) {
        address = value->string.data;
        if (address == NULL)
            return abx_error_refuse(err, 0, "is a string without data");
        if (memchr(address, '\0', value->string.size) != NULL)
            return abx_error_refuse(err, 0, "is a string with a zero inside");
    } else if (value->kind == ABX_VALUE_MEMORY) {
        if (value->memory == NULL)
            return abx_error_refuse(err, 0, "is memory without an object");
        address = abx_memory_data(value->memory);
    }
    memcpy(slot, &address, sizeof(address));
    *typep = &ffi_type_pointer;
    return ABX_OK;
}

static promote *const promotions[] = {
    [ABX_VALUE_NONE] = promote_none,
    [ABX_VALUE_INT] = promote_integer,
    [ABX_VALUE_UINT] = promote_integer,
    [ABX_VALUE_FLOAT] = promote_float,
    [ABX_VALUE_LONG_DOUBLE] = promote_long_double,
    [ABX_VALUE_POINTER] = promote_pointer,
    [ABX_VALUE_STRING] = promote_pointer,
    [ABX_VALUE_MEMORY] = promote_pointer,
};

static int store_variable(struct frame *frame, size_t index,
                          const struct abx_value *value, struct abx_error *err)
{
    const struct abx_plan *plan = frame->plan;
    size_t kind = (size_t)value->kind;
    void *slot = frame->storage + plan->storage_size + (index - plan->n_fixed) * SLOT;
    int status;

    if (kind >= sizeof(promotions) / sizeof(*promotions))
        kind = ABX_VALUE_NONE;
    frame->values[index] = slot;
    status =
        promotions[kind](frame->function->table, value, slot, &frame->types[index], err);
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
        memcpy(frame->types, plan->types, plan->n_fixed * sizeof(*frame->types));
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
