/*
 * Variables of a library, seen as memory. The view is made anew for each caller; type and
 * address are remembered, so that asking often costs the table nothing.
 */
#include <stddef.h>

#include "runtime/error.h"
#include "runtime/function.h"
#include "runtime/library.h"
#include "runtime/table.h"

struct abx_variable {
    const struct abx_type *type;
    const char *symbol;
    const char *library;
    struct abx_attributes attributes;
    _Atomic(void *) address; /* NULL until the symbol is resolved */
};

static int parse_variable(struct abx_table *table, const struct abx_entry *entry,
                          struct abx_variable *variable, struct abx_error *err)
{
    const char *const *values = variable->attributes.values;
    struct abx_text text;
    int status = abx_entry_parse_type(table, entry, &text, &variable->type, err);

    if (status == ABX_OK)
        status = abx_attributes_parse(table, ABX_KIND_VAR, NULL, &text,
                                      &variable->attributes, err);
    if (status != ABX_OK)
        return status;
    variable->symbol = values[ABX_ATTRIBUTE_SYMBOL];
    if (variable->symbol == NULL)
        variable->symbol = abx_arena_copy(&table->arena, entry->name, entry->name_size);
    variable->library = values[ABX_ATTRIBUTE_IN];
    if (variable->library == NULL)
        variable->library = abx_table_property(table, "library", 0);
    return variable->symbol != NULL ? ABX_OK : abx_error_no_memory(err);
}

static int find_locked(struct abx_table *table, const char *name,
                       struct abx_variable **variablep, struct abx_error *err)
{
    struct abx_variable *variable = abx_table_cached(table, ABX_KIND_VAR, name);
    struct abx_table_mark mark = abx_table_mark(table);
    struct abx_entry entry;
    int status;

    *variablep = variable;
    if (variable != NULL)
        return ABX_OK;
    status = abx_table_find_symbol_line(table, ABX_KIND_VAR, name, &entry, err);
    if (status != ABX_OK)
        return status;
    variable = abx_arena_alloc(&table->arena, sizeof(*variable));
    if (variable == NULL)
        return abx_error_no_memory(err);
    status = parse_variable(table, &entry, variable, err);
    if (status == ABX_OK &&
        abx_table_cache(table, ABX_KIND_VAR, name, variable) != ABX_OK)
        status = abx_error_no_memory(err);
    if (status != ABX_OK)
        abx_table_rollback(table, mark);
    *variablep = variable;
    return status;
}

/* Without the table's lock: loading a library may come back here. */
static int resolve(struct abx_table *table, struct abx_variable *variable,
                   struct abx_error *err)
{
    struct abx_symbol symbol;
    int status;

    if (variable->address != NULL)
        return ABX_OK;
    status = abx_table_find_symbol(table, variable->library, ABX_KIND_VAR,
                                   variable->symbol, &symbol, err);
    if (status == ABX_OK)
        variable->address = symbol.address;
    return status;
}

static int find_variable(struct abx_table *table, const char *name,
                         struct abx_variable **variablep, struct abx_error *err)
{
    int status;

    abx_table_lock(table);
    status = find_locked(table, name, variablep, err);
    abx_table_unlock(table);
    return status;
}

int abx_table_find_variable_declaration(struct abx_table *table, const char *name,
                                        const struct abx_variable **variablep,
                                        struct abx_error *err)
{
    struct abx_variable *variable = NULL;
    int status = find_variable(table, name, &variable, err);

    *variablep = status == ABX_OK ? variable : NULL;
    return status;
}

int abx_table_find_variable(struct abx_table *table, const char *name,
                            struct abx_memory **memoryp, struct abx_error *err)
{
    struct abx_variable *variable = NULL;
    int status;

    *memoryp = NULL;
    status = find_variable(table, name, &variable, err);
    if (status == ABX_OK)
        status = resolve(table, variable, err);
    if (status != ABX_OK)
        return status;
    if (!abx_type_is_complete(variable->type))
        return abx_error_refuse(err, ABX_REASON_VALUE, "%s is a variable of unknown size",
                                name);
    return abx_memory_view(table, variable->type, variable->address, 1, memoryp, err);
}

/* ---- getters ---- */

const struct abx_type *abx_variable_type(const struct abx_variable *variable)
{
    return variable->type;
}

const char *abx_variable_symbol(const struct abx_variable *variable)
{
    return variable->symbol;
}

const char *abx_variable_library(const struct abx_variable *variable)
{
    return variable->library;
}

const char *abx_variable_find_attribute(const struct abx_variable *variable,
                                        const char *name)
{
    return abx_attributes_find(&variable->attributes, name);
}
