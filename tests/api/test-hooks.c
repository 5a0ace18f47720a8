/*
 * What a host is told of around calls and handlers: in which order, of which functions, and
 * what its answers do.
 */
#include "api.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "callee.h"

static const char *const lines[] = {
    "fn blocks i32(i32 value, i32 code) symbol=answer_i32 fails=-1:errno,blocks EINTR",
    "fn done i32(i32 value, i32 code) symbol=answer_i32 fails=-1:errno,eintr=done,blocks "
    "EINTR",
    "fn never i32(i32 value, i32 code) symbol=answer_i32 "
    "fails=-1:errno,eintr=never,blocks "
    "EINTR",
    "fn never_fails i32(i32 value, i32 code) symbol=answer_i32 fails=never",
    "fn no_contract i32(i32 value, i32 code) symbol=answer_i32",
    "fn other_codes i32(i32 value, i32 code) symbol=answer_i32 fails=nonzero:result/EAI_",
    "fn pair_no_contract struct pair(struct pair value, i32 code) symbol=answer_pair",
    "fn quick i32(i32 value, i32 code) symbol=answer_i32 fails=-1:errno EINVAL",
    "fn raise i32(i32 number) in=" LIBC,
    "fn result i32(i32 value, i32 code) symbol=answer_i32 "
    "fails=nonzero:result,eintr=retry "
    "EINTR",
    "fn retry i32(i32 value, i32 code) symbol=answer_i32 "
    "fails=-1:errno,eintr=retry,blocks "
    "EINTR",
    "fn signal *void(i32 number, *void handler) in=" LIBC,
    "fn timeout i32(i32 value, i32 code, i32 timeout) symbol=answer_in_time "
    "fails=-1:errno,eintr=timeout:3ms,blocks EINTR",
    NULL,
};

static int setup(void **state)
{
    return api_setup(state, lines);
}

/* ---- a host that writes down what it is told ---- */

struct host {
    struct api *api;
    char log[64];   /* '-' before, '+' after, 'i' interrupted, 'h' a handler of signals */
    int n_patience; /* how many interruptions are answered with ABX_OK */
    int status;     /* what the next one is answered with */
    const char *says; /* the message of that; NULL: none */
    bool calls;       /* the hook makes a call itself */
    volatile sig_atomic_t n_arrived, last_arrived;
};

static void put(struct host *host, char what)
{
    size_t n = strlen(host->log);

    assert_true(n + 1 < sizeof(host->log));
    host->log[n] = what;
    errno = EDOM;
}

static void let_go(void *user)
{
    put(user, '-');
}

static void take_back(void *user)
{
    put(user, '+');
}

static int look(void *user, struct abx_error *err)
{
    struct host *host = user;
    struct abx_value args[] = {api_int(3), api_int(ERANGE)};

    put(host, 'i');
    assert_non_null(err);
    assert_string_equal(err->message, "");
    if (host->calls)
        assert_int_equal(api_call(host->api, "never_fails", args, 2, NULL), ABX_OK);
    if (host->n_patience-- > 0)
        return ABX_OK;
    if (host->says != NULL)
        snprintf(err->message, sizeof(err->message), "%s", host->says);
    return host->status;
}

static void note(void *user, int number)
{
    struct host *host = user;

    host->n_arrived++;
    host->last_arrived = number;
    errno = EDOM;
}

static int hear(void *user, const struct abx_signal *signal, struct abx_error *err)
{
    (void)signal;
    (void)err;
    put(user, 'h');
    return ABX_OK;
}

static void host_init(struct host *host, struct api *api)
{
    const struct abx_hooks hooks = {.before = let_go,
                                    .after = take_back,
                                    .interrupted = look,
                                    .arrived = note,
                                    .user = host};

    memset(host, 0, sizeof(*host));
    host->api = api;
    host->status = ABX_SYSTEM;
    host->says = "a key was pressed";
    abx_context_set_hooks(api->context, &hooks);
}

static void host_finish(struct host *host)
{
    abx_context_set_hooks(host->api->context, NULL);
}

/* ---- around calls ---- */

