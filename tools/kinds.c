/**
 * The kinds of lines as the command speaks of them. The public interface numbers the
 * kinds but leaves their words to those who print them.
 */
#include "tools/kinds.h"

#include <string.h>

static const struct abx_kind_words kinds[] = {
    [ABX_KIND_NONE] = {"", "", "", false, true},
    [ABX_KIND_ALIAS] = {"alias", "alias", "aliases", false, false},
    [ABX_KIND_CONST] = {"const", "constant", "constants", false, false},
    [ABX_KIND_ENUM] = {"enum", "enumeration", "enumerations", true, false},
    [ABX_KIND_ERROR] = {"error", "error text", "error texts", false, true},
    [ABX_KIND_FN] = {"fn", "function", "functions", false, false},
    [ABX_KIND_MEMBER] = {"member", "name of a member", "names of members", false, false},
    [ABX_KIND_OMIT] = {"omit", "name left out", "names left out", false, true},
    [ABX_KIND_STRUCT] = {"struct", "struct", "structs", true, false},
    [ABX_KIND_TYPEDEF] = {"typedef", "typedef", "typedefs", false, false},
    [ABX_KIND_UNION] = {"union", "union", "unions", true, false},
    [ABX_KIND_UNIT] = {"unit", "note on a unit", "notes on units", false, true},
    [ABX_KIND_VAR] = {"var", "variable", "variables", false, false},
};
_Static_assert(sizeof(kinds) / sizeof(*kinds) == ABX_N_KINDS, "a kind has no words");

const struct abx_kind_words *abx_kind_words(enum abx_kind kind)
{
    return &kinds[kind < ABX_N_KINDS ? kind : ABX_KIND_NONE];
}

enum abx_kind abx_kind_named(const char *word)
{
    enum abx_kind kind;

    for (kind = ABX_KIND_NONE + 1; kind < ABX_N_KINDS; kind++)
        if (strcmp(kinds[kind].word, word) == 0)
            return kind;
    return ABX_KIND_NONE;
}

void abx_kind_put_all(struct abx_buffer *out)
{
    enum abx_kind kind;

    for (kind = ABX_KIND_NONE + 1; kind < ABX_N_KINDS; kind++)
        abx_buffer_printf(out, "%s%s", kind > ABX_KIND_NONE + 1 ? ", " : "",
                          kinds[kind].word);
}
