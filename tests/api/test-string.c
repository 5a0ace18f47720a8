/* Strings that C left somewhere, read with a limit. */
#include "api.h"

#include <string.h>

static const char *const lines[] = {
    "typedef wide u32",
    "struct names 16 4 {0 [8]char short_name; 8 [2]wide wide_name}",
    NULL,
};

static int setup(void **state)
{
    return api_setup(state, lines);
}

static struct abx_value typed(struct api *api, const char *type, const void *address)
{
    struct abx_value value = api_pointer((void *)address);

    assert_int_equal(abx_table_find_type(api->table, type, &value.type, &api->err),
                     ABX_OK);
    return value;
}

static const char narrow[] = "a string";
static const uint16_t utf16[] = {'a', 0xe4, 0x20ac, 0xd83d, 0xde00, 0};
static const uint32_t utf32[] = {'a', 0xe4, 0x20ac, 0x1f600, 0};
static const uint16_t half[] = {'a', 0xd83d, 'b', 0};
static const uint16_t low[] = {0xde00, 0};
static const uint32_t high[] = {0x110000, 0};
#define TEXT "a\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80"

static void strings_become_utf8(void **state)
{
    static const struct {
        const char *type;
        const void *address;
        size_t limit;
        const char *text; /* NULL: refused */
        const char *why;
    } cases[] = {
        {"*char", narrow, 100, narrow, NULL},
        {"*const char", narrow, sizeof(narrow), narrow, NULL},
        {"*const u8", narrow, sizeof(narrow), narrow, NULL},
        {"*u16", utf16, 6, TEXT, NULL},
        {"*const wide", utf32, 5, TEXT, NULL},
        {"*char", narrow, sizeof(narrow) - 1, NULL, "no end within 8 characters"},
        {"*char", narrow, 0, NULL, "no end within 0 characters"},
        {"*u16", utf16, 5, NULL, "no end within 5 characters"},
        {"*u16", half, 4, NULL, "unit 1 of the string, 0xd83d, is no character"},
        {"*u16", low, 4, NULL, "unit 0 of the string, 0xde00, is no character"},
        {"*u32", high, 4, NULL, "unit 0 of the string, 0x110000, is no character"},
        {"*char", NULL, 4, NULL, "no string at NULL"},
        {"*void", narrow, 4, NULL, "*void is not where a string can be"},
        {"*f64", narrow, 4, NULL, "is not where a string can be"},
        {"*u64", narrow, 4, NULL, "is not where a string can be"},
        {"u64", narrow, 4, NULL, "a pointer without a type"},
    };
    struct api *api = *state;

    for (size_t i = 0; i < N_ITEMS(cases); i++) {
        struct abx_value value = typed(api, cases[i].type, cases[i].address);
        char buffer[64] = "old";
        size_t size = 99;
        int status = abx_string_get(&value, cases[i].limit, buffer, sizeof(buffer), &size,
                                    &api->err);

        if (cases[i].text != NULL) {
            assert_int_equal(status, ABX_OK);
            assert_string_equal(buffer, cases[i].text);
            assert_int_equal(size, strlen(cases[i].text));
            continue;
        }
        assert_int_equal(status, ABX_REFUSED);
        assert_int_equal(size, 0);
        assert_string_equal(buffer, "");
        if (strstr(api->err.message, cases[i].why) == NULL)
            fail_msg("%s: %s", cases[i].type, api->err.message);
    }
}

static void what_is_cut_tells_its_size(void **state)
{
    struct api *api = *state;
    struct abx_value value = typed(api, "*u16", utf16);
    char buffer[4] = "old";
    size_t size;

    assert_int_equal(abx_string_get(&value, 9, buffer, 4, &size, &api->err), ABX_OK);
    assert_int_equal(size, sizeof(TEXT) - 1);
    assert_string_equal(buffer, "a\xc3\xa4");
    assert_int_equal(abx_string_get(&value, 9, NULL, 0, &size, &api->err), ABX_OK);
    assert_int_equal(size, sizeof(TEXT) - 1);
}

/* An array that is full has no zero, as some of the system's have none. */
static void memory_ends_its_strings(void **state)
{
    struct api *api = *state;
    struct abx_memory *memory = api_memory(api, "struct names", NULL);
    struct abx_value record = api_value(memory), name, wide;
    char buffer[16];
    size_t size;

    memcpy(abx_memory_data(memory), "12345678", 8);
    assert_int_equal(abx_memory_get(memory, "short_name", &name, &api->err), ABX_OK);
    assert_int_equal(abx_memory_get(memory, "wide_name", &wide, &api->err), ABX_OK);
    assert_int_equal(abx_string_get(&name, 100, buffer, sizeof(buffer), &size, &api->err),
                     ABX_OK);
    assert_string_equal(buffer, "12345678");
    assert_int_equal(abx_string_get(&name, 7, buffer, sizeof(buffer), &size, &api->err),
                     ABX_REFUSED);
    assert_int_equal(abx_string_get(&wide, 100, buffer, sizeof(buffer), &size, &api->err),
                     ABX_OK);
    assert_int_equal(size, 0);
    assert_int_equal(
        abx_string_get(&record, 100, buffer, sizeof(buffer), &size, &api->err),
        ABX_REFUSED);
    abx_memory_destroy(name.memory);
    abx_memory_destroy(wide.memory);
    abx_memory_destroy(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_become_utf8),
        cmocka_unit_test(what_is_cut_tells_its_size),
        cmocka_unit_test(memory_ends_its_strings),
    };

    return cmocka_run_group_tests_name("string", tests, setup, api_teardown);
}
