/*
 * Whether two types are the same for a binding. More lenient than C where C programs cast
 * without a thought (integers of one size, void pointers), strict where layouts differ.
 */
#include "runtime/type.h"

#include <string.h>

/* Pointers to pointers to …: beyond this they are taken to agree. */
enum { DEPTH = 8 };

struct comparison {
    struct abx_error *err;
    unsigned depth;
};

/* Which kinds compare with each other, and how. */
enum group { NOTHING, INTEGER, FLOAT, COMPLEX, POINTER, ARRAY, FUNCTION, RECORD };

static const enum group groups[ABX_N_TYPE_KINDS] = {
    [ABX_TYPE_VOID] = NOTHING,      [ABX_TYPE_VA_LIST] = NOTHING,
    [ABX_TYPE_FUNCTION] = FUNCTION, [ABX_TYPE_BOOL] = INTEGER,
    [ABX_TYPE_CHAR] = INTEGER,      [ABX_TYPE_INT] = INTEGER,
    [ABX_TYPE_ENUM] = INTEGER,      [ABX_TYPE_FLOAT] = FLOAT,
    [ABX_TYPE_COMPLEX] = COMPLEX,   [ABX_TYPE_POINTER] = POINTER,
    [ABX_TYPE_ARRAY] = ARRAY,       [ABX_TYPE_STRUCT] = RECORD,
    [ABX_TYPE_UNION] = RECORD,
};

static int compare(struct comparison *c, const struct abx_type *a,
                   const struct abx_type *b);

static int answer(bool agrees)
{
    return agrees ? ABX_OK : ABX_REFUSED;
}

static int compare_nothing(struct comparison *c, const struct abx_type *a,
                           const struct abx_type *b)
{
    (void)c;
    return answer(a->kind == b->kind);
}

static int compare_size(struct comparison *c, const struct abx_type *a,
                        const struct abx_type *b)
{
    (void)c;
    return answer(a->size == b->size);
}

static int compare_name(struct comparison *c, const struct abx_type *a,
                        const struct abx_type *b)
{
    (void)c;
    return answer(strcmp(a->name, b->name) == 0);
}

static int compare_target(struct comparison *c, const struct abx_type *a,
                          const struct abx_type *b)
{
    return compare(c, a->target, b->target);
}

static int compare_array(struct comparison *c, const struct abx_type *a,
                         const struct abx_type *b)
{
    if (a->length != b->length && !a->is_flexible && !b->is_flexible)
        return ABX_REFUSED;
    return compare(c, a->target, b->target);
}

static int compare_pointer(struct comparison *c, const struct abx_type *a,
                           const struct abx_type *b)
{
    const struct abx_type *target_a;
    const struct abx_type *target_b;
    int status;

    if (c->depth >= DEPTH)
        return ABX_OK;
    status = abx_type_find_target(a->table, a, &target_a, c->err);
    if (status == ABX_OK)
        status = abx_type_find_target(b->table, b, &target_b, c->err);
    if (status != ABX_OK)
        return status;
    if (abx_type_strip(target_a)->kind == ABX_TYPE_VOID ||
        abx_type_strip(target_b)->kind == ABX_TYPE_VOID)
        return ABX_OK;
    c->depth++;
    status = compare(c, target_a, target_b);
    c->depth--;
    return status;
}

/* Whether a result, or an argument of such a type, is passed as one of the other is. */
static bool passes_alike(const struct abx_type *a, const struct abx_type *b)
{
    a = abx_type_strip(a);
    b = abx_type_strip(b);
    return groups[a->kind] == groups[b->kind] && a->size == b->size;
}

/*
 * As a call sees it: what pointers among the parameters point to is left to those who
 * write callbacks, since comparing them all would let each comparison branch.
 */
static int compare_function(struct comparison *c, const struct abx_type *a,
                            const struct abx_type *b)
{
    (void)c;
    if (a->convention != b->convention || !passes_alike(a->target, b->target))
        return ABX_REFUSED;
    if (a->has_no_prototype || b->has_no_prototype)
        return ABX_OK;
    if (a->n_parameters != b->n_parameters || a->is_variadic != b->is_variadic)
        return ABX_REFUSED;
    for (size_t i = 0; i < a->n_parameters; i++) {
        if (!passes_alike(abx_type_passed(a->parameters[i].type),
                          abx_type_passed(b->parameters[i].type)))
            return ABX_REFUSED;
    }
    return ABX_OK;
}

/* Without a tag: the same text. */
static int compare_record(struct comparison *c, const struct abx_type *a,
                          const struct abx_type *b)
{
    struct abx_buffer texts[2] = {0};
    int status;

    (void)c;
    if (a->kind != b->kind || (a->name == NULL) != (b->name == NULL))
        return ABX_REFUSED;
    if (a->name != NULL)
        return answer(strcmp(a->name, b->name) == 0);
    if (a->members == b->members)
        return ABX_OK;
    abx_type_put(a, &texts[0]);
    abx_type_put(b, &texts[1]);
    status = texts[0].failed || texts[1].failed ? ABX_NO_MEMORY
             : strcmp(abx_buffer_text(&texts[0]), abx_buffer_text(&texts[1])) == 0
                 ? ABX_OK
                 : ABX_REFUSED;
    abx_buffer_finish(&texts[0]);
    abx_buffer_finish(&texts[1]);
    return status;
}

static int (*const comparisons[])(struct comparison *, const struct abx_type *,
                                  const struct abx_type *) = {
    [NOTHING] = compare_nothing,   [INTEGER] = compare_size,    [FLOAT] = compare_name,
    [COMPLEX] = compare_target,    [POINTER] = compare_pointer, [ARRAY] = compare_array,
    [FUNCTION] = compare_function, [RECORD] = compare_record,
};

static int compare(struct comparison *c, const struct abx_type *a,
                   const struct abx_type *b)
{
    a = abx_type_strip(a);
    b = abx_type_strip(b);
    if (a == b)
        return ABX_OK;
    if (groups[a->kind] != groups[b->kind])
        return ABX_REFUSED;
    return comparisons[groups[a->kind]](c, a, b);
}

int abx_type_agree(const struct abx_type *a, const struct abx_type *b,
                   struct abx_error *err)
{
    return compare(&(struct comparison){.err = err}, a, b);
}
