/*
 * Types as C writes them, for whoever has them from a header or a manual page. Only the
 * text is translated: the notation that comes out is parsed as if the caller had written
 * it, so that there is one parser that knows what a type may be. A declarator is read from
 * the outside inwards, which is the order in which the notation has it.
 */
#include "runtime/type_spelling.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/grammar.h"
#include "runtime/parser.h"
#include "runtime/table.h"

/* Each keyword has two bits of a sum, which counts how often it stands there. */
enum {
    VOID = 1,
    BOOL = VOID << 2,
    CHAR = BOOL << 2,
    SHORT = CHAR << 2,
    INT = SHORT << 2,
    LONG = INT << 2,
    INT128 = LONG << 2,
    FLOAT = INT128 << 2,
    DOUBLE = FLOAT << 2,
    SIGNED = DOUBLE << 2,
    UNSIGNED = SIGNED << 2,
    COMPLEX = UNSIGNED << 2
};

static const struct {
    const char *word;
    unsigned value;
} keywords[] = {
    {"void", VOID},           {"bool", BOOL},       {"_Bool", BOOL},
    {"char", CHAR},           {"short", SHORT},     {"int", INT},
    {"long", LONG},           {"__int128", INT128}, {"float", FLOAT},
    {"double", DOUBLE},       {"signed", SIGNED},   {"__signed__", SIGNED},
    {"unsigned", UNSIGNED},   {"complex", COMPLEX}, {"_Complex", COMPLEX},
    {"__complex__", COMPLEX},
};

/* What a sum means; of NULL the platform decides. */
static const struct {
    unsigned sum;
    const char *notation;
} sums[] = {
    {VOID, "void"},
    {BOOL, "bool"},
    {CHAR, "char"},
    {SIGNED + CHAR, "i8"},
    {UNSIGNED + CHAR, "u8"},
    {SHORT, "i16"},
    {SHORT + INT, "i16"},
    {SIGNED + SHORT, "i16"},
    {SIGNED + SHORT + INT, "i16"},
    {UNSIGNED + SHORT, "u16"},
    {UNSIGNED + SHORT + INT, "u16"},
    {INT, "i32"},
    {SIGNED, "i32"},
    {SIGNED + INT, "i32"},
    {UNSIGNED, "u32"},
    {UNSIGNED + INT, "u32"},
    {LONG, NULL},
    {LONG + INT, NULL},
    {SIGNED + LONG, NULL},
    {SIGNED + LONG + INT, NULL},
    {UNSIGNED + LONG, NULL},
    {UNSIGNED + LONG + INT, NULL},
    {2 * LONG, "i64"},
    {2 * LONG + INT, "i64"},
    {SIGNED + 2 * LONG, "i64"},
    {SIGNED + 2 * LONG + INT, "i64"},
    {UNSIGNED + 2 * LONG, "u64"},
    {UNSIGNED + 2 * LONG + INT, "u64"},
    {INT128, "i128"},
    {SIGNED + INT128, "i128"},
    {UNSIGNED + INT128, "u128"},
    {FLOAT, "f32"},
    {DOUBLE, "f64"},
    {LONG + DOUBLE, NULL},
    {COMPLEX + FLOAT, "complex f32"},
    {COMPLEX + DOUBLE, "complex f64"},
    {COMPLEX + LONG + DOUBLE, NULL},
};

/* Names that compilers have for themselves. */
static const struct {
    const char *word;
    const char *notation;
} names[] = {
    {"_Float16", "f16"},    {"_Float32", "f32"},
    {"_Float64", "f64"},    {"_Float128", "f128"},
    {"__float128", "f128"}, {"__float80", "f80"},
    {"__ibm128", "ibm128"}, {"__builtin_va_list", "va_list"},
};

static const struct {
    const char *word;
    unsigned flag;
    const char *notation; /* in the order in which they stand there */
} qualifiers[] = {
    {"const", 1, "const "}, {"volatile", 2, "volatile "}, {"_Atomic", 4, "atomic "},
    {"restrict", 0, ""},    {"__restrict", 0, ""},        {"__restrict__", 0, ""},
};

#define N_ITEMS(array) (sizeof(array) / sizeof(*(array)))

struct reader {
    const struct abx_table *table;
    struct abx_buffer *out;
    unsigned depth;
    bool is_function;
};

/* The words in front of the declarator. */
struct specifiers {
    unsigned flags;
    unsigned sum;
    const char *tag; /* "struct ", "union ", "enum " or "" */
    const char *name;
    size_t name_size;
};

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

static const char *skip_space(const char *at)
{
    while (is_space(*at))
        at++;
    return at;
}

