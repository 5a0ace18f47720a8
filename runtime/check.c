/*
 * Checking a line from end to end. Look-ups read as little as they can; here everything
 * is read, with the same parsers, and every name that a line refers to is looked for.
 */
#include <limits.h>
#include <string.h>

#include "runtime/constant.h"
#include "runtime/error.h"
#include "runtime/function.h"
#include "runtime/grammar.h"
#include "runtime/parser.h"
#include "runtime/table.h"
#include "runtime/wide.h"

/* Whether there is a line, or one that says why not. */
static bool has_line(struct abx_parser *parser, enum abx_kind kind, const char *name,
                     size_t size, int *statusp)
{
    struct abx_entry entry;

    *statusp = abx_table_find_line(parser->table, kind, name, size, &entry, parser->err);
    if (*statusp == ABX_MISSING)
        *statusp = abx_table_find_line(parser->table, ABX_KIND_OMIT, name, size, &entry,
                                       parser->err);
    return *statusp != ABX_MISSING;
}

/* ---- what types refer to ---- */

static int visit(struct abx_parser *parser, const struct abx_type *type);

static int visit_pointer(struct abx_parser *parser, const struct abx_type *type)
{
    const struct abx_type *target;
    int status = abx_type_find_target(parser->table, type, &target, parser->err);

    if (status == ABX_MISSING)
        return ABX_OK; /* left out of the table, with the reason: nobody needs its layout
                        */
    return status == ABX_OK ? visit(parser, target) : status;
}

static int visit_target(struct abx_parser *parser, const struct abx_type *type)
{
    return visit(parser, type->target);
}

static int visit_record(struct abx_parser *parser, const struct abx_type *type)
{
    int status = ABX_OK;

    for (size_t i = 0; status == ABX_OK && i < type->n_members; i++)
        status = visit(parser, type->members[i].type);
    return status;
}

static int visit_function(struct abx_parser *parser, const struct abx_type *type)
{
    int status = visit(parser, type->target);

    for (size_t i = 0; status == ABX_OK && i < type->n_parameters; i++)
        status = visit(parser, type->parameters[i].type);
    return status;
}

static int check_enumerator(struct abx_parser *parser, const struct abx_type *type,
                            const char *name)
{
    unsigned width = (unsigned)type->size * CHAR_BIT;
    struct abx_entry entry;
    struct abx_value value;
    int status;

    if (!has_line(parser, ABX_KIND_CONST, name, strlen(name), &status))
        return abx_parser_fail(parser, "the table has no enumerator %s", name);
    if (status == ABX_OK)
        status = abx_table_find_line(parser->table, ABX_KIND_CONST, name, strlen(name),
                                     &entry, parser->err);
    if (status != ABX_OK) /* an omitted one has no value */
        return status == ABX_MISSING ? ABX_OK : status;
    status = abx_constant_parse(parser->table, &entry, &value, parser->err);
    if (status != ABX_OK)
        return status;
    if ((value.kind != ABX_VALUE_INT && value.kind != ABX_VALUE_UINT) ||
        !abx_wide_fits(abx_wide_of_value(&value), width, type->is_signed))
        return abx_parser_fail(parser, "enumerator %s does not fit the enumeration",
                               name);
    return ABX_OK;
}

static int visit_enum(struct abx_parser *parser, const struct abx_type *type)
{
    int status = ABX_OK;

    for (size_t i = 0; status == ABX_OK && i < type->n_enumerators; i++)
        status = check_enumerator(parser, type, type->enumerators[i]);
    return status;
}

static int visit_inside(struct abx_parser *parser, const struct abx_type *type)
{
    static int (*const visits[ABX_N_TYPE_KINDS])(struct abx_parser *,
                                                 const struct abx_type *) = {
        [ABX_TYPE_POINTER] = visit_pointer,   [ABX_TYPE_ARRAY] = visit_target,
        [ABX_TYPE_FUNCTION] = visit_function, [ABX_TYPE_STRUCT] = visit_record,
        [ABX_TYPE_UNION] = visit_record,      [ABX_TYPE_TYPEDEF] = visit_target,
        [ABX_TYPE_ENUM] = visit_enum,
    };
    int status;

    if (visits[type->kind] == NULL)
        return ABX_OK;
    if (parser->depth >= ABX_PARSER_DEPTH)
        return abx_parser_fail(parser, "types nested too deeply");
    parser->depth++;
    status = visits[type->kind](parser, type);
    parser->depth--;
    return status;
}

