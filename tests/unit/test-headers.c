/* The digest of headers, against values of another implementation. */
#include "tests/test.h"

#include <string.h>

#include "gen/headers.h"

static void digests_are_known(void **state)
{
    static const struct {
        const char *texts[4];
        size_t n;
        uint64_t digest;
    } cases[] = {
        {{NULL}, 0, UINT64_C(0xcbf29ce484222325)},
        {{""}, 1, UINT64_C(0x08d693b8fc20b4cf)},
        {{"a"}, 1, UINT64_C(0x93114c856212a941)},
        {{"a", "b"}, 2, UINT64_C(0xf454337f78bad4b6)},
        {{"b", "a"}, 2, UINT64_C(0xf454337f78bad4b6)},
        {{"b", "a", "b"}, 2, UINT64_C(0xf454337f78bad4b6)},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct gen_headers headers = {0};

        for (size_t k = 0; cases[i].texts[k]; k++)
            gen_headers_add(&headers, cases[i].texts[k], strlen(cases[i].texts[k]));
        assert_int_equal(headers.n_items, cases[i].n);
        assert_true(gen_headers_digest(&headers) == cases[i].digest);
        gen_headers_finish(&headers);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digests_are_known),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
