/*
 * Values, from Lua to the runtime and back. What a number or string may become is for the
 * runtime to judge, which knows the type and says what is wrong; here is only what Lua alone
 * knows: that a float may be an integer, and what its tables and functions stand for.
 */
#include "hosts/lua/callback.h"
#include "hosts/lua/error.h"
#include "hosts/lua/function.h"
#include "hosts/lua/memory.h"
#include "hosts/lua/pointer.h"
#include "hosts/lua/table.h"
#include "hosts/lua/type.h"
#include "hosts/lua/value.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* ---- refusals ---- */

static void push_subject(lua_State *L, const struct host_wanted *wanted)
{
    const char *name = NULL;
    const struct abx_type *type;

    if (wanted->function == NULL) {
        lua_pushfstring(L, "%s ", wanted->name != NULL ? wanted->name : "the value");
        return;
    }
    abx_type_parameter(abx_function_type(wanted->function), wanted->number - 1, &name,
                       &type);
    lua_pushfstring(L, "%s: argument %d", abx_function_name(wanted->function),
                    (int)wanted->number);
    lua_pushfstring(L, name != NULL ? " (%s) " : " ", name);
    lua_concat(L, 2);
}

int host_refuse(lua_State *L, const struct host_wanted *wanted, const char *format, ...)
{
    va_list args;

    luaL_checkstack(L, 8, "an error");
    host_where(L);
    push_subject(L, wanted);
    va_start(args, format);
    lua_pushvfstring(L, format, args);
    va_end(args);
    lua_concat(L, 3);
    HOST_RAISE(L);
}

/* To the runtime it would be a pointer, which the script never had. */
static void refuse_as_number(lua_State *L, const struct host_wanted *wanted,
                             const char *got)
{
    switch (wanted->type != NULL ? abx_type_kind(abx_type_strip(wanted->type))
                                 : ABX_TYPE_POINTER) {
    case ABX_TYPE_BOOL:
    case ABX_TYPE_CHAR:
    case ABX_TYPE_INT:
    case ABX_TYPE_ENUM:
        host_refuse(L, wanted, "takes an integer, got %s", got);
    case ABX_TYPE_FLOAT:
        host_refuse(L, wanted, "takes a number, got %s", got);
    case ABX_TYPE_STRUCT:
    case ABX_TYPE_UNION:
    case ABX_TYPE_ARRAY:
    case ABX_TYPE_COMPLEX:
        host_refuse(L, wanted, "takes memory or a table, got %s", got);
    default:
        break;
    }
}

/* ---- numbers ---- */

static bool wants_float(const struct host_wanted *wanted)
{
    return wanted->type != NULL &&
           abx_type_kind(abx_type_strip(wanted->type)) == ABX_TYPE_FLOAT;
}

static void number_to_value(lua_State *L, int index, const struct host_wanted *wanted,
                            struct abx_value *value)
{
    double number = lua_tonumber(L, index);
    bool keeps_float = wants_float(wanted) || (wanted->type == NULL && HOST_HAS_INTEGERS);

    if (keeps_float && (host_is_float(L, index) || !HOST_HAS_INTEGERS)) {
        *value = (struct abx_value){.kind = ABX_VALUE_FLOAT, .f = number};
        return;
    }
    *value = (struct abx_value){.kind = ABX_VALUE_INT};
    if (host_get_integer(L, index, &value->i))
        return;
    if (number >= 0x1p63 && number < 0x1p64) {
        value->kind = ABX_VALUE_UINT;
        value->u = (uint64_t)number;
        return;
    }
    value->kind = ABX_VALUE_FLOAT;
    value->f = number;
}

/* LuaJIT's 64-bit integers tell what they are by their text alone: "-5LL", "5ULL". */
static void cdata_to_value(lua_State *L, int index, const struct host_wanted *wanted,
                           struct abx_value *value)
{
    const char *text = NULL;
    char *end = NULL;

    luaL_checkstack(L, 8, "a value");
    if (luaL_callmeta(L, index, "__tostring") != 0)
        text = lua_tostring(L, -1);
    if (text != NULL && strchr(text, 'U') != NULL)
        *value =
            (struct abx_value){.kind = ABX_VALUE_UINT, .u = strtoull(text, &end, 10)};
    else if (text != NULL)
        *value = (struct abx_value){.kind = ABX_VALUE_INT, .i = strtoll(text, &end, 10)};
    if (text == NULL || end == text ||
        (strcmp(end, "LL") != 0 && strcmp(end, "ULL") != 0))
        host_refuse(L, wanted, "takes no cdata other than int64_t and uint64_t, got %s",
                    text != NULL ? text : "some");
    lua_pop(L, 1);
}

