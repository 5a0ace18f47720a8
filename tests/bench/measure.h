/**
 * Time that loops take.
 */
#ifndef ABX_BENCH_MEASURE_H
#define ABX_BENCH_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

struct abx_error;

/* Something done @n times, and the seconds that its fastest round took. */
struct loop {
    void (*run)(void *what, int n);
    void *what;
    double best;
};

/* Seconds since some moment. */
double bench_now(void);

/* Rounds are short and the loops take turns, so that all have the same quiet moments. */
void bench_measure(struct loop *loops, size_t n_loops, int n, int n_rounds);

/* Prints the answer's message and is false, unless the answer is ABX_OK. */
bool bench_is_ok(int status, const struct abx_error *err);

#endif
