/**
 * What is called to measure calls: next to nothing is done, so that what is measured is the
 * way there and back. Every peer calls the same functions with the same values.
 */
#ifndef ABX_BENCH_CALLEE_H
#define ABX_BENCH_CALLEE_H

/* 8 bytes, which fit a register. */
struct bench_small {
    int x;
    int y;
};

/* 32 bytes, which fit none. */
struct bench_large {
    double x;
    double y;
    double width;
    double height;
};

#pragma GCC visibility push(default)
int bench_int(int value);
long bench_longs(long a, long b, long c, long d, long e, long f);
long bench_longs10(long a, long b, long c, long d, long e, long f, long g, long h, long i,
                   long j);
double bench_doubles(double a, double b);
double bench_mixed(int a, double b, const void *c, float d, long e);
const void *bench_pointer(const void *pointer, unsigned long size);
long bench_string(const char *text, int c);
int bench_small(struct bench_small record);
double bench_large(struct bench_large record);

/* The sum of @n_values arguments of type int. */
int bench_variadic(int n_values, ...);

/* The sum of what @function answers to 0, 1, … @n - 1. */
long bench_each(long n, long (*function)(long value));
#pragma GCC visibility pop

#endif
