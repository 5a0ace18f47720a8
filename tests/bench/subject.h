/**
 * What is called, and the ways in which it is.
 */
#ifndef ABX_BENCH_SUBJECT_H
#define ABX_BENCH_SUBJECT_H

#include <abidex.h>

#include <ffi.h>
#include <stdbool.h>
#include <stddef.h>

enum { BENCH_MAX_ARGS = 10 };

/* A function of callee.h with the values that it is called with, and how to call it. */
struct subject {
    const char *name;               /* the row, and the function's name behind bench_ */
    void (*run)(void *what, int n); /* calls it directly */
    void (*symbol)(void);
    unsigned n_args;
    unsigned n_fixed;   /* of the arguments; 0: all */
    const char *record; /* the type of arguments of kind ABX_VALUE_MEMORY */
    ffi_type *result_type;
    ffi_type *types[BENCH_MAX_ARGS];
    void *values[BENCH_MAX_ARGS]; /* each argument as C has it */
    struct abx_value args[BENCH_MAX_ARGS];
    struct abx_value result;
};

/* A way of calling, a column of the report. */
struct way {
    const char *name;
    bool (*can)(const struct subject *subject); /* NULL: every subject */
    /* What one run needs, after one call whose result was right; NULL with a message. */
    void *(*create)(const struct subject *subject, struct abx_table *table);
    void (*run)(void *prepared, int n);
    void (*destroy)(void *prepared);
};

/* Subjects, and the ways that each of them is called in. */
struct group {
    const struct subject *subjects;
    size_t n_subjects;
    const struct way *ways;
    size_t n_ways;
};

extern const struct subject bench_subjects[];
extern const size_t bench_n_subjects;
extern const struct way bench_call_ways[];
extern const size_t bench_n_call_ways;
extern const struct group bench_callbacks;
extern const struct group bench_members;

/* Whether a call's result is the right one; if not, says so. */
bool bench_is_right(const struct subject *subject, const char *way,
                    const struct abx_value *result);

#endif
