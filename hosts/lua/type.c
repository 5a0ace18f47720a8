/*
 * Types. Each type of a table that a script met has one Type, which stays with the table and
 * holds what is worth knowing once: how its objects are read, what a pointer leads to, the
 * metatable of its memory. Calling a Type makes an object of it.
 */
#include "hosts/lua/callback.h"
#include "hosts/lua/error.h"
#include "hosts/lua/memory.h"
#include "hosts/lua/pointer.h"
#include "hosts/lua/query.h"
#include "hosts/lua/state.h"
#include "hosts/lua/table.h"
#include "hosts/lua/type.h"

#include <stdlib.h>
#include <string.h>

/* ---- what a type is ---- */

static enum host_scalar integer_scalar(size_t size, bool is_signed)
{
    switch (size) {
    case 1:
        return is_signed ? HOST_I8 : HOST_U8;
    case 2:
        return is_signed ? HOST_I16 : HOST_U16;
    case 4:
        return is_signed ? HOST_I32 : HOST_U32;
    case 8:
        return is_signed ? HOST_I64 : HOST_U64;
    default:
        return HOST_OTHER;
    }
}

static enum host_scalar find_scalar(const struct abx_type *plain)
{
    size_t size = abx_type_size(plain);

    switch (abx_type_kind(plain)) {
    case ABX_TYPE_BOOL:
        return size == 1 ? HOST_BOOL : HOST_OTHER;
    case ABX_TYPE_CHAR:
    case ABX_TYPE_INT:
    case ABX_TYPE_ENUM:
        return integer_scalar(size, abx_type_is_signed(plain));
    case ABX_TYPE_FLOAT:
        return size == sizeof(float)    ? HOST_F32
               : size == sizeof(double) ? HOST_F64
                                        : HOST_OTHER;
    case ABX_TYPE_POINTER:
        return size == sizeof(void *) ? HOST_ADDRESS : HOST_OTHER;
    default:
        return HOST_OTHER;
    }
}

/* Whether it is const, by itself, a name of it, or its elements. */
static bool is_fixed(struct host_table *table, const struct abx_type *type)
{
    enum abx_type_kind kind = abx_type_kind(type);
    const struct abx_type *target;

    if (abx_type_is_const(type))
        return true;
    if (kind != ABX_TYPE_TYPEDEF && kind != ABX_TYPE_ARRAY)
        return false;
    return abx_type_find_target(table->table, type, &target, NULL) == ABX_OK &&
           is_fixed(table, target);
}

static void make_type(lua_State *L, struct host_table *table, const struct abx_type *type)
{
    struct host_type *made = host_new(L, HOST_TYPE, sizeof(*made));

    made->table = table;
    made->type = type;
    made->plain = abx_type_strip(type);
    made->kind = abx_type_kind(made->plain);
    made->scalar = find_scalar(made->plain);
    made->is_fixed = is_fixed(table, type);
}

struct host_type *host_type_push(lua_State *L, struct host_table *table,
                                 const struct abx_type *type)
{
    luaL_checkstack(L, 4, "a type");
    lua_rawgeti(L, LUA_REGISTRYINDEX, table->types);
    host_raw_getp(L, -1, type);
    if (lua_isnil(L, -1)) {
        lua_pop(L, 1);
        make_type(L, table, type);
        lua_pushvalue(L, -1);
        host_raw_setp(L, -3, type);
    }
    lua_remove(L, -2);
    return lua_touserdata(L, -1);
}

struct host_type *host_type_find(lua_State *L, struct host_table *table,
                                 const struct abx_type *type)
{
    struct host_type *found = host_type_push(L, table, type);

    lua_pop(L, 1); /* the table has it */
    return found;
}

struct host_type *host_type_target(lua_State *L, struct host_type *type)
{
    const struct abx_type *target;

    if (type->target == NULL &&
        abx_type_find_target(type->table->table, type->plain, &target, NULL) == ABX_OK)
        type->target = host_type_find(L, type->table, target);
    return type->target;
}

static enum host_pointee find_pointee(lua_State *L, struct host_type *type)
{
    const struct host_type *target =
        type->kind == ABX_TYPE_POINTER ? host_type_target(L, type) : NULL;

    if (target == NULL)
        return HOST_POINTEE_OPAQUE;
    if (target->kind == ABX_TYPE_FUNCTION)
        return HOST_POINTEE_CODE;
    if (target->kind == ABX_TYPE_CHAR)
        return HOST_POINTEE_TEXT;
    if (target->kind == ABX_TYPE_VA_LIST || !abx_type_is_complete(target->type) ||
        abx_type_size(target->type) == 0)
        return HOST_POINTEE_OPAQUE;
    return HOST_POINTEE_OBJECT;
}

enum host_pointee host_type_pointee(lua_State *L, struct host_type *type)
{
    if (type->pointee == HOST_POINTEE_UNKNOWN)
        type->pointee = find_pointee(L, type);
    return type->pointee;
}

