/**
 * Measures the runtime, one thing a run, so that each starts in a process that has not
 * touched the table yet. Prints lines of a name, a tab and a number; tests/bench/run.py
 * makes the report of them. Each loop is run several times and the fastest counts, since
 * whatever else the machine does only adds.
 */
#include <abidex.h>

#include <dlfcn.h>
#include <ffi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define N_ROUNDS 9
#define N_CALLS  1000000
#define N_OPENS  1000

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

/* The seconds that the fastest of the rounds takes. */
static double fastest(void (*run)(const void *), const void *what)
{
    double best = 0;

    for (int round = 0; round < N_ROUNDS; round++) {
        double start = now();
        double took;

        run(what);
        took = now() - start;
        if (round == 0 || took < best)
            best = took;
    }
    return best;
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
    printf("again\t%.9f\n", fastest(run_opens, path) / N_OPENS);
    return true;
}

/* ---- a call */

/* What is called, in three ways. */
struct subject {
    const char *name;
    void (*run)(const void *symbol); /* calls it directly */
    ffi_type *result;
    ffi_type *types[2];
    struct abx_value args[2];
    unsigned n_args;
};

/* The symbol is behind a pointer, so that the compiler does not compute the result. */
static void run_abs(const void *symbol)
{
    int (*volatile function)(int) = *(int (*const *)(int))symbol;

    for (int i = 0; i < N_CALLS; i++)
        (void)function(-7);
}

static const char text[] = "a string";

static void run_strnlen(const void *symbol)
{
    size_t (*volatile function)(const char *, size_t) =
        *(size_t(*const *)(const char *, size_t))symbol;

    for (int i = 0; i < N_CALLS; i++)
        (void)function(text, 4);
}

static const struct subject subjects[] = {
    {"abs",
     run_abs,
     &ffi_type_sint32,
     {&ffi_type_sint32},
     {{.kind = ABX_VALUE_INT, .i = -7}},
     1},
    {"strnlen",
     run_strnlen,
     &ffi_type_uint64,
     {&ffi_type_pointer, &ffi_type_uint64},
     {{.kind = ABX_VALUE_POINTER, .p = (void *)text}, {.kind = ABX_VALUE_INT, .i = 4}},
     2},
};

struct ffi_case {
    ffi_cif cif;
    void (*symbol)(void);
    void *values[2];
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

static void show(const char *way, const struct subject *subject, double took)
{
    printf("%s %s\t%.12f\n", way, subject->name, took / N_CALLS);
}

static bool measure_subject(struct abx_table *table, const struct subject *subject)
{
    ffi_type *types[] = {subject->types[0], subject->types[1]};
    struct abx_value args[] = {subject->args[0], subject->args[1]};
    struct ffi_case ffi = {.values = {&args[0].i, &args[1].i}};
    struct checked_case checked = {.subject = subject};
    struct abx_value result = {0};
    struct abx_error err = {0};

    ffi.symbol = (void (*)(void))dlsym(RTLD_DEFAULT, subject->name);
    if (!ffi.symbol ||
        ffi_prep_cif(&ffi.cif, FFI_DEFAULT_ABI, subject->n_args, subject->result,
                     types) != FFI_OK ||
        !is_ok(abx_table_find_function(table, subject->name, &checked.function, &err),
               &err) ||
        !is_ok(abx_call(checked.function, args, subject->n_args, &result, &err), &err))
        return false;
    show("direct", subject, fastest(subject->run, &ffi.symbol));
    show("ffi_call", subject, fastest(run_ffi, &ffi));
    show("abx_call", subject, fastest(run_checked, &checked));
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
