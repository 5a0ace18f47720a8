/* The lists of words stand here once, for whoever writes contracts and whoever reads
 * them. */
#include "contract_words.h"

#include <ctype.h>
#include <string.h>

#include "grammar.h"

static const char *const slots[] = {"errno", "result", "-result", "none"};

static const char *const flags[] = {"clear",       "eintr=retry", "eintr=timeout",
                                    "eintr=never", "eintr=done",  "blocks"};

static bool is_integer(const char *word)
{
    word += *word == '-';
    return *word && word[strspn(word, "0123456789")] == '\0';
}

static bool is_name(const char *word, const char *end)
{
    if (word == end || isdigit((unsigned char)*word))
        return false;
    while (word < end && abx_is_name_char(*word))
        word++;
    return word == end;
}

/* "NULL", "nonzero", "negative" and "any" have the form of a name themselves. */
bool abx_contract_is_when(const char *word)
{
    return is_integer(word) || is_name(word, word + strlen(word));
}

bool abx_contract_is_constant(const char *word)
{
    static const char *const keywords[] = {"NULL", "nonzero", "negative", "any", "never"};

    for (size_t i = 0; i < sizeof(keywords) / sizeof(*keywords); i++)
        if (!strcmp(keywords[i], word))
            return false;
    return !is_integer(word);
}

bool abx_contract_is_where(const char *word)
{
    const char *slash = strchr(word, '/');
    size_t size = slash ? (size_t)(slash - word) : strlen(word);

    if (slash && !is_name(slash + 1, word + strlen(word)))
        return false;
    for (size_t i = 0; i < sizeof(slots) / sizeof(*slots); i++)
        if (strlen(slots[i]) == size && !strncmp(slots[i], word, size))
            return true;
    return false;
}

bool abx_contract_is_flag(const char *word)
{
    for (size_t i = 0; i < sizeof(flags) / sizeof(*flags); i++)
        if (!strcmp(flags[i], word))
            return true;
    return false;
}
