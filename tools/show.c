/**
 * `abidex show`: everything that the table knows under a name. C has several name spaces,
 * so a name may be many things (`struct stat` and `stat()`); all of them are shown. What
 * a typedef or an alias stands for is shown behind it.
 */
#include "tools/show.h"

#include <string.h>

#include "tools/command.h"
#include "tools/kinds.h"

/* How often a typedef or alias is followed; a damaged table may run in a circle. */
enum { FOLLOW_MAX = 16, SHOWN_MAX = 32 };

/* The lines shown for one name, so that what is followed is not shown again. */
struct shown {
    const char *lines[SHOWN_MAX];
    size_t n;
};

static bool is_shown(struct shown *shown, const struct abx_entry *entry)
{
    size_t i;

    for (i = 0; i < shown->n; i++)
        if (shown->lines[i] == entry->text)
            return true;
    if (shown->n < SHOWN_MAX)
        shown->lines[shown->n++] = entry->text;
    return false;
}

/* In the order in which they are shown. */
static const struct {
    abx_show_put put;
    enum abx_kind kind;
    bool is_line; /* one line, which needs no empty one between it and its like */
} shows[] = {
    {abx_show_function, ABX_KIND_FN, false},
    {abx_show_variable, ABX_KIND_VAR, true},
    {abx_show_constant, ABX_KIND_CONST, true},
    {abx_show_typedef, ABX_KIND_TYPEDEF, false},
    {abx_show_record, ABX_KIND_STRUCT, false},
    {abx_show_record, ABX_KIND_UNION, false},
    {abx_show_enum, ABX_KIND_ENUM, false},
    {abx_show_alias, ABX_KIND_ALIAS, true},
    {abx_show_member, ABX_KIND_MEMBER, true},
    {abx_show_omit, ABX_KIND_OMIT, true},
};

enum { N_SHOWS = sizeof(shows) / sizeof(*shows) };

/* A name, perhaps with the kind in front that it is confined to. */
struct wanted {
    enum abx_kind kind; /* ABX_KIND_NONE: any */
    const char *name;
};

static struct wanted parse_name(const char *text)
{
    const char *space = strchr(text, ' ');
    enum abx_kind kind;
    size_t i;

    for (i = 0; space && i < N_SHOWS; i++) {
        kind = shows[i].kind;
        if (strncmp(abx_kind_words(kind)->word, text, (size_t)(space - text)) == 0 &&
            abx_kind_words(kind)->word[space - text] == '\0')
            return (struct wanted){kind, space + 1};
    }
    return (struct wanted){ABX_KIND_NONE, text};
}

static int put_entry(struct abx_show *show, size_t index, const struct abx_entry *entry,
                     const char *name)
{
    int status;

    if (!show->is_json) {
        if (show->out->size > 0 && !(show->is_after_line && shows[index].is_line))
            abx_buffer_putc(show->out, '\n');
        show->is_after_line = shows[index].is_line;
        return shows[index].put(show, entry, name);
    }
    abx_json_begin_object(show->json, NULL);
    abx_json_string(show->json, "kind", abx_kind_words(entry->kind)->word);
    abx_json_string(show->json, "name", name);
    status = shows[index].put(show, entry, name);
    abx_json_end_object(show->json);
    return status;
}

/*
 * What a typedef or alias stands for, in @next, as a name for find_entries; empty where
 * it is nothing that has a line of its own.
 */
static void follow(const struct abx_entry *entry, struct abx_buffer *next)
{
    size_t size;
    const char *rest = abx_entry_rest(entry, &size);
    const char *align = memchr(rest, '=', size);
    size_t i;

    if ((entry->kind != ABX_KIND_TYPEDEF && entry->kind != ABX_KIND_ALIAS) ||
        next->size > 0)
        return;
    if (align) /* "TYPE align=N" */
        for (size = (size_t)(align - rest); size > 0 && rest[size] != ' ';)
            size--;
    for (i = 0; i < size; i++)
        if (strchr("*[](){},;?", rest[i]))
            return;
    abx_buffer_put(next, rest, size);
}

/* Shows all lines called so. ABX_MISSING if there are none. */
static int show_lines(struct abx_show *show, struct wanted wanted, struct shown *shown,
                      struct abx_buffer *next)
{
    struct abx_entry entry;
    int answer = ABX_MISSING;
    int status;
    size_t i;

