/*
 * Objects in COFF format, put together byte by byte here, so that each field is where the
 * test says: of both machines, with what compilers make seldom, and damaged in every byte.
 */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "target/coff.h"

/* The file: header, three sections, .rdata's bytes, relocations, symbols, strings. */
enum {
    SECTIONS = 20,
    BYTES = SECTIONS + 3 * 40,
    RELOCATIONS = BYTES + 16,
    SYMBOLS = RELOCATIONS + 2 * 10,
    N_SYMBOLS = 6,
    STRINGS = SYMBOLS + N_SYMBOLS * 18,
    STRINGS_SIZE = 4 + 16 + 16,
    FILE_SIZE = STRINGS + STRINGS_SIZE,
};

static void put_16(unsigned char *at, unsigned value)
{
    at[0] = (unsigned char)value;
    at[1] = (unsigned char)(value >> 8);
}

static void put_32(unsigned char *at, unsigned value)
{
    put_16(at, value & 0xffff);
    put_16(at + 2, value >> 16);
}

static void put_section(unsigned char *file, unsigned number, const char *name,
                        unsigned flags)
{
    unsigned char *at = file + SECTIONS + (size_t)(number - 1) * 40;

    memcpy(at, name, strlen(name));
    put_32(at + 36, flags);
}

static void put_symbol(unsigned char *file, unsigned index, const char *name,
                       unsigned value, unsigned section_and_class)
{
    unsigned char *at = file + SYMBOLS + (size_t)index * 18;

    memcpy(at, name, strlen(name));
    put_32(at + 8, value);
    put_16(at + 12, section_and_class >> 8);
    at[16] = (unsigned char)section_and_class;
}

/* Section 1 holds 16 bytes and two relocations, 2 zeros, 3 has a long name. */
static void make_sections(unsigned char *file)
{
    unsigned char *first = file + SECTIONS;

    put_section(file, 1, ".rdata", 0x40);
    put_32(first + 16, 16);
    put_32(first + 20, BYTES);
    put_32(first + 24, RELOCATIONS);
    put_16(first + 32, 2);
    put_section(file, 2, ".bss", 0x80);
    put_32(first + 40 + 16, 1000);
    put_section(file, 3, "/20", 0);
    memcpy(file + BYTES, "\4\0\0\0CreateFileW", 16);
    put_32(file + RELOCATIONS, 0);
    put_32(file + RELOCATIONS + 4, 4);
    put_16(file + RELOCATIONS + 8, 1);
    put_32(file + RELOCATIONS + 10, 8);
    put_32(file + RELOCATIONS + 14, 2);
    put_16(file + RELOCATIONS + 18, 6);
}

/* The file's name with a record more; data; static; long-named; imported; common. */
static unsigned char *make_file(unsigned machine)
{
    unsigned char *file = calloc(1, FILE_SIZE);

    assert_non_null(file);
    put_16(file, machine);
    put_16(file + 2, 3);
    put_32(file + 8, SYMBOLS);
    put_32(file + 12, N_SYMBOLS);
    make_sections(file);
    put_symbol(file, 0, ".file", 0, 0xfffe00 | 103);
    file[SYMBOLS + 17] = 1;
    memset(file + SYMBOLS + 18, 0xff, 18);
    put_symbol(file, 2, "own", 8, 0x100 | ABX_COFF_STATIC);
    put_symbol(file, 3, "", 4, 0x100 | ABX_COFF_EXTERNAL);
    put_32(file + SYMBOLS + (size_t)3 * 18 + 4, 4);
    put_symbol(file, 4, "_f@12345", 0, ABX_COFF_EXTERNAL);
    put_symbol(file, 5, "common", 32, ABX_COFF_EXTERNAL);
    put_32(file + STRINGS, STRINGS_SIZE);
    memcpy(file + STRINGS + 4, "abidex_cells_lg", 16);
    memcpy(file + STRINGS + 20, ".long_section_n", 16);
    return file;
}

static void expect_name(struct abx_coff_name name, const char *text)
{
    assert_int_equal(name.size, strlen(text));
    assert_memory_equal(name.text, text, name.size);
}

static void both_machines_are_read(void **state)
{
    static const unsigned machines[] = {ABX_COFF_AMD64, ABX_COFF_I386};
    static const char *const names[] = {"x86_64", "i686"};

    (void)state;
    for (size_t i = 0; i < TEST_N(machines); i++) {
        unsigned char *file = make_file(machines[i]);
        struct abx_coff coff;

        assert_null(abx_coff_init(&coff, file, FILE_SIZE));
        assert_int_equal(coff.machine, machines[i]);
        assert_string_equal(abx_coff_architecture(coff.machine), names[i]);
        assert_int_equal(coff.n_sections, 3);
        free(file);
    }
}

