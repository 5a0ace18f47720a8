/*
 * What pyglibc, a binding of the C library written by hand, knows about it: each
 * constant, function, type and member that it has is in the table, with the same facts,
 * and each code for which it has a message has a text of the function's own. Where the
 * headers have moved on since, or pyglibc is wrong, the test says so and states what is
 * right.
 */
#include "libc.h"

#include <stdlib.h>
#include <string.h>

/* ---- constants ---- */

static void every_constant_has_its_value(void **state)
{
    struct libc_rows rows;
    int n = 0;

    libc_rows_init(&rows, "pyglibc-constants.tsv");
    for (; libc_rows_next(&rows); n++) {
        int64_t expected = strtoll(rows.cells[1], NULL, 10);
        int64_t value = libc_number(*state, rows.cells[0]);

        if (value != expected)
            fail_msg("%s is %jd instead of %jd", rows.cells[0], (intmax_t)value,
                     (intmax_t)expected);
    }
    libc_rows_finish(&rows);
    assert_int_equal(n, 133);
}

/* ---- functions ---- */

/* pyglibc's column lacks a comma there, so that it never sees a failure. */
static const struct {
    const char *function, *when, *where;
} corrected[] = {{"pthread_sigmask", "nonzero", "result"}};

static void check_contract(const struct abx_contract *contract, const char *name,
                           const char *recorded)
{
    const char *when = recorded;
    const char *where = "errno";

    for (size_t i = 0; i < N_ITEMS(corrected); i++) {
        if (strcmp(corrected[i].function, name) == 0) {
            assert_non_null(strstr(recorded, "BUG"));
            when = corrected[i].when;
            where = corrected[i].where;
        }
    }
    if (contract->when == NULL)
        fail_msg("%s has no contract", name);
    assert_string_equal(contract->when, when);
    assert_string_equal(contract->where, where);
    assert_string_equal(contract->space, "errno");
}

static bool is_listed(const struct abx_contract *contract, const char *code)
{
    for (size_t i = 0; i < contract->n_codes; i++) {
        if (strcmp(contract->codes[i], code) == 0)
            return true;
    }
    return false;
}

/* Every code that pyglibc maps is documented here too, and has a text of its own. */
static int check_codes(struct api *api, const struct abx_function *function, char *codes)
{
    const char *name = abx_function_name(function);
    char *rest = NULL;
    int n = 0;

    for (char *code = strtok_r(codes, " ", &rest); code != NULL;
         code = strtok_r(NULL, " ", &rest), n++) {
        const char *text = NULL;
        bool is_specific = false;

        if (!is_listed(abx_function_contract(function), code))
            fail_msg("%s: %s is not in the contract", name, code);
        if (abx_function_explain(function, code, &text, NULL, &is_specific, &api->err) !=
                ABX_OK ||
            !is_specific)
            fail_msg("%s: %s has no text of its own", name, code);
        assert_true(strlen(text) > 10);
    }
    return n;
}

static void every_function_fails_as_recorded(void **state)
{
    struct libc_rows rows;
    int n = 0;
    int n_codes = 0;

    libc_rows_init(&rows, "pyglibc-functions.tsv");
    for (; libc_rows_next(&rows); n++) {
        struct abx_function *function = api_find(*state, rows.cells[0]);

        assert_null(abx_function_obstacle(function));
        check_contract(abx_function_contract(function), rows.cells[0], rows.cells[2]);
        if (strcmp(rows.cells[3], "(empty map)") != 0)
            n_codes += check_codes(*state, function, rows.cells[3]);
    }
    libc_rows_finish(&rows);
    print_message("%d functions, %d codes\n", n, n_codes);
    assert_int_equal(n, 31);
    assert_int_equal(n_codes, 85);
}

/* ---- types ---- */

static const struct abx_type *find_type(struct api *api, const char *name)
{
    const struct abx_type *type = NULL;

    if (abx_table_find_type(api->table, name, &type, &api->err) != ABX_OK)
        fail_msg("%s: %s", name, api->err.message);
    return type;
}

