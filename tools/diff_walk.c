/**
 * Two sorted tables, walked in step. A name that left one kind of line and came to another
 * (a function that became a macro for another function, a constant that is left out now)
 * is one change and not two, so each line without a partner is looked up among the kinds
 * that share its name space before it is called removed or added.
 */
#include <string.h>

#include "tools/diff.h"
#include "tools/kinds.h"

enum relation {
    ALONE, /* its name is its own affair: an error text, a note on a unit */
    NAMED, /* C's ordinary names and macros */
    TAGGED /* struct, union and enum */
};

static const struct kind {
    void (*compare)(struct diff *diff, const struct diff_pair *pair);
    enum relation relation;
    bool is_breaking; /* for it to be removed */
} kinds[ABX_N_KINDS] = {
    [ABX_KIND_ALIAS] = {diff_compare_alias, NAMED, true},
    [ABX_KIND_CONST] = {diff_compare_constant, NAMED, true},
    [ABX_KIND_ENUM] = {diff_compare_enum, TAGGED, true},
    [ABX_KIND_ERROR] = {diff_compare_error, ALONE, false},
    [ABX_KIND_FN] = {diff_compare_function, NAMED, true},
    [ABX_KIND_MEMBER] = {diff_compare_member, NAMED, true},
    [ABX_KIND_OMIT] = {diff_compare_omit, ALONE, false},
    [ABX_KIND_STRUCT] = {diff_compare_record, TAGGED, true},
    [ABX_KIND_TYPEDEF] = {diff_compare_typedef, NAMED, true},
    [ABX_KIND_UNION] = {diff_compare_record, TAGGED, true},
    [ABX_KIND_UNIT] = {NULL, ALONE, false}, /* the whole line is its key */
    [ABX_KIND_VAR] = {diff_compare_variable, NAMED, true},
};

/* Lines that differ are checked from end to end: what they say is relied on. */
static void check(struct diff *diff, int side, const struct abx_entry *entry)
{
    struct abx_error err = {0};
    int status = abx_table_check_entry(diff->tables[side], entry, &err);

    if (status != ABX_OK)
        diff_fail(diff, side, status, &err);
}

void diff_compare(struct diff *diff, const struct diff_pair *pair)
{
    enum abx_kind kind = pair->entries[DIFF_BEFORE]->kind;

    if (diff->status == ABX_OK && kinds[kind].compare)
        kinds[kind].compare(diff, pair);
}

/* ---- lines without a partner */

/* Finds in the other table a line of another kind that has the name; false if none. */
static bool find_other(struct diff *diff, int side, const struct abx_entry *entry,
                       struct abx_entry *otherp)
{
    const char *name = diff_copy(diff, entry->name, entry->name_size);
    enum abx_kind kind;

    for (kind = ABX_KIND_NONE + 1; kind < ABX_N_KINDS; kind++)
        if (kind != entry->kind && kinds[kind].relation == kinds[entry->kind].relation &&
            kinds[kind].relation != ALONE &&
            abx_table_find_entry(diff->tables[side], kind, name, otherp, NULL) == ABX_OK)
            return true;
    return false;
}

/* The line that an alias stands for; false if it has none of that kind. */
static bool follow_alias(struct diff *diff, int side, const struct abx_entry *alias,
                         enum abx_kind kind, struct abx_entry *targetp)
{
    const char *target = alias->name + alias->name_size + 1;
    size_t size = (size_t)(alias->text + alias->text_size - target);

    return abx_table_find_entry(diff->tables[side], kind, diff_copy(diff, target, size),
                                targetp, NULL) == ABX_OK;
}

/* Where one of the two became an alias, what it stands for is compared with the other. */
static bool compare_aliased(struct diff *diff, const struct diff_pair *pair)
{
    struct diff_pair targets = *pair;
    struct abx_entry target;
    size_t before = diff->n_items;
    int side;

    for (side = 0; side < 2; side++)
        if (pair->entries[side]->kind == ABX_KIND_ALIAS)
            break;
    if (side == 2 || !follow_alias(diff, side, pair->entries[side],
                                   pair->entries[!side]->kind, &target))
        return false;
    target.line = pair->entries[side]->line;
    targets.entries[side] = &target;
    diff_compare(diff, &targets);
    for (; before < diff->n_items; before++) { /* all are changes of one name */
        diff->items[before].kind = pair->entries[DIFF_BEFORE]->kind;
        diff->items[before].name = diff_copy(diff, pair->entries[DIFF_BEFORE]->name,
                                             pair->entries[DIFF_BEFORE]->name_size);
    }
    return true;
}

static void compare_kinds(struct diff *diff, const struct diff_pair *pair)
{
    bool is_aliased = compare_aliased(diff, pair);

    diff_add(diff, pair, !is_aliased, "kind", "is of kind %s, was %s",
             abx_kind_words(pair->entries[DIFF_AFTER]->kind)->word,
             abx_kind_words(pair->entries[DIFF_BEFORE]->kind)->word);
}

/* Why the other table leaves the name out; NULL if it does not say. */
static const char *find_reason(struct diff *diff, int side, const struct abx_entry *entry)
{
    struct abx_entry omit;
    const char *reason;

    if (kinds[entry->kind].relation == ALONE ||
        abx_table_find_entry(diff->tables[side], ABX_KIND_OMIT,
                             diff_copy(diff, entry->name, entry->name_size), &omit,
                             NULL) != ABX_OK)
        return NULL;
    reason = omit.name + omit.name_size + 1;
    return diff_copy(diff, reason, (size_t)(omit.text + omit.text_size - reason));
}

