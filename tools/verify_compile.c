/**
 * Compiling a unit's facts. What the compiler rejects is found by the line of its
 * message, dropped and told, and the rest compiled again: one wrong member must not hide
 * the others.
 */
#include "tools/verify.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tools/command.h"

/*
 * Each round drops what was rejected. A table of other headers would need too many, and a
 * compiler takes long over each unknown name because it looks for one that is like it.
 */
enum { ROUNDS_MAX = 16, REJECTED_MAX = 200 };

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

/* ---- compiling */

/* A compilation of one unit's facts. */
struct job {
    struct compiler *compiler;
    struct fact_list *facts;
    unsigned unit;
    const struct input *input;
    const char *const *mode; /* what to do with the source */
    char path[PATH_MAX];
    size_t first_include; /* its line in the source, from 1 */
    struct abx_buffer output;
};

/* Where macros are expanded is what counts, not where they were defined. Of the source
 * nothing need be shown again: to find a line there, compilers search it from the beginning. */
static const char *const gcc_options[] = {"-ftrack-macro-expansion=0", "-fmax-errors=100",
                                          "-fno-diagnostics-show-caret", NULL};
static const char *const clang_options[] = {"-ferror-limit=100", "-fno-caret-diagnostics",
                                            NULL};

static bool add_words(struct abx_words *words, const char *const *more)
{
    for (; *more; more++)
        if (!abx_words_add(words, *more))
            return false;
    return true;
}

static int compile_once(struct job *job)
{
    struct compiler *compiler = job->compiler;
    struct abx_words words = {0};
    char unit[32];
    int status = -1;

    snprintf(unit, sizeof(unit), "-DABIDEX_UNIT=%u", job->unit);
    abx_buffer_truncate(&job->output, 0);
    if (abx_words_add(&words, "-std=gnu11") && abx_words_add(&words, unit) &&
        add_words(&words, compiler->is_clang ? clang_options : gcc_options) &&
        add_words(&words, job->input->options.items) && add_words(&words, job->mode) &&
        abx_words_add(&words, job->path) && abx_words_add(&words, NULL))
        status = compiler_run(compiler, words.items, &job->output);
    else
        abx_message("out of memory");
    abx_words_finish(&words);
    return status;
}

/* A message of the compiler about the job's own source: "PATH:LINE:COLUMN: KIND: TEXT", or
 * without a column. */
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
    if (at[1] >= '0' && at[1] <= '9')
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

/* The facts of the job's unit by the lines of its source. NULL when out of memory. */
static struct fact **facts_by_line(const struct job *job, size_t *n_linesp)
{
    struct fact_list *facts = job->facts;
    struct fact **by_line;
    size_t i;

    *n_linesp = 0;
    for (i = 0; i < facts->n_items; i++)
        if (facts->items[i].unit == job->unit && facts->items[i].source_line >= *n_linesp)
            *n_linesp = facts->items[i].source_line + 1;
    by_line = calloc(*n_linesp + 1, sizeof(*by_line));
    for (i = 0; by_line && i < facts->n_items; i++)
        if (facts->items[i].unit == job->unit && facts->items[i].source_line)
            by_line[facts->items[i].source_line] = &facts->items[i];
    return by_line;
}

/* Calls @take for each message about a line with a fact; returns how many it took. */
static size_t for_each_diagnostic(struct job *job,
                                  bool (*take)(struct job *job, struct fact *fact,
                                               const struct diagnostic *diagnostic))
{
    size_t n_lines;
    struct fact **by_line = facts_by_line(job, &n_lines);
    const char *line;
    size_t n = 0;

    for (line = abx_buffer_text(&job->output); by_line && *line; line += *line == '\n') {
        struct diagnostic diagnostic;

        if (parse_diagnostic(job, line, &diagnostic) && diagnostic.line < n_lines &&
            by_line[diagnostic.line])
            n += take(job, by_line[diagnostic.line], &diagnostic);
        line += strcspn(line, "\n");
    }
    free(by_line);
    return n;
}

/* Without the first fact of a line, its name, the others are rejected too. */
static bool take_error(struct job *job, struct fact *fact,
                       const struct diagnostic *diagnostic)
{
    const struct fact *end = job->facts->items + job->facts->n_items;
    bool is_first = fact == job->facts->items || fact[-1].line != fact->line;
    struct fact *also;

    if (fact->rejection || strncmp(diagnostic->kind, "error", 5) != 0)
        return false;
    fact->rejection =
        abx_arena_copy(&job->facts->arena, diagnostic->text, diagnostic->size);
    if (!fact->rejection)
        fact->rejection = "(out of memory)";
    for (also = fact; is_first && also < end && also->line == fact->line; also++)
        if (also->group != GROUP_NONE && also->group != GROUP_EXPORTS)
            also->rejection = fact->rejection;
    job->facts->n_rejected++;
    return true;
}

