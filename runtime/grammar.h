/**
 * The words of the table format, shared by the generator, which writes them, and the
 * runtime, which reads them. The format itself is described in bindings/FORMAT.md.
 */
#ifndef ABX_GRAMMAR_H
#define ABX_GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>

#include "abidex.h"
#include "base/buffer.h"

#define ABX_FORMAT_VERSION 1
#define ABX_HEADER_MAX     65536
#define ABX_END_LINE       "~end\n"

struct abx_builtin {
    const char *name;
    enum abx_type_kind kind;
    unsigned size; /* bytes; 0 where the platform decides */
    bool is_signed;
};

/* What stands behind the type of a `fn` or `var` line, in that order. */
enum abx_attribute_id {
    ABX_ATTRIBUTE_SYMBOL,
    ABX_ATTRIBUTE_IN,
    ABX_ATTRIBUTE_NONNULL,
    ABX_ATTRIBUTE_STATIC,
    ABX_ATTRIBUTE_CALLBACK,
    ABX_ATTRIBUTE_BUFFER,
    ABX_ATTRIBUTE_ARRAY,
    ABX_ATTRIBUTE_FREES,
    ABX_ATTRIBUTE_RETURNS_NONNULL,
    ABX_ATTRIBUTE_NORETURN,
    ABX_ATTRIBUTE_RETURNS_TWICE,
    ABX_ATTRIBUTE_MALLOC,
    ABX_ATTRIBUTE_DEALLOC,
    ABX_ATTRIBUTE_ALLOC_SIZE,
    ABX_ATTRIBUTE_ALLOC_ALIGN,
    ABX_ATTRIBUTE_FORMAT,
    ABX_ATTRIBUTE_FORMAT_ARG,
    ABX_ATTRIBUTE_WARN_UNUSED_RESULT,
    ABX_ATTRIBUTE_DEPRECATED,
    ABX_ATTRIBUTE_REFUSED,
    ABX_ATTRIBUTE_UNTOLD,
    ABX_ATTRIBUTE_FAILS,
    ABX_N_ATTRIBUTES
};

/* How a function is called, where that is not as the platform calls all others. */
enum abx_convention {
    ABX_CONVENTION_PLATFORM,
    ABX_CONVENTION_AAPCS,
    ABX_CONVENTION_AAPCS_VFP,
    ABX_CONVENTION_AARCH64_VECTOR_PCS,
    ABX_CONVENTION_FASTCALL,
    ABX_CONVENTION_MS_ABI,
    ABX_CONVENTION_REGCALL,
    ABX_CONVENTION_REGPARM1,
    ABX_CONVENTION_REGPARM2,
    ABX_CONVENTION_REGPARM3,
    ABX_CONVENTION_STDCALL,
    ABX_CONVENTION_SYSV_ABI,
    ABX_CONVENTION_THISCALL,
    ABX_CONVENTION_VECTORCALL,
    ABX_N_CONVENTIONS
};

/* The word of a union that is passed as its first member is. */
#define ABX_TRANSPARENT_UNION "transparent_union"

/* An attribute's word, without the "=" in front of its value. */
const char *abx_attribute_word(enum abx_attribute_id id);

/* A calling convention's word; NULL for the platform's own. */
const char *abx_convention_word(enum abx_convention convention);

/* The convention behind a word of @size bytes; ABX_CONVENTION_PLATFORM if it is none. */
enum abx_convention abx_convention_find(const char *word, size_t size);

/* The keyword of a line kind: "fn", "struct", … */
const char *abx_kind_word(enum abx_kind kind);

/* The kind behind a keyword of @size bytes; ABX_KIND_NONE if it is none. */
enum abx_kind abx_kind_find(const char *word, size_t size);

/* The builtin type called by @size bytes of @name; NULL if it is none. */
const struct abx_builtin *abx_builtin_find(const char *name, size_t size);

/* Whether @c may stand in a name. */
bool abx_is_name_char(char c);

/* The value of a hexadecimal digit in lower case, -1 where @c is none. */
int abx_grammar_digit(char c);

/* Writes one character unit of a string constant, escaped. */
void abx_grammar_put_unit(struct abx_buffer *buffer, unsigned long unit);

/*
 * Reads one character unit of an escaped string at @text, up to @end. Returns the bytes
 * read, 0 where the text is not well-formed.
 */
size_t abx_grammar_get_unit(const char *text, const char *end, unsigned long *unitp);

/* Bytes of the UTF-8 sequence at @text; 0: there is none, or a control character. */
size_t abx_grammar_character_size(const char *text, const char *end);

#endif
