/**
 * How functions of a type are called.
 */
#ifndef ABX_GEN_CLANG_CONVENTION_H
#define ABX_GEN_CLANG_CONVENTION_H

#include <clang-c/Index.h>

#include "runtime/grammar.h"

/* The convention of the function type @type. Where the table has no word for it,
 * *@problemp says so; else it is NULL. */
enum abx_convention gen_convention_find(CXType type, const char **problemp);

#endif
