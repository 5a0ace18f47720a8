/**
 * What is called to measure calls: nothing is done, so that what is measured is the way
 * there and back.
 */
#ifndef ABX_BENCH_CALLEE_H
#define ABX_BENCH_CALLEE_H

#pragma GCC visibility push(default)
int bench_int(int value);
long bench_longs(long a, long b, long c, long d, long e, long f);
double bench_doubles(double a, double b);
const void *bench_pointer(const void *pointer, unsigned long size);
long bench_string(const char *text, int c);
#pragma GCC visibility pop

#endif
