/*
 * libclang tells of types through layers of sugar that differ between its versions. So a
 * type is written by its canonical kind, except where the sugar is a typedef's name,
 * which is kept.
 */
#include "gen/clang_type.h"

#include <string.h>

#include "gen/clang_attribute.h"
#include "gen/clang_convention.h"
#include "gen/clang_unit.h"
#include "runtime/grammar.h"

struct builtin_row {
    enum CXTypeKind kind;
    const char *word; /* NULL: by size and sign */
    bool is_signed;
};

static const struct builtin_row builtins[] = {
    {CXType_Void, "void", false},    {CXType_Bool, "bool", false},
    {CXType_Char_S, "char", true},   {CXType_Char_U, "char", false},
    {CXType_SChar, NULL, true},      {CXType_UChar, NULL, false},
    {CXType_Short, NULL, true},      {CXType_UShort, NULL, false},
    {CXType_Int, NULL, true},        {CXType_UInt, NULL, false},
    {CXType_Long, NULL, true},       {CXType_ULong, NULL, false},
    {CXType_LongLong, NULL, true},   {CXType_ULongLong, NULL, false},
    {CXType_Int128, NULL, true},     {CXType_UInt128, NULL, false},
    {CXType_Float, "f32", true},     {CXType_Double, "f64", true},
    {CXType_Float128, "f128", true}, {CXType_Float16, "f16", true},
    {CXType_Half, "f16", true},
};

static const struct builtin_row *find_builtin(enum CXTypeKind kind)
{
    for (size_t i = 0; i < sizeof(builtins) / sizeof(*builtins); i++)
        if (builtins[i].kind == kind)
            return &builtins[i];
    return NULL;
}

static const char *integer_word(long long size, bool is_signed)
{
    static const char *const words[2][5] = {{"u8", "u16", "u32", "u64", "u128"},
                                            {"i8", "i16", "i32", "i64", "i128"}};

    for (unsigned i = 0; i < 5; i++)
        if (size == 1LL << i)
            return words[is_signed][i];
    return NULL;
}

static CXType enum_integer(CXType type)
{
    return clang_getCanonicalType(
        clang_getEnumDeclIntegerType(clang_getTypeDeclaration(type)));
}

const char *gen_type_integer(const struct gen_types *types, CXType type)
{
    CXType canonical = clang_getCanonicalType(type);
    const struct builtin_row *row;

    (void)types;
    if (canonical.kind == CXType_Enum)
        canonical = enum_integer(canonical);
    row = find_builtin(canonical.kind);
    if (!row || gen_type_float(types, canonical))
        return NULL;
    if (row->kind == CXType_Bool || row->kind == CXType_Char_S ||
        row->kind == CXType_Char_U)
        return row->word;
    return integer_word(clang_Type_getSizeOf(canonical), row->is_signed);
}

const char *gen_type_float(const struct gen_types *types, CXType type)
{
    CXType canonical = clang_getCanonicalType(type);
    const struct builtin_row *row = find_builtin(canonical.kind);

    if (canonical.kind == CXType_LongDouble)
        return gen_platform_long_double(types->platform);
    return row && row->word && row->word[0] == 'f' ? row->word : NULL;
}

static const char *take_usr(struct abx_arena *arena, CXCursor decl)
{
    return gen_take_string(arena, clang_getCursorUSR(decl));
}

void gen_type_name_unnamed(struct gen_types *types, CXCursor decl, const char *name)
{
    const char *usr = take_usr(&types->arena, decl);
    const char *copy = abx_arena_copy(&types->arena, name, strlen(name));

    if (usr && copy && abx_map_find(&types->names, usr, strlen(usr)))
        return;
    if (!usr || !copy || abx_map_set(&types->names, usr, strlen(usr), (void *)copy) < 0)
        types->out_of_memory = true;
}

const char *gen_type_find_name(const struct gen_types *types, CXCursor decl)
{
    CXString spelling = clang_getCursorUSR(decl);
    const char *usr = clang_getCString(spelling);
    struct abx_map_entry *entry = abx_map_find(&types->names, usr, strlen(usr));

    clang_disposeString(spelling);
    return entry ? entry->value : NULL;
}

static void set_problem(struct gen_types *types, const char *problem)
{
    if (!types->problem)
        types->problem = problem;
}

