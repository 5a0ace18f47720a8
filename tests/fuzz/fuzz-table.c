/* The reader: any bytes as a table. */
#include "fuzz.h"
#include "walk.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz fuzz;

    fuzz_open(&fuzz, data, size);
    if (fuzz.table != NULL)
        fuzz_walk(fuzz.table);
    fuzz_close(&fuzz);
    return 0;
}
