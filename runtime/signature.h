/**
 * Types of a table in libffi's terms.
 */
#ifndef ABX_SIGNATURE_H
#define ABX_SIGNATURE_H

#include "abidex.h"

struct _ffi_type; /* ffi_type: <ffi.h> stays with those who call */

/*
 * What libffi knows objects of @type as, passed or returned by value: from the table's
 * arena or constant. Where there is no such thing *@ffip is NULL and *@whyp a phrase that
 * goes on after "it ". The table's lock is held. ABX_OK; ABX_NO_MEMORY.
 */
int abx_signature_find(struct abx_table *table, const struct abx_type *type,
                       struct _ffi_type **ffip, const char **whyp);

/* The same for what a function returns. */
int abx_signature_find_result(struct abx_table *table, const struct abx_type *type,
                              struct _ffi_type **ffip, const char **whyp);

#endif
