/**
 * The layout of a struct or union in the manner of pahole, which people who compare
 * layouts know. Everything is counted in bits from the beginning of the outermost record,
 * so that bit-fields and the holes between them need no rules of their own.
 */
#include "tools/layout.h"

#include <stdlib.h>
#include <string.h>

#include "runtime/cdecl.h"

enum { INDENT = 4, COMMENT_COLUMN = 48 };

struct layout {
    struct abx_buffer *out;
    struct abx_table *table;
    size_t n_holes;
    size_t hole_bits;
};

const char *abx_record_word(const struct abx_type *record)
{
    return abx_type_kind(record) == ABX_TYPE_UNION ? "union" : "struct";
}

/* The unnamed record that a member is, or is an array of; NULL if it is something else.
 */
static const struct abx_type *find_unnamed(struct abx_table *table,
                                           const struct abx_type *type)
{
    while (abx_type_kind(type) == ABX_TYPE_ARRAY)
        if (abx_type_find_target(table, type, &type, NULL) != ABX_OK)
            return NULL;
    if (abx_type_kind(type) != ABX_TYPE_STRUCT && abx_type_kind(type) != ABX_TYPE_UNION)
        return NULL;
    return abx_type_name(type) ? NULL : type;
}

static size_t bit_start(const struct abx_member *member, size_t base)
{
    return (base + member->offset) * 8 + (member->is_bit_field ? member->bit_offset : 0);
}

static size_t bit_end(const struct abx_member *member, size_t base)
{
    return bit_start(member, base) +
           (member->is_bit_field ? member->bit_width : abx_type_size(member->type) * 8);
}

/* In bytes where it is whole bytes. */
static void put_amount(struct abx_buffer *out, size_t n_bits)
{
    bool is_bits = n_bits % 8 != 0;
    size_t n = is_bits ? n_bits : n_bits / 8;

    abx_buffer_printf(out, "%zu %s%s", n, is_bits ? "bit" : "byte", n == 1 ? "" : "s");
}

static void put_gap(struct layout *layout, size_t n_bits, unsigned indent,
                    const char *what)
{
    abx_buffer_printf(layout->out, "%*s/* ", (int)indent, "");
    put_amount(layout->out, n_bits);
    abx_buffer_printf(layout->out, " %s */\n", what);
}

static void put_hole(struct layout *layout, size_t n_bits, unsigned indent)
{
    layout->n_holes++;
    layout->hole_bits += n_bits;
    put_gap(layout, n_bits, indent, "hole");
}

/* Ends the line that began at @line with the place of the member. */
static void put_place(struct layout *layout, const struct abx_member *member, size_t base,
                      size_t line)
{
    size_t column = layout->out->size - line;

    abx_buffer_printf(layout->out, "%*s",
                      column < COMMENT_COLUMN ? (int)(COMMENT_COLUMN - column) : 1, "");
    abx_buffer_printf(layout->out, "/* %5zu", base + member->offset);
    if (member->is_bit_field)
        abx_buffer_printf(layout->out, ":%2u %2zu */\n", member->bit_offset,
                          abx_type_size(member->type));
    else
        abx_buffer_printf(layout->out, " %5zu */\n", abx_type_size(member->type));
}

static void put_members(struct layout *layout, const struct abx_type *record, size_t base,
                        unsigned indent);

/* Between the keyword and the dimensions of an unnamed record the members stand inline.
 */
static void put_inline(struct layout *layout, const struct abx_member *member,
                       const struct abx_type *record, size_t base, unsigned indent)
{
    const struct abx_type *type = member->type;

    abx_buffer_printf(layout->out, "%s%s {\n", abx_type_is_const(record) ? "const " : "",
                      abx_record_word(record));
    put_members(layout, record, base + member->offset, indent + INDENT);
    abx_buffer_printf(layout->out, "%*s}%s%s", (int)indent, "", member->name ? " " : "",
                      member->name ? member->name : "");
    while (type != record) {
        abx_buffer_printf(layout->out, "[%zu]", abx_type_length(type));
        if (abx_type_find_target(layout->table, type, &type, NULL) != ABX_OK)
            break;
    }
}

