/*
 * Members by path.
 */
#include "fixture.h"

#include <stdio.h>
#include <string.h>

static const char *const lines[] = {
    "member sa_handler __sigaction_handler.sa_handler struct sigaction",
    "member si_pid _sifields._kill.si_pid siginfo_t; struct other",
    "member st_atime st_atim.tv_sec struct stat; struct stat64",
    "member lost nowhere.at_all struct stat",
    "member loop loop struct stat",
    "struct timespec 16 8 {0 i64 tv_sec; 8 i64 tv_nsec}",
    ("struct stat 48 8 {0 u32 st_mode; 8 [2]struct timespec st_both; 8 struct timespec "
     "st_atim}"),
    ("struct sigaction 16 8 {0 union 8 8 {0 *(void(i32)) sa_handler; 0 *void x} "
     "__sigaction_handler; 8 i32 sa_flags}"),
    ("struct anonymous 24 8 {0 i32 a; 8 struct 16 8 {0 union 8 8 {0 i64 b; 0 f64 c}; 8 "
     "i64 d}}"),
    "struct bits 8 4 {0 u32 first; 4.3:5 u32 five; 5.0:1 bool one}",
    "struct outer 32 8 {0 i64 pad; 8 [3]struct bits inner}",
    "struct tail 4 4 {0 u32 n; 4 []struct bits all}",
    "struct pointing 8 8 {0 *struct stat to}",
    ("typedef siginfo_t struct 16 8 {0 i32 si_signo; 8 union 8 4 {0 struct 8 4 {0 i32 "
     "si_pid; "
     "4 u32 si_uid} _kill; 0 i32 x} _sifields}"),
    "typedef my_info_t siginfo_t",
};

static const struct {
    const char *type, *path;
    const char *name; /* NULL: none */
    const char *member_type;
    size_t offset;
    unsigned bit_offset, bit_width;
} found[] = {
    {"struct timespec", "tv_nsec", "tv_nsec", "i64", 8, 0, 0},
    {"struct stat", "st_both[1].tv_nsec", "tv_nsec", "i64", 32 - 8 + 8, 0, 0},
    {"struct stat", "st_both[1]", "st_both", "struct timespec", 24, 0, 0},
    {"struct stat", "st_both", "st_both", "[2]struct timespec", 8, 0, 0},
    {"struct stat", "st_atime", "tv_sec", "i64", 8, 0, 0},
    {"const struct stat", "st_mode", "st_mode", "u32", 0, 0, 0},
    {"struct sigaction", "sa_handler", "sa_handler", "*(void(i32))", 0, 0, 0},
    {"siginfo_t", "si_pid", "si_pid", "i32", 8, 0, 0},
    {"my_info_t", "si_pid", "si_pid", "i32", 8, 0, 0},
    {"[4]siginfo_t", "[2].si_pid", "si_pid", "i32", 40, 0, 0},
    {"struct anonymous", "a", "a", "i32", 0, 0, 0},
    {"struct anonymous", "b", "b", "i64", 8, 0, 0},
    {"struct anonymous", "c", "c", "f64", 8, 0, 0},
    {"struct anonymous", "d", "d", "i64", 16, 0, 0},
    {"struct bits", "five", "five", "u32", 4, 3, 5},
    {"struct outer", "inner[2].one", "one", "bool", 29, 0, 1},
    {"struct tail", "all[1000].five", "five", "u32", 8008, 3, 5},
    {"[2][3]i32", "[1][2]", NULL, "i32", 20, 0, 0},
    {"complex f64", "[1]", NULL, "f64", 8, 0, 0},
};

static void paths_lead_to_members(void **state)
{
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(found); i++) {
        struct abx_member member;
        char text[64];

        if (abx_type_find_member(f.table, fixture_type(&f, found[i].type), found[i].path,
                                 &member, &f.err) != ABX_OK)
            fail_msg("%s: %s", found[i].path, f.err.message);
        if (found[i].name == NULL)
            assert_null(member.name);
        else
            assert_string_equal(member.name, found[i].name);
        abx_type_format(member.type, text, sizeof(text));
        assert_string_equal(text, found[i].member_type);
        assert_int_equal(member.offset, found[i].offset);
        assert_int_equal(member.is_bit_field, found[i].bit_width > 0);
        assert_int_equal(member.bit_offset, found[i].bit_offset);
        assert_int_equal(member.bit_width, found[i].bit_width);
    }
    fixture_close(&f);
}

