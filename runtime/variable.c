/*
 * Variables of a library, seen as memory. The view is made anew for each caller; only the
 * dynamic linker is asked where the variable is.
 */
#include "runtime/error.h"
#include "runtime/function.h"
#include "runtime/library.h"
#include "runtime/table.h"

static int find_locked(struct abx_table *table, const char *name,
                       const struct abx_type **typep, void **addressp,
                       struct abx_error *err)
{
    struct abx_attributes attributes = {0};
    struct abx_entry entry;
    struct abx_text text;
    const char *library;
    const char *symbol;
    int status = abx_table_find_symbol_line(table, ABX_KIND_VAR, name, &entry, err);

    if (status == ABX_OK)
        status = abx_entry_parse_type(table, &entry, &text, typep, err);
    if (status == ABX_OK)
        status = abx_attributes_parse(table, ABX_KIND_VAR, &text, &attributes, err);
    if (status != ABX_OK)
        return status;
    symbol = attributes.symbol;
    if (symbol == NULL)
        symbol = abx_arena_copy(&table->arena, entry.name, entry.name_size);
    if (symbol == NULL)
        return abx_error_no_memory(err);
    library = attributes.library;
    if (library == NULL)
        library = abx_table_property(table, "library", 0);
    return abx_table_find_symbol(table, library, symbol, addressp, err);
}

int abx_table_find_variable(struct abx_table *table, const char *name,
                            struct abx_memory **memoryp, struct abx_error *err)
{
    const struct abx_type *type = NULL;
    void *address = NULL;
    int status;

    pthread_mutex_lock(&table->lock);
    status = find_locked(table, name, &type, &address, err);
    pthread_mutex_unlock(&table->lock);
    if (status != ABX_OK)
        return status;
    if (!abx_type_is_complete(type))
        return abx_error_refuse(err, 0, "%s is a variable of unknown size", name);
    return abx_memory_view(table, type, address, 1, memoryp, err);
}
