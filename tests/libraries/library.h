/**
 * What the tests of other libraries share: the table that this build generated from the
 * headers of this machine.
 */
#ifndef ABX_TEST_LIBRARY_H
#define ABX_TEST_LIBRARY_H

#include "../api/api.h"

/* Setup and teardown of a group: *state is a struct api, with $ABIDEX_TEST_TABLE open. */
int library_setup(void **state);
int library_teardown(void **state);

/* The call must be done; its result. */
struct abx_value library_call(struct api *api, const char *name,
                              const struct abx_value *args, size_t n_args);

/* library_call with the arguments written out; there is one at least. */
#define CALL(api, name, ...)                                                             \
    library_call(api, name, (const struct abx_value[]){__VA_ARGS__},                     \
                 N_ITEMS(((const struct abx_value[]){__VA_ARGS__})))

/* The call must be done, and fail with the code that is called @code, "" for none. What it means is
 * in api->err. */
void library_fail(struct api *api, const char *name, const char *code,
                  const struct abx_value *args, size_t n_args);

/* library_fail with the arguments written out; there is one at least. */
#define FAIL(api, name, code, ...)                                                       \
    library_fail(api, name, code, (const struct abx_value[]){__VA_ARGS__},               \
                 N_ITEMS(((const struct abx_value[]){__VA_ARGS__})))

/* A constant as an argument, as a number and as a string. */
struct abx_value library_constant(struct api *api, const char *name);
int64_t library_number(struct api *api, const char *name);

/* A member of a record, or a scalar itself with the path "". */
struct abx_value library_get(struct api *api, const struct abx_memory *memory,
                             const char *path);
void library_set(struct api *api, struct abx_memory *memory, const char *path,
                 struct abx_value value);

/* A view of what a pointer points to, which is one object of @type. */
struct abx_memory *library_view(struct api *api, const char *type,
                                struct abx_value pointer);

#endif
