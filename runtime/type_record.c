/*
 * Structs, unions and enumerations. Every member is checked here to lie inside its
 * record, so that nobody who uses one needs to look again.
 */
#include "runtime/parser.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "runtime/error.h"
#include "runtime/table.h"

struct members {
    struct abx_member *items;
    size_t n_items;
    size_t capacity;
};

/* BYTE[.BIT:WIDTH] */
static int parse_place(struct abx_parser *parser, struct abx_member *member)
{
    size_t bit;
    size_t width;

    if (!abx_parser_take_number(parser, &member->offset))
        return abx_parser_fail(parser, "a member's offset is no number, or too large");
    member->is_bit_field = abx_parser_takes(parser, ".");
    if (!member->is_bit_field)
        return ABX_OK;
    if (!abx_parser_take_number(parser, &bit) || !abx_parser_takes(parser, ":") ||
        !abx_parser_take_number(parser, &width) || bit > 7 || width == 0 || width > 128)
        return abx_parser_fail(parser, "a bit-field's place is not BYTE.BIT:WIDTH");
    member->bit_offset = (unsigned)bit;
    member->bit_width = (unsigned)width;
    return ABX_OK;
}

static bool is_record(const struct abx_type *type)
{
    return type->kind == ABX_TYPE_STRUCT || type->kind == ABX_TYPE_UNION;
}

static unsigned integer_width(const struct abx_type *type)
{
    if (type->kind == ABX_TYPE_ENUM)
        type = abx_type_strip(type->target);
    if (type->kind == ABX_TYPE_BOOL)
        return 1;
    if (type->kind == ABX_TYPE_INT || type->kind == ABX_TYPE_CHAR)
        return (unsigned)type->size * CHAR_BIT;
    return 0;
}

static int check_member_type(struct abx_parser *parser, const struct abx_member *member)
{
    const struct abx_type *behind = abx_type_strip(member->type);
    const char *name = member->name != NULL ? member->name : "without a name";

    if (member->is_bit_field && member->bit_width > integer_width(behind))
        return abx_parser_fail(parser, "bit-field %s is wider than its type", name);
    if (!member->is_bit_field && member->name == NULL && !is_record(behind))
        return abx_parser_fail(parser, "a member without a name is no struct or union");
    if (!abx_type_is_complete(member->type) &&
        !(behind->kind == ABX_TYPE_ARRAY && behind->is_flexible))
        return abx_parser_fail(parser, "member %s has a type without a size", name);
    return ABX_OK;
}

/* The bit behind the member's last one. */
static size_t end_of(const struct abx_member *member)
{
    if (member->is_bit_field)
        return member->offset * CHAR_BIT + member->bit_offset + member->bit_width;
    return (member->offset + member->type->size) * CHAR_BIT;
}

/* Whether members overlap is not asked: it harms nobody here, and the self-test tells. */
static int check_place(struct abx_parser *parser, const struct abx_type *type,
                       const struct abx_member *member)
{
    if (end_of(member) <= type->size * CHAR_BIT)
        return ABX_OK;
    return abx_parser_fail(parser, "member %s does not lie inside its record",
                           member->name != NULL ? member->name : "without a name");
}

static int parse_member(struct abx_parser *parser, const struct abx_type *type,
                        struct members *members)
{
    struct abx_member member = {0};
    int status = parse_place(parser, &member);

    if (status == ABX_OK && !abx_parser_takes(parser, " "))
        status = abx_parser_fail(parser, "no type follows a member's offset");
    if (status == ABX_OK)
        status = abx_type_parse(parser, &member.type);
    if (status == ABX_OK && abx_parser_takes(parser, " "))
        status = abx_parser_copy_name(parser, &member.name);
    if (status == ABX_OK)
        status = check_member_type(parser, &member);
    if (status == ABX_OK)
        status = check_place(parser, type, &member);
    if (status != ABX_OK)
        return status;
    if (!ABX_ARRAY_RESERVE(members))
        return abx_error_no_memory(parser->err);
    members->items[members->n_items++] = member;
    return ABX_OK;
}

