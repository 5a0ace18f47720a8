/*
 * UTF-16 from UTF-8: characters of each length, and what is none.
 */
#include "tests/test.h"

#include <stdio.h>
#include <string.h>

#include "tools/utf16.h"

enum { MAX_UNITS = 8 };

/* Units end at the first zero. */
static const struct {
    const char *text;
    uint16_t units[MAX_UNITS];
} cases[] = {
    {"", {0}},
    {"a\x7f", {'a', 0x7f}},
    {"\xc2\x80\xdf\xbf", {0x80, 0x7ff}},
    {"\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf", {0x800, 0xd7ff, 0xe000, 0xffff}},
    {"\xf0\x90\x80\x80\xf4\x8f\xbf\xbf", {0xd800, 0xdc00, 0xdbff, 0xdfff}},
    {"\xf0\x9f\x98\x80x", {0xd83d, 0xde00, 'x'}},
    /* longer than need be: a zero would end the string before its end */
    {"\xc0\x80", {0xfffd, 0xfffd}},
    {"\xc1\xbf", {0xfffd, 0xfffd}},
    {"\xe0\x80\x80", {0xfffd, 0xfffd, 0xfffd}},
    {"\xe0\x9f\xbf", {0xfffd, 0xfffd, 0xfffd}},
    {"\xf0\x80\x80\x80", {0xfffd, 0xfffd, 0xfffd, 0xfffd}},
    {"\xf0\x8f\xbf\xbf", {0xfffd, 0xfffd, 0xfffd, 0xfffd}},
    /* halves of pairs, and behind the last character */
    {"\xed\xa0\x80", {0xfffd, 0xfffd, 0xfffd}},
    {"\xed\xbf\xbf", {0xfffd, 0xfffd, 0xfffd}},
    {"\xf4\x90\x80\x80", {0xfffd, 0xfffd, 0xfffd, 0xfffd}},
    {"\xf8\x88\x80\x80\x80", {0xfffd, 0xfffd, 0xfffd, 0xfffd, 0xfffd}},
    {"\xff", {0xfffd}},
    /* begun and not ended, and ends without a begin */
    {"\xc2", {0xfffd}},
    {"\xe2\x82", {0xfffd, 0xfffd}},
    {"\xf0\x9f\x98", {0xfffd, 0xfffd, 0xfffd}},
    {"\xe2\x82x", {0xfffd, 0xfffd, 'x'}},
    {"\xc3\xc3\xa4", {0xfffd, 0xe4}},
    {"\x80z", {0xfffd, 'z'}},
};

static void each_text_has_its_units(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        uint16_t units[MAX_UNITS] = {0};
        size_t n = 0;

        while (cases[i].units[n])
            n++;
        if (utf16_put(NULL, cases[i].text) != n)
            fail_msg("case %u takes %u units", (unsigned)i,
                     (unsigned)utf16_put(NULL, cases[i].text));
        assert_int_equal(utf16_put(units, cases[i].text), n);
        if (memcmp(units, cases[i].units, sizeof(units)) != 0)
            fail_msg("case %u: %x %x %x", (unsigned)i, units[0], units[1], units[2]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_text_has_its_units),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
