/*
 * Constants. A value is read by the kind of its type, and kept: strings and arrays have
 * to live as long as the table anyway, and a contract may ask for the same one at every
 * call.
 */
#include "runtime/constant.h"

#include <limits.h>
#include <string.h>

#include "runtime/error.h"
#include "runtime/floating.h"
#include "runtime/grammar.h"
#include "runtime/memory.h"
#include "runtime/parser.h"
#include "runtime/table.h"
#include "runtime/wide.h"

enum { MAX_ALIASES = 16 };

/* What the reading functions work on: the value's text is what the parser has left. */
struct reader {
    struct abx_parser *parser;
    const struct abx_type *type; /* stripped */
    struct abx_value *value;
};

static int read_integer(struct reader *r)
{
    unsigned width =
        r->type->kind == ABX_TYPE_BOOL ? 1 : (unsigned)r->type->size * CHAR_BIT;
    struct abx_wide wide;

    if (!abx_wide_parse(r->parser->at, r->parser->end, &wide))
        return abx_parser_fail(r->parser, "the value is no integer");
    if (!abx_wide_fits(wide, width, r->type->is_signed))
        return abx_parser_fail(r->parser, "the value is out of its type's range");
    abx_wide_to_value(wide, r->type->is_signed, r->value);
    return ABX_OK;
}

static int read_float(struct reader *r)
{
    const char *reason =
        abx_float_parse(r->type, r->parser->at, r->parser->end, r->value);

    if (reason != NULL)
        return abx_parser_fail(r->parser, "the value: %s", reason);
    if (!abx_float_is_native(r->type))
        return abx_error_refuse(
            r->parser->err, ABX_REASON_VALUE,
            "the value is %s, which this platform does not compute with", r->type->name);
    return ABX_OK;
}

static int read_pointer(struct reader *r)
{
    const char *at = r->parser->at;
    const char *end = r->parser->end;
    uint64_t address = 0;

    if (end - at < 3 || memcmp(at, "0x", 2) != 0 || (at[2] == '0' && end - at > 3) ||
        (size_t)(end - at - 2) > 2 * r->type->size)
        return abx_parser_fail(r->parser, "the value is no address");
    for (at += 2; at < end; at++) {
        int digit = abx_grammar_digit(*at);

        if (digit < 0)
            return abx_parser_fail(r->parser, "the value is no address");
        address = address << 4 | (uint64_t)digit;
    }
    if (address > UINTPTR_MAX) { /* of a foreign platform, whose pointers are wider */
        r->value->kind = ABX_VALUE_UINT;
        r->value->u = address;
        return ABX_OK;
    }
    r->value->kind = ABX_VALUE_POINTER;
    r->value->p = (void *)(uintptr_t)address;
    return ABX_OK;
}

/* ---- strings ---- */

/* Reads all units into @bytes, which has room for the array. */
static int read_units(struct reader *r, unsigned char *bytes)
{
    const struct abx_type *unit_type = abx_type_strip(r->type->target);
    unsigned width = (unsigned)unit_type->size * CHAR_BIT;
    const char *at = r->parser->at + 1;
    const char *end = r->parser->end - 1;

    for (size_t i = 0; at < end; i++) {
        struct abx_wide wide = {0};
        unsigned long unit = 0;
        size_t size = abx_grammar_get_unit(at, end, &unit);

        if (size == 0)
            return abx_parser_fail(r->parser, "the string is not well-formed");
        wide.low = unit;
        if (i + 1 >= r->type->length || !abx_wide_fits(wide, width, false))
            return abx_parser_fail(r->parser, "the string does not fit its type");
        abx_wide_put(wide, bytes + i * unit_type->size, unit_type->size,
                     r->parser->table->model.is_big_endian);
        at += size;
        if (at == end && i + 2 != r->type->length)
            return abx_parser_fail(r->parser, "the string is shorter than its type");
    }
    return ABX_OK;
}

static int give_memory(struct reader *r, unsigned char *bytes)
{
    struct abx_table *table = r->parser->table;
    struct abx_memory *memory = abx_arena_alloc(&table->arena, sizeof(*memory));

    if (memory == NULL)
        return abx_error_no_memory(r->parser->err);
    memory->table = table;
    memory->type = r->value->type;
    memory->data = bytes;
    memory->size = r->type->size;
    memory->count = 1;
    memory->whole = memory;
    memory->is_borrowed = true;
    memory->is_read_only = true;
    r->value->kind = ABX_VALUE_MEMORY;
    r->value->memory = memory;
    return ABX_OK;
}

