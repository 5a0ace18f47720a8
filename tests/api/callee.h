/**
 * The types of the functions under test, shared by the library that has them and by the
 * tests that write a table of it.
 */
#ifndef ABX_TEST_CALLEE_H
#define ABX_TEST_CALLEE_H

#include <stdbool.h>
#include <stdint.h>

struct small {
    int8_t a;
    int32_t b;
};

struct pair {
    int64_t a;
    int64_t b;
};

struct point {
    double x;
    double y;
};

struct mixed {
    double d;
    int64_t i;
};

struct triple {
    float v[3];
};

struct odd {
    char c[7];
};

struct big {
    int64_t v[5];
};

struct nested {
    struct small s;
    float f;
};

struct extended {
    long double l;
};

struct bits {
    uint32_t a : 3;
    uint32_t b : 13;
    int32_t c : 12;
};

struct __attribute__((packed)) packed_big {
    int8_t a;
    int64_t b;
    int64_t c;
};

struct __attribute__((packed)) packed_small {
    int8_t a;
    int32_t b;
};

union number {
    int32_t i;
    double d;
};

struct __attribute__((packed)) packed_mixed {
    int8_t a;
    double d;
};

union same {
    float f;
    float v[3];
};

union real {
    float f;
    double d;
};

union wide {
    int64_t v[4];
    double d;
};

struct tagged {
    int32_t tag;
    union number u;
};

union one_of {
    const struct pair *pair;
    const struct small *small;
} __attribute__((transparent_union));

enum colour { RED = 1, GREEN = 2, BLUE = -3 };

#endif
