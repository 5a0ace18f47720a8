/* What a line refers to. */
#include "tests/test.h"

#include <string.h>

#include "base/buffer.h"
#include "gen/references.h"

static const struct {
    enum abx_kind kind;
    const char *name, *rest;
    const char *wanted;
} cases[] = {
    {ABX_KIND_FN, "f", "void()", "t:void"},
    {ABX_KIND_FN, "f", "a_t(*const b_t c_t, *struct d e, ..., enum f_t)",
     "t:a_t t:b_t t:struct d t:enum f_t"},
    {ABX_KIND_FN, "f", "i32(*(void(u8, x_t sig)) handler, [3]*volatile union u)",
     "t:i32 t:void t:u8 t:x_t t:union u"},
    {ABX_KIND_FN, "f", "i32(?) symbol=g_t in=libz.so.1 nonnull=1,2 noreturn", "t:i32"},
    {ABX_KIND_FN, "f", "i32() noreturn returns-twice", "t:i32"},
    {ABX_KIND_FN, "f", "i32() fails=never", "t:i32"},
    {ABX_KIND_FN, "f", "i32() fails=-1:errno,clear,eintr=retry EA EB", "t:i32 c:EA c:EB"},
    {ABX_KIND_FN, "f", "i32() symbol=g fails=MAP_FAILED:none", "t:i32 c:MAP_FAILED"},
    {ABX_KIND_FN, "f", "i32() fails=A_CONSTANT_WITH_A_NAME_OF_40_CHARACTERS_:none",
     "t:i32 c:A_CONSTANT_WITH_A_NAME_OF_40_CHARACTERS_"},
    {ABX_KIND_FN, "f", "i32() fails=NULL:errno", "t:i32"},
    {ABX_KIND_FN, "f", "i32() fails=nonzero:result/EAI_,blocks EAI_A",
     "t:i32 p:EAI_ c:EAI_A"},
    {ABX_KIND_VAR, "v", "[4]a_t symbol=b_t", "t:a_t"},
    {ABX_KIND_TYPEDEF, "t", "*(i32(a_t, *b_t c)) align=16", "t:i32 t:a_t t:b_t"},
    {ABX_KIND_TYPEDEF, "t", "struct 8 8 {0 a_t a; 4.3:5 b_t b}", "t:a_t t:b_t"},
    {ABX_KIND_TYPEDEF, "t", "enum u32 {A B}", "c:A c:B"},
    {ABX_KIND_TYPEDEF, "t", "enum u32 {}", ""},
    {ABX_KIND_STRUCT, "s",
     "16 8 {0 union 8 8 {0 a_t a; 0 enum i32 {A B} b} u; 8 *struct s next; 16 []c_t "
     "rest}",
     "t:a_t c:A c:B t:struct s t:c_t"},
    {ABX_KIND_STRUCT, "s", "4 4 {0 enum u32 {A} ; 4 const atomic a_t a}", "c:A t:a_t"},
    {ABX_KIND_STRUCT, "s", "incomplete", ""},
    {ABX_KIND_UNION, "u", "4 4 {0 enum e e}", "t:enum e"},
    {ABX_KIND_ENUM, "e", "u32 {A}", "c:A"},
    {ABX_KIND_CONST, "C", "*a_t 0xff", "t:a_t"},
    {ABX_KIND_CONST, "C", "[9]char \"a_t = b_t\"", "t:char"},
    {ABX_KIND_CONST, "C", "f64 inf", "t:f64"},
    {ABX_KIND_ALIAS, "a", "target", "a:target"},
    {ABX_KIND_ERROR, "f EA", "the text = names nothing", "c:EA"},
    {ABX_KIND_OMIT, "o", "takes arguments", ""},
    {ABX_KIND_MEMBER, "m", "a.b struct s", ""},
};

static void every_reference_is_found(void **state)
{
    static const char letters[] = {[GEN_REFERS_TO_TYPE] = 't',
                                   [GEN_REFERS_TO_CONSTANT] = 'c',
                                   [GEN_REFERS_TO_CONSTANTS] = 'p',
                                   [GEN_REFERS_TO_TARGET] = 'a'};

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct gen_lines lines = {0};
        struct gen_references references;
        struct gen_reference reference;
        struct abx_buffer text = {0};

        gen_references_init(&references, gen_lines_add(&lines, cases[i].kind,
                                                       cases[i].name, cases[i].rest, 1));
        while (gen_references_next(&references, &reference))
            abx_buffer_printf(&text, "%s%c:%.*s", text.size ? " " : "",
                              letters[reference.kind], (int)reference.size,
                              reference.text);
        assert_string_equal(abx_buffer_text(&text), cases[i].wanted);
        abx_buffer_finish(&text);
        gen_lines_finish(&lines);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_reference_is_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
