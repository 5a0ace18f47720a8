/*
 * The text of a macro is taken from the file itself: one look instead of a token after
 * the other for each of thirteen thousand macros.
 */
#include "gen/clang_macro.h"

#include <string.h>

#include "gen/clang_file.h"

struct collector {
    struct gen_reader *reader;
    struct gen_macros *macros;
    CXFile file; /* the last one, whose answers are kept: macros come in a file's order */
    bool is_compilers; /* a header of libclang's own, such as float.h */
    const struct gen_file_text *text;
};

/*
 * The names that C17 gives to the compiler's own headers: float.h, limits.h, stddef.h,
 * stdint.h, stdbool.h, stdarg.h and iso646.h. Whatever else stands there differs from
 * version to version and belongs to no library.
 */
static bool is_standard(const char *name)
{
    static const char *const prefixes[] = {
        "CHAR_",  "DBL_",    "DECIMAL_DIG", "FLT_",   "INT",    "LDBL_",       "LLONG_",
        "LONG_",  "MB_LEN_", "PTRDIFF_",    "SCHAR_", "SHRT_",  "SIG_ATOMIC_", "SIZE_",
        "UCHAR_", "UINT",    "ULLONG_",     "ULONG_", "USHRT_", "WCHAR_",      "WINT_",
    };
    static const char *const words[] = {"NULL",    "offsetof", "bool",
                                        "true",    "false",    "va_arg",
                                        "va_copy", "va_end",   "va_start"};
    static const char *const later[] = {"_NORM_MAX", "_SNAN", "_IS_IEC_60559", "_WIDTH"};

    for (size_t i = 0; i < sizeof(later) / sizeof(*later); i++)
        if (strstr(name, later[i]))
            return false;
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (!strcmp(name, words[i]))
            return true;
    for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++)
        if (!strncmp(name, prefixes[i], strlen(prefixes[i])))
            return true;
    return false;
}

static void change_file(struct collector *collector, CXFile file)
{
    collector->file = file;
    collector->is_compilers = gen_is_resource_file(collector->reader->clang, file);
    collector->text = gen_file_texts_find(&collector->reader->texts, file);
}

static void collect(struct collector *collector, CXCursor cursor)
{
    CXSourceRange range = clang_getCursorExtent(cursor);
    struct gen_location begin = gen_location_of(clang_getRangeStart(range));
    struct gen_location end = gen_location_of(clang_getRangeEnd(range));
    bool takes_arguments = clang_Cursor_isMacroFunctionLike(cursor);
    struct gen_macro *macro = NULL;
    CXString spelling;
    size_t name_size;

    if (!begin.file)
        return; /* the compiler's own */
    if (begin.file != collector->file)
        change_file(collector, begin.file);
    if (!collector->text || !collector->text->text ||
        end.offset > collector->text->size || begin.offset > end.offset)
        return;
    spelling = clang_getCursorSpelling(cursor);
    name_size = strlen(clang_getCString(spelling));
    if (begin.offset + name_size <= end.offset &&
        (!collector->is_compilers || is_standard(clang_getCString(spelling))))
        macro = gen_macros_set(collector->macros, clang_getCString(spelling),
                               collector->text->text + begin.offset + name_size,
                               end.offset - begin.offset - name_size, takes_arguments);
    if (macro) {
        macro->file = begin.file;
        gen_origins_add(&collector->reader->job->origins, GEN_SPACE_MACRO, macro->name,
                        gen_file_of(collector->reader, begin.file));
    }
    clang_disposeString(spelling);
}

static enum CXChildVisitResult visit_macro(CXCursor cursor, CXCursor parent,
                                           CXClientData data)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    struct collector *collector = data;

    (void)parent;
    if (kind == CXCursor_MacroDefinition)
        collect(collector, cursor);
    else if (kind == CXCursor_InclusionDirective)
        gen_read_inclusion(collector->reader, cursor);
    return CXChildVisit_Continue;
}

static void visit_inclusion(CXFile file, CXSourceLocation *stack, unsigned n,
                            CXClientData data)
{
    struct collector *collector = data;
    const struct gen_file_text *text =
        gen_file_texts_find(&collector->reader->texts, file);

    (void)stack;
    (void)n;
    if (text && text->text)
        gen_macros_note_undefined(collector->macros, text->text, text->size);
}

void gen_macros_collect(struct gen_reader *reader, struct gen_macros *macros)
{
    struct collector collector = {.reader = reader, .macros = macros};

    clang_visitChildren(clang_getTranslationUnitCursor(reader->tu), visit_macro,
                        &collector);
    clang_getInclusions(reader->tu, visit_inclusion, &collector);
}

void gen_macros_forget_specs(struct gen_reader *reader, struct gen_macros *macros)
{
    for (size_t i = 0; i < macros->map.n_items; i++) {
        struct gen_macro *macro = macros->map.items[i].value;

        macro->is_done |= gen_is_spec_file(reader, (CXFile)macro->file);
    }
}