static const struct {
    const char *function;
    const char *log;
} surrounded[] = {
    {"blocks", "-+"}, {"never_fails", ""}, {"no_contract", "-+"},
    {"quick", ""},    {"retry", "-+"},     {"other_codes", ""},
};

static void what_may_wait_is_surrounded(void **state)
{
    struct api *api = *state;
    struct abx_value args[] = {api_int(0), api_int(0)};
    struct host host;

    for (size_t i = 0; i < N_ITEMS(surrounded); i++) {
        host_init(&host, api);
        assert_int_equal(api_call(api, surrounded[i].function, args, 2, NULL), ABX_OK);
        print_message("%s\n", surrounded[i].function);
        assert_string_equal(host.log, surrounded[i].log);
        assert_int_equal(errno, 0); /* the function's */
        host_finish(&host);
        assert_int_equal(api_call(api, surrounded[i].function, args, 2, NULL), ABX_OK);
        assert_string_equal(host.log, surrounded[i].log);
    }
}

/* One of the two is enough, and a call that no image holds is no different. */
static void one_hook_is_enough(void **state)
{
    struct api *api = *state;
    struct host host = {.api = api};
    const struct abx_hooks before = {.before = let_go, .user = &host};
    const struct abx_hooks after = {.after = take_back, .user = &host};
    struct abx_memory *pair = api_memory(api, "struct pair", NULL);
    struct abx_value args[] = {api_value(pair), api_int(0)};
    struct abx_value result;

    abx_context_set_hooks(api->context, &before);
    assert_int_equal(api_call(api, "pair_no_contract", args, 2, &result), ABX_OK);
    abx_memory_destroy(result.memory);
    abx_context_set_hooks(api->context, &after);
    assert_int_equal(api_call(api, "pair_no_contract", args, 2, &result), ABX_OK);
    abx_memory_destroy(result.memory);
    assert_string_equal(host.log, "-+");
    abx_context_set_hooks(api->context, NULL);
    abx_memory_destroy(pair);
}

/* ---- interruptions ---- */

/* The function fails with EINTR each time it is called. */
static int interrupt(struct host *host, const char *name, struct abx_value *result)
{
    bool is_result = strcmp(name, "result") == 0;
    struct abx_value args[] = {api_int(is_result ? EINTR : -1), api_int(EINTR),
                               api_int(60000)};

    return api_call(host->api, name, args, strcmp(name, "timeout") == 0 ? 3 : 2, result);
}

static const struct {
    const char *function;
    const char *log;
    int status; /* where the host is patient once, and then not */
} interrupted[] = {
    {"retry", "-+i-+i", ABX_SYSTEM}, {"result", "ii", ABX_SYSTEM},
    {"done", "-+i", ABX_OK},         {"never", "-+i", ABX_FAILED},
    {"blocks", "-+i", ABX_FAILED},   {"timeout", "-+i-+i", ABX_SYSTEM},
};

static void the_host_looks_when_a_call_was_interrupted(void **state)
{
    struct api *api = *state;
    struct abx_value result;
    struct host host;

    for (size_t i = 0; i < N_ITEMS(interrupted); i++) {
        host_init(&host, api);
        host.n_patience = 1;
        host.calls = i % 2 == 0;
        result = api_int(99);
        print_message("%s\n", interrupted[i].function);
        assert_int_equal(interrupt(&host, interrupted[i].function, &result),
                         interrupted[i].status);
        assert_int_equal(errno, EINTR);
        assert_string_equal(host.log, interrupted[i].log);
        if (interrupted[i].status == ABX_FAILED)
            assert_string_equal(api->err.name, "EINTR");
        host_finish(&host);
    }
}

/* Where the call would have been repeated, was done or had failed: it is the host's. */
static void an_answer_ends_the_call(void **state)
{
    struct api *api = *state;
    struct abx_value result;
    struct host host;

    for (size_t i = 0; i < N_ITEMS(interrupted); i++) {
        host_init(&host, api);
        result = api_int(99);
        assert_int_equal(interrupt(&host, interrupted[i].function, &result), ABX_SYSTEM);
        assert_int_equal(api->err.status, ABX_SYSTEM);
        assert_string_equal(api->err.message, "a key was pressed");
        assert_int_equal(result.kind, ABX_VALUE_NONE);
        assert_int_equal(result.u, 0);
        assert_int_equal(errno, EINTR);
        host_finish(&host);
    }
}

