/**
 * What the fuzz targets share. Each target is a program with LLVMFuzzerTestOneInput: libFuzzer
 * calls it with what it invents, replay.c with the files of the corpus.
 */
#ifndef ABX_TEST_FUZZ_H
#define ABX_TEST_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "abidex.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A finding: ends the program where it stands. */
#define FUZZ_CHECK(condition) ((condition) ? (void)0 : abort())

/* A table of every kind of line, and the types that its targets go by; of x86-64. */
extern const char fuzz_table[];

struct fuzz {
    struct abx_context *context;
    struct abx_table *table; /* NULL: the text is none */
};

/* Opens a text as a table of any platform. */
void fuzz_open(struct fuzz *fuzz, const void *text, size_t size);

/* Once: the same with fuzz_table, which stays open. */
struct abx_table *fuzz_open_table(void);

void fuzz_close(struct fuzz *fuzz);

/* The bytes as a string; the caller's. */
char *fuzz_string(const void *data, size_t size);

#endif
