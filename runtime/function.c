/*
 * Functions: finding their line, reading it, and resolving it to something callable. A
 * line is read whole or not at all, so that a function that was handed out needs no
 * check later.
 */
#include "runtime/function.h"

#include <stdio.h>
#include <string.h>

#include "runtime/call.h"
#include "runtime/context.h"
#include "runtime/error.h"
#include "runtime/extent.h"
#include "runtime/grammar.h"
#include "runtime/interrupt.h"
#include "runtime/library.h"
#include "runtime/table.h"
#include "runtime/type.h"

enum { MAX_ALIASES = 16 };

/* ---- reading a line ---- */

int abx_entry_parse_type(struct abx_table *table, const struct abx_entry *entry,
                         struct abx_text *text, const struct abx_type **typep,
                         struct abx_error *err)
{
    struct abx_parser parser = {
        .table = table,
        .at = entry->name + entry->name_size,
        .end = entry->text + entry->text_size,
        .line = entry->text,
        .err = err,
    };
    int status;

    *text = (struct abx_text){parser.at, parser.end, parser.line};
    if (parser.at >= parser.end || *parser.at != ' ')
        return abx_text_broken(table, text, "the line lacks a type", err);
    parser.at++;
    status = abx_type_parse(&parser, typep);
    text->at = parser.at;
    return status;
}

static int set_nonnull(struct abx_function *function, struct abx_error *err)
{
    const char *at = function->attributes.values[ABX_ATTRIBUTE_NONNULL];
    size_t n = abx_type_n_parameters(function->type);
    bool *nonnull;
    size_t number;

    if (at == NULL)
        return ABX_OK;
    nonnull = abx_arena_alloc(&function->table->arena, (n + 1) * sizeof(*nonnull));
    if (nonnull == NULL)
        return abx_error_no_memory(err);
    while (abx_attribute_next(&at, &number, 1) > 0)
        nonnull[number - 1] = true;
    function->nonnull = nonnull;
    return ABX_OK;
}

/* How many objects a pointer has to lead to. */
static int set_least(struct abx_function *function, struct abx_error *err)
{
    const char *at = function->attributes.values[ABX_ATTRIBUTE_STATIC];
    size_t n = abx_type_n_parameters(function->type);
    size_t *least;
    size_t numbers[2];

    if (at == NULL)
        return ABX_OK;
    least = abx_arena_alloc(&function->table->arena, (n + 1) * sizeof(*least));
    if (least == NULL)
        return abx_error_no_memory(err);
    while (abx_attribute_next(&at, numbers, 2) > 0)
        least[numbers[0] - 1] = numbers[1];
    function->least = least;
    return ABX_OK;
}

/* How long callbacks have to live, by parameter. */
static int set_lifetimes(struct abx_function *function, struct abx_error *err)
{
    const char *at = function->attributes.values[ABX_ATTRIBUTE_CALLBACK];
    size_t n = abx_type_n_parameters(function->type);
    unsigned char *lifetimes;
    enum abx_lifetime lifetime;
    size_t number;

    if (at == NULL)
        return ABX_OK;
    lifetimes = abx_arena_alloc(&function->table->arena, n + 1);
    if (lifetimes == NULL)
        return abx_error_no_memory(err);
    while (abx_attribute_next_callback(&at, &number, &lifetime))
        lifetimes[number - 1] = (unsigned char)lifetime;
    function->lifetimes = lifetimes;
    return ABX_OK;
}

static int set_attributes(struct abx_function *function, struct abx_text *text,
                          struct abx_error *err)
{
    struct abx_attributes *attributes = &function->attributes;
    int status = abx_attributes_parse(function->table, ABX_KIND_FN, function->type, text,
                                      attributes, err);

    if (status != ABX_OK)
        return status;
    function->symbol = attributes->values[ABX_ATTRIBUTE_SYMBOL];
    if (function->symbol == NULL)
        function->symbol = function->name;
    function->library = attributes->values[ABX_ATTRIBUTE_IN];
    if (function->library == NULL)
        function->library = abx_table_property(function->table, "library", 0);
    status = set_nonnull(function, err);
    if (status == ABX_OK)
        status = set_least(function, err);
    if (status == ABX_OK)
        status = set_lifetimes(function, err);
    if (status == ABX_OK)
        status = abx_extents_set(function, err);
    if (status != ABX_OK)
        return status;
    if (attributes->fails.at == NULL) { /* nobody knows whether it may block */
        function->surroundings = ABX_SURROUNDING_HOST;
        return ABX_OK;
    }
    status = abx_contract_parse(function->table, function->type, &attributes->fails,
                                &function->contract, &function->verdict, err);
    if (function->verdict.where == ABX_WHERE_H_ERRNO || function->verdict.clears ||
        function->contract.clears)
        function->surroundings |= ABX_SURROUNDING_CODES;
    if (function->contract.blocks)
        function->surroundings |= ABX_SURROUNDING_HOST;
    return status == ABX_OK ? abx_timeout_prepare(function, text->line, err) : status;
}

