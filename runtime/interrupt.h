/**
 * Interrupted calls: what a call that failed with EINTR does next, by its contract.
 */
#ifndef ABX_INTERRUPT_H
#define ABX_INTERRUPT_H

#include "abidex.h"
#include "runtime/contract.h"

struct abx_function;

/* An integer inside an object. */
struct abx_timeout_part {
    size_t offset;
    size_t size;
};

/* The parameter that is a timeout, made ready for calls. */
struct abx_timeout {
    enum abx_timeout_unit unit;
    size_t parameter;    /* from 0 */
    size_t size;         /* of the integer, or of the object that the pointer leads to */
    bool is_signed;      /* the integer */
    bool is_const;       /* the object: the function does not write to it */
    bool has_clock;      /* clock and flags are parameters */
    size_t clock, flags; /* from 0 */
    size_t clock_size, flags_size;
    struct abx_timeout_part seconds; /* of the object */
    struct abx_timeout_part fraction;
    int64_t per_fraction; /* nanoseconds */
};

/* The greatest object that holds a time: two words of 64 bits in C libraries of today. */
enum { ABX_TIMEOUT_OBJECT_SIZE = 32 };

/* Where the arguments of a call stand, in either of two ways. */
struct abx_arguments {
    void *words;         /* an image; NULL: the other */
    void *const *values; /* objects of their types, as libffi takes them */
};

/* A call that may be interrupted; nothing in it needs an end. */
struct abx_interruption {
    struct abx_arguments arguments;
    int clock;
    bool is_limited;
    int64_t end;                                /* on that clock, in nanoseconds */
    void *object;                               /* the caller's */
    unsigned char own[ABX_TIMEOUT_OBJECT_SIZE]; /* what it held when the call began */
};

/*
 * Finds out which parameter is the timeout, and in which form, where the contract says
 * "timeout:": sets function->timeout. The table's lock is held. ABX_OK; ABX_BROKEN if it is
 * none; ABX_MISSING; ABX_NO_MEMORY.
 */
int abx_timeout_prepare(struct abx_function *function, const char *line,
                        struct abx_error *err);

/* Before the first call, where function->timeout is set; there it asks for the time.
 * The function gets its timeout from @arguments, which abx_interrupt_repeats changes. */
void abx_interrupt_begin(struct abx_interruption *interruption,
                         const struct abx_function *function,
                         struct abx_arguments arguments);

/* Whether a call that failed with @code was interrupted. */
bool abx_interrupt_is_one(const struct abx_function *function, int64_t code);

/* Runs what is pending, and has the host look at its own. ABX_OK; the first other answer. */
int abx_interrupt_attend(const struct abx_function *function, struct abx_error *err);

/* Whether the contract says what an interrupted call does next. */
bool abx_interrupt_has_answer(const struct abx_function *function);

/*
 * ABX_CALL_AGAIN: the call is to be made again, with the timeout in its arguments cut to what
 * is left; ABX_OK: it is done.
 * @interruption: begun where function->timeout is set, else not looked at
 */
int abx_interrupt_answer(struct abx_interruption *interruption,
                         const struct abx_function *function);

#endif
