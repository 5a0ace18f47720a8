/**
 * Types of two tables, compared by meaning. Typedefs are seen through, because a header
 * that says `pid_t` where it said `int` changes nothing for anybody; a name that both
 * tables use is taken to mean the same, because whoever changed it is told of at its own
 * line, once.
 */
#include <stdlib.h>
#include <string.h>

#include "tools/diff.h"

enum { DEPTH_MAX = 64, N_OPEN = 32 };

enum { CONST = 1, VOLATILE = 2, ATOMIC = 4 };

/* How deep below the declared type: what it points to may change its qualifiers with less
 * harm than what that points to. */
enum level { ITSELF, POINTED_TO, DEEPER };

struct comparison {
    struct diff *diff;
    bool has_free_tags;
    unsigned depth;
    /* records that are being compared, which may point to themselves */
    const struct abx_type *open[N_OPEN][2];
    size_t n_open;
};

static unsigned compare(struct comparison *comparison, const struct abx_type *before,
                        const struct abx_type *after, enum level level);

const struct abx_type *diff_target(struct diff *diff, int side,
                                   const struct abx_type *type)
{
    const struct abx_type *target;
    struct abx_error err = {0};
    int status = abx_type_find_target(diff->tables[side], type, &target, &err);

    if (status == ABX_OK)
        return target;
    diff_fail(diff, side, status, &err);
    return NULL;
}

const struct abx_type *diff_find_type(struct diff *diff, int side, const char *notation,
                                      size_t size)
{
    const struct abx_type *type;
    struct abx_error err = {0};
    int status = abx_table_find_type(diff->tables[side], diff_copy(diff, notation, size),
                                     &type, &err);

    if (status == ABX_OK)
        return type;
    diff_fail(diff, side, status, &err);
    return NULL;
}

const struct abx_variable *diff_find_variable(struct diff *diff, int side,
                                              const struct abx_entry *entry)
{
    const struct abx_variable *variable;
    struct abx_error err = {0};
    int status = abx_table_find_variable_declaration(
        diff->tables[side], diff_copy(diff, entry->name, entry->name_size), &variable,
        &err);

    if (status == ABX_OK)
        return variable;
    diff_fail(diff, side, status, &err);
    return NULL;
}

const char *diff_notation(struct diff *diff, const struct abx_type *type)
{
    size_t size = abx_type_format(type, NULL, 0);
    char *text = size ? abx_arena_alloc(&diff->arena, size + 1) : NULL;

    if (!text) {
        diff->is_out_of_memory = true;
        return "";
    }
    abx_type_format(type, text, size + 1);
    return text;
}

/* ---- qualifiers */

static unsigned own_qualifiers(const struct abx_type *type)
{
    static const char *const words[] = {"const ", "volatile ", "atomic "};
    char text[32];
    const char *at = text;
    unsigned qualifiers = 0;
    size_t i;

    abx_type_format(type, text, sizeof(text));
    for (i = 0; i < sizeof(words) / sizeof(*words); i++) {
        if (strncmp(at, words[i], strlen(words[i])) != 0)
            continue;
        qualifiers |= 1u << i;
        at += strlen(words[i]);
    }
    return qualifiers;
}

/* Those of the typedefs on the way too. */
static unsigned all_qualifiers(struct diff *diff, int side, const struct abx_type *type)
{
    unsigned qualifiers = own_qualifiers(type);

    while (type && abx_type_kind(type) == ABX_TYPE_TYPEDEF) {
        type = diff_target(diff, side, type);
        qualifiers |= type ? own_qualifiers(type) : 0;
    }
    return qualifiers;
}

static unsigned compare_qualifiers(unsigned before, unsigned after, enum level level)
{
    unsigned answer = 0;

    if (before == after)
        return 0;
    if (level == DEEPER || ((before ^ after) & ATOMIC))
        return DIFF_TYPE;
    if (after & ~before)
        answer |= DIFF_QUALIFIED;
    if (before & ~after)
        answer |= DIFF_UNQUALIFIED;
    return answer;
}

/* ---- by kind */

static unsigned compare_same(struct comparison *comparison, const struct abx_type *before,
                             const struct abx_type *after, enum level level)
{
    (void)comparison;
    (void)before;
    (void)after;
    (void)level;
    return 0;
}

static unsigned compare_integers(struct comparison *comparison,
                                 const struct abx_type *before,
                                 const struct abx_type *after, enum level level)
{
    (void)comparison;
    (void)level;
    return abx_type_size(before) == abx_type_size(after) &&
                   abx_type_is_signed(before) == abx_type_is_signed(after)
               ? 0
               : DIFF_TYPE;
}

/* The notation alone tells the formats apart. */
static unsigned compare_floats(struct comparison *comparison,
                               const struct abx_type *before,
                               const struct abx_type *after, enum level level)
{
    const char *old_text = diff_notation(comparison->diff, before);
    const char *new_text = diff_notation(comparison->diff, after);

    (void)level;
    return strcmp(strrchr(old_text, ' ') ? strrchr(old_text, ' ') + 1 : old_text,
                  strrchr(new_text, ' ') ? strrchr(new_text, ' ') + 1 : new_text) == 0
               ? 0
               : DIFF_TYPE;
}

