/* zlib through its table: checksums, buffers, a structure that the caller fills, and failures. */
#include "library.h"

#include <errno.h>
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

/* Fills the stream's buffers and does all of the work in one call of @function, whose
 * Z_STREAM_END, which is not 0, is no failure. */
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

static void garbage_is_told(void **state)
{
    struct api *api = *state;
    struct abx_memory *room = api_memory(api, "[100]Bytef", NULL);
    struct abx_memory *size = api_memory(api, "uLongf", NULL);

    library_set(api, size, "", api_uint(100));
    FAIL(api, "uncompress", "Z_DATA_ERROR", api_value(room), api_value(size),
         api_string("garbage"), api_uint(7));
    assert_string_equal(api->err.space, "Z_");
    assert_true(api->err.is_documented && api->err.is_specific);
    assert_string_equal(api->err.message, "source is damaged, ends too early, needs a "
                                          "dictionary, or is not of zlib's format");
    library_set(api, size, "", api_uint(5));
    FAIL(api, "compress", "Z_BUF_ERROR", api_value(room), api_value(size),
         api_string(text), api_uint(sizeof(text)));
    abx_memory_destroy(size);
    abx_memory_destroy(room);
}

static void another_version_is_refused(void **state)
{
    struct api *api = *state;
    struct abx_memory *stream = api_memory(api, "z_stream", NULL);

    FAIL(api, "inflateInit_", "Z_VERSION_ERROR", api_value(stream), api_string("0.9"),
         api_int((int64_t)abx_memory_size(stream)));
    FAIL(api, "inflateInit_", "Z_VERSION_ERROR", api_value(stream),
         library_constant(api, "ZLIB_VERSION"), api_int(1));
    abx_memory_destroy(stream);
}

/* -1 is Z_DEFAULT_COMPRESSION as well, and is not called so; errno has the cause. */
static void files_fail_with_errno(void **state)
{
    struct api *api = *state;
    struct abx_value file;

    FAIL(api, "gzopen", "ENOENT", api_string("/nonexistent/file.gz"), api_string("r"));
    assert_string_equal(api->err.space, "errno");
    assert_string_equal(api->err.message,
                        "the file does not exist, or a directory on the way to it");
    FAIL(api, "gzopen", "", api_string("/dev/null"), api_string("no mode"));
    file = CALL(api, "gzopen", api_string("/dev/full"), api_string("w"));
    CALL(api, "gzputs", file, api_string(text));
    FAIL(api, "gzflush", "Z_ERRNO", file, library_constant(api, "Z_SYNC_FLUSH"));
    assert_int_equal(api->err.cause, ENOSPC);
    FAIL(api, "gzclose", "Z_ERRNO", file);
}

/* NULL is both, and only errno tells. */
static void the_end_of_a_file_is_no_failure(void **state)
{
    struct api *api = *state;
    struct abx_memory *room = api_memory(api, "[100]char", NULL);
    struct abx_value file = CALL(api, "gzopen", api_string("/dev/null"), api_string("r"));

    assert_null(CALL(api, "gzgets", file, api_value(room), api_int(100)).p);
    CALL(api, "gzclose", file);
    file = CALL(api, "gzopen", api_string("/"), api_string("r"));
    /* So is a failure's, which gzerror knows: the table gives no contract that guesses. */
    assert_null(CALL(api, "gzgets", file, api_value(room), api_int(100)).p);
    assert_null(abx_function_contract(api_find(api, "gzgets"))->when);
    CALL(api, "gzclose", file);
    abx_memory_destroy(room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(crc32_of_the_digits_is_known),
        cmocka_unit_test(what_is_compressed_comes_back),
        cmocka_unit_test(what_is_deflated_is_inflated),
        cmocka_unit_test(garbage_is_told),
        cmocka_unit_test(another_version_is_refused),
        cmocka_unit_test(files_fail_with_errno),
        cmocka_unit_test(the_end_of_a_file_is_no_failure),
    };

    return cmocka_run_group_tests_name("zlib", tests, library_setup, library_teardown);
}
