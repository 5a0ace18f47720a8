/*
 * abidex and abidex-gen are two programs and promise the same of their output: either it is all
 * there, or the exit status says that it is not.
 */
#include "tools/streams.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tools/command.h"

static int finish_output(int exit)
{
    bool is_lost = ferror(stdout) != 0;
    int failed = fflush(stdout);
    int code = is_lost ? EIO : errno;

    if (failed == 0 && !is_lost)
        return exit;
    if (exit != ABX_EXIT_UNUSABLE && !streams_have_lost_reader())
        abx_message("cannot write the output: %s", strerror(code));
    return ABX_EXIT_UNUSABLE;
}

/* The terminal comes last: a message is written as it is now. */
int streams_end(int exit)
{
    exit = finish_output(exit);
    streams_leave();
    return exit;
}
