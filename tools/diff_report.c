/**
 * What `abidex diff` prints: a line for each change, in groups (header, removed, changed,
 * added), in each group as the tables are sorted; then how many there were. The numbers
 * count declarations, of which one may have several lines.
 */
#include <stdlib.h>
#include <string.h>

#include "tools/command.h"
#include "tools/diff.h"
#include "tools/json.h"
#include "tools/kinds.h"

struct counts {
    size_t n[DIFF_ADDED + 1];
    size_t n_breaking;
};

static int compare_changes(const void *a, const void *b)
{
    const struct diff_change *left = a;
    const struct diff_change *right = b;
    int order;

    if (left->action != right->action)
        return left->action < right->action ? -1 : 1;
    if (left->action != DIFF_HEADER) {
        if (left->kind != right->kind)
            return left->kind < right->kind ? -1 : 1;
        order = strcmp(left->name, right->name);
        if (order != 0)
            return order;
    }
    return left->sequence < right->sequence ? -1 : 1;
}

static bool is_same_declaration(const struct diff_change *a, const struct diff_change *b)
{
    return a->action == b->action && a->kind == b->kind && strcmp(a->name, b->name) == 0;
}

/* Sorted changes: those of one declaration stand together. */
static struct counts count(const struct diff_change *items, size_t n_items)
{
    struct counts counts = {{0}, 0};
    bool is_breaking = false;
    size_t i;

    for (i = 0; i < n_items; i++) {
        if (i == 0 || !is_same_declaration(&items[i - 1], &items[i])) {
            counts.n[items[i].action]++;
            is_breaking = false;
        }
        if (items[i].breaks && !is_breaking) {
            counts.n_breaking++;
            is_breaking = true;
        }
    }
    counts.n[DIFF_CHANGED] += counts.n[DIFF_HEADER];
    return counts;
}

/* ---- text */

static void put_change(struct abx_buffer *out, const struct diff *diff,
                       const struct diff_change *change)
{
    const char *word =
        change->action == DIFF_HEADER ? "header" : abx_kind_words(change->kind)->word;

    abx_buffer_printf(out, "%s:", diff->paths[change->side]);
    if (change->line > 0)
        abx_buffer_printf(out, "%ld:", change->line);
    abx_buffer_printf(out, " %s%s %s: %s\n", change->breaks ? "breaks: " : "", word,
                      change->name, change->message);
}

static void put_summary(struct abx_buffer *out, const struct counts *counts)
{
    abx_buffer_printf(out, "%zu added, %zu removed, %zu changed; %zu break%s callers\n",
                      counts->n[DIFF_ADDED], counts->n[DIFF_REMOVED],
                      counts->n[DIFF_CHANGED], counts->n_breaking,
                      counts->n_breaking == 1 ? "s" : "");
}

/* NULL: a table does not say which headers it was made from. */
static const char *compare_digests(const struct diff *diff)
{
    const char *before = abx_table_property(diff->tables[DIFF_BEFORE], "headers", 0);
    const char *after = abx_table_property(diff->tables[DIFF_AFTER], "headers", 0);

    if (!before || !after)
        return NULL;
    return strcmp(before, after) == 0 ? "same" : "changed";
}

static void put_text(struct abx_buffer *out, const struct diff *diff,
                     const struct diff_report *report, const struct counts *counts)
{
    const char *headers = compare_digests(diff);
    size_t i;

    for (i = 0; i < diff->n_items; i++)
        if (!report->is_breaking || diff->items[i].breaks)
            put_change(out, diff, &diff->items[i]);
    if (report->is_quiet)
        return;
    put_summary(out, counts);
    if (report->is_drift && headers && strcmp(headers, "same") == 0)
        abx_buffer_puts(out, "the headers are those from which the table was made\n");
}

/* ---- JSON */

static void put_change_json(struct abx_json *json, const struct diff *diff,
                            const struct diff_change *change)
{
    static const char *const words[] = {"header", "removed", "changed", "added"};
    size_t i;

    abx_json_begin_object(json, NULL);
    abx_json_string(json, "action", words[change->action]);
    abx_json_string(json, "kind",
                    change->action == DIFF_HEADER ? "header"
                                                  : abx_kind_words(change->kind)->word);
    abx_json_string(json, "name", change->name);
    abx_json_string(json, "aspect", change->aspect);
    abx_json_bool(json, "breaks", change->breaks);
    abx_json_string(json, "table", diff->paths[change->side]);
    if (change->line > 0)
        abx_json_int(json, "line", change->line);
    abx_json_bytes(json, "message", change->message, strlen(change->message));
    if (change->n_holders > 0) {
        abx_json_begin_array(json, "holders");
        for (i = 0; i < change->n_holders; i++)
            abx_json_string(json, NULL, change->holders[i]);
        abx_json_end_array(json);
    }
    abx_json_end_object(json);
}

static void put_json(struct abx_buffer *out, const struct diff *diff,
                     const struct diff_report *report, const struct counts *counts)
{
    struct abx_json json = {.out = out};
    size_t i;

    abx_json_begin_object(&json, NULL);
    abx_json_string(&json, "old", diff->paths[DIFF_BEFORE]);
    abx_json_string(&json, "new", diff->paths[DIFF_AFTER]);
    abx_json_uint(&json, "added", counts->n[DIFF_ADDED]);
    abx_json_uint(&json, "removed", counts->n[DIFF_REMOVED]);
    abx_json_uint(&json, "changed", counts->n[DIFF_CHANGED]);
    abx_json_uint(&json, "breaking", counts->n_breaking);
    if (report->is_drift)
        abx_json_string(&json, "headers", compare_digests(diff));
    abx_json_begin_array(&json, "changes");
    for (i = 0; i < diff->n_items; i++)
        if (!report->is_breaking || diff->items[i].breaks)
            put_change_json(&json, diff, &diff->items[i]);
    abx_json_end_array(&json);
    abx_json_end_object(&json);
}

int diff_print(const struct diff *diff, const struct diff_report *report)
{
    struct abx_buffer out = {0};
    struct counts counts;

    if (diff->n_items > 1)
        qsort(diff->items, diff->n_items, sizeof(*diff->items), compare_changes);
    counts = count(diff->items, diff->n_items);
    if (report->is_json) {
        put_json(&out, diff, report, &counts);
    } else {
        put_text(&out, diff, report, &counts);
    }
    return abx_output(&out, counts.n_breaking ? ABX_EXIT_SHORT : ABX_EXIT_DONE);
}
