/*
 * Tables. A name that was found once is in a Lua table, which is the __index of the Table:
 * from then on Lua itself finds it. Only names that are not there yet come here, and those
 * of variables, whose value is read each time.
 */
#include "hosts/lua/error.h"
#include "hosts/lua/function.h"
#include "hosts/lua/memory.h"
#include "hosts/lua/names.h"
#include "hosts/lua/state.h"
#include "hosts/lua/table.h"
#include "hosts/lua/type.h"
#include "hosts/lua/value.h"

#include <string.h>

/* ---- finding ---- */

bool host_push_function(lua_State *L, struct host_table *table, const char *name,
                        struct abx_error *err)
{
    struct abx_function *found;
    int status;

    lua_rawgeti(L, LUA_REGISTRYINDEX, table->names);
    lua_pushstring(L, name);
    lua_rawget(L, -2);
    lua_remove(L, -2);
    if (host_test(L, -1, HOST_FUNCTION) != NULL)
        return true;
    lua_pop(L, 1);
    status = abx_table_find_function(table->table, name, &found, err);
    if (status == ABX_MISSING)
        return false;
    if (status != ABX_OK)
        host_raise(L, table->state, status, err);
    host_function_push(L, table, found);
    return true;
}

bool host_push_constant(lua_State *L, struct host_table *table, const char *name,
                        struct abx_error *err)
{
    struct abx_value value;
    int status = abx_table_find_constant(table->table, name, &value, err);

    if (status == ABX_MISSING)
        return false;
    if (status != ABX_OK)
        host_raise(L, table->state, status, err);
    host_push_value(L, table, &value, true);
    return true;
}

/* Memory of a variable, made once. */
bool host_push_variable(lua_State *L, struct host_table *table, const char *name,
                        struct abx_error *err)
{
    const struct abx_variable *variable;
    struct host_memory *memory;
    int status;

    lua_rawgeti(L, LUA_REGISTRYINDEX, table->variables);
    lua_pushstring(L, name);
    lua_rawget(L, -2);
    if (!lua_isnil(L, -1)) {
        lua_remove(L, -2);
        return true;
    }
    lua_pop(L, 1);
    status = abx_table_find_variable_declaration(table->table, name, &variable, err);
    if (status == ABX_MISSING) {
        lua_pop(L, 1);
        return false;
    }
    if (status != ABX_OK)
        host_raise(L, table->state, status, err);
    memory = host_memory_push(L, host_type_find(L, table, abx_variable_type(variable)));
    status = abx_table_find_variable(table->table, name, &memory->memory, err);
    if (status != ABX_OK)
        host_raise(L, table->state, status, err);
    memory->is_writable = !memory->type->is_fixed;
    host_memory_fill(L, memory);
    lua_pushstring(L, name);
    lua_pushvalue(L, -2);
    lua_rawset(L, -4);
    lua_remove(L, -2);
    return true;
}

/* ---- fields ---- */

static struct host_table *check_table(lua_State *L)
{
    struct host_table *table = lua_touserdata(L, lua_upvalueindex(1));

    host_check_open(L, table->state);
    return table;
}

static const char *check_name(lua_State *L, int index)
{
    const char *name;
    size_t size;

    if (lua_type(L, index) != LUA_TSTRING)
        host_error(L, "names of a table are strings, got %s", host_describe(L, index));
    name = lua_tolstring(L, index, &size);
    if (strlen(name) != size)
        host_error(L, "names of a table have no zero inside");
    return name;
}

/* A variable's value as it is now. */
static bool push_value_of_variable(lua_State *L, struct host_table *table,
                                   const char *name, struct abx_error *err)
{
    if (!host_push_variable(L, table, name, err))
        return false;
    host_memory_push_content(L, lua_gettop(L));
    lua_remove(L, -2);
    return true;
}

static bool has_line(const struct host_table *table, enum abx_kind kind, const char *name)
{
    struct abx_entry entry;

    return abx_table_find_entry(table->table, kind, name, &entry, NULL) == ABX_OK;
}

/* What the runtime says of a function that is missing, it says of names that were left out;
 * of others it is known only that they are nothing of all that was looked for. */
static int refuse_name(lua_State *L, const struct host_table *table, const char *name,
                       const struct abx_error *err)
{
    static const struct {
        enum abx_kind kind;
        const char *prefix;
    } types[] = {{ABX_KIND_TYPEDEF, ""},
                 {ABX_KIND_STRUCT, "struct "},
                 {ABX_KIND_UNION, "union "},
                 {ABX_KIND_ENUM, "enum "}};
    char names[256];

    if (has_line(table, ABX_KIND_OMIT, name) || has_line(table, ABX_KIND_FN, name) ||
        has_line(table, ABX_KIND_ALIAS, name))
        return host_error(L, "%s", err->message);
    for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
        if (has_line(table, types[i].kind, name))
            return host_error(L, "%s is a type: .types[\"%s%s\"]", name, types[i].prefix,
                              name);
    if (abx_table_suggest(table->table, name, names, sizeof(names)) > 0)
        return host_error(
            L, "%s has no function, constant or variable %s (did you mean %s?)",
            abx_table_path(table->table), name, names);
    return host_error(L, "%s has no function, constant or variable %s",
                      abx_table_path(table->table), name);
}

