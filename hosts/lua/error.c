/*
 * Errors. A failure of C becomes an object with fields, whose text is one sentence; what a
 * script did wrong is a string with its place, as Lua's own functions have it. What a
 * handler raised while C was on the stack must not unwind through it: it is kept, the
 * runtime carries its number through, and it is raised again as it was.
 */
#include "hosts/lua/error.h"
#include "hosts/lua/pointer.h"
#include "hosts/lua/state.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* The space of the code of an error that was kept: the code is its number. */
static const char kept_space[] = "Lua";

/* ---- where ---- */

/* The nearest function of the script: those of C between, such as pcall, have no place. */
void host_where(lua_State *L)
{
    lua_Debug ar;

    for (int level = 1; lua_getstack(L, level, &ar); level++) {
        lua_getinfo(L, "Sl", &ar);
        if (ar.currentline > 0) {
            lua_pushfstring(L, "%s:%d: ", ar.short_src, ar.currentline);
            return;
        }
    }
    lua_pushliteral(L, "");
}

int host_error(lua_State *L, const char *format, ...)
{
    va_list args;

    host_where(L);
    va_start(args, format);
    lua_pushvfstring(L, format, args);
    va_end(args);
    lua_concat(L, 2);
    HOST_RAISE(L);
}

/* ---- failures ---- */

static void set_string(lua_State *L, const char *field, const char *text)
{
    if (text == NULL || *text == '\0')
        return;
    lua_pushstring(L, text);
    lua_setfield(L, -2, field);
}

/* "open failed: ENOENT (2): the file does not exist" */
static void push_sentence(lua_State *L, const struct abx_error *err)
{
    char code[32];

    snprintf(code, sizeof(code), "%lld", (long long)err->code);
    lua_pushfstring(L, "%s failed",
                    err->function != NULL ? err->function : "the function");
    if (err->name[0] != '\0')
        lua_pushfstring(L, ": %s (%s)", err->name, code);
    else if (err->code != 0)
        lua_pushfstring(L, ": code %s", code);
    else
        lua_pushliteral(L, "");
    if (err->message[0] != '\0')
        lua_pushfstring(L, ": %s", err->message);
    else
        lua_pushliteral(L, "");
    lua_concat(L, 3);
}

static void raise_failure(lua_State *L, const struct host_state *state,
                          const struct abx_error *err)
{
    luaL_checkstack(L, 8, "an error");
    lua_newtable(L);
    push_sentence(L, err);
    lua_setfield(L, -2, "message");
    set_string(L, "text", err->message);
    set_string(L, "name", err->name);
    set_string(L, "fn", err->function);
    set_string(L, "space", err->space);
    host_push_integer(L, err->code);
    lua_setfield(L, -2, "code");
    if (err->cause != 0) {
        lua_pushinteger(L, err->cause);
        lua_setfield(L, -2, "cause");
    }
    lua_pushboolean(L, err->is_documented);
    lua_setfield(L, -2, "is_documented");
    host_where(L);
    lua_setfield(L, -2, "where");
    lua_rawgeti(L, LUA_REGISTRYINDEX, state->error_metatable);
    lua_setmetatable(L, -2);
    lua_error(L);
}

static int error_to_string(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_getfield(L, 1, "where");
    lua_getfield(L, 1, "message");
    if (!lua_isstring(L, -2) || !lua_isstring(L, -1))
        luaL_error(L, "an error of abidex that lost its message");
    lua_concat(L, 2);
    return 1;
}

void host_error_open(lua_State *L, struct host_state *state)
{
    static const luaL_Reg functions[] = {{"__tostring", error_to_string}, {NULL, NULL}};

    lua_newtable(L);
    host_set_functions(L, functions, false);
    lua_pushliteral(L, "abidex.Error");
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "__name");
    lua_setfield(L, -2, "__metatable");
    state->error_metatable = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_rawgeti(L, LUA_REGISTRYINDEX, state->errors);
    for (int i = 1; i <= HOST_N_ERRORS; i++) {
        lua_pushboolean(L, false);
        lua_rawseti(L, -2, i);
    }
    lua_pop(L, 1);
}

/* ---- what handlers raised ---- */

/* The places are there already, so that none of this takes memory. */
static int find_place(lua_State *L)
{
    int place = 0;
    bool is_free = false;

    while (!is_free && place < HOST_N_ERRORS) {
        lua_rawgeti(L, -1, ++place);
        is_free = lua_type(L, -1) == LUA_TBOOLEAN;
        lua_pop(L, 1);
    }
    return place;
}

int host_keep_error(lua_State *L, struct host_state *state, struct abx_error *err)
{
    const char *text =
        lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : luaL_typename(L, -1);
    int place;

    *err = (struct abx_error){.status = ABX_FAILED, .space = kept_space};
    snprintf(err->message, sizeof(err->message), "error: %s", text);
    if (lua_type(L, -1) == LUA_TBOOLEAN || lua_isnil(L, -1)) {
        err->code = -1 - lua_toboolean(L, -1) - 2 * lua_isnil(L, -1);
        lua_pop(L, 1);
        return ABX_FAILED;
    }
    lua_rawgeti(L, LUA_REGISTRYINDEX, state->errors);
    place = find_place(L);
    lua_insert(L, -2);
    lua_rawseti(L, -2, place);
    lua_pop(L, 1);
    err->code = place;
    return ABX_FAILED;
}

static void push_kept(lua_State *L, const struct host_state *state, int64_t code)
{
    if (code == -3) {
        lua_pushnil(L);
    } else if (code < 0) {
        lua_pushboolean(L, code == -2);
    } else {
        lua_rawgeti(L, LUA_REGISTRYINDEX, state->errors);
        lua_rawgeti(L, -1, (int)code);
        lua_pushboolean(L, false);
        lua_rawseti(L, -3, (int)code);
    }
}

int host_raise(lua_State *L, struct host_state *state, int status, struct abx_error *err)
{
    if (status == ABX_NO_MEMORY) {
        luaL_error(L, "not enough memory");
    } else if (status == ABX_FAILED && err->space == kept_space) {
        push_kept(L, state, err->code);
        lua_error(L);
    } else if (status == ABX_FAILED) {
        raise_failure(L, state, err);
    }
    host_error(L, "%s", err->message);
}

/* ---- try ---- */

/* Of an error of ours: nil, message, code; else the error goes on. */
static int answer_error(lua_State *L)
{
    struct host_state *state = lua_touserdata(L, lua_upvalueindex(1));
    bool is_ours = false;

    if (lua_istable(L, -1) && lua_getmetatable(L, -1)) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, state->error_metatable);
        is_ours = lua_rawequal(L, -1, -2);
        lua_pop(L, 2);
    }
    if (!is_ours)
        return lua_error(L);
    lua_pushnil(L);
    lua_getfield(L, -2, "message");
    lua_getfield(L, -3, "code");
    return 3;
}

#if LUA_VERSION_NUM >= 503

static int finish_try(lua_State *L, int status, lua_KContext context)
{
    (void)context;
    if (status != LUA_OK && status != LUA_YIELD)
        return answer_error(L);
    return lua_gettop(L);
}

int host_try(lua_State *L)
{
    luaL_checkany(L, 1);
    return finish_try(L, lua_pcallk(L, lua_gettop(L) - 1, LUA_MULTRET, 0, 0, finish_try),
                      0);
}

#else

int host_try(lua_State *L)
{
    luaL_checkany(L, 1);
    if (lua_pcall(L, lua_gettop(L) - 1, LUA_MULTRET, 0) != 0)
        return answer_error(L);
    return lua_gettop(L);
}

#endif
