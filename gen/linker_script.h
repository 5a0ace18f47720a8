/**
 * Text files in a library's place that tell the linker which libraries to take instead.
 */
#ifndef ABX_GEN_LINKER_SCRIPT_H
#define ABX_GEN_LINKER_SCRIPT_H

#include <stddef.h>

/* A walk over the libraries that a script names; at and end are the caller's to set. */
struct gen_linker_script {
    const char *at;
    const char *end;
    unsigned depth;         /* of brackets */
    unsigned n_libraries;   /* that were named so far */
    unsigned skipped_depth; /* what stands so deep names no library; 0: nothing */
    const char *problem;    /* why it can't be read: a constant */
};

/*
 * The next library, a path, file name or "-lNAME", in *@wordp and *@sizep. 1 if there is
 * one; 0 at the end; -1 with the problem set.
 */
int gen_linker_script_next(struct gen_linker_script *script, const char **wordp,
                           size_t *sizep);

#endif
