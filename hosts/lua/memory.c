/*
 * Memory. The userdata holds an object of the runtime, and what is needed to read and write
 * numbers without asking it. Its metatable belongs to the type, whose members are the upvalue
 * of __index. The companion has the owner of the bytes at [1], views of parts by their name,
 * and what pointers in these bytes lead to by the pointer's address.
 */
#include "hosts/lua/host.h"

#include <string.h>

/* ---- making ---- */

static int index_memory(lua_State *L);
static int set_memory(lua_State *L);

/* Pushes the metatable of memory of a type, made once. */
static void push_metatable(lua_State *L, struct host_type *type)
{
    if (type->metatable != 0) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, type->metatable);
        return;
    }
    luaL_checkstack(L, 8, "a metatable");
    lua_newtable(L);
    host_raw_getp(L, LUA_REGISTRYINDEX, &host_marks[HOST_MEMORY]);
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1)) {
        lua_pushvalue(L, -2);
        lua_pushvalue(L, -2);
        lua_rawset(L, -6);
    }
    lua_pop(L, 1);
    lua_newtable(L); /* the members */
    lua_pushvalue(L, -1);
    lua_pushlightuserdata(L, type);
    lua_pushcclosure(L, index_memory, 2);
    lua_setfield(L, -3, "__index");
    lua_pushlightuserdata(L, type);
    lua_pushcclosure(L, set_memory, 2);
    lua_setfield(L, -2, "__newindex");
    lua_pushvalue(L, -1);
    type->metatable = luaL_ref(L, LUA_REGISTRYINDEX);
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
    return memory;
}

