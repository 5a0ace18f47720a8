/**
 * `abidex list`: the names in a table. It reads every line once and asks each filter of
 * it, so the filters combine. Names are printed as `show` takes them: a struct's with its
 * keyword.
 */
#include <string.h>

#include "tools/command.h"
#include "tools/json.h"
#include "tools/kinds.h"
#include "tools/pattern.h"

struct list {
    struct abx_session session;
    struct abx_buffer out;
    struct abx_json json;
    size_t n[ABX_N_KINDS];
    /* what was asked for */
    const char *kind_word;
    enum abx_kind kind; /* ABX_KIND_NONE: all that name something */
    const char *pattern;
    bool is_long;
    bool is_count;
    bool is_json;
    bool is_without_contract;
    const char *reason; /* of the line that is put next; NULL: none is told */
};

/* A terminated copy of the entry's name in @name, which belongs to the caller. */
static const char *copy_name(struct abx_buffer *name, const struct abx_entry *entry)
{
    abx_buffer_truncate(name, 0);
    abx_buffer_put(name, entry->name, entry->name_size);
    return abx_buffer_text(name);
}

/* ABX_OK: it is to be listed, list->reason being why it has no contract; ABX_MISSING: it is
 * not; else what reading it answered. */
static int ask_contract(struct list *list, const char *name, struct abx_error *err)
{
    struct abx_function *function;
    int status = abx_table_find_declaration(list->session.table, name, &function, err);

    if (status != ABX_OK)
        return status == ABX_MISSING ? ABX_BROKEN : status;
    list->reason = abx_function_find_attribute(function, "untold");
    return abx_function_contract(function)->when ? ABX_MISSING : ABX_OK;
}

static int ask(struct list *list, const struct abx_entry *entry, const char *name,
               struct abx_error *err)
{
    bool is_about = abx_kind_words(entry->kind)->is_about;

    if (list->kind ? entry->kind != list->kind : is_about && !list->is_count)
        return ABX_MISSING;
    if (list->pattern && !abx_pattern_matches(list->pattern, name))
        return ABX_MISSING;
    return list->is_without_contract ? ask_contract(list, name, err) : ABX_OK;
}

static void put_json(struct list *list, const struct abx_entry *entry, const char *name)
{
    abx_json_begin_object(&list->json, NULL);
    abx_json_string(&list->json, "kind", abx_kind_words(entry->kind)->word);
    abx_json_string(&list->json, "name", name);
    if (list->is_without_contract)
        abx_json_string(&list->json, "reason", list->reason);
    if (list->is_long)
        abx_json_bytes(&list->json, "text", entry->text, entry->text_size);
    abx_json_end_object(&list->json);
}

static void put(struct list *list, const struct abx_entry *entry, const char *name)
{
    const struct abx_kind_words *words = abx_kind_words(entry->kind);

    list->n[entry->kind]++;
    if (list->is_count)
        return;
    if (list->is_json)
        put_json(list, entry, name);
    else if (list->is_long)
        abx_buffer_printf(&list->out, "%.*s\n", (int)entry->text_size, entry->text);
    else
        abx_buffer_printf(&list->out, "%s%s%s%s%s\n", words->is_tag ? words->word : "",
                          words->is_tag ? " " : "", name, list->reason ? ": " : "",
                          list->reason ? list->reason : "");
}

/* The numbers by kind; without --json the kinds of which there are none are left out. */
static void put_counts(struct list *list)
{
    enum abx_kind kind;

    for (kind = ABX_KIND_NONE + 1; kind < ABX_N_KINDS; kind++)
        if (list->is_json)
            abx_json_uint(&list->json, abx_kind_words(kind)->word, list->n[kind]);
        else if (list->n[kind] > 0)
            abx_buffer_printf(&list->out, "%7zu %s\n", list->n[kind],
                              list->n[kind] == 1 ? abx_kind_words(kind)->singular
                                                 : abx_kind_words(kind)->plural);
}