static void put_string(struct abx_buffer *out, CXString string)
{
    const char *text = clang_getCString(string);

    if (text)
        abx_buffer_puts(out, text);
    clang_disposeString(string);
}

static void put_qualifiers(struct abx_buffer *out, CXType type)
{
    if (clang_isConstQualifiedType(type))
        abx_buffer_puts(out, "const ");
    if (clang_isVolatileQualifiedType(type))
        abx_buffer_puts(out, "volatile ");
}

static bool is_function(CXType type)
{
    CXType canonical = clang_getCanonicalType(type);

    return canonical.kind == CXType_FunctionProto ||
           canonical.kind == CXType_FunctionNoProto;
}

static void put_unqualified(struct gen_types *types, struct abx_buffer *out, CXType type);

bool gen_type_is_reserved(const char *name)
{
    static const char *const words[] = {"const", "volatile", "atomic", "complex"};

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (!strcmp(name, words[i]))
            return true;
    if (abx_convention_find(name, strlen(name)) != ABX_CONVENTION_PLATFORM)
        return true;
    return abx_builtin_find(name, strlen(name)) != NULL;
}

/* A typedef by its name, unless the name means something else in the table. */
static void put_typedef(struct gen_types *types, struct abx_buffer *out, CXType type)
{
    CXCursor decl = clang_getTypeDeclaration(type);
    CXString spelling = clang_getCursorSpelling(decl);
    const char *name = clang_getCString(spelling);

    if (abx_map_find(&types->omitted, name, strlen(name)))
        set_problem(types, "has a type that is left out");
    /* va_list itself is written so whatever it is a typedef of: that depends on which
     * header of the compiler comes first. */
    if (!strcmp(name, "__builtin_va_list") || !strcmp(name, "__builtin_ms_va_list") ||
        !strcmp(name, "va_list"))
        abx_buffer_puts(out, "va_list");
    else if (gen_type_is_reserved(name))
        gen_type_put(types, out, clang_getTypedefDeclUnderlyingType(decl));
    else if (!strcmp(name, "__int128_t") || !strcmp(name, "__uint128_t"))
        abx_buffer_puts(out, name[2] == 'u' ? "u128" : "i128");
    else
        abx_buffer_puts(out, name);
    clang_disposeString(spelling);
}

static void remember_tag(struct gen_types *types, const char *word, CXString tag)
{
    struct abx_buffer key = {0};
    const char *copy;

    abx_buffer_printf(&key, "%s %s", word, clang_getCString(tag));
    if (!types->is_behind_pointer &&
        abx_map_find(&types->omitted, abx_buffer_text(&key), key.size))
        set_problem(types, "has a type that is left out");
    if (!abx_map_find(&types->tags, abx_buffer_text(&key), key.size)) {
        copy = abx_arena_copy(&types->arena, abx_buffer_text(&key), key.size);
        if (!copy || abx_map_set(&types->tags, copy, key.size, (void *)copy) < 0)
            types->out_of_memory = true;
    }
    abx_buffer_finish(&key);
}

static const char *record_word(CXCursor decl)
{
    return clang_getCursorKind(decl) == CXCursor_UnionDecl ? "union" : "struct";
}

static void put_record(struct gen_types *types, struct abx_buffer *out, CXType type)
{
    CXCursor decl = clang_getTypeDeclaration(type);
    const char *word = record_word(decl);

    if (!gen_is_unnamed(decl)) {
        CXString tag = clang_getCursorSpelling(decl);

        remember_tag(types, word, tag);
        abx_buffer_printf(out, "%s %s", word, clang_getCString(tag));
        clang_disposeString(tag);
        return;
    }
    if (gen_type_find_name(types, decl)) {
        abx_buffer_puts(out, gen_type_find_name(types, decl));
        return;
    }
    abx_buffer_printf(out, "%s ", word);
    gen_type_put_layout(types, out, type);
}

/* Of an enumeration, which the table gives that of the integer type behind it. */
static bool has_own_alignment(CXType type)
{
    return clang_Type_getAlignOf(type) != clang_Type_getAlignOf(enum_integer(type));
}