/* The size of the word at @at, 0 if there is none. */
static size_t word_size(const char *at)
{
    size_t size = 0;

    if (*at >= '0' && *at <= '9')
        return 0;
    while (at[size] != '\0' && abx_is_name_char(at[size]))
        size++;
    return size;
}

static bool is_word(const char *at, size_t size, const char *word)
{
    return strlen(word) == size && memcmp(at, word, size) == 0;
}

/* ---- words ---- */

static bool add_qualifier(unsigned *flagsp, const char *at, size_t size)
{
    for (size_t i = 0; i < N_ITEMS(qualifiers); i++) {
        if (is_word(at, size, qualifiers[i].word)) {
            *flagsp |= qualifiers[i].flag;
            return true;
        }
    }
    return false;
}

static bool add_keyword(struct specifiers *specifiers, const char *at, size_t size,
                        bool *is_rightp)
{
    for (size_t i = 0; i < N_ITEMS(keywords); i++) {
        unsigned value = keywords[i].value;

        if (is_word(at, size, keywords[i].word)) {
            *is_rightp = specifiers->name == NULL && specifiers->sum / value % 4 < 3;
            specifiers->sum += *is_rightp ? value : 0;
            return true;
        }
    }
    return false;
}

/* "i32": the notation's words are no part of C's. va_list is C's too. */
static bool is_notation(const char *at, size_t size)
{
    const struct abx_builtin *builtin = abx_builtin_find(at, size);

    return builtin != NULL && builtin->kind != ABX_TYPE_VA_LIST;
}

/* A typedef's name, or a tag behind its keyword. Returns what is behind it; NULL where no
 * name can stand. */
static const char *add_name(struct specifiers *specifiers, const char *at, size_t size)
{
    static const char *const tags[] = {"struct ", "union ", "enum "};

    if (specifiers->sum > 0 || specifiers->name != NULL || is_notation(at, size))
        return NULL;
    specifiers->tag = "";
    for (size_t i = 0; i < N_ITEMS(tags); i++) {
        if (strlen(tags[i]) == size + 1 && memcmp(at, tags[i], size) == 0) {
            specifiers->tag = tags[i];
            at = skip_space(at + size);
            size = word_size(at);
            break;
        }
    }
    specifiers->name = at;
    specifiers->name_size = size;
    return size > 0 ? at + size : NULL;
}

static const char *read_specifiers(struct specifiers *specifiers, const char *at)
{
    size_t size;

    for (at = skip_space(at); (size = word_size(at)) > 0; at = skip_space(at)) {
        bool is_right = true;

        if (add_qualifier(&specifiers->flags, at, size) ||
            add_keyword(specifiers, at, size, &is_right))
            at += size;
        else
            at = add_name(specifiers, at, size);
        if (!is_right || at == NULL)
            return NULL;
    }
    return specifiers->sum > 0 || specifiers->name != NULL ? at : NULL;
}

static void put_qualifiers(struct abx_buffer *out, unsigned flags)
{
    for (size_t i = 0; i < N_ITEMS(qualifiers); i++) {
        if (flags & qualifiers[i].flag)
            abx_buffer_puts(out, qualifiers[i].notation);
    }
}

/* What the first word of a property of the header says. */
static void put_property(struct reader *reader, const char *key)
{
    const char *value = abx_table_property(reader->table, key, 0);

    if (value != NULL)
        abx_buffer_put(reader->out, value, strcspn(value, " "));
}

static bool put_sum(struct reader *reader, unsigned sum)
{
    size_t i = 0;

    while (i < N_ITEMS(sums) && sums[i].sum != sum)
        i++;
    if (i == N_ITEMS(sums))
        return false;
    if (sums[i].notation != NULL) {
        abx_buffer_puts(reader->out, sums[i].notation);
    } else if (sum / DOUBLE % 4 > 0) {
        abx_buffer_puts(reader->out, sum / COMPLEX % 4 > 0 ? "complex " : "");
        put_property(reader, "long-double");
    } else {
        abx_buffer_printf(reader->out, "%c%u", sum / UNSIGNED % 4 > 0 ? 'u' : 'i',
                          reader->table->model.long_size * 8);
    }
    return true;
}

/* wchar_t is a word of its own in C++, and a typedef that few headers of C need. */
static bool is_unknown_wchar(const struct reader *reader, const char *at, size_t size)
{
    struct abx_entry entry;

    return is_word(at, size, "wchar_t") &&
           abx_table_find_entry(reader->table, ABX_KIND_TYPEDEF, "wchar_t", &entry,
                                NULL) == ABX_MISSING;
}

