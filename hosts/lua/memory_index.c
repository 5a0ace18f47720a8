/*
 * What `memory.x` and `memory[i]` read and write. A name that was used before leads to its
 * member through the address of the string; numbers are then read and written here, within
 * memory whose bounds are known. All else takes the slow way, by the runtime's rules.
 */
#include "hosts/lua/error.h"
#include "hosts/lua/member.h"
#include "hosts/lua/memory.h"
#include "hosts/lua/pointer.h"
#include "hosts/lua/table.h"
#include "hosts/lua/type.h"
#include "hosts/lua/value.h"

#include <string.h>

/* ---- reading ---- */

/* What is on the top was read at @bytes in the Memory at @at. */
static inline int end_reading(lua_State *L, int at, enum host_scalar scalar,
                              const unsigned char *bytes)
{
    if (scalar == HOST_ADDRESS)
        host_hold_kept(L, at, bytes);
    return 1;
}

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

/* A view of a member stays with the memory: the next time it is there. */
static void push_member_view(lua_State *L, int at, const struct host_member *member)
{
    const struct host_memory *memory = lua_touserdata(L, at);
    struct abx_value value;
    struct abx_error err;
    struct host_memory *part;
    int status;

    host_memory_push_companion(L, at);
    lua_pushstring(L, member->path);
    lua_rawget(L, -2);
    part = lua_touserdata(L, -1);
    if (part != NULL && part->memory != NULL) /* nobody has closed it */
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

    if (host_type_is_viewed(member->type)) {
        push_member_view(L, at, member);
        return 1;
    }
    status = abx_memory_get_member(memory->memory, &member->member, &value, &err);
    if (status != ABX_OK)
        return host_raise(L, memory->type->table->state, status, &err);
    host_push_value(L, memory->type->table, &value, false);
    return end_reading(L, at, member->scalar,
                       host_memory_bytes(L, memory) + member->member.offset);
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
    const unsigned char *bytes;
    struct abx_value value;
    struct abx_error err;
    int status;

    bytes = host_memory_bytes(L, memory) + index * memory->element_size;
    if (host_load(L, element, bytes))
        return end_reading(L, at, element->scalar, bytes);
    if (host_type_is_viewed(element))
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
        strspn(path + 1, digits) != (size_t)(end - path) - 1 || end - path > 18 ||
        (end[1] != '\0' && end[1] != '[' && (end[1] != '.' || end[2] == '\0')))
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
    if (member->name != NULL && member->name == host_identity(L, 2))
        *host_recent(memory->type, member->name) =
            (struct host_recent){member->name, member};
    return member;
}

/*
 * The bytes of a member that was found before, whose name is at 2, in the Memory at 1; NULL
 * where that takes more than a few looks. Lua calls this for Memory alone; who takes it out
 * of the metatable by way of the debug library may give any userdata.
 */
static inline unsigned char *find_quickly(lua_State *L, struct host_memory *memory,
                                          const struct host_member **memberp)
{
    const void *name = host_identity(L, 2);
    const struct host_recent *recent;
    unsigned char *bytes;

    if (memory == NULL || memory->object.mark != &host_marks[HOST_MEMORY] ||
        memory->memory == NULL || memory->is_several)
        return NULL;
    recent = host_recent(memory->type, name);
    *memberp = recent->member;
    if (recent->name != name || recent->member == NULL || memory->root != memory)
        return NULL;
    bytes = abx_memory_data(memory->memory);
    return bytes != NULL ? bytes + recent->member->member.offset : NULL;
}

static int refuse_key(lua_State *L)
{
    return host_error(L, "a member's name or an index expected, got %s",
                      host_describe(L, 2));
}

static int index_slowly(lua_State *L)
{
    struct host_memory *memory = check_memory(L);
    const struct host_member *member;
    const unsigned char *bytes;
    int type = lua_type(L, 2);

    if (type == LUA_TNUMBER)
        return push_element(L, 1, check_index(L, memory, 2));
    if (type != LUA_TSTRING)
        return refuse_key(L);
    if (lua_tostring(L, 2)[0] == '[')
        return index_path(L);
    member = push_found(L, memory);
    bytes = host_memory_bytes(L, memory) + member->member.offset;
    if (member->scalar != HOST_OTHER && host_load(L, member->type, bytes))
        return end_reading(L, 1, member->scalar, bytes);
    return push_member(L, 1, member);
}

int host_memory_index(lua_State *L)
{
    const struct host_member *member;
    const unsigned char *bytes = find_quickly(L, lua_touserdata(L, 1), &member);

    if (bytes != NULL && member->scalar != HOST_OTHER &&
        host_load(L, member->type, bytes))
        return end_reading(L, 1, member->scalar, bytes);
    return index_slowly(L);
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
                                 .memory = memory,
                                 .slot = target->bytes};
    struct abx_value value;
    struct abx_error err;
    int top = lua_gettop(L);
    int from, status;

    if (lua_istable(L, 3) && host_type_is_viewed(target->type)) {
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
    from = lua_gettop(L) > top ? lua_gettop(L) : 3;
    if (value.kind == ABX_VALUE_MEMORY && host_type_is_viewed(target->type))
        host_keep_copy(L, 1, target->bytes, from);
    else if (host_is_kept(L, from, &value))
        host_keep(L, 1, target->bytes, from);
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

static int set_by_key(lua_State *L)
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

int host_memory_set(lua_State *L)
{
    struct host_memory *memory = lua_touserdata(L, 1);
    const struct host_member *member;
    unsigned char *bytes = find_quickly(L, memory, &member);

    if (bytes != NULL && memory->is_writable && (memory->is_owned || !member->is_fixed) &&
        host_store(L, member->scalar, 3, bytes))
        return 0;
    return set_by_key(L);
}
