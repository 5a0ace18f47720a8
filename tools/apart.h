/**
 * A call in a process of its own, because a function may end it. Where the system can, that
 * process begins as a copy of this one; else it is the same command once more, and does again
 * what this one did until here.
 */
#ifndef ABX_TOOLS_APART_H
#define ABX_TOOLS_APART_H

#include <stdbool.h>

struct abx_apart {
    bool is_here;      /* this process is to make the call */
    int output;        /* of which the standard output is put back; -1: it is in place */
    int exit;          /* else: the exit status of the one that was */
    char ended_by[48]; /* what ended it, "SIGSEGV"; "": it did so itself */
    const char *obstacle; /* why the call cannot be made; NULL */
};

/*
 * Makes the process and, in this one, waits for its end. @is_diverted: there, what goes to
 * standard output goes to standard error, until it is put back.
 */
void abx_apart_begin(struct abx_apart *apart, bool is_diverted);

/* Behind the call: what the C libraries still hold is written, standard output is put back. */
void abx_apart_end(struct abx_apart *apart);

#endif
