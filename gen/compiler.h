/**
 * What the parser is told so that it reads headers as the target's compiler does.
 */
#ifndef ABX_GEN_COMPILER_H
#define ABX_GEN_COMPILER_H

#include "gen/message.h"
#include "gen/options.h"
#include "target/compiler.h"

/* Zeroed means: as the parser reads for this machine. */
struct gen_compiler {
    struct abx_compiler asked; /* with --cc */
    bool is_asked;
    bool is_foreign;          /* the parser has none of its own folders */
    struct abx_words args;    /* for the parser: target and choices of ABI */
    struct abx_words folders; /* of headers, in order; NULL: the parser's own headers */
    struct abx_buffer text;   /* lines of C in front of the sources */
    struct abx_arena arena;
};

/* Asks the compiler of --cc, or looks into the sysroot. -1 with a message. */
int gen_compiler_init(struct gen_compiler *compiler, const struct gen_options *options,
                      struct gen_messages *messages);
void gen_compiler_finish(struct gen_compiler *compiler);

#endif
