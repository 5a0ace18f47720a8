/*
 * One visit over the top level. Declarations of the same name come in any number; the
 * types refer to each other by name, so their order does not matter.
 */
#include "gen/clang_contract.h"
#include "gen/clang_declare.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "gen/clang_attribute.h"
#include "gen/clang_file.h"
#include "gen/clang_forward.h"
#include "runtime/grammar.h"

struct visited {
    struct gen_reader *reader;
    struct gen_function *function; /* the declaration whose children are visited */
    CXCursor cursor;
    struct gen_location location;
    bool is_known; /* its line is written: nothing can be added */
};

/* What is left out is remembered, since what holds it by value has to be left out too. */
static void omit(struct gen_reader *reader, enum abx_kind kind, const char *name)
{
    struct gen_types *types = &reader->types;
    struct abx_buffer key = {0};
    const char *copy;

    gen_lines_add(&reader->job->lines, ABX_KIND_OMIT, name, types->problem, reader->unit);
    if (kind != ABX_KIND_TYPEDEF)
        abx_buffer_printf(&key, "%s ", abx_kind_word(kind));
    abx_buffer_puts(&key, name);
    copy = abx_arena_copy(&types->arena, abx_buffer_text(&key), key.size);
    if (!copy || abx_map_set(&types->omitted, copy, key.size, (void *)copy) < 0)
        types->out_of_memory = true;
    abx_buffer_finish(&key);
}

static void add_line(struct gen_reader *reader, enum abx_kind kind, const char *name,
                     struct abx_buffer *rest)
{
    struct gen_types *types = &reader->types;

    if (types->problem)
        omit(reader, kind, name);
    else
        gen_lines_add(&reader->job->lines, kind, name, abx_buffer_text(rest),
                      reader->unit);
    if (rest->failed)
        reader->job->out_of_memory = true;
    types->problem = NULL;
    abx_buffer_finish(rest);
}

static void remember_spec_file(struct gen_reader *reader, CXFile file)
{
    struct gen_file *known = gen_file_of(reader, file);

    if (known)
        known->is_spec = true;
}

/* Whether an attribute was written at an earlier declaration, which was visited too. */
static bool is_inherited(CXCursor decl, CXCursor attribute)
{
    struct gen_location own =
        gen_location_of(clang_getRangeStart(clang_getCursorExtent(decl)));
    struct gen_location at =
        gen_location_of(clang_getRangeStart(clang_getCursorExtent(attribute)));

    return at.file != own.file || at.offset < own.offset;
}

/* An attribute that a spec adds to a function, or that its macros put into any header. */
static void read_added(struct visited *visited, const char *text)
{
    struct gen_reader *reader = visited->reader;
    struct gen_function *function = visited->function;
    int n = clang_getNumArgTypes(clang_getCursorType(visited->cursor));
    struct gen_place place = gen_place_of(&reader->job->spec.arena, visited->location);

    if (!gen_attribute_read_text(function, visited->cursor, text,
                                 &reader->job->functions.arena))
        gen_error(&reader->job->messages, place,
                  "%s: the table has no word for the attribute %s", function->name, text);
    else if (gen_attributes_highest(&function->attributes) >
             (n < 0 ? 0UL : (unsigned long)n))
        gen_error(&reader->job->messages, place,
                  "%s has no such parameter as the attribute %s speaks of",
                  function->name, text);
}

/* An annotation of a spec, on a function or on a note's own variable. */
static void read_annotation(struct visited *visited, CXCursor attribute)
{
    static const char added[] = "attribute ";
    struct gen_reader *reader = visited->reader;
    const char *text =
        gen_take_string(&reader->types.arena, clang_getCursorSpelling(attribute));
    const char *name = visited->function ? visited->function->name : NULL;

    if (is_inherited(visited->cursor, attribute))
        return;
    if (text && name && !strncmp(text, added, strlen(added))) {
        if (!visited->is_known)
            read_added(visited, text + strlen(added));
    } else if (text &&
               gen_spec_read(&reader->job->spec, text, name,
                             gen_place_of(&reader->job->spec.arena, visited->location),
                             &reader->job->lines, &reader->job->messages)) {
        remember_spec_file(reader, visited->location.file);
        if (name)
            gen_check_contract(reader, visited->cursor, name,
                               gen_place_of(&reader->job->spec.arena, visited->location));
    }
}

static enum CXChildVisitResult visit_attribute(CXCursor cursor, CXCursor parent,
                                               CXClientData data)
{
    struct visited *visited = data;

    (void)parent;
    if (clang_getCursorKind(cursor) == CXCursor_AnnotateAttr)
        read_annotation(visited, cursor);
    else if (visited->function && !visited->is_known &&
             clang_isAttribute(clang_getCursorKind(cursor)))
        gen_attribute_read(&visited->reader->types.sources, visited->function,
                           visited->cursor, cursor,
                           &visited->reader->job->functions.arena);
    return CXChildVisit_Continue;
}

