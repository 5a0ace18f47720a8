/*
 * Opening tables, their headers, finding and walking lines.
 */
#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "runtime/table.h"

/* ---- opening ---- */

static void a_table_has_its_properties(void **state)
{
    static const char *const lines[] = {"const A i32 1"};
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    assert_string_equal(abx_table_property(f.table, "abidex", 0), "1");
    assert_string_equal(abx_table_property(f.table, "platform", 0), abx_platform());
    assert_string_equal(abx_table_property(f.table, "library", 0), FIXTURE_LIBRARY);
    assert_null(abx_table_property(f.table, "library", 1));
    assert_null(abx_table_property(f.table, "nothing", 0));
    assert_string_equal(abx_table_path(f.table), f.path);
    assert_true(f.table->is_native);
    fixture_close(&f);
}

/* None of the platforms that tests run on. */
static const char foreign[] = "platform aarch64_be-linux-gnu\n"
                              "model LP64\n"
                              "order big\n"
                              "char unsigned\n"
                              "long-double f128 16 16\n"
                              "wchar u32\n";

static void a_foreign_table_is_read_and_not_opened(void **state)
{
    struct abx_table *table;
    struct fixture f;

    (void)state;
    fixture_read(&f, foreign, NULL, 0);
    assert_false(f.table->is_native);
    assert_true(f.table->model.is_big_endian);
    assert_false(f.table->model.is_char_signed);
    assert_int_equal(abx_table_open(f.context, f.path, &table, &f.err), ABX_UNSUITABLE);
    assert_null(table);
    fixture_expect_message(&f, "is a table for aarch64_be-linux-gnu, this is ");
    fixture_close(&f);
}

/* One property changed: each has to be noticed. */
static void another_data_model_is_refused(void **state)
{
    static const struct {
        const char *key;
        const char *values[2];
    } cases[] = {{"model", {"LP64", "ILP32"}},
                 {"order", {"little", "big"}},
                 {"char", {"signed", "unsigned"}},
                 {"long-double", {"f80 16 16", "f64 8 8"}},
                 {"wchar", {"i32", "u16"}}};

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct abx_buffer header = {0};
        struct abx_table *table;
        struct fixture f;
        char value[64];
        const char *key;

        for (size_t j = 0; (key = abx_platform_property(j, value, sizeof(value))); j++) {
            bool is_first = strcmp(value, cases[i].values[0]) == 0;

            abx_buffer_printf(&header, "%s %s\n", key,
                              strcmp(key, cases[i].key) != 0 ? value
                                                             : cases[i].values[is_first]);
        }
        fixture_write_table(&f, header.data, "");
        assert_int_equal(abx_table_open(f.context, f.path, &table, &f.err),
                         ABX_UNSUITABLE);
        fixture_expect_message(&f, cases[i].key);
        abx_buffer_finish(&header);
        fixture_close(&f);
    }
}

#define REST "order little\nchar signed\nlong-double f80 16 16\nwchar i32\n"
#define HEAD "abidex 1\nplatform x\nmodel LP64\n" REST

