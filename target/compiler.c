/*
 * Four questions, each answered by the compiler itself: its target, its macros together
 * with its include folders, the folder of its own headers, and how it would link. The last
 * one also tells the C library: a wrapper such as musl-gcc gives its own compiler's target,
 * but links with another loader, and looks for libraries elsewhere.
 */
#include "target/compiler.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/process.h"
#include "target/platform.h"
#include "target/toolchain.h"

static int fail(struct abx_compiler *compiler, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static int fail(struct abx_compiler *compiler, const char *format, ...)
{
    va_list args;

    abx_buffer_truncate(&compiler->error, 0);
    va_start(args, format);
    abx_buffer_vprintf(&compiler->error, format, args);
    va_end(args);
    return -1;
}

static int fail_memory(struct abx_compiler *compiler)
{
    return fail(compiler, "out of memory");
}

/* With these a user adds folders of this machine to those of every compiler. */
static const char *const folders_of_user[] = {"CPATH", "C_INCLUDE_PATH", "LIBRARY_PATH",
                                              NULL};

int abx_compiler_run(struct abx_compiler *compiler, const char *const *arguments,
                     struct abx_buffer *outputp)
{
    struct abx_words command = {0};
    bool is_complete = true;
    int status = -1, error;

    for (size_t i = 0; i < compiler->words.n_items; i++)
        is_complete = is_complete && abx_words_add(&command, compiler->words.items[i]);
    for (size_t i = 0; arguments[i]; i++)
        is_complete = is_complete && abx_words_add(&command, arguments[i]);
    error = is_complete && abx_words_add(&command, NULL)
                ? abx_process_run(command.items, compiler->mask, folders_of_user, outputp,
                                  &status)
                : ENOMEM;
    abx_words_finish(&command);
    if (error)
        return fail(compiler, "cannot run the compiler %s: %s", compiler->words.items[0],
                    strerror(error));
    if (status < 0)
        return fail(compiler, "%s was ended by signal %d", compiler->command, -status);
    return status;
}

/* ---- what it answers */

struct question {
    const char *const *arguments;
    /* Takes one line of the answer; it ends before @end. */
    bool (*take)(struct abx_compiler *compiler, char *line);
    bool wants_source; /* an empty file of C behind the arguments */
};

static bool take_machine(struct abx_compiler *compiler, char *line)
{
    if (!compiler->machine)
        compiler->machine = abx_arena_copy(&compiler->arena, line, strcspn(line, " "));
    return compiler->machine != NULL;
}

static bool take_own_headers(struct abx_compiler *compiler, char *line)
{
    if (!compiler->own_headers)
        compiler->own_headers = abx_arena_copy(&compiler->arena, *line == '/' ? line : "",
                                               *line == '/' ? strlen(line) : 0);
    return compiler->own_headers != NULL;
}

static bool add_copy(struct abx_compiler *compiler, struct abx_words *words,
                     const char *text)
{
    const char *copy = abx_arena_copy(&compiler->arena, text, strlen(text));

    return copy && abx_words_add(words, copy);
}

/* "#define NAME TEXT" */
static bool take_macro(struct abx_compiler *compiler, const char *definition)
{
    size_t size = strcspn(definition, " ");
    const char *name = abx_arena_copy(&compiler->arena, definition, size);
    const char *text = definition + size + (definition[size] == ' ');

    text = abx_arena_copy(&compiler->arena, text, strlen(text));
    return name && text && abx_map_set(&compiler->macros, name, size, (void *)text) == 0;
}

/* A folder stands in a line of its own, behind one space. */
static bool take_macro_or_folder(struct abx_compiler *compiler, char *line)
{
    static const char define[] = "#define ";

    if (!strncmp(line, define, strlen(define)))
        return take_macro(compiler, line + strlen(define));
    if (!strncmp(line, "#include <", strlen("#include <")))
        compiler->folders.n_items = 0;
    else if (line[0] == ' ' && line[1] == '/' && !strstr(line, " (framework directory)"))
        return add_copy(compiler, &compiler->folders, line + 1);
    return true;
}

/* The word at *@atp, without its quotes; NULL at the end. */
static char *next_word(char **atp)
{
    char *word = *atp + strspn(*atp, " ");
    bool is_quoted = *word == '"';

    if (!*word)
        return NULL;
    word += is_quoted;
    *atp = word + strcspn(word, is_quoted ? "\"" : " ");
    if (**atp)
        *(*atp)++ = '\0';
    return word;
}

static void take_loader(struct abx_compiler *compiler, const char *loader)
{
    struct abx_buffer machine = {0};
    const char *name = strrchr(loader, '/') ? strrchr(loader, '/') + 1 : loader;
    const char *gnu = strstr(compiler->machine, "-gnu");

    if (strncmp(name, "ld-musl-", strlen("ld-musl-")) != 0 || !gnu)
        return;
    abx_buffer_printf(&machine, "%.*s-musl%s", (int)(gnu - compiler->machine),
                      compiler->machine, gnu + strlen("-gnu"));
    compiler->platform =
        abx_arena_copy(&compiler->arena, abx_buffer_text(&machine), machine.size);
    abx_buffer_finish(&machine);
}

/* An option's argument: joined to it, or the next word. */
static const char *argument_of(const char *word, size_t size, char **atp)
{
    return word[size] ? word + size : next_word(atp);
}

/* The command of the linker, the one that names the loader. */
static bool take_link(struct abx_compiler *compiler, char *line)
{
    static const char loader[] = "-dynamic-linker";
    const char *argument = "";
    char *at = line, *word;

    if (!strstr(line, loader))
        return true;
    while (argument && (word = next_word(&at))) {
        if (!strcmp(word, loader)) {
            argument = argument_of(word, strlen(loader), &at);
            if (argument)
                take_loader(compiler, argument);
        } else if (!strncmp(word, "-L", 2)) {
            argument = argument_of(word, 2, &at);
            if (argument && !add_copy(compiler, &compiler->library_dirs, argument))
                return false;
        }
    }
    return true;
}

static const char *const ask_machine[] = {"-dumpmachine", NULL};
static const char *const ask_macros[] = {"-E", "-v", "-dM", NULL};
static const char *const ask_headers[] = {"-print-file-name=include", NULL};
static const char *const ask_link[] = {"-###", "-o",        "a.out", "-x",
                                       "none", "/dev/null", NULL};

static const struct question questions[] = {
    {ask_machine, take_machine, false},
    {ask_macros, take_macro_or_folder, true},
    {ask_headers, take_own_headers, false},
    {ask_link, take_link, false},
};

/* The line with the first error; the first line if none says so. */
static const char *find_reason(const char *output)
{
    const char *error = strstr(output, "error: ");

    while (error && error > output && error[-1] != '\n')
        error--;
    return error ? error : output;
}

/* What does not answer as a compiler does, with its own reason if it gave one. */
static int fail_strange(struct abx_compiler *compiler, int status, const char *output)
{
    const char *reason = find_reason(output);

    if (*reason)
        return fail(compiler, "%s is not a compiler that tells what it is: %.*s",
                    compiler->command, (int)strcspn(reason, "\n"), reason);
    return fail(compiler,
                "%s is not a compiler that tells what it is: it ended with status %d",
                compiler->command, status);
}

/* As abx_compiler_run, with the name of an empty file behind the arguments: -x c would hide
 * that a compiler takes C for another language. */
static int run_on_source(struct abx_compiler *compiler, const char *const *arguments,
                         struct abx_buffer *outputp)
{
    const char *parent = getenv("TMPDIR");
    struct abx_words words = {0};
    struct abx_buffer path = {0};
    bool is_complete = true;
    int file = -1, status;

    abx_buffer_printf(&path, "%s/abidex-XXXXXX.c", parent && *parent ? parent : "/tmp");
    if (!path.failed)
        file = mkostemps(path.data, 2, O_CLOEXEC);
    for (size_t i = 0; arguments[i]; i++)
        is_complete = is_complete && abx_words_add(&words, arguments[i]);
    is_complete = is_complete && abx_words_add(&words, path.data) &&
                  abx_words_add(&words, NULL) && !path.failed;
    if (file < 0 || !is_complete)
        status = fail(compiler, "cannot make a temporary file in %s: %s",
                      parent && *parent ? parent : "/tmp",
                      strerror(is_complete ? errno : ENOMEM));
    else
        status = abx_compiler_run(compiler, words.items, outputp);
    if (file >= 0) {
        close(file);
        unlink(path.data);
    }
    abx_words_finish(&words);
    abx_buffer_finish(&path);
    return status;
}

static int ask(struct abx_compiler *compiler, const struct question *question)
{
    struct abx_buffer answer = {0};
    int status = (question->wants_source ? run_on_source : abx_compiler_run)(
        compiler, question->arguments, &answer);
    char *rest = NULL;
    int result = 0;

    if (status < 0)
        result = -1;
    else if (status > 0)
        result = fail_strange(compiler, status, abx_buffer_text(&answer));
    for (char *line = answer.data ? strtok_r(answer.data, "\n", &rest) : NULL;
         line && !result; line = strtok_r(NULL, "\n", &rest))
        if (!question->take(compiler, line))
            result = fail_memory(compiler);
    abx_buffer_finish(&answer);
    return result;
}

/* Before it is asked, so that no option makes it write files; and again when it is known
 * for which machine it is. */
static int check_options(struct abx_compiler *compiler, bool is_asked)
{
    const char *stranger = abx_toolchain_find_stranger(
        &compiler->words, is_asked ? &compiler->macros : NULL);

    if (!stranger)
        return 0;
    return fail(compiler,
                "--cc: %s is no option of a toolchain that is known here: it may change "
                "what headers say, how functions are called, or what the compiler does, "
                "and the table would not tell; -D and -U can be given to gen itself",
                stranger);
}

/* ---- what follows from it */

const char *abx_compiler_find_macro(const struct abx_compiler *compiler, const char *name)
{
    struct abx_map_entry *entry = abx_map_find(&compiler->macros, name, strlen(name));

    return entry ? entry->value : NULL;
}

/* The version is the macro's string, up to a blank. */
static int find_version(struct abx_compiler *compiler)
{
    const char *clang = abx_compiler_find_macro(compiler, "__clang_version__");
    const char *text = clang ? clang : abx_compiler_find_macro(compiler, "__VERSION__");
    struct abx_buffer version = {0};

    if (!text || *text != '"' || !text[strcspn(text, "0123456789")])
        return fail(compiler, "%s is not a compiler: it defines no __VERSION__",
                    compiler->command);
    compiler->is_clang = clang != NULL;
    abx_buffer_printf(&version, "%s %.*s", clang ? "clang" : "gcc",
                      (int)strcspn(text + 1, "\" "), text + 1);
    compiler->version =
        abx_arena_copy(&compiler->arena, abx_buffer_text(&version), version.size);
    abx_buffer_finish(&version);
    return compiler->version ? 0 : fail_memory(compiler);
}

/* An option such as -m32 changes the platform, but not the name that a compiler gives it. */
static const struct {
    const char *macro;
    const char *machine;
    const char *platform;
} variants[] = {
    {"__i386__", "x86_64-linux-gnu", "i686-linux-gnu"},
    {"__ILP32__", "x86_64-linux-gnu", "x86_64-linux-gnux32"},
};

static int find_platform(struct abx_compiler *compiler)
{
    const char *triple = compiler->platform ? compiler->platform : compiler->machine;
    struct abx_buffer name = {0};

    for (size_t i = 0; i < sizeof(variants) / sizeof(*variants); i++)
        if (abx_compiler_find_macro(compiler, variants[i].macro) &&
            abx_target_is_same(triple, variants[i].machine)) {
            triple = variants[i].platform;
            break;
        }
    abx_target_put_platform(&name, triple);
    compiler->platform =
        abx_arena_copy(&compiler->arena, abx_buffer_text(&name), name.size);
    abx_buffer_finish(&name);
    return compiler->platform ? 0 : fail_memory(compiler);
}

int abx_compiler_init(struct abx_compiler *compiler, const char *command,
                      const sigset_t *mask)
{
    char *text;

    *compiler = (struct abx_compiler){.command = command, .mask = mask};
    text = abx_arena_copy(&compiler->arena, command, strlen(command));
    if (!text || !abx_words_split(&compiler->words, text))
        return fail_memory(compiler);
    if (!compiler->words.n_items)
        return fail(compiler, "the compiler has no name");
    if (check_options(compiler, false) < 0)
        return -1;
    for (size_t i = 0; i < sizeof(questions) / sizeof(*questions); i++)
        if (ask(compiler, &questions[i]) < 0)
            return -1;
    if (!compiler->machine)
        return fail(compiler, "%s is not a compiler: it names no target", command);
    if (abx_compiler_find_macro(compiler, "__cplusplus"))
        return fail(compiler,
                    "%s is a compiler of C++: headers of C mean other things to "
                    "it; --cc wants one of C",
                    command);
    if (check_options(compiler, true) < 0)
        return -1;
    if (find_version(compiler) < 0)
        return -1;
    return find_platform(compiler);
}

void abx_compiler_finish(struct abx_compiler *compiler)
{
    abx_words_finish(&compiler->words);
    abx_words_finish(&compiler->folders);
    abx_words_finish(&compiler->library_dirs);
    abx_map_finish(&compiler->macros);
    abx_arena_finish(&compiler->arena);
    abx_buffer_finish(&compiler->error);
    *compiler = (struct abx_compiler){0};
}

static const char *readable(struct abx_compiler *compiler, const char *dir,
                            const char *name)
{
    struct abx_buffer path = {0};
    const char *found = NULL;

    abx_buffer_printf(&path, "%s%s%s", dir, *dir ? "/" : "", name);
    if (!path.failed && access(path.data, R_OK) == 0)
        found = abx_arena_copy(&compiler->arena, path.data, path.size);
    abx_buffer_finish(&path);
    return found;
}

/* Where it would link from first: a wrapper changes that, but not what it prints. */
const char *abx_compiler_find_library(struct abx_compiler *compiler, const char *name)
{
    struct abx_buffer option = {0}, answer = {0};
    const char *found = NULL;

    for (size_t i = 0; !found && i < compiler->library_dirs.n_items; i++)
        found = readable(compiler, compiler->library_dirs.items[i], name);
    if (found)
        return found;
    abx_buffer_printf(&option, "-print-file-name=%s", name);
    if (!option.failed &&
        abx_compiler_run(compiler, (const char *const[]){option.data, NULL}, &answer) ==
            0 &&
        answer.size)
        abx_buffer_truncate(&answer, strcspn(answer.data, "\n"));
    if (strchr(abx_buffer_text(&answer), '/'))
        found = readable(compiler, "", answer.data);
    abx_buffer_finish(&option);
    abx_buffer_finish(&answer);
    return found;
}
