/**
 * What the tests of the public interface share: cmocka, and tables that they write
 * themselves.
 */
#ifndef ABX_TEST_API_H
#define ABX_TEST_API_H

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <float.h>
#include <limits.h>

#include "abidex.h"
#include "base/format.h"
#include "tests/system.h"

#if defined(_WIN32)
#define LIBC "msvcrt.dll"
#elif defined(__GLIBC__)
#define LIBC "libc.so.6"
#else
#define LIBC "libc.so"
#endif

/* What msvcrt.dll calls otherwise. */
#ifdef _WIN32
#define SNPRINTF " symbol=_snprintf in=" LIBC
#else
#define SNPRINTF " in=" LIBC
#endif

/* long double, as a table calls it. */
#if LDBL_MANT_DIG == 64
#define LONG_DOUBLE "f80"
#elif LDBL_MANT_DIG == 113
#define LONG_DOUBLE "f128"
#elif LDBL_MANT_DIG == 106
#define LONG_DOUBLE "ibm128"
#else
#define LONG_DOUBLE "f64"
#endif

/* long, unsigned long and size_t, as a table calls them, and the greatest address. */
#if LONG_MAX == INT32_MAX
#define WORD_LONG "i32"
#else
#define WORD_LONG "i64"
#endif
#if SIZE_MAX == UINT32_MAX
#define WORD_SIZE    "u32"
#define ADDRESS_MAX  "0xffffffff"
#define POINTER_SIZE "4"
#else
#define WORD_SIZE    "u64"
#define ADDRESS_MAX  "0xffffffffffffffff"
#define POINTER_SIZE "8"
#endif

/* An open table: of the library `callee`, in a file of its own, or any other. */
struct api {
    struct abx_context *context;
    struct abx_table *table;
    struct abx_error err;
    char path[TEST_PATH]; /* of a file that closing removes; else "" */
};

/*
 * Writes a table with the platform's header, the types of callee.h and @lines, ended by
 * NULL, and opens it.
 */
void api_open(struct api *api, const char *const *lines);

/* Opens a table that stays where it is. */
void api_open_file(struct api *api, const char *path);

/* Closes the table and removes its file if api_open wrote it. */
void api_close(struct api *api);

/* The same as a fixture: *@state is then a struct api. For a program of one group. */
int api_setup(void **state, const char *const *lines);
int api_teardown(void **state);

/* A resolved function; fails the test where there is none. */
struct abx_function *api_find(struct api *api, const char *name);

/* Calls a function by name. */
int api_call(struct api *api, const char *name, const struct abx_value *args,
             size_t n_args, struct abx_value *result);

/* How many of callee's functions were called so far. */
int api_count(struct api *api);

/* New memory of a type, with the bytes of @data, or zeroed without. */
struct abx_memory *api_memory(struct api *api, const char *type, const void *data);

/* Lines under construction, ended by NULL; each is freed by whoever is done with it. */
enum { API_MAX_LINES = 2000 };
struct api_lines {
    char *items[API_MAX_LINES + 1];
    size_t n;
};

void api_put_line(struct api_lines *lines, const char *format, ...) ABX_FORMAT(2, 3);

/* A handler that compares two numbers of type int, for qsort. */
int api_compare(void *user, const struct abx_value *args, size_t n_args,
                struct abx_value *result, struct abx_error *err);

struct abx_value api_int(int64_t i);
struct abx_value api_uint(uint64_t u);
struct abx_value api_float(double f);
struct abx_value api_pointer(void *p);
struct abx_value api_string(const char *text);
struct abx_value api_value(struct abx_memory *memory);

#define N_ITEMS(array) (sizeof(array) / sizeof(*(array)))

#endif