static void put_enum(struct gen_types *types, struct abx_buffer *out, CXType type)
{
    CXCursor decl = clang_getTypeDeclaration(type);

    if (!gen_is_unnamed(decl)) {
        if (has_own_alignment(type))
            set_problem(types, "has a type that is left out");
        abx_buffer_puts(out, "enum ");
        put_string(out, clang_getCursorSpelling(decl));
        return;
    }
    if (gen_type_find_name(types, decl)) {
        abx_buffer_puts(out, gen_type_find_name(types, decl));
        return;
    }
    abx_buffer_puts(out, "enum ");
    gen_type_put_enumerators(types, out, decl);
}

/* A function type is grouped, unless it goes by a typedef's name. */
static void put_pointer_to(struct gen_types *types, struct abx_buffer *out,
                           CXType pointee)
{
    bool is_typedef = pointee.kind == CXType_Typedef || pointee.kind == CXType_Elaborated;
    bool needs_group = is_function(pointee) && !is_typedef;

    abx_buffer_puts(out, needs_group ? "*(" : "*");
    gen_type_put(types, out, pointee);
    if (needs_group)
        abx_buffer_putc(out, ')');
}

static void put_pointer(struct gen_types *types, struct abx_buffer *out, CXType type)
{
    CXType pointee = clang_getPointeeType(type);

    if (clang_Type_getSizeOf(type) != types->platform->pointer_size)
        set_problem(types, "has a pointer of another size than the platform's");
    if (clang_getAddressSpace(pointee))
        set_problem(types, "has a pointer into an address space of its own");
    types->is_behind_pointer = clang_getCanonicalType(pointee).kind == CXType_Record;
    put_pointer_to(types, out, pointee);
    types->is_behind_pointer = false;
}

/* x86-64's va_list is an array of one struct, so that a parameter of it is a pointer. */
static bool is_va_list(CXType canonical)
{
    CXType element = canonical.kind == CXType_Pointer
                         ? clang_getPointeeType(canonical)
                         : clang_getArrayElementType(canonical);
    CXString spelling;
    bool is_tag;

    if (element.kind != CXType_Record)
        return false;
    spelling = clang_getTypeSpelling(element);
    is_tag = strstr(clang_getCString(spelling), "__va_list_tag") != NULL;
    clang_disposeString(spelling);
    return is_tag;
}

/* A parameter as C adjusts it: arrays and functions become pointers. */
static void put_parameter(struct gen_types *types, struct abx_buffer *out, CXType type)
{
    CXType canonical = clang_getCanonicalType(type);
    bool is_array = canonical.kind == CXType_ConstantArray ||
                    canonical.kind == CXType_IncompleteArray ||
                    canonical.kind == CXType_VariableArray;

    if (is_va_list(canonical)) {
        abx_buffer_puts(out, "va_list");
    } else if (is_array) {
        CXType element = clang_getArrayElementType(type);

        abx_buffer_putc(out, '*');
        if (element.kind == CXType_Invalid) { /* a typedef of an array */
            element = clang_getArrayElementType(canonical);
            put_qualifiers(out, canonical); /* which are its elements' */
        }
        gen_type_put(types, out, element);
    } else if (is_function(type)) {
        put_pointer_to(types, out, type);
    } else {
        put_unqualified(types, out,
                        type); /* `const int n` is its function's own business */
    }
}

/* libclang names C's reserved parameter names as the headers do: __fd. The table says fd.
 */
static void put_parameter_name(struct abx_buffer *out, CXCursor parameter)
{
    CXString spelling = clang_getCursorSpelling(parameter);
    const char *name = clang_getCString(spelling);

    while (name && name[0] == '_' &&
           (name[1] == '_' || (name[1] >= 'a' && name[1] <= 'z')))
        name++;
    if (name && *name && *name != '(')
        abx_buffer_printf(out, " %s", name);
    clang_disposeString(spelling);
}

/* As it is written: the function's type knows builtins like memcpy without their
 * typedefs. */
static void put_parameter_decl(struct gen_types *types, struct abx_buffer *out,
                               CXCursor decl)
{
    put_parameter(types, out, clang_getCursorType(decl));
    put_parameter_name(out, decl);
}

static void put_convention(struct gen_types *types, struct abx_buffer *out, CXType type)
{
    const char *problem = NULL;
    enum abx_convention convention = gen_convention_find(type, &problem);

    if (problem)
        set_problem(types, problem);
    else if (convention != ABX_CONVENTION_PLATFORM)
        abx_buffer_printf(out, "%s ", abx_convention_word(convention));
}

