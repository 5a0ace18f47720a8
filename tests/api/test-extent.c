/*
 * Memory that a call needs, and memory that it takes away: what parameters say of each other
 * is held against what the library knows, before C sees any of it.
 */
#include "api.h"

#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
#define POLL " symbol=memchr in=" LIBC
#else
#define POLL " in=" LIBC
#endif

static const char *const lines[] = {
    "fn calloc *void(" WORD_SIZE " n, " WORD_SIZE " size) in=" LIBC,
    "fn free void(*void ptr) in=" LIBC " frees=1",
    "fn memcmp i32(*const void a, *const void b, " WORD_SIZE " n) in=" LIBC
    " buffer=1:3,2:3",
    "fn memset *void(*void s, i32 c, " WORD_SIZE " n) in=" LIBC " buffer=1:3",
    "fn poll i32(*struct two fds, " WORD_SIZE " n, i32 timeout)" POLL " array=1:2",
    "fn qsort void(*void base, " WORD_SIZE " n, " WORD_SIZE
    " size, *(i32(*const void, *const void)) compar) in=" LIBC " callback=4:call "
    "buffer=1:2:3",
    "fn realloc *void(*void ptr, " WORD_SIZE " size) in=" LIBC
    " frees=1:success fails=NULL:none",
    "fn release i32(*void ptr) symbol=free in=" LIBC " frees=1 fails=any:errno,clear",
    "fn set *void(a_pair s, i32 c, " WORD_SIZE " n) symbol=memset in=" LIBC " buffer=1:3",
    "fn snprintf i32(*char s, " WORD_SIZE " n, *const char format, ...)" SNPRINTF
    " buffer=1:2",
    "fn strnlen " WORD_SIZE "(*const char s, " WORD_LONG " n) in=" LIBC " buffer=1:2",
    "struct two 8 4 {0 i32 x; 4 i32 y}",
    "typedef a_pair union pair_pointer transparent_union",
    "union pair_pointer " POINTER_SIZE " " POINTER_SIZE
    " {0 *struct two two; 0 *char text}",
    NULL,
};

static int setup(void **state)
{
    return api_setup(state, lines);
}

/* Whether the call of what the table has is refused because of @argument, saying @why. */
static void refused(struct api *api, const char *name, const struct abx_value *args,
                    size_t n_args, int argument, const char *why)
{
    assert_int_equal(api_call(api, name, args, n_args, NULL), ABX_REFUSED);
    assert_int_equal(api->err.argument, argument);
    if (strstr(api->err.message, why) == NULL)
        fail_msg("%s: %s", name, api->err.message);
}

/* ---- extents ---- */

static void memory_has_to_reach_as_far(void **state)
{
    struct api *api = *state;
    struct abx_memory *memory = api_memory(api, "[2]struct two", NULL);
    struct abx_value args[] = {api_value(memory), api_int(1), api_uint(16)};

    assert_int_equal(api_call(api, "memset", args, 3, NULL), ABX_OK);
    args[2] = api_uint(17);
    refused(api, "memset", args, 3, 1,
            "memset: argument 1 (s) has 16 bytes, but argument "
            "3 asks for 17");
    args[2] = api_uint(SIZE_MAX);
    refused(api, "memset", args, 3, 1, "has 16 bytes");
    args[0] = api_pointer(abx_memory_data(memory)); /* nobody knows how far that may go */
    args[2] = api_uint(16);
    assert_int_equal(api_call(api, "memset", args, 3, NULL), ABX_OK);
    abx_memory_destroy(memory);
}

static void strings_have_their_zero_too(void **state)
{
    struct api *api = *state;
    struct abx_value args[] = {api_string("abc"), api_string("abc"), api_uint(4)};
    struct abx_value result;

    assert_int_equal(api_call(api, "memcmp", args, 3, &result), ABX_OK);
    assert_int_equal(result.i, 0);
    args[2] = api_uint(5);
    refused(api, "memcmp", args, 3, 1, "has 4 bytes, but argument 3 asks for 5");
    args[0] = api_string("abcd");
    refused(api, "memcmp", args, 3, 2, "has 4 bytes, but argument 3 asks for 5");
}

