/* Unions that are passed as their first member is. */
struct one;
struct two;
typedef union {
    const struct one *one;
    const struct two *two;
} argument __attribute__((__transparent_union__));
typedef union __attribute__((transparent_union)) {
    int *a;
    void *b;
} in_front;

#define TRANSPARENT __attribute__((transparent_union))
union tagged {
    struct one *one;
    struct two *two;
} TRANSPARENT;
union TRANSPARENT tagged_in_front {
    int a;
    unsigned b;
};

/* For compilers the typedef alone is one, for the parser the union too. */
union plain {
    char *a;
    int *b;
};
typedef union plain made_one TRANSPARENT;
typedef union plain stays_plain;

/* Not a union: the attribute means nothing. */
struct record {
    int *a;
} TRANSPARENT;

int golden_a(argument a);
int golden_b(union tagged a, in_front b);
int golden_c(made_one a, stays_plain b, union plain c);
int golden_d(union tagged_in_front a);
struct holder {
    argument a;
    union {
        int x;
        int y;
    } TRANSPARENT inner;
};
