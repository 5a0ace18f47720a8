/*
 * The parser of types: prefixes, builtins, references, functions. One function per word
 * of the grammar. What a type holds by value is resolved at once, since sizes depend on
 * it; what it points to stays text until somebody asks, or the first struct would pull in
 * half the table.
 */
#include "runtime/parser.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "runtime/error.h"
#include "runtime/grammar.h"
#include "runtime/table.h"

/* ---- prefixes ---- */

static int parse_pointer(struct abx_parser *parser, const struct abx_type **typep)
{
    struct abx_type *type = abx_parser_node(parser, ABX_TYPE_POINTER);
    int status;

    if (type == NULL)
        return ABX_NO_MEMORY;
    type->size = type->align = parser->table->model.pointer_size;
    type->table = parser->table;
    type->target_text = parser->at;
    status = abx_type_skip_prefixed(parser);
    type->target_text_size = (size_t)(parser->at - type->target_text);
    *typep = type;
    return status;
}

static int check_element(struct abx_parser *parser, const struct abx_type *element)
{
    const struct abx_type *behind = abx_type_strip(element);

    if (!abx_type_is_complete(element))
        return abx_parser_fail(parser, "an array of what has no size");
    if (behind->kind == ABX_TYPE_ARRAY && behind->is_flexible)
        return abx_parser_fail(parser, "an array of arrays of unknown length");
    return ABX_OK;
}

static int parse_array(struct abx_parser *parser, const struct abx_type **typep)
{
    struct abx_type *type = abx_parser_node(parser, ABX_TYPE_ARRAY);
    int status;

    if (type == NULL)
        return ABX_NO_MEMORY;
    type->is_flexible = abx_parser_sees(parser, "]");
    if (!type->is_flexible && !abx_parser_take_number(parser, &type->length))
        return abx_parser_fail(parser, "an array's length is no number, or too large");
    if (!abx_parser_takes(parser, "]"))
        return abx_parser_fail(parser, "`]` is missing");
    status = abx_type_parse_prefixed(parser, &type->target);
    if (status == ABX_OK)
        status = check_element(parser, type->target);
    if (status != ABX_OK)
        return status;
    if (type->target->size > 0 && type->length > ABX_SIZE_LIMIT / type->target->size)
        return abx_parser_fail(parser, "an array is too large");
    type->size = type->length * type->target->size;
    type->align = type->target->align;
    *typep = type;
    return ABX_OK;
}

/* Qualifiers make a copy: what they apply to may be everybody's. */
static int parse_qualified(struct abx_parser *parser, struct abx_type **typep)
{
    const struct abx_type *bare;
    int status = abx_type_parse_prefixed(parser, &bare);

    if (status != ABX_OK)
        return status;
    *typep = abx_parser_node(parser, bare->kind);
    if (*typep == NULL)
        return ABX_NO_MEMORY;
    **typep = *bare;
    return ABX_OK;
}

static int check_order(struct abx_parser *parser, bool is_wrong)
{
    if (is_wrong)
        return abx_parser_fail(
            parser, "qualifiers that are not const, volatile, atomic in this order");
    return ABX_OK;
}

static int parse_const(struct abx_parser *parser, const struct abx_type **typep)
{
    struct abx_type *type;
    int status = parse_qualified(parser, &type);

    if (status != ABX_OK)
        return status;
    *typep = type;
    status = check_order(parser, type->is_const);
    type->is_const = true;
    return status;
}

static int parse_volatile(struct abx_parser *parser, const struct abx_type **typep)
{
    struct abx_type *type;
    int status = parse_qualified(parser, &type);

    if (status != ABX_OK)
        return status;
    *typep = type;
    status = check_order(parser, type->is_const || type->is_volatile);
    type->is_volatile = true;
    return status;
}

static int parse_atomic(struct abx_parser *parser, const struct abx_type **typep)
{
    struct abx_type *type;
    int status = parse_qualified(parser, &type);

    if (status != ABX_OK)
        return status;
    *typep = type;
    status = check_order(parser, type->is_const || type->is_volatile || type->is_atomic);
    type->is_atomic = true;
    return status;
}

static int parse_complex(struct abx_parser *parser, const struct abx_type **typep)
{
    struct abx_type *type = abx_parser_node(parser, ABX_TYPE_COMPLEX);
    int status;

    if (type == NULL)
        return ABX_NO_MEMORY;
    status = abx_type_parse_prefixed(parser, &type->target);
    if (status != ABX_OK)
        return status;
    if (type->target->kind != ABX_TYPE_FLOAT && type->target->kind != ABX_TYPE_INT)
        return abx_parser_fail(parser, "complex of what is no number");
    type->size = 2 * type->target->size;
    type->align = type->target->align;
    *typep = type;
    return ABX_OK;
}

/* ---- atoms ---- */