static void objects_and_products_are_counted(void **state)
{
    struct api *api = *state;
    struct abx_memory *memory = api_memory(api, "[2]struct two", NULL);
    struct abx_value fds[] = {api_value(memory), api_uint(3), api_int(0)};
    struct abx_value sorted[] = {api_value(memory), api_uint(2), api_uint(9),
                                 api_pointer((void *)(uintptr_t)&abort)};

    refused(api, "poll", fds, 3, 1, "has 16 bytes, but argument 2 asks for 24");
    fds[1] = api_uint(2);
    assert_int_equal(api_call(api, "poll", fds, 3, NULL), ABX_OK);
    refused(api, "qsort", sorted, 4, 1, "has 16 bytes, but argument 2 asks for 18");
    sorted[1] = api_uint(SIZE_MAX / 2);
    sorted[2] = api_uint(SIZE_MAX / 2);
    refused(api, "qsort", sorted, 4, 1, "has 16 bytes");
    abx_memory_destroy(memory);
}

/* The union itself holds an address: nobody knows how far that may go. */
static void a_transparent_union_is_no_buffer(void **state)
{
    struct api *api = *state;
    struct abx_memory *memory = api_memory(api, "[2]struct two", NULL);
    struct abx_memory *address = api_memory(api, "union pair_pointer", NULL);
    struct abx_value value = api_pointer(abx_memory_data(memory));
    struct abx_value args[] = {api_value(address), api_int(1), api_uint(16)};

    assert_int_equal(abx_memory_set(address, "two", &value, &api->err), ABX_OK);
    assert_int_equal(api_call(api, "set", args, 3, NULL), ABX_OK);
    args[0] = api_value(memory);
    args[2] = api_uint(17);
    refused(api, "set", args, 3, 1, "has 16 bytes, but argument 3 asks for 17");
    abx_memory_destroy(address);
    abx_memory_destroy(memory);
}

/* C judges it, which here takes it for a large one and stops at the zero. */
static void a_negative_number_is_no_length(void **state)
{
    struct abx_value args[] = {api_string("abc"), api_int(-1)};
    struct abx_value result;

    assert_int_equal(api_call(*state, "strnlen", args, 2, &result), ABX_OK);
    assert_int_equal(result.u, 3);
}

static void a_variadic_call_is_checked(void **state)
{
    struct api *api = *state;
    struct abx_memory *memory = api_memory(api, "[4]char", NULL);
    struct abx_value args[] = {api_value(memory), api_uint(5), api_string("%d"),
                               api_int(42)};
    struct abx_value result;

    refused(api, "snprintf", args, 4, 1, "has 4 bytes, but argument 2 asks for 5");
    args[1] = api_uint(4);
    assert_int_equal(api_call(api, "snprintf", args, 4, &result), ABX_OK);
    assert_int_equal(result.i, 2);
    assert_string_equal(abx_memory_data(memory), "42");
    abx_memory_destroy(memory);
}

/* ---- freed memory ---- */

static struct abx_value member(struct api *api, const struct abx_memory *memory,
                               const char *path)
{
    struct abx_value value;

    assert_int_equal(abx_memory_get(memory, path, &value, &api->err), ABX_OK);
    return value;
}

static void is_lost(struct api *api, struct abx_memory *memory, const char *path)
{
    struct abx_value value = api_int(1);
    struct abx_value args[] = {api_value(memory), api_int(0), api_uint(1)};

    assert_int_equal(abx_memory_get(memory, path, &value, &api->err), ABX_REFUSED);
    assert_non_null(strstr(api->err.message, "is memory that was freed"));
    value = api_int(1);
    assert_int_equal(abx_memory_set(memory, path, &value, &api->err), ABX_REFUSED);
    assert_null(abx_memory_data(memory));
    value = api_value(memory);
    assert_int_equal(abx_string_get(&value, 1, NULL, 0, NULL, &api->err), ABX_REFUSED);
    refused(api, "memset", args, 3, 1, "argument 1 (s) is memory that was freed");
}

static void parts_end_with_the_whole(void **state)
{
    struct api *api = *state;
    struct abx_memory *whole = api_memory(api, "[2]struct two", NULL);
    struct abx_memory *part = member(api, whole, "[1]").memory;
    struct abx_memory *other = api_memory(api, "struct two", NULL);
    struct abx_value value = api_value(part);

    assert_int_equal(abx_memory_set(other, "", &value, &api->err), ABX_OK);
    abx_memory_destroy(whole);
    is_lost(api, part, "y");
    assert_int_equal(abx_memory_set(other, "", &value, &api->err), ABX_REFUSED);
    abx_memory_destroy(part);
    abx_memory_destroy(other);
}

