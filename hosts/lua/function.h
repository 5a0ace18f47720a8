/**
 * Functions of C, and what they are called with.
 */
#ifndef ABX_LUA_FUNCTION_H
#define ABX_LUA_FUNCTION_H

#include "hosts/lua/type.h"

struct host_out {
    struct host_object object;
    size_t count; /* 0: one object, which becomes its value */
};

/* What memory a pointer takes without more questions. */
struct host_parameter {
    const struct abx_type *pointee; /* NULL: none */
    const struct abx_type *taken;   /* another that the runtime took once */
    size_t size;                    /* bytes that it has to have at least */
    bool takes_any;                 /* of whatever type */
    bool is_fixed;                  /* what is const, too */
};

struct host_function {
    struct host_object object;
    struct host_state *state;
    struct host_table *table;
    const struct abx_function *function;
    const struct abx_image *image;
    struct host_type *type;
    struct host_type *result;
    enum host_scalar result_scalar;
    bool is_result_new; /* the caller has to free it */
    bool has_extents;   /* strings have to be as long as something says */
    bool is_result_memory;
    bool is_void;
    bool frees_on_success;
    size_t frees; /* number of the parameter whose memory it frees; 0: none */
    struct host_parameter parameters[]; /* one for each place of the image */
};

/* Pushes a Function for what was found. */
void host_function_push(lua_State *L, struct host_table *table,
                        const struct abx_function *found);
void host_function_open(lua_State *L);
int host_function_call(lua_State *L);

#endif