/* Further than memory reaches, but a number. */
#if SIZE_MAX == UINT32_MAX
#define FAR_AWAY "all[99999999].one"
#else
#define FAR_AWAY "all[99999999999999999].one"
#endif

static const struct {
    const char *type, *path;
    int status;
    const char *message;
} refused[] = {
    {"struct stat", "", ABX_REFUSED, "empty path"},
    {"struct stat", "nope", ABX_MISSING, "struct stat has no member nope"},
    {"struct stat", "st_mod", ABX_MISSING, "no member st_mod"},
    {"struct stat", "st_mode.x", ABX_MISSING, "u32 has no member x"},
    {"struct stat", "st_mode[0]", ABX_REFUSED, "u32 is no array"},
    {"struct stat", "[0]", ABX_REFUSED, "struct stat is no array"},
    {"struct stat", "st_both[2]", ABX_REFUSED, "has no element [2]"},
    {"struct stat", "st_both[99999999999999999999]", ABX_REFUSED,
     "has no element [99999999999999999999]"},
    {"struct stat", "st_both[99999999999999999999", ABX_REFUSED, "not an index"},
    {"struct stat", "st_both[09999999999999999999]", ABX_REFUSED, "not an index"},
    {"struct stat", "st_both[-1]", ABX_REFUSED, "not an index"},
    {"struct stat", "st_both[01]", ABX_REFUSED, "not an index"},
    {"struct stat", "st_both[", ABX_REFUSED, "not an index"},
    {"struct stat", "st_both[1", ABX_REFUSED, "not an index"},
    {"struct stat", "st_both[1]x", ABX_REFUSED, "neither"},
    {"struct stat", "st_both[1].", ABX_REFUSED, "not the path"},
    {"struct stat", ".st_mode", ABX_REFUSED, "not the path"},
    {"struct stat", "st_both..tv_sec", ABX_REFUSED, "not the path"},
    {"struct stat", "st_mode ", ABX_REFUSED, "neither"},
    {"struct stat", "1", ABX_REFUSED, "not the path"},
    {"struct stat", "lost", ABX_BROKEN, "leads nowhere"},
    {"struct timespec", "lost", ABX_MISSING, "no member lost"},
    {"struct stat", "loop", ABX_BROKEN, "leads nowhere"},
    {"struct timespec", "si_pid", ABX_MISSING, "no member si_pid"},
    {"struct pointing", "to.st_mode", ABX_MISSING, "no member st_mode"},
    {"struct tail", "all[9999999].one", ABX_OK, ""},
    {"struct tail", FAR_AWAY, ABX_REFUSED, ""},
};

static void other_paths_are_refused(void **state)
{
    struct fixture f;

    (void)state;
    fixture_open(&f, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(refused); i++) {
        const struct abx_type *type = fixture_type(&f, refused[i].type);
        struct abx_member member;

        f.err = (struct abx_error){0};
        if (abx_type_find_member(f.table, type, refused[i].path, &member, &f.err) !=
            refused[i].status)
            fail_msg("%s: %d %s", refused[i].path, f.err.status, f.err.message);
        assert_int_equal(f.err.line > 0, refused[i].status == ABX_BROKEN);
        fixture_expect_message(&f, refused[i].message);
        assert_int_equal(
            abx_type_find_member(f.table, type, refused[i].path, &member, NULL),
            refused[i].status);
    }
    fixture_close(&f);
}

/* Each record has the one before it twice, without a name: 2^28 places to look at. */
static void a_search_ends(void **state)
{
    enum { DEPTH = 28 };
    char texts[DEPTH + 1][64] = {"struct s0 8 8 {0 i64 a}"};
    const char *chain[DEPTH + 1] = {texts[0]};
    const struct abx_type *type;
    struct abx_member member;
    struct fixture f;

    (void)state;
    for (int i = 1; i <= DEPTH; i++) {
        snprintf(texts[i], sizeof(texts[i]),
                 "struct s%d 8 8 {0 struct s%d; 0 struct s%d}", i, i - 1, i - 1);
        chain[i] = texts[i];
    }
    fixture_open(&f, chain, TEST_N(chain));
    type = fixture_type(&f, "struct s28");
    assert_int_equal(abx_type_find_member(f.table, type, "a", &member, &f.err), ABX_OK);
    assert_int_equal(abx_type_find_member(f.table, type, "b", &member, &f.err),
                     ABX_BROKEN);
    fixture_expect_message(&f, "struct s28 has more members inside of anonymous ones");
    assert_true(f.err.line > 0);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_lead_to_members),
        cmocka_unit_test(other_paths_are_refused),
        cmocka_unit_test(a_search_ends),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
