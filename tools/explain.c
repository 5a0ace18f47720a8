/*
 * `abidex explain`: a function's failure contract in words, and what each code means.
 * Codes that were seen though no document lists them are told apart, for the reader
 * decides differently about them.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/code.h"
#include "runtime/contract_text.h"
#include "tools/attribute_text.h"
#include "tools/contract_json.h"
#include "tools/explain.h"
#include "tools/kinds.h"

bool explain_find_number(const struct explain *explain, const char *code,
                         int64_t *numberp)
{
    struct abx_value value = {0};

    if (abx_table_find_constant(explain->table, code, &value, NULL) != ABX_OK ||
        (value.kind != ABX_VALUE_INT && value.kind != ABX_VALUE_UINT))
        return false;
    *numberp = value.i;
    return true;
}

bool explain_read_number(const char *text, int64_t *numberp)
{
    bool is_hexadecimal = text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
    char *end;

    errno = 0;
    *numberp = strtoll(text, &end, is_hexadecimal ? 16 : 10);
    return end != text && *end == '\0' && errno == 0 && text[0] != ' ' && text[0] != '+';
}

bool explain_is_same(int64_t a, int64_t b)
{
    bool are_codes =
        a >= INT32_MIN && a <= UINT32_MAX && b >= INT32_MIN && b <= UINT32_MAX;

    return a == b || (are_codes && (uint32_t)a == (uint32_t)b);
}

void explain_format_number(const struct explain *explain, const char *code, char *text,
                           size_t size)
{
    char digits[ABX_CODE_TEXT];
    int64_t number;

    text[0] = '\0';
    if (!explain_find_number(explain, code, &number))
        return;
    if (number > INT32_MAX && number <= UINT32_MAX)
        number = (int32_t)number; /* some headers write an NTSTATUS without its sign */
    snprintf(text, size, " (%s)", abx_code_text(number, digits));
}

/* Whether the code was asked for, by its name, another one of its number, or the number. */
static bool is_asked(const struct explain *explain, const char *code)
{
    int64_t asked, number;

    if (!explain->code || strcmp(explain->code, code) == 0)
        return true;
    return explain_find_number(explain, code, &number) &&
           (explain_read_number(explain->code, &asked) ||
            explain_find_number(explain, explain->code, &asked)) &&
           explain_is_same(asked, number); /* EWOULDBLOCK is EAGAIN */
}

static void put_code(struct explain *explain, const char *code, bool is_documented)
{
    const char *text = NULL;
    bool is_specific = false;
    char number[32];

    explain_format_number(explain, code, number, sizeof(number));
    if (!is_asked(explain, code))
        return;
    if (abx_function_explain(explain->function, code, &text, NULL, &is_specific, NULL) !=
        ABX_OK)
        text = NULL;
    explain->n_codes++;
    if (!explain->is_json) {
        abx_buffer_printf(&explain->out, "  %s%s: %s%s%s\n", code, number,
                          text ? text : "the table has no text for it",
                          is_specific || !text ? "" : " (general meaning)",
                          is_documented ? "" : " (seen, in no document)");
        return;
    }
    abx_json_begin_object(&explain->json, NULL);
    abx_json_string(&explain->json, "name", code);
    abx_json_string(&explain->json, "text", text);
    abx_json_bool(&explain->json, "specific", is_specific);
    abx_json_bool(&explain->json, "documented", is_documented);
    abx_json_end_object(&explain->json);
}

static bool is_documented(const struct abx_contract *contract, const char *code)
{
    size_t i;

    for (i = 0; i < contract->n_codes; i++)
        if (strcmp(contract->codes[i], code) == 0)
            return true;
    return false;
}

/* The code of an `error` line about the function, in @code; false if it is another line.
 */
static bool read_error_line(const struct explain *explain, const struct abx_entry *entry,
                            struct abx_buffer *code)
{
    const char *name = abx_function_name(explain->function);
    size_t size = strlen(name);
    const char *text = entry->name;
    const char *end = entry->text + entry->text_size;
    const char *space;

    if (entry->kind != ABX_KIND_ERROR || (size_t)(end - text) <= size + 1 ||
        memcmp(text, name, size) != 0 || text[size] != ' ')
        return false;
    text += size + 1;
    space = memchr(text, ' ', (size_t)(end - text));
    abx_buffer_truncate(code, 0);
    abx_buffer_put(code, text, (size_t)((space ? space : end) - text));
    return true;
}

/* Codes with a text of their own that the contract does not list. */
static int put_seen(struct explain *explain)
{
    const struct abx_contract *contract = abx_function_contract(explain->function);
    struct abx_buffer code = {0};
    struct abx_entry entry = {0};
    struct abx_error err = {0};
    int status;

    do {
        status = abx_table_next_entry(explain->table, &entry, &err);
        if (status == ABX_OK && read_error_line(explain, &entry, &code) &&
            !is_documented(contract, abx_buffer_text(&code)))
            put_code(explain, abx_buffer_text(&code), false);
    } while (status == ABX_OK && entry.kind <= ABX_KIND_ERROR);
    abx_buffer_finish(&code);
    if (status == ABX_OK || status == ABX_MISSING)
        return ABX_EXIT_DONE;
    return abx_message_error(abx_table_path(explain->table), status, &err);
}

static int put_codes(struct explain *explain)
{
    const struct abx_contract *contract = abx_function_contract(explain->function);
    size_t i;

    for (i = 0; i < contract->n_codes; i++)
        put_code(explain, contract->codes[i], true);
    return put_seen(explain);
}

