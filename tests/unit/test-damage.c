/*
 * Damaged tables: each case is a body that the look-up which meets the damage has to
 * refuse, with the line, and never a crash. The checks of whole lines are in
 * test-check.c.
 */
#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

/* Lines in front of the body: those of fixture_write_table. */
enum { FIRST_LINE = 11 };

/* ---- lines that are none ---- */

static const struct {
    const char *body;
    long line; /* of the body, from 1 */
    const char *message;
} bodies[] = {
    {"\n", 1, "does not begin with a kind"},
    {"const\n", 1, "does not begin with a kind"},
    {" const A i32 1\n", 1, "no kind that is known"},
    {"konst A i32 1\n", 1, "no kind that is known"},
    {"Const A i32 1\n", 1, "no kind that is known"},
    {"const  A i32 1\n", 1, "is no name"},
    {"const 1A i32 1\n", 1, "is no name"},
    {"const -A i32 1\n", 1, "is no name"},
    {"const A\n", 1, "nothing follows the name"},
    {"const A \n", 1, "nothing follows the name"},
    {"const A\ti32 1\n", 1, "nothing follows the name"},
    {"const A-B i32 1\n", 1, "nothing follows the name"},
    {"error read EIO\n", 1, "nothing follows the name"},
    {"error read\n", 1, "is no name"},
    {"error read 5 text\n", 1, "is no name"},
    {"unit 2 fn\n", 1, "is no name"},
    {"unit 2 thing read\n", 1, "is no name"},
    {"unit x fn read\n", 1, "is no name"},
    {"unit 02 fn read\n", 1, "is no name"},
    {"unit 2 fn read x\n", 1, "something follows the name"},
    {"const A i32 1\r\n\n", 2, "does not begin with a kind"},
    {"const B i32 1\nconst A i32 1\n", 2, "not sorted"},
    {"fn a i32()\nconst A i32 1\n", 2, "not sorted"},
    {"const A i32 1\nconst A i32 1\n", 2, "same key"},
    {"const A i32 1\nconst A i32 2\n", 2, "same key"},
    {"error f A x\nerror f A y\n", 2, "same key"},
};

static void walking_stops_at_damage(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEST_N(bodies); i++) {
        struct abx_entry entry = {0};
        struct fixture f;
        int status;

        fixture_write_body(&f, bodies[i].body);
        assert_int_equal(abx_table_read(f.context, f.path, &f.table, &f.err), ABX_OK);
        do
            status = abx_table_next_entry(f.table, &entry, &f.err);
        while (status == ABX_OK);
        if (status != ABX_BROKEN)
            fail_msg("%s gave %d", bodies[i].body, status);
        assert_int_equal(f.err.line, FIRST_LINE - 1 + bodies[i].line);
        assert_int_equal(entry.line, f.err.line);
        fixture_expect_message(&f, bodies[i].message);
        fixture_close(&f);
    }
}

/* One damaged line between ten thousand good ones: the look-ups that meet it say so. */
static void searches_stop_at_damage(void **state)
{
    static const char *const middle[] = {"konst",    "const",   "const ",
                                         "\x01\xff", "const ~", "const AAAA i32 1"};

    (void)state;
    for (size_t i = 0; i < TEST_N(middle); i++) {
        struct abx_buffer body = {0};
        struct abx_entry entry;
        struct fixture f;
        size_t n_broken = 0;

        for (int n = 0; n < 1001; n++) {
            if (n == 500)
                abx_buffer_printf(&body, "%s\n", middle[i]);
            else
                abx_buffer_printf(&body, "const C%04d i32 1\n", n);
        }
        fixture_write_body(&f, body.data);
        abx_buffer_finish(&body);
        assert_int_equal(abx_table_read(f.context, f.path, &f.table, &f.err), ABX_OK);
        for (int n = 0; n < 1001; n++) {
            char name[16];
            int status;

            snprintf(name, sizeof(name), "C%04d", n);
            f.err = (struct abx_error){0};
            status = abx_table_find_entry(f.table, ABX_KIND_CONST, name, &entry, &f.err);
            assert_true(status == ABX_OK || status == ABX_BROKEN || n == 500);
            n_broken += status == ABX_BROKEN;
            if (status == ABX_BROKEN)
                assert_int_equal(f.err.line, FIRST_LINE + 500);
        }
        assert_true(n_broken > 0);
        fixture_close(&f);
    }
}

