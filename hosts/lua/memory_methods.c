/*
 * What Memory does besides members and elements: it ends, compares, counts and lists.
 */
#include "hosts/lua/error.h"
#include "hosts/lua/memory.h"
#include "hosts/lua/pointer.h"

static int collect_memory(lua_State *L)
{
    host_memory_close(host_check(L, 1, HOST_MEMORY));
    return 0;
}

/* While C is inside a call it may be what that was given: then the bytes stay until nobody has
 * the object any more, which the call has. */
static int close_memory(lua_State *L)
{
    struct host_memory *memory = host_check(L, 1, HOST_MEMORY);

    if (memory->previousp == NULL || memory->type->table->state->frame.thread == NULL) {
        host_memory_close(memory);
    } else if (memory->memory != NULL) {
        memory->ended = memory->memory;
        memory->memory = NULL;
    }
    return 0;
}

static int memory_to_string(lua_State *L)
{
    const struct host_memory *memory = host_check(L, 1, HOST_MEMORY);
    const struct host_memory *root = memory->root;

    if (memory->type->table->table == NULL || memory->memory == NULL ||
        abx_memory_data(memory->memory) == NULL || root->memory == NULL ||
        abx_memory_data(root->memory) == NULL)
        lua_pushliteral(L, "abidex.Memory: closed");
    else
        host_memory_push_text(L, 1);
    return 1;
}

static int are_equal(lua_State *L)
{
    struct host_memory *left = host_test(L, 1, HOST_MEMORY);
    struct host_memory *right = host_test(L, 2, HOST_MEMORY);

    lua_pushboolean(L,
                    left != NULL && right != NULL && left->memory != NULL &&
                        right->memory != NULL &&
                        abx_memory_data(left->memory) == abx_memory_data(right->memory) &&
                        abx_memory_size(left->memory) == abx_memory_size(right->memory));
    return 1;
}

static bool has_elements(const struct host_memory *memory)
{
    return memory->is_several || memory->element != memory->type;
}

static int count_elements(lua_State *L)
{
    struct host_memory *memory = host_memory_check(L, 1);

    if (!has_elements(memory))
        return host_error(L, "one object has no length");
    host_push_unsigned(L, memory->n_elements);
    return 1;
}

/* ---- lists ---- */

/* Upvalues: the Memory, how many came already. */
static int next_element(lua_State *L)
{
    struct host_memory *memory = host_memory_check(L, lua_upvalueindex(1));
    lua_Number index = lua_tonumber(L, lua_upvalueindex(2));

    if (index >= (lua_Number)memory->n_elements)
        return 0;
    lua_pushnumber(L, index + 1);
    lua_replace(L, lua_upvalueindex(2));
    host_push_integer(L, (int64_t)index);
    lua_pushvalue(L, -1);
    lua_gettable(L, lua_upvalueindex(1));
    return 2;
}

/* Anonymous members have no name to be told by. */
static int next_member(lua_State *L)
{
    struct host_memory *memory = host_memory_check(L, lua_upvalueindex(1));
    size_t index = (size_t)lua_tonumber(L, lua_upvalueindex(2));
    struct abx_member member;

    do
        if (abx_type_member(memory->type->plain, index++, &member) != ABX_OK)
            return 0;
    while (member.name == NULL);
    lua_pushnumber(L, (lua_Number)index);
    lua_replace(L, lua_upvalueindex(2));
    lua_pushstring(L, member.name);
    lua_pushvalue(L, -1);
    lua_gettable(L, lua_upvalueindex(1));
    return 2;
}

static int list_memory(lua_State *L)
{
    struct host_memory *memory = host_memory_check(L, 1);

    lua_pushvalue(L, 1);
    lua_pushnumber(L, 0);
    lua_pushcclosure(L, has_elements(memory) ? next_element : next_member, 2);
    return 1;
}

void host_memory_open(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"__gc", collect_memory},
        {"__close", close_memory},
        {"__tostring", memory_to_string},
        {"__eq", are_equal},
        {"__len", count_elements},
        {"__pairs", list_memory},
        {NULL, NULL},
    };

    host_make_metatable(L, HOST_MEMORY, functions);
}
