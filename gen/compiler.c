/*
 * A compiler's predefined macros tell of four things, and each is brought in line in one
 * way:
 *
 * - Choices of ABI, such as the sign of char, for which compilers have an option: the
 *   parser gets the option. A macro alone would leave it computing with other layouts.
 * - Names of integer types and their limits (__*_TYPE__, __*_MAX__, __*_WIDTH__): headers
 *   take them as they are, so they are redefined to the compiler's text, where the parser
 *   has the macro too.
 * - What headers are to declare (_TIME_BITS, _FILE_OFFSET_BITS), where the compiler of a
 *   distribution has a choice of its own: the parser gets the same.
 * - All else belongs to the compiler itself: its version, built-in functions, processor
 *   features. It stays the parser's own; to promise what another compiler has would lead
 *   headers where the parser can't follow.
 *
 * Then the sizes and formats of the basic types are compared, macro by macro, when the
 * sources are parsed: what no option brought in line is an error, not a mixture.
 */
#include "gen/compiler.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int fail_memory(struct gen_messages *messages)
{
    gen_error(messages, (struct gen_place){0}, "out of memory");
    return -1;
}

/* ---- choices of ABI */

/* "NAME": defined; "!NAME": not; "NAME=TEXT": defined so. All must hold. */
static const struct {
    const char *conditions[3];
    const char *option;
} choices[] = {
    {{"__CHAR_UNSIGNED__"}, "-funsigned-char"},
    {{"!__CHAR_UNSIGNED__"}, "-fsigned-char"},
    {{"__SIZEOF_WCHAR_T__=2"}, "-fshort-wchar"},
    {{"__ARM_SIZEOF_MINIMAL_ENUM=1"}, "-fshort-enums"},
    {{"__i386__"}, "-m32"},
    {{"__MINGW32__", "!__clang__"}, "-fms-extensions"},
    {{"__i386__", "__FLT_EVAL_METHOD__=2"}, "-mno-sse"},
    {{"__x86_64__", "__ILP32__"}, "-mx32"},
    {{"__x86_64__", "__LONG_DOUBLE_64__"}, "-mlong-double-64"},
    {{"__x86_64__", "__LONG_DOUBLE_128__"}, "-mlong-double-128"},
    {{"__arm__", "__ARM_PCS_VFP"}, "-mfloat-abi=hard"},
    {{"__arm__", "!__ARM_PCS_VFP", "__SOFTFP__"}, "-mfloat-abi=soft"},
    {{"__arm__", "!__ARM_PCS_VFP", "!__SOFTFP__"}, "-mfloat-abi=softfp"},
    {{"__riscv_xlen=64", "__riscv_float_abi_double"}, "-mabi=lp64d"},
    {{"__riscv_xlen=64", "__riscv_float_abi_single"}, "-mabi=lp64f"},
    {{"__riscv_xlen=64", "__riscv_float_abi_soft"}, "-mabi=lp64"},
    {{"__riscv_xlen=32", "__riscv_float_abi_double"}, "-mabi=ilp32d"},
    {{"__riscv_xlen=32", "__riscv_float_abi_single"}, "-mabi=ilp32f"},
    {{"__riscv_xlen=32", "__riscv_float_abi_soft"}, "-mabi=ilp32"},
    {{"__powerpc64__", "_CALL_ELF=1"}, "-mabi=elfv1"},
    {{"__powerpc64__", "_CALL_ELF=2"}, "-mabi=elfv2"},
    {{"__powerpc64__", "__LONG_DOUBLE_IBM128__"}, "-mabi=ibmlongdouble"},
    {{"__powerpc64__", "__LONG_DOUBLE_IEEE128__"}, "-mabi=ieeelongdouble"},
};

