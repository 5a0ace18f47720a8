/*
 * Codes of 32 bits whose upper half tells severity and origin are negative by millions;
 * those that somebody counted are not.
 */
#include "base/code.h"

#include <inttypes.h>
#include <stdio.h>

const char *abx_code_text(int64_t code, char *text)
{
    const int64_t least_counted = -0x1000000;

    if (code < least_counted && code >= INT32_MIN)
        snprintf(text, ABX_CODE_TEXT, "0x%08" PRIX32, (uint32_t)code);
    else
        snprintf(text, ABX_CODE_TEXT, "%" PRId64, code);
    return text;
}
