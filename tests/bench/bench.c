/**
 * Measures the runtime, one part a run, so that each starts in a process that has not
 * touched the table yet. Prints lines of what was measured, a tab, and seconds or kilobytes:
 * of calls three fields, row, column and seconds. tests/bench/run.py makes the report of
 * them.
 */
#include <abidex.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"
#include "subject.h"

enum { N_CALLS = 10000, N_OPENS = 20, MAX_WAYS = 8 };

/* ---- open, find, first call */

/* Moments: before the table is opened, before the function is looked for, … */
enum { OPEN, FIND, CALL, END, N_MOMENTS };

static bool open_and_call(const char *path, double *moments)
{
    struct abx_context *context = NULL;
    struct abx_table *table = NULL;
    struct abx_function *function;
    struct abx_value arg = {.kind = ABX_VALUE_INT, .i = -7};
    struct abx_value result = {0};
    struct abx_error err = {0};
    bool is_done;

    moments[OPEN] = bench_now();
    is_done = bench_is_ok(abx_context_create(&context), &err) &&
              bench_is_ok(abx_table_open(context, path, &table, &err), &err);
    moments[FIND] = bench_now();
    is_done = is_done &&
              bench_is_ok(abx_table_find_function(table, "abs", &function, &err), &err);
    moments[CALL] = bench_now();
    is_done = is_done && bench_is_ok(abx_call(function, &arg, 1, &result, &err), &err);
    moments[END] = bench_now();
    abx_table_close(table);
    abx_context_destroy(context);
    return is_done && result.i == 7;
}

static bool measure_first(const char *path, int n_rounds)
{
    double moments[N_MOMENTS];
    bool is_done = open_and_call(path, moments);

    (void)n_rounds;
    printf("open\t%.9f\n", moments[FIND] - moments[OPEN]);
    printf("find\t%.9f\n", moments[CALL] - moments[FIND]);
    printf("call\t%.9f\n", moments[END] - moments[CALL]);
    printf("all\t%.9f\n", moments[END] - moments[OPEN]);
    return is_done;
}

static void run_opens(void *path, int n)
{
    double moments[N_MOMENTS];

    for (int i = 0; i < n; i++)
        if (!open_and_call(path, moments))
            exit(1);
}

static bool measure_again(const char *path, int n_rounds)
{
    struct loop loop = {.run = run_opens, .what = (void *)path};

    bench_measure(&loop, 1, N_OPENS, n_rounds);
    printf("again\t%.9f\n", loop.best / N_OPENS);
    return true;
}

/* ---- calls */

static bool measure_subject(const struct group *group, const struct subject *subject,
                            struct abx_table *table, int n_rounds)
{
    const struct way *ways[MAX_WAYS];
    struct loop loops[MAX_WAYS] = {0};
    size_t n = 0;
    bool is_done = true;

    for (size_t i = 0; is_done && i < group->n_ways && n < MAX_WAYS; i++) {
        const struct way *way = &group->ways[i];

        if (way->can && !way->can(subject))
            continue;
        loops[n].run = way->run;
        loops[n].what = way->create(subject, table);
        is_done = loops[n].what;
        ways[n++] = way;
    }
    if (is_done)
        bench_measure(loops, n, N_CALLS, n_rounds);
    for (size_t i = 0; i < n; i++) {
        if (is_done)
            printf("%s\t%s\t%.12f\n", subject->name, ways[i]->name,
                   loops[i].best / N_CALLS);
        ways[i]->destroy(loops[i].what);
    }
    return is_done;
}

static bool measure_group(const struct group *group, struct abx_table *table,
                          int n_rounds)
{
    for (size_t i = 0; i < group->n_subjects; i++)
        if (!measure_subject(group, &group->subjects[i], table, n_rounds))
            return false;
    return true;
}

static bool measure_calls(const char *path, int n_rounds)
{
    const struct group calls = {bench_subjects, bench_n_subjects, bench_call_ways,
                                bench_n_call_ways};
    struct abx_context *context = NULL;
    struct abx_table *table = NULL;
    struct abx_error err = {0};
    bool is_done = bench_is_ok(abx_context_create(&context), &err) &&
                   bench_is_ok(abx_table_open(context, path, &table, &err), &err) &&
                   measure_group(&calls, table, n_rounds) &&
                   measure_group(&bench_members, table, n_rounds) &&
                   measure_group(&bench_callbacks, table, n_rounds);

    abx_table_close(table);
    abx_context_destroy(context);
    return is_done;
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
static bool measure_memory(const char *path, int n_rounds)
{
    struct abx_context *context = NULL;
    struct abx_table *table = NULL;
    struct abx_error err = {0};
    long private;
    long whole;
    bool is_done;

    (void)n_rounds;
    read_resident("Rss:"); /* the first reading allocates what reading needs */
    private = read_resident("Anonymous:");
    whole = read_resident("Rss:");
    is_done = whole >= 0 && bench_is_ok(abx_context_create(&context), &err) &&
              bench_is_ok(abx_table_open(context, path, &table, &err), &err);
    for (size_t i = 0; is_done && i < sizeof(used) / sizeof(*used); i++) {
        struct abx_function *function;

        is_done =
            bench_is_ok(abx_table_find_function(table, used[i], &function, &err), &err);
    }
    printf("resident\t%ld\n", read_resident("Rss:") - whole);
    printf("anonymous\t%ld\n", read_resident("Anonymous:") - private);
    abx_table_close(table);
    abx_context_destroy(context);
    return is_done;
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        bool (*measure)(const char *path, int n_rounds);
    } parts[] = {
        {"first", measure_first},
        {"again", measure_again},
        {"calls", measure_calls},
        {"memory", measure_memory},
    };
    int n_rounds = argc == 4 ? (int)strtol(argv[3], NULL, 10) : 0;

    for (size_t i = 0; n_rounds > 0 && i < sizeof(parts) / sizeof(*parts); i++)
        if (strcmp(argv[1], parts[i].name) == 0)
            return parts[i].measure(argv[2], n_rounds) ? 0 : 1;
    fprintf(stderr, "Usage: %s first|again|calls|memory TABLE ROUNDS\n", argv[0]);
    return 2;
}