static bool holds(const struct abx_compiler *asked, const char *condition)
{
    struct abx_buffer name = {0};
    const char *equals, *text;
    bool result;

    if (!condition)
        return true;
    if (*condition == '!')
        return !abx_compiler_find_macro(asked, condition + 1);
    equals = strchr(condition, '=');
    abx_buffer_put(&name, condition,
                   equals ? (size_t)(equals - condition) : strlen(condition));
    text = abx_compiler_find_macro(asked, abx_buffer_text(&name));
    result = text && (!equals || !strcmp(text, equals + 1));
    abx_buffer_finish(&name);
    return result;
}

static bool add_choices(struct gen_compiler *compiler)
{
    for (size_t i = 0; i < sizeof(choices) / sizeof(*choices); i++) {
        const char *const *conditions = choices[i].conditions;

        if (holds(&compiler->asked, conditions[0]) &&
            holds(&compiler->asked, conditions[1]) &&
            holds(&compiler->asked, conditions[2]) &&
            !abx_words_add(&compiler->args, choices[i].option))
            return false;
    }
    return true;
}

/* ---- macros */

static bool ends_with(const char *name, const char *end)
{
    size_t size = strlen(name), end_size = strlen(end);

    return size > end_size && !strcmp(name + size - end_size, end);
}

static bool is_integer(const char *text)
{
    return *text && strspn(text, "0123456789") &&
           !text[strspn(text, "0123456789abcdefABCDEFxXuUlL")];
}

static bool is_of_integers(const char *name, const char *text)
{
    if (strncmp(name, "__", 2) != 0)
        return false;
    return ends_with(name, "_TYPE__") ||
           ((ends_with(name, "_MAX__") || ends_with(name, "_WIDTH__")) &&
            is_integer(text));
}

static bool is_of_layout(const char *name)
{
    static const char *const names[] = {"__BYTE_ORDER__", "__CHAR_BIT__",
                                        "__FLT_EVAL_METHOD__", "__LDBL_MANT_DIG__"};

    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (!strcmp(name, names[i]))
            return true;
    return !strncmp(name, "__SIZEOF_", strlen("__SIZEOF_"));
}

/* What the command itself chose of the processor or the ABI may be what is too much. */
static void put_hint(struct abx_buffer *out, const struct abx_words *words)
{
    const char *begin = "; perhaps it does without ";

    for (size_t i = 1; i < words->n_items; i++)
        if (!strncmp(words->items[i], "-m", 2) || !strncmp(words->items[i], "-f", 2)) {
            abx_buffer_printf(out, "%s%s", begin, words->items[i]);
            begin = " and ";
        }
}

static bool is_of_headers(const char *name)
{
    static const char *const names[] = {"_FILE_OFFSET_BITS", "_LARGEFILE64_SOURCE",
                                        "_LARGEFILE_SOURCE", "_TIME_BITS"};

    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (!strcmp(name, names[i]))
            return true;
    return false;
}

static void put_macro(struct gen_compiler *compiler, const char *name, const char *text)
{
    if (is_of_layout(name)) {
        abx_buffer_printf(&compiler->text,
                          "#if defined %s && %s != %s\n"
                          "#error %s is %s by %s, and no option tells libclang so",
                          name, name, text, name, text, compiler->asked.command);
        put_hint(&compiler->text, &compiler->asked.words);
        abx_buffer_puts(&compiler->text, "\n#endif\n");
    } else if (is_of_integers(name, text)) {
        abx_buffer_printf(&compiler->text,
                          "#ifdef %s\n#undef %s\n#define %s %s\n#endif\n", name, name,
                          name, text);
    } else if (is_of_headers(name)) {
        abx_buffer_printf(&compiler->text, "#ifndef %s\n#define %s %s\n#endif\n", name,
                          name, text);
    }
}

/* ---- folders */

static bool is_same_folder(const char *a, const char *b)
{
    char *real_a = realpath(a, NULL), *real_b = realpath(b, NULL);
    bool is_same = real_a && real_b && !strcmp(real_a, real_b);

    free(real_a);
    free(real_b);
    return is_same;
}

