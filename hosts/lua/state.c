/*
 * What the module has for each state of Lua: a context, whose owner is the thread that
 * loaded the module, until another one uses the state. It was made before all objects that need it, and so is collected after
 * them when the state closes.
 */
#include "hosts/lua/callback.h"
#include "hosts/lua/error.h"
#include "hosts/lua/function.h"
#include "hosts/lua/member.h"
#include "hosts/lua/memory.h"
#include "hosts/lua/names.h"
#include "hosts/lua/pointer.h"
#include "hosts/lua/signal.h"
#include "hosts/lua/state.h"
#include "hosts/lua/table.h"
#include "hosts/lua/type.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum { COLLECT_AT_LEAST = 8 << 20 };

const char host_marks[HOST_N_KINDS];

/* Its address is the key of the state's object in the registry. */
static const char state_key;

static const char *const names[HOST_N_KINDS] = {
    [HOST_STATE] = "abidex.State",       [HOST_TABLE] = "abidex.Table",
    [HOST_NAMES] = "abidex.Names",       [HOST_TYPE] = "abidex.Type",
    [HOST_FUNCTION] = "abidex.Function", [HOST_MEMORY] = "abidex.Memory",
    [HOST_POINTER] = "abidex.Pointer",   [HOST_CALLBACK] = "abidex.Callback",
    [HOST_INTEGER] = "abidex.Integer",   [HOST_OUT] = "abidex.out",
    [HOST_MEMBER] = "abidex.Member",
};

/* ---- objects ---- */

const char *host_describe(lua_State *L, int index)
{
    const struct host_object *object = lua_touserdata(L, index);

    if (host_is_object(L, index))
        return names[object->mark - host_marks];
    if (lua_type(L, index) == HOST_LUA_TCDATA)
        return "cdata";
    return luaL_typename(L, index);
}

void *host_check(lua_State *L, int index, enum host_kind kind)
{
    void *object = host_test(L, index, kind);

    if (object == NULL)
        host_error(L, "%s expected, got %s", names[kind], host_describe(L, index));
    return object;
}

int64_t host_check_integer(lua_State *L, int index, int64_t least, int64_t most,
                           const char *what)
{
    int64_t number = 0;

    if (lua_type(L, index) != LUA_TNUMBER)
        host_error(L, "%s expected, got %s", what, host_describe(L, index));
    if (!host_get_integer(L, index, &number) || number < least || number > most)
        host_error(L, "%s expected, got %s", what, lua_tostring(L, index));
    return number;
}

void *host_new(lua_State *L, enum host_kind kind, size_t size)
{
    struct host_object *object = lua_newuserdata(L, size);

    memset(object, 0, size);
    object->mark = &host_marks[kind];
    host_raw_getp(L, LUA_REGISTRYINDEX, &host_marks[kind]);
    lua_setmetatable(L, -2);
    return object;
}

void host_set_functions(lua_State *L, const luaL_Reg *functions, bool has_upvalue)
{
    int table = lua_gettop(L) - has_upvalue;

    for (const luaL_Reg *function = functions; function->name != NULL; function++) {
        if (has_upvalue)
            lua_pushvalue(L, table + 1);
        lua_pushcclosure(L, function->func, has_upvalue);
        lua_setfield(L, table, function->name);
    }
    lua_settop(L, table);
}

void host_make_metatable(lua_State *L, enum host_kind kind, const luaL_Reg *functions)
{
    lua_createtable(L, 0, HOST_METATABLE_SIZE);
    host_set_functions(L, functions, false);
    lua_pushstring(L, names[kind]);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "__name");
    lua_setfield(L, -2, "__metatable");
    host_raw_setp(L, LUA_REGISTRYINDEX, &host_marks[kind]);
}

/* ---- the state ---- */

static int reference_new(lua_State *L, const char *mode)
{
    lua_newtable(L);
    if (mode != NULL) {
        lua_newtable(L);
        lua_pushstring(L, mode);
        lua_setfield(L, -2, "__mode");
        lua_setmetatable(L, -2);
    }
    return luaL_ref(L, LUA_REGISTRYINDEX);
}

/* From here on nothing that C calls leads to Lua. */
static void end_handlers(lua_State *L, struct host_state *state)
{
    struct host_handler *next;

    host_signal_end(L, state, state->context);
    for (struct host_handler *handler = state->handlers; handler != NULL;
         handler = next) {
        next = handler->next;
        abx_callback_destroy(handler->callback);
    }
}

