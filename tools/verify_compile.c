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

/* Each round drops at least one line; a table of another system would need too many. */
enum { ROUNDS_MAX = 16, ARGUMENTS_MAX = 16 };

struct words {
    const char **items;
    size_t n_items;
    size_t capacity;
};

static bool add_word(struct words *words, const char *word)
{
    if (!ABX_ARRAY_RESERVE(words))
        return false;
    words->items[words->n_items++] = word;
    return true;
}

/* Splits @text, which is changed, at its spaces. */
static bool split_words(struct words *words, char *text)
{
    char *rest = NULL;
    char *word;

    for (word = strtok_r(text, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
        if (!add_word(words, word))
            return false;
    return true;
}

/* ---- files */

static bool fail_file(const char *path, const char *what)
{
    abx_message("cannot %s %s: %s", what, path, strerror(errno));
    return false;
}

static bool write_file(const char *path, const struct abx_buffer *text)
{
    FILE *file = fopen(path, "we");
    bool is_written;

    if (!file)
        return fail_file(path, "write");
    is_written = fwrite(abx_buffer_text(text), 1, text->size, file) == text->size;
    if (fclose(file) != 0 || !is_written)
        return fail_file(path, "write");
    return true;
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

static void path_in(const struct compiler *compiler, const char *name, char *path)
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
            strncmp(*variable, "LANGUAGE=", 9) != 0 && !add_word(words, *variable))
            return false;
    return add_word(words, "LC_ALL=C") && add_word(words, NULL);
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

    path_in(compiler, "output", output);
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
        is_complete = is_complete && add_word(&command, compiler->words[i]);
    for (i = 0; arguments[i]; i++)
        is_complete = is_complete && add_word(&command, arguments[i]);
    if (is_complete && add_word(&command, NULL))
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
    if (compiler->text && split_words(&words, compiler->text) && add_word(&words, NULL))
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

/* ---- compiling */

/* A compilation of one unit's facts. */
struct job {
    struct compiler *compiler;
    struct fact_list *facts;
    unsigned unit;
    const struct source_file *source;
    const char *const *mode; /* what to do with the source */
    char path[PATH_MAX];
    struct abx_buffer output;
};

/* Where macros are expanded is what counts, not where they were defined. */
static const char *const gcc_options[] = {"-ftrack-macro-expansion=0", NULL};
static const char *const clang_options[] = {"-ferror-limit=0", NULL};

static bool add_words(struct words *words, const char *const *more)
{
    for (; *more; more++)
        if (!add_word(words, *more))
            return false;
    return true;
}

static int compile_once(struct job *job)
{
    struct compiler *compiler = job->compiler;
    const struct source_file *source = job->source;
    struct words words = {0};
    char unit[32];
    char *flags = strdup(source->flags ? source->flags : "");
    int status = -1;

    snprintf(unit, sizeof(unit), "-DABIDEX_UNIT=%u", job->unit);
    abx_buffer_truncate(&job->output, 0);
    if (flags && add_word(&words, "-std=gnu11") && add_word(&words, unit) &&
        add_words(&words, compiler->is_clang ? clang_options : gcc_options) &&
        (!source->directory ||
         (add_word(&words, "-I") && add_word(&words, source->directory))) &&
        split_words(&words, flags) && add_words(&words, job->mode) &&
        add_word(&words, job->path) && add_word(&words, NULL))
        status = compiler_run(compiler, words.items, &job->output);
    else
        abx_message("out of memory");
    free(flags);
    free(words.items);
    return status;
}

/* A message of the compiler about the job's own source: "PATH:LINE:COLUMN: KIND: TEXT".
 */
struct diagnostic {
    size_t line;
    const char *kind;
    const char *text;
    size_t size; /* of text */
};

static bool parse_diagnostic(const struct job *job, const char *line,
                             struct diagnostic *diagnostic)
{
    size_t size = strlen(job->path);
    const char *end = line + strcspn(line, "\n");
    char *at;

    if (strncmp(line, job->path, size) != 0 || line[size] != ':')
        return false;
    diagnostic->line = strtoul(line + size + 1, &at, 10);
    if (*at != ':')
        return false;
    strtoul(at + 1, &at, 10);
    if (strncmp(at, ": ", 2) != 0)
        return false;
    diagnostic->kind = at + 2;
    at = strstr(diagnostic->kind, ": ");
    if (!at || at > end)
        return false;
    diagnostic->text = at + 2;
    diagnostic->size = (size_t)(end - diagnostic->text);
    return true;
}

/* Calls @take for each message about a line with a fact; returns how many it took. */
static size_t for_each_diagnostic(struct job *job,
                                  bool (*take)(struct job *job, struct fact *fact,
                                               const struct diagnostic *diagnostic))
{
    struct fact **by_line;
    size_t n_lines = 0;
    size_t n = 0;
    size_t i;
    const char *line;

    for (i = 0; i < job->facts->n_items; i++)
        if (job->facts->items[i].unit == job->unit &&
            job->facts->items[i].source_line > n_lines)
            n_lines = job->facts->items[i].source_line;
    by_line = calloc(n_lines + 1, sizeof(*by_line));
    if (!by_line)
        return 0;
    for (i = 0; i < job->facts->n_items; i++)
        if (job->facts->items[i].unit == job->unit)
            by_line[job->facts->items[i].source_line] = &job->facts->items[i];
    by_line[0] = NULL;
    for (line = abx_buffer_text(&job->output); *line; line += *line == '\n') {
        struct diagnostic diagnostic;

        if (parse_diagnostic(job, line, &diagnostic) && diagnostic.line <= n_lines &&
            by_line[diagnostic.line])
            n += take(job, by_line[diagnostic.line], &diagnostic);
        line += strcspn(line, "\n");
    }
    free(by_line);
    return n;
}

static bool take_error(struct job *job, struct fact *fact,
                       const struct diagnostic *diagnostic)
{
    if (fact->rejection || strncmp(diagnostic->kind, "error", 5) != 0)
        return false;
    fact->rejection =
        abx_arena_copy(&job->facts->arena, diagnostic->text, diagnostic->size);
    if (!fact->rejection)
        fact->rejection = "(out of memory)";
    return true;
}

/* The first message that is an error and about no fact: the headers do not compile. */
static void report_output(const struct job *job)
{
    const char *text = abx_buffer_text(&job->output);
    const char *error = strstr(text, "error: ");

    while (error && error > text && error[-1] != '\n')
        error--;
    if (!error)
        error = text;
    abx_message("%s does not compile the source of the table: %.*s",
                job->compiler->command, (int)strcspn(error, "\n"), error);
}

static bool write_source(struct job *job,
                         void (*put)(struct abx_buffer *, struct fact_list *, unsigned,
                                     const char *))
{
    struct abx_buffer text = {0};
    bool is_written;

    put(&text, job->facts, job->unit, job->source->include);
    if (text.failed)
        abx_message("out of memory");
    is_written = !text.failed && write_file(job->path, &text);
    abx_buffer_finish(&text);
    return is_written;
}

static bool compile_rounds(struct job *job)
{
    unsigned round;

    for (round = 0; round < ROUNDS_MAX; round++) {
        int status = write_source(job, source_put) ? compile_once(job) : -1;

        if (status <= 0)
            return status == 0;
        if (!for_each_diagnostic(job, take_error))
            break;
    }
    report_output(job);
    return false;
}

bool compiler_compile(struct compiler *compiler, struct fact_list *facts, unsigned unit,
                      const struct source_file *source, char *object)
{
    const char *const mode[] = {"-w", "-O0", "-g0", "-c", "-o", object, NULL};
    struct job job = {.compiler = compiler,
                      .facts = facts,
                      .unit = unit,
                      .source = source,
                      .mode = mode};
    char name[64];
    bool is_compiled;

    snprintf(name, sizeof(name), "unit%u.o", unit);
    path_in(compiler, name, object);
    snprintf(name, sizeof(name), "unit%u.c", unit);
    path_in(compiler, name, job.path);
    is_compiled = compile_rounds(&job);
    abx_buffer_finish(&job.output);
    return is_compiled;
}

/* ---- spelling types */

/* gcc: returning 'A' from …; clang: … returning 'typeof (f) *' (aka 'A') from … */
static bool take_spelling(struct job *job, struct fact *fact,
                          const struct diagnostic *diagnostic)
{
    const char *end = diagnostic->text + diagnostic->size;
    const char *begin = strstr(diagnostic->text, "returning '");
    const char *aka = strstr(diagnostic->text, "(aka '");
    struct abx_buffer type = {0};
    const char *star;

    if (!begin || begin >= end || fact->got_text)
        return false;
    begin = aka && aka < end ? aka + 6 : begin + 11;
    abx_buffer_put(&type, begin, strcspn(begin, "'\n"));
    star = strstr(abx_buffer_text(&type), "(*)");
    if (!star)
        star = strrchr(abx_buffer_text(&type), '*');
    if (star) {
        size_t before = (size_t)(star - type.data);
        size_t size = star[0] == '(' ? 3 : 1;

        if (size == 1 && before && type.data[before - 1] == ' ')
            before--, size++;
        memmove(type.data + before, type.data + before + size,
                type.size - before - size + 1);
        type.size -= size;
        fact->got_text = abx_arena_copy(&job->facts->arena, type.data, type.size);
    }
    abx_buffer_finish(&type);
    return fact->got_text != NULL;
}

void compiler_spell_types(struct compiler *compiler, struct fact_list *facts,
                          unsigned unit, const struct source_file *source)
{
    static const char *const mode[] = {"-fsyntax-only", NULL};
    struct job job = {.compiler = compiler,
                      .facts = facts,
                      .unit = unit,
                      .source = source,
                      .mode = mode};

    path_in(compiler, "types.c", job.path);
    if (write_source(&job, source_put_types) && compile_once(&job) >= 0)
        for_each_diagnostic(&job, take_spelling);
    abx_buffer_finish(&job.output);
}
