/*
 * What one can ask of a type. Questions about a typedef are questions about what it
 * names, but for its kind, its name and its alignment, which a typedef may have of its
 * own.
 */
#include "runtime/type.h"

enum abx_type_kind abx_type_kind(const struct abx_type *type)
{
    return type->kind;
}

const char *abx_type_name(const struct abx_type *type)
{
    return type->is_builtin ? NULL : type->name;
}

size_t abx_type_size(const struct abx_type *type)
{
    return type->size;
}

size_t abx_type_align(const struct abx_type *type)
{
    return type->align;
}

bool abx_type_is_complete(const struct abx_type *type)
{
    const struct abx_type *behind = abx_type_strip(type);

    return !behind->is_incomplete && !behind->is_flexible;
}

bool abx_type_is_signed(const struct abx_type *type)
{
    return abx_type_strip(type)->is_signed;
}

bool abx_type_is_const(const struct abx_type *type)
{
    while (!type->is_const && type->kind == ABX_TYPE_TYPEDEF)
        type = type->target;
    return type->is_const;
}

bool abx_type_is_fixed(const struct abx_type *type)
{
    while (!type->is_const &&
           (type->kind == ABX_TYPE_TYPEDEF || type->kind == ABX_TYPE_ARRAY))
        type = type->target;
    return type->is_const;
}

size_t abx_type_length(const struct abx_type *type)
{
    return abx_type_strip(type)->length;
}

const struct abx_type *abx_type_strip(const struct abx_type *type)
{
    return abx_type_behind(type);
}

size_t abx_type_n_members(const struct abx_type *type)
{
    return abx_type_strip(type)->n_members;
}

int abx_type_member(const struct abx_type *type, size_t index, struct abx_member *memberp)
{
    const struct abx_type *record = abx_type_strip(type);

    *memberp = (struct abx_member){0};
    if (index >= record->n_members)
        return ABX_MISSING;
    *memberp = record->members[index];
    memberp->is_const = abx_type_is_fixed(type) || abx_type_is_fixed(memberp->type);
    return ABX_OK;
}

size_t abx_type_n_parameters(const struct abx_type *type)
{
    return abx_type_strip(type)->n_parameters;
}

int abx_type_parameter(const struct abx_type *type, size_t index, const char **namep,
                       const struct abx_type **typep)
{
    type = abx_type_strip(type);
    *namep = NULL;
    *typep = NULL;
    if (index >= type->n_parameters)
        return ABX_MISSING;
    *namep = type->parameters[index].name;
    *typep = type->parameters[index].type;
    return ABX_OK;
}

bool abx_type_is_variadic(const struct abx_type *type)
{
    return abx_type_strip(type)->is_variadic;
}

bool abx_type_has_prototype(const struct abx_type *type)
{
    return !abx_type_strip(type)->has_no_prototype;
}

const char *abx_type_convention(const struct abx_type *type)
{
    return abx_convention_word(abx_type_strip(type)->convention);
}

const struct abx_type *abx_type_transparent(const struct abx_type *type)
{
    while (!type->is_transparent && type->kind == ABX_TYPE_TYPEDEF)
        type = type->target;
    return type->is_transparent ? abx_type_strip(type) : NULL;
}

const struct abx_type *abx_type_passed(const struct abx_type *parameter)
{
    const struct abx_type *transparent = abx_type_transparent(parameter);

    return abx_type_strip(transparent != NULL ? transparent->members[0].type : parameter);
}

bool abx_type_is_transparent(const struct abx_type *type)
{
    return abx_type_transparent(type) != NULL;
}

size_t abx_type_n_enumerators(const struct abx_type *type)
{
    return abx_type_strip(type)->n_enumerators;
}

const char *abx_type_enumerator(const struct abx_type *type, size_t index)
{
    type = abx_type_strip(type);
    return index < type->n_enumerators ? type->enumerators[index] : NULL;
}
