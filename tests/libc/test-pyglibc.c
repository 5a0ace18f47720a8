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

/* ---- other platforms ---- */

/* pyglibc's own facts are those of x86-64; the columns of what is different elsewhere. */
enum { WHERE, NAME, MEMBER, VALUE, OFFSET, MEMBER_SIZE, PACKED, NAME_THERE };

/* Whether @where, a platform, data model, C library or width of time_t, is this one. */
static bool is_here(struct api *api, const char *where)
{
    const char *platform = abx_table_property(api->table, "platform", 0);
    const char *model = abx_table_property(api->table, "model", 0);
    const struct abx_type *time = NULL;

    if (abx_table_find_type(api->table, "time_t", &time, &api->err) != ABX_OK)
        fail_msg("time_t: %s", api->err.message);
    if (strcmp(where, "time32") == 0)
        return abx_type_size(time) == 4;
    if (strcmp(where, "time64") == 0)
        return strcmp(model, "ILP32") == 0 && abx_type_size(time) == 8;
    return strcmp(where, platform) == 0 || strcmp(where, model) == 0 ||
           strcmp(where, strrchr(platform, '-') + 1) == 0;
}

/* Opens @rows at the line that tells what @name is here; false: it is as on x86-64, and
 * nothing is open. */
static bool find_elsewhere(struct api *api, struct libc_rows *rows, const char *name,
                           const char *member)
{
    libc_rows_init(rows, "pyglibc-elsewhere.tsv");
    while (libc_rows_next(rows)) {
        if (strcmp(rows->cells[NAME], name) == 0 &&
            strcmp(rows->cells[MEMBER], member) == 0 && is_here(api, rows->cells[WHERE]))
            return true;
    }
    libc_rows_finish(rows);
    return false;
}

/* ---- constants ---- */

/* C converts -1 to the type of a constant that is unsigned. */
static int64_t as_type_of(const struct abx_value *value, int64_t number)
{
    return value->kind == ABX_VALUE_UINT && abx_type_size(value->type) == 4
               ? (int64_t)(uint32_t)number
               : number;
}

static void check_constant(struct api *api, const char *name, const char *number)
{
    struct abx_value value = libc_constant(api, name);
    struct libc_rows rows;
    bool is_different = find_elsewhere(api, &rows, name, "");
    int64_t expected =
        as_type_of(&value, strtoll(is_different ? rows.cells[VALUE] : number, NULL, 10));

    if (value.i != expected)
        fail_msg("%s is %jd instead of %jd", name, (intmax_t)value.i, (intmax_t)expected);
    if (is_different)
        libc_rows_finish(&rows);
}

static void every_constant_has_its_value(void **state)
{
    struct libc_rows rows;
    int n = 0;

    libc_rows_init(&rows, "pyglibc-constants.tsv");
    for (; libc_rows_next(&rows); n++)
        check_constant(*state, rows.cells[0], rows.cells[1]);
    libc_rows_finish(&rows);
    assert_int_equal(n, 133);
}

/* ---- functions ---- */

/* pyglibc's column lacks a comma there, so that it never sees a failure; and it knows glibc alone. */
static const struct {
    const char *function, *when, *where, *recorded;
} corrected[] = {
    {"pthread_sigmask", "nonzero", "result", "BUG"},
#ifndef __GLIBC__
    {"sigemptyset", "never", "none", "-1"},
    {"sigfillset", "never", "none", "-1"},
    {"sigismember", "never", "none", "-1"},
#endif
};

static void check_contract(const struct abx_contract *contract, const char *name,
                           const char *recorded)
{
    const char *when = recorded;
    const char *where = "errno";

    for (size_t i = 0; i < N_ITEMS(corrected); i++) {
        if (strcmp(corrected[i].function, name) == 0) {
            assert_non_null(strstr(recorded, corrected[i].recorded));
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

/* What pyglibc maps though glibc does not answer it. */
static const struct {
    const char *function, *code, *instead;
} never_answered[] = {
    {"clock_settime", "EFAULT", "tp is read by glibc itself: a bad one ends the process"},
#ifndef __GLIBC__
    {"sigemptyset", "EINVAL", "set is written to without a look"},
    {"sigfillset", "EINVAL", "set is written to without a look"},
    {"sigismember", "EINVAL", "what is no signal is no member"},
#endif
};

static bool is_never_answered(const char *function, const char *code)
{
    for (size_t i = 0; i < N_ITEMS(never_answered); i++) {
        if (strcmp(never_answered[i].function, function) == 0 &&
            strcmp(never_answered[i].code, code) == 0)
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

        if (is_listed(abx_function_contract(function), code) ==
            is_never_answered(name, code))
            fail_msg("%s: %s is not in the contract, or not answered at all", name, code);
        if (is_never_answered(name, code))
            continue;
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

/* The kind of a type is the same everywhere. */
static void check_kind(struct api *api, char **cells)
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
}

static void check_type(struct api *api, const char *name, const char *size,
                       const char *packed)
{
    const struct abx_type *type = find_type(api, name);

    if (abx_type_size(type) != strtoull(size, NULL, 10))
        fail_msg("%s has %zu bytes instead of %s", name, abx_type_size(type), size);
    if (strcmp(packed, "True") == 0)
        assert_int_equal(abx_type_align(type), 1);
}

/* A row of pyglibc's, or what it is here. */
static void check_row(struct api *api, char **cells)
{
    bool is_alias = strcmp(cells[1], "alias") == 0;
    struct libc_rows rows;
    bool is_different = find_elsewhere(api, &rows, cells[0], is_alias ? "" : cells[4]);
    char *own[] = {[VALUE] = cells[3],
                   [OFFSET] = cells[5],
                   [MEMBER_SIZE] = cells[6],
                   [PACKED] = cells[2],
                   [NAME_THERE] = cells[4]};
    char **here = is_different ? rows.cells : own;

    check_kind(api, cells);
    check_type(api, cells[0], here[VALUE], here[PACKED]);
    if (!is_alias)
        check_member(api, cells[0], here[NAME_THERE], strtoull(here[OFFSET], NULL, 10),
                     strtoull(here[MEMBER_SIZE], NULL, 10));
    if (is_different)
        libc_rows_finish(&rows);
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
        bool is_alias = strcmp(rows.cells[1], "alias") == 0;

        n_changed += has_changed(rows.cells);
        n_aliases += is_alias;
        n_members += !is_alias && !has_changed(rows.cells);
        if (!has_changed(rows.cells))
            check_row(*state, rows.cells);
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