/* ---- what takes objects ---- */

static struct host_type *wanted_type(lua_State *L, const struct host_wanted *wanted)
{
    return wanted->type != NULL ? host_type_find(L, wanted->table, wanted->type) : NULL;
}

/* Nobody knows how long a pointer in memory is read: the text gets memory of its own. */
static bool text_to_memory(lua_State *L, int index, const struct host_wanted *wanted,
                           struct abx_value *value)
{
    const struct host_type *type = wanted_type(L, wanted);
    const struct abx_type *character;
    struct host_memory *memory;
    struct abx_error err;
    const char *text;
    size_t size;
    int status;

    if (type == NULL || type->kind != ABX_TYPE_POINTER)
        return false;
    status = abx_table_find_type(wanted->table->table, "char", &character, &err);
    if (status != ABX_OK)
        host_raise(L, wanted->table->state, status, &err);
    text = lua_tolstring(L, index, &size);
    memory = host_memory_create(L, host_type_find(L, wanted->table, character), size + 1);
    memcpy(host_memory_bytes(L, memory), text, size + 1);
    *value = (struct abx_value){.kind = ABX_VALUE_MEMORY, .memory = memory->memory};
    return true;
}

static void string_to_value(lua_State *L, int index, const struct host_wanted *wanted,
                            struct abx_value *value)
{
    if (wanted->function == NULL && !wanted->is_result &&
        text_to_memory(L, index, wanted, value))
        return;
    *value = (struct abx_value){.kind = ABX_VALUE_STRING};
    value->string.data = lua_tolstring(L, index, &value->string.size);
}

/* Whether what is at an offset of an object is in a record whose functions run in handlers of
 * signals. The table says so of the functions that take it, not of the record. */
static bool is_in_action(struct host_table *table, const struct abx_type *type,
                         size_t offset)
{
    const struct abx_type *plain = abx_type_strip(type);
    const char *name = abx_type_name(plain);
    struct abx_member member;
    const struct abx_type *target;

    if (abx_type_size(plain) > 0)
        offset %= abx_type_size(plain);
    if (abx_type_kind(plain) == ABX_TYPE_ARRAY)
        return abx_type_find_target(table->table, plain, &target, NULL) == ABX_OK &&
               is_in_action(table, target, offset);
    if (name != NULL && strcmp(name, "sigaction") == 0)
        return true;
    for (size_t i = 0; abx_type_member(plain, i, &member) == ABX_OK; i++)
        if (offset >= member.offset &&
            offset - member.offset < abx_type_size(member.type) &&
            is_in_action(table, member.type, offset - member.offset))
            return true;
    return false;
}

/* The memory may be a view of what its root knows to be such a record, or the other way. */
static void refuse_in_action(lua_State *L, const struct host_wanted *wanted)
{
    const struct host_memory *memory = wanted->memory;

    for (int i = 0; i < 2 && memory != NULL; i++) {
        const unsigned char *bytes = host_memory_bytes(L, memory);

        if (is_in_action(wanted->table, memory->type->type,
                         (size_t)(wanted->slot - bytes)))
            host_refuse(L, wanted,
                        "takes no function: it would run inside a handler of signals. "
                        "abidex.handle_signal has it run at a safe point");
        memory = memory->root;
    }
}

/* Whether it goes to C, or into a record that does so: nobody knows how long C has it. */
static bool is_passed(const struct host_wanted *wanted)
{
    return wanted->is_result || wanted->function != NULL ||
           (wanted->memory != NULL && wanted->memory->root->is_passed);
}

/* A function becomes a callback where a pointer to one is wanted. */
static bool callable_to_value(lua_State *L, int index, const struct host_wanted *wanted,
                              struct abx_value *value)
{
    struct host_type *type = wanted_type(L, wanted);
    struct host_callback *callback;

    if (type == NULL || type->kind != ABX_TYPE_POINTER ||
        host_type_pointee(L, type) != HOST_POINTEE_CODE)
        return false;
    refuse_in_action(L, wanted);
    if (is_passed(wanted))
        callback = host_callback_kept(L, type, index);
    else
        callback = host_callback_create(L, type, index, ABX_CALLBACK_WAIT);
    *value =
        (struct abx_value){.kind = ABX_VALUE_CALLBACK, .callback = callback->callback};
    return true;
}

