/**
 * A C compiler as a command: what it says of itself and of the platform that it compiles
 * for.
 */
#ifndef ABX_TARGET_COMPILER_H
#define ABX_TARGET_COMPILER_H

#include <signal.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/map.h"
#include "base/words.h"

/* Zeroed means nothing. */
struct abx_compiler {
    const char *command;    /* as it was given; the caller's */
    struct abx_words words; /* the command and its own options */
    const sigset_t *mask;   /* of signals, for what is run; NULL: the caller's */
    struct abx_arena arena; /* of all that follows */
    const char *platform;   /* "x86_64-linux-musl" */
    const char *machine;    /* its own name of the platform: "x86_64-pc-linux-gnu" */
    const char *version;    /* "gcc 12.2.0" */
    bool is_clang;
    const char *own_headers;       /* the folder with its stddef.h; "" if it has none */
    struct abx_words folders;      /* searched for #include <...>, in order */
    struct abx_words library_dirs; /* searched for libraries, in order */
    struct abx_map macros;         /* that it defines beforehand: name -> text */
    struct abx_buffer error;       /* what went wrong */
};

/*
 * Splits @command at spaces and asks it. 0 done; -1 with a sentence in error. Finish it in
 * both cases.
 */
int abx_compiler_init(struct abx_compiler *compiler, const char *command,
                      const sigset_t *mask);
void abx_compiler_finish(struct abx_compiler *compiler);

/*
 * Runs it with @arguments, NULL behind them, after its own words. *@outputp gets what it
 * wrote; finish it. Returns its exit status, -1 with a sentence in error if it did not run
 * to its end.
 */
int abx_compiler_run(struct abx_compiler *compiler, const char *const *arguments,
                     struct abx_buffer *outputp);

/* The text of a predefined macro; NULL if it is not defined. */
const char *abx_compiler_find_macro(const struct abx_compiler *compiler,
                                    const char *name);

/* The path of the library called @name, in the compiler's arena; NULL if it has none. */
const char *abx_compiler_find_library(struct abx_compiler *compiler, const char *name);

#endif
