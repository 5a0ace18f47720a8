/*
 * The module abidex for Lua: what `require "abidex"` gives. One source serves Lua 5.4, 5.3
 * and the interface of 5.1, which is LuaJIT's. All functions of the module have the state's
 * object as their upvalue, which the registry keeps: loading the module again gives the
 * same one.
 */
#include "hosts/lua/error.h"
#include "hosts/lua/function.h"
#include "hosts/lua/pointer.h"
#include "hosts/lua/query.h"
#include "hosts/lua/signal.h"
#include "hosts/lua/state.h"
#include "hosts/lua/table.h"

ABX_API int luaopen_abidex(lua_State *lua);

static const luaL_Reg functions[] = {
    {"open", host_open},
    {"try", host_try},
    {"sizeof", host_sizeof},
    {"typeof", host_typeof},
    {"address", host_address},
    {"string", host_string},
    {"bytes", host_bytes},
    {"integer", host_integer_new},
    {"dispatch", host_dispatch},
    {"handle_signal", host_handle_signal},
    {"restore_signal", host_restore_signal},
    {"set_wakeup", host_set_wakeup},
    {NULL, NULL},
};

static void push_out(lua_State *L)
{
    host_new(L, HOST_OUT, sizeof(struct host_out));
    lua_setfield(L, -2, "out");
}

ABX_API int luaopen_abidex(lua_State *lua)
{
    host_state_open(lua); /* pushes the state's object */
    lua_newtable(lua);
    lua_insert(lua, -2);
    host_set_functions(lua, functions, true);
    push_out(lua);
    lua_pushstring(lua, ABX_VERSION);
    lua_setfield(lua, -2, "_VERSION");
    lua_pushstring(lua, abx_platform());
    lua_setfield(lua, -2, "platform");
    return 1;
}
