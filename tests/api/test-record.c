/*
 * Records by value: structs and unions of random members, each passed twice among random
 * scalars and returned once. The callee was compiled and tells what it got, member by member.
 */
#include "api.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "judge.h"
#include "records.h"

/* Of a hundred functions so many are called. The fewer, the more a calling convention asks of
 * records that libffi has no word for: packed and over-aligned ones, complex numbers, unions of
 * floating numbers. */
#if defined(__x86_64__)
enum { LEAST = 95 };
#else
enum { LEAST = 60 };
#endif

enum { MAX_RECORDS = 900, MAX_PATH = 64, ROUNDS = 3 };

struct lines {
    struct api_lines all;
    const char *leaves[MAX_RECORDS]; /* paths of the members of each record */
    unsigned n_records;
};

static void put_records(struct lines *lines)
{
#define PUT(...)              api_put_line(&lines->all, __VA_ARGS__)
#define LEAVES(number, paths) lines->leaves[lines->n_records++] = paths
#include "record-lines.h"
}

/* ---- members ---- */

/* Any seed gives the same numbers everywhere. */
static uint64_t draw(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *seed ^ *seed >> 29;
}

/* As wide as the type, and widened again. */
static uint64_t narrow(const struct abx_type *type, uint64_t bits)
{
    unsigned unused = 64 - 8 * (unsigned)abx_type_size(type);

    bits <<= unused;
    return abx_type_is_signed(type) ? (uint64_t)((int64_t)bits >> unused)
                                    : bits >> unused;
}

/* A value for the type, as the callee should tell it. */
static struct abx_value draw_value(const struct abx_type *type, uint64_t *seed,
                                   union judged *expected)
{
    uint64_t bits = draw(seed);

    switch (abx_type_kind(type)) {
    case ABX_TYPE_FLOAT:
        expected->number = (double)(int32_t)(bits >> 40) / 16 - 4096;
        return api_float(expected->number);
    case ABX_TYPE_POINTER:
        expected->bits = (uintptr_t)bits;
        return api_pointer((void *)(uintptr_t)bits);
    default:
        expected->bits = narrow(type, bits);
        return abx_type_is_signed(type) ? api_int((int64_t)expected->bits)
                                        : api_uint(expected->bits);
    }
}

/* What the function of a number returns in each member. */
static void check_member(const struct abx_value *value, unsigned number, const char *line)
{
    uint64_t integer = judge_result_integer(number);
    bool is_right;

    if (value->kind == ABX_VALUE_FLOAT)
        is_right = value->f == judge_result_real(number);
    else if (value->kind == ABX_VALUE_LONG_DOUBLE)
        is_right = value->ld == (long double)judge_result_real(number);
    else if (value->kind == ABX_VALUE_POINTER)
        is_right = value->p == judge_result_pointer(number);
    else
        is_right = value->u == narrow(value->type, integer);
    if (!is_right)
        fail_msg("%s: another result arrived", line);
}

static bool next_path(const char **pathsp, char *path)
{
    size_t size = strcspn(*pathsp, " ");

    assert_true(size < MAX_PATH);
    memcpy(path, *pathsp, size);
    path[size] = '\0';
    *pathsp += size + ((*pathsp)[size] == ' ');
    return size > 0;
}

/* ---- calls ---- */

struct subject {
    const struct lines *lines;
    const char *line;
    struct abx_value args[JUDGE_MAX];
    size_t n_args;
    union judged expected[JUDGE_MAX];
    size_t n_expected;
};

static unsigned record_number(const struct abx_type *type)
{
    return (unsigned)strtoul(abx_type_name(type) + 1, NULL, 10);
}

static struct abx_value draw_record(struct api *api, struct subject *s,
                                    const struct abx_type *type, uint64_t *seed)
{
    const char *paths = s->lines->leaves[record_number(type)];
    struct abx_memory *memory;
    char path[MAX_PATH];

    assert_int_equal(abx_memory_create(api->table, type, 1, &memory, &api->err), ABX_OK);
    while (next_path(&paths, path)) {
        struct abx_value value;

        assert_int_equal(abx_memory_get(memory, path, &value, &api->err), ABX_OK);
        assert_true(s->n_expected < JUDGE_MAX);
        value = draw_value(value.type, seed, &s->expected[s->n_expected++]);
        assert_int_equal(abx_memory_set(memory, path, &value, &api->err), ABX_OK);
    }
    return api_value(memory);
}

