/**
 * Running the compiler. Its command may hold options ("gcc -m32") and is started without
 * a shell. All files lie in one directory that is removed at the end; an interruption
 * waits until then, so that none is left behind.
 */
#include "tools/verify.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tools/command.h"

bool words_add(struct words *words, const char *word)
{
    if (!ABX_ARRAY_RESERVE(words))
        return false;
    words->items[words->n_items++] = word;
    return true;
}

bool words_split(struct words *words, char *text)
{
    char *rest = NULL;
    char *word;

    for (word = strtok_r(text, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
        if (!words_add(words, word))
            return false;
    return true;
}

/* How many of the @n words at @words are one option that only says what headers mean and
 * where they lie; 0: another. An operand that begins with '@' would name a file with more
 * options. */
static size_t option_length(const char *const *words, size_t n)
{
    static const char *const options[] = {"-D", "-U", "-I", "-isystem"};
    size_t i;

    for (i = 0; i < sizeof(options) / sizeof(*options); i++) {
        size_t size = strlen(options[i]);

        if (strncmp(words[0], options[i], size) != 0)
            continue;
        if (words[0][size])
            return 1;
        return n > 1 && words[1][0] != '-' && words[1][0] != '@' ? 2 : 0;
    }
    return 0;
}

const char *words_find_foreign(const struct words *words)
{
    size_t i;
    size_t n;

    for (i = 0; i < words->n_items; i += n) {
        n = option_length(words->items + i, words->n_items - i);
        if (!n)
            return words->items[i];
    }
    return NULL;
}

/* ---- files */

static bool fail_file(const char *path, const char *what)
{
    abx_message("cannot %s %s: %s", what, path, strerror(errno));
    return false;
}

static bool read_file(const char *path, struct abx_buffer *out)
{
    FILE *file = fopen(path, "re");
    char block[4096];
    size_t size;

    if (!file)
        return fail_file(path, "read");
    while ((size = fread(block, 1, sizeof(block), file)) > 0)
        abx_buffer_put(out, block, size);
    fclose(file);
    return true;
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

/* ---- running */

extern char **environ;

/* A copy of the environment in which messages are in English. */
static bool put_environment(struct words *words)
{
    char **variable;

    for (variable = environ; *variable; variable++)
        if (strncmp(*variable, "LC_ALL=", 7) != 0 &&
            strncmp(*variable, "LANGUAGE=", 9) != 0 && !words_add(words, *variable))
            return false;
    return words_add(words, "LC_ALL=C") && words_add(words, NULL);
}

static int spawn(struct compiler *compiler, const struct words *command,
                 const struct words *environment, const char *output, pid_t *pidp)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int error;

    error = posix_spawn_file_actions_init(&actions);
    if (error)
        return error;
    error = posix_spawnattr_init(&attributes);
    if (error) {
        posix_spawn_file_actions_destroy(&actions);
        return error;
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC,
                                     0600);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    posix_spawnattr_setsigmask(&attributes, &compiler->mask);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    error =
        posix_spawnp(pidp, compiler->words[0], &actions, &attributes,
                     (char *const *)command->items, (char *const *)environment->items);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

static int wait_for(const struct compiler *compiler, pid_t pid)
{
    int status;

    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    if (is_interrupted())
        return -1;
    if (WIFEXITED(status))
        return WEXITSTATUS(status);
    abx_message("%s was ended by signal %d", compiler->command, WTERMSIG(status));
    return -1;
}

static int run(struct compiler *compiler, const struct words *command,
               struct abx_buffer *outputp)
{
    struct words environment = {0};
    char output[PATH_MAX];
    pid_t pid;
    int status = -1;
    int error = put_environment(&environment) ? 0 : ENOMEM;

    compiler_path(compiler, "output", output);
    if (!error)
        error = spawn(compiler, command, &environment, output, &pid);
    if (error)
        abx_message("cannot run the compiler %s: %s", compiler->words[0],
                    strerror(error));
    else
        status = wait_for(compiler, pid);
    if (status >= 0 && !read_file(output, outputp))
        status = -1;
    free(environment.items);
    return status;
}

int compiler_run(struct compiler *compiler, const char *const *arguments,
                 struct abx_buffer *outputp)
{
    struct words command = {0};
    bool is_complete = true;
    int status = -1;
    size_t i;

    for (i = 0; compiler->words[i]; i++)
        is_complete = is_complete && words_add(&command, compiler->words[i]);
    for (i = 0; arguments[i]; i++)
        is_complete = is_complete && words_add(&command, arguments[i]);
    if (is_complete && words_add(&command, NULL))
        status = run(compiler, &command, outputp);
    else
        abx_message("out of memory");
    free(command.items);
    return status;
}

/* ---- asking what it is */

/* Copies the string that the macro @name is defined as, up to a quote or blank. */
static bool copy_macro(const struct abx_buffer *macros, const char *name, char *text,
                       size_t size)
{
    char line[64];
    const char *at;

    snprintf(line, sizeof(line), "#define %s \"", name);
    at = strstr(abx_buffer_text(macros), line);
    if (!at)
        return false;
    at += strlen(line);
    snprintf(text, size, "%.*s", (int)strcspn(at, "\" \n"), at);
    return true;
}

static bool ask(struct compiler *compiler)
{
    static const char *const machine[] = {"-dumpmachine", NULL};
    static const char *const macros[] = {"-E", "-dM", "-x", "c", "/dev/null", NULL};
    struct abx_buffer answer = {0};
    char number[64] = "";
    int status = compiler_run(compiler, machine, &answer);

    snprintf(compiler->machine, sizeof(compiler->machine), "%.*s",
             (int)strcspn(abx_buffer_text(&answer), " \n"), abx_buffer_text(&answer));
    abx_buffer_truncate(&answer, 0);
    if (status == 0)
        status = compiler_run(compiler, macros, &answer);
    if (status == 0) {
        compiler->is_clang =
            copy_macro(&answer, "__clang_version__", number, sizeof(number));
        if (!compiler->is_clang)
            copy_macro(&answer, "__VERSION__", number, sizeof(number));
    }
    snprintf(compiler->version, sizeof(compiler->version), "%s %s",
             compiler->is_clang ? "clang" : "gcc", number);
    if (status > 0)
        abx_message("%s is not a compiler that tells what it is: %.*s", compiler->command,
                    (int)strcspn(abx_buffer_text(&answer), "\n"),
                    abx_buffer_text(&answer));
    abx_buffer_finish(&answer);
    return status == 0;
}

bool compiler_init(struct compiler *compiler, const char *command)
{
    struct words words = {0};
    sigset_t blocked;

    *compiler = (struct compiler){.command = command};
    compiler->text = strdup(command);
    if (compiler->text && words_split(&words, compiler->text) && words_add(&words, NULL))
        compiler->words = (char **)words.items;
    if (!compiler->words) {
        free(words.items);
        abx_message("out of memory");
        return false;
    }
    if (!compiler->words[0]) {
        abx_message("the compiler has no name");
        return false;
    }
    interruptions(&blocked);
    compiler->is_masked = sigprocmask(SIG_BLOCK, &blocked, &compiler->mask) == 0;
    return make_directory(compiler) && ask(compiler);
}

void compiler_finish(struct compiler *compiler)
{
    remove_directory(compiler);
    free(compiler->words);
    free(compiler->text);
    if (compiler->is_masked)
        sigprocmask(SIG_SETMASK, &compiler->mask, NULL);
    *compiler = (struct compiler){0};
}

bool compiler_find_library(struct compiler *compiler, const char *name, char *path,
                           size_t size)
{
    struct abx_buffer answer = {0};
    char option[PATH_MAX];
    const char *const arguments[] = {option, NULL};
    bool is_found;

    snprintf(option, sizeof(option), "-print-file-name=%s", name);
    is_found = compiler_run(compiler, arguments, &answer) == 0;
    snprintf(path, size, "%.*s", (int)strcspn(abx_buffer_text(&answer), "\n"),
             abx_buffer_text(&answer));
    abx_buffer_finish(&answer);
    return is_found && strchr(path, '/') && access(path, R_OK) == 0;
}