static const struct {
    const char *text;
    int status;
    const char *message;
} damaged_frames[] = {
    {"", ABX_UNSUITABLE, "not a table"},
    {"\n", ABX_UNSUITABLE, "not a table"},
    {"~end\n", ABX_UNSUITABLE, "not a table"},
    {"abidex", ABX_UNSUITABLE, "not a table"},
    {"abidex 1", ABX_UNSUITABLE, "not a table"},
    {"abidex \n\n~end\n", ABX_UNSUITABLE, "not a table"},
    {"abidex one\n\n~end\n", ABX_UNSUITABLE, "not a table"},
    {"abidex 0\n\n~end\n", ABX_UNSUITABLE, "not a table"},
    {"abidex 1 \n\n~end\n", ABX_UNSUITABLE, "not a table"},
    {"abidex 1\r\n\r\n~end\r\n", ABX_UNSUITABLE, "end in CR LF"},
    {"\xef\xbb\xbf"
     "abidex 1\n\n~end\n",
     ABX_UNSUITABLE, "a byte order mark"},
    {"Abidex 1\n\n~end\n", ABX_UNSUITABLE, "not a table"},
    {"abidex 2\n\n~end\n", ABX_UNSUITABLE, "in version 2 of the format"},
    {"abidex 99999999999999999999\n\n~end\n", ABX_UNSUITABLE, "of the format"},
    {"abidex 1\n", ABX_UNSUITABLE, "truncated"},
    {HEAD "\nconst A i32 1\n", ABX_UNSUITABLE, "truncated"},
    {HEAD "\nconst A i32 1\n~end", ABX_UNSUITABLE, "truncated"},
    {HEAD "\nconst A i32 1~end\n", ABX_UNSUITABLE, "truncated"},
    {HEAD "\n~end\n\n", ABX_UNSUITABLE, "truncated"},
    {HEAD "~end\n", ABX_UNSUITABLE, "no empty line"},
    {"abidex 1\nplatform\n\n~end\n", ABX_BROKEN, "not `key value`"},
    {"abidex 1\nplatform \n\n~end\n", ABX_BROKEN, "not `key value`"},
    {"abidex 1\n x\n\n~end\n", ABX_BROKEN, "not `key value`"},
    {"abidex 1\n\n~end\n", ABX_BROKEN, "has no `model`"},
    {"abidex 1\nmodel LP64\n" REST "\n~end\n", ABX_BROKEN, "has no `platform`"},
    {HEAD "platform y\n\n~end\n", ABX_BROKEN, "two lines `platform`"},
    {"abidex 1\nplatform x\nmodel LP65\n" REST "\n~end\n", ABX_BROKEN,
     "`model` can't be"},
    {"abidex 1\nplatform x\nmodel LP64\norder middle\nchar signed\n"
     "long-double f80 16 16\nwchar i32\n\n~end\n",
     ABX_BROKEN, "`order` can't be"},
    {"abidex 1\nplatform x\nmodel LP64\norder little\nchar both\n"
     "long-double f80 16 16\nwchar i32\n\n~end\n",
     ABX_BROKEN, "`char` can't be"},
    {"abidex 1\nplatform x\nmodel LP64\norder little\nchar signed\n"
     "long-double f80 16 12\nwchar i32\n\n~end\n",
     ABX_BROKEN, "`long-double` can't be"},
    {"abidex 1\nplatform x\nmodel LP64\norder little\nchar signed\n"
     "long-double f80 999999999999 16\nwchar i32\n\n~end\n",
     ABX_BROKEN, "`long-double` can't be"},
    {"abidex 1\nplatform x\nmodel LP64\norder little\nchar signed\n"
     "long-double i32 4 4\nwchar i32\n\n~end\n",
     ABX_BROKEN, "`long-double` can't be"},
    {"abidex 1\nplatform x\nmodel LP64\norder little\nchar signed\n"
     "long-double f80 16 16\nwchar f32\n\n~end\n",
     ABX_BROKEN, "`wchar` can't be"},
};

static void damaged_frames_are_refused(void **state)
{

    (void)state;
    for (size_t i = 0; i < TEST_N(damaged_frames); i++) {
        struct abx_table *table;
        struct fixture f;

        fixture_write(&f, damaged_frames[i].text, strlen(damaged_frames[i].text));
        assert_int_equal(abx_table_read(f.context, f.path, &table, &f.err),
                         damaged_frames[i].status);
        assert_null(table);
        assert_int_equal(f.err.status, damaged_frames[i].status);
        assert_int_equal(f.err.line > 0, damaged_frames[i].status == ABX_BROKEN);
        fixture_expect_message(&f, damaged_frames[i].message);
        fixture_close(&f);
    }
}

static void a_header_has_a_limit(void **state)
{
    size_t size = 70000;
    char *text = malloc(size + 8);
    struct abx_table *table;
    struct fixture f;

    (void)state;
    assert_non_null(text);
    memset(text, 'x', size);
    memcpy(text, HEAD "flags ", strlen(HEAD "flags "));
    memcpy(text + size, "\n\n~end\n", 8);
    fixture_write(&f, text, size + 7);
    assert_int_equal(abx_table_read(f.context, f.path, &table, &f.err), ABX_UNSUITABLE);
    fixture_expect_message(&f, "no empty line");
    fixture_close(&f);
    free(text);
}