static unsigned builtin_align(const struct abx_data_model *model,
                              const struct abx_type *type)
{
    if (type->size == 8)
        return model->long_long_align;
    if (type->size == 16)
        return model->int128_align;
    return type->size == 0 ? 1 : (unsigned)type->size;
}

static int make_builtin(struct abx_parser *parser, const struct abx_builtin *builtin,
                        const struct abx_type **typep)
{
    const struct abx_table *table = parser->table;
    const struct abx_data_model *model = &table->model;
    const char *long_double = abx_table_property(table, "long-double", 0);
    struct abx_type *type = abx_parser_node(parser, builtin->kind);
    size_t size = strlen(builtin->name);

    if (type == NULL)
        return ABX_NO_MEMORY;
    type->name = builtin->name;
    type->is_builtin = true;
    type->is_signed =
        builtin->kind == ABX_TYPE_CHAR ? model->is_char_signed : builtin->is_signed;
    type->is_incomplete = builtin->kind == ABX_TYPE_VOID;
    type->size = builtin->size;
    type->align = builtin_align(model, type);
    if (strncmp(long_double, builtin->name, size) == 0 && long_double[size] == ' ') {
        type->size = model->long_double_size;
        type->align = model->long_double_align;
    } else if (builtin->kind == ABX_TYPE_FLOAT && builtin->size == 0) {
        type->size = type->align = 16; /* f80 where long double is another type */
    } else if (builtin->kind == ABX_TYPE_VA_LIST) {
        type->size = model->va_list_size;
        type->align = model->va_list_align;
    }
    *typep = type;
    return abx_table_cache(parser->table, ABX_KIND_NONE, builtin->name, type) == ABX_OK
               ? ABX_OK
               : abx_error_no_memory(parser->err);
}

/* A name: a builtin or a typedef. */
static int parse_name(struct abx_parser *parser, const struct abx_type **typep)
{
    const struct abx_builtin *builtin;
    const char *name;
    size_t size;

    if (!abx_parser_take_name(parser, &name, &size))
        return abx_parser_fail(parser, "a type is missing");
    builtin = abx_builtin_find(name, size);
    if (builtin == NULL)
        return abx_type_resolve(parser, ABX_KIND_TYPEDEF, name, size, typep);
    *typep = abx_table_cached(parser->table, ABX_KIND_NONE, builtin->name);
    return *typep != NULL ? ABX_OK : make_builtin(parser, builtin, typep);
}

static int parse_tagged(struct abx_parser *parser, enum abx_kind kind,
                        const struct abx_type **typep)
{
    const char *name;
    size_t size;

    if (!abx_parser_take_name(parser, &name, &size))
        return abx_parser_fail(parser, "a tag is missing");
    return abx_type_resolve(parser, kind, name, size, typep);
}

static int parse_record(struct abx_parser *parser, enum abx_kind kind,
                        const struct abx_type **typep)
{
    struct abx_type *type;

    if (!abx_parser_sees_record(parser))
        return parse_tagged(parser, kind, typep);
    type = abx_parser_node(parser,
                           kind == ABX_KIND_STRUCT ? ABX_TYPE_STRUCT : ABX_TYPE_UNION);
    if (type == NULL)
        return ABX_NO_MEMORY;
    *typep = type;
    return abx_type_parse_record(parser, type);
}

static int parse_struct(struct abx_parser *parser, const struct abx_type **typep)
{
    return parse_record(parser, ABX_KIND_STRUCT, typep);
}

static int parse_union(struct abx_parser *parser, const struct abx_type **typep)
{
    return parse_record(parser, ABX_KIND_UNION, typep);
}

/* What follows "enum " is a tag, or a type if the enumerators stand behind it. */
static int parse_enum(struct abx_parser *parser, const struct abx_type **typep)
{
    struct abx_parser ahead = *parser;
    struct abx_type *type;
    const char *name;
    size_t size;

    if (!abx_parser_take_name(&ahead, &name, &size) || !abx_parser_sees(&ahead, " {"))
        return parse_tagged(parser, ABX_KIND_ENUM, typep);
    type = abx_parser_node(parser, ABX_TYPE_ENUM);
    if (type == NULL)
        return ABX_NO_MEMORY;
    *typep = type;
    return abx_type_parse_enumeration(parser, type);
}

static int parse_group(struct abx_parser *parser, const struct abx_type **typep)
{
    int status = abx_type_parse(parser, typep);

    if (status == ABX_OK && !abx_parser_takes(parser, ")"))
        return abx_parser_fail(parser, "`)` is missing");
    return status;
}

static const struct {
    const char *word;
    int (*parse)(struct abx_parser *parser, const struct abx_type **typep);
} words[] = {
    {"*", parse_pointer},
    {"[", parse_array},
    {"(", parse_group},
    {"const ", parse_const},
    {"volatile ", parse_volatile},
    {"atomic ", parse_atomic},
    {"complex ", parse_complex},
    {"struct ", parse_struct},
    {"union ", parse_union},
    {"enum ", parse_enum},
};