static void put_function(struct gen_types *types, struct abx_buffer *out, CXType type,
                         const CXCursor *decl)
{
    CXType result = clang_getResultType(type);
    bool is_grouped = is_function(clang_getCanonicalType(result));
    int n = clang_getNumArgTypes(type);

    put_convention(types, out, type);
    if (is_grouped)
        set_problem(types, "returns a function");
    gen_type_put(types, out, result);
    abx_buffer_putc(out, '(');
    if (clang_getCanonicalType(type).kind == CXType_FunctionNoProto) {
        abx_buffer_puts(out, "?)");
        return;
    }
    for (int i = 0; i < n; i++) {
        abx_buffer_puts(out, i ? ", " : "");
        if (decl)
            put_parameter_decl(types, out, clang_Cursor_getArgument(*decl, (unsigned)i));
        else
            put_parameter(types, out, clang_getArgType(type, (unsigned)i));
    }
    if (clang_isFunctionTypeVariadic(type))
        abx_buffer_puts(out, n ? ", ..." : "...");
    abx_buffer_putc(out, ')');
}

static void put_array(struct gen_types *types, struct abx_buffer *out, CXType type)
{
    if (type.kind == CXType_ConstantArray)
        abx_buffer_printf(out, "[%lld]", clang_getArraySize(type));
    else
        abx_buffer_puts(out, "[]");
    gen_type_put(types, out, clang_getArrayElementType(type));
}

static void put_complex(struct gen_types *types, struct abx_buffer *out, CXType type)
{
    abx_buffer_puts(out, "complex ");
    gen_type_put(types, out, clang_getElementType(type));
}

static void put_atomic(struct gen_types *types, struct abx_buffer *out, CXType type)
{
    abx_buffer_puts(out, "atomic ");
    gen_type_put(types, out, clang_Type_getValueType(type));
}

static void put_function_type(struct gen_types *types, struct abx_buffer *out,
                              CXType type)
{
    put_function(types, out, type, NULL);
}

static const struct {
    enum CXTypeKind kind;
    void (*put)(struct gen_types *types, struct abx_buffer *out, CXType type);
} writers[] = {
    {CXType_Typedef, put_typedef},
    {CXType_Pointer, put_pointer},
    {CXType_ConstantArray, put_array},
    {CXType_IncompleteArray, put_array},
    {CXType_FunctionProto, put_function_type},
    {CXType_FunctionNoProto, put_function_type},
    {CXType_Record, put_record},
    {CXType_Enum, put_enum},
    {CXType_Complex, put_complex},
    {CXType_Atomic, put_atomic},
};

static const struct {
    enum CXTypeKind kind;
    const char *problem;
} problems[] = {
    {CXType_Vector, "has a vector type"},
    {CXType_ExtVector, "has a vector type"},
    {CXType_VariableArray, "has an array whose length is not constant"},
    {CXType_BlockPointer, "has a block pointer"},
};

/* Takes sugar off that carries no name: parentheses, attributes, "struct X" for X,
 * typeof. */
static CXType unwrap(CXType type)
{
    CXType inner;

    if (type.kind == CXType_Elaborated)
        inner = clang_Type_getNamedType(type);
    else if (type.kind == CXType_Attributed)
        inner = clang_Type_getModifiedType(type);
    else if (is_function(type))
        return type; /* parentheses: what is asked of it looks through them */
    else
        inner = clang_getCanonicalType(type);
    return inner.kind == CXType_Invalid ? clang_getCanonicalType(type) : inner;
}

static bool put_scalar(struct gen_types *types, struct abx_buffer *out, CXType type)
{
    const struct builtin_row *row = find_builtin(type.kind);
    const char *word = row ? row->word : NULL;

    if (type.kind == CXType_LongDouble)
        word = gen_platform_long_double(types->platform);
    else if (row && !word)
        word = integer_word(clang_Type_getSizeOf(type), row->is_signed);
    if (word)
        abx_buffer_puts(out, word);
    return word != NULL;
}

