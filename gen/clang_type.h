/**
 * C types in the notation of the table.
 */
#ifndef ABX_GEN_CLANG_TYPE_H
#define ABX_GEN_CLANG_TYPE_H

#include <clang-c/Index.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/map.h"
#include "gen/clang_source.h"
#include "gen/platform.h"

struct gen_types {
    const struct gen_platform *platform;
    struct gen_sources sources;
    struct abx_arena arena;
    struct abx_map
        names; /* unnamed record or enum (by USR) -> the typedef that names it */
    struct abx_map tags;    /* "struct X" and "union X" that were referred to */
    struct abx_map omitted; /* typedefs and tags ("struct X") that can't be written */
    bool is_behind_pointer; /* a record that is written now need not be complete */
    const char *problem;    /* why the last type can't be written; NULL: it can */
    bool out_of_memory;
};

/* Whether @name means something else in the table than a typedef. */
bool gen_type_is_reserved(const char *name);

/* Writes @type. What the table can't express sets types->problem; the output is then of
 * no use. */
void gen_type_put(struct gen_types *types, struct abx_buffer *out, CXType type);

/* Writes the type of a function declaration, with the names of its parameters. */
void gen_type_put_function(struct gen_types *types, struct abx_buffer *out,
                           CXCursor function);

/* Writes what follows a tag: "12 1 {0 u32 events; …}". */
void gen_type_put_layout(struct gen_types *types, struct abx_buffer *out, CXType record);

/* Writes what follows an enum's tag: "u32 {EPOLLIN …}". */
void gen_type_put_enumerators(struct gen_types *types, struct abx_buffer *out,
                              CXCursor decl);

/* The integer type behind @type as a builtin's word ("u64"); NULL if it is none. */
const char *gen_type_integer(const struct gen_types *types, CXType type);

/* The same for floating types; NULL if it is none. */
const char *gen_type_float(const struct gen_types *types, CXType type);

/* Remembers that the typedef @name names the unnamed @decl; the first one stays. */
void gen_type_name_unnamed(struct gen_types *types, CXCursor decl, const char *name);

/* The typedef that names an unnamed record or enum; NULL if none does. */
const char *gen_type_find_name(const struct gen_types *types, CXCursor decl);

void gen_types_finish(struct gen_types *types);

#endif