static int put_json(struct explain *explain)
{
    int exit;

    abx_json_begin_object(&explain->json, NULL);
    abx_json_string(&explain->json, "function", explain->name);
    abx_contract_put_json(&explain->json, "contract",
                          abx_function_contract(explain->function));
    abx_json_string(&explain->json, "obstacle", abx_function_obstacle(explain->function));
    abx_attributes_put_json(&explain->json, "attributes", explain->function);
    abx_json_begin_array(&explain->json, "codes");
    exit = put_codes(explain);
    abx_json_end_array(&explain->json);
    abx_json_end_object(&explain->json);
    return exit;
}

static int put_text(struct explain *explain)
{
    if (!explain->code) {
        abx_contract_put_sentences(&explain->out, explain->name,
                                   abx_function_contract(explain->function));
        abx_attributes_put_sentences(&explain->out, explain->function);
    }
    return put_codes(explain);
}

/* Says @text on standard error, and with --json in place of the answer. */
static void put_error(struct explain *explain, const char *text)
{
    abx_message("%s", text);
    if (!explain->is_json)
        return;
    abx_buffer_truncate(&explain->out, 0);
    explain->json = (struct abx_json){.out = &explain->out};
    abx_json_error(&explain->json, "function", explain->name, text);
}

/* The table lists no such code; the system may still have a meaning for it. */
static int put_unlisted(struct explain *explain)
{
    const struct abx_contract *contract = abx_function_contract(explain->function);
    struct abx_buffer why = {0};
    const char *text = NULL;
    size_t i;

    for (i = 0; i < contract->n_successes; i++)
        if (strcmp(contract->successes[i], explain->code) == 0) {
            abx_buffer_printf(&why, "%s is no failure of %s", explain->code,
                              explain->name);
            put_error(explain, abx_buffer_text(&why));
            abx_buffer_finish(&why);
            return ABX_EXIT_SHORT;
        }
    abx_buffer_printf(&why, "%s is no documented code of %s", explain->code,
                      explain->name);
    if (abx_function_explain(explain->function, explain->code, &text, NULL, NULL, NULL) ==
        ABX_OK)
        abx_buffer_printf(&why, "; in general it means: %s", text);
    put_error(explain, abx_buffer_text(&why));
    abx_buffer_finish(&why);
    return ABX_EXIT_SHORT;
}

static int put_missing(struct explain *explain, const struct abx_error *err)
{
    struct abx_buffer why = {0};
    struct abx_value value = {0};

    if (abx_table_find_constant(explain->table, explain->name, &value, NULL) == ABX_OK)
        abx_buffer_printf(&why, "%s is no code that a function of %s may answer",
                          explain->name, abx_table_path(explain->table));
    else
        abx_no_function_put(&why, explain->table, explain->name, err);
    put_error(explain, abx_buffer_text(&why));
    abx_buffer_finish(&why);
    return ABX_EXIT_SHORT;
}

/* No function: it may be a code, which functions answer. */
static int explain_other(struct explain *explain, const struct abx_error *err)
{
    int exit = explain->code ? ABX_EXIT_SHORT : explain_code(explain);

    if (exit != ABX_EXIT_SHORT)
        return exit;
    explain->json = (struct abx_json){.out = &explain->out};
    return put_missing(explain, err);
}

static int explain_found(struct explain *explain)
{
    int exit = explain->is_json ? put_json(explain) : put_text(explain);

    if (exit == ABX_EXIT_DONE && explain->code && explain->n_codes == 0)
        return put_unlisted(explain);
    return exit;
}

static int run(struct explain *explain)
{
    struct abx_error err = {0};
    int status = abx_table_find_declaration(explain->table, explain->name,
                                            &explain->function, &err);
    int exit;

    if (status != ABX_OK && status != ABX_MISSING)
        return abx_message_error(abx_table_path(explain->table), status, &err);
    exit = status == ABX_OK ? explain_found(explain) : explain_other(explain, &err);
    if (exit != ABX_EXIT_UNUSABLE)
        return abx_output(&explain->out, exit);
    abx_buffer_finish(&explain->out);
    return exit;
}

int explain_main(int argc, char **argv)
{
    struct abx_session session = {0};
    struct explain explain = {0};
    const struct abx_option options[] = {
        {"json", NULL, "print JSON", &explain.is_json, NULL},
        {0},
    };
    const struct abx_usage usage = {
        .name = "explain",
        .operands = "TABLE FUNCTION|CODE [CODE]",
        .purpose =
            "Says how a function fails: which result means failure, where its code is,\n"
            "and what each code means, or only CODE (a name or a number). Texts that\n"
            "were not written for the function are marked \"general meaning\".\n"
            "Of a code alone it says which functions may answer it, and why.",
        .examples = "  abidex explain libc read\n"
                    "  abidex explain libc epoll_ctl ELOOP\n"
                    "  abidex explain libc EAGAIN\n"
                    "  abidex explain libc getaddrinfo -2\n",
        .options = options,
        .n_min = 2,
        .n_max = 3,
        .has_numbers = true,
    };
    int exit;

    if (!abx_usage_parse(&usage, &argc, argv, &exit))
        return exit;
    exit = abx_session_open(&session, argv[1], false);
    explain.table = session.table;
    explain.name = argv[2];
    explain.code = argv[3];
    explain.json.out = &explain.out;
    if (exit == ABX_EXIT_DONE)
        exit = run(&explain);
    abx_session_close(&session);
    return exit;
}
