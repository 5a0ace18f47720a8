/*
 * Failure contracts. A contract is read once, when its function is found, into a verdict
 * that a call can apply with a few comparisons; all that costs more, such as finding the
 * name and the text of a code, happens only after a call did fail.
 */
#include "runtime/contract.h"

#include <stdlib.h>
#include <string.h>

#include "runtime/error.h"
#include "runtime/os.h"
#include "runtime/table.h"
#include "runtime/type.h"

struct parser {
    struct abx_table *table;
    const struct abx_type *function;
    struct abx_text *text;
    struct abx_contract *contract;
    struct abx_verdict *verdict;
    struct abx_error *err;
};

static int broken(struct parser *p, const char *what, const char *word)
{
    abx_error_broken(p->err, abx_table_line(p->table, p->text->line), "%s: %s", what,
                     word);
    return ABX_BROKEN;
}

/* A terminated copy of what stands in front of one of @stops. */
static int take_word(struct parser *p, const char *stops, const char **wordp)
{
    const char *begin = p->text->at;
    char *word;

    while (p->text->at < p->text->end && strchr(stops, *p->text->at) == NULL)
        p->text->at++;
    if (p->text->at == begin)
        return broken(p, "the failure contract lacks a word", "fails=");
    word = abx_arena_copy(&p->table->arena, begin, (size_t)(p->text->at - begin));
    if (word == NULL) {
        abx_error_no_memory(p->err);
        return ABX_NO_MEMORY;
    }
    *wordp = word;
    return ABX_OK;
}

static bool take_char(struct parser *p, char c)
{
    if (p->text->at >= p->text->end || *p->text->at != c)
        return false;
    p->text->at++;
    return true;
}

static const enum abx_result_class result_classes[ABX_N_TYPE_KINDS] = {
    [ABX_TYPE_BOOL] = ABX_RESULT_INTEGER,    [ABX_TYPE_CHAR] = ABX_RESULT_INTEGER,
    [ABX_TYPE_INT] = ABX_RESULT_INTEGER,     [ABX_TYPE_ENUM] = ABX_RESULT_INTEGER,
    [ABX_TYPE_POINTER] = ABX_RESULT_POINTER, [ABX_TYPE_FLOAT] = ABX_RESULT_FLOAT,
};

static void classify_result(struct abx_verdict *verdict, const struct abx_type *result)
{
    const struct abx_type *type = abx_type_strip(result);

    verdict->result = result_classes[type->kind];
    verdict->result_size = (unsigned)type->size;
    verdict->is_result_signed =
        verdict->result == ABX_RESULT_INTEGER && abx_type_is_signed(type);
    if (verdict->result == ABX_RESULT_INTEGER && type->size > sizeof(uint64_t))
        verdict->result = ABX_RESULT_OTHER;
}

static uint64_t cut(uint64_t bits, unsigned size)
{
    return size >= sizeof(bits) ? bits : bits & ((UINT64_C(1) << (8 * size)) - 1);
}

/* Whether @bits, read as signed or not, can be a result of that width. */
static bool fits(const struct abx_verdict *verdict, uint64_t bits, bool is_negative)
{
    unsigned width = 8 * verdict->result_size;
    uint64_t top = width == 0 ? 0 : UINT64_C(1) << (width - 1);

    if (is_negative)
        return bits >= -top;
    return verdict->is_result_signed ? bits < top
                                     : cut(bits, verdict->result_size) == bits;
}

static int set_integer(struct parser *p, const char *word)
{
    struct abx_verdict *verdict = p->verdict;
    bool is_negative = *word == '-';
    int saved = abx_os_errno();
    uint64_t magnitude;
    bool is_read;

    abx_os_set_errno(0);
    magnitude = strtoull(word + is_negative, NULL, 10);
    is_read = abx_os_errno() == 0;
    abx_os_set_errno(saved);
    verdict->bits = is_negative ? -magnitude : magnitude;
    verdict->number = is_negative ? -(double)magnitude : (double)magnitude;
    if (!is_read || (is_negative && magnitude > UINT64_C(1) << 63) ||
        (verdict->result != ABX_RESULT_FLOAT &&
         !fits(verdict, verdict->bits, is_negative)))
        return broken(p, "no result of the function can be equal to", word);
    verdict->bits = cut(verdict->bits, verdict->result_size);
    return ABX_OK;
}

