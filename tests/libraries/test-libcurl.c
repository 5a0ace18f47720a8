/* libcurl through its table, without a network. */
#include "library.h"

#include <stdio.h>
#include <string.h>

static void the_version_is_the_headers(void **state)
{
    struct api *api = *state;
    struct abx_value now = library_constant(api, "CURLVERSION_NOW");
    struct abx_value wanted = library_constant(api, "LIBCURL_VERSION");
    struct abx_memory *info =
        library_view(api, "curl_version_info_data", CALL(api, "curl_version_info", now));
    struct abx_value text = library_call(api, "curl_version", NULL, 0);
    char begin[64];

    assert_string_equal(library_get(api, info, "version").p, wanted.string.data);
    assert_int_equal(library_get(api, info, "version_num").u,
                     library_number(api, "LIBCURL_VERSION_NUM"));
    assert_int_equal(library_get(api, info, "age").u, now.u);
    snprintf(begin, sizeof(begin), "libcurl/%s ", wanted.string.data);
    assert_int_equal(strncmp(text.p, begin, strlen(begin)), 0);
    abx_memory_destroy(info);
}

static void what_is_escaped_comes_back(void **state)
{
    struct api *api = *state;
    struct abx_value handle = library_call(api, "curl_easy_init", NULL, 0);
    struct abx_memory *size = api_memory(api, "i32", NULL);
    struct abx_value escaped, plain;

    assert_non_null(handle.p);
    escaped =
        CALL(api, "curl_easy_escape", handle, api_string("a b&c/\xc3\xa4"), api_int(0));
    assert_string_equal(escaped.p, "a%20b%26c%2F%C3%A4");
    plain = CALL(api, "curl_easy_unescape", handle, api_string(escaped.p), api_int(0),
                 api_value(size));
    assert_string_equal(plain.p, "a b&c/\xc3\xa4");
    assert_int_equal(library_get(api, size, "").i, 8);
    CALL(api, "curl_free", plain);
    CALL(api, "curl_free", escaped);
    CALL(api, "curl_easy_cleanup", handle);
    abx_memory_destroy(size);
}

static void an_option_with_a_wrong_value_is_refused(void **state)
{
    struct api *api = *state;
    struct abx_value handle = library_call(api, "curl_easy_init", NULL, 0);
    struct abx_value option = library_constant(api, "CURLOPT_MAXREDIRS");
    struct abx_value number = {.kind = ABX_VALUE_INT};

    /* a variadic argument that libcurl reads as a long */
    assert_int_equal(abx_table_find_type(api->table, "i64", &number.type, &api->err),
                     ABX_OK);
    number.i = -1; /* without end */
    assert_int_equal(CALL(api, "curl_easy_setopt", handle, option, number).u,
                     library_number(api, "CURLE_OK"));
    number.i = -2;
    assert_int_equal(CALL(api, "curl_easy_setopt", handle, option, number).u,
                     library_number(api, "CURLE_BAD_FUNCTION_ARGUMENT"));
    CALL(api, "curl_easy_cleanup", handle);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_version_is_the_headers),
        cmocka_unit_test(what_is_escaped_comes_back),
        cmocka_unit_test(an_option_with_a_wrong_value_is_refused),
    };

    return cmocka_run_group_tests_name("libcurl", tests, library_setup, library_teardown);
}
