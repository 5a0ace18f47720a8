/*
 * What functions have in common is said once in a spec and stands with each of them in the
 * table, where nobody has to look for it. So it is handed out when the whole spec is known.
 */
#include <string.h>

#include "gen/spec_contract.h"

struct settling {
    struct gen_spec *spec;
    struct gen_messages *messages;
};

static void settle(const struct settling *settling, struct gen_spec_function *function);

static struct gen_annotation annotate(const struct settling *settling,
                                      struct gen_spec_function *function)
{
    return (struct gen_annotation){
        .spec = settling->spec, .function = function, .messages = settling->messages};
}

static void add_shared(const struct settling *settling,
                       struct gen_spec_function *function,
                       const struct gen_spec_text *text)
{
    const struct gen_annotation note = annotate(settling, function);
    struct gen_spec_text shared = *text;

    shared.is_shared = true;
    gen_spec_add_text(&note, &function->texts, &shared);
}

/* ---- LIKE ---- */

static void take_over(const struct settling *settling, struct gen_spec_function *function)
{
    const struct gen_spec_item *like = &function->like;
    struct gen_spec_function *other = gen_spec_find(settling->spec, like->text);

    if (function->contract) {
        gen_error(settling->messages, like->place,
                  "%s has a contract of its own, so it can't be like %s", function->name,
                  like->text);
        return;
    }
    if (other)
        settle(settling, other);
    if (other && other->contract) {
        function->contract = other->contract;
        for (const struct gen_spec_text *text = other->texts; text; text = text->next)
            add_shared(settling, function, text);
    } else if (abx_map_find(&settling->spec->undeclared, like->text,
                            strlen(like->text))) {
        gen_note(settling->messages, like->place,
                 "%s, which %s is like, is not on this platform", like->text,
                 function->name);
    } else {
        gen_error(settling->messages, like->place,
                  "%s can't be like %s, which has no contract", function->name,
                  like->text);
    }
}

/* ---- EACH_MEANS ---- */

static void find_texts(const struct settling *settling,
                       struct gen_spec_function *function)
{
    const char *code = function->contract->codes;

    while (*code) {
        size_t size = strcspn(++code, " ");
        const struct abx_map_entry *each =
            abx_map_find(&settling->spec->each, code, size);
        struct gen_spec_text *const *text = each ? each->value : NULL;

        if (text && *text)
            add_shared(settling, function, *text);
        code += size;
    }
}

/* ---- CODE_SPACE ---- */

static void find_space(const struct settling *settling, struct gen_contract *contract)
{
    const char *slash = strchr(contract->how, '/');
    const struct abx_map_entry *space =
        slash ? abx_map_find(&settling->spec->spaces, slash + 1, strcspn(slash + 1, ","))
              : NULL;
    const struct gen_spec_item *function = space ? space->value : NULL;

    if (function && !strstr(contract->how, ",text="))
        contract->texts = function->text;
}

/* A circle of functions that are like each other ends at the one that is met again, which
 * has no contract yet. */
static void settle(const struct settling *settling, struct gen_spec_function *function)
{
    if (function->is_settled)
        return;
    function->is_settled = true;
    if (function->like.text)
        take_over(settling, function);
    if (function->untold.text && function->contract)
        gen_error(settling->messages, function->contract->place,
                  "%s has a contract, so it is not UNTOLD", function->name);
    if (!function->contract)
        return;
    find_texts(settling, function);
    find_space(settling, function->contract);
}

void gen_spec_settle(struct gen_spec *spec, struct gen_messages *messages)
{
    const struct settling settling = {spec, messages};

    for (size_t i = 0; i < spec->functions.n_items; i++)
        settle(&settling, spec->functions.items[i].value);
}
