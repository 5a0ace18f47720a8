/*
 * Memory. The userdata holds an object of the runtime, and what is needed to read and write
 * numbers without asking it. Its metatable belongs to the type, whose members are the upvalue
 * of __index. The companion has the owner of the bytes at [1], or at [2] what else is to live as
 * long as they are looked at; views of parts by their name; and what pointers in these bytes lead
 * to by the pointer's address. Who reads such a pointer gets an object that holds the same.
 */
#include "hosts/lua/error.h"
#include "hosts/lua/member.h"
#include "hosts/lua/memory.h"
#include "hosts/lua/pointer.h"
#include "hosts/lua/state.h"
#include "hosts/lua/table.h"
#include "hosts/lua/type.h"
#include "hosts/lua/value.h"

#include <string.h>

enum { METATABLE = 32 };

/* ---- making ---- */

/* Pushes the metatable of memory of a type, made once. What is asked for all the time comes
 * first into a table with room enough: so Lua finds it where it looks first. */
static void push_metatable(lua_State *L, struct host_type *type)
{
    if (type->metatable != 0) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, type->metatable);
        return;
    }
    luaL_checkstack(L, 8, "a metatable");
    lua_createtable(L, 0, METATABLE);
    lua_newtable(L); /* the members */
    lua_pushvalue(L, -1);
    lua_pushlightuserdata(L, type);
    lua_pushcclosure(L, host_memory_index, 2);
    lua_setfield(L, -3, "__index");
    lua_pushlightuserdata(L, type);
    lua_pushcclosure(L, host_memory_set, 2);
    lua_setfield(L, -2, "__newindex");
    host_raw_getp(L, LUA_REGISTRYINDEX, &host_marks[HOST_MEMORY]);
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1)) {
        lua_pushvalue(L, -2);
        lua_pushvalue(L, -2);
        lua_rawset(L, -6);
    }
    lua_pop(L, 1);
    lua_pushvalue(L, -1);
    type->metatable = luaL_ref(L, LUA_REGISTRYINDEX);
}

static void link_memory(struct host_memory *memory)
{
    struct host_memory **firstp = &memory->type->table->state->memory;

    memory->next = *firstp;
    memory->previousp = firstp;
    if (*firstp != NULL)
        (*firstp)->previousp = &memory->next;
    *firstp = memory;
}

void host_memory_close(struct host_memory *memory)
{
    if (memory->previousp == NULL)
        return;
    *memory->previousp = memory->next;
    if (memory->next != NULL)
        memory->next->previousp = memory->previousp;
    memory->previousp = NULL;
    abx_memory_destroy(memory->memory);
    abx_memory_destroy(memory->ended);
    memory->memory = NULL;
    memory->ended = NULL;
}

struct host_memory *host_memory_push(lua_State *L, struct host_type *type)
{
    struct host_memory *memory;

    luaL_checkstack(L, 4, "memory");
    memory = lua_newuserdata(L, sizeof(*memory));
    memset(memory, 0, sizeof(*memory));
    memory->object.mark = &host_marks[HOST_MEMORY];
    memory->type = type;
    memory->root = memory;
    push_metatable(L, type);
    lua_setmetatable(L, -2);
    link_memory(memory);
    return memory;
}

/* Of a flexible array the runtime tells what its elements are, and how many. */
static void correct_type(lua_State *L, struct host_memory *memory)
{
    const struct abx_type *type = abx_memory_type(memory->memory);

    if (type == memory->type->type)
        return;
    memory->type = host_type_find(L, memory->type->table, type);
    push_metatable(L, memory->type);
    lua_setmetatable(L, -2);
}

void host_memory_fill(lua_State *L, struct host_memory *memory)
{
    size_t count = abx_memory_count(memory->memory);
    struct host_type *target;

    correct_type(L, memory);
    memory->is_several = count != 1;
    memory->element = memory->type;
    memory->n_elements = count;
    if (!memory->is_several && host_type_is_array(memory->type)) {
        target = host_type_target(L, memory->type);
        memory->element = target != NULL ? target : memory->type;
    }
    memory->element_size = abx_type_size(memory->element->type);
    if (memory->element != memory->type && memory->element_size > 0)
        memory->n_elements = abx_memory_size(memory->memory) / memory->element_size;
}

