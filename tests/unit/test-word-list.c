/* Lists of words. */
#include "tests/test.h"

#include <string.h>

#include "base/words.h"

static void texts_are_cut_at_spaces(void **state)
{
    static const struct {
        const char *text;
        const char *words[4];
    } cases[] = {
        {"", {NULL}},
        {"  ", {NULL}},
        {"gcc", {"gcc"}},
        {" gcc  -m32 -O2 ", {"gcc", "-m32", "-O2"}},
        {"a\tb \"c d\"", {"a\tb", "\"c", "d\""}},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        char text[32];
        struct abx_words words = {0};
        size_t n = 0;

        strcpy(text, cases[i].text);
        assert_true(abx_words_split(&words, text));
        for (; cases[i].words[n]; n++)
            assert_string_equal(words.items[n], cases[i].words[n]);
        assert_int_equal(words.n_items, n);
        assert_true(abx_words_add(&words, NULL));
        assert_null(words.items[n]);
        abx_words_finish(&words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_cut_at_spaces),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
