/**
 * Tables for unit tests, written to a temporary file from the lines of a test.
 */
#ifndef ABX_TEST_FIXTURE_H
#define ABX_TEST_FIXTURE_H

#include "tests/test.h"

#include "abidex.h"
#include "tests/system.h"

/* Of all tables that are written here: the C library. */
#ifdef _WIN32
#define FIXTURE_LIBRARY "msvcrt.dll"
#else
#define FIXTURE_LIBRARY "libc.so.6"
#endif

struct fixture {
    struct abx_context *context;
    struct abx_table *table;
    char path[TEST_PATH];
    struct abx_error err;
};

/* Fills in path and context and writes @size bytes there, whatever they are. */
void fixture_write(struct fixture *fixture, const char *text, size_t size);

/* Text of a table: a header for this platform, then @body as it stands, then the last
 * line. */
void fixture_write_body(struct fixture *fixture, const char *body);

/* The same, for a platform whose header lines are given. */
void fixture_write_table(struct fixture *fixture, const char *header, const char *body);

/* Writes and opens a table for this platform; @body is given line by line and gets
 * sorted. */
void fixture_open(struct fixture *fixture, const char *const *lines, size_t n_lines);

/* The same for a table of another platform: its header lines are given. */
void fixture_read(struct fixture *fixture, const char *header, const char *const *lines,
                  size_t n_lines);

/* Closes and removes all. */
void fixture_close(struct fixture *fixture);

/* A type that must exist. */
const struct abx_type *fixture_type(struct fixture *fixture, const char *name);

/* Fails the test unless the last error's message holds @text. */
void fixture_expect_message(const struct fixture *fixture, const char *text);

/* Header lines of a big-endian platform, where plain char is unsigned. */
extern const char fixture_s390x[];

/* The greatest address of this platform, as a table has it. */
#if UINTPTR_MAX == UINT32_MAX
#define FIXTURE_ADDRESS_MAX "0xffffffff"
#else
#define FIXTURE_ADDRESS_MAX "0xffffffffffffffff"
#endif

/* Header lines of this platform. The caller frees them. */
char *fixture_native(void);

/* Memory of a type, its members, and values to store in them; what fails ends the test.
 */
struct abx_memory *fixture_make(struct fixture *f, const char *type, size_t count);
struct abx_value fixture_get(struct fixture *f, const struct abx_memory *memory,
                             const char *path);
void fixture_set(struct fixture *f, struct abx_memory *memory, const char *path,
                 struct abx_value value);
struct abx_value fixture_int(int64_t i);
struct abx_value fixture_uint(uint64_t u);
struct abx_value fixture_float(double number);
struct abx_value fixture_string(const char *text, size_t size);
struct abx_value fixture_memory(struct abx_memory *memory);
struct abx_value fixture_pointer(void *p, const struct abx_type *type);

#endif
