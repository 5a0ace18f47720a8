/**
 * Buffer: a growing string. Running out of memory is remembered instead of reported by
 * each call, so that a writer can put piece after piece and ask once at the end.
 */
#ifndef ABX_BASE_BUFFER_H
#define ABX_BASE_BUFFER_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/format.h"

/* Zeroed means empty and ready to use. */
struct abx_buffer {
    char *data; /* terminated once anything was put; NULL before */
    size_t size;
    size_t capacity;
    bool failed; /* out of memory: what was put since then is lost */
};

void abx_buffer_put(struct abx_buffer *buffer, const char *data, size_t size);
void abx_buffer_puts(struct abx_buffer *buffer, const char *text);
void abx_buffer_putc(struct abx_buffer *buffer, char c);
void abx_buffer_printf(struct abx_buffer *buffer, const char *format, ...)
    ABX_FORMAT(2, 3);
void abx_buffer_vprintf(struct abx_buffer *buffer, const char *format, va_list args)
    ABX_FORMAT(2, 0);

/* Cuts to @size bytes, no more than it holds. */
void abx_buffer_truncate(struct abx_buffer *buffer, size_t size);

/* The text, "" when empty. Borrowed until the next call. */
const char *abx_buffer_text(const struct abx_buffer *buffer);

/* Frees the memory; the buffer is empty and ready to use afterwards. */
void abx_buffer_finish(struct abx_buffer *buffer);

#endif
