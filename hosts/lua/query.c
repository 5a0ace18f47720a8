/*
 * What a script asks of any object: its size, type and address, and the text or bytes in it.
 */
#include "hosts/lua/callback.h"
#include "hosts/lua/error.h"
#include "hosts/lua/function.h"
#include "hosts/lua/memory.h"
#include "hosts/lua/pointer.h"
#include "hosts/lua/query.h"
#include "hosts/lua/state.h"
#include "hosts/lua/type.h"

enum { STACK_TEXT = 512 };

void *host_check_address(lua_State *L, int index)
{
    const struct host_pointer *pointer = host_test(L, index, HOST_POINTER);
    const struct host_memory *memory = host_test(L, index, HOST_MEMORY);
    const struct host_callback *callback = host_test(L, index, HOST_CALLBACK);
    const struct host_function *function = host_test(L, index, HOST_FUNCTION);
    const struct host_integer *integer = host_test(L, index, HOST_INTEGER);
    int64_t number;

    if (memory != NULL)
        return host_memory_bytes(L, memory);
    if (pointer != NULL)
        return host_pointer_address(L, pointer);
    if (callback != NULL && callback->callback != NULL) {
        host_check_open(L, callback->state);
        return abx_callback_address(callback->callback);
    }
    if (function != NULL && function->image != NULL)
        return function->image->address;
    if (integer != NULL && !integer->is_negative)
        return (void *)(uintptr_t)integer->bits;
    if (lua_islightuserdata(L, index))
        return lua_touserdata(L, index);
    if (lua_type(L, index) != LUA_TNUMBER || !host_get_integer(L, index, &number))
        host_error(L, "what has an address expected, got %s", host_describe(L, index));
    return (void *)(uintptr_t)number;
}

int host_address(lua_State *L)
{
    host_push_unsigned(L, (uintptr_t)host_check_address(L, 1));
    return 1;
}

/* Pushes the type of the object at 1. */
static struct host_type *push_type(lua_State *L)
{
    const struct host_memory *memory = host_test(L, 1, HOST_MEMORY);
    const struct host_pointer *pointer = host_test(L, 1, HOST_POINTER);
    const struct host_function *function = host_test(L, 1, HOST_FUNCTION);
    const struct host_callback *callback = host_test(L, 1, HOST_CALLBACK);

    if (memory != NULL)
        return host_type_push(L, memory->type->table, memory->type->type);
    if (pointer != NULL && pointer->type != NULL)
        return host_type_push(L, pointer->table, pointer->type);
    if (function != NULL)
        return host_type_push(L, function->table, function->type->type);
    if (callback != NULL && callback->callback != NULL)
        return host_type_push(L, callback->table, abx_callback_type(callback->callback));
    host_error(L, "what has a type expected, got %s", host_describe(L, 1));
    return NULL;
}

int host_typeof(lua_State *L)
{
    host_check_open(L, lua_touserdata(L, lua_upvalueindex(1)));
    push_type(L);
    return 1;
}

int host_sizeof(lua_State *L)
{
    const struct host_type *type = host_test(L, 1, HOST_TYPE);
    const struct host_memory *memory = host_test(L, 1, HOST_MEMORY);

    host_check_open(L, lua_touserdata(L, lua_upvalueindex(1)));
    if (memory != NULL) {
        host_memory_bytes(L, memory);
        host_push_unsigned(L, abx_memory_size(memory->memory));
        return 1;
    }
    if (type == NULL)
        type = push_type(L);
    host_push_unsigned(L, abx_type_size(type->type));
    return 1;
}

/* ---- text ---- */

static size_t check_limit(lua_State *L, int index, size_t limit)
{
    if (lua_isnoneornil(L, index))
        return limit;
    return (size_t)host_check_integer(L, index, 0, PTRDIFF_MAX, "a number of bytes");
}

/* Memory that a pointer led to is one object of perhaps many: the pointer counts. */
static struct host_state *check_text(lua_State *L, struct abx_value *value)
{
    const struct host_memory *memory = host_test(L, 1, HOST_MEMORY);
    const struct host_pointer *pointer = host_test(L, 1, HOST_POINTER);

    if (memory != NULL && memory->pointer == NULL) {
        host_memory_bytes(L, memory);
        *value = (struct abx_value){.kind = ABX_VALUE_MEMORY, .memory = memory->memory};
        return memory->type->table->state;
    }
    if (memory != NULL) {
        *value = (struct abx_value){.kind = ABX_VALUE_POINTER,
                                    .type = memory->pointer,
                                    .p = host_memory_bytes(L, memory)};
        return memory->type->table->state;
    }
    if (pointer == NULL)
        host_error(L, "memory or a pointer expected, got %s", host_describe(L, 1));
    *value = (struct abx_value){.kind = ABX_VALUE_POINTER,
                                .type = pointer->type,
                                .p = host_pointer_address(L, pointer)};
    return pointer->table->state;
}

/* string(x, limit) */
int host_string(lua_State *L)
{
    size_t limit = check_limit(L, 2, SIZE_MAX);
    char stack[STACK_TEXT];
    char *buffer = stack;
    struct abx_value value;
    struct abx_error err;
    struct host_state *state;
    size_t size;
    int status;

    if (lua_type(L, 1) == LUA_TSTRING) {
        lua_settop(L, 1);
        return 1;
    }
    state = check_text(L, &value);
    host_check_open(L, state);
    status = abx_string_get(&value, limit, stack, sizeof(stack), &size, &err);
    if (status == ABX_OK && size >= sizeof(stack)) {
        buffer = lua_newuserdata(L, size + 1);
        status = abx_string_get(&value, limit, buffer, size + 1, &size, &err);
    }
    if (status != ABX_OK)
        return host_raise(L, state, status, &err);
    lua_pushlstring(L, buffer, size);
    return 1;
}

/* bytes(memory, n), bytes(pointer, n): as they are */
int host_bytes(lua_State *L)
{
    const struct host_memory *memory = host_test(L, 1, HOST_MEMORY);
    const struct host_pointer *pointer = host_test(L, 1, HOST_POINTER);
    size_t room, size;
    char *bytes;

    if (memory == NULL && pointer == NULL)
        return host_error(L, "memory or a pointer expected, got %s", host_describe(L, 1));
    if (memory == NULL) {
        size = check_limit(L, 2, SIZE_MAX);
        if (size == SIZE_MAX)
            return host_error(L, "of a pointer the number of bytes is needed");
        lua_pushlstring(L, host_pointer_address(L, pointer), size);
        return 1;
    }
    bytes = (char *)host_memory_bytes(L, memory);
    room = abx_memory_size(memory->memory);
    size = check_limit(L, 2, room);
    if (size > room)
        return host_error(L,
                          "the memory has " HOST_COUNT " bytes, fewer than " HOST_COUNT,
                          HOST_AS_COUNT(room), HOST_AS_COUNT(size));
    lua_pushlstring(L, bytes, size);
    return 1;
}