bool host_push_type_named(lua_State *L, struct host_table *table, const char *name,
                          struct abx_error *err)
{
    const struct abx_type *type;
    int status = abx_table_find_type(table->table, name, &type, err);

    if (status == ABX_MISSING)
        return false;
    if (status != ABX_OK)
        host_raise(L, table->state, status, err);
    host_type_push(L, table, type);
    return true;
}

/* What writes a text to a buffer of a size, and tells how long it is. */
typedef size_t (*writer)(const void *subject, struct abx_table *table, char *buffer,
                         size_t size);

static void push_written(lua_State *L, writer write, const void *subject,
                         struct abx_table *table)
{
    char stack[256];
    size_t size = write(subject, table, stack, sizeof(stack));
    char *buffer;

    luaL_checkstack(L, 2, "a text");
    if (size < sizeof(stack)) {
        lua_pushlstring(L, stack, size);
        return;
    }
    buffer = lua_newuserdata(L, size + 1);
    write(subject, table, buffer, size + 1);
    lua_pushlstring(L, buffer, size);
    lua_remove(L, -2);
}

static size_t declare(const void *subject, struct abx_table *table, char *buffer,
                      size_t size)
{
    return abx_type_declare(table, subject, "", buffer, size);
}

static size_t format(const void *subject, struct abx_table *table, char *buffer,
                     size_t size)
{
    (void)table;
    return abx_type_format(subject, buffer, size);
}

static size_t describe(const void *subject, struct abx_table *table, char *buffer,
                       size_t size)
{
    (void)table;
    return abx_function_describe(subject, buffer, size);
}

void host_type_push_name(lua_State *L, struct host_table *table,
                         const struct abx_type *type)
{
    push_written(L, declare, type, table->table);
}

void host_type_push_notation(lua_State *L, const struct abx_type *type)
{
    push_written(L, format, type, NULL);
}

void host_function_push_text(lua_State *L, const struct abx_function *function)
{
    push_written(L, describe, function, NULL);
}

/* ---- making objects ---- */

static struct host_type *check_type(lua_State *L, int index)
{
    struct host_type *type = host_check(L, index, HOST_TYPE);

    host_check_open(L, type->table->state);
    return type;
}

static enum abx_callback_mode read_mode(lua_State *L, int index)
{
    const char *mode = luaL_optstring(L, index, "wait");

    if (strcmp(mode, "copy") == 0)
        return ABX_CALLBACK_COPY;
    if (strcmp(mode, "wait") != 0)
        host_error(L, "a callback's mode is \"wait\" or \"copy\", got \"%s\"", mode);
    return ABX_CALLBACK_WAIT;
}

static bool is_of_function(lua_State *L, struct host_type *type)
{
    return type->kind == ABX_TYPE_FUNCTION ||
           (type->kind == ABX_TYPE_POINTER &&
            host_type_pointee(L, type) == HOST_POINTEE_CODE);
}

/* T(), T(initial), T(function), T(function, "copy") */
static int call_type(lua_State *L)
{
    struct host_type *type = check_type(L, 1);
    int n = lua_gettop(L);

    if (n >= 2 && is_of_function(L, type) && host_is_callable(L, 2)) {
        host_callback_create(L, type, 2, read_mode(L, 3));
        return 1;
    }
    if (n > 2)
        return host_error(L, "an object has one initial value, got %d", n - 1);
    host_memory_create(L, type, 1);
    if (n == 2 && !lua_isnil(L, 2))
        host_memory_assign(L, 3, 2);
    return 1;
}

static size_t check_count(lua_State *L, int index)
{
    return (size_t)host_check_integer(L, index, 1, PTRDIFF_MAX,
                                      "a number of objects, at least 1,");
}

/* T:array(n), T:array{a, b, c}, T:array "characters", T:array(n, initial) */
static int make_array(lua_State *L)
{
    struct host_type *type = check_type(L, 1);
    bool is_text = lua_type(L, 2) == LUA_TSTRING;
    int initial = lua_istable(L, 2) || is_text ? 2 : 3;

    lua_settop(L, 3);
    host_memory_create(L, type,
                       initial == 2 ? host_raw_size(L, 2) + is_text : check_count(L, 2));
    if (initial == 2 && !is_text && host_raw_size(L, 2) == 1) {
        lua_rawgeti(L, 2, 1); /* one object is no several: it is the object's own value */
        host_memory_assign(L, 4, 5);
        lua_settop(L, 4);
    } else if (!lua_isnil(L, initial)) {
        host_memory_assign(L, 4, initial);
    }
    return 1;
}

