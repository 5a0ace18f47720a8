/**
 * Preparing a function for calls, and the parts of a call.
 */
#ifndef ABX_CALL_H
#define ABX_CALL_H

#include "runtime/function.h"

/*
 * Works out how to call @function and sets its plan, or its obstacle where it cannot be
 * called through a binding. The table's lock is held. ABX_OK in both cases;
 * ABX_NO_MEMORY.
 */
int abx_function_prepare(struct abx_function *function, struct abx_error *err);

/*
 * Makes a function callable whose symbol was found at @address. The table's lock is held.
 */
void abx_function_set_address(struct abx_function *function, void *address);

/* Ends what libffi made for the functions of a table. */
void abx_call_free_plans(struct abx_table *table);

/*
 * Stores the argument at @index as an object of its type at @slot, of ABX_CALL_SLOT bytes
 * or as large as the type, by all the rules for arguments. ABX_OK; ABX_REFUSED, the
 * message naming the argument; ABX_BROKEN; ABX_NO_MEMORY.
 */
int abx_call_store_checked(const struct abx_function *function, size_t index,
                           const struct abx_value *value, void *slot,
                           struct abx_error *err);

/* Says which argument the answer @status, whose message is in @err, is about. */
int abx_call_blame(const struct abx_function *function, size_t index, int status,
                   struct abx_error *err);

/* abx_call for what no image holds; the number of arguments was checked. */
int abx_call_framed(const struct abx_function *function, void *address,
                    const struct abx_value *args, size_t n_args, struct abx_value *result,
                    struct abx_error *err);

#endif