/* ---- lines whose damage a look-up meets ---- */

static const struct {
    const char *lines[4];
    const char *type;
    const char *bad; /* begin of the line to be named */
    const char *message;
} types[] = {
    {{"struct s 8 8 {0 struct s inner}"},
     "struct s",
     "struct s",
     "struct s holds itself"},
    {{"struct a 8 8 {0 struct b b}", "struct b 8 8 {0 [1]struct a a}"},
     "struct a",
     "struct b",
     "struct a holds itself"},
    {{"typedef t t"}, "t", "typedef t", "t holds itself"},
    {{"typedef a b", "typedef b c", "typedef c a"}, "*const a", NULL, NULL},
    {{"typedef a b", "typedef b c", "typedef c a"}, "a", "typedef c", "a holds itself"},
    {{"typedef a i32("}, "a", "typedef a", "a type is missing"},
    {{"typedef a i32 "}, "a", "typedef a", "something follows"},
    {{"typedef a i32 align=3"}, "a", "typedef a", "no power of two"},
    {{"typedef a i32 align="}, "a", "typedef a", "no power of two"},
    {{"typedef a nobody"}, "a", "typedef a", "nobody is not in the table"},
    {{"typedef a struct nobody"}, "a", "typedef a", "struct nobody is not in the table"},
    {{"typedef a enum nobody"}, "a", "typedef a", "enum nobody is not in the table"},
    {{"struct s 8 8 {0 i64 a; 8 i8 b}"}, "struct s", "struct s", "b does not lie inside"},
    {{"struct s 8 8 {0 i64 a} "}, "struct s", "struct s", "something follows"},
    {{"struct s incomplete "}, "struct s", "struct s", "something follows"},
    {{"struct s incomplet"}, "struct s", "struct s", "does not begin with"},
    {{"struct s 8"}, "struct s", "struct s", "does not begin with"},
    {{"struct s 8 8"}, "struct s", "struct s", "does not begin with"},
    {{"struct s 8 8 {0 i64 a"}, "struct s", "struct s", "is missing behind a member"},
    {{"struct s 8 8 {0 i64 a b}"}, "struct s", "struct s", "is missing behind a member"},
    {{"struct s 8 6 {}"}, "struct s", "struct s", "does not begin with"},
    {{"struct s 99999999999999999999 8 {}"},
     "struct s",
     "struct s",
     "does not begin with"},
    {{"struct s 8 8 {0.0:65 i64 a}"}, "struct s", "struct s", "wider than its type"},
    {{"struct s 8 8 {0.0:9 char a}"}, "struct s", "struct s", "wider than its type"},
    {{"struct s 8 8 {0.0:3 f64 a}"}, "struct s", "struct s", "wider than its type"},
    {{"struct s 8 8 {7.1:8 u64 a}"}, "struct s", "struct s", "does not lie inside"},
    {{"struct s 8 8 {0 struct t t}", "struct t incomplete"},
     "struct s",
     "struct s",
     "without a size"},
    {{"struct s 8 8 {0 struct t t}", "struct t 9 1 {}"},
     "struct s",
     "struct s",
     "does not lie inside"},
    {{"struct s 8 8 {0 struct t t}", "struct t 8 1 {9 i8 x}"},
     "struct s",
     "struct t",
     "does not lie inside"},
    {{"union u 4 4 {0 i32 a; 1 i32 b}"}, "union u", "union u", "b does not lie inside"},
    {{"enum e i32"}, "enum e", "enum e", "no `{`"},
    {{"enum e {A}"}, "enum e", "enum e", "a type is missing"},
    {{"enum e *void {A}"}, "enum e", "enum e", "no integer type carries"},
    {{"enum e enum f {A}", "enum f i32 {B}"},
     "enum e",
     "enum e",
     "f is not in the table"},
    {{"enum e i32 {A,B}"}, "enum e", "enum e", "is missing behind an enumerator"},
    {{"typedef a [4611686018427387904]i64"}, "a", "typedef a", "too large"},
    {{"typedef a [1000000000]b", "typedef b [1000000000]i64"},
     "a",
     "typedef a",
     "too large"},
    {{"typedef a i32(i32 x, ...x)"}, "a", "typedef a", "`)` is missing"},
    {{"struct s 8 8 {0 *struct 8 8 {0 i8 a"}, "struct s", "struct s", "not closed"},
    {{"struct s 8 8 {0 *(i32] p}"}, "struct s", "struct s", "not closed"},
};

