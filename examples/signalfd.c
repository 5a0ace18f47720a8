/**
 * A signal read from a descriptor, every call through the table: blocks SIGINT, raises
 * it, waits for it with poll and reads who sent it. No header of the C library says
 * anything here about signals or descriptors: constants, sizes, members and functions are
 * all the table's. It compares what it got with what must come out, and exits with 1
 * where that differs.
 *
 *     signalfd build/libc.abx
 */
#include <abidex.h>

#include <inttypes.h>
#include <stdio.h>

struct story {
    struct abx_context *context;
    struct abx_table *table;
    struct abx_memory *signals; /* sigset_t */
    struct abx_memory *waiting; /* struct pollfd */
    struct abx_memory *info;    /* struct signalfd_siginfo */
    int64_t sigint;
    int64_t sig_block;
    int64_t sfd_cloexec;
    int64_t pollin;
};

static void report(const char *what, const struct abx_error *err)
{
    fprintf(stderr, "signalfd: error: %s: %s\n", what, err->message);
}

/* ---- arguments */

static struct abx_value integer(int64_t i)
{
    return (struct abx_value){.kind = ABX_VALUE_INT, .i = i};
}

static struct abx_value object(struct abx_memory *memory)
{
    return (struct abx_value){.kind = ABX_VALUE_MEMORY, .memory = memory};
}

static struct abx_value null(void)
{
    return (struct abx_value){.kind = ABX_VALUE_POINTER};
}

/* ---- the table */

static int64_t as_integer(const struct abx_value *value)
{
    return value->kind == ABX_VALUE_UINT ? (int64_t)value->u : value->i;
}

static bool find(const struct story *story, const char *name, int64_t *valuep)
{
    struct abx_value value = {0};
    struct abx_error err = {0};

    if (abx_table_find_constant(story->table, name, &value, &err) != ABX_OK) {
        report(name, &err);
        return false;
    }
    *valuep = as_integer(&value);
    printf("%-26s %" PRId64 "\n", name, *valuep);
    return true;
}

static bool make(const struct story *story, const char *type_name,
                 struct abx_memory **memoryp)
{
    const struct abx_type *type;
    struct abx_error err = {0};

    if (abx_table_find_type(story->table, type_name, &type, &err) != ABX_OK ||
        abx_memory_create(story->table, type, 1, memoryp, &err) != ABX_OK) {
        report(type_name, &err);
        return false;
    }
    printf("%-26s %zu bytes\n", type_name, abx_memory_size(*memoryp));
    return true;
}

static bool set(struct abx_memory *memory, const char *member, int64_t i)
{
    struct abx_value value = integer(i);
    struct abx_error err = {0};

    if (abx_memory_set(memory, member, &value, &err) != ABX_OK) {
        report(member, &err);
        return false;
    }
    return true;
}

/* Whether a member holds what it must. */
static bool expect(const struct abx_memory *memory, const char *member, int64_t wanted)
{
    struct abx_value value = {0};
    struct abx_error err = {0};

    if (abx_memory_get(memory, member, &value, &err) != ABX_OK) {
        report(member, &err);
        return false;
    }
    printf("%-26s %" PRId64 "\n", member, as_integer(&value));
    if (as_integer(&value) == wanted)
        return true;
    fprintf(stderr, "signalfd: error: %s is not %" PRId64 "\n", member, wanted);
    return false;
}

/* Calls a function; the table says whether the result means failure, and why. */
static bool call(const struct story *story, const char *name,
                 const struct abx_value *args, size_t n_args, int64_t *resultp)
{
    struct abx_function *function;
    struct abx_value result = {0};
    struct abx_error err = {0};

    if (abx_table_find_function(story->table, name, &function, &err) != ABX_OK ||
        abx_call(function, args, n_args, &result, &err) != ABX_OK) {
        report(name, &err);
        return false;
    }
    *resultp = as_integer(&result);
    printf("%-26s %" PRId64 "\n", name, *resultp);
    return true;
}

#define ARRAY(array) (array), sizeof(array) / sizeof(*(array))

/* ---- the story */

static bool open_table(struct story *story, const char *path)
{
    struct abx_error err = {0};

    if (abx_context_create(&story->context) != ABX_OK)
        return false;
    if (abx_table_open(story->context, path, &story->table, &err) != ABX_OK) {
        report(path, &err);
        return false;
    }
    return true;
}

static bool look_up(struct story *story)
{
    return find(story, "SIGINT", &story->sigint) &&
           find(story, "SIG_BLOCK", &story->sig_block) &&
           find(story, "SFD_CLOEXEC", &story->sfd_cloexec) &&
           find(story, "POLLIN", &story->pollin) &&
           make(story, "sigset_t", &story->signals) &&
           make(story, "struct pollfd", &story->waiting) &&
           make(story, "struct signalfd_siginfo", &story->info);
}

static bool block_interrupt(const struct story *story)
{
    struct abx_value signals = object(story->signals);
    struct abx_value add[] = {signals, integer(story->sigint)};
    struct abx_value mask[] = {integer(story->sig_block), signals, null()};
    int64_t result;

    return call(story, "sigemptyset", &signals, 1, &result) &&
           call(story, "sigaddset", ARRAY(add), &result) &&
           call(story, "pthread_sigmask", ARRAY(mask), &result);
}

static bool open_descriptor(const struct story *story, int64_t *fdp)
{
    struct abx_value args[] = {integer(-1), object(story->signals),
                               integer(story->sfd_cloexec)};

    return call(story, "signalfd", ARRAY(args), fdp);
}

static bool raise_and_wait(const struct story *story, int64_t fd)
{
    struct abx_value interrupt = integer(story->sigint);
    struct abx_value wait[] = {object(story->waiting), integer(1), integer(1000)};
    int64_t n_ready;

    return set(story->waiting, "fd", fd) &&
           set(story->waiting, "events", story->pollin) &&
           call(story, "raise", &interrupt, 1, &n_ready) &&
           call(story, "poll", ARRAY(wait), &n_ready) &&
           expect(story->waiting, "revents", story->pollin);
}

static bool read_sender(const struct story *story, int64_t fd)
{
    struct abx_value args[] = {integer(fd), object(story->info),
                               integer((int64_t)abx_memory_size(story->info))};
    int64_t n_read;
    int64_t pid;

    return call(story, "read", ARRAY(args), &n_read) &&
           call(story, "getpid", NULL, 0, &pid) &&
           expect(story->info, "ssi_signo", story->sigint) &&
           expect(story->info, "ssi_pid", pid);
}

static bool tell(struct story *story, const char *path)
{
    struct abx_value descriptor;
    int64_t fd;
    int64_t result;
    bool is_right;

    if (!open_table(story, path) || !look_up(story) || !block_interrupt(story) ||
        !open_descriptor(story, &fd))
        return false;
    descriptor = integer(fd);
    is_right = raise_and_wait(story, fd) && read_sender(story, fd);
    return call(story, "close", &descriptor, 1, &result) && is_right;
}

int main(int argc, char **argv)
{
    struct story story = {0};
    bool is_right;

    if (argc != 2) {
        fprintf(stderr, "Usage: %s TABLE\n", argv[0]);
        return 2;
    }
    is_right = tell(&story, argv[1]);
    abx_memory_destroy(story.info);
    abx_memory_destroy(story.waiting);
    abx_memory_destroy(story.signals);
    abx_table_close(story.table);
    abx_context_destroy(story.context);
    return is_right ? 0 : 1;
}
