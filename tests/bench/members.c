/*
 * The ways of reading and writing a member of a struct that C has, too. Another way is a set
 * of functions and an entry of ways[].
 */
#include "subject.h"

#include "callee.h"
#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VALUE = 3 };

/* ---- C itself */

static struct bench_small record = {VALUE, 4};

static void run_read(void *prepared, int n)
{
    const volatile int *x = &record.x;

    (void)prepared;
    for (int i = 0; i < n; i++)
        (void)*x;
}

static void run_write(void *prepared, int n)
{
    volatile int *x = &record.x;

    (void)prepared;
    for (int i = 0; i < n; i++)
        *x = VALUE;
}

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

/* ---- memory of abidex, with the member found before */

struct access {
    struct abx_memory *memory;
    struct abx_member member;
    const struct subject *subject;
};

static void destroy_checked(void *prepared)
{
    struct access *access = prepared;

    if (access)
        abx_memory_destroy(access->memory);
    free(access);
}

static bool find(struct access *access, struct abx_table *table)
{
    const struct abx_value three = {.kind = ABX_VALUE_INT, .i = VALUE};
    const struct abx_type *type = NULL;
    struct abx_value value = {0};
    struct abx_error err = {0};

    return bench_is_ok(abx_table_find_type(table, "struct bench_small", &type, &err),
                       &err) &&
           bench_is_ok(abx_memory_create(table, type, 1, &access->memory, &err), &err) &&
           bench_is_ok(abx_type_find_member(table, type, "x", &access->member, &err),
                       &err) &&
           bench_is_ok(
               abx_memory_set_member(access->memory, &access->member, &three, &err),
               &err) &&
           bench_is_ok(
               abx_memory_get_member(access->memory, &access->member, &value, &err),
               &err) &&
           bench_is_right(access->subject, "abx_memory_get_member", &value);
}

static void *create_checked(const struct subject *subject, struct abx_table *table)
{
    struct access *access = calloc(1, sizeof(*access));

    if (access)
        access->subject = subject;
    if (access && find(access, table))
        return access;
    destroy_checked(access);
    return NULL;
}

static void run_checked(void *prepared, int n)
{
    const struct access *access = prepared;
    const struct abx_value three = {.kind = ABX_VALUE_INT, .i = VALUE};
    struct abx_value value;
    struct abx_error err;

    if (access->subject->run == run_read)
        for (int i = 0; i < n; i++)
            abx_memory_get_member(access->memory, &access->member, &value, &err);
    else
        for (int i = 0; i < n; i++)
            abx_memory_set_member(access->memory, &access->member, &three, &err);
}

/* ---- all of them */

static const struct subject subjects[] = {
    {.name = "read", .run = run_read, .result = {.kind = ABX_VALUE_INT, .i = VALUE}},
    {.name = "write", .run = run_write, .result = {.kind = ABX_VALUE_INT, .i = VALUE}},
};

static const struct way ways[] = {
    {"direct", NULL, create_direct, run_direct, destroy_direct},
    {"checked", NULL, create_checked, run_checked, destroy_checked},
};

const struct group bench_members = {subjects, 2, ways, sizeof(ways) / sizeof(*ways)};
