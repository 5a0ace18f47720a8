/**
 * `abidex diff`: two tables compared by meaning. Both files are sorted, so they are walked
 * in step, and only lines whose text differs are read any further: a whole C library costs
 * little more than reading it. Equal text may still mean another layout, if a type that it
 * names has changed; that is told where the type is declared, with the names of all that
 * hold it by value.
 */
#include "tools/diff.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "tools/command.h"
#include "tools/kinds.h"

/* ---- what was found */

void diff_finish(struct diff *diff)
{
    free(diff->items);
    abx_map_finish(&diff->roots);
    abx_arena_finish(&diff->arena);
    *diff = (struct diff){0};
}

void diff_fail(struct diff *diff, int side, int status, const struct abx_error *err)
{
    if (diff->status != ABX_OK)
        return;
    diff->status = status;
    diff->failed_side = side;
    diff->err = *err;
}

const char *diff_copy(struct diff *diff, const char *text, size_t size)
{
    char *copy = abx_arena_copy(&diff->arena, text, size);

    if (copy)
        return copy;
    diff->is_out_of_memory = true;
    return "";
}

static void add(struct diff *diff, const struct diff_change *change)
{
    if (!ABX_ARRAY_RESERVE(diff)) {
        diff->is_out_of_memory = true;
        return;
    }
    diff->items[diff->n_items] = *change;
    diff->items[diff->n_items].sequence = diff->n_items;
    diff->n_items++;
}

static enum diff_action action_of(const struct diff_pair *pair)
{
    if (!pair->entries[DIFF_AFTER])
        return pair->entries[DIFF_BEFORE] ? DIFF_REMOVED : DIFF_HEADER;
    return pair->entries[DIFF_BEFORE] ? DIFF_CHANGED : DIFF_ADDED;
}

/* Whose line is named: the new one, if it has a number (what was looked up by name has
 * none) and somebody can look at it. */
static int choose_side(const struct diff *diff, const struct diff_pair *pair)
{
    const struct abx_entry *before = pair->entries[DIFF_BEFORE];
    const struct abx_entry *after = pair->entries[DIFF_AFTER];

    if (!before)
        return after || !diff->is_drift ? DIFF_AFTER : DIFF_BEFORE;
    return after && after->line && !diff->is_drift ? DIFF_AFTER : DIFF_BEFORE;
}

void diff_add(struct diff *diff, const struct diff_pair *pair, bool breaks,
              const char *aspect, const char *format, ...)
{
    int side = choose_side(diff, pair);
    /* A declaration is called as those call it who knew the old one. */
    const struct abx_entry *entry = pair->entries[DIFF_BEFORE]
                                        ? pair->entries[DIFF_BEFORE]
                                        : pair->entries[DIFF_AFTER];
    struct diff_change change = {
        .action = action_of(pair), .side = side, .breaks = breaks, .aspect = aspect};
    struct abx_buffer text = {0};
    va_list args;

    va_start(args, format);
    abx_buffer_vprintf(&text, format, args);
    va_end(args);
    diff->is_out_of_memory |= text.failed;
    change.message = diff_copy(diff, abx_buffer_text(&text), text.size);
    abx_buffer_finish(&text);
    change.name = aspect;
    if (entry) {
        change.kind = entry->kind;
        change.name = diff_copy(diff, entry->name, entry->name_size);
        change.line = pair->entries[side]->line;
        if (diff->is_drift && side == DIFF_AFTER)
            change.line = 0;
    }
    add(diff, &change);
}

/* ---- the command */

static int report_failure(const struct diff *diff)
{
    if (diff->is_out_of_memory || diff->status < 0)
        abx_message("out of memory");
    else if (diff->status == ABX_BROKEN)
        abx_message_at(diff->paths[diff->failed_side], diff->err.line, "%s",
                       abx_error_reason(abx_table_path(diff->tables[diff->failed_side]),
                                        &diff->err));
    else
        abx_message_at(diff->paths[diff->failed_side], 0, "%s", diff->err.message);
    return ABX_EXIT_UNUSABLE;
}

int diff_tables(const char *const paths[2], const char *const names[2],
                const struct diff_report *report)
{
    struct abx_session sessions[2] = {0};
    struct diff diff = {.is_drift = report->is_drift};
    int exit = ABX_EXIT_DONE;
    int side;

    for (side = 0; side < 2 && exit == ABX_EXIT_DONE; side++) {
        exit = abx_session_open(&sessions[side], paths[side], false);
        if (exit != ABX_EXIT_DONE)
            break;
        diff.tables[side] = sessions[side].table;
        diff.paths[side] = names ? names[side] : abx_table_path(sessions[side].table);
    }
    if (exit == ABX_EXIT_DONE)
        exit = diff_run(&diff) ? diff_print(&diff, report) : report_failure(&diff);
    diff_finish(&diff);
    for (side = 0; side < 2; side++)
        abx_session_close(&sessions[side]);
    return exit;
}

int diff_main(int argc, char **argv)
{
    struct diff_report report = {0};
    const struct abx_option options[] = {
        {"breaking", NULL, "print only what breaks callers", &report.is_breaking, NULL},
        {"json", NULL, "print JSON", &report.is_json, NULL},
        {0},
    };
    const struct abx_usage usage = {
        .name = "diff",
        .operands = "OLD NEW",
        .purpose =
            "Compares two tables by meaning: declarations that came, went, or changed "
            "in\n"
            "layout, value, type, symbol, library, attributes or failure contract. Each\n"
            "change is one line; \"breaks\" marks those that break callers which were\n"
            "compiled or written against OLD. A changed layout is told once, with the\n"
            "names of what holds the type by value.",
        .notes = "Tables of two platforms can be compared too.\n"
                 "Exit status: 0 nothing breaks; 1 something does; 2 it could not run.",
        .examples = "  abidex diff old/libc.abx new/libc.abx\n"
                    "  abidex diff --breaking --json old/libc.abx new/libc.abx\n",
        .options = options,
        .n_min = 2,
        .n_max = 2,
    };
    const char *paths[2];
    int exit;

    if (!abx_usage_parse(&usage, &argc, argv, &exit))
        return exit;
    paths[DIFF_BEFORE] = argv[1];
    paths[DIFF_AFTER] = argv[2];
    return diff_tables(paths, NULL, &report);
}
