/**
 * Preparing a function for calls.
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

#endif
