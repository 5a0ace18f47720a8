/**
 * Failure contracts: how a function says that it failed, and what a code means.
 */
#ifndef ABX_CONTRACT_H
#define ABX_CONTRACT_H

#include "abidex.h"
#include "runtime/contract_words.h"

struct abx_function;

/* How a result is to be looked at. */
enum abx_result_class {
    ABX_RESULT_OTHER, /* void, records, complex numbers: no contract compares them */
    ABX_RESULT_INTEGER,
    ABX_RESULT_POINTER,
    ABX_RESULT_FLOAT,
};

/* What an interrupted call means. */
enum abx_eintr {
    ABX_EINTR_UNKNOWN, /* the table does not say */
    ABX_EINTR_DONE,
    ABX_EINTR_NEVER,
    ABX_EINTR_RETRY,
    ABX_EINTR_TIMEOUT, /* and which parameter is the timeout is known */
};

/* As many results may be excepted from what means failure. */
enum { ABX_MAX_SUCCESSES = 8 };

/* A contract made ready for calls: names resolved, numbers in the result's type. */
struct abx_verdict {
    enum abx_when when;
    enum abx_where where;
    bool clears;        /* errno, or the last error, is set to 0 before the call */
    bool zero_succeeds; /* and a 0 in it afterwards means success */
    enum abx_result_class result;
    unsigned result_size;
    bool is_result_signed;
    enum abx_eintr eintr;
    uint64_t bits;      /* ABX_WHEN_EQUAL: of an integer or a pointer, cut to its width */
    double number;      /* ABX_WHEN_EQUAL: of a floating result */
    size_t n_successes; /* results that are none though WHEN says so, as bits */
    uint64_t successes[ABX_MAX_SUCCESSES];
};

/* A piece of a table's line; at moves forward while it is read. */
struct abx_text {
    const char *at;
    const char *end;
    const char *line; /* where the line begins, for messages */
};

/*
 * Reads what stands behind "fails=", to the end of the line, for a function of the type
 * @function. The table's lock is held. ABX_OK; ABX_BROKEN; ABX_NO_MEMORY.
 */
int abx_contract_parse(struct abx_table *table, const struct abx_type *function,
                       struct abx_text *text, struct abx_contract *contract,
                       struct abx_verdict *verdict, struct abx_error *err);

/* A result as contracts look at it: by its class. */
struct abx_outcome {
    uint64_t bits; /* integers and pointers, zero-extended from their width */
    double number; /* floats */
    int slot;      /* behind the call: errno; of a contract that says so the last error */
    int host_slot; /* h_errno, of a contract with its code there */
};

/* Whether the call failed. */
bool abx_verdict_is_failure(const struct abx_verdict *verdict,
                            const struct abx_outcome *outcome);

/* The code of a failed call; 0 if it came without one. */
int64_t abx_verdict_code(const struct abx_verdict *verdict,
                         const struct abx_outcome *outcome);

/* Before a call whose contract clears the last text: nothing that went wrong earlier is left. */
void abx_contract_forget(const struct abx_function *function);

/* Describes a failure of @function with @code, and @slot in errno. ABX_FAILED; ABX_OK if the
 * contract clears the last text, and the library has none: it was no failure. */
int abx_contract_report(const struct abx_function *function, int64_t code, int slot,
                        struct abx_error *err);

#endif