int abx_function_parse(struct abx_table *table, const struct abx_entry *entry,
                       struct abx_function **functionp, struct abx_error *err)
{
    struct abx_function *function = abx_arena_alloc(&table->arena, sizeof(*function));
    struct abx_text text;
    int status;

    if (function == NULL)
        return abx_error_no_memory(err);
    function->table = table;
    function->name = abx_arena_copy(&table->arena, entry->name, entry->name_size);
    if (function->name == NULL)
        return abx_error_no_memory(err);
    status = abx_entry_parse_type(table, entry, &text, &function->type, err);
    if (status != ABX_OK)
        return status;
    if (function->type->kind != ABX_TYPE_FUNCTION)
        return abx_error_broken(err, abx_table_line(table, entry->text),
                                "%s is no function: its type lacks parameters",
                                function->name);
    status = set_attributes(function, &text, err);
    if (status == ABX_OK)
        *functionp = function;
    return status;
}

/* ---- finding a line ---- */

/* The reason of an `omit` line, if there is one. */
static int find_reason(const struct abx_table *table, const char *word, const char *name,
                       struct abx_error *err)
{
    struct abx_entry entry;
    int status = abx_table_find_entry(table, ABX_KIND_OMIT, name, &entry, err);
    const char *reason;
    const char *end;

    if (status == ABX_MISSING)
        return abx_error_set(err, ABX_MISSING, "%s has no %s %s", abx_table_file(table),
                             word, name);
    if (status != ABX_OK)
        return status;
    reason = entry.name + entry.name_size;
    end = entry.text + entry.text_size;
    if (reason < end && *reason == ' ')
        reason++;
    return abx_error_set(err, ABX_MISSING, "%s is left out of the table: %.*s", name,
                         (int)(end - reason), reason);
}

/* The target of an `alias` line, in @target of @size bytes. */
static int copy_target(const struct abx_table *table, const struct abx_entry *entry,
                       char *target, size_t size, struct abx_error *err)
{
    const char *at = entry->name + entry->name_size + 1;
    const char *end = entry->text + entry->text_size;

    if (at >= end || (size_t)(end - at) >= size || memchr(at, ' ', (size_t)(end - at)))
        return abx_error_broken(err, abx_table_line(table, entry->text),
                                "the alias has no target that is a name");
    memcpy(target, at, (size_t)(end - at));
    target[end - at] = '\0';
    return ABX_OK;
}

int abx_table_find_symbol_line(const struct abx_table *table, enum abx_kind kind,
                               const char *name, struct abx_entry *entryp,
                               struct abx_error *err)
{
    const char *word = kind == ABX_KIND_FN ? "function" : "variable";
    char target[512];

    for (unsigned i = 0; i < MAX_ALIASES; i++) {
        struct abx_entry alias;
        int status = abx_table_find_entry(table, kind, name, entryp, err);

        if (status != ABX_MISSING)
            return status;
        status = abx_table_find_entry(table, ABX_KIND_ALIAS, name, &alias, err);
        if (status == ABX_MISSING)
            return find_reason(table, word, name, err);
        if (status == ABX_OK)
            status = copy_target(table, &alias, target, sizeof(target), err);
        if (status != ABX_OK)
            return status;
        name = target;
    }
    return abx_error_broken(err, 0, "the aliases of %s go round in a circle", name);
}

/* ---- finding a function ---- */

/* Under its own name, where an alias may have found it before. */
static int parse_once(struct abx_table *table, const struct abx_entry *entry,
                      struct abx_function **functionp, struct abx_error *err)
{
    char name[512];
    int status;

    if (entry->name_size >= sizeof(name))
        return abx_error_broken(err, abx_table_line(table, entry->text),
                                "the function's name is too long");
    memcpy(name, entry->name, entry->name_size);
    name[entry->name_size] = '\0';
    *functionp = abx_table_cached(table, ABX_KIND_FN, name);
    if (*functionp != NULL)
        return ABX_OK;
    status = abx_function_parse(table, entry, functionp, err);
    if (status == ABX_OK && *functionp != NULL)
        status = abx_function_prepare(*functionp, err);
    if (status == ABX_OK &&
        abx_table_cache(table, ABX_KIND_FN, name, *functionp) != ABX_OK)
        status = abx_error_no_memory(err);
    return status;
}

static int find_locked(struct abx_table *table, const char *name,
                       struct abx_function **functionp, struct abx_error *err)
{
    struct abx_function *function = abx_table_cached(table, ABX_KIND_FN, name);
    struct abx_table_mark mark = abx_table_mark(table);
    struct abx_entry entry;
    int status = ABX_OK;

