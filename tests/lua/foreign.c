/*
 * A module of somebody else, which enters a callback of abidex by its address from a function
 * of its own that Lua called.
 */
#include <lauxlib.h>
#include <lua.h>
#include <stdint.h>

/* call(address, a, b, c, d): enters int (*)(int), and returns a to d and what it answered. */
static int call(lua_State *lua)
{
    int (*function)(int value) = (int (*)(int))(uintptr_t)lua_tonumber(lua, 1);
    int answer = function(1);

    lua_pushinteger(lua, answer);
    return lua_gettop(lua) - 1;
}

#pragma GCC visibility push(default)
int luaopen_foreign(lua_State *lua);
#pragma GCC visibility pop

int luaopen_foreign(lua_State *lua)
{
    lua_pushcfunction(lua, call);
    return 1;
}
