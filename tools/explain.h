/**
 * What the files of `abidex explain` share.
 */
#ifndef ABX_TOOLS_EXPLAIN_H
#define ABX_TOOLS_EXPLAIN_H

#include "tools/command.h"
#include "tools/json.h"

struct explain {
    struct abx_table *table;
    struct abx_function *function;
    const char *name;
    const char *code; /* NULL: all */
    bool is_json;
    struct abx_buffer out;
    struct abx_json json;
    size_t n_codes; /* put so far */
};

/* The code's number in @text, " (9)", or "" if the table does not know it. */
void explain_format_number(const struct explain *explain, const char *code, char *text,
                           size_t size);

/* Which functions may answer the code explain->name, and what it means of each. Exit
 * status; ABX_EXIT_SHORT with nothing put where none may. */
int explain_code(struct explain *explain);

#endif
