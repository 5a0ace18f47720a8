/*
 * Other calling conventions than the platform's: where libffi knows one, what a compiled
 * function gets is what was given; where it does not, the function is refused when it is
 * resolved.
 */
#include "api.h"

#include <stdio.h>
#include <string.h>

#include "callee.h"

#if defined(__x86_64__) && defined(_WIN32) /* libffi knows no other there */
#define CONVENTIONS                                                                      \
    {                                                                                    \
        "ms_abi"                                                                         \
    }
#elif defined(__x86_64__) && !defined(__ILP32__)
#define CONVENTIONS                                                                      \
    {                                                                                    \
        "ms_abi", "sysv_abi"                                                             \
    }
#elif defined(__i386__)
#define CONVENTIONS                                                                      \
    {                                                                                    \
        "stdcall", "fastcall", "thiscall"                                                \
    }
#else
#define CONVENTIONS                                                                      \
    {                                                                                    \
        NULL                                                                             \
    }
#endif

static const char *const lines[] = {
#if defined(__x86_64__) && !defined(__ILP32__)
#define RECORDS "ms_abi"
    "fn echo_big_ms_abi ms_abi struct big(struct big value)",
    "fn echo_extended_ms_abi ms_abi struct extended(struct extended value)",
    "fn echo_long_double_ms_abi ms_abi long_double(long_double value) symbol=nothing",
    "fn echo_number_ms_abi ms_abi union number(union number value)",
    "fn echo_odd_ms_abi ms_abi struct odd(struct odd value)",
    "fn echo_pair_ms_abi ms_abi struct pair(struct pair value)",
    "fn echo_point_ms_abi ms_abi struct point(struct point value)",
    "fn echo_small_ms_abi ms_abi struct small(struct small value)",
    "fn echo_triple_ms_abi ms_abi struct triple(struct triple value)",
    "fn sum_ms_abi ms_abi f64(i32 n, ...)",
    "fn weigh_ms_abi ms_abi f64(i32 a, i64 b, f64 c, i32 d, f32 e, i8 f, i32 g, i32 h, "
    "f64 i)",
    "fn weigh_sysv_abi sysv_abi f64(i32 a, i64 b, f64 c, i32 d, f32 e, i8 f, i32 g, i32 "
    "h, f64 i)",
#elif defined(__i386__)
#define RECORDS "stdcall"
    "fn echo_big_stdcall stdcall struct big(struct big value)",
    "fn echo_pair_stdcall stdcall struct pair(struct pair value)",
    "fn fastcall_record fastcall i32(struct pair value) symbol=nothing",
    "fn variadic_stdcall stdcall i32(i32 n, ...) symbol=nothing",
    "fn weigh_fastcall fastcall f64(i32 a, i64 b, f64 c, i32 d, f32 e, i8 f, i32 g, i32 "
    "h, f64 i)",
    "fn weigh_stdcall stdcall f64(i32 a, i64 b, f64 c, i32 d, f32 e, i8 f, i32 g, i32 h, "
    "f64 i)",
    "fn weigh_thiscall thiscall f64(i32 a, i64 b, f64 c, i32 d, f32 e, i8 f, i32 g, i32 "
    "h, f64 i)",
#else
#define RECORDS NULL
#endif
    "fn by_regparm2 regparm2 i32(i32 n) symbol=nothing",
    "fn by_vectorcall vectorcall f64(f64 x) symbol=nothing",
    "fn takes_callback i32(*(vectorcall void(i32)) f) symbol=nothing",
    NULL,
};

static int setup(void **state)
{
    return api_setup(state, lines);
}

static void scalars_arrive(void **state)
{
    static const char *const conventions[] = CONVENTIONS;
    const struct abx_value args[] = {api_int(1), api_int(-20), api_float(3.5),
                                     api_int(4), api_float(5), api_int(-6),
                                     api_int(7), api_int(8),   api_float(9)};
    struct api *api = *state;

    for (size_t i = 0; i < N_ITEMS(conventions) && conventions[i] != NULL; i++) {
        struct abx_value result = {0};
        char name[64];

        snprintf(name, sizeof(name), "weigh_%s", conventions[i]);
        assert_string_equal(abx_type_convention(abx_function_type(api_find(api, name))),
                            conventions[i]);
        assert_int_equal(api_call(api, name, args, N_ITEMS(args), &result), ABX_OK);
        assert_true(result.f == 1 - 40 + 3 * 3.5 + 16 + 25 - 36 + 49 + 64 + 81);
    }
}

