/* C writes a type around its name: what is read last stands outermost. So the declarator
 * grows from the name outwards while the type is walked from its beginning, and the words
 * of the innermost target come in front of it at the end. Spellings of builtins are taken
 * from the table's notation, which alone tells `f80` from `f128` and knows every
 * qualifier. The command needs more of it than the public function gives; so this stands on
 * the public interface and is compiled once for both. */
#include "runtime/cdecl.h"

#include <string.h>

/* Deeper than any header nests; a damaged table may. */
enum { DEPTH_MAX = 64 };

struct writer {
    struct abx_table *table;
    bool is_for_compiler;
    unsigned long reading;
    unsigned n_ambiguous;
    unsigned depth;
};

struct spelling {
    const char *notation;
    const char *c;
};

/* What is the same everywhere. */
static const struct spelling spellings[] = {
    {"bool", "_Bool"},
    {"char", "char"},
    {"f128", "__float128"},
    {"f16", "_Float16"},
    {"f32", "float"},
    {"f64", "double"},
    {"f80", "__float80"},
    {"i128", "__int128"},
    {"i16", "short"},
    {"i32", "int"},
    {"i64", "long long"},
    {"i8", "signed char"},
    {"ibm128", "__ibm128"},
    {"u128", "unsigned __int128"},
    {"u16", "unsigned short"},
    {"u32", "unsigned int"},
    {"u64", "unsigned long long"},
    {"u8", "unsigned char"},
    {"va_list", "__builtin_va_list"},
    {"void", "void"},
};

/* Integers for which C has two types, by data model; the first is the usual one. */
static const struct ambiguity {
    const char *model;
    const char *notation;
    const char *c[2];
} ambiguities[] = {
    {"LP64", "i64", {"long", "long long"}},
    {"LP64", "u64", {"unsigned long", "unsigned long long"}},
    {"ILP32", "i32", {"int", "long"}},
    {"ILP32", "u32", {"unsigned int", "unsigned long"}},
    {"LLP64", "i32", {"int", "long"}},
    {"LLP64", "u32", {"unsigned int", "unsigned long"}},
};

static const struct spelling qualifiers[] = {
    {"const ", "const"},
    {"volatile ", "volatile"},
    {"atomic ", "_Atomic"},
};

static void put_type(struct writer *writer, struct abx_buffer *out,
                     const struct abx_type *type, const char *declarator);

static const char *long_double_notation(const struct writer *writer, size_t *sizep)
{
    const char *value = abx_table_property(writer->table, "long-double", 0);

    *sizep = value ? strcspn(value, " ") : 0;
    return value ? value : "";
}

static const char *builtin_in_c(struct writer *writer, const char *notation)
{
    const char *model = abx_table_property(writer->table, "model", 0);
    size_t size;
    const char *long_double = long_double_notation(writer, &size);
    size_t i;

    for (i = 0; model && i < sizeof(ambiguities) / sizeof(*ambiguities); i++) {
        const struct ambiguity *ambiguity = &ambiguities[i];

        if (strcmp(ambiguity->model, model) == 0 &&
            strcmp(ambiguity->notation, notation) == 0)
            return ambiguity->c[writer->reading >> writer->n_ambiguous++ & 1];
    }
    if (strlen(notation) == size && strncmp(notation, long_double, size) == 0)
        return strcmp(notation, "f64") != 0 ||
                       writer->reading >> writer->n_ambiguous++ & 1
                   ? "long double"
                   : "double";
    for (i = 0; i < sizeof(spellings) / sizeof(*spellings); i++) {
        if (strcmp(spellings[i].notation, notation) == 0)
            return spellings[i].c;
    }
    return "?";
}

/* Puts the qualifiers that @notation begins with, each followed by a space, and returns
 * what is behind them. */
static const char *put_qualifiers(struct abx_buffer *out, const char *notation)
{
    size_t i = 0;

    while (i < sizeof(qualifiers) / sizeof(*qualifiers)) {
        size_t size = strlen(qualifiers[i].notation);

        if (strncmp(notation, qualifiers[i].notation, size) != 0) {
            i++;
            continue;
        }
        abx_buffer_puts(out, qualifiers[i].c);
        abx_buffer_putc(out, ' ');
        notation += size;
        i = 0;
    }
    return notation;
}

