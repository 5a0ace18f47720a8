/**
 * Values as text. Scalars are told by their own kind; memory is walked along its type,
 * from the outermost object with a path, because only a path reaches a bit-field.
 */
#include "tools/value_text.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBER_MAX = 64 };

/* ---- scalars */

void abx_text_put_quoted(struct abx_buffer *out, const char *data, size_t size)
{
    static const char letters[] = "\"\"\\\\\nn\tt\rr\aa\bb\ff\vv";
    bool is_utf8 = abx_is_utf8(data, size);
    const char *letter;
    unsigned char c;
    size_t i;

    abx_buffer_putc(out, '"');
    for (i = 0; i < size; i++) {
        c = (unsigned char)data[i];
        for (letter = letters; *letter && *letter != data[i]; letter += 2)
            ;
        if (*letter)
            abx_buffer_printf(out, "\\%c", letter[1]);
        else if (c < 0x20 || c == 0x7f || (c >= 0x80 && !is_utf8))
            abx_buffer_printf(out, "\\%03o", c);
        else
            abx_buffer_putc(out, (char)c);
    }
    abx_buffer_putc(out, '"');
}

/* 128 bits are written in hex where 64 do not hold them. */
static void format_int(char *text, const struct abx_value *value)
{
    bool is_wide = value->type && abx_type_size(value->type) > 8;
    uint64_t sign = value->kind == ABX_VALUE_INT && value->i < 0 ? UINT64_MAX : 0;

    if (is_wide && value->wide[1] != sign)
        snprintf(text, NUMBER_MAX, "0x%" PRIx64 "%016" PRIx64, value->wide[1],
                 value->wide[0]);
    else if (value->kind == ABX_VALUE_INT)
        snprintf(text, NUMBER_MAX, "%" PRId64, value->i);
    else
        snprintf(text, NUMBER_MAX, "%" PRIu64, value->u);
}

/* The shortest decimal number that reads as the same value, recognisably not an integer.
 */
static void format_float(char *text, const struct abx_value *value)
{
    bool is_long = value->kind == ABX_VALUE_LONG_DOUBLE;
    long double number = is_long ? value->ld : (long double)value->f;
    bool is_single = value->type && abx_type_size(value->type) == 4;
    long double back;
    int precision;

    for (precision = 1; precision <= 36; precision++) {
        snprintf(text, NUMBER_MAX - 2, "%.*Lg", precision, number);
        back = strtold(text, NULL);
        if (is_long ? back == number
                    : (is_single ? (float)back == (float)number
                                 : (double)back == (double)number))
            break;
    }
    if (isfinite(number) && !strpbrk(text, ".e"))
        snprintf(text + strlen(text), 3, ".0");
}

bool abx_value_is_address(const struct abx_value *value)
{
    return value->kind == ABX_VALUE_POINTER ||
           (value->kind == ABX_VALUE_UINT && value->type &&
            abx_type_kind(abx_type_strip(value->type)) == ABX_TYPE_POINTER);
}

static void format_pointer(char *text, const struct abx_value *value)
{
    if (value->kind == ABX_VALUE_UINT)
        snprintf(text, NUMBER_MAX, "0x%" PRIx64, value->u);
    else if (value->p)
        snprintf(text, NUMBER_MAX, "0x%" PRIxPTR, (uintptr_t)value->p);
    else
        snprintf(text, NUMBER_MAX, "NULL");
}

static void format_none(char *text, const struct abx_value *value)
{
    (void)value;
    text[0] = '\0';
}

/* By kind of value; NULL: it is no scalar. */
static void (*const formats[])(char *text, const struct abx_value *value) = {
    [ABX_VALUE_NONE] = format_none,
    [ABX_VALUE_INT] = format_int,
    [ABX_VALUE_UINT] = format_int,
    [ABX_VALUE_FLOAT] = format_float,
    [ABX_VALUE_LONG_DOUBLE] = format_float,
    [ABX_VALUE_POINTER] = format_pointer,
    [ABX_VALUE_STRING] = NULL,
    [ABX_VALUE_MEMORY] = NULL,
};

static void format_scalar(char *text, const struct abx_value *value)
{
    enum abx_value_kind kind =
        abx_value_is_address(value) ? ABX_VALUE_POINTER : value->kind;

    formats[kind](text, value);
}

static bool is_bool(const struct abx_value *value)
{
    return (value->kind == ABX_VALUE_INT || value->kind == ABX_VALUE_UINT) &&
           value->type && abx_type_kind(abx_type_strip(value->type)) == ABX_TYPE_BOOL;
}

static void put_scalar(struct abx_buffer *out, const struct abx_value *value)
{
    char text[NUMBER_MAX];

    if (is_bool(value)) {
        abx_buffer_puts(out, value->u ? "true" : "false");
        return;
    }
    format_scalar(text, value);
    abx_buffer_puts(out, text);
}

