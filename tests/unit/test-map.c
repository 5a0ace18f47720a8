/* Maps keep what they are given, in the order in which it came. */
#include "tests/test.h"

#include <stdio.h>
#include <string.h>

#include "base/map.h"

enum { N = 5000 };

static void keys_are_found_in_their_order(void **state)
{
    static char keys[N][16];
    struct abx_map map = {0};

    (void)state;
    assert_null(abx_map_find(&map, "none", 4));
    for (size_t i = 0; i < N; i++) {
        snprintf(keys[i], sizeof(keys[i]), "key %zu", i * 7919 % N);
        assert_int_equal(abx_map_set(&map, keys[i], strlen(keys[i]), keys[i]), 0);
    }
    assert_int_equal(map.n_items, N);
    for (size_t i = 0; i < N; i++) {
        struct abx_map_entry *entry = abx_map_find(&map, keys[i], strlen(keys[i]));

        assert_non_null(entry);
        assert_ptr_equal(entry, &map.items[i]);
        assert_ptr_equal(entry->value, keys[i]);
    }
    assert_null(abx_map_find(&map, "key", 3));
    assert_null(abx_map_find(&map, "key 5000", 8));
    abx_map_finish(&map);
    assert_null(abx_map_find(&map, keys[0], strlen(keys[0])));
}

static void a_key_is_its_bytes(void **state)
{
    static const struct {
        const char *key;
        size_t size;
    } keys[] = {{"", 0}, {"\0", 1}, {"\0\0", 2}, {"a", 1}, {"a\0b", 3}, {"a\0c", 3}};
    struct abx_map map = {0};

    (void)state;
    for (size_t i = 0; i < TEST_N(keys); i++)
        assert_int_equal(
            abx_map_set(&map, keys[i].key, keys[i].size, (void *)keys[i].key), 0);
    assert_int_equal(map.n_items, TEST_N(keys));
    for (size_t i = 0; i < TEST_N(keys); i++)
        assert_ptr_equal(abx_map_find(&map, keys[i].key, keys[i].size)->value,
                         keys[i].key);
    abx_map_finish(&map);
}

static void setting_again_replaces(void **state)
{
    struct abx_map map = {0};
    int one, two;

    (void)state;
    assert_int_equal(abx_map_set(&map, "key", 3, &one), 0);
    assert_int_equal(abx_map_set(&map, "key", 3, &two), 0);
    assert_int_equal(map.n_items, 1);
    assert_ptr_equal(abx_map_find(&map, "key", 3)->value, &two);
    abx_map_finish(&map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_found_in_their_order),
        cmocka_unit_test(a_key_is_its_bytes),
        cmocka_unit_test(setting_again_replaces),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
