/*
 * Many threads with one table, and children of a process that uses one. The functions are
 * those of the table that take and return nothing but floating numbers: there are
 * a hundred at least, and each answers the same whenever and wherever it is called.
 */
#include "libc.h"

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { N_FUNCTIONS = 100, N_THREADS = 8, N_CHILDREN = 25, SECONDS_TO_LIVE = 20 };

/* A function with what it answered to 0.5 when one thread was alone. */
struct sample {
    char name[32];
    size_t n_args;
    int status;
    double result;
};

struct samples {
    struct sample items[N_FUNCTIONS];
    size_t n;
};

/* ---- the functions ---- */

static bool is_number(const struct abx_type *type)
{
    type = abx_type_strip(type);
    return abx_type_kind(type) == ABX_TYPE_FLOAT && abx_type_size(type) <= sizeof(double);
}

/* The number of arguments; 0 where the function is none of those that are wanted. */
static size_t count_numbers(struct api *api, const struct abx_type *type)
{
    size_t n = abx_type_n_parameters(type);
    const struct abx_type *part = NULL;
    const char *name;

    if (abx_type_is_variadic(type) || n > 3 ||
        abx_type_find_target(api->table, type, &part, NULL) != ABX_OK || !is_number(part))
        return 0;
    for (size_t i = 0; i < n; i++) {
        if (abx_type_parameter(type, i, &name, &part) != ABX_OK || !is_number(part))
            return 0;
    }
    return n;
}

static double answer_of(const struct abx_value *result)
{
    return result->kind == ABX_VALUE_FLOAT ? result->f : -1;
}

