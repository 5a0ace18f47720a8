/**
 * Writing JSON. A writer of our own because a hundred lines are less than a dependency;
 * it keeps no stack, since the only thing to remember of an outer level is that it is not
 * empty.
 */
#include "tools/json.h"

#include <inttypes.h>
#include <string.h>

static void put_quoted(struct abx_buffer *out, const char *text, size_t size)
{
    size_t i;
    unsigned char c;

    abx_buffer_putc(out, '"');
    for (i = 0; i < size; i++) {
        c = (unsigned char)text[i];
        if (c == '"' || c == '\\')
            abx_buffer_printf(out, "\\%c", c);
        else if (c == '\n')
            abx_buffer_puts(out, "\\n");
        else if (c == '\t')
            abx_buffer_puts(out, "\\t");
        else if (c < 0x20 || c == 0x7f)
            abx_buffer_printf(out, "\\u%04x", c);
        else
            abx_buffer_putc(out, (char)c);
    }
    abx_buffer_putc(out, '"');
}

/* What stands in front of each value: the comma, the indentation and the key. */
static void put_key(struct abx_json *json, const char *key)
{
    if (json->has_items)
        abx_buffer_putc(json->out, ',');
    if (json->depth > 0)
        abx_buffer_printf(json->out, "\n%*s", (int)(2 * json->depth), "");
    json->has_items = true;
    if (key) {
        put_quoted(json->out, key, strlen(key));
        abx_buffer_puts(json->out, ": ");
    }
}

static void begin(struct abx_json *json, const char *key, char bracket)
{
    put_key(json, key);
    abx_buffer_putc(json->out, bracket);
    json->depth++;
    json->has_items = false;
}

static void end(struct abx_json *json, char bracket)
{
    json->depth--;
    if (json->has_items)
        abx_buffer_printf(json->out, "\n%*s", (int)(2 * json->depth), "");
    abx_buffer_putc(json->out, bracket);
    json->has_items = true;
    if (json->depth == 0)
        abx_buffer_putc(json->out, '\n');
}

void abx_json_begin_object(struct abx_json *json, const char *key)
{
    begin(json, key, '{');
}

void abx_json_end_object(struct abx_json *json)
{
    end(json, '}');
}

void abx_json_begin_array(struct abx_json *json, const char *key)
{
    begin(json, key, '[');
}

void abx_json_end_array(struct abx_json *json)
{
    end(json, ']');
}

void abx_json_raw(struct abx_json *json, const char *key, const char *value)
{
    put_key(json, key);
    abx_buffer_puts(json->out, value);
}

void abx_json_string(struct abx_json *json, const char *key, const char *text)
{
    if (!text) {
        abx_json_raw(json, key, "null");
        return;
    }
    put_key(json, key);
    put_quoted(json->out, text, strlen(text));
}

void abx_json_bytes(struct abx_json *json, const char *key, const char *data, size_t size)
{
    size_t i;

    if (abx_is_utf8(data, size)) {
        put_key(json, key);
        put_quoted(json->out, data, size);
        return;
    }
    put_key(json, key);
    abx_buffer_puts(json->out, "{\"hex\": \"");
    for (i = 0; i < size; i++)
        abx_buffer_printf(json->out, "%02x", (unsigned char)data[i]);
    abx_buffer_puts(json->out, "\"}");
}

void abx_json_int(struct abx_json *json, const char *key, int64_t value)
{
    put_key(json, key);
    abx_buffer_printf(json->out, "%" PRId64, value);
}

void abx_json_uint(struct abx_json *json, const char *key, uint64_t value)
{
    put_key(json, key);
    abx_buffer_printf(json->out, "%" PRIu64, value);
}

void abx_json_bool(struct abx_json *json, const char *key, bool value)
{
    abx_json_raw(json, key, value ? "true" : "false");
}

void abx_json_error(struct abx_json *json, const char *key, const char *name,
                    const char *text)
{
    abx_json_begin_object(json, NULL);
    abx_json_bytes(json, key, name, strlen(name));
    abx_json_bytes(json, "error", text, strlen(text));
    abx_json_end_object(json);
}

/* Length of the UTF-8 sequence at @s, 0 if it is none, overlong or a surrogate. */
static size_t utf8_sequence(const unsigned char *s, size_t size)
{
    static const unsigned long least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t length = s[0] < 0x80   ? 1
                    : s[0] < 0xc0 ? 0
                    : s[0] < 0xe0 ? 2
                    : s[0] < 0xf0 ? 3
                    : s[0] < 0xf8 ? 4
                                  : 0;
    unsigned long code = length > 1 ? s[0] & (0x7fu >> length) : s[0];
    size_t i;

    if (length == 0 || length > size)
        return 0;
    for (i = 1; i < length; i++) {
        if ((s[i] & 0xc0) != 0x80)
            return 0;
        code = code << 6 | (s[i] & 0x3f);
    }
    if (code < least[length] || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        return 0;
    return length;
}

bool abx_is_utf8(const char *data, size_t size)
{
    const unsigned char *s = (const unsigned char *)data;
    size_t length;

    while (size > 0) {
        length = utf8_sequence(s, size);
        if (length == 0)
            return false;
        s += length;
        size -= length;
    }
    return true;
}