static unsigned count_named(CXCursor function)
{
    int n = clang_Cursor_getNumArguments(function);
    unsigned n_named = 0;

    for (int i = 0; i < n; i++) {
        CXString name =
            clang_getCursorSpelling(clang_Cursor_getArgument(function, (unsigned)i));

        n_named += *clang_getCString(name) != '\0';
        clang_disposeString(name);
    }
    return n_named;
}

/* How much a declaration tells: nothing without a prototype, most with all names. */
static unsigned count_told(CXCursor function)
{
    bool has_prototype = clang_getCursorType(function).kind != CXType_FunctionNoProto;

    return has_prototype ? 1 + count_named(function) : 0;
}

/* The type of the first declaration, or of a later one that tells more. */
static void set_type(struct gen_reader *reader, struct gen_function *function,
                     CXCursor cursor)
{
    unsigned n_told = function->is_variable ? 0 : count_told(cursor);
    struct abx_buffer type = {0};

    if (function->type && n_told <= function->n_told)
        return;
    reader->types.problem = NULL;
    if (function->is_variable)
        gen_type_put(&reader->types, &type, clang_getCursorType(cursor));
    else
        gen_type_put_function(&reader->types, &type, cursor);
    function->type =
        abx_arena_copy(&reader->job->functions.arena, abx_buffer_text(&type), type.size);
    function->problem = reader->types.problem;
    function->n_told = n_told;
    if (!function->type || type.failed)
        reader->job->out_of_memory = true;
    reader->types.problem = NULL;
    abx_buffer_finish(&type);
}

static void read_nested(struct gen_reader *reader, CXCursor record);

/* The parser goes on after "__typeof__(nothing) nothing" with a variable that no header
 * has. */
static bool is_invented(const struct gen_reader *reader, const char *name)
{
    const struct abx_map_entry *entry =
        abx_map_find(&reader->job->spec.undeclared, name, strlen(name));

    return entry && ((struct gen_undeclared *)entry->value)->unit == reader->unit;
}

static void read_function(struct visited *visited, const char *name, bool is_variable)
{
    struct gen_reader *reader = visited->reader;
    struct gen_function *function;

    if (is_invented(reader, name))
        return;
    function = gen_functions_get(&reader->job->functions, name);
    if (!function)
        return;
    if (!function->unit)
        function->unit = reader->unit;
    if (function->unit != reader->unit && function->type) {
        visited->function = function; /* known from an earlier unit */
        visited->is_known = true;
        clang_visitChildren(visited->cursor, visit_attribute, visited);
        return;
    }
    function->is_variable = is_variable;
    function->is_static = clang_Cursor_getStorageClass(visited->cursor) == CX_SC_Static;
    if (function->is_static && !function->called)
        function->called =
            gen_forward_find(&reader->job->functions.arena, visited->cursor);
    gen_attribute_read_declaration(&reader->types.sources, function, visited->cursor,
                                   &reader->job->functions.arena);
    read_nested(reader, visited->cursor);
    set_type(reader, function, visited->cursor);
    visited->function = function;
    clang_visitChildren(visited->cursor, visit_attribute, visited);
    if (!function->problem)
        function->problem =
            gen_attribute_find_foreign(&reader->types.sources, visited->cursor);
    if (function->attributes.out_of_memory)
        reader->job->out_of_memory = true;
}

static void read_function_decl(struct visited *visited, const char *name)
{
    read_function(visited, name, false);
}

static void read_variable(struct visited *visited, const char *name)
{
    if (!strncmp(name, "abidex_note_", strlen("abidex_note_")))
        clang_visitChildren(visited->cursor, visit_attribute, visited);
    else
        read_function(visited, name, true);
}

static void remember_record(struct gen_reader *reader, enum abx_kind kind,
                            const char *tag, CXType type)
{
    struct gen_record record = {.kind = kind, .type = type};
    struct abx_buffer name = {0};

    if (kind != ABX_KIND_TYPEDEF)
        abx_buffer_printf(&name, "%s ", abx_kind_word(kind));
    abx_buffer_puts(&name, tag);
    record.name = abx_arena_copy(&reader->types.arena, abx_buffer_text(&name), name.size);
    if (record.name)
        record.tag = record.name + name.size - strlen(tag);
    if (record.name && ABX_ARRAY_RESERVE(&reader->records))
        reader->records.items[reader->records.n_items++] = record;
    else
        reader->job->out_of_memory = true;
    abx_buffer_finish(&name);
}

static void read_enumerators(struct gen_reader *reader, CXCursor decl);

