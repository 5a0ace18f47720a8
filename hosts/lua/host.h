/**
 * The Lua host, as its files see each other.
 *
 * Each kind of object has a file. What is found in a table (Table, Names, Type, Function) is
 * kept by the registry and ends with the state, as the tables do: C may keep the addresses of
 * callbacks, and nobody would know when it is done with them. Memory, Pointer and Callback
 * are collected as all else in Lua; what they need to live is in their companion, a table
 * (uservalue; environment in Lua 5.1).
 *
 * Nothing of the runtime is held where Lua may raise an error but in a userdata that ends
 * it: first the userdata is made, then what goes into it.
 */
#ifndef ABX_LUA_HOST_H
#define ABX_LUA_HOST_H

#include <pthread.h>
#include <stdatomic.h>

#include "hosts/lua/compat.h"
#include "runtime/abidex.h"

/* ---- objects ---- */

/* lua_error does not return, which lua.h does not say. */
#define HOST_RAISE(L)                                                                    \
    do {                                                                                 \
        lua_error(L);                                                                    \
        __builtin_unreachable();                                                         \
    } while (0)

enum host_kind {
    HOST_STATE,
    HOST_TABLE,
    HOST_NAMES,
    HOST_TYPE,
    HOST_FUNCTION,
    HOST_MEMORY,
    HOST_POINTER,
    HOST_CALLBACK,
    HOST_INTEGER,
    HOST_OUT,
    HOST_MEMBER,
    HOST_N_KINDS
};

/* Each object begins with the address of its kind's mark, which nobody else's begins with. The
 * same address is the key of the kind's metatable in the registry. */
extern const char host_marks[HOST_N_KINDS];

struct host_object {
    const char *mark;
};

/* The object at @index if it is of a kind; else NULL. */
static inline void *host_test(lua_State *L, int index, enum host_kind kind)
{
    struct host_object *object = lua_touserdata(L, index);

    if (object == NULL || host_raw_size(L, index) < sizeof(*object) ||
        object->mark != &host_marks[kind])
        return NULL;
    return object;
}

/* The same; raises an error where it is none. */
void *host_check(lua_State *L, int index, enum host_kind kind);

/* Whether it is one of any kind. */
static inline bool host_is_object(lua_State *L, int index)
{
    const struct host_object *object = lua_touserdata(L, index);

    return object != NULL && host_raw_size(L, index) >= sizeof(*object) &&
           object->mark >= host_marks && object->mark < host_marks + HOST_N_KINDS;
}

/* What @index is, for messages: "a string", "an abidex.Memory". */
const char *host_describe(lua_State *L, int index);

/* The integer at @index, from @least to @most; raises an error that says @what is expected. */
int64_t host_check_integer(lua_State *L, int index, int64_t least, int64_t most,
                           const char *what);

/* Pushes a new object of @size bytes, zeroed, with the metatable of its kind. */
void *host_new(lua_State *L, enum host_kind kind, size_t size);

/* With room to spare: what is put into a metatable first is found where Lua looks first. */
enum { HOST_METATABLE_SIZE = 16 };

/* Makes the metatable of a kind: @functions, "__name", and a "__metatable" that hides it. */
void host_make_metatable(lua_State *L, enum host_kind kind, const luaL_Reg *functions);

/* Puts functions into the table on the top, each with the value on the top of that as its
 * upvalue if @has_upvalue, which is popped. */
void host_set_functions(lua_State *L, const luaL_Reg *functions, bool has_upvalue);

/* ---- the state ---- */

enum { HOST_N_ERRORS = 8, HOST_NO_REFERENCE = LUA_NOREF };

/* A coroutine that signals interrupt, and the hook that it had before. */
struct host_hook {
    lua_State *thread; /* NULL: none yet */
    lua_Hook found;
    int mask;
    int count;
    bool is_set;
};

/* Where C was entered. A callback that C calls again and again has its function on the stack
 * there, with what the last call left on top of it. */
struct host_frame {
    lua_State *thread; /* NULL: C was not entered from Lua */
    bool is_handlers;  /* a handler runs: what is on the stack is whosever it calls */
    int64_t number;    /* of the callback; 0: none is there yet */
    int place;         /* of its function */
};