static void put_member(struct layout *layout, const struct abx_member *member,
                       size_t base, unsigned indent)
{
    const struct abx_type *unnamed = find_unnamed(layout->table, member->type);
    size_t line = layout->out->size;

    abx_buffer_printf(layout->out, "%*s", (int)indent, "");
    if (unnamed) {
        put_inline(layout, member, unnamed, base, indent);
        for (line = layout->out->size; line > 0 && layout->out->data[line - 1] != '\n';)
            line--;
    } else {
        abx_cdecl_put(layout->out, layout->table, member->type,
                      member->name ? member->name : "");
    }
    if (member->is_bit_field)
        abx_buffer_printf(layout->out, ":%u", member->bit_width);
    abx_buffer_putc(layout->out, ';');
    put_place(layout, member, base, line);
}

/* Members in order, with what lies between them and behind the last. */
static void put_members(struct layout *layout, const struct abx_type *record, size_t base,
                        unsigned indent)
{
    bool is_union = abx_type_kind(record) == ABX_TYPE_UNION;
    size_t record_end = (base + abx_type_size(record)) * 8;
    size_t end = base * 8;
    struct abx_member member;
    size_t i;

    for (i = 0; abx_type_member(record, i, &member) == ABX_OK; i++) {
        if (!is_union && bit_start(&member, base) > end)
            put_hole(layout, bit_start(&member, base) - end, indent);
        put_member(layout, &member, base, indent);
        if (bit_end(&member, base) > end)
            end = bit_end(&member, base);
    }
    if (record_end > end)
        put_gap(layout, record_end - end, indent, "padding");
}

void abx_layout_put(struct abx_buffer *out, struct abx_table *table,
                    const struct abx_type *record, const char *head, const char *tail)
{
    struct layout layout = {.out = out, .table = table};

    abx_buffer_printf(out, "%s {\n", head);
    put_members(&layout, record, 0, INDENT);
    abx_buffer_printf(out, "%s%*s/* size: %zu, align: %zu, members: %zu%s */\n",
                      abx_type_n_members(record) ? "\n" : "", INDENT, "",
                      abx_type_size(record), abx_type_align(record),
                      abx_type_n_members(record),
                      abx_type_is_transparent(record) ? ", transparent union" : "");
    if (layout.n_holes > 0) {
        abx_buffer_printf(out, "%*s/* holes: %zu, together ", INDENT, "", layout.n_holes);
        put_amount(out, layout.hole_bits);
        abx_buffer_puts(out, " */\n");
    }
    abx_buffer_printf(out, "}%s;\n", tail);
}

/* ---- JSON */

void abx_type_put_json(struct abx_json *json, const char *key,
                       const struct abx_type *type)
{
    char brief[256];
    size_t size = abx_type_format(type, brief, sizeof(brief));
    char *text = brief;

    if (size >= sizeof(brief)) {
        text = malloc(size + 1);
        if (text)
            abx_type_format(type, text, size + 1);
        else
            json->out->failed = true;
    }
    abx_json_string(json, key, text);
    if (text != brief)
        free(text);
}

static void put_member_json(struct abx_json *json, struct abx_table *table,
                            const struct abx_member *member)
{
    const struct abx_type *unnamed = find_unnamed(table, member->type);

    abx_json_begin_object(json, NULL);
    abx_json_string(json, "name", member->name);
    abx_json_uint(json, "offset", member->offset);
    if (member->is_bit_field) {
        abx_json_uint(json, "bit", member->bit_offset);
        abx_json_uint(json, "width", member->bit_width);
    }
    abx_json_uint(json, "size", abx_type_size(member->type));
    abx_type_put_json(json, "type", member->type);
    if (unnamed) {
        abx_json_begin_object(json, "record");
        abx_json_string(json, "kind", abx_record_word(unnamed));
        abx_layout_put_json(json, table, unnamed);
        abx_json_end_object(json);
    }
    abx_json_end_object(json);
}

void abx_layout_put_json(struct abx_json *json, struct abx_table *table,
                         const struct abx_type *record)
{
    struct abx_member member;
    size_t i;

    if (!abx_type_is_complete(record)) {
        abx_json_bool(json, "incomplete", true);
        return;
    }
    abx_json_uint(json, "size", abx_type_size(record));
    abx_json_uint(json, "align", abx_type_align(record));
    if (abx_type_is_transparent(record))
        abx_json_bool(json, "transparent_union", true);
    abx_json_begin_array(json, "members");
    for (i = 0; abx_type_member(record, i, &member) == ABX_OK; i++)
        put_member_json(json, table, &member);
    abx_json_end_array(json);
}
