/*
 * Direct calls against libffi: functions of random signatures, each called with random
 * values by abx_call, by abx_call_image and by the entry point itself, with both engines.
 * The callee was compiled and tells what it got.
 */
#include "api.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "judge.h"

enum { ROUNDS = 3, MAX_NAME = 16 };

static const char *const lines[] = {
#include "signatures.h"
    NULL,
};

enum { N_SIGNATURES = sizeof(lines) / sizeof(*lines) - 1 };

/* ---- values ---- */

/* Any seed gives the same numbers everywhere. */
static uint64_t draw(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *seed ^ *seed >> 29;
}

/* An integer of so many bits, often one at the edge of its range. */
static uint64_t draw_integer(const struct abx_place *place, uint64_t *seed)
{
    uint64_t bits = draw(seed);

    if (bits % 5 == 0)
        return place->most;
    if (bits % 5 == 1)
        return (uint64_t)place->least;
    if (place->most == 1)
        return bits >> 8 & 1;
    bits <<= place->n_unused;
    return place->scalar == ABX_SCALAR_INT ? (uint64_t)((int64_t)bits >> place->n_unused)
                                           : bits >> place->n_unused;
}

/* The argument for a place, as the callee should tell it and as a value. */
static struct abx_value draw_argument(const struct abx_place *place, uint64_t *seed,
                                      union judged *expected)
{
    double number = (double)(int32_t)(draw(seed) >> 40) / 16 - 4096;
    void *pointer = (void *)(uintptr_t)draw(seed);

    switch (place->scalar) {
    case ABX_SCALAR_FLOAT:
    case ABX_SCALAR_DOUBLE:
        expected->number = number;
        return api_float(number);
    case ABX_SCALAR_POINTER:
        expected->bits = (uintptr_t)pointer;
        return api_pointer(pointer);
    case ABX_SCALAR_INT:
        expected->bits = draw_integer(place, seed);
        return api_int((int64_t)expected->bits);
    default:
        expected->bits = draw_integer(place, seed);
        return api_uint(expected->bits);
    }
}

static void put(const struct abx_place *place, const struct abx_value *value, void *words)
{
    switch (place->scalar) {
    case ABX_SCALAR_FLOAT:
        abx_image_set_float(place, words, (float)value->f);
        break;
    case ABX_SCALAR_DOUBLE:
        abx_image_set_double(place, words, value->f);
        break;
    case ABX_SCALAR_POINTER:
        abx_image_set_pointer(place, words, value->p);
        break;
    default:
        abx_image_set_integer(place, words, value->u);
        break;
    }
}

/* ---- checks ---- */

/* One signature, and what was drawn for it. */
struct subject {
    struct abx_function *function;
    const struct abx_image *image;
    struct judge *judge;
    unsigned number;
    struct abx_value args[JUDGE_MAX];
    union judged expected[JUDGE_MAX];
};

static void check_arguments(const struct subject *s, const char *way)
{
    if (s->judge->n != s->image->n_places ||
        memcmp(s->judge->got, s->expected, s->judge->n * sizeof(*s->expected)) != 0)
        fail_msg("%s, by %s: other arguments arrived", lines[s->number], way);
    s->judge->n = 0;
}

/* Bits of 64 that the result's type has none of, and whether it has a sign. */
static uint64_t expected_integer(const struct subject *s, unsigned *unusedp)
{
    const struct abx_type *type = abx_function_type(s->function);
    uint64_t bits = judge_result_integer(s->number);

    assert_int_equal(abx_type_find_target(NULL, type, &type, NULL), ABX_OK);
    type = abx_type_strip(type);
    *unusedp = 64 - 8 * (unsigned)abx_type_size(type);
    if (abx_type_kind(type) == ABX_TYPE_BOOL)
        return bits != 0;
    bits <<= *unusedp;
    return abx_type_is_signed(type) ? (uint64_t)((int64_t)bits >> *unusedp)
                                    : bits >> *unusedp;
}

