/*
 * Options that a toolchain may have: those that say where things are, those that the
 * compiler tells of by a macro, so that the parser is brought in line, and those that
 * change nothing that a table holds. Any other may make the headers say something else,
 * functions be called in another way, or the compiler do something else than answer,
 * without a trace.
 */
#include "target/toolchain.h"

#include <string.h>

enum form {
    WHOLE,    /* the word itself */
    BEGINS,   /* with more behind it */
    ARGUMENT, /* the word, and the next one is its argument */
    BOTH,     /* the argument may stand in either place */
};

static const struct row {
    const char *name;
    enum form form;
    const char *machine; /* a macro that has to be defined; NULL: none */
} rows[] = {
    {"-m32", WHOLE, NULL},
    {"-m64", WHOLE, NULL},
    {"-mx32", WHOLE, NULL},
    {"-marm", WHOLE, NULL},
    {"-mthumb", WHOLE, NULL},
    {"-mabi=", BEGINS, "__riscv"},
    {"-mabi=", BEGINS, "__powerpc64__"},
    {"-mabi=", BEGINS, "__aarch64__"},
    {"-march=", BEGINS, NULL},
    {"-mcpu=", BEGINS, NULL},
    {"-mtune=", BEGINS, NULL},
    {"-mfpu=", BEGINS, NULL},
    {"-mfloat-abi=", BEGINS, NULL},
    {"-mlong-double-", BEGINS, NULL},
    {"-fsigned-char", WHOLE, NULL},
    {"-funsigned-char", WHOLE, NULL},
    {"-fshort-wchar", WHOLE, NULL},
    {"-fshort-enums", WHOLE, "__arm__"},
    {"--sysroot=", BEGINS, NULL},
    {"--sysroot", ARGUMENT, NULL},
    {"-isysroot", BOTH, NULL},
    {"-isystem", BOTH, NULL},
    {"-idirafter", BOTH, NULL},
    {"-target", ARGUMENT, NULL},
    {"--target=", BEGINS, NULL},
    {"-resource-dir=", BEGINS, NULL},
    {"-resource-dir", ARGUMENT, NULL},
    {"-specs=", BEGINS, NULL},
    {"-B", BOTH, NULL},
    {"-L", BOTH, NULL},
    {"-O", BEGINS, NULL},
    {"-g", BEGINS, NULL},
    {"-std=", BEGINS, NULL},
    {"-pipe", WHOLE, NULL},
    {"-static", WHOLE, NULL},
    {"-w", WHOLE, NULL},
    {"-Wl,", BEGINS, NULL},
    {"-Wall", WHOLE, NULL},
    {"-Wextra", WHOLE, NULL},
    {"-Werror", BEGINS, NULL},
    {"-Wno-", BEGINS, NULL},
};

static const struct row *find_row(const char *word, const struct abx_map *macros)
{
    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
        const struct row *row = &rows[i];
        size_t size = strlen(row->name);
        bool is_open = row->form == BEGINS || row->form == BOTH;

        if ((is_open ? !strncmp(word, row->name, size) : !strcmp(word, row->name)) &&
            (!macros || !row->machine ||
             abx_map_find(macros, row->machine, strlen(row->machine))))
            return row;
    }
    return NULL;
}

/* In front of the options a word names the compiler, or what runs it; behind them a word
 * that is no option's argument would be a file to be compiled. */
const char *abx_toolchain_find_stranger(const struct abx_words *words,
                                        const struct abx_map *macros)
{
    bool has_options = false;

    for (size_t i = 1; i < words->n_items; i++) {
        const char *word = words->items[i];
        const struct row *row;

        if (!has_options && *word != '-' && *word != '@')
            continue;
        has_options = true;
        row = find_row(word, macros);
        if (!row)
            return word;
        if (row->form == ARGUMENT || (row->form == BOTH && !word[strlen(row->name)]))
            i++;
    }
    return NULL;
}
