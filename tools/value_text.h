/**
 * Values and memory as C would write them, and as JSON.
 */
#ifndef ABX_TOOLS_VALUE_TEXT_H
#define ABX_TOOLS_VALUE_TEXT_H

#include "abidex.h"
#include "base/buffer.h"
#include "tools/json.h"

/* Puts bytes in double quotes, with C's escapes. */
void abx_text_put_quoted(struct abx_buffer *out, const char *data, size_t size);

/*
 * Puts a value: a number, a quoted string, 0x… or NULL for a pointer, {.member = …} for a
 * record, {…} for an array; zeros at the end of an array are left out, as in an
 * initialiser.
 * @indent: columns in front of further lines.
 */
void abx_value_put(struct abx_buffer *out, struct abx_table *table,
                   const struct abx_value *value, unsigned indent);

/* The same as JSON: pointers as "0x…", all elements of arrays. */
void abx_value_put_json(struct abx_json *json, const char *key, struct abx_table *table,
                        const struct abx_value *value);

/* Whether the value is an address: of this platform, or one of a foreign table. */
bool abx_value_is_address(const struct abx_value *value);

/* Whether the type is a pointer to plain char, behind typedefs. */
bool abx_is_char_pointer(struct abx_table *table, const struct abx_type *type);

#endif
