/* One form for all messages, the one that editors and CI systems know how to jump to. */
#include "gen/message.h"

#include <stdarg.h>
#include <stdio.h>

ABX_FORMAT(3, 0)
static void put(struct gen_place place, const char *severity, const char *format,
                va_list args)
{
    if (!place.file)
        fputs("abidex gen: ", stderr);
    else if (place.line)
        fprintf(stderr, "%s:%u:%u: ", place.file, place.line, place.column);
    else
        fprintf(stderr, "%s: ", place.file);
    fprintf(stderr, "%s: ", severity);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
}

void gen_error(struct gen_messages *messages, struct gen_place place, const char *format,
               ...)
{
    va_list args;

    messages->n_errors++;
    va_start(args, format);
    put(place, "error", format, args);
    va_end(args);
}

void gen_note(struct gen_messages *messages, struct gen_place place, const char *format,
              ...)
{
    va_list args;

    messages->n_notes++;
    if (messages->is_quiet)
        return;
    va_start(args, format);
    put(place, "note", format, args);
    va_end(args);
}
