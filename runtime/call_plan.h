/**
 * How to call a function: what its signature alone decides.
 */
#ifndef ABX_CALL_PLAN_H
#define ABX_CALL_PLAN_H

#include <ffi.h>

#include "abidex.h"
#include "runtime/contract.h"
#include "runtime/type.h"

/* Arguments stand in a frame's storage at multiples of this. */
enum { ABX_CALL_SLOT = 16 };

/* What a call puts on the stack has limits: as many arguments, as many bytes. */
enum { ABX_CALL_MAX = 1024, ABX_CALL_MAX_STORAGE = 256 * 1024 };

/* Arguments that the words of an image can be. */
enum { ABX_IMAGE_PLACES = ABX_IMAGE_SIZE / 8 };

struct ffi_call_plan; /* of libffi 3.7 and later */

struct abx_plan {
    struct abx_image image; /* size 0: there is none */
    enum abx_engine engine;
    ffi_cif cif; /* not used where the arguments vary */
    ffi_abi abi;
    struct ffi_call_plan *made; /* libffi's own plan; NULL where it has none */
    struct abx_plan *next_made; /* in the table's list of those that have one */
    bool is_variable;
    size_t n_fixed;
    ffi_type **types;
    size_t split;      /* number of the argument that libffi gets in two parts; 0: none */
    ffi_type **passed; /* what it gets, one more than n_fixed where there is a split */
    struct abx_place *places; /* of scalar parameters */
    size_t *offsets;          /* of the arguments in a frame's storage */
    size_t storage_size;      /* of the fixed arguments in a frame */
    ffi_type *result;
    const struct abx_type *result_type;
    bool is_result_scalar;  /* image.result says which */
    bool is_result_memory;  /* a record or complex number */
    bool is_result_signed;  /* of integers */
    unsigned result_unused; /* bits of 64 above an integer's */
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

/* Gives the image of @plan, whose signature is all scalars, its entry point: a direct one
 * for functions called by @convention, or libffi's. */
void abx_call_choose_entry(struct abx_plan *plan, enum abx_convention convention);

/* Calls through libffi and its plan, if it made one. */
void abx_call_ffi(const struct abx_plan *plan, void *address, void *result,
                  void **values);

/*
 * Lets libffi work out once what it does for every call of a function of @table, where
 * it can. The table's lock is held; the plans end with the table.
 */
void abx_call_make_plan(struct abx_table *table, struct abx_plan *plan);

#endif
