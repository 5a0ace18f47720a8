/**
 * The parts of `abidex verify`: a table becomes facts, facts become C source, the
 * compiler makes an object of it, and the object holds the compiler's own answer to each
 * fact.
 */
#ifndef ABX_VERIFY_H
#define ABX_VERIFY_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "abidex.h"
#include "base/arena.h"
#include "base/array.h"
#include "base/buffer.h"
#include "base/map.h"
#include "base/words.h"
#include "target/compiler.h"
#include "tools/command.h"

/*
 * Where the answer to a fact stands, in the order of the source. What begins with MACRO
 * stands where all macros of the headers are known; behind it those are undefined that
 * have the name of a member, function or type of the table, because they would stand in
 * its way.
 */
enum fact_group {
    GROUP_NONE,          /* nowhere: the line itself is damaged */
    GROUP_MACRO_CELLS,   /* an unsigned long long in an array */
    GROUP_MACRO_DOUBLES, /* a double in an array */
    GROUP_MACRO_STRINGS, /* an object of its own with a string and its size */
    GROUP_MACRO_SYMBOLS, /* an address in an array: its relocation names the symbol */
    GROUP_MACRO_BITS,    /* as GROUP_BITS */
    GROUP_BITS,          /* an object of its own with all bits of one member set */
    GROUP_CELLS,
    GROUP_SYMBOLS,
    GROUP_PROBES,  /* not in the object: how often the compiler complains of a line */
    GROUP_EXPORTS, /* not in the object: the symbols of a library */
    N_GROUPS
};

enum fact_state {
    FACT_UNKNOWN,
    FACT_PROVEN,
    FACT_WRONG,
    FACT_EXCUSED,  /* wrong, and known to be the compiler's own affair */
    FACT_REPEATED, /* wrong, because of an earlier one that is */
    N_FACT_STATES
};

struct fact;

/* What a fact is about, and how its values are written. */
struct fact_aspect {
    const char *name; /* "offset" */
    void (*put)(struct abx_buffer *out, const struct fact *fact, bool is_expected);
    bool is_weak; /* says nothing new where an earlier fact of the same line is wrong */
};

extern const struct fact_aspect aspect_size, aspect_alignment, aspect_offset,
    aspect_value, aspect_unsigned_value, aspect_upper_value, aspect_address,
    aspect_scalar, aspect_type, aspect_prototype, aspect_double, aspect_exact,
    aspect_string, aspect_bits, aspect_sign, aspect_symbol, aspect_export, aspect_order,
    aspect_line, aspect_convention, aspect_transparent, aspect_incomplete, aspect_members,
    aspect_enumerators;

struct fact {
    enum fact_group group;
    const struct fact_aspect *aspect;
    unsigned unit; /* from 1 */
    long line;     /* of the table; 0: of the header */
    enum abx_kind kind;
    const char *name;       /* of the declaration */
    const char *subject;    /* "struct stat st_size" */
    const char *expression; /* in C; GROUP_BITS: the path, with the type in base */
    const char *base; /* of probes: what a complaint says; of symbols: the library */
    uint64_t
        expected; /* GROUP_EXPORTS: which library; GROUP_BITS: first bit << 32 | bits */
    double expected_real;      /* GROUP_MACRO_DOUBLES */
    const char *expected_text; /* a notation, symbol or string */
    size_t expected_size;      /* of expected_text, where it is a string */

    enum fact_state state;
    uint64_t got;
    double got_real;
    const char *got_text; /* what the compiler says instead; NULL: see got */
    size_t got_size;
    const char *rejection; /* the compiler's message; NULL: it accepts the expression */
    const char *excuse;
    size_t source_line; /* in the unit's source, from 1; 0: it does not stand there */
    size_t index;       /* in the group's array */

    const char
        *forwarder; /* in C, of a function: one that only calls it; NULL: none can */
    bool is_inside; /* the header defines it, and it calls what got_text says */
};

struct name_list {
    const char **items;
    size_t n_items;
    size_t capacity;
};

