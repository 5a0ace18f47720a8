/**
 * What is said of a name that was not found: the names that are like it, or that it is of
 * another kind.
 */
#include "tools/kinds.h"

void abx_suggestion_put(struct abx_buffer *out, const struct abx_table *table,
                        const char *name)
{
    char names[256];

    if (abx_table_suggest(table, name, names, sizeof(names)) > 0)
        abx_buffer_printf(out, " (did you mean %s?)", names);
}

void abx_missing_put(struct abx_buffer *out, const struct abx_table *table,
                     const char *text, const char *name)
{
    abx_buffer_printf(out, "%s has no \"%s\"", abx_table_path(table), text);
    abx_suggestion_put(out, table, name);
}

void abx_no_function_put(struct abx_buffer *out, const struct abx_table *table,
                         const char *name, const struct abx_error *err)
{
    struct abx_entry entry;
    enum abx_kind kind;

    if (abx_table_find_entry(table, ABX_KIND_FN, name, &entry, NULL) == ABX_OK ||
        abx_table_find_entry(table, ABX_KIND_OMIT, name, &entry, NULL) == ABX_OK) {
        abx_buffer_puts(out, err->message);
        return;
    }
    for (kind = ABX_KIND_NONE + 1; kind < ABX_N_KINDS; kind++) {
        if (abx_kind_words(kind)->is_about || kind == ABX_KIND_ALIAS ||
            abx_table_find_entry(table, kind, name, &entry, NULL) != ABX_OK)
            continue;
        abx_buffer_printf(out, "in %s \"%s\" is not a function (kind: %s)",
                          abx_table_path(table), name, abx_kind_words(kind)->word);
        return;
    }
    abx_missing_put(out, table, name, name);
}
