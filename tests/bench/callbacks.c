/*
 * The ways of being called back: bench_each calls a function once for each number. C calls
 * bench_each in every way, so that all the difference is in what it calls. Another way is a
 * set of functions and an entry of ways[].
 */
#include "subject.h"

#include "callee.h"
#include "measure.h"

#include <stdio.h>
#include <stdlib.h>

typedef long (*each_function)(long value);

/* ---- C itself */

static long same(long value)
{
    return value;
}

/* What a way has made for C to call, if bench_each gets 0 + 1 + … + 9 from it. */
static bool is_right(each_function function, const char *way)
{
    if (bench_each(10, function) == 45)
        return true;
    fprintf(stderr, "bench: error: callback: %s gives a wrong result\n", way);
    return false;
}

static void *create_direct(const struct subject *subject, struct abx_table *table)
{
    (void)table;
    return is_right(same, "direct") ? (void *)subject : NULL;
}

static void run_direct(void *prepared, int n)
{
    (void)prepared;
    bench_each(n, same);
}

static void destroy_direct(void *prepared)
{
    (void)prepared;
}

/* ---- a closure of libffi, by hand and with nothing checked */

struct closure {
    ffi_closure *data;
    each_function function; /* in the closure */
    ffi_cif cif;
    ffi_type *types[1];
};

static void answer_same(ffi_cif *cif, void *result, void **args, void *user)
{
    (void)cif;
    (void)user;
    *(ffi_sarg *)result = *(const long *)args[0];
}

static void destroy_closure(void *prepared)
{
    struct closure *closure = prepared;

    if (closure && closure->data)
        ffi_closure_free(closure->data);
    free(closure);
}

static bool make_closure(struct closure *closure)
{
    void *code = NULL;

    closure->types[0] = &ffi_type_slong;
    closure->data = ffi_closure_alloc(sizeof(*closure->data), &code);
    if (!closure->data ||
        ffi_prep_cif(&closure->cif, FFI_DEFAULT_ABI, 1, &ffi_type_slong,
                     closure->types) != FFI_OK ||
        ffi_prep_closure_loc(closure->data, &closure->cif, answer_same, NULL, code) !=
            FFI_OK) {
        fprintf(stderr, "bench: error: callback: libffi refuses it\n");
        return false;
    }
    closure->function = (each_function)code;
    return is_right(closure->function, "a closure");
}

static void *create_closure(const struct subject *subject, struct abx_table *table)
{
    struct closure *closure = calloc(1, sizeof(*closure));

    (void)subject;
    (void)table;
    if (closure && make_closure(closure))
        return closure;
    destroy_closure(closure);
    return NULL;
}

static void run_closure(void *prepared, int n)
{
    const struct closure *closure = prepared;

    bench_each(n, closure->function);
}

/* ---- a callback of abidex */

struct callback {
    struct abx_callback *callback;
    each_function function; /* in it */
};

static int answer_checked(void *user, const struct abx_value *args, size_t n_args,
                          struct abx_value *result, struct abx_error *err)
{
    (void)user;
    (void)n_args;
    (void)err;
    *result = (struct abx_value){.kind = ABX_VALUE_INT, .i = args[0].i};
    return ABX_OK;
}

static void destroy_checked(void *prepared)
{
    struct callback *callback = prepared;

    if (callback)
        abx_callback_destroy(callback->callback);
    free(callback);
}

static bool make_checked(struct callback *callback, struct abx_table *table)
{
    const struct abx_callback_options options = {.handler = answer_checked};
    const struct abx_type *type = NULL;
    struct abx_function *each;
    struct abx_error err;
    const char *name;
    int status = abx_table_find_declaration(table, "bench_each", &each, &err);

    if (status == ABX_OK)
        status = abx_type_parameter(abx_function_type(each), 1, &name, &type);
    if (status == ABX_OK)
        status = abx_callback_create(table, type, &options, &callback->callback, &err);
    if (status != ABX_OK) {
        fprintf(stderr, "bench: error: callback: %s\n", err.message);
        return false;
    }
    callback->function = (each_function)abx_callback_address(callback->callback);
    return is_right(callback->function, "checked");
}

static void *create_checked(const struct subject *subject, struct abx_table *table)
{
    struct callback *callback = calloc(1, sizeof(*callback));

    (void)subject;
    if (callback && make_checked(callback, table))
        return callback;
    destroy_checked(callback);
    return NULL;
}

static void run_checked(void *prepared, int n)
{
    const struct callback *callback = prepared;

    bench_each(n, callback->function);
}

/* ---- all of them */

static const struct subject subjects[] = {{.name = "callback"}};

static const struct way ways[] = {
    {"direct", NULL, create_direct, run_direct, destroy_direct},
    {"checked", NULL, create_checked, run_checked, destroy_checked},
    {"libffi", NULL, create_closure, run_closure, destroy_closure},
};

const struct group bench_callbacks = {subjects, 1, ways, sizeof(ways) / sizeof(*ways)};