static void put_unqualified(struct gen_types *types, struct abx_buffer *out, CXType type)
{
    if (put_scalar(types, out, type))
        return;
    for (size_t i = 0; i < sizeof(writers) / sizeof(*writers); i++) {
        if (writers[i].kind == type.kind) {
            writers[i].put(types, out, type);
            return;
        }
    }
    for (size_t i = 0; i < sizeof(problems) / sizeof(*problems); i++) {
        if (problems[i].kind == type.kind) {
            set_problem(types, problems[i].problem);
            return;
        }
    }
    /* An attribute holds the convention, not what it stands on. */
    if (is_function(type) &&
        (type.kind == CXType_Unexposed || type.kind == CXType_Attributed))
        put_function(types, out, type, NULL);
    else if (clang_equalTypes(unwrap(type), type))
        set_problem(types, "has a type that the table can't express");
    else
        gen_type_put(types, out, unwrap(type));
}

void gen_type_put(struct gen_types *types, struct abx_buffer *out, CXType type)
{
    put_qualifiers(out, type);
    put_unqualified(types, out, type);
}

void gen_type_put_function(struct gen_types *types, struct abx_buffer *out,
                           CXCursor function)
{
    put_function(types, out, clang_getCursorType(function), &function);
}

struct layout {
    struct gen_types *types;
    struct abx_buffer *out;
    bool is_first;
};

static enum CXVisitorResult put_member(CXCursor field, CXClientData data)
{
    struct layout *layout = data;
    long long bits = clang_Cursor_getOffsetOfField(field);
    bool is_bit_field = clang_Cursor_isBitField(field);
    bool is_unnamed = gen_is_unnamed(field);

    if (is_bit_field && is_unnamed)
        return CXVisit_Continue; /* padding */
    if (bits < 0) {
        set_problem(layout->types, "has a member without an offset");
        return CXVisit_Break;
    }
    abx_buffer_puts(layout->out, layout->is_first ? "" : "; ");
    layout->is_first = false;
    abx_buffer_printf(layout->out, "%lld", bits / 8);
    if (is_bit_field)
        abx_buffer_printf(layout->out, ".%lld:%d", bits % 8,
                          clang_getFieldDeclBitWidth(field));
    abx_buffer_putc(layout->out, ' ');
    gen_type_put(layout->types, layout->out, clang_getCursorType(field));
    if (!is_unnamed) {
        abx_buffer_putc(layout->out, ' ');
        put_string(layout->out, clang_getCursorSpelling(field));
    }
    return CXVisit_Continue;
}

void gen_type_put_layout(struct gen_types *types, struct abx_buffer *out, CXType record)
{
    struct layout layout = {types, out, true};
    long long size = clang_Type_getSizeOf(record);
    long long align = clang_Type_getAlignOf(record);

    if (size < 0 || align < 0) {
        set_problem(types, "has no size");
        return;
    }
    if (gen_attribute_is_transparent(&types->sources, clang_getTypeDeclaration(record)))
        abx_buffer_puts(out, ABX_TRANSPARENT_UNION " ");
    abx_buffer_printf(out, "%lld %lld {", size, align);
    clang_Type_visitFields(clang_getCanonicalType(record), put_member, &layout);
    abx_buffer_putc(out, '}');
}

static enum CXChildVisitResult put_enumerator(CXCursor cursor, CXCursor parent,
                                              CXClientData data)
{
    struct layout *layout = data;

    (void)parent;
    if (clang_getCursorKind(cursor) != CXCursor_EnumConstantDecl)
        return CXChildVisit_Continue;
    abx_buffer_puts(layout->out, layout->is_first ? "" : " ");
    layout->is_first = false;
    put_string(layout->out, clang_getCursorSpelling(cursor));
    return CXChildVisit_Continue;
}

void gen_type_put_enumerators(struct gen_types *types, struct abx_buffer *out,
                              CXCursor decl)
{
    struct layout layout = {types, out, true};
    const char *word = gen_type_integer(types, clang_getEnumDeclIntegerType(decl));

    if (has_own_alignment(clang_getCursorType(decl)))
        set_problem(types, "is an enumeration with an alignment of its own");
    abx_buffer_printf(out, "%s {", word ? word : "i32");
    clang_visitChildren(decl, put_enumerator, &layout);
    abx_buffer_putc(out, '}');
}

void gen_types_finish(struct gen_types *types)
{
    abx_map_finish(&types->names);
    abx_map_finish(&types->tags);
    abx_map_finish(&types->omitted);
    abx_arena_finish(&types->arena);
    *types = (struct gen_types){0};
}
