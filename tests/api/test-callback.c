/*
 * What C gets and gives when it calls a callback, whatever the callback's type and whatever
 * made the function that C calls: the compiler of this file says what has to arrive.
 */
#include "api.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#ifndef _WIN32
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

enum { MAX_ARGUMENTS = 8, N_MANY = 300 };

/* What C is given comes back, and only one says that C keeps it. */
static const char *const lines[] = {
    "fn keep *void(*(i32(i32)) value) symbol=echo_pointer",
    "fn lend *void(*(i32(i32)) value) symbol=echo_pointer callback=1:call",
    NULL,
};

static const enum abx_engine engines[] = {ABX_ENGINE_DIRECT, ABX_ENGINE_LIBFFI};

/* What a handler was given, and what it answers. */
struct call {
    struct abx_value args[MAX_ARGUMENTS];
    size_t n_args;
    struct abx_value answer;
};

static int note(void *user, const struct abx_value *args, size_t n_args,
                struct abx_value *result, struct abx_error *err)
{
    struct call *call = user;

    (void)err;
    memcpy(call->args, args, n_args * sizeof(*args));
    call->n_args = n_args;
    *result = call->answer;
    return ABX_OK;
}

static struct abx_callback *make(struct api *api, const char *notation,
                                 abx_callback_handler handler, void *user)
{
    const struct abx_callback_options options = {.handler = handler, .user = user};
    struct abx_callback *callback = NULL;
    const struct abx_type *type;

    if (abx_table_find_type(api->table, notation, &type, &api->err) != ABX_OK ||
        abx_callback_create(api->table, type, &options, &callback, &api->err) != ABX_OK)
        fail_msg("%s: %s", notation, api->err.message);
    return callback;
}

/* A table for each engine that the build has. */
static bool open_with(struct api *api, enum abx_engine engine)
{
    api_open(api, lines);
    if (abx_context_set_engine(api->context, engine, NULL) == ABX_OK)
        return true;
    api_close(api);
    return false;
}

/* ---- arguments ---- */

#define FUNCTION(result, ...) ((result(*)(__VA_ARGS__))address)

static void call_narrow(void *address)
{
    FUNCTION(void, int8_t, uint8_t, int16_t, uint16_t, int32_t, uint32_t)
    (INT8_MIN, UINT8_MAX, INT16_MIN, UINT16_MAX, INT32_MIN, UINT32_MAX);
}

static void call_wide(void *address)
{
    FUNCTION(void, int64_t, uint64_t, const char *, bool, int64_t)
    (INT64_MIN, UINT64_MAX, "text", true, -1);
}

static void call_seven(void *address)
{
    FUNCTION(void, int32_t, int32_t, int32_t, int32_t, int32_t, int32_t, int8_t)
    (1, -2, 3, -4, 5, -6, -7);
}

static void call_reals(void *address)
{
    FUNCTION(void, double, int32_t, float, int64_t)(1.5, -7, 0.25F, -8);
}

static void call_nothing(void *address)
{
    FUNCTION(void, void)();
}

