/*
 * The parser drops what it does not understand and shows much else without a name. Both
 * can still be read where they are written, behind the macros of the headers.
 */
#include "gen/clang_source.h"

#include <string.h>

#include "gen/expand.h"
#include "runtime/grammar.h"

static const struct gen_file_text *find_text(const struct gen_sources *sources,
                                             struct gen_location location)
{
    const struct gen_file_text *file =
        location.file && sources->texts
            ? gen_file_texts_find(sources->texts, location.file)
            : NULL;

    return file && file->text && location.offset <= file->size ? file : NULL;
}

static struct gen_location begin_of(CXCursor cursor)
{
    return gen_location_of(clang_getRangeStart(clang_getCursorExtent(cursor)));
}

static struct gen_location end_of(CXCursor cursor)
{
    return gen_location_of(clang_getRangeEnd(clang_getCursorExtent(cursor)));
}

struct gen_piece gen_source_from(const struct gen_sources *sources, CXCursor cursor)
{
    struct gen_location begin = begin_of(cursor);
    const struct gen_file_text *file = find_text(sources, begin);

    if (!file)
        return (struct gen_piece){"", ""};
    return (struct gen_piece){file->text + begin.offset, file->text + file->size};
}

struct gen_piece gen_source_behind(const struct gen_sources *sources, CXCursor cursor)
{
    struct gen_location end = end_of(cursor);
    const struct gen_file_text *file = find_text(sources, end);
    const char *begin, *semicolon;

    if (!file)
        return (struct gen_piece){"", ""};
    begin = file->text + end.offset;
    semicolon = memchr(begin, ';', file->size - end.offset);
    return (struct gen_piece){begin, semicolon ? semicolon : begin};
}

struct gen_piece gen_source_of(const struct gen_sources *sources, CXCursor cursor)
{
    struct gen_location begin = begin_of(cursor);
    const struct gen_file_text *file = find_text(sources, begin);
    struct gen_piece piece = gen_source_behind(sources, cursor);

    if (!file || end_of(cursor).file != begin.file || !*piece.begin)
        return (struct gen_piece){"", ""};
    piece.begin = file->text + begin.offset;
    return piece;
}

struct gen_piece gen_source_before(const struct gen_sources *sources, CXCursor cursor)
{
    struct gen_location begin = begin_of(cursor);
    const struct gen_file_text *file = find_text(sources, begin);

    if (!file)
        return (struct gen_piece){"", ""};
    return (struct gen_piece){file->text, file->text + begin.offset};
}

/* ---- names ---- */

bool gen_is_unnamed(CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    CXString spelling = clang_getCursorSpelling(cursor);
    const char *text = clang_getCString(spelling);
    /* libclang 16 and later spell unnamed records "struct (unnamed at …)" or by their
     * typedef. */
    bool is_unnamed = !text || !*text || strchr(text, '(') || strchr(text, ' ');

    clang_disposeString(spelling);
    if (is_unnamed || kind == CXCursor_FieldDecl)
        return is_unnamed;
    /* A USR holds "@S@tag" or "@E@tag" only if there is a tag; "@SA@name" is a typedef's
     * name. */
    spelling = clang_getCursorUSR(cursor);
    text = clang_getCString(spelling);
    is_unnamed =
        text && !strstr(text, "@S@") && !strstr(text, "@U@") && !strstr(text, "@E@");
    clang_disposeString(spelling);
    return is_unnamed || clang_Cursor_isAnonymous(cursor);
}

/* ---- words ---- */

static struct gen_piece next_word(struct gen_piece *rest)
{
    struct gen_piece word;

    while (rest->begin < rest->end && !abx_is_name_char(*rest->begin))
        rest->begin++;
    word = (struct gen_piece){rest->begin, rest->begin};
    while (word.end < rest->end && abx_is_name_char(*word.end))
        word.end++;
    rest->begin = word.end;
    return word;
}

/* As it stands, or as "__word__". */
static bool is_word(struct gen_piece piece, const char *word)
{
    size_t size = strlen(word), length = (size_t)(piece.end - piece.begin);

    if (length == size + 4 && !strncmp(piece.begin, "__", 2) &&
        !strncmp(piece.end - 2, "__", 2))
        return !strncmp(piece.begin + 2, word, size);
    return length == size && !strncmp(piece.begin, word, size);
}

static int find_word(struct gen_piece found, const char *const *words)
{
    for (int i = 0; words[i]; i++)
        if (is_word(found, words[i]))
            return i;
    return -1;
}

/* The same in what the macro at @from becomes. */
static int find_expanded(const struct gen_sources *sources, struct gen_piece from,
                         const char *const *words)
{
    struct abx_buffer text = {0};
    struct gen_piece rest;
    int index = -1;

    gen_expand_word(sources->macros, from.begin, from.end, &text);
    rest = (struct gen_piece){abx_buffer_text(&text), abx_buffer_text(&text) + text.size};
    while (index < 0 && rest.begin < rest.end)
        index = find_word(next_word(&rest), words);
    abx_buffer_finish(&text);
    return index;
}

int gen_source_find(const struct gen_sources *sources, struct gen_piece piece,
                    const char *const *words)
{
    struct gen_piece rest = piece;

    while (rest.begin < rest.end) {
        struct gen_piece found = next_word(&rest);
        int index = find_word(found, words);

        if (index < 0 && sources->macros &&
            abx_map_find(&sources->macros->map, found.begin,
                         (size_t)(found.end - found.begin)))
            index =
                find_expanded(sources, (struct gen_piece){found.begin, piece.end}, words);
        if (index >= 0)
            return index;
    }
    return -1;
}