static void unknown_keys_are_passed_over(void **state)
{
    struct fixture f;

    (void)state;
    fixture_write(&f, HEAD "novelty 7\n\n~end\n", strlen(HEAD "novelty 7\n\n~end\n"));
    assert_int_equal(abx_table_read(f.context, f.path, &f.table, &f.err), ABX_OK);
    assert_string_equal(abx_table_property(f.table, "novelty", 0), "7");
    fixture_close(&f);
}

/* ---- finding the file ---- */

static void files_that_cannot_be_read_are_reported(void **state)
{
    struct abx_table *table;
    struct fixture f;

    (void)state;
    fixture_write(&f, "", 0);
    assert_int_equal(abx_table_open(f.context, "/nonexistent/x.abx", &table, &f.err),
                     ABX_SYSTEM);
    assert_int_equal(f.err.code, 2);
    fixture_expect_message(&f, "/nonexistent/x.abx: ");
    assert_int_equal(abx_table_open(f.context, "/tmp/", &table, &f.err), ABX_SYSTEM);
    assert_int_equal(abx_table_open(f.context, "no-such-table", &table, NULL),
                     ABX_SYSTEM);
    assert_int_equal(abx_table_open(f.context, "no-such-table", &table, &f.err),
                     ABX_SYSTEM);
    assert_int_equal(f.err.code, 2);
    fixture_expect_message(&f, "no table no-such-table.abx in ");
#ifndef _WIN32
    assert_int_equal(unsetenv("ABIDEX_PATH"), 0);
    assert_int_equal(abx_table_open(f.context, "no-such-table", &table, &f.err),
                     ABX_SYSTEM);
    fixture_expect_message(&f, "no table no-such-table.abx in ABIDEX_PATH (not set) or ");
#endif
    fixture_close(&f);
}

#ifndef _WIN32 /* tests/api/test-windows.c has its own */
static void names_are_looked_for_in_the_path(void **state)
{
    char directory[] = "/tmp/abidex-test-XXXXXX";
    char text[256];
    char folder[128];
    char plain[128];
    char special[256];
    struct fixture f;
    struct abx_table *table;

    (void)state;
    fixture_open(&f, NULL, 0);
    assert_non_null(mkdtemp(directory));
    snprintf(text, sizeof(text), "/nonexistent::%s", directory);
    setenv("ABIDEX_PATH", text, 1);
    snprintf(plain, sizeof(plain), "%s/thing.abx", directory);
    assert_int_equal(link(f.path, plain), 0);
    assert_int_equal(abx_table_open(f.context, "thing", &table, &f.err), ABX_OK);
    assert_string_equal(abx_table_path(table), plain);
    abx_table_close(table);

    snprintf(folder, sizeof(folder), "%s/%s", directory, abx_platform());
    assert_int_equal(mkdir(folder, 0700), 0);
    snprintf(special, sizeof(special), "%s/thing.abx", folder);
    assert_int_equal(rename(plain, special), 0);
    assert_int_equal(abx_table_open(f.context, "thing", &table, &f.err), ABX_OK);
    assert_string_equal(abx_table_path(table), special);
    abx_table_close(table);

    unsetenv("ABIDEX_PATH");
    unlink(special);
    rmdir(folder);
    rmdir(directory);
    fixture_close(&f);
}