/* What the module has for each state of Lua. */
struct host_state {
    struct host_object object;
    struct abx_context *context; /* NULL when the state closes and it is gone */
    pthread_t owner;             /* of the context: the thread that used the state last */
    struct host_frame frame;
    lua_State *spare; /* for callbacks that come while none is running */
    struct host_table *tables;
    struct host_memory *memory;    /* all: Lua forgets what is made while it closes */
    struct host_handler *handlers; /* all that C may come to */
    size_t n_unseen;   /* bytes of memory that Lua's collector does not know of */
    unsigned n_inside; /* handlers that run now */
    int64_t n_callbacks;
    int functions; /* reference of a weak table: number of a callback → its function */
    int errors;    /* of a table: what handlers raised, until it is raised again */
    int signals;   /* of a table: number → handler; 0 → the coroutine of seen */
    int opened;    /* of a table: name → Table */
    int error_metatable;
    bool watches;           /* there are handlers of signals, or were */
    atomic_bool is_hooking; /* it changes hooks */
    struct host_hook main;
    struct host_hook seen; /* the last that called, if there are handlers of signals */
};

/* Has the thread that uses the state now own the context; raises an error where another one
 * is in C. */
void host_change_thread(lua_State *L, struct host_state *state);

/*
 * From here on callbacks run in @L, in the frame of the function of C that calls this. What it
 * returns is for host_leave.
 */
static inline struct host_frame host_enter(lua_State *L, struct host_state *state)
{
    struct host_frame outer = state->frame;

    if (!pthread_equal(state->owner, pthread_self()))
        host_change_thread(L, state);
    state->frame = (struct host_frame){.thread = L};
    return outer;
}

static inline void host_leave(struct host_state *state, struct host_frame outer)
{
    state->frame = outer;
}

/* Pushes the state's object, made the first time. */
struct host_state *host_state_open(lua_State *L);

/* NULL where the module was not loaded. */
struct host_state *host_state_find(lua_State *L);

/* Raises an error where the state is closing. */
void host_check_open(lua_State *L, const struct host_state *state);

/* Has the collector look at memory that it does not know of, if that is much by now. */
void host_count_memory(lua_State *L, struct host_state *state, size_t size);

/* ---- errors ---- */

/* Pushes where the script is: "file:line: ". */
void host_where(lua_State *L);

/* Raises what the runtime answered: an error object for a failure of C, what a handler
 * raised as it was, and else a string. */
__attribute__((noreturn)) int host_raise(lua_State *L, struct host_state *state,
                                         int status, struct abx_error *err);

/* Raises a message with the place of the script in front. */
__attribute__((noreturn)) int host_error(lua_State *L, const char *format, ...);

/* Keeps the error on the top of the stack, and pops it, until what the runtime answers with
 * @err is raised. It raises none itself. */
int host_keep_error(lua_State *L, struct host_state *state, struct abx_error *err);

void host_error_open(lua_State *L, struct host_state *state);
int host_try(lua_State *L);

/* ---- tables and types ---- */

struct host_table {
    struct host_object object;
    struct host_state *state;
    struct abx_table *table;
    struct host_table *next;
    int self;
    int names;     /* references of tables: name → function or constant */
    int types;     /* address of the type → Type */
    int variables; /* name → Memory */
    int callbacks; /* address of the type → function → Callback: what C has kept */
    int kept;      /* address of a pointer in foreign memory → what it leads to */
};

int host_open(lua_State *L);
void host_table_push(lua_State *L, const struct host_table *table);

/* Makes the mappings types, functions, constants and variables fields of the table on the top of
 * the stack. */
void host_names_add(lua_State *L, struct host_table *table);
void host_names_open(lua_State *L);

/* Gives the metatable on the top of the stack a __pairs that lists the names of a table. */
void host_names_add_pairs(lua_State *L);

/* Pushes what a name of the table is; false: there is none, @err says why. */
bool host_push_function(lua_State *L, struct host_table *table, const char *name,
                        struct abx_error *err);
bool host_push_constant(lua_State *L, struct host_table *table, const char *name,
                        struct abx_error *err);
bool host_push_variable(lua_State *L, struct host_table *table, const char *name,
                        struct abx_error *err);
bool host_push_type_named(lua_State *L, struct host_table *table, const char *name,
                          struct abx_error *err);

/* How objects of a type are read and written without the runtime. */
enum host_scalar {
    HOST_OTHER,
    HOST_I8,
    HOST_I16,
    HOST_I32,
    HOST_I64,
    HOST_U8,
    HOST_U16,
    HOST_U32,
    HOST_U64,
    HOST_BOOL,
    HOST_F32,
    HOST_F64,
    HOST_ADDRESS
};

