/**
 * The standard streams of a program, from its begin to its end.
 */
#ifndef ABX_TOOLS_STREAMS_H
#define ABX_TOOLS_STREAMS_H

/* A standard stream that is closed is opened on /dev/null the wrong way round, so that no table
 * takes its number and is written into. A file that grows too large is from now on a write that
 * fails, which leaves nothing behind. */
void streams_begin(void);

/* Output that did not arrive is a failure, even of --help. Returns the program's exit status. */
int streams_end(int exit);

#endif
