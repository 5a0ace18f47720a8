/**
 * How to call a function: what its signature alone decides.
 */
#ifndef ABX_CALL_PLAN_H
#define ABX_CALL_PLAN_H

#include <ffi.h>

#include "abidex.h"
#include "runtime/call_scalar.h"
#include "runtime/type.h"

/* Arguments stand in a frame's storage at multiples of this. */
enum { ABX_CALL_SLOT = 16 };

/* Room for one argument of at most ABX_CALL_SLOT bytes. */
union abx_call_slot {
    _Alignas(ABX_CALL_SLOT) unsigned char bytes[ABX_CALL_SLOT];
};

/* Arguments of a small call. */
enum { ABX_CALL_SMALL = 16 };

/* What a call puts on the stack has limits: as many arguments, as many bytes. */
enum { ABX_CALL_MAX = 1024, ABX_CALL_MAX_STORAGE = 256 * 1024 };

struct abx_plan {
    ffi_cif cif; /* not used where the arguments vary */
    ffi_abi abi;
    bool is_variable;
    bool is_small; /* a few small arguments, a scalar as result: needs no frame */
    size_t n_fixed;
    ffi_type **types;
    struct abx_argument_plan *arguments;
    size_t storage_size; /* of the fixed arguments in a frame */
    ffi_type *result;
    struct abx_result_plan result_plan;
    bool is_result_memory; /* a record or complex number */
};

/* Whether values of the type, which is no typedef, are integers. */
bool abx_call_is_integer(const struct abx_type *type);

/*
 * Writes a variable argument to @slot, of ABX_CALL_SLOT bytes, as the default promotions
 * want it, and tells libffi's type of it. ABX_OK; ABX_REFUSED, the message without the
 * argument's name; ABX_NO_MEMORY.
 */
int abx_call_promote(struct abx_table *table, const struct abx_value *value, void *slot,
                     ffi_type **typep, struct abx_error *err);

#endif
