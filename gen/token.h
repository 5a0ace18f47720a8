/**
 * Pieces of C's text.
 */
#ifndef ABX_GEN_TOKEN_H
#define ABX_GEN_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

/* Whether @c may stand in a name or number. */
bool gen_is_word_char(char c);

/* Whether a comment begins at @at, and the end of one that does. */
bool gen_is_comment(const char *at, const char *end);
const char *gen_skip_comment(const char *at, const char *end);

/*
 * The next word, literal or single character of the text without comments at *@atp, which
 * moves behind it; false at the end.
 */
bool gen_token_next(const char **atp, const char **tokenp, size_t *sizep);

bool gen_token_is(const char *token, size_t size, const char *word);

#endif