/* The constant, converted to the result's type as C does. */
static int set_constant(struct parser *p, const char *name)
{
    struct abx_verdict *verdict = p->verdict;
    struct abx_value value = {0};
    int status = abx_table_find_constant(p->table, name, &value, p->err);

    if (status == ABX_MISSING)
        return broken(p, "the failure contract names an unknown constant", name);
    if (status != ABX_OK)
        return status;
    if (value.kind == ABX_VALUE_POINTER && verdict->result == ABX_RESULT_POINTER)
        verdict->bits = (uint64_t)(uintptr_t)value.p;
    else if (value.kind == ABX_VALUE_INT || value.kind == ABX_VALUE_UINT)
        verdict->bits = value.u;
    else if (value.kind != ABX_VALUE_FLOAT || verdict->result != ABX_RESULT_FLOAT)
        return broken(p, "no result of the function can be equal to", name);
    verdict->bits = cut(verdict->bits, verdict->result_size);
    if (value.kind == ABX_VALUE_FLOAT)
        verdict->number = value.f;
    else
        verdict->number = value.kind == ABX_VALUE_INT ? (double)value.i : (double)value.u;
    return ABX_OK;
}

/* Where there is no result to compare with, that is told elsewhere. */
static bool can_be_negative(const struct abx_verdict *verdict)
{
    return verdict->result == ABX_RESULT_FLOAT || verdict->result == ABX_RESULT_OTHER ||
           verdict->is_result_signed;
}

static int parse_when(struct parser *p)
{
    struct abx_verdict *verdict = p->verdict;
    const char *word = NULL;
    int status = take_word(p, ": ", &word);

    if (status != ABX_OK)
        return status;
    p->contract->when = word;
    verdict->when = abx_contract_find_when(word);
    if (strcmp(word, "NULL") == 0 && verdict->result != ABX_RESULT_POINTER)
        return broken(p, "only a pointer can be", word);
    if (verdict->when == ABX_WHEN_NEVER)
        return broken(p, "something follows in the failure contract", word);
    if (verdict->when == ABX_WHEN_NEGATIVE && !can_be_negative(verdict))
        return broken(p,
                      verdict->result == ABX_RESULT_POINTER
                          ? "a pointer cannot be"
                          : "an unsigned result cannot be",
                      word);
    if (verdict->when != ABX_WHEN_ANY && verdict->result == ABX_RESULT_OTHER)
        return broken(p, "the function has no result to compare with", word);
    if (verdict->when != ABX_WHEN_UNKNOWN)
        return ABX_OK;
    verdict->when = ABX_WHEN_EQUAL;
    return abx_contract_is_integer(word) ? set_integer(p, word) : set_constant(p, word);
}

static int parse_where(struct parser *p)
{
    const char *word = NULL;
    int status = take_char(p, ':') ? take_word(p, "/, ", &word)
                                   : broken(p, "the failure contract lacks", "WHERE");

    if (status != ABX_OK)
        return status;
    if (!abx_contract_find_where(word, &p->verdict->where))
        return broken(p, "the failure contract has its code in an unknown place", word);
    p->contract->where = word;
    if (p->verdict->where == ABX_WHERE_LAST_ERROR && p->table->is_native &&
        !abx_os_has_last_error())
        return broken(p, "this system has no such place for codes", word);
    p->contract->space = abx_contract_usual_space(p->verdict->where);
    if (abx_contract_is_result_code(p->verdict->where) &&
        p->verdict->result != ABX_RESULT_INTEGER)
        return broken(p, "the function's result cannot be a code", word);
    if (!take_char(p, '/'))
        return ABX_OK;
    if (!abx_contract_has_spaces(p->verdict->where))
        return broken(p, "it can't have another code space", word);
    return take_word(p, ", ", &p->contract->space);
}

static const struct {
    const char *word;
    enum abx_eintr eintr;
} eintrs[] = {
    {"done", ABX_EINTR_DONE},
    {"never", ABX_EINTR_NEVER},
    {"retry", ABX_EINTR_RETRY},
    {"timeout", ABX_EINTR_UNKNOWN}, /* which is the timeout: whoever calls has to know */
};

/* The class of parameter @number, from 1; ABX_RESULT_OTHER where there is none. */
static enum abx_result_class parameter_class(const struct parser *p, unsigned number)
{
    const struct abx_type *function = p->function;

    if (number == 0 || number > function->n_parameters)
        return ABX_RESULT_OTHER;
    return result_classes[abx_type_strip(function->parameters[number - 1].type)->kind];
}

