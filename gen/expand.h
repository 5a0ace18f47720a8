/**
 * What a use of a macro becomes. For attributes, which libclang shows without a name:
 * headers write them through macros, and only the expansion says what they are. And for
 * names that macros put together.
 */
#ifndef ABX_GEN_EXPAND_H
#define ABX_GEN_EXPAND_H

#include "base/buffer.h"
#include "gen/macro.h"

/*
 * Writes the first word of the text from @text to @end, with the brackets behind it if
 * they are its arguments, expanded until no macro is left or it becomes too long or too
 * deep.
 */
void gen_expand_word(const struct gen_macros *macros, const char *text, const char *end,
                     struct abx_buffer *out);

/*
 * The name that a macro becomes by the use of one with arguments: CreateFileW where
 * CreateFile is NAME_AW(CreateFile). NULL if it becomes anything else.
 */
const char *gen_expand_name(const struct gen_macros *macros,
                            const struct gen_macro *macro, struct abx_arena *arena);

#endif
