/*
 * The lengths of buffers are checked when all arguments are known: mostly they stand behind
 * the buffer. Of an address nobody knows how far it may be followed; of memory and strings the
 * library does.
 */
#include "runtime/extent.h"

#include <stdlib.h>
#include <string.h>

#include "runtime/call.h"
#include "runtime/error.h"
#include "runtime/memory.h"
#include "runtime/table.h"
#include "runtime/type.h"

enum { MAX_NUMBERS = 3 };

/* ---- what the attributes say ---- */

static size_t count_items(const char *list)
{
    size_t n = list != NULL;

    for (; list != NULL && *list != '\0'; list++)
        n += *list == ',';
    return n;
}

static void read_list(struct abx_function *function, enum abx_attribute_id id,
                      struct abx_extent *extents)
{
    const char *at = function->attributes.values[id];
    size_t numbers[MAX_NUMBERS];
    size_t n;

    while (at != NULL && (n = abx_attribute_next(&at, numbers, MAX_NUMBERS)) > 0)
        extents[function->n_extents++] = (struct abx_extent){
            .parameter = numbers[0] - 1,
            .count = numbers[1] - 1,
            .size = n == MAX_NUMBERS ? numbers[2] - 1 : 0,
            .is_product = n == MAX_NUMBERS,
            .is_array = id == ABX_ATTRIBUTE_ARRAY,
        };
}

int abx_extents_set(struct abx_function *function, struct abx_error *err)
{
    const char *const *values = function->attributes.values;
    const char *freed = values[ABX_ATTRIBUTE_FREES];
    size_t n = count_items(values[ABX_ATTRIBUTE_BUFFER]) +
               count_items(values[ABX_ATTRIBUTE_ARRAY]);
    struct abx_extent *extents;

    function->has_extents = freed != NULL;
    if (freed != NULL) {
        function->frees = (size_t)strtoul(freed, NULL, 10);
        function->frees_on_success = strchr(freed, ':') != NULL;
    }
    if (n == 0)
        return ABX_OK;
    extents = abx_arena_alloc(&function->table->arena, n * sizeof(*extents));
    if (extents == NULL)
        return abx_error_no_memory(err);
    read_list(function, ABX_ATTRIBUTE_BUFFER, extents);
    read_list(function, ABX_ATTRIBUTE_ARRAY, extents);
    function->extents = extents;
    function->has_extents = true;
    return ABX_OK;
}

/* ---- whether arguments are as it says ---- */

bool abx_extent_is_known(const struct abx_value *value, size_t *sizep)
{
    if (value->kind == ABX_VALUE_MEMORY)
        *sizep = abx_memory_size(value->memory);
    else if (value->kind == ABX_VALUE_STRING)
        *sizep = value->string.size + 1;
    else
        return false;
    return true;
}

/* A transparent union itself is an address, and not what is there. */
static bool find_size(const struct abx_type *parameter, const struct abx_value *value,
                      size_t *sizep)
{
    if (value->kind == ABX_VALUE_MEMORY && abx_type_is_transparent(parameter) &&
        abx_type_strip(value->memory->type)->kind == ABX_TYPE_UNION)
        return false;
    return abx_extent_is_known(value, sizep);
}

/* A negative number is for the function to refuse. */
static uint64_t read_count(const struct abx_value *value)
{
    return value->kind == ABX_VALUE_INT && value->i < 0 ? 0 : value->u;
}

static int find_unit(const struct abx_function *function, const struct abx_extent *extent,
                     size_t *unitp, struct abx_error *err)
{
    const struct abx_type *type =
        abx_type_passed(function->type->parameters[extent->parameter].type);
    const struct abx_type *pointee;
    int status;

    *unitp = 1;
    if (!extent->is_array)
        return ABX_OK;
    status = abx_type_find_target(function->table, type, &pointee, err);
    if (status == ABX_OK)
        *unitp = abx_type_size(pointee);
    return status;
}

static int check(const struct abx_function *function, const struct abx_extent *extent,
                 const struct abx_value *args, size_t size, struct abx_error *err)
{
    uint64_t count = read_count(&args[extent->count]);
    uint64_t factor = extent->is_product ? read_count(&args[extent->size]) : 1;
    uint64_t wanted;
    size_t unit;
    int status = find_unit(function, extent, &unit, err);

    if (status != ABX_OK)
        return status;
    if (__builtin_mul_overflow(count, factor, &wanted) ||
        __builtin_mul_overflow(wanted, unit, &wanted))
        wanted = UINT64_MAX;
    if (wanted <= size)
        return ABX_OK;
    return abx_error_refuse(err, ABX_REASON_VALUE,
                            "has %zu bytes, but argument %zu asks for %llu", size,
                            extent->count + 1, (unsigned long long)wanted);
}

int abx_extents_check(const struct abx_function *function, const struct abx_value *args,
                      struct abx_error *err)
{
    for (size_t i = 0; i < function->n_extents; i++) {
        const struct abx_extent *extent = &function->extents[i];
        size_t size;
        int status;

        if (!find_size(function->type->parameters[extent->parameter].type,
                       &args[extent->parameter], &size))
            continue;
        status = check(function, extent, args, size, err);
        if (status != ABX_OK)
            return abx_call_blame(function, extent->parameter, status, err);
    }
    return ABX_OK;
}

void abx_extents_end(const struct abx_function *function, const struct abx_value *args,
                     int status)
{
    const struct abx_value *freed =
        function->frees > 0 ? &args[function->frees - 1] : NULL;
    bool is_done =
        status == ABX_OK || (status == ABX_FAILED && !function->frees_on_success);

    if (freed != NULL && is_done && freed->kind == ABX_VALUE_MEMORY)
        abx_memory_lose(freed->memory);
}
