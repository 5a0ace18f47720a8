/*
 * Strings where C left them: a pointer tells where one begins, a zero where it ends, and
 * nobody how far it may be read. So the caller says how far, and memory how large it is.
 */
#include <string.h>

#include "runtime/error.h"
#include "runtime/memory.h"
#include "runtime/table.h"
#include "runtime/type.h"
#include "runtime/wide.h"

enum { LABEL = 80, MAX_UTF8 = 4 };

/* Units of 1, 2 or 4 bytes at @at, and where the UTF-8 text goes. */
struct reader {
    const struct abx_table *table; /* whose characters they are */
    const unsigned char *at;
    size_t unit;
    size_t n_units; /* that may be read */
    bool has_zero;  /* it must end with one: it is not the memory that ends it */
    char *to;
    size_t room; /* for the text and its zero */
    size_t size; /* of the text */
};

/* ---- what is read ---- */

static int refuse_type(const struct abx_type *type, struct abx_error *err)
{
    char label[LABEL];

    return abx_error_refuse(err, ABX_REASON_KIND, "%s is not where a string can be",
                            abx_type_label(type, label, LABEL));
}

static bool is_unit(const struct abx_type *type)
{
    return type->kind == ABX_TYPE_CHAR ||
           (type->kind == ABX_TYPE_INT &&
            (type->size == 1 || type->size == 2 || type->size == 4));
}

/* From an array or one object, up to the end of the memory. */
static int find_memory(struct reader *reader, const struct abx_memory *memory,
                       struct abx_error *err)
{
    const struct abx_type *type;

    if (abx_memory_check(memory, err) != ABX_OK)
        return ABX_REFUSED;
    type = abx_type_strip(memory->type);
    while (type->kind == ABX_TYPE_ARRAY)
        type = abx_type_strip(type->target);
    if (!is_unit(type))
        return refuse_type(memory->type, err);
    reader->table = memory->table;
    reader->at = memory->data;
    reader->unit = type->size;
    if (reader->n_units > memory->size / reader->unit) {
        reader->n_units = memory->size / reader->unit;
        reader->has_zero = false;
    }
    return ABX_OK;
}

static int find_pointer(struct reader *reader, const struct abx_value *value,
                        struct abx_error *err)
{
    const struct abx_type *type =
        value->type != NULL ? abx_type_strip(value->type) : NULL;
    const struct abx_type *target;
    int status;

    if (type == NULL || type->kind != ABX_TYPE_POINTER)
        return abx_error_refuse(err, ABX_REASON_KIND,
                                "a pointer without a type does not tell what "
                                "characters are there");
    status = abx_type_find_target(type->table, type, &target, err);
    if (status != ABX_OK)
        return status;
    if (!is_unit(abx_type_strip(target)))
        return refuse_type(value->type, err);
    if (value->p == NULL)
        return abx_error_refuse(err, ABX_REASON_VALUE, "there is no string at NULL");
    reader->table = type->table;
    reader->at = value->p;
    reader->unit = abx_type_strip(target)->size;
    return ABX_OK;
}

/* ---- units into UTF-8 ---- */

static void put_byte(struct reader *reader, unsigned byte)
{
    if (reader->size + 1 < reader->room)
        reader->to[reader->size] = (char)byte;
    reader->size++;
}

static void put_code(struct reader *reader, uint32_t code)
{
    static const uint32_t ends[MAX_UTF8] = {0x80, 0x800, 0x10000, 0x110000};
    static const unsigned leads[MAX_UTF8] = {0, 0xc0, 0xe0, 0xf0};
    unsigned n = 0;

    while (code >= ends[n])
        n++;
    put_byte(reader, leads[n] | code >> 6 * n);
    while (n-- > 0)
        put_byte(reader, 0x80 | (code >> 6 * n & 0x3f));
}

static uint32_t get_unit(const struct reader *reader, size_t index)
{
    struct abx_wide wide = abx_wide_get(reader->at + index * reader->unit, reader->unit,
                                        reader->table->model.is_big_endian, false);

    return (uint32_t)wide.low;
}

static bool is_half(uint32_t code, uint32_t first)
{
    return code >= first && code < first + 0x400;
}

/* The character at unit *@ip, which moves to its last unit. False: it is none. */
static bool get_code(const struct reader *reader, size_t *ip, uint32_t *codep)
{
    uint32_t code = get_unit(reader, *ip);

    if (reader->unit == 2 && is_half(code, 0xd800) && *ip + 1 < reader->n_units) {
        uint32_t low = get_unit(reader, *ip + 1);

        if (!is_half(low, 0xdc00))
            return false;
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        ++*ip;
    }
    *codep = code;
    return code < 0x110000 && !is_half(code, 0xd800) && !is_half(code, 0xdc00);
}

static int read_units(struct reader *reader, struct abx_error *err)
{
    for (size_t i = 0; i < reader->n_units; i++) {
        uint32_t code = get_unit(reader, i);

        if (code == 0)
            return ABX_OK;
        if (reader->unit == 1)
            put_byte(reader, code);
        else if (get_code(reader, &i, &code))
            put_code(reader, code);
        else
            return abx_error_refuse(err, ABX_REASON_VALUE,
                                    "unit %zu of the string, 0x%x, is no character", i,
                                    (unsigned)code);
    }
    return reader->has_zero ? abx_error_refuse(err, ABX_REASON_VALUE,
                                               "the string has no end within %zu "
                                               "characters",
                                               reader->n_units)
                            : ABX_OK;
}

static int find(struct reader *reader, const struct abx_value *value,
                struct abx_error *err)
{
    if (value->kind == ABX_VALUE_MEMORY)
        return find_memory(reader, value->memory, err);
    if (value->kind == ABX_VALUE_POINTER)
        return find_pointer(reader, value, err);
    return abx_error_refuse(err, ABX_REASON_KIND,
                            "takes a pointer or memory to read a string from");
}

int abx_string_get(const struct abx_value *value, size_t limit, char *buffer, size_t room,
                   size_t *sizep, struct abx_error *err)
{
    struct reader reader = {
        .n_units = limit, .has_zero = true, .to = buffer, .room = room};
    int status = find(&reader, value, err);

    if (status == ABX_OK && reader.at != NULL)
        status = read_units(&reader, err);
    if (status != ABX_OK)
        reader.size = 0;
    if (sizep != NULL)
        *sizep = reader.size;
    if (room > 0)
        buffer[reader.size < room ? reader.size : room - 1] = '\0';
    return status;
}
