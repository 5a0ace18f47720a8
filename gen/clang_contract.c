/*
 * What the runtime would refuse in a contract when it meets the function, told where the spec
 * says it.
 */
#include "gen/clang_contract.h"

#include <string.h>

#include "target/platform.h"

/* The words in front of the flags, and the flags, of "fails=WHEN:WHERE,FLAG". */
struct contract {
    const char *when, *where, *flags;
};

static bool is_integer(CXType type)
{
    return type.kind == CXType_Enum ||
           (type.kind >= CXType_Bool && type.kind <= CXType_Int128);
}

static bool is_float(CXType type)
{
    return (type.kind >= CXType_Float && type.kind <= CXType_LongDouble) ||
           type.kind == CXType_Float128 || type.kind == CXType_Half;
}

static bool is_unsigned(CXType type)
{
    return type.kind == CXType_Bool ||
           (type.kind >= CXType_UChar && type.kind <= CXType_UInt128);
}

static bool begins_with(const char *text, const char *word)
{
    size_t size = strlen(word);

    return !strncmp(text, word, size) && (!text[size] || strchr(":,/=", text[size]));
}

static bool has_flag(const char *flags, const char *word)
{
    for (; (flags = strchr(flags, ',')) != NULL; flags++)
        if (begins_with(flags + 1, word))
            return true;
    return false;
}

/* Why @result can't be looked at as the contract says; NULL: it can. */
static const char *find_obstacle(const struct contract *contract, CXType result)
{
    bool is_pointer = result.kind == CXType_Pointer;
    bool is_code =
        begins_with(contract->where, "result") || begins_with(contract->where, "-result");

    if (begins_with(contract->when, "NULL") && !is_pointer)
        return "only a pointer can be NULL";
    if (!begins_with(contract->when, "any") && !is_pointer && !is_integer(result) &&
        !is_float(result))
        return "it has no result to compare with";
    if (begins_with(contract->when, "negative") && (is_pointer || is_unsigned(result)))
        return "its result can't be negative";
    if (is_code && !is_integer(result))
        return "its result can't be a code";
    return NULL;
}

/* Why the flags don't go with where the code is; NULL: they do. */
static const char *find_conflict(const struct contract *contract)
{
    bool is_slot = begins_with(contract->where, "errno") ||
                   begins_with(contract->where, "last_error");
    bool is_last =
        begins_with(contract->where, "none") && has_flag(contract->flags, "text");

    if (begins_with(contract->when, "any") && !is_slot)
        return "\"any\" wants the code in errno or last_error";
    if (has_flag(contract->flags, "clear") && !is_slot && !is_last)
        return "only errno, last_error and the last text can be cleared";
    if (has_flag(contract->flags, "fresh") && !is_slot)
        return "only errno and last_error can be fresh";
    return NULL;
}

/* Why no function of @platform leaves its code there; NULL: it may. */
static const char *find_stranger(const struct contract *contract, const char *platform)
{
    if (begins_with(contract->where, "last_error") && !abx_target_is_windows(platform))
        return "only functions of Windows leave their code in last_error";
    return NULL;
}

/* Whether parameter @number, from 1, is an integer, or else a pointer; 0 is none. */
static bool is_parameter(CXCursor function, unsigned number, bool wants_integer)
{
    CXType type = clang_getCanonicalType(
        clang_getArgType(clang_getCursorType(function), number - 1));

    if (number == 0)
        return true;
    return wants_integer ? is_integer(type) : type.kind == CXType_Pointer;
}

static bool has_timeout(CXCursor cursor, const struct abx_timeout_words *words)
{
    return is_parameter(cursor, words->parameter, words->unit != ABX_TIMEOUT_OBJECT) &&
           is_parameter(cursor, words->clock, true) &&
           is_parameter(cursor, words->flags, true);
}

void gen_check_contract(struct gen_reader *reader, CXCursor cursor, const char *name,
                        struct gen_place place)
{
    const struct gen_spec_function *said = gen_spec_find(&reader->job->spec, name);
    CXType result =
        clang_getCanonicalType(clang_getResultType(clang_getCursorType(cursor)));
    struct abx_timeout_words words;
    struct contract contract;
    const char *why;

    if (!said || !said->contract)
        return;
    contract.when = said->contract->how + strlen("fails=");
    contract.where = strchr(contract.when, ':');
    if (!contract.where)
        return; /* never */
    contract.where++;
    contract.flags = contract.where;
    why = find_obstacle(&contract, result);
    if (!why)
        why = find_conflict(&contract);
    if (!why)
        why = find_stranger(&contract, reader->job->platform.name);
    if (!why && gen_spec_find_timeout(&reader->job->spec, name, &words) &&
        !has_timeout(cursor, &words))
        why = "it has no such parameters as its timeout speaks of";
    if (why)
        gen_error(&reader->job->messages, place, "contract of %s: %s", name, why);
}
