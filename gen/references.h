/**
 * What a line refers to: types, constants, and what an alias stands for. Read from the
 * text of the line, which is all that a reader of the table will have.
 */
#ifndef ABX_GEN_REFERENCES_H
#define ABX_GEN_REFERENCES_H

#include <stdbool.h>
#include <stddef.h>

#include "gen/lines.h"

enum gen_reference_kind {
    GEN_REFERS_TO_TYPE,      /* "struct X", "union X", "enum X", or a typedef's name */
    GEN_REFERS_TO_CONSTANT,  /* an enumerator, or a code of a contract */
    GEN_REFERS_TO_CONSTANTS, /* all that begin so: a code space */
    GEN_REFERS_TO_TARGET,    /* of an alias: a function, variable, typedef or alias */
};

struct gen_reference {
    enum gen_reference_kind kind;
    const char *text; /* in the line */
    size_t size;
};

/* The state of a walk; its members are its own. */
struct gen_references {
    const char *begin; /* of the types */
    const char *at;
    const char *end;
    const char *contract; /* what follows " fails="; NULL: nothing */
    const char *tag;      /* "struct " and so on in front of the next word; or NULL */
    bool is_enumeration;  /* inside the brackets of one */
    enum abx_kind kind;
};

void gen_references_init(struct gen_references *references, const struct gen_line *line);

/* The next one; false if there are no more. A type may come several times, and builtin
 * types come too. */
bool gen_references_next(struct gen_references *references,
                         struct gen_reference *reference);

#endif