/* Of memory that is not the library's, a view is no owner. */
static void a_view_leaves_its_parts(void **state)
{
    struct api *api = *state;
    int32_t numbers[4] = {1, 2, 3, 4};
    struct abx_memory *view, *part;
    const struct abx_type *type;

    assert_int_equal(abx_table_find_type(api->table, "struct two", &type, &api->err),
                     ABX_OK);
    assert_int_equal(abx_memory_view(api->table, type, numbers, 2, &view, &api->err),
                     ABX_OK);
    part = member(api, view, "[1]").memory;
    abx_memory_destroy(view);
    assert_int_equal(member(api, part, "y").i, 4);
    abx_memory_destroy(part);
}

/* Memory that C has made, seen as two pairs. */
static struct abx_memory *make(struct api *api)
{
    const struct abx_value args[] = {api_uint(2), api_uint(8)};
    struct abx_value address;
    struct abx_memory *view;
    const struct abx_type *type;

    assert_int_equal(api_call(api, "calloc", args, 2, &address), ABX_OK);
    assert_int_equal(abx_table_find_type(api->table, "struct two", &type, &api->err),
                     ABX_OK);
    assert_int_equal(abx_memory_view(api->table, type, address.p, 2, &view, &api->err),
                     ABX_OK);
    return view;
}

static void what_c_frees_is_lost(void **state)
{
    struct api *api = *state;
    struct abx_memory *view = make(api);
    struct abx_memory *part = member(api, view, "[1]").memory;
    struct abx_value args[] = {api_value(view), api_uint(64)};

    assert_int_equal(api_call(api, "free", args, 1, NULL), ABX_OK);
    is_lost(api, view, "[0].x");
    is_lost(api, part, "x");
    refused(api, "free", args, 1, 1, "is memory that was freed");
    abx_memory_destroy(view);
    is_lost(api, part, "x");
    abx_memory_destroy(part);
}

/* As after fclose, which closes the file though it could not write to it. */
static void what_c_frees_in_a_failure_is_lost(void **state)
{
    struct api *api = *state;
    struct abx_memory *view = make(api);
    struct abx_memory *part = member(api, view, "[1]").memory;
    struct abx_value arg = api_value(part);

    refused(api, "release", &arg, 1, 1, "takes no part of other memory");
    assert_int_equal(member(api, part, "x").i, 0);
    arg = api_value(view);
    assert_int_equal(api_call(api, "release", &arg, 1, NULL), ABX_OK);
    is_lost(api, part, "x");
    abx_memory_destroy(part);
    abx_memory_destroy(view);
}

static void what_stays_after_a_failure_is_not(void **state)
{
    struct api *api = *state;
    struct abx_memory *view = make(api);
    struct abx_value args[] = {api_value(view), api_uint(SIZE_MAX / 2)};
    struct abx_value moved;

    assert_int_equal(api_call(api, "realloc", args, 2, NULL), ABX_FAILED);
    assert_int_equal(member(api, view, "[0].x").i, 0);
    args[1] = api_uint(1 << 20);
    assert_int_equal(api_call(api, "realloc", args, 2, &moved), ABX_OK);
    is_lost(api, view, "[0].x");
    abx_memory_destroy(view);
    args[0] = api_pointer(moved.p);
    assert_int_equal(api_call(api, "free", args, 1, NULL), ABX_OK);
}

static void c_frees_nothing_of_the_library(void **state)
{
    struct api *api = *state;
    struct abx_memory *memory = api_memory(api, "[2]struct two", NULL);
    struct abx_memory *part = member(api, memory, "[0]").memory;
    struct abx_value args[] = {api_value(memory)};

    refused(api, "free", args, 1, 1, "takes no memory that abidex owns");
    args[0] = api_value(part);
    refused(api, "free", args, 1, 1, "takes no memory that abidex owns");
    assert_int_equal(member(api, memory, "[1].x").i, 0);
    abx_memory_destroy(part);
    abx_memory_destroy(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_has_to_reach_as_far),
        cmocka_unit_test(strings_have_their_zero_too),
        cmocka_unit_test(objects_and_products_are_counted),
        cmocka_unit_test(a_transparent_union_is_no_buffer),
        cmocka_unit_test(a_negative_number_is_no_length),
        cmocka_unit_test(a_variadic_call_is_checked),
        cmocka_unit_test(parts_end_with_the_whole),
        cmocka_unit_test(a_view_leaves_its_parts),
        cmocka_unit_test(what_c_frees_is_lost),
        cmocka_unit_test(what_c_frees_in_a_failure_is_lost),
        cmocka_unit_test(what_stays_after_a_failure_is_not),
        cmocka_unit_test(c_frees_nothing_of_the_library),
    };

    return cmocka_run_group_tests(tests, setup, api_teardown);
}
