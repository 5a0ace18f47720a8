/*
 * Functions: what a table says of them, and what a call needs to know beforehand.
 */
#include "hosts/lua/error.h"
#include "hosts/lua/function.h"
#include "hosts/lua/state.h"
#include "hosts/lua/table.h"
#include "hosts/lua/type.h"

#include <stdlib.h>
#include <string.h>

static bool has(const struct host_function *function, const char *attribute)
{
    return abx_function_find_attribute(function->function, attribute) != NULL;
}

/* What the runtime would take without a look at the types behind names: memory of the very
 * type, or any where that does not matter. */
static void describe_parameter(lua_State *L, struct host_function *function, size_t i)
{
    struct host_parameter *parameter = &function->parameters[i];
    const struct abx_place *place = &function->image->places[i];
    const struct abx_type *type;
    struct host_type *target;
    const char *name;

    if (place->scalar != ABX_SCALAR_POINTER || place->has_rules ||
        abx_type_parameter(function->type->type, i, &name, &type) != ABX_OK)
        return;
    target = host_type_target(L, host_type_find(L, function->table, type));
    if (target == NULL || target->kind == ABX_TYPE_FUNCTION)
        return;
    parameter->pointee = target->type;
    parameter->size = abx_type_size(target->type);
    parameter->takes_any = target->kind == ABX_TYPE_VOID || target->scalar == HOST_U8;
    parameter->is_fixed = target->is_fixed;
}

/* "1", "1:success" */
static void describe_freed(struct host_function *function)
{
    const char *text = abx_function_find_attribute(function->function, "frees");

    if (text == NULL)
        return;
    function->frees = strtoul(text, NULL, 10);
    function->frees_on_success = strchr(text, ':') != NULL;
}

static void prepare(lua_State *L, struct host_function *function, size_t n)
{
    struct host_table *table = function->table;
    const struct abx_type *type = abx_function_type(function->function);
    const struct abx_type *result;
    struct abx_error err;
    int status = abx_type_find_target(table->table, type, &result, &err);

    if (status != ABX_OK)
        host_raise(L, table->state, status, &err);
    function->type = host_type_find(L, table, type);
    function->result = host_type_find(L, table, result);
    function->result_scalar = function->result->scalar;
    function->is_void = function->result->kind == ABX_TYPE_VOID;
    function->is_result_memory = function->result->kind == ABX_TYPE_STRUCT ||
                                 function->result->kind == ABX_TYPE_UNION ||
                                 function->result->kind == ABX_TYPE_COMPLEX;
    function->is_result_new = has(function, "malloc");
    function->has_extents =
        has(function, "buffer") || has(function, "array") || has(function, "frees");
    describe_freed(function);
    for (size_t i = 0; i < n; i++)
        describe_parameter(L, function, i);
}

void host_function_push(lua_State *L, struct host_table *table,
                        const struct abx_function *found)
{
    const struct abx_image *image = abx_function_image(found);
    size_t n = image != NULL ? image->n_places : 0;
    struct host_function *function =
        host_new(L, HOST_FUNCTION, sizeof(*function) + n * sizeof(*function->parameters));

    function->state = table->state;
    function->table = table;
    function->function = found;
    function->image = image;
    prepare(L, function, n);
}

/* ---- fields ---- */

static void set_string(lua_State *L, const char *field, const char *text)
{
    if (text == NULL)
        return;
    lua_pushstring(L, text);
    lua_setfield(L, -2, field);
}

static void push_contract(lua_State *L, const struct host_function *function)
{
    const struct abx_contract *contract = abx_function_contract(function->function);

    if (contract->when == NULL) {
        lua_pushnil(L);
        return;
    }
    lua_newtable(L);
    set_string(L, "when", contract->when);
    set_string(L, "where", contract->where);
    set_string(L, "space", contract->space);
    set_string(L, "eintr", contract->eintr);
    lua_pushboolean(L, contract->blocks);
    lua_setfield(L, -2, "blocks");
    lua_newtable(L);
    for (size_t i = 0; i < contract->n_codes; i++) {
        const char *text;

        if (abx_function_explain(function->function, contract->codes[i], &text, NULL,
                                 NULL, NULL) != ABX_OK)
            text = "";
        lua_pushstring(L, text);
        lua_setfield(L, -2, contract->codes[i]);
    }
    lua_setfield(L, -2, "codes");
}

static void push_name(lua_State *L, const struct host_function *function)
{
    lua_pushstring(L, abx_function_name(function->function));
}

static void push_symbol(lua_State *L, const struct host_function *function)
{
    lua_pushstring(L, abx_function_symbol(function->function));
}

static void push_library(lua_State *L, const struct host_function *function)
{
    lua_pushstring(L, abx_function_library(function->function));
}

static void push_type(lua_State *L, const struct host_function *function)
{
    host_type_push(L, function->table, function->type->type);
}

static void push_doc(lua_State *L, const struct host_function *function)
{
    host_function_push_text(L, function->function);
}

static const struct field {
    const char *name;
    void (*push)(lua_State *L, const struct host_function *function);
} fields[] = {
    {"name", push_name}, {"symbol", push_symbol},     {"library", push_library},
    {"type", push_type}, {"contract", push_contract}, {"doc", push_doc},
};

static struct host_function *check_function(lua_State *L)
{
    struct host_function *function = host_check(L, 1, HOST_FUNCTION);

    host_check_open(L, function->state);
    return function;
}

static int index_function(lua_State *L)
{
    struct host_function *function = check_function(L);
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";

    for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
        if (strcmp(fields[i].name, name) == 0) {
            fields[i].push(L, function);
            return 1;
        }
    }
    return host_error(L, "a Function has no field '%s'", name);
}

static int function_to_string(lua_State *L)
{
    push_doc(L, check_function(L));
    return 1;
}

/* ---- out ---- */

/* out(n) */
static int call_out(lua_State *L)
{
    struct host_out *out;
    int64_t count;

    host_check(L, 1, HOST_OUT);
    count = host_check_integer(L, 2, 1, PTRDIFF_MAX, "a number of objects, at least 1,");
    out = host_new(L, HOST_OUT, sizeof(*out));
    out->count = (size_t)count;
    return 1;
}

static int out_to_string(lua_State *L)
{
    struct host_out *out = host_check(L, 1, HOST_OUT);

    if (out->count == 0)
        lua_pushliteral(L, "abidex.out");
    else
        lua_pushfstring(L, "abidex.out(" HOST_COUNT ")", HOST_AS_COUNT(out->count));
    return 1;
}

void host_function_open(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"__call", host_function_call},
        {"__index", index_function},
        {"__tostring", function_to_string},
        {NULL, NULL},
    };
    static const luaL_Reg of_out[] = {
        {"__call", call_out}, {"__tostring", out_to_string}, {NULL, NULL}};

    host_make_metatable(L, HOST_FUNCTION, functions);
    host_make_metatable(L, HOST_OUT, of_out);
}