static int read_string(struct reader *r)
{
    const struct abx_type *unit = abx_type_strip(r->type->target);
    const struct abx_parser *parser = r->parser;
    unsigned char *bytes;
    int status;

    if ((unit->kind != ABX_TYPE_CHAR && unit->kind != ABX_TYPE_INT) || unit->size > 4 ||
        r->type->length == 0)
        return abx_parser_fail(r->parser, "a constant of a type that has no values");
    /* An array that is larger than its text is a lie, and would be memory for nothing. */
    if (parser->end - parser->at < 2 || *parser->at != '"' || parser->end[-1] != '"' ||
        r->type->length > (size_t)(parser->end - parser->at))
        return abx_parser_fail(r->parser, "the value is no string of its type's length");
    if (r->type->length != 1 && parser->end - parser->at == 2)
        return abx_parser_fail(r->parser, "the string is shorter than its type");
    bytes = abx_arena_alloc(&parser->table->arena, r->type->size);
    if (bytes == NULL)
        return abx_error_no_memory(parser->err);
    status = read_units(r, bytes);
    if (status != ABX_OK || unit->size > 1)
        return status == ABX_OK ? give_memory(r, bytes) : status;
    r->value->kind = ABX_VALUE_STRING;
    r->value->string.data = (const char *)bytes;
    r->value->string.size = r->type->length - 1;
    return ABX_OK;
}

/* ---- lines ---- */

int abx_constant_parse(struct abx_table *table, const struct abx_entry *entry,
                       struct abx_value *valuep, struct abx_error *err)
{
    static int (*const reads[ABX_N_TYPE_KINDS])(struct reader *) = {
        [ABX_TYPE_BOOL] = read_integer, [ABX_TYPE_CHAR] = read_integer,
        [ABX_TYPE_INT] = read_integer,  [ABX_TYPE_ENUM] = read_integer,
        [ABX_TYPE_FLOAT] = read_float,  [ABX_TYPE_POINTER] = read_pointer,
        [ABX_TYPE_ARRAY] = read_string,
    };
    struct abx_parser parser = {.table = table,
                                .at = entry->name + entry->name_size + 1,
                                .end = entry->text + entry->text_size,
                                .line = entry->text,
                                .err = err};
    struct reader reader = {.parser = &parser, .value = valuep};
    int status;

    *valuep = (struct abx_value){0};
    status = abx_type_parse(&parser, &valuep->type);
    if (status != ABX_OK)
        return status;
    if (!abx_parser_takes(&parser, " "))
        return abx_parser_fail(&parser, "no value follows the constant's type");
    reader.type = abx_type_strip(valuep->type);
    if (reads[reader.type->kind] == NULL)
        return abx_parser_fail(&parser, "a constant of a type that has no values");
    return reads[reader.type->kind](&reader);
}

/* There is no `const` line: says why. */
static int report_missing(const struct abx_table *table, const char *name, size_t size,
                          struct abx_error *err)
{
    struct abx_entry omit;
    const char *file = abx_table_file(table);
    int n = size < 100 ? (int)size : 100;
    int status = abx_table_find_line(table, ABX_KIND_OMIT, name, size, &omit, err);

    if (status == ABX_OK) {
        const char *reason = omit.name + size + 1;

        return abx_error_set(err, ABX_MISSING, "%.*s is left out of the table: %.*s", n,
                             name, (int)(omit.text + omit.text_size - reason), reason);
    }
    if (status != ABX_MISSING)
        return status;
    return abx_error_set(err, ABX_MISSING, "%s has no constant %.*s", file, n, name);
}

/* Finds the `const` line, through aliases. */
static int find_line(const struct abx_table *table, const char *name,
                     struct abx_entry *entryp, struct abx_error *err)
{
    size_t size = strlen(name);

    for (int i = 0; i < MAX_ALIASES; i++) {
        int status = abx_table_find_line(table, ABX_KIND_CONST, name, size, entryp, err);

        if (status != ABX_MISSING)
            return status;
        status = abx_table_find_line(table, ABX_KIND_ALIAS, name, size, entryp, err);
        if (status == ABX_MISSING)
            return report_missing(table, name, size, err);
        if (status != ABX_OK)
            return status;
        name = entryp->name + entryp->name_size + 1;
        size = (size_t)(entryp->text + entryp->text_size - name);
    }
    return abx_error_broken(err, abx_table_line(table, name),
                            "%s: an alias leads to too many others",
                            abx_table_file(table));
}

static int make(struct abx_table *table, const char *name, struct abx_value **cachedp,
                struct abx_error *err)
{
    struct abx_entry entry;
    struct abx_value value;
    int status = find_line(table, name, &entry, err);

    if (status == ABX_OK)
        status = abx_constant_parse(table, &entry, &value, err);
    if (status != ABX_OK)
        return status;
    *cachedp = abx_arena_alloc(&table->arena, sizeof(**cachedp));
    if (*cachedp == NULL ||
        abx_table_cache(table, ABX_KIND_CONST, name, *cachedp) != ABX_OK)
        return abx_error_no_memory(err);
    **cachedp = value;
    return ABX_OK;
}

int abx_table_find_constant(struct abx_table *table, const char *name,
                            struct abx_value *valuep, struct abx_error *err)
{
    struct abx_value *cached;
    int status = ABX_OK;

    *valuep = (struct abx_value){0};
    abx_table_lock(table);
    cached = abx_table_cached(table, ABX_KIND_CONST, name);
    if (cached == NULL)
        status = make(table, name, &cached, err);
    if (status == ABX_OK)
        *valuep = *cached;
    abx_table_unlock(table);
    return status;
}
