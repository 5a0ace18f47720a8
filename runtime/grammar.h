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

#endif
