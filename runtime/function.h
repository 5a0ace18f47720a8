/**
 * A function of a table: what its line says, and how to call it once it is resolved.
 */
#ifndef ABX_FUNCTION_H
#define ABX_FUNCTION_H

#include "abidex.h"
#include "runtime/attribute.h"
#include "runtime/contract.h"
#include "runtime/os.h"

struct abx_plan;    /* how to call it: call.c */
struct abx_timeout; /* which parameter it is: interrupt.c */
struct abx_extent;  /* extent.h */

/* Immutable once it was handed out, but for what resolving adds. */
struct abx_function {
    struct abx_table *table;
    const char *name;
    const char *symbol;
    const char *library; /* NULL: the table names none */
    const struct abx_type *type;
    const bool *nonnull; /* by parameter */
    const size_t *least; /* by parameter: objects behind the pointer; 0: not said */
    const unsigned char *lifetimes; /* by parameter, enum abx_lifetime; NULL: all kept */
    const struct abx_extent *extents;
    size_t n_extents;
    bool has_extents; /* any, or frees */
    bool frees_on_success;
    size_t frees;          /* number of the parameter that it frees; 0: none */
    unsigned surroundings; /* enum abx_surrounding: context.h */
    struct abx_attributes attributes;
    struct abx_contract contract;
    struct abx_verdict verdict;
    const struct abx_timeout *timeout; /* NULL: none whose rest can be told */

    /* What follows is filled by the finders of function.c. */
    const char *obstacle;
    struct abx_plan *plan;            /* NULL: not callable */
    const struct abx_function *texts; /* that the contract names; NULL: of no use */
    abx_os_slot slot;                 /* of its library's errno; NULL: ours */
    _Atomic(void *) address;          /* NULL until the symbol is resolved */
};

/*
 * Reads a `fn` line from end to end. The function belongs to the table's arena; it is
 * neither cached nor resolved. The table's lock is held. ABX_OK; ABX_BROKEN; ABX_MISSING;
 * ABX_NO_MEMORY.
 */
int abx_function_parse(struct abx_table *table, const struct abx_entry *entry,
                       struct abx_function **functionp, struct abx_error *err);

/* Whether it can give the texts of failures: it is char *(int) or char *(void). */
bool abx_function_gives_texts(const struct abx_function *function);

/*
 * Finds the line of @kind for @name, through `alias` lines too. ABX_OK; ABX_MISSING, with
 * the reason of an `omit` line if there is one; ABX_BROKEN.
 */
int abx_table_find_symbol_line(const struct abx_table *table, enum abx_kind kind,
                               const char *name, struct abx_entry *entryp,
                               struct abx_error *err);

/* Reads the type of a `fn` or `var` line, leaving @text behind it. The lock is held. */
int abx_entry_parse_type(struct abx_table *table, const struct abx_entry *entry,
                         struct abx_text *text, const struct abx_type **typep,
                         struct abx_error *err);

#endif
