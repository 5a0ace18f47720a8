/**
 * Types as the table tells them. A node is immutable once it was published in the table's
 * cache, but for the target of a pointer, which is looked up when it is first asked for.
 */
#ifndef ABX_TYPE_H
#define ABX_TYPE_H

#include "abidex.h"
#include "base/buffer.h"
#include "runtime/grammar.h"

struct abx_type {
    enum abx_type_kind kind;
    bool is_signed;
    bool is_const;
    bool is_volatile;
    bool is_atomic;
    bool is_incomplete;
    bool is_variadic;               /* functions */
    bool has_no_prototype;          /* functions */
    enum abx_convention convention; /* functions */
    bool is_transparent;            /* unions, and typedefs that make one so */
    const char *name;               /* tag, typedef name, or the word of a builtin */
    bool is_builtin;
    size_t size;
    size_t align;
    size_t length;                 /* arrays: elements, 0 if unknown */
    bool is_flexible;              /* arrays: written [] */
    const struct abx_type *target; /* as abx_type_find_target; pointers: NULL */
    const char *target_text;       /* pointers: the notation of the target */
    size_t target_text_size;
    _Atomic(const struct abx_type *) pointee; /* pointers: NULL: not looked up yet */
    struct abx_table *table; /* pointers: whose lock and lines the look-up needs */
    size_t n_members;
    struct abx_member *members; /* struct, union */
    size_t n_parameters;
    struct abx_parameter {
        const char *name;
        const struct abx_type *type;
    } * parameters;
    size_t n_enumerators;
    const char **enumerators;
};

/* What the parser of types reads from. Zeroed but for table, at, end, line and err. */
struct abx_parser {
    struct abx_table *table;
    const char *at;
    const char *end;
    const char *line; /* in the table's line, for messages; NULL: text of a caller */
    unsigned depth;   /* nesting, limited */
    struct abx_error *err;
    const struct abx_parser
        *outer;         /* whose text refers to the line that this one reads */
    enum abx_kind kind; /* what that line defines */
    const char *name;
    size_t name_size;
};

/*
 * Parses one type at parser->at and leaves at behind it. The table's lock is held; nodes
 * come from its arena. ABX_OK; ABX_BROKEN (ABX_REFUSED where line is NULL); ABX_MISSING;
 * ABX_NO_MEMORY.
 */
int abx_type_parse(struct abx_parser *parser, const struct abx_type **typep);

/* A type's name for messages: its notation, cut to @size bytes. Returns @text. */
const char *abx_type_label(const struct abx_type *type, char *text, size_t size);

/*
 * The union behind @type, where an argument of it is passed as its first member is and
 * may be a value of any of them; NULL where it is no such type.
 */
const struct abx_type *abx_type_transparent(const struct abx_type *type);

/* The type behind typedefs that a parameter is passed as: of a transparent union its first
 * member's. */
const struct abx_type *abx_type_passed(const struct abx_type *parameter);

/* abx_type_strip where it is asked so often that a call counts. */
static inline const struct abx_type *abx_type_behind(const struct abx_type *type)
{
    while (type->kind == ABX_TYPE_TYPEDEF)
        type = type->target;
    return type;
}

/* Whether an object of @type is const, as an array is whose elements are. */
bool abx_type_is_fixed(const struct abx_type *type);

/*
 * Whether two types are the same behind typedefs and qualifiers; void pointers agree with
 * all pointers, integers with those of their size, functions with those that are called
 * alike. ABX_OK; ABX_REFUSED, without a
 * message; what looking up pointees answers.
 */
int abx_type_agree(const struct abx_type *a, const struct abx_type *b,
                   struct abx_error *err);

/* Appends the notation of the type. */
void abx_type_put(const struct abx_type *type, struct abx_buffer *buffer);

#endif
