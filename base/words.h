/**
 * Words: a growing list of strings, as commands have them. The strings are the caller's.
 */
#ifndef ABX_BASE_WORDS_H
#define ABX_BASE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* Zeroed means empty and ready to use. */
struct abx_words {
    const char **items;
    size_t n_items;
    size_t capacity;
};

/* Adds a word, or the NULL that ends a command. False when out of memory. */
bool abx_words_add(struct abx_words *words, const char *word);

/* Adds the words of @text, which is cut at its spaces. False when out of memory. */
bool abx_words_split(struct abx_words *words, char *text);

/* Frees the list, not the words; it is empty and ready to use afterwards. */
void abx_words_finish(struct abx_words *words);

#endif
