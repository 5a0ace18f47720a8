/*
 * Tables for tests are written when they run: where the library lies and how records are
 * laid out is known only then.
 */
#include "api.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "callee.h"

/* ---- the table ---- */

static void put_header(FILE *file)
{
    const uint16_t probe = 1;

    fprintf(file, "abidex 1\nplatform %s\n", abx_platform());
    fprintf(file, "model %s\n",
            sizeof(long) == 8     ? "LP64"
            : sizeof(void *) == 8 ? "LLP64"
                                  : "ILP32");
    fprintf(file, "order %s\n", *(const char *)&probe == 1 ? "little" : "big");
    fprintf(file, "char %s\n", CHAR_MIN < 0 ? "signed" : "unsigned");
    fprintf(file, "long-double " LONG_DOUBLE " %zu %zu\n", sizeof(long double),
            _Alignof(long double));
    fprintf(file, "wchar %c%zu\n", WCHAR_MIN < 0 ? 'i' : 'u', 8 * sizeof(wchar_t));
    fprintf(file, "library %s\n\n", test_library_path(getenv("ABIDEX_TEST_CALLEE")));
}

static const char *const fixed_lines[] = {
    "const BLUE i32 -3",    "const GREEN i32 2",
    "const RED i32 1",      "enum colour i32 {RED GREEN BLUE}",
    "fn count_calls i32()",
};

void api_put_line(struct api_lines *lines, const char *format, ...)
{
    va_list args;

    assert_true(lines->n < API_MAX_LINES);
    va_start(args, format);
    assert_true(vasprintf(&lines->items[lines->n++], format, args) > 0);
    va_end(args);
}

/* "struct small 8 4 {0 i8 a; 4 i32 b}" */
#define HEAD(kind, tag)  kind " " #tag " %zu %zu {"
#define SIZES(kind, tag) sizeof(kind tag), _Alignof(kind tag)
#define AT(tag, member)  offsetof(struct tag, member)

static void put_types(struct api_lines *lines)
{
    api_put_line(lines, HEAD("struct", small) "%zu i8 a; %zu i32 b}",
                 SIZES(struct, small), AT(small, a), AT(small, b));
    api_put_line(lines, HEAD("struct", pair) "%zu i64 a; %zu i64 b}", SIZES(struct, pair),
                 AT(pair, a), AT(pair, b));
    api_put_line(lines, HEAD("struct", point) "%zu f64 x; %zu f64 y}",
                 SIZES(struct, point), AT(point, x), AT(point, y));
    api_put_line(lines, HEAD("struct", mixed) "%zu f64 d; %zu i64 i}",
                 SIZES(struct, mixed), AT(mixed, d), AT(mixed, i));
    api_put_line(lines, HEAD("struct", triple) "0 [3]f32 v}", SIZES(struct, triple));
    api_put_line(lines, HEAD("struct", odd) "0 [7]char c}", SIZES(struct, odd));
    api_put_line(lines, HEAD("struct", big) "0 [5]i64 v}", SIZES(struct, big));
    api_put_line(lines, HEAD("struct", nested) "0 struct small s; %zu f32 f}",
                 SIZES(struct, nested), AT(nested, f));
    api_put_line(lines, HEAD("struct", extended) "0 " LONG_DOUBLE " l}",
                 SIZES(struct, extended));
    api_put_line(lines, HEAD("struct", bits) "0.0:3 u32 a; 0.3:13 u32 b; 2.0:12 i32 c}",
                 SIZES(struct, bits));
    api_put_line(lines, HEAD("struct", packed_big) "0 i8 a; 1 i64 b; 9 i64 c}",
                 SIZES(struct, packed_big));
    api_put_line(lines, HEAD("struct", packed_small) "0 i8 a; 1 i32 b}",
                 SIZES(struct, packed_small));
    api_put_line(lines, HEAD("struct", tagged) "0 i32 tag; %zu union number u}",
                 SIZES(struct, tagged), AT(tagged, u));
    api_put_line(lines, HEAD("struct", packed_mixed) "0 i8 a; 1 f64 d}",
                 SIZES(struct, packed_mixed));
    api_put_line(lines, HEAD("union", same) "0 f32 f; 0 [3]f32 v}", SIZES(union, same));
    api_put_line(lines, HEAD("union", number) "0 i32 i; 0 f64 d}", SIZES(union, number));
    api_put_line(lines, HEAD("union", real) "0 f32 f; 0 f64 d}", SIZES(union, real));
    api_put_line(lines, HEAD("union", wide) "0 [4]i64 v; 0 f64 d}", SIZES(union, wide));
    api_put_line(lines,
                 "union one_of transparent_union %zu %zu {0 *const struct pair pair; 0 "
                 "*const struct small small}",
                 SIZES(union, one_of));
    api_put_line(lines,
                 "union one_of_plain %zu %zu {0 *const struct pair pair; 0 *struct small "
                 "small}",
                 SIZES(union, one_of));
    api_put_line(lines, "typedef long_double " LONG_DOUBLE);
}

