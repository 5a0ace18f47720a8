/* Whose headers are whose. */
#include "tests/test.h"

#include <string.h>

#include "base/buffer.h"
#include "gen/files.h"

enum { MAX_LINES = 6 };

/* "INCLUDER FORM NAME FILE"; a spec is called S. */
struct line {
    const char *includer;
    enum gen_include_form form;
    const char *name, *file;
};

#define Q GEN_INCLUDE_QUOTED
#define A GEN_INCLUDE_ANGLED
#define C GEN_INCLUDE_COMPUTED

static const struct {
    struct line lines[MAX_LINES];
    const char *root;   /* -I; NULL: none */
    const char *wanted; /* the own files but the spec, in the order in which they came */
} cases[] = {
    /* the folder of a header and those below it */
    {{{"/S", Q, "/p/a.h", "/p/a.h"},
      {"/p/a.h", Q, "b/b.h", "/p/b/b.h"},
      {"/p/a.h", C, "c.h", "/p/c.h"},
      {"/p/a.h", Q, "../d.h", "/d.h"},
      {"/p/a.h", A, "q/e.h", "/pp/q/e.h"}},
     NULL,
     "/p/a.h /p/b/b.h /p/c.h "},
    /* a root: quotes, through own files only, and the folder of the header's name */
    {{{"/S", A, "a.h", "/r/a.h"},
      {"/r/a.h", Q, "b.h", "/r/b.h"},
      {"/r/b.h", Q, "c.h", "/r/c.h"},
      {"/r/a.h", A, "d.h", "/r/d.h"},
      {"/r/d.h", Q, "e.h", "/r/e.h"},
      {"/r/a.h", A, "a/f.h", "/r/a/f.h"}},
     NULL,
     "/r/a.h /r/b.h /r/c.h /r/a/f.h "},
    /* the root is known from somebody else's line */
    {{{"/S", Q, "/r/a.h", "/r/a.h"},
      {"/r/a.h", A, "sys/b.h", "/r/sys/b.h"},
      {"/r/a.h", C, "c.h", "/r/c.h"}},
     NULL,
     "/r/a.h "},
    /* or from the command line */
    {{{"/S", Q, "a.h", "/r/a.h"}, {"/r/a.h", C, "c.h", "/r/c.h"}}, "/r", "/r/a.h "},
    {{{"/S", Q, "a.h", "/r/a.h"}, {"/r/a.h", C, "c.h", "/r/c.h"}}, "/", "/r/a.h /r/c.h "},
    /* a folder that the name has, in each root */
    {{{"/S", A, "p/a.h", "/r/p/a.h"},
      {"/r/p/a.h", A, "p/b.h", "/r2/p/b.h"},
      {"/r/p/a.h", A, "pp/c.h", "/r2/pp/c.h"}},
     NULL,
     "/r/p/a.h /r2/p/b.h "},
    {{{"/S", A, "p/a.h", "/r/p/a.h"}, {"/r/p/a.h", A, "p/b.h", "/r2/p/b.h"}},
     "/r/p",
     "/r/p/a.h /r2/p/b.h "},
    /* a header that a spec's own spec includes is named; one of another's is not */
    {{{"/S", Q, "S2", "/t/S2"},
      {"/t/S2", A, "a.h", "/r/a.h"},
      {"/r/a.h", A, "b.h", "/r/b.h"}},
     NULL,
     "/t/S2 /r/a.h "},
    /* names are compared as places */
    {{{"/S", Q, "./p/../p/a.h", "/x/.././/p/a.h"}, {"/p/a.h", Q, "b.h", "/p/./b.h"}},
     NULL,
     "/p/a.h /p/b.h "},
    /* circles end */
    {{{"/S", A, "a.h", "/r/a.h"},
      {"/r/a.h", Q, "b.h", "/r/b.h"},
      {"/r/b.h", Q, "a.h", "/r/a.h"},
      {"/r/b.h", Q, "b.h", "/r/b.h"}},
     NULL,
     "/r/a.h /r/b.h "},
};

static void include(struct gen_files *files, const struct line *line)
{
    struct gen_file *includer = gen_files_get(files, line->includer);
    struct gen_file *file = gen_files_get(files, line->file);

    assert_non_null(includer);
    assert_non_null(file);
    includer->is_spec |= strchr(includer->path, 'S') != NULL;
    file->is_spec |= strchr(file->path, 'S') != NULL;
    gen_files_include(files, includer, file, line->name, line->form);
}

static void expect_own(const struct gen_files *files, const char *wanted)
{
    struct abx_buffer text = {0};

    for (size_t i = 0; i < files->map.n_items; i++) {
        const struct gen_file *file = files->map.items[i].value;

        if (file->is_own && strcmp(file->path, "/S") != 0)
            abx_buffer_printf(&text, "%s ", file->path);
    }
    assert_string_equal(abx_buffer_text(&text), wanted);
    abx_buffer_finish(&text);
}

static void own_files_are_told_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct gen_files files = {0};

        if (cases[i].root)
            gen_files_add_root(&files, cases[i].root);
        for (size_t k = 0; k < MAX_LINES && cases[i].lines[k].includer; k++)
            include(&files, &cases[i].lines[k]);
        gen_files_choose(&files);
        expect_own(&files, cases[i].wanted);
        assert_false(files.out_of_memory);
        gen_files_finish(&files);
    }
}

static void patterns_choose_by_the_end_of_the_path(void **state)
{
    static const struct {
        const char *pattern, *wanted;
    } patterns[] = {
        {"*", "/usr/linux/if.h /usr/linuxes/if.h /usr/stdio.h "},
        {"linux/*", "/usr/linux/if.h "},
        {"if.h", "/usr/linux/if.h /usr/linuxes/if.h "},
        {"/usr/std*", "/usr/stdio.h "},
        {"io.h", ""},
        {"/linux/*", ""},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(patterns); i++) {
        struct gen_files files = {0};
        size_t n = 0;

        gen_files_get(&files, "/usr/linux/if.h");
        gen_files_get(&files, "/usr/linuxes/if.h");
        gen_files_get(&files, "/usr/stdio.h");
        for (const char *at = patterns[i].wanted; (at = strchr(at, ' ')); at++)
            n++;
        assert_int_equal(gen_files_choose_matching(&files, patterns[i].pattern), n);
        expect_own(&files, patterns[i].wanted);
        assert_int_equal(gen_files_are_all_own(&files), n == 3);
        gen_files_finish(&files);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(own_files_are_told_apart),
        cmocka_unit_test(patterns_choose_by_the_end_of_the_path),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