static const struct {
    const char *notation;
    void (*call)(void *address);
    size_t n;
    struct abx_value expected[MAX_ARGUMENTS];
} calls[] = {
    {"void(i8, u8, i16, u16, i32, u32)",
     call_narrow,
     6,
     {{ABX_VALUE_INT, NULL, {INT8_MIN}},
      {ABX_VALUE_UINT, NULL, {UINT8_MAX}},
      {ABX_VALUE_INT, NULL, {INT16_MIN}},
      {ABX_VALUE_UINT, NULL, {UINT16_MAX}},
      {ABX_VALUE_INT, NULL, {INT32_MIN}},
      {ABX_VALUE_UINT, NULL, {UINT32_MAX}}}},
    {"void(i64, u64, *const char, bool, i64)",
     call_wide,
     5,
     {{ABX_VALUE_INT, NULL, {INT64_MIN}},
      {ABX_VALUE_UINT, NULL, {.u = UINT64_MAX}},
      {ABX_VALUE_POINTER, NULL, {.p = (void *)"text"}},
      {ABX_VALUE_UINT, NULL, {1}},
      {ABX_VALUE_INT, NULL, {-1}}}},
    {"void(i32, i32, i32, i32, i32, i32, i8)",
     call_seven,
     7,
     {{ABX_VALUE_INT, NULL, {1}},
      {ABX_VALUE_INT, NULL, {-2}},
      {ABX_VALUE_INT, NULL, {3}},
      {ABX_VALUE_INT, NULL, {-4}},
      {ABX_VALUE_INT, NULL, {5}},
      {ABX_VALUE_INT, NULL, {-6}},
      {ABX_VALUE_INT, NULL, {-7}}}},
    {"void(f64, i32, f32, i64)",
     call_reals,
     4,
     {{ABX_VALUE_FLOAT, NULL, {.f = 1.5}},
      {ABX_VALUE_INT, NULL, {-7}},
      {ABX_VALUE_FLOAT, NULL, {.f = 0.25}},
      {ABX_VALUE_INT, NULL, {-8}}}},
    {"void()", call_nothing, 0, {{ABX_VALUE_NONE, NULL, {0}}}},
};

static void assert_value(const char *what, size_t i, const struct abx_value *got,
                         const struct abx_value *expected)
{
    bool is_same = got->kind == expected->kind && got->type != NULL;

    if (is_same && got->kind == ABX_VALUE_FLOAT)
        is_same = got->f == expected->f;
    else if (is_same && got->kind == ABX_VALUE_POINTER)
        is_same = strcmp(got->p, expected->p) == 0;
    else if (is_same)
        is_same = got->u == expected->u;
    if (!is_same)
        fail_msg("%s: argument %u is 0x%" PRIx64 " of kind %d", what, (unsigned)i + 1,
                 got->u, (int)got->kind);
}

static void arguments_arrive(void **state)
{
    struct api api;

    (void)state;
    for (size_t e = 0; e < N_ITEMS(engines); e++) {
        if (!open_with(&api, engines[e]))
            continue;
        for (size_t i = 0; i < N_ITEMS(calls); i++) {
            struct call call = {.n_args = MAX_ARGUMENTS};
            struct abx_callback *callback = make(&api, calls[i].notation, note, &call);

            calls[i].call(abx_callback_address(callback));
            assert_int_equal(call.n_args, calls[i].n);
            for (size_t j = 0; j < calls[i].n; j++)
                assert_value(calls[i].notation, j, &call.args[j], &calls[i].expected[j]);
            abx_callback_destroy(callback);
        }
        api_close(&api);
    }
}

/* ---- results ---- */

#define DEFINE_RESULT(name, type, as)                                                    \
    static uint64_t get_##name(void *address)                                            \
    {                                                                                    \
        return (uint64_t)(as)((type(*)(int32_t))address)(0);                             \
    }

DEFINE_RESULT(i8, int8_t, int64_t)
DEFINE_RESULT(u8, uint8_t, uint64_t)
DEFINE_RESULT(i16, int16_t, int64_t)
DEFINE_RESULT(u16, uint16_t, uint64_t)
DEFINE_RESULT(i32, int32_t, int64_t)
DEFINE_RESULT(u32, uint32_t, uint64_t)
DEFINE_RESULT(i64, int64_t, int64_t)
DEFINE_RESULT(u64, uint64_t, uint64_t)
DEFINE_RESULT(bool, bool, uint64_t)
DEFINE_RESULT(pointer, void *, uintptr_t)
DEFINE_RESULT(f32, float, int64_t)
DEFINE_RESULT(f64, double, int64_t)

