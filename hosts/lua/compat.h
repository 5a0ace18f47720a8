/**
 * What differs between the C interfaces of Lua 5.4, 5.3 and 5.1, which is LuaJIT's too.
 */
#ifndef ABX_LUA_COMPAT_H
#define ABX_LUA_COMPAT_H

#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stdint.h>

/* A kind of value that only LuaJIT has. */
enum { HOST_LUA_TCDATA = 10 };

#if LUA_VERSION_NUM >= 503
#define HOST_HAS_INTEGERS 1
#else
#define HOST_HAS_INTEGERS 0
#endif

#if LUA_VERSION_NUM < 502

static inline size_t host_raw_size(lua_State *L, int index)
{
    return lua_objlen(L, index);
}

static inline void host_raw_getp(lua_State *L, int index, const void *key)
{
    lua_pushlightuserdata(L, (void *)key);
    lua_rawget(L, index < 0 && index > LUA_REGISTRYINDEX ? index - 1 : index);
}

static inline void host_raw_setp(lua_State *L, int index, const void *key)
{
    lua_pushlightuserdata(L, (void *)key);
    lua_insert(L, -2);
    lua_rawset(L, index < 0 && index > LUA_REGISTRYINDEX ? index - 1 : index);
}

static inline void host_raw_geti(lua_State *L, int index, int64_t number)
{
    lua_pushnumber(L, (lua_Number)number);
    lua_rawget(L, index < 0 && index > LUA_REGISTRYINDEX ? index - 1 : index);
}

/* The place has to be there where no memory may be taken. */
static inline void host_raw_seti(lua_State *L, int index, int64_t number)
{
    lua_pushnumber(L, (lua_Number)number);
    lua_insert(L, -2);
    lua_rawset(L, index < 0 && index > LUA_REGISTRYINDEX ? index - 1 : index);
}

static inline int host_absolute(lua_State *L, int index)
{
    return index < 0 && index > LUA_REGISTRYINDEX ? lua_gettop(L) + index + 1 : index;
}

/* The table that belongs to a userdata, which has none of its own at first. */
static inline void host_get_companion(lua_State *L, int index)
{
    lua_getfenv(L, index);
}

static inline void host_set_companion(lua_State *L, int index)
{
    lua_setfenv(L, index);
}

/* Runs @function with @argument; where it fails the error is on the stack. */
static inline int host_protect(lua_State *L, lua_CFunction function, void *argument)
{
    return lua_cpcall(L, function, argument);
}

#else

static inline size_t host_raw_size(lua_State *L, int index)
{
    return lua_rawlen(L, index);
}

static inline void host_raw_getp(lua_State *L, int index, const void *key)
{
    lua_rawgetp(L, index, key);
}

static inline void host_raw_setp(lua_State *L, int index, const void *key)
{
    lua_rawsetp(L, index, key);
}

static inline void host_raw_geti(lua_State *L, int index, int64_t number)
{
    lua_rawgeti(L, index, number);
}

static inline void host_raw_seti(lua_State *L, int index, int64_t number)
{
    lua_rawseti(L, index, number);
}

static inline int host_absolute(lua_State *L, int index)
{
    return lua_absindex(L, index);
}

static inline void host_get_companion(lua_State *L, int index)
{
    lua_getuservalue(L, index);
}

static inline void host_set_companion(lua_State *L, int index)
{
    lua_setuservalue(L, index);
}

static inline int host_protect(lua_State *L, lua_CFunction function, void *argument)
{
    lua_pushcfunction(L, function);
    lua_pushlightuserdata(L, argument);
    return lua_pcall(L, 1, 0, 0);
}

#endif

/* What tells a string from all others while it lives: short ones with the same characters are
 * one object. Of what is no string another address than any string has, or NULL; but a light
 * userdata has the address that somebody gave it, and may stand for the string there. */
static inline const void *host_identity(lua_State *L, int index)
{
#if LUA_VERSION_NUM == 503 /* whose lua_topointer knows no strings */
    return lua_type(L, index) == LUA_TSTRING ? lua_tostring(L, index) : NULL;
#else
    return lua_topointer(L, index);
#endif
}

/* ---- integers ---- */

#if HOST_HAS_INTEGERS

/* Of a number: whether it is an integer of 64 bits. */
static inline bool host_get_integer(lua_State *L, int index, int64_t *numberp)
{
    int is_integer;

    *numberp = lua_tointegerx(L, index, &is_integer);
    return is_integer != 0;
}

static inline bool host_is_float(lua_State *L, int index)
{
    return !lua_isinteger(L, index);
}

static inline bool host_holds(int64_t number)
{
    (void)number;
    return true;
}

static inline bool host_holds_unsigned(uint64_t number)
{
    return number <= INT64_MAX;
}

static inline void host_push_held(lua_State *L, int64_t number)
{
    lua_pushinteger(L, number);
}

/* A count in lua_pushfstring, whose %d is an int. */
#define HOST_COUNT           "%I"
#define HOST_AS_COUNT(count) ((LUAI_UACINT)(count))

#else

static inline bool host_get_integer(lua_State *L, int index, int64_t *numberp)
{
    double number = lua_tonumber(L, index);

    *numberp = 0;
    if (!(number >= -0x1p63 && number < 0x1p63))
        return false;
    *numberp = (int64_t)number;
    return (double)*numberp == number;
}

/* A number that has no fraction counts as an integer: there are no others. */
static inline bool host_is_float(lua_State *L, int index)
{
    int64_t number;

    return !host_get_integer(L, index, &number);
}

static inline bool host_holds(int64_t number)
{
    return number >= -(INT64_C(1) << 53) && number <= INT64_C(1) << 53;
}

static inline bool host_holds_unsigned(uint64_t number)
{
    return number <= UINT64_C(1) << 53;
}

static inline void host_push_held(lua_State *L, int64_t number)
{
    lua_pushnumber(L, (double)number);
}

#define HOST_COUNT           "%f"
#define HOST_AS_COUNT(count) ((lua_Number)(count))

#endif

#endif
