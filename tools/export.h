/**
 * What the writers of `abidex export` share: what is exported, in an order in which it can
 * be declared, and how each record is said in a language that lays records out itself.
 */
#ifndef ABX_TOOLS_EXPORT_H
#define ABX_TOOLS_EXPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "abidex.h"
#include "base/arena.h"
#include "base/buffer.h"
#include "base/map.h"

struct export_record;

/* A line of the table that is exported. */
struct export_item {
    enum abx_kind kind;
    const char *name;
    struct abx_entry entry;
    const struct abx_type *type;         /* of types, functions, variables, constants */
    const struct abx_function *function; /* of functions */
    const struct abx_type *body; /* the record or enumeration that it defines; or NULL */
    const struct export_record
        *record;        /* the plan for it; NULL: none yet, or no record */
    const char *reason; /* why it is left out; NULL: it is not */
    bool is_visited;
};

struct export_items {
    struct export_item **items;
    size_t n_items;
    size_t capacity;
};

struct export;

/* What a language can declare. */
struct export_rules {
    const char *language; /* "cffi", for who reads C declarations */
    /* Why a member of the type can't be written; NULL: it can. */
    const char *(*find_reason)(struct export *export, const struct abx_type *type);
    size_t align_max;    /* that some scalar has; set by export_use */
    size_t unit_max;     /* bytes that bit-fields may share */
    bool is_aligned;     /* any alignment of a record can be told, without a field */
    bool is_pack_shared; /* records inside have the pack of the one around them */
    bool has_empty;      /* records of no bytes */
    bool is_unit_open;   /* a full unit of bit-fields goes on if the next one is larger */
};

struct export
{
    struct abx_table *table;
    struct abx_buffer *out;
    struct abx_arena arena;
    struct export_items all;    /* as they were asked for */
    struct export_items types;  /* in an order in which C can declare them */
    struct abx_map map;         /* "struct stat" to its item */
    struct abx_map enumerators; /* that were declared */
    struct export_rules rules;
    bool is_out_of_memory;
    int status; /* the first thing that could not be read */
    struct abx_error err;
};

/*
 * Adds the lines called @name ("stat", "struct stat"), or with NULL the whole table, and
 * what they need. ABX_OK; ABX_MISSING if there is no such name; else what reading the
 * table answered, in export->err.
 */
int export_select(struct export *export, const char *name);
void export_finish(struct export *export);

/* The item of a named type; NULL where it is not among what is exported. */
struct export_item *export_find(const struct export *export, enum abx_kind kind,
                                const char *name);
struct export_item *export_find_type(const struct export *export,
                                     const struct abx_type *type);

/* A terminated copy in the arena; "" when out of memory, which is remembered. */
const char *export_copy(struct export *export, const char *text, size_t size);
const char *export_print(struct export *export, const char *format, ...) ABX_FORMAT(2, 3);

/* What a type refers to; NULL, remembered, if it can't be read. */
const struct abx_type *export_target(struct export *export, const struct abx_type *type);

/* The unnamed struct or union that a type is, or is an array of; NULL: none. */
const struct abx_type *export_unnamed(struct export *export, const struct abx_type *type);

bool export_is_record(const struct abx_type *type);

/* Why a function of the type can't be called through Python: it is passed or returns a
 * union or bit-fields by value, or has a calling convention of its own. */
const char *export_call_reason(struct export *export, const struct abx_type *type);

/* What stands behind the name in an item's line. */
const char *export_rest(struct export *export, const struct export_item *item);

/* The value in a constant's line. */
const char *export_value(struct export *export, const struct export_item *item);

/* The function or variable that an item is or, as an alias, stands for; NULL: it is none,
 * or left out. */
const struct export_item *export_symbol(struct export *export,
                                        const struct export_item *item);

/* The number of the library, from 0, that has a function or variable; 0 where the table
 * names none. The attribute symbol= or the name in *@symbolp. */
size_t export_library(struct export *export, const struct export_item *item,
                      const char **symbolp);

/* ---- records */

enum export_field_kind {
    EXPORT_PLAIN,   /* the member's own type */
    EXPORT_RECORD,  /* the unnamed record that the member is, or is an array of */
    EXPORT_BYTES,   /* the member as bytes, for a reason */
    EXPORT_BITS,    /* a bit-field, in a unit of unit_size bytes */
    EXPORT_PADDING, /* bytes */
    EXPORT_PADDING_BITS,
    EXPORT_ALIGNER /* nothing, but with an alignment of size bytes */
};

