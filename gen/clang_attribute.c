/*
 * libclang shows most attributes without a name, so their text is looked at, where they
 * are written, with the macros expanded behind which headers put them.
 */
#include "gen/clang_attribute.h"

#include <stdlib.h>
#include <string.h>

#include "gen/clang_unit.h"
#include "gen/expand.h"
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

/* Where a word stands in a text, with or without underscores around it; NULL if it does
 * not. */
static const char *find_attribute(const char *text, const char *word)
{
    size_t size = strlen(word);

    for (const char *at = strstr(text, word); at; at = strstr(at + 1, word)) {
        const char *begin = at, *end = at + size;

        if (begin - text >= 2 && !strncmp(begin - 2, "__", 2) && !strncmp(end, "__", 2)) {
            begin -= 2;
            end += 2;
        }
        if ((begin == text || !abx_is_name_char(begin[-1])) && !abx_is_name_char(*end))
            return end;
    }
    return NULL;
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

/* The numbers in the brackets that follow; all pointers where there are none. */
static gen_parameters read_nonnull(const char *text, CXCursor decl)
{
    gen_parameters found = 0;

    text += strspn(text, " \t\n");
    if (*text != '(')
        return pointer_parameters(decl);
    for (text++; *text && *text != ')'; text++) {
        char *end;
        unsigned long number = strtoul(text, &end, 10);

        if (end == text)
            continue;
        if (number >= 1 && number <= 64)
            found |= (gen_parameters)1 << (number - 1);
        text = end - 1;
    }
    return found;
}

static void read_symbol(struct gen_function *function, CXCursor cursor,
                        struct abx_arena *arena)
{
    const char *label = gen_take_string(arena, clang_getCursorSpelling(cursor));

    if (label && *label == '\1')
        label++;
    function->symbol = label && strcmp(label, function->name) != 0 ? label : NULL;
}

/* What the text of an attribute says, its macros expanded. */
static void read_text(struct gen_reader *reader, struct gen_function *function,
                      CXCursor decl, struct attribute_text text)
{
    struct abx_buffer expanded = {0};
    const char *nonnull;

    gen_expand_word(reader->macros, text.at, text.end, &expanded);
    nonnull = find_attribute(abx_buffer_text(&expanded), "nonnull");
    if (nonnull)
        function->nonnull |= read_nonnull(nonnull, decl);
    if (find_attribute(abx_buffer_text(&expanded), "noreturn") ||
        find_attribute(abx_buffer_text(&expanded), "_Noreturn"))
        function->is_noreturn = true;
    if (expanded.failed)
        reader->job->out_of_memory = true;
    abx_buffer_finish(&expanded);
}

void gen_attribute_read(struct gen_reader *reader, struct gen_function *function,
                        CXCursor decl, CXCursor cursor)
{
    if (clang_getCursorKind(cursor) == CXCursor_AsmLabelAttr)
        read_symbol(function, cursor, &reader->job->functions.arena);
    else if (clang_getCursorKind(cursor) == CXCursor_UnexposedAttr)
        read_text(reader, function, decl, find_text(reader, cursor));
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