/* A table becomes the record that is wanted, or one that a pointer to const leads to. */
static bool table_to_record(lua_State *L, int index, const struct host_wanted *wanted,
                            struct abx_value *value)
{
    struct host_type *type = wanted_type(L, wanted);
    struct host_memory *memory;

    if (type != NULL && type->kind == ABX_TYPE_POINTER) {
        type = host_type_target(L, type);
        if (type != NULL && !type->is_fixed)
            host_refuse(L, wanted, "may be written to: it takes memory, but no table");
    }
    if (type == NULL || (type->kind != ABX_TYPE_STRUCT && type->kind != ABX_TYPE_UNION))
        return false;
    memory = host_memory_create(L, type, 1);
    memory->is_passed = is_passed(wanted);
    host_memory_assign(L, lua_gettop(L), index);
    *value = (struct abx_value){.kind = ABX_VALUE_MEMORY, .memory = memory->memory};
    return true;
}

static void table_to_value(lua_State *L, int index, const struct host_wanted *wanted,
                           struct abx_value *value)
{
    if (host_is_callable(L, index) && callable_to_value(L, index, wanted, value))
        return;
    if (!table_to_record(L, index, wanted, value))
        host_refuse(L, wanted, "takes no table");
}

/* ---- userdata ---- */

static void memory_to_value(lua_State *L, int index, const struct host_wanted *wanted,
                            struct abx_value *value)
{
    struct host_memory *memory = lua_touserdata(L, index);

    (void)wanted;
    host_memory_bytes(L, memory);
    value->kind = ABX_VALUE_MEMORY;
    value->memory = memory->memory;
}

static void pointer_to_value(lua_State *L, int index, const struct host_wanted *wanted,
                             struct abx_value *value)
{
    const struct host_pointer *pointer = lua_touserdata(L, index);

    if (pointer->is_freed)
        host_refuse(L, wanted, "takes no pointer to what was freed");
    value->type = pointer->type;
    value->p = pointer->address;
}

static void integer_to_value(lua_State *L, int index, const struct host_wanted *wanted,
                             struct abx_value *value)
{
    const struct host_integer *integer = lua_touserdata(L, index);

    (void)wanted;
    value->kind = integer->is_negative ? ABX_VALUE_INT : ABX_VALUE_UINT;
    value->u = integer->bits;
}

static void callback_to_value(lua_State *L, int index, const struct host_wanted *wanted,
                              struct abx_value *value)
{
    const struct host_callback *callback = lua_touserdata(L, index);

    if (callback->callback == NULL)
        host_refuse(L, wanted, "takes no callback that was closed");
    refuse_in_action(L, wanted);
    value->kind = ABX_VALUE_CALLBACK;
    value->callback = callback->callback;
}

/* A C function as a pointer: its type is that of one to it, where the table has a word. */
static void function_to_value(lua_State *L, int index, const struct host_wanted *wanted,
                              struct abx_value *value)
{
    const struct host_function *function = lua_touserdata(L, index);

    refuse_as_number(L, wanted, "a function");
    if (function->image == NULL)
        host_refuse(L, wanted, "takes no function whose address is not known");
    host_type_push_notation(L, function->type->type);
    lua_pushfstring(L, "*(%s)", lua_tostring(L, -1));
    if (abx_table_find_type(function->table->table, lua_tostring(L, -1), &value->type,
                            NULL) != ABX_OK)
        value->type = NULL;
    lua_pop(L, 2);
    value->p = function->image->address;
}

static void userdata_to_value(lua_State *L, int index, const struct host_wanted *wanted,
                              struct abx_value *value)
{
    static void (*const converters[HOST_N_KINDS])(
        lua_State *, int, const struct host_wanted *, struct abx_value *) = {
        [HOST_MEMORY] = memory_to_value,     [HOST_POINTER] = pointer_to_value,
        [HOST_INTEGER] = integer_to_value,   [HOST_CALLBACK] = callback_to_value,
        [HOST_FUNCTION] = function_to_value,
    };
    const struct host_object *object = lua_touserdata(L, index);

    if (host_is_object(L, index) && converters[object->mark - host_marks] != NULL)
        converters[object->mark - host_marks](L, index, wanted, value);
    else if (!host_is_callable(L, index) || !callable_to_value(L, index, wanted, value))
        host_refuse(L, wanted, "takes no %s", host_describe(L, index));
}

