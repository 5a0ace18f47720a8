/**
 * Tables, and what their names lead to.
 */
#ifndef ABX_LUA_TABLE_H
#define ABX_LUA_TABLE_H

#include "hosts/lua/host.h"

struct host_table {
    struct host_object object;
    struct host_state *state;
    struct abx_table *table;
    struct host_table *next;
    int self;
    int names;     /* references of tables: name → function or constant */
    int types;     /* address of the type → Type */
    int variables; /* name → Memory */
    int callbacks; /* address of the type → function → Callback: what C has kept */
    int kept;      /* address of a pointer in foreign memory → what it leads to */
};

int host_open(lua_State *L);
void host_table_push(lua_State *L, const struct host_table *table);

/* Pushes what a name of the table is; false: there is none, @err says why. */
bool host_push_function(lua_State *L, struct host_table *table, const char *name,
                        struct abx_error *err);
bool host_push_constant(lua_State *L, struct host_table *table, const char *name,
                        struct abx_error *err);
bool host_push_variable(lua_State *L, struct host_table *table, const char *name,
                        struct abx_error *err);

#endif
