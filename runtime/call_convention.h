/**
 * Calling conventions as libffi knows them.
 */
#ifndef ABX_CALL_CONVENTION_H
#define ABX_CALL_CONVENTION_H

#include <ffi.h>

#include "runtime/type.h"

/*
 * libffi's word for how functions of @type are called here. Where it has none, *@whyp is
 * a phrase that goes on after the convention's word and a comma; the answer is false.
 */
bool abx_call_convention_find(const struct abx_type *type, ffi_abi *abip,
                              const char **whyp);

#endif
