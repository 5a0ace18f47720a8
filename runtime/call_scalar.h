/**
 * Scalars between tagged values and the places where libffi takes arguments and leaves
 * results: how, is chosen once for each parameter and result, when the function is found.
 */
#ifndef ABX_CALL_SCALAR_H
#define ABX_CALL_SCALAR_H

#include "abidex.h"
#include "runtime/contract.h"

struct _ffi_type;

/* How to pass one fixed argument. */
struct abx_argument_plan {
    /*
     * Stores @value at @slot, of ABX_CALL_SLOT bytes. False, and nothing stored, where
     * that takes more than this file knows or must be refused: value.c decides.
     */
    bool (*store)(const struct abx_argument_plan *plan, const struct abx_value *value,
                  void *slot);
    size_t offset; /* of its slot in a frame's storage */
    int64_t least; /* integers: the range */
    uint64_t most;
    unsigned shift; /* integers: from 64 bits to where the object begins */
    bool is_nonnull;
};

/* Never stores: the argument wants all the rules of value.c. */
bool abx_argument_store_none(const struct abx_argument_plan *plan,
                             const struct abx_value *value, void *slot);

/* How to take a result. */
struct abx_result_plan {
    /*
     * Reads what a call left at @from, as contracts look at it and as a value. NULL where
     * the result is no scalar of a native machine type.
     */
    void (*load)(const struct abx_result_plan *plan, const void *from,
                 struct abx_outcome *outcome, struct abx_value *valuep);
    const struct abx_type *type;
    unsigned n_unused; /* integers: bits of 64 above the type's */
    bool is_signed;
};

/* @ffi is libffi's type of @type; all but offset is set. */
void abx_argument_plan_init(struct abx_argument_plan *plan, const struct abx_type *type,
                            const struct _ffi_type *ffi, bool is_nonnull);
void abx_result_plan_init(struct abx_result_plan *plan, const struct abx_type *type,
                          const struct _ffi_type *ffi);

#endif