/* Behind those of the user, and each behind the one before. */
static void names_are_looked_for_in_folders_of_the_host(void **state)
{
    char folders[2][64] = {"/tmp/abidex-test-XXXXXX", "/tmp/abidex-test-XXXXXX"};
    char files[2][128];
    struct fixture f;
    struct abx_table *table;

    (void)state;
    fixture_open(&f, NULL, 0);
    unsetenv("ABIDEX_PATH");
    for (size_t i = 0; i < 2; i++) {
        assert_non_null(mkdtemp(folders[i]));
        snprintf(files[i], sizeof(files[i]), "%.60s/thing.abx", folders[i]);
        assert_int_equal(link(f.path, files[i]), 0);
        assert_int_equal(abx_context_add_folder(f.context, folders[i]), ABX_OK);
    }
    assert_int_equal(abx_context_add_folder(f.context, ""), ABX_REFUSED);
    assert_int_equal(abx_table_open(f.context, "thing", &table, &f.err), ABX_OK);
    assert_string_equal(abx_table_path(table), files[0]);
    abx_table_close(table);

    setenv("ABIDEX_PATH", folders[1], 1);
    assert_int_equal(abx_table_open(f.context, "thing", &table, &f.err), ABX_OK);
    assert_string_equal(abx_table_path(table), files[1]);
    abx_table_close(table);
    unsetenv("ABIDEX_PATH");

    unlink(files[0]);
    assert_int_equal(abx_table_open(f.context, "thing", &table, &f.err), ABX_OK);
    assert_string_equal(abx_table_path(table), files[1]);
    abx_table_close(table);
    unlink(files[1]);
    assert_int_equal(abx_table_open(f.context, "thing", &table, &f.err), ABX_SYSTEM);
    fixture_expect_message(&f, folders[0]);
    fixture_expect_message(&f, folders[1]);
    for (size_t i = 0; i < 2; i++)
        rmdir(folders[i]);
    fixture_close(&f);
}
#endif

/* ---- finding lines ---- */

static void every_line_is_found_in_tables_of_every_size(void **state)
{
    enum { MOST = 40 };
    char lines[MOST][32];
    const char *pointers[MOST];

    (void)state;
    for (size_t i = 0; i < MOST; i++) {
        snprintf(lines[i], sizeof(lines[i]), "const C%zu i32 %zu", i, i);
        pointers[i] = lines[i];
    }
    for (size_t n = 0; n <= MOST; n++) {
        struct abx_entry entry;
        struct fixture f;

        fixture_open(&f, pointers, n);
        for (size_t i = 0; i < n; i++) {
            char name[8];

            snprintf(name, sizeof(name), "C%zu", i);
            assert_int_equal(
                abx_table_find_entry(f.table, ABX_KIND_CONST, name, &entry, &f.err),
                ABX_OK);
            assert_int_equal(entry.text_size, strlen(lines[i]));
            assert_memory_equal(entry.text, lines[i], entry.text_size);
        }
        assert_int_equal(
            abx_table_find_entry(f.table, ABX_KIND_CONST, "C", &entry, &f.err),
            ABX_MISSING);
        assert_int_equal(abx_table_find_entry(f.table, ABX_KIND_FN, "C1", &entry, &f.err),
                         ABX_MISSING);
        fixture_expect_message(&f, "has no line `fn C1`");
        fixture_close(&f);
    }
}

static const char *const all_kinds[] = {
    "alias loff_t off_t",
    "const A i32 1",
    "const AB i32 2",
    "enum e i32 {A AB}",
    "error read EBADF fd is no descriptor",
    "error read EIO the device failed",
    "fn read i64(i32 fd, *void buf, u64 n)",
    "member st_atime st_atim struct stat",
    "omit SIGRTMIN calls a function",
    "struct stat 8 8 {0 i64 st_atim}",
    "typedef off_t i64",
    "union u 4 4 {0 i32 i}",
    "unit 2 fn read",
    "var environ **char",
};

