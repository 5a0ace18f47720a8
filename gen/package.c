/*
 * pkg-config is run, not done over: where its files lie and how they depend on each other
 * is its business. It answers with options of a compiler, of which those are taken that
 * decide what the headers say; any other might do so too, and is refused.
 */
#include "gen/package.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/array.h"
#include "base/buffer.h"

extern char **environ;

struct words {
    char **items;
    size_t n_items;
    size_t capacity;
};

struct query {
    struct gen_options *options;
    struct gen_messages *messages;
    const char *program;
    const char *package;
};

static bool add_word(struct words *words, char *word)
{
    if (!word || !ABX_ARRAY_RESERVE(words))
        return false;
    words->items[words->n_items++] = word;
    return true;
}

static int fail(const struct query *query, const char *what, const char *why)
{
    gen_error(query->messages, (struct gen_place){0}, "package %s: %s%s", query->package,
              what, why);
    return -1;
}

static int fail_memory(const struct query *query)
{
    return fail(query, "out of memory", "");
}

/* ---- running it */

static int spawn(char *const *command, const int *ends, pid_t *pidp)
{
    posix_spawn_file_actions_t actions;
    int error = posix_spawn_file_actions_init(&actions);

    if (error)
        return error;
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 2);
    error = posix_spawnp(pidp, command[0], &actions, NULL, command, environ);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

static void read_all(int fd, struct abx_buffer *out)
{
    char block[4096];
    ssize_t size;

    while ((size = read(fd, block, sizeof(block))) > 0 || (size < 0 && errno == EINTR))
        if (size > 0)
            abx_buffer_put(out, block, (size_t)size);
}

/* Runs @command; @answerp gets all that it writes. Its exit status; -1 with errno set. */
static int run(char *const *command, struct abx_buffer *answerp)
{
    int ends[2], status = -1, error;
    pid_t pid = -1;

    if (pipe2(ends, O_CLOEXEC) < 0)
        return -1;
    error = spawn(command, ends, &pid);
    close(ends[1]);
    if (!error) {
        read_all(ends[0], answerp);
        while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
            ;
    }
    close(ends[0]);
    errno = error;
    if (error)
        return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

/* The program may come with options of its own, as a compiler does in CC. */
static int ask(const struct query *query, const char *option, struct abx_buffer *answerp)
{
    struct words command = {0};
    char *text =
        abx_arena_copy(&query->options->arena, query->program, strlen(query->program));
    char *rest = NULL;
    int status = -1;
    bool is_complete = text != NULL;

    for (char *word = text ? strtok_r(text, " ", &rest) : NULL; word;
         word = strtok_r(NULL, " ", &rest))
        is_complete = is_complete && add_word(&command, word);
    is_complete = is_complete && add_word(&command, (char *)option) &&
                  add_word(&command, (char *)query->package) &&
                  ABX_ARRAY_RESERVE(&command);
    if (is_complete) {
        command.items[command.n_items] = NULL;
        status = run(command.items, answerp);
        if (status < 0)
            fail(query, "can't run pkg-config: ", strerror(errno));
    } else
        fail_memory(query);
    free(command.items);
    if (status <= 0)
        return status;
    /* the first line has the reason, those behind it advice */
    if (answerp->size)
        abx_buffer_truncate(answerp, strcspn(answerp->data, "\n"));
    return fail(query, answerp->size ? "" : "pkg-config fails without a reason",
                abx_buffer_text(answerp));
}

/* ---- reading the answer */

/* Takes quotes and backslashes off the word at *@atp, as a shell does, and moves behind it. */
static void put_word(struct abx_buffer *out, const char **atp)
{
    const char *at = *atp;
    char quote = '\0';

    for (; *at && (quote || !strchr(" \t\n", *at)); at++) {
        if (*at == quote) {
            quote = '\0';
        } else if (!quote && (*at == '"' || *at == '\'')) {
            quote = *at;
        } else {
            if (*at == '\\' && quote != '\'' && at[1])
                at++;
            abx_buffer_putc(out, *at);
        }
    }
    *atp = at;
}

static int split(const struct query *query, const char *answer, struct words *words)
{
    const char *at = answer + strspn(answer, " \t\n");
    bool is_complete = true;

    while (*at && is_complete) {
        struct abx_buffer word = {0};

        put_word(&word, &at);
        is_complete = !word.failed &&
                      add_word(words, abx_arena_copy(&query->options->arena,
                                                     abx_buffer_text(&word), word.size));
        abx_buffer_finish(&word);
        at += strspn(at, " \t\n");
    }
    return is_complete ? 0 : fail_memory(query);
}

/* Options that change nothing that a table holds, or do it by a macro. */
static const struct {
    const char *begin;
    const char *instead; /* "": nothing */
} replaced[] = {
    {"-W", ""}, /* warnings, and what goes to the linker */
    {"-pthread", "-D_REENTRANT"},
    {"-rdynamic", ""},
};

static void replace(struct words *words)
{
    size_t n = 0;

    for (size_t i = 0; i < words->n_items; i++) {
        const char *word = words->items[i];

        for (size_t k = 0; k < sizeof(replaced) / sizeof(*replaced); k++)
            if (!strncmp(word, replaced[k].begin, strlen(replaced[k].begin)))
                word = replaced[k].instead;
        if (*word)
            words->items[n++] = (char *)word;
    }
    words->n_items = n;
}

static int take(const struct query *query, const char *answer)
{
    struct words words = {0};
    const char *wrong = NULL;
    int status = split(query, answer, &words);

    if (!status) {
        replace(&words);
        status =
            gen_options_add_words(query->options, words.items, words.n_items, &wrong);
        if (status < 0)
            fail_memory(query);
        else if (status > 0)
            fail(query, "pkg-config wants an option that can't be taken over: ", wrong);
    }
    free(words.items);
    return status ? -1 : 0;
}

static int read_package(const struct query *query)
{
    static const char *const wanted[] = {"--cflags", "--libs"};
    int status = 0;

    if (*query->package == '-' || !*query->package)
        return fail(query, "is no name of a package", "");
    for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted) && !status; i++) {
        struct abx_buffer answer = {0};

        status = ask(query, wanted[i], &answer);
        if (!status)
            status = answer.failed ? fail_memory(query)
                                   : take(query, abx_buffer_text(&answer));
        abx_buffer_finish(&answer);
    }
    return status;
}

int gen_packages_read(struct gen_options *options, struct gen_messages *messages)
{
    const char *program = getenv("PKG_CONFIG");
    struct query query = {options, messages, program, NULL};
    int status = 0;

    if (!program || !program[strspn(program, " ")])
        query.program = "pkg-config";
    for (size_t i = 0; i < options->n_packages && !status; i++) {
        query.package = options->packages[i];
        status = read_package(&query);
    }
    return status;
}
