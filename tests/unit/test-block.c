/*
 * Memory at multiples of more than malloc's, on every system.
 */
#include "tests/test.h"

#include <string.h>

#include "base/block.h"

enum { MAX_ALIGN = 1 << 16 };

static void blocks_are_aligned(void **state)
{
    (void)state;
    for (size_t align = sizeof(void *); align <= MAX_ALIGN; align *= 2) {
        unsigned char *one = abx_block_create(align, align);
        unsigned char *other = abx_block_create(align, 3 * align);

        assert_non_null(one);
        assert_non_null(other);
        assert_int_equal((uintptr_t)one % align, 0);
        assert_int_equal((uintptr_t)other % align, 0);
        memset(one, 1, align);
        memset(other, 2, 3 * align);
        assert_int_equal(one[align - 1], 1);
        abx_block_destroy(one);
        abx_block_destroy(other);
    }
}

/* What was there before is zeroed too: the heap gives freed memory out again. */
static void zeroed_blocks_are_zero(void **state)
{
    static const size_t sizes[] = {1, 7, 64, 1000, 4097, 70000};

    (void)state;
    for (size_t align = 1; align <= MAX_ALIGN; align *= 2) {
        for (size_t i = 0; i < TEST_N(sizes); i++) {
            unsigned char *block = abx_block_create_zeroed(align, sizes[i]);

            assert_non_null(block);
            assert_int_equal((uintptr_t)block % align, 0);
            for (size_t at = 0; at < sizes[i]; at++)
                assert_int_equal(block[at], 0);
            memset(block, 0xff, sizes[i]);
            abx_block_destroy(block);
        }
    }
}

static void too_much_is_no_memory(void **state)
{
    (void)state;
    assert_null(abx_block_create(64, SIZE_MAX / 64 * 64));
    assert_null(abx_block_create_zeroed(1, SIZE_MAX));
    assert_null(abx_block_create_zeroed(64, SIZE_MAX));
    assert_null(abx_block_create_zeroed(64, SIZE_MAX - 64));
}

static void no_block_is_destroyed_in_peace(void **state)
{
    (void)state;
    abx_block_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_aligned),
        cmocka_unit_test(zeroed_blocks_are_zero),
        cmocka_unit_test(too_much_is_no_memory),
        cmocka_unit_test(no_block_is_destroyed_in_peace),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
