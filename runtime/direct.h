/**
 * Direct calls: where the words of an image go is a matter of the calling convention, and
 * each convention has precompiled entry points, functions of C that hand the words on as
 * arguments of the right kinds. libffi does the same by interpreting a signature; here it
 * was read when the function was found.
 *
 * Every combination that an entry point does not spell out exactly is served by one that
 * passes more than the function takes: the caller cleans the stack up and registers are
 * there anyway. Only where the function itself cleans up (stdcall) the number is exact.
 */
#ifndef ABX_DIRECT_H
#define ABX_DIRECT_H

#include "abidex.h"
#include "runtime/grammar.h"

/* Processors that pass the first integers and pointers, whatever their size, in registers of
 * 64 bits, with little-endian memory: a narrow one is the beginning of its register. */
#if (defined(__x86_64__) && !defined(__ILP32__)) ||                                      \
    (defined(__aarch64__) && defined(__ELF__) && !defined(__AARCH64EB__)) ||             \
    (defined(__riscv_float_abi_double) && __riscv_xlen == 64)
#define ABX_DIRECT_REGISTERS 1
#else
#define ABX_DIRECT_REGISTERS 0
#endif

/* What stands in an image, by the place of each argument. */
struct abx_direct_use {
    size_t n_integers; /* integer registers */
    size_t n_reals;    /* floating registers */
    size_t n_stack;    /* words of the stack */
    unsigned mask;     /* positions with a real, where a position is both registers' */
};

/* An entry point by what comes back: an integer, a pointer or nothing; a double; a float. */
struct abx_direct_entry {
    uint64_t (*integer)(const struct abx_image *image, const void *words);
    double (*real)(const struct abx_image *image, const void *words);
    double (*single)(const struct abx_image *image, const void *words);
};

/* Sets the entry point of @image, for its result, and its size. */
void abx_direct_use_entry(struct abx_image *image, const struct abx_direct_entry *entry,
                          size_t size);

/* A calling convention: the files direct_*.c have them. */
struct abx_direct {
    enum abx_convention convention;
    /* Gives @place its offset, and a size if it is an integer, behind those that @use
       counts. */
    void (*assign)(struct abx_place *place, struct abx_direct_use *use);
    /* Sets the entry point and the size of @image; false: there is none for @use. */
    bool (*choose)(struct abx_image *image, const struct abx_direct_use *use);
};

/*
 * Sets the rest of @places, of which only offset and size are not known, and enter and
 * size of @image. False where no entry point serves: what was set is then of no use.
 */
bool abx_direct_prepare(struct abx_image *image, struct abx_place *places,
                        enum abx_convention convention);

/* Whether this build has direct calls at all. */
bool abx_direct_is_available(void);

/* The conventions of this processor; a file for another one has none. */
extern const struct abx_direct abx_direct_registers;
extern const struct abx_direct abx_direct_win64;
extern const struct abx_direct abx_direct_cdecl;
extern const struct abx_direct abx_direct_stdcall;

/* The types in which entry points take words out of an image. */
typedef uint64_t __attribute__((may_alias)) abx_word;
typedef uint32_t __attribute__((may_alias)) abx_half;
typedef double __attribute__((may_alias)) abx_real;

#endif