/* All facts of a table, in its order. */
struct fact_list {
    struct fact *items;
    size_t n_items;
    size_t capacity;
    struct abx_arena arena;
    struct name_list hidden; /* names that macros must not replace; sorted */
    unsigned n_units;
    size_t n_rejected;  /* lines of the table that the compiler rejects */
    bool is_incomplete; /* so much is wrong with it that the rest was not compared */
    bool failed;        /* out of memory */
};

/* ---- verify_facts.c */

/*
 * Collects the facts of @table, and a wrong one for each line that is damaged. False when
 * out of memory. Finish the list in both cases.
 */
bool facts_collect(struct fact_list *facts, struct abx_table *table);
void facts_finish(struct fact_list *facts);

struct collector {
    struct fact_list *facts;
    struct abx_table *table;
    const struct abx_entry *entry;
    const char *name; /* the entry's, terminated */
    unsigned unit;
    struct abx_error err;
};

/* Adds a fact of the line that is being read; the expression is formatted. */
void fact_add(struct collector *collector, struct fact fact, const char *format, ...)
    ABX_FORMAT(3, 4);

/* A string in the list's arena; "" when out of memory, which is remembered. */
const char *fact_text(struct collector *collector, const char *format, ...)
    ABX_FORMAT(2, 3);

/* A wrong fact: the line is not as the format says. */
void fact_add_damaged(struct collector *collector, const char *message);

/* Whether a look-up of the runtime succeeded; else a wrong fact says why. The line was
 * checked before, so that this is a finding too. */
bool fact_is_found(struct collector *collector, int status);

/* Keeps macros from replacing @name in what follows GROUP_MACRO_BITS. */
void fact_hide(struct collector *collector, const char *name);

/* The type in the notation of the table. */
const char *fact_notation(struct collector *collector, const struct abx_type *type);

/* The last word of the line that is being read. */
const char *fact_last_word(struct collector *collector);

bool fact_has_entry(struct collector *collector, enum abx_kind kind, const char *name);

/* ---- verify_header.c, verify_const.c, verify_names.c: adding the facts of one line */

void collect_header(struct collector *collector);
void collect_const(struct collector *collector);
void collect_fn(struct collector *collector);
void collect_var(struct collector *collector);
void collect_alias(struct collector *collector);
void collect_member(struct collector *collector);

/* Adds the size and alignment of the type that @c_type names in C. */
void fact_add_size(struct collector *collector, const char *subject, const char *c_type,
                   const struct abx_type *type);

/* ---- verify_layout.c */

/* Adds what the compiler can say of an expression's type: @c_type names it in C. */
void fact_add_type(struct collector *collector, const char *subject, const char *c_type,
                   const struct abx_type *type);

/* Says of a declaration that its type is not compared, where C has no word for a part of it; of
 * the variable @c_type its size is. */
void fact_add_unsaid(struct collector *collector, const char *subject, const char *c_type,
                     const struct abx_type *type);

/* Adds whether a function type has a parameter list at all, where both look the same. */
void fact_add_prototype(struct collector *collector, const char *subject,
                        const char *c_type, const struct abx_type *type);

/* Adds the layout of a record, or of the record that an array or pointer leads to, if it
 * has no line of its own. */
void fact_add_members(struct collector *collector, const char *subject,
                      const char *c_type, const struct abx_type *type);

/* What a cell of ABIDEX_SCALAR holds: size, and the class of a scalar type. */
enum { SCALAR_UNSIGNED, SCALAR_SIGNED, SCALAR_BOOL, SCALAR_FLOAT };
uint64_t scalar_of(const struct abx_type *type);

/* What is expected in GROUP_BITS of a member whose byte is at @offset. */
uint64_t bits_of(const struct abx_member *member, size_t offset);

/* ---- verify_probe.c: facts that only a compiler's complaint proves */

/* Adds that the record @c_type is never defined. */
void fact_add_incomplete(struct collector *collector, const char *c_type);

/* Adds that the compiler knows the calling conventions in @type; nothing where it names
 * none. */
void fact_add_conventions(struct collector *collector, const char *subject,
                          const struct abx_type *type, const char *notation);

/* Adds whether the union @c_type is passed as its first member is; nothing for what is no
 * union. */