struct host_memory *host_memory_create(lua_State *L, struct host_type *type, size_t count)
{
    struct host_memory *memory = host_memory_push(L, type);
    struct host_table *table = type->table;
    struct abx_error err;
    int status;

    host_count_memory(L, table->state, abx_type_size(type->type) * count);
    status = abx_memory_create(table->table, type->type, count, &memory->memory, &err);
    if (status != ABX_OK)
        host_raise(L, table->state, status, &err);
    memory->is_owned = true;
    memory->is_writable = true;
    host_memory_fill(L, memory);
    return memory;
}

struct host_memory *host_memory_view(lua_State *L, struct host_type *type, void *address,
                                     size_t count)
{
    struct host_memory *memory = host_memory_push(L, type);
    struct host_table *table = type->table;
    struct abx_error err;
    int status =
        abx_memory_view(table->table, type->type, address, count, &memory->memory, &err);

    if (status != ABX_OK)
        host_raise(L, table->state, status, &err);
    memory->is_writable = !type->is_fixed;
    host_memory_fill(L, memory);
    return memory;
}

/* ---- what keeps what alive ---- */

void host_memory_push_companion(lua_State *L, int index)
{
    struct host_memory *memory = lua_touserdata(L, index);

    luaL_checkstack(L, 6, "memory");
    if (!memory->has_companion) {
        lua_newtable(L);
        host_set_companion(L, index);
        memory->has_companion = true;
    }
    host_get_companion(L, index);
}

/* Pushes the userdata of the root. */
static void push_root(lua_State *L, int index)
{
    struct host_memory *memory = lua_touserdata(L, index);

    if (memory->root == memory) {
        lua_pushvalue(L, index);
        return;
    }
    host_memory_push_companion(L, index);
    lua_rawgeti(L, -1, 1);
    lua_remove(L, -2);
}

void host_memory_own(lua_State *L, int index, int owner)
{
    struct host_memory *memory = lua_touserdata(L, index);

    host_memory_push_companion(L, index);
    push_root(L, owner);
    memory->root = lua_touserdata(L, -1);
    lua_rawseti(L, -2, 1);
    lua_pop(L, 1);
}

/* Pushes the table of what the bytes of the Memory lead to. What foreign memory leads to
 * lives as long as the table: nobody knows when it is read. */
static void push_kept(lua_State *L, int at)
{
    const struct host_memory *memory = lua_touserdata(L, at);

    if (memory->root->is_owned) {
        push_root(L, at);
        host_memory_push_companion(L, lua_gettop(L));
        lua_remove(L, -2);
    } else {
        lua_rawgeti(L, LUA_REGISTRYINDEX, memory->type->table->kept);
    }
}

void host_keep(lua_State *L, int at, const void *slot, int index)
{
    push_kept(L, at);
    if (index != 0)
        lua_pushvalue(L, index);
    else
        lua_pushnil(L);
    host_raw_setp(L, -2, slot);
    lua_pop(L, 1);
}

static bool contains(const struct host_memory *memory, const struct host_memory *part)
{
    const unsigned char *bytes =
        memory->memory != NULL ? abx_memory_data(memory->memory) : NULL;
    const unsigned char *first = abx_memory_data(part->memory);
    size_t size = bytes != NULL ? abx_memory_size(memory->memory) : 0;

    return bytes != NULL && first >= bytes && (size_t)(first - bytes) <= size &&
           abx_memory_size(part->memory) <= size - (size_t)(first - bytes);
}

bool host_push_held_by(lua_State *L, int index)
{
    const struct host_pointer *pointer = host_test(L, index, HOST_POINTER);

    if (pointer == NULL || !pointer->holds)
        return false;
    luaL_checkstack(L, 4, "what a pointer leads to");
    host_get_companion(L, index);
    lua_rawgeti(L, -1, 1);
    lua_remove(L, -2);
    return true;
}

/* Instead of a Pointer on the top what that holds. */
static void replace_pointers(lua_State *L)
{
    while (host_push_held_by(L, lua_gettop(L)))
        lua_remove(L, -2);
}

