/*
 * Precompiled functions that C may call. Most callbacks take a few integers and pointers,
 * which the conventions below pass in registers whatever they are: one function of C takes
 * as many of them as there are, and the callback reads those that its type has. A closure
 * of libffi, which serves all other types and those for which none is left, finds the same
 * out anew in every call and takes twice as long.
 *
 * What C calls has nothing but its own address to tell whom it is for. So the functions
 * have numbers, and there is one list of the callbacks that have them for the whole
 * process: the one thing here that belongs to no context. It is read and written without
 * a lock, so that a child after fork goes on with it.
 */
#include "runtime/callback.h"
#include "runtime/direct.h"
#include "runtime/type.h"

/* Registers for integers that a function of all scalars finds its first arguments in. */
#if defined(__x86_64__) && defined(_WIN32)
enum { N_WORDS = 4 };
#define PARAMETERS uint64_t a, uint64_t b, uint64_t c, uint64_t d
#define WORDS      a, b, c, d
#else
enum { N_WORDS = 6 };
#define PARAMETERS uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f
#define WORDS      a, b, c, d, e, f
#endif

#if defined(__x86_64__) || defined(__aarch64__) || defined(__riscv)
static const bool is_served = true;
#else
static const bool is_served = false;
#endif

/* Numbers in octal, whose digits can be put together: 0000 to 0177. */
#define EIGHT(X, n) X(n##0) X(n##1) X(n##2) X(n##3) X(n##4) X(n##5) X(n##6) X(n##7)
#define SIXTY_FOUR(X, n)                                                                 \
    EIGHT(X, n##0)                                                                       \
    EIGHT(X, n##1)                                                                       \
    EIGHT(X, n##2)                                                                       \
    EIGHT(X, n##3)                                                                       \
    EIGHT(X, n##4)                                                                       \
    EIGHT(X, n##5)                                                                       \
    EIGHT(X, n##6)                                                                       \
    EIGHT(X, n##7)
#define EACH(X) SIXTY_FOUR(X, 00) SIXTY_FOUR(X, 01)

enum { N_TRAMPOLINES = 128 };

/* By number; NULL: free. */
static _Atomic(struct abx_callback *) owners[N_TRAMPOLINES];

static uint64_t enter(unsigned number, uint64_t *words)
{
    void *values[N_WORDS];
    uint64_t result = 0;

    for (unsigned i = 0; i < N_WORDS; i++)
        values[i] = &words[i];
    abx_callback_enter(atomic_load_explicit(&owners[number], memory_order_acquire),
                       values, &result);
    return result;
}

#define DEFINE(n)                                                                        \
    static uint64_t trampoline_##n(PARAMETERS)                                           \
    {                                                                                    \
        uint64_t words[N_WORDS] = {WORDS};                                               \
                                                                                         \
        return enter(n, words);                                                          \
    }
EACH(DEFINE)

#define LIST(n) trampoline_##n,
static uint64_t (*const trampolines[N_TRAMPOLINES])(PARAMETERS) = {EACH(LIST)};

/* Little-endian all of them: a narrow integer is the beginning of its register. */
static bool serves(const struct abx_callback *callback)
{
    const struct abx_callback_signature *signature = callback->signature;

    return is_served && callback->table->context->engine == ABX_ENGINE_DIRECT &&
           callback->type->convention == ABX_CONVENTION_PLATFORM &&
           callback->type->n_parameters <= N_WORDS && signature->is_integral;
}

void *abx_trampoline_take(struct abx_callback *callback)
{
    for (unsigned i = 0; serves(callback) && i < N_TRAMPOLINES; i++) {
        struct abx_callback *none = NULL;

        if (atomic_load_explicit(&owners[i], memory_order_relaxed) == NULL &&
            atomic_compare_exchange_strong(&owners[i], &none, callback)) {
            callback->trampoline = i + 1;
            return (void *)trampolines[i];
        }
    }
    return NULL;
}

void abx_trampoline_release(struct abx_callback *callback)
{
    if (callback->trampoline != 0)
        atomic_store(&owners[callback->trampoline - 1], NULL);
    callback->trampoline = 0;
}
