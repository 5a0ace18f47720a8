/* Growing strings. */
#include "tests/test.h"

#include <stdint.h>
#include <string.h>

#include "base/buffer.h"

static void pieces_become_one_text(void **state)
{
    struct abx_buffer buffer = {0};

    (void)state;
    assert_string_equal(abx_buffer_text(&buffer), "");
    abx_buffer_puts(&buffer, "one");
    abx_buffer_putc(&buffer, ' ');
    abx_buffer_put(&buffer, "two and", 3);
    abx_buffer_put(&buffer, NULL, 0);
    abx_buffer_printf(&buffer, " %d%s", 3, "!");
    assert_string_equal(abx_buffer_text(&buffer), "one two 3!");
    assert_int_equal(buffer.size, 10);
    abx_buffer_truncate(&buffer, 20);
    assert_int_equal(buffer.size, 10);
    abx_buffer_truncate(&buffer, 3);
    assert_string_equal(abx_buffer_text(&buffer), "one");
    abx_buffer_truncate(&buffer, 0);
    assert_string_equal(abx_buffer_text(&buffer), "");
    assert_false(buffer.failed);
    abx_buffer_finish(&buffer);
    assert_null(buffer.data);
}

/* Each length around the sizes at which it grows. */
static void it_grows_at_any_length(void **state)
{
    char long_text[300];

    (void)state;
    memset(long_text, 'x', sizeof(long_text));
    for (size_t size = 0; size < sizeof(long_text); size++) {
        struct abx_buffer buffer = {0};

        abx_buffer_put(&buffer, long_text, size);
        abx_buffer_printf(&buffer, "%.*s", (int)size, long_text);
        assert_int_equal(buffer.size, 2 * size);
        assert_int_equal(strlen(abx_buffer_text(&buffer)), 2 * size);
        abx_buffer_finish(&buffer);
    }
}

static void what_cannot_be_is_remembered(void **state)
{
    struct abx_buffer buffer = {0};

    (void)state;
    abx_buffer_puts(&buffer, "kept");
    abx_buffer_put(&buffer, "", SIZE_MAX / 2);
    assert_true(buffer.failed);
    abx_buffer_puts(&buffer, "lost");
    assert_string_equal(abx_buffer_text(&buffer), "kept");
    abx_buffer_finish(&buffer);
    assert_false(buffer.failed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_become_one_text),
        cmocka_unit_test(it_grows_at_any_length),
        cmocka_unit_test(what_cannot_be_is_remembered),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
