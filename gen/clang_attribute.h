/**
 * What attributes say of functions, variables and types.
 */
#ifndef ABX_GEN_CLANG_ATTRIBUTE_H
#define ABX_GEN_CLANG_ATTRIBUTE_H

#include <clang-c/Index.h>

#include "gen/attributes.h"
#include "gen/clang_source.h"
#include "gen/functions.h"

/* Adds what the attribute @cursor on the declaration @decl says to @function. */
void gen_attribute_read(const struct gen_sources *sources, struct gen_function *function,
                        CXCursor decl, CXCursor cursor, struct abx_arena *arena);

/* Adds what @text says of the function; false where the table has no word for it. */
bool gen_attribute_read_text(struct gen_function *function, CXCursor decl,
                             const char *text, struct abx_arena *arena);

/* Adds what the declaration @decl says besides: of its parameters, and in its type. */
void gen_attribute_read_declaration(const struct gen_sources *sources,
                                    struct gen_function *function, CXCursor decl,
                                    struct abx_arena *arena);

/*
 * Whether the union @decl is passed as its first member is. The parser marks the union
 * for the sake of a typedef too; compilers then mean the typedef alone.
 */
bool gen_attribute_is_transparent(const struct gen_sources *sources, CXCursor decl);
bool gen_attribute_makes_transparent(const struct gen_sources *sources, CXCursor def);

/*
 * Why a layout, or a call, can't be known: an attribute that libclang does not understand
 * and the target's compiler does. NULL if there is none. A constant.
 */
const char *gen_attribute_find_foreign(const struct gen_sources *sources, CXCursor decl);

#endif
