/*
 * The mappings of a table, and walking through its lines: types, functions, constants and
 * variables by name, for names that are no fields, and for lists.
 */
#include "hosts/lua/error.h"
#include "hosts/lua/names.h"
#include "hosts/lua/state.h"
#include "hosts/lua/table.h"
#include "hosts/lua/type.h"

#include <string.h>

enum { MAX_KINDS = 5 };

/* Finds one name; false: there is none. */
typedef bool (*finder)(lua_State *L, struct host_table *table, const char *name,
                       struct abx_error *err);

struct mapping {
    const char *field;
    finder find;
    enum abx_kind kinds[MAX_KINDS]; /* of lines; ABX_KIND_NONE ends them */
};

static bool find_any(lua_State *L, struct host_table *table, const char *name,
                     struct abx_error *err)
{
    return host_push_constant(L, table, name, err) ||
           host_push_function(L, table, name, err) ||
           host_push_variable(L, table, name, err);
}

/* The last one is the table itself. */
enum { N_MAPPINGS = 4, WHOLE_TABLE = N_MAPPINGS };
static const struct mapping mappings[] = {
    {"types",
     host_push_type_named,
     {ABX_KIND_STRUCT, ABX_KIND_UNION, ABX_KIND_ENUM, ABX_KIND_TYPEDEF}},
    {"functions", host_push_function, {ABX_KIND_FN}},
    {"constants", host_push_constant, {ABX_KIND_CONST}},
    {"variables", host_push_variable, {ABX_KIND_VAR}},
    {NULL, find_any, {ABX_KIND_CONST, ABX_KIND_FN, ABX_KIND_VAR}},
};

struct host_names {
    struct host_object object;
    struct host_table *table;
    const struct mapping *mapping;
};

static int index_names(lua_State *L)
{
    struct host_names *names = host_check(L, 1, HOST_NAMES);
    struct abx_error err = {0};
    const char *name;

    if (lua_type(L, 2) != LUA_TSTRING)
        return host_error(L, "names are strings, got %s", host_describe(L, 2));
    name = lua_tostring(L, 2);
    host_check_open(L, names->table->state);
    lua_settop(L, 2);
    if (!names->mapping->find(L, names->table, name, &err))
        return host_error(L, "%s", err.message);
    return 1;
}

static int refuse_store(lua_State *L)
{
    return host_error(L, "nothing can be assigned here");
}

static int names_to_string(lua_State *L)
{
    struct host_names *names = host_check(L, 1, HOST_NAMES);

    lua_pushfstring(L, "abidex.Names: %s of ", names->mapping->field);
    if (names->table->table != NULL)
        lua_pushstring(L, abx_table_path(names->table->table));
    else
        lua_pushliteral(L, "a closed table");
    lua_concat(L, 2);
    return 1;
}

/* ---- lists ---- */

/* A walk through the lines of a table. */
struct walk {
    struct host_table *table;
    const struct mapping *mapping;
    struct abx_entry entry;
};

static const char *prefix(enum abx_kind kind)
{
    return kind == ABX_KIND_STRUCT  ? "struct "
           : kind == ABX_KIND_UNION ? "union "
           : kind == ABX_KIND_ENUM  ? "enum "
                                    : "";
}

static bool is_listed(const struct mapping *mapping, enum abx_kind kind)
{
    for (size_t i = 0; i < MAX_KINDS && mapping->kinds[i] != ABX_KIND_NONE; i++)
        if (mapping->kinds[i] == kind)
            return true;
    return false;
}

/* What it is, if it can be had: a function that this system lacks can't. */
static int push_found(lua_State *L)
{
    const struct walk *walk = lua_touserdata(L, 1);
    struct abx_error err;

    if (!walk->mapping->find(L, walk->table, lua_tostring(L, 2), &err))
        lua_pushboolean(L, false);
    return 1;
}

/* Upvalue: the walk. Returns name, value; the value is false where it can't be had. */
static int next_name(lua_State *L)
{
    struct walk *walk = lua_touserdata(L, lua_upvalueindex(1));
    struct abx_error err = {0};
    int status;

    host_check_open(L, walk->table->state);
    do
        status = abx_table_next_entry(walk->table->table, &walk->entry, &err);
    while (status == ABX_OK && !is_listed(walk->mapping, walk->entry.kind));
    if (status == ABX_MISSING)
        return 0;
    if (status != ABX_OK)
        return host_raise(L, walk->table->state, status, &err);
    lua_settop(L, 0);
    lua_pushstring(L, prefix(walk->entry.kind));
    lua_pushlstring(L, walk->entry.name, walk->entry.name_size);
    lua_concat(L, 2);
    lua_pushcfunction(L, push_found);
    lua_pushlightuserdata(L, walk);
    lua_pushvalue(L, 1);
    if (lua_pcall(L, 2, 1, 0) != 0) {
        lua_pop(L, 1);
        lua_pushboolean(L, false);
    }
    return 2;
}

static int push_walk(lua_State *L, struct host_table *table,
                     const struct mapping *mapping)
{
    struct walk *walk;

    host_check_open(L, table->state);
    walk = lua_newuserdata(L, sizeof(*walk));
    memset(walk, 0, sizeof(*walk));
    walk->table = table;
    walk->mapping = mapping;
    lua_pushcclosure(L, next_name, 1);
    return 1;
}

static int walk_names(lua_State *L)
{
    struct host_names *names = host_check(L, 1, HOST_NAMES);

    return push_walk(L, names->table, names->mapping);
}

static int walk_table(lua_State *L)
{
    struct host_table *table = host_check(L, 1, HOST_TABLE);

    return push_walk(L, table, &mappings[WHOLE_TABLE]);
}

/* ---- making them ---- */

void host_names_add(lua_State *L, struct host_table *table)
{
    for (size_t i = 0; i < N_MAPPINGS; i++) {
        struct host_names *names = host_new(L, HOST_NAMES, sizeof(*names));

        names->table = table;
        names->mapping = &mappings[i];
        lua_setfield(L, -2, mappings[i].field);
    }
}

void host_names_add_pairs(lua_State *L)
{
    lua_pushcfunction(L, walk_table);
    lua_setfield(L, -2, "__pairs");
}

void host_names_open(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"__index", index_names},        {"__newindex", refuse_store},
        {"__tostring", names_to_string}, {"__pairs", walk_names},
        {"__call", walk_names},          {NULL, NULL},
    };

    host_make_metatable(L, HOST_NAMES, functions);
}
