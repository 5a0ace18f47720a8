/* Doubling keeps the cost of a put constant on average; the terminating zero is always in
 * place. */
#include "base/buffer.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool reserve(struct abx_buffer *buffer, size_t more)
{
    size_t capacity = buffer->capacity ? buffer->capacity : 64;
    char *data;

    if (buffer->failed || more > SIZE_MAX / 4 || buffer->size > SIZE_MAX / 4) {
        buffer->failed = true;
        return false;
    }
    while (capacity < buffer->size + more + 1)
        capacity *= 2;
    if (capacity == buffer->capacity)
        return true;
    data = realloc(buffer->data, capacity);
    if (!data) {
        buffer->failed = true;
        return false;
    }
    buffer->data = data;
    buffer->capacity = capacity;
    return true;
}

void abx_buffer_put(struct abx_buffer *buffer, const char *data, size_t size)
{
    if (!reserve(buffer, size))
        return;
    if (size)
        memcpy(buffer->data + buffer->size, data, size);
    buffer->size += size;
    buffer->data[buffer->size] = '\0';
}

void abx_buffer_puts(struct abx_buffer *buffer, const char *text)
{
    abx_buffer_put(buffer, text, strlen(text));
}

void abx_buffer_putc(struct abx_buffer *buffer, char c)
{
    abx_buffer_put(buffer, &c, 1);
}

void abx_buffer_vprintf(struct abx_buffer *buffer, const char *format, va_list args)
{
    va_list again;
    int size;

    va_copy(again, args);
    size = vsnprintf(NULL, 0, format, args);
    if (size < 0)
        buffer->failed = true;
    else if (reserve(buffer, (size_t)size)) {
        vsnprintf(buffer->data + buffer->size, (size_t)size + 1, format, again);
        buffer->size += (size_t)size;
    }
    va_end(again);
}

void abx_buffer_printf(struct abx_buffer *buffer, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    abx_buffer_vprintf(buffer, format, args);
    va_end(args);
}

void abx_buffer_truncate(struct abx_buffer *buffer, size_t size)
{
    if (size >= buffer->size)
        return;
    buffer->size = size;
    buffer->data[size] = '\0';
}

const char *abx_buffer_text(const struct abx_buffer *buffer)
{
    return buffer->data ? buffer->data : "";
}

void abx_buffer_finish(struct abx_buffer *buffer)
{
    free(buffer->data);
    *buffer = (struct abx_buffer){0};
}
