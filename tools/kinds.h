/**
 * The kinds of lines as the command speaks of them.
 */
#ifndef ABX_TOOLS_KINDS_H
#define ABX_TOOLS_KINDS_H

#include <stdbool.h>

#include "abidex.h"
#include "base/buffer.h"

struct abx_kind_words {
    const char *word; /* the keyword of the line, as --kind takes it */
    const char *singular;
    const char *plural;
    bool is_tag;   /* C writes the keyword in front of the name: struct stat */
    bool is_about; /* it tells something about another line, and names nothing */
};

/* The words of a kind; never NULL. */
const struct abx_kind_words *abx_kind_words(enum abx_kind kind);

/* The kind called @word; ABX_KIND_NONE if none is. */
enum abx_kind abx_kind_named(const char *word);

/* Puts the keywords of all kinds, separated by ", ". */
void abx_kind_put_all(struct abx_buffer *out);

/* Puts the names in the table that are most like @name as " (did you mean …?)". */
void abx_suggestion_put(struct abx_buffer *out, const struct abx_table *table,
                        const char *name);

/* Puts that the table has no @name, with names that are like it. @text: the name as it
 * was asked for, perhaps with a kind in front. */
void abx_missing_put(struct abx_buffer *out, const struct abx_table *table,
                     const char *text, const char *name);

/* The same where it is a function that is missing; @err: what looking it up answered. */
void abx_no_function_put(struct abx_buffer *out, const struct abx_table *table,
                         const char *name, const struct abx_error *err);

#endif
