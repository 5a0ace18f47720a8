/**
 * Two declarations of a function: its type, its attributes, its failure contract. Where a
 * qualifier of what is pointed to changes, it matters who gives the pointer: a function
 * that promises more of what it takes, or less of what it returns, harms nobody.
 */
#include <stdlib.h>
#include <string.h>

#include "tools/diff.h"

/* ---- types */

static void add_types(struct diff *diff, const struct diff_pair *pair,
                      const struct abx_type *before, const struct abx_type *after)
{
    diff_add(diff, pair, true, "type", "type %s, was %s", diff_notation(diff, after),
             diff_notation(diff, before));
}

static bool has_same_form(const struct abx_type *before, const struct abx_type *after)
{
    return abx_type_n_parameters(before) == abx_type_n_parameters(after) &&
           abx_type_is_variadic(before) == abx_type_is_variadic(after) &&
           abx_type_has_prototype(before) == abx_type_has_prototype(after);
}

static void compare_results(struct diff *diff, const struct diff_pair *pair,
                            const struct abx_type *const types[2])
{
    const struct abx_type *before = diff_target(diff, DIFF_BEFORE, types[0]);
    const struct abx_type *after = diff_target(diff, DIFF_AFTER, types[1]);
    unsigned answer = before && after ? diff_types(diff, before, after, false) : 0;
    bool breaks = (answer & (DIFF_TYPE | DIFF_QUALIFIED)) != 0;

    if (answer)
        diff_add(diff, pair, breaks, breaks ? "result" : "names", "result %s, was %s",
                 diff_notation(diff, after), diff_notation(diff, before));
}

static void compare_parameters(struct diff *diff, const struct diff_pair *pair,
                               const struct abx_type *const types[2])
{
    const struct abx_type *parameters[2];
    const char *names[2];
    bool is_renamed = false;
    unsigned answer;
    bool breaks;
    size_t i;

    for (i = 0; abx_type_parameter(types[0], i, &names[0], &parameters[0]) == ABX_OK &&
                abx_type_parameter(types[1], i, &names[1], &parameters[1]) == ABX_OK;
         i++) {
        is_renamed |= strcmp(names[0] ? names[0] : "", names[1] ? names[1] : "") != 0;
        answer = diff_types(diff, parameters[0], parameters[1], false);
        breaks = (answer & (DIFF_TYPE | DIFF_UNQUALIFIED)) != 0;
        if (answer)
            diff_add(diff, pair, breaks, breaks ? "parameter" : "names",
                     "parameter %zu: %s, was %s", i + 1,
                     diff_notation(diff, parameters[1]),
                     diff_notation(diff, parameters[0]));
    }
    if (is_renamed)
        diff_add(diff, pair, false, "names", "parameters are called otherwise: %s",
                 diff_notation(diff, types[1]));
}

static bool has_same_convention(const struct abx_type *a, const struct abx_type *b)
{
    const char *conventions[] = {abx_type_convention(a), abx_type_convention(b)};

    if (!conventions[0] || !conventions[1])
        return conventions[0] == conventions[1];
    return strcmp(conventions[0], conventions[1]) == 0;
}

static void compare_types(struct diff *diff, const struct diff_pair *pair,
                          const struct abx_type *const types[2])
{
    if (!has_same_form(types[0], types[1]) || !has_same_convention(types[0], types[1])) {
        add_types(diff, pair, types[0], types[1]);
        return;
    }
    compare_results(diff, pair, types);
    compare_parameters(diff, pair, types);
}

/* ---- contracts */

static void add_words(struct diff *diff, const struct diff_pair *pair, bool breaks,
                      const char *aspect, const char *const words[2])
{
    const char *before = words[0] ? words[0] : "";
    const char *after = words[1] ? words[1] : "";

    if (strcmp(before, after) != 0)
        diff_add(diff, pair, breaks, aspect, "%s %s, was %s", aspect,
                 *after ? after : "not told", *before ? before : "not told");
}

static bool has_code(const struct abx_contract *contract, const char *code)
{
    size_t i;

    for (i = 0; i < contract->n_codes; i++)
        if (strcmp(contract->codes[i], code) == 0)
            return true;
    return false;
}

static void compare_codes(struct diff *diff, const struct diff_pair *pair,
                          const struct abx_contract *const contracts[2])
{
    static const char *const words[2] = {"no longer fails with", "fails with"};
    int side;
    size_t i;

    for (side = 1; side >= 0; side--)
        for (i = 0; i < contracts[side]->n_codes; i++)
            if (!has_code(contracts[!side], contracts[side]->codes[i]))
                diff_add(diff, pair, false, "code", "%s %s", words[side],
                         contracts[side]->codes[i]);
}

