/**
 * Messages of the generator, on standard error in the compiler's form, counted, so that
 * main can decide at the end.
 */
#ifndef ABX_GEN_MESSAGE_H
#define ABX_GEN_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/format.h"

/* A place in a source file; file NULL: the command itself. */
struct gen_place {
    const char *file;
    unsigned line;
    unsigned column;
};

struct gen_messages {
    size_t n_errors;
    bool is_quiet; /* notes are counted, not printed */
    size_t n_notes;
};

void gen_error(struct gen_messages *messages, struct gen_place place, const char *format,
               ...) ABX_FORMAT(3, 4);
void gen_note(struct gen_messages *messages, struct gen_place place, const char *format,
              ...) ABX_FORMAT(3, 4);

#endif
