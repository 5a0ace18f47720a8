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
    FAIL(api, "curl_easy_setopt", "CURLE_BAD_FUNCTION_ARGUMENT", handle, option, number);
    CALL(api, "curl_easy_cleanup", handle);
}

/* @url is what CURLOPT_URL is set to; @text is NULL where it is the library's own. */
static void fail_to_perform(struct api *api, const char *url, const char *code,
                            const char *text)
{
    struct abx_value handle = library_call(api, "curl_easy_init", NULL, 0);
    struct abx_value own = CALL(api, "curl_easy_strerror", library_constant(api, code));

    CALL(api, "curl_easy_setopt", handle, library_constant(api, "CURLOPT_URL"),
         api_string(url));
    FAIL(api, "curl_easy_perform", code, handle);
    assert_string_equal(api->err.space, "CURLE_");
    assert_true(api->err.is_documented);
    assert_string_equal(api->err.message, text ? text : own.p);
    CALL(api, "curl_easy_cleanup", handle);
}

static void a_transfer_fails(void **state)
{
    struct api *api = *state;

    fail_to_perform(api, "nobody://localhost/", "CURLE_UNSUPPORTED_PROTOCOL", NULL);
    fail_to_perform(api, "http://local host/", "CURLE_URL_MALFORMAT",
                    "CURLOPT_URL is missing, or is no URL");
    fail_to_perform(api, "file:///nonexistent", "CURLE_FILE_COULDNT_READ_FILE", NULL);
}

/* Other spaces have texts of their own: libcurl's, or the table's. */
static void each_space_has_texts(void **state)
{
    struct api *api = *state;
    struct abx_value url = library_call(api, "curl_url", NULL, 0);
    struct abx_value handle = library_call(api, "curl_easy_init", NULL, 0);
    struct abx_memory *part = api_memory(api, "*char", NULL);
    struct abx_memory *header = api_memory(api, "*struct curl_header", NULL);
    struct abx_value text =
        CALL(api, "curl_url_strerror", library_constant(api, "CURLUE_NO_HOST"));

    FAIL(api, "curl_url_get", "CURLUE_NO_HOST", url,
         library_constant(api, "CURLUPART_HOST"), api_value(part), api_uint(0));
    assert_string_equal(api->err.message, text.p);
    FAIL(api, "curl_easy_header", "CURLHE_NOHEADERS", handle, api_string("Date"),
         api_uint(0), library_constant(api, "CURLH_HEADER"), api_int(-1),
         api_value(header));
    assert_string_equal(api->err.message, "no header has arrived, or not yet");
    FAIL(api, "curl_multi_cleanup", "CURLM_BAD_HANDLE", api_pointer(NULL));
    CALL(api, "curl_easy_cleanup", handle);
    CALL(api, "curl_url_cleanup", url);
    abx_memory_destroy(header);
    abx_memory_destroy(part);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_version_is_the_headers),
        cmocka_unit_test(what_is_escaped_comes_back),
        cmocka_unit_test(an_option_with_a_wrong_value_is_refused),
        cmocka_unit_test(a_transfer_fails),
        cmocka_unit_test(each_space_has_texts),
    };

    return cmocka_run_group_tests_name("libcurl", tests, library_setup, library_teardown);
}
