/**
 * Measures the runtime, one thing a run, so that each starts in a process that has not
 * touched the table yet. Prints lines of a name, a tab and a number; tests/bench/run.py
 * makes the report of them. Each loop is run several times and the fastest counts, since
 * whatever else the machine does only adds.
 */
#include <abidex.h>

#include <ffi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "callee.h"

#define N_ROUNDS 301
#define N_CALLS  10000
#define N_OPENS  20

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* Prints the answer's message and is false, unless the answer is ABX_OK. */
static bool is_ok(int status, const struct abx_error *err)
{
    if (status == ABX_OK)
        return true;
    fprintf(stderr, "bench: error: %s\n", err->message);
    return false;
}

/* One way of doing something, and the seconds that its fastest round took. */
struct way {
    const char *name;
    void (*run)(const void *what);
    const void *what;
    double best;
};

/* Rounds are short and the ways take turns, so that all have the same quiet moments. */
static void measure_ways(struct way *ways, size_t n_ways)
{
    for (int round = 0; round < N_ROUNDS; round++) {
        for (size_t i = 0; i < n_ways; i++) {
            double start = now();
            double took;

            ways[i].run(ways[i].what);
            took = now() - start;
            if (round == 0 || took < ways[i].best)
                ways[i].best = took;
        }
    }
}

/* ---- open, find, first call */

static bool open_and_call(const char *path)
{
    struct abx_context *context = NULL;
    struct abx_table *table = NULL;
    struct abx_function *function;
    struct abx_value arg = {.kind = ABX_VALUE_INT, .i = -7};
    struct abx_value result = {0};
    struct abx_error err = {0};
    bool is_done = is_ok(abx_context_create(&context), &err) &&
                   is_ok(abx_table_open(context, path, &table, &err), &err) &&
                   is_ok(abx_table_find_function(table, "abs", &function, &err), &err) &&
                   is_ok(abx_call(function, &arg, 1, &result, &err), &err);

    abx_table_close(table);
    abx_context_destroy(context);
    return is_done && result.i == 7;
}

static bool measure_first(const char *path)
{
    double start = now();
    bool is_done = open_and_call(path);

    printf("first\t%.9f\n", now() - start);
    return is_done;
}

static void run_opens(const void *path)
{
    for (int i = 0; i < N_OPENS; i++)
        if (!open_and_call(path))
            exit(1);
}

static bool measure_again(const char *path)
{
    struct way way = {.run = run_opens, .what = path};

    measure_ways(&way, 1);
    printf("again\t%.9f\n", way.best / N_OPENS);
    return true;
}

/* ---- a call */

enum { MAX_ARGS = 6 };

/* What is called, in three ways. */
struct subject {
    const char *name;
    void (*symbol)(void);
    void (*run)(const void *symbol); /* calls it directly */
    ffi_type *result;
    ffi_type *types[MAX_ARGS];
    struct abx_value args[MAX_ARGS];
    unsigned n_args;
};

/* A direct call N_CALLS times, through a volatile pointer so that it is made each time.
 */
