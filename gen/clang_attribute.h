/**
 * What a function's attributes say: the symbol, parameters that may not be NULL,
 * noreturn.
 */
#ifndef ABX_GEN_CLANG_ATTRIBUTE_H
#define ABX_GEN_CLANG_ATTRIBUTE_H

#include <clang-c/Index.h>

#include "gen/clang_declare.h"

/* Adds what the attribute @cursor on @decl says to @function. */
void gen_attribute_read(struct gen_reader *reader, struct gen_function *function,
                        CXCursor decl, CXCursor cursor);

/*
 * Why the layout of a record can't be known: an attribute that libclang does not
 * understand and the target's compiler does. NULL if there is none. A constant.
 */
const char *gen_attribute_find_foreign(struct gen_reader *reader, CXCursor record);

#endif