void fact_add_transparent(struct collector *collector, const char *subject,
                          const char *c_type, const struct abx_type *type);

/* Adds how many members the structure @c_type has. */
void fact_add_member_count(struct collector *collector, const char *subject,
                           const char *c_type, const struct abx_type *type);

/* Adds that the enumeration has those names and values, and no others. */
void fact_add_enumerators(struct collector *collector, const char *subject,
                          const char *c_type, const struct abx_type *type);

/* ---- verify_source.c */

/* bindings/specs/spec.h, put into the program when it is built. */
extern const char verify_spec_text[];

/* Writes the C source of a unit and notes for each of its facts the line. */
void source_put(struct abx_buffer *out, struct fact_list *facts, unsigned unit,
                const char *includes);

/* The name of a fact's object or array, in @name. */
void source_symbol(const struct fact_list *facts, const struct fact *fact, char *name,
                   size_t size);

/* Writes the source of which the compiler is expected to complain. */
void source_put_probes(struct abx_buffer *out, struct fact_list *facts, unsigned unit,
                       const char *include);

/* Writes, for each function that the header defines for itself, one that only calls it. */
void source_put_forwarders(struct abx_buffer *out, struct fact_list *facts, unsigned unit,
                           const char *includes);

/* Writes the source that makes the compiler spell the types that are not as the table
 * says. */
void source_put_types(struct abx_buffer *out, struct fact_list *facts, unsigned unit,
                      const char *includes);

/* ---- verify_choose.c */

/* Puts the command of the compiler for @platform. False after a message: there is none. */
bool compiler_choose(struct abx_buffer *command, const char *platform);

/* ---- verify_run.c */

struct compiler {
    struct abx_compiler asked;
    sigset_t mask; /* as it was: interruptions wait until the directory is removed */
    bool is_masked;
    const char *command;
    const char *version;  /* "gcc 12.2.0" */
    const char *platform; /* "x86_64-linux-gnu" */
    bool is_clang;
    char directory[256]; /* for temporary files; "" before there is one */
};

/* Makes the directory and asks the compiler what it is. False after a message. Finish it
 * in both cases. */
bool compiler_init(struct compiler *compiler, const char *command);
void compiler_finish(struct compiler *compiler);

/*
 * Runs the compiler with @arguments behind its own. @outputp gets what it wrote; finish
 * it. Returns its exit status, -1 after a message if it did not run to its end.
 */
int compiler_run(struct compiler *compiler, const char *const *arguments,
                 struct abx_buffer *outputp);

/* Path of a temporary file, PATH_MAX bytes. */
void compiler_path(const struct compiler *compiler, const char *name, char *path);

/* ---- verify_input.c */

/* What the compiler reads besides the facts. Zeroed means nothing. */
struct input {
    const char *table;          /* its path */
    struct abx_words sources;   /* as the table names them, or the one that was given */
    bool is_given;              /* with --source */
    struct abx_buffer includes; /* lines of #include, one for each source */
    struct abx_words options;   /* each a word of its own, NULL behind them */
    struct abx_arena arena;     /* of the strings */
};

/* The line of the table's header that names the source, from 0; 0: none does. */
long input_line(const struct input *input, size_t source);

/* Finds the headers that @table names, or @source if it is not NULL. False after a
 * message. Finish it in both cases. */
bool input_find(struct input *input, const struct abx_table *table, const char *source);
void input_finish(struct input *input);

/*
 * Where the header that the table calls @name lies: as named, beside the table, or among
 * the installed specs; in @path, of PATH_MAX bytes. False if it is no file there.
 */
bool input_locate(const char *table, const char *name, char *path)
    __attribute__((nonnull));

/* Refuses, with a message, an option of the table that could do more than change what the
 * headers say. */
bool input_is_harmless(const char *table, const char *option);

/* ---- verify_compile.c */

/*
 * Compiles the facts of @unit into the file @object (PATH_MAX bytes), again without those
 * that the compiler rejects; there is no object if the facts are incomplete then. False
 * after a message.
 */
bool compiler_compile(struct compiler *compiler, struct fact_list *facts, unsigned unit,
                      const struct input *input, char *object);

