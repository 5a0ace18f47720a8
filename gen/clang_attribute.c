/*
 * libclang shows most attributes without a name, so their text is looked at, where they
 * are written, with the macros expanded behind which headers put them. Those that it does
 * not understand it drops: where one would change a layout or a call, nothing that stands
 * on it can be told.
 */
#include "gen/clang_attribute.h"

#include <stdlib.h>
#include <string.h>

#include "gen/clang_type.h"
#include "gen/expand.h"
#include "runtime/grammar.h"

/* ---- functions ---- */

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

static void read_symbol(struct gen_function *function, CXCursor cursor,
                        struct abx_arena *arena)
{
    const char *label = gen_take_string(arena, clang_getCursorSpelling(cursor));

    if (label && *label == '\1')
        label++;
    function->symbol = label && strcmp(label, function->name) != 0 ? label : NULL;
}

/* "[[gnu::malloc]]" is "malloc". */
static struct gen_piece skip_vendor(struct gen_piece piece)
{
    static const char *const vendors[] = {"gnu::", "__gnu__::", "clang::", "_Clang::"};

    for (size_t i = 0; i < sizeof(vendors) / sizeof(*vendors); i++)
        if ((size_t)(piece.end - piece.begin) > strlen(vendors[i]) &&
            !strncmp(piece.begin, vendors[i], strlen(vendors[i])))
            piece.begin += strlen(vendors[i]);
    return piece;
}

/* What the text of an attribute says, its macros expanded. */
static void read_text(const struct gen_sources *sources,
                      struct gen_attributes *attributes, CXCursor cursor,
                      struct abx_arena *arena)
{
    struct gen_piece piece = skip_vendor(gen_source_from(sources, cursor));
    struct abx_buffer expanded = {0};

    gen_expand_word(sources->macros, piece.begin, piece.end, &expanded);
    gen_attributes_read(attributes, abx_buffer_text(&expanded), arena);
    if (expanded.failed)
        attributes->out_of_memory = true;
    abx_buffer_finish(&expanded);
}

/* "nonnull" alone speaks of all pointers. */
static void settle(struct gen_attributes *attributes, CXCursor decl)
{
    if (attributes->is_nonnull)
        attributes->nonnull |= pointer_parameters(decl);
    attributes->is_nonnull = false;
}

void gen_attribute_read(const struct gen_sources *sources, struct gen_function *function,
                        CXCursor decl, CXCursor cursor, struct abx_arena *arena)
{
    struct gen_attributes *attributes = &function->attributes;

    if (clang_getCursorKind(cursor) == CXCursor_AsmLabelAttr)
        read_symbol(function, cursor, arena);
    else if (clang_getCursorKind(cursor) == CXCursor_WarnUnusedResultAttr)
        attributes->wants_check = true;
    else if (clang_getCursorKind(cursor) == CXCursor_UnexposedAttr)
        read_text(sources, attributes, cursor, arena);
    settle(attributes, decl);
}

bool gen_attribute_read_text(struct gen_function *function, CXCursor decl,
                             const char *text, struct abx_arena *arena)
{
    bool is_known = gen_attributes_read(&function->attributes, text, arena);

    settle(&function->attributes, decl);
    return is_known;
}

/* ---- declarations ---- */

/* The attributes of a parameter. */
struct parameter {
    const struct gen_sources *sources;
    struct gen_attributes attributes;
    struct abx_arena *arena;
};

static enum CXChildVisitResult visit_parameter(CXCursor cursor, CXCursor parent,
                                               CXClientData data)
{
    struct parameter *parameter = data;

    (void)parent;
    if (clang_getCursorKind(cursor) == CXCursor_UnexposedAttr)
        read_text(parameter->sources, &parameter->attributes, cursor, parameter->arena);
    return CXChildVisit_Continue;
}

/* C's "int p[static 4]": libclang tells the length, and the rest in the spelling. */
static void read_static(struct gen_attributes *attributes, CXCursor decl, unsigned index,
                        struct abx_arena *arena)
{
    CXType type = clang_getCursorType(decl);
    CXString spelling;

