/* A word ends at a space and nowhere else: commands here come without a shell's quotes. */
#include "base/words.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

bool abx_words_add(struct abx_words *words, const char *word)
{
    if (!ABX_ARRAY_RESERVE(words))
        return false;
    words->items[words->n_items++] = word;
    return true;
}

bool abx_words_split(struct abx_words *words, char *text)
{
    char *rest = NULL;

    for (char *word = strtok_r(text, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
        if (!abx_words_add(words, word))
            return false;
    return true;
}

void abx_words_finish(struct abx_words *words)
{
    free(words->items);
    *words = (struct abx_words){0};
}
