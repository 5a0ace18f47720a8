/*
 * Callbacks: functions of Lua that C calls. They run in the coroutine whose call C is in, on
 * the thread that owns the state; other threads wait for its next safe point. Nothing that
 * Lua raises passes C: each runs protected, and what came is raised again behind the call.
 *
 * The function of a callback that C calls again and again stays on the stack of the module's
 * own function whose call C is in. Within a handler the stack may be that of a function of
 * another module, which finds it as it was.
 *
 * A callback of numbers alone is called without any memory of Lua: that is why it needs no
 * second protection around the making of its arguments.
 */
#include "hosts/lua/callback.h"
#include "hosts/lua/error.h"
#include "hosts/lua/memory.h"
#include "hosts/lua/pointer.h"
#include "hosts/lua/state.h"
#include "hosts/lua/table.h"
#include "hosts/lua/type.h"
#include "hosts/lua/value.h"

#include <stdlib.h>
#include <string.h>

/* Callbacks within callbacks: the stack is C's, which has no other bound. */
enum { SIMPLE_PARAMETERS = 8, MAX_INSIDE = 150, STACK_SLOTS = SIMPLE_PARAMETERS + 8 };

/* ---- where C enters ---- */

/* What C asks for, as a protected function gets it. */
struct invocation {
    struct host_handler *handler;
    const struct abx_value *args;
    size_t n;
    struct abx_value *result;
};

/* Pushes the function; nil if it is gone. It takes no memory. */
static void push_function(lua_State *L, const struct host_handler *handler)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, handler->state->functions);
    host_raw_geti(L, -1, handler->number);
    lua_remove(L, -2);
}

/* Characters that the function may be there to write are no string. */
static void push_pointer(lua_State *L, struct host_table *table,
                         const struct abx_value *value)
{
    struct host_type *type = host_type_find(L, table, value->type);

    if (host_type_pointee(L, type) == HOST_POINTEE_TEXT && value->p != NULL &&
        !host_type_target(L, type)->is_fixed)
        host_pointer_push(L, table, value->type, value->p);
    else
        host_push_address(L, type, value->p);
}

/* Records are C's, and end with the call: the script gets a copy. */
static void push_argument(lua_State *L, struct host_table *table,
                          const struct abx_value *value)
{
    struct host_memory *copy;

    if (value->kind == ABX_VALUE_POINTER && value->type != NULL) {
        push_pointer(L, table, value);
        return;
    }
    if (value->kind != ABX_VALUE_MEMORY) {
        host_push_value(L, table, value, false);
        return;
    }
    copy = host_memory_create(L, host_type_find(L, table, value->type), 1);
    memcpy(host_memory_bytes(L, copy), abx_memory_data(value->memory),
           abx_memory_size(value->memory));
}

/* What the result leads to lives until the next one. */
static void take_result(lua_State *L, const struct host_handler *handler,
                        struct abx_value *result)
{
    struct host_wanted wanted = {.table = handler->table,
                                 .type = handler->result->type,
                                 .name = "the result of a callback",
                                 .is_result = true};
    int index = lua_gettop(L);

    if (handler->is_void)
        return;
    host_to_value(L, index, &wanted, result);
    if (result->kind == ABX_VALUE_STRING)
        host_error(L, "the result of a callback is no string, whose life nobody knows: "
                      "return memory");
    if (result->kind != ABX_VALUE_MEMORY)
        return;
    lua_rawgeti(L, LUA_REGISTRYINDEX, handler->table->kept);
    lua_pushvalue(L, lua_gettop(L) - 1);
    host_raw_setp(L, -2, handler);
}

static int run_protected(lua_State *L)
{
    struct invocation *invocation = lua_touserdata(L, 1);
    const struct host_handler *handler = invocation->handler;

    luaL_checkstack(L, (int)invocation->n + 8, "arguments of a callback");
    push_function(L, handler);
    lua_pushvalue(L, -1);
    lua_replace(L, 1); /* as long as it runs */
    for (size_t i = 0; i < invocation->n; i++)
        push_argument(L, handler->table, &invocation->args[i]);
    lua_call(L, (int)invocation->n, 1);
    take_result(L, handler, invocation->result);
    return 0;
}

static bool is_held(const struct abx_value *value)
{
    return value->kind == ABX_VALUE_FLOAT ||
           (value->kind == ABX_VALUE_INT && host_holds(value->i)) ||
           (value->kind == ABX_VALUE_UINT && host_holds_unsigned(value->u));
}

static void push_number(lua_State *L, const struct abx_value *value)
{
    if (value->kind == ABX_VALUE_FLOAT)
        lua_pushnumber(L, (lua_Number)value->f);
    else
        host_push_held(L, value->i);
}

/* Whether the number on the top is to be judged as an integer. */
static bool is_integer(lua_State *L, enum host_scalar scalar, int64_t *numberp)
{
    bool wants_float = scalar == HOST_F32 || scalar == HOST_F64;

    if (wants_float && (!HOST_HAS_INTEGERS || host_is_float(L, -1)))
        return false;
    return host_get_integer(L, -1, numberp);
}

