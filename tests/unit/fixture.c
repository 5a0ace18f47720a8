/*
 * Tables for unit tests. They are real files, because the reader maps files and finds
 * their end by their size; sorting is done here so that a test may list its lines in the
 * order that reads best.
 */
#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "runtime/platform.h"

const char fixture_s390x[] = "platform s390x-linux-gnu\n"
                             "model LP64\n"
                             "order big\n"
                             "char unsigned\n"
                             "long-double f128 16 8\n"
                             "wchar i32\n";

char *fixture_native(void)
{
    struct abx_buffer text = {0};
    char value[64];
    const char *key;

    for (size_t i = 0; (key = abx_platform_property(i, value, sizeof(value))) != NULL;
         i++)
        abx_buffer_printf(&text, "%s %s\n", key, value);
    assert_false(text.failed);
    return text.data;
}

void fixture_write(struct fixture *fixture, const char *text, size_t size)
{
    int fd;

    *fixture = (struct fixture){0};
    fd = test_create_table(fixture->path);
    assert_true(fd >= 0);
    assert_true(write(fd, text, size) == (ssize_t)size);
    close(fd);
    assert_int_equal(abx_context_create(&fixture->context), ABX_OK);
}

void fixture_write_table(struct fixture *fixture, const char *header, const char *body)
{
    struct abx_buffer text = {0};

    abx_buffer_printf(&text,
                      "abidex 1\n%slibrary " FIXTURE_LIBRARY "\nunits 2\n\n%s~end\n",
                      header, body);
    fixture_write(fixture, text.data, text.size);
    abx_buffer_finish(&text);
}

void fixture_write_body(struct fixture *fixture, const char *body)
{
    char *header = fixture_native();

    fixture_write_table(fixture, header, body);
    free(header);
}

static int compare_lines(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void fixture_read(struct fixture *fixture, const char *header, const char *const *lines,
                  size_t n_lines)
{
    const char **sorted = calloc(n_lines + 1, sizeof(*sorted));
    struct abx_buffer body = {0};
    int status;

    assert_non_null(sorted);
    if (n_lines > 0)
        memcpy(sorted, lines, n_lines * sizeof(*lines));
    qsort(sorted, n_lines, sizeof(*sorted), compare_lines);
    for (size_t i = 0; i < n_lines; i++)
        abx_buffer_printf(&body, "%s\n", sorted[i]);
    fixture_write_table(fixture, header, abx_buffer_text(&body));
    abx_buffer_finish(&body);
    free(sorted);
    status =
        abx_table_read(fixture->context, fixture->path, &fixture->table, &fixture->err);
    if (status != ABX_OK)
        fail_msg("%s", fixture->err.message);
}

void fixture_open(struct fixture *fixture, const char *const *lines, size_t n_lines)
{
    char *header = fixture_native();

    fixture_read(fixture, header, lines, n_lines);
    free(header);
}

void fixture_close(struct fixture *fixture)
{
    abx_table_close(fixture->table);
    abx_context_destroy(fixture->context);
    test_remove(fixture->path);
    *fixture = (struct fixture){0};
}

const struct abx_type *fixture_type(struct fixture *fixture, const char *name)
{
    const struct abx_type *type;

    if (abx_table_find_type(fixture->table, name, &type, &fixture->err) != ABX_OK)
        fail_msg("%s: %s", name, fixture->err.message);
    return type;
}

void fixture_expect_message(const struct fixture *fixture, const char *text)
{
    if (strstr(fixture->err.message, text) == NULL)
        fail_msg("`%s` is not in `%s`", text, fixture->err.message);
}

struct abx_memory *fixture_make(struct fixture *f, const char *type, size_t count)
{
    struct abx_memory *memory;

    if (abx_memory_create(f->table, fixture_type(f, type), count, &memory, &f->err) !=
        ABX_OK)
        fail_msg("%s: %s", type, f->err.message);
    return memory;
}

struct abx_value fixture_get(struct fixture *f, const struct abx_memory *memory,
                             const char *path)
{
    struct abx_value value;

    if (abx_memory_get(memory, path, &value, &f->err) != ABX_OK)
        fail_msg("%s: %s", path, f->err.message);
    assert_non_null(value.type);
    return value;
}

void fixture_set(struct fixture *f, struct abx_memory *memory, const char *path,
                 struct abx_value value)
{
    if (abx_memory_set(memory, path, &value, &f->err) != ABX_OK)
        fail_msg("%s: %s", path, f->err.message);
}

struct abx_value fixture_int(int64_t i)
{
    return (struct abx_value){.kind = ABX_VALUE_INT, .i = i};
}

struct abx_value fixture_uint(uint64_t u)
{
    return (struct abx_value){.kind = ABX_VALUE_UINT, .u = u};
}

struct abx_value fixture_float(double number)
{
    return (struct abx_value){.kind = ABX_VALUE_FLOAT, .f = number};
}

struct abx_value fixture_string(const char *text, size_t size)
{
    return (struct abx_value){.kind = ABX_VALUE_STRING, .string = {text, size}};
}

struct abx_value fixture_memory(struct abx_memory *memory)
{
    return (struct abx_value){.kind = ABX_VALUE_MEMORY, .memory = memory};
}

struct abx_value fixture_pointer(void *p, const struct abx_type *type)
{
    return (struct abx_value){.kind = ABX_VALUE_POINTER, .p = p, .type = type};
}
