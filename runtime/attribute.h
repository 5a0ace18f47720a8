/**
 * The attributes of a `fn` or `var` line: what stands behind its type.
 */
#ifndef ABX_ATTRIBUTE_H
#define ABX_ATTRIBUTE_H

#include "abidex.h"
#include "runtime/callback_use.h"
#include "runtime/contract.h"
#include "runtime/grammar.h"

/* Strings belong to the table's arena. */
struct abx_attributes {
    const char *values[ABX_N_ATTRIBUTES]; /* NULL: not in the line; "": without a value */
    struct abx_text fails;                /* the contract is read by itself */
};

/* ABX_BROKEN: @what is wrong at the word at text->at. */
int abx_text_broken(struct abx_table *table, const struct abx_text *text,
                    const char *what, struct abx_error *err);

/* Reads one to the end of @text, behind the type of a line of @kind. @type: that of the
 * function, whose parameters attributes speak of. The table's lock is held. */
int abx_attributes_parse(struct abx_table *table, enum abx_kind kind,
                         const struct abx_type *type, struct abx_text *text,
                         struct abx_attributes *attributes, struct abx_error *err);

/* The attribute at @index among those that are no questions of their own: ABX_OK;
 * ABX_MISSING past the end. */
int abx_attributes_get(const struct abx_attributes *attributes, size_t index,
                       struct abx_attribute *attributep);

/* The same by name; NULL where the line has none. */
const char *abx_attributes_find(const struct abx_attributes *attributes,
                                const char *name);

/*
 * Reads the next item of a list ("2:4,3:1") at *@atp, up to @n numbers with ":" between
 * them, and the comma behind it. How many there were; 0 at the end.
 */
size_t abx_attribute_next(const char **atp, size_t *numbers, size_t n);

/* The same for "4:call,5:kept". */
bool abx_attribute_next_callback(const char **atp, size_t *numberp,
                                 enum abx_lifetime *lifetimep);

#endif
