/*
 * A failure contract in words: each word of the format has a short phrase for one line
 * and a long one for a sentence, in one array. The command says the same as help texts of
 * hosts do; so this stands on the public interface and is compiled once for both.
 */
#include "runtime/contract_text.h"

#include <stdio.h>
#include <string.h>

struct phrase {
    const char *word;
    const char *brief;
    const char *sentence;
};

static const struct phrase whens[] = {
    {"nonzero", "not 0", "it returns anything but 0"},
    {"negative", "negative", "it returns a negative number"},
    {"any", "any result", "it leaves a code, whatever it returns"},
    {0},
};

static const struct phrase wheres[] = {
    {"errno", "code in errno", "the code is then in errno"},
    {"h_errno", "code in h_errno", "the code is then in h_errno"},
    {"last_error", "code from GetLastError", "GetLastError then has the code"},
    {"result", "the result is the code", "the result is then the code"},
    {"-result", "the result is the negated code", "the result is then the code, negated"},
    {"none", "no code", "there is no code that says why"},
    {0},
};

static const struct phrase eintrs[] = {
    {"retry", "after EINTR call again",
     "Interrupted by a signal (EINTR), it is to be called again with the same "
     "arguments."},
    {"timeout", "after EINTR call again with the rest of the timeout",
     "Interrupted by a signal (EINTR), it is to be called again with what is left of the "
     "timeout."},
    {"never", "after EINTR do not call again",
     "Interrupted by a signal (EINTR), it must not be called again: its effect has "
     "happened."},
    {"done", "EINTR is success", "EINTR, a signal having come, is how it succeeds."},
    {0},
};

static const char blocks_sentence[] = "It may wait for something outside the process.\n";

static const struct phrase *find_phrase(const struct phrase *phrases, const char *word)
{
    for (; phrases->word; phrases++)
        if (word && strcmp(phrases->word, word) == 0)
            return phrases;
    return NULL;
}

/* A code space of its own, other than errno's; NULL if it has none. */
static const char *own_space(const struct abx_contract *contract)
{
    if (!contract->space || strcmp(contract->space, "errno") == 0 || !*contract->space)
        return NULL;
    return contract->space;
}

void abx_contract_put_line(struct abx_buffer *out, const struct abx_contract *contract)
{
    const struct phrase *when = find_phrase(whens, contract->when);
    const struct phrase *where = find_phrase(wheres, contract->where);
    const struct phrase *eintr = find_phrase(eintrs, contract->eintr);
    size_t i;

    if (strcmp(contract->when, "never") == 0) {
        abx_buffer_printf(out, "never%s", contract->blocks ? "; may block" : "");
        return;
    }
    abx_buffer_puts(out, when ? when->brief : contract->when);
    if (where)
        abx_buffer_printf(out, ", %s", where->brief);
    if (own_space(contract))
        abx_buffer_printf(out, " (%s…)", own_space(contract));
    if (contract->clears)
        abx_buffer_puts(out, "; cleared first");
    if (contract->is_fresh)
        abx_buffer_puts(out, "; may leave no code");
    if (contract->blocks)
        abx_buffer_puts(out, "; may block");
    if (eintr)
        abx_buffer_printf(out, "; %s", eintr->brief);
    if (contract->timeout)
        abx_buffer_printf(out, " (%s)", contract->timeout);
    for (i = 0; i < contract->n_successes; i++)
        abx_buffer_printf(out, "; %s is success", contract->successes[i]);
    if (contract->cause)
        abx_buffer_printf(out, "; %s: cause in errno", contract->cause);
    if (contract->texts)
        abx_buffer_printf(out, "; text from %s", contract->texts);
    for (i = 0; i < contract->n_codes; i++)
        abx_buffer_printf(out, "%s%s", i == 0 ? "; codes " : " ", contract->codes[i]);
}

static void put_failure(struct abx_buffer *out, const char *function,
                        const struct abx_contract *contract)
{
    const struct phrase *when = find_phrase(whens, contract->when);
    const struct phrase *where = find_phrase(wheres, contract->where);
    size_t i;

    abx_buffer_printf(out, "%s fails where ", function);
    if (when)
        abx_buffer_puts(out, when->sentence);
    else
        abx_buffer_printf(out, "it returns %s", contract->when);
    if (where)
        abx_buffer_printf(out, "; %s", where->sentence);
    if (own_space(contract))
        abx_buffer_printf(out, ", one of the constants %s…", own_space(contract));
    for (i = 0; i < contract->n_successes; i++)
        abx_buffer_printf(out, "%s%s", i == 0 ? "; but no failure is " : " and ",
                          contract->successes[i]);
    abx_buffer_puts(out, ".\n");
}

