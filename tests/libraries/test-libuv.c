/* libuv through its table: a loop lives in memory of the size that the table tells. */
#include "library.h"

#include <stdio.h>

static void the_version_is_the_headers(void **state)
{
    struct api *api = *state;
    char wanted[64];

    snprintf(wanted, sizeof(wanted), "%d.%d.%d",
             (int)library_number(api, "UV_VERSION_MAJOR"),
             (int)library_number(api, "UV_VERSION_MINOR"),
             (int)library_number(api, "UV_VERSION_PATCH"));
    assert_string_equal(library_call(api, "uv_version_string", NULL, 0).p, wanted);
}

static void an_empty_loop_runs_and_ends(void **state)
{
    struct api *api = *state;
    struct abx_memory *loop = api_memory(api, "uv_loop_t", NULL);

    assert_int_equal(library_call(api, "uv_loop_size", NULL, 0).u, abx_memory_size(loop));
    assert_int_equal(CALL(api, "uv_loop_init", api_value(loop)).i, 0);
    assert_int_equal(CALL(api, "uv_loop_alive", api_value(loop)).i, 0);
    assert_int_equal(
        CALL(api, "uv_run", api_value(loop), library_constant(api, "UV_RUN_DEFAULT")).i,
        0);
    /* members that the functions set, each read through its own */
    assert_int_equal(library_get(api, loop, "time").u,
                     CALL(api, "uv_now", api_value(loop)).u);
    assert_int_equal(library_get(api, loop, "backend_fd").i,
                     CALL(api, "uv_backend_fd", api_value(loop)).i);
    assert_int_equal(CALL(api, "uv_loop_close", api_value(loop)).i, 0);
    abx_memory_destroy(loop);
}

static void an_open_handle_keeps_the_loop(void **state)
{
    struct api *api = *state;
    struct abx_memory *loop = api_memory(api, "uv_loop_t", NULL);
    struct abx_memory *idle = api_memory(api, "uv_idle_t", NULL);

    assert_int_equal(CALL(api, "uv_handle_size", library_constant(api, "UV_IDLE")).u,
                     abx_memory_size(idle));
    assert_int_equal(CALL(api, "uv_loop_init", api_value(loop)).i, 0);
    assert_int_equal(CALL(api, "uv_idle_init", api_value(loop), api_value(idle)).i, 0);
    assert_ptr_equal(library_get(api, idle, "loop").p, abx_memory_data(loop));
    assert_int_equal(CALL(api, "uv_loop_close", api_value(loop)).i,
                     library_number(api, "UV_EBUSY"));
    CALL(api, "uv_close", api_pointer(abx_memory_data(idle)), api_pointer(NULL));
    CALL(api, "uv_run", api_value(loop), library_constant(api, "UV_RUN_DEFAULT"));
    assert_int_equal(CALL(api, "uv_loop_close", api_value(loop)).i, 0);
    abx_memory_destroy(idle);
    abx_memory_destroy(loop);
}

static void codes_have_names(void **state)
{
    struct api *api = *state;

    assert_string_equal(CALL(api, "uv_err_name", library_constant(api, "UV_EINVAL")).p,
                        "EINVAL");
    assert_string_equal(CALL(api, "uv_strerror", library_constant(api, "UV_EOF")).p,
                        "end of file");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_version_is_the_headers),
        cmocka_unit_test(an_empty_loop_runs_and_ends),
        cmocka_unit_test(an_open_handle_keeps_the_loop),
        cmocka_unit_test(codes_have_names),
    };

    return cmocka_run_group_tests_name("libuv", tests, library_setup, library_teardown);
}
