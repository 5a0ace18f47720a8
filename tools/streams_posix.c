/*
 * The standard streams of POSIX systems.
 */
#include "tools/streams.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void streams_begin(int *argcp, char ***argvp)
{
    static const int modes[] = {O_WRONLY, O_RDONLY, O_RDWR};
    int fd;

    (void)argcp;
    (void)argvp;
    signal(SIGXFSZ, SIG_IGN);
    for (fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", modes[fd]) != fd)
            return;
}

bool streams_show_colours(FILE *file)
{
    const char *term = getenv("TERM");

    return term && strcmp(term, "dumb") != 0 && isatty(fileno(file));
}

/* SIGPIPE has ended it before. */
bool streams_have_lost_reader(void)
{
    return false;
}

void streams_leave(void)
{
}