/* What ends with the process, for those who look for memory that was lost. */
struct rest {
    struct rest *next;
    const void *object;
};
static _Atomic(struct rest *) rests;

static void leave_to_process(const void *object)
{
    struct rest *rest = calloc(1, sizeof(*rest));

    if (rest == NULL)
        return;
    rest->object = object;
    rest->next = atomic_load(&rests);
    while (!atomic_compare_exchange_weak(&rests, &rest->next, rest))
        ;
}

static void end_tables(struct host_state *state, bool are_used)
{
    struct host_table *next;

    for (struct host_table *table = state->tables; table != NULL; table = next) {
        next = table->next;
        if (are_used) {
            leave_to_process(table->table);
        } else {
            abx_table_close(table->table);
            table->table = NULL;
        }
    }
    if (are_used)
        leave_to_process(state->context);
    else
        abx_context_destroy(state->context);
    state->context = NULL;
}

/* Where C is in a callback it still has to return through code of the table, and may have any
 * memory in hand; and a callback of which it may have the address answers it zero from now on,
 * on whatever thread. Then the tables are left to the end of the process. */
static int collect(lua_State *L)
{
    struct host_state *state = host_check(L, 1, HOST_STATE);
    bool is_inside = state->n_inside > 0;

    if (state->context == NULL)
        return 0;
    end_handlers(L, state);
    while (state->memory != NULL && !is_inside)
        host_memory_close(state->memory);
    end_tables(state, is_inside || state->handlers != NULL);
    return 0;
}

static void open_kinds(lua_State *L)
{
    static const luaL_Reg none[] = {{NULL, NULL}};

    host_make_metatable(L, HOST_OUT, none);
    host_names_open(L);
    host_type_open(L);
    host_function_open(L);
    host_memory_open(L);
    host_member_open(L);
    host_pointer_open(L);
    host_integer_open(L);
    host_callback_open(L);
}

static void make(lua_State *L)
{
    static const luaL_Reg functions[] = {{"__gc", collect}, {NULL, NULL}};
    struct host_state *state;

    host_make_metatable(L, HOST_STATE, functions);
    state = host_new(L, HOST_STATE, sizeof(*state));
    if (abx_context_create(&state->context) != ABX_OK)
        luaL_error(L, "not enough memory");
    state->owner = pthread_self();
    state->spare = lua_newthread(L);
    luaL_ref(L, LUA_REGISTRYINDEX);
    state->functions = reference_new(L, "v");
    state->errors = reference_new(L, NULL);
    state->signals = reference_new(L, NULL);
    state->opened = reference_new(L, NULL);
    host_error_open(L, state);
    open_kinds(L);
    host_signal_open(L, state);
}

struct host_state *host_state_open(lua_State *L)
{
    host_raw_getp(L, LUA_REGISTRYINDEX, &state_key);
    if (lua_isnil(L, -1)) {
        lua_pop(L, 1);
        make(L);
        lua_pushvalue(L, -1);
        host_raw_setp(L, LUA_REGISTRYINDEX, &state_key);
    }
    return lua_touserdata(L, -1);
}

struct host_state *host_state_find(lua_State *L)
{
    struct host_state *state;

    host_raw_getp(L, LUA_REGISTRYINDEX, &state_key);
    state = lua_touserdata(L, -1);
    lua_pop(L, 1);
    return state;
}

/* While nobody is in C nothing tells one thread from another, as in Lua itself. */
void host_change_thread(lua_State *L, struct host_state *state)
{
    if (state->frame.thread != NULL)
        host_error(L, "another thread is in a call of this state of Lua: callbacks run "
                      "there, and it takes no other calls meanwhile");
    abx_context_adopt(state->context);
    state->owner = pthread_self();
}

void host_check_open(lua_State *L, const struct host_state *state)
{
    if (state->context == NULL)
        luaL_error(L, "abidex is closed, as the state of Lua is about to be");
}

void host_count_memory(lua_State *L, struct host_state *state, size_t size)
{
    size_t lua_size = (size_t)lua_gc(L, LUA_GCCOUNT, 0) << 10;

    state->n_unseen += size;
    if (state->n_unseen < COLLECT_AT_LEAST + lua_size)
        return;
    state->n_unseen = 0;
    lua_gc(L, LUA_GCCOLLECT, 0);
}
