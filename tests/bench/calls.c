/*
 * The ways of calling a function from C. Another one is a set of three functions and an entry
 * of bench_call_ways[]: the report has a column for each entry.
 */
#include "subject.h"

#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- C itself */

static void *create_direct(const struct subject *subject, struct abx_table *table)
{
    (void)table;
    return (void *)subject;
}

static void run_direct(void *prepared, int n)
{
    const struct subject *subject = prepared;

    subject->run(NULL, n);
}

static void destroy_direct(void *prepared)
{
    (void)prepared;
}

/* ---- libffi, by hand and with nothing checked */

struct ffi_call {
    ffi_cif cif;
    const struct subject *subject;
    ffi_type *types[BENCH_MAX_ARGS];
    void *values[BENCH_MAX_ARGS];
};

/* libffi widens integers to its ffi_arg. */
union ffi_result {
    ffi_sarg i;
    double f;
    void *p;
};

static bool prepare_cif(struct ffi_call *call)
{
    const struct subject *subject = call->subject;

    memcpy(call->types, subject->types, sizeof(call->types));
    memcpy(call->values, subject->values, sizeof(call->values));
    if (subject->n_fixed)
        return ffi_prep_cif_var(&call->cif, FFI_DEFAULT_ABI, subject->n_fixed,
                                subject->n_args, subject->result_type,
                                call->types) == FFI_OK;
    return ffi_prep_cif(&call->cif, FFI_DEFAULT_ABI, subject->n_args,
                        subject->result_type, call->types) == FFI_OK;
}

static bool try_ffi(struct ffi_call *call)
{
    struct abx_value value = {.kind = call->subject->result.kind};
    union ffi_result result = {0};

    if (!prepare_cif(call)) {
        fprintf(stderr, "bench: error: %s: libffi refuses it\n", call->subject->name);
        return false;
    }
    ffi_call(&call->cif, call->subject->symbol, &result, call->values);
    if (value.kind == ABX_VALUE_INT)
        value.i = result.i;
    else if (value.kind == ABX_VALUE_FLOAT)
        value.f = result.f;
    else
        value.p = result.p;
    return bench_is_right(call->subject, "ffi_call", &value);
}

static void *create_ffi(const struct subject *subject, struct abx_table *table)
{
    struct ffi_call *call = calloc(1, sizeof(*call));

    (void)table;
    if (!call)
        return NULL;
    call->subject = subject;
    if (try_ffi(call))
        return call;
    free(call);
    return NULL;
}

static void run_ffi(void *prepared, int n)
{
    struct ffi_call *call = prepared;
    union ffi_result result;

    for (int i = 0; i < n; i++)
        ffi_call(&call->cif, call->subject->symbol, &result, call->values);
}

/* ---- abx_call */

struct checked_call {
    struct abx_function *function;
    struct abx_value args[BENCH_MAX_ARGS];
    unsigned n_args;
};

static void destroy_checked(void *prepared)
{
    struct checked_call *call = prepared;

    for (unsigned i = 0; call && i < call->n_args; i++)
        if (call->args[i].kind == ABX_VALUE_MEMORY)
            abx_memory_destroy(call->args[i].memory);
    free(call);
}

/* Values, with memory of the table's own for a record. */
static bool make_args(const struct subject *subject, struct abx_table *table,
                      struct checked_call *call)
{
    for (unsigned i = 0; i < subject->n_args; i++) {
        struct abx_memory **memoryp = &call->args[i].memory;
        const struct abx_type *type;
        struct abx_error err = {0};

        call->args[i] = subject->args[i];
        call->n_args = i + 1;
        if (subject->args[i].kind != ABX_VALUE_MEMORY)
            continue;
        if (!bench_is_ok(abx_table_find_type(table, subject->record, &type, &err),
                         &err) ||
            !bench_is_ok(abx_memory_create(table, type, 1, memoryp, &err), &err))
            return false;
        memcpy(abx_memory_data(*memoryp), subject->values[i], abx_memory_size(*memoryp));
    }
    return true;
}

