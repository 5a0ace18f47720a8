/**
 * Types: how objects of one are read and written, and what a pointer leads to.
 */
#ifndef ABX_LUA_TYPE_H
#define ABX_LUA_TYPE_H

#include "hosts/lua/table.h"

/* How objects of a type are read and written without the runtime. */
enum host_scalar {
    HOST_OTHER,
    HOST_I8,
    HOST_I16,
    HOST_I32,
    HOST_I64,
    HOST_U8,
    HOST_U16,
    HOST_U32,
    HOST_U64,
    HOST_BOOL,
    HOST_F32,
    HOST_F64,
    HOST_ADDRESS
};

/* What a pointer becomes in Lua. */
enum host_pointee {
    HOST_POINTEE_UNKNOWN, /* not looked at yet */
    HOST_POINTEE_OPAQUE,  /* a Pointer */
    HOST_POINTEE_TEXT,    /* a string */
    HOST_POINTEE_OBJECT,  /* Memory of one object */
    HOST_POINTEE_CODE     /* a Pointer; takes functions */
};

/* A name and its member, where that is looked for first: both are in the table of members. */
struct host_recent {
    const void *name;
    const struct host_member *member;
};
enum { HOST_N_RECENT = 16 };

struct host_type {
    struct host_object object;
    struct host_table *table;
    const struct abx_type *type;
    const struct abx_type *plain; /* behind typedefs */
    enum abx_type_kind kind;      /* of plain */
    enum host_scalar scalar;
    bool is_fixed;             /* const, itself or its elements */
    enum host_pointee pointee; /* of a pointer: host_type_pointee */
    struct host_type *target;  /* of a pointer or array, once it was asked for */
    int metatable;             /* reference: of Memory of this type; 0: not made yet */
    struct host_recent recent[HOST_N_RECENT]; /* by the name's identity */
};

static inline struct host_recent *host_recent(struct host_type *type, const void *name)
{
    return &type->recent[((uintptr_t)name >> 4) % HOST_N_RECENT];
}

static inline bool host_type_is_array(const struct host_type *type)
{
    return type->kind == ABX_TYPE_ARRAY || type->kind == ABX_TYPE_COMPLEX;
}

/* Whether what is read of the type is a view of it. */
static inline bool host_type_is_viewed(const struct host_type *type)
{
    return type->kind == ABX_TYPE_STRUCT || type->kind == ABX_TYPE_UNION ||
           type->kind == ABX_TYPE_VA_LIST || host_type_is_array(type);
}

/* The Type of a type, which stays; pushes nothing. */
struct host_type *host_type_find(lua_State *L, struct host_table *table,
                                 const struct abx_type *type);
struct host_type *host_type_push(lua_State *L, struct host_table *table,
                                 const struct abx_type *type);

/* What a pointer type leads to. */
enum host_pointee host_type_pointee(lua_State *L, struct host_type *type);

/* Of a pointer or array; NULL: nothing that the table knows. */
struct host_type *host_type_target(lua_State *L, struct host_type *type);

/* Pushes the type that a name of the table is; false: there is none, @err says why. */
bool host_push_type_named(lua_State *L, struct host_table *table, const char *name,
                          struct abx_error *err);

/* Pushes the C declaration of a type. */
void host_type_push_name(lua_State *L, struct host_table *table,
                         const struct abx_type *type);

/* Pushes a type in the notation of the table, and what is to be known of a function. */
void host_type_push_notation(lua_State *L, const struct abx_type *type);
void host_function_push_text(lua_State *L, const struct abx_function *function);
void host_type_open(lua_State *L);

#endif
