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

/* The number of a code's constant; false if the table does not know it. */
bool explain_find_number(const struct explain *explain, const char *code,
                         int64_t *numberp);

/* A number as a log has it: "2", "0x80070005", "-2147024891". False if @text is none. */
bool explain_read_number(const char *text, int64_t *numberp);

/* Whether two numbers are the same code, which has 32 bits and may be written without sign. */
bool explain_is_same(int64_t a, int64_t b);

/* The code's number in @text, " (9)", " (0x80070005)", or "" if the table does not know it. */
void explain_format_number(const struct explain *explain, const char *code, char *text,
                           size_t size);

/* Which functions may answer the code explain->name, and what it means of each. Exit
 * status; ABX_EXIT_SHORT with nothing put where none may. */
int explain_code(struct explain *explain);

#endif
