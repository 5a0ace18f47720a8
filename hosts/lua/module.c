/*
 * The module abidex for Lua: what `require "abidex"` gives. One source serves Lua 5.4, 5.3
 * and LuaJIT.
 */
#include <abidex.h>
#include <lauxlib.h>
#include <lua.h>

ABX_API int luaopen_abidex(lua_State *lua);

ABX_API int luaopen_abidex(lua_State *lua)
{
    lua_newtable(lua);
    lua_pushstring(lua, ABX_VERSION);
    lua_setfield(lua, -2, "_VERSION");
    lua_pushstring(lua, abx_platform());
    lua_setfield(lua, -2, "platform");
    return 1;
}