static void read_record(struct visited *visited, const char *name)
{
    struct gen_reader *reader = visited->reader;
    CXCursor definition = clang_getCursorDefinition(visited->cursor);
    bool is_union = clang_getCursorKind(visited->cursor) == CXCursor_UnionDecl;
    struct abx_buffer layout = {0};

    if (clang_Cursor_isNull(definition))
        gen_lines_add(&reader->job->lines, is_union ? ABX_KIND_UNION : ABX_KIND_STRUCT,
                      name, "incomplete", reader->unit);
    if (!clang_equalCursors(definition, visited->cursor))
        return;
    read_nested(reader, visited->cursor);
    if (gen_is_unnamed(visited->cursor))
        return; /* stands where it is used */
    reader->types.problem =
        gen_attribute_find_foreign(&reader->types.sources, visited->cursor);
    gen_type_put_layout(&reader->types, &layout, clang_getCursorType(visited->cursor));
    remember_record(reader, is_union ? ABX_KIND_UNION : ABX_KIND_STRUCT, name,
                    clang_getCursorType(visited->cursor));
    add_line(reader, is_union ? ABX_KIND_UNION : ABX_KIND_STRUCT, name, &layout);
}

static void read_enum(struct visited *visited, const char *name)
{
    struct gen_reader *reader = visited->reader;
    struct abx_buffer out = {0};

    if (!clang_isCursorDefinition(visited->cursor))
        return;
    read_enumerators(reader, visited->cursor);
    if (gen_is_unnamed(visited->cursor))
        return;
    gen_type_put_enumerators(&reader->types, &out, visited->cursor);
    add_line(reader, ABX_KIND_ENUM, name, &out);
}

/* "typedef struct {…} name": the first such name is the record's own from here on. */
static CXCursor unnamed_target(CXType type)
{
    CXType named = type.kind == CXType_Elaborated ? clang_Type_getNamedType(type) : type;

    if (named.kind != CXType_Record && named.kind != CXType_Enum)
        return clang_getNullCursor();
    return clang_getTypeDeclaration(named);
}

static void put_alias_of_unnamed(struct gen_types *types, struct abx_buffer *out,
                                 CXCursor decl)
{
    enum CXCursorKind kind = clang_getCursorKind(decl);

    if (kind == CXCursor_EnumDecl) {
        abx_buffer_puts(out, "enum ");
        gen_type_put_enumerators(types, out, decl);
        return;
    }
    abx_buffer_puts(out, kind == CXCursor_UnionDecl ? "union " : "struct ");
    gen_type_put_layout(types, out, clang_getCursorType(decl));
}

static void put_typedef_align(struct abx_buffer *out, CXType type, CXType target)
{
    long long align = clang_Type_getAlignOf(type);

    if (align > 0 && clang_Type_getAlignOf(target) > 0 &&
        align != clang_Type_getAlignOf(target))
        abx_buffer_printf(out, " align=%lld", align);
}

static void read_typedef(struct visited *visited, const char *name)
{
    struct gen_reader *reader = visited->reader;
    CXType target = clang_getTypedefDeclUnderlyingType(visited->cursor);
    CXCursor unnamed = unnamed_target(target);
    struct abx_buffer out = {0};
    const char *own = NULL;

    if (!strcmp(name, "va_list"))
        return; /* the table's word means the same */
    if (gen_type_is_reserved(name)) {
        gen_lines_add(&reader->job->lines, ABX_KIND_OMIT, name,
                      "is a word of the table: what it names is written out",
                      reader->unit);
        return;
    }
    if (!clang_Cursor_isNull(unnamed) && gen_is_unnamed(unnamed)) {
        gen_type_name_unnamed(&reader->types, unnamed, name);
        own = gen_type_find_name(&reader->types, unnamed);
    }
    if (own && !strcmp(own, name)) {
        reader->types.problem =
            gen_attribute_find_foreign(&reader->types.sources, unnamed);
        put_alias_of_unnamed(&reader->types, &out, unnamed);
        if (clang_getCursorKind(unnamed) != CXCursor_EnumDecl)
            remember_record(reader, ABX_KIND_TYPEDEF, name, clang_getCursorType(unnamed));
    } else {
        reader->types.problem =
            gen_attribute_find_foreign(&reader->types.sources, visited->cursor);
        gen_type_put(&reader->types, &out, target);
    }
    put_typedef_align(&out, clang_getCursorType(visited->cursor), target);
    if ((!own || strcmp(own, name) != 0) &&
        gen_attribute_makes_transparent(&reader->types.sources, visited->cursor))
        abx_buffer_puts(&out, " " ABX_TRANSPARENT_UNION);
    add_line(reader, ABX_KIND_TYPEDEF, name, &out);
}

