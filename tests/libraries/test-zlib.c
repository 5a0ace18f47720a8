/* zlib through its table: checksums, buffers, and a structure that the caller fills. */
#include "library.h"

#include <string.h>

static const char text[] = "a text, a text, a text, a text, a text, a text, a text";

static void crc32_of_the_digits_is_known(void **state)
{
    struct abx_value crc =
        CALL(*state, "crc32", api_uint(0), api_string("123456789"), api_uint(9));

    assert_int_equal(crc.kind, ABX_VALUE_UINT);
    assert_int_equal(crc.u, 0xcbf43926);
}

static void what_is_compressed_comes_back(void **state)
{
    struct api *api = *state;
    struct abx_memory *packed = api_memory(api, "[100]Bytef", NULL);
    struct abx_memory *unpacked = api_memory(api, "[100]Bytef", NULL);
    struct abx_memory *size = api_memory(api, "uLongf", NULL);
    struct abx_value packed_size;

    library_set(api, size, "", api_uint(100));
    assert_int_equal(CALL(api, "compress", api_value(packed), api_value(size),
                          api_string(text), api_uint(sizeof(text)))
                         .i,
                     library_number(api, "Z_OK"));
    packed_size = library_get(api, size, "");
    assert_in_range(packed_size.u, 10, sizeof(text) / 2);
    library_set(api, size, "", api_uint(100));
    assert_int_equal(CALL(api, "uncompress", api_value(unpacked), api_value(size),
                          api_value(packed), packed_size)
                         .i,
                     library_number(api, "Z_OK"));
    assert_int_equal(library_get(api, size, "").u, sizeof(text));
    assert_memory_equal(abx_memory_data(unpacked), text, sizeof(text));
    abx_memory_destroy(size);
    abx_memory_destroy(unpacked);
    abx_memory_destroy(packed);
}

/* Fills the stream's buffers and does all of the work in one call of @function. */
static size_t run_stream(struct api *api, struct abx_memory *stream, const char *function,
                         struct abx_memory *in, size_t in_size, struct abx_memory *out)
{
    library_set(api, stream, "next_in", api_pointer(abx_memory_data(in)));
    library_set(api, stream, "avail_in", api_uint(in_size));
    library_set(api, stream, "next_out", api_pointer(abx_memory_data(out)));
    library_set(api, stream, "avail_out", api_uint(abx_memory_size(out)));
    assert_int_equal(
        CALL(api, function, api_value(stream), library_constant(api, "Z_FINISH")).i,
        library_number(api, "Z_STREAM_END"));
    assert_int_equal(library_get(api, stream, "total_in").u, in_size);
    return library_get(api, stream, "total_out").u;
}

static void what_is_deflated_is_inflated(void **state)
{
    struct api *api = *state;
    struct abx_memory *stream = api_memory(api, "z_stream", NULL);
    struct abx_memory *first = api_memory(api, "[100]Bytef", NULL);
    struct abx_memory *second = api_memory(api, "[100]Bytef", NULL);
    struct abx_value size = api_int((int64_t)abx_memory_size(stream));
    size_t packed_size;

    memcpy(abx_memory_data(first), text, sizeof(text));
    /* zlib compares the size that the caller knows with its own */
    assert_int_equal(CALL(api, "deflateInit_", api_value(stream),
                          library_constant(api, "Z_BEST_COMPRESSION"),
                          library_constant(api, "ZLIB_VERSION"), size)
                         .i,
                     0);
    packed_size = run_stream(api, stream, "deflate", first, sizeof(text), second);
    assert_int_equal(CALL(api, "deflateEnd", api_value(stream)).i, 0);
    memset(abx_memory_data(first), 0, 100);
    assert_int_equal(CALL(api, "inflateInit_", api_value(stream),
                          library_constant(api, "ZLIB_VERSION"), size)
                         .i,
                     0);
    assert_int_equal(run_stream(api, stream, "inflate", second, packed_size, first),
                     sizeof(text));
    assert_int_equal(CALL(api, "inflateEnd", api_value(stream)).i, 0);
    assert_memory_equal(abx_memory_data(first), text, sizeof(text));
    abx_memory_destroy(second);
    abx_memory_destroy(first);
    abx_memory_destroy(stream);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(crc32_of_the_digits_is_known),
        cmocka_unit_test(what_is_compressed_comes_back),
        cmocka_unit_test(what_is_deflated_is_inflated),
    };

    return cmocka_run_group_tests_name("zlib", tests, library_setup, library_teardown);
}
