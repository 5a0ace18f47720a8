/**
 * C's own way of writing a type, turned into the table's notation.
 */
#ifndef ABX_TYPE_SPELLING_H
#define ABX_TYPE_SPELLING_H

#include "abidex.h"
#include "base/buffer.h"

enum abx_spelling {
    ABX_SPELLING_NONE,
    ABX_SPELLING_WRONG,    /* meant as C, but no type */
    ABX_SPELLING_FUNCTION, /* the same, where a list of parameters stands */
    ABX_SPELLING_TYPE
};

/*
 * Appends the notation of the type that @text writes as C does ("unsigned long (*)[4]"),
 * with the widths of @table's platform. The names in it are not looked up, and a list of
 * parameters is not read. The buffer counts with ABX_SPELLING_TYPE alone.
 */
enum abx_spelling abx_type_spell(const struct abx_table *table, const char *text,
                                 struct abx_buffer *notation);

#endif
