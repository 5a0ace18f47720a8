/*
 * What libraries export, asked of a library made for it: ABIDEX_TEST_LIBRARY is its path.
 */
#include "tests/test.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "gen/symbols.h"

static const struct gen_place nowhere = {0};

/* Without the variable no library is found, and the tests fail. */
static const char *library_path(void)
{
    const char *path = getenv("ABIDEX_TEST_LIBRARY");

    return path ? path : "/";
}

static void only_what_is_exported_is_found(void **state)
{
    static const struct {
        const char *symbol;
        bool is_there;
    } cases[] = {
        {"golden_a", true},        {"golden_u", true},   {"golden_thread", true},
        {"golden_hidden", false},  {"golden_", false},   {"", false},
        {"__cxa_finalize", false}, {"golden_aa", false},
    };
    struct gen_symbols symbols = {0};
    struct gen_messages messages = {0};
    struct gen_library_path path = {0};
    const char *library = library_path();

    (void)state;
    assert_int_equal(gen_symbols_add(&symbols, library, &path, nowhere, &messages), 0);
    assert_int_equal(symbols.n_libraries, 1);
    assert_string_equal(symbols.libraries[0], strrchr(library, '/') + 1);
    for (size_t i = 0; i < TEST_N(cases); i++) {
        const struct gen_export *found = gen_symbols_find(&symbols, cases[i].symbol);

        assert_int_equal(found != NULL, cases[i].is_there);
        if (found)
            assert_ptr_equal(found->library, symbols.libraries[0]);
    }
    gen_symbols_finish(&symbols);
}

static void a_library_counts_once(void **state)
{
    struct gen_symbols symbols = {0};
    struct gen_messages messages = {0};
    struct gen_library_path path = {0};
    const char *library = library_path();

    (void)state;
    for (int i = 0; i < 2; i++)
        assert_int_equal(gen_symbols_add(&symbols, library, &path, nowhere, &messages),
                         0);
    assert_int_equal(symbols.n_libraries, 1);
    assert_ptr_equal(gen_symbols_find(&symbols, "golden_a")->library,
                     symbols.libraries[0]);
    gen_symbols_finish(&symbols);
}

static void names_are_looked_for_in_folders(void **state)
{
    char *library = strdup(library_path());
    const char *dirs[] = {"/nothing-like-it", library};
    struct gen_library_path path = {
        .dirs = dirs, .n_dirs = 2, .platform = "x86_64-linux-gnu"};
    struct gen_symbols symbols = {0};
    struct gen_messages messages = {0};
    char *name = strrchr(library, '/') + 1;

    (void)state;
    name[-1] = '\0';
    assert_int_equal(gen_symbols_add(&symbols, name, &path, nowhere, &messages), 0);
    assert_non_null(gen_symbols_find(&symbols, "golden_a"));
    gen_symbols_finish(&symbols);
    free(library);
}

static void what_is_no_library_is_told(void **state)
{
    static const struct {
        const char *text; /* NULL: no such file */
        size_t size;
    } cases[] = {{NULL, 0}, {"", 0}, {"text", 4}, {"\177ELF", 4}, {"\177ELF\2\1\1", 64}};

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        char name[] = "/tmp/abidex-symbols-XXXXXX", content[64] = "";
        struct gen_symbols symbols = {0};
        struct gen_messages messages = {0};
        struct gen_library_path path = {0};
        int fd = mkstemp(name);

        assert_true(fd >= 0);
        if (cases[i].text)
            memcpy(content, cases[i].text, strlen(cases[i].text));
        assert_int_equal(write(fd, content, cases[i].size), cases[i].size);
        close(fd);
        if (!cases[i].text)
            unlink(name);
        assert_int_equal(gen_symbols_add(&symbols, name, &path, nowhere, &messages), -1);
        assert_int_equal(messages.n_errors, 1);
        unlink(name);
        gen_symbols_finish(&symbols);
    }
}

/* What a table promises is what dlsym() gives: the default version, be it the newest or
 * not, and nothing of what is kept for old programs alone. */
static void versions_are_those_of_dlsym(void **state)
{
    static const struct {
        const char *symbol;
        int version; /* 0: it is not found */
    } cases[] = {{"gone", 0}, {"back", 2}, {"usual", 3}, {"back_new", 0}};
    const char *library = getenv("ABIDEX_TEST_VERSIONS");
    struct gen_symbols symbols = {0};
    struct gen_messages messages = {0};
    struct gen_library_path path = {0};
    void *handle = library ? dlopen(library, RTLD_NOW) : NULL;

    (void)state;
    assert_non_null(handle);
    assert_non_null(dlvsym(handle, "gone", "OLD_1"));
    assert_int_equal(gen_symbols_add(&symbols, library, &path, nowhere, &messages), 0);
    for (size_t i = 0; i < TEST_N(cases); i++) {
        int (*function)(void) = (int (*)(void))dlsym(handle, cases[i].symbol);

        assert_int_equal(function ? function() : 0, cases[i].version);
        assert_int_equal(gen_symbols_find(&symbols, cases[i].symbol) != NULL,
                         cases[i].version != 0);
    }
    gen_symbols_finish(&symbols);
    dlclose(handle);
}

/* The header of a library is enough to see whom it is for. */
static void a_library_for_another_is_told(void **state)
{
    struct gen_symbols symbols = {0};
    struct gen_messages messages = {0};
    struct gen_library_path path = {.platform = "s390x-linux-gnu"};

    (void)state;
    assert_int_equal(gen_symbols_add(&symbols, library_path(), &path, nowhere, &messages),
                     -1);
    assert_int_equal(messages.n_errors, 1);
    assert_int_equal(symbols.n_libraries, 0);
    gen_symbols_finish(&symbols);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_is_exported_is_found),
        cmocka_unit_test(a_library_counts_once),
        cmocka_unit_test(names_are_looked_for_in_folders),
        cmocka_unit_test(what_is_no_library_is_told),
        cmocka_unit_test(versions_are_those_of_dlsym),
        cmocka_unit_test(a_library_for_another_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
