/*
 * Windows has no fnmatch. Of what that knows, classes such as [:alpha:] are left out.
 */
#include "tools/pattern.h"

#include <stddef.h>

/* What stands at @at inside brackets, without the backslash in front of it. */
static char read_one(const char **atp)
{
    if (**atp == '\\' && (*atp)[1])
        (*atp)++;
    return *(*atp)++;
}

/*
 * Whether @c is in the set behind '['; *@endp is then behind its ']', or NULL where there is
 * none, so that '[' stands for itself.
 */
static bool is_in_set(const char *at, char c, const char **endp)
{
    bool is_negated = *at == '!' || *at == '^';
    bool is_found = false;
    bool is_first = true;

    for (at += is_negated; *at && (*at != ']' || is_first); is_first = false) {
        char least = read_one(&at);
        char most = least;

        if (*at == '-' && at[1] && at[1] != ']') {
            at++;
            most = read_one(&at);
        }
        is_found = is_found || (c >= least && c <= most);
    }
    *endp = *at ? at + 1 : NULL;
    return is_found != is_negated;
}

/* Whether the piece of the pattern at *@atp, which is no '*', takes @c; it moves behind it. */
static bool takes(const char **atp, char c)
{
    const char *at = *atp;
    const char *end = NULL;
    bool is_in = *at == '[' && is_in_set(at + 1, c, &end);

    if (end) {
        *atp = end;
        return is_in;
    }
    if (*at == '?') {
        *atp = at + 1;
        return true;
    }
    return read_one(atp) == c;
}

/* After a mismatch the last '*' takes one character more. */
bool abx_pattern_matches(const char *pattern, const char *text)
{
    const char *behind_star = NULL;
    const char *taken = NULL;

    while (*text || *pattern) {
        if (*pattern == '*') {
            behind_star = ++pattern;
            taken = text;
        } else if (*pattern && *text && takes(&pattern, *text)) {
            text++;
        } else if (behind_star && *taken) {
            pattern = behind_star;
            text = ++taken;
        } else {
            return false;
        }
    }
    return true;
}
