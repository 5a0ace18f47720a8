/**
 * Inline functions that only call another one with what they got: "static inline time_t
 * time(time_t *when) { return _time64(when); }".
 */
#ifndef ABX_GEN_CLANG_FORWARD_H
#define ABX_GEN_CLANG_FORWARD_H

#include <clang-c/Index.h>

#include "base/arena.h"

/* The name of the function that @function's body calls and does nothing else, in @arena;
 * NULL: it has no body, or one that does more. */
const char *gen_forward_find(struct abx_arena *arena, CXCursor function);

#endif
