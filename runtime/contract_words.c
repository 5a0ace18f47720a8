/* The lists of words stand here once, for whoever writes contracts and whoever reads
 * them. */
#include "contract_words.h"

#include <ctype.h>
#include <string.h>

#include "grammar.h"

static const struct {
    const char *word;
    enum abx_when when;
} whens[] = {
    {"NULL", ABX_WHEN_EQUAL},        {"any", ABX_WHEN_ANY},
    {"negative", ABX_WHEN_NEGATIVE}, {"never", ABX_WHEN_NEVER},
    {"nonzero", ABX_WHEN_NONZERO},
};

static const struct {
    const char *word;
    enum abx_where where;
} wheres[] = {
    {"-result", ABX_WHERE_NEGATED}, {"errno", ABX_WHERE_ERRNO},
    {"h_errno", ABX_WHERE_H_ERRNO}, {"last_error", ABX_WHERE_LAST_ERROR},
    {"none", ABX_WHERE_NONE},       {"result", ABX_WHERE_RESULT},
};

static const struct {
    const char *word;
    enum abx_flag flag;
} flags[] = {
    {"blocks", ABX_FLAG_BLOCKS},     {"clear", ABX_FLAG_CLEAR},
    {"eintr=done", ABX_FLAG_EINTR},  {"eintr=never", ABX_FLAG_EINTR},
    {"eintr=retry", ABX_FLAG_EINTR}, {"eintr=timeout", ABX_FLAG_EINTR},
    {"fresh", ABX_FLAG_FRESH},
};

enum {
    N_WHENS = sizeof(whens) / sizeof(*whens),
    N_WHERES = sizeof(wheres) / sizeof(*wheres),
    N_FLAGS = sizeof(flags) / sizeof(*flags),
};

enum abx_when abx_contract_find_when(const char *word)
{
    for (size_t i = 0; i < N_WHENS; i++) {
        if (strcmp(whens[i].word, word) == 0)
            return whens[i].when;
    }
    return ABX_WHEN_UNKNOWN;
}

bool abx_contract_is_integer(const char *word)
{
    const char *digits = word + (*word == '-');

    return *digits != '\0' && digits[strspn(digits, "0123456789")] == '\0' &&
           (*digits != '0' || word[1] == '\0');
}

static bool is_name(const char *word)
{
    if (*word == '\0' || isdigit((unsigned char)*word))
        return false;
    while (abx_is_name_char(*word))
        word++;
    return *word == '\0';
}

/* The keywords have the form of a name themselves. */
bool abx_contract_is_when(const char *word)
{
    return abx_contract_is_integer(word) || is_name(word);
}

bool abx_contract_is_constant(const char *word)
{
    return abx_contract_find_when(word) == ABX_WHEN_UNKNOWN &&
           !abx_contract_is_integer(word);
}

static bool find_where(const char *word, size_t size, enum abx_where *wherep)
{
    for (size_t i = 0; i < N_WHERES; i++) {
        if (strlen(wheres[i].word) != size || memcmp(wheres[i].word, word, size) != 0)
            continue;
        *wherep = wheres[i].where;
        return true;
    }
    return false;
}

bool abx_contract_find_where(const char *word, enum abx_where *wherep)
{
    return find_where(word, strlen(word), wherep);
}

bool abx_contract_is_result_code(enum abx_where where)
{
    return where == ABX_WHERE_RESULT || where == ABX_WHERE_NEGATED;
}

bool abx_contract_has_spaces(enum abx_where where)
{
    return abx_contract_is_result_code(where) || where == ABX_WHERE_LAST_ERROR;
}

bool abx_contract_is_slot(enum abx_where where)
{
    return where == ABX_WHERE_ERRNO || where == ABX_WHERE_LAST_ERROR;
}

const char *abx_contract_usual_space(enum abx_where where)
{
    switch (where) {
    case ABX_WHERE_H_ERRNO:
        return "h_errno";
    case ABX_WHERE_LAST_ERROR:
        return "ERROR_";
    default:
        return "errno";
    }
}

bool abx_contract_is_where(const char *word)
{
    const char *slash = strchr(word, '/');
    enum abx_where where;

    if (slash == NULL)
        return abx_contract_find_where(word, &where);
    return find_where(word, (size_t)(slash - word), &where) &&
           abx_contract_has_spaces(where) && is_name(slash + 1);
}

/* ---- timeouts ---- */

static const struct {
    const char *word;
    enum abx_timeout_unit unit;
} units[] = {
    {"", ABX_TIMEOUT_OBJECT},
    {"ms", ABX_TIMEOUT_MILLISECONDS},
    {"s", ABX_TIMEOUT_SECONDS},
    {"us", ABX_TIMEOUT_MICROSECONDS},
};

/* The number of a parameter, as the format writes it; 0 where there is none. */
static unsigned take_parameter(const char **atp)
{
    unsigned number = 0;
    size_t n_digits = strspn(*atp, "0123456789");

    if (n_digits == 0 || n_digits > 4 || **atp == '0')
        return 0;
    for (; n_digits > 0; n_digits--)
        number = number * 10 + (unsigned)(*(*atp)++ - '0');
    return number;
}

static bool find_unit(const char *word, size_t size, enum abx_timeout_unit *unitp)
{
    for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
        if (strlen(units[i].word) != size || memcmp(units[i].word, word, size) != 0)
            continue;
        *unitp = units[i].unit;
        return true;
    }
    return false;
}

bool abx_contract_read_timeout(const char *text, struct abx_timeout_words *words)
{
    size_t unit_size;

    memset(words, 0, sizeof(*words));
    words->parameter = take_parameter(&text);
    unit_size = strcspn(text, "/");
    if (words->parameter == 0 || !find_unit(text, unit_size, &words->unit))
        return false;
    text += unit_size;
    if (*text == '\0')
        return true;
    text++;
    words->clock = take_parameter(&text);
    if (words->clock == 0 || *text++ != '/')
        return false;
    words->flags = take_parameter(&text);
    return words->flags != 0 && *text == '\0';
}

static bool is_timeout(const char *text)
{
    struct abx_timeout_words words;

    return abx_contract_read_timeout(text, &words);
}

/* Flags with a value. */
static const struct {
    const char *word;
    bool (*is_value)(const char *text);
    enum abx_flag flag;
} valued[] = {
    {"eintr=timeout:", is_timeout, ABX_FLAG_EINTR},
    {"errno=", is_name, ABX_FLAG_CAUSE},
    {"success=", is_name, ABX_FLAG_SUCCESS},
    {"text=", is_name, ABX_FLAG_TEXT},
};

enum abx_flag abx_contract_find_flag(const char *word)
{
    for (size_t i = 0; i < sizeof(valued) / sizeof(*valued); i++) {
        size_t size = strlen(valued[i].word);

        if (strncmp(word, valued[i].word, size) == 0 && valued[i].is_value(word + size))
            return valued[i].flag;
    }
    for (size_t i = 0; i < N_FLAGS; i++) {
        if (strcmp(flags[i].word, word) == 0)
            return flags[i].flag;
    }
    return ABX_FLAG_UNKNOWN;
}

bool abx_contract_is_flag(const char *word)
{
    return abx_contract_find_flag(word) != ABX_FLAG_UNKNOWN;
}
