/*
 * Strings of 16-bit characters, as nearly all functions of Windows take them: the word is
 * UTF-8, what C gets UTF-16.
 */
#include "tools/call_object.h"

#include <stdint.h>
#include <string.h>

#include "tools/command.h"
#include "tools/utf16.h"

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
    exit = abx_argument_create(table, argument, type, utf16_put(NULL, text) + 1, why);
    argument->is_out = false;
    if (exit == ABX_EXIT_DONE)
        utf16_put(abx_memory_data(argument->memory), text);
    return exit;
}
