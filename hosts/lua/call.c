/*
 * Calls. Numbers, nil and strings for constant characters go straight into the image that the
 * function is entered with: nothing is allocated on that way, and no name is looked at. The
 * first argument that it does not take, or that is not right, has the call made from the
 * beginning by all rules, which say what is wrong.
 */
#include "hosts/lua/callback.h"
#include "hosts/lua/error.h"
#include "hosts/lua/function.h"
#include "hosts/lua/memory.h"
#include "hosts/lua/pointer.h"
#include "hosts/lua/signal.h"
#include "hosts/lua/state.h"
#include "hosts/lua/type.h"
#include "hosts/lua/value.h"

#include <float.h>
#include <stdlib.h>
#include <string.h>

enum { STACK_ARGUMENTS = 12 };

/* Below these each integer is a float of its own. */
#define FLOAT_EXACT  0x1p24
#define DOUBLE_EXACT 0x1p53

/* ---- the quick way ---- */

static inline bool put_integer(lua_State *L, int index, const struct abx_place *place,
                               void *words)
{
    int64_t number;

    if (!host_get_integer(L, index, &number) || number < place->least ||
        (number > 0 && (uint64_t)number > place->most))
        return false;
    abx_image_set_integer(place, words, (uint64_t)number);
    return true;
}

static inline bool is_exact(lua_State *L, int index, double number, double limit)
{
    return (number > -limit && number < limit) || host_is_float(L, index);
}

static inline bool put_number(lua_State *L, int index, const struct abx_place *place,
                              void *words)
{
    double number;

    if (place->scalar == ABX_SCALAR_INT || place->scalar == ABX_SCALAR_UINT)
        return put_integer(L, index, place, words);
    number = lua_tonumber(L, index);
    if (place->scalar == ABX_SCALAR_DOUBLE && is_exact(L, index, number, DOUBLE_EXACT)) {
        abx_image_set_double(place, words, number);
        return true;
    }
    if (place->scalar == ABX_SCALAR_FLOAT && number >= -FLT_MAX && number <= FLT_MAX &&
        is_exact(L, index, number, FLOAT_EXACT)) {
        abx_image_set_float(place, words, (float)number);
        return true;
    }
    return false;
}

static inline bool put_text(lua_State *L, int index, const struct abx_place *place,
                            void *words)
{
    const char *text;
    size_t size;

    if (!place->takes_text)
        return false;
    text = lua_tolstring(L, index, &size);
    if (memchr(text, '\0', size) != NULL)
        return false;
    abx_image_set_pointer(place, words, text);
    return true;
}

/* Memory of the type that is wanted, as the runtime's own rules have it. */
static inline bool put_memory(lua_State *L, int index, const struct abx_place *place,
                              const struct host_parameter *parameter, void *words)
{
    const struct host_memory *memory = host_test(L, index, HOST_MEMORY);
    void *bytes;

    if (memory == NULL || parameter->pointee == NULL || memory->memory == NULL ||
        memory->root != memory || !(memory->is_writable || parameter->is_fixed) ||
        !(parameter->takes_any || memory->type->type == parameter->pointee ||
          memory->type->type == parameter->taken))
        return false;
    bytes = abx_memory_data(memory->memory);
    if (bytes == NULL || memory->n_elements * memory->element_size < parameter->size)
        return false;
    abx_image_set_pointer(place, words, bytes);
    return true;
}

static inline bool put(lua_State *L, int index, const struct host_function *function,
                       size_t i, void *words)
{
    const struct abx_place *place = &function->image->places[i];
    int type = lua_type(L, index);

    if (type == LUA_TNUMBER)
        return !place->has_rules && put_number(L, index, place, words);
    if (place->has_rules || place->scalar != ABX_SCALAR_POINTER)
        return false;
    if (type == LUA_TNIL && !place->is_nonnull) {
        abx_image_set_pointer(place, words, NULL);
        return true;
    }
    if (function->has_extents)
        return false;
    return type == LUA_TSTRING
               ? put_text(L, index, place, words)
               : type == LUA_TUSERDATA &&
                     put_memory(L, index, place, &function->parameters[i], words);
}

