/*
 * Functions to call. They tell what arrived, and count how often they were called, so
 * that a test can prove that a refused call called nothing.
 */
#include "callee.h"
#include "tests/system.h"

#include <complex.h>
#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))

EXPORT int32_t n_calls;
EXPORT int32_t numbers[3] = {10, 20, 30};

EXPORT int32_t count_calls(void);
EXPORT int32_t count_calls(void)
{
    return n_calls;
}

#define ECHO(name, type)                                                                 \
    EXPORT type name(type value);                                                        \
    EXPORT type name(type value)                                                         \
    {                                                                                    \
        __atomic_fetch_add(&n_calls, 1, __ATOMIC_RELAXED);                               \
        return value;                                                                    \
    }

ECHO(echo_i8, int8_t)
ECHO(echo_u8, uint8_t)
ECHO(echo_i16, int16_t)
ECHO(echo_u16, uint16_t)
ECHO(echo_i32, int32_t)
ECHO(echo_u32, uint32_t)
ECHO(echo_i64, int64_t)
ECHO(echo_u64, uint64_t)
ECHO(echo_char, char)
ECHO(echo_bool, bool)
ECHO(echo_colour, enum colour)
ECHO(echo_f32, float)
ECHO(echo_f64, double)
ECHO(echo_long_double, long double)
ECHO(echo_pointer, void *)
ECHO(echo_string, const char *)
ECHO(echo_small, struct small)
ECHO(echo_pair, struct pair)
ECHO(echo_point, struct point)
ECHO(echo_mixed, struct mixed)
ECHO(echo_triple, struct triple)
ECHO(echo_odd, struct odd)
ECHO(echo_big, struct big)
ECHO(echo_nested, struct nested)
ECHO(echo_extended, struct extended)
ECHO(echo_bits, struct bits)
ECHO(echo_packed_big, struct packed_big)
ECHO(echo_packed_small, struct packed_small)
ECHO(echo_packed_mixed, struct packed_mixed)
ECHO(echo_same, union same)
ECHO(echo_number, union number)
ECHO(echo_real, union real)
ECHO(echo_wide, union wide)
ECHO(echo_tagged, struct tagged)
ECHO(echo_complex_float, float complex)
ECHO(echo_complex, double complex)
ECHO(echo_complex_long, long double complex)

EXPORT void nothing(void);
EXPORT void nothing(void)
{
    __atomic_fetch_add(&n_calls, 1, __ATOMIC_RELAXED);
}

/* Structs between scalars: a wrong class of one shifts the registers of all others. */
EXPORT double weigh(int32_t i, union number n, double d, struct mixed m, struct triple t,
                    struct bits b, union real r, int64_t last);
EXPORT double weigh(int32_t i, union number n, double d, struct mixed m, struct triple t,
                    struct bits b, union real r, int64_t last)
{
    __atomic_fetch_add(&n_calls, 1, __ATOMIC_RELAXED);
    return i + 2 * n.d + 3 * d + 5 * m.d + 7 * (double)m.i + 11 * (double)t.v[0] +
           13 * (double)t.v[2] + 17 * b.b + 19 * b.c + 23 * r.d + 29 * (double)last;
}

EXPORT double weigh_same(float f, union same s, int32_t i, union real r, double d);
EXPORT double weigh_same(float f, union same s, int32_t i, union real r, double d)
{
    __atomic_fetch_add(&n_calls, 1, __ATOMIC_RELAXED);
    return 2 * (double)f + 3 * (double)s.v[0] + 5 * (double)s.v[1] + 7 * (double)s.v[2] +
           11 * i + 13 * r.d + 17 * d;
}

EXPORT double sum_many(int8_t a, uint8_t b, int16_t c, uint16_t d, int32_t e, uint32_t f,
                       int64_t g, float h, double i, long double j, int32_t k, double l,
                       int8_t m, float n, int64_t o, double p, int16_t q, float r,
                       uint64_t s, long double t);