/* The notation of a type, or as much of it as there is room for. */
static const char *notate(struct abx_buffer *out, const struct abx_type *type,
                          char *notation, size_t size)
{
    if (abx_type_format(type, notation, size) == 0)
        out->failed = true;
    return notation;
}

/* A type that is missing or damaged is none; out of memory is. */
static bool find_target(struct writer *writer, struct abx_buffer *out,
                        const struct abx_type *type, const struct abx_type **targetp)
{
    int status = abx_type_find_target(writer->table, type, targetp, NULL);

    if (status == ABX_NO_MEMORY)
        out->failed = true;
    return status == ABX_OK;
}

/* The words of a type that needs no declarator of its own, and the declarator. */
static void put_words(struct abx_buffer *out, const struct abx_type *type,
                      const char *words, const char *declarator)
{
    char notation[64];

    put_qualifiers(out, notate(out, type, notation, sizeof(notation)));
    abx_buffer_puts(out, words);
    if (*declarator && *declarator != '[')
        abx_buffer_putc(out, ' ');
    abx_buffer_puts(out, declarator);
}

static void put_builtin(struct writer *writer, struct abx_buffer *out,
                        const struct abx_type *type, const char *declarator)
{
    char notation[64];
    struct abx_buffer rest = {0};

    notate(out, type, notation, sizeof(notation));
    put_words(out, type, builtin_in_c(writer, put_qualifiers(&rest, notation)),
              declarator);
    abx_buffer_finish(&rest);
}

static void put_target(struct writer *writer, struct abx_buffer *out,
                       const struct abx_type *type, const char *declarator)
{
    const struct abx_type *target;

    if (find_target(writer, out, type, &target))
        put_type(writer, out, target, declarator);
    else
        abx_buffer_printf(out, "? %s", declarator);
}

/* The names that a complex type's real part may have for a compiler; the third of f64 is
 * the type that is at least as wide as a double, the fourth a long double that is one. */
static const struct complex_reading {
    const char *notation;
    const char *c[4];
} complex_readings[] = {
    {"f32", {"float", "_Float32", "float", "_Float32"}},
    {"f64", {"double", "_Float64", "_Float32x", "double"}},
};

static const char *const long_complex_readings[] = {"long double", "_Float64x",
                                                    "_Float128", "long double"};

static const char *complex_in_c(struct writer *writer, const char *notation)
{
    unsigned shift = writer->n_ambiguous;
    size_t size;
    size_t i;

    if (!writer->is_for_compiler)
        return builtin_in_c(writer, notation);
    writer->n_ambiguous += 2;
    if (strcmp(notation, "f64") == 0 && (writer->reading >> shift & 3) == 3 &&
        strncmp(long_double_notation(writer, &size), "f64 ", 4) == 0)
        return "long double";
    for (i = 0; i < sizeof(complex_readings) / sizeof(*complex_readings); i++)
        if (strcmp(complex_readings[i].notation, notation) == 0)
            return complex_readings[i].c[writer->reading >> shift & 3];
    if (strcmp(builtin_in_c(writer, notation), "long double") == 0)
        return long_complex_readings[writer->reading >> shift & 3];
    return builtin_in_c(writer, notation);
}

static void put_complex(struct writer *writer, struct abx_buffer *out,
                        const struct abx_type *type, const char *declarator)
{
    const struct abx_type *real;
    char notation[64] = "?";
    struct abx_buffer words = {0};

    if (find_target(writer, out, type, &real))
        notate(out, real, notation, sizeof(notation));
    abx_buffer_printf(&words, "_Complex %s", complex_in_c(writer, notation));
    put_words(out, type, abx_buffer_text(&words), declarator);
    out->failed |= words.failed;
    abx_buffer_finish(&words);
}

