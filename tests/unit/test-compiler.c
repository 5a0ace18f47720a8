/*
 * What the parser is told, after a compiler that is a script: it answers as the case says.
 */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gen/compiler.h"

#define MACROS "#define __VERSION__ \"12.2.0\"\n"

struct answers {
    const char *machine;
    const char *macros;
    const char *link;
};

static char path[] = "/tmp/abidex-compiler-XXXXXX";

static void write_script(const struct answers *answers)
{
    FILE *script = fopen(path, "w");

    assert_non_null(script);
    fprintf(script,
            "#!/bin/sh\n"
            "for word; do\n"
            "case $word in\n"
            "-dumpmachine) echo %s ;;\n"
            "-dM) cat <<'END'\n%s"
            "#include \"...\" search starts here:\n"
            "#include <...> search starts here:\n"
            " /proc\n /usr/include/own\n /usr/include\nEnd of search list.\nEND\n;;\n"
            "-print-file-name=include) echo /proc ;;\n"
            "'-###') echo '%s' ;;\n"
            "esac\ndone\n",
            answers->machine, answers->macros, answers->link);
    fclose(script);
    assert_int_equal(chmod(path, 0700), 0);
}

static int init(struct gen_compiler *compiler, const struct answers *answers,
                const char *more)
{
    static char command[128];
    struct gen_options options = {.compiler = command};
    struct gen_messages messages = {0};
    int answer;

    write_script(answers);
    snprintf(command, sizeof(command), "%s%s", path, more);
    answer = gen_compiler_init(compiler, &options, &messages);
    assert_int_equal(messages.n_errors, answer < 0 ? 1 : 0);
    return answer;
}

static void join(char *text, size_t size, const struct abx_words *words)
{
    size_t n = 0;

    text[0] = '\0';
    for (size_t i = 0; i < words->n_items; i++)
        n += (size_t)snprintf(text + n, size - n, "%s ",
                              words->items[i] ? words->items[i] : "(own)");
}

static void choices_of_abi_become_options(void **state)
{
    static const struct {
        struct answers answers;
        const char *args;
    } cases[] = {
        {{"x86_64-pc-linux-gnu", MACROS, ""}, "-target x86_64-linux-gnu -fsigned-char "},
        {{"aarch64-linux-gnu", MACROS "#define __CHAR_UNSIGNED__ 1\n", ""},
         "-target aarch64-linux-gnu -funsigned-char "},
        {{"armv7l-linux-gnueabihf", MACROS "#define __arm__ 1\n#define __ARM_PCS_VFP 1\n",
          ""},
         "-target arm-linux-gnueabihf -fsigned-char -mfloat-abi=hard "},
        {{"arm-linux-gnueabi", MACROS "#define __arm__ 1\n#define __SOFTFP__ 1\n", ""},
         "-target arm-linux-gnueabi -fsigned-char -mfloat-abi=soft "},
        {{"riscv64-linux-gnu",
          MACROS "#define __riscv_xlen 64\n#define __riscv_float_abi_single 1\n", ""},
         "-target riscv64-linux-gnu -fsigned-char -mabi=lp64f "},
        {{"x86_64-linux-gnu", MACROS "#define __i386__ 1\n", ""},
         "-target i686-linux-gnu -fsigned-char -m32 "},
        {{"x86_64-linux-gnu", MACROS,
          "/ld -dynamic-linker /lib/ld-musl-x86_64.so.1 -L/a -L b"},
         "-target x86_64-linux-musl -fsigned-char "},
        {{"x86_64-linux-gnu", MACROS, "\"/ld\" \"-dynamic-linker\" \"/lib64/ld.so\""},
         "-target x86_64-linux-gnu -fsigned-char "},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct gen_compiler compiler;
        char text[256];

        assert_int_equal(init(&compiler, &cases[i].answers, " -O2"), 0);
        join(text, sizeof(text), &compiler.args);
        assert_string_equal(text, cases[i].args);
        gen_compiler_finish(&compiler);
    }
}

static void folders_keep_their_order(void **state)
{
    static const struct answers answers = {
        "x86_64-linux-gnu", MACROS, "ld -L/first -dynamic-linker /lib/ld.so -L second"};
    struct gen_compiler compiler;
    char text[256];

    (void)state;
    assert_int_equal(init(&compiler, &answers, ""), 0);
    join(text, sizeof(text), &compiler.folders);
    assert_string_equal(text, "(own) /usr/include/own /usr/include ");
    join(text, sizeof(text), &compiler.asked.library_dirs);
    assert_string_equal(text, "/first second ");
    gen_compiler_finish(&compiler);
}

static void macros_follow_the_rule(void **state)
{
    static const struct {
        const char *name;
        const char *text;
        const char *in_line; /* NULL: left alone */
    } cases[] = {
        {"__INT_FAST16_TYPE__", "long int", "#define __INT_FAST16_TYPE__ long int\n"},
        {"__INT_FAST16_MAX__", "0x7fffL", "#define __INT_FAST16_MAX__ 0x7fffL\n"},
        {"__INT_WIDTH__", "32", "#define __INT_WIDTH__ 32\n"},
        {"__SIZEOF_LONG__", "4", "__SIZEOF_LONG__ != 4\n"},
        {"__LDBL_MANT_DIG__", "64", "__LDBL_MANT_DIG__ != 64\n"},
        {"__DBL_MAX__", "((double)1.5e+308L)", NULL},
        {"__ACCUM_MAX__", "0X7FFFP-15K", NULL},
        {"__GNUC__", "12", NULL},
        {"__SSE2__", "1", NULL},
        {"__GCC_IEC_559", "2", NULL},
        {"MY_MAX__", "2", NULL},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct answers answers = {"x86_64-linux-gnu", NULL, ""};
        struct gen_compiler compiler;
        char macros[256];

        snprintf(macros, sizeof(macros), MACROS "#define %s %s\n", cases[i].name,
                 cases[i].text);
        answers.macros = macros;
        assert_int_equal(init(&compiler, &answers, ""), 0);
        if (cases[i].in_line)
            assert_non_null(strstr(abx_buffer_text(&compiler.text), cases[i].in_line));
        else
            assert_int_equal(compiler.text.size, 0);
        gen_compiler_finish(&compiler);
    }
}

static void what_is_no_toolchain_is_refused(void **state)
{
    static const struct {
        struct answers answers;
        const char *more;
    } cases[] = {
        {{"x86_64-linux-gnu", MACROS, ""}, " -DX=1"},
        {{"x86_64-linux-gnu", MACROS, ""}, " -U X"},
        {{"x86_64-linux-gnu", MACROS, ""}, " -include x.h"},
        {{"x86_64-linux-gnu", "", ""}, ""},
        {{"", MACROS, ""}, ""},
        {{"x86_64-linux-gnu; exit 3", MACROS, ""}, ""},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct gen_compiler compiler;

        assert_int_equal(init(&compiler, &cases[i].answers, cases[i].more), -1);
        gen_compiler_finish(&compiler);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(choices_of_abi_become_options),
        cmocka_unit_test(folders_keep_their_order),
        cmocka_unit_test(macros_follow_the_rule),
        cmocka_unit_test(what_is_no_toolchain_is_refused),
    };
    int fd = mkstemp(path);
    int failed;

    close(fd);
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    unlink(path);
    return failed;
}
