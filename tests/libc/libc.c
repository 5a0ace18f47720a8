/*
 * The table and the recorded files that the tests of the C library have in common. A test
 * that finds no table fails: it is generated for them.
 */
#include "libc.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

int libc_setup(void **state)
{
    static struct api api;

    *state = &api; /* for the teardown, even if opening fails */
    api_open_file(&api, getenv("ABIDEX_TEST_LIBC"));
    return 0;
}

int libc_teardown(void **state)
{
    api_close(*state);
    return 0;
}

/* ---- recorded files ---- */

void libc_rows_init(struct libc_rows *rows, const char *name)
{
    char path[1024];

    memset(rows, 0, sizeof(*rows));
    assert_non_null(getenv("ABIDEX_TEST_DATA"));
    snprintf(path, sizeof(path), "%s/%s", getenv("ABIDEX_TEST_DATA"), name);
    rows->file = fopen(path, "r");
    if (rows->file == NULL)
        fail_msg("%s: %s", path, strerror(errno));
}

static void split(struct libc_rows *rows)
{
    char *rest = rows->line;

    rest[strcspn(rest, "\n")] = '\0';
    for (size_t i = 0; i < MAX_CELLS; i++) {
        char *tab = strchr(rest, '\t');

        rows->cells[i] = rest;
        if (tab != NULL)
            *tab = '\0';
        rest = tab != NULL ? tab + 1 : rest + strlen(rest);
    }
}

bool libc_rows_next(struct libc_rows *rows)
{
    do {
        if (fgets(rows->line, sizeof(rows->line), rows->file) == NULL)
            return false;
    } while (rows->line[0] == '#' || rows->line[0] == '\n');
    assert_non_null(strchr(rows->line, '\n')); /* no line is longer than the buffer */
    split(rows);
    return true;
}

void libc_rows_finish(struct libc_rows *rows)
{
    fclose(rows->file);
}

/* ---- calls ---- */

int libc_call(struct api *api, const char *name, const struct abx_value *args,
              size_t n_args, struct abx_value *result)
{
    struct abx_function *function = api_find(api, name);

    memset(&api->err, 0, sizeof(api->err));
    errno = POLLUTION;
    return abx_call(function, args, n_args, result, &api->err);
}

struct abx_value libc_done(struct api *api, const char *name,
                           const struct abx_value *args, size_t n_args)
{
    struct abx_value result = {0};
    int status = libc_call(api, name, args, n_args, &result);

    if (status != ABX_OK)
        fail_msg("%s: answer %d, %s", name, status, api->err.message);
    return result;
}

struct abx_value libc_failed(struct api *api, const char *code, const char *name,
                             const struct abx_value *args, size_t n_args)
{
    struct abx_value result = {0};
    int status = libc_call(api, name, args, n_args, &result);

    if (status != ABX_FAILED)
        fail_msg("%s: answer %d instead of %s", name, status, code);
    assert_string_equal(api->err.name, code);
    assert_int_equal(api->err.code, libc_number(api, code));
    return result;
}

struct abx_value libc_constant(struct api *api, const char *name)
{
    struct abx_value value = {0};

    if (abx_table_find_constant(api->table, name, &value, &api->err) != ABX_OK)
        fail_msg("%s: %s", name, api->err.message);
    return value;
}

int64_t libc_number(struct api *api, const char *name)
{
    struct abx_value value = libc_constant(api, name);

    assert_true(value.kind == ABX_VALUE_INT || value.kind == ABX_VALUE_UINT);
    return value.i;
}