/* The same for the source of source_put_forwarders; what the compiler rejects there is not
 * is_inside any more. */
bool compiler_compile_forwarders(struct compiler *compiler, struct fact_list *facts,
                                 unsigned unit, const struct input *input, char *object);

/* Counts the compiler's complaints of each line in GROUP_PROBES. False after a message.
 */
bool compiler_probe(struct compiler *compiler, struct fact_list *facts, unsigned unit,
                    const struct input *input);

/* Asks the compiler to spell the types that are not as the table says. */
void compiler_spell_types(struct compiler *compiler, struct fact_list *facts,
                          unsigned unit, const struct input *input);

/* ---- verify_object.c */

struct object; /* a file with its symbols: verify_object.h */

/* NULL after a message. With @library the file is that library, or what imports from it:
 * the symbols are those that the loader sees. */
struct object *object_open(const char *path, const char *library);
void object_close(struct object *object);

/* Whether it can be for @platform; if not, *@architecturep is what it is for. */
bool object_is_for(const struct object *object, const char *platform,
                   const char **architecturep);

/* Whether a library defines a symbol. */
bool object_has(const struct object *object, const char *symbol);

/* By which name a library exports what programs link as @symbol. */
const char *object_exported_as(const struct object *object, const char *symbol);

/* What @object says of each fact of @unit goes into the fact. False after a message. */
bool object_answer(const struct object *object, struct fact_list *facts, unsigned unit);

/* Whether the header's own function of @fact is its forwarder, but for what it calls. */
bool object_forwards(const struct object *object, const struct fact_list *facts,
                     const struct fact *fact);

/* ---- verify_report.c */

/*
 * Compares a fact with its answer and sets its state. @first: the first fact of its line,
 * @earlier: the one in front of it; both may be the fact itself. What is wrong only
 * because those are wrong is not told again.
 */
void fact_judge(struct fact *fact, const struct fact *first, const struct fact *earlier);

/* "struct stat st_size: offset 48 in the table, 56 by gcc" */
void fact_put(struct abx_buffer *out, const struct fact *fact,
              const struct compiler *compiler);

/* ---- verify_rewrite.c */

/* Writes the header line `verified` of the table at @path, or takes it away where @value
 * is NULL. False after a message; the
 * file is then as it was. */
bool table_rewrite_verified(const char *path, const char *value);

/* Writes a table into the file @to: the header of the one at @from, without `verified`, and
 * @body. False after a message. */
bool table_rewrite_body(const char *from, const char *to, const struct abx_buffer *body);

/* Makes the table @to what the one at @from is. False after a message. */
bool table_copy(const char *from, const char *to);

/* ---- verify_omit.c */

/* Lines to be left out, with the reason. Zeroed means none. */
struct omissions {
    struct abx_map map; /* key of the line -> reason */
    struct abx_arena arena;
};

/* Whether all that is wrong is what compilers see differently in the same headers. */
bool omissions_can_settle(const struct fact_list *facts);

/* Adds the lines with wrong facts; what depends on them by value, in the table without
 * them, *@is_morep saying whether there was any. False after a message. */
bool omissions_add_wrong(struct omissions *omissions, const struct fact_list *facts,
                         const struct compiler *compiler);
bool omissions_add_dependent(struct omissions *omissions, struct abx_table *table,
                             bool *is_morep);

/* Puts the body of the table without them. False after a message. */
bool omissions_put(struct omissions *omissions, struct abx_table *table,
                   struct abx_buffer *out);
void omissions_finish(struct omissions *omissions);

/* ---- verify_settle.c */

/* A table from which lines are left out, in a file beside it until it is done. */
struct settling {
    char *path;      /* of the table */
    char *temporary; /* NULL: there is none */
    size_t n_omitted;
    bool is_quiet;
};

/* Leaves out of the table of @session what @facts show to be wrong, and what depends on it; prints each.
 * @session is then open on the new one. False after a message. */
bool settling_take(struct settling *settling, struct abx_session *session,
                   const struct fact_list *facts, const struct compiler *compiler);

/* Puts the new table in the place of the old one. False after a message. */
bool settling_commit(struct settling *settling);
void settling_finish(struct settling *settling);

#endif