static void keys_are_whole_names(void **state)
{
    static const struct {
        enum abx_kind kind;
        const char *name;
        int status;
    } cases[] = {
        {ABX_KIND_ALIAS, "loff_t", ABX_OK},
        {ABX_KIND_CONST, "A", ABX_OK},
        {ABX_KIND_CONST, "AB", ABX_OK},
        {ABX_KIND_CONST, "", ABX_MISSING},
        {ABX_KIND_CONST, "A i32", ABX_MISSING},
        {ABX_KIND_ENUM, "e", ABX_OK},
        {ABX_KIND_ERROR, "read EBADF", ABX_OK},
        {ABX_KIND_ERROR, "read EIO", ABX_OK},
        {ABX_KIND_ERROR, "read", ABX_MISSING},
        {ABX_KIND_ERROR, "read E", ABX_MISSING},
        {ABX_KIND_FN, "read", ABX_OK},
        {ABX_KIND_FN, "rea", ABX_MISSING},
        {ABX_KIND_MEMBER, "st_atime", ABX_OK},
        {ABX_KIND_OMIT, "SIGRTMIN", ABX_OK},
        {ABX_KIND_STRUCT, "stat", ABX_OK},
        {ABX_KIND_TYPEDEF, "off_t", ABX_OK},
        {ABX_KIND_UNION, "u", ABX_OK},
        {ABX_KIND_UNIT, "2 fn read", ABX_OK},
        {ABX_KIND_UNIT, "2 fn rea", ABX_MISSING},
        {ABX_KIND_UNIT, "2 fn readx", ABX_MISSING},
        {ABX_KIND_VAR, "environ", ABX_OK},
        {ABX_KIND_NONE, "A", ABX_MISSING},
        {ABX_N_KINDS, "A", ABX_MISSING},
    };
    struct fixture f;

    (void)state;
    fixture_open(&f, all_kinds, TEST_N(all_kinds));
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct abx_entry entry = {0};

        assert_int_equal(
            abx_table_find_entry(f.table, cases[i].kind, cases[i].name, &entry, &f.err),
            cases[i].status);
        if (cases[i].status != ABX_OK)
            continue;
        assert_int_equal(entry.kind, cases[i].kind);
        assert_int_equal(entry.name_size, strlen(cases[i].name));
        assert_memory_equal(entry.name, cases[i].name, entry.name_size);
        assert_int_equal(entry.line, 0);
    }
    fixture_close(&f);
}

static void walking_gives_every_line_in_order(void **state)
{
    struct abx_entry entry = {0};
    struct fixture f;

    (void)state;
    fixture_open(&f, all_kinds, TEST_N(all_kinds));
    for (size_t i = 0; i < TEST_N(all_kinds); i++) {
        assert_int_equal(abx_table_next_entry(f.table, &entry, &f.err), ABX_OK);
        assert_int_equal(entry.text_size, strlen(all_kinds[i]));
        assert_memory_equal(entry.text, all_kinds[i], entry.text_size);
        assert_int_equal(entry.line, abx_table_line(f.table, entry.text));
        assert_int_equal(entry.line, 11 + i);
    }
    assert_int_equal(abx_table_next_entry(f.table, &entry, &f.err), ABX_MISSING);
    assert_int_equal(abx_table_next_entry(f.table, &entry, NULL), ABX_MISSING);
    fixture_close(&f);
}

/* ---- growth ---- */

static void searches_pass_over_unknown_kinds(void **state)
{
    static const char *const lines[] = {
        "aaa first of all", "callback f later",
        "callback g later", "callback h later",
        "const A i32 1",    "fn abs i32(i32 x)",
        "macro X y",        "struct s 4 4 {0 i32 a}",
        "template t later", "template u later",
        "var v i32",        "zzz last of all",
    };
    struct abx_function *function;
    struct abx_value value;
    struct abx_entry entry;
    struct fixture f;
    size_t n_unknown = 0;
    int status;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    fixture_type(&f, "struct s");
    assert_int_equal(abx_table_find_constant(f.table, "A", &value, &f.err), ABX_OK);
    assert_int_equal(abx_table_find_constant(f.table, "B", &value, &f.err), ABX_MISSING);
    assert_int_equal(abx_table_find_declaration(f.table, "abs", &function, &f.err),
                     ABX_OK);
    assert_int_equal(abx_table_find_entry(f.table, ABX_KIND_VAR, "v", &entry, &f.err),
                     ABX_OK);
    entry = (struct abx_entry){0};
    while ((status = abx_table_next_entry(f.table, &entry, &f.err)) != ABX_MISSING)
        n_unknown += status == ABX_BROKEN;
    assert_int_equal(n_unknown, 8);
    fixture_close(&f);
}

