/*
 * abidex and abidex-gen are two programs and promise the same of their output: either it is all
 * there, or the exit status says that it is not.
 */
#include "tools/streams.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tools/command.h"

int streams_end(int exit)
{
    bool is_lost = ferror(stdout) != 0;
    int failed = fflush(stdout);

    streams_leave();
    if (failed == 0 && !is_lost)
        return exit;
    if (exit != ABX_EXIT_UNUSABLE && !streams_have_lost_reader())
        abx_message("cannot write the output: %s", strerror(is_lost ? EIO : errno));
    return ABX_EXIT_UNUSABLE;
}
