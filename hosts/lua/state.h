/**
 * What the module has for each state of Lua, and the way into C and back.
 */
#ifndef ABX_LUA_STATE_H
#define ABX_LUA_STATE_H

#include <pthread.h>
#include <stdatomic.h>

#include "hosts/lua/host.h"

enum { HOST_N_ERRORS = 8, HOST_NO_REFERENCE = LUA_NOREF };

/* A coroutine that signals interrupt, and the hook that it had before. */
struct host_hook {
    lua_State *thread; /* NULL: none yet */
    lua_Hook found;
    int mask;
    int count;
    bool is_set;
};

/* Where C was entered. A callback that C calls again and again has its function on the stack
 * there, with what the last call left on top of it. */
struct host_frame {
    lua_State *thread; /* NULL: C was not entered from Lua */
    bool is_handlers;  /* a handler runs: what is on the stack is whosever it calls */
    int64_t number;    /* of the callback; 0: none is there yet */
    int place;         /* of its function */
};

/* What the module has for each state of Lua. */
struct host_state {
    struct host_object object;
    struct abx_context *context; /* NULL when the state closes and it is gone */
    pthread_t owner;             /* of the context: the thread that used the state last */
    struct host_frame frame;
    lua_State *spare; /* for callbacks that come while none is running */
    struct host_table *tables;
    struct host_memory *memory;    /* all: Lua forgets what is made while it closes */
    struct host_handler *handlers; /* all that C may come to */
    size_t n_unseen;   /* bytes of memory that Lua's collector does not know of */
    unsigned n_inside; /* handlers that run now */
    int64_t n_callbacks;
    int functions; /* reference of a weak table: number of a callback → its function */
    int errors;    /* of a table: what handlers raised, until it is raised again */
    int signals;   /* of a table: number → handler; 0 → the coroutine of seen */
    int opened;    /* of a table: name → Table */
    int error_metatable;
    bool watches;           /* there are handlers of signals, or were */
    atomic_bool is_hooking; /* it changes hooks */
    struct host_hook main;
    struct host_hook seen; /* the last that called, if there are handlers of signals */
};

/* Has the thread that uses the state now own the context; raises an error where another one
 * is in C. */
void host_change_thread(lua_State *L, struct host_state *state);

/*
 * From here on callbacks run in @L, in the frame of the function of C that calls this. What it
 * returns is for host_leave.
 */
static inline struct host_frame host_enter(lua_State *L, struct host_state *state)
{
    struct host_frame outer = state->frame;

    if (!pthread_equal(state->owner, pthread_self()))
        host_change_thread(L, state);
    state->frame = (struct host_frame){.thread = L};
    return outer;
}

static inline void host_leave(struct host_state *state, struct host_frame outer)
{
    state->frame = outer;
}

/* Pushes the state's object, made the first time. */
struct host_state *host_state_open(lua_State *L);

/* NULL where the module was not loaded. */
struct host_state *host_state_find(lua_State *L);

/* Raises an error where the state is closing. */
void host_check_open(lua_State *L, const struct host_state *state);

/* Has the collector look at memory that it does not know of, if that is much by now. */
void host_count_memory(lua_State *L, struct host_state *state, size_t size);

#endif