/* Widened; of what an entry point gives only the bits of the type count. */
static void check_integer(const struct subject *s, uint64_t bits, bool is_widened,
                          const char *way)
{
    unsigned unused;
    uint64_t expected = expected_integer(s, &unused);
    uint64_t difference = bits ^ expected;

    if (!is_widened)
        difference <<= unused;
    if (difference != 0)
        fail_msg("%s, by %s: the result is %#llx, not %#llx", lines[s->number], way,
                 (unsigned long long)bits, (unsigned long long)expected);
}

static void check_number(const struct subject *s, double number, const char *way)
{
    if (number != judge_result_real(s->number))
        fail_msg("%s, by %s: the result is %g", lines[s->number], way, number);
}

static void check_value(const struct subject *s, const struct abx_value *value,
                        const char *way)
{
    check_arguments(s, way);
    if (s->image->result == ABX_SCALAR_VOID)
        assert_int_equal(value->kind, ABX_VALUE_NONE);
    else if (value->kind == ABX_VALUE_FLOAT)
        check_number(s, value->f, way);
    else
        check_integer(s,
                      value->kind == ABX_VALUE_POINTER ? (uintptr_t)value->p : value->u,
                      true, way);
}

static void enter(const struct subject *s, const void *words)
{
    static const char way[] = "its entry point";
    const struct abx_image *image = s->image;

    if (image->result == ABX_SCALAR_FLOAT || image->result == ABX_SCALAR_DOUBLE)
        check_number(s, image->enter.real(image, words), way);
    else if (image->result == ABX_SCALAR_VOID)
        image->enter.integer(image, words);
    else
        check_integer(s, image->enter.integer(image, words), false, way);
    check_arguments(s, way);
}

static void call_all_ways(struct subject *s, struct api *api)
{
    union abx_image_words words;
    struct abx_value result;

    assert_int_equal(
        abx_call(s->function, s->args, s->image->n_places, &result, &api->err), ABX_OK);
    check_value(s, &result, "abx_call");
    memset(&words, 0xa5, sizeof(words));
    for (size_t i = 0; i < s->image->n_places; i++)
        put(&s->image->places[i], &s->args[i], &words);
    assert_int_equal(abx_call_image(s->function, &words, &result, &api->err), ABX_OK);
    check_value(s, &result, "abx_call_image");
    enter(s, &words);
}

static size_t call_everything(enum abx_engine engine)
{
    size_t n_direct = 0;
    uint64_t seed = 42;
    struct api api;
    void *library;

    api_open(&api, lines);
    assert_int_equal(abx_context_set_engine(api.context, engine, &api.err), ABX_OK);
    library = test_load(getenv("ABIDEX_TEST_CALLEE"));
    assert_non_null(library);
    for (unsigned i = 0; i < N_SIGNATURES; i++) {
        struct subject s = {.number = i};
        char name[MAX_NAME];

        snprintf(name, sizeof(name), "s%u", i);
        s.function = api_find(&api, name);
        s.image = abx_function_image(s.function);
        assert_non_null(s.image);
        s.judge = ((struct judge * (*)(void)) test_symbol(library, "judge"))();
        n_direct += abx_function_engine(s.function) == ABX_ENGINE_DIRECT;
        for (int round = 0; round < ROUNDS; round++) {
            for (size_t k = 0; k < s.image->n_places; k++)
                s.args[k] = draw_argument(&s.image->places[k], &seed, &s.expected[k]);
            call_all_ways(&s, &api);
        }
    }
    test_unload(library);
    api_close(&api);
    return n_direct;
}

/* ---- the tests ---- */

static void libffi_calls_what_was_compiled(void **state)
{
    (void)state;
    assert_int_equal(call_everything(ABX_ENGINE_LIBFFI), 0);
}

/* Nearly all go directly, where there are direct calls at all. */
static void direct_calls_do_what_libffi_does(void **state)
{
    struct abx_context *context;
    struct abx_error err;

    (void)state;
    assert_int_equal(abx_context_create(&context), ABX_OK);
    if (abx_context_set_engine(context, ABX_ENGINE_DIRECT, &err) == ABX_OK)
        assert_true(call_everything(ABX_ENGINE_DIRECT) > N_SIGNATURES * 3 / 4);
    else
        assert_non_null(strstr(err.message, "no direct calls"));
    abx_context_destroy(context);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(libffi_calls_what_was_compiled),
        cmocka_unit_test(direct_calls_do_what_libffi_does),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