static bool has_success(const struct abx_contract *contract, const char *name)
{
    size_t i;

    for (i = 0; i < contract->n_successes; i++)
        if (strcmp(contract->successes[i], name) == 0)
            return true;
    return false;
}

static void compare_successes(struct diff *diff, const struct diff_pair *pair,
                              const struct abx_contract *const contracts[2])
{
    static const char *const words[2] = {"is a failure now", "is no failure now"};
    int side;
    size_t i;

    for (side = 1; side >= 0; side--)
        for (i = 0; i < contracts[side]->n_successes; i++)
            if (!has_success(contracts[!side], contracts[side]->successes[i]))
                diff_add(diff, pair, true, "success", "%s %s",
                         contracts[side]->successes[i], words[side]);
}

/* A contract that the table did not tell before breaks nobody. */
static void compare_contracts(struct diff *diff, const struct diff_pair *pair,
                              const struct abx_contract *const contracts[2])
{
    const struct abx_contract *before = contracts[0];
    const struct abx_contract *after = contracts[1];
    bool is_known = before->when != NULL;

    add_words(diff, pair, is_known, "failure",
              (const char *const[2]){before->when, after->when});
    if (is_known && after->when) {
        add_words(diff, pair, true, "code in",
                  (const char *const[2]){before->where, after->where});
        add_words(diff, pair, true, "code space",
                  (const char *const[2]){before->space, after->space});
        if (before->clears != after->clears)
            diff_add(diff, pair, true, "clear",
                     after->clears ? "the slot is to be cleared first"
                                   : "the slot need not be cleared first");
        compare_successes(diff, pair, contracts);
        if (before->is_fresh != after->is_fresh)
            diff_add(diff, pair, false, "fresh",
                     after->is_fresh ? "may leave no code" : "leaves a code always");
        if (before->blocks != after->blocks)
            diff_add(diff, pair, false, "blocks",
                     after->blocks ? "may block" : "does not block");
        add_words(diff, pair, before->eintr && after->eintr, "after EINTR",
                  (const char *const[2]){before->eintr, after->eintr});
        add_words(diff, pair, before->timeout && after->timeout, "timeout",
                  (const char *const[2]){before->timeout, after->timeout});
        add_words(diff, pair, false, "texts from",
                  (const char *const[2]){before->texts, after->texts});
        add_words(diff, pair, false, "cause in errno with",
                  (const char *const[2]){before->cause, after->cause});
    }
    compare_codes(diff, pair, contracts);
}

/* ---- the line */

static struct abx_function *find_function(struct diff *diff, int side,
                                          const struct abx_entry *entry)
{
    struct abx_function *function;
    struct abx_error err = {0};
    int status = abx_table_find_declaration(
        diff->tables[side], diff_copy(diff, entry->name, entry->name_size), &function,
        &err);

    if (status == ABX_OK)
        return function;
    diff_fail(diff, side, status, &err);
    return NULL;
}

static bool has_same_name(const struct diff_pair *pair)
{
    const struct abx_entry *before = pair->entries[DIFF_BEFORE];
    const struct abx_entry *after = pair->entries[DIFF_AFTER];

    return before->name_size == after->name_size &&
           memcmp(before->name, after->name, before->name_size) == 0;
}

void diff_compare_function(struct diff *diff, const struct diff_pair *pair)
{
    size_t n_items = diff->n_items;
    const struct abx_function *functions[2];
    const struct abx_type *types[2];
    const struct abx_contract *contracts[2];
    struct diff_attributes attributes[2];
    int side;

    for (side = 0; side < 2; side++) {
        functions[side] = find_function(diff, side, pair->entries[side]);
        if (!functions[side])
            return;
        types[side] = abx_function_type(functions[side]);
        contracts[side] = abx_function_contract(functions[side]);
    }
    compare_types(diff, pair, types);
    for (side = 0; side < 2; side++)
        diff_attributes_of_function(diff, &attributes[side], functions[side]);
    diff_attributes(diff, pair, attributes);
    diff_attributes_finish(&attributes[0]);
    diff_attributes_finish(&attributes[1]);
    compare_contracts(diff, pair, contracts);
    /* What an alias stands for has another name, and so another line. */
    if (diff->n_items == n_items && diff->status == ABX_OK && has_same_name(pair))
        diff_add(diff, pair, true, "line", "%.*s", (int)pair->entries[1]->text_size,
                 pair->entries[1]->text);
}
