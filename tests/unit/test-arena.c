/* Memory that is given back all at once. */
#include "tests/test.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

/* The linker puts this in the place of free, to see when blocks go. */
void __real_free(void *memory);
void __wrap_free(void *memory);

static const struct abx_arena *watched;

void __wrap_free(void *memory)
{
    if (watched)
        assert_ptr_not_equal(memory, watched->blocks);
    __real_free(memory);
}

static void memory_is_zeroed_aligned_and_apart(void **state)
{
    static const size_t sizes[] = {0, 1, 7, 8, 100, 1000, 1024, 5000, 300000, 3};
    struct abx_arena arena = {0};
    unsigned char *blocks[TEST_N(sizes)];

    (void)state;
    for (size_t i = 0; i < TEST_N(sizes); i++) {
        blocks[i] = abx_arena_alloc(&arena, sizes[i]);
        assert_non_null(blocks[i]);
        assert_int_equal((uintptr_t)blocks[i] % alignof(max_align_t), 0);
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(blocks[i][k], 0);
        memset(blocks[i], (int)i + 1, sizes[i]);
    }
    for (size_t i = 0; i < TEST_N(sizes); i++)
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(blocks[i][k], i + 1);
    abx_arena_finish(&arena);
    assert_null(arena.blocks);
    assert_non_null(abx_arena_alloc(&arena, 1));
    abx_arena_finish(&arena);
}

static void copies_are_terminated(void **state)
{
    struct abx_arena arena = {0};

    (void)state;
    assert_string_equal(abx_arena_copy(&arena, "text behind", 4), "text");
    assert_string_equal(abx_arena_copy(&arena, NULL, 0), "");
    abx_arena_finish(&arena);
}

static void what_cannot_be_is_refused(void **state)
{
    struct abx_arena arena = {0};

    (void)state;
    assert_null(abx_arena_alloc(&arena, SIZE_MAX));
    assert_null(abx_arena_alloc(&arena, SIZE_MAX / 2 + 1));
    assert_non_null(abx_arena_alloc(&arena, 1));
    abx_arena_finish(&arena);
}

static void marks_are_gone_back_to(void **state)
{
    static const size_t sizes[] = {1, 500, 5000, 300000};
    struct abx_arena arena = {0};
    struct abx_arena_mark empty = abx_arena_mark(&arena);
    struct abx_arena_mark mark;
    char *kept;
    void *next;

    (void)state;
    abx_arena_rollback(&arena, empty);
    kept = abx_arena_copy(&arena, "kept", 4);
    mark = abx_arena_mark(&arena);
    next = abx_arena_alloc(&arena, 8);
    for (size_t i = 0; i < TEST_N(sizes); i++) {
        memset(abx_arena_alloc(&arena, sizes[i]), 0xff, sizes[i]);
        abx_arena_rollback(&arena, mark);
        assert_ptr_equal(abx_arena_alloc(&arena, 8), next);
        assert_memory_equal(next, "\0\0\0\0\0\0\0\0", 8);
    }
    assert_string_equal(kept, "kept");
    abx_arena_rollback(&arena, empty);
    assert_null(arena.blocks);
    assert_non_null(abx_arena_alloc(&arena, 1));
    abx_arena_finish(&arena);
}

static void sealed_arenas_begin_anew(void **state)
{
    struct abx_arena arena = {0};
    struct abx_arena_mark mark;
    char *kept = abx_arena_copy(&arena, "kept", 4);

    (void)state;
    abx_arena_seal(&arena);
    mark = abx_arena_mark(&arena);
    memset(abx_arena_alloc(&arena, 100), 0xff, 100);
    abx_arena_rollback(&arena, mark);
    memset(abx_arena_alloc(&arena, 100), 0xff, 100);
    assert_string_equal(kept, "kept");
    abx_arena_finish(&arena);
}

/* A child that was forked meanwhile would go on with a block that is no more. */
static void blocks_leave_the_arena_before_they_go(void **state)
{
    struct abx_arena arena = {0};
    struct abx_arena_mark empty = abx_arena_mark(&arena);

    (void)state;
    for (int i = 0; i < 4; i++)
        assert_non_null(abx_arena_alloc(&arena, 5000));
    watched = &arena;
    abx_arena_rollback(&arena, empty);
    watched = NULL;
    assert_null(arena.blocks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_aligned_and_apart),
        cmocka_unit_test(copies_are_terminated),
        cmocka_unit_test(what_cannot_be_is_refused),
        cmocka_unit_test(marks_are_gone_back_to),
        cmocka_unit_test(sealed_arenas_begin_anew),
        cmocka_unit_test(blocks_leave_the_arena_before_they_go),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
