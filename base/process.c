/*
 * Started without a shell, so that no word is taken for more than it is. The output goes
 * to a file that has no name any more: a pipe would have to be emptied meanwhile, and
 * would stay open in whatever the program leaves running.
 */
#include "base/process.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/words.h"

extern char **environ;

static bool is_named(const char *variable, const char *name)
{
    size_t size = strlen(name);

    return !strncmp(variable, name, size) && variable[size] == '=';
}

static bool is_inherited(const char *variable, const char *const *without)
{
    if (is_named(variable, "LC_ALL") || is_named(variable, "LANGUAGE"))
        return false;
    while (without && *without)
        if (is_named(variable, *without++))
            return false;
    return true;
}

/* A copy of the environment in which messages are in English. */
static bool fill(struct abx_words *environment, const char *const *without)
{
    for (char **variable = environ; *variable; variable++)
        if (is_inherited(*variable, without) && !abx_words_add(environment, *variable))
            return false;
    return abx_words_add(environment, "LC_ALL=C") && abx_words_add(environment, NULL);
}

static int open_output(void)
{
    const char *parent = getenv("TMPDIR");
    struct abx_buffer path = {0};
    int fd = -1;

    abx_buffer_printf(&path, "%s/abidex-XXXXXX", parent && *parent ? parent : "/tmp");
    if (path.failed)
        errno = ENOMEM;
    else
        fd = mkostemp(path.data, O_CLOEXEC);
    if (fd >= 0)
        unlink(path.data);
    abx_buffer_finish(&path);
    return fd;
}

static int read_output(int fd, struct abx_buffer *outputp)
{
    char block[4096];
    off_t at = 0;
    ssize_t n;

    while ((n = pread(fd, block, sizeof(block), at)) > 0) {
        abx_buffer_put(outputp, block, (size_t)n);
        at += n;
    }
    return n < 0 ? errno : outputp->failed ? ENOMEM : 0;
}

static int spawn(const char *const *words, const sigset_t *mask,
                 const char *const *environment, int output, pid_t *pidp)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int error = posix_spawn_file_actions_init(&actions);

    if (error)
        return error;
    error = posix_spawnattr_init(&attributes);
    if (error) {
        posix_spawn_file_actions_destroy(&actions);
        return error;
    }
    error = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    if (!error)
        error = posix_spawn_file_actions_adddup2(&actions, output, 1);
    if (!error)
        error = posix_spawn_file_actions_adddup2(&actions, output, 2);
    if (!error && mask) {
        posix_spawnattr_setsigmask(&attributes, mask);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    }
    if (!error)
        error = posix_spawnp(pidp, words[0], &actions, &attributes, (char *const *)words,
                             (char *const *)environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

static int wait_for(pid_t pid, int *statusp)
{
    int status;

    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return errno;
    *statusp = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return 0;
}

int abx_process_run(const char *const *words, const sigset_t *mask,
                    const char *const *without, struct abx_buffer *outputp, int *statusp)
{
    struct abx_words environment = {0};
    int output = open_output();
    pid_t pid;
    int error;

    if (output < 0)
        return errno;
    error = fill(&environment, without)
                ? spawn(words, mask, environment.items, output, &pid)
                : ENOMEM;
    if (!error)
        error = wait_for(pid, statusp);
    if (!error)
        error = read_output(output, outputp);
    abx_words_finish(&environment);
    close(output);
    return error;
}
