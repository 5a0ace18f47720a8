/**
 * Handlers of signals, which run at a safe point.
 */
#ifndef ABX_LUA_SIGNAL_H
#define ABX_LUA_SIGNAL_H

#include "hosts/lua/state.h"

/* Has signals interrupt this coroutine from now on, too. */
void host_see_coroutine(lua_State *L, struct host_state *state);

static inline void host_see(lua_State *L, struct host_state *state)
{
    if (state->watches && state->seen.thread != L)
        host_see_coroutine(L, state);
}

void host_signal_open(lua_State *L, struct host_state *state);

/* No signal of @context leads to the state any more. */
void host_signal_end(lua_State *L, struct host_state *state, struct abx_context *context);
int host_handle_signal(lua_State *L);
int host_restore_signal(lua_State *L);
int host_set_wakeup(lua_State *L);
int host_dispatch(lua_State *L);

#endif
