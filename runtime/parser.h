/**
 * Pieces of the parser of types: words and messages, and the parts that call each other
 * across files. All need the table's lock and answer as abx_type_parse.
 */
#ifndef ABX_PARSER_H
#define ABX_PARSER_H

#include "base/format.h"
#include "runtime/type.h"

/* Nested types, and lines that refer to lines; a table made from headers needs about ten.
 */
enum { ABX_PARSER_DEPTH = 64 };

/* A table that says more is damaged; smaller than what size_t holds, so sums cannot wrap.
 */
#define ABX_SIZE_LIMIT (SIZE_MAX / 32)

/* ABX_BROKEN with the line, or ABX_REFUSED for a caller's text. */
int abx_parser_fail(struct abx_parser *parser, const char *format, ...) ABX_FORMAT(2, 3);

/* Whether @word stands next; stays in front of it. */
bool abx_parser_sees(const struct abx_parser *parser, const char *word);

/* The same, and goes behind it. */
bool abx_parser_takes(struct abx_parser *parser, const char *word);

/* Whether a record is written out next, behind "struct " or "union ", not its tag. */
bool abx_parser_sees_record(const struct abx_parser *parser);

/* A number within ABX_SIZE_LIMIT. False: none there, or one that is too large. */
bool abx_parser_take_number(struct abx_parser *parser, size_t *numberp);

/* A power of two that object files can express. False: none there. */
bool abx_parser_take_alignment(struct abx_parser *parser, size_t *alignp);

/* A name, where it stands. False: none there. */
bool abx_parser_take_name(struct abx_parser *parser, const char **namep, size_t *sizep);

/* A name, as a terminated copy in the table's arena. */
int abx_parser_copy_name(struct abx_parser *parser, const char **namep);

/* A zeroed node of the table's arena; NULL: out of memory, reported. */
struct abx_type *abx_parser_node(struct abx_parser *parser, enum abx_type_kind kind);

/* A type without a parameter list behind it. */
int abx_type_parse_prefixed(struct abx_parser *parser, const struct abx_type **typep);

/* SIZE ALIGN {MEMBERS}, into @type, whose kind is set. */
int abx_type_parse_record(struct abx_parser *parser, struct abx_type *type);

/* Whether @type, which is marked so, can be a transparent union. */
int abx_type_check_transparent(struct abx_parser *parser, const struct abx_type *type);

/* TYPE {NAMES}, into @type. */
int abx_type_parse_enumeration(struct abx_parser *parser, struct abx_type *type);

/* The struct, union, enum or typedef called by @size bytes of @name, from its line. */
int abx_type_resolve(struct abx_parser *parser, enum abx_kind kind, const char *name,
                     size_t size, const struct abx_type **typep);

/* Goes behind a type without parameter list, looking at nothing but its brackets and
 * words. */
int abx_type_skip_prefixed(struct abx_parser *parser);

#endif
