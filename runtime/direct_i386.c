/*
 * The conventions of 32-bit x86 that pass everything on the stack: cdecl, where the caller
 * cleans it up and may pass more words than the function takes, and stdcall, where the
 * function does and their number is exact. A word has four bytes; numbers of eight take
 * two. Reals come back in a register that holds any of them.
 *
 * Source: System V ABI, Intel386 Architecture Processor Supplement, chapter 3
 */
#include "runtime/direct.h"

#if defined(__i386__)

#include "runtime/direct_words.h"

enum { WORD = 4 };

#define STACK_WORD(i) halves[1 + (i)]
#define STACK_TYPE    abx_half

/* ---- entry points ---- */

#define CDECL   __attribute__((cdecl))
#define STDCALL __attribute__((stdcall))

#define DEFINE(name, CONVENTION, TYPES, VALUES)                                          \
    static uint64_t integer_##name(const struct abx_image *image, const void *at)        \
    {                                                                                    \
        const abx_half *halves = at;                                                     \
                                                                                         \
        (void)halves;                                                                    \
        return ((uint64_t(CONVENTION *) TYPES)image->address)VALUES;                     \
    }                                                                                    \
    static double real_##name(const struct abx_image *image, const void *at)             \
    {                                                                                    \
        const abx_half *halves = at;                                                     \
                                                                                         \
        (void)halves;                                                                    \
        return ((double(CONVENTION *) TYPES)image->address)VALUES;                       \
    }

/* One word, and so many more. */
#define DEFINE_CDECL(s)                                                                  \
    DEFINE(cdecl_##s, CDECL, (abx_half STACK_TYPES_##s), (halves[0] STACK_WORDS_##s))
#define LIST_CDECL(s) {1 + (s), {integer_cdecl_##s, real_cdecl_##s, real_cdecl_##s}},

#define FOR_EACH_CDECL(X)                                                                \
    X(0)                                                                                 \
    X(1)                                                                                 \
    X(2)                                                                                 \
    X(4)                                                                                 \
    X(8)                                                                                 \
    X(16)                                                                                \
    X(32)                                                                                \
    X(64)

FOR_EACH_CDECL(DEFINE_CDECL)

/* Exactly so many words. */
#define EXACT_TYPES_1  abx_half
#define EXACT_TYPES_2  EXACT_TYPES_1, abx_half
#define EXACT_TYPES_3  EXACT_TYPES_2, abx_half
#define EXACT_TYPES_4  EXACT_TYPES_3, abx_half
#define EXACT_TYPES_5  EXACT_TYPES_4, abx_half
#define EXACT_TYPES_6  EXACT_TYPES_5, abx_half
#define EXACT_TYPES_7  EXACT_TYPES_6, abx_half
#define EXACT_TYPES_8  EXACT_TYPES_7, abx_half
#define EXACT_TYPES_9  EXACT_TYPES_8, abx_half
#define EXACT_TYPES_10 EXACT_TYPES_9, abx_half
#define EXACT_TYPES_11 EXACT_TYPES_10, abx_half
#define EXACT_TYPES_12 EXACT_TYPES_11, abx_half

#define EXACT_1  halves[0]
#define EXACT_2  EXACT_1, halves[1]
#define EXACT_3  EXACT_2, halves[2]
#define EXACT_4  EXACT_3, halves[3]
#define EXACT_5  EXACT_4, halves[4]
#define EXACT_6  EXACT_5, halves[5]
#define EXACT_7  EXACT_6, halves[6]
#define EXACT_8  EXACT_7, halves[7]
#define EXACT_9  EXACT_8, halves[8]
#define EXACT_10 EXACT_9, halves[9]
#define EXACT_11 EXACT_10, halves[10]
#define EXACT_12 EXACT_11, halves[11]

#define DEFINE_STDCALL(n) DEFINE(stdcall_##n, STDCALL, (EXACT_TYPES_##n), (EXACT_##n))
#define LIST_STDCALL(n)   {n, {integer_stdcall_##n, real_stdcall_##n, real_stdcall_##n}},

#define FOR_EACH_STDCALL(X)                                                              \
    X(1)                                                                                 \
    X(2)                                                                                 \
    X(3)                                                                                 \
    X(4)                                                                                 \
    X(5)                                                                                 \
    X(6)                                                                                 \
    X(7)                                                                                 \
    X(8)                                                                                 \
    X(9)                                                                                 \
    X(10)                                                                                \
    X(11)                                                                                \
    X(12)

FOR_EACH_STDCALL(DEFINE_STDCALL)
DEFINE(stdcall_0, STDCALL, (void), ())

struct row {
    size_t n_words;
    struct abx_direct_entry entry;
};

static const struct row cdecl_rows[] = {FOR_EACH_CDECL(LIST_CDECL)};
static const struct row stdcall_rows[] = {
    {0, {integer_stdcall_0, real_stdcall_0, real_stdcall_0}},
    FOR_EACH_STDCALL(LIST_STDCALL)};

static bool use_row(struct abx_image *image, const struct row *row)
{
    size_t size = row->n_words * WORD;

    abx_direct_use_entry(image, &row->entry, size > 0 ? size : WORD); /* 0: no image */
    return true;
}

static bool choose_cdecl(struct abx_image *image, const struct abx_direct_use *use)
{
    for (size_t i = 0; i < sizeof(cdecl_rows) / sizeof(*cdecl_rows); i++) {
        if (use->n_stack <= cdecl_rows[i].n_words)
            return use_row(image, &cdecl_rows[i]);
    }
    return false;
}

static bool choose_stdcall(struct abx_image *image, const struct abx_direct_use *use)
{
    return use->n_stack < sizeof(stdcall_rows) / sizeof(*stdcall_rows) &&
           use_row(image, &stdcall_rows[use->n_stack]);
}

/* ---- places ---- */

static void assign(struct abx_place *place, struct abx_direct_use *use)
{
    bool is_wide =
        place->scalar == ABX_SCALAR_DOUBLE ||
        ((place->scalar == ABX_SCALAR_INT || place->scalar == ABX_SCALAR_UINT) &&
         place->n_unused < 32);

    place->size = is_wide ? 2 * WORD : WORD;
    place->offset = use->n_stack * WORD;
    use->n_stack += place->size / WORD;
}

const struct abx_direct abx_direct_cdecl = {ABX_CONVENTION_PLATFORM, assign,
                                            choose_cdecl};
const struct abx_direct abx_direct_stdcall = {ABX_CONVENTION_STDCALL, assign,
                                              choose_stdcall};

#else
typedef int abx_no_direct_i386; /* a file of C is not empty */
#endif
