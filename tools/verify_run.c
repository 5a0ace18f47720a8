/**
 * Running the compiler for a proof. All files lie in one directory that is removed at the
 * end; an interruption waits until then, so that none is left behind.
 */
#include "tools/verify.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tools/command.h"

/* ---- files */

static bool fail_file(const char *path, const char *what)
{
    abx_message("cannot %s %s: %s", what, path, strerror(errno));
    return false;
}

void compiler_path(const struct compiler *compiler, const char *name, char *path)
{
    snprintf(path, PATH_MAX, "%s/%s", compiler->directory, name);
}

static bool make_directory(struct compiler *compiler)
{
    const char *parent = getenv("TMPDIR");
    char path[sizeof(compiler->directory)];
    int size = snprintf(path, sizeof(path), "%s/abidex-XXXXXX",
                        parent && *parent ? parent : "/tmp");

    if (size < 0 || (size_t)size >= sizeof(path)) {
        abx_message("the name of the temporary directory is too long: %s", parent);
        return false;
    }
    if (!mkdtemp(path))
        return fail_file(path, "make the temporary directory");
    memcpy(compiler->directory, path, sizeof(path));
    return true;
}

static void remove_directory(struct compiler *compiler)
{
    DIR *directory = *compiler->directory ? opendir(compiler->directory) : NULL;
    struct dirent *entry;

    if (!directory)
        return;
    while ((entry = readdir(directory)) != NULL)
        unlinkat(dirfd(directory), entry->d_name, 0);
    closedir(directory);
    rmdir(compiler->directory);
}

/* ---- interruptions */

static void interruptions(sigset_t *set)
{
    sigemptyset(set);
    sigaddset(set, SIGINT);
    sigaddset(set, SIGTERM);
    sigaddset(set, SIGHUP);
}

static bool is_interrupted(void)
{
    sigset_t pending;

    return sigpending(&pending) == 0 &&
           (sigismember(&pending, SIGINT) || sigismember(&pending, SIGTERM) ||
            sigismember(&pending, SIGHUP));
}

/* ---- asking and running */

static bool report(const struct compiler *compiler)
{
    if (!is_interrupted())
        abx_message("%s", abx_buffer_text(&compiler->asked.error));
    return false;
}

int compiler_run(struct compiler *compiler, const char *const *arguments,
                 struct abx_buffer *outputp)
{
    int status = abx_compiler_run(&compiler->asked, arguments, outputp);

    if (status < 0)
        report(compiler);
    return is_interrupted() ? -1 : status;
}

bool compiler_init(struct compiler *compiler, const char *command)
{
    sigset_t blocked;

    *compiler = (struct compiler){.command = command};
    interruptions(&blocked);
    compiler->is_masked = sigprocmask(SIG_BLOCK, &blocked, &compiler->mask) == 0;
    if (!make_directory(compiler))
        return false;
    if (abx_compiler_init(&compiler->asked, command, &compiler->mask) < 0)
        return report(compiler);
    compiler->version = compiler->asked.version;
    compiler->platform = compiler->asked.platform;
    compiler->is_clang = compiler->asked.is_clang;
    return !is_interrupted();
}

void compiler_finish(struct compiler *compiler)
{
    remove_directory(compiler);
    abx_compiler_finish(&compiler->asked);
    if (compiler->is_masked)
        sigprocmask(SIG_SETMASK, &compiler->mask, NULL);
    *compiler = (struct compiler){0};
}