/* What a pointer becomes in Lua. */
enum host_pointee {
    HOST_POINTEE_UNKNOWN, /* not looked at yet */
    HOST_POINTEE_OPAQUE,  /* a Pointer */
    HOST_POINTEE_TEXT,    /* a string */
    HOST_POINTEE_OBJECT,  /* Memory of one object */
    HOST_POINTEE_CODE     /* a Pointer; takes functions */
};

/* A name and its member, where that is looked for first: both are in the table of members. */
struct host_recent {
    const void *name;
    const struct host_member *member;
};
enum { HOST_N_RECENT = 16 };

struct host_type {
    struct host_object object;
    struct host_table *table;
    const struct abx_type *type;
    const struct abx_type *plain; /* behind typedefs */
    enum abx_type_kind kind;      /* of plain */
    enum host_scalar scalar;
    bool is_fixed;             /* const, itself or its elements */
    enum host_pointee pointee; /* of a pointer: host_type_pointee */
    struct host_type *target;  /* of a pointer or array, once it was asked for */
    int metatable;             /* reference: of Memory of this type; 0: not made yet */
    struct host_recent recent[HOST_N_RECENT]; /* by the name's identity */
};

static inline struct host_recent *host_recent(struct host_type *type, const void *name)
{
    return &type->recent[((uintptr_t)name >> 4) % HOST_N_RECENT];
}

static inline bool host_type_is_array(const struct host_type *type)
{
    return type->kind == ABX_TYPE_ARRAY || type->kind == ABX_TYPE_COMPLEX;
}

/* Whether what is read of the type is a view of it. */
static inline bool host_type_is_viewed(const struct host_type *type)
{
    return type->kind == ABX_TYPE_STRUCT || type->kind == ABX_TYPE_UNION ||
           type->kind == ABX_TYPE_VA_LIST || host_type_is_array(type);
}

/* The Type of a type, which stays; pushes nothing. */
struct host_type *host_type_find(lua_State *L, struct host_table *table,
                                 const struct abx_type *type);
struct host_type *host_type_push(lua_State *L, struct host_table *table,
                                 const struct abx_type *type);

/* What a pointer type leads to. */
enum host_pointee host_type_pointee(lua_State *L, struct host_type *type);

/* Of a pointer or array; NULL: nothing that the table knows. */
struct host_type *host_type_target(lua_State *L, struct host_type *type);

/* Pushes the C declaration of a type. */
void host_type_push_name(lua_State *L, struct host_table *table,
                         const struct abx_type *type);

/* Pushes a type in the notation of the table, and what is to be known of a function. */
void host_type_push_notation(lua_State *L, const struct abx_type *type);
void host_function_push_text(lua_State *L, const struct abx_function *function);
void host_type_open(lua_State *L);

/* ---- memory ---- */

struct host_memory {
    struct host_object object;
    struct host_type *type;    /* of one object */
    struct abx_memory *memory; /* NULL: closed */
    struct abx_memory *ended;  /* closed while C may have been using it */
    struct host_type *element; /* of what [i] selects */
    size_t n_elements;
    size_t element_size;
    struct host_memory *root; /* itself; or what owns the bytes, held by the companion */
    const struct abx_type *pointer; /* what led here: a string may begin there */
    bool is_owned;                  /* its bytes end with it */
    bool is_writable;               /* what is stored needs no look at const */
    bool is_several;                /* objects, none or more than one */
    bool is_passed; /* made for an argument: its functions are kept as if they were it */
    bool has_companion;
    struct host_memory **previousp; /* in the state's list; NULL: in none */
    struct host_memory *next;
};

/* Where something is in memory of a type: a member, by its name or a path. */
struct host_member {
    struct host_object object;
    struct abx_member member;
    struct host_type *type;
    enum host_scalar scalar; /* HOST_OTHER for bit-fields */
    bool is_fixed;
    const void
        *name; /* identity of the string in the table of members; NULL: it is not there */
    char path[]; /* terminated */
};

/* Pushes Memory that is empty yet, for objects of @type. */
struct host_memory *host_memory_push(lua_State *L, struct host_type *type);

/* What is in it now: sets element, n_elements and so on. */
void host_memory_fill(lua_State *L, struct host_memory *memory);

/* Pushes new memory for objects. */
struct host_memory *host_memory_create(lua_State *L, struct host_type *type,
                                       size_t count);

