/*
 * The shell's patterns, byte by byte, as fnmatch has them where no locale is set; Windows has
 * no fnmatch, and a pattern shall mean the same everywhere.
 */
#include "tools/pattern.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

/* What a piece of a pattern says of a character. */
enum answer { NO, YES, NO_PIECE };

static const struct {
    const char *name;
    int (*has)(int c);
} classes[] = {
    {"alnum", isalnum}, {"alpha", isalpha}, {"blank", isblank}, {"cntrl", iscntrl},
    {"digit", isdigit}, {"graph", isgraph}, {"lower", islower}, {"print", isprint},
    {"punct", ispunct}, {"space", isspace}, {"upper", isupper}, {"xdigit", isxdigit},
};

/* The class "[:name:]" at *@atp, which moves behind it. NO_PIECE: there is no such class. */
static enum answer ask_class(const char **atp, unsigned char c)
{
    const char *name = *atp + strlen("[:");
    size_t size = (size_t)(strstr(name, ":]") - name);

    *atp = name + size + strlen(":]");
    for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); i++)
        if (strlen(classes[i].name) == size && memcmp(classes[i].name, name, size) == 0)
            return classes[i].has(c) ? YES : NO;
    return NO_PIECE;
}

static bool is_class(const char *at)
{
    size_t size;

    if (strncmp(at, "[:", 2) != 0)
        return false;
    size = strspn(at + 2, "abcdefghijklmnopqrstuvwxyz");
    return strncmp(at + 2 + size, ":]", 2) == 0;
}

/* The character in "[.c.]", or, with '=' as @mark, in "[=c=]"; '\0': there is none. */
static unsigned char symbol(const char *at, char mark)
{
    bool is_symbol =
        at[0] == '[' && at[1] == mark && at[2] && at[3] == mark && at[4] == ']';

    return is_symbol ? (unsigned char)at[2] : '\0';
}

/* The character that is written at *@atp in a set as c, \c or [.c.]; '\0': none. */
static unsigned char read_character(const char **atp)
{
    const char *at = *atp;
    unsigned char c = symbol(at, '.');

    if (c) {
        *atp = at + strlen("[.c.]");
        return c;
    }
    at += *at == '\\';
    *atp = at + (*at != '\0');
    return (unsigned char)*at;
}

static enum answer ask_range(const char **atp, unsigned char c)
{
    unsigned char least = read_character(atp);
    unsigned char most = least;

    if (**atp == '-' && (*atp)[1] && (*atp)[1] != ']') {
        ++*atp;
        most = read_character(atp);
    }
    return c >= least && c <= most ? YES : NO;
}

static enum answer ask_element(const char **atp, unsigned char c)
{
    unsigned char same = symbol(*atp, '=');

    if (is_class(*atp))
        return ask_class(atp, c);
    if (!same)
        return ask_range(atp, c);
    *atp += strlen("[=c=]");
    return c == same ? YES : NO;
}

/*
 * The set at *@atp, which moves behind its ']'. NO_PIECE: there is none, so that '[' stands for
 * itself. From an unknown class on a set has no characters, nor has its negation.
 */
static enum answer ask_set(const char **atp, unsigned char c)
{
    const char *at = *atp + 1;
    bool is_negated = *at == '!' || *at == '^';
    const char *first = at += is_negated;
    bool is_wrong = false;
    bool is_found = false;

    while (*at && (*at != ']' || at == first)) {
        enum answer answer = ask_element(&at, c);

        is_wrong = is_wrong || (answer == NO_PIECE && !is_found);
        is_found = is_found || answer == YES;
    }
    if (!*at)
        return NO_PIECE;
    *atp = at + 1;
    return !is_wrong && is_found != is_negated ? YES : NO;
}

/* Whether the piece of the pattern at *@atp, which is no '*', takes @c; it moves behind it. */
static bool takes(const char **atp, unsigned char c)
{
    enum answer answer = **atp == '[' ? ask_set(atp, c) : NO_PIECE;

    if (answer != NO_PIECE)
        return answer == YES;
    if (**atp == '?') {
        ++*atp;
        return true;
    }
    if (**atp == '\\')
        ++*atp;
    return **atp && (unsigned char)*(*atp)++ == c;
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
        } else if (*pattern && *text && takes(&pattern, (unsigned char)*text)) {
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
