/*
 * Time that loops take. The fastest round counts, since whatever else the machine does only
 * adds.
 */
#include "measure.h"

#include <abidex.h>

#include <stdio.h>
#include <time.h>

double bench_now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

void bench_measure(struct loop *loops, size_t n_loops, int n, int n_rounds)
{
    for (int round = 0; round < n_rounds; round++) {
        for (size_t i = 0; i < n_loops; i++) {
            double start = bench_now();
            double took;

            loops[i].run(loops[i].what, n);
            took = bench_now() - start;
            if (round == 0 || took < loops[i].best)
                loops[i].best = took;
        }
    }
}

bool bench_is_ok(int status, const struct abx_error *err)
{
    if (status == ABX_OK)
        return true;
    fprintf(stderr, "bench: error: %s\n", err->message);
    return false;
}
