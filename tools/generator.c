/*
 * Only who makes tables needs libclang, and loading it takes longer than all else that most
 * commands do: 90 ms. So the generator is a program beside this one.
 */
#include "tools/generator.h"

#include <errno.h>
#include <limits.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tools/command.h"

static const char program[] = "abidex-gen";

/* Its path in @path of PATH_MAX bytes: beside the running program, or else where $PATH says. */
static const char *find_program(char *path)
{
    ssize_t size = readlink("/proc/self/exe", path, PATH_MAX);
    char *name = size > 0 && size < PATH_MAX ? memrchr(path, '/', (size_t)size) : NULL;

    if (!name || (size_t)(name + 1 - path) + sizeof(program) > PATH_MAX)
        return program;
    memcpy(name + 1, program, sizeof(program));
    return access(path, X_OK) == 0 ? path : program;
}

static int cannot_start(const char *path, int code)
{
    abx_message("%s, which makes tables, cannot be started: %s", path, strerror(code));
    return ABX_EXIT_UNUSABLE;
}

int generator_main(int argc, char **argv)
{
    char path[PATH_MAX];
    const char *found = find_program(path);

    (void)argc;
    execvp(found, argv);
    return cannot_start(found, errno);
}

int generator_run(char **argv)
{
    extern char **environ;
    char path[PATH_MAX];
    const char *found = find_program(path);
    pid_t child;
    int status;
    int code = posix_spawnp(&child, found, NULL, NULL, argv, environ);

    if (code)
        return cannot_start(found, code);
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return cannot_start(found, errno);
    if (WIFEXITED(status))
        return WEXITSTATUS(status);
    abx_message("%s was ended by signal %d", found, WTERMSIG(status));
    return ABX_EXIT_UNUSABLE;
}