/* The headers that GCC mends for itself lie beside its own, and are as useless here. */
static bool is_fixed(const struct abx_compiler *asked, const char *folder)
{
    struct abx_buffer fixed = {0};
    bool is_same;

    abx_buffer_printf(&fixed, "%s-fixed", asked->own_headers);
    is_same = is_same_folder(folder, abx_buffer_text(&fixed));
    abx_buffer_finish(&fixed);
    return is_same;
}

/* The compiler's folders in its order, the parser's own headers in place of its own. */
static bool add_folders(struct gen_compiler *compiler)
{
    const struct abx_compiler *asked = &compiler->asked;

    for (size_t i = 0; i < asked->folders.n_items; i++) {
        const char *folder = asked->folders.items[i];

        if (is_same_folder(folder, asked->own_headers))
            folder = NULL;
        else if (is_fixed(asked, folder))
            continue;
        if (!abx_words_add(&compiler->folders, folder))
            return false;
    }
    return true;
}

static int ask(struct gen_compiler *compiler, const char *command,
               struct gen_messages *messages)
{
    struct abx_compiler *asked = &compiler->asked;

    compiler->is_asked = true;
    if (abx_compiler_init(asked, command, NULL) < 0) {
        gen_error(messages, (struct gen_place){0}, "%s", abx_buffer_text(&asked->error));
        return -1;
    }
    if (!abx_words_add(&compiler->args, "-target") ||
        !abx_words_add(&compiler->args, asked->platform) || !add_choices(compiler) ||
        !add_folders(compiler))
        return fail_memory(messages);
    for (size_t i = 0; i < asked->macros.n_items; i++)
        put_macro(compiler, asked->macros.items[i].key, asked->macros.items[i].value);
    return compiler->text.failed ? fail_memory(messages) : 0;
}

/* ---- without a compiler */

/* A folder of a sysroot, if it is there. */
static bool add_existing(struct gen_compiler *compiler, const char *sysroot,
                         const char *folder, const char *target)
{
    struct abx_buffer path = {0};
    const char *copy = "";
    bool is_there;

    abx_buffer_printf(&path, "%s/%s%s%s", sysroot, folder, target ? "/" : "",
                      target ? target : "");
    is_there = !path.failed && access(path.data, X_OK) == 0;
    if (is_there)
        copy = abx_arena_copy(&compiler->arena, path.data, path.size);
    abx_buffer_finish(&path);
    return copy && (!is_there || abx_words_add(&compiler->folders, copy));
}

/* A sysroot is a whole system, or what cross toolchains have: include/ and lib/. */
static int look(struct gen_compiler *compiler, const struct gen_options *options,
                struct gen_messages *messages)
{
    const char *root = options->sysroot;

    if (options->target && (!abx_words_add(&compiler->args, "-target") ||
                            !abx_words_add(&compiler->args, options->target)))
        return fail_memory(messages);
    if (!abx_words_add(&compiler->folders, NULL) ||
        !add_existing(compiler, root, "usr/local/include", NULL) ||
        (options->target &&
         !add_existing(compiler, root, "usr/include", options->target)) ||
        !add_existing(compiler, root, "usr/include", NULL) ||
        !add_existing(compiler, root, "include", NULL))
        return fail_memory(messages);
    if (compiler->folders.n_items > 1)
        return 0;
    gen_error(messages, (struct gen_place){0},
              "--sysroot: %s has neither usr/include nor include", root);
    return -1;
}

int gen_compiler_init(struct gen_compiler *compiler, const struct gen_options *options,
                      struct gen_messages *messages)
{
    *compiler = (struct gen_compiler){0};
    compiler->is_foreign = options->compiler || options->sysroot;
    if (options->compiler)
        return ask(compiler, options->compiler, messages);
    return options->sysroot ? look(compiler, options, messages) : 0;
}

void gen_compiler_finish(struct gen_compiler *compiler)
{
    abx_compiler_finish(&compiler->asked);
    abx_words_finish(&compiler->args);
    abx_words_finish(&compiler->folders);
    abx_buffer_finish(&compiler->text);
    abx_arena_finish(&compiler->arena);
    *compiler = (struct gen_compiler){0};
}
