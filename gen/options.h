/**
 * The command line of `abidex gen`.
 */
#ifndef ABX_GEN_OPTIONS_H
#define ABX_GEN_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "gen/message.h"

/* --only or --skip with its pattern of names. */
struct gen_pattern {
    bool is_skip;
    const char *text;
};

struct gen_options {
    const char **sources; /* specs or headers, in order */
    size_t n_sources;
    const char **flags; /* -D, -U, -I, -isystem and -L: option, argument, … */
    size_t n_flags;
    const char **library_dirs;
    size_t n_library_dirs;
    const char **libraries; /* --library and -l ("-lz"), beside those that a spec names */
    size_t n_libraries;
    const char **packages; /* --pkg: what pkg-config knows of them is still to be added */
    size_t n_packages;
    struct gen_pattern *patterns;
    size_t n_patterns;
    const char *output;       /* NULL: standard output */
    const char *compiler;     /* --cc; NULL: none */
    const char *target;       /* --target; NULL: this machine's */
    const char *sysroot;      /* --sysroot; NULL: none */
    const char *resource_dir; /* NULL: the one that belongs to libclang */
    bool takes_all;           /* --all: what the headers of others declare, too */
    bool is_verbose;
    bool wants_help;
    const char *repeated;   /* an option that was given twice and can be given once */
    struct abx_arena arena; /* of words that were put together */
    bool out_of_memory;
};

/* 0 done; -1 wrong use, with a message, or out of memory. */
int gen_options_init(struct gen_options *options, int argc, char **argv,
                     struct gen_messages *messages);

/*
 * Adds words as if they stood on the command line, but only options that a compiler has as
 * well: -D, -U, -I, -isystem, -L and -l. They outlive the options. 0 done; 1 where *@wrongp
 * is something else; -1 out of memory.
 */
int gen_options_add_words(struct gen_options *options, const char *const *words,
                          size_t n_words, const char **wrongp);

void gen_options_finish(struct gen_options *options);

/* The text of --help. */
const char *gen_options_help(void);

#endif
