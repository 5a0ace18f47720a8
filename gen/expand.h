/**
 * What a use of a macro becomes. For attributes, which libclang shows without a name:
 * headers write them through macros, and only the expansion says what they are.
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

#endif
