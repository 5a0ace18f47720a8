/**
 * What the parts of `abidex diff` share: two tables, and the list of what differs between
 * them. The rules of what breaks a caller are in bindings/FORMAT.md, "Comparing tables".
 */
#ifndef ABX_TOOLS_DIFF_H
#define ABX_TOOLS_DIFF_H

#include <stdbool.h>
#include <stddef.h>

#include "abidex.h"
#include "base/arena.h"
#include "base/buffer.h"
#include "base/map.h"

/* In the order in which they are printed. */
enum diff_action { DIFF_HEADER, DIFF_REMOVED, DIFF_CHANGED, DIFF_ADDED };

enum { DIFF_BEFORE, DIFF_AFTER };

struct diff_change {
    enum diff_action action;
    enum abx_kind kind; /* ABX_KIND_NONE: the header */
    const char *name;   /* of the declaration; of a header, the key */
    const char *aspect; /* "size", "member", … */
    const char *message;
    long line; /* 0: the header */
    int side;  /* whose line it is */
    bool breaks;
    const char *const *holders; /* aspect "holders": what holds the type by value */
    size_t n_holders;
    size_t sequence;
};

struct diff {
    struct abx_table *tables[2];
    const char *paths[2]; /* as they are named in messages */
    bool is_drift;
    struct abx_arena arena;
    struct diff_change *items;
    size_t n_items;
    size_t capacity;
    struct abx_map
        roots; /* "struct stat" to its first change, where its layout changed */
    bool is_out_of_memory;
    /* the first thing that could not be read */
    int status;
    int failed_side;
    struct abx_error err;
};

/* A declaration in both tables, or in one: the other's entry is NULL. Kind and name are
 * those of the table that has it. */
struct diff_pair {
    const struct abx_entry *entries[2];
};

/* Compares both tables. False: something can't be read, or memory ran out. */
bool diff_run(struct diff *diff);
void diff_finish(struct diff *diff);

/* Compares the two lines of a pair; told of the first one where they have no other. */
void diff_compare(struct diff *diff, const struct diff_pair *pair);

/* Adds a change of a pair's declaration. */
void diff_add(struct diff *diff, const struct diff_pair *pair, bool breaks,
              const char *aspect, const char *format, ...) ABX_FORMAT(5, 6);

/* Remembers why the comparison can't go on. */
void diff_fail(struct diff *diff, int side, int status, const struct abx_error *err);

/* A terminated copy in the arena; "" when out of memory, which is remembered. */
const char *diff_copy(struct diff *diff, const char *text, size_t size);

void diff_compare_headers(struct diff *diff);

/* By kind; each is given two lines that differ. */
void diff_compare_alias(struct diff *diff, const struct diff_pair *pair);
void diff_compare_constant(struct diff *diff, const struct diff_pair *pair);
void diff_compare_enum(struct diff *diff, const struct diff_pair *pair);
void diff_compare_error(struct diff *diff, const struct diff_pair *pair);
void diff_compare_function(struct diff *diff, const struct diff_pair *pair);
void diff_compare_member(struct diff *diff, const struct diff_pair *pair);
void diff_compare_omit(struct diff *diff, const struct diff_pair *pair);
void diff_compare_record(struct diff *diff, const struct diff_pair *pair);
void diff_compare_typedef(struct diff *diff, const struct diff_pair *pair);
void diff_compare_variable(struct diff *diff, const struct diff_pair *pair);

/* ---- types */

/* How two types differ; 0: not at all. */
enum {
    DIFF_NAMES = 1,       /* in names of typedefs or parameters: callers need not care */
    DIFF_QUALIFIED = 2,   /* what it points to became const or volatile */
    DIFF_UNQUALIFIED = 4, /* or no longer is */
    DIFF_TYPE = 8
};

/*
 * Compares by meaning. What both call by the same name is the same: if that changed, it
 * is told where the name is declared. @has_free_tags: another tag is another name only,
 * as behind a typedef.
 */
unsigned diff_types(struct diff *diff, const struct abx_type *before,
                    const struct abx_type *after, bool has_free_tags);

/* Whether objects of both look the same, down to what they hold by value. */
bool diff_has_same_layout(struct diff *diff, const struct abx_type *before,
                          const struct abx_type *after);

/* What a type of a table refers to; NULL, remembered, if it can't be read. */
const struct abx_type *diff_target(struct diff *diff, int side,
                                   const struct abx_type *type);

/* The type with the notation of @size bytes; NULL, remembered, if it can't be read. */
const struct abx_type *diff_find_type(struct diff *diff, int side, const char *notation,
                                      size_t size);

/* The variable of an entry; NULL, remembered, if its line can't be read. */
const struct abx_variable *diff_find_variable(struct diff *diff, int side,
                                              const struct abx_entry *entry);

/* The notation of a type, in the arena. */
const char *diff_notation(struct diff *diff, const struct abx_type *type);

/* Compares two records' layouts. Returns the number of changes that it added. */
size_t diff_layouts(struct diff *diff, const struct diff_pair *pair,
                    const struct abx_type *before, const struct abx_type *after);

/* Enters a declaration whose layout changed, to find what holds it by value. */
void diff_add_root(struct diff *diff, const struct diff_pair *pair);

/* Adds to each such declaration the list of what holds it by value. */
void diff_add_holders(struct diff *diff);

/* ---- attributes */

/* Of a function or variable. Strings are the table's. */
struct diff_attributes {
    const char *symbol;
    const char *library; /* NULL: none */
    struct abx_attribute *items;
    size_t n_items;
    size_t capacity;
};

void diff_attributes_of_function(struct diff *diff, struct diff_attributes *attributes,
                                 const struct abx_function *function);
void diff_attributes_of_variable(struct diff *diff, struct diff_attributes *attributes,
                                 const struct abx_variable *variable);
void diff_attributes_finish(struct diff_attributes *attributes);

void diff_attributes(struct diff *diff, const struct diff_pair *pair,
                     const struct diff_attributes sides[2]);

/* ---- the report */

struct diff_report {
    bool is_json;
    bool is_breaking; /* only what breaks */
    bool is_quiet;    /* no sum */
    bool is_drift;    /* the new table is nowhere for a reader to look into */
};

/* Prints, and returns the exit status. */
int diff_print(const struct diff *diff, const struct diff_report *report);

/*
 * Compares the table at @before, which is called @names[0] in the output, with that at
 * @after, and prints. Returns the exit status.
 */
int diff_tables(const char *const paths[2], const char *const names[2],
                const struct diff_report *report);

#endif