/* Pushes a view of objects that somebody else owns. */
struct host_memory *host_memory_view(lua_State *L, struct host_type *type, void *address,
                                     size_t count);

/* Pushes the companion of the Memory at @index, made when it is first needed. */
void host_memory_push_companion(lua_State *L, int index);

/* Has the Memory at @index keep the one at @owner, of which it is a part, alive. */
void host_memory_own(lua_State *L, int index, int owner);

/* Its bytes; raises an error where they are gone. */
unsigned char *host_memory_bytes(lua_State *L, const struct host_memory *memory);

/* The Memory at @index, whose bytes are there. */
struct host_memory *host_memory_check(lua_State *L, int index);

/* Stores the value at @index into the whole of the Memory at @at. */
void host_memory_assign(lua_State *L, int at, int index);

/* Pushes the object of @type that begins at @bytes; false: the runtime knows how. */
bool host_load(lua_State *L, struct host_type *type, const void *bytes);

/* Stores a number, and tells whether it could: else all rules are to be asked. */
bool host_store(lua_State *L, enum host_scalar scalar, int index, void *bytes);

/* Keeps what the value at @index is alive for the pointer at @slot in the Memory at @at;
 * index 0: nothing any more. */
void host_keep(lua_State *L, int at, const void *slot, int index);

/* Has the Memory or Pointer below the top keep what is on the top alive, which is popped. Where
 * that is memory which has the bytes, they are a part of it from then on. */
void host_hold(lua_State *L);

/* Has what is on the top, to which the pointer at @slot in the Memory at @at led, hold what
 * is kept for that pointer. */
void host_hold_kept(lua_State *L, int at, const void *slot);

/* Pushes what the Pointer at @index holds, and tells whether it does. */
bool host_push_held_by(lua_State *L, int index);

/* Whether the pointer that was made of the value at @index leads to what has to be kept. */
bool host_is_kept(lua_State *L, int index, const struct abx_value *value);

/* Keeps for the copy of the Memory at @from that is at @bytes in the Memory at @at what is
 * kept for the original; what was there before, no more. */
void host_keep_copy(lua_State *L, int at, const unsigned char *bytes, int from);

/* Pushes the Member that the string at @index names in memory of a type, or raises an error.
 * @cache: index of the table that has those that were asked for */
struct host_member *host_member_find(lua_State *L, struct host_type *type, int index,
                                     int cache);
void host_member_open(lua_State *L);

/* Ends what is in it; it stays as one that was closed. */
void host_memory_close(struct host_memory *memory);

/* Pushes what the Memory at @at holds: a scalar as its value, all else as the Memory. */
void host_memory_push_content(lua_State *L, int at);

/* Pushes what is in the Memory at @index, whose bytes are there, as text. */
void host_memory_push_text(lua_State *L, int index);

/* __index and __newindex; the upvalues are the table of members and the type. */
int host_memory_index(lua_State *L);
int host_memory_set(lua_State *L);
void host_memory_open(lua_State *L);

/* ---- values ---- */

struct host_pointer {
    struct host_object object;
    struct host_table *table;
    const struct abx_type *type; /* of the pointer; NULL: not known */
    void *address;
    bool is_freed; /* what it leads to, by a function that was given it */
    bool holds;    /* its companion has what it leads to */
};

/* Where it leads; raises an error where that was freed. */
void *host_pointer_address(lua_State *L, const struct host_pointer *pointer);

void host_pointer_push(lua_State *L, struct host_table *table,
                       const struct abx_type *type, void *address);
void host_pointer_open(lua_State *L);

/* An integer of 64 bits that Lua's numbers don't hold. */
struct host_integer {
    struct host_object object;
    bool is_negative;
    uint64_t bits;
};

void host_push_integer(lua_State *L, int64_t number);
void host_push_unsigned(lua_State *L, uint64_t number);
int host_integer_new(lua_State *L);
void host_integer_open(lua_State *L);

/* Whom a refusal blames, and what a value is to become. */
struct host_wanted {
    struct host_table *table;
    const struct abx_type *type; /* NULL: an argument behind the last parameter */
    const struct abx_function *function;
    size_t number;                    /* of the argument, from 1 */
    const char *name;                 /* of a member; NULL with a function */
    const struct host_memory *memory; /* of the member; or NULL */
    const unsigned char *slot;        /* where it is stored in there */
    bool is_result;                   /* of a callback */
};

