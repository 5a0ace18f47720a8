/*
 * Signals, and whatever else waits for the thread that owns the state. What the system's
 * handler does is to ask Lua for a hook, as Lua's own interpreter does: it comes before the
 * next instruction, so that a loop without calls is interrupted too. The hook that was there
 * is put back then.
 *
 * A signal that comes on another thread asks for no hook: lua_sethook walks through what the
 * state's thread is changing, and only on that thread is a handler a part of it. The arrival
 * is noted; the next safe point tells it. It is not sent on with pthread_kill, either: it would
 * be counted twice, and would end the process if its handler were taken back meanwhile.
 *
 * Hooks belong to a coroutine (in LuaJIT to all). Which one runs nobody tells; it is the main
 * one or, as a rule, the last that called C through the module.
 */
#include "hosts/lua/callback.h"
#include "hosts/lua/error.h"
#include "hosts/lua/memory.h"
#include "hosts/lua/signal.h"
#include "hosts/lua/state.h"
#include "hosts/lua/table.h"
#include "hosts/lua/type.h"

#include <string.h>

enum { EVENTS = LUA_MASKCALL | LUA_MASKRET | LUA_MASKCOUNT };

/* ---- asking for a safe point ---- */

static void at_hook(lua_State *L, lua_Debug *ar);

/* The state's thread changes hooks; its handlers of signals leave them alone meanwhile. What
 * a child finds here is of the thread that forked, which goes on in it. */
static void acquire_hooks(struct host_state *state)
{
    atomic_store(&state->is_hooking, true);
}

static void release_hooks(struct host_state *state)
{
    atomic_store(&state->is_hooking, false);
}

static void set_hook(struct host_hook *hook)
{
    lua_Hook found;

    if (hook->thread == NULL)
        return;
    found = lua_gethook(hook->thread);
    if (found == at_hook)
        return;
    hook->found = found;
    hook->mask = lua_gethookmask(hook->thread);
    hook->count = lua_gethookcount(hook->thread);
    hook->is_set = true;
    lua_sethook(hook->thread, at_hook, EVENTS, 1);
}

static void put_back(struct host_hook *hook)
{
    if (hook->is_set && lua_gethook(hook->thread) == at_hook)
        lua_sethook(hook->thread, hook->found, hook->mask, hook->count);
    hook->is_set = false;
}

/* In a handler of signals. If the thread is at it already, a safe point comes anyway: the
 * arrival was noted before. No handler interrupts this one: it has all signals blocked. */
static void arrived(void *user, int number)
{
    struct host_state *state = user;

    (void)number;
    if (!pthread_equal(pthread_self(), state->owner) || atomic_load(&state->is_hooking))
        return;
    set_hook(&state->main);
    set_hook(&state->seen);
}

static void put_all_back(struct host_state *state)
{
    acquire_hooks(state);
    put_back(&state->main);
    put_back(&state->seen);
    release_hooks(state);
}

static int dispatch(lua_State *L, struct host_state *state)
{
    struct host_frame outer;
    struct abx_error err;
    int status;

    outer = host_enter(L, state);
    status = abx_context_dispatch(state->context, &err);
    host_leave(state, outer);
    return status == ABX_OK ? 0 : host_raise(L, state, status, &err);
}

static void at_hook(lua_State *L, lua_Debug *ar)
{
    struct host_state *state = host_state_find(L);

    (void)ar;
    if (state == NULL || state->context == NULL) {
        lua_sethook(L, NULL, 0, 0);
        return;
    }
    put_all_back(state);
    if (lua_gethook(L) == at_hook) /* a coroutine made meanwhile has it from its maker */
        lua_sethook(L, NULL, 0, 0);
    luaL_checkstack(L, 8, "a signal");
    dispatch(L, state);
}

void host_see_coroutine(lua_State *L, struct host_state *state)
{
    luaL_checkstack(L, 2, "a coroutine");
    lua_rawgeti(L, LUA_REGISTRYINDEX, state->signals);
    lua_pushthread(L);
    lua_rawseti(L, -2, 0); /* held as long as a handler may use it */
    acquire_hooks(state);
    put_back(&state->seen);
    state->seen.thread = L;
    release_hooks(state);
    lua_pop(L, 1);
}

/* ---- handlers ---- */

struct arrival {
    struct host_table *table; /* whose siginfo_t it is */
    const struct abx_signal *signal;
};

/* siginfo_t is valid while the handler runs: the script gets a copy. */
static void push_info(lua_State *L, struct host_table *table,
                      const struct abx_value *info)
{
    struct host_memory *copy =
        host_memory_create(L, host_type_find(L, table, abx_memory_type(info->memory)), 1);

    memcpy(host_memory_bytes(L, copy), abx_memory_data(info->memory),
           abx_memory_size(info->memory));
}

static int run_protected(lua_State *L)
{
    const struct arrival *arrival = lua_touserdata(L, 1);
    const struct abx_signal *signal = arrival->signal;

    lua_rawgeti(L, LUA_REGISTRYINDEX, arrival->table->state->signals);
    lua_rawgeti(L, -1, signal->number);
    lua_createtable(L, 0, 4);
    lua_pushinteger(L, signal->number);
    lua_setfield(L, -2, "number");
    lua_pushinteger(L, (lua_Integer)signal->count);
    lua_setfield(L, -2, "count");
    lua_pushstring(L, signal->name);
    lua_setfield(L, -2, "name");
    if (signal->info.kind == ABX_VALUE_MEMORY) {
        push_info(L, arrival->table, &signal->info);
        lua_setfield(L, -2, "info");
    }
    lua_call(L, 1, 0);
    return 0;
}

