/*
 * UTF-8 is read as the Unicode standard's table of well-formed sequences has it: no character is
 * written longer than it needs, nor as one half of a pair, so that each has one form.
 */
#include "tools/utf16.h"

#include <stdbool.h>

enum { REPLACEMENT = 0xfffd, FIRST_PAIR = 0x10000, LAST = 0x10ffff };

static bool is_half(uint32_t code)
{
    return code >= 0xd800 && code <= 0xdfff;
}

/* The character at *@textp, which moves behind it, or by a byte where there is none. */
static uint32_t next_code(const char **textp)
{
    static const uint32_t least[] = {0, 0x80, 0x800, FIRST_PAIR};
    const unsigned char *at = (const unsigned char *)*textp;
    unsigned n = *at < 0xc0 ? 0 : *at >= 0xf0 ? 3 : *at >= 0xe0 ? 2 : 1;
    uint32_t code = n == 0 ? *at : *at & (0x3fu >> n);
    bool is_right = *at < 0x80 || (n > 0 && *at < 0xf8);

    for (unsigned i = 1; i <= n && is_right; i++) {
        is_right = (at[i] & 0xc0) == 0x80;
        code = code << 6 | (at[i] & 0x3f);
    }
    if (!is_right || code < least[n] || code > LAST || is_half(code)) {
        ++*textp;
        return REPLACEMENT;
    }
    *textp += n + 1;
    return code;
}

size_t utf16_put(uint16_t *units, const char *text)
{
    size_t n = 0;

    while (*text) {
        uint32_t code = next_code(&text);
        bool is_pair = code >= FIRST_PAIR;

        if (units && is_pair) {
            units[n] = (uint16_t)(0xd800 + ((code - FIRST_PAIR) >> 10));
            units[n + 1] = (uint16_t)(0xdc00 + (code & 0x3ff));
        } else if (units) {
            units[n] = (uint16_t)code;
        }
        n += 1 + is_pair;
    }
    return n;
}