/* __index of the names that are known: (names, name). */
static int find_name(lua_State *L)
{
    struct host_table *table = check_table(L);
    const char *name = check_name(L, 2);
    struct abx_error err = {0};

    lua_settop(L, 2);
    if (push_value_of_variable(L, table, name, &err))
        return 1;
    if (!host_push_constant(L, table, name, &err) &&
        !host_push_function(L, table, name, &err))
        return refuse_name(L, table, name, &err);
    lua_rawgeti(L, LUA_REGISTRYINDEX, table->names);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, 3);
    lua_rawset(L, -3);
    lua_settop(L, 3);
    return 1;
}

/* (Table, name, value) */
static int set_name(lua_State *L)
{
    struct host_table *table = check_table(L);
    const char *name = check_name(L, 2);
    struct abx_error err = {0};

    lua_settop(L, 3);
    if (!host_push_variable(L, table, name, &err))
        return host_error(L, "%s is no variable: nothing else can be assigned", name);
    host_memory_assign(L, 4, 3);
    return 0;
}

static int table_to_string(lua_State *L)
{
    struct host_table *table = host_check(L, 1, HOST_TABLE);

    if (table->table == NULL)
        lua_pushliteral(L, "abidex.Table: closed");
    else
        lua_pushfstring(L, "abidex.Table: %s", abx_table_path(table->table));
    return 1;
}

/* ---- opening ---- */

static int reference_new(lua_State *L)
{
    lua_newtable(L);
    return luaL_ref(L, LUA_REGISTRYINDEX);
}

/* Gives the Table on the top its metatable, whose __index are the names. */
static void make_fields(lua_State *L, struct host_table *table)
{
    static const luaL_Reg functions[] = {{"__newindex", set_name}, {NULL, NULL}};

    lua_createtable(L, 0, HOST_METATABLE_SIZE);
    lua_newtable(L); /* the names */
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "__index");
    host_names_add(L, table);
    lua_newtable(L); /* their metatable */
    lua_pushlightuserdata(L, table);
    lua_pushcclosure(L, find_name, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    table->names = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_pushlightuserdata(L, table);
    host_set_functions(L, functions, true);
    lua_pushcfunction(L, table_to_string);
    lua_setfield(L, -2, "__tostring");
    lua_pushliteral(L, "abidex.Table");
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "__name");
    lua_setfield(L, -2, "__metatable");
    host_names_add_pairs(L);
    lua_setmetatable(L, -2);
}

void host_table_push(lua_State *L, const struct host_table *table)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, table->self);
}

static void open_new(lua_State *L, struct host_state *state, const char *name)
{
    struct host_table *table = lua_newuserdata(L, sizeof(*table));
    struct abx_error err = {0};
    int status;

    memset(table, 0, sizeof(*table));
    table->object.mark = &host_marks[HOST_TABLE];
    table->state = state;
    table->types = reference_new(L);
    table->variables = reference_new(L);
    table->callbacks = reference_new(L);
    table->kept = reference_new(L);
    make_fields(L, table);
    lua_pushvalue(L, -1);
    table->self = luaL_ref(L, LUA_REGISTRYINDEX);
    status = abx_table_open(state->context, name, &table->table, &err);
    if (status == ABX_OK) {
        table->next = state->tables;
        state->tables = table;
        return;
    }
    luaL_unref(L, LUA_REGISTRYINDEX, table->self);
    luaL_unref(L, LUA_REGISTRYINDEX, table->names);
    luaL_unref(L, LUA_REGISTRYINDEX, table->types);
    luaL_unref(L, LUA_REGISTRYINDEX, table->variables);
    luaL_unref(L, LUA_REGISTRYINDEX, table->callbacks);
    luaL_unref(L, LUA_REGISTRYINDEX, table->kept);
    host_raise(L, state, status, &err);
}

/* open(name): as `require` does, the same Table for the same name. */
int host_open(lua_State *L)
{
    struct host_state *state = lua_touserdata(L, lua_upvalueindex(1));
    size_t size;
    const char *name = luaL_checklstring(L, 1, &size);

    if (strlen(name) != size)
        return host_error(L, "a table's name has no zero inside");
    host_check_open(L, state);
    lua_settop(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, state->opened);
    lua_pushvalue(L, 1);
    lua_rawget(L, 2);
    if (!lua_isnil(L, -1))
        return 1;
    open_new(L, state, name);
    lua_pushvalue(L, 1);
    lua_pushvalue(L, -2);
    lua_rawset(L, 2);
    return 1;
}