static long line_of(const struct fixture *f, const char *begin)
{
    struct abx_entry entry = {0};

    while (abx_table_next_entry(f->table, &entry, NULL) == ABX_OK) {
        if (strncmp(entry.text, begin, strlen(begin)) == 0)
            return entry.line;
    }
    return 0;
}

static void damaged_types_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEST_N(types); i++) {
        const struct abx_type *type;
        struct fixture f;
        size_t n = 0;
        int status;

        while (n < TEST_N(types[i].lines) && types[i].lines[n] != NULL)
            n++;
        fixture_open(&f, types[i].lines, n);
        status = abx_table_find_type(f.table, types[i].type, &type, &f.err);
        if (status != (types[i].bad != NULL ? ABX_BROKEN : ABX_OK))
            fail_msg("%s gave %d: %s", types[i].lines[0], status, f.err.message);
        if (types[i].bad != NULL) {
            fixture_expect_message(&f, types[i].message);
            assert_int_equal(f.err.line, line_of(&f, types[i].bad));
        }
        fixture_close(&f);
    }
}

static const char *const values[][2] = {
    {"i32 ", "no integer"},
    {"i32", "no value follows"},
    {"i32 1 ", "no integer"},
    {"i32  1", "no integer"},
    {"i32 01", "no integer"},
    {"i32 -0", "no integer"},
    {"i32 0x1", "no integer"},
    {"i32 2147483648", "out of its type's range"},
    {"i8 -129", "out of its type's range"},
    {"u64 -1", "out of its type's range"},
    {"u64 18446744073709551616", "out of its type's range"},
    {"bool 2", "out of its type's range"},
    {"u128 340282366920938463463374607431768211456", "no integer"},
    {"f64 1.5", "not a hexadecimal"},
    {"f64 0x1.0p+0", "not a hexadecimal"},
    {"f64 0x2p+0", "not a hexadecimal"},
    {"f64 0x1.p+0", "not a hexadecimal"},
    {"f64 0x1.8", "not a hexadecimal"},
    {"f64 0x1.8p1", "not a hexadecimal"},
    {"f64 0x1.8p+01", "not a hexadecimal"},
    {"f64 0x1p-0", "not a hexadecimal"},
    {"f64 0x1.Ap+0", "not a hexadecimal"},
    {"f64 0x0p+1", "not a hexadecimal"},
    {"f64 0x1p+99999999999", "not a hexadecimal"},
    {"f64 0x1p+1024", "does not hold the number"},
    {"f64 0x1p-1075", "does not hold the number"},
    {"f64 0x1.00000000000008p+0", "does not hold the number"},
    {"f32 0x1.000001p+0", "does not hold the number"},
    {"f64 -nan", "not a hexadecimal"},
    {"f64 infinity", "not a hexadecimal"},
    {"*void 1", "no address"},
    {"*void 0x", "no address"},
    {"*void 0x01", "no address"},
    {"*void 0xFF", "no address"},
    {"*void 0x10000000000000000", "no address"},
    {"[4]char abc", "no string"},
    {"[4]char \"abc", "no string"},
    {"[4]char \"", "no string"},
    {"[5]char \"abc\"", "shorter than its type"},
    {"[3]char \"abc\"", "does not fit"},
    {"[2]char \"\"", "shorter than its type"},
    {"[4]char \"a\"c\"", "not well-formed"},
    {"[4]char \"ab\\\"", "not well-formed"},
    {"[4]char \"ab\\x4\"", "not well-formed"},
    {"[2]char \"\\u{20ac}\"", "does not fit"},
    {"[2]u16 \"\\u{1f600}\"", "does not fit"},
    {"[100000000]char \"abc\"", "no string"},
    {"[0]char \"\"", "a type that has no values"},
    {"[]char \"\"", "a type that has no values"},
    {"[2]f32 \"a\"", "a type that has no values"},
    {"struct 4 4 {0 i32 a} 1", "a type that has no values"},
    {"void 1", "a type that has no values"},
    {"nobody 1", "nobody is not in the table"},
    {"struct nobody 1", "struct nobody is not in the table"},
};