    if (function == NULL) {
        status = abx_table_find_symbol_line(table, ABX_KIND_FN, name, &entry, err);
        if (status == ABX_OK)
            status = parse_once(table, &entry, &function, err);
        if (status == ABX_OK && function != NULL && strcmp(function->name, name) != 0 &&
            abx_table_cache(table, ABX_KIND_FN, name, function) != ABX_OK)
            status = abx_error_no_memory(err);
    }
    if (status == ABX_OK)
        *functionp = function;
    else
        abx_table_rollback(table, mark);
    return status;
}

int abx_table_find_declaration(struct abx_table *table, const char *name,
                               struct abx_function **functionp, struct abx_error *err)
{
    int status;

    *functionp = NULL;
    abx_table_lock(table);
    status = find_locked(table, name, functionp, err);
    abx_table_unlock(table);
    return status;
}

static int resolve(struct abx_function *function, struct abx_error *err);

bool abx_function_gives_texts(const struct abx_function *function)
{
    const struct abx_type *type = function->type;
    const struct abx_type *result = abx_type_strip(type->target);
    const struct abx_type *text;
    const struct abx_type *code;

    if (function->obstacle != NULL || function->contract.texts != NULL ||
        type->is_variadic || result->kind != ABX_TYPE_POINTER ||
        abx_type_find_target(function->table, result, &text, NULL) != ABX_OK ||
        abx_type_strip(text)->kind != ABX_TYPE_CHAR)
        return false;
    if (type->n_parameters == 0)
        return !type->has_no_prototype;
    code = abx_type_strip(type->parameters[0].type);
    return type->n_parameters == 1 && code->size == sizeof(int) &&
           (code->kind == ABX_TYPE_INT || code->kind == ABX_TYPE_ENUM);
}

/* That it is missing is no reason not to call @function. */
static const struct abx_function *find_texts(const struct abx_function *function)
{
    struct abx_function *texts = NULL;

    if (function->contract.texts == NULL ||
        abx_table_find_declaration(function->table, function->contract.texts, &texts,
                                   NULL) != ABX_OK ||
        !abx_function_gives_texts(texts) || resolve(texts, NULL) != ABX_OK)
        return NULL;
    return texts;
}

/* Without the table's lock: loading a library may come back here. */

static int resolve(struct abx_function *function, struct abx_error *err)
{
    const struct abx_function *texts;
    struct abx_symbol symbol = {0};
    int status;

    if (function->address != NULL)
        return ABX_OK;
    if (function->obstacle != NULL)
        return abx_error_refuse(err, ABX_REASON_VALUE, "%s can't be called: %s",
                                function->name, function->obstacle);
    status = abx_table_find_symbol(function->table, function->library, ABX_KIND_FN,
                                   function->symbol, &symbol, err);
    if (status != ABX_OK)
        return status;
    /* It has to be ready before a call fails: looking for a symbol may itself change what it
     * tells, as with dlerror. */
    texts = find_texts(function);
    abx_table_lock(function->table);
    if (function->address == NULL) { /* before the address, which lets others call */
        function->texts = texts;
        function->slot = symbol.slot;
    }
    abx_function_set_address(function, symbol.address);
    abx_table_unlock(function->table);
    return ABX_OK;
}

int abx_table_find_function(struct abx_table *table, const char *name,
                            struct abx_function **functionp, struct abx_error *err)
{
    struct abx_function *function = NULL;
    int status;

    *functionp = NULL;
    status = abx_table_find_declaration(table, name, &function, err);
    if (status == ABX_OK)
        status = resolve(function, err);
    if (status == ABX_OK)
        *functionp = function;
    return status;
}

/* ---- getters ---- */

const char *abx_function_name(const struct abx_function *function)
{
    return function->name;
}

const char *abx_function_symbol(const struct abx_function *function)
{
    return function->symbol;
}

void *abx_function_address(const struct abx_function *function)
{
    return function->address;
}

const char *abx_function_library(const struct abx_function *function)
{
    return function->library;
}

const struct abx_type *abx_function_type(const struct abx_function *function)
{
    return function->type;
}

const struct abx_contract *abx_function_contract(const struct abx_function *function)
{
    return &function->contract;
}

bool abx_function_is_nonnull(const struct abx_function *function, size_t index)
{
    return function->nonnull != NULL && index < function->type->n_parameters &&
           function->nonnull[index];
}

bool abx_function_is_noreturn(const struct abx_function *function)
{
    return function->attributes.values[ABX_ATTRIBUTE_NORETURN] != NULL;
}

int abx_function_attribute(const struct abx_function *function, size_t index,
                           struct abx_attribute *attributep)
{
    return abx_attributes_get(&function->attributes, index, attributep);
}

const char *abx_function_find_attribute(const struct abx_function *function,
                                        const char *name)
{
    return abx_attributes_find(&function->attributes, name);
}

const char *abx_function_obstacle(const struct abx_function *function)
{
    return function->obstacle;
}