/* "4ms", "5", "3/1/2": the parameter, its unit, and the clock and flags. */
static void put_timeout(struct abx_buffer *out, const char *timeout)
{
    static const struct {
        const char *word, *unit;
    } units[] = {
        {"ms", " in milliseconds"}, {"us", " in microseconds"}, {"s", " in seconds"}};
    size_t n_digits = strspn(timeout, "0123456789");
    const char *unit = timeout + n_digits;
    const char *clock = strchr(timeout, '/');
    size_t i;

    abx_buffer_printf(out, "The timeout is parameter %.*s", (int)n_digits, timeout);
    for (i = 0; i < sizeof(units) / sizeof(*units); i++)
        if (strncmp(unit, units[i].word, strlen(units[i].word)) == 0)
            abx_buffer_puts(out, units[i].unit);
    if (clock)
        abx_buffer_printf(out,
                          ", on the clock in parameter %.*s, or a point in time if "
                          "parameter %s has TIMER_ABSTIME",
                          (int)strcspn(clock + 1, "/"), clock + 1,
                          strrchr(clock, '/') + 1);
    abx_buffer_puts(out, ".\n");
}

void abx_contract_put_sentences(struct abx_buffer *out, const char *function,
                                const struct abx_contract *contract)
{
    const struct phrase *eintr = find_phrase(eintrs, contract->eintr);

    if (!contract->when) {
        abx_buffer_printf(out, "The table does not say how %s fails.\n", function);
        return;
    }
    if (strcmp(contract->when, "never") == 0) {
        abx_buffer_printf(out, "%s never fails.\n%s", function,
                          contract->blocks ? blocks_sentence : "");
        return;
    }
    put_failure(out, function, contract);
    if (contract->clears && strcmp(contract->where, "none") == 0)
        abx_buffer_printf(out, "Where %s has no text then, it did not fail.\n",
                          contract->texts);
    else if (contract->clears)
        abx_buffer_puts(out, "The code is set to 0 before the call: a 0 in it afterwards "
                             "means success.\n");
    if (contract->is_fresh)
        abx_buffer_puts(out, "The code is set to 0 before the call: a 0 in it afterwards "
                             "means that no code says why it failed.\n");
    if (contract->blocks)
        abx_buffer_puts(out, blocks_sentence);
    if (eintr)
        abx_buffer_printf(out, "%s\n", eintr->sentence);
    if (contract->timeout)
        put_timeout(out, contract->timeout);
    if (contract->cause)
        abx_buffer_printf(out, "Where the code is %s, errno has the cause.\n",
                          contract->cause);
    if (contract->texts)
        abx_buffer_printf(out, "%s has the text of what went wrong.\n", contract->texts);
}

void abx_attributes_put_sentences(struct abx_buffer *out,
                                  const struct abx_function *function)
{
    const char *name = abx_function_name(function);
    const char *obstacle = abx_function_obstacle(function);
    const char *deprecated = abx_function_find_attribute(function, "deprecated");
    const char *untold = abx_function_find_attribute(function, "untold");

    if (deprecated)
        abx_buffer_printf(out, "%s is deprecated%s%s.\n", name, *deprecated ? ": " : "",
                          deprecated);
    if (obstacle)
        abx_buffer_printf(out, "%s can't be called through a binding: %s.\n", name,
                          obstacle);
    if (abx_function_find_attribute(function, "returns_twice") &&
        !abx_function_find_attribute(function, "refused"))
        abx_buffer_puts(out, "Write what happens between its two returns as a function "
                             "in C, and call that.\n");
    if (untold)
        abx_buffer_printf(out, "The reason: %s.\n", untold);
    if (abx_function_find_attribute(function, "warn_unused_result"))
        abx_buffer_puts(out, "Whoever calls it has to look at its result.\n");
}

/* ---- parameters ---- */

const char *abx_parameter_label(const struct abx_function *function, size_t index,
                                char *number, size_t size)
{
    const char *name = NULL;
    const struct abx_type *type;

    abx_type_parameter(abx_function_type(function), index, &name, &type);
    if (name)
        return name;
    snprintf(number, size, "%zu", index + 1);
    return number;
}

void abx_nonnull_put(struct abx_buffer *out, const struct abx_function *function,
                     const char *before, const char *after)
{
    size_t n = abx_type_n_parameters(abx_function_type(function));
    bool is_first = true;
    char number[24];
    size_t i;

    for (i = 0; i < n; i++) {
        if (!abx_function_is_nonnull(function, i))
            continue;
        abx_buffer_printf(out, "%s%s", is_first ? before : ", ",
                          abx_parameter_label(function, i, number, sizeof(number)));
        is_first = false;
    }
    if (!is_first)
        abx_buffer_puts(out, after);
}