/* Whether an object behind a pointer holds a time, is asked when the function is found. */
static int set_timeout(struct parser *p, const char *text)
{
    struct abx_timeout_words words;
    enum abx_result_class is;

    if (!abx_contract_read_timeout(text, &words))
        return broken(p, "the failure contract does not say which parameter", text);
    is = parameter_class(p, words.parameter);
    if (is !=
        (words.unit == ABX_TIMEOUT_OBJECT ? ABX_RESULT_POINTER : ABX_RESULT_INTEGER))
        return broken(p, "the function has no such timeout", text);
    if (words.clock != 0 && (parameter_class(p, words.clock) != ABX_RESULT_INTEGER ||
                             parameter_class(p, words.flags) != ABX_RESULT_INTEGER))
        return broken(p, "the function has no such clock and flags", text);
    p->contract->eintr = "timeout";
    p->contract->timeout = text;
    p->verdict->eintr = ABX_EINTR_TIMEOUT;
    return ABX_OK;
}

static int set_eintr(struct parser *p, const char *word)
{
    const char *colon = strchr(word, ':');

    if (p->contract->eintr != NULL)
        return broken(p, "second flag of the failure contract for EINTR", word);
    if (colon != NULL)
        return set_timeout(p, colon + 1);
    p->contract->eintr = strchr(word, '=') + 1;
    for (size_t i = 0; i < sizeof(eintrs) / sizeof(*eintrs); i++) {
        if (strcmp(eintrs[i].word, p->contract->eintr) == 0)
            p->verdict->eintr = eintrs[i].eintr;
    }
    return ABX_OK;
}

/* A result that is as good as another, by the constant that it is equal to. */
static int add_success(struct parser *p, const char *name)
{
    struct abx_verdict *verdict = p->verdict;
    struct abx_value value = {0};
    const char **names = (const char **)p->contract->successes;
    int status = abx_table_find_constant(p->table, name, &value, p->err);

    if (status == ABX_MISSING)
        return broken(p, "the failure contract names an unknown constant", name);
    if (status != ABX_OK)
        return status;
    if (verdict->result != ABX_RESULT_INTEGER ||
        (value.kind != ABX_VALUE_INT && value.kind != ABX_VALUE_UINT))
        return broken(p, "no result of the function can be equal to", name);
    if (verdict->n_successes == ABX_MAX_SUCCESSES)
        return broken(p, "too many results are successes, the last", name);
    if (names == NULL)
        names = abx_arena_alloc(&p->table->arena, ABX_MAX_SUCCESSES * sizeof(*names));
    if (names == NULL)
        return abx_error_no_memory(p->err);
    names[verdict->n_successes] = name;
    p->contract->successes = names;
    verdict->successes[verdict->n_successes++] = cut(value.u, verdict->result_size);
    p->contract->n_successes = verdict->n_successes;
    return ABX_OK;
}

static int set_flag(struct parser *p, const char *word)
{
    switch (abx_contract_find_flag(word)) {
    case ABX_FLAG_CAUSE:
        p->contract->cause = strchr(word, '=') + 1;
        return ABX_OK;
    case ABX_FLAG_SUCCESS:
        return add_success(p, strchr(word, '=') + 1);
    case ABX_FLAG_TEXT:
        p->contract->texts = strchr(word, '=') + 1;
        return ABX_OK;
    case ABX_FLAG_CLEAR:
        p->contract->clears = true;
        p->verdict->clears = p->verdict->zero_succeeds =
            abx_contract_is_slot(p->verdict->where);
        return ABX_OK;
    case ABX_FLAG_FRESH:
        p->contract->is_fresh = p->verdict->clears = true;
        return ABX_OK;
    case ABX_FLAG_BLOCKS:
        p->contract->blocks = true;
        return ABX_OK;
    case ABX_FLAG_EINTR:
        return set_eintr(p, word);
    default:
        return broken(p, "unknown flag of the failure contract", word);
    }
}

static int parse_flags(struct parser *p)
{
    const char *word = NULL;
    int status = ABX_OK;

    while (status == ABX_OK && take_char(p, ',')) {
        status = take_word(p, ", ", &word);
        if (status == ABX_OK)
            status = set_flag(p, word);
    }
    return status;
}

static size_t count_codes(const struct abx_text *text)
{
    size_t n = 0;

    for (const char *c = text->at; c < text->end; c++)
        n += *c == ' ';
    return n;
}

static int parse_codes(struct parser *p)
{
    size_t n_codes = count_codes(p->text);
    const char **codes =
        abx_arena_alloc(&p->table->arena, (n_codes + 1) * sizeof(*codes));
    int status = ABX_OK;

    if (codes == NULL)
        return abx_error_no_memory(p->err);
    p->contract->codes = codes;
    while (status == ABX_OK && take_char(p, ' ')) {
        size_t n = p->contract->n_codes;

        status = take_word(p, " ", &codes[n]);
        if (status == ABX_OK && n > 0 && strcmp(codes[n - 1], codes[n]) >= 0)
            status =
                broken(p, "the codes of the failure contract are not sorted", codes[n]);
        p->contract->n_codes = n + 1;
    }
    if (status == ABX_OK && p->text->at != p->text->end)
        return broken(p, "the failure contract does not end where it should",
                      p->contract->when);
    return status;
}

