/*
 * Checking whole lines.
 */
#include "fixture.h"

#include <string.h>

static const char *const good[] = {
    "alias also read",
    "alias loff_t off_t",
    "alias EWOULDBLOCK EAGAIN",
    "const EAGAIN i32 11",
    "const F16 f16 0x1p+0",
    "const MAP_FAILED *void 0xffffffff",
    "const RED u32 0",
    "enum color u32 {RED GREEN}",
    "error read EAGAIN nothing to read, at \xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80",
    "fn mmap *void(*void, u64) fails=MAP_FAILED:errno EAGAIN",
    "fn read i64(i32 fd, *void buf, size_t n) nonnull=2 fails=-1:errno,blocks EAGAIN",
    ("fn grow *void(*void p, u64 n) returns_nonnull malloc dealloc=free:1 alloc_size=2 "
     "deprecated=\"no fails=-1 here\" fails=never"),
    "fn call ms_abi i32(*(stdcall void(i32)) f, any_t a)",
    "typedef any_t union any transparent_union",
    "union any 8 8 {0 u64 p; 0 i64 i}",
    "var old i32 in=libc.so.6 deprecated=\"use environ\"",
    "member si_pid u.pid t; struct s",
    "omit GREEN no value",
    "omit hidden gcc_struct",
    ("struct s 24 8 {0 *struct s next; 8 union 8 4 {0 i32 pid; 0 t t} u; 16 *struct "
     "hidden h}"),
    "struct only incomplete",
    "typedef f *(void(i32 sig, *struct only))",
    "typedef off_t i64",
    "typedef size_t u64",
    "typedef t struct 8 4 {0 i32 a; 4 union 4 4 {0 i32 pid} u}",
    "unit 2 fn read",
    "var environ **char",
    "var v const [2]t in=libc.so.6",
};

static void good_lines_pass(void **state)
{
    struct abx_entry entry = {0};
    struct fixture f;
    size_t n = 0;

    (void)state;
    fixture_open(&f, good, TEST_N(good));
    while (abx_table_next_entry(f.table, &entry, &f.err) == ABX_OK) {
        if (abx_table_check_entry(f.table, &entry, &f.err) != ABX_OK)
            fail_msg("%.*s: %s", (int)entry.text_size, entry.text, f.err.message);
        n++;
    }
    assert_int_equal(n, TEST_N(good));
    fixture_close(&f);
}

static const struct {
    const char *line;
    const char *message;
} bad[] = {
    {"alias bad nobody", "has no nobody"},
    {"alias bad read x", "one name"},
    {"alias bad 1", "one name"},
    {"const BAD i32 x", "no integer"},
    {"const BAD *struct nobody 0x0", "struct nobody is not in the table"},
    {"enum bad u32 {NOBODY}", "no enumerator NOBODY"},
    {"enum bad i8 {EAGAIN MAP_FAILED}", "MAP_FAILED does not fit"},
    {"error nobody EIO text", "no function nobody"},
    {"error read EIO te\x01xt", "no UTF-8"},
    {"error read EIO te\xff", "no UTF-8"},
    {"error read EIO te\xc3", "no UTF-8"},
    {"error read EIO te\xe2\x82", "no UTF-8"},
    {"error read EIO te\xc0\x80", "no UTF-8"},
    {"fn bad i32", NULL},
    {"fn bad i32(", NULL},
    {"fn bad i32(struct nobody s)", "struct nobody is not in the table"},
    {"fn bad i32(*struct nobody s)", "struct nobody is not in the table"},
    {"fn bad *(void(*(i32(*nobody_t))))(i32 a)", "nobody_t is not in the table"},
    {"fn bad i32() shiny", NULL},
    {"fn bad i32() nonnull=1", NULL},
    {"fn bad i32() fails=-1:nowhere", NULL},
    {"fn bad i32() fails=NOBODY:errno", NULL},
    {"member bad u.nope t", "leads nowhere"},
    {"member bad u t; struct only", "leads nowhere"},
    {"member bad u", "lists no type"},
    {"member bad u t;struct s", "something follows"},
    {"member bad u nobody", "nobody is not in the table"},
    {"omit bad \x7f", "no UTF-8"},
    {"struct bad 8 8 {0 *struct nobody p}", "struct nobody is not in the table"},
    {"struct bad 8 8 {0 [1]struct 8 8 {0 *(nobody()) p} a}",
     "nobody is not in the table"},
    {"struct bad 8 8 {0 *enum u8 {RED NOBODY} p}", "no enumerator NOBODY"},
    {"struct bad 8 8 {9 i8 a}", "does not lie inside"},
    {"typedef bad *(i32(i32)", "not closed"},
    {"typedef bad *(i32(i32 1))", "a name is missing"},
    {"typedef bad *struct 8 8 {9 i8 a}", "does not lie inside"},
    {"unit 1 fn read", "no such unit"},
    {"unit 3 fn read", "no such unit"},
    {"unit 2 fn nobody", "no such line"},
    {"unit 2 unit x", "no such line"},
    {"var bad i32 symbol=", NULL},
    {"var bad i32 noreturn", NULL},
    {"var bad i32 warn_unused_result", NULL},
    {"var bad i32 deprecated in=libc.so.6", NULL},
    {"typedef bad t transparent_union", NULL},
    {"typedef bad i32 transparent_union", NULL},
    {"typedef bad union any transparent_union x", NULL},
    {"union bad transparent_union 8 8 {0 i32 a}", NULL},
    {"union bad transparent_union incomplete", NULL},
    {"struct bad transparent_union 8 8 {0 i64 a}", NULL},
    {"fn bad *(nobody stdcall i32())()", NULL},
    {"var bad struct nobody", "struct nobody is not in the table"},
};

static void bad_lines_are_named(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEST_N(bad); i++) {
        const char *lines[TEST_N(good) + 1];
        struct abx_entry entry = {0};
        struct fixture f;
        bool is_seen = false;

        memcpy(lines, good, sizeof(good));
        lines[TEST_N(good)] = bad[i].line;
        fixture_open(&f, lines, TEST_N(lines));
        while (abx_table_next_entry(f.table, &entry, &f.err) == ABX_OK) {
            int status = abx_table_check_entry(f.table, &entry, &f.err);
            bool is_bad = strncmp(entry.text, bad[i].line, entry.text_size) == 0;

            is_seen |= is_bad;
            if (status != (is_bad ? ABX_BROKEN : ABX_OK))
                fail_msg("%s: %.*s gave %d: %s", bad[i].line, (int)entry.text_size,
                         entry.text, status, f.err.message);
            if (!is_bad)
                continue;
            assert_int_equal(f.err.line, entry.line);
            fixture_expect_message(&f, bad[i].message != NULL ? bad[i].message : "");
        }
        if (f.err.status != ABX_MISSING)
            fail_msg("%s: %s", bad[i].line, f.err.message);
        assert_true(is_seen);
        fixture_close(&f);
    }
}

/* A line that a caller made up: no kind, or one that does not exist. */
static void entries_of_no_kind_are_broken(void **state)
{
    struct abx_entry entry = {0};
    struct fixture f;

    (void)state;
    fixture_open(&f, good, TEST_N(good));
    assert_int_equal(abx_table_check_entry(f.table, &entry, &f.err), ABX_BROKEN);
    entry.kind = ABX_N_KINDS;
    assert_int_equal(abx_table_check_entry(f.table, &entry, NULL), ABX_BROKEN);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_lines_pass),
        cmocka_unit_test(bad_lines_are_named),
        cmocka_unit_test(entries_of_no_kind_are_broken),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