static void an_answer_may_be_without_words(void **state)
{
    struct api *api = *state;
    struct abx_value args[] = {api_int(-1), api_int(EINTR)};
    struct host host;

    host_init(&host, api);
    host.says = NULL;
    assert_int_equal(interrupt(&host, "retry", NULL), ABX_SYSTEM);
    assert_non_null(strstr(api->err.message, "answered an interruption with 6"));
    assert_int_equal(abx_call(api_find(api, "retry"), args, 2, NULL, NULL), ABX_SYSTEM);
    host_finish(&host);
}

/* The code is of another space there, or is none. */
static void another_failure_is_no_interruption(void **state)
{
    struct api *api = *state;
    struct abx_value args[] = {api_int(-1), api_int(EINVAL)};
    struct abx_value other = api_int(EINTR);
    struct host host;

    host_init(&host, api);
    assert_int_equal(api_call(api, "retry", args, 2, NULL), ABX_FAILED);
    args[0] = other;
    assert_int_equal(api_call(api, "other_codes", args, 2, NULL), ABX_FAILED);
    assert_int_equal(api_call(api, "never_fails", args, 2, NULL), ABX_OK);
    assert_null(strchr(host.log, 'i'));
    host_finish(&host);
}

/* ---- arrivals ---- */

static void send(struct api *api)
{
    struct abx_value number = api_int(SIGTERM);

    assert_int_equal(api_call(api, "raise", &number, 1, NULL), ABX_OK);
}

static void an_arrival_is_told_at_once(void **state)
{
    struct api *api = *state;
    struct host host;

    host_init(&host, api);
    assert_int_equal(abx_signal_handle(api->table, SIGTERM, hear, &host, 0, &api->err),
                     ABX_OK);
    errno = ENOENT;
    send(api);
    assert_int_equal(host.n_arrived, 1);
    assert_int_equal(host.last_arrived, SIGTERM);
    assert_null(strchr(host.log, 'h')); /* that runs at a safe point */
    assert_int_equal(abx_context_dispatch(api->context, &api->err), ABX_OK);
    assert_non_null(strchr(host.log, 'h'));

    /* The handlers of the context come before the host's. */
    send(api);
    host.log[0] = '\0';
    memset(host.log, 0, sizeof(host.log));
    host.n_patience = 1;
    assert_int_equal(interrupt(&host, "done", NULL), ABX_OK);
    assert_string_equal(host.log, "h-+i");
    assert_int_equal(abx_signal_restore(api->context, SIGTERM, &api->err), ABX_OK);
    host_finish(&host);
}

/* A hook may come and go while signals are handled. */
static void hooks_may_change(void **state)
{
    struct api *api = *state;
    struct host host = {.api = api};
    struct host later;

    assert_int_equal(abx_signal_handle(api->table, SIGTERM, hear, &host, 0, &api->err),
                     ABX_OK);
    send(api);
    assert_int_equal(abx_context_dispatch(api->context, &api->err), ABX_OK);
    host_init(&later, api);
    send(api);
    assert_int_equal(later.n_arrived, 1);
    host_finish(&later);
    send(api);
    assert_int_equal(later.n_arrived, 1);
    assert_int_equal(abx_context_dispatch(api->context, &api->err), ABX_OK);
    assert_string_equal(host.log, "hhh");
    assert_int_equal(abx_signal_restore(api->context, SIGTERM, &api->err), ABX_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_may_wait_is_surrounded),
        cmocka_unit_test(one_hook_is_enough),
        cmocka_unit_test(the_host_looks_when_a_call_was_interrupted),
        cmocka_unit_test(an_answer_ends_the_call),
        cmocka_unit_test(an_answer_may_be_without_words),
        cmocka_unit_test(another_failure_is_no_interruption),
        cmocka_unit_test(an_arrival_is_told_at_once),
        cmocka_unit_test(hooks_may_change),
    };

    return cmocka_run_group_tests(tests, setup, api_teardown);
}
