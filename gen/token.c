/* Pieces of C's text: so much of its lexical grammar as the text of macros needs. */
#include "gen/token.h"

#include <ctype.h>
#include <string.h>

bool gen_is_word_char(char c)
{
    return isalnum((unsigned char)c) || c == '_' || c == '$';
}

bool gen_is_comment(const char *at, const char *end)
{
    return at + 1 < end && *at == '/' && (at[1] == '*' || at[1] == '/');
}

const char *gen_skip_comment(const char *at, const char *end)
{
    bool is_line = at[1] == '/';

    for (at += 2; at < end; at++) {
        if (is_line && *at == '\n')
            return at;
        if (!is_line && *at == '*' && at + 1 < end && at[1] == '/')
            return at + 2;
    }
    return end;
}

bool gen_token_next(const char **atp, const char **tokenp, size_t *sizep)
{
    const char *at = *atp + strspn(*atp, " ");

    if (!*at)
        return false;
    *tokenp = at;
    if (gen_is_word_char(*at)) {
        while (gen_is_word_char(*at) || (*at == '.' && isdigit((unsigned char)**tokenp)))
            at++;
    } else if (*at == '"' || *at == '\'') {
        char quote = *at++;

        while (*at && *at != quote)
            at += *at == '\\' && at[1] ? 2 : 1;
        at += *at != '\0';
    } else {
        at++;
    }
    *sizep = (size_t)(at - *tokenp);
    *atp = at;
    return true;
}

bool gen_token_is(const char *token, size_t size, const char *word)
{
    return strlen(word) == size && !strncmp(token, word, size);
}