/* Which source an error is about: by the line of its #include, if the message is about the
 * file that was written here, or else by its path, which then is in the message; the number
 * of sources if it is about none. */
static size_t find_source(const struct job *job, const char *error)
{
    const struct input *input = job->input;
    size_t size = strlen(job->path), line, i;
    const char *at = abx_buffer_text(&input->includes);

    if (strncmp(error, job->path, size) == 0 && error[size] == ':') {
        line = strtoul(error + size + 1, NULL, 10);
        if (line < job->first_include)
            return input->sources.n_items;
        line -= job->first_include;
        return line < input->sources.n_items ? line : input->sources.n_items - 1;
    }
    for (i = 0; i < input->sources.n_items; i++, at += strcspn(at, "\n") + 1) {
        size_t begin = strcspn(at, "\"<") + 1, end = strcspn(at, "\n") - 1;

        if (end > begin && strncmp(error, at + begin, end - begin) == 0)
            return i;
    }
    return input->sources.n_items == 1 ? 0 : input->sources.n_items;
}

/* The first message that is an error and about no fact: the headers do not compile. The
 * place in the file that was written here, which is gone then, is left out. */
static void report_output(const struct job *job)
{
    const struct input *input = job->input;
    const char *text = abx_buffer_text(&job->output);
    const char *error = strstr(text, "error: ");
    size_t source;

    while (error && error > text && error[-1] != '\n')
        error--;
    if (!error)
        error = text;
    source = find_source(job, error);
    if (strncmp(error, job->path, strlen(job->path)) == 0 && strstr(error, "error: "))
        error = strstr(error, "error: ") + strlen("error: ");
    abx_message_at(input->table, input_line(input, source),
                   "%s does not compile %s%s (--source names another): %.*s",
                   job->compiler->command,
                   source < input->sources.n_items ? "the source " : "the sources",
                   source < input->sources.n_items ? input->sources.items[source] : "",
                   (int)strcspn(error, "\n"), error);
}

/* The line on which @part begins in @text, from 1. */
static size_t line_of(const char *text, const char *part)
{
    const char *end = strstr(text, part);
    size_t line = 1;

    for (; end && text < end; text++)
        line += *text == '\n';
    return line;
}

static bool write_source(struct job *job,
                         void (*put)(struct abx_buffer *, struct fact_list *, unsigned,
                                     const char *))
{
    struct abx_buffer text = {0};
    bool is_written;

    put(&text, job->facts, job->unit, abx_buffer_text(&job->input->includes));
    if (text.failed)
        abx_message("out of memory");
    else
        job->first_include = line_of(text.data, abx_buffer_text(&job->input->includes));
    is_written = !text.failed && write_file(job->path, &text);
    abx_buffer_finish(&text);
    return is_written;
}

static bool compile_rounds(struct job *job)
{
    unsigned round;

    for (round = 0; round < ROUNDS_MAX && job->facts->n_rejected <= REJECTED_MAX;
         round++) {
        int status = write_source(job, source_put) ? compile_once(job) : -1;

        if (status <= 0)
            return status == 0;
        if (!for_each_diagnostic(job, take_error)) {
            report_output(job);
            return false;
        }
    }
    job->facts->is_incomplete = true;
    return true;
}

bool compiler_compile(struct compiler *compiler, struct fact_list *facts, unsigned unit,
                      const struct input *input, char *object)
{
    const char *const mode[] = {"-w", "-O0", "-g0", "-c", "-o", object, NULL};
    struct job job = {
        .compiler = compiler, .facts = facts, .unit = unit, .input = input, .mode = mode};
    char name[64];
    bool is_compiled;

    snprintf(name, sizeof(name), "unit%u.o", unit);
    compiler_path(compiler, name, object);
    snprintf(name, sizeof(name), "unit%u.c", unit);
    compiler_path(compiler, name, job.path);
    is_compiled = compile_rounds(&job);
    if (is_compiled && !facts->is_incomplete && access(object, R_OK) != 0) {
        abx_message("%s wrote no object file", compiler->command);
        is_compiled = false;
    }
    abx_buffer_finish(&job.output);
    return is_compiled;
}

/* ---- functions that only call another */

/* What cannot be written in C cannot be shown to do nothing more. */
static bool take_unwritten(struct job *job, struct fact *fact,
                           const struct diagnostic *diagnostic)
{
    (void)job;
    if (!fact->is_inside || strncmp(diagnostic->kind, "error", 5) != 0)
        return false;
    fact->is_inside = false;
    fact->got_text = "";
    return true;
}

