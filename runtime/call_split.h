/**
 * Arguments that libffi gets in two parts.
 */
#ifndef ABX_CALL_SPLIT_H
#define ABX_CALL_SPLIT_H

#include "runtime/call_plan.h"
#include "runtime/table.h"

/* Fills what of @plan libffi is given of the fixed arguments, from their types and the
 * result's. ABX_OK; ABX_NO_MEMORY. */
int abx_call_split(struct abx_table *table, struct abx_plan *plan);

#endif