static void hold_by_memory(lua_State *L, const struct host_memory *memory)
{
    int top = lua_gettop(L);
    const struct host_memory *held = host_test(L, top, HOST_MEMORY);

    if (held != NULL && contains(held->root, memory)) {
        host_memory_own(L, top - 1, top);
    } else {
        host_memory_push_companion(L, top - 1);
        lua_pushvalue(L, top);
        lua_rawseti(L, -2, 2);
    }
    lua_settop(L, top - 1);
}

void host_hold(lua_State *L)
{
    struct host_pointer *pointer = host_test(L, -2, HOST_POINTER);
    const struct host_memory *memory = host_test(L, -2, HOST_MEMORY);

    luaL_checkstack(L, 6, "what a pointer leads to");
    replace_pointers(L);
    if (memory != NULL) {
        hold_by_memory(L, memory);
    } else if (pointer != NULL) {
        lua_createtable(L, 1, 0);
        lua_insert(L, -2);
        lua_rawseti(L, -2, 1);
        host_set_companion(L, -2);
        pointer->holds = true;
    } else {
        lua_pop(L, 1);
    }
}

void host_hold_kept(lua_State *L, int at, const void *slot)
{
    const struct host_memory *memory = lua_touserdata(L, at);

    if (lua_type(L, -1) != LUA_TUSERDATA ||
        (memory->root->is_owned && !memory->root->has_companion))
        return;
    luaL_checkstack(L, 6, "what a pointer leads to");
    push_kept(L, at);
    host_raw_getp(L, -1, slot);
    lua_remove(L, -2);
    if (lua_isnil(L, -1))
        lua_pop(L, 1);
    else
        host_hold(L);
}

bool host_is_kept(lua_State *L, int index, const struct abx_value *value)
{
    const struct host_pointer *pointer = host_test(L, index, HOST_POINTER);

    return value->kind == ABX_VALUE_MEMORY || value->kind == ABX_VALUE_CALLBACK ||
           (pointer != NULL && pointer->holds);
}

/* Replaces the table on the top by one of what it keeps for pointers in a range: offset → what
 * is kept. So nothing is stored into a table that is being listed. */
static void select_kept(lua_State *L, const unsigned char *bytes, size_t size)
{
    lua_newtable(L);
    for (lua_pushnil(L); lua_next(L, -3) != 0; lua_pop(L, 1)) {
        uintptr_t slot = (uintptr_t)lua_touserdata(L, -2);

        if (lua_type(L, -2) != LUA_TLIGHTUSERDATA || slot < (uintptr_t)bytes ||
            slot - (uintptr_t)bytes >= size)
            continue;
        lua_pushnumber(L, (lua_Number)(slot - (uintptr_t)bytes));
        lua_pushvalue(L, -2);
        lua_rawset(L, -5);
    }
    lua_remove(L, -2);
}

/* Stores the table on the top, or nothing for what is in it, where the one below keeps. */
static void store_kept(lua_State *L, const unsigned char *bytes, bool is_kept)
{
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1)) {
        lua_pushvalue(L, -1);
        if (!is_kept) {
            lua_pop(L, 1);
            lua_pushnil(L);
        }
        host_raw_setp(L, -5, bytes + (size_t)lua_tonumber(L, -3));
    }
    lua_pop(L, 1);
}

void host_keep_copy(lua_State *L, int at, const unsigned char *bytes, int from)
{
    const struct host_memory *original = lua_touserdata(L, from);
    size_t size = abx_memory_size(original->memory);

    luaL_checkstack(L, 16, "what a record leads to");
    push_kept(L, at);
    push_kept(L, from);
    select_kept(L, abx_memory_data(original->memory), size);
    lua_pushvalue(L, -2);
    select_kept(L, bytes, size);
    lua_pushvalue(L, -3);
    lua_insert(L, -2);
    store_kept(L, bytes, false);
    lua_pop(L, 1);
    store_kept(L, bytes, true);
    lua_pop(L, 1);
}

static int refuse_closed(lua_State *L, const struct host_memory *memory)
{
    host_check_open(L, memory->type->table->state);
    return host_error(L, memory->memory == NULL || memory->root->memory == NULL
                             ? "the memory was closed"
                             : "the memory was freed");
}

unsigned char *host_memory_bytes(lua_State *L, const struct host_memory *memory)
{
    void *data = memory->memory != NULL ? abx_memory_data(memory->memory) : NULL;

    if (data == NULL ||
        (memory->root != memory &&
         (memory->root->memory == NULL || abx_memory_data(memory->root->memory) == NULL)))
        refuse_closed(L, memory);
    return data;
}