/* Whether `verify --omit-wrong` left the declaration out of the committed table: the
 * generator, which asks no compiler, has it as before. */
static bool is_left_out_by_proof(struct diff *diff, const struct abx_entry *entry)
{
    const char *reason = diff->is_drift ? find_reason(diff, DIFF_BEFORE, entry) : NULL;

    return reason && ((strstr(reason, " here, ") && strstr(reason, " by ")) ||
                      strstr(reason, "has a type that is left out"));
}

/* A remark on a name that comes or goes with it is not worth a line of its own. */
static bool is_told_elsewhere(struct diff *diff, int side, const struct abx_entry *entry)
{
    struct abx_entry other;
    const char *name = diff_copy(diff, entry->name, entry->name_size);
    const char *word;
    enum abx_kind kind;

    if (entry->kind == ABX_KIND_OMIT) {
        for (kind = ABX_KIND_NONE + 1; kind < ABX_N_KINDS; kind++)
            if (kinds[kind].relation != ALONE &&
                abx_table_find_entry(diff->tables[!side], kind, name, &other, NULL) ==
                    ABX_OK)
                return true;
        return false;
    }
    if (entry->kind != ABX_KIND_UNIT)
        return false;
    word = strchr(name, ' ') + 1;
    kind = abx_kind_named(diff_copy(diff, word, strcspn(word, " ")));
    return abx_table_find_entry(diff->tables[!side], kind, strchr(word, ' ') + 1, &other,
                                NULL) != ABX_OK;
}

static void compare_lonely(struct diff *diff, int side, const struct abx_entry *entry)
{
    struct diff_pair pair = {{0}};
    struct abx_entry other;
    const char *reason;

    check(diff, side, entry);
    if (diff->status != ABX_OK || is_told_elsewhere(diff, side, entry))
        return;
    pair.entries[side] = entry;
    if (find_other(diff, !side, entry, &other)) {
        if (side == DIFF_AFTER) /* told when the old line was met */
            return;
        other.line = 0;
        pair.entries[DIFF_AFTER] = &other;
        compare_kinds(diff, &pair);
    } else if (side == DIFF_AFTER) {
        if (!is_left_out_by_proof(diff, entry))
            diff_add(diff, &pair, false, "added", "added");
    } else {
        reason = find_reason(diff, DIFF_AFTER, entry);
        diff_add(diff, &pair, kinds[entry->kind].is_breaking, "removed",
                 reason ? "removed (left out: %s)" : "removed%s", reason ? reason : "");
    }
}

/* ---- in step */

struct cursor {
    struct abx_entry entry;
    bool is_over;
};

static void advance(struct diff *diff, struct cursor *cursors, int side)
{
    struct abx_error err = {0};
    int status = abx_table_next_entry(diff->tables[side], &cursors[side].entry, &err);

    cursors[side].is_over = status != ABX_OK;
    if (status != ABX_OK && status != ABX_MISSING)
        diff_fail(diff, side, status, &err);
}

/* Where the key ends there is a space in the file, which sorts before any name. */
static int compare_keys(const struct abx_entry *a, const struct abx_entry *b)
{
    size_t a_size = (size_t)(a->name + a->name_size - a->text);
    size_t b_size = (size_t)(b->name + b->name_size - b->text);
    int order = memcmp(a->text, b->text, a_size < b_size ? a_size : b_size);

    if (order != 0 || a_size == b_size)
        return order;
    return a_size < b_size ? -1 : 1;
}

static void compare_paired(struct diff *diff, const struct cursor *cursors)
{
    const struct abx_entry *before = &cursors[DIFF_BEFORE].entry;
    const struct abx_entry *after = &cursors[DIFF_AFTER].entry;
    const struct diff_pair pair = {{before, after}};

    if (before->text_size == after->text_size &&
        memcmp(before->text, after->text, before->text_size) == 0)
        return;
    check(diff, DIFF_BEFORE, before);
    check(diff, DIFF_AFTER, after);
    if (!is_left_out_by_proof(diff, after))
        diff_compare(diff, &pair);
}

bool diff_run(struct diff *diff)
{
    struct cursor cursors[2] = {0};
    int order;

    diff_compare_headers(diff);
    advance(diff, cursors, DIFF_BEFORE);
    advance(diff, cursors, DIFF_AFTER);
    while (diff->status == ABX_OK && !diff->is_out_of_memory &&
           !(cursors[DIFF_BEFORE].is_over && cursors[DIFF_AFTER].is_over)) {
        order = cursors[DIFF_BEFORE].is_over  ? 1
                : cursors[DIFF_AFTER].is_over ? -1
                                              : compare_keys(&cursors[DIFF_BEFORE].entry,
                                                             &cursors[DIFF_AFTER].entry);
        if (order == 0)
            compare_paired(diff, cursors);
        else if (order < 0)
            compare_lonely(diff, DIFF_BEFORE, &cursors[DIFF_BEFORE].entry);
        else
            compare_lonely(diff, DIFF_AFTER, &cursors[DIFF_AFTER].entry);
        if (order <= 0)
            advance(diff, cursors, DIFF_BEFORE);
        if (order >= 0)
            advance(diff, cursors, DIFF_AFTER);
    }
    if (diff->status == ABX_OK && !diff->is_out_of_memory)
        diff_add_holders(diff);
    return diff->status == ABX_OK && !diff->is_out_of_memory;
}