/* Of a part all bytes of what it is a part of. */
static bool has_byte(lua_State *L, int index, const char *address)
{
    const struct host_memory *memory = host_test(L, index, HOST_MEMORY);
    const char *bytes = NULL;
    size_t size = 0;

    if (memory != NULL && memory->root->memory != NULL) {
        bytes = abx_memory_data(memory->root->memory);
        size = bytes != NULL ? abx_memory_size(memory->root->memory) : 0;
    } else if (lua_type(L, index) == LUA_TSTRING) {
        bytes = lua_tolstring(L, index, &size);
        size++;
    }
    return bytes != NULL && address >= bytes && (size_t)(address - bytes) < size;
}

/* Has what was made of a pointer, which is on the top, hold what that leads into, of the
 * arguments and of what was made for them. */
static void hold_argument(lua_State *L, const void *address)
{
    int top = lua_gettop(L);
    bool is_held = lua_type(L, top) != LUA_TUSERDATA;

    for (int i = 2; !is_held && i < top; i++) {
        if (!host_push_held_by(L, i))
            lua_pushvalue(L, i);
        is_held = has_byte(L, top + 1, address);
        if (is_held)
            host_hold(L);
        lua_settop(L, top);
    }
}

/* A string that has to be freed stays where it is. */
static void push_pointer(lua_State *L, const struct host_function *function,
                         void *address)
{
    if (function->is_result_new && address != NULL &&
        host_type_pointee(L, function->result) == HOST_POINTEE_TEXT)
        host_pointer_push(L, function->table, function->result->type, address);
    else
        host_push_address(L, function->result, address);
    hold_argument(L, address);
}

static inline int push_result(lua_State *L, const struct host_function *function,
                              const struct abx_value *value)
{
    if (function->is_void)
        return 0;
    if (function->result_scalar >= HOST_I8 && function->result_scalar <= HOST_I64)
        host_push_integer(L, value->i);
    else if (function->result_scalar >= HOST_U8 && function->result_scalar <= HOST_U64)
        host_push_unsigned(L, value->u);
    else if (function->result_scalar == HOST_F32 || function->result_scalar == HOST_F64)
        lua_pushnumber(L, (lua_Number)value->f);
    else if (function->result_scalar == HOST_ADDRESS)
        push_pointer(L, function, value->p);
    else
        host_push_value(L, function->table, value, false);
    return 1;
}

static int call_slowly(lua_State *L, struct host_function *function);

int host_function_call(lua_State *L)
{
    struct host_function *function = host_test(L, 1, HOST_FUNCTION);
    const struct abx_image *image;
    struct host_state *state;
    struct host_frame outer;
    union abx_image_words words;
    struct abx_value value;
    struct abx_error err;
    size_t n = (size_t)lua_gettop(L) - 1;
    int status;

    if (function == NULL)
        function = host_check(L, 1, HOST_FUNCTION);
    image = function->image;
    state = function->state;
    if (state->context == NULL || image == NULL || n != image->n_places)
        return call_slowly(L, function);
    for (size_t i = 0; i < n; i++)
        if (!put(L, (int)i + 2, function, i, &words))
            return call_slowly(L, function);
    host_see(L, state);
    outer = host_enter(L, state);
    status = abx_call_image(function->function, &words, &value, &err);
    host_leave(state, outer);
    if (status != ABX_OK)
        return host_raise(L, state, status, &err);
    return push_result(L, function, &value);
}

/* ---- by all rules ---- */

/* What was made for an argument. */
struct made {
    int index; /* on the stack; 0: nothing */
    bool is_out;
    bool is_temporary; /* a callback that is used during the call alone */
};