static const struct {
    const char *notation;
    uint64_t (*get)(void *address);
    struct abx_value answer;
    uint64_t expected;
} results[] = {
    {"i8(i32)", get_i8, {ABX_VALUE_INT, NULL, {INT8_MIN}}, (uint64_t)INT8_MIN},
    {"i8(i32)", get_i8, {ABX_VALUE_UINT, NULL, {INT8_MAX}}, INT8_MAX},
    {"u8(i32)", get_u8, {ABX_VALUE_INT, NULL, {UINT8_MAX}}, UINT8_MAX},
    {"i16(i32)", get_i16, {ABX_VALUE_INT, NULL, {INT16_MIN}}, (uint64_t)INT16_MIN},
    {"u16(i32)", get_u16, {ABX_VALUE_UINT, NULL, {UINT16_MAX}}, UINT16_MAX},
    {"i32(i32)", get_i32, {ABX_VALUE_INT, NULL, {INT32_MIN}}, (uint64_t)INT32_MIN},
    {"u32(i32)", get_u32, {ABX_VALUE_INT, NULL, {UINT32_MAX}}, UINT32_MAX},
    {"i64(i32)", get_i64, {ABX_VALUE_INT, NULL, {INT64_MIN}}, (uint64_t)INT64_MIN},
    {"u64(i32)", get_u64, {ABX_VALUE_UINT, NULL, {.u = UINT64_MAX}}, UINT64_MAX},
    {"bool(i32)", get_bool, {ABX_VALUE_INT, NULL, {1}}, 1},
    {"*void(i32)", get_pointer, {ABX_VALUE_POINTER, NULL, {.p = (void *)7}}, 7},
    {"f32(i32)", get_f32, {ABX_VALUE_FLOAT, NULL, {.f = -2}}, (uint64_t)-2},
    {"f32(i32)", get_f32, {ABX_VALUE_INT, NULL, {-3}}, (uint64_t)-3},
    {"f64(i32)", get_f64, {ABX_VALUE_FLOAT, NULL, {.f = 4}}, 4},
};

static void results_arrive(void **state)
{
    struct api api;

    (void)state;
    for (size_t e = 0; e < N_ITEMS(engines); e++) {
        if (!open_with(&api, engines[e]))
            continue;
        for (size_t i = 0; i < N_ITEMS(results); i++) {
            struct call call = {.answer = results[i].answer};
            struct abx_callback *callback = make(&api, results[i].notation, note, &call);
            uint64_t got = results[i].get(abx_callback_address(callback));

            if (got != results[i].expected)
                fail_msg("%s: 0x%" PRIx64 " instead of 0x%" PRIx64, results[i].notation,
                         got, results[i].expected);
            abx_callback_destroy(callback);
        }
        api_close(&api);
    }
}

/* ---- results that do not fit, and what C gets then ---- */

static const struct {
    const char *notation;
    uint64_t (*get)(void *address);
    struct abx_value answer;
    const char *message;
} misfits[] = {
    {"i8(i32)", get_i8, {ABX_VALUE_INT, NULL, {128}}, "takes -128 to 127, got 128"},
    {"u8(i32)", get_u8, {ABX_VALUE_INT, NULL, {-1}}, "takes 0 to 255, got -1"},
    {"bool(i32)", get_bool, {ABX_VALUE_INT, NULL, {2}}, "takes 0 to 1, got 2"},
    {"i64(i32)",
     get_i64,
     {ABX_VALUE_UINT, NULL, {.u = UINT64_MAX}},
     "18446744073709551615"},
    {"i32(i32)", get_i32, {ABX_VALUE_FLOAT, NULL, {.f = 1}}, "takes an integer"},
    {"i32(i32)", get_i32, {ABX_VALUE_NONE, NULL, {0}}, "takes an integer, got nothing"},
    {"*const char(i32)",
     get_pointer,
     {ABX_VALUE_STRING, NULL, {.string = {"text", 4}}},
     "no string"},
};

static void misfits_are_errors(void **state)
{
    struct api api;

    (void)state;
    for (size_t e = 0; e < N_ITEMS(engines); e++) {
        if (!open_with(&api, engines[e]))
            continue;
        for (size_t i = 0; i < N_ITEMS(misfits); i++) {
            struct call call = {.answer = misfits[i].answer};
            struct abx_callback *callback = make(&api, misfits[i].notation, note, &call);

            assert_int_equal(misfits[i].get(abx_callback_address(callback)), 0);
            assert_int_equal(abx_context_dispatch(api.context, &api.err), ABX_REFUSED);
            if (strstr(api.err.message, "the result of a callback") == NULL ||
                strstr(api.err.message, misfits[i].message) == NULL)
                fail_msg("%s: %s", misfits[i].notation, api.err.message);
            abx_callback_destroy(callback);
        }
        api_close(&api);
    }
}

