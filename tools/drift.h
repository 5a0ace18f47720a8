/**
 * Comparing a table with the headers that are installed now.
 */
#ifndef ABX_TOOLS_DRIFT_H
#define ABX_TOOLS_DRIFT_H

#include <stdbool.h>

#include "abidex.h"

struct drift_options {
    const char *compiler; /* NULL: this machine's headers */
    const char *source;   /* NULL: what the table names */
    bool is_quiet;
    bool is_json;
};

/* Prints what changed, as `abidex diff` does. Returns the exit status. */
int drift_run(const struct abx_table *table, const struct drift_options *options);

#endif