EXPORT double sum_many(int8_t a, uint8_t b, int16_t c, uint16_t d, int32_t e, uint32_t f,
                       int64_t g, float h, double i, long double j, int32_t k, double l,
                       int8_t m, float n, int64_t o, double p, int16_t q, float r,
                       uint64_t s, long double t)
{
    __atomic_fetch_add(&n_calls, 1, __ATOMIC_RELAXED);
    return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * (double)f + 7 * (double)g +
           8 * (double)h + 9 * i + 10 * (double)j + 11 * k + 12 * l + 13 * m +
           14 * (double)n + 15 * (double)o + 16 * p + 17 * q + 18 * (double)r +
           19 * (double)s + 20 * (double)t;
}

/* @kinds tells what follows: int, unsigned, 64 bits, double, long Double, string,
 * pointer. */
EXPORT double sum_variable(const char *kinds, ...);
EXPORT double sum_variable(const char *kinds, ...)
{
    double sum = 0;
    va_list args;

    __atomic_fetch_add(&n_calls, 1, __ATOMIC_RELAXED);
    va_start(args, kinds);
    for (; *kinds != '\0'; kinds++) {
        switch (*kinds) {
        case 'i':
            sum += va_arg(args, int);
            break;
        case 'u':
            sum += va_arg(args, unsigned);
            break;
        case 'l':
            sum += (double)va_arg(args, int64_t);
            break;
        case 'd':
            sum += va_arg(args, double);
            break;
        case 'D':
            sum += (double)va_arg(args, long double);
            break;
        case 's':
            sum += (double)strlen(va_arg(args, const char *));
            break;
        default:
            sum += *va_arg(args, const int32_t *);
            break;
        }
    }
    va_end(args);
    return sum;
}

EXPORT int32_t write_five(int32_t *to);
EXPORT int32_t write_five(int32_t *to)
{
    __atomic_fetch_add(&n_calls, 1, __ATOMIC_RELAXED);
    *to = 5;
    return 0;
}

/* ---- results and codes of one's choice ---- */

#define ANSWER(name, type)                                                               \
    EXPORT type name(type value, int32_t code);                                          \
    EXPORT type name(type value, int32_t code)                                           \
    {                                                                                    \
        __atomic_fetch_add(&n_calls, 1, __ATOMIC_RELAXED);                               \
        if (code >= 0)                                                                   \
            errno = code;                                                                \
        return value;                                                                    \
    }

ANSWER(answer_i8, int8_t)
ANSWER(answer_i16, int16_t)
ANSWER(answer_i32, int32_t)
ANSWER(answer_u32, uint32_t)
ANSWER(answer_i64, int64_t)
ANSWER(answer_u64, uint64_t)
ANSWER(answer_f64, double)
ANSWER(answer_f32, float)
ANSWER(answer_pointer, void *)
ANSWER(answer_pair, struct pair)

/* As one that waits does, without waiting. */
EXPORT int32_t answer_in_time(int32_t value, int32_t code, int32_t timeout);
EXPORT int32_t answer_in_time(int32_t value, int32_t code, int32_t timeout)
{
    (void)timeout;
    return answer_i32(value, code);
}

/* Other places for a code, and functions that have the texts. */
static const char *last;

EXPORT const char *last_text(void);
EXPORT const char *last_text(void)
{
    const char *text = last;

    last = NULL;
    return text;
}

EXPORT const char *code_text(int32_t code);
EXPORT const char *code_text(int32_t code)
{
    return code == 5 ? "the library says five" : NULL;
}

EXPORT int32_t answer_last(int32_t value, int32_t code);
EXPORT int32_t answer_last(int32_t value, int32_t code)
{
    if (code >= 0)
        last = "the last failure";
    return value;
}

EXPORT int32_t answer_h_errno(int32_t value, int32_t code);
EXPORT int32_t answer_h_errno(int32_t value, int32_t code)
{
    test_set_h_errno(code);
    return value;
}

EXPORT void answer_nothing(int32_t code);
EXPORT void answer_nothing(int32_t code)
{
    __atomic_fetch_add(&n_calls, 1, __ATOMIC_RELAXED);
    if (code >= 0)
        errno = code;
}

