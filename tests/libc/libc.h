/**
 * What the tests of the C library's table share: the table that this build generated from
 * the headers of this machine, and the recorded facts in data/.
 */
#ifndef ABX_TEST_LIBC_H
#define ABX_TEST_LIBC_H

#include "../api/api.h"

#include <stdio.h>

enum { MAX_CELLS = 8, POLLUTION = 77 };

/* Setup and teardown of a group: *state is a struct api, with $ABIDEX_TEST_LIBC open. */
int libc_setup(void **state);
int libc_teardown(void **state);

/* A line of a recorded file: comments and empty lines are passed over. */
struct libc_rows {
    FILE *file;
    char line[512];
    char *cells[MAX_CELLS]; /* what tabs separate; "" behind the last */
};

/* Opens a file of $ABIDEX_TEST_DATA. */
void libc_rows_init(struct libc_rows *rows, const char *name);
bool libc_rows_next(struct libc_rows *rows);
void libc_rows_finish(struct libc_rows *rows);

/*
 * Calls a function by name with errno set to POLLUTION. Done: *result is the result.
 * errno is left as the call left it.
 */
int libc_call(struct api *api, const char *name, const struct abx_value *args,
              size_t n_args, struct abx_value *result);

/* The call must succeed; its result. */
struct abx_value libc_done(struct api *api, const char *name,
                           const struct abx_value *args, size_t n_args);

/* The call must fail with the code called @code; its result. */
struct abx_value libc_failed(struct api *api, const char *code, const char *name,
                             const struct abx_value *args, size_t n_args);

/* libc_done and libc_failed with the arguments written out. */
#define DONE(api, name, ...)                                                             \
    libc_done(api, name, (const struct abx_value[]){__VA_ARGS__},                        \
              N_ITEMS(((const struct abx_value[]){__VA_ARGS__})))
#define FAILED(api, code, name, ...)                                                     \
    libc_failed(api, code, name, (const struct abx_value[]){__VA_ARGS__},                \
                N_ITEMS(((const struct abx_value[]){__VA_ARGS__})))

/* A constant of the table as an argument, and as a number. */
struct abx_value libc_constant(struct api *api, const char *name);
int64_t libc_number(struct api *api, const char *name);

#endif
