/*
 * pkg-config is run, not done over: where its files lie and how they depend on each other
 * is its business. It answers with options of a compiler, of which those are taken that
 * decide what the headers say; any other might do so too, and is refused.
 */
#include "gen/package.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/process.h"
#include "base/words.h"

struct query {
    struct gen_options *options;
    struct gen_messages *messages;
    const char *program;
    const char *package;
};

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

static int answer_of(const struct query *query, int status, struct abx_buffer *answerp)
{
    if (!status)
        return 0;
    /* the first line has the reason, those behind it advice */
    if (answerp->size)
        abx_buffer_truncate(answerp, strcspn(answerp->data, "\n"));
    return fail(query, answerp->size ? "" : "pkg-config fails without a reason",
                abx_buffer_text(answerp));
}

/* The program may come with options of its own, as a compiler does in CC. */
static int ask(const struct query *query, const char *option, struct abx_buffer *answerp)
{
    struct abx_words command = {0};
    char *text =
        abx_arena_copy(&query->options->arena, query->program, strlen(query->program));
    int status = 0, error = ENOMEM;

    if (text && abx_words_split(&command, text) && abx_words_add(&command, option) &&
        abx_words_add(&command, query->package) && abx_words_add(&command, NULL))
        error = abx_process_run(command.items, NULL, NULL, answerp, &status);
    abx_words_finish(&command);
    if (error)
        return fail(query, "can't run pkg-config: ", strerror(error));
    return answer_of(query, status, answerp);
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

static int split(const struct query *query, const char *answer, struct abx_words *words)
{
    const char *at = answer + strspn(answer, " \t\n");
    bool is_complete = true;

    while (*at && is_complete) {
        struct abx_buffer word = {0};

        put_word(&word, &at);
        is_complete =
            !word.failed &&
            abx_words_add(words, abx_arena_copy(&query->options->arena,
                                                abx_buffer_text(&word), word.size));
        abx_buffer_finish(&word);
        at += strspn(at, " \t\n");
    }
    return is_complete ? 0 : fail_memory(query);
}

/* Options that change nothing that a table holds, or do it by a macro. The first row that
 * fits counts. */
static const struct {
    const char *begin;
    const char *instead; /* "": nothing; NULL: it is taken as it is */
} replaced[] = {
    {"-Wp,", NULL}, /* for the preprocessor */
    {"-W", ""},     /* warnings, and what goes to the linker */
    {"-pthread", "-D_REENTRANT"},
    {"-rdynamic", ""},
};

static const char *replacement_of(const char *word)
{
    for (size_t i = 0; i < sizeof(replaced) / sizeof(*replaced); i++)
        if (!strncmp(word, replaced[i].begin, strlen(replaced[i].begin)))
            return replaced[i].instead ? replaced[i].instead : word;
    return word;
}

static void replace(struct abx_words *words)
{
    size_t n = 0;

    for (size_t i = 0; i < words->n_items; i++) {
        const char *word = replacement_of(words->items[i]);

        if (*word)
            words->items[n++] = word;
    }
    words->n_items = n;
}

static int take(const struct query *query, const char *answer)
{
    struct abx_words words = {0};
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
    abx_words_finish(&words);
    return status ? -1 : 0;
}

static int read_package(const struct query *query)
{
    static const char *const wanted[] = {"--cflags", "--libs"};
    int status = 0;

    if (*query->package == '-' || !*query->package) {
        gen_error(query->messages, (struct gen_place){0},
                  "--pkg: \"%s\" names no package", query->package);
        return -1;
    }
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
