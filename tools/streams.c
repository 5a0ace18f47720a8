/*
 * abidex and abidex-gen are two programs and promise the same of their output: either it is all
 * there, or the exit status says that it is not.
 */
#include "tools/streams.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "tools/command.h"

void streams_begin(void)
{
    static const int modes[] = {O_WRONLY, O_RDONLY, O_RDWR};
    int fd;

    signal(SIGXFSZ, SIG_IGN);
    for (fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", modes[fd]) != fd)
            return;
}

int streams_end(int exit)
{
    bool is_lost = ferror(stdout) != 0;

    if (fflush(stdout) == 0 && !is_lost)
        return exit;
    if (exit != ABX_EXIT_UNUSABLE)
        abx_message("cannot write the output: %s", strerror(is_lost ? EIO : errno));
    return ABX_EXIT_UNUSABLE;
}
