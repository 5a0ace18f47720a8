/*
 * Memory as text, for whoever looks at it: members and elements by their values. No pointer is
 * followed, since it may lead nowhere, and no more is shown than a line or two.
 */
#include "hosts/lua/memory.h"
#include "hosts/lua/pointer.h"
#include "hosts/lua/type.h"

#include <stdio.h>
#include <string.h>

enum { MAX_DEPTH = 3, MAX_ITEMS = 16, MAX_TEXT = 64, STACK_FOR_EACH = 12 };

/* Adds what is on the top to the text at @at. */
static void add(lua_State *L, int at)
{
    lua_pushvalue(L, at);
    lua_insert(L, -2);
    lua_concat(L, 2);
    lua_replace(L, at);
}

static void add_text(lua_State *L, int at, const char *text)
{
    lua_pushstring(L, text);
    add(L, at);
}

/* Pushes characters as Lua writes them. */
static void push_quoted(lua_State *L, const char *text, size_t size)
{
    luaL_Buffer buffer;
    char escaped[8];

    luaL_buffinit(L, &buffer);
    luaL_addchar(&buffer, '"');
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text[i];

        if (c == '"' || c == '\\')
            snprintf(escaped, sizeof(escaped), "\\%c", c);
        else if (c < ' ' || c == 0x7f)
            snprintf(escaped, sizeof(escaped), "\\%03u", c);
        else
            snprintf(escaped, sizeof(escaped), "%c", c);
        luaL_addstring(&buffer, escaped);
    }
    luaL_addstring(&buffer, size == MAX_TEXT ? "\"..." : "\"");
    luaL_pushresult(&buffer);
}

static void push_address(lua_State *L, const void *bytes)
{
    void *address;

    memcpy(&address, bytes, sizeof(address));
    if (address == NULL)
        lua_pushliteral(L, "nil");
    else
        lua_pushfstring(L, "%p", address);
}

static void add_content(lua_State *L, int text, int index, int depth);

/* Adds the value on the top, and pops it. */
static void add_value(lua_State *L, int text, int depth)
{
    if (host_test(L, -1, HOST_MEMORY) != NULL) {
        add_content(L, text, lua_gettop(L), depth + 1);
    } else if (lua_type(L, -1) == LUA_TBOOLEAN) {
        add_text(L, text, lua_toboolean(L, -1) ? "true" : "false");
    } else if (luaL_callmeta(L, -1, "__tostring") != 0) {
        add(L, text);
    } else {
        lua_pushvalue(L, -1);
        add(L, text);
    }
    lua_pop(L, 1);
}

/* Adds the part whose key is on the top, which is popped, of a type, at @bytes. */
static void add_part(lua_State *L, int text, int index, int depth,
                     const struct abx_type *type, const unsigned char *bytes)
{
    enum abx_type_kind kind = abx_type_kind(abx_type_strip(type));

    if (kind == ABX_TYPE_POINTER) {
        lua_pop(L, 1);
        push_address(L, bytes);
        add(L, text);
    } else if (kind == ABX_TYPE_INT && abx_type_size(type) > sizeof(uint64_t)) {
        lua_pop(L, 1);
        add_text(L, text, "...");
    } else {
        lua_gettable(L, index);
        add_value(L, text, depth);
    }
}

/* Members that have no name are left out: nothing leads to them. */
static void add_members(lua_State *L, int text, int index, int depth)
{
    const struct host_memory *memory = lua_touserdata(L, index);
    const unsigned char *bytes = host_memory_bytes(L, memory);
    struct abx_member member;
    bool is_first = true;

    for (size_t i = 0; abx_type_member(memory->type->plain, i, &member) == ABX_OK; i++) {
        if (member.name == NULL)
            continue;
        add_text(L, text, is_first ? "" : ", ");
        is_first = false;
        add_text(L, text, member.name);
        add_text(L, text, " = ");
        lua_pushstring(L, member.name);
        add_part(L, text, index, depth, member.type, bytes + member.offset);
    }
}

static void add_elements(lua_State *L, int text, int index, int depth)
{
    const struct host_memory *memory = lua_touserdata(L, index);
    const unsigned char *bytes = host_memory_bytes(L, memory);

    for (size_t i = 0; i < memory->n_elements && i < MAX_ITEMS; i++) {
        add_text(L, text, i > 0 ? ", " : "");
        host_push_unsigned(L, i);
        add_part(L, text, index, depth, memory->element->type,
                 bytes + i * memory->element_size);
    }
    if (memory->n_elements > MAX_ITEMS)
        add_text(L, text, ", ...");
}

static bool has_elements(const struct host_memory *memory)
{
    return memory->is_several || memory->element != memory->type;
}

static void add_content(lua_State *L, int text, int index, int depth)
{
    const struct host_memory *memory = lua_touserdata(L, index);
    const char *bytes = (const char *)host_memory_bytes(L, memory);
    size_t size = abx_memory_size(memory->memory);

    luaL_checkstack(L, STACK_FOR_EACH, "a text");
    if (has_elements(memory) && memory->element->kind == ABX_TYPE_CHAR) {
        push_quoted(L, bytes, strnlen(bytes, size < MAX_TEXT ? size : MAX_TEXT));
        add(L, text);
        return;
    }
    add_text(L, text, "{");
    if (depth > MAX_DEPTH || memory->type->kind == ABX_TYPE_VA_LIST) {
        add_text(L, text, "...");
    } else if (has_elements(memory)) {
        add_elements(L, text, index, depth);
    } else if (memory->type->kind == ABX_TYPE_STRUCT ||
               memory->type->kind == ABX_TYPE_UNION) {
        add_members(L, text, index, depth);
    } else {
        lua_pushliteral(L, "value");
        add_part(L, text, index, depth, memory->type->type, (const unsigned char *)bytes);
    }
    add_text(L, text, "}");
}

void host_memory_push_text(lua_State *L, int index)
{
    const struct host_memory *memory = lua_touserdata(L, index);
    int text;

    luaL_checkstack(L, STACK_FOR_EACH, "a text");
    host_type_push_name(L, memory->type->table, memory->type->type);
    text = lua_gettop(L);
    if (memory->is_several)
        lua_pushfstring(L, "[" HOST_COUNT "] ", HOST_AS_COUNT(memory->n_elements));
    else
        lua_pushliteral(L, " ");
    add(L, text);
    add_content(L, text, index, 0);
}
