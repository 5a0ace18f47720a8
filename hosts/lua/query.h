/**
 * Questions about types, memory and addresses.
 */
#ifndef ABX_LUA_QUERY_H
#define ABX_LUA_QUERY_H

#include "hosts/lua/host.h"

/* The address that the value at @index is: of a Pointer, Callback, or an integer. */
void *host_check_address(lua_State *L, int index);

int host_sizeof(lua_State *L);
int host_typeof(lua_State *L);
int host_address(lua_State *L);
int host_string(lua_State *L);
int host_bytes(lua_State *L);

#endif