static const struct {
    enum CXCursorKind kind;
    enum gen_space space;
    void (*read)(struct visited *visited, const char *name);
} readers[] = {
    {CXCursor_FunctionDecl, GEN_SPACE_ORDINARY, read_function_decl},
    {CXCursor_VarDecl, GEN_SPACE_ORDINARY, read_variable},
    {CXCursor_StructDecl, GEN_SPACE_TAG, read_record},
    {CXCursor_UnionDecl, GEN_SPACE_TAG, read_record},
    {CXCursor_EnumDecl, GEN_SPACE_TAG, read_enum},
    {CXCursor_TypedefDecl, GEN_SPACE_ORDINARY, read_typedef},
};

/* Before the declaration is read: what it contains has files of its own. */
static void note_origin(struct gen_reader *reader, enum gen_space space, const char *name,
                        struct gen_location location)
{
    if (*name)
        gen_origins_add(&reader->job->origins, space, name,
                        gen_file_of(reader, location.file));
}

static void read_cursor(struct gen_reader *reader, CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    struct visited visited = {.reader = reader, .cursor = cursor};
    CXString spelling;

    for (size_t i = 0; i < sizeof(readers) / sizeof(*readers); i++) {
        if (readers[i].kind != kind)
            continue;
        visited.location = gen_location_of_cursor(cursor);
        if (!visited.location.file)
            return; /* the compiler's own */
        if (kind == CXCursor_FunctionDecl &&
            gen_is_resource_file(reader->clang, visited.location.file))
            return; /* an intrinsic, which is in no library */
        spelling = clang_getCursorSpelling(cursor);
        if (strncmp(clang_getCString(spelling), "abidex_probe_", 13) != 0) {
            note_origin(reader, readers[i].space, clang_getCString(spelling),
                        visited.location);
            readers[i].read(&visited, clang_getCString(spelling));
        }
        clang_disposeString(spelling);
        return;
    }
}

static enum CXChildVisitResult visit_nested(CXCursor cursor, CXCursor parent,
                                            CXClientData data)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);

    (void)parent;
    if (kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl ||
        kind == CXCursor_EnumDecl)
        read_cursor(data, cursor);
    return kind == CXCursor_ParmDecl ? CXChildVisit_Recurse : CXChildVisit_Continue;
}

/* In C a struct that is defined inside another has file scope all the same. */
static void read_nested(struct gen_reader *reader, CXCursor record)
{
    clang_visitChildren(record, visit_nested, reader);
}

static enum CXChildVisitResult visit_enumerator(CXCursor cursor, CXCursor parent,
                                                CXClientData data)
{
    struct gen_reader *reader = data;
    CXType type = clang_getCursorType(cursor);
    const char *word = gen_type_integer(&reader->types, type);
    struct abx_buffer value = {0};
    CXString name;

    (void)parent;
    if (clang_getCursorKind(cursor) != CXCursor_EnumConstantDecl || !word)
        return CXChildVisit_Continue;
    if (*word == 'u')
        abx_buffer_printf(&value, "%s %llu", word,
                          clang_getEnumConstantDeclUnsignedValue(cursor));
    else
        abx_buffer_printf(&value, "%s %lld", word,
                          clang_getEnumConstantDeclValue(cursor));
    name = clang_getCursorSpelling(cursor);
    gen_origins_add(&reader->job->origins, GEN_SPACE_ORDINARY, clang_getCString(name),
                    gen_file_of(reader, gen_location_of_cursor(cursor).file));
    add_line(reader, ABX_KIND_CONST, clang_getCString(name), &value);
    clang_disposeString(name);
    return CXChildVisit_Continue;
}

static void read_enumerators(struct gen_reader *reader, CXCursor decl)
{
    clang_visitChildren(decl, visit_enumerator, reader);
}

static enum CXChildVisitResult visit_top(CXCursor cursor, CXCursor parent,
                                         CXClientData data)
{
    (void)parent;
    read_cursor(data, cursor);
    return CXChildVisit_Continue;
}

void gen_read_incomplete(struct gen_reader *reader)
{
    struct gen_lines *lines = &reader->job->lines;

    for (size_t i = 0; i < reader->types.tags.n_items; i++) {
        const char *tag = reader->types.tags.items[i].key;
        bool is_union = !strncmp(tag, "union ", 6);

        gen_lines_add(lines, is_union ? ABX_KIND_UNION : ABX_KIND_STRUCT,
                      tag + (is_union ? 6 : 7), "incomplete", reader->unit);
    }
    if (reader->types.out_of_memory)
        reader->job->out_of_memory = true;
}

void gen_read_declarations(struct gen_reader *reader)
{
    clang_visitChildren(clang_getTranslationUnitCursor(reader->tu), visit_top, reader);
}

void gen_reader_finish(struct gen_reader *reader)
{
    free(reader->records.items);
    abx_map_finish(&reader->files);
    gen_file_texts_finish(&reader->texts);
    gen_types_finish(&reader->types);
    *reader = (struct gen_reader){0};
}