static int compare_lines(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void put_body(FILE *file, const char *const *given)
{
    struct api_lines lines = {0};

    put_types(&lines);
    for (size_t i = 0; i < N_ITEMS(fixed_lines); i++)
        api_put_line(&lines, "%s", fixed_lines[i]);
    for (; given != NULL && *given != NULL; given++)
        api_put_line(&lines, "%s", *given);
    qsort(lines.items, lines.n, sizeof(*lines.items), compare_lines);
    for (size_t i = 0; i < lines.n; i++) {
        fprintf(file, "%s\n", lines.items[i]);
        free(lines.items[i]);
    }
    fputs("~end\n", file);
}

void api_open_file(struct api *api, const char *path)
{
    memset(api, 0, sizeof(*api));
    assert_non_null(path);
    assert_int_equal(abx_context_create(&api->context), ABX_OK);
    if (abx_table_open(api->context, path, &api->table, &api->err) != ABX_OK)
        fail_msg("%s: %s", path, api->err.message);
}

void api_open(struct api *api, const char *const *lines)
{
    char path[TEST_PATH];
    FILE *file;
    int fd;

    fd = test_create_table(path);
    assert_true(fd >= 0);
    file = fdopen(fd, "wb");
    assert_non_null(file);
    put_header(file);
    put_body(file, lines);
    assert_int_equal(fclose(file), 0);
    api_open_file(api, path);
    memcpy(api->path, path, sizeof(path));
}

void api_close(struct api *api)
{
    abx_table_close(api->table);
    abx_context_destroy(api->context);
    if (api->path[0] != '\0')
        test_remove(api->path);
}

int api_setup(void **state, const char *const *lines)
{
    static struct api api;

    api_open(&api, lines);
    *state = &api;
    return 0;
}

int api_teardown(void **state)
{
    api_close(*state);
    return 0;
}

/* ---- calls ---- */

struct abx_function *api_find(struct api *api, const char *name)
{
    struct abx_function *function = NULL;

    if (abx_table_find_function(api->table, name, &function, &api->err) != ABX_OK)
        fail_msg("%s: %s", name, api->err.message);
    return function;
}

int api_call(struct api *api, const char *name, const struct abx_value *args,
             size_t n_args, struct abx_value *result)
{
    struct abx_function *function = api_find(api, name);

    memset(&api->err, 0, sizeof(api->err));
    return abx_call(function, args, n_args, result, &api->err);
}

int api_count(struct api *api)
{
    struct abx_value result = {0};

    assert_int_equal(abx_call(api_find(api, "count_calls"), NULL, 0, &result, NULL),
                     ABX_OK);
    return (int)result.i;
}

/* ---- values ---- */

struct abx_memory *api_memory(struct api *api, const char *name, const void *data)
{
    const struct abx_type *type = NULL;
    struct abx_memory *memory = NULL;

    if (abx_table_find_type(api->table, name, &type, &api->err) != ABX_OK ||
        abx_memory_create(api->table, type, 1, &memory, &api->err) != ABX_OK)
        fail_msg("%s: %s", name, api->err.message);
    if (data != NULL)
        memcpy(abx_memory_data(memory), data, abx_memory_size(memory));
    return memory;
}

struct abx_value api_int(int64_t i)
{
    struct abx_value value = {.kind = ABX_VALUE_INT};

    value.i = i;
    return value;
}

struct abx_value api_uint(uint64_t u)
{
    struct abx_value value = {.kind = ABX_VALUE_UINT};

    value.u = u;
    return value;
}

struct abx_value api_float(double f)
{
    struct abx_value value = {.kind = ABX_VALUE_FLOAT};

    value.f = f;
    return value;
}

struct abx_value api_pointer(void *p)
{
    struct abx_value value = {.kind = ABX_VALUE_POINTER};

    value.p = p;
    return value;
}

struct abx_value api_string(const char *text)
{
    struct abx_value value = {.kind = ABX_VALUE_STRING};

    value.string.data = text;
    value.string.size = strlen(text);
    return value;
}

struct abx_value api_value(struct abx_memory *memory)
{
    struct abx_value value = {.kind = ABX_VALUE_MEMORY};

    value.memory = memory;
    return value;
}

int api_compare(void *user, const struct abx_value *args, size_t n_args,
                struct abx_value *result, struct abx_error *err)
{
    (void)user;
    (void)n_args;
    (void)err;
    *result = api_int(*(int *)args[0].p - *(int *)args[1].p);
    return ABX_OK;
}
