/*
 * Forks while other threads look names up. Each child finds and calls; an alarm ends one
 * that waits for a lock which nobody holds any more.
 */
#include "api.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { N_THREADS = 3, N_FORKS = 25, SECONDS = 20 };

static const char *const lines[] = {
    "fn echo_i32 i32(i32 value)",
    "fn echo_i64 i64(i64 value)",
    "fn echo_pointer *struct small(*struct small value)",
    NULL,
};

struct hammer {
    struct api api;
    atomic_bool ends;
};

/* New names all the time: what is known is found too quickly to be caught at it. */
static void *hammer(void *data)
{
    struct hammer *hammer = data;

    for (unsigned i = 1; !atomic_load(&hammer->ends); i++) {
        const struct abx_type *type = NULL;
        char name[48];

        snprintf(name, sizeof(name), "[%u]struct nobody", i);
        abx_table_find_type(hammer->api.table, name, &type, NULL);
        snprintf(name, sizeof(name), "[%u]*struct pair", i % 5000 + 1);
        abx_table_find_type(hammer->api.table, name, &type, NULL);
    }
    return NULL;
}

/* In the child: 0 if all is as in the parent. */
static int use(struct api *api, unsigned round)
{
    static const char *const names[] = {"echo_i32", "echo_i64"};
    const struct abx_type *type = NULL;
    char name[48];

    alarm(SECONDS);
    signal(SIGSEGV, SIG_DFL); /* not to be taken for a failure of the parent */
    for (unsigned i = 0; i < N_ITEMS(names); i++) {
        struct abx_function *function = NULL;
        struct abx_value arg = api_int(round);
        struct abx_value result = {0};

        if (abx_table_find_function(api->table, names[i], &function, NULL) != ABX_OK ||
            abx_call(function, &arg, 1, &result, NULL) != ABX_OK || result.i != round)
            return 1;
    }
    for (unsigned i = 0; i < 100; i++) {
        snprintf(name, sizeof(name), "[%u]struct small", 1000 * round + i + 1);
        if (abx_table_find_type(api->table, name, &type, NULL) != ABX_OK)
            return 2;
    }
    return 0;
}

static void children_of_busy_parents_go_on(void **state)
{
    static struct hammer shared;
    pthread_t threads[N_THREADS];

    (void)state;
    api_open(&shared.api, lines);
    for (int i = 0; i < N_THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, hammer, &shared), 0);
    for (unsigned i = 0; i < N_FORKS; i++) {
        int status = -1;
        pid_t child;

        usleep(2000);
        child = fork();
        if (child == 0)
            _exit(use(&shared.api, i));
        assert_true(child > 0);
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_int_equal(status, 0);
    }
    atomic_store(&shared.ends, true);
    for (int i = 0; i < N_THREADS; i++)
        pthread_join(threads[i], NULL);
    api_close(&shared.api);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(children_of_busy_parents_go_on),
    };

    return cmocka_run_group_tests_name("fork", tests, NULL, NULL);
}
