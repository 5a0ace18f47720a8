/*
 * Pointers to what has no objects here (void, types that are only declared, functions), and
 * integers of 64 bits that Lua's numbers don't hold.
 */
#include "hosts/lua/error.h"
#include "hosts/lua/memory.h"
#include "hosts/lua/pointer.h"
#include "hosts/lua/state.h"
#include "hosts/lua/table.h"
#include "hosts/lua/type.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- pointers ---- */

void host_pointer_push(lua_State *L, struct host_table *table,
                       const struct abx_type *type, void *address)
{
    struct host_pointer *pointer = host_new(L, HOST_POINTER, sizeof(*pointer));

    pointer->table = table;
    pointer->type = type;
    pointer->address = address;
}

void *host_pointer_address(lua_State *L, const struct host_pointer *pointer)
{
    if (pointer->is_freed)
        host_error(L, "what the pointer led to was freed");
    return pointer->address;
}

/* p:cast(T): the same address, of another pointer type; or the object of a type that is there. */
static int cast(lua_State *L)
{
    struct host_pointer *pointer = host_check(L, 1, HOST_POINTER);
    struct host_type *type = host_check(L, 2, HOST_TYPE);

    void *address = host_pointer_address(L, pointer);

    host_check_open(L, type->table->state);
    if (type->kind == ABX_TYPE_POINTER)
        host_pointer_push(L, type->table, type->type, address);
    else
        host_memory_view(L, type, address, 1);
    if (host_push_held_by(L, 1))
        host_hold(L);
    return 1;
}

static int index_pointer(lua_State *L)
{
    host_check(L, 1, HOST_POINTER);
    if (lua_type(L, 2) != LUA_TSTRING || strcmp(lua_tostring(L, 2), "cast") != 0)
        return host_error(L, "a Pointer has no members: T:view(pointer) looks at what it "
                             "leads to");
    lua_pushcfunction(L, cast);
    return 1;
}

static int pointer_to_string(lua_State *L)
{
    struct host_pointer *pointer = host_check(L, 1, HOST_POINTER);

    if (pointer->type != NULL && pointer->table->table != NULL)
        host_type_push_name(L, pointer->table, pointer->type);
    else
        lua_pushliteral(L, "abidex.Pointer");
    lua_pushfstring(L, ": %p", pointer->address);
    lua_concat(L, 2);
    return 1;
}

static int pointers_are_equal(lua_State *L)
{
    struct host_pointer *left = host_test(L, 1, HOST_POINTER);
    struct host_pointer *right = host_test(L, 2, HOST_POINTER);

    lua_pushboolean(L, left != NULL && right != NULL && left->address == right->address);
    return 1;
}

void host_pointer_open(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"__index", index_pointer},
        {"__tostring", pointer_to_string},
        {"__eq", pointers_are_equal},
        {NULL, NULL},
    };

    host_make_metatable(L, HOST_POINTER, functions);
}

/* ---- integers ---- */

static void push_box(lua_State *L, bool is_negative, uint64_t bits)
{
    struct host_integer *integer = host_new(L, HOST_INTEGER, sizeof(*integer));

    integer->is_negative = is_negative;
    integer->bits = bits;
}

void host_push_integer(lua_State *L, int64_t number)
{
    if (host_holds(number))
        host_push_held(L, number);
    else
        push_box(L, number < 0, (uint64_t)number);
}

void host_push_unsigned(lua_State *L, uint64_t number)
{
    if (host_holds_unsigned(number))
        host_push_held(L, (int64_t)number);
    else
        push_box(L, false, number);
}

/* integer("18446744073709551615"): a number where Lua's hold it, else an Integer. */
int host_integer_new(lua_State *L)
{
    const char *text;
    char *end;

    if (lua_type(L, 1) != LUA_TSTRING)
        return host_error(L, "an integer as a string expected, got %s",
                          host_describe(L, 1));
    text = lua_tostring(L, 1);
    errno = 0;
    if (*text == '-')
        host_push_integer(L, strtoll(text, &end, 0));
    else
        host_push_unsigned(L, strtoull(text, &end, 0));
    if (end == text || *end != '\0' || strpbrk(text, " \t\n\v\f\r+") != NULL)
        return host_error(L, "\"%s\" is no integer", text);
    if (errno == ERANGE)
        return host_error(L, "%s has more than 64 bits", text);
    return 1;
}

static int integer_to_string(lua_State *L)
{
    struct host_integer *integer = host_check(L, 1, HOST_INTEGER);
    char text[32];

    if (integer->is_negative)
        snprintf(text, sizeof(text), "%" PRId64, (int64_t)integer->bits);
    else
        snprintf(text, sizeof(text), "%" PRIu64, integer->bits);
    lua_pushstring(L, text);
    return 1;
}

static int integers_are_equal(lua_State *L)
{
    struct host_integer *left = host_test(L, 1, HOST_INTEGER);
    struct host_integer *right = host_test(L, 2, HOST_INTEGER);

    lua_pushboolean(L, left != NULL && right != NULL && left->bits == right->bits &&
                           left->is_negative == right->is_negative);
    return 1;
}

void host_integer_open(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"__tostring", integer_to_string},
        {"__eq", integers_are_equal},
        {NULL, NULL},
    };

    host_make_metatable(L, HOST_INTEGER, functions);
}
