/*
 * What stands in a library's place is a list in practice: INPUT and GROUP with names, of
 * which some are AS_NEEDED. A script that does more is refused, as it may well mean
 * another library.
 */
#include "gen/linker_script.h"

#include <stdbool.h>
#include <string.h>

static const struct {
    const char *word;
    bool is_skipped; /* what is in its brackets names no library */
    bool is_inside;  /* may stand in those of another */
} commands[] = {
    {"INPUT", false, false},
    {"GROUP", false, false},
    {"AS_NEEDED", false, true},
    {"OUTPUT_FORMAT", true, false},
};

static int fail(struct gen_linker_script *script, const char *problem)
{
    script->problem = problem;
    return -1;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ';';
}

static bool is_at(const struct gen_linker_script *script, const char *text)
{
    return (size_t)(script->end - script->at) >= strlen(text) &&
           !strncmp(script->at, text, strlen(text));
}

static int skip_blanks(struct gen_linker_script *script)
{
    while (script->at < script->end) {
        if (is_blank(*script->at)) {
            script->at++;
        } else if (is_at(script, "/*")) {
            for (script->at += 2; !is_at(script, "*/"); script->at++)
                if (script->at == script->end)
                    return fail(script, "a comment has no end");
            script->at += 2;
        } else {
            return 0;
        }
    }
    return 0;
}

static size_t word_size(const struct gen_linker_script *script)
{
    const char *at = script->at;

    while (at < script->end && !is_blank(*at) && *at != '(' && *at != ')')
        at++;
    return (size_t)(at - script->at);
}

/* Whether the word is a command, which then is entered. -1 where it can't stand here. */
static int enter(struct gen_linker_script *script, const char *word, size_t size)
{
    for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++) {
        if (strlen(commands[i].word) != size ||
            strncmp(word, commands[i].word, size) != 0)
            continue;
        if (skip_blanks(script) < 0)
            return -1;
        if (!is_at(script, "(") || (script->depth && !commands[i].is_inside))
            break;
        script->at++;
        script->depth++;
        if (commands[i].is_skipped)
            script->skipped_depth = script->depth;
        return 1;
    }
    return script->depth ? 0 : fail(script, "it says something else");
}

static void leave(struct gen_linker_script *script)
{
    script->at++;
    if (script->skipped_depth == script->depth)
        script->skipped_depth = 0;
    script->depth--;
}

static int finish(struct gen_linker_script *script)
{
    if (script->depth)
        return fail(script, "it ends inside brackets");
    return script->n_libraries ? 0 : fail(script, "it names no library");
}

int gen_linker_script_next(struct gen_linker_script *script, const char **wordp,
                           size_t *sizep)
{
    while (skip_blanks(script) == 0) {
        int answer;

        if (script->at == script->end)
            return finish(script);
        if (*script->at == ')' && script->depth) {
            leave(script);
            continue;
        }
        *wordp = script->at;
        *sizep = word_size(script);
        if (!*sizep)
            return fail(script, "its brackets do not match");
        script->at += *sizep;
        answer = enter(script, *wordp, *sizep);
        if (answer < 0)
            return -1;
        if (!answer && !script->skipped_depth) {
            script->n_libraries++;
            return 1;
        }
    }
    return -1;
}