    if (type.kind != CXType_ConstantArray)
        return;
    spelling = clang_getTypeSpelling(type);
    if (strstr(clang_getCString(spelling), "static ")) {
        attributes->nonnull |= (gen_parameters)1 << index;
        if (clang_getArraySize(type) > 0)
            gen_attributes_add_least(attributes, index + 1,
                                     (unsigned long long)clang_getArraySize(type), arena);
    }
    clang_disposeString(spelling);
}

static void read_parameters(const struct gen_sources *sources,
                            struct gen_attributes *attributes, CXCursor decl,
                            struct abx_arena *arena)
{
    int n = clang_Cursor_getNumArguments(decl);

    for (int i = 0; i < n && i < 64; i++) {
        CXCursor argument = clang_Cursor_getArgument(decl, (unsigned)i);
        struct parameter parameter = {.sources = sources, .arena = arena};

        clang_visitChildren(argument, visit_parameter, &parameter);
        if (parameter.attributes.is_nonnull)
            attributes->nonnull |= (gen_parameters)1 << i;
        read_static(attributes, argument, (unsigned)i, arena);
        attributes->out_of_memory |= parameter.attributes.out_of_memory;
    }
}

/* GCC's noreturn is part of the type, and shows only in its spelling: behind the
 * parameters, before other attributes perhaps. Where a function is returned, it may be that
 * one's as well, and nothing is said. */
static bool is_noreturn(CXCursor function)
{
    static const char attribute[] = "__attribute__((noreturn))";
    CXType result = clang_getCanonicalType(clang_getCursorResultType(function));
    CXString spelling;
    const char *at;
    bool is_part = false;

    while (result.kind == CXType_Pointer)
        result = clang_getCanonicalType(clang_getPointeeType(result));
    if (result.kind == CXType_FunctionProto || result.kind == CXType_FunctionNoProto)
        return false;
    spelling = clang_getTypeSpelling(clang_getCursorType(function));
    at = clang_getCString(spelling);

    while (!is_part && (at = strstr(at, attribute))) {
        at += sizeof(attribute) - 1;
        is_part = !*at || !strncmp(at, " __attribute__", 14);
    }
    clang_disposeString(spelling);
    return is_part;
}

/* The text that tells what to use instead; NULL where there is none. */
static const char *find_message(CXCursor decl, struct abx_arena *arena)
{
    CXString message = {0}, unavailable = {0};
    int is_deprecated, is_unavailable;
    const char *text;
    const char *copy = NULL;

    clang_getCursorPlatformAvailability(decl, &is_deprecated, &message, &is_unavailable,
                                        &unavailable, NULL, 0);
    text = clang_getCString(message);
    if (text && *text)
        copy = abx_arena_copy(arena, text, strlen(text));
    clang_disposeString(message);
    clang_disposeString(unavailable);
    return copy;
}

void gen_attribute_read_declaration(const struct gen_sources *sources,
                                    struct gen_function *function, CXCursor decl,
                                    struct abx_arena *arena)
{
    struct gen_attributes *attributes = &function->attributes;

    if (clang_getCursorAvailability(decl) == CXAvailability_Deprecated) {
        attributes->is_deprecated = true;
        if (!attributes->message)
            attributes->message = find_message(decl, arena);
    }
    if (function->is_variable)
        return;
    attributes->is_noreturn |= is_noreturn(decl);
    attributes->returns_twice |= gen_attributes_is_setjmp(function->name);
    read_parameters(sources, attributes, decl, arena);
}

/* ---- transparent unions ---- */

static const char *const transparent[] = {"transparent_union", NULL};

struct search {
    const struct gen_sources *sources;
    struct gen_piece found; /* the text that begins with the attribute */
};

static enum CXChildVisitResult visit_union(CXCursor cursor, CXCursor parent,
                                           CXClientData data)
{
    struct search *search = data;
    struct gen_piece piece;
    struct abx_buffer text = {0};

    (void)parent;
    if (clang_getCursorKind(cursor) != CXCursor_UnexposedAttr)
        return CXChildVisit_Continue;
    piece = skip_vendor(gen_source_from(search->sources, cursor));
    gen_expand_word(search->sources->macros, piece.begin, piece.end, &text);
    if (gen_source_find(search->sources,
                        (struct gen_piece){abx_buffer_text(&text),
                                           abx_buffer_text(&text) + text.size},
                        transparent) >= 0)
        search->found = piece;
    abx_buffer_finish(&text);
    return CXChildVisit_Continue;
}