static void answers_keep_their_sign(void **state)
{
    struct abx_callback_options options = {.mode = ABX_CALLBACK_CONSTANT};
    struct api api;

    (void)state;
    for (size_t e = 0; e < N_ITEMS(engines); e++) {
        if (!open_with(&api, engines[e]))
            continue;
        for (size_t i = 0; i < N_ITEMS(results); i++) {
            const struct abx_type *type;
            struct abx_callback *callback;

            options.answer = results[i].answer;
            assert_int_equal(
                abx_table_find_type(api.table, results[i].notation, &type, NULL), ABX_OK);
            assert_int_equal(
                abx_callback_create(api.table, type, &options, &callback, NULL), ABX_OK);
            assert_int_equal(results[i].get(abx_callback_address(callback)),
                             results[i].expected);
            abx_callback_destroy(callback);
        }
        api_close(&api);
    }
}

/* ---- more of them than there are precompiled functions ---- */

static int add_number(void *user, const struct abx_value *args, size_t n_args,
                      struct abx_value *result, struct abx_error *err)
{
    (void)n_args;
    (void)err;
    result->kind = ABX_VALUE_INT;
    result->i = args[0].i + *(const int *)user;
    return ABX_OK;
}

static void each_knows_its_own(struct api *api, struct abx_callback **callbacks,
                               int *numbers)
{
    for (int i = 0; i < N_MANY; i++) {
        numbers[i] = i;
        callbacks[i] = make(api, "i32(i32)", add_number, &numbers[i]);
    }
    for (int i = 0; i < N_MANY; i++) {
        void *address = abx_callback_address(callbacks[i]);

        assert_int_equal(FUNCTION(int32_t, int32_t)(1000), 1000 + i);
    }
}

/* Who has its function of its own and who from libffi is not to be told from outside:
 * in two contexts, and again when the table and all of them have ended, and C has kept the
 * address of each. */
static void many_callbacks(void **state)
{
    static struct abx_callback *callbacks[2][N_MANY];
    static int numbers[2][N_MANY];
    struct api apis[2];

    (void)state;
    for (int round = 0; round < 2; round++) {
        api_open(&apis[0], lines);
        api_open(&apis[1], lines);
        each_knows_its_own(&apis[0], callbacks[0], numbers[0]);
        each_knows_its_own(&apis[1], callbacks[1], numbers[1]);
        for (int i = 0; i < N_MANY; i += 2)
            abx_callback_destroy(callbacks[0][i]);
        api_close(&apis[0]);
        api_close(&apis[1]);
    }
}

/* ---- whose function is given to others ---- */

/* As C sees it. */
static void *address_of(struct api *api, const char *name, struct abx_callback *callback)
{
    const struct abx_value arg = {.kind = ABX_VALUE_CALLBACK, .callback = callback};
    struct abx_value result = {0};

    if (api_call(api, name, &arg, 1, &result) != ABX_OK)
        fail_msg("%s: %s", name, api->err.message);
    return result.p;
}

/* Of the next callback that is made, in a table of its own; C does not keep it. */
static void *next_address(void)
{
    struct call call = {.answer = {ABX_VALUE_INT, NULL, {1}}};
    struct abx_callback *callback;
    struct api api;
    void *address;

    api_open(&api, lines);
    callback = make(&api, "i32(i32)", note, &call);
    address = address_of(&api, "lend", callback);
    abx_callback_destroy(callback);
    api_close(&api);
    return address;
}

/* Whether the library has functions of its own for C to call. */
static bool is_precompiled(void)
{
#if defined(__x86_64__) || (defined(__aarch64__) && defined(__AARCH64EL__)) ||           \
    (defined(__riscv_float_abi_double) && __riscv_xlen == 64)
    struct api api;
    bool is_direct;

    is_direct = open_with(&api, ABX_ENGINE_DIRECT);
    if (is_direct)
        api_close(&api);
    return is_direct;
#else
    return false;
#endif
}