/* The number on the top; what is none the runtime refuses. */
static void take_number(lua_State *L, enum host_scalar scalar, struct abx_value *result)
{
    *result = (struct abx_value){0};
    if (scalar == HOST_BOOL && lua_isboolean(L, -1))
        *result = (struct abx_value){.kind = ABX_VALUE_INT, .i = lua_toboolean(L, -1)};
    if (lua_type(L, -1) != LUA_TNUMBER)
        return;
    result->kind = ABX_VALUE_INT;
    if (is_integer(L, scalar, &result->i))
        return;
    result->kind = ABX_VALUE_FLOAT;
    result->f = lua_tonumber(L, -1);
}

/* Whether the stack is that of a function of the module. */
static inline bool is_ours(const struct host_frame *frame)
{
    return frame->thread != NULL && !frame->is_handlers;
}

/* Leaves the function where the frame has it, instead of another callback's. */
static void place_function(lua_State *L, const struct host_handler *handler,
                           struct host_frame *frame)
{
    if (frame->number != 0)
        lua_settop(L, frame->place - 1);
    push_function(L, handler);
    frame->place = lua_gettop(L);
    frame->number = handler->number;
}

/* Pushes the function, on top of nothing that an earlier call has left. */
static inline void push_again(lua_State *L, const struct host_handler *handler,
                              struct host_frame *frame)
{
    if (frame->number == handler->number)
        lua_settop(L, frame->place);
    else
        place_function(L, handler, frame);
    lua_pushvalue(L, frame->place);
}

static int run_simply(lua_State *L, const struct invocation *invocation,
                      struct host_frame *frame)
{
    const struct host_handler *handler = invocation->handler;
    bool is_void = handler->is_void;
    enum host_scalar scalar = handler->result->scalar;
    int status;

    if (is_ours(frame))
        push_again(L, handler, frame);
    else
        push_function(L, handler);
    for (size_t i = 0; i < invocation->n; i++)
        push_number(L, &invocation->args[i]);
    status = lua_pcall(L, (int)invocation->n, !is_void, 0);
    if (status != 0 || is_void)
        return status;
    take_number(L, scalar, invocation->result);
    if (!is_ours(frame))
        lua_pop(L, 1);
    return 0;
}

static bool is_simple(const struct invocation *invocation)
{
    if (!invocation->handler->is_simple)
        return false;
    for (size_t i = 0; i < invocation->n; i++)
        if (!is_held(&invocation->args[i]))
            return false;
    return true;
}

static int run(void *user, const struct abx_value *args, size_t n_args,
               struct abx_value *result, struct abx_error *err)
{
    struct host_handler *handler = user;
    struct host_state *state = handler->state;
    lua_State *L = state->frame.thread != NULL ? state->frame.thread : state->spare;
    struct host_frame outer = state->frame;
    struct invocation invocation = {handler, args, n_args, result};
    int status;

    if (state->n_inside >= MAX_INSIDE ||
        (!is_ours(&outer) && !lua_checkstack(L, STACK_SLOTS))) {
        *err = (struct abx_error){.status = ABX_REFUSED,
                                  .message = "stack overflow: too many callbacks "
                                             "within callbacks"};
        return ABX_REFUSED;
    }
    state->frame = (struct host_frame){.thread = L, .is_handlers = true};
    state->n_inside++;
    status = is_simple(&invocation) ? run_simply(L, &invocation, &outer)
                                    : host_protect(L, run_protected, &invocation);
    state->n_inside--;
    host_leave(state, outer);
    return status == 0 ? ABX_OK : host_keep_error(L, state, err);
}

/* ---- making and ending ---- */

static bool is_number(const struct host_type *type)
{
    return type->scalar >= HOST_I8 && type->scalar <= HOST_F64;
}

static void describe(lua_State *L, struct host_handler *handler)
{
    const struct abx_type *type = abx_callback_type(handler->callback);
    const struct abx_type *found;
    const char *name;

    if (abx_type_find_target(handler->table->table, type, &found, NULL) != ABX_OK)
        luaL_error(L, "a callback's type that ends in nothing");
    handler->result = host_type_find(L, handler->table, found);
    handler->is_void = handler->result->kind == ABX_TYPE_VOID;
    handler->is_simple = handler->is_void || is_number(handler->result);
    while (abx_type_parameter(type, handler->n_parameters, &name, &found) == ABX_OK) {
        const struct host_type *parameter = host_type_find(L, handler->table, found);

        handler->is_simple =
            handler->is_simple && is_number(parameter) && parameter->scalar != HOST_BOOL;
        handler->n_parameters++;
    }
    if (handler->n_parameters > SIMPLE_PARAMETERS)
        handler->is_simple = false;
}

/* The companion holds the function; the table of all functions is weak. Returns its number
 * there. */
static int64_t set_function(lua_State *L, struct host_state *state, int index)
{
    lua_createtable(L, 1, 0);
    lua_pushvalue(L, index);
    lua_rawseti(L, -2, 1);
    host_set_companion(L, -2);
    state->n_callbacks++;
    lua_rawgeti(L, LUA_REGISTRYINDEX, state->functions);
    lua_pushvalue(L, index);
    host_raw_seti(L, -2, state->n_callbacks);
    lua_pop(L, 1);
    return state->n_callbacks;
}