static void unknown_kinds_stand_in_order(void **state)
{
    static const char *const bodies[] = {
        "template t later\nfn abs i32()\nfn labs i32()\n",
        "fn abs i32()\nzzz last\ntemplate t\n",
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(bodies); i++) {
        struct abx_entry entry;
        struct fixture f;

        fixture_write_body(&f, bodies[i]);
        assert_int_equal(abx_table_read(f.context, f.path, &f.table, &f.err), ABX_OK);
        assert_int_equal(abx_table_find_entry(f.table, ABX_KIND_VAR, "v", &entry, &f.err),
                         ABX_BROKEN);
        fixture_expect_message(&f, "not sorted");
        fixture_close(&f);
    }
}

/* ---- memory ---- */

/* What a program that asks for what is not there makes the table keep. */
static void ask_in_vain(struct fixture *f)
{
    const struct abx_type *type;
    const struct abx_type *target;
    struct abx_memory *memory;
    struct abx_function *function;
    struct abx_entry entry = {0};

    assert_int_equal(abx_table_find_type(f->table, "[4]nosuch", &type, &f->err),
                     ABX_MISSING);
    assert_int_equal(abx_table_find_type(f->table, "[4]*const char(", &type, &f->err),
                     ABX_REFUSED);
    assert_int_equal(abx_table_find_variable(f->table, "nosuch", &memory, &f->err),
                     ABX_MISSING);
    assert_int_equal(abx_table_find_variable(f->table, "broken", &memory, &f->err),
                     ABX_BROKEN);
    assert_int_equal(abx_table_find_function(f->table, "nosuch", &function, &f->err),
                     ABX_MISSING);
    assert_int_equal(abx_table_find_function(f->table, "unsound", &function, &f->err),
                     ABX_BROKEN);
    assert_int_equal(abx_table_find_type(f->table, "*nosuch", &type, &f->err), ABX_OK);
    assert_int_equal(abx_type_find_target(f->table, type, &target, &f->err), ABX_MISSING);
    while (abx_table_next_entry(f->table, &entry, &f->err) == ABX_OK)
        abx_table_check_entry(f->table, &entry, &f->err);
}

static void misses_leave_nothing_behind(void **state)
{
    static const char *const lines[] = {
        "fn unsound i32(*struct s p, struct s q) fails=nonzero:nowhere",
        "struct s 8 8 {0 i64 a}",
        "var broken struct s oddly",
    };
    struct abx_arena_mark mark;
    struct abx_arena_mark now;
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    ask_in_vain(&f); /* finds struct s once and for all */
    mark = abx_arena_mark(&f.table->arena);
    for (int i = 0; i < 1000; i++)
        ask_in_vain(&f);
    now = abx_arena_mark(&f.table->arena);
    assert_ptr_equal(now.block, mark.block);
    assert_ptr_equal(now.next, mark.next);
    fixture_type(&f, "struct s");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_has_its_properties),
        cmocka_unit_test(a_foreign_table_is_read_and_not_opened),
        cmocka_unit_test(another_data_model_is_refused),
        cmocka_unit_test(damaged_frames_are_refused),
        cmocka_unit_test(a_header_has_a_limit),
        cmocka_unit_test(unknown_keys_are_passed_over),
        cmocka_unit_test(files_that_cannot_be_read_are_reported),
#ifndef _WIN32
        cmocka_unit_test(names_are_looked_for_in_the_path),
        cmocka_unit_test(names_are_looked_for_in_folders_of_the_host),
#endif
        cmocka_unit_test(every_line_is_found_in_tables_of_every_size),
        cmocka_unit_test(keys_are_whole_names),
        cmocka_unit_test(walking_gives_every_line_in_order),
        cmocka_unit_test(searches_pass_over_unknown_kinds),
        cmocka_unit_test(unknown_kinds_stand_in_order),
        cmocka_unit_test(misses_leave_nothing_behind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
