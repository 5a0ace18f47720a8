/*
 * The shell's patterns. What glibc's fnmatch answers is right, for many patterns made of their
 * parts; where POSIX leaves the meaning open, what we answer is told by name.
 */
#include "tests/test.h"

#include <stdio.h>
#include <string.h>

#include "tools/pattern.h"

static const struct {
    const char *pattern;
    const char *text;
    bool is_match;
} cases[] = {
    {"", "", true},
    {"", "a", false},
    {"*", "", true},
    {"?", "", false},
    {"Create*W", "CreateFileW", true},
    {"Create*W", "CreateFileA", false},
    {"*a*b", "aXbXab", true},
    {"[[:alpha:]]reateFile*", "CreateFileW", true},
    {"[[:digit:]]reateFile*", "CreateFileW", false},
    {"[^[:upper:]_]x", "ax", true},
    {"[!a-c]", "b", false},
    {"[]-]", "]", true},
    {"[!]]", "]", false},
    {"[a-]", "-", true},
    {"[\\]]", "]", true},
    {"[[.-.]]", "-", true},
    {"[[=a=]]", "a", true},
    {"\\*", "*", true},
    {"\\*", "a", false},
    {"[ab", "[ab", true},
    {"a\\", "a\\", false},
    {"[\xe4-\xff]", "\xf0", true},
    /* no class has that name: nothing is in the set from there on */
    {"[a[:nope:]b]", "a", true},
    {"[a[:nope:]b]", "b", false},
    {"[![:nope:]]", "a", false},
    /* what begins like a symbol and is none, stands for itself */
    {"[[.]", ".", true},
    {"[[:]", ":", true},
    {"[[=]", "[", true},
};

static void patterns_match(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++)
        if (abx_pattern_matches(cases[i].pattern, cases[i].text) != cases[i].is_match)
            fail_msg("%s and %s", cases[i].pattern, cases[i].text);
}

/* A matcher that tries each way would not come to an end. */
static void many_stars_take_no_time(void **state)
{
    char text[2000];

    (void)state;
    memset(text, 'a', sizeof(text) - 1);
    text[sizeof(text) - 1] = '\0';
    assert_false(abx_pattern_matches("*a*a*a*a*a*a*a*a*a*a*a*a*b", text));
}

#ifdef __GLIBC__

#include <fnmatch.h>
#include <stdlib.h>

static const char *const pieces[] = {
    "a",     "b",     "c",     "1",         "Z",         "_",         ".",
    "=",     ":",     "*",     "?",         "-",         "]",         "[",
    "!",     "^",     "\\",    "[:alpha:]", "[:digit:]", "[:punct:]", "[:upper:]",
    "[.-.]", "[.a.]", "[.].]", "[=a=]",
};
static const char letters[] = "abc1Z_.=:*?-][!^\\\xe4";

/* Whether POSIX tells the meaning: not of a range up to a class, nor of a symbol without end. */
static bool is_defined(const char *pattern)
{
    const char *at;

    if (strstr(pattern, "-[:") || strstr(pattern, "-[="))
        return false;
    for (at = strchr(pattern, '['); at; at = strchr(at + 1, '[')) {
        size_t size = at[1] ? strcspn(at + 2, "[]") : 0;
        bool is_symbol = at[1] && strchr(".=:", at[1]);

        if (is_symbol && (size < 2 || at[1 + size] != at[1] || at[2 + size] != ']') &&
            strncmp(at, "[.].]", 5) != 0)
            return false;
    }
    return true;
}

static void put_random(char *pattern, char *text)
{
    int n = rand() % 9;

    *pattern = '\0';
    while (n-- > 0)
        strcat(pattern, pieces[(size_t)rand() % TEST_N(pieces)]);
    for (n = rand() % 5; n > 0; n--)
        *text++ = letters[(size_t)rand() % (sizeof(letters) - 1)];
    *text = '\0';
}

static void fnmatch_says_the_same(void **state)
{
    enum { ROUNDS = 1000000 };
    int n_defined = 0;
    int n_matches = 0;

    (void)state;
    srand(1);
    for (int i = 0; i < ROUNDS; i++) {
        char pattern[100];
        char text[8];
        bool is_match;

        put_random(pattern, text);
        if (!is_defined(pattern))
            continue;
        is_match = fnmatch(pattern, text, 0) == 0;
        if (abx_pattern_matches(pattern, text) != is_match)
            fail_msg("%s and %s: fnmatch says %d", pattern, text, is_match);
        n_defined++;
        n_matches += is_match;
    }
    assert_true(n_defined > ROUNDS / 2);
    assert_true(n_matches > ROUNDS / 50);
}

#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_match),
        cmocka_unit_test(many_stars_take_no_time),
#ifdef __GLIBC__
        cmocka_unit_test(fnmatch_says_the_same),
#endif
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