static void put_pointer(struct writer *writer, struct abx_buffer *out,
                        const struct abx_type *type, const char *declarator)
{
    struct abx_buffer inner = {0};
    const struct abx_type *target;
    enum abx_type_kind kind = ABX_TYPE_VOID;
    char notation[64];

    if (find_target(writer, out, type, &target))
        kind = abx_type_kind(target);
    abx_buffer_puts(&inner,
                    kind == ABX_TYPE_ARRAY || kind == ABX_TYPE_FUNCTION ? "(*" : "*");
    put_qualifiers(&inner, notate(out, type, notation, sizeof(notation)));
    abx_buffer_puts(&inner, declarator);
    if (kind == ABX_TYPE_ARRAY || kind == ABX_TYPE_FUNCTION)
        abx_buffer_putc(&inner, ')');
    put_target(writer, out, type, abx_buffer_text(&inner));
    out->failed |= inner.failed;
    abx_buffer_finish(&inner);
}

static bool is_written_flexible(struct abx_buffer *out, const struct abx_type *type)
{
    char notation[64];
    struct abx_buffer rest = {0};
    bool is_flexible;

    notate(out, type, notation, sizeof(notation));
    is_flexible = strncmp(put_qualifiers(&rest, notation), "[]", 2) == 0;
    abx_buffer_finish(&rest);
    return is_flexible;
}

static void put_array(struct writer *writer, struct abx_buffer *out,
                      const struct abx_type *type, const char *declarator)
{
    struct abx_buffer inner = {0};

    if (is_written_flexible(out, type))
        abx_buffer_printf(&inner, "%s[]", declarator);
    else
        abx_buffer_printf(&inner, "%s[%zu]", declarator, abx_type_length(type));
    put_target(writer, out, type, abx_buffer_text(&inner));
    out->failed |= inner.failed;
    abx_buffer_finish(&inner);
}

static void put_parameters(struct writer *writer, struct abx_buffer *out,
                           const struct abx_type *type)
{
    size_t n = abx_type_n_parameters(type);
    size_t i;

    for (i = 0; i < n; i++) {
        const char *name = NULL;
        const struct abx_type *parameter;

        if (abx_type_parameter(type, i, &name, &parameter) != ABX_OK)
            break;
        if (i)
            abx_buffer_puts(out, ", ");
        put_type(writer, out, parameter, name && !writer->is_for_compiler ? name : "");
    }
    if (abx_type_is_variadic(type))
        abx_buffer_puts(out, n ? ", ..." : "...");
    else if (!n && abx_type_has_prototype(type))
        abx_buffer_puts(out, "void");
}

/* Where C's attribute is not called as the table's word is. */
static const struct spelling conventions[] = {
    {"aapcs", "pcs(\"aapcs\")"}, {"aapcs_vfp", "pcs(\"aapcs-vfp\")"},
    {"regparm1", "regparm(1)"},  {"regparm2", "regparm(2)"},
    {"regparm3", "regparm(3)"},
};

static void put_convention(struct abx_buffer *out, const char *word)
{
    size_t i;

    for (i = 0; i < sizeof(conventions) / sizeof(*conventions); i++)
        if (strcmp(conventions[i].notation, word) == 0)
            word = conventions[i].c;
    abx_buffer_printf(out, "__attribute__((%s)) ", word);
}

/* How a function is called is said in front of its declaration; of a pointer to one,
 * within the brackets that make it a pointer. */
static void put_function(struct writer *writer, struct abx_buffer *out,
                         const struct abx_type *type, const char *declarator)
{
    const char *convention = abx_type_convention(type);
    bool is_pointer = declarator[0] == '(' && declarator[1] == '*';
    struct abx_buffer inner = {0};

    if (convention && is_pointer) {
        abx_buffer_putc(&inner, *declarator++);
        put_convention(&inner, convention);
    } else if (convention) {
        put_convention(out, convention);
    }
    abx_buffer_puts(&inner, declarator);
    abx_buffer_putc(&inner, '(');
    put_parameters(writer, &inner, type);
    abx_buffer_putc(&inner, ')');
    put_target(writer, out, type, abx_buffer_text(&inner));
    out->failed |= inner.failed;
    abx_buffer_finish(&inner);
}

