/**
 * The standard streams and the arguments of a program, from its begin to its end.
 */
#ifndef ABX_TOOLS_STREAMS_H
#define ABX_TOOLS_STREAMS_H

#include <stdbool.h>
#include <stdio.h>

/*
 * A standard stream that is closed is opened on a device that holds nothing, the wrong way round,
 * so that no table takes its number and is written into. A file that grows too large is from now
 * on a write that fails, which leaves nothing behind. Arguments are UTF-8 from now on, and lines
 * end as they do everywhere.
 */
void streams_begin(int *argcp, char ***argvp);

/* Output that did not arrive is a failure, even of --help. Returns the program's exit status. */
int streams_end(int exit);

/* Whether @file is a terminal that shows colours. */
bool streams_show_colours(FILE *file);

/* Whether output was lost because nobody reads it any more, which ends a program silently. */
bool streams_have_lost_reader(void);

/* Undoes what streams_begin did to the terminal. */
void streams_leave(void);

#endif