static void draw_arguments(struct api *api, struct subject *s,
                           const struct abx_type *function, uint64_t *seed)
{
    s->n_args = abx_type_n_parameters(function);
    for (size_t i = 0; i < s->n_args; i++) {
        const struct abx_type *type;
        const char *name;

        assert_int_equal(abx_type_parameter(function, i, &name, &type), ABX_OK);
        if (abx_type_kind(type) == ABX_TYPE_STRUCT ||
            abx_type_kind(type) == ABX_TYPE_UNION)
            s->args[i] = draw_record(api, s, type, seed);
        else
            s->args[i] = draw_value(type, seed, &s->expected[s->n_expected++]);
    }
}

static void check_result(struct api *api, const struct subject *s,
                         const struct abx_value *result, unsigned number)
{
    const char *paths = s->lines->leaves[number];
    char path[MAX_PATH];

    assert_int_equal(result->kind, ABX_VALUE_MEMORY);
    while (next_path(&paths, path)) {
        struct abx_value value;

        assert_int_equal(abx_memory_get(result->memory, path, &value, &api->err), ABX_OK);
        check_member(&value, number, s->line);
    }
}

/* NULL where libffi has no word for a record: that is said when the function is found. */
static struct abx_function *find(struct api *api, unsigned number)
{
    struct abx_function *function;
    char name[16];

    snprintf(name, sizeof(name), "s%u", number);
    if (abx_table_find_function(api->table, name, &function, &api->err) == ABX_OK)
        return function;
    if (strstr(api->err.message, "can't be called: ") == NULL)
        fail_msg("%s: %s", name, api->err.message);
    return NULL;
}

static void call(struct api *api, struct subject *s, unsigned number,
                 struct abx_function *function, struct judge *judge, uint64_t *seed)
{
    struct abx_value result;

    draw_arguments(api, s, abx_function_type(function), seed);
    judge->n = 0;
    if (abx_call(function, s->args, s->n_args, &result, &api->err) != ABX_OK)
        fail_msg("%s: %s", s->line, api->err.message);
    assert_int_equal(judge->n, s->n_expected);
    for (size_t i = 0; i < judge->n; i++)
        if (judge->got[i].bits != s->expected[i].bits)
            fail_msg("%s: number %u is 0x%llx, but 0x%llx arrived", s->line, (unsigned)i,
                     (unsigned long long)s->expected[i].bits,
                     (unsigned long long)judge->got[i].bits);
    check_result(api, s, &result, number);
    abx_memory_destroy(result.memory);
    for (size_t i = 0; i < s->n_args; i++)
        if (s->args[i].kind == ABX_VALUE_MEMORY)
            abx_memory_destroy(s->args[i].memory);
}

static void records_arrive_as_they_were_compiled(void **state)
{
    static struct lines lines;
    struct api api;
    uint64_t seed = 42;
    struct judge *judge;
    void *library;
    unsigned n_called = 0;

    (void)state;
    put_records(&lines);
    api_open(&api, (const char *const *)lines.all.items);
    library = test_load(getenv("ABIDEX_TEST_CALLEE"));
    assert_non_null(library);
    judge = ((struct judge * (*)(void)) test_symbol(library, "judge"))();
    for (unsigned i = 0; i < lines.n_records; i++) {
        struct abx_function *function = find(&api, i);

        n_called += function != NULL;
        for (int round = 0; function != NULL && round < ROUNDS; round++) {
            struct subject s = {.lines = &lines, .line = lines.all.items[2 * i + 1]};

            call(&api, &s, i, function, judge, &seed);
        }
    }
    print_message("%u of %u functions called\n", n_called, lines.n_records);
    assert_true(n_called >= lines.n_records * LEAST / 100);
    test_unload(library);
    api_close(&api);
    for (size_t i = 0; i < lines.all.n; i++)
        free(lines.all.items[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_arrive_as_they_were_compiled),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
