/**
 * The command line of `abidex gen`.
 */
#ifndef ABX_GEN_OPTIONS_H
#define ABX_GEN_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "gen/message.h"

struct gen_options {
    const char **sources; /* specs or headers, in order */
    size_t n_sources;
    const char **flags; /* -D, -U, -I and -isystem for the parser: option, argument, … */
    size_t n_flags;
    const char **library_dirs;
    size_t n_library_dirs;
    const char **libraries; /* --library: files beside those that a spec names */
    size_t n_libraries;
    const char *output;       /* NULL: standard output */
    const char *compiler;     /* --cc; NULL: none */
    const char *target;       /* --target; NULL: this machine's */
    const char *sysroot;      /* --sysroot; NULL: none */
    const char *resource_dir; /* NULL: the one that belongs to libclang */
    bool is_verbose;
    bool wants_help;
};

/* 0 done; -1 wrong use, with a message, or out of memory. */
int gen_options_init(struct gen_options *options, int argc, char **argv,
                     struct gen_messages *messages);

void gen_options_finish(struct gen_options *options);

/* The text of --help. */
const char *gen_options_help(void);

#endif
