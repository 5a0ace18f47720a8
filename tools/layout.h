/**
 * The layout of a struct or union, as text and as JSON.
 */
#ifndef ABX_TOOLS_LAYOUT_H
#define ABX_TOOLS_LAYOUT_H

#include "abidex.h"
#include "base/buffer.h"
#include "tools/json.h"

/*
 * Puts a record as C declares it, between @head ("struct stat") and @tail ("" or "
 * name"), each member with its offset and size in a comment, holes and padding with
 * theirs.
 */
void abx_layout_put(struct abx_buffer *out, struct abx_table *table,
                    const struct abx_type *record, const char *head, const char *tail);

/* The fields of a record's object: size, align, members. */
void abx_layout_put_json(struct abx_json *json, struct abx_table *table,
                         const struct abx_type *record);

/* A string field with the type in the notation of the table. */
void abx_type_put_json(struct abx_json *json, const char *key,
                       const struct abx_type *type);

/* "struct" or "union". */
const char *abx_record_word(const struct abx_type *record);

#endif
