/**
 * Memory that a command line describes: "new", "new:N", "new=VALUE", "new{MEMBER=VALUE,…}".
 */
#ifndef ABX_TOOLS_CALL_OBJECT_H
#define ABX_TOOLS_CALL_OBJECT_H

#include "tools/call_args.h"

/* What an answer of the runtime means for an argument; a refusal is explained by @why. */
int abx_argument_settle(int status, const struct abx_error *err, struct abx_buffer *why);

/* The number behind "new:" or "buf:", of @what. */
bool abx_argument_parse_count(const char *word, const char *what, size_t *countp,
                              struct abx_buffer *why);

/* Zeroed memory for @count objects with a guard behind it, as the argument. Returns an exit
 * status. */
int abx_argument_create(struct abx_table *table, struct abx_argument *argument,
                        const struct abx_type *type, size_t count,
                        struct abx_buffer *why);

bool abx_argument_is_new(const char *word);

/* Objects of @type, or of the type that stands behind "new:"; NULL: of that. Returns an exit
 * status. */
int abx_argument_read_new(struct abx_table *table, struct abx_argument *argument,
                          const struct abx_type *type, struct abx_buffer *why);

/* Whether a pointer to @target may lead to a string of 16-bit characters. */
bool abx_argument_is_wide(const struct abx_type *target);

/* The text behind "s:" as such a string of @type. Returns an exit status. */
int abx_argument_read_wide(struct abx_table *table, struct abx_argument *argument,
                           const struct abx_type *type, struct abx_buffer *why);

#endif
