/**
 * The words behind FAILS: a contract as specs write it, made into the table's.
 */
#ifndef ABX_GEN_SPEC_CONTRACT_H
#define ABX_GEN_SPEC_CONTRACT_H

#include "gen/spec.h"

/* One annotation while it is read. */
struct gen_annotation {
    struct gen_spec *spec;
    const char *rest;                   /* behind the first word */
    struct gen_spec_function *function; /* NULL: of a note on the whole */
    struct gen_place place;
    struct gen_lines *lines;
    struct gen_messages *messages;
};

/* "-1 errno, blocks: EBADF, path(name)". */
void gen_spec_read_fails(const struct gen_annotation *note);

/* False, after a message, where the function's line was written with an earlier unit already;
 * @is_said: the same was said there. */
bool gen_spec_may_say(const struct gen_annotation *note, bool is_said);

/* A copy in the spec's arena; NULL when out of memory, which the spec remembers. */
const char *gen_spec_copy(struct gen_spec *spec, const char *text, size_t size);

/* Adds a text to what a function's or group's codes mean. An own text stands above a shared
 * one, the first shared above others; two own ones are an error. */
void gen_spec_add_text(const struct gen_annotation *note, struct gen_spec_text **textsp,
                       const struct gen_spec_text *text);

#endif