struct call {
    struct host_function *function;
    size_t n;
    struct abx_value *values;
    struct made *made;
    int result; /* where the memory for the result is; 0: there is none */
};

/* What an attribute that lists parameters ("2:call,3:kept") says of one of them; NULL: nothing. */
static const char *find_word(const struct abx_function *function, const char *attribute,
                             size_t number)
{
    const char *text = abx_function_find_attribute(function, attribute);

    while (text != NULL && *text != '\0') {
        size_t found = 0;

        while (*text >= '0' && *text <= '9')
            found = found * 10 + (size_t)(*text++ - '0');
        if (found == number && *text == ':')
            return text + 1;
        text += strcspn(text, ",");
        text += *text == ',';
    }
    return NULL;
}

/* How long the callback that parameter @number takes has to live. */
static bool has_lifetime(const struct abx_function *function, size_t number,
                         const char *lifetime)
{
    const char *word = find_word(function, "callback", number);

    return word != NULL && strncmp(word, lifetime, strlen(lifetime)) == 0;
}

/* How many objects `out` stands for: as many as it says, else as the function needs. */
static size_t count_out(const struct host_wanted *wanted, const struct host_out *out)
{
    const char *least = find_word(wanted->function, "static", wanted->number);

    if (out->count > 0)
        return out->count;
    return least != NULL ? strtoul(least, NULL, 10) : 1;
}

static void convert_callable(lua_State *L, struct call *call, size_t i,
                             struct host_type *type, const struct host_wanted *wanted)
{
    struct host_callback *callback;

    if (has_lifetime(wanted->function, wanted->number, "signal"))
        host_refuse(L, wanted,
                    "takes no function: it would run inside a handler of signals. "
                    "abidex.handle_signal has it run at a safe point");
    if (has_lifetime(wanted->function, wanted->number, "call")) {
        callback = host_callback_create(L, type, (int)i + 2, ABX_CALLBACK_WAIT);
        call->made[i].is_temporary = true;
    } else {
        callback = host_callback_kept(L, type, (int)i + 2);
    }
    call->made[i].index = lua_gettop(L);
    call->values[i] =
        (struct abx_value){.kind = ABX_VALUE_CALLBACK, .callback = callback->callback};
}

/* What a pointer leads to, of which objects are made; of void bytes. */
static struct host_type *find_out_type(lua_State *L, const struct host_wanted *wanted,
                                       const struct host_out *out)
{
    struct host_type *type =
        wanted->type != NULL ? host_type_find(L, wanted->table, wanted->type) : NULL;
    const struct abx_type *byte;

    if (type != NULL && abx_type_is_transparent(type->type))
        host_refuse(L, wanted,
                    "takes pointers to several types: make the object, and pass that");
    if (type == NULL || type->kind != ABX_TYPE_POINTER)
        host_refuse(L, wanted, "is no pointer that something could come out of");
    type = host_type_target(L, type);
    if (type == NULL || type->is_fixed)
        host_refuse(L, wanted, "is read by the function: nothing comes out of it");
    if (type->kind == ABX_TYPE_VOID && out->count > 0 &&
        abx_table_find_type(wanted->table->table, "u8", &byte, NULL) == ABX_OK)
        return host_type_find(L, wanted->table, byte);
    if (type->kind == ABX_TYPE_VOID)
        host_refuse(L, wanted, "needs a number of bytes: abidex.out(n)");
    if (!abx_type_is_complete(type->type))
        host_refuse(L, wanted, "leads to objects whose size nobody knows");
    return type;
}

static void convert_out(lua_State *L, struct call *call, size_t i,
                        const struct host_wanted *wanted, const struct host_out *out)
{
    struct host_type *type = find_out_type(L, wanted, out);
    const struct host_memory *memory =
        host_memory_create(L, type, count_out(wanted, out));

    call->made[i] = (struct made){.index = lua_gettop(L), .is_out = true};
    call->values[i] =
        (struct abx_value){.kind = ABX_VALUE_MEMORY, .memory = memory->memory};
}

