/**
 * Errors: raised with the place of the script, and kept while C is between them and it.
 */
#ifndef ABX_LUA_ERROR_H
#define ABX_LUA_ERROR_H

#include "hosts/lua/state.h"

/* Pushes where the script is: "file:line: ". */
void host_where(lua_State *L);

/* Raises what the runtime answered: an error object for a failure of C, what a handler
 * raised as it was, and else a string. */
__attribute__((noreturn)) int host_raise(lua_State *L, struct host_state *state,
                                         int status, struct abx_error *err);

/* Raises a message with the place of the script in front. */
__attribute__((noreturn)) int host_error(lua_State *L, const char *format, ...);

/* Keeps the error on the top of the stack, and pops it, until what the runtime answers with
 * @err is raised. It raises none itself. */
int host_keep_error(lua_State *L, struct host_state *state, struct abx_error *err);

void host_error_open(lua_State *L, struct host_state *state);
int host_try(lua_State *L);

#endif