bool compiler_compile_forwarders(struct compiler *compiler, struct fact_list *facts,
                                 unsigned unit, const struct input *input, char *object)
{
    /* Both are optimised alike, and neither is put in the other's place. */
    const char *const mode[] = {"-w", "-O1", "-g0",  "-ffunction-sections",
                                "-c", "-o",  object, NULL};
    struct job job = {
        .compiler = compiler, .facts = facts, .unit = unit, .input = input, .mode = mode};
    unsigned round;
    int status = 1;

    compiler_path(compiler, "forward.o", object);
    compiler_path(compiler, "forward.c", job.path);
    for (round = 0; round < ROUNDS_MAX && status > 0; round++) {
        status = write_source(&job, source_put_forwarders) ? compile_once(&job) : -1;
        if (status > 0 && !for_each_diagnostic(&job, take_unwritten)) {
            report_output(&job);
            break;
        }
    }
    abx_buffer_finish(&job.output);
    return status == 0;
}

/* ---- counting complaints */

/* The column of a complaint is not looked at, and costs GCC a search for its line.
 *
 * That a name should no longer be used is no complaint about the table. (Clang never misses
 * such an enumerator in a switch: that none is left out only gcc proves.) */
static const char not_deprecated[] = "-Wno-deprecated-declarations";

/* As often as it complains of a line that is there to be complained of. */
static bool take_complaint(struct job *job, struct fact *fact,
                           const struct diagnostic *diagnostic)
{
    const char *end = diagnostic->text + diagnostic->size;
    const char *at = fact->base ? strstr(diagnostic->text, fact->base) : NULL;

    if (strncmp(diagnostic->kind, "note", 4) == 0 || (fact->base && (!at || at >= end)))
        return false;
    if (!fact->got)
        fact->got_text =
            abx_arena_copy(&job->facts->arena, diagnostic->text, diagnostic->size);
    fact->got++;
    return true;
}

bool compiler_probe(struct compiler *compiler, struct fact_list *facts, unsigned unit,
                    const struct input *input)
{
    static const char *const gcc_mode[] = {"-fsyntax-only",
                                           "-fmax-errors=0",
                                           "-fno-show-column",
                                           "-Wswitch",
                                           "-Wenum-conversion",
                                           not_deprecated,
                                           NULL};
    static const char *const clang_mode[] = {"-fsyntax-only",
                                             "-ferror-limit=0",
                                             "-fno-show-column",
                                             "-Wswitch",
                                             "-Wenum-conversion",
                                             not_deprecated,
                                             NULL};
    struct job job = {.compiler = compiler,
                      .facts = facts,
                      .unit = unit,
                      .input = input,
                      .mode = compiler->is_clang ? clang_mode : gcc_mode};
    bool is_run;

    compiler_path(compiler, "probes.c", job.path);
    is_run = write_source(&job, source_put_probes) && compile_once(&job) >= 0;
    if (is_run)
        for_each_diagnostic(&job, take_complaint);
    abx_buffer_finish(&job.output);
    return is_run;
}

/* ---- spelling types */

/* Takes away the pointer that @type, the spelling of a pointer, begins or ends with. */
static void strip_pointer(struct abx_buffer *type)
{
    const char *text = abx_buffer_text(type);
    const char *star = strstr(text, "(*");
    size_t begin;
    size_t size = 1;

    if (star && star[2] == ')') {
        begin = (size_t)(star - text);
        size = 3;
    } else {
        star = star ? star + 1 : strrchr(text, '*');
        if (!star)
            return;
        begin = (size_t)(star - text);
        if (begin && text[begin - 1] == ' ')
            begin--, size++;
    }
    memmove(type->data + begin, text + begin + size, type->size - begin - size + 1);
    type->size -= size;
}

/* gcc: returning 'A' from …; clang: … returning 'typeof (f) *' (aka 'A') from … */
static bool take_spelling(struct job *job, struct fact *fact,
                          const struct diagnostic *diagnostic)
{
    const char *end = diagnostic->text + diagnostic->size;
    const char *begin = strstr(diagnostic->text, "returning '");
    const char *aka = strstr(diagnostic->text, "(aka '");
    struct abx_buffer type = {0};

    if (!begin || begin >= end || fact->got_text)
        return false;
    begin = aka && aka < end ? aka + strlen("(aka '") : begin + strlen("returning '");
    abx_buffer_put(&type, begin, strcspn(begin, "'\n"));
    strip_pointer(&type);
    fact->got_text =
        abx_arena_copy(&job->facts->arena, abx_buffer_text(&type), type.size);
    abx_buffer_finish(&type);
    return fact->got_text != NULL;
}

void compiler_spell_types(struct compiler *compiler, struct fact_list *facts,
                          unsigned unit, const struct input *input)
{
    static const char *const mode[] = {"-fsyntax-only", NULL};
    struct job job = {
        .compiler = compiler, .facts = facts, .unit = unit, .input = input, .mode = mode};

    compiler_path(compiler, "types.c", job.path);
    if (write_source(&job, source_put_types) && compile_once(&job) >= 0)
        for_each_diagnostic(&job, take_spelling);
    abx_buffer_finish(&job.output);
}