/* The runtime tells that nobody is in it, nor will be. */
static void release(void *user)
{
    struct host_handler *handler = user;

    *handler->previousp = handler->next;
    if (handler->next != NULL)
        handler->next->previousp = handler->previousp;
    free(handler);
}

static struct host_handler *make_handler(lua_State *L, struct host_type *type,
                                         int64_t number, enum abx_callback_mode mode)
{
    struct host_state *state = type->table->state;
    struct host_handler *handler = calloc(1, sizeof(*handler));
    struct abx_callback_options options = {
        .mode = mode, .handler = run, .user = handler, .release = release};
    struct abx_error err = {0};
    int status = ABX_NO_MEMORY;

    if (handler != NULL) {
        *handler = (struct host_handler){
            .state = state, .table = type->table, .type = type, .number = number};
        status = abx_callback_create(type->table->table, type->type, &options,
                                     &handler->callback, &err);
    }
    if (status != ABX_OK) {
        free(handler);
        host_raise(L, state, status, &err);
    }
    handler->next = state->handlers;
    handler->previousp = &state->handlers;
    if (handler->next != NULL)
        handler->next->previousp = &handler->next;
    state->handlers = handler;
    return handler;
}

struct host_callback *host_callback_create(lua_State *L, struct host_type *type,
                                           int index, enum abx_callback_mode mode)
{
    struct host_callback *callback;
    int64_t number;

    luaL_checkstack(L, 8, "a callback");
    callback = host_new(L, HOST_CALLBACK, sizeof(*callback));
    callback->state = type->table->state;
    callback->table = type->table;
    number = set_function(L, callback->state, index);
    callback->handler = make_handler(L, type, number, mode);
    callback->callback = callback->handler->callback;
    describe(L, callback->handler);
    return callback;
}

struct host_callback *host_callback_kept(lua_State *L, struct host_type *type, int index)
{
    struct host_callback *callback;

    luaL_checkstack(L, 10, "a callback");
    lua_rawgeti(L, LUA_REGISTRYINDEX, type->table->callbacks);
    host_raw_getp(L, -1, type->type);
    if (lua_isnil(L, -1)) {
        lua_pop(L, 1);
        lua_newtable(L);
        lua_pushvalue(L, -1);
        host_raw_setp(L, -3, type->type);
    }
    lua_remove(L, -2);
    lua_pushvalue(L, index);
    lua_rawget(L, -2);
    callback = host_test(L, -1, HOST_CALLBACK);
    if (callback == NULL || callback->callback == NULL) {
        lua_pop(L, 1);
        callback = host_callback_create(L, type, index, ABX_CALLBACK_WAIT);
        lua_pushvalue(L, index);
        lua_pushvalue(L, -2);
        lua_rawset(L, -4);
    }
    lua_remove(L, -2);
    return callback;
}

void host_callback_close(lua_State *L, struct host_callback *callback)
{
    struct abx_callback *ended = callback->callback;

    if (ended == NULL || callback->state->context == NULL)
        return;
    lua_rawgeti(L, LUA_REGISTRYINDEX, callback->state->functions);
    lua_pushnil(L);
    host_raw_seti(L, -2, callback->handler->number);
    lua_pop(L, 1);
    callback->callback = NULL;
    callback->handler = NULL;
    abx_callback_destroy(ended);
}

bool host_is_callable(lua_State *L, int index)
{
    if (lua_isfunction(L, index))
        return true;
    if (lua_type(L, index) != LUA_TTABLE && lua_type(L, index) != LUA_TUSERDATA)
        return false;
    if (host_is_object(L, index) || luaL_getmetafield(L, index, "__call") == 0)
        return false;
    lua_pop(L, 1);
    return true;
}

/* ---- methods ---- */

static int close_callback(lua_State *L)
{
    host_callback_close(L, host_check(L, 1, HOST_CALLBACK));
    return 0;
}

static int index_callback(lua_State *L)
{
    host_check(L, 1, HOST_CALLBACK);
    if (lua_type(L, 2) != LUA_TSTRING || strcmp(lua_tostring(L, 2), "close") != 0)
        return host_error(L, "a Callback has nothing but :close()");
    lua_pushcfunction(L, close_callback);
    return 1;
}

static int callback_to_string(lua_State *L)
{
    struct host_callback *callback = host_check(L, 1, HOST_CALLBACK);

    if (callback->callback == NULL || callback->state->context == NULL) {
        lua_pushliteral(L, "abidex.Callback: closed");
        return 1;
    }
    lua_pushliteral(L, "abidex.Callback: ");
    host_type_push_name(L, callback->table, abx_callback_type(callback->callback));
    lua_concat(L, 2);
    return 1;
}

void host_callback_open(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"__gc", close_callback},
        {"__close", close_callback},
        {"__index", index_callback},
        {"__tostring", callback_to_string},
        {NULL, NULL},
    };

    host_make_metatable(L, HOST_CALLBACK, functions);
}