/* Numbers that JSON has, bare; the others (hex, inf, pointers) as strings. */
static void put_scalar_json(struct abx_json *json, const char *key,
                            const struct abx_value *value)
{
    char text[NUMBER_MAX];

    if (value->kind == ABX_VALUE_NONE ||
        (value->kind == ABX_VALUE_POINTER && !value->p)) {
        abx_json_string(json, key, NULL);
        return;
    }
    if (is_bool(value)) {
        abx_json_bool(json, key, value->u != 0);
        return;
    }
    format_scalar(text, value);
    if (text[strspn(text, "0123456789.e+-")] == '\0')
        abx_json_raw(json, key, text);
    else
        abx_json_string(json, key, text);
}

/* ---- memory */

/* Where the walk is: @type at @data, reached from the outermost object along @path. */
struct place {
    const struct abx_memory *memory;
    struct abx_table *table;
    struct abx_buffer *path;
    const struct abx_type *type;
    const char *data;
};

static bool is_zero(const char *data, size_t size)
{
    while (size > 0 && data[size - 1] == '\0')
        size--;
    return size == 0;
}

static bool is_record(const struct abx_type *type)
{
    enum abx_type_kind kind = abx_type_kind(abx_type_strip(type));

    return kind == ABX_TYPE_STRUCT || kind == ABX_TYPE_UNION;
}

static bool is_array(const struct abx_type *type)
{
    return abx_type_kind(abx_type_strip(type)) == ABX_TYPE_ARRAY;
}

/* The place of a member; leaves the path longer. An anonymous one has its record's path.
 */
static struct place enter_member(const struct place *place,
                                 const struct abx_member *member)
{
    struct place inner = *place;

    if (member->name)
        abx_buffer_printf(place->path, "%s%s", place->path->size ? "." : "",
                          member->name);
    inner.type = member->type;
    inner.data = place->data + member->offset;
    return inner;
}

static struct place enter_element(const struct place *place,
                                  const struct abx_type *element, size_t index)
{
    struct place inner = *place;

    abx_buffer_printf(place->path, "[%zu]", index);
    inner.type = element;
    inner.data = place->data + index * abx_type_size(element);
    return inner;
}

/* The element's type; NULL if the table is damaged there. */
static const struct abx_type *find_element(const struct place *place)
{
    const struct abx_type *element;

    if (abx_type_find_target(place->table, abx_type_strip(place->type), &element, NULL))
        return NULL;
    return element;
}

static bool is_text(const struct abx_type *element)
{
    return abx_type_kind(abx_type_strip(element)) == ABX_TYPE_CHAR;
}

static size_t text_size(const struct place *place)
{
    size_t length = abx_type_length(abx_type_strip(place->type));

    return strnlen(place->data, length);
}

/* Reads the scalar at the place; false if the runtime cannot. */
static bool get_scalar(const struct place *place, struct abx_value *value)
{
    *value = (struct abx_value){0};
    if (abx_memory_get(place->memory, abx_buffer_text(place->path), value, NULL) !=
        ABX_OK)
        return false;
    if (formats[value->kind])
        return true;
    if (value->kind == ABX_VALUE_MEMORY)
        abx_memory_destroy(value->memory);
    return false;
}

static void put_place(struct abx_buffer *out, const struct place *place, unsigned indent);

static void put_array(struct abx_buffer *out, const struct place *place, unsigned indent)
{
    const struct abx_type *element = find_element(place);
    size_t length = abx_type_length(abx_type_strip(place->type));
    size_t path_size = place->path->size;
    struct place inner;
    size_t size, i;

    if (!element || is_text(element)) {
        abx_text_put_quoted(out, place->data, element ? text_size(place) : 0);
        return;
    }
    size = abx_type_size(element);
    while (length > 1 && is_zero(place->data + (length - 1) * size, size))
        length--;
    abx_buffer_putc(out, '{');
    for (i = 0; i < length; i++) {
        inner = enter_element(place, element, i);
        abx_buffer_puts(out, i > 0 ? ", " : "");
        put_place(out, &inner, indent);
        abx_buffer_truncate(place->path, path_size);
    }
    abx_buffer_putc(out, '}');
}

static void put_members(struct abx_buffer *out, const struct place *place,
                        unsigned indent)
{
    const struct abx_type *type = abx_type_strip(place->type);
    size_t path_size = place->path->size;
    struct abx_member member;
    struct place inner;
    size_t i;

    for (i = 0; abx_type_member(type, i, &member) == ABX_OK; i++) {
        inner = enter_member(place, &member);
        if (!member.name && is_record(member.type)) {
            put_members(out, &inner, indent);
        } else if (member.name) {
            abx_buffer_printf(out, "\n%*s.%s = ", (int)indent, "", member.name);
            put_place(out, &inner, indent);
            abx_buffer_putc(out, ',');
        }
        abx_buffer_truncate(place->path, path_size);
    }
}

