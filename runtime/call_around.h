/**
 * What is done around the C function: errno, and the contract.
 *
 * errno belongs to the caller and the called function: what the function left there is
 * there when a call returns, whatever was done in between to describe a failure. Only
 * where a contract clears errno first and the function did not touch it, the caller's
 * value comes back. A refused call leaves errno alone.
 */
#ifndef ABX_CALL_AROUND_H
#define ABX_CALL_AROUND_H

#include "runtime/context.h"
#include "runtime/contract.h"
#include "runtime/function.h"
#include "runtime/table.h"

/* What is to be restored behind the function. */
struct abx_around {
    int saved;
};

void abx_around_prepare(struct abx_around *around, const struct abx_function *function);
void abx_around_finish(const struct abx_around *around,
                       const struct abx_function *function, struct abx_outcome *outcome);

static inline void abx_around_begin(struct abx_around *around,
                                    const struct abx_function *function)
{
    around->saved = 0;
    if (function->surroundings & function->table->context->surroundings)
        abx_around_prepare(around, function);
}

static inline void abx_around_end(const struct abx_around *around,
                                  const struct abx_function *function,
                                  struct abx_outcome *outcome)
{
    if (function->surroundings & function->table->context->surroundings)
        abx_around_finish(around, function, outcome);
}

/* An answer beside those of enum abx_status: the call was interrupted and is to be made
 * again. */
enum { ABX_CALL_AGAIN = -2 };

struct abx_interruption;

/* Looks at the result of a contract that says how to, and describes a failure. ABX_OK;
 * ABX_FAILED; after an interruption ABX_CALL_AGAIN, or what a handler of signals or the host
 * answered. @interruption: see abx_interrupt_answer */
int abx_call_look(const struct abx_function *function, struct abx_outcome *outcome,
                  struct abx_interruption *interruption, struct abx_error *err);

/* The same for any function; inline as far as it is nearly always needed. */
static inline int abx_call_judge(const struct abx_function *function,
                                 struct abx_outcome *outcome,
                                 struct abx_interruption *interruption,
                                 struct abx_error *err)
{
    const struct abx_verdict *verdict = &function->verdict;

    if (verdict->when <= ABX_WHEN_NEVER ||
        (verdict->when == ABX_WHEN_EQUAL && verdict->result != ABX_RESULT_FLOAT &&
         outcome->bits != verdict->bits))
        return ABX_OK;
    return abx_call_look(function, outcome, interruption, err);
}

#endif
