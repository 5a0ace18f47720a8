/**
 * Filling a struct abx_error: every answer that is not ABX_OK passes through here.
 */
#ifndef ABX_ERROR_H
#define ABX_ERROR_H

#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include "base/format.h"
#include "abidex.h"

/*
 * Zeroes *@err, which may be NULL, and writes status and message. Returns @status, so
 * that a function can end in `return abx_error_set(…)`. The message is cut where it does
 * not fit.
 */
int abx_error_set(struct abx_error *err, int status, const char *format, ...)
    ABX_FORMAT(3, 4);

/* Makes *@err say nothing. Quicker than zeroing it, and all that a reader looks at. */
static inline void abx_error_clear(struct abx_error *err)
{
    memset(err, 0, offsetof(struct abx_error, name));
    err->name[0] = '\0';
    err->message[0] = '\0';
}

/* The same for ABX_REFUSED. */
int abx_error_refuse(struct abx_error *err, enum abx_reason reason, const char *format,
                     ...) ABX_FORMAT(3, 4);

/* The same for ABX_BROKEN at @line of the table, 0 where it is not known. */
int abx_error_broken(struct abx_error *err, long line, const char *format, ...)
    ABX_FORMAT(3, 4);

/* ABX_NO_MEMORY, with its message. */
int abx_error_no_memory(struct abx_error *err);

/* A name of the system's errno values ("ENOENT"), NULL if it has none. */
const char *abx_errno_name(int code);

#endif
