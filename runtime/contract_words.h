/**
 * The words of failure contracts that the generator checks in specs and the runtime in
 * tables: bindings/FORMAT.md, "Failure contracts".
 */
#ifndef ABX_CONTRACT_WORDS_H
#define ABX_CONTRACT_WORDS_H

#include <stdbool.h>

/* Which result means failure. */
enum abx_when {
    ABX_WHEN_UNKNOWN, /* the table does not say */
    ABX_WHEN_NEVER,
    ABX_WHEN_ANY,
    ABX_WHEN_EQUAL,
    ABX_WHEN_NONZERO,
    ABX_WHEN_NEGATIVE,
};

enum abx_where {
    ABX_WHERE_NONE,
    ABX_WHERE_ERRNO,
    ABX_WHERE_H_ERRNO,
    ABX_WHERE_LAST_ERROR,
    ABX_WHERE_RESULT,
    ABX_WHERE_NEGATED,
};

/* What a flag sets. */
enum abx_flag {
    ABX_FLAG_UNKNOWN,
    ABX_FLAG_BLOCKS,
    ABX_FLAG_CAUSE, /* "errno=EAI_SYSTEM" */
    ABX_FLAG_CLEAR,
    ABX_FLAG_EINTR,
    ABX_FLAG_FRESH,
    ABX_FLAG_SUCCESS, /* "success=SQLITE_ROW" */
    ABX_FLAG_TEXT,    /* "text=zError" */
};

/* The keyword's meaning; ABX_WHEN_UNKNOWN for numbers and names. */
enum abx_when abx_contract_find_when(const char *word);

/* "-1": as the format writes integers. */
bool abx_contract_is_integer(const char *word);

/* "-1", "NULL", "nonzero", "any", the name of a constant, … */
bool abx_contract_is_when(const char *word);

/* Whether a word that is_when accepts is the name of a constant: "MAP_FAILED". */
bool abx_contract_is_constant(const char *word);

/* The meaning of "errno", "h_errno", "last_error", "result", …; false: of no such word. */
bool abx_contract_find_where(const char *word, enum abx_where *wherep);

/* Whether the result itself is the code. */
bool abx_contract_is_result_code(enum abx_where where);

/* Whether its codes may be of another space than the usual one. */
bool abx_contract_has_spaces(enum abx_where where);

/* Whether it is a variable that can be set before a call: "clear" and "fresh". */
bool abx_contract_is_slot(enum abx_where where);

/* The space of codes where none is named: "errno", or a prefix of constants. */
const char *abx_contract_usual_space(enum abx_where where);

/* A word that find_where knows, or one with a space: "result/EAI_", "last_error/WSA". */
bool abx_contract_is_where(const char *word);

/* What the parameter that is the timeout holds. */
enum abx_timeout_unit {
    ABX_TIMEOUT_OBJECT, /* a pointer to a struct timespec or timeval */
    ABX_TIMEOUT_SECONDS,
    ABX_TIMEOUT_MILLISECONDS,
    ABX_TIMEOUT_MICROSECONDS,
};

/* What "eintr=timeout:" tells; parameters count from 1, 0: there is none. */
struct abx_timeout_words {
    unsigned parameter;
    enum abx_timeout_unit unit;
    unsigned clock; /* the clock that the timeout is measured by */
    unsigned flags; /* TIMER_ABSTIME in it: the timeout is a point in time */
};

/* Reads what stands behind "eintr=timeout:"; false where it is not well-formed. */
bool abx_contract_read_timeout(const char *text, struct abx_timeout_words *words);

/* The meaning of "clear", "blocks", "eintr=retry", "text=NAME", … */
enum abx_flag abx_contract_find_flag(const char *word);

bool abx_contract_is_flag(const char *word);

#endif
