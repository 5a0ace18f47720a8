/*
 * Why a macro can't be an expression. A compiler shows what a macro is worth, but not what
 * it is for when it is worth nothing, and a hostile one spoils the lines behind it. Reasons
 * are found in the text alone, so that they do not depend on a compiler's version.
 */
#include "gen/macro.h"

#include <string.h>

#include "gen/token.h"

static const char on_place[] = "depends on where it stands";
static const char unbalanced[] = "has brackets that do not match";
static const char too_deep[] = "is nested too deeply";

/* How many macros deep a text may be, so that hostile ones do not exhaust the stack. */
enum { MAX_NESTING = 500 };

static const struct {
    const char *token;
    const char *obstacle;
} obstacles[] = {
    {";", "is a statement"},
    {"{", "is an initializer"},
    {"#", "is a piece of the preprocessor"},
    {"_Pragma", "is a pragma"},
    {"extern", "is part of a declaration"},
    {"static", "is part of a declaration"},
    {"typedef", "is part of a declaration"},
    {"inline", "is part of a declaration"},
    {"__inline", "is part of a declaration"},
    {"__inline__", "is part of a declaration"},
    {"register", "is part of a declaration"},
    {"_Noreturn", "is part of a declaration"},
    {"_Thread_local", "is part of a declaration"},
    {"__thread", "is part of a declaration"},
    {"_Static_assert", "is part of a declaration"},
    {"__attribute__", "is an attribute"},
    {"__attribute", "is an attribute"},
    {"__declspec", "is an attribute"},
    {"asm", "is assembly"},
    {"__asm__", "is assembly"},
    {"__asm", "is assembly"},
    {"return", "is a statement"},
    {"goto", "is a statement"},
    {"do", "is a statement"},
    {"while", "is a statement"},
    {"for", "is a statement"},
    {"if", "is a statement"},
    {"else", "is a statement"},
    {"switch", "is a statement"},
    {"break", "is a statement"},
    {"continue", "is a statement"},
    {"__COUNTER__", on_place},
    {"__LINE__", on_place},
    {"__FILE__", on_place},
    {"__func__", on_place},
    {"__FUNCTION__", on_place},
    {"__PRETTY_FUNCTION__", on_place},
    {"__ASSERT_FUNCTION", on_place},
    {"__DATE__", on_place},
    {"__TIME__", on_place},
};

static const char *token_obstacle(const char *token, size_t size)
{
    for (size_t i = 0; i < sizeof(obstacles) / sizeof(*obstacles); i++)
        if (gen_token_is(token, size, obstacles[i].token))
            return obstacles[i].obstacle;
    return NULL;
}

/* Why the brackets of a text are an obstacle; NULL if they match. */
static const char *find_bracket_obstacle(const char *body)
{
    static const char brackets[] = "()[]{}";
    char open[256];
    size_t depth = 0, size;
    const char *token;

    while (gen_token_next(&body, &token, &size)) {
        const char *bracket = strchr(brackets, *token);

        if (!bracket)
            continue;
        if ((bracket - brackets) % 2 == 0) {
            if (depth == sizeof(open))
                return too_deep;
            open[depth++] = bracket[1];
        } else if (!depth || open[--depth] != *token) {
            return unbalanced;
        }
    }
    return depth ? unbalanced : NULL;
}

/* A comma outside all brackets: several values, not one. */
static bool is_list(const char *body)
{
    const char *token;
    size_t size;
    int depth = 0;

    while (gen_token_next(&body, &token, &size)) {
        depth += *token == '(' || *token == '[';
        depth -= *token == ')' || *token == ']';
        if (*token == ',' && !depth)
            return true;
    }
    return false;
}

/* A token that ends or begins something else than an expression. */
static const char *find_token_obstacle(const char *body)
{
    const char *obstacle = NULL, *token;
    size_t size;

    while (!obstacle && gen_token_next(&body, &token, &size))
        obstacle = token_obstacle(token, size);
    return obstacle;
}

/* The digraphs of C: other words for brackets and #. */
static bool has_digraph(const char *body)
{
    static const char *const digraphs[] = {"<%", "%>", "<:", ":>", "%:"};

    for (size_t i = 0; i < sizeof(digraphs) / sizeof(*digraphs); i++)
        if (strstr(body, digraphs[i]))
            return true;
    return false;
}

static const char *find_obstacle(const struct gen_macros *macros, struct gen_macro *macro,
                                 int depth);

/*
 * The obstacle of the macros that a text uses. One that takes arguments may hold more
 * than an expression, a statement in brackets for instance, as long as it ends where it
 * began and means the same everywhere.
 */
static const char *find_used_obstacle(const struct gen_macros *macros,
                                      const struct gen_macro *macro, int depth)
{
    const char *at = macro->body, *token, *obstacle = NULL;
    size_t size;

    while (!obstacle && gen_token_next(&at, &token, &size)) {
        const struct abx_map_entry *entry = abx_map_find(&macros->map, token, size);
        struct gen_macro *used = entry ? entry->value : NULL;

        if (used && used != macro)
            obstacle = find_obstacle(macros, used, depth + 1);
        if (obstacle && used->takes_arguments && obstacle != on_place &&
            obstacle != unbalanced && obstacle != too_deep)
            obstacle = NULL;
    }
    return obstacle;
}

static const char *own_obstacle(const struct gen_macro *macro)
{
    const char *obstacle = find_bracket_obstacle(macro->body);

    if (obstacle)
        return obstacle;
    if (has_digraph(macro->body))
        return "is written in digraphs";
    obstacle = find_token_obstacle(macro->body);
    return !obstacle && is_list(macro->body) ? "is a list" : obstacle;
}

/* Each macro is looked at once; one that leads back to itself is not expanded again by C
 * either. */
static const char *find_obstacle(const struct gen_macros *macros, struct gen_macro *macro,
                                 int depth)
{
    const char *obstacle;

    if (macro->is_obstacle_known)
        return macro->obstacle;
    if (depth > MAX_NESTING)
        return too_deep;
    macro->is_obstacle_known = true;
    obstacle = own_obstacle(macro);
    if (!obstacle || (macro->takes_arguments && obstacle != on_place)) {
        const char *used = find_used_obstacle(macros, macro, depth);

        obstacle = used ? used : obstacle;
    }
    macro->obstacle = obstacle;
    return obstacle;
}

const char *gen_macro_obstacle(const struct gen_macros *macros, struct gen_macro *macro)
{
    if (macro->takes_arguments)
        return "takes arguments";
    if (!*macro->body)
        return "is empty";
    return find_obstacle(macros, macro, 0);
}
