/*
 * Errors as the caller sees them. Each answer fills the struct from scratch, so that a
 * struct that was used for another call before never keeps a field of it.
 */
#include "runtime/error.h"

#include <stdio.h>
#include <string.h>

#include "base/format.h"

/* A message may quote what a table or a caller gave; it stays one line all the same. */
static void flatten(char *message)
{
    for (char *c = message; *c != '\0'; c++) {
        if ((unsigned char)*c < 0x20 || *c == 0x7f)
            *c = ' ';
    }
}

static void fill(struct abx_error *err, int status, const char *format, va_list args)
    ABX_FORMAT(3, 0);

static void fill(struct abx_error *err, int status, const char *format, va_list args)
{
    memset(err, 0, sizeof(*err));
    err->status = status;
    vsnprintf(err->message, sizeof(err->message), format, args);
    flatten(err->message);
}

int abx_error_set(struct abx_error *err, int status, const char *format, ...)
{
    va_list args;

    if (err != NULL) {
        va_start(args, format);
        fill(err, status, format, args);
        va_end(args);
    }
    return status;
}

int abx_error_refuse(struct abx_error *err, enum abx_reason reason, const char *format,
                     ...)
{
    va_list args;

    if (err != NULL) {
        va_start(args, format);
        fill(err, ABX_REFUSED, format, args);
        va_end(args);
        err->reason = reason;
    }
    return ABX_REFUSED;
}

int abx_error_broken(struct abx_error *err, long line, const char *format, ...)
{
    va_list args;

    if (err != NULL) {
        va_start(args, format);
        fill(err, ABX_BROKEN, format, args);
        va_end(args);
        err->line = line;
    }
    return ABX_BROKEN;
}

int abx_error_no_memory(struct abx_error *err)
{
    return abx_error_set(err, ABX_NO_MEMORY, "out of memory");
}
