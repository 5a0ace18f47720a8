/* Object files and import libraries for Windows, as a toolchain may have them. */
#include "fuzz.h"

#include <string.h>

#include "target/import_library.h"

static unsigned sum;

static void touch(struct abx_coff_name name)
{
    for (size_t i = 0; i < name.size; i++)
        sum += (unsigned char)name.text[i];
}

static void walk_section(const struct abx_coff *coff, uint32_t number)
{
    struct abx_coff_relocation relocation;
    struct abx_coff_section section;
    struct abx_coff_symbol symbol;
    uint32_t addend;

    if (!abx_coff_get_section(coff, number, &section))
        return;
    touch(section.name);
    if (section.data)
        touch((struct abx_coff_name){(const char *)section.data, section.size});
    for (uint32_t i = 0; abx_coff_get_relocation(coff, &section, i, &relocation); i++) {
        if (abx_coff_get_symbol(coff, relocation.symbol, &symbol))
            touch(abx_coff_undecorate(coff->machine, symbol.name));
        if (abx_coff_get_addend(&section, relocation.offset, &addend))
            touch(abx_coff_text_at(&section, addend));
    }
}

static void walk_object(const void *bytes, size_t size)
{
    struct abx_coff_symbol symbol;
    struct abx_coff coff;
    uint32_t index = 0;

    if (abx_coff_init(&coff, bytes, size))
        return;
    for (uint32_t number = 1; number <= coff.n_sections; number++)
        walk_section(&coff, number);
    while (abx_coff_next_symbol(&coff, &index, &symbol))
        touch(symbol.name);
    FUZZ_CHECK(index <= coff.n_symbols);
}

/* A caller may go on behind a problem: what cannot be read has to stay unread. */
static void walk_library(const void *bytes, size_t size)
{
    enum { TRIES = 4 };
    struct abx_import_library library;
    struct abx_import import;
    const char *problem = abx_import_library_init(&library, bytes, size);

    for (int i = 0; i < TRIES; i++)
        while (abx_import_library_next(&library, &import, &problem)) {
            touch(import.symbol);
            touch(import.dll);
            touch(import.name);
        }
    abx_import_library_finish(&library);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t *copy = malloc(size + !size);

    FUZZ_CHECK(copy);
    if (size)
        memcpy(copy, data, size);
    walk_object(copy, size);
    walk_library(copy, size);
    free(copy);
    return 0;
}
