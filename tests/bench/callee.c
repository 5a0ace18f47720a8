/*
 * A library of its own, so that no compiler sees both sides of a call.
 */
#include "callee.h"

int bench_int(int value)
{
    return value;
}

long bench_longs(long a, long b, long c, long d, long e, long f)
{
    return a + b + c + d + e + f;
}

double bench_doubles(double a, double b)
{
    return a + b;
}

const void *bench_pointer(const void *pointer, unsigned long size)
{
    return (const char *)pointer + size;
}

long bench_string(const char *text, int c)
{
    return text[0] + c;
}