static const struct {
    const char *name;
    const char *type;
} records[] = {
    {"echo_small", "struct small"},       {"echo_pair", "struct pair"},
    {"echo_point", "struct point"},       {"echo_triple", "struct triple"},
    {"echo_odd", "struct odd"},           {"echo_big", "struct big"},
    {"echo_extended", "struct extended"}, {"echo_number", "union number"},
};

/* Every byte that the type has, but for the padding of a long double. */
static void records_come_back(void **state)
{
    const char *convention = RECORDS;
    struct api *api = *state;

    for (size_t i = 0; convention != NULL && i < N_ITEMS(records); i++) {
        struct abx_memory *memory = api_memory(api, records[i].type, NULL);
        bool is_extended = strcmp(records[i].name, "echo_extended") == 0;
        size_t size = is_extended ? 10 : abx_memory_size(memory);
        struct abx_value arg = api_value(memory);
        struct abx_value result = {0};
        char name[64];
        struct abx_entry entry;

        snprintf(name, sizeof(name), "%s_%s", records[i].name, convention);
        if (abx_table_find_entry(api->table, ABX_KIND_FN, name, &entry, NULL) == ABX_OK) {
            const long double number = -7.25L;

            for (size_t n = 0; n < abx_memory_size(memory); n++)
                ((unsigned char *)abx_memory_data(memory))[n] =
                    (unsigned char)(n * 3 + 1);
            if (is_extended)
                memcpy(abx_memory_data(memory), &number, size);
            assert_int_equal(api_call(api, name, &arg, 1, &result), ABX_OK);
            if (strcmp(records[i].name, "echo_small") == 0) {
                const struct small *small = abx_memory_data(result.memory);

                assert_int_equal(small->a, 1);
                assert_int_equal(small->b, ((struct small *)abx_memory_data(memory))->b);
            } else {
                assert_memory_equal(abx_memory_data(result.memory),
                                    abx_memory_data(memory), size);
            }
            abx_memory_destroy(result.memory);
        }
        abx_memory_destroy(memory);
    }
}

#if defined(__x86_64__) && !defined(__ILP32__)
static void what_varies_arrives(void **state)
{
    const struct abx_value args[] = {api_int(5), api_int(1),   api_float(2.5),
                                     api_int(3), api_float(4), api_int(-5)};
    struct abx_value result = {0};

    assert_int_equal(api_call(*state, "sum_ms_abi", args, N_ITEMS(args), &result),
                     ABX_OK);
    assert_true(result.f == 1 + 2.5 + 3 + 4 - 5);
}
#endif

static const struct {
    const char *name;
    const char *message; /* a part of it */
} unknown[] = {
    {"by_regparm2", "by_regparm2 can't be called: its calling convention is regparm2, "
                    "which libffi does not know here"},
    {"by_vectorcall", "its calling convention is vectorcall"},
#if defined(__x86_64__) && defined(_WIN32)
    {"weigh_sysv_abi", "its calling convention is sysv_abi"},
#elif defined(__x86_64__) && !defined(__ILP32__)
    {"echo_long_double_ms_abi",
     "by which compilers pass a long double in different ways"},
#endif
#if defined(__i386__)
    {"fastcall_record", "by which libffi may pass a record otherwise"},
    {"variadic_stdcall", "by which no variadic function is called"},
#endif
};

static void unknown_conventions_are_refused(void **state)
{
    struct api *api = *state;
    int n = api_count(api);

    for (size_t i = 0; i < N_ITEMS(unknown); i++) {
        struct abx_function *function = NULL;

        assert_int_equal(
            abx_table_find_function(api->table, unknown[i].name, &function, &api->err),
            ABX_REFUSED);
        if (strstr(api->err.message, unknown[i].message) == NULL)
            fail_msg("%s: %s", unknown[i].name, api->err.message);
        assert_null(function);
    }
    assert_int_equal(api_count(api), n);
    api_find(api, "takes_callback"); /* a pointer is passed, whatever it leads to */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scalars_arrive),
        cmocka_unit_test(records_come_back),
#if defined(__x86_64__) && !defined(__ILP32__)
        cmocka_unit_test(what_varies_arrives),
#endif
        cmocka_unit_test(unknown_conventions_are_refused),
    };

    return cmocka_run_group_tests_name("convention", tests, setup, api_teardown);
}
