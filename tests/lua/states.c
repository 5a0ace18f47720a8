/*
 * States of Lua in one process: what several of them share (nothing), what closing one
 * leaves behind (nothing, as AddressSanitizer and valgrind see it), and what is left where
 * Lua has no memory for any one of its objects. A script gets the number of the state.
 */
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { N_STATES = 3, N_ROUNDS = 3 };

static bool run(lua_State *lua, const char *script)
{
    if (luaL_loadfile(lua, script) != 0 || lua_pcall(lua, 0, 0, 0) != 0) {
        fprintf(stderr, "%s\n", lua_tostring(lua, -1));
        lua_pop(lua, 1);
        return false;
    }
    return true;
}

/* ---- several at once ---- */

/* Runs the function inner of the next state, inside a callback of this one. */
static int enter_next(lua_State *lua)
{
    lua_State *next = lua_touserdata(lua, lua_upvalueindex(1));

    lua_getglobal(next, "inner");
    if (lua_pcall(next, 0, 0, 0) != 0)
        return luaL_error(lua, "%s", lua_tostring(next, -1));
    return 0;
}

static bool run_several(const char *script)
{
    lua_State *states[N_STATES] = {NULL};
    bool is_well = true;

    for (int i = 0; i < N_STATES; i++) {
        states[i] = luaL_newstate();
        luaL_openlibs(states[i]);
        lua_pushinteger(states[i], i);
        lua_setglobal(states[i], "number");
    }
    for (int i = 0; i < N_STATES; i++) {
        lua_pushlightuserdata(states[i], states[(i + 1) % N_STATES]);
        lua_pushcclosure(states[i], enter_next, 1);
        lua_setglobal(states[i], "enter_next");
        is_well = run(states[i], script) && is_well;
    }
    for (int i = 0; i < N_STATES && is_well; i++) {
        lua_getglobal(states[i], "outer");
        if (lua_pcall(states[i], 0, 0, 0) != 0) {
            fprintf(stderr, "state %d: %s\n", i, lua_tostring(states[i], -1));
            is_well = false;
        }
    }
    for (int i = 0; i < N_STATES; i++)
        lua_close(states[(i + 1) % N_STATES]);
    return is_well;
}

/* ---- on another thread ---- */

static void *run_moved(void *state)
{
    static bool is_well;

    lua_getglobal(state, "sort");
    is_well = lua_pcall(state, 0, 0, 0) == 0;
    if (!is_well)
        fprintf(stderr, "on another thread: %s\n", lua_tostring(state, -1));
    return &is_well;
}

/* Uses the state on another thread, and waits for it. */
static bool move(lua_State *lua)
{
    pthread_t thread;
    void *is_well;

    if (pthread_create(&thread, NULL, run_moved, lua) != 0)
        return false;
    pthread_join(thread, &is_well);
    return *(bool *)is_well;
}

/* From within a call: that of the thread that is in C goes on. */
static int move_inside(lua_State *lua)
{
    lua_pushboolean(lua, move(lua));
    return 1;
}

/* A state made here, used there, and here again. */
static bool run_on_threads(const char *script)
{
    lua_State *lua = luaL_newstate();
    bool is_well;

    luaL_openlibs(lua);
    lua_pushcfunction(lua, move_inside);
    lua_setglobal(lua, "move");
    is_well = run(lua, script) && move(lua) && *(bool *)run_moved(lua) && move(lua);
    if (is_well) {
        lua_getglobal(lua, "inside");
        is_well = lua_pcall(lua, 0, 0, 0) == 0;
        if (!is_well)
            fprintf(stderr, "%s\n", lua_tostring(lua, -1));
    }
    lua_close(lua);
    return is_well;
}

/* ---- closed within a callback ---- */

static volatile sig_atomic_t n_signals;

static void count_signal(int number)
{
    (void)number;
    n_signals++;
}

/* What comes after the state came to an end comes to it no more. The rest of the callback's
 * stack is gone: so is the process. */
static int close_inside(lua_State *lua)
{
    int (*left)(int value);
    bool is_well;

    lua_getglobal(lua, "address");
    left = (int (*)(int))(uintptr_t)lua_tonumber(lua, -1);
    is_well = left(1) == 42;
    lua_close(lua);
    raise(SIGUSR1);
    is_well = is_well && n_signals == 1 && left(1) == 0;
    _exit(is_well ? 0 : 1);
}

static bool run_closed(const char *script)
{
    int status = -1;
    pid_t child = fork();

    if (child == 0) {
        lua_State *lua = luaL_newstate();

        signal(SIGUSR1, count_signal);
        luaL_openlibs(lua);
        lua_pushcfunction(lua, close_inside);
        lua_setglobal(lua, "close");
        run(lua, script);
        lua_getglobal(lua, "leave");
        lua_call(lua, 0, 0);
        _exit(2);
    }
    waitpid(child, &status, 0);
    if (status != 0)
        fprintf(stderr, "closed within a callback: status %d\n", status);
    return status == 0;
}

/* ---- without memory ---- */

struct budget {
    long n_left; /* allocations until one fails; negative: none fails */
    bool has_failed;
};

static void *allocate(void *user, void *block, size_t old_size, size_t size)
{
    struct budget *budget = user;

    (void)old_size;
    if (size == 0) {
        free(block);
        return NULL;
    }
    if (budget->n_left >= 0 && (block == NULL || size > old_size) &&
        budget->n_left-- == 0) {
        budget->has_failed = true;
        return NULL;
    }
    return realloc(block, size);
}

static int run_short(lua_State *lua)
{
    if (luaL_loadfile(lua, lua_touserdata(lua, 1)) != 0)
        return lua_error(lua);
    lua_call(lua, 0, 0);
    return 0;
}

static bool is_of_memory(lua_State *lua, long n_left)
{
    const char *text = lua_tostring(lua, -1);

    if (text != NULL && strstr(text, "not enough memory") != NULL)
        return true;
    fprintf(stderr, "allocation %ld: %s\n", n_left,
            text != NULL ? text : luaL_typename(lua, -1));
    return false;
}

/* The module's first steps are under the budget, not those of Lua's own libraries. */
static bool run_with(const char *script, long n_left, bool *is_donep)
{
    struct budget budget = {.n_left = -1};
    lua_State *lua = lua_newstate(allocate, &budget);
    bool is_well = true;

    *is_donep = true;
    if (lua == NULL) /* an interpreter that has no other allocator than its own */
        return true;
    luaL_openlibs(lua);
    lua_pushcfunction(lua, run_short);
    lua_pushlightuserdata(lua, (void *)script);
    budget.n_left = n_left;
    if (lua_pcall(lua, 1, 0, 0) != 0)
        is_well = is_of_memory(lua, n_left);
    budget.n_left = -1;
    *is_donep = !budget.has_failed;
    lua_close(lua);
    return is_well;
}

static bool run_without_memory(const char *script)
{
    bool is_well = true;
    bool is_done = false;
    long n = 0;

    for (; !is_done && is_well; n++)
        is_well = run_with(script, n, &is_done);
    printf("%ld allocations failed, each once\n", n - 1);
    return is_well;
}

int main(int argc, char **argv)
{
    bool is_well = argc == 4;

    for (int i = 0; i < N_ROUNDS && is_well; i++)
        is_well = run_several(argv[1]);
    is_well = is_well && run_on_threads(argv[3]) && run_closed(argv[3]);
    return is_well && run_without_memory(argv[2]) ? 0 : 1;
}