/* What errno is when a function begins. */
EXPORT int32_t tell_errno(void);
EXPORT int32_t tell_errno(void)
{
    __atomic_fetch_add(&n_calls, 1, __ATOMIC_RELAXED);
    return errno;
}

/* ---- other calling conventions ---- */

/* More of each kind than any convention has registers for. */
#define WEIGH(convention)                                                                \
    EXPORT __attribute__((convention)) double weigh_##convention(                        \
        int32_t a, int64_t b, double c, int32_t d, float e, int8_t f, int32_t g,         \
        int32_t h, double i);                                                            \
    EXPORT __attribute__((convention)) double weigh_##convention(                        \
        int32_t a, int64_t b, double c, int32_t d, float e, int8_t f, int32_t g,         \
        int32_t h, double i)                                                             \
    {                                                                                    \
        __atomic_fetch_add(&n_calls, 1, __ATOMIC_RELAXED);                               \
        return a + 2 * (double)b + 3 * c + 4 * d + 5 * (double)e + 6 * f + 7 * g +       \
               8 * h + 9 * i;                                                            \
    }

#define FOREIGN_ECHO(name, convention, type)                                             \
    EXPORT __attribute__((convention)) type name##_##convention(type value);             \
    EXPORT __attribute__((convention)) type name##_##convention(type value)              \
    {                                                                                    \
        __atomic_fetch_add(&n_calls, 1, __ATOMIC_RELAXED);                               \
        return value;                                                                    \
    }

#if defined(__x86_64__) && !defined(__ILP32__)
WEIGH(ms_abi)
WEIGH(sysv_abi)
FOREIGN_ECHO(echo_small, ms_abi, struct small)
FOREIGN_ECHO(echo_pair, ms_abi, struct pair)
FOREIGN_ECHO(echo_point, ms_abi, struct point)
FOREIGN_ECHO(echo_triple, ms_abi, struct triple)
FOREIGN_ECHO(echo_odd, ms_abi, struct odd)
FOREIGN_ECHO(echo_big, ms_abi, struct big)
FOREIGN_ECHO(echo_extended, ms_abi, struct extended)
FOREIGN_ECHO(echo_number, ms_abi, union number)

EXPORT __attribute__((ms_abi)) double sum_ms_abi(int32_t n, ...);
EXPORT __attribute__((ms_abi)) double sum_ms_abi(int32_t n, ...)
{
    double sum = 0;
    __builtin_ms_va_list args;

    __atomic_fetch_add(&n_calls, 1, __ATOMIC_RELAXED);
    __builtin_ms_va_start(args, n);
    for (int32_t i = 0; i < n; i++)
        sum += i % 2 ? __builtin_va_arg(args, double) : __builtin_va_arg(args, int32_t);
    __builtin_ms_va_end(args);
    return sum;
}
#elif defined(__i386__)
WEIGH(stdcall)
WEIGH(fastcall)
WEIGH(thiscall)
FOREIGN_ECHO(echo_pair, stdcall, struct pair)
FOREIGN_ECHO(echo_big, stdcall, struct big)
#endif

/* ---- transparent unions, and arrays of a least length ---- */

EXPORT int32_t take_one_of(union one_of argument, int32_t is_small);
EXPORT int32_t take_one_of(union one_of argument, int32_t is_small)
{
    __atomic_fetch_add(&n_calls, 1, __ATOMIC_RELAXED);
    if (argument.pair == NULL)
        return -1;
    return is_small ? argument.small->b : (int32_t)argument.pair->b;
}

EXPORT int32_t sum_four(const int32_t given[static 4]);
EXPORT int32_t sum_four(const int32_t given[static 4])
{
    __atomic_fetch_add(&n_calls, 1, __ATOMIC_RELAXED);
    return given[0] + given[1] + given[2] + given[3];
}

/* ---- functions that call back ---- */

EXPORT struct pair *answer_of(struct pair *(*function)(void));
EXPORT struct pair *answer_of(struct pair *(*function)(void))
{
    __atomic_fetch_add(&n_calls, 1, __ATOMIC_RELAXED);
    return function();
}