static bool try_checked(const struct subject *subject, struct abx_table *table,
                        struct checked_call *call)
{
    struct abx_value result = {0};
    struct abx_error err = {0};
    char name[32];

    snprintf(name, sizeof(name), "bench_%s", subject->name);
    return make_args(subject, table, call) &&
           bench_is_ok(abx_table_find_function(table, name, &call->function, &err),
                       &err) &&
           bench_is_ok(abx_call(call->function, call->args, call->n_args, &result, &err),
                       &err) &&
           bench_is_right(subject, "abx_call", &result);
}

static void *create_checked(const struct subject *subject, struct abx_table *table)
{
    struct checked_call *call = calloc(1, sizeof(*call));

    if (call && try_checked(subject, table, call))
        return call;
    destroy_checked(call);
    return NULL;
}

static void run_checked(void *prepared, int n)
{
    const struct checked_call *call = prepared;
    struct abx_value result = {0};
    struct abx_error err = {0};

    for (int i = 0; i < n; i++)
        abx_call(call->function, call->args, call->n_args, &result, &err);
}

/* ---- images: arguments that are converted already */

struct image_call {
    struct abx_function *function;
    const struct abx_image *image;
    union abx_image_words words;
};

static bool has_image(const struct subject *subject)
{
    return !subject->record && !subject->n_fixed;
}

/* As a host does that converts its own values. */
static bool fill_image(struct image_call *call, const struct subject *subject)
{
    call->image = abx_function_image(call->function);
    for (unsigned i = 0; call->image && i < subject->n_args; i++) {
        const struct abx_place *place = &call->image->places[i];
        const struct abx_value *value = &subject->args[i];

        if (place->scalar == ABX_SCALAR_DOUBLE)
            abx_image_set_double(place, &call->words, value->f);
        else if (place->scalar == ABX_SCALAR_FLOAT)
            abx_image_set_float(place, &call->words, (float)value->f);
        else if (place->scalar == ABX_SCALAR_POINTER)
            abx_image_set_pointer(place, &call->words,
                                  value->kind == ABX_VALUE_STRING ? value->string.data
                                                                  : value->p);
        else
            abx_image_set_integer(place, &call->words, value->u);
    }
    return call->image != NULL;
}

static bool try_image(struct image_call *call, const struct subject *subject,
                      struct abx_table *table)
{
    struct abx_value result = {0};
    struct abx_error err = {0};
    char name[32];

    snprintf(name, sizeof(name), "bench_%s", subject->name);
    return bench_is_ok(abx_table_find_function(table, name, &call->function, &err),
                       &err) &&
           fill_image(call, subject) &&
           bench_is_ok(abx_call_image(call->function, &call->words, &result, &err),
                       &err) &&
           bench_is_right(subject, "abx_call_image", &result);
}

static void *create_image(const struct subject *subject, struct abx_table *table)
{
    struct image_call *call = calloc(1, sizeof(*call));

    if (call && try_image(call, subject, table))
        return call;
    free(call);
    return NULL;
}

static void run_image(void *prepared, int n)
{
    const struct image_call *call = prepared;
    struct abx_value result = {0};
    struct abx_error err = {0};

    for (int i = 0; i < n; i++)
        abx_call_image(call->function, &call->words, &result, &err);
}

/* Straight into the entry point. */
static void run_enter(void *prepared, int n)
{
    const struct image_call *call = prepared;
    const struct abx_image *image = call->image;

    if (image->result == ABX_SCALAR_DOUBLE)
        for (int i = 0; i < n; i++)
            image->enter.real(image, &call->words);
    else
        for (int i = 0; i < n; i++)
            image->enter.integer(image, &call->words);
}

/* ---- all of them */

const struct way bench_call_ways[] = {
    {"direct", NULL, create_direct, run_direct, destroy_direct},
    {"prepared", has_image, create_image, run_enter, free},
    {"image", has_image, create_image, run_image, free},
    {"checked", NULL, create_checked, run_checked, destroy_checked},
    {"libffi", NULL, create_ffi, run_ffi, free},
};
const size_t bench_n_call_ways = sizeof(bench_call_ways) / sizeof(*bench_call_ways);