static int parse_members(struct abx_parser *parser, const struct abx_type *type,
                         struct members *members)
{
    if (abx_parser_takes(parser, "}"))
        return ABX_OK;
    do {
        int status = parse_member(parser, type, members);

        if (status != ABX_OK)
            return status;
    } while (abx_parser_takes(parser, "; "));
    if (!abx_parser_takes(parser, "}"))
        return abx_parser_fail(parser, "`; ` or `}` is missing behind a member");
    return ABX_OK;
}

static int keep_members(struct abx_parser *parser, const struct members *members,
                        struct abx_type *type)
{
    size_t size = members->n_items * sizeof(*members->items);

    if (size == 0)
        return ABX_OK;
    type->members = abx_arena_alloc(&parser->table->arena, size);
    if (type->members == NULL)
        return abx_error_no_memory(parser->err);
    memcpy(type->members, members->items, size);
    type->n_members = members->n_items;
    return ABX_OK;
}

int abx_type_check_transparent(struct abx_parser *parser, const struct abx_type *type)
{
    const struct abx_type *behind = abx_type_strip(type);

    if (behind->kind != ABX_TYPE_UNION || behind->n_members == 0)
        return abx_parser_fail(parser, "a transparent union that is no union of members");
    for (size_t i = 0; i < behind->n_members; i++) {
        const struct abx_member *member = &behind->members[i];

        if (member->is_bit_field || member->name == NULL ||
            member->type->size != behind->size)
            return abx_parser_fail(
                parser, "a transparent union of members that are not as large as itself");
    }
    return ABX_OK;
}

int abx_type_parse_record(struct abx_parser *parser, struct abx_type *type)
{
    struct members members = {0};
    int status;

    type->is_transparent = type->kind == ABX_TYPE_UNION &&
                           abx_parser_takes(parser, ABX_TRANSPARENT_UNION " ");
    if (!abx_parser_take_number(parser, &type->size) || !abx_parser_takes(parser, " ") ||
        !abx_parser_take_alignment(parser, &type->align) ||
        !abx_parser_takes(parser, " {"))
        return abx_parser_fail(parser, "a record does not begin with `SIZE ALIGN {`");
    status = parse_members(parser, type, &members);
    if (status == ABX_OK)
        status = keep_members(parser, &members, type);
    free(members.items);
    if (status == ABX_OK && type->is_transparent)
        status = abx_type_check_transparent(parser, type);
    return status;
}

/* ---- enumerations ---- */

struct names {
    const char **items;
    size_t n_items;
    size_t capacity;
};

static int parse_names(struct abx_parser *parser, struct names *names)
{
    if (abx_parser_takes(parser, "}"))
        return ABX_OK;
    do {
        int status;

        if (!ABX_ARRAY_RESERVE(names))
            return abx_error_no_memory(parser->err);
        status = abx_parser_copy_name(parser, &names->items[names->n_items]);
        if (status != ABX_OK)
            return status;
        names->n_items++;
    } while (abx_parser_takes(parser, " "));
    if (!abx_parser_takes(parser, "}"))
        return abx_parser_fail(parser, "` ` or `}` is missing behind an enumerator");
    return ABX_OK;
}

static int keep_names(struct abx_parser *parser, const struct names *names,
                      struct abx_type *type)
{
    size_t size = names->n_items * sizeof(*names->items);

    if (size == 0)
        return ABX_OK;
    type->enumerators = abx_arena_alloc(&parser->table->arena, size);
    if (type->enumerators == NULL)
        return abx_error_no_memory(parser->err);
    memcpy(type->enumerators, names->items, size);
    type->n_enumerators = names->n_items;
    return ABX_OK;
}

int abx_type_parse_enumeration(struct abx_parser *parser, struct abx_type *type)
{
    struct names names = {0};
    int status = abx_type_parse_prefixed(parser, &type->target);

    if (status != ABX_OK)
        return status;
    if (abx_type_strip(type->target)->kind == ABX_TYPE_ENUM ||
        integer_width(abx_type_strip(type->target)) == 0)
        return abx_parser_fail(parser, "an enumeration that no integer type carries");
    type->size = type->target->size;
    type->align = type->target->align;
    type->is_signed = abx_type_is_signed(type->target);
    if (!abx_parser_takes(parser, " {"))
        return abx_parser_fail(parser, "no `{` behind an enumeration's type");
    status = parse_names(parser, &names);
    if (status == ABX_OK)
        status = keep_names(parser, &names, type);
    free(names.items);
    return status;
}