/* Whether the piece, which is behind a union's members, comes to @found before a name
 * that is declared with it. */
static bool leads_to(const struct gen_sources *sources, struct gen_piece piece,
                     const char *found)
{
    while (piece.begin < piece.end && piece.begin <= found) {
        const char *word = piece.begin;

        while (piece.begin < piece.end && abx_is_name_char(*piece.begin))
            piece.begin++;
        if (word == piece.begin && *word == '(')
            piece.begin = gen_attributes_skip(word);
        else if (word == piece.begin)
            piece.begin++;
        else if (strncmp(word, "__attribute", 11) != 0 && word != found &&
                 !abx_map_find(&sources->macros->map, word, (size_t)(piece.begin - word)))
            return false;
    }
    return piece.begin > found;
}

bool gen_attribute_is_transparent(const struct gen_sources *sources, CXCursor decl)
{
    struct search search = {.sources = sources};
    struct gen_piece own = gen_source_of(sources, decl);
    struct gen_piece behind = gen_source_behind(sources, decl);

    if (clang_getCursorKind(decl) != CXCursor_UnionDecl || !sources->macros)
        return false;
    clang_visitChildren(decl, visit_union, &search);
    if (!search.found.begin)
        return false;
    if (search.found.begin >= own.begin && search.found.begin < behind.begin)
        return true;
    return gen_is_unnamed(decl) || leads_to(sources, behind, search.found.begin);
}

bool gen_attribute_makes_transparent(const struct gen_sources *sources, CXCursor def)
{
    CXType type = clang_getCanonicalType(clang_getTypedefDeclUnderlyingType(def));

    return type.kind == CXType_Record &&
           clang_getCursorKind(clang_getTypeDeclaration(type)) == CXCursor_UnionDecl &&
           gen_source_find(sources, gen_source_behind(sources, def), transparent) >= 0;
}

/* ---- what libclang does not know ---- */

static const char *const layouts[] = {"scalar_storage_order", "gcc_struct", "ms_struct",
                                      NULL};
static const char *const layout_problems[] = {
    "has scalar_storage_order, which libclang ignores",
    "has gcc_struct, which libclang ignores",
    "has ms_struct, on which compilers differ",
};

static const char *const calls[] = {"sseregparm", "callee_pop_aggregate_return", NULL};
static const char *const call_problems[] = {
    "has sseregparm, which libclang ignores",
    "has callee_pop_aggregate_return, which libclang ignores",
};

/* Whether the last pragma of that word in front of the declaration switches something on. */
static bool is_in_force(struct gen_piece before, const char *word)
{
    size_t size = strlen(word);
    bool is_on = false;

    for (const char *at = before.begin;
         (at = memmem(at, (size_t)(before.end - at), word, size)); at += size) {
        const char *hash = at, *behind = at + size;

        while (hash > before.begin && hash[-1] != '\n')
            hash--;
        hash += strspn(hash, " \t");
        behind += strspn(behind, " \t");
        if (*hash == '#' && !strncmp(hash + 1 + strspn(hash + 1, " \t"), "pragma", 6))
            is_on = *behind != '\n' && *behind != '\r' && *behind &&
                    strncmp(behind, "default", 7) != 0 &&
                    strncmp(behind, "off", 3) != 0 && strncmp(behind, "reset", 5) != 0;
    }
    return is_on;
}

static const char *find_pragma(const struct gen_sources *sources, CXCursor record)
{
    struct gen_piece before = gen_source_before(sources, record);

    if (is_in_force(before, "scalar_storage_order"))
        return "stands under #pragma scalar_storage_order, which libclang ignores";
    if (is_in_force(before, "ms_struct"))
        return "stands under #pragma ms_struct, on which compilers differ";
    return NULL;
}

const char *gen_attribute_find_foreign(const struct gen_sources *sources, CXCursor decl)
{
    enum CXCursorKind kind = clang_getCursorKind(decl);
    bool is_record = kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl;
    int index = gen_source_find(sources, gen_source_of(sources, decl),
                                is_record ? layouts : calls);

    if (index >= 0)
        return is_record ? layout_problems[index] : call_problems[index];
    return is_record ? find_pragma(sources, decl) : NULL;
}
