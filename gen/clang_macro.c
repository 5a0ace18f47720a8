/*
 * The text of a macro is taken from the file itself: one look instead of a token after
 * the other for each of thirteen thousand macros.
 */
#include "gen/clang_macro.h"

#include <stdlib.h>
#include <string.h>

struct collector {
    struct gen_reader *reader;
    struct gen_macros *macros;
    CXFile file; /* the last one, whose answers are kept: macros come in a file's order */
    bool is_spec;
    const char *text;
    size_t size;
};

static void change_file(struct collector *collector, CXFile file)
{
    collector->file = file;
    collector->is_spec = gen_is_spec_file(collector->reader, file);
    collector->text =
        clang_getFileContents(collector->reader->tu, file, &collector->size);
}

static void collect(struct collector *collector, CXCursor cursor)
{
    CXSourceRange range = clang_getCursorExtent(cursor);
    struct gen_location begin = gen_location_of(clang_getRangeStart(range));
    struct gen_location end = gen_location_of(clang_getRangeEnd(range));
    bool takes_arguments = clang_Cursor_isMacroFunctionLike(cursor);
    CXString spelling;
    size_t name_size;

    if (!begin.file)
        return; /* the compiler's own */
    if (begin.file != collector->file)
        change_file(collector, begin.file);
    if (collector->is_spec || !collector->text || end.offset > collector->size ||
        begin.offset > end.offset)
        return;
    spelling = clang_getCursorSpelling(cursor);
    name_size = strlen(clang_getCString(spelling));
    if (begin.offset + name_size <= end.offset)
        gen_macros_set(collector->macros, clang_getCString(spelling),
                       collector->text + begin.offset + name_size,
                       end.offset - begin.offset - name_size, takes_arguments);
    clang_disposeString(spelling);
}

static enum CXChildVisitResult visit_macro(CXCursor cursor, CXCursor parent,
                                           CXClientData data)
{
    (void)parent;
    if (clang_getCursorKind(cursor) == CXCursor_MacroDefinition)
        collect(data, cursor);
    return CXChildVisit_Continue;
}

void gen_macros_collect(struct gen_reader *reader, struct gen_macros *macros)
{
    struct collector collector = {.reader = reader, .macros = macros};

    clang_visitChildren(clang_getTranslationUnitCursor(reader->tu), visit_macro,
                        &collector);
}
