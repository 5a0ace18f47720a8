/**
 * Results: a call of a function, and what Python gets of what C answered and wrote.
 */
#ifndef ABX_PYTHON_FUNCTION_RESULT_H
#define ABX_PYTHON_FUNCTION_RESULT_H

#include "convert.h"

struct host_call {
    struct host_conversion conversion;
    struct host_buffers buffers;
    PyObject *const *args;
    size_t n_args;
    struct abx_value *values;
    PyObject **outs; /* one for each argument: what abidex.out stands for, or NULL */
    bool has_outs;   /* else outs was not written yet */
};

/* What C returned, taken over, as Python has it. It keeps what it leads into of the
 * arguments. */
PyObject *host_call_result(const struct host_call *call, const struct abx_value *value);

/* Has what C may have written pointers to keep what these lead into of the arguments. */
int host_call_keep_written(const struct host_call *call);

/* Of outs, which the call has: texts that are not the caller's become pointers. */
int host_call_settle_texts(struct host_call *call);

/* Gives the error that is set what the function left behind for all that: a message, what
 * is to be freed. Always NULL. */
PyObject *host_call_attach_outs(struct host_call *call);

#endif