static unsigned compare_targets(struct comparison *comparison,
                                const struct abx_type *before,
                                const struct abx_type *after, enum level level)
{
    before = diff_target(comparison->diff, DIFF_BEFORE, before);
    after = diff_target(comparison->diff, DIFF_AFTER, after);
    return before && after ? compare(comparison, before, after, level) : DIFF_TYPE;
}

static unsigned compare_pointers(struct comparison *comparison,
                                 const struct abx_type *before,
                                 const struct abx_type *after, enum level level)
{
    return compare_targets(comparison, before, after,
                           level == ITSELF ? POINTED_TO : DEEPER);
}

static unsigned compare_arrays(struct comparison *comparison,
                               const struct abx_type *before,
                               const struct abx_type *after, enum level level)
{
    if (abx_type_length(before) != abx_type_length(after) ||
        abx_type_is_complete(before) != abx_type_is_complete(after))
        return DIFF_TYPE;
    return compare_targets(comparison, before, after, level);
}

/* Names of parameters are names, and no more. */
static unsigned compare_parameters(struct comparison *comparison,
                                   const struct abx_type *before,
                                   const struct abx_type *after)
{
    const struct abx_type *types[2];
    const char *names[2];
    unsigned answer = 0;
    size_t i;

    for (i = 0; abx_type_parameter(before, i, &names[0], &types[0]) == ABX_OK &&
                abx_type_parameter(after, i, &names[1], &types[1]) == ABX_OK;
         i++) {
        if (strcmp(names[0] ? names[0] : "", names[1] ? names[1] : "") != 0)
            answer |= DIFF_NAMES;
        answer |= compare(comparison, types[0], types[1], DEEPER);
    }
    return answer;
}

static bool is_same_name(const char *before, const char *after)
{
    return before && after ? strcmp(before, after) == 0 : before == after;
}

static unsigned compare_functions(struct comparison *comparison,
                                  const struct abx_type *before,
                                  const struct abx_type *after, enum level level)
{
    (void)level;
    if (abx_type_n_parameters(before) != abx_type_n_parameters(after) ||
        abx_type_is_variadic(before) != abx_type_is_variadic(after) ||
        abx_type_has_prototype(before) != abx_type_has_prototype(after) ||
        !is_same_name(abx_type_convention(before), abx_type_convention(after)))
        return DIFF_TYPE;
    return compare_targets(comparison, before, after, DEEPER) |
           compare_parameters(comparison, before, after);
}

static bool is_same_place(const struct abx_member *before, const struct abx_member *after)
{
    return before->offset == after->offset &&
           before->is_bit_field == after->is_bit_field &&
           before->bit_offset == after->bit_offset &&
           before->bit_width == after->bit_width;
}

static unsigned compare_members(struct comparison *comparison,
                                const struct abx_type *before,
                                const struct abx_type *after)
{
    struct abx_member members[2];
    unsigned answer = 0;
    size_t i;

    for (i = 0; abx_type_member(before, i, &members[0]) == ABX_OK &&
                abx_type_member(after, i, &members[1]) == ABX_OK;
         i++)
        answer |= is_same_name(members[0].name, members[1].name) &&
                          is_same_place(&members[0], &members[1])
                      ? compare(comparison, members[0].type, members[1].type, DEEPER)
                      : DIFF_TYPE;
    return answer;
}

static bool is_open(const struct comparison *comparison, const struct abx_type *before,
                    const struct abx_type *after)
{
    size_t i;

    for (i = 0; i < comparison->n_open; i++)
        if (comparison->open[i][0] == before && comparison->open[i][1] == after)
            return true;
    return false;
}

static unsigned compare_records(struct comparison *comparison,
                                const struct abx_type *before,
                                const struct abx_type *after, enum level level)
{
    const char *names[2] = {abx_type_name(before), abx_type_name(after)};
    bool is_renamed = !is_same_name(names[0], names[1]);
    unsigned answer = is_renamed ? DIFF_NAMES : 0;

    (void)level;
    if (names[0] && !is_renamed)
        return 0;
    if (names[0] && names[1] && !comparison->has_free_tags)
        return DIFF_TYPE;
    if (abx_type_is_complete(before) != abx_type_is_complete(after) ||
        abx_type_size(before) != abx_type_size(after) ||
        abx_type_align(before) != abx_type_align(after) ||
        abx_type_n_members(before) != abx_type_n_members(after) ||
        abx_type_is_transparent(before) != abx_type_is_transparent(after))
        return DIFF_TYPE;
    if (is_open(comparison, before, after))
        return answer;
    if (comparison->n_open == N_OPEN)
        return DIFF_TYPE;
    comparison->open[comparison->n_open][0] = before;
    comparison->open[comparison->n_open++][1] = after;
    answer |= compare_members(comparison, before, after);
    comparison->n_open--;
    return answer;
}

