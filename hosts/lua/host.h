/**
 * What all objects of the Lua host share.
 *
 * Each kind of object has a file, and a header by which the others know it. What is found in
 * a table (Table, Names, Type, Function) is kept by the registry and ends with the state, as
 * the tables do: C may keep the addresses of callbacks, and nobody would know when it is done
 * with them. Memory, Pointer and Callback are collected as all else in Lua; what they need to
 * live is in their companion, a table (uservalue; environment in Lua 5.1).
 *
 * Nothing of the runtime is held where Lua may raise an error but in a userdata that ends
 * it: first the userdata is made, then what goes into it.
 */
#ifndef ABX_LUA_HOST_H
#define ABX_LUA_HOST_H

#include "hosts/lua/compat.h"
#include "runtime/abidex.h"

/* lua_error does not return, which lua.h does not say. */
#define HOST_RAISE(L)                                                                    \
    do {                                                                                 \
        lua_error(L);                                                                    \
        __builtin_unreachable();                                                         \
    } while (0)

enum host_kind {
    HOST_STATE,
    HOST_TABLE,
    HOST_NAMES,
    HOST_TYPE,
    HOST_FUNCTION,
    HOST_MEMORY,
    HOST_POINTER,
    HOST_CALLBACK,
    HOST_INTEGER,
    HOST_OUT,
    HOST_MEMBER,
    HOST_N_KINDS
};

/* Each object begins with the address of its kind's mark, which nobody else's begins with. The
 * same address is the key of the kind's metatable in the registry. */
extern const char host_marks[HOST_N_KINDS];

struct host_object {
    const char *mark;
};

/* The object at @index if it is of a kind; else NULL. */
static inline void *host_test(lua_State *L, int index, enum host_kind kind)
{
    struct host_object *object = lua_touserdata(L, index);

    if (object == NULL || host_raw_size(L, index) < sizeof(*object) ||
        object->mark != &host_marks[kind])
        return NULL;
    return object;
}

/* The same; raises an error where it is none. */
void *host_check(lua_State *L, int index, enum host_kind kind);

/* Whether it is one of any kind. */
static inline bool host_is_object(lua_State *L, int index)
{
    const struct host_object *object = lua_touserdata(L, index);

    return object != NULL && host_raw_size(L, index) >= sizeof(*object) &&
           object->mark >= host_marks && object->mark < host_marks + HOST_N_KINDS;
}

/* What @index is, for messages: "a string", "an abidex.Memory". */
const char *host_describe(lua_State *L, int index);

/* The integer at @index, from @least to @most; raises an error that says @what is expected. */
int64_t host_check_integer(lua_State *L, int index, int64_t least, int64_t most,
                           const char *what);

/* Pushes a new object of @size bytes, zeroed, with the metatable of its kind. */
void *host_new(lua_State *L, enum host_kind kind, size_t size);

/* With room to spare: what is put into a metatable first is found where Lua looks first. */
enum { HOST_METATABLE_SIZE = 16 };

/* Makes the metatable of a kind: @functions, "__name", and a "__metatable" that hides it. */
void host_make_metatable(lua_State *L, enum host_kind kind, const luaL_Reg *functions);

/* Puts functions into the table on the top, each with the value on the top of that as its
 * upvalue if @has_upvalue, which is popped. */
void host_set_functions(lua_State *L, const luaL_Reg *functions, bool has_upvalue);

#endif