static void sections_are_read(void **state)
{
    unsigned char *file = make_file(ABX_COFF_AMD64);
    struct abx_coff_section section;
    struct abx_coff coff;
    uint32_t addend;

    (void)state;
    assert_null(abx_coff_init(&coff, file, FILE_SIZE));
    assert_true(abx_coff_get_section(&coff, 1, &section));
    expect_name(section.name, ".rdata");
    assert_int_equal(section.size, 16);
    assert_ptr_equal(section.data, file + BYTES);
    assert_true(abx_coff_get_addend(&section, 0, &addend));
    assert_int_equal(addend, 4);
    assert_false(abx_coff_get_addend(&section, 13, &addend));
    expect_name(abx_coff_text_at(&section, 4), "CreateFileW");
    expect_name(abx_coff_text_at(&section, 16), "");
    file[BYTES + 15] = 'x'; /* no text ends in another section */
    expect_name(abx_coff_text_at(&section, 4), "");
    assert_true(abx_coff_get_section(&coff, 2, &section));
    assert_int_equal(section.size, 1000);
    assert_null(section.data);
    assert_false(abx_coff_get_addend(&section, 0, &addend));
    assert_true(abx_coff_get_section(&coff, 3, &section));
    expect_name(section.name, ".long_section_n");
    assert_false(abx_coff_get_section(&coff, 0, &section));
    assert_false(abx_coff_get_section(&coff, 4, &section));
    free(file);
}

static void symbols_are_read(void **state)
{
    static const struct {
        const char *name;
        unsigned value, section, class;
    } expected[] = {
        {".file", 0, 0, 103},
        {"own", 8, 1, ABX_COFF_STATIC},
        {"abidex_cells_lg", 4, 1, ABX_COFF_EXTERNAL},
        {"_f@12345", 0, 0, ABX_COFF_EXTERNAL},
        {"common", 32, 0, ABX_COFF_EXTERNAL},
    };
    unsigned char *file = make_file(ABX_COFF_I386);
    struct abx_coff_symbol symbol;
    struct abx_coff coff;
    uint32_t index = 0;

    (void)state;
    assert_null(abx_coff_init(&coff, file, FILE_SIZE));
    for (size_t i = 0; i < TEST_N(expected); i++) {
        assert_true(abx_coff_next_symbol(&coff, &index, &symbol));
        expect_name(symbol.name, expected[i].name);
        assert_int_equal(symbol.value, expected[i].value);
        assert_int_equal(symbol.section, expected[i].section);
        assert_int_equal(symbol.class, expected[i].class);
    }
    put_16(file + SYMBOLS + (size_t)5 * 18 + 12, 0xffff);
    assert_true(abx_coff_get_symbol(&coff, 5, &symbol));
    assert_int_equal(symbol.section, ABX_COFF_ABSOLUTE);
    assert_false(abx_coff_next_symbol(&coff, &index, &symbol));
    assert_int_equal(index, N_SYMBOLS);
    free(file);
}

static void relocations_are_read(void **state)
{
    unsigned char *file = make_file(ABX_COFF_AMD64);
    struct abx_coff_relocation relocation;
    struct abx_coff_section section;
    struct abx_coff coff;

    (void)state;
    assert_null(abx_coff_init(&coff, file, FILE_SIZE));
    assert_true(abx_coff_get_section(&coff, 1, &section));
    assert_true(abx_coff_get_relocation(&coff, &section, 1, &relocation));
    assert_int_equal(relocation.offset, 8);
    assert_int_equal(relocation.symbol, 2);
    assert_int_equal(relocation.type, 6);
    assert_false(abx_coff_get_relocation(&coff, &section, 2, &relocation));
    free(file);
}

/* The first of them tells how many there are. */
static void relocations_overflow(void **state)
{
    unsigned char *file = make_file(ABX_COFF_AMD64);
    struct abx_coff_relocation relocation;
    struct abx_coff_section section;
    struct abx_coff coff;

    (void)state;
    put_16(file + SECTIONS + 32, 0xffff);
    put_32(file + SECTIONS + 36, 0x01000040);
    put_32(file + RELOCATIONS, 2);
    assert_null(abx_coff_init(&coff, file, FILE_SIZE));
    assert_true(abx_coff_get_section(&coff, 1, &section));
    assert_int_equal(section.n_relocations, 1);
    assert_true(abx_coff_get_relocation(&coff, &section, 0, &relocation));
    assert_int_equal(relocation.offset, 8);
    put_32(file + RELOCATIONS, 0);
    assert_false(abx_coff_get_section(&coff, 1, &section));
    put_32(file + RELOCATIONS, 0x10000000);
    assert_false(abx_coff_get_section(&coff, 1, &section));
    free(file);
}

