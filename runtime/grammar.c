/*
 * The words of the table format. They stand in const arrays, because the generator writes
 * what the runtime reads: a keyword that is known in one place only cannot be misspelt in
 * the other.
 */
#include "runtime/grammar.h"

#include <string.h>

static const char *const kind_words[ABX_N_KINDS] = {
    [ABX_KIND_ALIAS] = "alias",     [ABX_KIND_CONST] = "const",
    [ABX_KIND_ENUM] = "enum",       [ABX_KIND_ERROR] = "error",
    [ABX_KIND_FN] = "fn",           [ABX_KIND_MEMBER] = "member",
    [ABX_KIND_OMIT] = "omit",       [ABX_KIND_STRUCT] = "struct",
    [ABX_KIND_TYPEDEF] = "typedef", [ABX_KIND_UNION] = "union",
    [ABX_KIND_UNIT] = "unit",       [ABX_KIND_VAR] = "var",
};

static const struct abx_builtin builtins[] = {
    {"void", ABX_TYPE_VOID, 0, false},    {"bool", ABX_TYPE_BOOL, 1, false},
    {"char", ABX_TYPE_CHAR, 1, false},    {"i8", ABX_TYPE_INT, 1, true},
    {"i16", ABX_TYPE_INT, 2, true},       {"i32", ABX_TYPE_INT, 4, true},
    {"i64", ABX_TYPE_INT, 8, true},       {"i128", ABX_TYPE_INT, 16, true},
    {"u8", ABX_TYPE_INT, 1, false},       {"u16", ABX_TYPE_INT, 2, false},
    {"u32", ABX_TYPE_INT, 4, false},      {"u64", ABX_TYPE_INT, 8, false},
    {"u128", ABX_TYPE_INT, 16, false},    {"f16", ABX_TYPE_FLOAT, 2, true},
    {"f32", ABX_TYPE_FLOAT, 4, true},     {"f64", ABX_TYPE_FLOAT, 8, true},
    {"f80", ABX_TYPE_FLOAT, 0, true},     {"f128", ABX_TYPE_FLOAT, 16, true},
    {"ibm128", ABX_TYPE_FLOAT, 16, true}, {"va_list", ABX_TYPE_VA_LIST, 0, false},
};

static const char *const attribute_words[ABX_N_ATTRIBUTES] = {
    [ABX_ATTRIBUTE_SYMBOL] = "symbol",
    [ABX_ATTRIBUTE_IN] = "in",
    [ABX_ATTRIBUTE_NONNULL] = "nonnull",
    [ABX_ATTRIBUTE_STATIC] = "static",
    [ABX_ATTRIBUTE_CALLBACK] = "callback",
    [ABX_ATTRIBUTE_BUFFER] = "buffer",
    [ABX_ATTRIBUTE_ARRAY] = "array",
    [ABX_ATTRIBUTE_FREES] = "frees",
    [ABX_ATTRIBUTE_RETURNS_NONNULL] = "returns_nonnull",
    [ABX_ATTRIBUTE_NORETURN] = "noreturn",
    [ABX_ATTRIBUTE_RETURNS_TWICE] = "returns_twice",
    [ABX_ATTRIBUTE_MALLOC] = "malloc",
    [ABX_ATTRIBUTE_DEALLOC] = "dealloc",
    [ABX_ATTRIBUTE_ALLOC_SIZE] = "alloc_size",
    [ABX_ATTRIBUTE_ALLOC_ALIGN] = "alloc_align",
    [ABX_ATTRIBUTE_FORMAT] = "format",
    [ABX_ATTRIBUTE_FORMAT_ARG] = "format_arg",
    [ABX_ATTRIBUTE_WARN_UNUSED_RESULT] = "warn_unused_result",
    [ABX_ATTRIBUTE_DEPRECATED] = "deprecated",
    [ABX_ATTRIBUTE_REFUSED] = "refused",
    [ABX_ATTRIBUTE_UNTOLD] = "untold",
    [ABX_ATTRIBUTE_FAILS] = "fails",
};

static const char *const convention_words[ABX_N_CONVENTIONS] = {
    [ABX_CONVENTION_AAPCS] = "aapcs",
    [ABX_CONVENTION_AAPCS_VFP] = "aapcs_vfp",
    [ABX_CONVENTION_AARCH64_VECTOR_PCS] = "aarch64_vector_pcs",
    [ABX_CONVENTION_FASTCALL] = "fastcall",
    [ABX_CONVENTION_MS_ABI] = "ms_abi",
    [ABX_CONVENTION_REGCALL] = "regcall",
    [ABX_CONVENTION_REGPARM1] = "regparm1",
    [ABX_CONVENTION_REGPARM2] = "regparm2",
    [ABX_CONVENTION_REGPARM3] = "regparm3",
    [ABX_CONVENTION_STDCALL] = "stdcall",
    [ABX_CONVENTION_SYSV_ABI] = "sysv_abi",
    [ABX_CONVENTION_THISCALL] = "thiscall",
    [ABX_CONVENTION_VECTORCALL] = "vectorcall",
};

