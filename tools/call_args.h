/**
 * The arguments of a call, from the words of a command line.
 */
#ifndef ABX_TOOLS_CALL_ARGS_H
#define ABX_TOOLS_CALL_ARGS_H

#include "abidex.h"
#include "base/buffer.h"

struct abx_argument {
    const char *word; /* as given */
    const char *name; /* of the parameter; NULL if it has none */
    const struct abx_type
        *type;                 /* of the parameter; NULL: a further, variadic argument */
    struct abx_value value;    /* for the call */
    struct abx_memory *memory; /* what the value points to, owned; NULL if nothing is */
    unsigned char *block;      /* holds it, with a guard behind it; owned */
    bool is_string;
    bool is_buffer; /* buf:N */
    bool is_out;    /* memory is to be shown after the call */
};

/* Those of one call. Zeroed means empty. */
struct abx_arguments {
    struct abx_table *table;
    size_t n;
    struct abx_argument *items;
    struct abx_value *values; /* the same, in a row for abx_call */
    struct abx_buffer why;    /* why they were refused */
};

/*
 * Reads the words by the parameters of @function. Returns the exit status; if it is not
 * ABX_EXIT_DONE why is filled. Finish them in each case.
 */
int abx_arguments_init(struct abx_arguments *arguments, struct abx_table *table,
                       const struct abx_function *function, char **words);

/* Whether something was written behind the memory of an argument. */
bool abx_argument_is_overrun(const struct abx_argument *argument);

void abx_arguments_finish(struct abx_arguments *arguments);

#endif