int abx_type_parse_prefixed(struct abx_parser *parser, const struct abx_type **typep)
{
    int (*parse)(struct abx_parser *, const struct abx_type **) = parse_name;
    int status;

    if (parser->depth >= ABX_PARSER_DEPTH)
        return abx_parser_fail(parser, "types nested too deeply");
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
        if (abx_parser_takes(parser, words[i].word)) {
            parse = words[i].parse;
            break;
        }
    }
    parser->depth++;
    status = parse(parser, typep);
    parser->depth--;
    return status;
}

/* ---- functions ---- */

struct parameters {
    struct abx_parameter *items;
    size_t n_items;
    size_t capacity;
};

static int parse_parameter(struct abx_parser *parser, struct parameters *parameters)
{
    struct abx_parameter parameter = {0};
    const struct abx_type *behind;
    int status = abx_type_parse(parser, &parameter.type);

    if (status != ABX_OK)
        return status;
    behind = abx_type_strip(parameter.type);
    if (behind->kind == ABX_TYPE_VOID || behind->kind == ABX_TYPE_ARRAY ||
        behind->kind == ABX_TYPE_FUNCTION)
        return abx_parser_fail(parser,
                               "a parameter that is void, an array or a function");
    if (abx_parser_takes(parser, " "))
        status = abx_parser_copy_name(parser, &parameter.name);
    if (status != ABX_OK)
        return status;
    if (!ABX_ARRAY_RESERVE(parameters))
        return abx_error_no_memory(parser->err);
    parameters->items[parameters->n_items++] = parameter;
    return ABX_OK;
}

/* What stands between the parentheses, where that is not empty or "?". */
static int parse_list(struct abx_parser *parser, struct abx_type *type,
                      struct parameters *parameters)
{
    do {
        int status;

        if (abx_parser_takes(parser, "...")) {
            type->is_variadic = true;
            return ABX_OK;
        }
        status = parse_parameter(parser, parameters);
        if (status != ABX_OK)
            return status;
    } while (abx_parser_takes(parser, ", "));
    return ABX_OK;
}

static int parse_function(struct abx_parser *parser, const struct abx_type *result,
                          struct parameters *parameters, struct abx_type *type)
{
    const struct abx_type *behind = abx_type_strip(result);
    int status = ABX_OK;

    if (behind->kind == ABX_TYPE_ARRAY || behind->kind == ABX_TYPE_FUNCTION)
        return abx_parser_fail(parser, "a function that returns an array or a function");
    type->target = result;
    type->has_no_prototype = abx_parser_takes(parser, "?");
    if (!type->has_no_prototype && !abx_parser_sees(parser, ")"))
        status = parse_list(parser, type, parameters);
    if (status == ABX_OK && !abx_parser_takes(parser, ")"))
        return abx_parser_fail(parser, "`)` is missing behind the parameters");
    return status;
}

static int keep_parameters(struct abx_parser *parser, const struct parameters *parameters,
                           struct abx_type *type)
{
    size_t size = parameters->n_items * sizeof(*parameters->items);

    if (size == 0)
        return ABX_OK;
    type->parameters = abx_arena_alloc(&parser->table->arena, size);
    if (type->parameters == NULL)
        return abx_error_no_memory(parser->err);
    memcpy(type->parameters, parameters->items, size);
    type->n_parameters = parameters->n_items;
    return ABX_OK;
}

/* The word in front of a function type, if there is one. */
static enum abx_convention take_convention(struct abx_parser *parser)
{
    struct abx_parser ahead = *parser;
    enum abx_convention convention = ABX_CONVENTION_PLATFORM;
    const char *word;
    size_t size;

    if (abx_parser_take_name(&ahead, &word, &size) && abx_parser_takes(&ahead, " "))
        convention = abx_convention_find(word, size);
    if (convention != ABX_CONVENTION_PLATFORM)
        parser->at = ahead.at;
    return convention;
}

int abx_type_parse(struct abx_parser *parser, const struct abx_type **typep)
{
    enum abx_convention convention = take_convention(parser);
    struct parameters parameters = {0};
    struct abx_type *type;
    int status = abx_type_parse_prefixed(parser, typep);

    if (status != ABX_OK)
        return status;
    if (!abx_parser_takes(parser, "(")) {
        if (convention != ABX_CONVENTION_PLATFORM)
            return abx_parser_fail(parser, "%s in front of what is no function",
                                   abx_convention_word(convention));
        return ABX_OK;
    }
    type = abx_parser_node(parser, ABX_TYPE_FUNCTION);
    if (type == NULL)
        return ABX_NO_MEMORY;
    type->is_incomplete = true;
    type->convention = convention;
    status = parse_function(parser, *typep, &parameters, type);
    if (status == ABX_OK)
        status = keep_parameters(parser, &parameters, type);
    free(parameters.items);
    *typep = type;
    return status;
}