/* An enumeration is the integer that carries it; its names are constants. */
static unsigned compare_enums(struct comparison *comparison,
                              const struct abx_type *before, const struct abx_type *after,
                              enum level level)
{
    unsigned answer =
        is_same_name(abx_type_name(before), abx_type_name(after)) ? 0 : DIFF_NAMES;

    return answer | compare_integers(comparison, before, after, level);
}

typedef unsigned (*compare_kind)(struct comparison *comparison,
                                 const struct abx_type *before,
                                 const struct abx_type *after, enum level level);

static const compare_kind compare_kinds[ABX_N_TYPE_KINDS] = {
    [ABX_TYPE_VOID] = compare_same,      [ABX_TYPE_BOOL] = compare_same,
    [ABX_TYPE_CHAR] = compare_same,      [ABX_TYPE_INT] = compare_integers,
    [ABX_TYPE_FLOAT] = compare_floats,   [ABX_TYPE_COMPLEX] = compare_targets,
    [ABX_TYPE_VA_LIST] = compare_same,   [ABX_TYPE_POINTER] = compare_pointers,
    [ABX_TYPE_ARRAY] = compare_arrays,   [ABX_TYPE_FUNCTION] = compare_functions,
    [ABX_TYPE_STRUCT] = compare_records, [ABX_TYPE_UNION] = compare_records,
    [ABX_TYPE_ENUM] = compare_enums,     [ABX_TYPE_TYPEDEF] = compare_same,
};

static bool is_integer(enum abx_type_kind kind)
{
    return kind == ABX_TYPE_INT || kind == ABX_TYPE_ENUM;
}

static unsigned compare_stripped(struct comparison *comparison,
                                 const struct abx_type *before,
                                 const struct abx_type *after, enum level level)
{
    enum abx_type_kind kinds[2] = {abx_type_kind(before), abx_type_kind(after)};

    if (kinds[0] == kinds[1])
        return compare_kinds[kinds[0]](comparison, before, after, level);
    if (is_integer(kinds[0]) && is_integer(kinds[1]))
        return DIFF_NAMES | compare_integers(comparison, before, after, level);
    return DIFF_TYPE;
}

static unsigned compare(struct comparison *comparison, const struct abx_type *before,
                        const struct abx_type *after, enum level level)
{
    struct diff *diff = comparison->diff;
    bool is_named = abx_type_kind(before) == ABX_TYPE_TYPEDEF ||
                    abx_type_kind(after) == ABX_TYPE_TYPEDEF;
    unsigned answer = is_named ? DIFF_NAMES : 0;

    if (abx_type_kind(before) == abx_type_kind(after) && is_named &&
        is_same_name(abx_type_name(before), abx_type_name(after)))
        return compare_qualifiers(own_qualifiers(before), own_qualifiers(after), level);
    if (comparison->depth == DEPTH_MAX)
        return DIFF_TYPE;
    comparison->depth++;
    answer |= compare_qualifiers(all_qualifiers(diff, DIFF_BEFORE, before),
                                 all_qualifiers(diff, DIFF_AFTER, after), level);
    answer |= compare_stripped(comparison, abx_type_strip(before), abx_type_strip(after),
                               level);
    comparison->depth--;
    return answer;
}

unsigned diff_types(struct diff *diff, const struct abx_type *before,
                    const struct abx_type *after, bool has_free_tags)
{
    struct comparison comparison = {.diff = diff, .has_free_tags = has_free_tags};

    return compare(&comparison, before, after, ITSELF);
}

/* ---- layouts */

static bool has_same_members(struct diff *diff, const struct abx_type *before,
                             const struct abx_type *after)
{
    struct abx_member members[2];
    size_t i;

    if (abx_type_n_members(before) != abx_type_n_members(after))
        return false;
    for (i = 0; abx_type_member(before, i, &members[0]) == ABX_OK &&
                abx_type_member(after, i, &members[1]) == ABX_OK;
         i++)
        if (!is_same_place(&members[0], &members[1]) ||
            !diff_has_same_layout(diff, members[0].type, members[1].type))
            return false;
    return true;
}

bool diff_has_same_layout(struct diff *diff, const struct abx_type *before,
                          const struct abx_type *after)
{
    enum abx_type_kind kind;

    if (abx_type_size(before) != abx_type_size(after) ||
        abx_type_align(before) != abx_type_align(after))
        return false;
    before = abx_type_strip(before);
    after = abx_type_strip(after);
    kind = abx_type_kind(before);
    if (kind != abx_type_kind(after))
        return is_integer(kind) && is_integer(abx_type_kind(after));
    if (kind == ABX_TYPE_STRUCT || kind == ABX_TYPE_UNION)
        return has_same_members(diff, before, after);
    if (kind != ABX_TYPE_ARRAY)
        return true;
    before = diff_target(diff, DIFF_BEFORE, before);
    after = diff_target(diff, DIFF_AFTER, after);
    return before && after && diff_has_same_layout(diff, before, after);
}