    for (i = 0; i < N_SHOWS; i++) {
        if (wanted.kind != ABX_KIND_NONE && wanted.kind != shows[i].kind)
            continue;
        status = abx_table_find_entry(show->table, shows[i].kind, wanted.name, &entry,
                                      &show->err);
        if (status == ABX_MISSING)
            continue;
        if (status == ABX_OK && is_shown(shown, &entry))
            continue;
        if (status == ABX_OK)
            status = put_entry(show, i, &entry, wanted.name);
        if (status != ABX_OK)
            return status == ABX_MISSING ? ABX_BROKEN : status;
        follow(&entry, next);
        answer = ABX_OK;
    }
    return answer;
}

static int put_missing(struct abx_show *show, const char *text)
{
    struct abx_buffer why = {0};

    abx_missing_put(&why, show->table, text, parse_name(text).name);
    abx_message("%s", abx_buffer_text(&why));
    if (show->is_json)
        abx_json_error(show->json, "name", text, abx_buffer_text(&why));
    abx_buffer_finish(&why);
    return ABX_EXIT_SHORT;
}

/* Shows a name, and what it stands for. Returns the exit status. */
static int show_name(struct abx_show *show, const char *text)
{
    struct abx_buffer name = {0};
    struct abx_buffer next = {0};
    struct shown shown = {0};
    int status = show_lines(show, parse_name(text), &shown, &next);
    unsigned depth;

    for (depth = 0; status == ABX_OK && next.size > 0 && depth < FOLLOW_MAX; depth++) {
        struct abx_buffer swap = name;

        name = next;
        next = swap;
        abx_buffer_truncate(&next, 0);
        status = show_lines(show, parse_name(abx_buffer_text(&name)), &shown, &next);
        if (status == ABX_MISSING) /* a builtin type, or one of another table */
            status = ABX_OK;
    }
    abx_buffer_finish(&name);
    abx_buffer_finish(&next);
    if (status == ABX_OK)
        return ABX_EXIT_DONE;
    if (status == ABX_MISSING)
        return put_missing(show, text);
    return abx_message_error(abx_table_path(show->table), status, &show->err);
}

/* `struct stat` may be given as two words: no C name is a keyword. */
static bool is_tag_word(const char *word)
{
    return abx_kind_words(abx_kind_named(word))->is_tag;
}

static int show_names(struct abx_show *show, char **names)
{
    struct abx_buffer tagged = {0};
    int worst = ABX_EXIT_DONE;
    int exit;

    for (; *names && worst != ABX_EXIT_UNUSABLE; names++) {
        if (is_tag_word(*names) && names[1]) {
            abx_buffer_truncate(&tagged, 0);
            abx_buffer_printf(&tagged, "%s %s", names[0], names[1]);
            exit = show_name(show, abx_buffer_text(&tagged));
            names++;
        } else {
            exit = show_name(show, *names);
        }
        worst = exit > worst ? exit : worst;
    }
    abx_buffer_finish(&tagged);
    return worst;
}

static int run(struct abx_show *show, char **names)
{
    int exit;

    if (show->is_json)
        abx_json_begin_array(show->json, NULL);
    exit = show_names(show, names);
    if (show->is_json)
        abx_json_end_array(show->json);
    if (exit != ABX_EXIT_UNUSABLE)
        return abx_output(show->out, exit);
    abx_buffer_finish(show->out);
    return exit;
}

int show_main(int argc, char **argv)
{
    struct abx_session session = {0};
    struct abx_buffer out = {0};
    struct abx_json json = {.out = &out};
    struct abx_show show = {.out = &out, .json = &json};
    const struct abx_option options[] = {
        {"json", NULL, "print JSON", &show.is_json, NULL},
        {0},
    };
    const struct abx_usage usage = {
        .name = "show",
        .operands = "TABLE NAME…",
        .purpose =
            "Shows what the table knows under a name, as the C that would declare it:\n"
            "a function with its symbol and its failures, a struct or union with the\n"
            "offset and size of each member, a constant with its value. A kind in\n"
            "front of the name chooses one of several (\"fn stat\", struct stat).",
        .examples = "  abidex show libc open O_CLOEXEC\n"
                    "  abidex show libc struct stat\n",
        .options = options,
        .n_min = 2,
        .n_max = -1,
    };
    int exit;

    if (!abx_usage_parse(&usage, &argc, argv, &exit))
        return exit;
    exit = abx_session_open(&session, argv[1], false);
    show.table = session.table;
    if (exit == ABX_EXIT_DONE)
        exit = run(&show, argv + 2);
    abx_session_close(&session);
    return exit;
}
