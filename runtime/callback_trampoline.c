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
 *
 * Of a callback whose address C may still have when it is freed the number is given to
 * nobody else: a late call would run a handler of another type. It ends the process instead.
 */
#include <stdio.h>
#include <stdlib.h>

#include "runtime/callback_handle.h"
#include "runtime/direct.h"
#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/safe_point.h"
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

/* By number; NULL: not in use. */
static _Atomic(struct abx_callback *) owners[N_TRAMPOLINES];
static atomic_bool is_taken[N_TRAMPOLINES];

/* ---- the short way to the handler ---- */

/* On the owner's thread, with nothing in the way that callback.c would have to see to. */
static inline bool is_usual(const struct abx_callback *callback)
{
    struct abx_context *context = callback->table->context;

    return abx_context_is_owner(context) && !atomic_load(&callback->is_ended) &&
           callback->options.mode != ABX_CALLBACK_CONSTANT && !abx_has_raised(context) &&
           context->hooks.enter == NULL && context->hooks.leave == NULL;
}

static inline void run(struct abx_callback *callback, const uint64_t *words, void *result)
{
    const struct abx_callback_signature *signature = callback->signature;
    const struct abx_type *type = callback->type;
    struct abx_value args[N_WORDS];
    struct abx_error err;
    int status;

    for (size_t i = 0; i < type->n_parameters; i++) {
        args[i].type = type->parameters[i].type;
        abx_object_load(signature->scalars[i], &words[i], &args[i]);
    }
    abx_error_clear(&err);
    status = abx_callback_handle(callback, args, result, &err);
    if (status == ABX_OK)
        return;
    abx_callback_answer(callback, result);
    abx_callback_raise(callback->table->context, status, &err);
}

/* ---- where C enters ---- */

/* Nobody is left to tell, or to answer for it. */
static __attribute__((noinline, noreturn)) void refuse(void)
{
    fputs("abidex: C called a callback that was freed: its table was closed, or the call "
          "that it was for had returned\n",
          stderr);
    abort();
}

static __attribute__((noinline)) uint64_t enter_slowly(struct abx_callback *callback,
                                                       uint64_t *words)
{
    void *values[N_WORDS];
    uint64_t result = 0;

    for (unsigned i = 0; i < N_WORDS; i++)
        values[i] = &words[i];
    abx_callback_enter(callback, values, &result);
    return result;
}

/* As abx_callback_enter, which does it for every type and thread. */
static uint64_t enter(unsigned number, uint64_t *words)
{
    struct abx_callback *callback =
        atomic_load_explicit(&owners[number], memory_order_acquire);
    struct abx_codes left;
    uint64_t result = 0;
    unsigned n_here;

    if (callback == NULL)
        refuse();
    abx_os_save(&left, &callback->table->context->slots);
    if (!is_usual(callback))
        return enter_slowly(callback, words);
    n_here = abx_callback_begin(callback);
    run(callback, words, &result);
    abx_callback_end(callback, n_here);
    abx_os_restore(&left);
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

static bool serves(const struct abx_callback *callback)
{
    const struct abx_callback_signature *signature = callback->signature;

    return ABX_DIRECT_REGISTERS &&
           callback->table->context->engine == ABX_ENGINE_DIRECT &&
           callback->type->convention == ABX_CONVENTION_PLATFORM &&
           callback->type->n_parameters <= N_WORDS && signature->is_integral;
}

void *abx_trampoline_take(struct abx_callback *callback)
{
    for (unsigned i = 0; serves(callback) && i < N_TRAMPOLINES; i++) {
        if (!atomic_load_explicit(&is_taken[i], memory_order_relaxed) &&
            !atomic_exchange(&is_taken[i], true)) {
            atomic_store(&owners[i], callback);
            callback->trampoline = i + 1;
            return (void *)trampolines[i];
        }
    }
    return NULL;
}

void abx_trampoline_release(struct abx_callback *callback)
{
    if (callback->trampoline == 0)
        return;
    atomic_store(&owners[callback->trampoline - 1], NULL);
    if (!atomic_load(&callback->is_kept))
        atomic_store(&is_taken[callback->trampoline - 1], false);
    callback->trampoline = 0;
}
