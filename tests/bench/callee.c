/*
 * A library of its own, so that no compiler sees both sides of a call.
 */
#include "callee.h"

#include <stdarg.h>

int bench_int(int value)
{
    return value;
}

long bench_longs(long a, long b, long c, long d, long e, long f)
{
    return a + b + c + d + e + f;
}

// NOLINTNEXTLINE(readability-function-size): that it takes so many is what is measured
long bench_longs10(long a, long b, long c, long d, long e, long f, long g, long h, long i,
                   long j)
{
    return a + b + c + d + e + f + g + h + i + j;
}

double bench_doubles(double a, double b)
{
    return a + b;
}

double bench_mixed(int a, double b, const void *c, float d, long e)
{
    return a + b + (c != 0) + (double)d + (double)e;
}

const void *bench_pointer(const void *pointer, unsigned long size)
{
    return (const char *)pointer + size;
}

long bench_string(const char *text, int c)
{
    return text[0] + c;
}

int bench_small(struct bench_small record)
{
    return record.x + record.y;
}

double bench_large(struct bench_large record)
{
    return record.x + record.y + record.width + record.height;
}

int bench_variadic(int n_values, ...)
{
    va_list values;
    int sum = 0;

    va_start(values, n_values);
    for (int i = 0; i < n_values; i++)
        sum += va_arg(values, int);
    va_end(values);
    return sum;
}

long bench_each(long n, long (*function)(long value))
{
    long sum = 0;

    for (long i = 0; i < n; i++)
        sum += function(i);
    return sum;
}
