/**
 * Which options a toolchain may have, for whoever makes a table with it or proves one.
 */
#ifndef ABX_TARGET_TOOLCHAIN_H
#define ABX_TARGET_TOOLCHAIN_H

#include "base/map.h"
#include "base/words.h"

/*
 * The first word of the command @words that is no option of a toolchain; NULL: there is none.
 * @macros: those that the compiler predefines, NULL before it was asked for them, when an
 * option that only some machines may have is taken for one.
 */
const char *abx_toolchain_find_stranger(const struct abx_words *words,
                                        const struct abx_map *macros);

#endif