static int read_entries(struct list *list)
{
    struct abx_buffer name = {0};
    struct abx_entry entry = {0};
    struct abx_error err = {0};
    int status, answer;

    for (;;) {
        status = abx_table_next_entry(list->session.table, &entry, &err);
        if (status != ABX_OK)
            break;
        answer = ask(list, &entry, copy_name(&name, &entry), &err);
        if (answer == ABX_OK) {
            put(list, &entry, abx_buffer_text(&name));
        } else if (answer != ABX_MISSING) {
            status = answer;
            break;
        }
    }
    abx_buffer_finish(&name);
    if (status == ABX_MISSING)
        return ABX_EXIT_DONE;
    abx_message_error(abx_table_path(list->session.table), status, &err);
    return ABX_EXIT_UNUSABLE;
}

static bool has_listed(const struct list *list)
{
    enum abx_kind kind;

    for (kind = ABX_KIND_NONE; kind < ABX_N_KINDS; kind++)
        if (list->n[kind] > 0)
            return true;
    return false;
}

/* Nothing to list is an answer of its own, as it is for grep. */
static int run(struct list *list)
{
    int exit;

    if (list->is_json && list->is_count)
        abx_json_begin_object(&list->json, NULL);
    else if (list->is_json)
        abx_json_begin_array(&list->json, NULL);
    exit = read_entries(list);
    if (exit != ABX_EXIT_DONE) {
        abx_buffer_finish(&list->out);
        return exit;
    }
    if (list->is_count)
        put_counts(list);
    if (list->is_json && list->is_count)
        abx_json_end_object(&list->json);
    else if (list->is_json)
        abx_json_end_array(&list->json);
    return abx_output(&list->out, has_listed(list) ? ABX_EXIT_DONE : ABX_EXIT_SHORT);
}

/* Finds the kind asked for; false after a message. */
static bool choose_kind(struct list *list)
{
    struct abx_buffer all = {0};

    if (list->is_without_contract && !list->kind_word)
        list->kind_word = "fn";
    if (!list->kind_word)
        return true;
    list->kind = abx_kind_named(list->kind_word);
    if (list->is_without_contract && list->kind != ABX_KIND_FN) {
        abx_message("only functions have contracts, --kind %s has none", list->kind_word);
        return false;
    }
    if (list->kind)
        return true;
    abx_kind_put_all(&all);
    abx_message("unknown kind \"%s\": there are %s", list->kind_word,
                abx_buffer_text(&all));
    abx_buffer_finish(&all);
    return false;
}

int list_main(int argc, char **argv)
{
    struct list list = {0};
    const struct abx_option options[] = {
        {"kind", "KIND", "only lines of this kind: fn, const, struct, …", NULL,
         &list.kind_word},
        {"long", NULL, "print the whole lines of the table", &list.is_long, NULL},
        {"count", NULL, "print how many there are of each kind", &list.is_count, NULL},
        {"without-contract", NULL,
         "only functions of which is not known how they fail, and why",
         &list.is_without_contract, NULL},
        {"json", NULL, "print JSON", &list.is_json, NULL},
        {0},
    };
    const struct abx_usage usage = {
        .name = "list",
        .operands = "TABLE [PATTERN]",
        .purpose =
            "Prints the names in a table, one a line, or those that match PATTERN,\n"
            "which is a pattern of the shell. Kinds that name nothing themselves\n"
            "(error, omit, unit) are listed only where --kind asks for them.\n"
            "Exit status 1 if there are none.",
        .examples = "  abidex list libc --kind fn 'pthread_*'\n"
                    "  abidex list libc --count\n",
        .options = options,
        .n_min = 1,
        .n_max = 2,
    };
    int exit;

    if (!abx_usage_parse(&usage, &argc, argv, &exit))
        return exit;
    if (!choose_kind(&list))
        return ABX_EXIT_UNUSABLE;
    list.pattern = argv[2];
    list.json.out = &list.out;
    exit = abx_session_open(&list.session, argv[1], false);
    if (exit == ABX_EXIT_DONE)
        exit = run(&list);
    abx_session_close(&list.session);
    return exit;
}
