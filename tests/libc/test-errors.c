/*
 * Failures of the real C library: the calls of data/observed-errors.txt, which were
 * provoked in plain C, are provoked again through the table and must be answered as
 * recorded, on x86-64 with glibc; data/observed-elsewhere.tsv has what is different on other
 * platforms. Each is made in a child of its own, since some kill the process, some give up
 * its privileges or its descriptors. That a child goes on with a table that its parent
 * opened is tested on the way.
 */
#include "provoked.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { N_RECORDED = 87, SECONDS_TO_LIVE = 20, HIGH_DESCRIPTOR = 100 };

/* ---- the record ---- */

struct record {
    char text[128];
    bool is_killed;
    bool is_open; /* the result is a descriptor */
    int64_t result;
    char code[32]; /* "-": errno was not set */
};

static const char *last_of(const char *line, const char *word)
{
    const char *found = NULL;

    for (const char *at = strstr(line, word); at != NULL; at = strstr(at + 1, word))
        found = at;
    return found;
}

/* How a call ends: "r=-1 errno=EBADF", "r=open errno=-", "KILLED …". */
static void parse_end(const char *end, struct record *record)
{
    long long result = 0;

    record->is_killed = strcmp(end, "KILLED by Segmentation fault") == 0;
    record->is_open = strcmp(end, "r=open errno=-") == 0;
    if (record->is_open)
        strcpy(record->code, "-");
    else if (!record->is_killed &&
             sscanf(end, "r=%lld errno=%31s", &result, record->code) != 2)
        fail_msg("%s is not understood", end);
    record->result = result;
}

static void parse_record(const char *line, struct record *record)
{
    const char *end = last_of(line, " r=");
    size_t size;

    *record = (struct record){0};
    if (end == NULL)
        end = last_of(line, " KILLED");
    assert_non_null(end);
    parse_end(end + 1, record);
    size = (size_t)(end - line);
    while (size > 0 && line[size - 1] == ' ')
        size--;
    assert_true(size < sizeof(record->text));
    memcpy(record->text, line, size);
}

static bool is_here(const char *where)
{
    const struct {
        const char *where;
        bool is_here;
    } places[] = {
        {"time32", sizeof(time_t) == 4},
        {"time64", sizeof(time_t) > sizeof(long)},
        {"emulated", getenv("MESON_EXE_WRAPPER") != NULL},
#ifdef __GLIBC__
        {"musl", false},
#else
        {"musl", true},
#endif
    };

    for (size_t i = 0; i < N_ITEMS(places); i++) {
        if (strcmp(places[i].where, where) == 0)
            return places[i].is_here;
    }
    fail_msg("nobody knows where %s is", where);
    return false;
}

/* The end of a call on this platform, if it is not the recorded one. */
static void look_elsewhere(struct record *record)
{
    struct libc_rows rows;

    libc_rows_init(&rows, "observed-elsewhere.tsv");
    while (libc_rows_next(&rows)) {
        if (strcmp(rows.cells[1], record->text) != 0 || !is_here(rows.cells[0]))
            continue;
        print_message("%s: %s here, %s\n", record->text, rows.cells[2], rows.cells[3]);
        parse_end(rows.cells[2], record);
        break;
    }
    libc_rows_finish(&rows);
}

static const struct call *find_call(const char *text)
{
    size_t i = 0;

    while (i < n_provoked_calls && strcmp(provoked_calls[i].text, text) != 0)
        i++;
    if (i == n_provoked_calls)
        fail_msg("nobody makes the call %s", text);
    return &provoked_calls[i];
}

/* ---- making a call ---- */

/* What a child tells. */
struct outcome {
    int status;
    int64_t result;
    int left; /* in errno */
    bool is_open;
    struct abx_error err; /* its strings are valid in the parent, too */
};

static void make_call(const struct call *call, struct abx_function *function,
                      struct world *world, int out)
{
    const struct rlimit no_core = {0, 0};
    struct abx_value args[MAX_ARGUMENTS];
    struct outcome outcome = {0};
    struct abx_value result = {0};
    size_t n_args;

    alarm(SECONDS_TO_LIVE);
    signal(SIGSEGV, SIG_DFL); /* sanitizers catch it */
    signal(SIGBUS, SIG_DFL);
    out = fcntl(out, F_DUPFD, HIGH_DESCRIPTOR); /* out of the way of dup2 and dup3 */
    setrlimit(RLIMIT_CORE, &no_core);
    if (!world_open_descriptors(world) || (call->before != NULL && !call->before(world)))
        _exit(1);
    n_args = call_arguments(call, world, args);
    errno = POLLUTION;
    outcome.status = abx_call(function, args, n_args, &result, &outcome.err);
    outcome.left = errno;
    outcome.result = result.i;
    outcome.is_open = result.i >= 0 && fcntl((int)result.i, F_GETFD) >= 0;
    _exit(write(out, &outcome, sizeof(outcome)) == sizeof(outcome) ? 0 : 1);
}

