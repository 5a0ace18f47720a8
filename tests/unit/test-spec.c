/* Annotations of specs, and the slips of the pen in them. */
#include "tests/test.h"

#include <stdio.h>
#include <string.h>

#include "gen/spec.h"

struct fixture {
    struct gen_spec spec;
    struct gen_lines lines;
    struct gen_messages messages;
};

static bool read(struct fixture *f, const char *annotation, const char *function)
{
    struct gen_place place = {"spec.h", 7, 1};

    return gen_spec_read(&f->spec, annotation, function, place, &f->lines, &f->messages);
}

static void finish(struct fixture *f)
{
    gen_spec_finish(&f->spec);
    gen_lines_finish(&f->lines);
}

static void contracts_are_written_as_the_table_does(void **state)
{
    static const struct {
        const char *annotation, *text;
    } cases[] = {
        {"fails -1 errno: EINTR, EBADF", "fails=-1:errno EBADF EINTR"},
        {"fails -1 errno: EBADF, EBADF", "fails=-1:errno EBADF"},
        {"fails -1 errno: ", "fails=-1:errno"},
        {"fails -1 errno:", "fails=-1:errno"},
        {"fails 0 none: ", "fails=0:none"},
        {"fails NULL errno: ENOMEM", "fails=NULL:errno ENOMEM"},
        {"fails nonzero result: ", "fails=nonzero:result"},
        {"fails negative -result: ", "fails=negative:-result"},
        {"fails MAP_FAILED errno: ", "fails=MAP_FAILED:errno"},
        {"fails any errno, clear: ERANGE", "fails=any:errno,clear ERANGE"},
        {"fails nonzero result/EAI_: EAI_FAIL", "fails=nonzero:result/EAI_ EAI_FAIL"},
        {"fails -1 errno, eintr=retry, blocks: ", "fails=-1:errno,eintr=retry,blocks"},
        {"fails -1 errno,blocks: ", "fails=-1:errno,blocks"},
        {"fails never: ", "fails=never"},
        {"fails never, blocks: ", "fails=never,blocks"},
        {"fails NULL none, clear, text=last: ", "fails=NULL:none,clear,text=last"},
        {"fails -1 h_errno, fresh, errno=X: ", "fails=-1:h_errno,fresh,errno=X"},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct fixture f = {0};
        const struct gen_contract *contract;
        char text[128];

        assert_true(read(&f, cases[i].annotation, "call"));
        assert_int_equal(f.messages.n_errors, 0);
        assert_non_null(gen_spec_find(&f.spec, "call"));
        contract = gen_spec_find(&f.spec, "call")->contract;
        assert_non_null(contract);
        assert_int_equal(contract->place.line, 7);
        snprintf(text, sizeof(text), "%s%s", contract->how, contract->codes);
        assert_string_equal(text, cases[i].text);
        finish(&f);
    }
}

static void slips_are_told(void **state)
{
    static const struct {
        const char *annotation, *function;
    } cases[] = {
        {"fails : ", "call"},
        {"fails -1: ", "call"},
        {"fails errno: ", "call"},
        {"fails -1 errno clear: ", "call"},
        {"fails -1 errno, : ", "call"},
        {"fails -1 errno, retry: ", "call"},
        {"fails -1 errno, eintr=perhaps: ", "call"},
        {"fails -1 somewhere: ", "call"},
        {"fails 1x errno: ", "call"},
        {"fails any errno: ", "call"},
        {"fails any errno, blocks: ", "call"},
        {"fails never, clear: ", "call"},
        {"error EBADF: ", "call"},
        {"error EBADF", "call"},
        {"no-header x.h: ", NULL},
        {"no-header x.h", NULL},
        {"units 0", NULL},
        {"units 10", NULL},
        {"units two", NULL},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct fixture f = {0};

        assert_true(read(&f, cases[i].annotation, cases[i].function));
        if (f.messages.n_errors != 1)
            fail_msg("`%s` gave %zu errors", cases[i].annotation, f.messages.n_errors);
        if (cases[i].function) {
            assert_null(gen_spec_find(&f.spec, "call")->contract);
            assert_null(gen_spec_find(&f.spec, "call")->texts);
        }
        finish(&f);
    }
}

static void notes_are_kept(void **state)
{
    struct fixture f = {0};
    const struct gen_spec_text *text;

    (void)state;
    assert_true(read(&f, "library libc.so.6", NULL));
    assert_true(read(&f, "library libm.so.6", NULL));
    assert_true(read(&f, "library libc.so.6", NULL));
    assert_true(read(&f, "headers linux/x.h", NULL));
    assert_true(read(&f, "headers *", NULL));
    assert_true(read(&f, "headers *", NULL));
    assert_true(read(&f, "units 2", NULL));
    assert_true(read(&f, "no-header sys/x.h: gone: for ever", NULL));
    assert_true(read(&f, "returns-twice", "setjmp"));
    assert_true(read(&f, "error EBADF: fd: no such", "read"));
    assert_int_equal(f.messages.n_errors, 0);
    assert_int_equal(f.spec.libraries.n_items, 2);
    assert_string_equal(f.spec.libraries.items[0].text, "libc.so.6");
    assert_string_equal(f.spec.libraries.items[1].text, "libm.so.6");
    assert_int_equal(f.spec.headers.n_items, 2);
    assert_string_equal(f.spec.headers.items[1].text, "*");
    assert_int_equal(f.spec.n_units, 2);
    assert_string_equal(gen_lines_find(&f.lines, ABX_KIND_OMIT, "sys/x.h")->text,
                        "omit sys/x.h gone: for ever");
    assert_true(gen_spec_find(&f.spec, "setjmp")->returns_twice);
    text = gen_spec_find(&f.spec, "read")->texts;
    assert_non_null(text);
    assert_null(text->next);
    assert_string_equal(text->code, "EBADF");
    assert_string_equal(text->text, "fd: no such");
    assert_false(f.spec.out_of_memory);
    finish(&f);
}

static void other_annotations_are_left_alone(void **state)
{
    static const struct {
        const char *annotation, *function;
    } cases[] = {
        {"", "call"},       {"fail -1 errno: ", "call"},   {"fails -1 errno: ", NULL},
        {"something", "x"}, {"library libc.so.6", "call"}, {"returns-twice", NULL},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct fixture f = {0};

        assert_false(read(&f, cases[i].annotation, cases[i].function));
        assert_int_equal(f.messages.n_errors, 0);
        finish(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contracts_are_written_as_the_table_does),
        cmocka_unit_test(slips_are_told),
        cmocka_unit_test(notes_are_kept),
        cmocka_unit_test(other_annotations_are_left_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