static bool is_array(const struct host_type *type)
{
    return type->kind == ABX_TYPE_ARRAY || type->kind == ABX_TYPE_COMPLEX;
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
    if (!memory->is_several && is_array(memory->type)) {
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

/* Pushes the companion, made when it is first needed. */
static void push_companion(lua_State *L, int index)
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
    push_companion(L, index);
    lua_rawgeti(L, -1, 1);
    lua_remove(L, -2);
}

void host_memory_own(lua_State *L, int index, int owner)
{
    struct host_memory *memory = lua_touserdata(L, index);

    push_companion(L, index);
    push_root(L, owner);
    memory->root = lua_touserdata(L, -1);
    lua_rawseti(L, -2, 1);
    lua_pop(L, 1);
}

/* What foreign memory leads to lives as long as the table: nobody knows when it is read. */
void host_keep(lua_State *L, int at, const void *slot, int index)
{
    struct host_memory *memory = lua_touserdata(L, at);

    if (memory->root->is_owned) {
        push_root(L, at);
        push_companion(L, lua_gettop(L));
        lua_remove(L, -2);
    } else {
        lua_rawgeti(L, LUA_REGISTRYINDEX, memory->type->table->kept);
    }
    if (index != 0)
        lua_pushvalue(L, index);
    else
        lua_pushnil(L);
    host_raw_setp(L, -2, slot);
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

/* ---- reading ---- */

/* Pushes a view of a part, which the runtime gives. */
static struct host_memory *push_part(lua_State *L, int at, struct host_type *type,
                                     bool is_fixed)
{
    const struct host_memory *memory = lua_touserdata(L, at);
    struct host_memory *part = host_memory_push(L, type);

    part->is_writable = memory->is_writable && (memory->root->is_owned || !is_fixed);
    host_memory_own(L, lua_gettop(L), at);
    return part;
}

static bool is_viewed(const struct host_type *type)
{
    return type->kind == ABX_TYPE_STRUCT || type->kind == ABX_TYPE_UNION ||
           type->kind == ABX_TYPE_VA_LIST || is_array(type);
}

/* A view of a member stays with the memory: the next time it is there. */
static void push_member_view(lua_State *L, int at, const struct host_member *member)
{
    const struct host_memory *memory = lua_touserdata(L, at);
    struct abx_value value;
    struct abx_error err;
    struct host_memory *part;
    int status;

    push_companion(L, at);
    lua_pushstring(L, member->path);
    lua_rawget(L, -2);
    if (!lua_isnil(L, -1))
        return;
    lua_pop(L, 1);
    part = push_part(L, at, member->type, member->is_fixed);
    status = abx_memory_get_member(memory->memory, &member->member, &value, &err);
    if (status != ABX_OK)
        host_raise(L, memory->type->table->state, status, &err);
    part->memory = value.memory;
    host_memory_fill(L, part);
    if (strchr(member->path, '[') != NULL)
        return;
    lua_pushstring(L, member->path);
    lua_pushvalue(L, -2);
    lua_rawset(L, -4);
}

static int push_member(lua_State *L, int at, const struct host_member *member)
{
    const struct host_memory *memory = lua_touserdata(L, at);
    struct abx_value value;
    struct abx_error err;
    int status;

    if (is_viewed(member->type)) {
        push_member_view(L, at, member);
        return 1;
    }
    status = abx_memory_get_member(memory->memory, &member->member, &value, &err);
    if (status != ABX_OK)
        return host_raise(L, memory->type->table->state, status, &err);
    host_push_value(L, memory->type->table, &value, false);
    return 1;
}

static size_t check_index(lua_State *L, const struct host_memory *memory, int index)
{
    int64_t number = 0;

    if (!host_get_integer(L, index, &number))
        host_error(L, "an index is an integer, got %s", lua_tostring(L, index));
    if (number < 0 || (uint64_t)number >= memory->n_elements)
        host_error(L, "[%s] is none of " HOST_COUNT " elements, which are counted from 0",
                   lua_tostring(L, index), HOST_AS_COUNT(memory->n_elements));
    return (size_t)number;
}

static int push_element(lua_State *L, int at, size_t index)
{
    struct host_memory *memory = lua_touserdata(L, at);
    struct host_type *element = memory->element;
    struct host_memory *part = NULL;
    struct abx_value value;
    struct abx_error err;
    int status;

    if (host_load(L, element,
                  host_memory_bytes(L, memory) + index * memory->element_size))
        return 1;
    if (is_viewed(element))
        part = push_part(L, at, element, element->is_fixed);
    status = abx_memory_get_element(memory->memory, index, &value, &err);
    if (status != ABX_OK)
        return host_raise(L, element->table->state, status, &err);
    if (part != NULL) {
        part->memory = value.memory;
        host_memory_fill(L, part);
    } else {
        host_push_value(L, element->table, &value, false);
    }
    return 1;
}

/* ---- paths that begin with an index ---- */

/* Replaces the key at 2 by the number in front, and pushes the rest. */
static void split_path(lua_State *L)
{
    const char *path = lua_tostring(L, 2);
    const char *end = strchr(path, ']');
    const char *digits = "0123456789";

    if (end == NULL || end == path + 1 ||
        strspn(path + 1, digits) != (size_t)(end - path) - 1 || end - path > 18)
        host_error(L, "%s is not the path of an element", path);
    lua_pushlstring(L, path + 1, (size_t)(end - path) - 1);
    host_push_integer(L, (int64_t)lua_tonumber(L, -1));
    lua_remove(L, -2);
    end++;
    lua_pushstring(L, *end == '.' ? end + 1 : end);
    lua_insert(L, -2);
    lua_replace(L, 2);
}

/* (Memory, path): leaves the element, and what is behind it in the path, at the end. */
static bool enter_path(lua_State *L)
{
    split_path(L);
    if (lua_tostring(L, -1)[0] == '\0')
        return false;
    lua_pushvalue(L, 1);
    lua_pushvalue(L, 2);
    lua_gettable(L, -2);
    if (host_test(L, -1, HOST_MEMORY) == NULL)
        host_error(L, "%s is no member of %s", lua_tostring(L, -3), host_describe(L, -1));
    return true;
}

static int index_path(lua_State *L)
{
    lua_settop(L, 2);
    if (!enter_path(L)) {
        lua_pushvalue(L, 2);
        lua_gettable(L, 1);
        return 1;
    }
    lua_pushvalue(L, 3);
    lua_gettable(L, -2);
    return 1;
}

static int set_path(lua_State *L)
{
    lua_settop(L, 3);
    if (!enter_path(L)) {
        lua_pushvalue(L, 2);
        lua_pushvalue(L, 3);
        lua_settable(L, 1);
        return 0;
    }
    lua_pushvalue(L, 4);
    lua_pushvalue(L, 3);
    lua_settable(L, -3);
    return 0;
}

/* ---- fields ---- */

static struct host_memory *check_memory(lua_State *L)
{
    struct host_memory *memory = host_check(L, 1, HOST_MEMORY);

    if (memory->type != lua_touserdata(L, lua_upvalueindex(2)))
        host_error(L, "memory of another type");
    return memory;
}

/* Pushes the Member that the string at 2 names. */
static struct host_member *push_found(lua_State *L, const struct host_memory *memory)
{
    struct host_member *member;

    lua_pushvalue(L, 2);
    lua_rawget(L, lua_upvalueindex(1));
    member = lua_touserdata(L, -1);
    if (member == NULL)
        member = host_member_find(L, memory->type, 2, lua_upvalueindex(1));
    if (memory->is_several)
        host_error(L, "these are " HOST_COUNT " objects: [index] selects one",
                   HOST_AS_COUNT(memory->n_elements));
    return member;
}

static int refuse_key(lua_State *L)
{
    return host_error(L, "a member's name or an index expected, got %s",
                      host_describe(L, 2));
}

static int index_memory(lua_State *L)
{
    struct host_memory *memory = check_memory(L);
    const struct host_member *member;
    int type = lua_type(L, 2);

    if (type == LUA_TNUMBER)
        return push_element(L, 1, check_index(L, memory, 2));
    if (type != LUA_TSTRING)
        return refuse_key(L);
    if (lua_tostring(L, 2)[0] == '[')
        return index_path(L);
    member = push_found(L, memory);
    if (member->scalar != HOST_OTHER &&
        host_load(L, member->type, host_memory_bytes(L, memory) + member->member.offset))
        return 1;
    host_memory_bytes(L, memory);
    return push_member(L, 1, member);
}

/* ---- writing ---- */

/* What is to be stored where. */
struct target {
    const struct host_member *member; /* NULL: an element */
    size_t index;                     /* of the element */
    struct host_type *type;
    unsigned char *bytes;
    const char *name;
};

static int store_value(const struct host_memory *memory, const struct target *target,
                       const struct abx_value *value, struct abx_error *err)
{
    return target->member != NULL
               ? abx_memory_set_member(memory->memory, &target->member->member, value,
                                       err)
               : abx_memory_set_element(memory->memory, target->index, value, err);
}

/* By all rules. The Memory is at 1, the value at 3. */
static int set_slowly(lua_State *L, struct host_memory *memory,
                      const struct target *target)
{
    struct host_table *table = memory->type->table;
    struct host_wanted wanted = {.table = table,
                                 .type = target->type->type,
                                 .name = target->name,
                                 .record = memory->root->type};
    struct abx_value value;
    struct abx_error err;
    int top = lua_gettop(L);
    int status;

    if (lua_istable(L, 3) && is_viewed(target->type)) {
        if (target->member != NULL)
            push_member(L, 1, target->member);
        else
            push_element(L, 1, target->index);
        host_memory_assign(L, lua_gettop(L), 3);
        return 0;
    }
    host_to_value(L, 3, &wanted, &value);
    status = store_value(memory, target, &value, &err);
    if (status != ABX_OK)
        return host_raise(L, table->state, status, &err);
    if (value.kind == ABX_VALUE_MEMORY || value.kind == ABX_VALUE_CALLBACK)
        host_keep(L, 1, target->bytes, lua_gettop(L) > top ? lua_gettop(L) : 3);
    else if (target->type->scalar == HOST_ADDRESS)
        host_keep(L, 1, target->bytes, 0);
    return 0;
}

static int set_element(lua_State *L, struct host_memory *memory)
{
    struct target target = {.index = check_index(L, memory, 2), .type = memory->element};

    target.bytes = host_memory_bytes(L, memory) + target.index * memory->element_size;
    if (memory->is_writable && host_store(L, target.type->scalar, 3, target.bytes))
        return 0;
    target.name = lua_pushfstring(L, "[%s]", lua_tostring(L, 2));
    return set_slowly(L, memory, &target);
}

static int set_memory(lua_State *L)
{
    struct host_memory *memory = check_memory(L);
    struct target target = {0};
    int type = lua_type(L, 2);

    if (type == LUA_TNUMBER)
        return set_element(L, memory);
    if (type != LUA_TSTRING)
        return refuse_key(L);
    if (lua_tostring(L, 2)[0] == '[')
        return set_path(L);
    target.member = push_found(L, memory);
    target.bytes = host_memory_bytes(L, memory) + target.member->member.offset;
    if (memory->is_writable && (memory->root->is_owned || !target.member->is_fixed) &&
        host_store(L, target.member->scalar, 3, target.bytes))
        return 0;
    target.type = target.member->type;
    target.name = target.member->path;
    return set_slowly(L, memory, &target);
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
    if (lua_istable(L, index) && (memory->is_several || is_array(type))) {
        assign_elements(L, at, index);
        return;
    }
    if (lua_istable(L, index) && is_viewed(type)) {
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
    if (value.kind == ABX_VALUE_MEMORY || value.kind == ABX_VALUE_CALLBACK)
        host_keep(L, at, abx_memory_data(memory->memory),
                  lua_gettop(L) > top ? lua_gettop(L) : index);
    lua_settop(L, top - 1);
}

void host_memory_push_content(lua_State *L, int at)
{
    struct host_memory *memory = host_memory_check(L, at);
    struct abx_value value;
    struct abx_error err;
    int status;

    if (is_viewed(memory->type) || memory->is_several) {
        lua_pushvalue(L, at);
        return;
    }
    if (host_load(L, memory->type, host_memory_bytes(L, memory)))
        return;
    status = abx_memory_get(memory->memory, "", &value, &err);
    if (status != ABX_OK)
        host_raise(L, memory->type->table->state, status, &err);
    host_push_value(L, memory->type->table, &value, false);
}
