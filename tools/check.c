/**
 * `abidex check`: the runtime's self-test, for a machine that has no compiler. `verify`
 * proves more, and needs one.
 */
#include "tools/command.h"
#include "tools/json.h"
#include "tools/kinds.h"

struct check {
    struct abx_buffer out;
    struct abx_json json;
    size_t n_findings;
    bool is_json;
};

static void report(void *user, const struct abx_finding *finding)
{
    struct check *check = user;
    const char *word = abx_kind_words(finding->kind)->word;

    check->n_findings++;
    if (!check->is_json) {
        abx_buffer_printf(&check->out, "%s%s%s: %s\n", word, *word ? " " : "",
                          finding->name ? finding->name : "platform", finding->message);
        return;
    }
    abx_json_begin_object(&check->json, NULL);
    abx_json_string(&check->json, "kind", *word ? word : "platform");
    abx_json_string(&check->json, "name", finding->name);
    abx_json_string(&check->json, "message", finding->message);
    abx_json_end_object(&check->json);
}

static void put_summary(struct check *check, size_t n_checks)
{
    if (check->is_json) {
        abx_json_end_array(&check->json);
        abx_json_uint(&check->json, "checked", n_checks);
        abx_json_end_object(&check->json);
        return;
    }
    abx_buffer_printf(&check->out, "%zu facts checked, ", n_checks);
    if (check->n_findings == 0)
        abx_buffer_puts(&check->out, "nothing found\n");
    else
        abx_buffer_printf(&check->out, "%zu finding%s\n", check->n_findings,
                          check->n_findings > 1 ? "s" : "");
}

/* A line that is damaged, with its number. */
static void report_line(struct check *check, const struct abx_table *table,
                        const struct abx_error *err)
{
    check->n_findings++;
    if (!check->is_json) {
        abx_buffer_printf(&check->out, "%s:%ld: %s\n", abx_table_path(table), err->line,
                          abx_error_reason(abx_table_path(table), err));
        return;
    }
    abx_json_begin_object(&check->json, NULL);
    abx_json_string(&check->json, "kind", "line");
    abx_json_int(&check->json, "line", err->line);
    abx_json_string(&check->json, "message",
                    abx_error_reason(abx_table_path(table), err));
    abx_json_end_object(&check->json);
}

/*
 * Checks each line from end to end, or without @is_deep only that it is one in its place:
 * where lines are not, nothing that they name can be looked up. Negative: fatal.
 */
static int check_lines(struct check *check, struct abx_table *table, bool is_deep,
                       size_t *n_linesp)
{
    struct abx_entry entry = {0};
    struct abx_error err = {0};
    const char *before;
    int status;

    *n_linesp = 0;
    do {
        before = entry.text;
        status = abx_table_next_entry(table, &entry, &err);
        *n_linesp += status == ABX_OK;
        if (status == ABX_OK && is_deep)
            status = abx_table_check_entry(table, &entry, &err);
        if (status == ABX_BROKEN && entry.text != before)
            report_line(check, table, &err);
    } while (status == ABX_OK || (status == ABX_BROKEN && entry.text != before));
    return status < 0 ? status : ABX_OK;
}

static int check_all(struct check *check, struct abx_table *table, size_t *n_checksp,
                     struct abx_error *err)
{
    int status = check_lines(check, table, false, n_checksp);

    if (status == ABX_OK && check->n_findings == 0)
        status = check_lines(check, table, true, n_checksp);
    if (status != ABX_OK || check->n_findings > 0)
        return status;
    status = abx_table_self_test(table, report, check, n_checksp, err);
    return status < 0 || status == ABX_BROKEN ? status : ABX_OK;
}

static int run(struct check *check, struct abx_table *table)
{
    struct abx_error err = {0};
    size_t n_checks = 0;
    int status;

    if (check->is_json) {
        abx_json_begin_object(&check->json, NULL);
        abx_json_begin_array(&check->json, "findings");
    }
    status = check_all(check, table, &n_checks, &err);
    if (status != ABX_OK) {
        abx_buffer_finish(&check->out);
        abx_message_error(abx_table_path(table), status, &err);
        return ABX_EXIT_UNUSABLE;
    }
    put_summary(check, n_checks);
    return abx_output(&check->out, check->n_findings ? ABX_EXIT_SHORT : ABX_EXIT_DONE);
}

int check_main(int argc, char **argv)
{
    struct check check = {0};
    struct abx_session session = {0};
    const struct abx_option options[] = {
        {"json", NULL, "print JSON", &check.is_json, NULL},
        {0},
    };
    const struct abx_usage usage = {
        .name = "check",
        .operands = "TABLE",
        .purpose =
            "Checks a table without a compiler: each line by the rules of the format;\n"
            "and, if all are good, against the running system: the data model, sizes\n"
            "and offsets against the layout that the calling engine computes, every\n"
            "symbol in its library. Exit status 1 if something was found.",
        .examples = "  abidex check libc\n"
                    "  abidex check ./libc.abx --json\n",
        .options = options,
        .n_min = 1,
        .n_max = 1,
    };
    int exit;

    if (!abx_usage_parse(&usage, &argc, argv, &exit))
        return exit;
    check.json.out = &check.out;
    exit = abx_session_open(&session, argv[1], true);
    if (exit == ABX_EXIT_DONE)
        exit = run(&check, session.table);
    abx_session_close(&session);
    return exit;
}