/* The signal that ended the child; 0 if it told an outcome. */
static int run_call(const struct call *call, struct world *world, struct outcome *outcome)
{
    struct abx_function *function = api_find(world->api, call->function);
    int ends[2];
    int how = 0;
    ssize_t size;
    pid_t pid;

    assert_int_equal(pipe(ends), 0);
    pid = fork();
    assert_true(pid >= 0);
    if (pid == 0)
        make_call(call, function, world, ends[1]);
    close(ends[1]);
    size = read(ends[0], outcome, sizeof(*outcome));
    close(ends[0]);
    assert_int_equal(waitpid(pid, &how, 0), pid);
    if (WIFSIGNALED(how))
        return WTERMSIG(how);
    if (size != sizeof(*outcome))
        fail_msg("%s: it could not be prepared", call->text);
    return 0;
}

/* ---- comparing ---- */

static void check_refusal(const struct call *call, const struct abx_function *function,
                          const struct outcome *outcome)
{
    const struct abx_type *type = NULL;
    const char *name = NULL;

    assert_int_equal(outcome->status, ABX_REFUSED);
    assert_int_equal(outcome->err.argument, call->refused);
    assert_int_equal(abx_type_parameter(abx_function_type(function),
                                        (size_t)call->refused - 1, &name, &type),
                     ABX_OK);
    assert_non_null(strstr(outcome->err.message, name));
}

/* The code is what errno was, or the result where the result is the code. */
static void check_failure(struct api *api, const struct record *record,
                          const struct outcome *outcome)
{
    const struct abx_error *err = &outcome->err;
    bool is_result = strcmp(record->code, "-") == 0;

    assert_int_equal(outcome->status, ABX_FAILED);
    assert_int_equal(outcome->result, record->result);
    assert_int_equal(err->code,
                     is_result ? record->result : libc_number(api, record->code));
    if (!is_result)
        assert_string_equal(err->name, record->code);
    assert_int_equal(err->code, libc_number(api, err->name));
    assert_int_equal(outcome->left, is_result ? POLLUTION : err->code);
    if (!err->is_specific)
        fail_msg("%s: %s has no text of its own", record->text, err->name);
}

/* What EINTR means is up to the contract: a wait goes on to its end, pause is done. */
static void check_interrupted(const struct abx_contract *contract,
                              const struct record *record, const struct outcome *outcome)
{
    bool is_done = strcmp(contract->eintr, "done") == 0;

    assert_true(is_done || strcmp(contract->eintr, "timeout") == 0);
    assert_int_equal(outcome->status, ABX_OK);
    assert_int_equal(outcome->result, is_done ? record->result : 0);
    assert_int_equal(outcome->left, EINTR);
}

static void check_success(const struct call *call, const struct record *record,
                          const struct outcome *outcome)
{
    assert_int_equal(outcome->status, ABX_OK);
    if (call->is_opening || record->is_open)
        assert_true(outcome->is_open);
    else
        assert_int_equal(outcome->result, record->result);
}

static void check_outcome(struct api *api, const struct call *call,
                          const struct record *record, const struct outcome *outcome)
{
    const struct abx_function *function = api_find(api, call->function);
    const struct abx_contract *contract = abx_function_contract(function);

    if (call->refused != 0)
        check_refusal(call, function, outcome);
    else if (strcmp(record->code, "EINTR") == 0)
        check_interrupted(contract, record, outcome);
    else if (strcmp(record->code, "-") != 0 ||
             (strcmp(contract->where, "result") == 0 && record->result != 0))
        check_failure(api, record, outcome);
    else
        check_success(call, record, outcome);
}

/* What became of the recorded calls. */
struct tally {
    int made;
    int killed; /* of those that were made */
    int left_out;
};

static void repeat(struct api *api, const struct record *record, struct world *world,
                   struct tally *tally)
{
    const struct call *call = find_call(record->text);
    struct outcome outcome = {0};
    int signo;

    if (call->left_out != NULL) {
        print_message("%s: left out, %s\n", record->text, call->left_out);
        tally->left_out++;
        return;
    }
    print_message("%s\n", record->text); /* the last one named is the one that failed */
    signo = run_call(call, world, &outcome);
    if (signo == SIGBUS) /* how some processors call a bad address that is odd, too */
        signo = SIGSEGV;
    if (signo != (record->is_killed ? SIGSEGV : 0))
        fail_msg("%s: ended by signal %d", call->text, signo);
    if (signo == 0)
        check_outcome(api, call, record, &outcome);
    tally->made++;
    tally->killed += signo != 0;
}

static void every_recorded_call_ends_as_recorded(void **state)
{
    struct tally tally = {0};
    struct libc_rows rows;
    struct record record;
    struct world world;

    world_init(&world, *state);
    libc_rows_init(&rows, "observed-errors.txt");
    while (libc_rows_next(&rows)) {
        parse_record(rows.line, &record);
        look_elsewhere(&record);
        repeat(*state, &record, &world, &tally);
    }
    libc_rows_finish(&rows);
    world_finish(&world);
    print_message("%d calls made, %d left out; %d end the process\n", tally.made,
                  tally.left_out, tally.killed);
    assert_int_equal(tally.made + tally.left_out, N_RECORDED);
    assert_int_equal(n_provoked_calls, N_RECORDED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_recorded_call_ends_as_recorded),
    };

    return cmocka_run_group_tests_name("errors", tests, libc_setup, libc_teardown);
}
