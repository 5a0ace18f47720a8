/**
 * Contracts held against the functions that they are of.
 */
#ifndef ABX_GEN_CLANG_CONTRACT_H
#define ABX_GEN_CLANG_CONTRACT_H

#include "gen/clang_declare.h"

/* Tells at @place where the contract of the function @name, declared at @cursor, speaks of a
 * result or of parameters that it does not have. */
void gen_check_contract(struct gen_reader *reader, CXCursor cursor, const char *name,
                        struct gen_place place);

#endif