const char *abx_attribute_word(enum abx_attribute_id id)
{
    return attribute_words[id];
}

const char *abx_convention_word(enum abx_convention convention)
{
    return convention_words[convention];
}

const char *abx_kind_word(enum abx_kind kind)
{
    return (unsigned)kind < ABX_N_KINDS ? kind_words[kind] : NULL;
}

static bool is_word(const char *known, const char *word, size_t size)
{
    return known != NULL && strlen(known) == size && memcmp(known, word, size) == 0;
}

enum abx_kind abx_kind_find(const char *word, size_t size)
{
    for (int kind = 0; kind < ABX_N_KINDS; kind++) {
        if (is_word(kind_words[kind], word, size))
            return (enum abx_kind)kind;
    }
    return ABX_KIND_NONE;
}

enum abx_convention abx_convention_find(const char *word, size_t size)
{
    for (int i = 0; i < ABX_N_CONVENTIONS; i++) {
        if (is_word(convention_words[i], word, size))
            return (enum abx_convention)i;
    }
    return ABX_CONVENTION_PLATFORM;
}

const struct abx_builtin *abx_builtin_find(const char *name, size_t size)
{
    for (size_t i = 0; i < sizeof(builtins) / sizeof(*builtins); i++) {
        if (is_word(builtins[i].name, name, size))
            return &builtins[i];
    }
    return NULL;
}

/* Not isalpha: what a name is does not depend on the locale. */
bool abx_is_name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '_' || c == '$' || (unsigned char)c > 0x7f;
}

void abx_grammar_put_unit(struct abx_buffer *buffer, unsigned long unit)
{
    if (unit == '"' || unit == '\\')
        abx_buffer_printf(buffer, "\\%c", (int)unit);
    else if (unit >= 0x20 && unit <= 0x7e)
        abx_buffer_putc(buffer, (char)unit);
    else if (unit <= 0xff)
        abx_buffer_printf(buffer, "\\x%02lx", unit);
    else
        abx_buffer_printf(buffer, "\\u{%lx}", unit);
}

int abx_grammar_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

/* Reads hexadecimal digits, at most eight. Returns how many. */
static size_t get_digits(const char *text, const char *end, unsigned long *numberp)
{
    size_t size = 0;

    *numberp = 0;
    while (size < 8 && text + size < end && abx_grammar_digit(text[size]) >= 0)
        *numberp = *numberp << 4 | (unsigned long)abx_grammar_digit(text[size++]);
    return size;
}

static size_t get_wide_unit(const char *text, const char *end, unsigned long *unitp)
{
    size_t size;

    if (end - text < 5 || text[2] != '{' || text[3] == '0')
        return 0;
    size = get_digits(text + 3, end, unitp);
    if (text + 3 + size == end || text[3 + size] != '}' || *unitp <= 0xff)
        return 0;
    return 3 + size + 1;
}

static size_t get_byte_unit(const char *text, const char *end, unsigned long *unitp)
{
    const char *stop = end - text > 4 ? text + 4 : end;

    if (get_digits(text + 2, stop, unitp) != 2)
        return 0;
    return *unitp >= 0x20 && *unitp <= 0x7e ? 0 : 4;
}

size_t abx_grammar_get_unit(const char *text, const char *end, unsigned long *unitp)
{
    if (text == end || *text < 0x20 || *text > 0x7e || *text == '"')
        return 0;
    *unitp = (unsigned char)*text;
    if (*text != '\\')
        return 1;
    if (end - text < 2)
        return 0;
    *unitp = (unsigned char)text[1];
    if (text[1] == '"' || text[1] == '\\')
        return 2;
    if (text[1] == 'x')
        return get_byte_unit(text, end, unitp);
    return text[1] == 'u' ? get_wide_unit(text, end, unitp) : 0;
}

size_t abx_grammar_character_size(const char *text, const char *end)
{
    const unsigned char *at = (const unsigned char *)text;
    static const struct {
        unsigned char mask, lead, least;
        size_t size;
    } forms[] = {{0xe0, 0xc0, 0xc2, 2}, {0xf0, 0xe0, 0xe0, 3}, {0xf8, 0xf0, 0xf0, 4}};

    if (*at < 0x80)
        return *at >= 0x20 && *at != 0x7f;
    for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
        size_t size = forms[i].size;

        if ((*at & forms[i].mask) != forms[i].lead || *at < forms[i].least ||
            *at > 0xf4 || (size_t)(end - text) < size)
            continue;
        for (size_t j = 1; j < size; j++) {
            if ((at[j] & 0xc0) != 0x80)
                return 0;
        }
        return size;
    }
    return 0;
}