struct host_memory *host_memory_check(lua_State *L, int index)
{
    struct host_memory *memory = host_check(L, index, HOST_MEMORY);

    host_memory_bytes(L, memory);
    return memory;
}

/* ---- the whole ---- */

static void assign_record(lua_State *L, int at, int index)
{
    for (lua_pushnil(L); lua_next(L, index) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            host_error(L, "members are given by name, got %s", host_describe(L, -2));
        lua_pushvalue(L, -2);
        lua_pushvalue(L, -2);
        lua_settable(L, at);
    }
}

static void assign_elements(lua_State *L, int at, int index)
{
    size_t n = host_raw_size(L, index);

    for (size_t i = 0; i < n; i++) {
        host_push_unsigned(L, i);
        lua_rawgeti(L, index, (int)i + 1);
        lua_settable(L, at);
    }
}

/* Characters of several objects, as of an array: cleared behind them. */
static void assign_text(lua_State *L, struct host_memory *memory, int index)
{
    size_t size;
    const char *text = lua_tolstring(L, index, &size);
    unsigned char *bytes = host_memory_bytes(L, memory);

    if (!memory->is_writable)
        host_error(L, "the memory is const");
    if (size >= memory->n_elements)
        host_error(L,
                   "the memory has room for " HOST_COUNT
                   " characters and a zero, got " HOST_COUNT,
                   HOST_AS_COUNT(memory->n_elements - 1), HOST_AS_COUNT(size));
    memcpy(bytes, text, size);
    memset(bytes + size, 0, memory->n_elements - size);
}

void host_memory_assign(lua_State *L, int at, int index)
{
    struct host_memory *memory = host_memory_check(L, at);
    struct host_type *type = memory->type;
    struct host_wanted wanted = {.table = type->table, .type = type->type};
    struct abx_value value;
    struct abx_error err;
    int top = lua_gettop(L);
    int status;

    luaL_checkstack(L, 8, "an initial value");
    if (lua_istable(L, index) && (memory->is_several || host_type_is_array(type))) {
        assign_elements(L, at, index);
        return;
    }
    if (lua_istable(L, index) && host_type_is_viewed(type)) {
        assign_record(L, at, index);
        return;
    }
    if (memory->is_several && lua_type(L, index) == LUA_TSTRING &&
        memory->element_size == 1 && memory->element->scalar != HOST_BOOL) {
        assign_text(L, memory, index);
        return;
    }
    if (memory->is_several)
        host_error(L, "several objects take a table of values, got %s",
                   host_describe(L, index));
    host_type_push_name(L, type->table, type->type);
    wanted.name = lua_tostring(L, -1);
    top++;
    host_to_value(L, index, &wanted, &value);
    status = abx_memory_set(memory->memory, "", &value, &err);
    if (status != ABX_OK)
        host_raise(L, type->table->state, status, &err);
    if (lua_gettop(L) > top)
        index = lua_gettop(L);
    if (value.kind == ABX_VALUE_MEMORY && host_type_is_viewed(type))
        host_keep_copy(L, at, abx_memory_data(memory->memory), index);
    else if (host_is_kept(L, index, &value))
        host_keep(L, at, abx_memory_data(memory->memory), index);
    else if (type->scalar == HOST_ADDRESS)
        host_keep(L, at, abx_memory_data(memory->memory), 0);
    lua_settop(L, top - 1);
}

void host_memory_push_content(lua_State *L, int at)
{
    struct host_memory *memory = host_memory_check(L, at);
    struct abx_value value;
    struct abx_error err;
    int status;

    if (host_type_is_viewed(memory->type) || memory->is_several) {
        lua_pushvalue(L, at);
        return;
    }
    if (host_load(L, memory->type, host_memory_bytes(L, memory))) {
        if (memory->type->scalar == HOST_ADDRESS)
            host_hold_kept(L, at, abx_memory_data(memory->memory));
        return;
    }
    status = abx_memory_get(memory->memory, "", &value, &err);
    if (status != ABX_OK)
        host_raise(L, memory->type->table->state, status, &err);
    host_push_value(L, memory->type->table, &value, false);
}
