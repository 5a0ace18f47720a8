/*
 * Members. Where a member is, and how it is read, is looked up once for each type and name;
 * then the name leads to it through one Lua table. Numbers are read and written here, within
 * memory whose bounds are known; all else the runtime does.
 */
#include "hosts/lua/error.h"
#include "hosts/lua/member.h"
#include "hosts/lua/pointer.h"
#include "hosts/lua/type.h"
#include "hosts/lua/value.h"

#include <string.h>

/* ---- finding ---- */

static void describe_member(lua_State *L, struct host_type *type, const char *path,
                            struct abx_member *member)
{
    struct abx_error err;
    int status;

    *member = (struct abx_member){.type = type->type};
    if (type->kind != ABX_TYPE_STRUCT && type->kind != ABX_TYPE_UNION &&
        type->kind != ABX_TYPE_ARRAY && strcmp(path, "value") == 0)
        return;
    status = abx_type_find_member(type->table->table, type->type, path, member, &err);
    if (status != ABX_OK)
        host_raise(L, type->table->state, status, &err);
}

struct host_member *host_member_find(lua_State *L, struct host_type *type, int index,
                                     int cache)
{
    struct abx_member member;
    struct host_member *made;
    size_t size;
    const char *path = lua_tolstring(L, index, &size);

    if (strlen(path) != size)
        host_error(L, "a member's name has no zero inside");
    describe_member(L, type, path, &member);
    made = host_new(L, HOST_MEMBER, sizeof(*made) + size + 1);
    memcpy(made->path, path, size + 1);
    made->member = member;
    made->type = host_type_find(L, type->table, member.type);
    made->is_fixed = member.is_const;
    made->scalar = member.is_bit_field ? HOST_OTHER : made->type->scalar;
    if (strchr(path, '[') == NULL) { /* of those there may be any number */
        made->name = host_identity(L, index);
        lua_pushvalue(L, index);
        lua_pushvalue(L, -2);
        lua_rawset(L, cache);
    }
    return made;
}

void host_member_open(lua_State *L)
{
    static const luaL_Reg none[] = {{NULL, NULL}};

    host_make_metatable(L, HOST_MEMBER, none);
}

/* ---- reading ---- */

#define LOAD(type, bytes)                                                                \
    __extension__({                                                                      \
        type object_;                                                                    \
        memcpy(&object_, bytes, sizeof(object_));                                        \
        object_;                                                                         \
    })

bool host_load(lua_State *L, struct host_type *type, const void *bytes)
{
    switch (type->scalar) {
    case HOST_I8:
        lua_pushinteger(L, LOAD(int8_t, bytes));
        return true;
    case HOST_I16:
        lua_pushinteger(L, LOAD(int16_t, bytes));
        return true;
    case HOST_I32:
        lua_pushinteger(L, LOAD(int32_t, bytes));
        return true;
    case HOST_I64:
        host_push_integer(L, LOAD(int64_t, bytes));
        return true;
    case HOST_U8:
        lua_pushinteger(L, LOAD(uint8_t, bytes));
        return true;
    case HOST_U16:
        lua_pushinteger(L, LOAD(uint16_t, bytes));
        return true;
    case HOST_U32:
        host_push_integer(L, LOAD(uint32_t, bytes));
        return true;
    case HOST_U64:
        host_push_unsigned(L, LOAD(uint64_t, bytes));
        return true;
    case HOST_BOOL:
        lua_pushboolean(L, LOAD(uint8_t, bytes) != 0);
        return true;
    case HOST_F32:
        lua_pushnumber(L, (lua_Number)LOAD(float, bytes));
        return true;
    case HOST_F64:
        lua_pushnumber(L, LOAD(double, bytes));
        return true;
    case HOST_ADDRESS:
        host_push_address(L, type, LOAD(void *, bytes));
        return true;
    default:
        return false;
    }
}

/* ---- writing ---- */

#define STORE(type, least, most)                                                         \
    {                                                                                    \
        type object = (type)number;                                                      \
        if (number < (least) || number > (most))                                         \
            return false;                                                                \
        memcpy(bytes, &object, sizeof(object));                                          \
        return true;                                                                     \
    }

static inline bool store_integer(int64_t number, enum host_scalar scalar, void *bytes)
{
    switch (scalar) {
    case HOST_I8:
        STORE(int8_t, INT8_MIN, INT8_MAX)
    case HOST_I16:
        STORE(int16_t, INT16_MIN, INT16_MAX)
    case HOST_I32:
        STORE(int32_t, INT32_MIN, INT32_MAX)
    case HOST_I64:
        STORE(int64_t, INT64_MIN, INT64_MAX)
    case HOST_U8:
        STORE(uint8_t, 0, UINT8_MAX)
    case HOST_U16:
        STORE(uint16_t, 0, UINT16_MAX)
    case HOST_U32:
        STORE(uint32_t, 0, UINT32_MAX)
    default:
        STORE(uint64_t, 0, INT64_MAX)
    }
}

bool host_store(lua_State *L, enum host_scalar scalar, int index, void *bytes)
{
    int64_t number;

    if (scalar == HOST_OTHER || scalar >= HOST_BOOL) {
        double real;

        if (scalar != HOST_F64 || lua_type(L, index) != LUA_TNUMBER ||
            !host_is_float(L, index))
            return false;
        real = lua_tonumber(L, index);
        memcpy(bytes, &real, sizeof(real));
        return true;
    }
    return lua_type(L, index) == LUA_TNUMBER && host_get_integer(L, index, &number) &&
           store_integer(number, scalar, bytes);
}