/* Types with a name have lines of their own. */
static int visit(struct abx_parser *parser, const struct abx_type *type)
{
    return type->name != NULL ? ABX_OK : visit_inside(parser, type);
}

/* ---- pieces of lines ---- */

static int check_text(struct abx_parser *parser)
{
    for (const char *at = parser->at; at < parser->end;) {
        size_t size = abx_grammar_character_size(at, parser->end);

        if (size == 0)
            return abx_parser_fail(parser,
                                   "the text holds what is no UTF-8 character, or a "
                                   "control character");
        at += size;
    }
    return ABX_OK;
}

/* ---- lines, one function for each kind; parser->at is behind the key and a space ----
 */

static int check_alias(struct abx_parser *parser, const struct abx_entry *entry)
{
    static const enum abx_kind kinds[] = {ABX_KIND_FN, ABX_KIND_TYPEDEF, ABX_KIND_VAR,
                                          ABX_KIND_CONST, ABX_KIND_ALIAS};
    const char *name;
    size_t size;

    (void)entry;
    if (!abx_parser_take_name(parser, &name, &size) || parser->at != parser->end)
        return abx_parser_fail(parser, "an alias stands for one name");
    for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
        int status;

        if (has_line(parser, kinds[i], name, size, &status))
            return status;
    }
    return abx_parser_fail(parser, "the table has no %.*s",
                           (int)(size < 100 ? size : 100), name);
}

static int check_const(struct abx_parser *parser, const struct abx_entry *entry)
{
    struct abx_value value;
    int status = abx_constant_parse(parser->table, entry, &value, parser->err);

    if (status != ABX_OK && status != ABX_REFUSED)
        return status;
    return visit(parser, value.type);
}

static int check_type(struct abx_parser *parser, const struct abx_entry *entry)
{
    const struct abx_type *type;
    int status =
        abx_type_resolve(parser, entry->kind, entry->name, entry->name_size, &type);

    if (status == ABX_OK)
        status = visit_inside(parser, type);
    return status;
}

static int check_error(struct abx_parser *parser, const struct abx_entry *entry)
{
    size_t size =
        (size_t)((const char *)memchr(entry->name, ' ', entry->name_size) - entry->name);
    int status;

    if (!has_line(parser, ABX_KIND_FN, entry->name, size, &status))
        return abx_parser_fail(parser, "the table has no function %.*s",
                               (int)(size < 100 ? size : 100), entry->name);
    return status == ABX_OK ? check_text(parser) : status;
}

/* The codes and what else a contract names. */
static int check_contract(struct abx_parser *parser, const struct abx_contract *contract)
{
    struct abx_function *texts = NULL;
    int status = ABX_OK;

    for (size_t i = 0; i < contract->n_codes && status == ABX_OK; i++) {
        if (!has_line(parser, ABX_KIND_CONST, contract->codes[i],
                      strlen(contract->codes[i]), &status))
            return abx_parser_fail(parser, "the table has no code %.100s",
                                   contract->codes[i]);
    }
    if (status == ABX_OK && contract->cause != NULL &&
        !has_line(parser, ABX_KIND_CONST, contract->cause, strlen(contract->cause),
                  &status))
        return abx_parser_fail(parser, "the table has no code %.100s", contract->cause);
    if (status != ABX_OK || contract->texts == NULL)
        return status;
    status =
        abx_table_find_declaration(parser->table, contract->texts, &texts, parser->err);
    if (status == ABX_OK && !abx_function_gives_texts(texts))
        return abx_parser_fail(parser, "%.100s is no function that gives texts",
                               contract->texts);
    return status == ABX_MISSING
               ? abx_parser_fail(parser, "the table has no function %.100s",
                                 contract->texts)
               : status;
}

static int check_fn(struct abx_parser *parser, const struct abx_entry *entry)
{
    struct abx_function *function;
    int status = abx_function_parse(parser->table, entry, &function, parser->err);

    if (status == ABX_OK)
        status = check_contract(parser, &function->contract);
    return status == ABX_OK ? visit_inside(parser, function->type) : status;
}

static int check_listed(struct abx_parser *parser, const char *path)
{
    const struct abx_type *type;
    struct abx_member member;
    int status = abx_type_parse(parser, &type);

    if (status == ABX_OK)
        status = abx_type_find_member(parser->table, type, path, &member, parser->err);
    if (status != ABX_MISSING && status != ABX_REFUSED)
        return status;
    return abx_parser_fail(parser,
                           "the path leads nowhere in a type that the line lists");
}

