/**
 * Memory: objects of C, views of them, and what they keep alive.
 */
#ifndef ABX_LUA_MEMORY_H
#define ABX_LUA_MEMORY_H

#include "hosts/lua/type.h"

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

#endif