/* T:view(pointer, n). A view of Memory keeps it alive, and stays within it. */
static int make_view(lua_State *L)
{
    struct host_type *type = check_type(L, 1);
    const struct host_memory *whole = host_test(L, 2, HOST_MEMORY);
    size_t count, size = abx_type_size(type->type);

    lua_settop(L, 3);
    count = lua_isnil(L, 3) ? 1 : check_count(L, 3);
    if (whole != NULL) {
        void *bytes = host_memory_bytes(L, whole);
        size_t room = abx_memory_size(whole->memory);

        if (whole->pointer == NULL && (size == 0 || count > room / size))
            return host_error(L,
                              "the memory has " HOST_COUNT
                              " bytes, too few for " HOST_COUNT " objects of " HOST_COUNT,
                              HOST_AS_COUNT(room), HOST_AS_COUNT(count),
                              HOST_AS_COUNT(size));
        host_memory_view(L, type, bytes, count);
        host_memory_own(L, 4, 2);
        return 1;
    }
    host_memory_view(L, type, host_check_address(L, 2), count);
    if (host_push_held_by(L, 2))
        host_hold(L);
    return 1;
}

/* ---- fields ---- */

static void push_member(lua_State *L, struct host_table *table,
                        const struct abx_member *member)
{
    lua_createtable(L, 0, 6);
    if (member->name != NULL) {
        lua_pushstring(L, member->name);
        lua_setfield(L, -2, "name");
    }
    host_type_push(L, table, member->type);
    lua_setfield(L, -2, "type");
    host_push_unsigned(L, member->offset);
    lua_setfield(L, -2, "offset");
    host_push_unsigned(L, abx_type_size(member->type));
    lua_setfield(L, -2, "size");
    if (!member->is_bit_field)
        return;
    host_push_unsigned(L, member->bit_offset);
    lua_setfield(L, -2, "bit_offset");
    host_push_unsigned(L, member->bit_width);
    lua_setfield(L, -2, "bit_width");
}

static void push_members(lua_State *L, struct host_type *type)
{
    struct abx_member member;

    lua_newtable(L);
    for (size_t i = 0; abx_type_member(type->plain, i, &member) == ABX_OK; i++) {
        push_member(L, type->table, &member);
        lua_rawseti(L, -2, (int)i + 1);
    }
}

static void push_name(lua_State *L, struct host_type *type)
{
    lua_pushstring(L, abx_type_name(type->type));
}

static void push_size(lua_State *L, struct host_type *type)
{
    host_push_unsigned(L, abx_type_size(type->type));
}

static void push_align(lua_State *L, struct host_type *type)
{
    host_push_unsigned(L, abx_type_align(type->type));
}

static void push_kind(lua_State *L, struct host_type *type)
{
    static const char *const kinds[ABX_N_TYPE_KINDS] = {
        "void",    "bool",  "char",     "int",    "float", "complex", "va_list",
        "pointer", "array", "function", "struct", "union", "enum",    "typedef"};

    lua_pushstring(L, kinds[abx_type_kind(type->type)]);
}

static void push_length(lua_State *L, struct host_type *type)
{
    if (type->kind == ABX_TYPE_ARRAY)
        host_push_unsigned(L, abx_type_length(type->plain));
    else
        lua_pushnil(L);
}

/* What it refers to; of a typedef what it names. */
static void push_target(lua_State *L, struct host_type *type)
{
    const struct abx_type *target;

    if (abx_type_find_target(type->table->table, type->type, &target, NULL) == ABX_OK)
        host_type_push(L, type->table, target);
    else
        lua_pushnil(L);
}

static const struct field {
    const char *name;
    void (*push)(lua_State *L, struct host_type *type);
    lua_CFunction method;
} fields[] = {
    {"name", push_name, NULL},     {"size", push_size, NULL},
    {"align", push_align, NULL},   {"kind", push_kind, NULL},
    {"length", push_length, NULL}, {"members", push_members, NULL},
    {"target", push_target, NULL}, {"array", NULL, make_array},
    {"view", NULL, make_view},
};

static int index_type(lua_State *L)
{
    struct host_type *type = check_type(L, 1);
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "";

    for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
        if (strcmp(fields[i].name, name) != 0)
            continue;
        if (fields[i].method != NULL)
            lua_pushcfunction(L, fields[i].method);
        else
            fields[i].push(L, type);
        return 1;
    }
    return host_error(L, "a Type has no field '%s'", *name != '\0' ? name : "?");
}

static int type_to_string(lua_State *L)
{
    struct host_type *type = check_type(L, 1);

    host_type_push_name(L, type->table, type->type);
    return 1;
}

/* A type that was found in two ways may be there twice. */
static int types_are_equal(lua_State *L)
{
    struct host_type *left = host_test(L, 1, HOST_TYPE);
    struct host_type *right = host_test(L, 2, HOST_TYPE);

    if (left == NULL || right == NULL || left->table != right->table) {
        lua_pushboolean(L, false);
        return 1;
    }
    host_check_open(L, left->table->state);
    host_type_push_notation(L, left->type);
    host_type_push_notation(L, right->type);
    lua_pushboolean(L, lua_rawequal(L, -1, -2));
    return 1;
}

void host_type_open(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"__index", index_type},   {"__call", call_type}, {"__tostring", type_to_string},
        {"__eq", types_are_equal}, {NULL, NULL},
    };

    host_make_metatable(L, HOST_TYPE, functions);
}
