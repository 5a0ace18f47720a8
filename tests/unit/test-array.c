/* Growing arrays of any item. */
#include "tests/test.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/array.h"

struct item {
    size_t number;
    char padding[20];
};

static void items_keep_their_values(void **state)
{
    struct {
        struct item *items;
        size_t n_items, capacity;
    } array = {0};

    (void)state;
    for (size_t i = 0; i < 1000; i++) {
        assert_true(ABX_ARRAY_RESERVE(&array));
        array.items[array.n_items++] = (struct item){.number = i};
        assert_true(array.capacity >= array.n_items);
    }
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(array.items[i].number, i);
    free(array.items);
}

static void what_cannot_be_is_refused(void **state)
{
    struct item *items = NULL;
    size_t capacity = SIZE_MAX / 64 + 1; /* twice as many of 32 bytes are none */

    (void)state;
    assert_int_equal(abx_array_grow(&items, &capacity, 32), 0);
    assert_null(items);
    assert_int_equal(capacity, SIZE_MAX / 64 + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_keep_their_values),
        cmocka_unit_test(what_cannot_be_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