/* Whether it is nothing but what it is: no out, and nothing that could be called. */
static bool is_plain(lua_State *L, int index)
{
    int type = lua_type(L, index);

    return type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TNIL ||
           (type == LUA_TUSERDATA && host_test(L, index, HOST_MEMORY) != NULL);
}

static void convert(lua_State *L, struct call *call, size_t i)
{
    struct host_function *function = call->function;
    struct host_wanted wanted = {
        .table = function->table, .function = function->function, .number = i + 1};
    const struct host_out *out;
    struct host_type *type = NULL;
    const char *name;

    luaL_checkstack(L, 8, "arguments");
    if (abx_type_parameter(function->type->type, i, &name, &wanted.type) != ABX_OK)
        wanted.type = NULL;
    if (is_plain(L, (int)i + 2)) {
        host_to_value(L, (int)i + 2, &wanted, &call->values[i]);
        return;
    }
    out = host_test(L, (int)i + 2, HOST_OUT);
    if (out != NULL) {
        convert_out(L, call, i, &wanted, out);
        return;
    }
    if (wanted.type != NULL && host_is_callable(L, (int)i + 2)) {
        type = host_type_find(L, function->table, wanted.type);
        if (type->kind == ABX_TYPE_POINTER &&
            host_type_pointee(L, type) == HOST_POINTEE_CODE) {
            convert_callable(L, call, i, type, &wanted);
            return;
        }
    }
    host_to_value(L, (int)i + 2, &wanted, &call->values[i]);
}

/* Nothing may be raised between the runtime's answer and this. */
static void end_temporaries(lua_State *L, const struct call *call)
{
    for (size_t i = 0; i < call->n; i++)
        if (call->made[i].is_temporary)
            host_callback_close(L, lua_touserdata(L, call->made[i].index));
}

/* How many bytes from @address on are the caller's own, by what the call was given. */
static size_t find_given(const struct call *call, const char *address)
{
    for (size_t i = 0; i < call->n; i++) {
        const struct abx_value *value = &call->values[i];
        const char *bytes = NULL;
        size_t size = 0;

        if (value->kind == ABX_VALUE_STRING) {
            bytes = value->string.data;
            size = value->string.size + 1;
        } else if (value->kind == ABX_VALUE_MEMORY && !call->made[i].is_out) {
            bytes = abx_memory_data(value->memory);
            size = bytes != NULL ? abx_memory_size(value->memory) : 0;
        }
        if (bytes != NULL && address >= bytes && address < bytes + size)
            return (size_t)(bytes + size - address);
    }
    return 0;
}

/* Characters that came out are text where the caller gave them, and may be new memory else. */
static void push_out(lua_State *L, const struct call *call, int index)
{
    const struct host_memory *memory = lua_touserdata(L, index);
    struct host_type *type = memory->type;
    char *address;
    size_t given;

    if (type->scalar != HOST_ADDRESS || host_type_pointee(L, type) != HOST_POINTEE_TEXT) {
        host_memory_push_content(L, index);
        if (type->scalar == HOST_ADDRESS) {
            memcpy(&address, host_memory_bytes(L, memory), sizeof(address));
            hold_argument(L, address);
        }
        return;
    }
    memcpy(&address, host_memory_bytes(L, memory), sizeof(address));
    given = address != NULL ? find_given(call, address) : 0;
    if (address == NULL)
        lua_pushnil(L);
    else if (given > 0)
        lua_pushlstring(L, address, strnlen(address, given));
    else
        host_pointer_push(L, type->table, type->type, address);
}

