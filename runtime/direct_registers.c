/*
 * The conventions that give integers and reals registers of their own, in the order of
 * the arguments, and what finds none a word of the stack: System V for x86-64, AAPCS64
 * as ELF systems have it, and RISC-V with registers for doubles, where a real that finds
 * none of its own takes one for integers.
 *
 * An image has eight words for integers, eight for reals, then the stack's. A narrow
 * integer is widened to its word; a float has the lower half of it.
 *
 * Source: System V AMD64 ABI 3.2.3; AAPCS64 6.8.2; RISC-V ELF psABI, "Integer Calling
 * Convention" and "Hardware Floating-point Calling Convention"
 */
#include "runtime/direct.h"

#if (defined(__x86_64__) && !defined(_WIN32)) || defined(__aarch64__) || defined(__riscv)

#include "runtime/direct_words.h"

enum { WORD = 8, REALS_AT = 8, N_REALS = 8, STACK_AT = 16, MAX_STACK = 64 };
#if defined(__x86_64__)
enum { N_INTEGERS = 6 };
#else
enum { N_INTEGERS = 8 };
#endif
_Static_assert((STACK_AT + MAX_STACK) * WORD <= ABX_IMAGE_SIZE, "an image holds all");

#define INTEGER(i)    words[i]
#define REAL(i)       reals[REALS_AT + (i)]
#define STACK_WORD(i) words[STACK_AT + (i)]
#define STACK_TYPE    abx_word

/* ---- entry points ---- */

#define TYPES(i, r, s)  (INTEGER_TYPES_##i REAL_TYPES_##r STACK_TYPES_##s)
#define VALUES(i, r, s) (INTEGERS_##i REALS_##r STACK_WORDS_##s)

/* A function that calls what returns @result, and returns that as @wide. */
#define DEFINE_ONE(name, wide, result, i, r, s)                                          \
    static wide name(const struct abx_image *image, const void *at)                      \
    {                                                                                    \
        const abx_word *words = at;                                                      \
        const abx_real *reals = at;                                                      \
                                                                                         \
        (void)reals;                                                                     \
        return (wide)((result(*) TYPES(i, r, s))image->address)VALUES(i, r, s);          \
    }

#define DEFINE(i, r, s)                                                                  \
    DEFINE_ONE(integer_##i##_##r##_##s, uint64_t, uint64_t, i, r, s)                     \
    DEFINE_ONE(double_##i##_##r##_##s, double, double, i, r, s)                          \
    DEFINE_ONE(float_##i##_##r##_##s, double, float, i, r, s)

#define LIST(i, r, s)                                                                    \
    {i, r, s, {integer_##i##_##r##_##s, double_##i##_##r##_##s, float_##i##_##r##_##s}},

/* In the order of what they cost: the first that has enough of each is taken. */
#define FOR_EACH(X, all)                                                                 \
    X(1, 0, 0)                                                                           \
    X(2, 0, 0)                                                                           \
    X(3, 0, 0)                                                                           \
    X(4, 0, 0)                                                                           \
    X(all, 0, 0)                                                                         \
    X(1, 1, 0)                                                                           \
    X(1, 2, 0)                                                                           \
    X(2, 2, 0)                                                                           \
    X(4, 2, 0)                                                                           \
    X(1, 4, 0)                                                                           \
    X(4, 4, 0)                                                                           \
    X(1, 8, 0)                                                                           \
    X(all, 8, 0)                                                                         \
    X(all, 0, 2)                                                                         \
    X(all, 0, 4)                                                                         \
    X(all, 8, 2)                                                                         \
    X(all, 8, 4)                                                                         \
    X(all, 8, 8)                                                                         \
    X(all, 8, 16)                                                                        \
    X(all, 8, 32)                                                                        \
    X(all, 8, 64)

#if defined(__x86_64__)
#define FOR_ALL(X) FOR_EACH(X, 6)
#else
#define FOR_ALL(X) FOR_EACH(X, 8)
#endif

FOR_ALL(DEFINE)

static const struct row {
    size_t n_integers;
    size_t n_reals;
    size_t n_stack;
    struct abx_direct_entry entry;
} rows[] = {FOR_ALL(LIST)};

static bool choose(struct abx_image *image, const struct abx_direct_use *use)
{
    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
        const struct row *row = &rows[i];

        if (use->n_integers > row->n_integers || use->n_reals > row->n_reals ||
            use->n_stack > row->n_stack)
            continue;
        abx_direct_use_entry(image, &row->entry, (STACK_AT + row->n_stack) * WORD);
        return true;
    }
    return false;
}

/* ---- places ---- */

static bool takes_real(const struct abx_place *place, const struct abx_direct_use *use)
{
    bool is_real =
        place->scalar == ABX_SCALAR_FLOAT || place->scalar == ABX_SCALAR_DOUBLE;

#if defined(__riscv)
    return is_real && use->n_reals < N_REALS;
#else
    (void)use;
    return is_real;
#endif
}

static void assign(struct abx_place *place, struct abx_direct_use *use)
{
    size_t word;

    place->size = WORD;
    if (takes_real(place, use) && use->n_reals < N_REALS)
        word = REALS_AT + use->n_reals++;
    else if (!takes_real(place, use) && use->n_integers < N_INTEGERS)
        word = use->n_integers++;
    else
        word = STACK_AT + use->n_stack++;
    place->offset = word * WORD;
}

const struct abx_direct abx_direct_registers = {ABX_CONVENTION_PLATFORM, assign, choose};

#else
typedef int abx_no_direct_registers; /* a file of C is not empty */
#endif
