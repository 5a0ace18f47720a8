/*
 * Runs a target on the files of its corpus, with any compiler and on every platform.
 *
 *     fuzz-table FILE...
 */
#include <stdio.h>

#include "fuzz.h"

enum { MAX_INPUT = 1 << 20 };

static bool run(const char *path)
{
    static uint8_t data[MAX_INPUT];
    FILE *file = fopen(path, "rb");
    size_t size;
    bool is_read;

    if (file == NULL)
        return false;
    size = fread(data, 1, sizeof(data), file);
    is_read = ferror(file) == 0;
    fclose(file);
    if (is_read)
        LLVMFuzzerTestOneInput(data, size);
    return is_read;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (run(argv[i]))
            continue;
        fprintf(stderr, "%s: error: it can't be read\n", argv[i]);
        return 1;
    }
    return argc > 1 ? 0 : 1;
}