static void put_place(struct abx_buffer *out, const struct place *place, unsigned indent)
{
    struct abx_value value;

    if (is_array(place->type)) {
        put_array(out, place, indent);
    } else if (is_record(place->type)) {
        abx_buffer_putc(out, '{');
        put_members(out, place, indent + 4);
        abx_buffer_printf(out, "\n%*s}", (int)indent, "");
    } else if (get_scalar(place, &value)) {
        put_scalar(out, &value);
    } else {
        abx_buffer_putc(out, '?');
    }
}

static void put_place_json(struct abx_json *json, const char *key,
                           const struct place *place);

static void put_array_json(struct abx_json *json, const char *key,
                           const struct place *place)
{
    const struct abx_type *element = find_element(place);
    size_t length = abx_type_length(abx_type_strip(place->type));
    size_t path_size = place->path->size;
    struct place inner;
    size_t i;

    if (!element || is_text(element)) {
        abx_json_bytes(json, key, place->data, element ? text_size(place) : 0);
        return;
    }
    abx_json_begin_array(json, key);
    for (i = 0; i < length; i++) {
        inner = enter_element(place, element, i);
        put_place_json(json, NULL, &inner);
        abx_buffer_truncate(place->path, path_size);
    }
    abx_json_end_array(json);
}

static void put_members_json(struct abx_json *json, const struct place *place)
{
    const struct abx_type *type = abx_type_strip(place->type);
    size_t path_size = place->path->size;
    struct abx_member member;
    struct place inner;
    size_t i;

    for (i = 0; abx_type_member(type, i, &member) == ABX_OK; i++) {
        inner = enter_member(place, &member);
        if (!member.name && is_record(member.type))
            put_members_json(json, &inner);
        else if (member.name)
            put_place_json(json, member.name, &inner);
        abx_buffer_truncate(place->path, path_size);
    }
}

static void put_place_json(struct abx_json *json, const char *key,
                           const struct place *place)
{
    struct abx_value value;

    if (is_array(place->type)) {
        put_array_json(json, key, place);
    } else if (is_record(place->type)) {
        abx_json_begin_object(json, key);
        put_members_json(json, place);
        abx_json_end_object(json);
    } else if (get_scalar(place, &value)) {
        put_scalar_json(json, key, &value);
    } else {
        abx_json_string(json, key, NULL);
    }
}

/* ---- values */

static struct place enter_memory(const struct abx_memory *memory, struct abx_table *table,
                                 struct abx_buffer *path)
{
    return (struct place){memory, table, path, abx_memory_type(memory),
                          abx_memory_data(memory)};
}

static void put_memory(struct abx_buffer *out, struct abx_table *table,
                       const struct abx_memory *memory, unsigned indent)
{
    struct abx_buffer path = {0};
    struct place place = enter_memory(memory, table, &path);
    size_t n = abx_memory_count(memory);
    struct place inner;
    size_t i;

    if (n == 1) {
        put_place(out, &place, indent);
    } else {
        abx_buffer_putc(out, '{');
        for (i = 0; i < n; i++) {
            inner = enter_element(&place, place.type, i);
            abx_buffer_puts(out, i > 0 ? ", " : "");
            put_place(out, &inner, indent);
            abx_buffer_truncate(&path, 0);
        }
        abx_buffer_putc(out, '}');
    }
    out->failed = out->failed || path.failed;
    abx_buffer_finish(&path);
}

static void put_memory_json(struct abx_json *json, const char *key,
                            struct abx_table *table, const struct abx_memory *memory)
{
    struct abx_buffer path = {0};
    struct place place = enter_memory(memory, table, &path);
    size_t n = abx_memory_count(memory);
    struct place inner;
    size_t i;

    if (n == 1) {
        put_place_json(json, key, &place);
    } else {
        abx_json_begin_array(json, key);
        for (i = 0; i < n; i++) {
            inner = enter_element(&place, place.type, i);
            put_place_json(json, NULL, &inner);
            abx_buffer_truncate(&path, 0);
        }
        abx_json_end_array(json);
    }
    json->out->failed = json->out->failed || path.failed;
    abx_buffer_finish(&path);
}

bool abx_is_char_pointer(struct abx_table *table, const struct abx_type *type)
{
    const struct abx_type *target;

    type = abx_type_strip(type);
    return abx_type_kind(type) == ABX_TYPE_POINTER &&
           abx_type_find_target(table, type, &target, NULL) == ABX_OK && is_text(target);
}

void abx_value_put(struct abx_buffer *out, struct abx_table *table,
                   const struct abx_value *value, unsigned indent)
{
    if (value->kind == ABX_VALUE_STRING)
        abx_text_put_quoted(out, value->string.data, value->string.size);
    else if (value->kind == ABX_VALUE_MEMORY)
        put_memory(out, table, value->memory, indent);
    else
        put_scalar(out, value);
}

void abx_value_put_json(struct abx_json *json, const char *key, struct abx_table *table,
                        const struct abx_value *value)
{
    if (value->kind == ABX_VALUE_STRING)
        abx_json_bytes(json, key, value->string.data, value->string.size);
    else if (value->kind == ABX_VALUE_MEMORY)
        put_memory_json(json, key, table, value->memory);
    else
        put_scalar_json(json, key, value);
}
