/*
 * Functions: finding their line, reading it, and resolving it to something callable. A
 * line is read whole or not at all, so that a function that was handed out needs no
 * check later.
 */
#include "runtime/function.h"

#include <stdio.h>
#include <string.h>

#include "runtime/call.h"
#include "runtime/error.h"
#include "runtime/grammar.h"
#include "runtime/library.h"
#include "runtime/table.h"
#include "runtime/type.h"

enum { MAX_ALIASES = 16 };

/* ---- reading a line ---- */

static int broken(struct abx_table *table, const struct abx_text *text, const char *what,
                  struct abx_error *err)
{
    size_t size = 0;

    while (text->at + size < text->end && text->at[size] != ' ')
        size++;
    return abx_error_broken(err, abx_table_line(table, text->line), "%s: %.*s", what,
                            size < 200 ? (int)size : 200, text->at);
}

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
        return broken(table, text, "the line lacks a type", err);
    parser.at++;
    status = abx_type_parse(&parser, typep);
    text->at = parser.at;
    return status;
}

/* What an attribute's reader works on; text is the value alone. */
struct reader {
    struct abx_table *table;
    struct abx_text text;
    struct abx_attributes *attributes;
    struct abx_error *err;
};

static int copy_value(struct reader *r, const char **valuep)
{
    *valuep =
        abx_arena_copy(&r->table->arena, r->text.at, (size_t)(r->text.end - r->text.at));
    return *valuep != NULL ? ABX_OK : abx_error_no_memory(r->err);
}

static int read_symbol(struct reader *r)
{
    for (const char *c = r->text.at; c < r->text.end; c++) {
        /* Versioned and assembler names hold more than C's letters. */
        if (!abx_is_name_char(*c) && *c != '.' && *c != '@')
            return broken(r->table, &r->text, "symbol= is not a name", r->err);
    }
    return copy_value(r, &r->attributes->symbol);
}

static int read_library(struct reader *r)
{
    return copy_value(r, &r->attributes->library);
}

static int read_nonnull(struct reader *r)
{
    r->attributes->nonnull = r->text;
    return ABX_OK;
}

static int read_noreturn(struct reader *r)
{
    r->attributes->is_noreturn = true;
    return ABX_OK;
}

static int read_returns_twice(struct reader *r)
{
    r->attributes->returns_twice = true;
    return ABX_OK;
}

static int read_fails(struct reader *r)
{
    r->attributes->fails = r->text;
    return ABX_OK;
}

/* In the order in which they stand in a line. */
static const struct {
    const char *word; /* with "=" where a value follows */
    bool is_for_variables;
    bool reaches_end;
    int (*read)(struct reader *);
} attribute_words[] = {
    {"symbol=", true, false, read_symbol},
    {"in=", true, false, read_library},
    {"nonnull=", false, false, read_nonnull},
    {"noreturn", false, false, read_noreturn},
    {"returns-twice", false, false, read_returns_twice},
    {"fails=", false, true, read_fails},
};

enum { N_ATTRIBUTE_WORDS = sizeof(attribute_words) / sizeof(*attribute_words) };

/* Whether the word at @at is attribute @index; its end in *@endp. */
static bool is_attribute(size_t index, const struct abx_text *text, const char **endp)
{
    const char *word = attribute_words[index].word;
    size_t size = strlen(word);
    size_t left = (size_t)(text->end - text->at);
    const char *end;

    if (left < size || memcmp(text->at, word, size) != 0)
        return false;
    end = attribute_words[index].reaches_end ? NULL : memchr(text->at, ' ', left);
    *endp = end != NULL ? end : text->end;
    return word[size - 1] == '=' ? *endp > text->at + size : *endp == text->at + size;
}

int abx_attributes_parse(struct abx_table *table, enum abx_kind kind,
                         struct abx_text *text, struct abx_attributes *attributes,
                         struct abx_error *err)
{
    struct reader reader = {.table = table, .attributes = attributes, .err = err};
    size_t i = 0;

    while (text->at < text->end) {
        const char *end = NULL;
        int status;

        if (*text->at++ != ' ')
            return broken(table, text, "the type does not end where it should", err);
        while (i < N_ATTRIBUTE_WORDS && !is_attribute(i, text, &end))
            i++;
        if (i == N_ATTRIBUTE_WORDS ||
            (kind == ABX_KIND_VAR && !attribute_words[i].is_for_variables))
            return broken(table, text, "unknown or misplaced attribute", err);
        reader.text = (struct abx_text){text->at + strlen(attribute_words[i].word), end,
                                        text->line};
        status = attribute_words[i++].read(&reader);
        if (status != ABX_OK)
            return status;
        text->at = end;
    }
    return ABX_OK;
}

/* Reads the next number of a list and the comma behind it; 0 where there is none. */
static size_t next_number(struct abx_text *list)
{
    size_t number = 0;

    while (list->at < list->end && *list->at >= '0' && *list->at <= '9' && number < 10000)
        number = number * 10 + (size_t)(*list->at++ - '0');
    if (list->at == list->end)
        return number;
    return *list->at++ == ',' && list->at < list->end ? number : 0;
}

static int set_nonnull(struct abx_function *function, const struct abx_text *text,
                       struct abx_error *err)
{
    struct abx_text list = *text;
    size_t n = abx_type_n_parameters(function->type);
    bool *nonnull;
    size_t last = 0;

    if (list.at == NULL)
        return ABX_OK;
    nonnull = abx_arena_alloc(&function->table->arena, (n + 1) * sizeof(*nonnull));
    if (nonnull == NULL)
        return abx_error_no_memory(err);
    while (list.at < list.end) {
        size_t number = next_number(&list);

        if (number <= last || number > n)
            return broken(function->table, text,
                          "nonnull= is no ascending list of parameters", err);
        nonnull[number - 1] = true;
        last = number;
    }
    function->nonnull = nonnull;
    return ABX_OK;
}

static int set_attributes(struct abx_function *function, struct abx_text *text,
                          struct abx_error *err)
{
    struct abx_attributes attributes = {0};
    int status =
        abx_attributes_parse(function->table, ABX_KIND_FN, text, &attributes, err);

    if (status != ABX_OK)
        return status;
    function->symbol = attributes.symbol != NULL ? attributes.symbol : function->name;
    function->library = attributes.library != NULL
                            ? attributes.library
                            : abx_table_property(function->table, "library", 0);
    function->is_noreturn = attributes.is_noreturn;
    function->returns_twice = attributes.returns_twice;
    status = set_nonnull(function, &attributes.nonnull, err);
    if (status != ABX_OK || attributes.fails.at == NULL)
        return status;
    return abx_contract_parse(function->table, function->type->target, &attributes.fails,
                              &function->contract, &function->verdict, err);
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

/* Without the table's lock: loading a library may come back here. */

static int resolve(struct abx_function *function, struct abx_error *err)
{
    void *address = NULL;
    int status;

    if (function->address != NULL)
        return ABX_OK;
    if (function->obstacle != NULL)
        return abx_error_refuse(err, 0, "%s can't be called: %s", function->name,
                                function->obstacle);
    status = abx_table_find_symbol(function->table, function->library, ABX_KIND_FN,
                                   function->symbol, &address, err);
    if (status == ABX_OK)
        function->address = address;
    return status;
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
    return function->is_noreturn;
}

const char *abx_function_obstacle(const struct abx_function *function)
{
    return function->obstacle;
}