/* Raises "open: argument 2 (oflag) " and the message. */
__attribute__((noreturn)) int host_refuse(lua_State *L, const struct host_wanted *wanted,
                                          const char *format, ...);

/*
 * The value at @index as a tagged one. Where an object has to be made for it (a record for a
 * table), it is pushed, and stays on the stack as long as the value is used.
 */
void host_to_value(lua_State *L, int index, const struct host_wanted *wanted,
                   struct abx_value *value);

/* Pushes a value of the runtime. @is_constant: pointers are not looked through. Memory is a
 * constant's, and stays the table's; where it is not, who calls has an object for it. */
void host_push_value(lua_State *L, struct host_table *table,
                     const struct abx_value *value, bool is_constant);

/* Pushes a pointer, as what it leads to says. */
void host_push_address(lua_State *L, struct host_type *type, void *address);

/* The address that the value at @index is: of a Pointer, Callback, or an integer. */
void *host_check_address(lua_State *L, int index);

int host_sizeof(lua_State *L);
int host_typeof(lua_State *L);
int host_address(lua_State *L);
int host_string(lua_State *L);
int host_bytes(lua_State *L);

/* ---- functions ---- */

struct host_out {
    struct host_object object;
    size_t count; /* 0: one object, which becomes its value */
};

/* What memory a pointer takes without more questions. */
struct host_parameter {
    const struct abx_type *pointee; /* NULL: none */
    const struct abx_type *taken;   /* another that the runtime took once */
    size_t size;                    /* bytes that it has to have at least */
    bool takes_any;                 /* of whatever type */
    bool is_fixed;                  /* what is const, too */
};

struct host_function {
    struct host_object object;
    struct host_state *state;
    struct host_table *table;
    const struct abx_function *function;
    const struct abx_image *image;
    struct host_type *type;
    struct host_type *result;
    enum host_scalar result_scalar;
    bool is_result_new; /* the caller has to free it */
    bool has_extents;   /* strings have to be as long as something says */
    bool is_result_memory;
    bool is_void;
    bool frees_on_success;
    size_t frees; /* number of the parameter whose memory it frees; 0: none */
    struct host_parameter parameters[]; /* one for each place of the image */
};

/* Pushes a Function for what was found. */
void host_function_push(lua_State *L, struct host_table *table,
                        const struct abx_function *found);
void host_function_open(lua_State *L);
int host_function_call(lua_State *L);
int host_out(lua_State *L);

/* ---- callbacks ---- */

/* What C comes to. It is the runtime's until that says that nobody is in it: a function may
 * close its own callback, or let it be collected. */
struct host_handler {
    struct host_state *state;
    struct host_table *table;
    struct abx_callback *callback;
    struct host_type *type; /* of the function, or of a pointer to it */
    struct host_type *result;
    int64_t number;
    bool is_simple; /* numbers only, for which Lua needs no memory */
    bool is_void;
    size_t n_parameters;
    struct host_handler **previousp; /* in the state's list */
    struct host_handler *next;
};

struct host_callback {
    struct host_object object;
    struct host_state *state;
    struct host_table *table;
    struct abx_callback *callback; /* NULL: closed */
    struct host_handler *handler;  /* there as long as the callback */
};

/* Pushes a Callback of @type for the function at @index. */
struct host_callback *host_callback_create(lua_State *L, struct host_type *type,
                                           int index, enum abx_callback_mode mode);
void host_callback_close(lua_State *L, struct host_callback *callback);

/* Pushes the one that @table keeps for the function at @index. */
struct host_callback *host_callback_kept(lua_State *L, struct host_type *type, int index);

/* Whether the value at @index can be called. */
bool host_is_callable(lua_State *L, int index);
void host_callback_open(lua_State *L);

/* ---- signals ---- */

/* Has signals interrupt this coroutine from now on, too. */
void host_see_coroutine(lua_State *L, struct host_state *state);

static inline void host_see(lua_State *L, struct host_state *state)
{
    if (state->watches && state->seen.thread != L)
        host_see_coroutine(L, state);
}

void host_signal_open(lua_State *L, struct host_state *state);

/* No signal of @context leads to the state any more. */
void host_signal_end(lua_State *L, struct host_state *state, struct abx_context *context);
int host_handle_signal(lua_State *L);
int host_restore_signal(lua_State *L);
int host_set_wakeup(lua_State *L);
int host_dispatch(lua_State *L);

#endif