static void put_members(struct writer *writer, struct abx_buffer *out,
                        const struct abx_type *type)
{
    struct abx_member member;
    size_t i;

    for (i = 0; abx_type_member(type, i, &member) == ABX_OK; i++) {
        put_type(writer, out, member.type, member.name ? member.name : "");
        if (member.is_bit_field)
            abx_buffer_printf(out, " : %u", member.bit_width);
        abx_buffer_puts(out, "; ");
    }
}

static void put_record(struct writer *writer, struct abx_buffer *out,
                       const struct abx_type *type, const char *declarator)
{
    const char *word = abx_type_kind(type) == ABX_TYPE_STRUCT ? "struct" : "union";
    struct abx_buffer words = {0};

    abx_buffer_printf(&words, "%s ", word);
    if (abx_type_name(type)) {
        abx_buffer_puts(&words, abx_type_name(type));
    } else {
        abx_buffer_puts(&words, "{ ");
        put_members(writer, &words, type);
        abx_buffer_putc(&words, '}');
    }
    put_words(out, type, abx_buffer_text(&words), declarator);
    out->failed |= words.failed;
    abx_buffer_finish(&words);
}

static void put_enum(struct writer *writer, struct abx_buffer *out,
                     const struct abx_type *type, const char *declarator)
{
    struct abx_buffer words = {0};
    size_t i;

    (void)writer;
    if (abx_type_name(type)) {
        abx_buffer_printf(&words, "enum %s", abx_type_name(type));
    } else {
        abx_buffer_puts(&words, "enum { ");
        for (i = 0; i < abx_type_n_enumerators(type); i++)
            abx_buffer_printf(&words, "%s%s", i ? ", " : "",
                              abx_type_enumerator(type, i));
        abx_buffer_puts(&words, " }");
    }
    put_words(out, type, abx_buffer_text(&words), declarator);
    out->failed |= words.failed;
    abx_buffer_finish(&words);
}

static void put_typedef(struct writer *writer, struct abx_buffer *out,
                        const struct abx_type *type, const char *declarator)
{
    const char *name = abx_type_name(type);

    (void)writer;
    put_words(out, type, name ? name : "?", declarator);
}

typedef void (*put_kind)(struct writer *writer, struct abx_buffer *out,
                         const struct abx_type *type, const char *declarator);

static const put_kind put_kinds[ABX_N_TYPE_KINDS] = {
    [ABX_TYPE_VOID] = put_builtin,    [ABX_TYPE_BOOL] = put_builtin,
    [ABX_TYPE_CHAR] = put_builtin,    [ABX_TYPE_INT] = put_builtin,
    [ABX_TYPE_FLOAT] = put_builtin,   [ABX_TYPE_COMPLEX] = put_complex,
    [ABX_TYPE_VA_LIST] = put_builtin, [ABX_TYPE_POINTER] = put_pointer,
    [ABX_TYPE_ARRAY] = put_array,     [ABX_TYPE_FUNCTION] = put_function,
    [ABX_TYPE_STRUCT] = put_record,   [ABX_TYPE_UNION] = put_record,
    [ABX_TYPE_ENUM] = put_enum,       [ABX_TYPE_TYPEDEF] = put_typedef,
};

static void put_type(struct writer *writer, struct abx_buffer *out,
                     const struct abx_type *type, const char *declarator)
{
    if (writer->depth == DEPTH_MAX) {
        abx_buffer_printf(out, "? %s", declarator);
        return;
    }
    writer->depth++;
    put_kinds[abx_type_kind(type)](writer, out, type, declarator);
    writer->depth--;
}

void abx_cdecl_put(struct abx_buffer *out, struct abx_table *table,
                   const struct abx_type *type, const char *name)
{
    struct writer writer = {.table = table};

    put_type(&writer, out, type, name);
}

unsigned abx_cdecl_put_reading(struct abx_buffer *out, struct abx_table *table,
                               const struct abx_type *type, const char *name,
                               unsigned long reading)
{
    struct writer writer = {.table = table, .is_for_compiler = true, .reading = reading};
    struct abx_buffer unused = {0};

    put_type(&writer, out ? out : &unused, type, name);
    abx_buffer_finish(&unused);
    return writer.n_ambiguous;
}