static void names_lose_what_the_linker_adds(void **state)
{
    static const struct {
        unsigned machine;
        const char *name, *in_c;
    } cases[] = {
        {ABX_COFF_I386, "_malloc", "malloc"},
        {ABX_COFF_I386, "__exit", "_exit"},
        {ABX_COFF_I386, "_CreateFileW@28", "CreateFileW"},
        {ABX_COFF_I386, "@fast@8", "fast"},
        {ABX_COFF_I386, "vector@@16", "vector"},
        {ABX_COFF_I386, "plain", "plain"},
        {ABX_COFF_I386, "_odd@", "odd@"},
        {ABX_COFF_I386, "@odd", "@odd"},
        {ABX_COFF_I386, "@4", "@4"},
        {ABX_COFF_I386, "_", ""},
        {ABX_COFF_I386, "", ""},
        {ABX_COFF_AMD64, "_exit", "_exit"},
        {ABX_COFF_AMD64, "name@4", "name@4"},
    };

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        struct abx_coff_name name = {cases[i].name, strlen(cases[i].name)};

        expect_name(abx_coff_undecorate((uint16_t)cases[i].machine, name), cases[i].in_c);
    }
}

/* Whoever asks on does not read beyond the file. */
static void expect_empty(const struct abx_coff *coff)
{
    struct abx_coff_section section;
    struct abx_coff_symbol symbol;
    uint32_t index = 0;

    assert_false(abx_coff_get_section(coff, 1, &section));
    assert_false(abx_coff_get_symbol(coff, 0, &symbol));
    assert_false(abx_coff_next_symbol(coff, &index, &symbol));
}

static void other_files_are_refused(void **state)
{
    static const struct {
        size_t offset;
        unsigned value;
        const char *reason;
    } cases[] = {
        {0, 0x1234, "not in COFF format, or for an unknown machine"},
        {2, 0x7fff, "sections lie beyond"},
        {8, 0x7fff, "symbols lie beyond"},
        {12, 0x7fff, "symbols lie beyond"},
        {STRINGS, 0x7fff, "names lie beyond"},
        {STRINGS, 3, "names lie beyond"},
    };
    struct abx_coff coff;

    (void)state;
    for (size_t i = 0; i < TEST_N(cases); i++) {
        unsigned char *file = make_file(ABX_COFF_AMD64);
        const char *reason;

        put_16(file + cases[i].offset, cases[i].value);
        reason = abx_coff_init(&coff, file, FILE_SIZE);
        assert_non_null(reason);
        assert_non_null(strstr(reason, cases[i].reason));
        expect_empty(&coff);
        free(file);
    }
    assert_non_null(abx_coff_init(&coff, "", 0));
    assert_non_null(
        abx_coff_init(&coff, "\0\0\xff\xff\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 20));
}

/* ---- damage: sanitizers tell what reads beyond the file ---- */

static unsigned sum;

static void touch(struct abx_coff_name name)
{
    for (size_t i = 0; i < name.size; i++)
        sum += (unsigned char)name.text[i];
}

static void read_section(const struct abx_coff *coff, uint32_t number)
{
    struct abx_coff_relocation relocation;
    struct abx_coff_section section;
    struct abx_coff_symbol symbol;
    uint32_t addend;

    if (!abx_coff_get_section(coff, number, &section))
        return;
    touch(section.name);
    for (uint32_t i = 0; section.data && i < section.size; i++)
        sum += section.data[i];
    for (uint32_t i = 0; abx_coff_get_relocation(coff, &section, i, &relocation); i++) {
        if (abx_coff_get_symbol(coff, relocation.symbol, &symbol))
            touch(abx_coff_undecorate(coff->machine, symbol.name));
        if (abx_coff_get_addend(&section, relocation.offset, &addend))
            touch(abx_coff_text_at(&section, addend));
    }
}

static void read_all(const unsigned char *bytes, size_t size)
{
    unsigned char *copy = malloc(size + !size); /* exactly as large */
    struct abx_coff_symbol symbol;
    struct abx_coff coff;
    uint32_t index = 0;

    assert_non_null(copy);
    memcpy(copy, bytes, size);
    if (!abx_coff_init(&coff, copy, size)) {
        for (uint32_t number = 0; number <= coff.n_sections + 1; number++)
            read_section(&coff, number);
        while (abx_coff_next_symbol(&coff, &index, &symbol))
            touch(symbol.name);
        assert_true(index <= coff.n_symbols);
    }
    free(copy);
}

static void no_damage_is_followed(void **state)
{
    static const unsigned char values[] = {0, 1, 0x7f, 0x80, 0xfe, 0xff};
    unsigned char *file = make_file(ABX_COFF_I386);

    (void)state;
    for (size_t i = 0; i < FILE_SIZE; i++) {
        unsigned char before = file[i];

        read_all(file, i);
        for (size_t j = 0; j < TEST_N(values); j++) {
            file[i] = values[j];
            read_all(file, FILE_SIZE);
        }
        for (unsigned bit = 0; bit < 8; bit++) {
            file[i] = (unsigned char)(before ^ 1u << bit);
            read_all(file, FILE_SIZE);
        }
        file[i] = before;
    }
    free(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_machines_are_read),
        cmocka_unit_test(sections_are_read),
        cmocka_unit_test(symbols_are_read),
        cmocka_unit_test(relocations_are_read),
        cmocka_unit_test(relocations_overflow),
        cmocka_unit_test(names_lose_what_the_linker_adds),
        cmocka_unit_test(other_files_are_refused),
        cmocka_unit_test(no_damage_is_followed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