static void damaged_constants_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEST_N(values); i++) {
        char text[128];
        const char *const lines[] = {text, "const A i32 1", "const C i32 1"};
        struct abx_value value;
        struct fixture f;

        snprintf(text, sizeof(text), "const B %s", values[i][0]);
        fixture_open(&f, lines, TEST_N(lines));
        if (abx_table_find_constant(f.table, "B", &value, &f.err) != ABX_BROKEN)
            fail_msg("%s was accepted", text);
        assert_int_equal(f.err.line, FIRST_LINE + 1);
        fixture_expect_message(&f, values[i][1]);
        assert_int_equal(abx_table_find_constant(f.table, "A", &value, &f.err), ABX_OK);
        fixture_close(&f);
    }
}

/* ---- everything at once ---- */

/* Reads all there is to read, whatever it answers. */
static void read_all(struct fixture *f)
{
    struct abx_entry entry = {0};
    int status;

    if (abx_table_read(f->context, f->path, &f->table, &f->err) != ABX_OK)
        return;
    do {
        char name[64];

        status = abx_table_next_entry(f->table, &entry, &f->err);
        if (status == ABX_OK) {
            const struct abx_type *type;
            struct abx_value value;
            struct abx_member member;

            abx_table_check_entry(f->table, &entry, &f->err);
            snprintf(name, sizeof(name), "%.*s", (int)entry.name_size, entry.name);
            abx_table_find_constant(f->table, name, &value, &f->err);
            if (abx_table_find_type(f->table, name, &type, &f->err) == ABX_OK)
                abx_type_find_member(f->table, type, "si_pid", &member, &f->err);
        }
    } while (status == ABX_OK || (status == ABX_BROKEN && entry.text_size > 0));
}

static const char sample[] =
    "alias also read\n"
    "const A u32 4294967295\n"
    "const B [4]char \"a\\x00c\"\n"
    "const C f64 0x1.8p+1\n"
    "const D *void 0xffffffff\n"
    "enum e u32 {A}\n"
    "error read EIO the device failed\n"
    "fn grow stdcall *void(*(fastcall a(i32)) f, w x, u64 n) nonnull=1 static=1:4 malloc "
    "dealloc=a:1,b:2 alloc_size=3 format=printf:1:0 format_arg=1 deprecated=\"a "
    "\\x09b\"\n"
    "fn read i64(i32 fd, *void buf, u64 n) nonnull=2 buffer=2:3 frees=2:success "
    "fails=-1:errno,blocks EIO\n"
    "member si_pid u.pid t\n"
    "omit X no value\n"
    "struct s 16 8 {0 *struct s next; 8.0:3 u32 a; 12 [4]char t}\n"
    "typedef f *(void(i32 sig, ...))\n"
    "typedef t struct 8 4 {0 i32 a; 4 union 4 4 {0 i32 pid} u}\n"
    "typedef w union z transparent_union\n"
    "union y transparent_union 4 4 {0 i32 a; 0 u32 b}\n"
    "union z 4 4 {0 i32 a}\n"
    "unit 2 fn read\n"
    "var v const [2]t in=libc.so.6 deprecated\n";

/* Every byte of a table changed, and every byte taken away: no answer matters but one. */
static void no_damage_crashes_the_reader(void **state)
{
    static const char replacements[] = {'\0', '\n', ' ', '*', '(', '{', '9', '\xff'};
    size_t size = strlen(sample);

    (void)state;
    for (size_t i = 0; i < size; i++) {
        for (size_t j = 0; j <= TEST_N(replacements); j++) {
            struct abx_buffer text = {0};
            struct fixture f;

            abx_buffer_puts(&text, "abidex 1\n");
            abx_buffer_puts(&text, fixture_s390x);
            abx_buffer_putc(&text, '\n');
            abx_buffer_put(&text, sample, i);
            if (j < TEST_N(replacements))
                abx_buffer_putc(&text, replacements[j]);
            abx_buffer_put(&text, sample + i + 1, size - i - 1);
            abx_buffer_puts(&text, "~end\n");
            fixture_write(&f, text.data, text.size);
            read_all(&f);
            abx_buffer_finish(&text);
            fixture_close(&f);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(walking_stops_at_damage),
        cmocka_unit_test(searches_stop_at_damage),
        cmocka_unit_test(damaged_types_are_refused),
        cmocka_unit_test(damaged_constants_are_refused),
        cmocka_unit_test(no_damage_crashes_the_reader),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
