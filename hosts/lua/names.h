/**
 * The mappings types, functions, constants and variables of a table.
 */
#ifndef ABX_LUA_NAMES_H
#define ABX_LUA_NAMES_H

#include "hosts/lua/table.h"

/* Makes the mappings types, functions, constants and variables fields of the table on the top of
 * the stack. */
void host_names_add(lua_State *L, struct host_table *table);
void host_names_open(lua_State *L);

/* Gives the metatable on the top of the stack a __pairs that lists the names of a table. */
void host_names_add_pairs(lua_State *L);

#endif
