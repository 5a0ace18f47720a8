/**
 * What tests need of the system and Windows does otherwise.
 */
#ifndef ABX_TEST_SYSTEM_H
#define ABX_TEST_SYSTEM_H

enum { TEST_PATH = 300 };

/* Makes an empty file for a table and opens it; its path, in UTF-8, goes to @path of TEST_PATH
 * bytes. Returns a descriptor, or -1. */
int test_create_table(char *path);
void test_remove(const char *path);

/* The path of a library, as abidex wants it, from one of the environment; in static memory. */
const char *test_library_path(const char *path);

void *test_load(const char *path);
void *test_symbol(void *library, const char *name);
void test_unload(void *library);

/* h_errno, which Windows has in GetLastError. */
void test_set_h_errno(int code);

/* Runs @run on a thread of its own; joining ends what starting returned and gives what @run
 * returned. */
struct test_thread;
struct test_thread *test_thread_start(void *(*run)(void *user), void *user);
void *test_thread_join(struct test_thread *thread);

/* Ends the program after so many seconds, where the system can do that. */
void test_limit(unsigned seconds);

#endif
