/**
 * Members of records, and scalars in memory.
 */
#ifndef ABX_LUA_MEMBER_H
#define ABX_LUA_MEMBER_H

#include "hosts/lua/type.h"

/* Where something is in memory of a type: a member, by its name or a path. */
struct host_member {
    struct host_object object;
    struct abx_member member;
    struct host_type *type;
    enum host_scalar scalar; /* HOST_OTHER for bit-fields */
    bool is_fixed;
    const void
        *name; /* identity of the string in the table of members; NULL: it is not there */
    char path[]; /* terminated */
};

/* Pushes the Member that the string at @index names in memory of a type, or raises an error.
 * @cache: index of the table that has those that were asked for */
struct host_member *host_member_find(lua_State *L, struct host_type *type, int index,
                                     int cache);

/* Pushes the object of @type that begins at @bytes; false: the runtime knows how. */
bool host_load(lua_State *L, struct host_type *type, const void *bytes);

/* Stores a number, and tells whether it could: else all rules are to be asked. */
bool host_store(lua_State *L, enum host_scalar scalar, int index, void *bytes);

void host_member_open(lua_State *L);

#endif
