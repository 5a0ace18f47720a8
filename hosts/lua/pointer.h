/**
 * Pointers to what has no objects here, and integers that Lua's numbers don't hold.
 */
#ifndef ABX_LUA_POINTER_H
#define ABX_LUA_POINTER_H

#include "hosts/lua/table.h"

struct host_pointer {
    struct host_object object;
    struct host_table *table;
    const struct abx_type *type; /* of the pointer; NULL: not known */
    void *address;
    bool is_freed; /* what it leads to, by a function that was given it */
    bool holds;    /* its companion has what it leads to */
};

/* Where it leads; raises an error where that was freed. */
void *host_pointer_address(lua_State *L, const struct host_pointer *pointer);

void host_pointer_push(lua_State *L, struct host_table *table,
                       const struct abx_type *type, void *address);
void host_pointer_open(lua_State *L);

/* An integer of 64 bits that Lua's numbers don't hold. */
struct host_integer {
    struct host_object object;
    bool is_negative;
    uint64_t bits;
};

void host_push_integer(lua_State *L, int64_t number);
void host_push_unsigned(lua_State *L, uint64_t number);
int host_integer_new(lua_State *L);
void host_integer_open(lua_State *L);

#endif
