/*
 * libclang shows most attributes without a name, so their text is looked at, where they
 * are written: headers hide them behind macros whose names say what they are (__nonnull
 * ((1, 2))).
 */
#include "gen/clang_attribute.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "gen/clang_unit.h"
#include "runtime/grammar.h"

struct attribute_text {
    const char *at;
    const char *end;
};

/* The text of the file from the attribute on. */
static struct attribute_text find_text(struct gen_reader *reader, CXCursor cursor)
{
    struct gen_location location =
        gen_location_of(clang_getRangeStart(clang_getCursorExtent(cursor)));
    const struct gen_file_text *file =
        location.file ? gen_file_texts_find(&reader->texts, location.file) : NULL;

    if (!file || !file->text || location.offset >= file->size)
        return (struct attribute_text){"", ""};
    return (struct attribute_text){file->text + location.offset, file->text + file->size};
}

static size_t word_size(struct attribute_text text)
{
    size_t size = 0;

    while (text.at + size < text.end &&
           (isalnum((unsigned char)text.at[size]) || text.at[size] == '_'))
        size++;
    return size;
}

/* Whether the word at the beginning contains @part, in any case. */
static bool word_contains(struct attribute_text text, const char *part)
{
    size_t size = word_size(text), part_size = strlen(part);

    for (size_t i = 0; i + part_size <= size; i++)
        if (!strncasecmp(text.at + i, part, part_size))
            return true;
    return false;
}

static gen_parameters pointer_parameters(CXCursor decl)
{
    CXType type = clang_getCursorType(decl);
    int n = clang_getNumArgTypes(type);
    gen_parameters all = 0;

    for (int i = 0; i < n && i < 64; i++) {
        enum CXTypeKind kind =
            clang_getCanonicalType(clang_getArgType(type, (unsigned)i)).kind;

        if (kind == CXType_Pointer || kind == CXType_ConstantArray ||
            kind == CXType_IncompleteArray || kind == CXType_FunctionProto ||
            kind == CXType_FunctionNoProto)
            all |= (gen_parameters)1 << i;
    }
    return all;
}

/* The numbers in the brackets behind the word; all pointers where there are none. */
static gen_parameters read_nonnull(struct attribute_text text, CXCursor decl)
{
    gen_parameters found = 0;
    int depth = 0;

    text.at += word_size(text);
    while (text.at < text.end && isspace((unsigned char)*text.at))
        text.at++;
    for (; text.at < text.end; text.at++) {
        if (*text.at == '(')
            depth++;
        else if (*text.at == ')')
            depth--;
        if (depth <= 0)
            break;
        if (isdigit((unsigned char)*text.at)) {
            char *end;
            unsigned long number = strtoul(text.at, &end, 10);

            if (number >= 1 && number <= 64)
                found |= (gen_parameters)1 << (number - 1);
            text.at = end - 1;
        }
    }
    return found ? found : pointer_parameters(decl);
}

static void read_symbol(struct gen_function *function, CXCursor cursor,
                        struct abx_arena *arena)
{
    const char *label = gen_take_string(arena, clang_getCursorSpelling(cursor));

    if (label && *label == '\1')
        label++;
    function->symbol = label && strcmp(label, function->name) != 0 ? label : NULL;
}

void gen_attribute_read(struct gen_reader *reader, struct gen_function *function,
                        CXCursor decl, CXCursor cursor)
{
    struct attribute_text text;

    if (clang_getCursorKind(cursor) == CXCursor_AsmLabelAttr) {
        read_symbol(function, cursor, &reader->job->functions.arena);
        return;
    }
    if (clang_getCursorKind(cursor) != CXCursor_UnexposedAttr)
        return;
    text = find_text(reader, cursor);
    if (word_contains(text, "nonnull") && !word_contains(text, "returns"))
        function->nonnull |= read_nonnull(text, decl);
    else if (word_contains(text, "noreturn"))
        function->is_noreturn = true;
}

static const struct {
    const char *word;
    const char *problem;
} foreign[] = {
    {"scalar_storage_order", "has scalar_storage_order, which libclang ignores"},
    {"gcc_struct", "has gcc_struct, which libclang ignores"},
    {"ms_struct", "has ms_struct, which libclang ignores"},
};

/* Whether a word stands in the text from @begin to @end, by itself. */
static bool has_word(const char *begin, const char *end, const char *word)
{
    size_t size = strlen(word);
    const char *at = begin;

    while ((at = memmem(at, (size_t)(end - at), word, size))) {
        bool begins = at == begin || !abx_is_name_char(at[-1]) || at[-1] == '_';

        if (begins &&
            (at + size == end || !abx_is_name_char(at[size]) || at[size] == '_'))
            return true;
        at += size;
    }
    return false;
}

const char *gen_attribute_find_foreign(struct gen_reader *reader, CXCursor record)
{
    CXSourceRange extent = clang_getCursorExtent(record);
    struct gen_location begin = gen_location_of(clang_getRangeStart(extent));
    struct gen_location end = gen_location_of(clang_getRangeEnd(extent));
    const struct gen_file_text *file =
        begin.file ? gen_file_texts_find(&reader->texts, begin.file) : NULL;
    const char *stop;

    if (!file || !file->text || end.file != begin.file || end.offset > file->size)
        return NULL;
    stop = memchr(file->text + end.offset, ';', file->size - end.offset);
    if (!stop)
        stop = file->text + end.offset;
    for (size_t i = 0; i < sizeof(foreign) / sizeof(*foreign); i++)
        if (has_word(file->text + begin.offset, stop, foreign[i].word))
            return foreign[i].problem;
    return NULL;
}
