/*
 * Microsoft's convention for x86-64, that of Windows and of ms_abi elsewhere. The first
 * four arguments have a register by their position, one for integers and one for reals,
 * of which the argument takes its own; all others are words of the stack.
 *
 * An image has a word for each argument. Which of the first four are reals is in the type
 * of the entry point: four bits of its number.
 *
 * Source: Microsoft, "x64 calling convention"
 */
#include "runtime/direct.h"

#if defined(__x86_64__)

#include "runtime/direct_words.h"

enum { WORD = 8, POSITIONS = 4 };

#ifdef _WIN32
#define CONVENTION
#else
#define CONVENTION __attribute__((ms_abi))
#endif

#define STACK_WORD(i) words[POSITIONS + (i)]
#define STACK_TYPE    abx_word

/* ---- entry points ---- */

/* By position: I is an integer, R a real. */
#define TYPE_I     abx_word
#define TYPE_R     abx_real
#define VALUE_I(i) words[i]
#define VALUE_R(i) reals[i]

#define TYPES(a, b, c, d, s) (TYPE_##a, TYPE_##b, TYPE_##c, TYPE_##d STACK_TYPES_##s)
#define VALUES(a, b, c, d, s)                                                            \
    (VALUE_##a(0), VALUE_##b(1), VALUE_##c(2), VALUE_##d(3) STACK_WORDS_##s)

/* A function that calls what returns @result, and returns that as @wide. */
#define DEFINE_ONE(name, wide, result, a, b, c, d, s)                                    \
    static wide name(const struct abx_image *image, const void *at)                      \
    {                                                                                    \
        const abx_word *words = at;                                                      \
        const abx_real *reals = at;                                                      \
                                                                                         \
        (void)words;                                                                     \
        (void)reals;                                                                     \
        return (wide)((result(CONVENTION *) TYPES(a, b, c, d, s))image->address)VALUES(  \
            a, b, c, d, s);                                                              \
    }

#define DEFINE(a, b, c, d, s)                                                            \
    DEFINE_ONE(integer_##a##b##c##d##_##s, uint64_t, uint64_t, a, b, c, d, s)            \
    DEFINE_ONE(double_##a##b##c##d##_##s, double, double, a, b, c, d, s)                 \
    DEFINE_ONE(float_##a##b##c##d##_##s, double, float, a, b, c, d, s)

#define LIST(a, b, c, d, s)                                                              \
    {integer_##a##b##c##d##_##s, double_##a##b##c##d##_##s, float_##a##b##c##d##_##s},

/* In the order of the masks: the first argument is the lowest bit. */
#define FOR_EACH(X, s)                                                                   \
    X(I, I, I, I, s)                                                                     \
    X(R, I, I, I, s)                                                                     \
    X(I, R, I, I, s)                                                                     \
    X(R, R, I, I, s)                                                                     \
    X(I, I, R, I, s)                                                                     \
    X(R, I, R, I, s)                                                                     \
    X(I, R, R, I, s)                                                                     \
    X(R, R, R, I, s)                                                                     \
    X(I, I, I, R, s)                                                                     \
    X(R, I, I, R, s)                                                                     \
    X(I, R, I, R, s)                                                                     \
    X(R, R, I, R, s)                                                                     \
    X(I, I, R, R, s)                                                                     \
    X(R, I, R, R, s)                                                                     \
    X(I, R, R, R, s)                                                                     \
    X(R, R, R, R, s)

FOR_EACH(DEFINE, 0)
FOR_EACH(DEFINE, 4)
FOR_EACH(DEFINE, 16)

static const size_t stacks[] = {0, 4, 16};

enum { N_STACKS = sizeof(stacks) / sizeof(*stacks), N_MASKS = 1 << POSITIONS };

static const struct abx_direct_entry entries[N_STACKS][N_MASKS] = {
    {FOR_EACH(LIST, 0)}, {FOR_EACH(LIST, 4)}, {FOR_EACH(LIST, 16)}};

static bool choose(struct abx_image *image, const struct abx_direct_use *use)
{
    for (size_t i = 0; i < N_STACKS; i++) {
        if (use->n_stack > stacks[i])
            continue;
        abx_direct_use_entry(image, &entries[i][use->mask],
                             (POSITIONS + stacks[i]) * WORD);
        return true;
    }
    return false;
}

/* ---- places ---- */

static void assign(struct abx_place *place, struct abx_direct_use *use)
{
    size_t position = use->n_integers + use->n_reals + use->n_stack;
    bool is_real =
        place->scalar == ABX_SCALAR_FLOAT || place->scalar == ABX_SCALAR_DOUBLE;

    place->size = WORD;
    place->offset = position * WORD;
    if (position >= POSITIONS) {
        use->n_stack++;
    } else if (is_real) {
        use->n_reals++;
        use->mask |= 1U << position;
    } else {
        use->n_integers++;
    }
}

const struct abx_direct abx_direct_win64 = {ABX_CONVENTION_MS_ABI, assign, choose};

#else
typedef int abx_no_direct_win64; /* a file of C is not empty */
#endif