static bool is_same(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

static int call_sample(struct abx_function *function, const struct sample *sample,
                       struct abx_value *result)
{
    struct abx_value args[3];

    for (size_t i = 0; i < N_ITEMS(args); i++)
        args[i] = api_float(0.5);
    return abx_call(function, args, sample->n_args, result, NULL);
}

static int ask(struct abx_table *table, const struct sample *sample,
               struct abx_value *result)
{
    struct abx_function *function = NULL;
    int status = abx_table_find_function(table, sample->name, &function, NULL);

    return status == ABX_OK ? call_sample(function, sample, result) : status;
}

static void add_sample(struct api *api, struct samples *samples,
                       const struct abx_entry *entry)
{
    struct sample *sample = &samples->items[samples->n];
    struct abx_function *function = NULL;
    struct abx_value result = {0};

    if (entry->kind != ABX_KIND_FN || entry->name_size >= sizeof(sample->name))
        return;
    memcpy(sample->name, entry->name, entry->name_size);
    sample->name[entry->name_size] = '\0';
    assert_int_equal(
        abx_table_find_declaration(api->table, sample->name, &function, &api->err),
        ABX_OK);
    sample->n_args = count_numbers(api, abx_function_type(function));
    if (sample->n_args == 0)
        return;
    sample->status = ask(api->table, sample, &result);
    sample->result = answer_of(&result);
    samples->n++;
}

static void find_samples(struct api *api, struct samples *samples)
{
    struct abx_entry entry = {0};

    samples->n = 0;
    while (samples->n < N_FUNCTIONS &&
           abx_table_next_entry(api->table, &entry, &api->err) == ABX_OK)
        add_sample(api, samples, &entry);
    assert_int_equal(samples->n, N_FUNCTIONS);
}

/* ---- threads ---- */

struct worker {
    pthread_t thread;
    struct abx_context *context;
    const char *path;
    struct abx_table *table; /* shared; NULL: the worker opens its own */
    const struct samples *samples;
    pthread_barrier_t *start;
    atomic_bool *is_over; /* NULL: one round */
    size_t first;
    int n_wrong;
    int n_calls;
};

static void call_all(struct worker *worker, struct abx_table *table)
{
    for (size_t i = 0; i < N_FUNCTIONS; i++) {
        const struct sample *sample =
            &worker->samples->items[(worker->first + i) % N_FUNCTIONS];
        struct abx_value result = {0};
        int status = ask(table, sample, &result);

        if (status != sample->status || !is_same(answer_of(&result), sample->result))
            worker->n_wrong++;
        worker->n_calls++;
    }
}

static void *work(void *user)
{
    struct worker *worker = user;
    struct abx_table *table = worker->table;

    pthread_barrier_wait(worker->start);
    do {
        if (worker->table == NULL &&
            abx_table_open(worker->context, worker->path, &table, NULL) != ABX_OK) {
            worker->n_wrong++;
            return NULL;
        }
        call_all(worker, table);
        if (worker->table == NULL)
            abx_table_close(table);
    } while (worker->is_over != NULL && !atomic_load(worker->is_over));
    return NULL;
}

/* All threads of a test, and what they work on. */
struct crew {
    struct samples samples;
    struct worker workers[N_THREADS];
    struct abx_table *table; /* fresh, so that nothing in it is resolved yet */
    pthread_barrier_t start;
    atomic_bool is_over;
};

static struct crew *crew_start(struct api *api, bool is_shared, bool is_endless)
{
    struct crew *crew = calloc(1, sizeof(*crew));
    const char *path = abx_table_path(api->table);

    assert_non_null(crew);
    find_samples(api, &crew->samples);
    assert_int_equal(abx_table_open(api->context, path, &crew->table, &api->err), ABX_OK);
    assert_int_equal(pthread_barrier_init(&crew->start, NULL, N_THREADS), 0);
    for (size_t i = 0; i < N_THREADS; i++) {
        struct worker *worker = &crew->workers[i];

        worker->context = api->context;
        worker->path = path;
        worker->table = is_shared ? crew->table : NULL;
        worker->samples = &crew->samples;
        worker->start = &crew->start;
        worker->is_over = is_endless ? &crew->is_over : NULL;
        worker->first =
            i * N_FUNCTIONS / N_THREADS / 4; /* near each other, so they meet */
        assert_int_equal(pthread_create(&worker->thread, NULL, work, worker), 0);
    }
    return crew;
}

static void crew_finish(struct crew *crew)
{
    atomic_store(&crew->is_over, true);
    for (size_t i = 0; i < N_THREADS; i++) {
        pthread_join(crew->workers[i].thread, NULL);
        assert_int_equal(crew->workers[i].n_wrong, 0);
        assert_true(crew->workers[i].n_calls >= N_FUNCTIONS);
    }
    pthread_barrier_destroy(&crew->start);
    abx_table_close(crew->table);
    free(crew);
}

static void threads_open_the_same_table(void **state)
{
    crew_finish(crew_start(*state, false, false));
}

static void threads_share_one_table(void **state)
{
    crew_finish(crew_start(*state, true, false));
}

/* ---- children ---- */

static void live_on(struct abx_table *table, const struct samples *samples)
{
    for (size_t i = 0; i < samples->n; i++) {
        struct abx_value result = {0};

        if (ask(table, &samples->items[i], &result) != samples->items[i].status)
            _exit(1);
    }
    _exit(0);
}

/* In the middle of somebody else's search the lock of the table stays closed for ever in
 * the child, so it calls what was found before. */
static void call_what_was_found(struct abx_function *const *found,
                                const struct samples *samples)
{
    for (size_t i = 0; i < samples->n; i++) {
        if (call_sample(found[i], &samples->items[i], &(struct abx_value){0}) !=
            samples->items[i].status)
            _exit(1);
    }
    _exit(0);
}

/* @found: NULL: the child finds the functions itself. */
static void bear_child(struct abx_table *table, struct abx_function *const *found,
                       const struct samples *samples)
{
    pid_t pid = fork();
    int how = 0;

    assert_true(pid >= 0);
    if (pid == 0) {
        alarm(SECONDS_TO_LIVE);
        if (found != NULL)
            call_what_was_found(found, samples);
        live_on(table, samples);
    }
    assert_int_equal(waitpid(pid, &how, 0), pid);
    if (!WIFEXITED(how) || WEXITSTATUS(how) != 0)
        fail_msg("a child ended with %#x", (unsigned)how);
}

static void a_child_goes_on_finding_and_calling(void **state)
{
    struct api *api = *state;
    struct samples *samples = calloc(1, sizeof(*samples));
    struct abx_table *fresh = NULL;

    assert_non_null(samples);
    find_samples(api, samples);
    assert_int_equal(
        abx_table_open(api->context, abx_table_path(api->table), &fresh, &api->err),
        ABX_OK);
    bear_child(api->table, NULL, samples);
    bear_child(fresh, NULL, samples);
    abx_table_close(fresh);
    free(samples);
}

static void a_child_of_a_busy_process_goes_on_calling(void **state)
{
    struct api *api = *state;
    struct crew *crew = crew_start(api, true, true);
    struct abx_function *found[N_FUNCTIONS] = {0};

    for (size_t i = 0; i < N_FUNCTIONS; i++)
        assert_int_equal(abx_table_find_function(crew->table, crew->samples.items[i].name,
                                                 &found[i], &api->err),
                         ABX_OK);
    for (int i = 0; i < N_CHILDREN; i++)
        bear_child(crew->table, found, &crew->samples);
    crew_finish(crew);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_open_the_same_table),
        cmocka_unit_test(threads_share_one_table),
        cmocka_unit_test(a_child_goes_on_finding_and_calling),
        cmocka_unit_test(a_child_of_a_busy_process_goes_on_calling),
    };

    return cmocka_run_group_tests_name("threads", tests, libc_setup, libc_teardown);
}
