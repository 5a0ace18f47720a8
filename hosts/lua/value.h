/**
 * Values, from Lua to the runtime and back.
 */
#ifndef ABX_LUA_VALUE_H
#define ABX_LUA_VALUE_H

#include "hosts/lua/type.h"

/* Whom a refusal blames, and what a value is to become. */
struct host_wanted {
    struct host_table *table;
    const struct abx_type *type; /* NULL: an argument behind the last parameter */
    const struct abx_function *function;
    size_t number;                    /* of the argument, from 1 */
    const char *name;                 /* of a member; NULL with a function */
    const struct host_memory *memory; /* of the member; or NULL */
    const unsigned char *slot;        /* where it is stored in there */
    bool is_result;                   /* of a callback */
};

/* Raises "open: argument 2 (oflag) " and the message. */
__attribute__((noreturn)) int host_refuse(lua_State *L, const struct host_wanted *wanted,
                                          const char *format, ...);

/*
 * The value at @index as a tagged one. Where an object has to be made for it (a record for a
 * table), it is pushed, and stays on the stack as long as the value is used.
 */
void host_to_value(lua_State *L, int index, const struct host_wanted *wanted,
                   struct abx_value *value);

/* Pushes a value of the runtime. @is_constant: pointers are not looked through. Memory is a
 * constant's, and stays the table's; where it is not, who calls has an object for it. */
void host_push_value(lua_State *L, struct host_table *table,
                     const struct abx_value *value, bool is_constant);

/* Pushes a pointer, as what it leads to says. */
void host_push_address(lua_State *L, struct host_type *type, void *address);

#endif