void host_to_value(lua_State *L, int index, const struct host_wanted *wanted,
                   struct abx_value *value)
{
    bool wants_bool = wanted->type != NULL && lua_type(L, index) == LUA_TBOOLEAN &&
                      abx_type_kind(abx_type_strip(wanted->type)) == ABX_TYPE_BOOL;

    *value = (struct abx_value){.kind = ABX_VALUE_POINTER};
    switch (lua_type(L, index)) {
    case LUA_TNONE:
    case LUA_TNIL:
        refuse_as_number(L, wanted, "nil");
        return;
    case LUA_TNUMBER:
        number_to_value(L, index, wanted, value);
        return;
    case LUA_TSTRING:
        string_to_value(L, index, wanted, value);
        return;
    case LUA_TTABLE:
        table_to_value(L, index, wanted, value);
        return;
    case LUA_TUSERDATA:
        userdata_to_value(L, index, wanted, value);
        return;
    case LUA_TLIGHTUSERDATA:
        value->p = lua_touserdata(L, index);
        return;
    case HOST_LUA_TCDATA:
        cdata_to_value(L, index, wanted, value);
        return;
    default:
        break;
    }
    if (wants_bool)
        *value = (struct abx_value){.kind = ABX_VALUE_INT, .i = lua_toboolean(L, index)};
    else if (!lua_isfunction(L, index) || !callable_to_value(L, index, wanted, value))
        host_refuse(L, wanted, "takes no %s", luaL_typename(L, index));
}

/* ---- from the runtime to Lua ---- */

void host_push_address(lua_State *L, struct host_type *type, void *address)
{
    struct host_memory *memory;

    if (address == NULL) {
        lua_pushnil(L);
        return;
    }
    switch (host_type_pointee(L, type)) {
    case HOST_POINTEE_TEXT:
        lua_pushstring(L, address);
        break;
    case HOST_POINTEE_OBJECT:
        memory = host_memory_view(L, host_type_target(L, type), address, 1);
        memory->pointer = type->type;
        break;
    default:
        host_pointer_push(L, type->table, type->type, address);
        break;
    }
}

static void push_wide(lua_State *L, const struct abx_value *value)
{
    bool is_signed = value->kind == ABX_VALUE_INT;
    bool is_wide = value->type != NULL && abx_type_size(value->type) > sizeof(value->u);
    uint64_t above = is_signed && value->i < 0 ? UINT64_MAX : 0;

    if (is_wide && value->wide[1] != above)
        host_error(L, "an integer of more than 64 bits is none that Lua holds");
    if (is_signed)
        host_push_integer(L, value->i);
    else
        host_push_unsigned(L, value->u);
}

static void push_integer_value(lua_State *L, const struct abx_value *value)
{
    if (value->type != NULL &&
        abx_type_kind(abx_type_strip(value->type)) == ABX_TYPE_BOOL)
        lua_pushboolean(L, value->u != 0);
    else
        push_wide(L, value);
}

static void push_pointer(lua_State *L, struct host_table *table,
                         const struct abx_value *value, bool is_constant)
{
    if (value->p == NULL)
        lua_pushnil(L);
    else if (is_constant || value->type == NULL)
        host_pointer_push(L, table, value->type, value->p);
    else
        host_push_address(L, host_type_find(L, table, value->type), value->p);
}

void host_push_value(lua_State *L, struct host_table *table,
                     const struct abx_value *value, bool is_constant)
{
    struct host_memory *memory;

    luaL_checkstack(L, 4, "a value");
    switch (value->kind) {
    case ABX_VALUE_INT:
    case ABX_VALUE_UINT:
        push_integer_value(L, value);
        break;
    case ABX_VALUE_FLOAT:
        lua_pushnumber(L, (lua_Number)value->f);
        break;
    case ABX_VALUE_LONG_DOUBLE:
        lua_pushnumber(L, (lua_Number)value->ld);
        break;
    case ABX_VALUE_POINTER:
        push_pointer(L, table, value, is_constant);
        break;
    case ABX_VALUE_STRING:
        lua_pushlstring(L, value->string.data, value->string.size);
        break;
    case ABX_VALUE_MEMORY:
        memory =
            host_memory_push(L, host_type_find(L, table, abx_memory_type(value->memory)));
        memory->memory = value->memory;
        host_memory_fill(L, memory);
        break;
    default:
        lua_pushnil(L);
        break;
    }
}
