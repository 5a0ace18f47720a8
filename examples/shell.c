/*
 * A whole host in less than a hundred lines, which README's "Embed it" goes through: a
 * language of words, whose lines are calls. A word is a number, a name, a constant of the
 * table, or else a string.
 *
 *     FUNCTION(WORD, ...)          calls C
 *     new(NAME, TYPE)              makes an object
 *     set(NAME, MEMBER, WORD)      stores into it
 *     get(NAME, MEMBER)            reads from it
 *     new(NAME, TYPE, FUNCTION)    makes a callback of the type, which calls the function
 */
#include <abidex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_WORDS = 16, MAX_NAMES = 64, MAX_LINE = 1024 };

struct host {
    struct abx_table *table;
    struct abx_value values[MAX_NAMES];
    char names[MAX_NAMES][MAX_LINE];
    size_t n_names;
};

/* From the language to C. Whether a value is good where it goes, abidex checks. */
static struct abx_value convert(const struct host *host, const char *word)
{
    struct abx_value value = {.kind = ABX_VALUE_INT};
    char *end;

    value.i = strtoll(word, &end, 0);
    for (size_t i = 0; i < host->n_names; i++)
        if (strcmp(host->names[i], word) == 0)
            return host->values[i];
    if (*end != '\0' &&
        abx_table_find_constant(host->table, word, &value, NULL) != ABX_OK)
        value = (struct abx_value){ABX_VALUE_STRING, .string = {word, strlen(word)}};
    return value;
}

/* From C to the language. Records, and views of members, are the caller's. */
static void print(const struct abx_value *value)
{
    char text[MAX_LINE];

    if (abx_string_get(value, MAX_LINE, text, MAX_LINE, NULL, NULL) == ABX_OK)
        puts(text);
    else if (value->kind == ABX_VALUE_INT || value->kind == ABX_VALUE_UINT)
        printf("%lld\n", (long long)value->i);
    if (value->kind == ABX_VALUE_MEMORY)
        abx_memory_destroy(value->memory);
}

/* What C calls. Another language would run a function of its own. */
static int call(void *function, const struct abx_value *args, size_t n_args,
                struct abx_value *result, struct abx_error *err)
{
    return abx_call(function, args, n_args, result, err);
}

static int make(struct host *host, char **words, void *function, struct abx_error *err)
{
    struct abx_callback_options options = {.handler = call, .user = function};
    struct abx_value value = {.kind = function ? ABX_VALUE_CALLBACK : ABX_VALUE_MEMORY};
    const struct abx_type *type;
    int status = abx_table_find_type(host->table, words[2], &type, err);

    if (status == ABX_OK && function != NULL)
        status = abx_callback_create(host->table, type, &options, &value.callback, err);
    else if (status == ABX_OK)
        status = abx_memory_create(host->table, type, 1, &value.memory, err);
    strcpy(host->names[host->n_names], words[1]);
    host->values[host->n_names] = value;
    host->n_names += status == ABX_OK;
    return status;
}

static int run(struct host *host, char **words, size_t n_args, struct abx_error *err)
{
    bool is_new = n_args >= 2 && strcmp(words[0], "new") == 0;
    const char *name = is_new && n_args == 3 ? words[3] : words[0];
    struct abx_value args[MAX_WORDS], result = {0};
    struct abx_function *function;
    int status = abx_table_find_function(host->table, name, &function, err);

    for (size_t i = 0; i < n_args; i++)
        args[i] = convert(host, words[i + 1]);
    if (is_new && (n_args == 2 || function != NULL))
        status = make(host, words, function, err);
    else if (function != NULL)
        status = abx_call(function, args, n_args, &result, err);
    else if (n_args >= 2 && args[0].kind == ABX_VALUE_MEMORY)
        status = n_args == 2 ? abx_memory_get(args[0].memory, words[2], &result, err)
                             : abx_memory_set(args[0].memory, words[2], &args[2], err);
    print(&result);
    return status;
}

int main(int argc, char **argv)
{
    struct abx_error err = {.message = "no memory"};
    struct abx_context *context = NULL;
    struct host host = {0};
    char line[MAX_LINE], ends[] = "(,)\n";
    int status = abx_context_create(&context);

    if (status == ABX_OK)
        status = abx_table_open(context, argc > 1 ? argv[1] : "libc", &host.table, &err);
    if (status != ABX_OK)
        puts(err.message);
    while (status == ABX_OK && host.n_names < MAX_NAMES && fgets(line, MAX_LINE, stdin)) {
        char *words[MAX_WORDS + 1] = {NULL};
        size_t n = 0;

        for (char *w = strtok(line, ends); w && n < MAX_WORDS; w = strtok(NULL, ends))
            words[n++] = w + strspn(w, " ");
        if (n > 0 && run(&host, words, n - 1, &err) != ABX_OK)
            puts(err.message);
    }
    while (host.n_names-- > 0)
        if (host.values[host.n_names].kind == ABX_VALUE_MEMORY)
            abx_memory_destroy(host.values[host.n_names].memory);
    abx_table_close(host.table); /* ends the callbacks, too */
    abx_context_destroy(context);
    return status;
}