static bool put_specifiers(struct reader *reader, const struct specifiers *specifiers)
{
    put_qualifiers(reader->out, specifiers->flags);
    if (specifiers->sum > 0)
        return put_sum(reader, specifiers->sum);
    for (size_t i = 0; i < N_ITEMS(names) && *specifiers->tag == '\0'; i++) {
        if (is_word(specifiers->name, specifiers->name_size, names[i].word)) {
            abx_buffer_puts(reader->out, names[i].notation);
            return true;
        }
    }
    if (*specifiers->tag == '\0' &&
        is_unknown_wchar(reader, specifiers->name, specifiers->name_size)) {
        put_property(reader, "wchar");
        return true;
    }
    abx_buffer_puts(reader->out, specifiers->tag);
    abx_buffer_put(reader->out, specifiers->name, specifiers->name_size);
    return true;
}

/* ---- declarators ---- */

/* "[4]", "[0x10]" or "[]". Returns what is behind it; NULL where it is none of these. */
static const char *put_length(struct reader *reader, const char *at)
{
    unsigned long long length;
    char *end;

    at = skip_space(at + 1);
    if (*at == ']') {
        abx_buffer_puts(reader->out, "[]");
        return at + 1;
    }
    errno = 0;
    if (*at < '0' || *at > '9')
        return NULL;
    length = strtoull(at, &end, 0);
    at = skip_space(end);
    if (errno != 0 || *at != ']')
        return NULL;
    abx_buffer_printf(reader->out, "[%llu]", length);
    return at + 1;
}

static bool put_suffixes(struct reader *reader, const char *at, const char *end)
{
    for (at = skip_space(at); at < end; at = skip_space(at)) {
        reader->is_function |= *at == '(';
        if (*at != '[')
            return false;
        at = put_length(reader, at);
        if (at == NULL)
            return false;
    }
    return true;
}

/* The bracket that closes the one at @at; @end if there is none. */
static const char *find_close(const char *at, const char *end)
{
    unsigned depth = 0;

    for (; at < end; at++) {
        if (*at == '(')
            depth++;
        else if (*at == ')' && --depth == 0)
            return at;
    }
    return end;
}

static bool put_declarator(struct reader *reader, const char *at, const char *end);

static bool put_group(struct reader *reader, const char *at, const char *end)
{
    const char *close = find_close(at, end);

    at = skip_space(at + 1);
    if (*at != '*' && *at != '(' && *at != '[') {
        reader->is_function = true;
        return false;
    }
    return close < end && put_declarator(reader, at, close) &&
           put_suffixes(reader, close + 1, end);
}

static bool put_pointer(struct reader *reader, const char *at, const char *end)
{
    unsigned flags = 0;
    size_t size;

    at = skip_space(at + 1);
    while ((size = word_size(at)) > 0 && add_qualifier(&flags, at, size))
        at = skip_space(at + size);
    if (!put_declarator(reader, at, end))
        return false;
    put_qualifiers(reader->out, flags);
    abx_buffer_putc(reader->out, '*');
    return true;
}

/* What stands between @at and @end, around a name that is not there. */
static bool put_declarator(struct reader *reader, const char *at, const char *end)
{
    bool is_right;

    at = skip_space(at);
    if (reader->depth == ABX_PARSER_DEPTH)
        return false;
    reader->depth++;
    if (at < end && *at == '*')
        is_right = put_pointer(reader, at, end);
    else if (at < end && *at == '(')
        is_right = put_group(reader, at, end);
    else
        is_right = put_suffixes(reader, at, end);
    reader->depth--;
    return is_right;
}

/* Whether C was meant: words that the notation has too do not tell, but there no star
 * stands alone. */
static bool is_meant(const struct specifiers *specifiers, const char *text)
{
    unsigned sum = specifiers->sum;

    return sum - sum % SHORT - sum / COMPLEX * COMPLEX > 0 || strstr(text, "(*)") != NULL;
}

enum abx_spelling abx_type_spell(const struct abx_table *table, const char *text,
                                 struct abx_buffer *notation)
{
    struct reader reader = {.table = table, .out = notation};
    struct specifiers specifiers = {0};
    const char *declarator = read_specifiers(&specifiers, text);
    size_t size = strlen(text);

    if (declarator != NULL && !is_space(text[0]) && !is_space(text[size - 1]) &&
        put_declarator(&reader, declarator, text + size) &&
        put_specifiers(&reader, &specifiers))
        return ABX_SPELLING_TYPE;
    if (!is_meant(&specifiers, text))
        return ABX_SPELLING_NONE;
    return reader.is_function ? ABX_SPELLING_FUNCTION : ABX_SPELLING_WRONG;
}
