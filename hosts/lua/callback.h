/**
 * Functions of Lua that C calls.
 */
#ifndef ABX_LUA_CALLBACK_H
#define ABX_LUA_CALLBACK_H

#include "hosts/lua/type.h"

/* What C comes to. It is the runtime's until that says that nobody is in it: a function may
 * close its own callback, or let it be collected. */
struct host_handler {
    struct host_state *state;
    struct host_table *table;
    struct abx_callback *callback;
    struct host_type *type; /* of the function, or of a pointer to it */
    struct host_type *result;
    int64_t number;
    bool is_simple; /* numbers only, for which Lua needs no memory */
    bool is_void;
    size_t n_parameters;
    struct host_handler **previousp; /* in the state's list */
    struct host_handler *next;
};

struct host_callback {
    struct host_object object;
    struct host_state *state;
    struct host_table *table;
    struct abx_callback *callback; /* NULL: closed */
    struct host_handler *handler;  /* there as long as the callback */
};

/* Pushes a Callback of @type for the function at @index. */
struct host_callback *host_callback_create(lua_State *L, struct host_type *type,
                                           int index, enum abx_callback_mode mode);
void host_callback_close(lua_State *L, struct host_callback *callback);

/* Pushes the one that @table keeps for the function at @index. */
struct host_callback *host_callback_kept(lua_State *L, struct host_type *type, int index);

/* Whether the value at @index can be called. */
bool host_is_callable(lua_State *L, int index);
void host_callback_open(lua_State *L);

#endif
