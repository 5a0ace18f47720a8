/* The grammar of types, as a caller may write one. */
#include "fuzz.h"
#include "walk.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz fuzz;
    const struct abx_type *type;
    struct abx_error err = {0};
    char *text = fuzz_string(data, size);
    int status;

    fuzz_open(&fuzz, fuzz_table, strlen(fuzz_table));
    status = abx_table_find_type(fuzz.table, text, &type, &err);
    FUZZ_CHECK((status == ABX_OK) == (err.message[0] == '\0'));
    if (status == ABX_OK)
        fuzz_walk_type(fuzz.table, type);
    fuzz_close(&fuzz);
    free(text);
    return 0;
}
