/*
 * Import libraries that tests/import_library.py makes: what they tell, and that none of them
 * leads out of its memory however it is damaged.
 */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "target/import_library.h"

static unsigned char *whole;
static size_t whole_size;

static void put_name(struct abx_buffer *out, struct abx_coff_name name, const char *end)
{
    abx_buffer_put(out, name.text, name.size);
    abx_buffer_puts(out, end);
}

/* All that the archive tells, into @out; NULL, or what is wrong with it. */
static const char *read_all(const unsigned char *data, size_t size,
                            struct abx_buffer *out)
{
    struct abx_import_library library;
    struct abx_import import;
    const char *problem = abx_import_library_init(&library, data, size);

    while (!problem && abx_import_library_next(&library, &import, &problem)) {
        put_name(out, import.symbol, " ");
        put_name(out, import.dll, " ");
        put_name(out, import.name, "\n");
    }
    abx_import_library_finish(&library);
    return problem;
}

static void both_forms_are_read(void **state)
{
    struct abx_buffer out = {0};

    (void)state;
    assert_null(read_all(whole, whole_size, &out));
    assert_string_equal(abx_buffer_text(&out),
                        "CreateFileW KERNEL32.dll CreateFileW\n"
                        "time KERNEL32.dll _time64\n"
                        "a_name_longer_than_eight KERNEL32.dll short\n"
                        "number KERNEL32.dll \n"
                        "helper  \n"
                        "shared  \n"
                        "version  \n"
                        "Sleep KERNEL32.dll Sleep\n"
                        "fast KERNEL32.dll fast\n"
                        "_errno KERNEL32.dll _errno\n"
                        "MessageBoxW user32.dll MessageBoxW\n"
                        "exact user32.dll _exact\n"
                        "other user32.dll \n"
                        "DefWindowProcW user32.dll NtdllDefWindowProc_W\n");
    abx_buffer_finish(&out);
}

/* An archive of one member in the short form, which says that it is longer than it is. */
static void put_short(struct abx_buffer *file, unsigned form, const char *symbol,
                      size_t too_much)
{
    size_t size = strlen(symbol) + 1 + sizeof("a.dll");
    unsigned char header[20] = {0, 0, 0xff, 0xff, 0, 0, 0x64, 0x86};

    header[12] = (unsigned char)(size + too_much);
    header[18] = (unsigned char)(form << 2);
    abx_buffer_printf(file, "!<arch>\n%-48s%-10zu`\n", "a.o/", sizeof(header) + size);
    abx_buffer_put(file, (const char *)header, sizeof(header));
    abx_buffer_put(file, symbol, strlen(symbol) + 1);
    abx_buffer_put(file, "a.dll", sizeof("a.dll"));
}

/* How the short form makes the DLL's name from the symbol. */
static void names_are_made_from_symbols(void **state)
{
    static const struct {
        unsigned form;
        const char *symbol;
        const char *name;
    } cases[] = {
        {1, "_f@4", "_f@4"}, {2, "_f@4", "f@4"}, {2, "?f@@YA", "f@@YA"}, {2, "f", "f"},
        {3, "_f@4", "f"},    {3, "@f@4", "f"},   {3, "f", "f"},          {0, "f", ""},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        size_t size = strlen(cases[i].symbol) + 1 + sizeof("a.dll");
        unsigned char header[20] = {0, 0, 0xff, 0xff, 0, 0, 0x64, 0x86};
        struct abx_buffer file = {0}, out = {0}, wanted = {0};

        header[12] = (unsigned char)size;
        header[18] = (unsigned char)(cases[i].form << 2);
        abx_buffer_printf(&file, "!<arch>\n%-48s%-10zu`\n", "a.o/",
                          sizeof(header) + size);
        abx_buffer_put(&file, (const char *)header, sizeof(header));
        abx_buffer_put(&file, cases[i].symbol, strlen(cases[i].symbol) + 1);
        abx_buffer_put(&file, "a.dll", sizeof("a.dll"));
        assert_null(read_all((const unsigned char *)file.data, file.size, &out));
        abx_buffer_printf(&wanted, "%s a.dll %s\n", cases[i].symbol, cases[i].name);
        assert_string_equal(abx_buffer_text(&out), abx_buffer_text(&wanted));
        abx_buffer_finish(&file);
        abx_buffer_finish(&out);
        abx_buffer_finish(&wanted);
    }
}

static void the_short_form_ends_with_its_member(void **state)
{
    static const struct {
        unsigned form;
        size_t too_much;
    } cases[] = {{1, 1}, {4, 0}, {4, 40}, {5, 0}, {7, 0}};

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct abx_buffer file = {0}, out = {0};
        const char *problem;

        put_short(&file, cases[i].form, "f", cases[i].too_much);
        problem = read_all((const unsigned char *)file.data, file.size, &out);
        assert_non_null(problem);
        assert_string_equal(problem, "a member of the short form is damaged");
        abx_buffer_finish(&file);
        abx_buffer_finish(&out);
    }
}

/* The form for more sections begins like the short one. */
static void an_object_of_many_sections_is_not_the_short_form(void **state)
{
    struct abx_buffer file = {0}, out = {0};
    const char *problem;

    (void)state;
    put_short(&file, 1, "f", 0);
    file.data[strlen("!<arch>\n") + 60 + 4] = 2;
    problem = read_all((const unsigned char *)file.data, file.size, &out);
    assert_non_null(problem);
    assert_non_null(strstr(problem, "for more sections than"));
    abx_buffer_finish(&file);
    abx_buffer_finish(&out);
}

