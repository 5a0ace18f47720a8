/**
 * Writing JSON into a buffer, one value a line. The caller keeps the nesting right;
 * commas, indentation and escapes are done here.
 */
#ifndef ABX_TOOLS_JSON_H
#define ABX_TOOLS_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* Zeroed but for out means the beginning of a document. */
struct abx_json {
    struct abx_buffer *out;
    unsigned depth;
    bool has_items; /* in the innermost object or array */
};

/* @key: of the value in the object that it stands in; NULL in an array and outermost. */
void abx_json_begin_object(struct abx_json *json, const char *key);
void abx_json_end_object(struct abx_json *json);
void abx_json_begin_array(struct abx_json *json, const char *key);
void abx_json_end_array(struct abx_json *json);

/* @text: NULL becomes null. Must be UTF-8; see abx_json_bytes for what need not be. */
void abx_json_string(struct abx_json *json, const char *key, const char *text);

/* A string if @data is UTF-8; else {"hex": "…"}, so that no byte is lost. */
void abx_json_bytes(struct abx_json *json, const char *key, const char *data,
                    size_t size);

void abx_json_int(struct abx_json *json, const char *key, int64_t value);
void abx_json_uint(struct abx_json *json, const char *key, uint64_t value);
void abx_json_bool(struct abx_json *json, const char *key, bool value);

/* What is a JSON value already: a number of another width. */
void abx_json_raw(struct abx_json *json, const char *key, const char *value);

/* An object that says why there is no better one: {KEY: NAME, "error": TEXT}. */
void abx_json_error(struct abx_json *json, const char *key, const char *name,
                    const char *text);

/* Whether @size bytes are UTF-8. */
bool abx_is_utf8(const char *data, size_t size);

#endif