static void check_member(struct api *api, const char *record, const char *path,
                         size_t offset, size_t size)
{
    struct abx_member member = {0};

    if (abx_type_find_member(api->table, find_type(api, record), path, &member,
                             &api->err) != ABX_OK)
        fail_msg("%s.%s: %s", record, path, api->err.message);
    if (member.offset != offset || abx_type_size(member.type) != size)
        fail_msg("%s.%s is at %zu with %zu bytes, instead of at %zu with %zu", record,
                 path, member.offset, abx_type_size(member.type), offset, size);
    assert_false(member.is_bit_field);
}

static const struct {
    const char *word;
    enum abx_type_kind kind;
} kinds[] = {
    {"struct", ABX_TYPE_STRUCT}, {"union", ABX_TYPE_UNION}, {"alias", ABX_TYPE_INT}};

static void check_type(struct api *api, char **cells)
{
    const struct abx_type *type = find_type(api, cells[0]);
    bool is_known = false;

    for (size_t i = 0; i < N_ITEMS(kinds); i++) {
        if (strcmp(kinds[i].word, cells[1]) == 0) {
            assert_int_equal(abx_type_kind(abx_type_strip(type)), kinds[i].kind);
            is_known = true;
        }
    }
    assert_true(is_known);
    assert_int_equal(abx_type_size(type), strtoull(cells[3], NULL, 10));
    if (strcmp(cells[2], "True") == 0) /* packed */
        assert_int_equal(abx_type_align(type), 1);
}

/* The kernel gave away the first 20 of the 48 bytes that pyglibc knows as padding. */
static bool has_changed(char **cells)
{
    return strcmp(cells[0], "struct signalfd_siginfo") == 0 &&
           strcmp(cells[4], "__pad") == 0;
}

static void every_type_is_laid_out_as_recorded(void **state)
{
    struct libc_rows rows;
    int n_members = 0;
    int n_aliases = 0;
    int n_changed = 0;

    libc_rows_init(&rows, "pyglibc-types.tsv");
    while (libc_rows_next(&rows)) {
        check_type(*state, rows.cells);
        if (strcmp(rows.cells[1], "alias") == 0)
            n_aliases++;
        else if (has_changed(rows.cells))
            n_changed++;
        else {
            check_member(*state, rows.cells[0], rows.cells[4],
                         strtoull(rows.cells[5], NULL, 10),
                         strtoull(rows.cells[6], NULL, 10));
            n_members++;
        }
    }
    libc_rows_finish(&rows);
    assert_int_equal(n_members, 29);
    assert_int_equal(n_aliases, 4);
    assert_int_equal(n_changed, 1);
}

static const struct {
    const char *name;
    size_t offset, size;
} changed[] = {{"ssi_addr_lsb", 80, 2},  {"__pad2", 82, 2},   {"ssi_syscall", 84, 4},
               {"ssi_call_addr", 88, 8}, {"ssi_arch", 96, 4}, {"__pad", 100, 28}};

static void signalfd_siginfo_has_grown_into_its_padding(void **state)
{
    const struct abx_type *type = find_type(*state, "struct signalfd_siginfo");

    for (size_t i = 0; i < N_ITEMS(changed); i++)
        check_member(*state, "struct signalfd_siginfo", changed[i].name,
                     changed[i].offset, changed[i].size);
    assert_int_equal(abx_type_size(type), 128);
    assert_int_equal(abx_type_n_members(type), 16 + N_ITEMS(changed));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_constant_has_its_value),
        cmocka_unit_test(every_function_fails_as_recorded),
        cmocka_unit_test(every_type_is_laid_out_as_recorded),
        cmocka_unit_test(signalfd_siginfo_has_grown_into_its_padding),
    };

    return cmocka_run_group_tests_name("pyglibc", tests, libc_setup, libc_teardown);
}
