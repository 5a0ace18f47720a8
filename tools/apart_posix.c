/*
 * A process of its own on POSIX systems: a fork.
 */
#include "tools/apart.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tools/command.h"

static void set_signal(struct abx_apart *apart, int number)
{
    static const struct {
        int number;
        const char *name;
    } signals[] = {
        {SIGSEGV, "SIGSEGV"}, {SIGBUS, "SIGBUS"},   {SIGFPE, "SIGFPE"},
        {SIGILL, "SIGILL"},   {SIGABRT, "SIGABRT"}, {SIGTRAP, "SIGTRAP"},
        {SIGKILL, "SIGKILL"}, {SIGTERM, "SIGTERM"}, {SIGALRM, "SIGALRM"},
        {SIGPIPE, "SIGPIPE"}, {SIGSYS, "SIGSYS"},
    };
    size_t size = sizeof(apart->ended_by);

    snprintf(apart->ended_by, size, "signal %d", number);
    for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++)
        if (signals[i].number == number)
            snprintf(apart->ended_by, size, "%s", signals[i].name);
    apart->exit = ABX_EXIT_SIGNAL + number;
}

static void wait_for(struct abx_apart *apart, pid_t child)
{
    int status;

    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) {
            apart->obstacle = strerror(errno);
            return;
        }
    if (WIFSIGNALED(status))
        set_signal(apart, WTERMSIG(status));
    else
        apart->exit = WEXITSTATUS(status);
}

static void divert(struct abx_apart *apart)
{
    apart->output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    if (apart->output >= 0)
        dup2(STDERR_FILENO, STDOUT_FILENO);
}

void abx_apart_begin(struct abx_apart *apart, bool is_diverted)
{
    pid_t child;

    *apart = (struct abx_apart){.output = -1};
    fflush(NULL);
    child = fork();
    if (child < 0) {
        apart->obstacle = strerror(errno);
    } else if (child > 0) {
        wait_for(apart, child);
    } else {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        signal(SIGXFSZ, SIG_DFL);
        apart->is_here = true;
        if (is_diverted)
            divert(apart);
    }
}

void abx_apart_end(struct abx_apart *apart)
{
    if (apart->output < 0)
        return;
    fflush(stdout);
    dup2(apart->output, STDOUT_FILENO);
    close(apart->output);
    apart->output = -1;
}
