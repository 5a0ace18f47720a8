/* OpenSSL's libcrypto through its table: digests of "abc" that FIPS 180-4 knows. */
#include "library.h"

static const unsigned char sha256_of_abc[] = {
    0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40,
    0xde, 0x5d, 0xae, 0x22, 0x23, 0xb0, 0x03, 0x61, 0xa3, 0x96, 0x17,
    0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad};

static void a_digest_is_known(void **state)
{
    struct api *api = *state;
    struct abx_memory *digest = api_memory(api, "[64]u8", NULL);
    struct abx_memory *size = api_memory(api, "u32", NULL);

    assert_int_equal(CALL(api, "EVP_Digest", api_string("abc"), api_uint(3),
                          api_value(digest), api_value(size),
                          library_call(api, "EVP_sha256", NULL, 0), api_pointer(NULL))
                         .i,
                     1);
    assert_int_equal(library_get(api, size, "").u,
                     library_number(api, "SHA256_DIGEST_LENGTH"));
    assert_memory_equal(abx_memory_data(digest), sha256_of_abc, sizeof(sha256_of_abc));
    abx_memory_destroy(size);
    abx_memory_destroy(digest);
}

/* The older functions want a structure of the caller's: its size has to be right. */
static void a_digest_in_pieces_is_the_same(void **state)
{
    struct api *api = *state;
    struct abx_memory *digest = api_memory(api, "[64]u8", NULL);
    struct abx_memory *context = api_memory(api, "SHA256_CTX", NULL);

    assert_int_equal(CALL(api, "SHA256_Init", api_value(context)).i, 1);
    assert_int_equal(
        CALL(api, "SHA256_Update", api_value(context), api_string("ab"), api_uint(2)).i,
        1);
    assert_int_equal(
        CALL(api, "SHA256_Update", api_value(context), api_string("c"), api_uint(1)).i,
        1);
    assert_int_equal(CALL(api, "SHA256_Final", api_value(digest), api_value(context)).i,
                     1);
    assert_memory_equal(abx_memory_data(digest), sha256_of_abc, sizeof(sha256_of_abc));
    abx_memory_destroy(context);
    abx_memory_destroy(digest);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_digest_is_known),
        cmocka_unit_test(a_digest_in_pieces_is_the_same),
    };

    return cmocka_run_group_tests_name("libcrypto", tests, library_setup,
                                       library_teardown);
}
