/*
 * Strings of 16-bit characters, as nearly all functions of Windows take them: the word is
 * UTF-8, what C gets UTF-16.
 */
#include "tools/call_object.h"

#include <stdint.h>
#include <string.h>

#include "tools/command.h"

/* The character at *@textp, which moves behind it; a byte that begins none stands for the
 * character that says so. */
static uint32_t next_code(const char **textp)
{
    enum { REPLACEMENT = 0xfffd };
    const unsigned char *at = (const unsigned char *)*textp;
    unsigned n = *at < 0x80 ? 0 : *at >= 0xf0 ? 3 : *at >= 0xe0 ? 2 : 1;
    uint32_t code = n == 0 ? *at : *at & (0x3fu >> n);

    for (unsigned i = 1; i <= n; i++) {
        if ((at[i] & 0xc0) != 0x80 || *at < 0xc2 || *at > 0xf4) {
            ++*textp;
            return REPLACEMENT;
        }
        code = code << 6 | (at[i] & 0x3f);
    }
    *textp += n + 1;
    return code > 0x10ffff || code >> 11 == 0xd800 >> 11 ? REPLACEMENT : code;
}

/* The units that @text takes, without a zero; they go to @units unless it is NULL. */
static size_t convert(const char *text, uint16_t *units)
{
    size_t n = 0;

    while (*text) {
        uint32_t code = next_code(&text);
        bool is_pair = code >= 0x10000;

        if (units && is_pair) {
            units[n] = (uint16_t)(0xd800 + ((code - 0x10000) >> 10));
            units[n + 1] = (uint16_t)(0xdc00 + ((code - 0x10000) & 0x3ff));
        } else if (units) {
            units[n] = (uint16_t)code;
        }
        n += 1 + is_pair;
    }
    return n;
}

bool abx_argument_is_wide(const struct abx_type *target)
{
    const struct abx_type *type = abx_type_strip(target);

    return abx_type_kind(type) == ABX_TYPE_INT &&
           abx_type_size(type) == sizeof(uint16_t) && !abx_type_is_signed(type);
}

int abx_argument_read_wide(struct abx_table *table, struct abx_argument *argument,
                           const struct abx_type *type, struct abx_buffer *why)
{
    const char *text = argument->word + strlen("s:");
    int exit;

    argument->is_string = true;
    argument->word = text;
    exit = abx_argument_create(table, argument, type, convert(text, NULL) + 1, why);
    argument->is_out = false;
    if (exit == ABX_EXIT_DONE)
        convert(text, abx_memory_data(argument->memory));
    return exit;
}