static void what_is_none_is_told(void **state)
{
    static const struct {
        const char *text;
        const char *problem;
    } cases[] = {
        {"", "it is no archive"},
        {"!<arch>", "it is no archive"},
        {"!<thin>\n", "it is no archive"},
        {"!<arch>\n", "it imports nothing from a DLL: it is a static library"},
        {"!<arch>\na.o/", "a member is damaged"},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct abx_buffer out = {0};
        const char *problem =
            read_all((const unsigned char *)cases[i].text, strlen(cases[i].text), &out);

        assert_non_null(problem);
        assert_string_equal(problem, cases[i].problem);
        assert_int_equal(out.size, 0);
        abx_buffer_finish(&out);
    }
}

/* An archive that was no import library, or whose next member is damaged, stays so. */
static void nothing_is_read_behind_a_problem(void **state)
{
    static const char *const texts[] = {"", "!<arch>", "no archive at all",
                                        "!<arch>\na.o/"};

    (void)state;
    for (size_t i = 0; i < TEST_N(texts); i++) {
        size_t size = strlen(texts[i]);
        char *copy = memcpy(malloc(size + !size), texts[i], size);
        struct abx_import_library library;
        struct abx_import import;
        const char *problem;

        assert_non_null(abx_import_library_init(&library, copy, size));
        assert_false(abx_import_library_next(&library, &import, &problem));
        assert_false(abx_import_library_next(&library, &import, &problem));
        abx_import_library_finish(&library);
        free(copy);
    }
}

/* A member that lies about its symbols, behind one that can be read. */
static void a_damaged_member_has_no_symbols(void **state)
{
    static const unsigned char object[] = {0x64, 0x86, 0, 0, 0, 0, 0, 0, 20, 0,
                                           0,    0,    0, 1, 0, 0, 0, 0, 0,  0};
    struct abx_buffer file = {0};
    struct abx_import_library library;
    struct abx_import import;
    const char *problem;

    (void)state;
    put_short(&file, 1, "f", 0);
    abx_buffer_printf(&file, "%-48s%-10zu`\n", "b.o/", sizeof(object));
    abx_buffer_put(&file, (const char *)object, sizeof(object));
    assert_non_null(abx_import_library_init(&library, file.data, file.size));
    assert_true(abx_import_library_next(&library, &import, &problem));
    assert_false(abx_import_library_next(&library, &import, &problem));
    assert_string_equal(problem, "its symbols lie beyond its end");
    assert_int_equal(library.coff.n_symbols, 0);
    assert_false(abx_import_library_next(&library, &import, &problem));
    abx_import_library_finish(&library);
    abx_buffer_finish(&file);
}

/* A copy of its own size: nothing behind it may be read. */
static unsigned char *copy_of(size_t size)
{
    unsigned char *copy = malloc(size + !size);

    assert_non_null(copy);
    memcpy(copy, whole, size);
    return copy;
}

static void a_part_is_never_taken_for_the_whole(void **state)
{
    size_t n_refused = 0;

    (void)state;
    for (size_t size = 0; size < whole_size; size++) {
        unsigned char *copy = copy_of(size);
        struct abx_buffer out = {0};

        n_refused += read_all(copy, size, &out) != NULL;
        abx_buffer_finish(&out);
        free(copy);
    }
    /* But for an end between two members. */
    assert_in_range(n_refused, whole_size - 24, whole_size - 1);
}

static void no_byte_is_believed(void **state)
{
    static const unsigned char values[] = {0, 1, 0x7f, 0x80, 0xff};

    (void)state;
    for (size_t i = 0; i < whole_size; i++) {
        unsigned char *copy = copy_of(whole_size);

        for (size_t k = 0; k < TEST_N(values); k++) {
            struct abx_buffer out = {0};
            const char *problem;

            copy[i] = values[k];
            problem = read_all(copy, whole_size, &out);
            assert_true(problem || out.size); /* an answer or a reason */
            abx_buffer_finish(&out);
        }
        free(copy);
    }
}

static bool read_whole(const char *path)
{
    FILE *file = fopen(path, "rb");

    whole = malloc(65536);
    if (file && whole)
        whole_size = fread(whole, 1, 65536, file);
    if (file)
        fclose(file);
    return whole_size > 0;
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_forms_are_read),
        cmocka_unit_test(names_are_made_from_symbols),
        cmocka_unit_test(the_short_form_ends_with_its_member),
        cmocka_unit_test(an_object_of_many_sections_is_not_the_short_form),
        cmocka_unit_test(what_is_none_is_told),
        cmocka_unit_test(nothing_is_read_behind_a_problem),
        cmocka_unit_test(a_damaged_member_has_no_symbols),
        cmocka_unit_test(a_part_is_never_taken_for_the_whole),
        cmocka_unit_test(no_byte_is_believed),
    };
    int answer;

    if (argc != 2 || !read_whole(argv[1]))
        return 1;
    answer = cmocka_run_group_tests(tests, NULL, NULL);
    free(whole);
    return answer;
}
