/**
 * What the compiler has to read before it can prove a table: the headers that the table
 * was made from, all of them in their order, and the options with which they were read.
 * Apart from the proof because where a header lies now is a question of its own.
 */
#include "tools/verify.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tools/command.h"

struct search {
    struct input *input;
    const char *table; /* its path */
};

static bool is_readable(const char *path)
{
    return access(path, R_OK) == 0;
}

static void directory_of(const char *path, char *directory)
{
    const char *slash = strrchr(path, '/');

    snprintf(directory, PATH_MAX, "%.*s", slash ? (int)(slash - path) : 1,
             slash ? path : ".");
}

bool input_locate(const char *table, const char *name, char *path)
{
    const char *base = strrchr(name, '/') ? strrchr(name, '/') + 1 : name;
    size_t size = strlen(name);
    char directory[PATH_MAX];

    if (size >= PATH_MAX)
        return false;
    memcpy(path, name, size + 1);
    if (is_readable(path))
        return true;
    directory_of(table, directory);
    if (*name != '/' &&
        (size_t)snprintf(path, PATH_MAX, "%s/%s", directory, name) < PATH_MAX &&
        is_readable(path))
        return true;
    snprintf(path, PATH_MAX, "%s/specs/%s", ABX_DATA_DIR, base);
    return is_readable(path);
}

long input_line(const struct input *input, size_t source)
{
    FILE *file = input->is_given ? NULL : fopen(input->table, "re");
    char *text = NULL;
    size_t size = 0;
    long line = 0, found = 0;

    while (file && !found && getline(&text, &size, file) > 1) {
        line++;
        if (strncmp(text, "source ", strlen("source ")) == 0 && source-- == 0)
            found = line;
    }
    free(text);
    if (file)
        fclose(file);
    return found;
}

/* The text is copied: what it stands in may be the caller's stack, or a table that is
 * closed before the input is of no more use. */
static bool add_copy(struct input *input, struct abx_words *words, const char *text)
{
    char *copy = abx_arena_copy(&input->arena, text, strlen(text));

    if (copy && abx_words_add(words, copy))
        return true;
    abx_message("out of memory");
    return false;
}

static bool add_option(struct input *input, const char *option)
{
    return add_copy(input, &input->options, option);
}

bool input_is_harmless(const char *table, const char *option)
{
    static const char *const names[] = {"-D", "-U", "-I", "-isystem", "-L"};

    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        size_t size = strlen(names[i]);

        if (strncmp(option, names[i], size) == 0 && option[size] != '\0')
            return true;
    }
    abx_message_at(
        table, 0,
        "its header is damaged: the flag %s is none of -D, -U, -I, -isystem and -L with "
        "an operand",
        option);
    return false;
}

/* False after a message: a compiler would wait for a pipe, and says little of a folder. */
static bool is_regular(const struct search *search, const char *path)
{
    struct stat status;
    const char *problem = NULL;

    if (stat(path, &status) < 0)
        problem = strerror(errno);
    else if (S_ISDIR(status.st_mode))
        problem = "it is a folder";
    else if (!S_ISREG(status.st_mode))
        problem = "it is no regular file";
    if (problem)
        abx_message_at(search->input->table,
                       input_line(search->input, search->input->sources.n_items - 1),
                       "cannot read the source %s: %s", path, problem);
    return !problem;
}

static bool add_file(const struct search *search, const char *path)
{
    char directory[PATH_MAX];
    char *real = is_regular(search, path) ? realpath(path, NULL) : NULL;
    bool is_added;

    if (!real)
        return false;
    abx_buffer_printf(&search->input->includes, "#include \"%s\"\n", real);
    directory_of(real, directory);
    is_added =
        add_option(search->input, "-iquote") && add_option(search->input, directory);
    free(real);
    return is_added;
}

/* A header that is no file here is left to the compiler, which knows its own folders. */
static bool add_header(const struct search *search, const char *name)
{
    char path[PATH_MAX];

    if (!add_copy(search->input, &search->input->sources, name))
        return false;
    if (input_locate(search->table, name, path))
        return add_file(search, path);
    abx_buffer_printf(&search->input->includes, "#include <%s>\n", name);
    return true;
}

/* The header that was given in place of the table's own. */
static bool add_given(const struct search *search, const char *name)
{
    char path[PATH_MAX];

    search->input->is_given = true;
    if (!add_copy(search->input, &search->input->sources, name))
        return false;
    if (input_locate(search->table, name, path))
        return add_file(search, path);
    abx_message("cannot read the source %s: %s", name, strerror(ENOENT));
    return false;
}

static bool add_headers(const struct search *search, const struct abx_table *table)
{
    const char *name = abx_table_property(table, "source", 0);
    size_t i;

    if (!name) {
        abx_message_at(search->table, 0,
                       "its header names no source; give one with --source");
        return false;
    }
    for (i = 0; (name = abx_table_property(table, "source", i)) != NULL; i++)
        if (!add_header(search, name))
            return false;
    return true;
}

bool input_find(struct input *input, const struct abx_table *table, const char *source)
{
    const struct search search = {input, abx_table_path(table)};
    const char *flag;
    size_t i;

    input->table = abx_arena_copy(&input->arena, search.table, strlen(search.table));
    if (!input->table) {
        abx_message("out of memory");
        return false;
    }
    if (source ? !add_given(&search, source) : !add_headers(&search, table))
        return false;
    for (i = 0; (flag = abx_table_property(table, "flag", i)) != NULL; i++)
        if (!input_is_harmless(search.table, flag) || !add_option(input, flag))
            return false;
    if (abx_words_add(&input->options, NULL) && !input->includes.failed)
        return true;
    abx_message("out of memory");
    return false;
}

void input_finish(struct input *input)
{
    abx_buffer_finish(&input->includes);
    abx_words_finish(&input->options);
    abx_words_finish(&input->sources);
    abx_arena_finish(&input->arena);
    *input = (struct input){0};
}