static int check_member(struct abx_parser *parser, const struct abx_entry *entry)
{
    const char *space = memchr(parser->at, ' ', (size_t)(parser->end - parser->at));
    const char *path;

    (void)entry;
    if (space == NULL)
        return abx_parser_fail(parser, "the line lists no type");
    path =
        abx_arena_copy(&parser->table->arena, parser->at, (size_t)(space - parser->at));
    if (path == NULL)
        return abx_error_no_memory(parser->err);
    parser->at = space + 1;
    do {
        int status = check_listed(parser, path);

        if (status != ABX_OK)
            return status;
    } while (abx_parser_takes(parser, "; "));
    if (parser->at != parser->end)
        return abx_parser_fail(parser, "something follows the types");
    return ABX_OK;
}

static int check_omit(struct abx_parser *parser, const struct abx_entry *entry)
{
    (void)entry;
    return check_text(parser);
}

/* The key is the whole line: NUMBER KIND NAME. */
static int check_unit(struct abx_parser *parser, const struct abx_entry *entry)
{
    const char *units = abx_table_property(parser->table, "units", 0);
    struct abx_parser header = {.at = units,
                                .end = units != NULL ? strchr(units, 0) : NULL};
    const char *word;
    const char *end = entry->text + entry->text_size;
    struct abx_entry line;
    size_t n_units = 1;
    size_t number;
    int status;

    parser->at = entry->name;
    if (units != NULL && !abx_parser_take_number(&header, &n_units))
        return abx_parser_fail(parser, "the header's `units` is no number");
    if (!abx_parser_take_number(parser, &number) || number < 2 || number > n_units)
        return abx_parser_fail(parser, "there is no such unit");
    word = ++parser->at;
    parser->at = memchr(word, ' ', (size_t)(end - word));
    status = abx_table_find_line(
        parser->table, abx_kind_find(word, (size_t)(parser->at - word)), parser->at + 1,
        (size_t)(end - parser->at - 1), &line, parser->err);
    if (status == ABX_MISSING)
        return abx_parser_fail(parser, "the table has no such line");
    return status;
}

static int check_var(struct abx_parser *parser, const struct abx_entry *entry)
{
    struct abx_attributes attributes = {0};
    const struct abx_type *type;
    struct abx_text text;
    int status = abx_entry_parse_type(parser->table, entry, &text, &type, parser->err);

    if (status == ABX_OK)
        status = abx_attributes_parse(parser->table, ABX_KIND_VAR, NULL, &text,
                                      &attributes, parser->err);
    return status == ABX_OK ? visit(parser, type) : status;
}

static int (*const checks[ABX_N_KINDS])(struct abx_parser *, const struct abx_entry *) = {
    [ABX_KIND_ALIAS] = check_alias,  [ABX_KIND_CONST] = check_const,
    [ABX_KIND_ENUM] = check_type,    [ABX_KIND_ERROR] = check_error,
    [ABX_KIND_FN] = check_fn,        [ABX_KIND_MEMBER] = check_member,
    [ABX_KIND_OMIT] = check_omit,    [ABX_KIND_STRUCT] = check_type,
    [ABX_KIND_TYPEDEF] = check_type, [ABX_KIND_UNION] = check_type,
    [ABX_KIND_UNIT] = check_unit,    [ABX_KIND_VAR] = check_var,
};

/* @table is a scratch table: what is found here is of no use to others. */
static int check_line(struct abx_table *table, const struct abx_entry *entry,
                      struct abx_error *err)
{
    struct abx_parser parser = {.table = table,
                                .at = entry->name + entry->name_size,
                                .end = entry->text + entry->text_size,
                                .line = entry->text,
                                .err = err};

    if (parser.at < parser.end)
        parser.at++; /* the space behind the key */
    return checks[entry->kind](&parser, entry);
}

int abx_table_check_entry(struct abx_table *table, const struct abx_entry *entry,
                          struct abx_error *err)
{
    struct abx_error local = {0};
    struct abx_table scratch;
    int status;

    if ((unsigned)entry->kind >= ABX_N_KINDS || checks[entry->kind] == NULL)
        return abx_error_broken(err, entry->line, "%s: not the kind of a line",
                                abx_table_file(table));
    if (abx_table_scratch_init(&scratch, table) != ABX_OK)
        return abx_error_no_memory(err);
    status = check_line(&scratch, entry, &local);
    abx_table_scratch_finish(&scratch);
    if (status == ABX_MISSING || status == ABX_REFUSED)
        return abx_error_broken(err, abx_table_line(table, entry->text), "%s",
                                local.message);
    if (status != ABX_OK && err != NULL)
        *err = local;
    return status;
}