static int push_results(lua_State *L, const struct call *call,
                        const struct abx_value *value)
{
    struct host_memory *memory;
    int n = 1;

    luaL_checkstack(L, (int)call->n + 8, "results");
    if (call->result != 0) {
        memory = lua_touserdata(L, call->result);
        host_memory_fill(L, memory);
        lua_pushvalue(L, call->result);
    } else {
        n = push_result(L, call->function, value);
    }
    for (size_t i = 0; i < call->n; i++) {
        const struct host_out *out;

        if (!call->made[i].is_out)
            continue;
        out = lua_touserdata(L, (int)i + 2);
        memory = lua_touserdata(L, call->made[i].index);
        if (out->count > 0 || abx_memory_count(memory->memory) > 1)
            lua_pushvalue(L, call->made[i].index);
        else
            push_out(L, call, call->made[i].index);
        n++;
    }
    return n;
}

/* A record as result becomes memory that is there before it. */
static void prepare_result(lua_State *L, struct call *call)
{
    struct host_memory *memory;

    if (!call->function->is_result_memory)
        return;
    memory = host_memory_push(L, call->function->result);
    memory->is_owned = true;
    memory->is_writable = true;
    call->result = lua_gettop(L);
}

/* A type that was good once is so ever after. */
static void note_types(lua_State *L, const struct call *call)
{
    const struct abx_image *image = call->function->image;

    for (size_t i = 0; image != NULL && i < image->n_places; i++) {
        const struct host_memory *memory = host_test(L, (int)i + 2, HOST_MEMORY);

        if (memory != NULL)
            call->function->parameters[i].taken = memory->type->type;
    }
}

/* What a Pointer leads to the runtime does not know, as it does of memory. */
static void note_freed(lua_State *L, const struct host_function *function, int status)
{
    struct host_pointer *pointer;

    if (function->frees == 0 ||
        (status != ABX_OK && (status != ABX_FAILED || function->frees_on_success)))
        return;
    pointer = host_test(L, (int)function->frees + 1, HOST_POINTER);
    if (pointer != NULL)
        pointer->is_freed = true;
}

static int carry_out(lua_State *L, struct call *call)
{
    struct host_state *state = call->function->state;
    struct host_frame outer;
    struct abx_value value = {0};
    struct abx_error err;
    int status;

    luaL_checkstack(L, LUA_MINSTACK, "callbacks");
    host_see(L, state);
    outer = host_enter(L, state);
    status = abx_call(call->function->function, call->values, call->n, &value, &err);
    host_leave(state, outer);
    if (call->result != 0 && value.kind == ABX_VALUE_MEMORY)
        ((struct host_memory *)lua_touserdata(L, call->result))->memory = value.memory;
    end_temporaries(L, call);
    note_freed(L, call->function, status);
    if (status == ABX_OK)
        note_types(L, call);
    if (status != ABX_OK)
        return host_raise(L, state, status, &err);
    return push_results(L, call, &value);
}

/* Lua's memory is less aligned than a long double has to be. */
static struct abx_value *push_values(lua_State *L, size_t n)
{
    size_t align = _Alignof(struct abx_value);
    uintptr_t at = (uintptr_t)lua_newuserdata(L, (n + 1) * sizeof(struct abx_value));

    return (struct abx_value *)((at + align - 1) / align * align);
}

static int call_slowly(lua_State *L, struct host_function *function)
{
    struct abx_value values[STACK_ARGUMENTS];
    struct made made[STACK_ARGUMENTS];
    struct call call = {.function = function, .values = values, .made = made};

    host_check_open(L, function->state);
    call.n = (size_t)lua_gettop(L) - 1;
    luaL_checkstack(L, 8, "arguments");
    if (call.n > STACK_ARGUMENTS) {
        call.values = push_values(L, call.n);
        call.made = lua_newuserdata(L, call.n * sizeof(*made));
    }
    memset(call.made, 0, call.n * sizeof(*made));
    for (size_t i = 0; i < call.n; i++)
        convert(L, &call, i);
    prepare_result(L, &call);
    return carry_out(L, &call);
}
