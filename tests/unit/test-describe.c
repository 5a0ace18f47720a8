/*
 * Types as C declares them and functions in words. The command's own tests have the rest:
 * what it shows is made by the same code.
 */
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

static const char *const lines[] = {
    "const EBADF i32 9",
    "const EINTR i32 4",
    "error shut EBADF fd is not open",
    "error shut EINTR a signal came",
    "fn danger void() refused=\"ask your neighbour\"",
    "fn get_number i64(*struct list, *missing_t what) nonnull=1,2",
    "fn never_fails i32() fails=never",
    "fn old void(...) deprecated=\"use new\"",
    ("fn shut i32(i32 fd, *const char why) nonnull=2 "
     "fails=-1:errno,eintr=never,blocks EBADF EINTR"),
    "fn sort void(*void base, u64 n, __compar_fn_t compar, *(i32(*void, *void)) plain)",
    "struct list 16 8 {0 *struct list next; 8 i32 value}",
    "typedef __compar_fn_t *(i32(*const void, *const void))",
};

static const struct {
    const char *type;
    const char *name;
    const char *c;
} declarations[] = {
    {"i32", "", "int"},
    {"i32", "x", "int x"},
    {"*const char", "text", "const char *text"},
    {"const *char", "text", "char *const text"},
    {"[4]*struct list", "all", "struct list *all[4]"},
    {"*[4]u8", "row", "unsigned char (*row)[4]"},
    {"[4]i32", "", "int[4]"},
    {"*(i32(*const void a, *const void))", "compar",
     "int (*compar)(const void *a, const void *)"},
    {"__compar_fn_t", "compar", "__compar_fn_t compar"},
    {"*missing_t", "what", "? *what"},
    {"complex f64", "z", "_Complex double z"},
};

static void types_are_declared_as_c_does(void **state)
{
    struct fixture f;

    (void)state;
    fixture_read(&f, fixture_s390x, lines, TEST_N(lines));
    for (size_t i = 0; i < TEST_N(declarations); i++) {
        const struct abx_type *type = fixture_type(&f, declarations[i].type);
        char text[64];

        assert_int_equal(
            abx_type_declare(f.table, type, declarations[i].name, text, sizeof(text)),
            strlen(declarations[i].c));
        assert_string_equal(text, declarations[i].c);
        assert_int_equal(abx_type_declare(f.table, type, declarations[i].name, text, 3),
                         strlen(declarations[i].c));
        assert_memory_equal(text, declarations[i].c, 2);
        assert_int_equal(text[2], '\0');
        assert_true(abx_type_declare(f.table, type, declarations[i].name, NULL, 0) > 0);
    }
    fixture_close(&f);
}

static const struct {
    const char *function;
    const char *text;
} functions[] = {
    {"shut",
     "int shut(int fd, const char *why)\n"
     "not NULL: why\n"
     "shut fails where it returns -1; the code is then in errno.\n"
     "It may wait for something outside the process.\n"
     "Interrupted by a signal (EINTR), it must not be called again: its effect has "
     "happened.\n"
     "    EBADF: fd is not open\n"
     "    EINTR: a signal came\n"},
    {"get_number", "long get_number(struct list *, ? *what)\n"
                   "not NULL: 1, what\n"
                   "The table does not say how get_number fails.\n"},
    {"never_fails", "int never_fails(void)\nnever_fails never fails.\n"},
    {"old", "void old(...)\n"
            "The table does not say how old fails.\n"
            "old is deprecated: use new.\n"},
    {"danger", "void danger(void)\n"
               "The table does not say how danger fails.\n"
               "danger can't be called through a binding: ask your neighbour.\n"},
    {"sort", "void sort(void *base, unsigned long n, __compar_fn_t compar, "
             "int (*plain)(void *, void *))\n"
             "The table does not say how sort fails.\n"},
};

static void check_functions(struct fixture *f)
{
    for (size_t i = 0; i < TEST_N(functions); i++) {
        struct abx_function *function = NULL;
        char text[512];

        assert_int_equal(abx_table_find_declaration(f->table, functions[i].function,
                                                    &function, &f->err),
                         ABX_OK);
        assert_int_equal(abx_function_describe(function, text, sizeof(text)),
                         strlen(functions[i].text));
        assert_string_equal(text, functions[i].text);
        assert_int_equal(abx_function_describe(function, text, 8),
                         strlen(functions[i].text));
        assert_memory_equal(text, functions[i].text, 7);
    }
}

static void functions_are_described(void **state)
{
    struct fixture f;

    (void)state;
    fixture_read(&f, fixture_s390x, lines, TEST_N(lines));
    check_functions(&f);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(types_are_declared_as_c_does),
        cmocka_unit_test(functions_are_described),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
