/**
 * How a declaration is shown, by its kind.
 */
#ifndef ABX_TOOLS_SHOW_H
#define ABX_TOOLS_SHOW_H

#include <stdbool.h>

#include "abidex.h"
#include "base/buffer.h"
#include "tools/json.h"

/* What is shown, and where it goes. */
struct abx_show {
    struct abx_table *table;
    struct abx_buffer *out;
    struct abx_json *json;
    bool is_json;
    bool is_after_line;   /* what was put last is one line */
    struct abx_error err; /* why a function below did not answer ABX_OK */
};

/*
 * Puts the declaration called @name, whose line is @entry. As JSON only the fields behind
 * kind and name. Answers as the runtime does, err being filled.
 */
typedef int (*abx_show_put)(struct abx_show *show, const struct abx_entry *entry,
                            const char *name);

int abx_show_alias(struct abx_show *show, const struct abx_entry *entry,
                   const char *name);
int abx_show_constant(struct abx_show *show, const struct abx_entry *entry,
                      const char *name);
int abx_show_enum(struct abx_show *show, const struct abx_entry *entry, const char *name);
int abx_show_function(struct abx_show *show, const struct abx_entry *entry,
                      const char *name);
int abx_show_member(struct abx_show *show, const struct abx_entry *entry,
                    const char *name);
int abx_show_omit(struct abx_show *show, const struct abx_entry *entry, const char *name);
int abx_show_record(struct abx_show *show, const struct abx_entry *entry,
                    const char *name);
int abx_show_typedef(struct abx_show *show, const struct abx_entry *entry,
                     const char *name);
int abx_show_variable(struct abx_show *show, const struct abx_entry *entry,
                      const char *name);

/* What stands behind the name in a line; *@sizep bytes. */
const char *abx_entry_rest(const struct abx_entry *entry, size_t *sizep);

#endif
