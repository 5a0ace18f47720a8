/**
 * What the tests of Windows' tables share: the tables of bindings/, calls that have to succeed
 * or to fail with a code, callbacks that keep what they were called with, and this very program
 * as a child.
 */
#ifndef ABX_TEST_WINDOWS_TABLES_H
#define ABX_TEST_WINDOWS_TABLES_H

#include "../api/api.h"

#include <stdatomic.h>

#include <windows.h>

enum { LONG_ENOUGH = 120000, POLLUTION = 77 };

/* Opens NAME.abx in $ABIDEX_TEST_TABLES. */
void tables_open(struct api *api, const char *name);

/* The same of win32 as a fixture: *state is then a struct api. */
int tables_setup(void **state);

/*
 * Calls a function by name with POLLUTION as last error. The call must succeed; its result.
 */
struct abx_value tables_done(struct api *api, const char *name,
                             const struct abx_value *args, size_t n_args);

/*
 * The call must fail with the code called @code, "" for none; its result. api->err tells of
 * the failure.
 */
struct abx_value tables_failed(struct api *api, const char *code, const char *name,
                               const struct abx_value *args, size_t n_args);

/* Both with the arguments written out. */
#define DONE(api, name, ...)                                                             \
    tables_done(api, name, (const struct abx_value[]){__VA_ARGS__},                      \
                N_ITEMS(((const struct abx_value[]){__VA_ARGS__})))
#define FAILS(api, code, name, ...)                                                      \
    tables_failed(api, code, name, (const struct abx_value[]){__VA_ARGS__},              \
                  N_ITEMS(((const struct abx_value[]){__VA_ARGS__})))

/* A constant of the table as an argument, and as a number. */
struct abx_value tables_constant(struct api *api, const char *name);
int64_t tables_number(struct api *api, const char *name);

/* UTF-16, which stays the caller's, and NULL. */
struct abx_value tables_wide(const wchar_t *text);
struct abx_value tables_null(void);

/* A member as a number. */
int64_t tables_member(struct api *api, const struct abx_memory *memory, const char *path);
void tables_set_member(struct api *api, struct abx_memory *memory, const char *path,
                       struct abx_value value);

/* ---- callbacks ---- */

/* What a handler was called with, and what it answers. */
struct tables_log {
    atomic_int n_calls;
    DWORD thread;      /* of the last call */
    uint64_t argument; /* its first */
    int64_t answer;
    HANDLE event; /* set by each call, unless it is NULL */
};

/* Of the type of a function's parameter, from 0. */
struct abx_callback *tables_callback(struct api *api, const char *function, size_t index,
                                     enum abx_callback_mode mode, struct tables_log *log);

/* With a handler of its own. */
struct abx_callback *tables_callback_of(struct api *api, const char *type,
                                        abx_callback_handler handler, void *user);

struct abx_value tables_callback_value(struct abx_callback *callback);

/* ---- processes ---- */

struct tables_process {
    struct abx_memory *information; /* PROCESS_INFORMATION */
    DWORD id;
};

/* Starts this program with @argument behind its name, by CreateProcessW of the table. */
void tables_start(struct api *api, struct tables_process *process, const char *argument,
                  const char *flag);

/* Waits for its end; the exit code. */
int64_t tables_end(struct api *api, struct tables_process *process);

/* Of a process that was started: the member of its PROCESS_INFORMATION. */
struct abx_value tables_handle(struct api *api, const struct tables_process *process);

/* ---- what Wine lacks ---- */

/*
 * Whether the test is to be left to a real Windows; then it says so, and why, in a line that
 * tests/lint/results.py reads. It is not skipped as a whole: nothing may be.
 */
bool tables_needs_windows(const char *test, const char *why);
bool tables_is_wine(void);

#endif