static int check_flags(struct parser *p)
{
    if (p->verdict->when == ABX_WHEN_ANY && !p->verdict->zero_succeeds)
        return broken(p, "where any result may mean failure, a flag is required",
                      "clear");
    if (p->contract->is_fresh && !abx_contract_is_slot(p->verdict->where))
        return broken(p, "only errno and last_error can be fresh, not",
                      p->contract->where);
    if (p->contract->clears && !abx_contract_is_slot(p->verdict->where) &&
        (p->verdict->where != ABX_WHERE_NONE || p->contract->texts == NULL))
        return broken(p, "only errno, last_error and the last text can be cleared, not",
                      p->contract->where);
    return ABX_OK;
}

static const struct abx_contract never = {
    .when = "never", .where = "none", .space = "errno"};

/* "never" or "never,blocks". */
static bool take_never(struct parser *p)
{
    size_t size = (size_t)(p->text->end - p->text->at);
    bool blocks = size == 12;

    if ((size != 5 && !blocks) || memcmp(p->text->at, "never,blocks", size) != 0)
        return false;
    *p->contract = never;
    p->contract->blocks = blocks;
    p->verdict->when = ABX_WHEN_NEVER;
    p->text->at = p->text->end;
    return true;
}

int abx_contract_parse(struct abx_table *table, const struct abx_type *function,
                       struct abx_text *text, struct abx_contract *contract,
                       struct abx_verdict *verdict, struct abx_error *err)
{
    static int (*const steps[])(struct parser *) = {parse_when, parse_where, parse_flags,
                                                    check_flags, parse_codes};
    struct parser p = {table, function, text, contract, verdict, err};
    int status = ABX_OK;

    memset(contract, 0, sizeof(*contract));
    memset(verdict, 0, sizeof(*verdict));
    classify_result(verdict, function->target);
    if (take_never(&p))
        return ABX_OK;
    for (size_t i = 0; status == ABX_OK && i < sizeof(steps) / sizeof(*steps); i++)
        status = steps[i](&p);
    return status;
}

static bool is_equal(const struct abx_verdict *verdict, const struct abx_outcome *outcome)
{
    if (verdict->result != ABX_RESULT_FLOAT)
        return outcome->bits == verdict->bits;
    /* A contract that names NAN means any NaN. */
    return outcome->number == verdict->number ||
           (outcome->number != outcome->number && verdict->number != verdict->number);
}

static bool is_negative(const struct abx_verdict *verdict,
                        const struct abx_outcome *outcome)
{
    if (verdict->result == ABX_RESULT_FLOAT)
        return outcome->number < 0;
    return verdict->is_result_signed &&
           (outcome->bits >> (8 * verdict->result_size - 1) & 1) != 0;
}

static bool is_success(const struct abx_verdict *verdict, uint64_t bits)
{
    for (size_t i = 0; i < verdict->n_successes; i++) {
        if (verdict->successes[i] == bits)
            return true;
    }
    return false;
}

bool abx_verdict_is_failure(const struct abx_verdict *verdict,
                            const struct abx_outcome *outcome)
{
    if ((verdict->zero_succeeds && outcome->slot == 0) ||
        is_success(verdict, outcome->bits))
        return false;
    switch (verdict->when) {
    case ABX_WHEN_ANY:
        return true;
    case ABX_WHEN_EQUAL:
        return is_equal(verdict, outcome);
    case ABX_WHEN_NONZERO:
        return verdict->result == ABX_RESULT_FLOAT ? outcome->number != 0
                                                   : outcome->bits != 0;
    case ABX_WHEN_NEGATIVE:
        return is_negative(verdict, outcome);
    default:
        return false;
    }
}

int64_t abx_verdict_code(const struct abx_verdict *verdict,
                         const struct abx_outcome *outcome)
{
    unsigned unused = 64 - 8 * verdict->result_size;
    uint64_t bits = verdict->where == ABX_WHERE_NEGATED ? -outcome->bits : outcome->bits;

    if (abx_contract_is_slot(verdict->where))
        return outcome->slot;
    if (verdict->where == ABX_WHERE_H_ERRNO)
        return outcome->host_slot;
    if (verdict->where == ABX_WHERE_NONE)
        return 0;
    bits = cut(bits, verdict->result_size);
    if (verdict->is_result_signed && unused > 0 && unused < 64)
        bits = (uint64_t)((int64_t)(bits << unused) >> unused);
    return (int64_t)bits;
}