/* Called by C when its table is closed: in a child, which ends with a message. */
static void assert_refused(void *address)
{
#ifdef _WIN32
    (void)address;
#else
    char text[256] = "";
    size_t size = 0;
    ssize_t n;
    int ends[2];
    int how;
    pid_t child;

    assert_int_equal(pipe(ends), 0);
    child = fork();
    if (child == 0) {
        signal(SIGABRT, SIG_DFL);
        dup2(ends[1], STDERR_FILENO);
        FUNCTION(int32_t, int32_t)(1);
        _exit(0);
    }
    close(ends[1]);
    while ((n = read(ends[0], text + size, sizeof(text) - 1 - size)) > 0)
        size += (size_t)n;
    close(ends[0]);
    assert_int_equal(waitpid(child, &how, 0), child);
    assert_true(WIFSIGNALED(how) && WTERMSIG(how) == SIGABRT);
    assert_non_null(strstr(text, "abidex: C called a callback that was freed"));
#endif
}

/* Only of what C can't call any more. */
static void kept_functions_are_not_reused(void **state)
{
    struct call call = {.answer = {ABX_VALUE_INT, NULL, {1}}};
    void *address;
    struct api api;

    (void)state;
    if (!is_precompiled())
        return;
    address = next_address();
    assert_ptr_equal(next_address(), address);
    assert_refused(address);
    api_open(&api, lines);
    assert_ptr_equal(address_of(&api, "keep", make(&api, "i32(i32)", note, &call)),
                     address);
    assert_ptr_not_equal(next_address(), address);
    api_close(&api);
    assert_ptr_not_equal(next_address(), address);
    assert_refused(address);
}

/* ---- what ends inside its own handler ---- */

struct ending {
    struct abx_callback *callback;
    int n_calls;
    int n_released;
};

static int destroy_itself(void *user, const struct abx_value *args, size_t n_args,
                          struct abx_value *result, struct abx_error *err)
{
    struct ending *ending = user;

    (void)args;
    (void)n_args;
    (void)err;
    ending->n_calls++;
    abx_callback_destroy(ending->callback);
    *result = (struct abx_value){ABX_VALUE_INT, NULL, {5}};
    return ABX_OK;
}

static void count_release(void *user)
{
    ((struct ending *)user)->n_released++;
}

/* The function that C is in may call it again, and the table has it until it closes. */
static void callbacks_end_inside(void **state)
{
    struct ending ending = {0};
    const struct abx_callback_options options = {
        .handler = destroy_itself, .user = &ending, .release = count_release};
    const struct abx_type *type;
    struct api api;
    void *address;

    (void)state;
    api_open(&api, lines);
    assert_int_equal(abx_table_find_type(api.table, "i32(i32)", &type, NULL), ABX_OK);
    assert_int_equal(
        abx_callback_create(api.table, type, &options, &ending.callback, NULL), ABX_OK);
    address = address_of(&api, "lend", ending.callback);
    assert_int_equal(FUNCTION(int32_t, int32_t)(1), 5);
    assert_int_equal(ending.n_released, 0);
    assert_int_equal(FUNCTION(int32_t, int32_t)(1), 0);
    assert_int_equal(ending.n_calls, 1);
    assert_int_equal(abx_context_dispatch(api.context, &api.err), ABX_REFUSED);
    assert_non_null(strstr(api.err.message, "was called after it was destroyed"));
    api_close(&api);
    assert_int_equal(ending.n_released, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arguments_arrive),
        cmocka_unit_test(results_arrive),
        cmocka_unit_test(misfits_are_errors),
        cmocka_unit_test(answers_keep_their_sign),
        cmocka_unit_test(kept_functions_are_not_reused),
        cmocka_unit_test(callbacks_end_inside),
        cmocka_unit_test(many_callbacks), /* none is left behind it */
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