static int run(void *user, const struct abx_signal *signal, struct abx_error *err)
{
    struct arrival arrival = {user, signal};
    struct host_state *state = arrival.table->state;
    lua_State *L = state->frame.thread != NULL ? state->frame.thread : state->spare;
    struct host_frame outer = state->frame;
    int status;

    if (state->context == NULL) /* the state closes */
        return ABX_OK;
    state->frame = (struct host_frame){.thread = L, .is_handlers = true};
    state->n_inside++;
    status = host_protect(L, run_protected, &arrival);
    state->n_inside--;
    host_leave(state, outer);
    return status == 0 ? ABX_OK : host_keep_error(L, state, err);
}

/* ---- functions of the module ---- */

static struct host_state *check_state(lua_State *L)
{
    struct host_state *state = lua_touserdata(L, lua_upvalueindex(1));

    host_check_open(L, state);
    return state;
}

static int check_number(lua_State *L, int index, const char *what)
{
    return (int)host_check_integer(L, index, INT32_MIN, INT32_MAX, what);
}

static void set_handler(lua_State *L, const struct host_state *state, int number,
                        int index)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, state->signals);
    if (index != 0)
        lua_pushvalue(L, index);
    else
        lua_pushnil(L);
    lua_rawseti(L, -2, number);
    lua_pop(L, 1);
}

static bool has_handler(lua_State *L, const struct host_state *state, int number)
{
    bool is_there;

    lua_rawgeti(L, LUA_REGISTRYINDEX, state->signals);
    lua_rawgeti(L, -1, number);
    is_there = !lua_isnil(L, -1);
    lua_pop(L, 2);
    return is_there;
}

/* Before a handler changes, what is pending is told to the old one. */
static int handle(lua_State *L, struct host_table *table, int number, bool restarts)
{
    struct host_state *state = table->state;
    struct host_frame outer;
    bool is_first = !has_handler(L, state, number);
    struct abx_error err;
    int status;

    if (is_first)
        set_handler(L, state, number, 3);
    outer = host_enter(L, state);
    status = abx_signal_handle(table->table, number, run, table,
                               restarts ? ABX_SIGNAL_RESTART : 0, &err);
    host_leave(state, outer);
    if (status == ABX_OK || is_first)
        set_handler(L, state, number, status == ABX_OK ? 3 : 0);
    return status == ABX_OK ? 0 : host_raise(L, state, status, &err);
}

/* handle_signal(libc, number, handler, restart) */
int host_handle_signal(lua_State *L)
{
    struct host_state *state = check_state(L);
    struct host_table *table = host_check(L, 1, HOST_TABLE);
    int number = check_number(L, 2, "the number of a signal");

    if (!host_is_callable(L, 3))
        return host_error(L,
                          "a handler is a function, got %s: abidex.restore_signal ends "
                          "one",
                          host_describe(L, 3));
    lua_settop(L, 4);
    state->watches = true;
    host_see_coroutine(L, state);
    return handle(L, table, number, lua_toboolean(L, 4));
}

/* restore_signal(number) */
int host_restore_signal(lua_State *L)
{
    struct host_state *state = check_state(L);
    int number = check_number(L, 1, "the number of a signal");
    struct host_frame outer;
    struct abx_error err;
    int status;

    outer = host_enter(L, state);
    status = abx_signal_restore(state->context, number, &err);
    host_leave(state, outer);
    if (status != ABX_OK)
        return host_raise(L, state, status, &err);
    set_handler(L, state, number, 0);
    return 0;
}

/* set_wakeup(fd); nil: none any more */
int host_set_wakeup(lua_State *L)
{
    struct host_state *state = check_state(L);
    int fd = lua_isnoneornil(L, 1) ? -1 : check_number(L, 1, "a descriptor");
    struct abx_error err;
    int status = abx_signal_set_wakeup(state->context, fd, &err);

    return status == ABX_OK ? 0 : host_raise(L, state, status, &err);
}

int host_dispatch(lua_State *L)
{
    return dispatch(L, check_state(L));
}

void host_signal_end(lua_State *L, struct host_state *state, struct abx_context *context)
{
    const struct abx_hooks none = {0};

    abx_context_set_hooks(context, &none);
    put_all_back(state);
    lua_rawgeti(L, LUA_REGISTRYINDEX, state->signals);
    for (lua_pushnil(L); lua_istable(L, -2) && lua_next(L, -2) != 0; lua_pop(L, 1))
        if (lua_tointeger(L, -2) > 0)
            (void)abx_signal_restore(context, (int)lua_tointeger(L, -2), NULL);
    lua_pop(L, 1);
}

void host_signal_open(lua_State *L, struct host_state *state)
{
    struct abx_hooks hooks = {.arrived = arrived, .user = state};

#if LUA_VERSION_NUM >= 502
    lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_MAINTHREAD);
    state->main.thread = lua_tothread(L, -1);
    lua_pop(L, 1);
#else
    state->main.thread = lua_pushthread(L) != 0 ? L : state->spare;
    lua_pop(L, 1);
#endif
    abx_context_set_hooks(state->context, &hooks);
}