struct export_field {
    enum export_field_kind kind;
    const char *name; /* NULL: an anonymous member */
    const struct abx_type *type;
    size_t size;
    size_t unit_size;
    unsigned width;
    bool is_signed;
    const struct export_record *record;
    const char *reason;
};

/* How a record is declared so that it comes out as the table has it. */
struct export_record {
    const struct abx_type *type;
    struct export_field *items;
    size_t n_items;
    size_t capacity;
    size_t pack;        /* the greatest alignment of a field; 0: its own */
    size_t align;       /* what comes out */
    bool is_raised;     /* more than that of any member */
    const char *reason; /* why it can't be declared; NULL: it can */
};

/* Sets what the language can declare. */
void export_use(struct export *export, const struct export_rules *rules);

/* Plans an item's record, if it has one, and sets the reason if it can't be declared. To
 * be called in the order of export->types. */
void export_plan(struct export *export, struct export_item *item);

/* A scalar type with that alignment: "u32"; NULL: none. */
const struct abx_type *export_aligned_type(struct export *export, size_t align);

/* Gives each function with a transparent union among its parameters the type by which it is
 * called without one. */
void export_pass(struct export *export);

/* ---- C declarations, for those who read them */

/* Why the C text of a type can't be read by those who read declarations. */
const char *export_c_reason(struct export *export, const struct abx_type *type);

/* Plans all, and sets the reasons of typedefs, enumerations, functions, variables. */
void export_c_plan(struct export *export);

/* Declares each struct and union without its members. */
void export_c_put_tags(struct export *export);

/* Declares a type; with @has_attributes packing and alignment too. */
void export_c_put_type(struct export *export, const struct export_item *item,
                       bool has_attributes);

/* Puts the declaration of @name without a semicolon. */
void export_c_put(struct export *export, const struct abx_type *type, const char *name);

/* ---- what modules have in common */

/* What Python or Lua calls the architecture; NULL: not known. */
const char *export_machine(const struct export *export, bool is_lua);

/* Systems that a module can tell from each other. */
enum export_system { EXPORT_OTHER, EXPORT_GLIBC, EXPORT_MUSL, EXPORT_WINDOWS };
enum export_system export_system(const struct export *export);

bool export_python_is_keyword(const char *name);

/* @text as a string literal of Python. */
void export_python_put_string(struct abx_buffer *out, const char *text);
void export_python_put_head(struct export *export, const char *what);
void export_python_put_libraries(struct export *export);
void export_python_put_constants(struct export *export);
void export_python_put_left_out(struct export *export);

/* The real symbols of functions, variables and their aliases: name to (library, symbol),
 * without those that are called so in the first library. */
void export_python_put_symbols(struct export *export);

/* A value in the table's notation that is no exact double. */
bool export_is_double(const char *value);

/* ---- types of ctypes */

/* The class or variable for a type: struct_stat, div_t. */
const char *export_ctypes_class(struct export *export, const struct export_item *item);

/* Puts an expression for a type. The answer is why it can't be, or NULL. */
const char *export_ctypes_put(struct export *export, struct abx_buffer *out,
                              const struct abx_type *type);

/* ---- types of stubs */

/* What a pointer leads to; NULL: the type is no pointer, or can't be read. */
const struct abx_type *export_stubs_target(struct export *export,
                                           const struct abx_type *type);

/* What Python gets of a pointer to @target that is not NULL; what has to be freed stays a
 * pointer. */
const char *export_stubs_pointer(struct export *export, const struct abx_type *target,
                                 bool is_owned);

/* Puts what Python gets of a type. */
void export_stubs_put_given(struct export *export, const struct abx_type *type);

/* Whether `out` may stand for an argument of the type. */
bool export_stubs_is_out(struct export *export, const struct abx_type *type);

/* Puts what Python may give for a parameter; with @has_out `out` as well, where it may. */
void export_stubs_put_taken(struct export *export, const struct abx_type *type,
                            bool is_nonnull, bool has_out);

/* ---- the formats */

void export_cffi(struct export *export);
void export_ctypes(struct export *export);
void export_json(struct export *export);
void export_luajit(struct export *export);
void export_stubs(struct export *export);

#endif
