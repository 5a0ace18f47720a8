/*
 * What is called: a row of the report each. The peers' programs call the same with the same
 * values.
 */
#include "subject.h"

#include "callee.h"

#include <stdio.h>

/* Direct calls through a volatile pointer, so that each is made. */
#define DEFINE_RUN(name, ...)                                                            \
    static void run_##name(void *what, int n)                                            \
    {                                                                                    \
        __typeof__(&bench_##name) volatile function = bench_##name;                      \
                                                                                         \
        (void)what;                                                                      \
        for (int i = 0; i < n; i++)                                                      \
            (void)function(__VA_ARGS__);                                                 \
    }

static const char text[] = "a string";

DEFINE_RUN(int, -7)
DEFINE_RUN(longs, 1, -2, 3, -4, 5, -6)
DEFINE_RUN(longs10, 1, -2, 3, -4, 5, -6, 7, -8, 9, -10)
DEFINE_RUN(doubles, 1.5, -2.5)
DEFINE_RUN(mixed, -7, 1.5, text, 0.5F, 3)
DEFINE_RUN(pointer, text, 4)
DEFINE_RUN(string, text, 's')
DEFINE_RUN(small, (struct bench_small){3, 4})
DEFINE_RUN(large, (struct bench_large){1, 2, 3, 4})
DEFINE_RUN(variadic, 3, 10, 20, 30)

#define CALLS(row) .name = #row, .run = run_##row, .symbol = (void (*)(void))bench_##row

#define INT(n)                                                                           \
    {                                                                                    \
        .kind = ABX_VALUE_INT, .i = (n)                                                  \
    }
#define FLOAT(n)                                                                         \
    {                                                                                    \
        .kind = ABX_VALUE_FLOAT, .f = (n)                                                \
    }
#define POINTER(to)                                                                      \
    {                                                                                    \
        .kind = ABX_VALUE_POINTER, .p = (void *)(to)                                     \
    }
#define STRING(literal)                                                                  \
    {                                                                                    \
        .kind = ABX_VALUE_STRING, .string = {(literal), sizeof(literal) - 1 }            \
    }
#define RECORD                                                                           \
    {                                                                                    \
        .kind = ABX_VALUE_MEMORY                                                         \
    }
#define AS(type, n)                                                                      \
    &(type)                                                                              \
    {                                                                                    \
        n                                                                                \
    }

#define INT_TYPE  (&ffi_type_sint)
#define LONG_TYPE (&ffi_type_slong)
#define REAL_TYPE (&ffi_type_double)
#define ADDRESS   (&ffi_type_pointer)

/* libffi writes sizes into them. */
static ffi_type small_type = {.type = FFI_TYPE_STRUCT,
                              .elements = (ffi_type *[]){INT_TYPE, INT_TYPE, NULL}};
static ffi_type large_type = {
    .type = FFI_TYPE_STRUCT,
    .elements = (ffi_type *[]){REAL_TYPE, REAL_TYPE, REAL_TYPE, REAL_TYPE, NULL}};

const struct subject bench_subjects[] = {
    {CALLS(int), .n_args = 1, .result_type = INT_TYPE, .types = {INT_TYPE},
     .values = {AS(int, -7)}, .args = {INT(-7)}, .result = INT(-7)},
    {CALLS(longs), .n_args = 6, .result_type = LONG_TYPE,
     .types = {LONG_TYPE, LONG_TYPE, LONG_TYPE, LONG_TYPE, LONG_TYPE, LONG_TYPE},
     .values = {AS(long, 1), AS(long, -2), AS(long, 3), AS(long, -4), AS(long, 5),
                AS(long, -6)},
     .args = {INT(1), INT(-2), INT(3), INT(-4), INT(5), INT(-6)}, .result = INT(-3)},
    {CALLS(longs10), .n_args = 10, .result_type = LONG_TYPE,
     .types = {LONG_TYPE, LONG_TYPE, LONG_TYPE, LONG_TYPE, LONG_TYPE, LONG_TYPE,
               LONG_TYPE, LONG_TYPE, LONG_TYPE, LONG_TYPE},
     .values = {AS(long, 1), AS(long, -2), AS(long, 3), AS(long, -4), AS(long, 5),
                AS(long, -6), AS(long, 7), AS(long, -8), AS(long, 9), AS(long, -10)},
     .args = {INT(1), INT(-2), INT(3), INT(-4), INT(5), INT(-6), INT(7), INT(-8), INT(9),
              INT(-10)},
     .result = INT(-5)},
    {CALLS(doubles), .n_args = 2, .result_type = REAL_TYPE,
     .types = {REAL_TYPE, REAL_TYPE}, .values = {AS(double, 1.5), AS(double, -2.5)},
     .args = {FLOAT(1.5), FLOAT(-2.5)}, .result = FLOAT(-1)},
    {CALLS(mixed), .n_args = 5, .result_type = REAL_TYPE,
     .types = {INT_TYPE, REAL_TYPE, ADDRESS, &ffi_type_float, LONG_TYPE},
     .values = {AS(int, -7), AS(double, 1.5), AS(const void *, text), AS(float, 0.5F),
                AS(long, 3)},
     .args = {INT(-7), FLOAT(1.5), POINTER(text), FLOAT(0.5), INT(3)},
     .result = FLOAT(-1)},
    {CALLS(pointer), .n_args = 2, .result_type = ADDRESS,
     .types = {ADDRESS, &ffi_type_ulong},
     .values = {AS(const void *, text), AS(unsigned long, 4)},
     .args = {POINTER(text), INT(4)}, .result = POINTER(text + 4)},
    {CALLS(string), .n_args = 2, .result_type = LONG_TYPE, .types = {ADDRESS, INT_TYPE},
     .values = {AS(const char *, text), AS(int, 's')},
     .args = {STRING("a string"), INT('s')}, .result = INT('a' + 's')},
    {CALLS(small), .n_args = 1, .record = "struct bench_small", .result_type = INT_TYPE,
     .types = {&small_type}, .values = {&(struct bench_small){3, 4}}, .args = {RECORD},
     .result = INT(7)},
    {CALLS(large), .n_args = 1, .record = "struct bench_large", .result_type = REAL_TYPE,
     .types = {&large_type}, .values = {&(struct bench_large){1, 2, 3, 4}},
     .args = {RECORD}, .result = FLOAT(10)},
    {CALLS(variadic), .n_args = 4, .n_fixed = 1, .result_type = INT_TYPE,
     .types = {INT_TYPE, INT_TYPE, INT_TYPE, INT_TYPE},
     .values = {AS(int, 3), AS(int, 10), AS(int, 20), AS(int, 30)},
     .args = {INT(3), INT(10), INT(20), INT(30)}, .result = INT(60)},
};
const size_t bench_n_subjects = sizeof(bench_subjects) / sizeof(*bench_subjects);

bool bench_is_right(const struct subject *subject, const char *way,
                    const struct abx_value *result)
{
    const struct abx_value *wanted = &subject->result;
    bool is_right = result->kind == wanted->kind;

    if (wanted->kind == ABX_VALUE_INT)
        is_right = is_right && result->i == wanted->i;
    else if (wanted->kind == ABX_VALUE_FLOAT)
        is_right = is_right && result->f == wanted->f;
    else
        is_right = is_right && result->p == wanted->p;
    if (!is_right)
        fprintf(stderr, "bench: error: %s: %s gives a wrong result\n", subject->name,
                way);
    return is_right;
}