#define DEFINE_RUN(name, ...)                                                            \
    static void run_##name(const void *symbol)                                           \
    {                                                                                    \
        __typeof__(&bench_##name) volatile function =                                    \
            *(__typeof__(&bench_##name) const *)symbol;                                  \
                                                                                         \
        for (int i = 0; i < N_CALLS; i++)                                                \
            (void)function(__VA_ARGS__);                                                 \
    }

static const char text[] = "a string";

DEFINE_RUN(int, -7)
DEFINE_RUN(longs, 1, -2, 3, -4, 5, -6)
DEFINE_RUN(doubles, 1.5, -2.5)
DEFINE_RUN(pointer, text, 4)
DEFINE_RUN(string, text, 's')

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
#define LONG &ffi_type_slong

static const struct subject subjects[] = {
    {"int",
     (void (*)(void))bench_int,
     run_int,
     &ffi_type_sint,
     {&ffi_type_sint},
     {INT(-7)},
     1},
    {"longs",
     (void (*)(void))bench_longs,
     run_longs,
     LONG,
     {LONG, LONG, LONG, LONG, LONG, LONG},
     {INT(1), INT(-2), INT(3), INT(-4), INT(5), INT(-6)},
     6},
    {"doubles",
     (void (*)(void))bench_doubles,
     run_doubles,
     &ffi_type_double,
     {&ffi_type_double, &ffi_type_double},
     {FLOAT(1.5), FLOAT(-2.5)},
     2},
    {"pointer",
     (void (*)(void))bench_pointer,
     run_pointer,
     &ffi_type_pointer,
     {&ffi_type_pointer, &ffi_type_ulong},
     {POINTER(text), INT(4)},
     2},
    {"string",
     (void (*)(void))bench_string,
     run_string,
     LONG,
     {&ffi_type_pointer, &ffi_type_sint},
     {STRING("a string"), INT('s')},
     2},
};

struct ffi_case {
    ffi_cif cif;
    void (*symbol)(void);
    void *values[MAX_ARGS];
};

static void run_ffi(const void *what)
{
    struct ffi_case ffi = *(const struct ffi_case *)what;
    ffi_arg result;

    for (int i = 0; i < N_CALLS; i++)
        ffi_call(&ffi.cif, ffi.symbol, &result, ffi.values);
}

struct checked_case {
    struct abx_function *function;
    const struct subject *subject;
};

static void run_checked(const void *what)
{
    const struct checked_case *checked = what;
    const struct subject *subject = checked->subject;
    struct abx_value result = {0};
    struct abx_error err = {0};

    for (int i = 0; i < N_CALLS; i++)
        abx_call(checked->function, subject->args, subject->n_args, &result, &err);
}

static bool prepare_ffi(const struct subject *subject, struct ffi_case *ffi,
                        struct abx_value *args, ffi_type **types)
{
    ffi->symbol = subject->symbol;
    for (unsigned i = 0; i < subject->n_args; i++) {
        args[i] = subject->args[i];
        types[i] = subject->types[i];
        ffi->values[i] = &args[i].i;
    }
    return ffi_prep_cif(&ffi->cif, FFI_DEFAULT_ABI, subject->n_args, subject->result,
                        types) == FFI_OK;
}

static bool measure_subject(struct abx_table *table, const struct subject *subject)
{
    ffi_type *types[MAX_ARGS];
    struct abx_value args[MAX_ARGS];
    struct ffi_case ffi;
    struct checked_case checked = {.subject = subject};
    struct way ways[] = {
        {"direct", subject->run, &ffi.symbol, 0},
        {"ffi_call", run_ffi, &ffi, 0},
        {"abx_call", run_checked, &checked, 0},
    };
    struct abx_value result = {0};
    struct abx_error err = {0};
    char name[32];

    snprintf(name, sizeof(name), "bench_%s", subject->name);
    if (!prepare_ffi(subject, &ffi, args, types) ||
        !is_ok(abx_table_find_function(table, name, &checked.function, &err), &err) ||
        !is_ok(abx_call(checked.function, args, subject->n_args, &result, &err), &err))
        return false;
    measure_ways(ways, 3);
    for (size_t i = 0; i < 3; i++)
        printf("%s %s\t%.12f\n", ways[i].name, subject->name, ways[i].best / N_CALLS);
    return true;
}

static bool measure_calls(struct abx_table *table)
{
    for (size_t i = 0; i < sizeof(subjects) / sizeof(*subjects); i++)
        if (!measure_subject(table, &subjects[i]))
            return false;
    return true;
}

/* ---- memory */

static const char *const used[] = {
    "abs",       "accept", "bind",    "calloc", "chdir",  "chmod",  "close",  "connect",
    "dup",       "dup2",   "execve",  "fclose", "fcntl",  "fflush", "fopen",  "fork",
    "fputs",     "fread",  "free",    "fstat",  "fsync",  "getenv", "getpid", "ioctl",
    "kill",      "listen", "lseek",   "malloc", "memcpy", "mkdir",  "mmap",   "munmap",
    "nanosleep", "open",   "opendir", "pipe",   "poll",   "printf", "read",   "readdir",
    "recvfrom",  "rename", "sendto",  "socket", "stat",   "strlen", "strtol", "unlink",
    "waitpid",   "write",
};

/* A number of /proc/self/smaps_rollup in kilobytes, -1 if it can't be read. */
static long read_resident(const char *key)
{
    FILE *file = fopen("/proc/self/smaps_rollup", "r");
    char line[256];
    long size = -1;

    while (file && fgets(line, sizeof(line), file))
        if (strncmp(line, key, strlen(key)) == 0)
            size = strtol(line + strlen(key), NULL, 10);
    if (file)
        fclose(file);
    return size;
}

/* The process is the same before and after but for the table and what it needs. */
static bool measure_memory(const char *path)
{
    struct abx_context *context = NULL;
    struct abx_table *table = NULL;
    struct abx_error err = {0};
    long private;
    long whole;
    bool is_done;

    read_resident("Rss:"); /* the first reading allocates what reading needs */
    private = read_resident("Anonymous:");
    whole = read_resident("Rss:");
    is_done = whole >= 0 && is_ok(abx_context_create(&context), &err) &&
              is_ok(abx_table_open(context, path, &table, &err), &err);
    for (size_t i = 0; is_done && i < sizeof(used) / sizeof(*used); i++) {
        struct abx_function *function;

        is_done = is_ok(abx_table_find_function(table, used[i], &function, &err), &err);
    }
    printf("resident\t%ld\n", read_resident("Rss:") - whole);
    printf("anonymous\t%ld\n", read_resident("Anonymous:") - private);
    abx_table_close(table);
    abx_context_destroy(context);
    return is_done;
}

static bool measure_opened(const char *path)
{
    struct abx_context *context = NULL;
    struct abx_table *table = NULL;
    struct abx_error err = {0};
    bool is_done = is_ok(abx_context_create(&context), &err) &&
                   is_ok(abx_table_open(context, path, &table, &err), &err) &&
                   measure_calls(table);

    abx_table_close(table);
    abx_context_destroy(context);
    return is_done;
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        bool (*measure)(const char *path);
    } parts[] = {
        {"first", measure_first},
        {"again", measure_again},
        {"calls", measure_opened},
        {"memory", measure_memory},
    };

    for (size_t i = 0; argc == 3 && i < sizeof(parts) / sizeof(*parts); i++)
        if (strcmp(argv[1], parts[i].name) == 0)
            return parts[i].measure(argv[2]) ? 0 : 1;
    fprintf(stderr, "Usage: %s first|again|calls|memory TABLE\n", argv[0]);
    return 2;
}
