/*
 * A code, and the functions that may answer it: the question of whoever has the code from a
 * log, and wonders which call it may have come from.
 */
#include "tools/explain.h"

#include <ctype.h>
#include <string.h>

/* One function; nothing is put where it can't answer the code. */
static void put_function(struct explain *explain, struct abx_function *function)
{
    const char *name = abx_function_name(function);
    const char *text = NULL;
    bool is_documented = false, is_specific = false;

    if (abx_function_explain(function, explain->name, &text, &is_documented, &is_specific,
                             NULL) != ABX_OK)
        text = NULL;
    if (!is_documented && !is_specific)
        return;
    explain->n_codes++;
    if (!explain->is_json) {
        abx_buffer_printf(&explain->out, "  %s: %s%s%s\n", name,
                          text ? text : "the table has no text for it",
                          is_specific || !text ? "" : " (general meaning)",
                          is_documented ? "" : " (seen, in no document)");
        return;
    }
    abx_json_begin_object(&explain->json, NULL);
    abx_json_string(&explain->json, "name", name);
    abx_json_string(&explain->json, "text", text);
    abx_json_bool(&explain->json, "specific", is_specific);
    abx_json_bool(&explain->json, "documented", is_documented);
    abx_json_end_object(&explain->json);
}

static int put_entry(struct explain *explain, const struct abx_entry *entry,
                     struct abx_buffer *name, struct abx_error *err)
{
    struct abx_function *function;
    int status;

    abx_buffer_truncate(name, 0);
    abx_buffer_put(name, entry->name, entry->name_size);
    status =
        abx_table_find_declaration(explain->table, abx_buffer_text(name), &function, err);
    if (status == ABX_OK)
        put_function(explain, function);
    else if (status == ABX_BROKEN)
        abx_message_error(abx_table_path(explain->table), status, err);
    return status == ABX_BROKEN ? ABX_OK : status;
}

static int put_functions(struct explain *explain)
{
    struct abx_buffer name = {0};
    struct abx_entry entry = {0};
    struct abx_error err = {0};
    int status;

    do {
        status = abx_table_next_entry(explain->table, &entry, &err);
        if (status == ABX_OK && entry.kind == ABX_KIND_FN)
            status = put_entry(explain, &entry, &name, &err);
    } while (status == ABX_OK && entry.kind <= ABX_KIND_FN);
    abx_buffer_finish(&name);
    if (status == ABX_OK || (status == ABX_MISSING && entry.kind >= ABX_KIND_FN))
        return explain->n_codes > 0 ? ABX_EXIT_DONE : ABX_EXIT_SHORT;
    return abx_message_error(abx_table_path(explain->table), status, &err);
}

/* Whether a constant is a code of errno, "E" and capitals or digits, or of Windows. */
static bool is_code(const struct abx_entry *entry)
{
    static const char *const prefixes[] = {"ERROR_", "STATUS_", "WSAE"};
    size_t i;

    if (entry->kind != ABX_KIND_CONST)
        return false;
    for (i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++)
        if (entry->name_size > strlen(prefixes[i]) &&
            memcmp(entry->name, prefixes[i], strlen(prefixes[i])) == 0)
            return true;
    for (i = 0; i < entry->name_size; i++)
        if (!isupper((unsigned char)entry->name[i]) &&
            !isdigit((unsigned char)entry->name[i]))
            return false;
    return entry->name_size > 1 && entry->name[0] == 'E';
}

/* Of a number the first name of a code goes into @name. */
static void find_name(struct explain *explain, struct abx_buffer *name)
{
    struct abx_entry entry = {0};
    int64_t asked, number;

    if (!explain_read_number(explain->name, &asked))
        return;
    while (abx_table_next_entry(explain->table, &entry, NULL) == ABX_OK &&
           entry.kind <= ABX_KIND_CONST) {
        if (!is_code(&entry))
            continue;
        abx_buffer_truncate(name, 0);
        abx_buffer_put(name, entry.name, entry.name_size);
        if (explain_find_number(explain, abx_buffer_text(name), &number) &&
            explain_is_same(asked, number)) {
            explain->name = abx_buffer_text(name);
            return;
        }
    }
}

static int put_code(struct explain *explain)
{
    char number[32];
    int exit;

    explain_format_number(explain, explain->name, number, sizeof(number));
    if (!number[0])
        return ABX_EXIT_SHORT; /* neither a function nor a code */
    if (explain->is_json) {
        abx_json_begin_object(&explain->json, NULL);
        abx_json_string(&explain->json, "code", explain->name);
        abx_json_begin_array(&explain->json, "functions");
    } else {
        abx_buffer_printf(&explain->out, "%s%s may be answered by\n", explain->name,
                          number);
    }
    exit = put_functions(explain);
    if (explain->is_json) {
        abx_json_end_array(&explain->json);
        abx_json_end_object(&explain->json);
    }
    if (exit == ABX_EXIT_SHORT)
        abx_buffer_truncate(&explain->out, 0);
    return exit;
}

int explain_code(struct explain *explain)
{
    const char *asked = explain->name;
    struct abx_buffer name = {0};
    int exit;

    find_name(explain, &name);
    exit = put_code(explain);
    explain->name = asked;
    abx_buffer_finish(&name);
    return exit;
}
